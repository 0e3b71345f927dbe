// How a tenant is set up: first steps, sign-in, onsite spares, and what the documents tell people to do:
// R2, R11, R19, R25, R54, R56, R61, R65, R72, R96, R98, R136.

#include "engine/people.hpp"
#include "engine/setup.hpp"
#include "engine/switched_off.hpp"
#include "engine/ticket_words.hpp"
#include "support/asking.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <string>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

constexpr char const* mailbox = "Select@logitech.com";
constexpr char const* issuer = "https://login.acme.example";

OrderDetails details_of(char const* contact)
{
    OrderDetails details;
    details.customer = { "Acme", "ada@acme.example", "1 Main Street" };
    details.contact = contact;
    details.reseller = { "Resell", "orders@resell.example", "2 Side Street" };
    details.distributor = { "Distri", "po@distri.example", "3 Long Road" };
    return details;
}

// An order that was processed: its invitation L1 is out to Ada.
Tenant invited()
{
    auto tenant = shipped_tenant();
    tenant.apply(AddAccount { "acme", "Acme", "NO", "" });
    tenant.apply(RecordAddress { "1 Main Street", "acme", AddressKind::headquarters });
    tenant.apply(PlaceServiceOrder { "PO-1", { { "select", 3, 5 } }, date("2026-01-10"), details_of("Ada Berg") });
    return std::move(tenant.apply(ProcessServiceOrder { "PO-1", "", "L1", date("2026-01-12") }));
}

SendInvitation inviting(char const* link, char const* email, Role role)
{
    return { link, email, "Somebody", role, MailLanguage::english, date("2026-01-13") };
}

std::string as(Tenant const& tenant, char const* email, char const* day, Command const& command)
{
    auto const decision =
        decide_as({ email, date(day) }, tenant.ledger, tenant.catalogue(), command, tenant.next_entry(), Manner::live);
    return decision ? "applied" : std::string { code(decision.error().reason) };
}

// "open_link yes, sign_in ?"
std::string steps_of(GuideTold const& guide)
{
    std::string text;
    for (GuideStep const& step : guide.steps) {
        text.append(text.empty() ? "" : ", ").append(step.step);
        text.append(!step.done ? " ?" : *step.done == Holds::yes ? " yes" : " no");
    }
    return text;
}

std::string first_steps(Tenant const& tenant)
{
    return steps_of(told<GuideAnswer>(tenant, GuideQuestion { "first_steps" }, "2026-02-01").guides.front());
}

} // namespace

TEST_CASE("R2: the person named on the order is invited, manages, and brings in colleagues", "[engine][R2][R3][R56]")
{
    auto tenant = invited();
    auto const& invitation = tenant.ledger.invitations()[tenant.ledger.invitation("L1")];
    CHECK(invitation.name == "Ada Berg");
    CHECK(invitation.email == "ada@acme.example");
    CHECK(invitation.role == Role::admin);
    tenant.apply(AcceptInvitation { "L1", "ada@acme.example", date("2026-01-13") });
    CHECK(
        as(tenant, "ada@acme.example", "2026-01-13", inviting("L2", "bo@acme.example", Role::read_only)) == "applied");
    tenant.apply(inviting("L2", "bo@acme.example", Role::read_only));
    tenant.apply(AcceptInvitation { "L2", "bo@acme.example", date("2026-01-14") });
    CHECK(as(tenant, "bo@acme.example", "2026-01-14", inviting("L3", "cy@acme.example", Role::read_only))
        == "actor_read_only");
}

TEST_CASE("R56: who accepted delegates at once, and nobody before", "[engine][R56][R73]")
{
    auto tenant = invited();
    auto const delegate =
        DelegateAccess { "pat@partner.example", "Pat", "Partner", Role::admin, date("2026-01-13"), never };
    tenant.apply(AcceptInvitation { "L1", "ada@acme.example", date("2026-01-13") });
    CHECK(as(tenant, "pat@partner.example", "2026-01-13", SetInSync { "fjord" }) == "actor_unknown");
    CHECK(as(tenant, "ada@acme.example", "2026-01-12", delegate) == "actor_access_over");
    CHECK(as(tenant, "ada@acme.example", "2026-01-13", delegate) == "applied"); // the same day
    tenant.apply(delegate);
    CHECK(as(tenant, "pat@partner.example", "2026-01-13", adding_room("fjord")) == "applied");
    auto const guide = told<GuideAnswer>(tenant, GuideQuestion { "delegation" }, "2026-01-13").guides.front();
    CHECK(steps_of(guide) == "open_link yes, delegate yes");
    CHECK(guide.guide->steps.origin == catalogue::Origin { catalogue::OriginKind::document, "R56" });
}

TEST_CASE("R61: one more person has an invitation of their own, on request", "[engine][R61][R62]")
{
    auto tenant = invited();
    tenant.apply(inviting("L2", "bo@acme.example", Role::admin));
    auto const& mails = tenant.ledger.mails().rows();
    CHECK(mails.back().recipient == "bo@acme.example");
    CHECK(mails.back().copy_to_reseller.empty());
    CHECK(outcome(tenant.try_to(AcceptInvitation { "L2", "ada@acme.example", date("2026-01-14") }))
        == "invitation_not_yours");
    auto const answer = told<InvitationAnswer>(tenant, InvitationQuestion { "L1" }, "2026-01-14");
    CHECK(answer.state == "sent"); // the first one stays open
    CHECK(std::ranges::contains(answer.guides, "another_person"));
    auto const guide = told<GuideAnswer>(tenant, GuideQuestion { "another_person" }, "2026-01-14").guides.front();
    CHECK(steps_of(guide) == "write_to_contact ?, give_contact_details ?");
}

TEST_CASE("R54, R58, R60: what to do while an invitation is not accepted", "[engine][R54][R58][R60]")
{
    struct Row
    {
        char const* name;
        char const* day;
        std::vector<std::string_view> want;
    };
    auto const row = GENERATE(values<Row>({
        { "sent today",   "2026-01-12", { "invitation_not_found", "invitation_lost", "another_person" } },
        { "its last day", "2026-02-11", { "invitation_not_found", "invitation_lost", "another_person" } },
        { "day 31",       "2026-02-12", { "invitation_expired", "another_person" }                      },
    }));
    CAPTURE(row.name);
    auto tenant = invited();
    CHECK(told<InvitationAnswer>(tenant, InvitationQuestion { "L1" }, row.day).guides == row.want);
    auto const guide = told<GuideAnswer>(tenant, GuideQuestion { "invitation_not_found" }, row.day).guides.front();
    CHECK(steps_of(guide) == "look_for_subject ?, check_spam_folder ?, write_to_contact ?"); // in that order
    tenant.apply(AcceptInvitation { "L1", "ada@acme.example", date("2026-01-13") });
    CHECK(told<InvitationAnswer>(tenant, InvitationQuestion { "L1" }, row.day).guides.empty());
}

TEST_CASE("R11: one mailbox for what is lost, missing or mis-sent, in every mail and guide", "[engine][R11]")
{
    auto tenant = invited();
    auto const& desk = tenant.catalogue().desk();
    CHECK(desk.contact.value == mailbox);
    CHECK(desk.contact.origin == catalogue::Origin { catalogue::OriginKind::document, "R11" });
    REQUIRE(tenant.ledger.mails().size() == 2);
    for (Mail const& mail : tenant.ledger.mails().rows()) {
        CAPTURE(mail.body);
        CHECK(mail.body.contains(mailbox));
        CHECK_FALSE(mail.sender.contains(mailbox));
    }
    auto const& book = tenant.catalogue().guidebook();
    for (char const* key :
        { "invitation_not_found", "invitation_lost", "invitation_expired", "another_person", "warranty_missing" }) {
        CAPTURE(key);
        REQUIRE(book.guide(key) != nullptr);
        CHECK(std::ranges::contains(book.guide(key)->steps.value, "write_to_contact"));
    }
}

TEST_CASE("R65: the first steps, and how far they are", "[engine][R65]")
{
    auto tenant = invited();
    CHECK(first_steps(tenant) == "open_link no, sign_in ?, invite_colleagues no, add_rooms no, assign_licences no");
    tenant.apply(AcceptInvitation { "L1", "ada@acme.example", date("2026-01-13") });
    CHECK(first_steps(tenant).starts_with("open_link yes, sign_in ?, invite_colleagues no"));
    tenant.room("fjord"); // the steps after the sign-in have no order
    CHECK(first_steps(tenant).ends_with("invite_colleagues no, add_rooms yes, assign_licences no"));
    tenant.assign("PO-1", 1, "fjord", "2026-01-20");
    tenant.apply(inviting("L2", "bo@acme.example", Role::read_only));
    CHECK(first_steps(tenant) == "open_link yes, sign_in ?, invite_colleagues yes, add_rooms yes, assign_licences yes");
    tenant.apply(WithdrawAssignments { { { { "PO-1", 1 }, date("2026-01-20") } } });
    CHECK(first_steps(tenant).ends_with("assign_licences no"));
    CHECK(tenant.ledger.mails()[MailId::of_row(1)].body.contains("Get started"));
}

TEST_CASE("R98, R136, R139: the ways to support are told step by step", "[engine][R98][R136][R139]")
{
    struct Row
    {
        char const* guide;
        char const* rule;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "support",             "R98",  "use_service_portal ?, use_sync_portal ?"                                          },
        { "partner_help_centre", "R136",
         "sign_in ?, open_page ?, open_widget ?, open_requests ?, add_ticket ?, fill_in_form ?"                             },
        { "help_centre",         "R139", "sign_in ?, open_page ?, open_my_area ?, choose_partner_support ?, fill_in_form ?" },
    }));
    CAPTURE(row.guide);
    auto const tenant = shipped_tenant();
    auto const answer = told<GuideAnswer>(tenant, GuideQuestion { row.guide }, "2026-02-01");
    REQUIRE(answer.guides.size() == 1);
    CHECK(steps_of(answer.guides.front()) == row.want);
    CHECK(answer.guides.front().guide->steps.origin.reference == row.rule);
    CHECK(tenant.catalogue().source(row.rule) != nullptr);
    auto const unknown = verdict(tenant.ledger, tenant.catalogue(), GuideQuestion { "nowhere" }, date("2026-02-01"));
    REQUIRE_FALSE(unknown.has_value());
    CHECK(unknown.error().reason == Reason::unknown_guide);
}

TEST_CASE("R136: each way in for partners has its pages and its steps", "[engine][R136][R133][R134][R138]")
{
    auto const tenant = shipped_tenant();
    auto const& catalogue = tenant.catalogue();
    for (auto const& route : catalogue.support().routes) {
        CHECK_FALSE(route.addresses.empty());
        CHECK(catalogue.guidebook().guide(code(route.kind)) != nullptr);
    }
}

TEST_CASE("what the documents point to is listed with its place", "[engine][R43][R44][R142][R185][R195]")
{
    auto const tenant = shipped_tenant();
    auto const& references = tenant.catalogue().guidebook().references;
    CHECK(references.size() == 8);
    for (auto const& reference : references) {
        CAPTURE(reference.key);
        CHECK(reference.addresses.origin.kind == catalogue::OriginKind::document);
        CHECK(tenant.catalogue().source(reference.addresses.origin.reference) != nullptr);
        for (auto const& address : reference.addresses.value) CHECK(address.starts_with("https://"));
    }
}

TEST_CASE("R25: Select is bought at any time, for new rooms and for rooms that are equipped", "[engine][R25]")
{
    struct Row
    {
        char const* name;
        char const* device_bought; // empty: no device yet
        char const* order_bought;
    };
    auto const row = GENERATE(values<Row>({
        { "with new equipment",           "2026-01-10", "2026-01-10" },
        { "years after the equipment",    "2020-03-01", "2026-01-10" },
        { "before the equipment",         "2026-06-01", "2026-01-10" },
        { "for a room without equipment", "",           "2026-01-10" },
    }));
    CAPTURE(row.name);
    auto tenant = shipped_tenant();
    tenant.room("fjord");
    if (*row.device_bought != '\0') tenant.device("SN-1", row.device_bought, "fjord");
    CHECK(outcome(tenant.try_to(placing("PO-1", "select", 1, 1, row.order_bought))) == "applied");
    tenant.assign("PO-1", 1, "fjord", "2026-06-15");
    CHECK(tenant.covered_by("fjord", tenant.catalogue().find("select"), "2026-06-15").answer == Holds::yes);
}

TEST_CASE("R72: with a sign-in of the customer's own, an address counts that it vouches for", "[engine][R72]")
{
    struct Row
    {
        char const* name;
        bool set_up;
        std::optional<std::string> vouched;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "none is set up",           false, std::nullopt,           "applied"              },
        { "vouched for all the same", false, issuer,                 "applied"              },
        { "set up, nobody vouches",   true,  std::nullopt,           "address_not_verified" },
        { "set up, another vouches",  true,  "https://evil.example", "address_not_verified" },
        { "set up, and it vouches",   true,  issuer,                 "applied"              },
    }));
    CAPTURE(row.name);
    auto tenant = invited();
    if (row.set_up)
        tenant.apply(SetSignIn {
            std::nullopt, SignInSetup { issuer, "keyrack" }
        });
    AcceptInvitation const accept { "L1", "ada@acme.example", date("2026-01-13"), row.vouched };
    auto const as_told = told<InvitationAnswer>(tenant, InvitationQuestion { "L1" }, "2026-01-13");
    CHECK(as_told.sign_in == (row.set_up ? issuer : ""));
    CHECK(outcome(Tenant { tenant }.try_to(accept)) == row.want);
    SwitchedOff const off { Rule::address_is_verified };
    CHECK(outcome(tenant.try_to(accept)) == "applied");
}

TEST_CASE("R72: a sign-in is set up, changed and taken away", "[engine][R72]")
{
    auto tenant = shipped_tenant();
    SignInSetup const setup { issuer, "keyrack" };
    for (char const* bad : { "http://login.acme.example", "https://", "login.acme.example", "https://a b", "" })
        CHECK(outcome(tenant.try_to(SetSignIn {
                  std::nullopt, SignInSetup { bad, "keyrack" }
        }))
            == "bad_issuer");
    CHECK(outcome(tenant.try_to(SetSignIn {
              std::nullopt, SignInSetup { issuer, "" }
    }))
        == "bad_name");
    CHECK(outcome(tenant.try_to(SetSignIn { setup, std::nullopt })) == "changed_meanwhile");
    SetSignIn const set { std::nullopt, setup };
    tenant.apply(set);
    REQUIRE(sign_in_of(tenant.ledger) != nullptr);
    CHECK(sign_in_of(tenant.ledger)->client_id == "keyrack");
    tenant.apply(*compensation(set));
    CHECK(sign_in_of(tenant.ledger) == nullptr);
    CHECK(tenant.ledger.sign_ins().size() == 1);
}

namespace {

// 100 Select licences, two of them in use: two spares are earned. A Rally Bar is deployed.
Tenant with_spares()
{
    auto tenant = shipped_tenant();
    tenant.room("fjord").device("SN-1", "2026-01-10", "fjord");
    tenant.order("PO-1", "select", 1, 100, "2026-01-10");
    return std::move(tenant.assign("PO-1", 1, "fjord", "2026-02-01"));
}

AgreeSpare agreeing(char const* key, std::string model)
{
    return { key, std::move(model), "Oslo, Main Street 1", "Sam, success manager", date("2026-02-10") };
}

} // namespace

TEST_CASE("R19, R96: spares are agreed with the success manager: which hardware, and where", "[engine][R19][R96][R97]")
{
    auto tenant = with_spares();
    std::string const model = tenant.ledger.models()[tenant.ledger.devices()[tenant.device_id("SN-1")].model];
    CHECK(outcome(tenant.try_to(agreeing("spare-1", "Unheard of"))) == "spare_not_deployed");
    auto nowhere = agreeing("spare-1", model);
    nowhere.ship_to.clear();
    CHECK(outcome(tenant.try_to(nowhere)) == "bad_name");
    tenant.apply(agreeing("spare-1", model));
    CHECK(outcome(tenant.try_to(agreeing("spare-1", model))) == "key_taken");
    auto before = told<SparesAnswer>(tenant, SparesQuestion {}, "2026-02-10");
    CHECK(before.all_agreed == Holds::no);
    REQUIRE(before.agreed.size() == 1);
    CHECK(tenant.ledger.onsite_spares()[before.agreed.front()].ship_to == "Oslo, Main Street 1");
    CHECK(told<SparesAnswer>(tenant, SparesQuestion {}, "2026-02-09").agreed.empty());
    {
        SwitchedOff const off { Rule::spare_is_agreed };
        CHECK(told<SparesAnswer>(tenant, SparesQuestion {}, "2026-02-10").all_agreed == Holds::yes);
    }
    tenant.apply(agreeing("spare-2", model));
    CHECK(told<SparesAnswer>(tenant, SparesQuestion {}, "2026-02-10").all_agreed == Holds::yes);
    CHECK(outcome(tenant.try_to(agreeing("spare-3", model))) == "spares_used_up"); // R90: two were earned
    tenant.apply(*compensation(agreeing("spare-2", model)));
    CHECK(outcome(tenant.try_to(WithdrawSpare { "spare-2" })) == "unknown_spare");
    CHECK(outcome(tenant.try_to(agreeing("spare-3", model))) == "applied");
}

TEST_CASE("R19, R97: once spares are agreed on, a device is swapped for one of its model", "[engine][R19][R97]")
{
    auto tenant = with_spares();
    std::string const model = tenant.ledger.models()[tenant.ledger.devices()[tenant.device_id("SN-1")].model];
    tenant.apply(AddDevice { "SN-2", "Swytch", date("2026-01-10"), "fjord", std::nullopt });
    auto const from_spares = [&](char const* serial) {
        return told<ReplacementAnswer>(tenant, ReplacementQuestion { serial }, "2026-02-10").from_spares;
    };
    CHECK(from_spares("SN-1") == Holds::yes);
    CHECK(from_spares("SN-2") == Holds::yes);
    tenant.apply(agreeing("spare-1", model));
    CHECK(from_spares("SN-1") == Holds::yes);
    CHECK(from_spares("SN-2") == Holds::no);
}
