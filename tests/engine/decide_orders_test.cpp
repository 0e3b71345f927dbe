// Orders: bought, removed, cancelled: R37, R38, R42 with D5.

#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

TEST_CASE("R37, R38: only durations that are sold can be ordered", "[engine][R37][R38]")
{
    struct Row
    {
        char const* programme;
        int years;
        char const* live;
        char const* history;
    };
    auto const row = GENERATE(values<Row>({
        // programme, years, live, history
        { "select",    0,  "bad_years",      "bad_years"                              },
        { "select",    -1, "bad_years",      "bad_years"                              },
        { "select",    1,  "applied",        "applied parties_unknown"                },
        { "select",    2,  "applied",        "applied parties_unknown"                },
        { "select",    3,  "applied",        "applied parties_unknown"                },
        { "select",    4,  "applied",        "applied parties_unknown"                },
        { "select",    5,  "applied",        "applied parties_unknown"                },
        { "select",    6,  "years_not_sold", "applied years_not_sold parties_unknown" },
        { "sync_plus", 1,  "applied",        "applied parties_unknown"                },
        { "sync_plus", 2,  "years_not_sold", "applied years_not_sold parties_unknown" },
    }));
    CAPTURE(row.programme, row.years);
    Tenant tenant;
    auto const order = placing("PO-1", row.programme, row.years, 1, "2026-01-10");
    CHECK(outcome(Tenant { tenant }.try_to(order)) == row.live);
    CHECK(outcome(tenant.try_to(order, Manner::history)) == row.history);
}

TEST_CASE("an order names what exists and what can be counted", "[engine]")
{
    struct Row
    {
        char const* name;
        PlaceOrder order;
        char const* want;
    };
    auto const with = [](auto change) {
        auto order = placing("PO-2", "select", 1, 1, "2026-01-10");
        change(order);
        return order;
    };
    std::vector<Row> const rows {
        { "as it should be",         with([](PlaceOrder&) {}),                                        "applied"           },
        { "with an account",         with([](PlaceOrder& o) { o.account = "acme"; }),                 "applied"           },
        { "no key",                  with([](PlaceOrder& o) { o.order = ""; }),                       "bad_name"          },
        { "a line break in the key", with([](PlaceOrder& o) { o.order = "PO\n2"; }),                  "bad_name"          },
        { "a key of 10 KB",          with([](PlaceOrder& o) { o.order = std::string(10'240, 'x'); }), "bad_name"          },
        { "unknown account",         with([](PlaceOrder& o) { o.account = "nobody"; }),               "unknown_account"   },
        { "unknown programme",       with([](PlaceOrder& o) { o.programme = "jumpstart"; }),          "unknown_programme" },
        { "key taken",               with([](PlaceOrder& o) { o.order = "PO-1"; }),                   "key_taken"         },
        { "no licences",             with([](PlaceOrder& o) { o.quantity = 0; }),                     "bad_quantity"      },
        { "fewer than none",         with([](PlaceOrder& o) { o.quantity = -5; }),                    "bad_quantity"      },
        { "a million",               with([](PlaceOrder& o) { o.quantity = 1'000'000; }),             "applied"           },
        { "more than a million",     with([](PlaceOrder& o) { o.quantity = 1'000'001; }),             "bad_quantity"      },
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Tenant tenant;
        tenant.apply(AddAccount { "acme", "Acme", "CH", "" }).order("PO-1", "select", 1, 1, "2026-01-10");
        CHECK(outcome(tenant.try_to(row.order)) == row.want);
    }
}

TEST_CASE("R28–R30: an order without parties is taken in from a file, and flagged", "[engine][R28][R29][R30]")
{
    Tenant tenant;
    auto const folded = tenant.try_to(placing("PO-1", "select", 1, 1, "2026-01-10"), Manner::history);
    REQUIRE(folded.has_value());
    REQUIRE(folded->size() == 1);
    CHECK(folded->front().reason == Reason::parties_unknown);
    CHECK(folded->front().facts
        == std::vector<Fact> {
            { "order", std::string { "PO-1" } }
    });
}

TEST_CASE("R42, D5: Select can be cancelled until day 30 from each order's own purchase, Sync Plus cannot",
    "[engine][R42][D5]")
{
    struct Row
    {
        char const* order;
        char const* on;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        // order  on            want
        { "PO-1", "2026-01-09", "before_purchase"     },
        { "PO-1", "2026-01-10", "applied"             },
        { "PO-1", "2026-02-08", "applied"             }, // day 29
        { "PO-1", "2026-02-09", "applied"             }, // day 30
        { "PO-1", "2026-02-10", "cancellation_closed" }, // day 31
        { "PO-2", "2026-06-30", "applied"             }, // a top-up is its own initial purchase
        { "PO-2", "2026-07-01", "cancellation_closed" },
        { "PO-3", "2026-01-10", "not_cancellable"     },
        { "PO-3", "2026-01-09", "before_purchase"     },
        { "PO-4", "2026-01-10", "unknown_order"       },
    }));
    CAPTURE(row.order, row.on);
    Tenant tenant;
    tenant.order("PO-1", "select", 3, 5, "2026-01-10").order("PO-2", "select", 3, 5, "2026-05-31");
    tenant.order("PO-3", "sync_plus", 1, 5, "2026-01-10");
    CHECK(outcome(tenant.try_to(CancelOrder { row.order, date(row.on) })) == row.want);
}

TEST_CASE("D5: an operator may set a window for another programme", "[engine][D5]")
{
    auto programme = sync_plus_programme();
    programme.cancel_within_days = catalogue::Parameter<int> {
        14, { catalogue::OriginKind::operator_set, "" }
    };
    catalogue::Catalogue const catalogue { { programme }, {} };
    Tenant tenant { catalogue };
    tenant.order("PO-1", "sync_plus", 1, 5, "2026-01-10");
    CHECK(outcome(tenant.try_to(CancelOrder { "PO-1", date("2026-01-25") })) == "cancellation_closed");
    CHECK(outcome(tenant.try_to(CancelOrder { "PO-1", date("2026-01-24") })) == "applied");
}

TEST_CASE("a cancellation is given once, and taken back as it was", "[engine][R42][D5]")
{
    Tenant tenant;
    tenant.order("PO-1", "select", 3, 5, "2026-01-10");
    CHECK(outcome(tenant.try_to(WithdrawCancellation { "PO-1", date("2026-01-20") })) == "changed_meanwhile");
    tenant.cancel("PO-1", "2026-01-20");
    CHECK(outcome(tenant.try_to(CancelOrder { "PO-1", date("2026-01-21") })) == "changed_meanwhile");
    auto const other_day = tenant.try_to(WithdrawCancellation { "PO-1", date("2026-01-21") });
    REQUIRE_FALSE(other_day.has_value());
    CHECK(other_day.error()
        == Denial {
            Reason::changed_meanwhile,
            { { "what", std::string { "cancelled_on" } }, { "expected", date("2026-01-21") },
                                 { "found", date("2026-01-20") } }
    });
    tenant.apply(WithdrawCancellation { "PO-1", date("2026-01-20") });
    CHECK_FALSE(tenant.ledger.orders().rows()[0].cancelled_on.has_value());
    tenant.cancel("PO-1", "2026-01-21");
    CHECK(tenant.ledger.orders().rows()[0].cancelled_on == date("2026-01-21"));
}

TEST_CASE(
    "a cancellation that a file brings is recorded, and flagged where a person's would be refused", "[engine][D5]")
{
    struct Row
    {
        char const* programme;
        char const* cancelled_on;
        char const* live;
        char const* history;
    };
    auto const row = GENERATE(values<Row>({
        // programme   cancelled     live                   history
        { "select",    "2026-02-09", "applied",             "applied parties_unknown"                     },
        { "select",    "2026-02-10", "cancellation_closed", "applied cancellation_closed parties_unknown" },
        { "select",    "2026-01-09", "before_purchase",     "applied before_purchase parties_unknown"     },
        { "sync_plus", "2026-01-12", "not_cancellable",     "applied not_cancellable parties_unknown"     },
    }));
    CAPTURE(row.programme, row.cancelled_on);
    auto order = placing("PO-1", row.programme, 1, 1, "2026-01-10");
    order.cancelled_on = date(row.cancelled_on);
    Tenant tenant;
    CHECK(outcome(Tenant { tenant }.try_to(order)) == row.live);
    CHECK(outcome(tenant.try_to(order, Manner::history)) == row.history);
    CHECK(tenant.ledger.orders().rows()[0].cancelled_on == date(row.cancelled_on));
}

TEST_CASE("an order is removed while nothing stands on it, and its number may be used again", "[engine]")
{
    Tenant tenant;
    tenant.room("left").order("PO-1", "select", 3, 5, "2026-01-10").assign("PO-1", 5, "left", "2026-02-01");
    auto const refused = tenant.try_to(RemoveOrder { "PO-1" });
    REQUIRE(outcome(refused) == "has_dependents");
    CHECK(refused.error().facts[2] == Fact { "count", std::int64_t { 1 } });
    tenant.apply(WithdrawAssignments { { { { "PO-1", 5 }, date("2026-02-01") } } }).apply(RemoveOrder { "PO-1" });
    CHECK(outcome(tenant.try_to(RemoveOrder { "PO-1" })) == "changed_meanwhile");
    CHECK(outcome(tenant.try_to(RemoveOrder { "PO-9" })) == "unknown_order");
    CHECK(outcome(tenant.try_to(assigning("PO-1", 1, "left", "2026-02-01"))) == "unknown_order");

    tenant.order("PO-1", "sync_plus", 1, 2, "2026-03-01");
    CHECK(tenant.ledger.orders().size() == 1);
    CHECK(tenant.ledger.orders().rows()[0].quantity == 2);
    tenant.assign("PO-1", 1, "left", "2026-03-05");
    CHECK(tenant.until("left", sync_plus_id, "2026-03-05") == date("2027-03-05"));
}
