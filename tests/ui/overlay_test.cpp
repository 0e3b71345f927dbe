// Menus, dialogs and toasts: what lies below does not answer, and the focus comes back.

#include "ui/kit_stage.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack::ui;
using namespace keyrack::ui::kit_test;

namespace {

std::vector<MenuItem> const items {
    { .key = "rename", .label = "Rename" },
    { .key = "copy", .label = "Copy", .disabled = true },
    { .key = "remove", .label = "Remove", .danger = true, .divider_above = true },
};

// A page with a button below a menu, and a dialog that can be asked for.
struct Page
{
    std::optional<std::size_t> chosen;
    int below = 0;
    bool asks = false;
    bool with_field = false;
    int dismissed = 0;
    std::optional<std::size_t> answered;
    std::string reason;

    void operator()(Frame& f)
    {
        below += button(f, { 20, 100, 120, 36 }, { .key = "below", .label = "Below" }) ? 1 : 0;
        ButtonSpec const opener { .key = "more", .label = "Actions" };
        if (auto const now = menu_button(f, { 20, 20, 120, 36 }, opener, items)) chosen = now;
        if (button(f, { 400, 20, 120, 36 }, { .key = "ask", .label = "Ask" })) asks = true;
        if (asks) draw_dialog(f);
    }

    void draw_dialog(Frame& f)
    {
        ButtonSpec const actions[] {
            { .key = "keep", .label = "Keep" },
            { .key = "remove", .label = "Remove room", .look = ButtonLook::danger }
        };
        Dialog dialog {
            f, { .key = "d", .title = "Remove?", .text = "It goes.", .actions = actions }
        };
        if (with_field) {
            FieldSpec const spec { .key = "why", .label = "Reason" };
            auto& body = dialog.body();
            (void)text_field(f, body.take_top(field_height(f, body.width, spec)), spec, reason);
        }
        if (dialog.dismissed()) ++dismissed;
        if (dialog.pressed()) answered = dialog.pressed();
        if (dialog.dismissed() || dialog.pressed()) asks = false;
    }
};

struct MenuStage
{
    KitStage stage;
    Page page;
    KitStage::Draw draw = [this](Frame& f) { page(f); };

    MenuStage() { stage.settle(draw); }

    void open()
    {
        stage.press(stage.node("button", "Actions"));
        stage.settle(draw);
    }

    void ask()
    {
        stage.focus(stage.node("button", "Ask"));
        stage.activate(stage.node("button", "Ask"));
        stage.settle(draw);
    }
};

} // namespace

TEST_CASE("a menu opens with the focus on its first item", "[ui]")
{
    MenuStage menu;
    CHECK(menu.stage.node("button", "Actions").has('x'));
    menu.open();
    CHECK(menu.stage.node("button", "Actions").has('e'));
    CHECK(menu.stage.node("menu", "Actions").parent == 0);
    CHECK(menu.stage.node("menuitem", "Rename").parent == menu.stage.node("menu", "Actions").id);
    CHECK_FALSE(menu.stage.node("menuitem", "Rename").has('t'));
    CHECK(menu.stage.node("menuitem", "Copy").has('d'));
    CHECK(menu.stage.node("menuitem", "Remove").has('t'));
}

TEST_CASE("an item is chosen by pointer, by DOM, and by arrow and activation", "[ui]")
{
    auto const how = GENERATE("pointer", "dom", "arrows");
    CAPTURE(how);
    MenuStage menu;
    menu.open();
    if (std::string { how } == "pointer") {
        menu.stage.press(menu.stage.node("menuitem", "Remove"));
    } else if (std::string { how } == "dom") {
        menu.stage.activate(menu.stage.node("menuitem", "Remove"));
    } else {
        menu.stage.strike("ArrowDown"); // past the disabled one
        menu.stage.settle(menu.draw);
        CHECK_FALSE(menu.stage.node("menuitem", "Remove").has('t'));
        menu.stage.activate(menu.stage.node("menuitem", "Remove"));
    }
    menu.stage.settle(menu.draw);
    CHECK(menu.page.chosen == 2);
    CHECK_FALSE(menu.stage.has("menu", "Actions"));
    CHECK(menu.page.below == 0);
}

TEST_CASE("a menu closes on Escape, outside, and when the focus goes on; only what is above answers", "[ui]")
{
    auto const how = GENERATE("escape", "outside", "focus");
    CAPTURE(how);
    MenuStage menu;
    menu.open();
    auto const below = menu.stage.node("button", "Below");
    if (std::string { how } == "escape")
        menu.stage.strike("Escape");
    else if (std::string { how } == "outside")
        menu.stage.press({
            .bounds = { 600, 400, 10, 10 }
        });
    else
        menu.stage.focus(below);
    menu.stage.settle(menu.draw);
    CHECK_FALSE(menu.stage.has("menu", "Actions"));
    CHECK_FALSE(menu.page.chosen.has_value());
    CHECK(menu.page.below == 0);
    menu.stage.press(menu.stage.node("button", "Below"));
    menu.stage.settle(menu.draw);
    CHECK(menu.page.below == 1);
}

TEST_CASE("while a menu is open a press on what lies below only closes it", "[ui]")
{
    MenuStage menu;
    menu.open();
    menu.stage.press({
        .bounds = { 410, 30, 10, 10 }
    }); // on "Ask"
    menu.stage.settle(menu.draw);
    CHECK_FALSE(menu.page.asks);
    CHECK_FALSE(menu.stage.has("menu", "Actions"));
}

TEST_CASE("after a menu its button has the focus again", "[ui]")
{
    MenuStage menu;
    menu.open();
    menu.stage.strike("Escape");
    Id asked = 0;
    for (int i = 0; i < 10; ++i) {
        menu.stage.frame(menu.draw);
        if (menu.stage.wanted_focus() != 0) asked = menu.stage.wanted_focus();
    }
    CHECK(asked == menu.stage.node("button", "Actions").id);
}

TEST_CASE("under a dialog nothing is said and nothing answers", "[ui]")
{
    MenuStage menu;
    menu.ask();
    auto const dialog = menu.stage.node("dialog", "Remove?");
    CHECK(dialog.has('o'));
    CHECK(dialog.parent == 0);
    CHECK_FALSE(menu.stage.has("button", "Below"));
    menu.stage.press({
        .bounds = { 25, 105, 10, 10 }
    }); // where "Below" lies: outside of the dialog
    menu.stage.settle(menu.draw);
    CHECK(menu.page.below == 0);
    CHECK(menu.page.dismissed == 1);
    CHECK(menu.stage.has("button", "Below"));
}

TEST_CASE("a dialog's long title goes on below instead of being cut", "[ui]")
{
    auto const title_of = [](std::string const& title) {
        KitStage stage;
        stage.settle([&](Frame& f) {
            Dialog const dialog {
                f, { .key = "d", .title = title, .text = "It goes." }
            };
        });
        auto const heading = stage.node("heading", title).bounds;
        CHECK(heading.right() < stage.node("button", "Close").bounds.x + 1);
        CHECK(heading.bottom() <= stage.node("text", "It goes.").bounds.y);
        return heading.height;
    };
    CHECK(title_of("Remove this and everything that is in it, wherever it may be, from here?") > title_of("Remove?"));
}

TEST_CASE("a dialog is answered by its buttons, Escape and the cross", "[ui]")
{
    struct Row
    {
        char const* press;
        int dismissed;
        int answer; // -1: none
    };
    auto const row = GENERATE(values<Row>({
        { "Keep",        0, 0  },
        { "Remove room", 0, 1  },
        { "Close",       1, -1 },
        { "Escape",      1, -1 }
    }));
    CAPTURE(row.press);
    MenuStage menu;
    menu.ask();
    if (std::string { row.press } == "Escape")
        menu.stage.strike("Escape");
    else
        menu.stage.press(menu.stage.node("button", row.press));
    menu.stage.settle(menu.draw);
    CHECK(menu.page.dismissed == row.dismissed);
    CHECK(menu.page.answered.has_value() == (row.answer >= 0));
    if (menu.page.answered) CHECK(static_cast<int>(*menu.page.answered) == row.answer);
    CHECK_FALSE(menu.stage.has("dialog", "Remove?"));
}

TEST_CASE("a dialog takes the focus to its first field or action and gives it back", "[ui]")
{
    auto const with_field = GENERATE(true, false);
    CAPTURE(with_field);
    MenuStage menu;
    menu.page.with_field = with_field;
    menu.stage.focus(menu.stage.node("button", "Ask"));
    menu.stage.activate(menu.stage.node("button", "Ask"));
    Id asked = 0;
    for (int i = 0; i < 10; ++i) {
        menu.stage.frame(menu.draw);
        if (menu.stage.wanted_focus() != 0) asked = menu.stage.wanted_focus();
    }
    CHECK(asked == (with_field ? menu.stage.node("textbox", "Reason") : menu.stage.node("button", "Keep")).id);
    menu.stage.strike("Escape");
    asked = 0;
    for (int i = 0; i < 10; ++i) {
        menu.stage.frame(menu.draw);
        if (menu.stage.wanted_focus() != 0) asked = menu.stage.wanted_focus();
    }
    CHECK(asked == menu.stage.node("button", "Ask").id);
}

TEST_CASE("what is in a dialog is read before its buttons", "[ui]")
{
    MenuStage menu;
    menu.page.with_field = true;
    menu.ask();
    std::vector<std::string> order;
    for (auto const& node : menu.stage.nodes()) order.push_back(node.name);
    CHECK(order
        == std::vector<std::string> { "Remove?", "Remove?", "It goes.", "Reason", "Keep", "Remove room", "Close" });
}

TEST_CASE("a dialog fits its body, and a phone shows it as a sheet", "[ui]")
{
    MenuStage menu;
    menu.ask();
    auto const low = menu.stage.node("dialog", "Remove?").bounds;
    menu.page.with_field = true;
    menu.stage.settle(menu.draw);
    CHECK(menu.stage.node("dialog", "Remove?").bounds.height > low.height + 50);
    menu.stage.input().size = { 390, 844 };
    menu.stage.settle(menu.draw);
    auto const sheet = menu.stage.node("dialog", "Remove?").bounds;
    CHECK(sheet.x == 0);
    CHECK(sheet.width == 390);
    CHECK(sheet.bottom() == 844);
}

TEST_CASE("select shows what is chosen and offers the rest", "[ui]")
{
    std::vector<Option> const options {
        { .key = "a", .label = "Select", .second = "3 years" },
        { .key = "b", .label = "Sync Plus" }
    };
    std::optional<std::size_t> chosen;
    KitStage stage;
    auto const draw = [&](Frame& f) {
        SelectSpec const spec { .key = "s", .label = "Programme", .options = options, .placeholder = "Choose" };
        if (auto const now = keyrack::ui::select(f, { 20, 20, 300, 80 }, spec, chosen)) chosen = now;
    };
    stage.settle(draw);
    stage.activate(stage.node("button", "Programme: Choose"));
    stage.settle(draw);
    CHECK(stage.has("menuitem", "Select, 3 years"));
    stage.press(stage.node("menuitem", "Sync Plus"));
    stage.settle(draw);
    CHECK(chosen == 1);
    CHECK(stage.has("button", "Programme: Sync Plus"));
}

TEST_CASE("a key struck right after Escape is heard by what a dialog had covered", "[ui]")
{
    // With it in one frame, or before the page was drawn without the dialog.
    auto const frames_between = GENERATE(0, 1);
    CAPTURE(frames_between);
    KitStage stage;
    auto asks = true;
    int heard = 0;
    auto const draw = [&](Frame& f) {
        if (f.pressed("k", { .control = true })) ++heard;
        if (!asks) return;
        Dialog const dialog {
            f, { .key = "d", .title = "Remove?" }
        };
        if (dialog.dismissed()) asks = false;
    };
    stage.settle(draw);
    stage.strike("k", { .control = true });
    stage.settle(draw);
    CHECK(heard == 0);
    stage.strike("Escape");
    for (int i = 0; i < frames_between; ++i) stage.frame(draw);
    stage.strike("k", { .control = true });
    stage.frame(draw);
    CHECK(stage.kit().wants_frames());
    stage.settle(draw);
    CHECK_FALSE(asks);
    CHECK(heard == 1);
}

TEST_CASE("a dialog that a menu opened gives the focus to the menu's button", "[ui]")
{
    KitStage stage;
    auto asks = false;
    auto const draw = [&](Frame& f) {
        if (menu_button(f, { 20, 20, 120, 36 }, ButtonSpec { .key = "more", .label = "Actions" }, items)) asks = true;
        if (!asks) return;
        ButtonSpec const actions[] {
            { .key = "keep", .label = "Keep" }
        };
        Dialog const dialog {
            f, { .key = "d", .title = "Remove?", .actions = actions }
        };
        if (dialog.dismissed() || dialog.pressed()) asks = false;
    };
    stage.settle(draw);
    stage.press(stage.node("button", "Actions"));
    stage.settle(draw);
    stage.activate(stage.node("menuitem", "Remove"));
    stage.settle(draw);
    stage.activate(stage.node("button", "Keep"));
    Id asked = 0;
    for (int i = 0; i < 10; ++i) {
        stage.frame(draw);
        if (stage.wanted_focus() != 0) asked = stage.wanted_focus();
    }
    CHECK(asked == stage.node("button", "Actions").id);
}

TEST_CASE("a detail in the list's place takes the focus and gives it back to the row", "[ui]")
{
    struct Row
    {
        float width;
        bool takes;
    };
    auto const row = GENERATE(values<Row>({
        { 390,  true  },
        { 700,  true  },
        { 1400, false }
    }));
    CAPTURE(row.width);
    KitStage stage {
        { row.width, 800 }
    };
    auto open = false;
    auto const draw = [&](Frame& f) {
        auto const panes = list_detail(f, f.bounds(), { .open = open });
        if (panes.list) open = button(f, Rect { 0, 0, 200, 40 }, { .key = "row", .label = "Fjord" }) || open;
        if (!panes.detail) return;
        auto body = *panes.detail;
        if (detail_head(f, body, { .title = "Fjord, Oslo" }).closed) open = false;
    };
    stage.settle(draw);
    auto const list_row = stage.node("button", "Fjord");
    stage.press(list_row);
    std::vector<Id> asked;
    auto const watch = [&] {
        asked.clear();
        for (int i = 0; i < 10; ++i) {
            stage.frame(draw);
            if (stage.wanted_focus() != 0) asked.push_back(stage.wanted_focus());
        }
    };
    watch();
    auto const title = stage.node("heading", "Fjord, Oslo");
    CHECK((std::ranges::find(asked, title.id) != asked.end()) == row.takes);
    stage.press(stage.node("button", row.takes ? "Back" : "Close"));
    watch();
    REQUIRE_FALSE(asked.empty());
    CHECK(asked.back() == list_row.id);
}
