#include "ui/kit/text.hpp"

#include "ui/kit/draw.hpp"
#include "ui/kit/imgui_bridge.hpp"
#include "ui/kit/text_run.hpp"

#include <cmath>

namespace keyrack::ui {

namespace {

constexpr std::string_view ellipsis = "\u2026";

bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

// The end of the longest beginning of `text` that fits into `width`, at a character's border; at least one character.
std::size_t fitting_bytes(Frame const& f, std::string_view text, Type type, float width)
{
    std::size_t end = 0;
    float used = 0;
    auto const face = face_of(f, style_of(type));
    while (end < text.size()) {
        auto const next = decode(text, end);
        used += advance_of(face, next.codepoint, Figures::proportional);
        if (used > width && end > 0) break;
        end = next.end;
    }
    return end;
}

float horizontal(Rect area, float width, Align align)
{
    if (align == Align::centre) return area.x + std::max(0.0F, (area.width - width) / 2);
    if (align == Align::end) return area.right() - width;
    return area.x;
}

} // namespace

Id text_id(Frame& f, std::string_view text)
{
    auto const id = f.id(WidgetKey { text });
    auto& uses = f.state().text_uses[id];
    return uses++ == 0 ? id : WidgetKey { uses }.under(id);
}

float text_width(Frame const& f, std::string_view text, Type type, Figures figures)
{
    auto const face = face_of(f, style_of(type));
    float width = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const next = decode(text, at);
        width += advance_of(face, next.codepoint, figures);
        at = next.end;
    }
    return width;
}

float line_height(Type type)
{
    return style_of(type).line;
}

std::string fitted(Frame const& f, std::string_view text, Type type, float width, Figures figures)
{
    if (text_width(f, text, type, figures) <= width + 0.25F) return std::string { text };
    auto const face = face_of(f, style_of(type));
    auto const room = width - text_width(f, ellipsis, type);
    if (room < 0) return {};
    std::size_t end = 0;
    float used = 0;
    while (end < text.size()) {
        auto const next = decode(text, end);
        used += advance_of(face, next.codepoint, figures);
        if (used > room) break;
        end = next.end;
    }
    while (end > 0 && is_blank(text[end - 1])) --end;
    return std::string { text.substr(0, end) } + std::string { ellipsis };
}

float draw_text(Frame& f, Rect area, std::string_view text, TextStyle style)
{
    if (text.empty() || visible_part(f, area.inset(-2)).empty()) return 0;
    auto const shown = fitted(f, text, style.type, area.width, style.figures);
    if (shown.size() != text.size()) f.state().cut_texts.emplace_back(text);
    auto const width = text_width(f, shown, style.type, style.figures);
    auto const x = horizontal(area, width, style.align);
    auto const ink = style.ink.value_or(f.tokens().ink);
    auto const baseline = baseline_in(f, area, style_of(style.type));
    draw_run(f, { x, baseline }, shown, style_of(style.type), ink, style.figures);
    if (style.underline) fill(f, { x, snap(f, baseline + 2), width, 1 }, ink);
    return width;
}

void label(Frame& f, WidgetKey key, Rect area, std::string_view text, TextStyle style)
{
    auto const width = draw_text(f, area, text, style);
    auto bounds = area;
    if (width > 0) bounds = { horizontal(area, width, style.align), area.y, width, area.height };
    f.note(key, { .role = Role::text, .bounds = bounds, .name = std::string { text } });
}

void label(Frame& f, Rect area, std::string_view text, TextStyle style)
{
    if (text.empty()) return;
    auto const width = draw_text(f, area, text, style);
    auto bounds = area;
    if (width > 0) bounds = { horizontal(area, width, style.align), area.y, width, area.height };
    f.note_at(text_id(f, text), { .role = Role::text, .bounds = bounds, .name = std::string { text } });
}

void heading(Frame& f, Rect area, std::string_view text, int level, TextStyle style)
{
    draw_text(f, area, text, style);
    Extra extra;
    extra.put("level", static_cast<long long>(level));
    f.note_at(
        text_id(f, text), { .role = Role::heading, .bounds = area, .name = std::string { text }, .extra = extra });
}

std::vector<std::string_view> wrapped(Frame const& f, std::string_view text, Type type, float width)
{
    std::vector<std::string_view> lines;
    auto const face = face_of(f, style_of(type));
    std::size_t start = 0;
    std::size_t break_at = 0; // the end of the last whole word
    float used = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\n') {
            lines.push_back(text.substr(start, at - start));
            start = break_at = ++at;
            used = 0;
            continue;
        }
        if (text[at] == ' ') break_at = at;
        auto const next = decode(text, at);
        used += advance_of(face, next.codepoint, Figures::proportional);
        if (used > width + 0.25F && text[at] != ' ' && at > start) {
            auto const end = break_at > start ? break_at : start + fitting_bytes(f, text.substr(start), type, width);
            lines.push_back(text.substr(start, end - start));
            start = end < text.size() && text[end] == ' ' ? end + 1 : end;
            break_at = at = start;
            used = 0;
            continue;
        }
        at = next.end;
    }
    if (start < text.size() || lines.empty()) lines.push_back(text.substr(start));
    return lines;
}

float paragraph_height(Frame const& f, float width, std::string_view text, Type type)
{
    if (text.empty()) return 0;
    return static_cast<float>(wrapped(f, text, type, width).size()) * line_height(type);
}

void paragraph(Frame& f, Rect area, WidgetKey key, std::string_view text, TextStyle style)
{
    if (text.empty()) return;
    auto const height = line_height(style.type);
    auto line = area;
    line.height = height;
    for (auto const& words : wrapped(f, text, style.type, area.width)) {
        draw_text(f, line, words, style);
        line.y += height;
    }
    Rect const bounds { area.x, area.y, area.width, std::max(height, line.y - area.y) };
    f.note(key, { .role = Role::text, .bounds = bounds, .name = std::string { text } });
}

void icon(Frame& f, Rect area, Icon icon, Colour ink, float size)
{
    draw_icon_glyph(f, area, icon, ink, size);
}

void icon_named(Frame& f, WidgetKey key, Rect area, Icon icon, Colour ink, std::string_view name, float size)
{
    draw_icon_glyph(f, area, icon, ink, size);
    f.note(key, { .role = Role::img, .bounds = area.middle({ size, size }), .name = std::string { name } });
}

} // namespace keyrack::ui
