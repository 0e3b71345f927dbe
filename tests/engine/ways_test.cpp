// A command that would be refused, and what would do instead: every way is tried.

#include "codec/catalogue_json.hpp"
#include "engine/ticket_words.hpp"
#include "support/asking.hpp"
#include "support/css_tenant.hpp"
#include "support/tickets.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;
using catalogue::CssTier;

namespace {

TryAnswer trying(Tenant const& tenant, Command const& command, char const* day = "2026-03-01")
{
    return told<TryAnswer>(tenant, TryQuestion { command }, day);
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

// The best way, applied step by step.
Tenant after(Tenant tenant, TryAnswer const& answer)
{
    REQUIRE_FALSE(answer.ways.empty());
    for (Command const& step : answer.ways.front().steps) tenant.apply(step);
    return tenant;
}

struct Told
{
    std::string operator()(PlaceOrder const& command) const { return "place_order " + std::to_string(command.years); }
    std::string operator()(OpenTicket const& command) const
    {
        return "open_ticket " + std::string { code(command.partner->channel) };
    }
    std::string operator()(RenewContract const& command) const
    {
        return command.years == 1 ? "renew_contract" : "renew_contract " + std::to_string(command.years);
    }
    std::string operator()(ReinstateContract const&) const { return "reinstate_contract"; }
    std::string operator()(UpgradeTier const& command) const
    {
        return "upgrade_tier " + std::to_string(command.contracts.size());
    }
    std::string operator()(UseHours const& command) const { return "use_hours " + std::to_string(command.hours); }
    std::string operator()(RetireLicences const& command) const
    {
        return "retire_licences " + std::to_string(command.count);
    }
    std::string operator()(TransferLicences const& command) const
    {
        return "transfer_licences " + std::to_string(command.count);
    }
    template <class Other>
    std::string operator()(Other const&) const
    {
        return "other";
    }
};

// Ways by what makes them out: "use_hours 40", "upgrade_tier 2, use_hours 80".
std::vector<std::string> told(TryAnswer const& answer)
{
    std::vector<std::string> ways;
    for (Way const& way : answer.ways) {
        std::string steps;
        for (Command const& step : way.steps)
            steps += (steps.empty() ? "" : ", ") + std::visit(Told {}, static_cast<CommandKinds const&>(step));
        ways.push_back(std::move(steps));
    }
    return ways;
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
    CHECK(two.ways[0].steps.front()
        == Command {
            RecordAddress { "1 Main Street", "acme", AddressKind::headquarters }
    });
    CHECK(two.ways[1].steps.front()
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

TEST_CASE("R58: past a withdrawal that is refused, and past one that stands", "[engine][R58][D20]")
{
    auto tenant = with_people();
    SendInvitation const inviting { "L3", "eve@acme.example", "Eve", Role::read_only, MailLanguage::english,
        date("2026-02-20") };
    tenant.apply(inviting).apply(ResendInvitation { "L3", "L4", "", date("2026-02-21") });
    // Of one that was replaced the newer link; of one that was accepted the access.
    auto const replaced = trying(tenant, WithdrawInvitation { "L3" });
    CHECK(refusal(replaced) == "invitation_closed");
    REQUIRE_FALSE(replaced.ways.empty());
    CHECK(replaced.ways.front().steps == std::vector<Command> { WithdrawInvitation { "L4" } });
    auto const accepted = trying(tenant, WithdrawInvitation { "L2" });
    CHECK(refusal(accepted) == "invitation_closed");
    auto const ended = after(tenant, accepted);
    CHECK(ended.ledger.people()[ended.ledger.person("bob@acme.example")].days.to == date("2026-03-01"));
    // Who was let in all the same: it opens again first.
    tenant.apply(WithdrawInvitation { "L4" });
    auto const shut = trying(tenant, AcceptInvitation { "L4", "eve@acme.example", date("2026-03-01") });
    CHECK(refusal(shut) == "invitation_closed");
    CHECK(after(tenant, shut).ledger.person("eve@acme.example").exists());
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

TEST_CASE("R14: a licence that is on a device already: another one of the order, or it comes off there first",
    "[engine][R14]")
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
    auto const none_left = trying(after_one, again);
    REQUIRE(none_left.ways.size() == 1);
    CHECK(none_left.ways.front().preparing == 1);
    CHECK(after(after_one, none_left).ledger.device_licences().rows().back().number == 1);
}

TEST_CASE("R37, R38: a duration that is not sold is offered as those that are, the closest first", "[engine][R37][R38]")
{
    Tenant const tenant { codec::shipped_catalogue() };
    auto const answer = trying(tenant, placing("PO-1", "select", 7, 1, "2026-01-10"));
    CHECK(refusal(answer) == "years_not_sold");
    CHECK(told(answer) == std::vector<std::string> { "place_order 5", "place_order 4", "place_order 3" });
    CHECK(told(trying(tenant, placing("PO-1", "sync_plus", 3, 1, "2026-01-10")))
        == std::vector<std::string> { "place_order 1" });
}

TEST_CASE("R76: no licence of the order is left, or it does not reach so far: what else would cover the room",
    "[engine][R40][R47][R76]")
{
    struct Row
    {
        char const* name;
        LicenceKey licence;
        char const* from;
        char const* refused;
    };
    auto const row = GENERATE(values<Row>({
        { "taken, and no other of the order", { "PO-1", 1 }, "2026-03-01", "already_assigned"   },
        { "beyond its quantity",              { "PO-1", 9 }, "2026-03-01", "unknown_licence"    },
        { "after the term",                   { "PO-3", 1 }, "2028-03-01", "after_term"         },
        { "after the cancellation",           { "PO-4", 1 }, "2026-03-01", "after_cancellation" },
        { "before it was bought",             { "PO-2", 1 }, "2026-01-01", "before_purchase"    },
    }));
    CAPTURE(row.name);
    Tenant tenant { codec::shipped_catalogue() };
    tenant.room("A").room("B").order("PO-1", "select", 5, 1, "2026-01-10").order("PO-2", "select", 5, 3, "2026-01-10");
    tenant.order("PO-3", "select", 1, 1, "2026-01-10").order("PO-4", "select", 5, 1, "2026-01-10");
    tenant.cancel("PO-4", "2026-02-01").assign("PO-1", 1, "A", "2026-02-01");
    auto const answer = trying(tenant, Assign { { { row.licence, "B" } }, date(row.from), never });
    CHECK(refusal(answer) == row.refused);
    REQUIRE_FALSE(answer.ways.empty());
    for (Command const& step : answer.ways.front().steps) tenant.apply(step);
    CHECK(tenant.covered_by("B", tenant.catalogue().find("select"), "2028-06-01").answer == Holds::yes);
}

TEST_CASE("what stands on an order or a room is taken back with it", "[engine]")
{
    Tenant tenant { codec::shipped_catalogue() };
    tenant.room("A").order("PO-1", "select", 3, 2, "2026-01-10").assign("PO-1", 1, "A", "2026-02-01");
    for (Command const& command : { Command { RemoveOrder { "PO-1" } }, Command { RemoveRoom { "A" } } }) {
        auto const answer = trying(tenant, command);
        CHECK(refusal(answer) == "has_dependents");
        static_cast<void>(after(tenant, answer));
    }
}

TEST_CASE("what is an account's goes before it, unless it is a processed order", "[engine][R20][R48]")
{
    Tenant tenant { codec::shipped_catalogue() };
    auto room = adding_room("A");
    room.account = "acme";
    tenant.apply(AddAccount { "acme", "Acme", "CH", "" }).apply(AddAccount { "acme-no", "Acme AS", "NO", "acme" });
    tenant.apply(room).apply(RecordAddress { "1 Main Street", "acme", AddressKind::headquarters });
    auto const answer = trying(tenant, RemoveAccount { "acme" });
    CHECK(refusal(answer) == "has_dependents");
    auto const rest = after(tenant, answer);
    CHECK(rest.ledger.accounts()[rest.ledger.account("acme")].standing == Standing::withdrawn);
    CHECK(rest.ledger.accounts()[rest.ledger.account("acme-no")].standing == Standing::withdrawn);
    tenant.apply(an_order_of({
        { "select", 3, 5 }
    }));
    tenant.apply(ProcessServiceOrder { "PO-1", "acme", "L1", date("2026-02-02") });
    CHECK(trying(tenant, RemoveAccount { "acme" }).ways.empty());
}

TEST_CASE("what changed meanwhile is offered on what stands now", "[engine]")
{
    auto tenant = with_people();
    tenant.apply(AddRoom { "A", "A", "Oslo", "NO", "", InSync::yes, {} }).room("B").device("SN-1", "2026-01-01", "B");
    tenant.order("PO-1", "select", 3, 2, "2026-01-10").assign("PO-1", 1, "A", "2026-02-01", "2026-05-01");
    std::vector<Command> const commands {
        MoveDevice { "SN-1", "", "A", date("2026-03-01") },
        CorrectRoom { "A", { "Aa", "Oslo", "NO" }, { "Alpha", "Oslo", "NO" } },
        EndAssignment { { "PO-1", 1 }, date("2026-02-01"), never, date("2026-04-01") },
        SetRole { "bob@acme.example", Role::admin, Role::admin },
        EndAccess { "bob@acme.example", date("2026-09-01"), date("2026-10-01") },
    };
    for (Command const& command : commands) {
        CAPTURE(command.index());
        auto const answer = trying(tenant, command);
        CHECK(refusal(answer) == "changed_meanwhile");
        auto const done = after(tenant, answer);
        CHECK_FALSE(done.ledger == tenant.ledger);
    }
}

TEST_CASE("R71: a room of Sync that is another room here comes apart first", "[engine][R71]")
{
    Tenant tenant { codec::shipped_catalogue() };
    tenant.room("A").room("B").apply(LinkSyncRoom { "A", "sync-1" });
    auto const answer = trying(tenant, LinkSyncRoom { "B", "sync-1" });
    CHECK(refusal(answer) == "sync_room_taken");
    auto const done = after(tenant, answer);
    CHECK(done.ledger.sync_room_of(done.room_id("B")).exists());
}

TEST_CASE("R93, R97: a spare of what is not deployed is offered as one of what is", "[engine][R93][R97]")
{
    Tenant tenant { codec::shipped_catalogue() };
    tenant.room("A").device("SN-1", "2026-01-01", "A").order("PO-1", "select", 3, 50, "2026-01-10");
    tenant.assign("PO-1", 1, "A", "2026-01-20");
    auto const answer = trying(tenant, AgreeSpare { "spare-1", "Scribe", "Oslo", "", date("2026-03-01") });
    CHECK(refusal(answer) == "spare_not_deployed");
    static_cast<void>(after(tenant, answer));
}

TEST_CASE("R135, R138, D15: a ticket that may not come in here is offered by a way that is open",
    "[engine][R123][R135][R138][R140][D15]")
{
    auto const tenant = desk_tenant();
    auto ticket = partner_ticket("T-1", "2026-03-01T09:00Z", catalogue::RouteKind::partner_help_centre, whole_form());
    ticket.partner->access = PartnerAccess::withheld;
    auto const closed = trying(tenant, ticket);
    CHECK(refusal(closed) == "channel_not_open");
    CHECK(told(closed) == std::vector<std::string> { "open_ticket help_centre", "open_ticket email" });
    ticket.partner->channel = catalogue::RouteKind::help_centre;
    ticket.partner->form.description.clear();
    auto const incomplete = trying(tenant, ticket);
    CHECK(refusal(incomplete) == "ticket_form_incomplete");
    CHECK(told(incomplete) == std::vector<std::string> { "open_ticket email" }); // a mail may lack something
}

TEST_CASE("R137: what is told of a partner's ticket beside its form goes into the form", "[engine][R137]")
{
    auto const tenant = desk_tenant();
    auto ticket = partner_ticket("T-1", "2026-03-01T09:00Z", catalogue::RouteKind::email, whole_form());
    ticket.description = "Once more.";
    for (std::string const& in_form : { std::string {}, std::string { "Nobody can sign in." } }) {
        ticket.partner->form.description = in_form;
        auto const answer = trying(tenant, ticket);
        CHECK(refusal(answer) == "other_desk");
        auto const better = after(tenant, answer);
        CHECK(better.ledger.tickets().rows().front().description == (in_form.empty() ? "Once more." : in_form));
    }
}

TEST_CASE("R158, R181, R186, R189, R193: contracts are offered as the rules have them",
    "[engine][R158][R181][R186][R189][R193]")
{
    struct Row
    {
        char const* name;
        Command command;
        char const* refused;
        char const* want;
    };
    std::vector<Row> const rows {
        { "renewed after its end",        RenewContract { "C-1", "C-9", 1, date("2027-03-01"), {} },                 "contract_lapsed",
         "reinstate_contract"                                                                                                                                },
        { "reinstated before its end",    ReinstateContract { "C-1", "C-9", 1, date("2026-03-01"), {} },
         "contract_not_lapsed",                                                                                                             "renew_contract" },
        { "a term that is not sold",      RenewContract { "C-1", "C-9", 9, date("2026-03-01"), {} },                 "years_not_sold",
         "renew_contract 5"                                                                                                                                  },
        { "one of two contracts",         UpgradeTier { { "C-1" }, CssTier::priority_plus, date("2026-03-01") },
         "upgrade_incomplete",                                                                                                              "upgrade_tier 2" },
        { "more hours than there are",    UseHours { "C-1", "use", 90, date("2026-03-01"), ChangeEvent::migration },
         "hours_exceeded",                                                                                                                  "use_hours 40"   },
        { "more licences than there are", RetireLicences { "L-1", 12, date("2026-03-01") },                          "not_enough_licences",
         "retire_licences 10"                                                                                                                                },
        { "more than can go",             TransferLicences { "L-1", "south", "L-9", 12, date("2026-03-01") },        "not_enough_licences",
         "transfer_licences 10"                                                                                                                              },
        { "before they were there",       RetireLicences { "L-1", 3, date("2025-03-01") },                           "before_acquired",
         "retire_licences 3"                                                                                                                                 },
    };
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 10).covered("C-1", "apps", "north", 10, CssTier::priority);
    tenant.licences("L-2", "desktop", "north", 10).covered("C-2", "desktop", "north", 10, CssTier::priority);
    for (Row const& row : rows) {
        CAPTURE(row.name);
        auto const answer = trying(tenant, row.command);
        CHECK(refusal(answer) == row.refused);
        REQUIRE_FALSE(answer.ways.empty());
        CHECK(told(answer).front() == row.want);
    }
}

TEST_CASE("a refusal that nothing cures has no way", "[engine]")
{
    Tenant const tenant { codec::shipped_catalogue() };
    auto const answer = trying(tenant, RemoveRoom { "nowhere" });
    CHECK(refusal(answer) == "unknown_room");
    CHECK(answer.ways.empty());
}
