// The import screen, exports and backups: what is pressed says what is wanted.
#include "portal/care_model.hpp"
#include "portal/import_list_model.hpp"
#include "ui/screens/care.hpp"
#include "ui/screens/data.hpp"
#include "ui/screens/import_list.hpp"
#include "ui_screens/checks.hpp"
#include "ui_screens/fixtures.hpp"

#include <algorithm>
#include <array>
#include <memory>

namespace keyrack::ui::fixture {

namespace {

portal::ImportListModel a_list()
{
    using Kind = portal::FormField::Kind;
    portal::ImportListModel model;
    model.chosen = true;
    model.back = "/t/northwind/data";
    model.title = "rooms.csv";
    model.second = "3 rows · 2 columns";
    model.kind = {
        { .key = "kind",
         .label = "The list is of",
         .value = "rooms",
         .hint = {},
         .error = {},
         .kind = Kind::segments,
         .choices = { { "rooms", "Rooms" }, { "devices", "Devices" } } }
    };
    model.columns = {
        { .key = "column.0",
         .label = "Room ID",
         .value = "id",
         .hint = "fjord, atlas",
         .error = {},
         .kind = Kind::choice,
         .choices = { { "", "Left out" }, { "id", "Room key" } } }
    };
    model.filters = {
        { "All",     3, true,  "/t/northwind/import"              },
        { "Refused", 1, false, "/t/northwind/import?show=refused" }
    };
    model.count = 3;
    model.row = [](std::size_t index) {
        return portal::ImportRow {
            std::to_string(index + 2), "room-" + std::to_string(index), { portal::Tone::covered, "Added" },
                  {}
        };
    };
    model.note = "1 row is refused and will be left out. Correct it in the file and import that again.";
    model.action = "Import 2 rows";
    model.ready = true;
    return model;
}

Stage::Draw drawing(portal::ImportListModel const& model)
{
    return [model](Frame& frame, Rect area) {
        static portal::Words const words { portal::Language::english };
        return import_list_screen(frame, area, model, words);
    };
}

portal::DataModel data_with(portal::CareModel care)
{
    auto model = data();
    model.care = std::make_shared<portal::CareModel const>(std::move(care));
    return model;
}

portal::CareModel some_care()
{
    portal::CareModel care;
    care.exports = {
        { "Company (JSON)", "download-json", true },
        { "Rooms", "download-csv:rooms" }
    };
    care.facts = {
        { "Newest backup", "29 Nov 2026, 10:15" }
    };
    care.keeps_backups = true;
    care.backups = {
        { "a~1~2.backup", "29 Nov 2026, 10:15", "118 entries · 1.2 MB", "download-backup:a", "backup-copy:a",
         "backup-put-back:a" }
    };
    care.backup_now = "backup-now";
    return care;
}

Stage::Draw drawing(portal::DataModel const& model)
{
    return [model](Frame& frame, Rect area) {
        static portal::Words const words { portal::Language::english };
        return data_screen(frame, area, model, words);
    };
}

} // namespace

TEST_CASE("import: what is pressed says what is wanted", "[ui][screens]")
{
    auto const press = GENERATE(values<Press>({
        // role    name             intents
        { "button", "Cancel",        { "RunOnScreen cancel-list" }             },
        { "button", "Import 2 rows", { "RunOnScreen import-list" }             },
        { "radio",  "Devices",       { "EditScreen kind devices" }             },
        { "link",   "Data",          { "Go /t/northwind/data" }                },
        { "button", "Refused 1",     { "Go /t/northwind/import?show=refused" } },
    }));
    check_press(drawing(a_list()), press);
}

TEST_CASE("import: what cannot be imported is not, and nothing chosen says how to choose", "[ui][screens]")
{
    auto model = a_list();
    model.ready = false;
    model.reason = "Everything in the list is here already.";
    Stage stage;
    (void)stage.show(drawing(model));
    CHECK(stage.press(drawing(model), stage.node("button", "Import 2 rows")).empty());
    portal::ImportListModel none;
    none.back = "/t/northwind/data";
    check_press(drawing(none), { "button", "Choose file", { "ChooseFile" } });
}

TEST_CASE("import: what is left out is said once, and why nothing can be imported beside the button", "[ui][screens]")
{
    auto model = a_list();
    for (auto const size : { wide, tablet }) {
        CAPTURE(size.width);
        Stage stage { size };
        (void)stage.show(drawing(model));
        CHECK(std::ranges::count(stage.nodes(), model.note, &SeenNode::name) == 1);
    }
    model.ready = false;
    model.reason = "Give the company a name first.";
    Stage stage { tablet };
    (void)stage.show(drawing(model));
    CHECK(stage.has("text", model.reason));
}

TEST_CASE("import: of 100,000 rows only those in view are asked for", "[ui][screens]")
{
    auto model = a_list();
    model.count = 100'000;
    std::size_t asked = 0;
    model.row = [&asked](std::size_t index) {
        ++asked;
        return portal::ImportRow {
            std::to_string(index), "room", { portal::Tone::covered, "Added" },
              {}
        };
    };
    Stage stage;
    (void)stage.show(drawing(model));
    CHECK(asked > 0);
    CHECK(asked < 1'000);
}

TEST_CASE("import and backups: everything that is pressed is named", "[ui][screens]")
{
    check_whole_everywhere(drawing(a_list()));
    auto model = a_list();
    model.trying = true;
    check_whole_everywhere(drawing(model));
    model.fault = "Choose the column with the room’s key or its name.";
    check_whole_everywhere(drawing(model));
    check_whole_everywhere(drawing(data_with(some_care())));
    portal::CareModel memory;
    memory.exports = some_care().exports;
    check_whole_everywhere(drawing(data_with(memory)));
}

TEST_CASE("data: what the first backup waits for is said where the backups would be", "[ui][screens]")
{
    auto care = some_care();
    care.backups.clear();
    care.no_backups = "None yet: the first is made after the next change.";
    check_whole_everywhere(drawing(data_with(care)));
    Stage stage;
    (void)stage.show(drawing(data_with(care)));
    CHECK(stage.has("text", care.no_backups));
}

TEST_CASE("data: exports and backups end together, whichever has more to show", "[ui][screens]")
{
    auto care = some_care();
    auto const more = GENERATE(std::size_t { 0 }, std::size_t { 1 }, std::size_t { 40 });
    care.exports.resize(1 + more, care.exports.front());
    auto lowest = std::array { 0.0F, 0.0F };
    Stage stage;
    (void)stage.show([&](Frame& frame, Rect area) {
        Drawing d { frame, stage.words() };
        draw_care(d, area, care);
        return std::move(d.intents);
    });
    for (auto const at : stage.painted(tokens_of(Theme::light).line)) {
        auto& of_half = lowest[at.x < wide.width / 2 ? 0 : 1];
        of_half = std::max(of_half, at.y);
    }
    CHECK(lowest[0] > 0);
    CHECK(lowest[0] == lowest[1]);
}

TEST_CASE("data: exports and backups say what is wanted", "[ui][screens]")
{
    auto const press = GENERATE(values<Press>({
        // role    name                         intents
        { "button", "Download: Company (JSON)", { "RunOnScreen download-json" }      },
        { "button", "Download: Rooms",          { "RunOnScreen download-csv:rooms" } },
        { "button", "Back up now",              { "RunOnScreen backup-now" }         },
    }));
    check_press(drawing(data_with(some_care())), press);
    auto const draw = drawing(data_with(some_care()));
    Stage stage;
    (void)stage.show(draw);
    (void)stage.press(draw, stage.node("button", "Backup of 29 Nov 2026, 10:15: what to do"));
    CHECK(stage.press(draw, stage.node("menuitem", "Put back …"))
        == std::vector<std::string> { "RunOnScreen backup-put-back:a" });
}

TEST_CASE("data: a file that waits is answered, not closed", "[ui][screens]")
{
    auto model = data();
    model.report = import_report();
    model.report->waits = true;
    model.report->actions = {
        { "Import 3 rows", "confirm-import", true },
        { "Do not import", {} }
    };
    auto const draw = drawing(model);
    Stage stage;
    (void)stage.show(draw);
    CHECK(!stage.has("button", "Close the report"));
    check_press(draw, { "button", "Import 3 rows", { "RunOnScreen confirm-import" } });
    check_press(draw, { "button", "Do not import", { "CancelJob" } });
}

} // namespace keyrack::ui::fixture
