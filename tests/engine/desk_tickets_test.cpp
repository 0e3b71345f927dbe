// Tickets in the ledger: their severity and its path, what is refused, what can be taken back (R99, R112–R143, D1, D15,
// D19, D21).

#include "engine/fork.hpp"
#include "engine/mails.hpp"
#include "support/tickets.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;
using catalogue::Desk;
using catalogue::Measure;
using catalogue::RouteKind;
using catalogue::Tier;

namespace {

// "EU" has a threshold, acme so many licences.
Tenant partner_tenant(std::optional<std::int32_t> threshold, std::optional<std::int32_t> licences)
{
    auto tenant = desk_tenant();
    if (threshold) tenant.apply(SetLicenceThreshold { "EU", std::nullopt, threshold });
    tenant.apply(acme_subscription(licences));
    return tenant;
}

// What happens to the form: nothing, or one field altered.
PartnerForm form_with(std::string PartnerForm::* field, char const* value)
{
    auto form = whole_form();
    form.*field = value;
    return form;
}

// One region with a threshold, a ticket of a room (T-1) and one of a partner (T-2).
Tenant tenant_with_tickets()
{
    auto tenant = partner_tenant(10, 10);
    tenant.room("A").apply(room_ticket("T-1", "2026-03-02T09:00Z", "A"));
    tenant.apply(partner_ticket("T-2", "2026-03-02T09:00Z", RouteKind::email, whole_form()));
    return tenant;
}

struct Attempt
{
    char const* name;
    Command command;
    char const* want;
};

void check(std::vector<Attempt> const& attempts)
{
    auto const tenant = tenant_with_tickets();
    for (Attempt const& attempt : attempts) {
        CAPTURE(attempt.name);
        CHECK(outcome(Tenant { tenant }.try_to(attempt.command)) == attempt.want);
    }
}

} // namespace

TEST_CASE("R113–R122, D1: a large user's ticket in the required form is Severity 1",
    "[engine][R113][R114][R115][R116][R118][R122][R124][D1]")
{
    struct Row
    {
        char const* name;
        std::optional<std::int32_t> threshold, licences;
        PartnerForm form;
        std::int32_t severity;
        SeverityPath path;
        Rule no; // that the proof denies; `ticket_priority` itself where it holds
    };
    auto const email = &PartnerForm::primary_email;
    auto const service = &PartnerForm::service;
    auto const row = GENERATE_REF(values<Row>({
        { "at the threshold", 100, 100, whole_form(), 1, SeverityPath::automatic, Rule::ticket_priority },
        { "one licence less", 100, 99, whole_form(), 3, SeverityPath::not_large_user, Rule::ticket_large_user },
        { "no threshold", {}, 100, whole_form(), 3, SeverityPath::not_large_user, Rule::ticket_large_user },
        { "no number", 100, {}, whole_form(), 3, SeverityPath::not_large_user, Rule::ticket_large_user },
        { "by the domain", 100, 100, form_with(email, "bob@acme.example"), 1, SeverityPath::automatic,
         Rule::ticket_priority },
        { "another's", 100, 100, form_with(email, "admin@other.example"), 1, SeverityPath::manual,
         Rule::ticket_priority }, // R125: its ZOID leads to acme; an agent's hand is needed
        { "an excluded service", 100, 100, form_with(service, "Zoho DataPrep"), 3, SeverityPath::excluded_service,
         Rule::ticket_service_included },
    }));
    CAPTURE(row.name);
    auto tenant = partner_tenant(row.threshold, row.licences);
    tenant.apply(partner_ticket("T-1", "2026-03-02T09:00Z", RouteKind::partner_help_centre, row.form));
    auto answer = ticket_on(tenant, "T-1", "2026-03-02T09:00Z");
    CHECK(answer.basis.path == row.path);
    if (row.path == SeverityPath::manual) {
        CHECK(answer.now.severity == 3);
        CHECK(holds_in(answer.proof, Rule::ticket_priority) == false);
        REQUIRE(answer.steps.size() == 1);
        tenant.apply(answer.steps.front());
        answer = ticket_on(tenant, "T-1", "2026-03-02T09:00Z");
    }
    CHECK(answer.now.severity == row.severity);
    CHECK(holds_in(answer.proof, Rule::ticket_priority) == (row.no == Rule::ticket_priority));
    CHECK(holds_in(answer.proof, row.no) == (row.no == Rule::ticket_priority));
}

TEST_CASE("R123, R125, R126, R143, D21: what a mail lacks, an agent looks for before the severity is set",
    "[engine][R123][R125][R126][R143][D21]")
{
    struct Row
    {
        char const* name;
        std::string PartnerForm::* field;
        char const* value;
        SeverityPath path;
        std::size_t steps;
        bool ask;
    };
    auto const row = GENERATE(values<Row>({
        { "its ZUID leads on", &PartnerForm::zuid,           "zu1",              SeverityPath::manual,          1, false },
        { "its ZOID does",     &PartnerForm::zoid,           "zo1",              SeverityPath::manual,          1, false },
        { "a customer's mail", &PartnerForm::customer_email, "eve@acme.example", SeverityPath::manual,          1, false },
        { "a stranger's mail", &PartnerForm::customer_email, "eve@else.example", SeverityPath::not_large_user,  0,
         false                                                                                                           },
        { "nothing to go by",  &PartnerForm::zuid,           "",                 SeverityPath::ask_the_partner, 0, true  },
    }));
    CAPTURE(row.name);
    auto tenant = partner_tenant(10, 10);
    auto form = form_with(row.field, row.value);
    form.primary_email = "";
    form.organisation_id = "";
    tenant.apply(partner_ticket("T-1", "2026-03-02T09:00Z", RouteKind::email, form));
    auto const before = ticket_on(tenant, "T-1", "2026-03-02T09:30Z");
    CHECK(before.basis.path == row.path);
    CHECK(before.now.severity == 3);
    CHECK(before.drafts.size() == (row.ask ? 3 : 0)); // a draft a language
    if (row.ask) CHECK(before.drafts.front().body.contains("SuperAdmin"));
    CHECK(holds_in(before.proof, Rule::ticket_form_complete) == false);
    CHECK(holds_in(before.proof, Rule::ticket_customer_known) == (row.steps == 1));
    CHECK(holds_in(before.proof, Rule::ticket_priority) == false);
    REQUIRE(before.steps.size() == row.steps);
    if (row.steps == 0) return;
    CHECK(before.steps.front()
        == Command {
            WritePrimaryEmail { "T-1", instant("2026-03-02T09:30Z"), "admin@acme.example" }
    });
    tenant.apply(before.steps.front());
    // From its moment on, and not before.
    CHECK(ticket_on(tenant, "T-1", "2026-03-02T09:29Z").now.severity == 3);
    auto const after = ticket_on(tenant, "T-1", "2026-03-02T09:30Z");
    CHECK(after.now.severity == 1);
    CHECK(after.basis.path == SeverityPath::manual);
    CHECK(after.steps.empty());
    tenant.apply(*compensation(before.steps.front()));
    CHECK(ticket_on(tenant, "T-1", "2026-03-02T09:30Z").now.severity == 3);
}

TEST_CASE("R126: an e-mail that leads to no large user account changes nothing", "[engine][R126]")
{
    auto tenant = partner_tenant(10, 9);
    auto form = whole_form();
    form.primary_email = "";
    tenant.apply(partner_ticket("T-1", "2026-03-02T09:00Z", RouteKind::email, form));
    tenant.apply(WritePrimaryEmail { "T-1", instant("2026-03-02T10:00Z"), "admin@acme.example" });
    auto const answer = ticket_on(tenant, "T-1", "2026-03-02T11:00Z");
    CHECK(answer.now.severity == 3);
    CHECK(answer.primary_email == "admin@acme.example");
    CHECK(answer.basis.path == SeverityPath::not_large_user);
    CHECK(answer.events.empty());
}

TEST_CASE("what decided over a severity is never rewritten by later numbers", "[engine][R115][D1]")
{
    auto tenant = partner_tenant(10, 10);
    tenant.apply(partner_ticket("T-1", "2026-03-02T09:00Z", RouteKind::help_centre, whole_form()));
    tenant.apply(SetLicenceThreshold { "EU", 10, 11 });
    auto const answer = ticket_on(tenant, "T-1", "2026-03-02T09:00Z");
    CHECK(answer.now.severity == 1);
    CHECK(answer.basis.threshold == 10);
    CHECK(holds_in(answer.proof, Rule::ticket_priority) == true);
    tenant.apply(*compensation(SetLicenceThreshold { "EU", 10, 11 }));
    CHECK(terms_of(tenant.ledger, tenant.catalogue()).thresholds
        == std::vector<LicenceThreshold> {
            { "EU", 10 }
    });
}

TEST_CASE("R135–R140, D15: what a desk takes in and what it refuses", "[engine][R135][R137][R138][R139][R140][D15]")
{
    auto const open = [](auto const& change) {
        auto made = partner_ticket("T-9", "2026-03-02T09:00Z", RouteKind::help_centre, whole_form());
        change(made);
        return Command { made };
    };
    check({
        { "as it is",                   open([](OpenTicket&) {}),                                                          "applied"       },
        { "a key that is taken",        open([](OpenTicket& it) { it.ticket = "T-1"; }),                                   "key_taken"     },
        { "no severity",                open([](OpenTicket& it) { it.severity = 0; }),                                     "bad_severity"  },
        { "no partner",                 open([](OpenTicket& it) { it.partner.reset(); }),                                  "other_desk"    },
        { "a tier",                     open([](OpenTicket& it) { it.tier = Tier::select; }),                              "other_desk"    },
        { "a region nobody knows",      open([](OpenTicket& it) { it.partner->region = "BR"; }),                           "unknown_place" },
        { "a zone nobody knows",        open([](OpenTicket& it) { it.place = TicketPlace { "", "", "Mars" }; }),
         "unknown_place"                                                                                                                   },
        { "a page without the subject", open([](OpenTicket& it) { it.partner->form.subject = ""; }),
         "ticket_form_incomplete"                                                                                                          },
        { "a mail without the subject", open([](OpenTicket& it) {
             it.partner->form.subject = "";
             it.partner->channel = RouteKind::email;
         }),
         "applied"                                                                                                                         },
        { "no access to the store",     open([](OpenTicket& it) {
             it.partner->channel = RouteKind::partner_help_centre;
             it.partner->access = PartnerAccess::withheld;
         }),
         "channel_not_open"                                                                                                                },
        { "no page for SA",             open([](OpenTicket& it) { it.partner->data_centre = it.partner->region = "SA"; }),
         "channel_not_open"                                                                                                                },
        { "a mail from SA",             open([](OpenTicket& it) {
             it.partner->data_centre = it.partner->region = "SA";
             it.partner->channel = RouteKind::email;
         }),
         "applied"                                                                                                                         },
        { "a room that is not there",   Command { room_ticket("T-9", "2026-03-02T09:00Z", "B") },                          "unknown_room"  },
        { "a room without severity",    Command { room_ticket("T-9", "2026-03-02T09:00Z", "A") },                          "applied"       },
    });
}

TEST_CASE("what a ticket's step and an operator's number must be", "[engine][D1][D19]")
{
    auto const turn = [](char const* ticket, char const* at, TicketStep step, std::optional<int> severity = {}) {
        auto made = turning(ticket, at, step);
        made.severity = severity;
        return Command { made };
    };
    using enum TicketStep;
    check({
        { "a ticket that is not there", turn("T-7", "2026-03-02T09:00Z", pause), "unknown_ticket" },
        { "as it was opened", turn("T-1", "2026-03-02T09:00Z", pause), "applied" },
        { "a millisecond before", turn("T-1", "2026-03-02T08:59:59.999Z", pause), "turn_too_early" },
        { "running already", turn("T-1", "2026-03-02T09:00Z", resume), "turn_changes_nothing" },
        { "not resolved", turn("T-1", "2026-03-02T09:00Z", reopen), "turn_changes_nothing" },
        { "the same severity", turn("T-2", "2026-03-02T09:00Z", change_severity, 1), "turn_changes_nothing" },
        { "no severity", turn("T-2", "2026-03-02T09:00Z", change_severity), "bad_turn" },
        { "severity 0", turn("T-2", "2026-03-02T09:00Z", change_severity, 0), "bad_severity" },
        { "a pause with severity", turn("T-2", "2026-03-02T09:00Z", pause, 2), "bad_turn" },
        { "another's step", turn("T-2", "2026-03-02T09:00Z", restore), "other_desk" },
        { "rooms inform nobody", turn("T-1", "2026-03-02T09:00Z", inform), "other_desk" },
        { "the licences tell it", turn("T-1", "2026-03-02T09:00Z", lose_entitlement), "bad_turn" },
        { "nobody tells it", turn("T-2", "2026-03-02T09:00Z", lose_entitlement), "applied" },
        { "a mail written by a step", turn("T-2", "2026-03-02T09:00Z", write_email), "bad_turn" },
        { "rooms have no such field", WritePrimaryEmail { "T-1", instant("2026-03-02T09:00Z"), "a@b.example" },
         "other_desk" },
        { "nothing to take back", WithdrawTurn { "T-1", instant("2026-03-02T09:00Z"), pause }, "unknown_turn" },
        { "a subscription twice", acme_subscription(5), "key_taken" },
        { "below nothing", RecordSubscription { "S-2", "acme", "", "", "", "", "", -1 }, "bad_quantity" },
        { "no subscription", ForgetSubscription { "S-7" }, "unknown_subscription" },
        { "another number", SetLicenceThreshold { "EU", 9, 11 }, "changed_meanwhile" },
        { "a threshold of nothing", SetLicenceThreshold { "EU", 10, 0 }, "bad_quantity" },
        { "no such region", SetLicenceThreshold { "BR", {}, 9 }, "unknown_place" },
        { "a documented target", SetSupportTarget { Desk::large_user, Measure::response, 1, Tier::none, {}, 9 },
         "target_is_documented" },
        { "an open one", SetSupportTarget { Desk::large_user, Measure::response, 2, Tier::none, {}, 9 }, "applied" },
    });
}

TEST_CASE("what a description and a note must be", "[engine][R68][R137]")
{
    auto told = [](std::string description) {
        auto open = room_ticket("T-3", "2026-03-02T09:00Z", "A");
        open.description = std::move(description);
        return Command { open };
    };
    auto twice = partner_ticket("T-3", "2026-03-02T09:00Z", RouteKind::email, whole_form());
    twice.description = "Once more.";
    auto pause = turning("T-1", "2026-03-02T09:00Z", TicketStep::pause);
    pause.note = "Why.";
    auto const at = "2026-03-02T09:00Z";
    check({
        { "without any", told(""), "applied" },
        { "in lines", told("Dark.\n\n  Since eight."), "applied" },
        { "as long as it may be", told(std::string(longest_prose, 'a')), "applied" },
        { "too long", told(std::string(longest_prose + 1, 'a')), "bad_name" },
        { "a partner's stands in the form", twice, "other_desk" },
        { "a note", noted("T-1", at, "Called."), "applied" },
        { "a note of a partner's ticket", noted("T-2", at, "Called."), "applied" },
        { "that says nothing", noted("T-1", at, " \n\t"), "bad_turn" },
        { "too long a note", noted("T-1", at, std::string(longest_prose + 1, 'a')), "bad_name" },
        { "before the ticket", noted("T-1", "2026-03-02T08:59Z", "Called."), "turn_too_early" },
        { "a pause with a note", pause, "bad_turn" },
        { "of no ticket", noted("T-7", at, "Called."), "unknown_ticket" },
    });
}

TEST_CASE("a note is kept to the letter, moves no clock, and is taken back like any turn", "[engine][R68][B4]")
{
    auto tenant = desk_tenant();
    tenant.room("A");
    auto open = room_ticket("T-1", "2026-03-02T09:00Z", "A");
    open.description = "Dark since eight.\n\n  Plugged in again: no change.";
    tenant.apply(open);
    auto const before = ticket_on(tenant, "T-1", "2026-03-02T09:30Z");
    auto const note = noted("T-1", "2026-03-02T09:10Z", "Called back.\n  Nobody there.  ");
    tenant.apply(note);
    auto const after = ticket_on(tenant, "T-1", "2026-03-02T09:30Z");
    CHECK(tenant.ledger.tickets()[after.ticket].description == open.description);
    CHECK(after.now == before.now);
    REQUIRE(after.clocks.size() == before.clocks.size());
    for (std::size_t at = 0; at < after.clocks.size(); ++at)
        CHECK(after.clocks[at].strip.stretches == before.clocks[at].strip.stretches);
    REQUIRE(after.events.size() == before.events.size() + 1);
    CHECK(after.events.back().note == note.note);
    CHECK(outcome(tenant.try_to(*compensation(open))) == "has_dependents");
    tenant.apply(*compensation(note));
    CHECK(ticket_on(tenant, "T-1", "2026-03-02T09:30Z").events == before.events);
}

TEST_CASE("a resolved ticket still takes notes", "[engine][R68]")
{
    auto tenant = desk_tenant();
    tenant.room("A").apply(room_ticket("T-1", "2026-03-02T09:00Z", "A"));
    tenant.apply(turning("T-1", "2026-03-02T09:10Z", TicketStep::resolve));
    tenant.apply(noted("T-1", "2026-03-02T09:20Z", "The customer says thank you."));
    CHECK(ticket_on(tenant, "T-1", "2026-03-02T09:30Z").now.resolved);
}

TEST_CASE("a partner's ticket as a mail says what the form asks for, and no more", "[engine][R123][R137]")
{
    SupportTicket ticket;
    ticket.desk = Desk::large_user;
    ticket.service = "Zoho CRM";
    ticket.subject = "Nobody {zuid} can sign in";
    ticket.description = "Since this morning.\nEverybody.";
    ticket.primary_email = "admin@acme.example";
    auto const letter = partners_ticket(desk_tenant().catalogue(), ticket);
    REQUIRE(letter);
    CHECK(letter->subject == ticket.subject);
    CHECK(letter->body
        == "Service name: Zoho CRM\nSubject: Nobody {zuid} can sign in\n\nDescription:\nSince this morning.\n"
           "Everybody.\n\nPartner Information\nCustomer Primary Email Address: admin@acme.example");
    ticket.description.clear(); // and its heading goes with it
    CHECK(partners_ticket(desk_tenant().catalogue(), ticket)->body
        == "Service name: Zoho CRM\nSubject: Nobody {zuid} can sign in\n\nPartner Information\n"
           "Customer Primary Email Address: admin@acme.example");
    ticket.desk = Desk::rooms;
    CHECK_FALSE(partners_ticket(desk_tenant().catalogue(), ticket));
}

TEST_CASE("the steps of a ticket are taken back in turn, and then the ticket", "[engine][R68]")
{
    using enum TicketStep;
    auto tenant = desk_tenant();
    tenant.room("A");
    auto const open = room_ticket("T-1", "2026-03-02T09:00Z", "A");
    tenant.apply(open);
    auto const pausing = turning("T-1", "2026-03-02T09:10Z", pause);
    auto const resolving = turning("T-1", "2026-03-02T09:20Z", resolve);
    tenant.apply(pausing).apply(resolving);
    CHECK(ticket_on(tenant, "T-1", "2026-03-02T09:30Z").now.resolved);
    CHECK(outcome(tenant.try_to(*compensation(pausing))) == "unknown_turn");
    CHECK(outcome(tenant.try_to(*compensation(open))) == "has_dependents");
    tenant.apply(*compensation(resolving));
    CHECK(ticket_on(tenant, "T-1", "2026-03-02T09:30Z").now.paused);
    tenant.apply(*compensation(pausing)).apply(*compensation(open));
    CHECK(outcome(tenant.try_to(pausing)) == "unknown_ticket");
    tenant.apply(open); // its key is free again
    CHECK(ticket_on(tenant, "T-1", "2026-03-02T09:30Z").events
        == std::vector<TicketEvent> {
            { .at = instant("2026-03-02T09:00Z"), .step = lose_entitlement }
    }); // nobody covers the room
}

TEST_CASE("what a ticket is about stays while the ticket stands", "[engine][R18][R68]")
{
    auto tenant = desk_tenant();
    tenant.room("A").device("SN-1", "2026-01-01", "");
    tenant.apply(AddOrgId { "north", "North", "", OrgRegion::emea });
    tenant.apply(AddProductLine { "apps", "Apps", LineKind::cloud_subscription });
    OpenTicket about_room { .ticket = "T-1", .desk = Desk::rooms, .at = instant("2026-03-02T09:00Z") };
    about_room.about = TicketSubject { .room = "A", .room_state = {}, .device = "SN-1", .org = {}, .product_line = {} };
    OpenTicket about_line { .ticket = "T-2", .desk = Desk::customer_success, .at = instant("2026-03-02T09:00Z") };
    about_line.severity = 2;
    about_line.about =
        TicketSubject { .room = {}, .room_state = {}, .device = {}, .org = "north", .product_line = "apps" };
    tenant.apply(about_room).apply(about_line);
    std::vector<Command> const removals { RemoveRoom { "A" }, RemoveDevice { "SN-1" }, RemoveOrgId { "north" },
        RemoveProductLine { "apps" } };
    for (Command const& removal : removals) {
        CAPTURE(removal.index());
        auto const refused = tenant.try_to(removal);
        REQUIRE(outcome(refused) == "has_dependents");
        CHECK(refused.error().facts[1] == Fact { "what", std::string { "tickets" } });
        CHECK(what_if(tenant.ledger, tenant.catalogue(), { removal }, date("2026-03-03")).error().denial
            == refused.error());
    }
    tenant.apply(RemoveTicket { "T-1" }).apply(RemoveTicket { "T-2" });
    for (Command const& removal : removals) CHECK(outcome(tenant.try_to(removal)) == "applied");
}

TEST_CASE(
    "R99: help is offered while Sync reports trouble, and the room's facts go with the ticket", "[engine][R18][R99]")
{
    struct Row
    {
        RoomState state;
        InSync in_sync;
        Holds want;
        std::size_t cures;
    };
    auto const row = GENERATE(values<Row>({
        { RoomState::offline,         InSync::yes, Holds::yes, 0 },
        { RoomState::needs_attention, InSync::yes, Holds::yes, 0 },
        { RoomState::online,          InSync::yes, Holds::no,  0 },
        { RoomState::unknown,         InSync::yes, Holds::no,  0 },
        { RoomState::offline,         InSync::no,  Holds::no,  1 },
    }));
    auto tenant = desk_tenant();
    tenant.room("A", row.in_sync).room("B").device("SN-1", "2026-01-01", "A").device("SN-2", "2026-01-01", "B");
    tenant.apply(MoveDevice { "SN-2", "B", "A", date("2026-03-02") });
    auto const given = verdict(tenant.ledger, tenant.catalogue(), HelpQuestion { "A", row.state }, date("2026-03-02"));
    auto const& answer = std::get<HelpAnswer>(*given);
    CHECK(answer.verdict.answer == row.want);
    CHECK(answer.attached.devices == std::vector { tenant.device_id("SN-1"), tenant.device_id("SN-2") });
    CHECK(answer.verdict.cures.size() == row.cures);
    bool const troubled = row.state == RoomState::offline || row.state == RoomState::needs_attention;
    CHECK(holds_in(answer.verdict.proof, Rule::help_is_offered) == troubled);
    REQUIRE(answer.steps.size() == (row.want == Holds::yes ? 1 : 0));
    if (answer.steps.empty()) return;
    tenant.apply(answer.steps.front());
    auto const key = std::get<OpenTicket>(answer.steps.front()).ticket;
    auto const ticket = ticket_on(tenant, key, "2026-03-02T12:00Z");
    CHECK(ticket.attached.room_state == row.state);
    CHECK(ticket.attached.devices.size() == 2);
}

TEST_CASE(
    "R89, R90, R102: replacement on the days on which Select serves the device's room", "[engine][R89][R90][R97][R102]")
{
    struct Row
    {
        char const* day;
        Holds want;
        char const* arrives;
    };
    auto const row = GENERATE(values<Row>({
        { "2026-03-01", Holds::no,  ""           },
        { "2026-03-02", Holds::yes, "2026-03-03" },
        { "2026-04-02", Holds::yes, "2026-04-07" }, // Good Friday, Easter, Easter Monday
        { "2026-04-30", Holds::yes, "2026-05-04" }, // 1 May, then the weekend
        { "2026-05-31", Holds::yes, "2026-06-01" },
        { "2026-06-01", Holds::no,  ""           },
    }));
    CAPTURE(row.day);
    auto tenant = desk_tenant();
    tenant.apply(AddRoom { "A", "A", "", "DE", "", InSync::yes, Importance::ordinary });
    tenant.device("SN-1", "2026-01-01", "A").order("PO-1", "select", 1, 49, "2026-03-02");
    tenant.assign("PO-1", 1, "A", "2026-03-02", "2026-06-01");
    auto const ask = [&](Tenant const& of, char const* day) {
        auto const given = verdict(of.ledger, of.catalogue(), ReplacementQuestion { "SN-1" }, date(day));
        return std::get<ReplacementAnswer>(*given);
    };
    auto const answer = ask(tenant, row.day);
    CHECK(answer.next_business_day == row.want);
    CHECK((answer.arrives ? iso(*answer.arrives) : "") == row.arrives);
    CHECK(holds_in(answer.proof, Rule::device_replaced_next_day) == (row.want == Holds::yes));
    CHECK(answer.from_spares == Holds::no); // 49 licences earn none
    CHECK(holds_in(answer.proof, Rule::device_replaced_from_spares) == false);
    tenant.order("PO-2", "select", 1, 1, "2026-03-02");
    CHECK(ask(tenant, row.day).from_spares == row.want); // the fiftieth does
    if (row.want == Holds::yes || std::string_view { row.day } < "2026-03-02") return;
    REQUIRE(!answer.cures.empty());
    auto cured = tenant;
    for (Command const& step : answer.cures.front().steps) cured.apply(step);
    CHECK(ask(cured, row.day).next_business_day == Holds::yes);
}
