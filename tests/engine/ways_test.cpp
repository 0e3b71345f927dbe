// A command that would be refused, and what would do instead: every way is tried.

#include "codec/catalogue_json.hpp"
#include "engine/question.hpp"
#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

TryAnswer trying(Tenant const& tenant, Command const& command, char const* day = "2026-03-01")
{
    auto answer = verdict(tenant.ledger, tenant.catalogue(), TryQuestion { command }, date(day));
    REQUIRE(answer.has_value());
    return std::get<TryAnswer>(std::move(*answer));
}

OrderDetails some_details(char const* address = "1 Main Street")
{
    OrderDetails details;
    details.vendor_order_number = "V-1";
    details.customer = { "Acme", "ada@acme.example", address };
    details.reseller = { "Resell", "orders@resell.example", "2 Side Street" };
    details.distributor = { "Distri", "po@distri.example", "3 Long Road" };
    return details;
}

PlaceServiceOrder an_order_of(std::vector<OrderLine> lines)
{
    return { "PO-1", std::move(lines), date("2026-02-01"), some_details() };
}

// Ada manages, Bob looks.
Tenant with_people()
{
    Tenant tenant { codec::shipped_catalogue() };
    tenant.apply(
        SendInvitation { "L1", "ada@acme.example", "Ada", Role::admin, MailLanguage::english, date("2026-01-01") });
    tenant.apply(AcceptInvitation { "L1", "ada@acme.example", date("2026-01-02") });
    tenant.apply(
        SendInvitation { "L2", "bob@acme.example", "Bob", Role::read_only, MailLanguage::english, date("2026-01-01") });
    return std::move(tenant.apply(AcceptInvitation { "L2", "bob@acme.example", date("2026-01-02") }));
}

// The one way there is, applied step by step.
Tenant after(Tenant tenant, TryAnswer const& answer)
{
    REQUIRE(answer.ways.size() == 1);
    for (Command const& step : answer.ways.front()) tenant.apply(step);
    return tenant;
}

std::string refusal(TryAnswer const& answer)
{
    return answer.denial ? std::string { code(answer.denial->reason) } : "applied";
}

} // namespace

TEST_CASE("R33, D10: a mixed order is offered as one order a service", "[engine][R33][D10]")
{
    Tenant const tenant { codec::shipped_catalogue() };
    auto const answer = trying(tenant,
        an_order_of({
            { "select",            3, 5 },
            { "extended_warranty", 2, 4 }
    }));
    CHECK(refusal(answer) == "mixed_services");
    auto const split = after(tenant, answer);
    REQUIRE(split.ledger.service_orders().size() == 2);
    CHECK(split.ledger.service_orders().rows()[0].programme == "select");
    CHECK(split.ledger.service_orders().rows()[1].programme == "extended_warranty");
    CHECK(refusal(trying(tenant,
              an_order_of({
                  { "select", 3, 5 }
    })))
        == "applied");
}

TEST_CASE("R57, D10: a group mailbox is told and not refused", "[engine][R57][D10]")
{
    auto order = an_order_of({
        { "select", 3, 5 }
    });
    order.details.customer.email = "info@acme.example";
    auto const answer = trying(Tenant { codec::shipped_catalogue() }, order);
    CHECK(refusal(answer) == "applied");
    REQUIRE(answer.warnings.size() == 1);
    CHECK(answer.warnings[0].reason == Reason::group_mailbox);
}

TEST_CASE(
    "R36, R45: an order without an account is matched once its address is recorded", "[engine][R36][R45][R46][R47]")
{
    Tenant tenant { codec::shipped_catalogue() };
    tenant
        .apply(AddAccount {
            "acme", "Acme", "CH", ""
    })
        .apply(an_order_of({ { "select", 3, 5 } }));
    auto const process = ProcessServiceOrder { "PO-1", "", "L1", date("2026-02-02") };
    auto const answer = trying(tenant, process);
    CHECK(refusal(answer) == "account_unmatched");
    CHECK(after(tenant, answer).ledger.order("PO-1").exists());
    tenant.apply(AddAccount { "acme-no", "Acme Norge", "NO", "acme" });
    auto const two = trying(tenant, process);
    REQUIRE(two.ways.size() == 2);
    CHECK(two.ways[0].front()
        == Command {
            RecordAddress { "1 Main Street", "acme", AddressKind::headquarters }
    });
    CHECK(two.ways[1].front()
        == Command {
            RecordAddress { "1 Main Street", "acme-no", AddressKind::site }
    });
}

TEST_CASE("R58, R60: an invitation that is not open to who clicks is sent again", "[engine][R55][R58][R59][R60]")
{
    struct Row
    {
        char const* email;
        char const* day;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "eve@acme.example", "2026-01-31", "applied"              }, // day 30
        { "eve@acme.example", "2026-02-01", "invitation_expired"   },
        { "sam@acme.example", "2026-01-31", "invitation_not_yours" },
    }));
    CAPTURE(row.email, row.day);
    auto tenant = with_people();
    tenant.apply(
        SendInvitation { "L3", "eve@acme.example", "Eve", Role::read_only, MailLanguage::english, date("2026-01-01") });
    auto const answer = trying(tenant, AcceptInvitation { "L3", row.email, date(row.day) }, row.day);
    CHECK(refusal(answer) == row.want);
    if (answer.denial) CHECK(after(tenant, answer).ledger.person(row.email).exists());
}

TEST_CASE("R74, D11: a limit that is reached is raised", "[engine][R74][D11]")
{
    auto tenant = with_people();
    DelegateAccess const delegate { "pat@partner.example", "Pat", "Partner", Role::read_only, date("2026-03-01"),
        never };
    tenant.apply(SetUserLimit { std::nullopt, 3 });
    CHECK(refusal(trying(tenant, delegate)) == "applied");
    tenant.apply(SetUserLimit { 3, 2 });
    auto const answer = trying(tenant, delegate);
    CHECK(refusal(answer) == "user_limit_reached");
    CHECK(after(tenant, answer).ledger.person("pat@partner.example").exists());
}

TEST_CASE("R74: a person is told how many have access and how many may", "[engine][R74][D11]")
{
    struct Row
    {
        int limit;
        Holds want;
    };
    auto const row = GENERATE(values<Row>({
        { 1, Holds::no  },
        { 2, Holds::yes },
    }));
    auto tenant = with_people();
    tenant.apply(SetUserLimit { std::nullopt, row.limit });
    auto const answer = std::get<PersonAnswer>(
        verdict(tenant.ledger, tenant.catalogue(), PersonQuestion { "bob@acme.example" }, date("2026-03-01")).value());
    CHECK(answer.users == 2);
    CHECK(answer.user_limit == row.limit);
    auto const within = std::ranges::find(answer.proof, Rule::users_within_limit, &Proof::rule);
    REQUIRE(within != answer.proof.end());
    CHECK(within->holds == row.want);
}

TEST_CASE("R70: the last who manages stays until somebody else does", "[engine][R70]")
{
    auto const tenant = with_people();
    auto const answer = trying(tenant, SetRole { "ada@acme.example", Role::admin, Role::read_only });
    CHECK(refusal(answer) == "last_admin");
    auto const changed = after(tenant, answer);
    CHECK(changed.ledger.people()[changed.ledger.person("bob@acme.example")].role == Role::admin);
}

TEST_CASE("R76, R79: another licence, or the room in Sync first", "[engine][R76][R79]")
{
    Tenant tenant { codec::shipped_catalogue() };
    tenant.room("fjord").room("limmat", InSync::no).order("PO-1", "select", 3, 2, "2026-01-10");
    tenant.order("SP-1", "sync_plus", 1, 1, "2026-01-10").assign("PO-1", 1, "fjord", "2026-02-01");
    auto const taken = trying(tenant, assigning("PO-1", 1, "limmat", "2026-03-01"));
    CHECK(refusal(taken) == "already_assigned");
    CHECK(after(tenant, taken).ledger.assignments().rows().back().number == 2);
    auto const not_in_sync = trying(tenant, assigning("SP-1", 1, "limmat", "2026-03-01"));
    CHECK(refusal(not_in_sync) == "room_not_in_sync");
    CHECK(after(tenant, not_in_sync).ledger.assignments().size() == 2);
}

TEST_CASE("R14: a licence that is on a device already: another one of the order", "[engine][R14]")
{
    Tenant tenant { codec::shipped_catalogue() };
    tenant.room("fjord").device("SN-1", "2026-01-10", "fjord").device("SN-2", "2026-01-10", "fjord");
    tenant.order("EW-1", "extended_warranty", 2, 2, "2026-01-10");
    tenant.apply(ExtendWarranty {
        { "EW-1", 1 },
        "SN-1", date("2026-02-01")
    });
    ExtendWarranty const again {
        { "EW-1", 1 },
        "SN-2", date("2026-02-01")
    };
    auto const after_one = after(tenant, trying(tenant, again));
    CHECK(after_one.ledger.device_licences().rows().back().number == 2);
    CHECK(trying(after_one, again).ways.empty()); // none is left
}

TEST_CASE("a refusal that nothing cures has no way", "[engine]")
{
    Tenant const tenant { codec::shipped_catalogue() };
    auto const answer = trying(tenant, RemoveRoom { "nowhere" });
    CHECK(refusal(answer) == "unknown_room");
    CHECK(answer.ways.empty());
}
