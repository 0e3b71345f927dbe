#include "ui/kit/carried_card.hpp"

#include "ui/kit/draw.hpp"
#include "ui/kit/state.hpp"
#include "ui/kit/text.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

constexpr float widest_card = 300;
constexpr float padding = 12;
constexpr float beside_pointer = 14;
constexpr float above_finger = 28;

// Wholly within the window.
Rect place_beside(Frame const& f, Size size)
{
    auto const at = f.carried_to();
    auto const whole = f.bounds().inset(8);
    auto const x = f.touch() ? at.x - size.width / 2 : at.x + beside_pointer;
    auto const y = f.touch() ? at.y - size.height - above_finger : at.y + beside_pointer;
    return { std::clamp(x, whole.x, std::max(whole.x, whole.right() - size.width)),
        std::clamp(y, whole.y, std::max(whole.y, whole.bottom() - size.height)), size.width, size.height };
}

float height_of(Frame const& f, float width, CarriedCardSpec const& spec)
{
    auto const more = spec.more.empty() ? 0 : 4 + paragraph_height(f, width, spec.more, Type::second_strong);
    return paragraph_height(f, width, spec.title, Type::label) + 2
        + paragraph_height(f, width, spec.second, Type::second) + more;
}

} // namespace

void carried_card(Frame& f, CarriedCardSpec const& spec)
{
    Layer const layer { f, spec.key, LayerKind::passive, layer::tips };
    auto const& t = f.tokens();
    auto const width = std::min(widest_card, f.bounds().width - 32) - 2 * padding;
    auto const area = place_beside(f, { width + 2 * padding, height_of(f, width, spec) + 2 * padding });
    auto const said = spec.title + ": " + spec.second + (spec.more.empty() ? "" : ". " + spec.more);
    f.note("said", { .role = Role::status, .bounds = area, .name = said });
    auto const edge = spec.tone == Tone::accent ? t.accent : t.tone(spec.tone).ink;
    shadow(f, area, radius::large, 16);
    fill_and_stroke(f, area, t.raised, edge, radius::large);
    auto inside = area.inset(padding);
    draw_lines(f, inside, spec.title, { .type = Type::label });
    inside.skip_top(2);
    auto const missing = spec.tone == Tone::missing;
    draw_lines(f, inside, spec.second, { .type = Type::second, .ink = missing ? t.missing.ink : t.ink_second });
    inside.skip_top(4);
    draw_lines(f, inside, spec.more, { .type = Type::second_strong, .ink = t.covered.ink });
}

} // namespace keyrack::ui
