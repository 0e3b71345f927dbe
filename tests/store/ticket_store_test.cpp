// Support tickets come back from the disk as they were written, and replay to the same.

#include "engine/fold.hpp"
#include "store/fault_disk.hpp"
#include "store/store.hpp"
#include "support/tickets.hpp"

#include <catch_amalgamated.hpp>

#include <set>
#include <variant>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::store;
using namespace keyrack::test;
using catalogue::Desk;
using catalogue::Measure;
using catalogue::RouteKind;
using catalogue::Tier;

namespace {

CssTenant a_life_of_tickets()
{
    CssTenant tenant;
    tenant.licences("lot", "apps", "north", 3).covered("C-1", "apps", "north", 3);
    tenant.room("A").device("SN-1", "2026-01-01", "A");
    tenant.apply(SetLicenceThreshold { "EU", {}, 5 });
    tenant.apply(SetSupportTarget { Desk::rooms, Measure::response, 0, Tier::none, {}, 60 });
    tenant.apply(acme_subscription(5));
    tenant.apply(RecordSubscription { "S-2", "acme", "", "", "Zoho Desk", "", "", {} });
    tenant.apply(ForgetSubscription { "S-2" });
    auto room = room_ticket("T-1", "2026-03-02T09:00:00.001Z", "A");
    room.about->device = "SN-1";
    room.description = "Dark since eight.\n\n  Plugged in again: no change.";
    tenant.apply(room).apply(org_ticket("T-2", "2026-03-02T09:00Z", 2, "north", "apps"));
    auto form = whole_form();
    form.primary_email = "";
    tenant.apply(partner_ticket("T-3", "2026-03-02T09:00Z", RouteKind::email, form));
    tenant.apply(WritePrimaryEmail { "T-3", instant("2026-03-02T10:00Z"), "admin@acme.example" });
    tenant.apply(turning("T-1", "2026-03-02T10:00Z", TicketStep::pause));
    tenant.apply(noted("T-1", "2026-03-02T10:30Z", "Called back.\n  Nobody there."));
    auto place = turning("T-1", "2026-03-02T11:00Z", TicketStep::change_place);
    place.place = TicketPlace { "japan", "JP", "Asia/Tokyo" };
    tenant.apply(place);
    tenant.apply(WithdrawTurn { "T-1", instant("2026-03-02T11:00Z"), TicketStep::change_place });
    tenant.apply(org_ticket("T-4", "2026-03-02T09:00Z", 1, "north", "")).apply(RemoveTicket { "T-4" });
    return tenant;
}

} // namespace

TEST_CASE("support tickets come back from the disk", "[store][R68]")
{
    FaultDisk disk { 1 };
    disk.plug_in();
    auto const tenant = a_life_of_tickets();
    std::set<std::size_t> kinds;
    std::set<std::size_t> changes;
    auto store = Store::open("acme.db", Place::handles, { "select", "sync_plus" });
    REQUIRE(store);
    Ledger ledger;
    for (Command const& command : tenant.applied()) {
        auto const decision = decide(ledger, tenant.catalogue(), command, store->next_entry(), Manner::live);
        REQUIRE(decision);
        Entry entry;
        entry.device = "device";
        entry.sequence = entry.time_ms = static_cast<std::int64_t>(store->next_entry().row()) + 1;
        entry.command = command;
        REQUIRE(store->append(entry, decision->changes));
        kinds.insert(command.index());
        for (Change const& change : decision->changes) {
            ledger.apply(change);
            changes.insert(change.index());
        }
    }
    for (auto kind = Command { OpenTicket {} }.index(); kind <= Command { SetSupportTarget {} }.index(); ++kind)
        CHECK(kinds.contains(kind));
    auto const last = Change { Put<ServiceSubscription, SubscriptionId> {} }.index();
    for (auto change = Change { Put<SupportTicket, TicketId> {} }.index(); change <= last; ++change)
        CHECK(changes.contains(change));
    auto const loaded = store->load();
    REQUIRE(loaded);
    CHECK(*loaded == ledger);
    CHECK(loaded->tickets().size() == 4);
    CHECK(loaded->ticket_turns().size() == 4);
    CHECK(loaded->tickets() == tenant.ledger.tickets());
    Ledger replayed;
    auto const fold_in = [&](EntryId id, Entry const& entry) {
        REQUIRE(fold(replayed, tenant.catalogue(), entry.command, id, Manner::live).has_value());
    };
    REQUIRE(store->replay(fold_in, [](EntryId, Command const&) { }));
    CHECK(replayed == *loaded);
}
