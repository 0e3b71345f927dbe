// The palette: what fits, what is found among many, what is carried out.

#include "portal/palette.hpp"
#include "portal/shortcuts.hpp"
#include "portal/stage.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <set>

namespace keyrack::portal {

namespace {

using test::demo_stage;

PaletteModel const& palette_of(test::Stage& stage)
{
    REQUIRE(stage.model().palette);
    return *stage.model().palette;
}

std::string line_of(test::Stage& stage, std::string_view text)
{
    auto const& lines = palette_of(stage).lines;
    auto const found = std::ranges::find(lines, text, &PaletteLine::text);
    REQUIRE(found != lines.end());
    return found->key;
}

} // namespace

TEST_CASE("what fits better scores more", "[portal][palette]")
{
    struct Row
    {
        char const* word;
        char const* better;
        char const* worse;
    };
    auto const row = GENERATE(values<Row>({
        // word      better              worse
        { "fjord", "fjord",          "fjordview" },
        { "fjo",   "fjord oslo",     "the fjord" },
        { "oslo",  "boardroom oslo", "boslo"     },
        { "sn1",   "sn1000",         "xsn1000"   },
        { "po51",  "po51",           "po-5120"   },
        { "po51",  "po-5120",        "depo51"    },
    }));
    CAPTURE(row.word);
    CHECK(fit(row.better, row.word) > fit(row.worse, row.word));
    CHECK(fit(row.worse, row.word) > 0);
    CHECK(fit_letters(row.better, row.word) == fit(row.better, row.word));
}

TEST_CASE("an object is found by what stands in it, not by letters that are strewn over it", "[portal][palette]")
{
    CHECK(fit("nydalen torg orkdal", "nord") == 0);
    CHECK(fit("photo on 5 of 1 000", "po51") == 0);
    CHECK(fit("xpo-51", "po51") == 0); // parted, and not from the beginning of a word
    CHECK(fit("board room", "br") == 0);
    CHECK(fit("fjord", "frj") == 0);
    CHECK(fit("fjord", "fjordx") == 0);
    CHECK(fit("", "a") == 0);
}

TEST_CASE("a screen or a command is found by its letters in their order, too", "[portal][palette]")
{
    CHECK(fit_letters("board room", "br") > fit_letters("abroad", "br"));
    CHECK(fit_letters("po-5120", "po51") > fit_letters("photo on 5 of 1 000", "po51"));
    CHECK(fit_letters("fjord", "frj") == 0);
    CHECK(fit_letters("fjord", "fjordx") == 0);
    CHECK(fit_letters("", "a") == 0);
    CHECK(fit_letters("a very long text in which letters are strewn about", "avtlstra") == 0);
}

TEST_CASE("the palette begins with what was opened last, then offers every command and screen", "[portal][palette]")
{
    auto const stage = demo_stage();
    stage->go_to("/t/northwind/rooms");
    auto const room = stage->rooms().line(0);
    (*stage)(OpenRoom { room.id })(OpenPalette {});
    CHECK(palette_of(*stage).lines.front().text == room.name);
    CHECK(palette_of(*stage).lines.front().group == "Recently opened");
    std::set<std::string> texts;
    for (auto const& line : palette_of(*stage).lines) texts.insert(line.text);
    for (auto const& item : stage->session().navigation) CHECK(texts.contains(item.text));
    CHECK(texts.contains("Invite a colleague"));
    CHECK(stage->remembered["recent:northwind"].starts_with("/t/northwind/rooms/"));
    CHECK(palette_of(*stage).found.empty()); // nothing has been looked for
    (*stage)(SearchPalette { "PO-0988" });
    CHECK(palette_of(*stage).found.ends_with(" found"));
}

TEST_CASE("objects are found by name and number, screens and commands by a few letters", "[portal][palette]")
{
    auto const stage = demo_stage();
    struct Row
    {
        std::string query;
        PaletteSubject subject;
    };
    for (auto const& row : {
             Row { "PO-0988",    PaletteSubject::order  },
              Row { "maren",      PaletteSubject::person },
             Row { "NW-EMEA",    PaletteSubject::org    },
              Row { "renew",      PaletteSubject::screen },
             Row { "invite",     PaletteSubject::action },
              Row { "2027-03-01", PaletteSubject::day    },
             Row { "1 mar 2027", PaletteSubject::day    }
    }) {
        CAPTURE(row.query);
        (*stage)(OpenPalette {})(SearchPalette { row.query });
        REQUIRE(!palette_of(*stage).lines.empty());
        CHECK(palette_of(*stage).lines.front().subject == row.subject);
        CHECK(!palette_of(*stage).searching);
        (*stage)(ClosePalette {});
        CHECK(!stage->model().palette);
    }
}

TEST_CASE("what only has the letters of the query is no room that was meant", "[portal][palette]")
{
    test::Stage stage;
    stage.import("one.json",
        R"({"orders":[],"rooms":[)"
        R"({"id":"a","name":"Tøyen","site":"Nydalen torg, Orkdal","country":"NO","sync":true},)"
        R"({"id":"b","name":"Nordlys","site":"Oslo","country":"NO","sync":true},)"
        R"({"id":"c","name":"Fjord","site":"Bodø, Storgata","country":"NO","sync":true}],)"
        R"("assignments":[],"devices":[]})");
    auto const rooms = [&](std::string query) {
        stage(OpenPalette {})(SearchPalette { std::move(query) });
        std::set<std::string> names;
        for (auto const& line : palette_of(stage).lines)
            if (line.subject == PaletteSubject::room) names.insert(line.text);
        return names;
    };
    CHECK(rooms("nord") == std::set<std::string> { "Nordlys" });
    CHECK(rooms("toyen orkd") == std::set<std::string> { "Tøyen" });
    CHECK(rooms("ord") == std::set<std::string> { "Nordlys", "Fjord" });
}

TEST_CASE("choosing a line opens, asks or does", "[portal][palette]")
{
    auto const stage = demo_stage();
    (*stage)(OpenPalette {})(SearchPalette { "1 mar 2027" });
    (*stage)(RunPalette { palette_of(*stage).lines.front().key });
    CHECK(stage->address() == "/t/northwind/overview?as-of=2027-03-01");
    CHECK(!stage->model().palette);
    (*stage)(OpenPalette {});
    (*stage)(RunPalette { line_of(*stage, "Back to today") });
    CHECK(stage->address() == "/t/northwind/overview");
    (*stage)(OpenPalette {});
    (*stage)(RunPalette { line_of(*stage, "Invite a colleague") });
    REQUIRE(stage->model().dialog);
    CHECK(stage->model().dialog->key == "invite");
    (*stage)(DismissDialog {})(OpenPalette {});
    (*stage)(RunPalette { line_of(*stage, "Renewals") });
    CHECK(stage->address() == "/t/northwind/renewals");
}

TEST_CASE("among many rooms they are found a slice at a time", "[portal][palette]")
{
    test::Stage stage;
    stage.import("many.json", test::tenant_file(20'000));
    stage.portal.perform(OpenPalette {});
    stage.portal.perform(SearchPalette { "room 19999" });
    CHECK(stage.portal.model().palette->searching);
    CHECK(stage.portal.hurries());
    std::size_t slices = 0;
    while (stage.portal.hurries()) {
        (void)stage.portal.work();
        ++slices;
    }
    CHECK(slices >= 3); // 20,000 rooms and as many devices, no more than 8,000 rows between two frames
    auto const& lines = stage.portal.model().palette->lines;
    REQUIRE(!lines.empty());
    CHECK(lines.front().text == "Room 19999");
}

namespace {

// Northwind is open; beside it there is another company of so many rooms, which the page of all companies has read.
std::unique_ptr<test::Stage> beside_another(int rooms)
{
    auto stage = demo_stage();
    (*stage)(LeaveTenant {});
    stage->import("Acme.json", test::tenant_file(rooms));
    stage->go_to("/all");
    (*stage)(Go { "/t/northwind/overview" });
    return stage;
}

} // namespace

TEST_CASE("what other companies have is found below one's own, and opened with one press", "[portal][palette]")
{
    auto const stage = beside_another(12);
    (*stage)(OpenPalette {})(SearchPalette { "room 7" });
    auto const lines = palette_of(*stage).lines;
    auto const first = std::ranges::find(lines, "In Acme", &PaletteLine::group);
    REQUIRE(first != lines.end());
    CHECK(first->text == "Room 7");
    CHECK(first->second == "Site 1");
    for (auto const& line : lines) CHECK((&line < &*first || line.key.contains("/t/acme/") || &line == &lines.back()));
    (*stage)(RunPalette { first->key });
    CHECK(stage->address().starts_with("/t/acme/rooms/"));
    CHECK(!stage->model().palette);

    (*stage)(OpenPalette {})(SearchPalette { "sn000012" });
    CHECK(std::ranges::none_of(palette_of(*stage).lines, [](auto const& line) { return line.key.contains("/t/"); }));
    (*stage)(SearchPalette { "po-1072" });
    auto const order = std::ranges::find(palette_of(*stage).lines, "In Northwind AG", &PaletteLine::group);
    REQUIRE(order != palette_of(*stage).lines.end());
    CHECK(order->subject == PaletteSubject::order);
    (*stage)(RunPalette { std::string { order->key } });
    CHECK(stage->address() == "/t/northwind/orders/PO-1072");
}

TEST_CASE("the palette's last line searches all companies as they are now, where there are others", "[portal][palette]")
{
    auto const stage = demo_stage();
    (*stage)(OpenPalette {})(SearchPalette { "room 7" });
    CHECK(std::ranges::none_of(palette_of(*stage).lines, [](auto const& line) { return line.key == "company.all"; }));
    (*stage)(LeaveTenant {});
    stage->import("Acme.json", test::tenant_file(12));
    (*stage)(Go { "/t/northwind/overview" })(OpenPalette {});
    CHECK(std::ranges::none_of(palette_of(*stage).lines, [](auto const& line) { return line.key == "company.all"; }));
    (*stage)(SearchPalette { "room 7" });
    CHECK(palette_of(*stage).lines.back().text == "Search all companies for “room 7”");
    CHECK(palette_of(*stage).lines.back().group == "All companies");
    (*stage)(RunPalette { palette_of(*stage).lines.back().key });
    CHECK(stage->address() == "/all?q=room%207");
    REQUIRE(stage->model().cockpit);
    CHECK(!stage->model().cockpit->hits.empty());
}

TEST_CASE("another company's many rooms are looked through a slice at a time", "[portal][palette]")
{
    auto const stage = beside_another(20'000);
    stage->portal.perform(OpenPalette {});
    stage->portal.perform(SearchPalette { "sn020000" });
    std::size_t slices = 0;
    for (; stage->portal.hurries(); ++slices) (void)stage->portal.work();
    CHECK(slices >= 5); // 20,000 rooms and as many devices, no more than 8,000 between two frames
    auto const& lines = stage->portal.model().palette->lines;
    auto const found = std::ranges::find(lines, "In Acme", &PaletteLine::group);
    REQUIRE(found != lines.end());
    CHECK(found->text == "SN020000");
}

TEST_CASE("undoing the last is the journal's newest that can be taken back", "[portal][palette]")
{
    auto const stage = demo_stage();
    auto const rooms = stage->rooms().second;
    (*stage)(AskAddRoom {})(EditDialog { "name", "Aurora" })(ConfirmDialog {});
    CHECK(stage->rooms().second != rooms);
    (*stage)(UndoLast {});
    CHECK(stage->rooms().second == rooms);
}

TEST_CASE("every place of the navigation has its keys", "[portal][palette]")
{
    auto const stage = demo_stage();
    for (auto const& item : stage->session().navigation) {
        CAPTURE(item.text);
        CHECK(shortcut_to(item.screen));
    }
}

TEST_CASE("no two shortcuts are the same keys, and each has its words", "[portal][palette]")
{
    std::set<std::string> keys;
    Words const words { Language::english };
    for (auto const& line : shortcuts()) {
        CAPTURE(line.words);
        CHECK(words.knows(line.words));
        if (line.does) CHECK(keys.insert(shown(line.keys, words)).second);
    }
    CHECK(told(shortcut(Shortcut::palette).keys) == "Control+K");
    CHECK(shown(shortcut(Shortcut::palette).keys, Words { Language::german }) == "Strg K");
    CHECK(is_single(shortcut(Shortcut::help).keys));
    CHECK(!is_single(shortcut(Shortcut::palette).keys));
}

} // namespace keyrack::portal
