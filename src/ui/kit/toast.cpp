#include "ui/kit/toast.hpp"

#include "ui/kit/button.hpp"
#include "ui/kit/draw.hpp"
#include "ui/kit/state.hpp"
#include "ui/kit/text.hpp"

#include <algorithm>
#include <cmath>
#include <ranges>
#include <utility>
#include <vector>

namespace keyrack::ui {

namespace {

constexpr float widest_toast = 480;
constexpr float toast_padding = 14;
constexpr float least_room = 64;
constexpr float least_beside = 280;
constexpr double fade_seconds = 0.14;

// Toasts stand out by being dark; on a dark page by their edge, since nothing there is as bright as a light ground.
Tokens const& toast_tokens(Frame const& f)
{
    return tokens_of(is_dark(f.theme()) ? f.theme() : Theme::dark);
}

Icon icon_of(Tone tone)
{
    switch (tone) {
    case Tone::missing: return Icon::circle_alert;
    case Tone::ending: return Icon::triangle_alert;
    default: return Icon::circle_check;
    }
}

struct Plan
{
    float words;
    float action;
    float height;
};

Plan plan_of(Frame const& f, ToastSpec const& spec, float width)
{
    Plan plan { .words = width - 2 * toast_padding - 26 - 34, .action = 0, .height = 0 };
    if (!spec.action.empty()) {
        plan.action = std::ceil(text_width(f, spec.action, Type::label)) + 24;
        plan.words -= plan.action;
    }
    plan.height = std::max(48.0F, paragraph_height(f, plan.words, spec.text, Type::table) + 24);
    return plan;
}

bool press_action(Frame& f, Rect box, std::string const& text)
{
    auto const on = f.item("act", { .role = Role::button, .bounds = box, .name = text });
    auto const& t = toast_tokens(f);
    if (on.hovered) fill(f, box, t.hover, 8);
    draw_text(f, box, text, { .type = Type::label, .ink = t.accent_text, .align = Align::centre });
    if (on.ring) stroke(f, box, t.focus, 8, 2);
    return on.clicked;
}

bool press_dismiss(Frame& f, Rect box)
{
    auto const on = f.item("dismiss", { .role = Role::button, .bounds = box, .name = f.words().dismiss });
    auto const& t = toast_tokens(f);
    if (on.hovered) fill(f, box, t.hover, 8);
    icon(f, box, Icon::x, t.ink_second, 16);
    if (on.ring) stroke(f, box, t.focus, 8, 2);
    return on.clicked;
}

bool has_focus(Frame const& f)
{
    for (auto const* key : { "act", "dismiss" })
        if (f.id(key) == f.focused()) return true;
    return false;
}

void draw_toast(Frame& f, Toast& toast, Rect box, Plan const& plan, float shown)
{
    auto const& t = toast_tokens(f);
    IdScope const scope { f, toast.spec.key };
    Fade const fade { f, shown };
    fill_and_stroke(f, box, t.raised, is_dark(f.theme()) ? t.outline : t.raised, radius::large);
    block_pointer(f, box);
    f.open("toast", { .role = Role::group, .bounds = box, .name = toast.spec.text });
    auto line = box.inset(toast_padding, 0);
    icon(f, line.take_left(18), icon_of(toast.spec.tone),
        toast.spec.tone == Tone::neutral ? t.covered.ink : t.tone(toast.spec.tone).ink, 18);
    line.skip_left(8);
    auto const words = line.take_left(plan.words).middle(paragraph_height(f, plan.words, toast.spec.text, Type::table));
    paragraph(f, words, "text", toast.spec.text, { .type = Type::table, .ink = t.ink });
    if (plan.action > 0 && press_action(f, line.take_left(plan.action).middle(32), toast.spec.action)) {
        f.state().toast_action = toast.spec.key;
        toast.leaving = true;
    }
    if (press_dismiss(f, line.take_right(32).middle(32).moved(6, 0))) toast.leaving = true;
    f.close();
}

struct PlacedToast
{
    Toast& toast;
    Plan plan;
    Rect box;
    float shown = 0;
};

// Time runs only while nobody looks at it or has the focus in it.
void run_down(Frame& f, Toast& toast, Rect box)
{
    if (toast.spec.seconds <= 0 || toast.leaving) return;
    IdScope const scope { f, toast.spec.key };
    auto const elapsed = f.time_seconds() - f.state().time_before;
    if (!f.hovers(box) && !has_focus(f)) toast.left_seconds -= elapsed;
    if (toast.left_seconds <= 0)
        toast.leaving = true;
    else
        f.want_frame_in(toast.left_seconds);
}

// All of them at the foot of the place, the newest lowest.
Rect stack_of_toasts(Frame const& f, Rect place)
{
    auto const width = std::min(widest_toast, place.width);
    auto high = -space::small;
    for (auto const& toast : f.state().toasts) high += plan_of(f, toast.spec, width).height + space::small;
    return place.middle({ width, place.height }).take_bottom(high);
}

// At the foot of the window; above what they would cover there, or else at its left. Empty where neither has room.
Rect place_of_toasts(Frame const& f, Rect taken)
{
    auto place = f.bounds().inset(16);
    if (f.phone()) place.skip_bottom(height::bottom_bar);
    if (taken.empty() || taken.inset(-space::small).meet(stack_of_toasts(f, place)).empty()) return place;
    auto above = place;
    above.skip_bottom(place.bottom() + space::gap - taken.y);
    if (above.height >= least_room) return above;
    place.skip_right(place.right() + space::gap - taken.x);
    return place.width < least_beside ? Rect {} : place;
}

// The newest stands lowest.
std::vector<PlacedToast> placed_in(Frame& f, Rect place)
{
    auto const width = std::min(widest_toast, place.width);
    std::vector<PlacedToast> placed;
    for (auto& toast : f.state().toasts | std::views::reverse) {
        auto const plan = plan_of(f, toast.spec, width);
        auto const box = place.take_bottom(plan.height).middle({ width, plan.height });
        place.skip_bottom(space::small);
        auto const moving = WidgetKey { "moving" }.under(WidgetKey { toast.spec.key }.under(f.id("notices")));
        if (f.time_seconds() == toast.shown_at) (void)f.animate(moving, 0, fade_seconds);
        auto const shown = f.animate(moving, toast.leaving ? 0.0F : 1.0F, fade_seconds);
        run_down(f, toast, box);
        placed.push_back({ toast, plan, box.moved(0, (1 - shown) * 12), shown });
        toast.gone = toast.leaving && shown <= 0.01F;
    }
    return placed;
}

} // namespace

void show_toast(Frame& f, ToastSpec spec)
{
    auto& toasts = f.state().toasts;
    f.announce(spec.text);
    std::erase_if(toasts, [&](Toast const& toast) { return toast.spec.key == spec.key; });
    auto const seconds = spec.seconds;
    toasts.push_back({ .spec = std::move(spec), .shown_at = f.time_seconds(), .left_seconds = seconds });
    constexpr std::size_t most = 3;
    if (toasts.size() > most) {
        f.state().toasts_gone.push_back(toasts.front().spec.key);
        toasts.erase(toasts.begin());
    }
    f.want_frame();
}

void keep_toasts_clear(Frame& f, Rect of)
{
    f.state().no_toasts = of;
}

void hide_toast(Frame& f, std::uint64_t key)
{
    for (auto& toast : f.state().toasts)
        if (toast.spec.key == key) toast.leaving = true;
    f.want_frame();
}

std::optional<std::uint64_t> toast_action(Frame& f)
{
    return std::exchange(f.state().toast_action, std::nullopt);
}

std::optional<std::uint64_t> toast_gone(Frame& f)
{
    auto& gone = f.state().toasts_gone;
    if (gone.empty()) return std::nullopt;
    auto const key = gone.back();
    gone.pop_back();
    return key;
}

void draw_toasts(Frame& f)
{
    auto& state = f.state();
    auto const taken = std::exchange(state.no_toasts, Rect {});
    if (state.toasts.empty()) return;
    auto const place = place_of_toasts(f, taken);
    if (place.empty()) return; // a sheet takes nearly the whole window: they wait until it has gone
    Layer const layer { f, "toasts", LayerKind::passive, layer::toasts };
    f.open("notices", { .role = Role::region, .bounds = place, .name = f.words().notices });
    auto const placed = placed_in(f, place);
    // All shadows lie below, so that none falls on the next notice.
    for (auto const& each : placed) {
        Fade const fade { f, each.shown };
        shadow(f, each.box, radius::large, 16);
    }
    for (auto const& each : placed) draw_toast(f, each.toast, each.box, each.plan, each.shown);
    f.close();
    for (auto const& toast : state.toasts)
        if (toast.gone) state.toasts_gone.push_back(toast.spec.key);
    std::erase_if(state.toasts, [](Toast const& toast) { return toast.gone; });
}

} // namespace keyrack::ui
