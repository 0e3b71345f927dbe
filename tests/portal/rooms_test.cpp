// The rooms screen says what the engine says.
#include "base/text.hpp"
#include "codec/catalogue_json.hpp"
#include "codec/demo.hpp"
#include "engine/fold.hpp"
#include "engine/verdict.hpp"
#include "portal/cover.hpp"
#include "portal/place_texts.hpp"
#include "portal/places.hpp"
#include "portal/room_rows.hpp"
#include "portal/stage.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <sstream>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

namespace {

engine::Ledger demo_ledger(Date today)
{
    engine::Ledger ledger;
    std::uint32_t row = 0;
    for (auto const& each : codec::shipped_demo(today)) {
        auto const folded = engine::fold(
            ledger, codec::shipped_catalogue(), each.command, EntryId::of_row(row++), engine::Manner::live);
        REQUIRE(folded);
    }
    return ledger;
}

FilterChip const& chip(RoomsModel const& rooms, RoomFilter filter)
{
    auto const found = std::ranges::find(rooms.filters, filter, &FilterChip::filter);
    REQUIRE(found != rooms.filters.end());
    return *found;
}

} // namespace

TEST_CASE("first visit, then the demo company: the list says what the engine says", "[portal]")
{
    Stage stage;
    REQUIRE(!stage.model().session);
    CHECK(stage.model().welcome.tenants.empty());
    stage(OpenDemo {});

    auto const today = date("2026-11-22");
    auto const ledger = demo_ledger(today);
    auto const& rooms = stage.rooms();
    REQUIRE(rooms.count == ledger.rooms().size());
    std::int64_t covered = 0;
    for (std::size_t index = 0; index < rooms.count; ++index) {
        auto const line = rooms.line(index);
        CAPTURE(line.name);
        auto const verdict = engine::covered(ledger, codec::shipped_catalogue(), line.id, today);
        bool const yes = verdict.answer == engine::Holds::yes;
        covered += yes ? 1 : 0;
        CHECK((line.cover.tone == Tone::covered || line.cover.tone == Tone::ending) == yes);
        if (yes) CHECK(line.until == stage.portal.words().short_date(*verdict.until));
    }
    CHECK(covered > 0);
    CHECK(covered < static_cast<std::int64_t>(rooms.count));
    CHECK(chip(rooms, RoomFilter::not_covered).count == static_cast<std::int64_t>(rooms.count) - covered);
    CHECK(stage.session().navigation[1].badge == static_cast<std::int64_t>(rooms.count) - covered);
}

TEST_CASE("expired, planned and ending rooms agree with the verdicts on any day", "[portal]")
{
    auto const ledger = demo_ledger(date("2026-11-22"));
    auto const day = GENERATE(as<std::string> {}, "2025-01-01", "2026-05-20", "2026-11-12", "2026-11-22", "2027-01-28",
        "2027-11-04", "2030-01-01");
    auto const cover = cover_on(ledger, codec::shipped_catalogue(), date(day));
    for (std::uint32_t row = 0; row < ledger.rooms().size(); ++row) {
        CAPTURE(day, ledger.rooms().rows()[row].key);
        auto const& of_room = cover.rooms[row];
        auto const verdict = engine::covered(ledger, codec::shipped_catalogue(), RoomId::of_row(row), date(day));
        REQUIRE(of_room.covered() == (verdict.answer == engine::Holds::yes));
        if (of_room.covered()) {
            CHECK(of_room.until == verdict.until);
            CHECK((of_room.state == CoverState::ending) == (*verdict.until - date(day) <= ending_within));
        } else {
            CHECK((of_room.until == always) == !verdict.since.has_value());
            if (verdict.since) CHECK(of_room.until == *verdict.since);
        }
    }
}

TEST_CASE("chips say how a room stands", "[portal]")
{
    // One room, one Select licence for a year from its purchase date.
    struct Row
    {
        char const* name;
        char const* from;
        char const* as_of;
        Tone tone;
        char const* text;
        char const* until;
    };
    auto const row = GENERATE(values<Row>({
        // name                       from          as of          tone           text                   until
        { "covered",          "2026-01-10", "2026-02-01", Tone::covered, "Covered",             "10 Jan 2027"      },
        { "91 days to go",    "2026-01-10", "2026-10-11", Tone::covered, "Covered",             "10 Jan 2027"      },
        { "90 days to go",    "2026-01-10", "2026-10-12", Tone::ending,  "Ends in 90 days",     "10 Jan 2027"      },
        { "the last day",     "2026-01-10", "2027-01-09", Tone::ending,  "Ends tomorrow",       "10 Jan 2027"      },
        { "the day after",    "2026-01-10", "2027-01-10", Tone::missing, "Expired today",       "10 Jan 2027"      },
        { "yesterday",        "2026-01-10", "2027-01-11", Tone::missing, "Expired yesterday",   "10 Jan 2027"      },
        { "ten days ago",     "2026-01-10", "2027-01-20", Tone::missing, "Expired 10 days ago", "10 Jan 2027"      },
        { "before it starts", "2026-01-20", "2026-01-15", Tone::planned, "Planned",             "from 20 Jan 2026" },
        { "never",            "",           "2026-02-01", Tone::missing, "Not covered",         "–"                },
    }));
    CAPTURE(row.name);
    auto const assignment = *row.from
        ? std::string { R"({"licence":"PO-1/1","room":"r","from":")" } + row.from + R"(","to":null})"
        : std::string {};
    Stage stage;
    stage.import("one.json",
        R"({"orders":[{"id":"PO-1","service":"select","years":1,"quantity":1,"purchased_on":"2026-01-10","cancelled_on":null}],)"
        R"("rooms":[{"id":"r","name":"Fjord","site":"Oslo","country":"NO","sync":true}],"assignments":[)"
            + assignment + R"(],"devices":[]})");
    stage.go_to("/t/one/rooms?as-of=" + std::string { row.as_of });
    auto const line = stage.line("Fjord");
    CHECK(line.cover.tone == row.tone);
    CHECK(line.cover.text == row.text);
    // A term begins with the first assignment: on the 20th it also ends on the 20th.
    CHECK(line.until == row.until);
    if (!*row.from) CHECK(line.programme == "–");
    CHECK(stage.session().as_of_today == false);
}

TEST_CASE("search finds rooms by name, site and serial number", "[portal]")
{
    struct Row
    {
        char const* query;
        std::size_t count;
        char const* first;
    };
    auto const row = GENERATE(values<Row>({
        // query            count  first
        { "",             120, "Room 1"  },
        { "sn000042",     1,   "Room 42" },
        { "  SN000042  ", 1,   "Room 42" },
        { "site 12",      11,  "Room 12" }, // room 12, and the ten rooms of site 12
        { "zzz",          0,   ""        },
    }));
    CAPTURE(row.query);
    Stage stage;
    stage.import("big.json", tenant_file(120));
    stage(Go { "/t/big/rooms" })(Search { row.query });
    auto const names = stage.names();
    CHECK(names.size() == row.count);
    if (!names.empty()) CHECK(names.front() == row.first);
    CHECK(stage.address().contains("q=") == (std::string_view { row.query } != ""));
}

TEST_CASE("matches agree with looking through every room", "[portal]")
{
    auto const ledger = demo_ledger(date("2026-11-22"));
    PlaceTexts const texts_of_all {
        ledger, Places { ledger, date("2026-11-22") }
    };
    for (auto const* const query : { "zürich", "zurich", "boardroom", "o", "e r", "oslo 2", "rally", "\n", "room\n" }) {
        auto const found = texts_of_all.matches(query);
        for (std::uint32_t row = 0; row < ledger.rooms().size(); ++row) {
            auto const& room = ledger.rooms().rows()[row];
            std::vector<std::string> texts { folded(room.name), folded(ledger.sites()[room.site]) };
            for (auto const device : ledger.devices_in(RoomId::of_row(row)))
                texts.push_back(folded(ledger.devices()[device].serial));
            auto const holds = [&](std::string_view word) {
                return std::ranges::any_of(texts, [&](auto const& text) { return text.contains(word); });
            };
            bool wanted = true;
            std::istringstream words { folded(query) };
            for (std::string word; words >> word;) wanted = wanted && holds(word);
            CAPTURE(query, room.key);
            CHECK((found[row] != 0) == wanted);
        }
    }
}

TEST_CASE("a word that is typed on is found where it would be found anew", "[portal]")
{
    auto const ledger = demo_ledger(date("2026-11-22"));
    PlaceTexts const texts {
        ledger, Places { ledger, date("2026-11-22") }
    };
    for (std::string const word : { "boardroom", "oslo", "alster 1", "2119lm", "sn0", "zzz", "oo", "rr" }) {
        for (std::size_t length = 1; length < word.size(); ++length) {
            CAPTURE(word, length);
            CHECK(texts.holding(word, texts.holding(word.substr(0, length))) == texts.holding(word));
        }
    }
}

TEST_CASE("names sort as people count", "[portal]")
{
    CHECK(sort_key("Room 9") < sort_key("Room 10"));
    CHECK(sort_key("Säntis") < sort_key("Sbrinz"));
    CHECK(sort_key("alster") < sort_key("Boardroom"));
}

TEST_CASE("10,000 rooms: filters and sorts hold, and only asked rows are made", "[portal]")
{
    auto environment = an_environment();
    environment.rows_per_slice = 4'000;
    Stage stage { environment };
    stage.import("big.json", tenant_file(10'000), 65'536);
    stage(Go { "/t/big/rooms" });
    CHECK(stage.rooms().count == 10'000);
    CHECK(stage.rooms().second == "10,000 rooms · 6,667 covered");
    stage(ToggleFilter { RoomFilter::not_covered });
    CHECK(stage.rooms().count == 3'333);
    CHECK(stage.rooms().line(0).name == "Room 3");
    CHECK(stage.rooms().line(3'332).name == "Room 9999");
    stage(Search { "site 1000" });
    CHECK(stage.rooms().count == 3); // rooms 9993, 9996 and 9999
    stage(Search {})(ToggleFilter { RoomFilter::not_covered });
    stage(SortRooms { RoomColumn::room })(SortRooms { RoomColumn::site })(SortRooms { RoomColumn::site });
    CHECK(stage.rooms().direction == Direction::descending);
    CHECK(stage.rooms().line(0).name == "Room 9991");
    CHECK(stage.rooms().line(0).site == "Site 1000");

    for (auto const column : { RoomColumn::programme, RoomColumn::cover, RoomColumn::until, RoomColumn::devices }) {
        stage(SortRooms { column });
        CHECK(stage.rooms().count == 10'000);
        CHECK(stage.rooms().sort == column);
    }
}

TEST_CASE("sorting by until puts what ends first in front and what never began at the end", "[portal]")
{
    auto const stage = demo_stage();
    (*stage)(SortRooms { RoomColumn::until });
    auto const& rooms = stage->rooms();
    auto const ledger = demo_ledger(date("2026-11-22"));
    auto const cover = cover_on(ledger, codec::shipped_catalogue(), date("2026-11-22"));
    Date last = always;
    int stage_of = 0; // covered, planned, expired, never
    for (std::size_t index = 0; index < rooms.count; ++index) {
        auto const& of_room = cover.rooms[rooms.line(index).id.row()];
        int const group = of_room.covered()        ? 0
            : of_room.state == CoverState::planned ? 1
            : of_room.state == CoverState::expired ? 2
                                                   : 3;
        CAPTURE(index, group);
        CHECK(group >= stage_of);
        stage_of = group;
        if (group == 0) CHECK(of_room.until >= last);
        if (group == 0) last = of_room.until;
    }
}

TEST_CASE("an open room shows its facts, its proof, its devices and its history", "[portal]")
{
    auto const stage = demo_stage();
    auto const line = stage->rooms().line(0);
    (*stage)(OpenRoom { line.id });
    REQUIRE(stage->rooms().detail);
    CHECK(stage->rooms().detail->name == line.name);
    CHECK(stage->rooms().selected_row == 0U);
    CHECK(!stage->rooms().detail->facts.empty());
    CHECK(stage->rooms().detail->features.size() == 7);
    (*stage)(ShowRoomTab { RoomTab::devices });
    CHECK(std::to_string(stage->rooms().detail->devices.size()) == line.devices);
    (*stage)(ShowRoomTab { RoomTab::history });
    CHECK(!stage->rooms().detail->history.empty());
    (*stage)(AskFeature { "insights" });
    CHECK(stage->rooms().detail->tab == RoomTab::why);
    CHECK(stage->rooms().detail->proof.question.contains("Insights"));
    CHECK(!stage->rooms().detail->proof.steps.empty());
    (*stage)(CloseDetail {});
    CHECK(!stage->rooms().detail);
}

TEST_CASE("a room's history tells of a device that is gone when it came and when it left", "[portal][R80][R81]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/devices/SC-337860?tab=move&to=ham-fischmarkt" })(RunOnScreen { "move" });
    struct Row
    {
        char const* room;
        char const* text;
    };
    for (auto const& row : {
             Row { "zrh-training-2",    "Scribe SC-337860 stood here"                                 }, // from the beginning
             Row { "zrh-training-2",    "Scribe SC-337860 left on 14 Sep 2026"                        },
             Row { "ham-training-nord", "Scribe SC-337860 stood here from 14 Sep 2026 to 22 Nov 2026" },
             Row { "ham-fischmarkt",    "Scribe SC-337860 stands here since 22 Nov 2026"              },
    }) {
        CAPTURE(row.room, row.text);
        (*stage)(Go { "/t/northwind/rooms/" + std::string { row.room } + "?tab=history" });
        REQUIRE(stage->rooms().detail);
        CHECK(std::ranges::contains(stage->rooms().detail->history, std::string { row.text }, &HistoryLine::text));
    }
}

TEST_CASE("every room's features say what their proofs say", "[portal][R101][R110][R111]")
{
    auto const stage = demo_stage();
    auto const count = stage->rooms().count;
    for (std::size_t index = 0; index < count; ++index) {
        (*stage)(OpenRoom { stage->rooms().line(index).id });
        auto const features = stage->rooms().detail->features;
        for (auto const& feature : features) {
            (*stage)(AskFeature { feature.key });
            CAPTURE(stage->rooms().detail->name, feature.key);
            CHECK((stage->rooms().detail->proof.answer == Mark::yes) == (feature.chip.tone != Tone::neutral));
        }
    }
}

TEST_CASE("a room's line on warranty counts the devices whose warranty runs", "[portal][R87][R88][D6]")
{
    auto const stage = demo_stage();
    auto const day = GENERATE(as<std::string> {}, "2026-11-22", "2027-06-01", "2028-06-01");
    (*stage)(Go { "/t/northwind/rooms?as-of=" + day });
    auto const count = stage->rooms().count;
    for (std::size_t index = 0; index < count; ++index) {
        (*stage)(OpenRoom { stage->rooms().line(index).id })(ShowRoomTab { RoomTab::devices });
        auto const devices = stage->rooms().detail->devices;
        auto const ended = std::ranges::count(devices, "Ended", [](auto const& each) { return each.chip.text; });
        (*stage)(AskFeature { "warranty_extension" });
        auto const& detail = *stage->rooms().detail;
        CAPTURE(detail.name);
        CHECK(detail.proof.question.starts_with("Is " + detail.name + " entitled to warranty extension "));
        if (detail.proof.answer != Mark::yes || devices.empty()) continue;
        auto const all = std::ssize(devices);
        auto const line = std::ranges::find(detail.features, "warranty_extension", &FeatureLine::key);
        auto const said =
            std::to_string(all - ended) + " of " + std::to_string(all) + (all == 1 ? " device" : " devices");
        CHECK(line->chip.text == said);
        CHECK((line->chip.tone == Tone::covered) == (ended == 0));
        CHECK(detail.proof.because.contains(ended == all ? "has ended" : said));
    }
}
