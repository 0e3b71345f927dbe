// A rule that is switched off demands nothing. Each of these rows is an answer that hangs on one rule, so that breaking
// the rule breaks a test; tests/support/rules_noticed.sh runs the whole suite without each rule in turn.

#include "engine/switched_off.hpp"
#include "engine/warranty.hpp"
#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;
using catalogue::Feature;

namespace {

Tenant a_tenant_of_many_rules()
{
    Tenant tenant;
    tenant.room("left").room("alone", InSync::no).base_warranty(1).device("SN-1", "2022-01-01", "left");
    tenant.order("PO-1", "select", 1, 60, "2026-01-10").order("PO-2", "select", 1, 60, "2026-04-10");
    tenant.assign("PO-1", 1, "left", "2026-02-01").assign("PO-1", 2, "alone", "2026-02-01");
    tenant.room("up").assign("PO-1", 3, "up", "2026-02-01", "2026-02-10");
    tenant.assign("PO-2", 1, "up", "2026-05-01", "2026-05-04").cancel("PO-2", "2026-05-03");
    tenant.room("plus").order("PO-3", "sync_plus", 1, 1, "2026-01-10");
    return std::move(tenant.assign("PO-3", 1, "plus", "2026-02-01"));
}

bool is_covered(Tenant const& tenant, char const* room, char const* as_of)
{
    auto const bulk = tenant.until(room, select_id, as_of);
    auto const proven = tenant.covered_by(room, select_id, as_of);
    CHECK((proven.answer == Holds::yes) == (bulk != always));
    return bulk != always;
}

bool has(Tenant const& tenant, char const* room, Feature feature)
{
    return has_feature(tenant.ledger, tenant.catalogue(), tenant.room_id(room), feature, date("2026-03-01")).answer
        == Holds::yes;
}

bool is_clipped(Tenant const& tenant)
{
    auto const verdict = warranty_on(tenant.ledger, tenant.catalogue(), tenant.device_id("SN-1"), date("2026-03-01"));
    return verdict.warranty.clipped_from.has_value();
}

bool can_be_cancelled(Tenant const& tenant, char const* order, char const* as_of)
{
    return tenant.status(order, as_of).cancellable_until.has_value();
}

bool counts(Tenant const& tenant, char const* order, char const* as_of)
{
    return counts_for_spares(tenant.ledger, tenant.catalogue(), tenant.order_id(order), date(as_of));
}

bool is_free(Tenant const& tenant, LicenceKey const& licence, char const* as_of)
{
    LicenceRef const ref { tenant.order_id(licence.order), licence.number };
    return status_of(tenant.ledger, tenant.catalogue(), ref, date(as_of)).state == LicenceState::unassigned;
}

bool in_force(Tenant const& tenant, char const* order, char const* as_of)
{
    auto const columns = coverage_of_all(tenant.ledger, tenant.catalogue(), date(as_of));
    return columns.orders[tenant.order_id(order).row()].in_force;
}

} // namespace

TEST_CASE("switching a rule off changes the answer that hangs on it", "[engine]")
{
    using Asked = Tenant const&;
    struct Row
    {
        Rule rule;
        bool (*answer)(Asked);
    };
    auto const row = GENERATE(values<Row>({
        { Rule::licence_is_assigned,     [](Asked tenant) { return is_covered(tenant, "up", "2026-02-10"); }         },
        { Rule::term_has_started,        [](Asked tenant) { return in_force(tenant, "PO-2", "2026-04-30"); }         },
        { Rule::term_has_not_ended,      [](Asked tenant) { return is_covered(tenant, "left", "2027-02-01"); }       },
        { Rule::order_is_not_cancelled,  [](Asked tenant) { return is_covered(tenant, "up", "2026-05-03"); }         },
        { Rule::order_in_force,          [](Asked tenant) { return is_covered(tenant, "left", "2027-02-01"); }       },
        { Rule::room_is_in_sync,         [](Asked tenant) { return has(tenant, "alone", Feature::insights); }        },
        { Rule::programme_gives_feature, [](Asked tenant) { return has(tenant, "plus", Feature::instant_rma); }      },
        { Rule::spares_count,            [](Asked tenant) { return counts(tenant, "PO-2", "2026-05-03"); }           },
        { Rule::warranty_cap,            [](Asked tenant) { return !is_clipped(tenant); }                            },
        { Rule::order_can_be_cancelled,  [](Asked tenant) { return can_be_cancelled(tenant, "PO-1", "2026-06-01"); } },
        { Rule::licence_is_free,         [](Asked tenant) { return is_free(tenant, { "PO-1", 1 }, "2026-03-01"); }   },
    }));
    CAPTURE(code(row.rule));
    auto const tenant = a_tenant_of_many_rules();
    CHECK_FALSE(row.answer(tenant));
    {
        SwitchedOff const off { row.rule };
        CHECK(row.answer(tenant));
    }
    CHECK_FALSE(row.answer(tenant));
}
