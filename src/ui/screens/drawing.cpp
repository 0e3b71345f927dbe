#include "ui/screens/drawing.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace keyrack::ui {

namespace {

constexpr float cell_padding = 12;
constexpr float notice_padding = 12;
constexpr float notice_icon = 24;

Icon icon_of(Tone tone)
{
    switch (tone) {
    case Tone::covered: return Icon::circle_check;
    case Tone::ending: return Icon::triangle_alert;
    case Tone::missing: return Icon::circle_alert;
    default: return Icon::info;
    }
}

} // namespace

Tone kit_tone(portal::Tone tone)
{
    switch (tone) {
    case portal::Tone::covered: return Tone::covered;
    case portal::Tone::ending: return Tone::ending;
    case portal::Tone::missing: return Tone::missing;
    case portal::Tone::planned: return Tone::planned;
    case portal::Tone::neutral: return Tone::neutral;
    }
    return Tone::neutral;
}

ChipSpec chip_of(portal::Chip const& chip)
{
    return { .text = chip.text, .tone = kit_tone(chip.tone) };
}

float field_line(Frame const& f)
{
    return f.touch() ? height::touch : height::field;
}

float page_margin(Frame const& f)
{
    return f.phone() ? space::page_phone : space::page;
}

Date widest_date(Drawing const& d)
{
    Date widest {};
    float most = 0;
    for (std::chrono::month month = std::chrono::January;; ++month) {
        Date const day { std::chrono::local_days { std::chrono::year { 2026 } / month / 28 } };
        auto const width = text_width(d.f, d.words.short_date(day), Type::table, Figures::tabular);
        if (width > most) std::tie(widest, most) = std::pair { day, width };
        if (month == std::chrono::December) return widest;
    }
}

float column_for(Frame const& f, Type type, std::span<std::string const> texts)
{
    float width = 0;
    for (auto const& text : texts) {
        width = std::max(width, text_width(f, text, type, Figures::tabular));
    }
    return std::ceil(width) + 2 * cell_padding;
}

float column_for_chips(Frame const& f, std::span<std::string const> chips)
{
    float width = 0;
    for (auto const& chip : chips) {
        width = std::max(width, chip_width(f, { .text = chip }));
    }
    return std::ceil(width) + 2 * cell_padding;
}

void draw_facts(Drawing& d, Rect& from, std::span<std::pair<std::string, std::string> const> items)
{
    std::vector<Fact> lines;
    lines.reserve(items.size());
    for (auto const& [label, value] : items) {
        lines.push_back({ .label = label, .value = value });
    }
    facts(d.f, from, lines);
}

void wrapped_heading(Drawing& d, Rect area, WidgetKey key, std::string_view text, int level, TextStyle style)
{
    Node node { .role = Role::heading, .bounds = area, .name = std::string { text } };
    node.extra.put("level", level);
    d.f.note(key, std::move(node));
    for (auto const line : wrapped(d.f, text, style.type, area.width)) {
        draw_text(d.f, area.take_top(line_height(style.type)), line, style);
    }
}

void draw_scan_button(Drawing& d, Rect& from, std::string_view text)
{
    ButtonSpec const spec { .key = "scan", .label = text, .icon = Icon::scan_barcode };
    from.skip_top(space::medium);
    auto line = from.take_top(d.f.touch() ? height::touch : height::button);
    if (button(d.f, line.take_left(std::min(button_width(d.f, spec), line.width)), spec)) {
        d.want(portal::Scan {});
    }
}

Rect rest_of_view(ScrollArea& scroll, float below)
{
    constexpr float least = 320;
    auto& page = scroll.content();
    auto const used = page.y + scroll.offset() - scroll.view().y;
    return page.take_top(std::max(least, scroll.view().height - used - below));
}

float notice_height(Frame const& f, float width, std::string_view text)
{
    auto const inner = width - 2 * notice_padding - notice_icon;
    return paragraph_height(f, inner, text, Type::second) + 2 * notice_padding;
}

void notice(Drawing& d, Rect& from, WidgetKey key, std::string_view text, Tone tone)
{
    auto const area = from.take_top(notice_height(d.f, from.width, text));
    auto const colours = d.f.tokens().tone(tone);
    fill(d.f, area, colours.soft, radius::medium);
    if (has_contrast(d.f.theme())) stroke(d.f, area, colours.ink, radius::medium);
    auto inside = area.inset(notice_padding);
    icon(d.f, inside.take_left(notice_icon).take_top(line_height(Type::second)).inset({ 0, 8, 0, 0 }), icon_of(tone),
        colours.ink, 16);
    paragraph(d.f, inside, key, text, { .type = Type::second, .ink = colours.ink });
}

} // namespace keyrack::ui
