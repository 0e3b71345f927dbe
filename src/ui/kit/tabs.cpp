#include "ui/kit/tabs.hpp"

#include "ui/kit/draw.hpp"
#include "ui/kit/scroll.hpp"
#include "ui/kit/text.hpp"

#include <cmath>

namespace keyrack::ui {

namespace {

constexpr float tab_gap = 22;

bool draw_tab(Frame& f, Rect box, Option const& option, bool chosen, bool& focused)
{
    auto const& t = f.tokens();
    Node node { .role = Role::tab, .bounds = box, .name = std::string { option.label } };
    node.flags.add_if(chosen, Flag::selected).add_if(!chosen, Flag::roving).add_if(option.disabled, Flag::disabled);
    auto const on = f.item(option.key, std::move(node), { .hit = box.inset(-tab_gap / 2, -4) });
    focused = focused || on.focused;
    auto const ink = chosen ? t.ink : on.hovered ? t.ink : t.ink_second;
    draw_text(f, box, option.label, { .type = chosen ? Type::table_strong : Type::table, .ink = ink });
    if (chosen) {
        Rect const line { box.x, box.bottom() - 2, box.width, 2 };
        fill(f, line, t.accent, 1);
    }
    if (on.ring) ring(f, box.inset(0, 8), 4);
    return on.clicked && !chosen;
}

} // namespace

std::optional<std::size_t> tabs(Frame& f, Rect area, ChoiceSpec const& spec, std::size_t chosen)
{
    auto const row = area.middle(std::min(area.height, tabs_height));
    line_below(f, row, f.tokens().line);
    Scope const list { f, spec.key, { .role = Role::tablist, .bounds = row, .name = std::string { spec.label } } };
    std::optional<std::size_t> result;
    auto focused = false;
    {
        ScrollStrip strip { f, "strip", row, f.tokens().surface };
        auto& line = strip.content();
        for (std::size_t i = 0; i < spec.options.size(); ++i) {
            if (i > 0) line.skip_left(tab_gap);
            // As wide as the chosen look, so that nothing moves when another is chosen.
            auto const box = line.take_left(std::ceil(text_width(f, spec.options[i].label, Type::table_strong)));
            if (draw_tab(f, box, spec.options[i], i == chosen, focused)) result = i;
        }
    }
    auto const count = spec.options.size();
    if (focused && !result && count > 1) {
        if (f.pressed("ArrowRight"))
            result = (chosen + 1) % count;
        else if (f.pressed("ArrowLeft"))
            result = (chosen + count - 1) % count;
        else if (f.pressed("Home"))
            result = 0;
        else if (f.pressed("End"))
            result = count - 1;
        if (result) {
            IdScope const inside { f, "strip" };
            f.focus(f.id(spec.options[*result].key));
        }
    }
    return result;
}

} // namespace keyrack::ui
