// Questions about support tickets: how one stands, which clocks run, whether help is offered, what is replaced.

#include "engine/compliance.hpp"
#include "engine/question.hpp"
#include "engine/ticket_help.hpp"
#include "engine/ticket_rules.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace keyrack::engine {

namespace {

using namespace catalogue;
using Given = std::expected<Answer, Denial>;

Instant moment_of(std::optional<Instant> at, Date as_of)
{
    return at ? *at : Instant { plus_days(as_of, 1).time_since_epoch() };
}

// The last e-mail written by then, or nothing.
TicketTurn const* last_email(Ledger const& ledger, TicketId ticket, Instant at)
{
    TicketTurn const* last = nullptr;
    for (TicketTurnId const id : standing_turns(ledger, ticket)) {
        TicketTurn const& turn = ledger.ticket_turns()[id];
        if (turn.step == TicketStep::write_email && turn.at <= at) last = &turn;
    }
    return last;
}

// R130, D2: what is striven for is never late; past its second end the duty to inform says how it stands.
bool is_held_to_time(TicketClock const& clock, Instant at)
{
    if (!clock.target) return false;
    return clock.target->promise != Promise::striving || !clock.breach_at || at < *clock.breach_at;
}

class TicketAnswerer
{
public:
    TicketAnswerer(TicketId id, Asked const& asked, Instant at)
        : m_ledger(asked.ledger),
          m_catalogue(asked.catalogue),
          m_terms(terms_of(asked.ledger, asked.catalogue)),
          m_row(asked.ledger.tickets()[id]),
          m_id(id),
          m_at(at),
          m_ticket(TicketReader { asked.ledger, asked.catalogue }.read(id, at))
    { }

    TicketAnswer answer()
    {
        m_answer.ticket = m_id;
        m_answer.at = m_at;
        m_answer.now = now_of(m_ticket, m_at);
        std::ranges::copy_if(m_ticket.events, std::back_inserter(m_answer.events),
            [this](TicketEvent const& event) { return event.at <= m_at; });
        add_attached();
        if (m_row.desk == Desk::large_user) add_priority();
        add_entitlement();
        add_clocks();
        m_answer.proof = m_witness.take();
        return std::move(m_answer);
    }

private:
    [[nodiscard]] Date day(Instant moment) const
    {
        return day_of(zone_of(*m_terms.support, m_answer.now.place), moment);
    }

    void add_attached()
    {
        m_answer.attached = attached_to(m_ledger, m_row.room, m_row.room_state, m_row.device, day(m_row.opened_at));
    }

    void add_priority()
    {
        SupportTicket as_written = m_row;
        EntryId entry = m_row.entry;
        auto written_by = WrittenBy::partner;
        m_answer.basis = m_row.basis;
        if (auto const* email = last_email(m_ledger, m_id, m_at)) {
            as_written.primary_email = email->email;
            m_answer.basis = email->basis;
            entry = email->entry;
            written_by = WrittenBy::agent;
        }
        m_answer.primary_email = as_written.primary_email;
        m_answer.missing = missing_in(form_of(as_written));
        m_answer.routes = routes_for(*m_terms.support, m_row.data_centre, m_row.partner_region, m_row.access);
        PriorityCase const of { as_written, m_answer.basis, entry, written_by, *m_terms.support };
        std::ignore = ticket_priority(of, m_witness);
        if (m_answer.basis.path == SeverityPath::ask_the_partner)
            m_answer.drafts = questions_to_partner(m_catalogue, m_row);
        offer_email(as_written);
    }

    // R126: what an agent finds now goes into the field; nothing where it leads nowhere or the ticket is over.
    void offer_email(SupportTicket as_written)
    {
        as_written.severity = m_answer.now.severity;
        auto const found = decide_severity(m_ledger, m_terms, as_written, WrittenBy::partner);
        if (found.basis.path != SeverityPath::manual || m_answer.now.severity == 1 || m_answer.now.resolved) return;
        m_answer.steps.emplace_back(WritePrimaryEmail { m_row.key, m_at, found.write_email });
    }

    void add_entitlement()
    {
        auto const moment = moment_in(zone_of(*m_terms.support, m_answer.now.place), m_at);
        Date const on = moment.day;
        auto const service = service_of(m_ledger, m_catalogue, m_row, moment, m_witness);
        auto const room = m_answer.attached.room;
        if (!service.entitled && m_row.line.exists()) add_remedy(on);
        if (service.entitled || m_row.org.exists() || !room.exists()) return;
        m_answer.cures = has_feature(m_ledger, m_catalogue, room, Feature::premium_support, on).cures;
    }

    // R179, R180: what makes the scope whole again; retiring, which cannot be taken back, only where nothing else would.
    void add_remedy(Date on)
    {
        auto const scope = m_ledger.css().scope({ m_row.line, m_row.org });
        for (Breach const& breach : breaches_on(m_ledger, m_catalogue, on)) {
            if (breach.kind != BreachKind::all_in || breach.scope != scope) continue;
            auto const cures = remedies(m_ledger, m_catalogue, breach, on);
            auto best = std::ranges::find_if(cures, [](Remedy const& each) { return each.kind != RemedyKind::retire; });
            if (best == cures.end()) best = cures.begin();
            if (best != cures.end()) std::ranges::copy(best->steps, std::back_inserter(m_answer.steps));
        }
    }

    void add_clocks()
    {
        m_answer.clocks = clocks_of(m_ticket, m_terms, m_at);
        for (TicketClock const& clock : m_answer.clocks) {
            ClockCase const of { m_ticket, m_answer.now, clock, m_at };
            std::ignore = ticket_calendar_known(of, m_witness);
            std::ignore = ticket_target_set(of, m_witness);
            if (is_held_to_time(clock, m_at)) std::ignore = ticket_in_time(of, m_witness);
        }
        if (m_row.desk != Desk::large_user) return;
        m_answer.duty = duty_to_inform(m_ticket, m_terms, m_at);
        std::ignore = ticket_partner_informed(m_ticket, m_answer.duty, m_witness);
        if (m_answer.duty == InformDuty::due)
            m_answer.steps.emplace_back(TurnTicket { m_row.key, m_at, TicketStep::inform, {}, {}, {} });
    }

    Ledger const& m_ledger;
    Catalogue const& m_catalogue;
    SupportTerms m_terms;
    SupportTicket const& m_row;
    TicketId m_id;
    Instant m_at;
    Ticket m_ticket;
    ProofWitness m_witness;
    TicketAnswer m_answer;
};

constexpr std::size_t proven_clocks = 20; // a list of thousands is not read as a proof

// Most urgent first: breached, then by when it would be; what never is comes last.
auto urgency(RunningClock const& clock)
{
    return std::tuple { clock.in_time, clock.breach_at.value_or(forever), clock.ticket, clock.measure };
}

bool is_over(TicketClock const& clock)
{
    return !clock.clock.phases.empty() && clock.clock.phases.back().running == Running::finished;
}

void add_running(Ticket const& ticket, TicketId id, SupportTerms const& terms, ClocksAnswer& answer)
{
    auto const now = now_of(ticket, answer.at);
    if (now.resolved) return;
    for (TicketClock const& clock : clocks_of(ticket, terms, answer.at, ClockDetail::standing)) {
        if (is_over(clock)) continue;
        NoWitness nobody;
        auto& running = answer.clocks.emplace_back();
        running.ticket = id;
        running.measure = clock.measure;
        if (clock.target) running.promise = clock.target->promise;
        running.standing = clock.standing;
        running.severity = now.severity;
        if (!clock.clock.phases.empty()) running.running = clock.clock.phases.back().running;
        running.in_time = ticket_in_time(ClockCase { ticket, now, clock, answer.at }, nobody) ? Holds::yes : Holds::no;
        running.warn_at = clock.warn_at;
        running.breach_at = clock.breach_at;
    }
}

void prove(RunningClock const& running, TicketReader& reader, SupportTerms const& terms, ClocksAnswer& answer)
{
    ProofWitness witness;
    auto const ticket = reader.read(running.ticket, answer.at);
    auto const now = now_of(ticket, answer.at);
    for (TicketClock const& clock : clocks_of(ticket, terms, answer.at, ClockDetail::standing))
        if (clock.measure == running.measure)
            std::ignore = ticket_in_time(ClockCase { ticket, now, clock, answer.at }, witness);
    std::ranges::move(witness.take(), std::back_inserter(answer.proof));
}

} // namespace

Given answer_to(TicketQuestion const& question, Asked const& asked)
{
    auto const id = asked.ledger.ticket(question.ticket);
    if (!id.exists() || asked.ledger.tickets()[id].standing == Standing::withdrawn)
        return std::unexpected(Denial { Reason::unknown_ticket, { { "ticket", question.ticket } } });
    auto const at = moment_of(question.at, asked.as_of);
    auto const opened = asked.ledger.tickets()[id].opened_at;
    if (at < opened)
        return std::unexpected(Denial {
            Reason::turn_too_early, { { "ticket", question.ticket }, { "at", iso(at) }, { "last", iso(opened) } } });
    return TicketAnswerer { id, asked, at }.answer();
}

Given answer_to(ClocksQuestion const& question, Asked const& asked)
{
    ClocksAnswer answer;
    answer.at = moment_of(question.at, asked.as_of);
    auto const terms = terms_of(asked.ledger, asked.catalogue);
    TicketReader reader { asked.ledger, asked.catalogue };
    for (std::uint32_t row = 0; row < asked.ledger.tickets().size(); ++row) {
        auto const id = TicketId::of_row(row);
        SupportTicket const& ticket = asked.ledger.tickets()[id];
        if (ticket.standing == Standing::withdrawn || answer.at < ticket.opened_at) continue;
        add_running(reader.read(id, answer.at), id, terms, answer);
    }
    std::ranges::sort(answer.clocks, {}, urgency);
    for (RunningClock const& clock : answer.clocks) {
        if (clock.in_time == Holds::yes || answer.proof.size() == proven_clocks) break;
        prove(clock, reader, terms, answer);
    }
    return answer;
}

} // namespace keyrack::engine
