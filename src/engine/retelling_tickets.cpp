// What the operator set, the partner's subscriptions and the support tickets, told again (R68, R74, R99, R112–R143).

#include "engine/people.hpp"
#include "engine/retelling_parts.hpp"
#include "engine/ticket_reading.hpp"
#include "engine/ticket_severity.hpp"

namespace keyrack::engine {

namespace {

using catalogue::Desk;

void tell_subscriptions(Telling& telling)
{
    each_standing(telling.ledger.subscriptions(), [&](SubscriptionId, ServiceSubscription const& row) {
        auto const licences =
            row.user_licences ? std::optional { static_cast<std::int32_t>(*row.user_licences) } : std::nullopt;
        telling.tell(RecordSubscription {
            row.key, row.account, row.super_admin_email, row.domain, row.service, row.zuid, row.zoid, licences });
    });
}

std::optional<TicketPlace> told_place(TicketPlace const& place)
{
    return place == TicketPlace {} ? std::nullopt : std::optional { place };
}

// What the ticket is about, as far as it still stands.
std::optional<TicketSubject> subject_of(Ledger const& ledger, SupportTicket const& row)
{
    auto const& css = ledger.css();
    TicketSubject about { standing_key(ledger.rooms(), row.room, &Room::key), row.room_state,
        standing_key(ledger.devices(), row.device, &Device::serial), standing_key(css.orgs(), row.org, &Org::key), {} };
    if (!about.org.empty()) about.product_line = standing_key(css.lines(), row.line, &ProductLine::key);
    return about == TicketSubject {} ? std::nullopt : std::optional { about };
}

std::optional<PartnerCase> case_of(SupportTicket const& row)
{
    if (row.desk != Desk::large_user) return std::nullopt;
    return PartnerCase { row.partner_region, row.data_centre, row.access, row.channel, form_of(row) };
}

// A severity that was decided from facts which are no longer there is set where it was decided: the ticket's clocks run as
// they did. Why it was decided so is gone with the facts.
class TicketStory
{
public:
    TicketStory(Telling& telling, SupportTerms const& terms, TicketId id)
        : m_telling(telling), m_terms(terms), m_id(id), m_row(telling.ledger.tickets()[id])
    { }

    void tell()
    {
        auto const about = subject_of(m_telling.ledger, m_row);
        m_severity = decided(WrittenBy::partner);
        auto const tier = m_row.tier == catalogue::Tier::none ? std::nullopt : std::optional { m_row.tier };
        auto const partner = case_of(m_row);
        m_telling.tell(OpenTicket { m_row.key, m_row.desk, m_row.opened_at, m_severity, tier, told_place(m_row.place),
            about, partner, partner ? std::string {} : m_row.description });
        mend(m_row.severity, m_row.opened_at);
        for (TicketTurnId const turn : standing_turns(m_telling.ledger, m_id))
            tell(m_telling.ledger.ticket_turns()[turn]);
    }

private:
    void tell(TicketTurn const& turn)
    {
        if (turn.step == TicketStep::write_email) return tell_email(turn);
        TurnTicket told { m_row.key, turn.at, turn.step, {}, {}, {} };
        if (turn.step == TicketStep::change_severity) told.severity = m_severity = turn.severity;
        if (turn.step == TicketStep::change_tier) told.tier = turn.tier;
        if (turn.step == TicketStep::change_place) told.place = turn.place;
        told.note = turn.note;
        m_telling.tell(std::move(told));
    }

    void tell_email(TicketTurn const& turn)
    {
        auto const wanted = turn.severity == 0 ? m_severity : turn.severity;
        m_telling.tell(WritePrimaryEmail { m_row.key, turn.at, turn.email });
        m_row.primary_email = turn.email;
        m_row.severity = m_severity;
        m_severity = decided(WrittenBy::agent);
        mend(wanted, turn.at);
    }

    [[nodiscard]] std::int32_t decided(WrittenBy written_by) const
    {
        if (m_row.desk != Desk::large_user) return m_row.severity;
        return decide_severity(m_telling.ledger, m_terms, m_row, written_by).severity;
    }

    void mend(std::int32_t wanted, Instant at)
    {
        if (wanted == m_severity) return;
        m_telling.tell(TurnTicket { m_row.key, at, TicketStep::change_severity, wanted, {}, {} });
        m_severity = wanted;
    }

    Telling& m_telling;
    SupportTerms const& m_terms;
    TicketId m_id;
    SupportTicket m_row; // its e-mail and severity as the story goes on
    std::int32_t m_severity = 0;
};

} // namespace

void tell_settings(Telling& telling)
{
    if (auto const limit = user_limit(telling.ledger)) telling.tell(SetUserLimit { {}, limit });
    auto const terms = terms_of(telling.ledger, telling.catalogue);
    for (auto const& each : terms.thresholds)
        telling.tell(SetLicenceThreshold { each.region, {}, each.large_user_from });
    for (auto const& each : terms.set)
        telling.tell(SetSupportTarget {
            each.desk, each.measure, each.severity, each.tier, {}, static_cast<std::int32_t>(each.limit_minutes) });
    tell_subscriptions(telling);
}

void tell_tickets(Telling& telling)
{
    auto const terms = terms_of(telling.ledger, telling.catalogue);
    each_standing(telling.ledger.tickets(),
        [&](TicketId id, SupportTicket const&) { TicketStory { telling, terms, id }.tell(); });
}

} // namespace keyrack::engine
