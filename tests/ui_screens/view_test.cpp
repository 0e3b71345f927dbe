#include "portal/palette_model.hpp"
#include "portal/shortcuts.hpp"
#include "portal/time_model.hpp"
#include "ui/screens/view.hpp"
#include "ui_screens/checks.hpp"
#include "ui_screens/fixtures.hpp"

#include <algorithm>

namespace keyrack::ui::fixture {

namespace {

portal::TimeBar another_day()
{
    return {
        .day = "2027-03-01",
        .shown = "1 Mar 2027",
        .known_at = {},
        .known_shown = "Now",
        .text = "Every figure and answer is of 1 March 2027.",
        .back = { { "month_back", "A month earlier", "2027-02-01" }, { "day_back", "A day earlier", "2027-02-28" } },
        .ahead = { { "day_ahead", "A day later", "2027-03-02" }, { "month_ahead", "A month later", "2027-04-01" } },
        .from = 20'000,
        .to = 22'000,
        .at = 20'878,
        .from_text = "Oct 2024",
        .to_text = "Mar 2030",
        .marks = {},
        .opened = true,
        .today = false,
        .known_now = true,
        .can_try = true
    };
}

using portal::ScreenKind;

} // namespace

TEST_CASE("session: places, the day, what is saved", "[ui][screens]")
{
    auto const press = GENERATE(values<Press>({
        // role    name                                          intents
        { "link",   "Service orders",                          { "Go #/t/northwind/orders" } },
        { "link",   "Data",                                    { "Go #/t/northwind/data" }   },
        { "button", "Today, 22 Nov 2026: look at another day", { "AskAsOf" }                 },
        { "button", "Saved on this device",                    { "Go #/t/northwind/data" }   },
        { "button", "Search or run a command",                 { "OpenPalette" }             },
    }));
    check_press(drawing(portal_at(ScreenKind::rooms)), press);
}

TEST_CASE("session: menus of language, appearance and company", "[ui][screens]")
{
    struct Row
    {
        char const* opener;
        char const* item;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        // opener                              item             wanted
        { "Language and appearance",          "Norsk bokmål", "SetLanguage nb"  },
        { "Language and appearance",          "Deutsch",      "SetLanguage de"  },
        { "Language and appearance",          "Dark",         "SetAppearance 2" },
        { "Northwind AG, 80 rooms · 4 sites", "Start page",   "LeaveTenant"     },
    }));
    CAPTURE(row.opener, row.item);
    auto const draw = drawing(portal_at(ScreenKind::rooms));
    Stage stage;
    (void)stage.show(draw);
    (void)stage.press(draw, stage.node("button", row.opener));
    CHECK(stage.press(draw, stage.node("menuitem", row.item)) == std::vector<std::string> { row.want });
}

TEST_CASE("session: a slash leads into the search of the rooms from everywhere", "[ui][screens]")
{
    auto const on_rooms = drawing(portal_at(ScreenKind::rooms));
    Stage stage;
    (void)stage.show(on_rooms);
    CHECK(stage.strike(on_rooms, "/").empty());
    CHECK(stage.node("button", "Search or run a command").extra.at("keys") == "Control+K");

    auto const on_data = drawing(portal_at(ScreenKind::data));
    Stage elsewhere;
    (void)elsewhere.show(on_data);
    CHECK(elsewhere.strike(on_data, "/") == std::vector<std::string> { "Go #/t/northwind/rooms" });
}

TEST_CASE("session: every shortcut of the table does what it says", "[ui][screens]")
{
    struct Row
    {
        std::vector<std::string> keys;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        // keys          wanted
        { { "t" },      "AskAsOf"                    },
        { { "w" },      "BeginWhatIf"                },
        { { "z" },      "UndoLast"                   },
        { { "?" },      "ShowHelp"                   },
        { { "g", "d" }, "" /* no such screen here */ },
        { { "g", "i" }, "Go #/t/northwind/data"      },
        { { "g", "g" }, "Go /all"                    },
    }));
    CAPTURE(row.keys.back());
    auto model = portal_at(ScreenKind::rooms);
    Stage stage;
    auto const draw = drawing(model);
    (void)stage.show(draw);
    std::vector<std::string> wanted;
    for (auto const& key : row.keys)
        for (auto& each : stage.strike(draw, key)) wanted.push_back(std::move(each));
    CHECK(wanted
        == (std::string_view { row.want }.empty() ? std::vector<std::string> {}
                                                  : std::vector<std::string> { row.want }));
    // Switched off, a letter does nothing.
    model.single_keys = false;
    auto const quiet = drawing(model);
    Stage other;
    (void)other.show(quiet);
    for (auto const& key : row.keys) CHECK(other.strike(quiet, key).empty());
}

TEST_CASE("session: a letter struck as the palette opens is no shortcut of the page", "[ui][screens]")
{
    auto model = portal_at(ScreenKind::rooms);
    Stage stage;
    (void)stage.show(drawing(model));
    model.palette = std::make_shared<portal::PaletteModel const>();
    CHECK(stage.strike(drawing(model), "z").empty());
}

TEST_CASE("Enter confirms a dialog, unless it destroys something", "[ui][screens]")
{
    auto model = portal_at(ScreenKind::orders);
    model.dialog = dialog();
    model.dialog->danger = false;
    auto const draw = drawing(model);
    Stage stage;
    (void)stage.show(draw);
    CHECK(stage.strike(draw, "Enter") == std::vector<std::string> { "ConfirmDialog" });
    CHECK(stage.strike(draw, "Escape") == std::vector<std::string> { "DismissDialog" });
    model.dialog->danger = true;
    auto const alert = drawing(model);
    Stage other;
    (void)other.show(alert);
    CHECK(other.strike(alert, "Enter").empty());
    CHECK(other.strike(alert, "Escape") == std::vector<std::string> { "DismissDialog" });
}

TEST_CASE("a dialog whose consequences can be seen first has a button for that", "[ui][screens][what-if]")
{
    auto model = portal_at(ScreenKind::orders);
    model.dialog = dialog();
    Stage without;
    (void)without.show(drawing(model));
    CHECK(!without.has("button", "What if?"));
    model.dialog->can_try = true;
    check_press(drawing(model), { "button", "What if?", { "RunOnScreen try-dialog" } });
}

TEST_CASE("what can be done about a refusal stands below its words, each way with its button", "[ui][screens][refused]")
{
    auto model = portal_at(ScreenKind::orders);
    model.dialog = dialog();
    model.dialog->error = "“PO-7001” already exists. Choose another.";
    model.dialog->ways = {
        { .index = 0, .text = "Place PO-7001-2", .action = "Fill in", .main = true, .run = "way:0" },
        { .index = 1,
         .text = "Take PO-7001 back",
         .second = "Then: Place PO-7001",
         .action = "Do that first",
         .can_try = true,
         .run = "way:1" },
    };
    auto const draw = drawing(model);
    CHECK(Stage {}.show(draw).empty());
    check_press(draw, { "button", "Fill in: Place PO-7001-2", { "RunOnScreen way:0" } });
    check_press(draw, { "button", "Do that first: Take PO-7001 back, Then: Place PO-7001", { "RunOnScreen way:1" } });
    check_press(draw, { "button", "What if?: Take PO-7001 back, Then: Place PO-7001", { "RunOnScreen try-way:1" } });
    Stage stage;
    (void)stage.show(draw);
    CHECK(stage.has("list", "What you can do"));
}

TEST_CASE(
    "after an attempt to confirm a dialog, its first invalid field takes the focus once", "[ui][screens][refused]")
{
    auto model = portal_at(ScreenKind::orders);
    model.dialog = dialog();
    auto const draw = [&, memory = std::make_shared<ViewMemory>()](Frame& frame, Rect) {
        static portal::Words const words { portal::Language::english };
        return draw_view(frame, model, words, portal::Appearance::system, *memory);
    };
    Stage stage {
        StageSize { 1440, 420 }
    }; // lower than the dialog
    (void)stage.show(draw);
    auto const wants_focus = [&] {
        (void)stage.point(draw, {}, 0.05); // one frame
        return stage.node("textbox", "Licences").has('f');
    };
    CHECK(!wants_focus()); // it is invalid, but nothing was tried
    model.dialog->attempts = 1;
    CHECK(wants_focus());
    CHECK(!wants_focus());
    (void)stage.show(draw);
    auto const box = stage.node("textbox", "Licences").bounds;
    CHECK(box.y - 24 >= stage.node("heading", "Place a service order").bounds.bottom()); // with its label
    CHECK(box.bottom() <= stage.node("button", "Place order").bounds.y);
    model.dialog->attempts = 2;
    CHECK(wants_focus());
}

TEST_CASE("a refusal that its field says leaves only the ways past it below", "[ui][screens][refused]")
{
    auto model = portal_at(ScreenKind::orders);
    model.dialog = dialog();
    model.dialog->fields[0].error = "“PO-7001” already exists. Choose another.";
    model.dialog->ways = {
        { .index = 0, .text = "Place PO-7001-2", .action = "Fill in", .run = "way:0" }
    };
    Stage stage;
    (void)stage.show(drawing(model));
    CHECK(stage.node("textbox", "Order number").has('i'));
    CHECK(std::ranges::count(stage.nodes(), model.dialog->fields[0].error, &SeenNode::name) == 1);
    CHECK(stage.has("button", "Fill in: Place PO-7001-2"));
}

TEST_CASE("the sheet of help lists every shortcut there is", "[ui][screens]")
{
    auto model = portal_at(ScreenKind::rooms);
    model.help = true;
    auto const draw = drawing(model);
    Stage stage;
    (void)stage.show(draw);
    for (auto const& line : portal::shortcuts()) {
        auto const name = std::string { stage.words()(line.words) } + ": " + portal::shown(line.keys, stage.words());
        CAPTURE(name);
        CHECK(stage.has("listitem", name));
    }
    CHECK(stage.strike(draw, "Escape") == std::vector<std::string> { "CloseHelp" });
}

TEST_CASE("the sheet of help says every shortcut whole where there is least room", "[ui][screens]")
{
    auto model = portal_at(ScreenKind::rooms);
    model.help = true;
    Stage stage { narrow_in_full, portal::Language::german };
    ViewMemory memory;
    (void)stage.show(
        [&](Frame& frame, Rect) { return draw_view(frame, model, stage.words(), portal::Appearance::system, memory); });
    auto const cut = stage.cut_texts();
    for (auto const& line : portal::shortcuts()) {
        CAPTURE(line.words);
        CHECK_FALSE(std::ranges::contains(cut, stage.words()(line.words)));
    }
}

TEST_CASE("session: another day is unmistakable and has a way back", "[ui][screens]")
{
    auto model = portal_at(ScreenKind::rooms);
    model.session->as_of = "As of 1 Mar 2027";
    model.session->as_of_today = false;
    model.session->time = std::make_shared<portal::TimeBar const>(another_day());
    model.banner = portal::BannerModel { portal::Tone::ending, "Nothing is kept.", "Download" };
    auto const draw = drawing(model);
    Stage stage;
    (void)stage.show(draw);
    CHECK(stage.has("text", "Every figure and answer is of 1 March 2027."));
    check_press(draw, { "button", "Back to today", { "BackToToday" } });
    check_press(draw, { "button", "A month later", { "SetDay 2027-04-01" } });
    check_press(draw, { "button", "What if …", { "BeginWhatIf" } });
    check_press(draw, { "button", "Download", { "BannerAction" } });
}

TEST_CASE("dialogs: fields tell what changed, the buttons what is wanted", "[ui][screens]")
{
    auto model = portal_at(ScreenKind::orders);
    model.dialog = dialog();
    auto const draw = drawing(model);
    check_press(draw, { "button", "Cancel", { "DismissDialog" } });
    check_press(draw, { "button", "Place order", { "ConfirmDialog" } });
    check_press(draw, { "checkbox", "Also in Sync", { "EditDialog sync " } });

    Stage stage;
    (void)stage.show(draw);
    CHECK(stage.node("dialog", "Place a service order").has('o'));
    CHECK_FALSE(stage.has("main", "Content"));
    CHECK(stage.type(draw, stage.node("textbox", "Order number"), "PO-7002")
        == std::vector<std::string> { "EditDialog order PO-7002" });
    CHECK(stage.node("textbox", "Licences").has('i'));
    CHECK(stage.strike(draw, "Escape") == std::vector<std::string> { "DismissDialog" });
}

TEST_CASE("dialogs: a choice of many", "[ui][screens]")
{
    auto model = portal_at(ScreenKind::orders);
    model.dialog = dialog();
    auto const draw = drawing(model);
    Stage stage;
    (void)stage.show(draw);
    (void)stage.press(draw, stage.node("button", full_name(stage, "button", "Programme")));
    auto const option = std::ranges::find_if(
        stage.nodes(), [](SeenNode const& node) { return node.name == "Select, 1 year" && node.role != "gridcell"; });
    REQUIRE(option != stage.nodes().end());
    CHECK(stage.press(draw, *option) == std::vector<std::string> { "EditDialog programme select-1" });
}

TEST_CASE("jobs: progress is read, and can be stopped", "[ui][screens]")
{
    auto model = portal_at(ScreenKind::data);
    model.job = job();
    auto const draw = drawing(model);
    Stage stage;
    (void)stage.show(draw);
    auto const bar = stage.node("progressbar", "Importing tenant.json");
    CHECK(bar.extra.at("now") == "45");
    CHECK(stage.has("text", "48,000 of 106,000 rows"));
    check_press(draw, { "button", "Cancel", { "CancelJob" } });

    model.job->can_cancel = false;
    Stage unstoppable;
    (void)unstoppable.show(drawing(model));
    CHECK_FALSE(unstoppable.has("button", "Cancel"));
}

TEST_CASE("notices: said once, with a way back", "[ui][screens]")
{
    auto model = portal_at(ScreenKind::rooms);
    model.toasts = {
        { 7, portal::Tone::covered, "4 licences are assigned", true, false }
    };
    auto const draw = drawing(model);
    Stage stage;
    (void)stage.show(draw);
    auto const said = std::ranges::count_if(
        stage.announcements(), [](auto const& each) { return each.text == "4 licences are assigned"; });
    CHECK(said == 1);
    auto const wishes = stage.press(draw, stage.node("button", "Undo"));
    CHECK(wishes == std::vector<std::string> { "UndoToast 7", "DismissToast 7" });
}

TEST_CASE("notices: one that is dismissed is forgotten", "[ui][screens]")
{
    auto model = portal_at(ScreenKind::rooms);
    model.toasts = {
        { 7, portal::Tone::missing, "The disk is full", false, true }
    };
    auto const draw = drawing(model); // it remembers which notices it has handed on
    Stage stage;
    (void)stage.show(draw);
    CHECK(stage.press(draw, stage.node("button", "Dismiss")) == std::vector<std::string> { "DismissToast 7" });
}

TEST_CASE("opening a company is told while it lasts", "[ui][screens]")
{
    portal::PortalModel model;
    model.welcome = welcome(0);
    model.opening = "Opening Northwind AG";
    Stage stage;
    (void)stage.show(drawing(model));
    CHECK(stage.has("status", "Opening Northwind AG"));
}

TEST_CASE("a file over the page is met", "[ui][screens]")
{
    ViewMemory memory;
    memory.file_hovers = true;
    auto const model = portal_at(ScreenKind::data);
    Stage stage;
    (void)stage.show(
        [&](Frame& frame, Rect) { return draw_view(frame, model, stage.words(), portal::Appearance::system, memory); });
    CHECK(stage.has("status", "Drop the file to import it"));
}

TEST_CASE("the page: one main region, one heading of the first level, everything named", "[ui][screens]")
{
    auto const screen = GENERATE(ScreenKind::rooms, ScreenKind::orders, ScreenKind::assign, ScreenKind::data);
    auto const draw = drawing(portal_at(screen));
    check_whole_everywhere(draw);
    for (auto const size : { wide, tablet, phone }) {
        CAPTURE(size.width);
        Stage stage { size };
        (void)stage.show(draw);
        CHECK(stage.count("main") == 1);
        CHECK(stage.count("navigation") == 1);
        CHECK(std::ranges::count_if(stage.nodes(), [](SeenNode const& node) {
            return node.role == "heading" && node.extra.at("level") == "1";
        }) == 1);
    }
}

TEST_CASE("no two nodes share an id", "[ui][screens]")
{
    auto const screen = GENERATE(ScreenKind::rooms, ScreenKind::orders, ScreenKind::assign, ScreenKind::data);
    Stage stage;
    (void)stage.show(drawing(portal_at(screen)));
    std::set<Id> ids;
    for (auto const& node : stage.nodes()) {
        CAPTURE(node.role, node.name);
        CHECK(ids.insert(node.id).second);
    }
}

} // namespace keyrack::ui::fixture
