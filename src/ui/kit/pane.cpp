#include "ui/kit/pane.hpp"

#include "ui/kit/button.hpp"
#include "ui/kit/draw.hpp"
#include "ui/kit/text.hpp"

#include <cmath>

namespace keyrack::ui {

namespace {

bool covers(Frame const& f, Rect area, ListDetailSpec const& spec)
{
    return f.phone() || area.width < spec.least_list + spec.least_detail;
}

} // namespace

ListDetail list_detail(Frame& f, Rect area, ListDetailSpec const& spec)
{
    if (!spec.open) return { .list = area, .detail = std::nullopt };
    auto const& t = f.tokens();
    if (covers(f, area, spec)) {
        fill(f, area, t.surface);
        return { .list = std::nullopt, .detail = area };
    }
    auto rest = area;
    auto const most = area.width - spec.least_list;
    auto const wanted = std::clamp(std::round(area.width * spec.detail_share), spec.least_detail, most);
    auto const detail = rest.take_right(wanted);
    fill(f, detail, t.surface);
    line_left(f, detail, t.line);
    return { .list = rest, .detail = detail };
}

DetailHeadResult detail_head(Frame& f, Rect& body, DetailHeadSpec const& spec)
{
    auto const phone = f.phone();
    auto const margin = phone ? space::page_phone : space::page - 2;
    body = body.inset({ phone ? 8.0F : 18.0F, margin, 0, margin });
    auto line = body.take_top(32);
    auto second = spec.second.empty() ? Rect {} : body.take_top(20);
    body.skip_top(space::medium);
    DetailHeadResult result;
    // The way out comes last in the reading order but has its place first.
    auto const out = phone ? line.take_left(36) : line.take_right(36);
    if (phone)
        line.skip_left(6);
    else
        line.skip_right(8);
    if (phone && !second.empty()) second.skip_left(42);
    auto const chip_room = spec.chip ? chip_width(f, *spec.chip) : 0.0F;
    auto const title = std::min(
        text_width(f, spec.title, Type::subtitle) + 1, std::max(60.0F, line.width - (spec.chip ? chip_room + 12 : 0)));
    heading(f, line.take_left(title), spec.title, 2, { .type = Type::subtitle });
    if (spec.chip) {
        line.skip_left(12);
        chip(f, line, *spec.chip);
    }
    if (!spec.second.empty()) label(f, second, spec.second, { .type = Type::table, .ink = f.tokens().ink_second });
    auto const& words = f.words();
    result.closed = icon_button(f, out.moved(phone ? -8.0F : 8.0F, 0),
        { .key = "close", .icon = phone ? Icon::arrow_left : Icon::x, .name = phone ? words.back : words.close });
    if (f.pressed("Escape")) result.closed = true;
    return result;
}

} // namespace keyrack::ui
