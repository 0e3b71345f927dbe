// Service orders, people and mails come back from the disk as they were written.

#include "codec/catalogue_json.hpp"
#include "engine/fold.hpp"
#include "store/fault_disk.hpp"
#include "store/store.hpp"
#include "support/dates.hpp"

#include <catch_amalgamated.hpp>

#include <set>
#include <variant>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::store;
using namespace keyrack::test;

namespace {

std::vector<Command> a_life()
{
    OrderDetails details;
    details.vendor_order_number = "V-1";
    details.customer = { "Acme", "ada@acme.example", "1 Main Street" };
    details.reseller = { "Resell", "orders@resell.example", "2 Side Street" };
    details.distributor = { "Distri", "po@distri.example", "3 Long Road" };
    details.language = MailLanguage::norwegian;
    return {
        OpenTenant { "Acme" },
         AddAccount { "acme", "Acme", "NO", "" },
        RecordAddress { "1 Main Street", "acme", AddressKind::site },
        PlaceServiceOrder { "PO-1", { { "select", 3, 5 } }, date("2026-01-10"), details },
        PlaceServiceOrder { "PO-2", { { "sync_plus", 1, 5 } }, date("2026-01-10"), details },
        RejectServiceOrder { "PO-2", "wrong address" },
         ProcessServiceOrder { "PO-1", "", "L1", date("2026-01-11") },
        ResendInvitation { "L1", "L2", "", date("2026-01-12") },
        AcceptInvitation { "L2", "ada@acme.example", date("2026-01-13") },
        DelegateAccess {
                    "pat@partner.example", "Pat", "Partner", Role::read_only, date("2026-02-01"), date("2026-03-01") },
        SetUserLimit { std::nullopt, 7 },
        PlaceServiceOrder { "PO-3", { { "select", 1, 1 } }, date("2026-01-10"), details },
        RemoveServiceOrder { "PO-3" },
        CorrectServiceOrder { "PO-2", { { "sync_plus", 1, 6 } }, date("2026-01-11"), details },
        RecordAddress { "9 Main Street", "acme", AddressKind::site },
         ForgetAddress { "9 Main Street" },
        SendInvitation { "L3", "bob@acme.example", "Bob", Role::read_only, MailLanguage::german, date("2026-02-01") },
        WithdrawInvitation { "L3" },
         ReopenInvitation { "L3" },
         WithdrawInvitation { "L3" },
        SetRole { "pat@partner.example", Role::read_only, Role::admin },
        EndAccess { "pat@partner.example", date("2026-03-01"), date("2026-02-15") },
        RemovePerson { "pat@partner.example" },
        AddRoom { "fjord", "Fjord", "Oslo", "NO", "", InSync::yes, Importance::important },
        AddDevice { "SN-1", "Tap", date("2026-01-10"), "fjord", std::nullopt },
        PlaceOrder { "EW-1", "acme", "extended_warranty", 2, 3, date("2026-01-10"), std::nullopt },
        ExtendWarranty { { "EW-1", 1 }, "SN-1", date("2026-02-01") },
        ExtendWarranty { { "EW-1", 2 }, "SN-1", date("2026-02-01") },
         WithdrawExtension { { "EW-1", 1 }, "SN-1" },
        SetCountryTerms { "select", "NO", date("2026-06-01"), std::nullopt,
                    CountryRule { Availability::other_terms, "RMA in 5 days" } },
        SetCourier { "Oslo", Courier::unknown, Courier::unreliable },
         LinkSyncRoom { "fjord", "sync-1" },
        ReportRoomState { "sync-1", RoomState::unknown, RoomState::offline },
        AddRoom { "alster", "Alster", "Hamburg", "DE", "", InSync::yes, Importance::ordinary },
        LinkSyncRoom { "alster", "sync-2" },
         UnlinkSyncRoom { "alster", "sync-2" },
        CorrectRoom { "alster", { "Alster", "Hamburg", "DE" }, { "Alster", "Altona", "DE" } },
        PlaceOrder { "S-50", "", "select", 1, 100, date("2026-01-10"), std::nullopt },
        Assign { { { { "S-50", 1 }, "fjord" } }, date("2026-02-01"), never },
        AgreeSpare { "spare-1", "Tap", "Oslo, Main Street 1", "Sam", date("2026-02-02") },
        AgreeSpare { "spare-2", "Tap", "Bergen", "", date("2026-02-02") },
         WithdrawSpare { "spare-2" },
        SetSignIn { std::nullopt, SignInSetup { "https://login.acme.example", "keyrack" } },
        SetCapEffect { CapEffect::warns, CapEffect::blocks },
         RenameTenant { "Acme", "Apex" }
    };
}

} // namespace

TEST_CASE("service orders, people and mails come back from the disk", "[store][R12][R63]")
{
    FaultDisk disk { 1 };
    disk.plug_in();
    Ledger ledger;
    std::set<std::size_t> kinds;
    std::set<std::size_t> changes;
    {
        auto store = Store::open("acme.db", Place::handles, { "select", "sync_plus", "extended_warranty" });
        REQUIRE(store);
        std::int64_t sequence = 0;
        for (Command const& command : a_life()) {
            auto const decision =
                decide(ledger, codec::shipped_catalogue(), command, store->next_entry(), Manner::live);
            REQUIRE(decision);
            Entry entry;
            entry.device = "device";
            entry.sequence = ++sequence;
            entry.time_ms = sequence;
            entry.command = command;
            REQUIRE(store->append(entry, decision->changes));
            kinds.insert(command.index());
            for (Change const& change : decision->changes) {
                ledger.apply(change);
                changes.insert(change.index());
            }
        }
    }
    for (auto kind = Command { PlaceServiceOrder {} }.index(); kind < Command { OpenTicket {} }.index(); ++kind)
        CHECK(kinds.contains(kind));
    auto const first_change = Change { Put<ServiceOrder, ServiceOrderId> {} }.index();
    for (auto change = first_change; change < Change { Put<SupportTicket, TicketId> {} }.index(); ++change)
        CHECK(changes.contains(change));
    for (auto kind = Command { LinkSyncRoom {} }.index(); kind < std::variant_size_v<CommandKinds>; ++kind)
        CHECK(kinds.contains(kind));
    auto const first_of_setup = Change { Put<SyncRoom, SyncRoomId> {} }.index();
    for (auto change = first_of_setup; change < Change { Put<Timing, TimingId> {} }.index(); ++change)
        CHECK(changes.contains(change));
    auto const store = Store::open("acme.db", Place::handles, { "select", "sync_plus", "extended_warranty" });
    REQUIRE(store);
    auto const loaded = store->load();
    REQUIRE(loaded);
    CHECK(*loaded == ledger);
    CHECK(loaded->mails().size() == 4);
    CHECK(loaded->service_orders().size() == 3);
    CHECK(loaded->people().size() == 2);
    Ledger replayed;
    auto const fold_in = [&](EntryId id, Entry const& entry) {
        REQUIRE(fold(replayed, codec::shipped_catalogue(), entry.command, id, Manner::live).has_value());
    };
    REQUIRE(store->replay(fold_in, [](EntryId, Command const&) { }));
    CHECK(replayed == *loaded);
}
