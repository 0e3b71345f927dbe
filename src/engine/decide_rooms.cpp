// Rooms: added by hand or from Sync, removed, defined in Sync (R79).

#include "engine/country.hpp"
#include "engine/draft.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

// What stands on a room, most telling first. Rooms are rarely removed, so stays are searched, not indexed.
void check_nothing_depends(RoomId id, Draft& draft)
{
    Ledger const& ledger = draft.ledger;
    auto const told = [&](std::string what, std::int64_t count) {
        Room const& row = ledger.rooms()[id];
        if (count > 0)
            draft.object(Reason::has_dependents,
                { { "key", row.key, id, row.entry }, { "what", std::move(what) }, { "count", count } });
    };
    told("assignments", std::ranges::count_if(ledger.assignments_of(id), [&](AssignmentId each) {
        return ledger.assignments()[each].standing == Standing::valid;
    }));
    told("devices", std::ranges::count_if(ledger.devices_in(id), [&](DeviceId each) {
        return ledger.devices()[each].standing == Standing::valid;
    }));
    told("stays", std::ranges::count_if(ledger.stays().rows(), [&](Stay const& stay) {
        return stay.room == id && stay.standing == Standing::valid;
    }));
    check_no_tickets(&SupportTicket::room, id, { "key", ledger.rooms()[id].key, id, ledger.rooms()[id].entry }, draft);
}

SiteId site(std::string const& name, Draft& draft)
{
    if (name.empty()) return SiteId::none();
    draft.check_name(name);
    auto const& sites = draft.ledger.sites();
    if (auto const known = sites.find(name); known.exists()) return known;
    draft.changes.emplace_back(PutSite { sites.next(), name });
    return sites.next();
}

} // namespace

void decide_on(AddRoom const& command, Draft& draft)
{
    Ledger const& ledger = draft.ledger;
    draft.check_name(command.room);
    draft.check_name(command.name);
    auto const known = ledger.room(command.room);
    if (stands(ledger.rooms(), known))
        draft.object(Reason::key_taken, { { "key", command.room, known, ledger.rooms()[known].entry } });
    Room row;
    row.key = command.room;
    row.name = command.name;
    row.site = site(command.site, draft);
    row.country = draft.country(command.country);
    row.account = draft.account(command.account);
    row.in_sync = command.in_sync;
    row.importance = command.importance;
    row.entry = draft.entry;
    draft.put(row_for(ledger.rooms(), known), std::move(row));
}

void decide_on(RemoveRoom const& command, Draft& draft)
{
    auto const id = draft.ledger.room(command.room);
    if (!id.exists()) return (void)draft.room(command.room);
    Room row = draft.ledger.rooms()[id];
    if (row.standing == Standing::withdrawn)
        return draft.object(Reason::changed_meanwhile, changed("standing", row.key, std::string {}));
    check_nothing_depends(id, draft);
    row.standing = Standing::withdrawn;
    draft.put(id, std::move(row));
}

void decide_on(CorrectRoom const& command, Draft& draft)
{
    auto const id = draft.room(command.room);
    draft.check_name(command.details.name);
    if (!id.exists()) return;
    Room row = draft.ledger.rooms()[id];
    RoomDetails const found { row.name, draft.ledger.sites()[row.site], written(row.country) };
    if (found != command.expects)
        draft.object(Reason::changed_meanwhile, changed("details", command.expects.name, found.name));
    row.name = command.details.name;
    row.site = site(command.details.site, draft);
    row.country = draft.country(command.details.country);
    row.changed = draft.entry;
    draft.put(id, std::move(row));
}

void decide_on(SetInSync const& command, Draft& draft)
{
    auto const id = draft.room(command.room);
    if (!id.exists()) return;
    Room row = draft.ledger.rooms()[id];
    auto const written = [](InSync in_sync) { return std::string { in_sync == InSync::yes ? "yes" : "no" }; };
    if (row.in_sync != command.expects)
        draft.object(Reason::changed_meanwhile, changed("in_sync", written(command.expects), written(row.in_sync)));
    row.in_sync = command.in_sync;
    row.changed = draft.entry;
    draft.put(id, std::move(row));
}

} // namespace keyrack::engine
