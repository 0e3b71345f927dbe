// Licences: assigned to rooms, ended, taken back (R76–R79, R81, D5, D18).

#include "engine/assigning.hpp"
#include "engine/country.hpp"
#include "engine/coverage.hpp"
#include "engine/draft.hpp"
#include "engine/service_orders.hpp"
#include "engine/setup.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

std::string written(LicenceKey const& licence)
{
    return licence.order + "/" + std::to_string(licence.number);
}

void object_taken(Fact licence, AssignmentId by, Draft& draft)
{
    Assignment const& row = draft.ledger.assignments()[by];
    std::vector<Fact> facts { std::move(licence), naming(draft.ledger, row.room),
        { "from", row.days.from, LicenceRef { row.order, row.number }, row.entry } };
    if (row.days.to != never) facts.push_back({ "to", row.days.to });
    draft.object(Reason::already_assigned, std::move(facts));
}

// D5, R39, R40: after it was bought, before it is cancelled, within the term, which this assignment may start.
void check_term(OrderId id, Date from, Draft& draft)
{
    Ledger const& ledger = draft.ledger;
    Order const& order = ledger.orders()[id];
    if (from < order.purchased_on)
        draft.object(Reason::before_purchase,
            { naming(ledger, id), { "purchased", order.purchased_on, id, order.entry }, { "day", from } });
    if (order.cancelled_on && *order.cancelled_on <= from)
        draft.object(Reason::after_cancellation,
            { naming(ledger, id), { "cancelled", *order.cancelled_on, id, last_entry(order) }, { "day", from } });
    Period const term = term_if_assigned(ledger, draft.catalogue, id, from);
    if (term.to <= from)
        draft.object(Reason::after_term, { naming(ledger, id), { "end", term.to, id }, { "day", from } });
    if (auto const outside = left_outside(ledger, draft.catalogue, id, term); outside.exists()) {
        Assignment const& row = ledger.assignments()[outside];
        draft.object(Reason::after_term,
            { naming(ledger, id), { "end", term.to, id }, { "day", row.days.from },
                naming(ledger, LicenceRef { row.order, row.number }), naming(ledger, row.room) });
    }
}

// R14, R67: a licence of Extended Warranty goes on a device. Says so where it does.
bool is_for_a_device(LicenceRef licence, Draft& draft)
{
    auto const id = draft.ledger.orders()[licence.order].programme;
    if (!draft.catalogue[id].term.is_for_devices()) return false;
    draft.object(Reason::licence_not_for_rooms, { naming(draft.ledger, licence), naming(draft.catalogue, id) });
    return true;
}

// R83: told to who allocates, never refused.
void warn_of_country(OrderId order, RoomId room, Date from, Draft& draft)
{
    auto const programme = draft.ledger.orders()[order].programme;
    Country const country = draft.ledger.rooms()[room].country;
    auto const id = terms_in(draft.ledger, programme, country, from);
    if (!id.exists()) return;
    CountryTerms const& terms = draft.ledger.country_terms()[id];
    std::vector<Fact> facts { naming(draft.ledger, room), { "country", written(country) },
        naming(draft.catalogue, programme) };
    if (terms.availability == Availability::unavailable)
        return draft.object(Reason::country_unavailable, std::move(facts));
    facts.push_back({ "note", terms.note, {}, terms.entry });
    if (terms.availability == Availability::other_terms) draft.object(Reason::country_other_terms, std::move(facts));
}

// R88, D6: told to who allocates, and refused where the operator wants it so.
void check_cap(OrderId id, RoomId room, Period days, Draft& draft)
{
    Order const& order = draft.ledger.orders()[id];
    Period const term = term_if_assigned(draft.ledger, draft.catalogue, id, days.from);
    Date const until = std::min(days.to, end_of(order, term));
    auto const cut = cut_by_cap(draft.ledger, draft.catalogue, order, room, until);
    if (!cut) return;
    bool const blocks = cap_effect(draft.ledger) == CapEffect::blocks;
    draft.object(blocks ? Reason::warranty_cut : Reason::warranty_shortened,
        { naming(draft.ledger, cut->device), { "until", cut->until }, { "cap", cut->cap, cut->device } });
}

// R79: a programme may ask for rooms that are defined in Sync.
void check_eligible(OrderId order, RoomId room, Draft& draft)
{
    auto const id = draft.ledger.orders()[order].programme;
    bool const asks_for_sync = draft.catalogue[id].eligible_rooms.value == catalogue::EligibleRooms::in_sync;
    if (asks_for_sync && draft.ledger.rooms()[room].in_sync == InSync::no)
        draft.object(Reason::room_not_in_sync, { naming(draft.ledger, room), naming(draft.catalogue, id) });
}

// R47: a site's licences serve the site's own rooms.
void check_balance(LicenceRef licence, RoomId room, Draft& draft)
{
    if (balance_allows(draft.ledger, licence.order, room)) return;
    auto const account = draft.ledger.orders()[licence.order].account;
    draft.object(Reason::licence_of_other_account,
        { naming(draft.ledger, licence), { "account", draft.ledger.accounts()[account].name, account },
            naming(draft.ledger, room) });
}

// One command gives a licence to one room only (R76).
void check_not_repeated(Assign const& command, Draft& draft)
{
    if (command.pairs.size() < 2) return;
    std::vector<Pairing const*> sorted;
    sorted.reserve(command.pairs.size());
    for (Pairing const& pair : command.pairs) sorted.push_back(&pair);
    auto const licence_of = [](Pairing const* pair) -> LicenceKey const& { return pair->licence; };
    std::ranges::stable_sort(sorted, {}, licence_of);
    auto const twice = std::ranges::adjacent_find(sorted, {}, licence_of);
    if (twice == sorted.end()) return;
    std::vector<Fact> facts { { "licence", written((*twice)->licence) }, { "room", (*twice)->room },
        { "from", command.from } };
    if (command.to != never) facts.push_back({ "to", command.to });
    draft.object(Reason::already_assigned, std::move(facts));
}

void assign(Pairing const& pair, Period days, AssignmentId id, Draft& draft)
{
    auto const ref = draft.licence(pair.licence);
    auto const room = draft.room(pair.room);
    if (!ref.order.exists() || is_for_a_device(ref, draft)) return;
    if (auto const by = overlapping(draft.ledger, ref, days); by.exists())
        object_taken(naming(draft.ledger, ref), by, draft);
    check_term(ref.order, days.from, draft);
    if (!room.exists()) return;
    check_eligible(ref.order, room, draft);
    check_balance(ref, room, draft);
    warn_of_country(ref.order, room, days.from, draft);
    check_cap(ref.order, room, days, draft);
    draft.put(id, Assignment { ref.order, ref.number, room, days, Standing::valid, draft.entry, EntryId::none() });
}

// The assignment of the licence that begins on that day and stands, or one that was taken back, or none().
AssignmentId assignment_from(Ledger const& ledger, LicenceRef licence, Date from)
{
    auto found = AssignmentId::none();
    for (AssignmentId const id : ledger.walk(licence)) {
        Assignment const& row = ledger.assignments()[id];
        if (row.days.from != from) continue;
        if (row.standing == Standing::valid) return id;
        found = id;
    }
    return found;
}

// The valid assignment that a command speaks of; the objection where it is none or was taken back.
AssignmentId assignment(LicenceKey const& key, Date from, Draft& draft)
{
    auto const ref = draft.licence(key);
    if (!ref.order.exists()) return AssignmentId::none();
    auto const id = assignment_from(draft.ledger, ref, from);
    if (!id.exists()) {
        draft.object(Reason::unknown_assignment, { naming(draft.ledger, ref), { "from", from } });
        return id;
    }
    if (draft.ledger.assignments()[id].standing == Standing::valid) return id;
    draft.object(Reason::changed_meanwhile, changed("standing", written(key), std::string {}));
    return AssignmentId::none();
}

} // namespace

void decide_on(Assign const& command, Draft& draft)
{
    Period const days { command.from, command.to };
    if (days.empty())
        draft.object(Reason::bad_period, { { "from", command.from }, { "to", value_or_none(command.to) } });
    check_not_repeated(command, draft);
    auto const first = draft.ledger.assignments().next().row();
    auto row = first;
    for (Pairing const& pair : command.pairs) assign(pair, days, AssignmentId::of_row(row++), draft);
    for (auto each = first; each < row; ++each)
        draft.time(Timed::assignment_begun, AssignmentId::of_row(each), command.from, command.at);
}

void decide_on(EndAssignment const& command, Draft& draft)
{
    auto const id = assignment(command.licence, command.from, draft);
    if (!id.exists()) return;
    Assignment row = draft.ledger.assignments()[id];
    if (row.days.to != command.expects_to)
        draft.object(
            Reason::changed_meanwhile, changed("to", value_or_none(command.expects_to), value_or_none(row.days.to)));
    row.days.to = command.to;
    row.changed = draft.entry;
    LicenceRef const ref { row.order, row.number };
    if (row.days.empty())
        draft.object(Reason::bad_period, { { "from", command.from }, { "to", value_or_none(command.to) } });
    else if (auto const by = overlapping(draft.ledger, ref, row.days, id); by.exists())
        object_taken(naming(draft.ledger, ref), by, draft);
    draft.put(id, row);
    draft.time(Timed::assignment_ended, id, command.to, command.at);
}

void decide_on(WithdrawAssignments const& command, Draft& draft)
{
    for (Withdrawal const& each : command.assignments) {
        auto const id = assignment(each.licence, each.from, draft);
        if (!id.exists()) continue;
        Assignment row = draft.ledger.assignments()[id];
        row.standing = Standing::withdrawn;
        row.changed = draft.entry;
        draft.put(id, row);
    }
}

} // namespace keyrack::engine
