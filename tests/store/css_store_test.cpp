// The tables of Customer Success Services are the ledger's rows, and replaying the journal rebuilds them.

#include "store/store.hpp"
#include "store/workload.hpp"
#include "support/css_tenant.hpp"

#include <catch_amalgamated.hpp>

#include <set>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::store;
using namespace keyrack::test;
using catalogue::CssTier;

namespace {

// Every command of Customer Success Services once at least.
CssTenant a_tenant()
{
    CssTenant tenant;
    tenant.apply(AddAccount { "acme", "Acme", "NO", "" })
        .apply(AddOrgId { "acme-1", "Acme", "acme", OrgRegion::japan });
    tenant.licences("L-1", "apps", "north", 9).retired("L-1", 2, "2026-02-01");
    tenant.transferred("L-1", "south", "L-2", 3, "2026-02-01").transferred("L-1", "south", "L-3", 1, "2026-02-01");
    tenant.apply(WithdrawTransfer { "L-1", "L-3" });
    tenant.licences("L-4", "gate", "north", 1);
    tenant.apply(RemoveSoftwareLicences { "L-4" }).apply(RemoveOrgId { "acme-1" }).apply(RemoveProductLine { "gate" });
    tenant.covered("C-1", "apps", "north", 9, CssTier::select, "2026-01-01", 2, 1'000'000);
    tenant.apply(UpgradeTier { { "C-1" }, CssTier::priority, date("2026-03-01") });
    tenant.apply(UpgradeTier { { "C-1" }, CssTier::priority_plus, date("2026-04-01") });
    tenant.apply(WithdrawUpgrade { { "C-1" }, date("2026-04-01") });
    tenant.apply(UseHours { "C-1", "U-1", 10, date("2026-05-01"), ChangeEvent::update });
    tenant.apply(UseHours { "C-1", "U-2", 10, date("2026-05-01"), ChangeEvent::implementation });
    tenant.apply(WithdrawHours { "U-2" }).apply(RenewContract { "C-1", "C-2", 1, date("2027-12-01"), {} });
    tenant.apply(ReinstateContract { "C-2", "C-3", 1, date("2029-02-01"), {} }).apply(RemoveCoverage { "C-3" });
    tenant.apply(SetLifecycle {
        "apps", "1", {},
          { date("2026-01-01"), {}, date("2030-01-01") }
    });
    return std::move(
        static_cast<CssTenant&>(tenant.apply(SetCssPrice { .price = CssPriceKind::srp_percent, .amount = 20 })));
}

} // namespace

TEST_CASE("the tables of Customer Success Services equal their replay", "[store][R24]")
{
    auto const tenant = a_tenant();
    auto store = Store::open("css.db", Place::memory, { "select", "sync_plus" });
    REQUIRE(store);
    Ledger ledger;
    std::set<std::size_t> kinds;
    std::set<std::size_t> changes;
    for (Command const& command : tenant.applied()) {
        auto const id = store->next_entry();
        auto decision = decide(ledger, tenant.catalogue(), command, id, Manner::live);
        REQUIRE(decision.has_value());
        REQUIRE(store->append(entry_of(command, id.row() + 1), decision->changes));
        kinds.insert(command.index());
        for (Change const& change : decision->changes) {
            ledger.apply(change);
            changes.insert(change.index());
        }
    }
    for (auto kind = Command { AddOrgId {} }.index(); kind < Command { PlaceServiceOrder {} }.index(); ++kind)
        CHECK(kinds.contains(kind));
    auto const first_change = Change { Put<Org, OrgId> {} }.index();
    for (auto change = first_change; change < Change { Put<ServiceOrder, ServiceOrderId> {} }.index(); ++change)
        CHECK(changes.contains(change));
    auto const loaded = store->load();
    REQUIRE(loaded);
    CHECK(*loaded == ledger);
    CHECK(loaded->css() == tenant.ledger.css());
    Ledger replayed;
    auto const fold_in = [&](EntryId id, Entry const& entry) {
        REQUIRE(fold(replayed, tenant.catalogue(), entry.command, id, Manner::live).has_value());
    };
    REQUIRE(store->replay(fold_in, [](EntryId, Command const&) { }));
    CHECK(replayed == *loaded);
}
