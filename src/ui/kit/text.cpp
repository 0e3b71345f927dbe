#include "ui/kit/text.hpp"

#include "ui/kit/draw.hpp"
#include "ui/kit/imgui_bridge.hpp"
#include "ui/kit/text_run.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

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

// Between facts: "TK-1007 · First response due in 38 min".
constexpr std::string_view separator = "\u00B7 ";

bool ends_with_separator(std::string_view line)
{
    return line.ends_with(" \u00B7");
}

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// Addresses and numbers may be broken anywhere; words may not.
bool ends_inside_a_word(std::string_view text, std::string_view line)
{
    auto const end = static_cast<std::size_t>(line.data() - text.data()) + line.size();
    if (line.empty() || end >= text.size() || !is_letter(text[end - 1]) || !is_letter(text[end])) return false;
    auto const from = text.find_last_of(" \n", end) + 1; // 0 where there is none
    auto const word = text.substr(from, text.find_first_of(" \n", end) - from);
    return word.find_first_of("@/.0123456789_") == std::string_view::npos;
}

// What of a long word goes on the line: an address is broken behind a sign of its own, where it has one.
std::size_t breaking_bytes(Frame const& f, std::string_view text, Type type, float width)
{
    auto const fitting = fitting_bytes(f, text, type, width);
    auto const sign = text.substr(0, fitting).find_last_of("@./-_");
    return sign == std::string_view::npos || sign < 2 ? fitting : sign + 1;
}

std::size_t start_of_word(std::string_view text, std::size_t end)
{
    return end == 0 ? 0 : text.find_last_of(" \n", end - 1) + 1; // 0 where there is no blank
}

std::size_t end_of_word(std::string_view text, std::size_t start)
{
    return std::min(text.size(), text.find_first_of(" \n", start));
}

bool is_figure(char c)
{
    return c >= '0' && c <= '9';
}

// "12", "1,200", "(09:41" and, as a day, "9.": what counts the word behind it. Four figures alone are a year.
bool is_count(std::string_view word)
{
    if (word.starts_with('(')) word.remove_prefix(1);
    constexpr std::size_t most_figures = 3;
    constexpr std::string_view grouped = "0123456789.,:\u00A0";
    if (word.empty() || !is_figure(word.front()) || word.find_first_not_of(grouped) != std::string_view::npos)
        return false;
    auto const plain = std::min(word.size(), word.find_first_not_of("0123456789"));
    if (word.substr(plain) == ".") return plain <= 2;
    return is_figure(word.back()) && (plain < word.size() || plain <= most_figures);
}

// "2027", and what a sentence puts behind it.
bool is_year(std::string_view word)
{
    constexpr std::size_t figures = 4;
    if (!word.starts_with("19") && !word.starts_with("20")) return false;
    auto const plain = std::min(word.size(), word.find_first_not_of("0123456789"));
    return plain == figures && word.substr(plain).find_first_not_of(".,;:!?)\"") == std::string_view::npos;
}

// A month or a preposition; no sign, such as "·".
bool is_plain_word(std::string_view word)
{
    return std::ranges::any_of(word, [](char c) { return is_letter(c) && static_cast<unsigned char>(c) < 0x80; })
        && std::ranges::all_of(word, [](char c) { return is_letter(c) || c == '.'; });
}

// "9. Dec.", "12 rooms": behind a day or a count. A row of numbers breaks anywhere.
bool follows_number(std::string_view text, std::size_t blank)
{
    auto const behind = text.substr(blank + 1);
    if (behind.empty() || is_figure(behind.front())) return false;
    auto const from = start_of_word(text, blank);
    return is_count(text.substr(from, blank - from));
}

// "Dec. 2026", "in 2027": a year belongs to what stands before it.
bool leads_to_year(std::string_view text, std::size_t blank)
{
    auto const from = start_of_word(text, blank);
    return is_year(text.substr(blank + 1, end_of_word(text, blank + 1) - blank - 1))
        && is_plain_word(text.substr(from, blank - from));
}

// "Hamburg / Alster": it ends a line, and never begins one.
bool leads_to_stroke(std::string_view text, std::size_t blank)
{
    return text.substr(blank + 1, end_of_word(text, blank + 1) - blank - 1) == "/";
}

bool joins(std::string_view text, std::size_t blank)
{
    return follows_number(text, blank) || leads_to_year(text, blank) || leads_to_stroke(text, blank);
}

bool joins_at(std::string_view text, std::size_t place)
{
    return place < text.size() && text[place] == ' ' && joins(text, place);
}

// All that is joined with the words around the blank: "9. Dec. 2026".
std::string_view joined_around(std::string_view text, std::size_t blank)
{
    auto from = start_of_word(text, blank);
    auto end = end_of_word(text, blank + 1);
    while (from > 0 && joins_at(text, from - 1)) from = start_of_word(text, from - 1);
    while (joins_at(text, end)) end = end_of_word(text, end + 1);
    return text.substr(from, end - from);
}

// "Spare", "38 min": nothing in it that a line could be broken at.
bool is_one_piece(std::string_view line)
{
    for (auto blank = line.find(' '); blank != std::string_view::npos; blank = line.find(' ', blank + 1))
        if (!joins(line, blank)) return false;
    return !line.empty();
}

// A word, or a short count with its unit. What is longer fills a line well enough.
bool stands_alone(std::string_view line)
{
    constexpr std::size_t short_count = 9;
    return is_one_piece(line) && (line.size() <= short_count || line.find(' ') == std::string_view::npos);
}

// Where the last piece of a line begins, without the blank before it; npos where the line is one piece.
std::size_t last_break(std::string_view line)
{
    auto cut = line.rfind(' ');
    while (cut != std::string_view::npos && cut > 0 && joins(line, cut)) cut = line.rfind(' ', cut - 1);
    return cut == 0 ? std::string_view::npos : cut;
}

// The last piece of the line before goes to one that stands alone.
void give_company(Frame const& f, std::string_view& before, std::string_view& last, Type type, float width)
{
    auto const cut = last_break(before);
    auto const* const end = before.data() + before.size();
    bool const goes_on = end + 1 == last.data() && *end == ' ' && !ends_with_separator(before);
    if (cut == std::string_view::npos || !goes_on) return;
    auto const stays = before.substr(0, cut);
    std::string_view const moved { stays.data() + cut + 1, before.size() - cut + last.size() };
    if (text_width(f, moved, type) > width || !may_stay_empty(width - text_width(f, stays, type), width, type)) return;
    before = stays;
    last = moved;
}

// No word stands alone on the last line of a paragraph where the line before has one to spare.
void keep_company(Frame const& f, std::span<std::string_view> lines, Type type, float width)
{
    for (std::size_t count = 2; count <= lines.size(); ++count) {
        auto const& line = lines[count - 1];
        bool const is_last = count == lines.size() || *(line.data() + line.size()) == '\n';
        if (is_last && stands_alone(line)) give_company(f, lines[count - 2], lines[count - 1], type, width);
    }
}

// A fact that has room on the next line begins there: "jonas@northwind.example", "since 3 Sep 2024". What is left
// of the line before is more than a fact's end.
void keep_facts(Frame const& f, std::vector<std::string_view>& lines, Type type, float width)
{
    bool begins = true;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        auto& before = lines[i - 1];
        auto& next = lines[i];
        auto const* const end = before.data() + before.size();
        bool const splits = end + 1 == next.data() && *end == ' ' && !ends_with_separator(before);
        auto const cut = before.rfind(separator);
        bool const leaves_facts = begins || before.find(separator) != cut;
        if (splits && cut != std::string_view::npos && cut > 0 && leaves_facts) {
            auto const* const from = before.data() + cut + separator.size();
            std::string_view const moved { from, next.data() + next.size() };
            if (text_width(f, moved, type) <= width) {
                before = before.substr(0, cut + separator.size() - 1);
                next = moved;
                continue; // it begins with a fact
            }
        }
        begins = !splits;
    }
}

// Where a line ends between two facts, that parts them.
void drop_separators(std::span<std::string_view> lines)
{
    constexpr auto length = std::string_view { " \u00B7" }.size();
    for (auto& line : lines.first(lines.size() - 1))
        if (ends_with_separator(line)) line.remove_suffix(length);
}

float horizontal(Rect area, float width, Align align)
{
    if (align == Align::centre) return area.x + std::max(0.0F, (area.width - width) / 2);
    if (align == Align::end) return area.right() - width;
    return area.x;
}

} // namespace

bool may_stay_empty(float room, float width, Type type)
{
    constexpr float long_word = 5.5F; // in sizes of its type
    return room <= std::min(std::max(long_word * style_of(type).size, width / 5), width / 2);
}

bool keeps_its_word(Frame const& f, std::string_view text, std::size_t blank, Type type, float width)
{
    if (!joins(text, blank)) return false;
    if (text_width(f, joined_around(text, blank), type) <= width) return true;
    // A date that is wider than the line breaks before its year.
    auto const from = start_of_word(text, blank);
    return follows_number(text, blank)
        && text_width(f, text.substr(from, end_of_word(text, blank + 1) - from), type) <= width;
}

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

float whole_width(Frame const& f, std::string_view text, Type type, Figures figures)
{
    return text_width(f, text, type, figures) + 1;
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
    auto const width = draw_text(f, area, text, style);
    Extra extra;
    extra.put("level", static_cast<long long>(level));
    auto const bounds = width > 0 ? Rect { area.x, area.y, width, area.height } : area;
    f.note_at(
        text_id(f, text), { .role = Role::heading, .bounds = bounds, .name = std::string { text }, .extra = extra });
}

std::vector<std::string_view> wrapped(Frame const& f, std::string_view text, Type type, float width, Setting setting)
{
    bool const well = setting == Setting::well;
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
        if (text[at] == ' ' && !(well && keeps_its_word(f, text, at, type, width))) break_at = at;
        auto const next = decode(text, at);
        used += advance_of(face, next.codepoint, Figures::proportional);
        if (used > width + 0.25F && text[at] != ' ' && at > start) {
            auto const end = break_at > start ? break_at : start + breaking_bytes(f, text.substr(start), type, width);
            lines.push_back(text.substr(start, end - start));
            start = end < text.size() && text[end] == ' ' ? end + 1 : end;
            if (well && text.substr(start).starts_with(separator)) start += separator.size();
            break_at = at = start;
            used = 0;
            continue;
        }
        at = next.end;
    }
    if (start < text.size() || lines.empty()) lines.push_back(text.substr(start));
    if (well) {
        keep_facts(f, lines, type, width);
        keep_company(f, lines, type, width);
        drop_separators(lines);
    }
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
        if (ends_inside_a_word(text, words)) f.state().cut_texts.emplace_back(text);
        draw_text(f, line, words, style);
        line.y += height;
    }
    Rect const bounds { area.x, area.y, area.width, std::max(height, line.y - area.y) };
    f.note(key, { .role = Role::text, .bounds = bounds, .name = std::string { text } });
}

void draw_lines(Frame& f, Rect& from, std::string_view text, TextStyle style, LineLimits limits)
{
    if (text.empty()) return;
    auto const height = limits.line > 0 ? limits.line : line_height(style.type);
    auto const lines = wrapped(f, text, style.type, from.width);
    for (std::size_t at = 0; at < std::min(lines.size(), limits.most); ++at) {
        bool const takes_the_rest = at + 1 == limits.most;
        auto const begin = static_cast<std::size_t>(lines[at].data() - text.data());
        draw_text(f, from.take_top(height), takes_the_rest ? text.substr(begin) : lines[at], style);
    }
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
