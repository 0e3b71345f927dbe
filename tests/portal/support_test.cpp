// Tickets as the screens tell and turn them.
#include "codec/catalogue_json.hpp"
#include "portal/moments.hpp"
#include "portal/outbox_model.hpp"
#include "portal/support_screen.hpp"
#include "portal/ticket_words.hpp"
#include "support/clocks.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

namespace {

TicketLine line_of(Stage& stage, std::string_view key)
{
    auto const& model = support(stage);
    for (std::size_t index = 0; index < model.count; ++index)
        if (auto line = model.line(index); line.key == key) return line;
    FAIL("no ticket " << key);
    return {};
}

std::vector<std::string> actions(Stage& stage)
{
    std::vector<std::string> names;
    for (auto const& action : support(stage).detail->next) names.push_back(action.action);
    for (auto const& action : support(stage).detail->turns) names.push_back(action.action);
    return names;
}

} // namespace

TEST_CASE("the queue lists what is open, the most urgent clock first", "[portal][B4]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/support" });
    auto const all = keys(*stage);
    REQUIRE(all.size() == 6);
    CHECK(std::ranges::find(all, "TK-1001") == all.end()); // closed
    CHECK(line_of(*stage, "TK-1007").title == "Fjord is offline");
    CHECK(line_of(*stage, "TK-1007").clock.text == "Due in 38 min");
    CHECK(line_of(*stage, "TK-1007").measure == "First response");
    CHECK(line_of(*stage, "TK-1004").clock.text == "Customer’s turn");
    CHECK(line_of(*stage, "TK-1003").clock.text == "Not entitled");
    CHECK(line_of(*stage, "TK-1005").severity == "1");
    CHECK(line_of(*stage, "TK-1007").severity == "–");
    CHECK(line_of(*stage, "TK-1005").clock.text == "Due in 1 h 25 min");
    CHECK(line_of(*stage, "TK-1005").clock.tone == Tone::ending);
}

TEST_CASE("R130, D2: a solution past what is striven for is told so and not as late", "[portal][R130][R131][D2]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/support/TK-1005?as-of=2026-11-26" });
    auto const& ticket = *support(*stage).detail;
    REQUIRE(ticket.clocks.size() == 3);
    CHECK(ticket.clocks[0].chip.text.starts_with("Overdue for "));
    CHECK(ticket.clocks[2].chip.text.starts_with("Past its aim for "));
    CHECK(ticket.clocks[2].chip.tone == Tone::ending);
}

TEST_CASE(
    "R128, R130, D2: a second end is an aim where it is striven for, and a limit where it is promised", "[portal][D2]")
{
    auto const end = instant("2026-03-04T09:00Z");
    auto const later = instant("2026-03-04T09:01Z");
    auto const is_past = [&](catalogue::Promise promise, Instant at) {
        return is_past_its_aim(promise, engine::ClockStanding::warned, end, at);
    };
    CHECK(is_past(catalogue::Promise::striving, later));
    CHECK_FALSE(is_past(catalogue::Promise::striving, end));
    CHECK_FALSE(is_past(catalogue::Promise::commitment, later));
    CHECK_FALSE(is_past(catalogue::Promise::target, later));
}

TEST_CASE("a clock's colour says how it stands, and whose turn it is", "[portal][B4]")
{
    using engine::ClockStanding;
    using engine::Running;
    struct Row
    {
        char const* name;
        ClockStanding standing;
        Running running;
        Tone want;
    };
    auto const row = GENERATE(values<Row>({
        // name                  standing                 running                want
        { "in time",             ClockStanding::in_time,  Running::counting,     Tone::covered },
        { "past its first mark", ClockStanding::warned,   Running::counting,     Tone::ending  },
        { "overdue",             ClockStanding::breached, Running::counting,     Tone::missing },
        { "overdue, waiting",    ClockStanding::breached, Running::paused,       Tone::missing },
        { "warned, waiting",     ClockStanding::warned,   Running::paused,       Tone::neutral },
        { "not entitled",        ClockStanding::in_time,  Running::not_entitled, Tone::missing },
        { "no target",           ClockStanding::none,     Running::counting,     Tone::neutral },
    }));
    CAPTURE(row.name);
    CHECK(clock_tone(row.standing, row.running) == row.want);
}

TEST_CASE("filters of the queue are addresses, and count what they show", "[portal]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/support" });
    for (auto const& filter : std::vector<LinkChip> { support(*stage).filters }) {
        CAPTURE(filter.text);
        (*stage)(Go { "/t/northwind/support" });
        (*stage)(Go { filter.fragment });
        // "Open" is what is shown without any: a second press on it changes nothing.
        CHECK(static_cast<std::int64_t>(support(*stage).count) == filter.count);
    }
    (*stage)(Go { "/t/northwind/support" })(SearchScreen { "fjord" });
    CHECK(keys(*stage) == std::vector<std::string> { "TK-1007" });
    CHECK(stage->address() == "/t/northwind/support?q=fjord");
}

TEST_CASE("an open ticket has its clocks, its facts and what can be done", "[portal][B4][R99]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/support/TK-1007" });
    auto const& ticket = *support(*stage).detail;
    CHECK(ticket.room == "Fjord");
    CHECK(ticket.room_state.text == "Offline");
    CHECK(ticket.devices.size() == 2);
    REQUIRE(ticket.clocks.size() == 2);
    auto const& response = ticket.clocks.front();
    CHECK(response.chip.text == "Due in 38 min");
    CHECK(response.target == "within 1 h");
    REQUIRE(response.pieces.size() == 2);
    CHECK(response.pieces[0].kind == PieceKind::counted);
    CHECK(response.pieces[0].label == "22 min");
    CHECK(response.pieces[1].kind == PieceKind::left);
    CHECK(actions(*stage) == std::vector<std::string> { "turn.respond", "turn.pause", "turn.resolve" });

    (*stage)(RunOnScreen { "turn.respond" });
    CHECK(support(*stage).detail->clocks.front().chip.text == "Met in 22 min");
    CHECK(support(*stage).detail->clocks.front().pieces.front().kind == PieceKind::done);
    (*stage)(UndoToast { stage->last_toast() });
    CHECK(support(*stage).detail->clocks.front().chip.text == "Due in 38 min");
}

TEST_CASE("a clock says which of its times is the wall clock’s and which is counted in business hours", "[portal][B4]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/support/TK-1002" });
    auto const in_hours = support(*stage).detail->clocks.front();
    CHECK(in_hours.chip.text.starts_with("Due in "));
    CHECK(in_hours.second.starts_with("Counted "));
    CHECK(in_hours.second.contains(" of business hours · "));
    CHECK(in_hours.second.contains(" · due "));
    (*stage)(Go { "/t/northwind/support/TK-1005" });
    CHECK(
        support(*stage).detail->clocks.front().second.starts_with("Counted 1 h 35 min around the clock · first mark "));
}

TEST_CASE("the reasons of a clock tell its target and its time in hours, as the clock does", "[portal][support]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/support/TK-1005" });
    auto const why = support(*stage).detail->clocks.front().why;
    (*stage)(Go { why });
    std::string all;
    for (auto const& step : support(*stage).detail->proof.steps) all += step.second + '\n';
    CHECK(all.contains("3 h at most"));
    CHECK(all.contains("first mark after 1 h"));
    CHECK(all.contains("counted: 1 h 35 min"));
    CHECK(!all.contains("minute"));
}

TEST_CASE("the account of a clock names every stretch with its reason", "[portal][B4]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/support/TK-1004?why=clock.solution" });
    auto const& clocks = support(*stage).detail->clocks;
    auto const& solution = clocks.back();
    REQUIRE(solution.open);
    REQUIRE(solution.stretches.size() == 2);
    CHECK(solution.stretches[0].reason == "counted");
    CHECK(solution.stretches[0].length == "1 h 40 min");
    CHECK(solution.stretches[1].reason == "not counted: waiting for the customer");
    CHECK(solution.stretches[1].length == "1 h 30 min");
    REQUIRE(solution.pieces.size() == 3);
    CHECK(solution.pieces[1].kind == PieceKind::paused);
    CHECK(solution.pieces[2].kind == PieceKind::left); // a clock that stands still has not used up its target
    CHECK(solution.pieces[2].label == "46 h 20 min left");
    CHECK_FALSE(support(*stage).detail->proof.steps.empty());
}

TEST_CASE("a room that is not covered: the ticket's cure covers it", "[portal][R102]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/support/TK-1003" });
    REQUIRE_FALSE(support(*stage).detail->next.empty());
    CHECK(support(*stage).detail->clocks.front().chip.text == "Stands still: not entitled");
    // It never was: nothing is said to be "no longer" so.
    auto const& events = support(*stage).detail->events;
    CHECK(std::ranges::contains(events, "Not entitled to support", &TicketEventLine::text));
    CHECK_FALSE(std::ranges::contains(events, "No longer entitled to support", &TicketEventLine::text));
    (*stage)(RunOnScreen { support(*stage).detail->next.front().action });
    CHECK(support(*stage).detail->room_cover.text == "Covered");
    CHECK(support(*stage).detail->clocks.front().chip.text != "Stands still: not entitled");
}

TEST_CASE("a ticket keeps what was told at opening, and notes after it", "[portal][R68]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/support?new=rooms&room=osl-fjord&state=offline" });
    (*stage)(EditScreen { "description", "Dark since eight.\n\nPlugged in again." })(RunOnScreen { "open" });
    CHECK(support(*stage).detail->description == "Dark since eight.\n\nPlugged in again.");
    REQUIRE(support(*stage).detail->note);
    (*stage)(RunOnScreen { "note" });
    CHECK(support(*stage).detail->note->error == "Write the note first.");
    (*stage)(EditScreen { "note", "Called back.\nNobody there." })(RunOnScreen { "note" });
    CHECK(support(*stage).detail->note->value.empty());
    CHECK(support(*stage).detail->note->error.empty());
    REQUIRE(support(*stage).detail->events.size() >= 2);
    CHECK(support(*stage).detail->events.front().note == "Called back.\nNobody there.");
    CHECK(support(*stage).detail->events.front().when.contains("Note"));
    (*stage)(UndoToast { stage->last_toast() });
    CHECK(support(*stage).detail->events.front().note.empty());
    (*stage)(Go { "/t/northwind/support/TK-1008?as-of=2026-12-01" });
    CHECK_FALSE(support(*stage).detail->note);
}

TEST_CASE("what is written in the note of one ticket is not in another's", "[portal]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/support/TK-1007" })(EditScreen { "note", "Half of" });
    CHECK(support(*stage).detail->note->value == "Half of");
    (*stage)(Go { "/t/northwind/support/TK-1004" });
    CHECK(support(*stage).detail->note->value.empty());
}

TEST_CASE("a ticket by e-mail lies drafted in the outbox, and nothing says it was sent", "[portal][R137][R141][R142]")
{
    auto const stage = demo_stage();
    (*stage)(
        Go { "/t/northwind/support?new=large_user&partner_region=EU&data_centre=EU&channel=email&service=Zoho%20CRM&"
             "organisation_id=60018842&subject=Nobody%20gets%20in&description=Since%20eight.&"
             "primary_email=it@nordlys-bygg.example" });
    CHECK(support(*stage).form->way.goes == "By email to partner-support@eu.zohocorp.com");
    auto const rules = support(*stage).form->way.rules;
    REQUIRE(rules.size() == 1);
    CHECK(rules.front().text == "R141");
    CHECK(rules.front().fragment.starts_with("/t/northwind/catalogue/"));
    CHECK(support(*stage).form->way.draft.empty()); // not yet
    (*stage)(RunOnScreen { "open" });
    CHECK(stage->toasts().back().contains("partner-support@eu.zohocorp.com is drafted"));
    auto const way = support(*stage).detail->way;
    CHECK(way.draft == "/t/northwind/outbox/ticket.TK-1008");
    CHECK(way.copy.contains("Since eight."));
    (*stage)(RunOnScreen { way.run_program });
    auto const address = std::get<OpenMail>(stage->seen.back()).address;
    CHECK(address.starts_with("mailto:partner-support@eu.zohocorp.com?subject=Nobody%20gets%20in&body="));
    CHECK(address.contains("Description%3A%0D%0ASince%20eight."));
    (*stage)(Go { way.draft });
    auto const& outbox = stage->apart<OutboxModel>();
    REQUIRE(outbox.detail);
    CHECK(outbox.detail->second == "Drafted, not sent");
    CHECK(outbox.detail->body.contains("Description:\nSince eight."));
    CHECK(outbox.detail->about_fragment == "/t/northwind/support/TK-1008");
    auto const drafts = outbox.drafts.size();
    REQUIRE(drafts > 1);
    CHECK(outbox.second.ends_with(" emails · " + std::to_string(drafts) + " drafts"));
    CHECK(std::ranges::contains(outbox.drafts, std::string { "ticket.TK-1008" }, &ActionLine::key));
    CHECK(std::ranges::contains(outbox.drafts, outbox.detail->title, &ActionLine::text));
    auto const detail = *outbox.detail;
    (*stage)(RunOnScreen { detail.run_program });
    CHECK(std::get<OpenMail>(stage->seen.back()).address == address);
    (*stage)(RunOnScreen { detail.run_eml });
    auto const& file = std::get<Download>(stage->seen.back());
    std::string const text { reinterpret_cast<char const*>(file.bytes.data()), file.bytes.size() };
    CHECK(text.starts_with("X-Unsent: 1\r\nTo: partner-support@eu.zohocorp.com\r\nSubject: Nobody gets in\r\n"));
    (*stage)(Go { "/t/northwind/support/TK-1008" })(RunOnScreen { "turn.resolve" })(Go { "/t/northwind/outbox" });
    CHECK(stage->apart<OutboxModel>().drafts.size() == drafts - 1); // it is over
}

TEST_CASE("where the documents name no mailbox, the ticket is handed over by hand", "[portal][R68][R132][R149]")
{
    struct Row
    {
        char const* name;
        char const* address;
        char const* goes;
        char const* rule;
    };
    auto const row = GENERATE(values<Row>({
        { "rooms",         "new=rooms&room=osl-fjord&state=offline",          "By hand: Logitech Service Portal", "R68"  },
        { "success",       "new=customer_success&tier=select&severity=1",     "By phone, web or live chat",       "R149" },
        { "partner, page", "new=large_user&partner_region=EU&data_centre=EU",
         "By hand: Help Center for Partner Support",                                                              "R134" },
    }));
    CAPTURE(row.name);
    auto const stage = demo_stage();
    (*stage)(Go { std::string { "/t/northwind/support?" } + row.address });
    CHECK(support(*stage).form->way.goes == row.goes);
    REQUIRE(support(*stage).form->way.rules.size() == 1);
    CHECK(support(*stage).form->way.rules.front().text == row.rule);
    CHECK(support(*stage).form->way.draft.empty());
}

TEST_CASE("a moment on a ticket names its zone, and the reader's where that is another", "[portal][R174]")
{
    auto const& zones = codec::shipped_catalogue().support();
    auto const* const oslo = zones.zone_named("Europe/Oslo");
    auto const* const kolkata = zones.zone_named("Asia/Kolkata");
    auto const* const new_york = zones.zone_named("America/New_York");
    auto const now = instant("2026-11-22T09:00Z");
    Words const words { Language::english };
    auto const told = [&](catalogue::TimeZone const* zone, int readers_hours, char const* at) {
        return LocalTime { words, zone, std::chrono::hours { readers_hours } }.moment(instant(at), now);
    };
    CHECK(told(oslo, 1, "2026-11-22T08:12Z") == "09:12 UTC+1");
    CHECK(told(oslo, 1, "2026-11-20T08:12Z") == "20 Nov 2026, 09:12 UTC+1");
    CHECK(told(oslo, 1, "2026-07-20T08:12Z") == "20 Jul 2026, 10:12 UTC+2"); // in Oslo, and in winter
    CHECK(told(oslo, 0, "2026-11-22T08:12Z") == "09:12 UTC+1 (08:12 UTC)");
    CHECK(told(new_york, 1, "2026-11-22T08:12Z") == "03:12 UTC−5 (09:12 UTC+1)");
    CHECK(told(new_york, 1, "2026-11-22T02:00Z") == "21 Nov 2026, 21:00 UTC−5 (22 Nov 2026, 03:00 UTC+1)");
    CHECK(told(nullptr, 1, "2026-11-22T08:12Z") == "09:12 UTC+1");
    if (kolkata) CHECK(told(kolkata, 0, "2026-11-22T08:12Z") == "13:42 UTC+5:30 (08:12 UTC)");
    LocalTime const local { words, oslo, std::chrono::hours { 1 } };
    CHECK(local.stretch(instant("2026-11-22T08:12Z"), instant("2026-11-22T08:34Z"), now) == "09:12 – 09:34 UTC+1");
    CHECK(local.stretch(instant("2026-10-25T00:30Z"), instant("2026-10-25T01:30Z"), now) // the clocks go back
        == "25 Oct 2026, 02:30 UTC+2 – 02:30 UTC+1");
}

TEST_CASE("a partner's mail: the e-mail that an agent writes makes it Severity 1", "[portal][R126][R143]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/support/TK-1006" });
    REQUIRE(support(*stage).detail->next.size() == 1);
    CHECK(support(*stage).detail->next.front().text == "Write the SuperAdmin’s email");
    (*stage)(RunOnScreen { "next.0" });
    CHECK(support(*stage).detail->chips.front().text == "Severity 1");
    CHECK(support(*stage).detail->next.empty());
}

TEST_CASE("a clock without a target says so once", "[portal]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/support/TK-1006" });
    REQUIRE(!support(*stage).detail->clocks.empty());
    CHECK(support(*stage).detail->clocks.front().chip.text == "No target set");
    CHECK(support(*stage).detail->clocks.front().target.empty());
}

TEST_CASE("two licences that would help are told apart by their orders", "[portal][R77]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/support/TK-1003" });
    auto const& next = support(*stage).detail->next;
    REQUIRE(next.size() == 2);
    CHECK(next[0].text.starts_with("Assign a licence from PO-"));
    CHECK(next[0].second.ends_with(". Support then counts from today on."));
    CHECK(next[0].text != next[1].text);
}

TEST_CASE("looking at another day, nothing can be done to a ticket", "[portal][B3]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/support/TK-1007?as-of=2026-12-01" });
    CHECK(actions(*stage).empty());
    CHECK(support(*stage).detail->clocks.front().chip.tone == Tone::missing);
    (*stage)(Go { "/t/northwind/support?new=rooms&room=osl-fjord&state=offline&as-of=2026-12-01" });
    CHECK_FALSE(support(*stage).form->ready);
}

TEST_CASE("lengths of time are said in their two largest units", "[portal]")
{
    struct Row
    {
        std::int64_t minutes;
        char const* english;
        char const* german;
    };
    auto const row = GENERATE(values<Row>({
        { 0,       "0 min",      "0 Min."        },
        { 41,      "41 min",     "41 Min."       },
        { 60,      "1 h",        "1 Std."        },
        { 125,     "2 h 5 min",  "2 Std. 5 Min." },
        { 47 * 60, "47 h",       "47 Std."       },
        { 48 * 60, "2 days",     "2 Tage"        },
        { 75 * 60, "3 days 3 h", "3 Tage 3 Std." },
        { -5,      "0 min",      "0 Min."        },
    }));
    CAPTURE(row.minutes);
    CHECK(span_text(Words { Language::english }, std::chrono::minutes { row.minutes }) == row.english);
    CHECK(span_text(Words { Language::german }, std::chrono::minutes { row.minutes }) == row.german);
}

TEST_CASE("a ticket without a subject is called by how its description begins", "[portal][support]")
{
    struct Row
    {
        char const* description;
        std::string title;
    };
    auto const row = GENERATE(values<Row>({
        { "Licences are missing. Since Monday.",                                                           "Licences are missing"        },
        { "Licences are missing.",                                                                         "Licences are missing"        },
        { "Licences are missing: all of 7.15",                                                             "Licences are missing"        },
        { "Version 7.15 does not start\nat all",                                                           "Version 7.15 does not start" },
        { "Why is nothing served? It was before",                                                          "Why is nothing served"       },
        { "",                                                                                              "Customer Success Services"   },
        { "An endless row of words that goes on and on and does not stop before the line is full of them",
         "An endless row of words that goes on and on and does not stop before the line…"                                                },
    }));
    CAPTURE(row.description);
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/support?new=customer_success&tier=select&severity=2&region=emea&country=CH" })(
        EditScreen { "description", row.description })(RunOnScreen { "open" });
    REQUIRE(support(*stage).detail);
    CHECK(support(*stage).detail->title == row.title);
}

TEST_CASE(
    "a ticket's number stands once, and its programme beside it where the title does not say it", "[portal][support]")
{
    auto const stage = demo_stage();
    stage->go_to("/t/northwind/support/TK-1002");
    REQUIRE(support(*stage).detail);
    auto const& detail = *support(*stage).detail;
    CHECK(detail.title == "Desktops do not start in Zürich");
    CHECK(detail.second.starts_with("TK-1002 · Customer Success Services · "));
    stage->go_to("/t/northwind/support/TK-1005");
    CHECK(support(*stage).detail->title == "Users cannot sign in to CRM");
    CHECK(support(*stage).detail->second.starts_with("TK-1005 · Large User Account · "));
}

TEST_CASE("the tier of a ticket that names no ORG-ID is set on the ticket, and counts from then on",
    "[portal][support][R150]")
{
    auto const stage = demo_stage();
    stage->go_to("/t/northwind/support/TK-1002");
    REQUIRE(support(*stage).detail);
    auto const offered = [&](std::string_view action) {
        return std::ranges::contains(support(*stage).detail->turns, action, &TicketAction::action);
    };
    CHECK(!offered("turn.tier.select"));
    REQUIRE(offered("turn.tier.priority"));
    auto const before = support(*stage).detail->clocks.front().target;
    (*stage)(RunOnScreen { "turn.tier.priority" });
    CHECK(offered("turn.tier.select"));
    CHECK(!offered("turn.tier.priority"));
    CHECK(support(*stage).detail->clocks.front().target != before);
}
