#include "ui/kit/tooltip.hpp"

#include "ui/kit/draw.hpp"
#include "ui/kit/imgui_bridge.hpp"
#include "ui/kit/text.hpp"

namespace keyrack::ui {

namespace {

constexpr double delay_seconds = 0.45;
constexpr float widest_tip = 280;
constexpr float tip_padding = 10;

Rect place_beside(Frame& f, Rect anchor, Size size)
{
    auto const window = f.bounds().inset(8);
    Rect place { anchor.x + (anchor.width - size.width) / 2, anchor.bottom() + 8, size.width, size.height };
    if (place.bottom() > window.bottom()) place.y = anchor.y - 8 - size.height;
    place.x = std::clamp(place.x, window.x, std::max(window.x, window.right() - size.width));
    return place;
}

} // namespace

void tooltip(Frame& f, Interaction const& on, Rect anchor, std::string_view text)
{
    auto& state = f.state();
    // Whoever pressed it knows what it is: what that did is not covered.
    auto const& pointer = state.pointer;
    auto const fresh = !pointer.down && pointer.hot_since >= pointer.pressed_at;
    auto const pointed = pointer.hot == on.id && fresh && pointer.kind != PointerKind::touch;
    if (text.empty() || !(pointed || on.ring)) return;
    auto const left = delay_seconds - (f.time_seconds() - pointer.hot_since);
    if (!on.ring && left > 0) {
        f.want_frame_in(left + 0.001);
        return;
    }
    auto const inner = std::min(widest_tip, whole_width(f, text, Type::small));
    Size const size { inner + 2 * tip_padding, paragraph_height(f, inner, text, Type::small) + 12 };
    auto const place = place_beside(f, anchor, size);
    Layer const tip { f, on.id, LayerKind::passive, layer::tips };
    Fade const fade { f, f.appear(f.id("tip"), 0.12) };
    shadow(f, place, radius::small, 8);
    fill(f, place, f.tokens().ink, radius::small);
    auto words = place.inset(tip_padding, 6);
    draw_lines(f, words, text, { .type = Type::small, .ink = f.tokens().surface });
}

} // namespace keyrack::ui
