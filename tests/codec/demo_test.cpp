#include "codec/demo.hpp"

#include "assets/embedded.hpp"
#include "base/text.hpp"
#include "codec/catalogue_json.hpp"
#include "engine/coverage.hpp"
#include "engine/fold.hpp"
#include "engine/spares.hpp"
#include "engine/verdict.hpp"
#include "engine/warranty.hpp"
#include "support/dates.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <string>

namespace keyrack::codec {

using test::date;

namespace {

engine::Ledger demo_ledger(Date today)
{
    engine::Ledger ledger;
    std::uint32_t row = 0;
    for (auto const& entry : shipped_demo(today)) {
        auto const folded =
            engine::fold(ledger, shipped_catalogue(), entry.command, EntryId::of_row(row), engine::Manner::live);
        CAPTURE(iso(today), row, iso(entry.on));
        if (!folded) {
            FAIL("denied: " << engine::code(folded.error().reason));
        }
        ++row;
    }
    return ledger;
}

// What was written on tickets, in the order in which it was written.
std::vector<std::string> written(std::vector<DemoEntry> const& entries)
{
    std::vector<std::string> texts;
    for (auto const& entry : entries) {
        if (auto const* const open = std::get_if<engine::OpenTicket>(&entry.command)) {
            texts.push_back(open->description);
            if (open->partner) {
                texts.push_back(open->partner->form.subject);
                texts.push_back(open->partner->form.description);
            }
        } else if (auto const* const turn = std::get_if<engine::TurnTicket>(&entry.command)) {
            texts.push_back(turn->note);
        }
    }
    std::erase(texts, std::string {});
    return texts;
}

std::string with_entries(std::string_view entries)
{
    return R"({"anchor":"2026-11-22","texts":[],"entries":[)" + std::string { entries } + "]}";
}

} // namespace

TEST_CASE("every command of the demo company is accepted, whatever day it is", "[codec][property]")
{
    // Around leap days the moved terms are a day longer or shorter; between them a week's steps meet every weekday.
    for (Date today = date("2024-01-01"); today < date("2033-01-01"); today += Days { 13 }) {
        REQUIRE(demo_ledger(today).opened());
    }
    auto const leap_year = GENERATE("2024-02-29", "2028-02-29", "2096-02-29", "2100-02-28");
    for (int days = -3; days <= 3; ++days) {
        REQUIRE(demo_ledger(date(leap_year) + Days { days }).opened());
    }
}

TEST_CASE("the demo company is told as of today", "[codec]")
{
    auto const today = date("2031-03-05");
    auto const entries = shipped_demo(today);
    REQUIRE_FALSE(entries.empty());
    CHECK(std::holds_alternative<engine::OpenTenant>(entries.front().command));
    CHECK(std::ranges::is_sorted(entries, {}, &DemoEntry::on));
    CHECK(entries.back().on <= today);
    CHECK(entries.back().on > today - Days { 14 });
    for (auto const& entry : entries) {
        CHECK_FALSE(entry.actor.empty());
    }
    CHECK(assets::find("demo/northwind.json").size() < 60 * 1024);
}

TEST_CASE("the demo company tells the document's story of spares", "[codec][R91][R92]")
{
    auto const today = GENERATE("2026-11-22", "2027-07-01", "2028-02-29");
    auto const ledger = demo_ledger(date(today));
    auto const spares = engine::spares_on(ledger, shipped_catalogue(), date(today));
    CHECK(spares.licences == 100);
    CHECK(spares.entitled == 2);
    CHECK(spares.earned == 2);
    auto const step = [&](std::int64_t licences) {
        return *std::ranges::find(spares.steps, licences, &engine::SpareStep::licences);
    };
    CHECK(step(40).entitled == 0);
    CHECK(step(80).entitled == 1);
    CHECK(step(80).on < step(100).on);
    CHECK(step(100).entitled == 2);
    CHECK(step(100).on > date(today) - Days { 14 });
}

TEST_CASE("the demo company has something to do", "[codec]")
{
    auto const today = date("2026-11-22");
    auto const ledger = demo_ledger(today);
    auto const& shipped = shipped_catalogue();
    auto const columns = engine::coverage_of_all(ledger, shipped, today);

    auto covered = 0, important = 0, outside_sync = 0, ending_soon = 0;
    for (std::uint32_t row = 0; row < ledger.rooms().size(); ++row) {
        auto const until = std::max(columns.programmes[0].until[row], columns.programmes[1].until[row]);
        covered += until != always ? 1 : 0;
        ending_soon += until != always && until < today + Days { 30 } ? 1 : 0;
        important += ledger.rooms().rows()[row].importance == engine::Importance::important ? 1 : 0;
        outside_sync += ledger.rooms().rows()[row].in_sync == engine::InSync::no ? 1 : 0;
    }
    CHECK(ledger.rooms().size() == 80);
    CHECK(covered == 62);
    CHECK(ending_soon == 12);
    CHECK(important == 10);
    CHECK(outside_sync == 14);

    std::int64_t free = 0;
    std::vector<engine::OrderState> states;
    for (std::uint32_t row = 0; row < ledger.orders().size(); ++row) {
        auto const status = engine::status_of(ledger, shipped, OrderId::of_row(row), today);
        free += status.free;
        states.push_back(status.state);
    }
    CHECK(free == 58);
    for (auto const state : { engine::OrderState::cancelled, engine::OrderState::ended, engine::OrderState::running,
             engine::OrderState::not_started }) {
        CHECK(std::ranges::count(states, state) > 0);
    }

    auto const warranties = engine::warranty_of_all(ledger, shipped, columns, today);
    CHECK(std::ranges::count_if(warranties, [](auto const& each) { return each.clipped_from.has_value(); }) >= 9);
    CHECK(std::ranges::count_if(warranties, [](auto const& each) { return each.extended_to && !each.clipped_from; })
        >= 20);
    CHECK(ledger.stays().size() == 1);
}

TEST_CASE("the demo company's tickets say what is wrong, and some what came of it", "[codec]")
{
    auto const ledger = demo_ledger(date("2026-11-22"));
    REQUIRE(ledger.tickets().size() == 7);
    for (auto const& ticket : ledger.tickets().rows()) {
        CAPTURE(ticket.key);
        CHECK(ticket.description.size() > 40); // a sentence at least
    }
    std::vector<std::string> noted;
    for (auto const& turn : ledger.ticket_turns().rows())
        if (!turn.note.empty()) noted.push_back(ledger.tickets()[turn.ticket].key);
    CHECK(noted == std::vector<std::string> { "TK-1001", "TK-1003", "TK-1005" });
}

TEST_CASE("what the demo company's people write is told in the language it is opened in, and all of it", "[codec]")
{
    auto const today = date("2026-11-22");
    auto const english = shipped_demo(today);
    CHECK(english == shipped_demo(today, {}, "en"));
    CHECK(english == shipped_demo(today, {}, "fr"));
    for (std::string_view const language : { "de", "nb" }) {
        auto const told = shipped_demo(today, {}, language);
        CHECK(told == shipped_demo(today, {}, language));
        auto const here = written(told), there = written(english);
        REQUIRE(here.size() == there.size());
        CHECK(here.size() == 12);
        for (std::size_t i = 0; i < here.size(); ++i) {
            CAPTURE(language, here[i]);
            CHECK(here[i] != there[i]);
            CHECK(fault_of_name(here[i]) == std::nullopt);
        }
        REQUIRE(told.size() == english.size());
        auto changed = 0;
        for (std::size_t i = 0; i < told.size(); ++i) changed += told[i] == english[i] ? 0 : 1;
        CHECK(changed == 10); // tickets and notes alone
    }
}

TEST_CASE("dates move with the day, open ends stay open", "[codec]")
{
    auto const text = with_entries(
        R"({"on":"2026-11-01","actor":"A","commands":[{"kind":"assign","pairs":[],"from":"2026-11-02"}]},)"
        R"({"on":"2026-11-22","actor":"B","commands":[{"kind":"withdraw_assignments","assignments":[{"licence":"P/1","from":"2026-11-03"}]}]})");
    auto const entries = demo_from_json(text, date("2027-11-22"));
    REQUIRE(entries.has_value());
    REQUIRE(entries->size() == 2);
    CHECK(entries->at(0)
        == DemoEntry {
            date("2027-11-01"), "A", engine::Assign { {}, date("2027-11-02"), never }
    });
    engine::WithdrawAssignments const withdrawn { { { { "P", 1 }, date("2027-11-03") } } };
    CHECK(entries->at(1) == DemoEntry { date("2027-11-22"), "B", withdrawn });
}

TEST_CASE("a demo company that is not quite one is refused", "[codec]")
{
    struct Row
    {
        char const* name;
        std::string text;
        char const* what;
        char const* where;
    };
    auto const row = GENERATE(values<Row>({
        { "no JSON",               "{",                                                                                "json_truncated", "1:2"                         },
        { "no object",             "[]",                                                                               "wrong_type",     ""                            },
        { "no anchor",             R"({"entries":[]})",                                                                "missing_field",  "anchor"                      },
        { "one member more",       R"({"anchor":"2026-11-22","texts":[],"entries":[],"colour":1})",                    "unknown_field",
         "colour"                                                                                                                                                      },
        { "no actor",              with_entries(R"({"on":"2026-11-22","commands":[]})"),                               "missing_field",  "entries[0].actor"            },
        { "no such command",       with_entries(R"({"on":"2026-11-22","actor":"A","commands":[{"kind":"explode"}]})"),
         "unknown_kind",                                                                                                                 "entries[0].commands[0].kind" },
        { "later than its anchor", with_entries(R"({"on":"2026-11-23","actor":"A","commands":[]})"),                   "bad_date",
         "entries"                                                                                                                                                     },
        { "out of order",
         with_entries(
                R"({"on":"2026-11-22","actor":"A","commands":[]},{"on":"2026-11-21","actor":"A","commands":[]})"),
         "bad_date",                                                                                                                     "entries"                     },
    }));
    CAPTURE(row.name);
    auto const read = demo_from_json(row.text, date("2026-11-22"));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().what == row.what);
    CHECK(read.error().where == row.where);
}

} // namespace keyrack::codec
