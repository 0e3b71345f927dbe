// Clocks of tickets in the ledger: what changes in the middle counts from its moment on (R102, R128–R131, R150, R151,
// R172–R174, R179, R188, D2, D14, D19).

#include "support/tickets.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <chrono>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;
using namespace std::chrono_literals;
using catalogue::CssTier;
using catalogue::Desk;
using catalogue::Measure;
using catalogue::RouteKind;
using catalogue::Tier;

namespace {

std::string standing(ClockStanding standing)
{
    switch (standing) {
    case ClockStanding::none: return "none";
    case ClockStanding::in_time: return "in time";
    case ClockStanding::warned: return "warned";
    case ClockStanding::breached: return "breached";
    }
    return {};
}

CssTenant covered_tenant(CssTier tier = CssTier::select)
{
    CssTenant tenant;
    tenant.licences("lot", "apps", "north", 10).covered("C-1", "apps", "north", 10, tier);
    return tenant;
}

} // namespace

TEST_CASE("R128, D2: severity 1 that comes in the middle holds the whole count to its target", "[engine][R128][D2]")
{
    struct Row
    {
        char const* as_of;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "2026-03-02T09:29:59.999Z", "none"     }, // severity 3 has no target (D19)
        { "2026-03-02T09:30Z",        "in time"  },
        { "2026-03-02T09:59:59.999Z", "in time"  },
        { "2026-03-02T10:00Z",        "warned"   },
        { "2026-03-02T12:00Z",        "warned"   },
        { "2026-03-02T12:00:00.001Z", "breached" },
    }));
    CAPTURE(row.as_of);
    auto tenant = desk_tenant();
    tenant.apply(SetLicenceThreshold { "EU", {}, 5 }).apply(acme_subscription(5));
    auto form = whole_form();
    form.primary_email = "";
    tenant.apply(partner_ticket("T-1", "2026-03-02T09:00Z", RouteKind::email, form));
    tenant.apply(WritePrimaryEmail { "T-1", instant("2026-03-02T09:30Z"), "admin@acme.example" });
    auto const answer = ticket_on(tenant, "T-1", row.as_of);
    auto const& clock = clock_in(answer, Measure::response);
    CHECK(standing(clock.standing) == row.want);
    CHECK(clock.target.has_value() == (std::string_view { row.want } != "none"));
    CHECK(clock.strip.counted == instant(row.as_of) - instant("2026-03-02T09:00Z"));
    if (!clock.target) CHECK(holds_in(answer.proof, Rule::ticket_target_set) == false);
    if (clock.target)
        CHECK(holds_in(answer.proof, Rule::ticket_in_time) == (std::string_view { row.want } != "breached"));
}

TEST_CASE("R130, R131, D2: past its second end the partner has to be informed, and the step does it",
    "[engine][R130][R131][D2]")
{
    struct Row
    {
        char const* as_of;
        InformDuty want;
    };
    auto const row = GENERATE(values<Row>({
        { "2026-03-03T08:59Z", InformDuty::none     },
        { "2026-03-03T09:00Z", InformDuty::reminded },
        { "2026-03-04T08:59Z", InformDuty::reminded },
        { "2026-03-04T09:00Z", InformDuty::due      },
        { "2026-03-09T09:00Z", InformDuty::due      }, // visible until it is done
    }));
    auto tenant = desk_tenant();
    tenant.apply(SetLicenceThreshold { "EU", {}, 5 }).apply(acme_subscription(5));
    tenant.apply(partner_ticket("T-1", "2026-03-02T09:00Z", RouteKind::help_centre, whole_form()));
    auto const answer = ticket_on(tenant, "T-1", row.as_of);
    CHECK(answer.duty == row.want);
    CHECK(holds_in(answer.proof, Rule::ticket_partner_informed) == (row.want != InformDuty::due));
    CHECK(standing(clock_in(answer, Measure::solution).standing) != "breached");
    auto const all =
        verdict(tenant.ledger, tenant.catalogue(), ClocksQuestion { instant(row.as_of) }, date("2026-03-09"));
    auto const& clocks = std::get<ClocksAnswer>(*all).clocks;
    auto const solution = std::ranges::find(clocks, Measure::solution, &RunningClock::measure);
    REQUIRE(solution != clocks.end());
    CHECK(solution->in_time == Holds::yes);
    REQUIRE(answer.steps.size() == (row.want == InformDuty::due ? 1 : 0));
    if (answer.steps.empty()) return;
    tenant.apply(answer.steps.front());
    CHECK(ticket_on(tenant, "T-1", row.as_of).duty == InformDuty::done);
}

TEST_CASE("R150, R188: a tier that changes at midnight holds from then on", "[engine][R150][R188]")
{
    struct Row
    {
        char const* as_of;
        char const* want;
        Tier tier;
    };
    // Opened 12 minutes before a Berlin midnight; from then on the limit is 15 minutes, not 30.
    auto const row = GENERATE(values<Row>({
        { "2026-06-30T21:59:59.999Z", "in time",  Tier::select   },
        { "2026-06-30T22:00Z",        "in time",  Tier::priority },
        { "2026-06-30T22:02:59.999Z", "in time",  Tier::priority },
        { "2026-06-30T22:03Z",        "breached", Tier::priority },
    }));
    CAPTURE(row.as_of);
    auto tenant = covered_tenant();
    tenant.apply(org_ticket("T-1", "2026-06-30T21:48Z", 1, "north", "apps"));
    tenant.apply(UpgradeTier { { "C-1" }, CssTier::priority, date("2026-07-01") });
    auto const answer = ticket_on(tenant, "T-1", row.as_of);
    CHECK(answer.now.tier == row.tier);
    CHECK(standing(clock_in(answer, Measure::response).standing) == row.want);
    CHECK(clock_in(answer, Measure::restoration).target.has_value() == (row.tier == Tier::priority)); // R151
}

TEST_CASE("R179, R193: a clock stands still from the day on which the contract is over", "[engine][R172][R179][R193]")
{
    struct Row
    {
        char const* name;
        char const* as_of;
        std::chrono::minutes counted;
        bool entitled;
    };
    auto const row = GENERATE(values<Row>({
        { "before midnight in Berlin", "2026-12-31T22:59Z", 179min, true  },
        { "at midnight in Berlin",     "2026-12-31T23:00Z", 180min, false },
        { "the day after",             "2027-01-01T12:00Z", 180min, false },
    }));
    CAPTURE(row.name);
    auto tenant = covered_tenant();
    tenant.apply(org_ticket("T-1", "2026-12-31T20:00Z", 1, "north", "apps"));
    auto const answer = ticket_on(tenant, "T-1", row.as_of);
    CHECK(clock_in(answer, Measure::response).strip.counted == row.counted);
    CHECK(answer.now.entitled == row.entitled);
    CHECK(holds_in(answer.proof, Rule::ticket_entitled) == row.entitled);
    tenant.apply(RenewContract { "C-1", "C-2", 1, date("2026-12-01"), { { "apps", "north", 10, {} } } });
    auto const renewed = ticket_on(tenant, "T-1", row.as_of);
    CHECK(renewed.now.entitled);
    CHECK(clock_in(renewed, Measure::response).strip.counted == instant(row.as_of) - instant("2026-12-31T20:00Z"));
}

TEST_CASE("R179: a scope that is no longer All-in stops the clock", "[engine][R179]")
{
    auto tenant = covered_tenant();
    tenant.apply(org_ticket("T-1", "2026-06-01T10:00Z", 1, "north", "apps"));
    tenant.licences("more", "apps", "north", 1, "2026-06-02");
    CHECK(ticket_on(tenant, "T-1", "2026-06-01T21:59Z").now.entitled);
    auto const over = ticket_on(tenant, "T-1", "2026-06-01T22:00Z"); // 2 June in Berlin
    CHECK(!over.now.entitled);
    CHECK(holds_in(over.proof, Rule::css_licences_covered) == false);
    REQUIRE(!over.steps.empty());
    for (Command const& step : over.steps) tenant.apply(step);
    CHECK(ticket_on(tenant, "T-1", "2026-06-01T22:00Z").now.entitled);
}

TEST_CASE("R174–R176, D14: an ORG-ID's region gives the hours, a change of severity its calendar",
    "[engine][R172][R174][R176][D14]")
{
    struct Row
    {
        char const* name;
        int severity;
        char const* opened;
        char const* as_of;
        std::chrono::minutes counted;
    };
    auto const row = GENERATE(values<Row>({
        // 29 March 2026: clocks go forward in Berlin, so Monday's eight o'clock is 06:00 UTC
        { "severity 1 over the weekend", 1, "2026-03-27T16:00Z", "2026-03-30T06:00Z", 62h   },
        { "severity 2, before opening",  2, "2026-03-27T16:00Z", "2026-03-30T06:00Z", 60min },
        { "severity 2, a minute after",  2, "2026-03-27T16:00Z", "2026-03-30T06:01Z", 61min },
        // 25 October 2026: back again
        { "severity 2, autumn, before",  2, "2026-10-23T15:00Z", "2026-10-26T07:00Z", 60min },
        { "severity 2, autumn, after",   2, "2026-10-23T15:00Z", "2026-10-26T07:01Z", 61min },
        // a leap day that is a Tuesday
        { "29 February",                 2, "2028-02-29T16:00Z", "2028-03-01T07:01Z", 61min },
    }));
    CAPTURE(row.name);
    CssTenant tenant;
    tenant.licences("lot", "apps", "north", 1).covered("C-1", "apps", "north", 1, CssTier::select, "2026-01-01", 5);
    tenant.apply(org_ticket("T-1", row.opened, row.severity, "north", "apps"));
    auto const answer = ticket_on(tenant, "T-1", row.as_of);
    CHECK(clock_in(answer, Measure::response).strip.counted == row.counted);
    CHECK(answer.now.place.region == "emea");
    CHECK(holds_in(answer.proof, Rule::ticket_calendar_known) == true);
}

TEST_CASE("D14: without a place the hours are not known, and the answer says so", "[engine][R174][D14]")
{
    auto tenant = desk_tenant();
    OpenTicket open;
    open.ticket = "T-1";
    open.desk = Desk::customer_success;
    open.at = instant("2026-03-02T09:00Z");
    open.severity = 2;
    open.tier = Tier::select;
    tenant.apply(open);
    auto const answer = ticket_on(tenant, "T-1", "2026-03-02T10:00Z");
    CHECK(clock_in(answer, Measure::response).lacking.front() == Lacking::region);
    CHECK(holds_in(answer.proof, Rule::ticket_calendar_known) == false);
    auto place = turning("T-1", "2026-03-02T10:00Z", TicketStep::change_place);
    place.place = TicketPlace { "emea", "DE", "" };
    tenant.apply(place);
    CHECK(ticket_on(tenant, "T-1", "2026-03-02T11:00Z").now.place.region == "emea");
}

TEST_CASE("R102, R105: a room's ticket counts while a licence with premium support serves the room",
    "[engine][R102][R105][R111]")
{
    auto tenant = desk_tenant();
    tenant.room("A").order("PO-1", "select", 1, 2, "2026-03-01").assign("PO-1", 1, "A", "2026-03-01", "2026-03-03");
    tenant.apply(SetSupportTarget { Desk::rooms, Measure::response, 0, Tier::none, {}, 60 * 40 });
    tenant.apply(room_ticket("T-1", "2026-03-02T11:00Z", "A")); // noon in Berlin
    auto const last = ticket_on(tenant, "T-1", "2026-03-02T22:59Z");
    CHECK(last.now.entitled);
    CHECK(clock_in(last, Measure::response).target->origin.kind == catalogue::OriginKind::operator_set); // D19
    auto const over = ticket_on(tenant, "T-1", "2026-03-02T23:00Z");
    CHECK(!over.now.entitled);
    CHECK(holds_in(over.proof, Rule::ticket_entitled) == false);
    // The cure counts from its day on: nothing of the night before is counted.
    auto const noon = ticket_on(tenant, "T-1", "2026-03-04T11:00Z");
    CHECK(clock_in(noon, Measure::response).strip.counted == 12h);
    REQUIRE(!noon.cures.empty());
    for (Command const& step : noon.cures.front().steps) tenant.apply(step);
    auto const cured = ticket_on(tenant, "T-1", "2026-03-04T11:00Z");
    CHECK(cured.now.entitled);
    CHECK(clock_in(cured, Measure::response).strip.counted == 24h);
}

TEST_CASE("a note stands in nobody's way: what happened before it is told after it, and taken back", "[engine][B4]")
{
    auto tenant = desk_tenant();
    tenant.room("A").order("PO-1", "select", 1, 2, "2026-03-01").assign("PO-1", 1, "A", "2026-03-01");
    tenant.apply(room_ticket("T-1", "2026-03-02T08:00Z", "A"));
    auto note = turning("T-1", "2026-03-02T10:05Z", TicketStep::note);
    note.note = "The partner has called.";
    auto const responded = turning("T-1", "2026-03-02T10:00Z", TicketStep::respond);
    tenant.apply(note).apply(responded);
    CHECK(clock_in(ticket_on(tenant, "T-1", "2026-03-02T11:00Z"), Measure::response).strip.counted == 2h);
    CHECK(outcome(tenant.try_to(turning("T-1", "2026-03-02T09:00Z", TicketStep::resolve))) == "turn_too_early");
    tenant.apply(*compensation(Command { responded }));
    CHECK(clock_in(ticket_on(tenant, "T-1", "2026-03-02T11:00Z"), Measure::response).strip.counted == 3h);
    tenant.apply(*compensation(Command { note }));
    CHECK(standing_turns(tenant.ledger, tenant.ledger.ticket("T-1")).empty());
}

TEST_CASE("a device's ticket follows the device into its room", "[engine][R81][R102]")
{
    auto tenant = desk_tenant();
    tenant.room("A").room("B").device("SN-1", "2026-01-01", "A").order("PO-1", "select", 1, 1, "2026-03-01");
    tenant.assign("PO-1", 1, "B", "2026-03-01");
    auto open = room_ticket("T-1", "2026-03-02T11:00Z", "");
    open.about->device = "SN-1";
    tenant.apply(open).apply(MoveDevice { "SN-1", "A", "B", date("2026-03-04") });
    CHECK(!ticket_on(tenant, "T-1", "2026-03-03T22:59Z").now.entitled);
    CHECK(ticket_on(tenant, "T-1", "2026-03-03T23:00Z").now.entitled);
}

TEST_CASE("pause, resume, resolve and reopen are in the strip with their reasons", "[engine][R128]")
{
    using enum TicketStep;
    auto tenant = desk_tenant();
    tenant.apply(SetLicenceThreshold { "EU", {}, 5 }).apply(acme_subscription(5));
    tenant.apply(partner_ticket("T-1", "2026-03-02T09:00Z", RouteKind::help_centre, whole_form()));
    tenant.apply(turning("T-1", "2026-03-02T09:10Z", pause)).apply(turning("T-1", "2026-03-02T09:30Z", resume));
    tenant.apply(turning("T-1", "2026-03-02T09:40Z", resolve)).apply(turning("T-1", "2026-03-02T10:00Z", reopen));
    auto const answer = ticket_on(tenant, "T-1", "2026-03-02T10:05Z");
    auto const& strip = clock_in(answer, Measure::response).strip;
    std::string told;
    for (auto const& stretch : strip.stretches)
        told += std::string { word(stretch.began) } + ": " + std::string { word(stretch.why) } + "; ";
    CHECK(told == "opened: counting; paused: paused; resumed: counting; finished: finished; reopened: counting; ");
    CHECK(strip.counted == 25min);
}

TEST_CASE("the list of running clocks tells what each ticket tells, most urgent first", "[engine][R68][R128][R150]")
{
    CssTenant tenant = covered_tenant(CssTier::priority);
    tenant.apply(SetLicenceThreshold { "EU", {}, 5 }).apply(acme_subscription(5));
    tenant.apply(org_ticket("T-1", "2026-03-02T09:00Z", 1, "north", "apps"));
    tenant.apply(org_ticket("T-2", "2026-03-02T09:10Z", 1, "north", "apps"));
    tenant.apply(org_ticket("T-3", "2026-03-02T09:00Z", 3, "north", "apps")); // no target (D19)
    tenant.apply(partner_ticket("T-4", "2026-03-02T09:00Z", RouteKind::help_centre, whole_form()));
    tenant.apply(org_ticket("T-5", "2026-03-02T09:00Z", 1, "north", "apps"));
    tenant.apply(turning("T-5", "2026-03-02T09:05Z", TicketStep::resolve));
    auto const list = clocks_on(tenant, "2026-03-02T09:20Z");
    std::string told;
    for (auto const& each : list.clocks) {
        auto const key = tenant.ledger.tickets()[each.ticket].key;
        auto const single = ticket_on(tenant, key, "2026-03-02T09:20Z");
        auto const& clock = clock_in(single, each.measure);
        CHECK(clock.standing == each.standing);
        CHECK(clock.breach_at == each.breach_at);
        CHECK((each.in_time == Holds::no) == (each.standing == ClockStanding::breached));
        if (each.measure == Measure::response) told += key + " ";
    }
    CHECK(told == "T-1 T-2 T-4 T-3 ");
    REQUIRE(list.proof.size() == 1);
    CHECK(list.proof.front().holds == Holds::no);
    CHECK(clocks_on(tenant, "2026-03-02T09:14:59.999Z").proof.empty());
    CHECK(clocks_on(tenant, "2026-03-02T08:59Z").clocks.empty()); // none was open
}
