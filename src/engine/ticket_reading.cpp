#include "engine/ticket_reading.hpp"

#include "engine/coverage_rules.hpp"
#include "engine/css_rules.hpp"
#include "engine/naming.hpp"
#include "engine/room_service.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

using catalogue::Catalogue;
using catalogue::Tier;
using Service = TicketReader::Service;

constexpr std::string_view region_words[] { "americas", "emea", "asia", "japan" }; // by OrgRegion

TicketPlace place_of(Ledger const& ledger, SupportTicket const& row)
{
    TicketPlace place = row.place;
    if (row.org.exists()) // D14: an ORG-ID has one registered region
        place.region = region_words[static_cast<std::size_t>(ledger.css().orgs()[row.org].region)];
    return place;
}

TicketEvent event_of(TicketTurn const& turn)
{
    if (turn.step == TicketStep::write_email)
        return { .at = turn.at, .step = TicketStep::change_severity, .severity = turn.severity };
    return { turn.at, turn.step, turn.severity, turn.tier, turn.place, turn.note };
}

// An e-mail that led to nothing is no event of the clocks.
bool is_event(TicketTurn const& turn)
{
    return turn.step != TicketStep::write_email || turn.severity > 0;
}

RoomId room_of(Ledger const& ledger, SupportTicket const& row, LocalMoment const& moment)
{
    if (row.room.exists()) return row.room;
    return row.device.exists() ? room_at(ledger, row.device, moment.day, moment.at) : RoomId::none();
}

template <Witness W>
Service css_service(CssDay const& of, SupportTicket const& row, W& witness)
{
    auto const tier = tier_of_customer(of, customer_of(of.ledger, row.org), witness);
    Service service { tier.contracts > 0, Tier::none };
    if (tier.contracts > 0) service.tier = static_cast<Tier>(static_cast<int>(tier.lowest) + 1);
    if (!row.line.exists()) return service;
    auto const scope = of.css().scope({ row.line, row.org });
    service.entitled = scope.exists() && scope_on(of, scope, witness).served();
    return service;
}
static_assert(static_cast<int>(catalogue::CssTier::select) + 1 == static_cast<int>(Tier::select));
static_assert(static_cast<int>(catalogue::CssTier::priority_plus) + 1 == static_cast<int>(Tier::priority_plus));

template <Witness W>
void judge_service(RoomOnDay const& of, SupportTicket const& row, Service& service, W& witness)
{
    if (row.org.exists())
        service = css_service(CssDay { of.ledger, of.catalogue, of.day, of.at }, row, witness);
    else
        service.entitled = room_is_given(of, catalogue::Feature::premium_support, witness);
}

void add_room_days(Ledger const& ledger, Catalogue const& catalogue, RoomId room, std::vector<Date>& days)
{
    if (!room.exists()) return;
    for (AssignmentId const id : ledger.walk(room)) {
        Assignment const& row = ledger.assignments()[id];
        NoWitness nobody;
        auto const order = order_on(ledger, catalogue, row.order, row.days.from, nobody);
        for (Date const day : { row.days.from, row.days.to, order.term.from, order.end }) days.push_back(day);
    }
    for (CountryTerms const& each : ledger.country_terms().rows()) days.push_back(each.from); // R83
}

void take_in(TicketEvent const& event, TicketNow& now)
{
    switch (event.step) {
    case TicketStep::change_severity: now.severity = event.severity; break;
    case TicketStep::change_tier: now.tier = event.tier; break;
    case TicketStep::change_place: now.place = event.place; break;
    case TicketStep::lose_entitlement: now.entitled = false; break;
    case TicketStep::regain_entitlement: now.entitled = true; break;
    case TicketStep::pause: now.paused = true; break;
    case TicketStep::resume: now.paused = false; break;
    case TicketStep::respond: now.responded = true; break;
    case TicketStep::determine: now.determined = true; break;
    case TicketStep::restore: now.restored = true; break;
    case TicketStep::resolve: now.resolved = true; break;
    case TicketStep::reopen: now.resolved = false; break;
    case TicketStep::inform:
    case TicketStep::write_email:
    case TicketStep::note: break;
    }
}

// The last of these values that is not after `value`; `before` where there is none.
template <class T>
T latest_of(std::vector<T> const& sorted, T value, T before)
{
    auto const after = std::ranges::upper_bound(sorted, value);
    return after == sorted.begin() ? before : *(after - 1);
}

template <class T>
void sort_unique(std::vector<T>& values)
{
    std::ranges::sort(values);
    values.erase(std::ranges::unique(values).begin(), values.end());
}

} // namespace

template <Witness W>
Service service_of(
    Ledger const& ledger, Catalogue const& catalogue, SupportTicket const& row, LocalMoment const& moment, W& witness)
{
    Service service;
    bool const by_org = row.org.exists();
    if (!by_org) service.tier = row.tier;
    if (!by_org && !row.room.exists() && !row.device.exists()) return service;
    RoomOnDay const of { ledger, catalogue, room_of(ledger, row, moment), moment.day, moment.at };
    auto const judge = [&](auto& parts) {
        judge_service(of, row, service, parts);
        return service.entitled;
    };
    service.entitled = witness.compose(Rule::ticket_entitled, judge, [&](auto& proof) {
        proof.fact("ticket", row.key, {}, row.entry);
        proof.fact("day", of.day);
        if (by_org) proof.add(naming(ledger, row.org));
        if (of.room.exists()) proof.add(naming(ledger, of.room));
    });
    return service;
}

template Service service_of(Ledger const&, Catalogue const&, SupportTicket const&, LocalMoment const&, NoWitness&);
template Service service_of(Ledger const&, Catalogue const&, SupportTicket const&, LocalMoment const&, ProofWitness&);

TicketNow now_of(Ticket const& ticket, Instant as_of)
{
    TicketNow now { ticket.severity, ticket.tier, ticket.place };
    for (TicketEvent const& event : ticket.events) {
        if (event.at > as_of) break;
        take_in(event, now);
    }
    return now;
}

std::vector<TicketTurnId> standing_turns(Ledger const& ledger, TicketId ticket)
{
    std::vector<TicketTurnId> turns;
    for (TicketTurnId const id : ledger.turns_of(ticket))
        if (ledger.ticket_turns()[id].standing == Standing::valid) turns.push_back(id);
    std::ranges::reverse(turns); // the chain has the latest first
    return turns;
}

Ticket own_ticket(Ledger const& ledger, TicketId id)
{
    SupportTicket const& row = ledger.tickets()[id];
    Ticket ticket { row.key, row.desk, row.opened_at, row.severity, row.tier, place_of(ledger, row), {} };
    for (TicketTurnId const turn : standing_turns(ledger, id))
        if (is_event(ledger.ticket_turns()[turn])) ticket.events.push_back(event_of(ledger.ticket_turns()[turn]));
    std::ranges::stable_sort(ticket.events, {}, &TicketEvent::at); // a note may be later than what is told after it
    return ticket;
}

Ticket as_opened(Ledger const& ledger, Catalogue const& catalogue, SupportTicket const& row)
{
    Ticket ticket { row.key, row.desk, row.opened_at, row.severity, row.tier, place_of(ledger, row), {} };
    if (!row.org.exists()) return ticket;
    NoWitness nobody;
    auto const moment = moment_in(zone_of(catalogue.support(), ticket.place), row.opened_at);
    ticket.tier = service_of(ledger, catalogue, row, moment, nobody).tier;
    return ticket;
}

catalogue::TimeZone const* zone_of(catalogue::Support const& support, TicketPlace const& place)
{
    return place.zone.empty() ? support.main_zone_of(place.country) : support.zone_named(place.zone);
}

Date day_of(catalogue::TimeZone const* zone, Instant moment)
{
    auto const offset = zone ? catalogue::offset_around(*zone, moment).offset : std::chrono::minutes { 0 };
    return Date { std::chrono::floor<Days>((moment + offset).time_since_epoch()) };
}

Instant beginning_of(catalogue::TimeZone const* zone, Date day)
{
    Instant const in_utc { day.time_since_epoch() };
    if (!zone) return in_utc;
    // The offset that holds there is found from the one nearby; where the clock leaps over midnight, the day begins with it.
    auto const near = in_utc - catalogue::offset_around(*zone, in_utc).offset;
    auto const span = catalogue::offset_around(*zone, near);
    auto const at = in_utc - span.offset;
    return day_of(zone, at) == day ? at : span.to;
}

LocalMoment moment_in(catalogue::TimeZone const* zone, Instant at)
{
    return { day_of(zone, at), at };
}

std::vector<Date> TicketReader::days_of(SupportTicket const& row) const
{
    std::vector<Date> days;
    if (row.room.exists()) add_room_days(m_ledger, m_catalogue, row.room, days);
    if (!row.room.exists() && row.device.exists()) {
        Device const& device = m_ledger.devices()[row.device];
        days.push_back(device.in_room_since);
        add_room_days(m_ledger, m_catalogue, device.room, days);
        for (StayId const id : m_ledger.walk(row.device)) {
            Stay const& stay = m_ledger.stays()[id];
            days.insert(days.end(), { stay.days.from, stay.days.to });
            add_room_days(m_ledger, m_catalogue, stay.room, days);
        }
    }
    return days;
}

// The ticket's own, or those that its device is or was in.
std::vector<RoomId> TicketReader::rooms_of(SupportTicket const& row) const
{
    if (row.room.exists()) return { row.room };
    if (!row.device.exists()) return {};
    std::vector<RoomId> rooms { m_ledger.devices()[row.device].room };
    for (StayId const id : m_ledger.walk(row.device)) rooms.push_back(m_ledger.stays()[id].room);
    return rooms;
}

std::vector<Instant> TicketReader::moments_of(SupportTicket const& row) const
{
    std::vector<Instant> moments;
    auto const add = [&](std::optional<Instant> at) {
        if (at) moments.push_back(*at);
    };
    if (!row.room.exists() && row.device.exists()) {
        add(placed_at(m_ledger, row.device));
        for (StayId const id : m_ledger.walk(row.device)) {
            add(begun_at(m_ledger, id));
            add(ended_at(m_ledger, id));
        }
    }
    for (RoomId const room : rooms_of(row)) {
        if (!room.exists()) continue;
        for (AssignmentId const each : m_ledger.walk(room)) {
            add(given_at(m_ledger, each));
            add(taken_at(m_ledger, each));
            add(cancelled_at(m_ledger, m_ledger.assignments()[each].order));
        }
    }
    return moments;
}

// After it was opened, moments at which the desk may have come to serve it otherwise, in their order.
std::vector<Instant> TicketReader::turning_points(SupportTicket const& row, Zone zone, Instant as_of)
{
    Date const opened = day_of(zone, row.opened_at);
    Date const last = day_of(zone, as_of);
    auto moments = row.org.exists() ? css_moments() : moments_of(row);
    std::erase_if(moments, [&](Instant at) { return at <= row.opened_at || as_of < at; });
    for (Date const day : row.org.exists() ? css_days() : days_of(row))
        if (opened < day && day <= last) moments.push_back(beginning_of(zone, day));
    sort_unique(moments);
    return moments;
}

std::vector<Date> const& TicketReader::css_days()
{
    if (m_css_days) return *m_css_days;
    auto& days = m_css_days.emplace();
    auto const& css = m_ledger.css();
    for (Contract const& each : css.contracts().rows()) {
        auto const term = term_of(each);
        days.insert(days.end(), { term.from, term.to });
    }
    for (TierChange const& each : css.tier_changes().rows()) days.push_back(each.from);
    for (Holding const& each : css.holdings().rows()) days.push_back(each.acquired_on);
    for (Departure const& each : css.departures().rows()) days.push_back(each.on);
    sort_unique(days);
    return days;
}

std::vector<Instant> const& TicketReader::css_moments()
{
    if (m_css_moments) return *m_css_moments;
    auto& moments = m_css_moments.emplace();
    for (Timing const& each : m_ledger.timings().rows())
        if (is_of_css(each.what)) moments.push_back(each.at);
    sort_unique(moments);
    return moments;
}

Service TicketReader::service_at(SupportTicket const& row, Zone zone, Instant at)
{
    NoWitness nobody;
    auto const moment = moment_in(zone, at);
    if (!row.org.exists()) return service_of(m_ledger, m_catalogue, row, moment, nobody);
    std::pair const since { latest_of(css_days(), moment.day, always), latest_of(css_moments(), at, Instant::min()) };
    auto const [place, is_new] = m_scopes[{ row.org, row.line }].try_emplace(since);
    if (is_new) place->second = service_of(m_ledger, m_catalogue, row, moment, nobody);
    return place->second;
}

void TicketReader::add_services(SupportTicket const& row, Ticket& ticket, Instant as_of)
{
    auto const* zone = zone_of(m_catalogue.support(), ticket.place);
    auto service = service_at(row, zone, row.opened_at);
    ticket.tier = service.tier;
    if (!service.entitled) ticket.events.push_back({ .at = row.opened_at, .step = TicketStep::lose_entitlement });
    for (Instant const at : turning_points(row, zone, as_of)) {
        auto const next = service_at(row, zone, at);
        if (next.tier != service.tier)
            ticket.events.push_back({ .at = at, .step = TicketStep::change_tier, .tier = next.tier });
        auto const step = next.entitled ? TicketStep::regain_entitlement : TicketStep::lose_entitlement;
        if (next.entitled != service.entitled) ticket.events.push_back({ .at = at, .step = step });
        service = next;
    }
}

Ticket TicketReader::read(TicketId id, Instant as_of)
{
    SupportTicket const& row = m_ledger.tickets()[id];
    Ticket ticket = own_ticket(m_ledger, id);
    bool const follows = row.org.exists() || row.room.exists() || row.device.exists();
    if (!follows) return ticket;
    add_services(row, ticket, as_of);
    std::ranges::stable_sort(ticket.events, {}, &TicketEvent::at);
    return ticket;
}

} // namespace keyrack::engine
