// Notices that something was done.

#include "ui/kit_stage.hpp"

#include <catch_amalgamated.hpp>
#include <imgui.h>

using namespace keyrack::ui;
using namespace keyrack::ui::kit_test;

namespace {

struct ToastStage
{
    Size size { 1200, 800 };
    KitStage stage { size };
    int shows = 0;
    bool show = true;
    std::optional<std::uint64_t> undone;
    std::vector<std::string> announced;
    KitStage::Draw draw = [this](Frame& f) {
        if (std::exchange(show, false)) {
            show_toast(f, { .key = 42, .text = "4 licences assigned", .action = "Undo", .seconds = 5 });
        }
        if (auto const key = toast_action(f)) undone = key;
    };

    void frame()
    {
        stage.frame(draw);
        for (auto const& said : stage.output().announcements) announced.push_back(said.text);
    }

    void settle()
    {
        for (int i = 0; i < 30; ++i) frame();
    }

    [[nodiscard]] bool shown() const { return stage.has("group", "4 licences assigned"); }
};

bool is_painted(Colour colour)
{
    auto const wanted = IM_COL32(colour.red, colour.green, colour.blue, colour.alpha);
    for (auto const* list : ImGui::GetDrawData()->CmdLists)
        for (auto const& vertex : list->VtxBuffer)
            if (vertex.col == wanted) return true;
    return false;
}

} // namespace

TEST_CASE("a toast is announced once, stays its time and leaves", "[ui]")
{
    ToastStage toast;
    toast.settle();
    CHECK(toast.shown());
    CHECK(toast.announced == std::vector<std::string> { "4 licences assigned" });
    REQUIRE(toast.stage.output().next_frame_seconds.has_value());
    CHECK(*toast.stage.output().next_frame_seconds > 3);
    toast.stage.wait(3);
    toast.settle();
    CHECK(toast.shown());
    toast.stage.wait(3);
    toast.settle();
    CHECK_FALSE(toast.shown());
    CHECK_FALSE(toast.stage.output().next_frame_seconds.has_value());
}

TEST_CASE("a toast has a dark ground in every theme", "[ui]")
{
    struct Row
    {
        Theme theme;
        Theme ground;
    };
    auto const row = GENERATE(values<Row>({
        { Theme::light,          Theme::dark          },
        { Theme::light_contrast, Theme::dark          },
        { Theme::dark,           Theme::dark          },
        { Theme::dark_contrast,  Theme::dark_contrast },
    }));
    ToastStage toast;
    toast.stage.input().theme = row.theme;
    toast.settle();
    CHECK(is_painted(tokens_of(row.ground).raised));
    CHECK_FALSE(is_painted(tokens_of(Theme::light).raised));
}

TEST_CASE("a toast does not leave under the pointer, nor with the focus", "[ui]")
{
    auto const by_focus = GENERATE(true, false);
    CAPTURE(by_focus);
    ToastStage toast;
    toast.settle();
    auto const undo = toast.stage.node("button", "Undo");
    if (by_focus)
        toast.stage.focus(undo);
    else
        toast.stage.move(undo.bounds.centre());
    toast.frame();
    toast.stage.wait(20);
    toast.settle();
    CHECK(toast.shown());
    if (by_focus)
        toast.stage.kit().take(FocusEvent {});
    else
        toast.stage.move({ 5, 5 });
    toast.frame();
    toast.stage.wait(20);
    toast.settle();
    CHECK_FALSE(toast.shown());
}

TEST_CASE("a toast's action says which it was, once", "[ui]")
{
    ToastStage toast;
    toast.settle();
    toast.stage.press(toast.stage.node("button", "Undo"));
    toast.settle();
    CHECK(toast.undone == 42);
    CHECK_FALSE(toast.shown());
    toast.undone.reset();
    toast.settle();
    CHECK_FALSE(toast.undone.has_value());
}

TEST_CASE("a field under a toast lets the pointer through to it", "[ui]")
{
    ToastStage toast;
    std::string value;
    auto const notice = toast.draw;
    toast.draw = [&](Frame& f) {
        (void)text_field(f, { 300, 720, 600, 80 }, { .key = "f", .label = "Field" }, value);
        notice(f);
    };
    toast.settle();
    CHECK(toast.stage.node("textbox", "Field").has('u'));
    toast.stage.press(toast.stage.node("button", "Dismiss"));
    toast.settle();
    CHECK_FALSE(toast.stage.node("textbox", "Field").has('u'));
}

TEST_CASE("on a phone a toast stands above the buttons at the foot of the page", "[ui]")
{
    ToastStage toast {
        .size = { 390, 844 }
    };
    toast.settle();
    auto const bounds = [&] { return toast.stage.node("group", "4 licences assigned").bounds; };
    auto const before = bounds();
    auto const draw = toast.draw;
    toast.draw = [&](Frame& f) {
        keep_toasts_clear(f, { 0, 712, 390, 68 }); // on the bar of the navigation
        draw(f);
    };
    toast.settle();
    CHECK(bounds().y == before.y - 68);
    toast.draw = draw;
    toast.settle();
    CHECK(bounds().y == before.y);
}

TEST_CASE("in a wide window a toast stands above buttons that it would cover, and beside others", "[ui]")
{
    ToastStage toast {
        .size = { 800, 1000 }
    };
    struct Row
    {
        char const* name;
        Rect foot;
        float bottom;
    };
    auto const row = GENERATE(values<Row>({
        // name                    foot                      bottom of the toast
        { "none",               {},                    984 },
        { "under the toast",    { 506, 924, 252, 36 }, 908 },
        { "to the right of it", { 652, 924, 140, 36 }, 984 },
    }));
    CAPTURE(row.name);
    auto const draw = toast.draw;
    toast.draw = [&](Frame& f) {
        if (row.foot.height > 0) keep_toasts_clear(f, row.foot);
        draw(f);
    };
    toast.settle();
    CHECK(toast.stage.node("group", "4 licences assigned").bounds.bottom() == row.bottom);
}

TEST_CASE("on a phone a toast stands above a sheet, and waits for one that takes the whole window", "[ui]")
{
    ToastStage toast {
        .size = { 390, 844 }
    };
    float body = 60;
    bool asks = true;
    auto const notice = toast.draw;
    toast.draw = [&](Frame& f) {
        notice(f);
        if (!asks) return;
        Dialog dialog {
            f, { .key = "d", .title = "Remove?", .text = "It goes." }
        };
        dialog.body().skip_top(body);
    };
    toast.settle();
    auto const sheet = toast.stage.node("dialog", "Remove?").bounds;
    CHECK(sheet.bottom() == 844);
    CHECK(toast.stage.node("group", "4 licences assigned").bounds.bottom() == sheet.y - 16);
    body = 2000;
    toast.settle();
    CHECK_FALSE(toast.shown());
    asks = false;
    toast.settle();
    CHECK(toast.shown());
}

TEST_CASE("in a wide window a toast keeps clear of sheets and dialogs, and waits where it has no room", "[ui]")
{
    struct Row
    {
        char const* name;
        Size window;
        bool sheet;
        float body;
        bool shown;
    };
    auto const row = GENERATE(values<Row>({
        // name                          window          sheet  body  shown
        { "beside a sheet",             { 1440, 900 }, true,  60,   true  },
        { "no room beside a sheet",     { 800, 900 },  true,  60,   false },
        { "below a dialog",             { 1440, 900 }, false, 60,   true  },
        { "beside a dialog full of it", { 1440, 900 }, false, 2000, true  },
        { "no room beside a dialog",    { 800, 900 },  false, 2000, false },
    }));
    CAPTURE(row.name);
    ToastStage toast { .size = row.window };
    auto const notice = toast.draw;
    toast.draw = [&](Frame& f) {
        notice(f);
        Dialog dialog {
            f, { .key = "d", .title = "Keys", .width = 520, .wide_sheet = row.sheet }
        };
        dialog.body().skip_top(row.body);
    };
    toast.settle();
    REQUIRE(toast.shown() == row.shown);
    if (!row.shown) return;
    auto const notice_at = toast.stage.node("group", "4 licences assigned").bounds;
    CHECK(notice_at.meet(toast.stage.node("dialog", "Keys").bounds).empty());
    CHECK(notice_at.bottom() == row.window.height - 16);
}
