#include "ui/kit/pane.hpp"

#include "ui/kit/button.hpp"
#include "ui/kit/draw.hpp"
#include "ui/kit/state.hpp"
#include "ui/kit/text.hpp"

#include <cmath>

namespace keyrack::ui {

namespace {

constexpr float least_list = 420;
constexpr float least_detail = 380;
constexpr float detail_share = 0.39F; // of the whole

bool covers(Frame const& f, Rect area)
{
    return f.phone() || area.width < least_list + least_detail;
}

// A detail in the place of the list takes the focus when it opens; when it closes, the row that opened it has it again.
void hold_focus(Frame& f, bool alone)
{
    auto& state = f.state();
    auto const id = f.id("close");
    auto& overlay = state.overlays[id];
    if (overlay.seen == 0) {
        overlay.return_focus = opener(state);
        if (alone && overlay.return_focus != 0) f.focus(f.id("title"));
    }
    overlay.id = id;
    overlay.seen = state.frame;
}

void draw_title(Frame& f, Rect line, DetailHeadSpec const& spec)
{
    auto const room = spec.chip ? chip_width(f, *spec.chip) + 12 : 0.0F;
    auto const wanted = whole_width(f, spec.title, Type::subtitle);
    auto const title = line.take_left(std::min(wanted, std::max(60.0F, line.width - room)));
    draw_text(f, title, spec.title, { .type = Type::subtitle });
    Extra extra;
    extra.put("level", 2LL);
    f.note("title", { .role = Role::heading, .bounds = title, .name = std::string { spec.title }, .extra = extra });
    if (!spec.chip) return;
    line.skip_left(12);
    chip(f, line, *spec.chip);
}

} // namespace

ListDetail list_detail(Frame& f, Rect area, ListDetailSpec const& spec)
{
    if (!spec.open) return { .list = area, .detail = std::nullopt };
    auto const& t = f.tokens();
    f.state().detail_covers = covers(f, area);
    if (f.state().detail_covers) {
        fill(f, area, t.surface);
        return { .list = std::nullopt, .detail = area };
    }
    auto rest = area;
    auto const most = area.width - least_list;
    auto const wanted = std::clamp(std::round(area.width * detail_share), least_detail, most);
    auto const detail = rest.take_right(wanted);
    fill(f, detail, t.surface);
    line_left(f, detail, t.line);
    return { .list = rest, .detail = detail };
}

DetailHeadResult detail_head(Frame& f, Rect& body, DetailHeadSpec const& spec)
{
    auto const phone = f.phone();
    auto const alone = phone || f.state().detail_covers;
    auto const margin = phone ? space::page_phone : space::page;
    hold_focus(f, alone);
    body = body.inset({ phone ? 8.0F : 18.0F, margin, 0, margin });
    auto line = body.take_top(32);
    auto second = spec.second.empty() ? Rect {} : body.take_top(20);
    body.skip_top(space::medium);
    // The way out comes last in the reading order but has its place first.
    auto const out = alone ? line.take_left(36) : line.take_right(36);
    alone ? line.skip_left(6) : line.skip_right(8);
    if (alone) second.skip_left(42);
    draw_title(f, line, spec);
    if (!spec.second.empty()) label(f, second, spec.second, { .type = Type::table, .ink = f.tokens().ink_second });
    auto const& words = f.words();
    IconButtonSpec const close {
        .key = "close", .icon = alone ? Icon::arrow_left : Icon::x, .name = alone ? words.back : words.close
    };
    auto const pressed = icon_button(f, out.moved(alone ? -8.0F : 8.0F, 0), close);
    return { .closed = f.pressed("Escape") || pressed };
}

} // namespace keyrack::ui
