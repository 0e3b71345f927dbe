#include "ui/kit/chip.hpp"

#include "ui/kit/draw.hpp"
#include "ui/kit/text_run.hpp"

#include <array>
#include <cmath>

namespace keyrack::ui {

namespace {

constexpr float chip_pad = 9;
constexpr float filter_pad = 10;

// Grounds of avatars: white initials stand on each at 4.5 : 1.
constexpr std::array<Colour, 6> avatar_grounds {
    Colour::hex(0x7A3FD1),
    Colour::hex(0x0C6E3F),
    Colour::hex(0x56637A),
    Colour::hex(0x2F5BEA),
    Colour::hex(0xA3430F),
    Colour::hex(0x0B6B7F),
};

struct ChipMeasures
{
    float height;
    float pad;
    float icon;
    Type type;
};

ChipMeasures measures_of(ChipSpec const& spec)
{
    if (spec.large) return { 30, 10, 15, Type::label };
    return { height::chip, chip_pad, 13, Type::small_strong };
}

std::string count_of(FilterChipSpec const& spec)
{
    if (!spec.count_text.empty()) return std::string { spec.count_text };
    return spec.count ? std::to_string(*spec.count) : std::string {};
}

std::string filter_text(FilterChipSpec const& spec)
{
    auto const count = count_of(spec);
    return count.empty() ? std::string { spec.label } : std::string { spec.label } + " " + count;
}

void append_first_letter(std::string& to, std::string_view word)
{
    auto const letter = decode(word, 0);
    to += letter.codepoint >= U'a' && letter.codepoint <= U'z' ? std::string(1, static_cast<char>(word[0] - 'a' + 'A'))
                                                               : std::string { word.substr(0, letter.end) };
}

} // namespace

float chip_width(Frame const& f, ChipSpec const& spec)
{
    auto const m = measures_of(spec);
    auto const with_icon = spec.icon ? m.icon + 6 : 0.0F;
    return std::ceil(text_width(f, spec.text, m.type) + 2 * m.pad + with_icon);
}

Rect draw_chip(Frame& f, Rect area, ChipSpec const& spec, Side side)
{
    auto const m = measures_of(spec);
    auto const width = std::min(chip_width(f, spec), area.width);
    auto box = area.middle(std::min(m.height, area.height));
    box = side == Side::left ? box.take_left(width) : box.take_right(width);
    auto const colours = f.tokens().tone(spec.tone);
    fill(f, box, colours.soft, radius::full);
    if (has_contrast(f.theme())) stroke(f, box, colours.ink, box.height / 2);
    auto line = box.inset(m.pad, 0);
    if (spec.icon) {
        icon(f, line.take_left(m.icon), *spec.icon, colours.ink, m.icon);
        line.skip_left(6);
    }
    draw_text(f, line, spec.text, { .type = m.type, .ink = colours.ink });
    return box;
}

Rect chip(Frame& f, Rect area, ChipSpec const& spec, Side side)
{
    auto const box = draw_chip(f, area, spec, side);
    f.note_at(text_id(f, spec.text), { .role = Role::text, .bounds = box, .name = std::string { spec.text } });
    return box;
}

float filter_chip_height(Frame const& f)
{
    return f.phone() || f.touch() ? height::filter_chip : 30;
}

float filter_chip_width(Frame const& f, FilterChipSpec const& spec)
{
    return std::ceil(text_width(f, filter_text(spec), Type::small_strong) + 2 * filter_pad);
}

bool filter_chip(Frame& f, Rect area, FilterChipSpec const& spec)
{
    auto const width = std::min(filter_chip_width(f, spec), area.width);
    auto const box = area.middle({ width, filter_chip_height(f) }).moved(-(area.width - width) / 2, 0);
    Flags flags;
    flags.add(spec.on ? Flag::pressed : Flag::not_pressed);
    auto hit = box;
    if (f.touch()) hit = box.inset(0, std::min(0.0F, (box.height - height::touch) / 2));
    auto const on = f.item(
        spec.key, { .role = Role::button, .bounds = box, .name = filter_text(spec), .flags = flags }, { .hit = hit });

    auto const& t = f.tokens();
    auto const rounding = f.phone() ? 10.0F : radius::medium;
    auto const ground = spec.on ? t.accent_soft : t.neutral_soft;
    fill(f, box, laid_over(on.held ? t.press : on.hovered ? t.hover : Colour { 0, 0, 0, 0 }, ground), rounding);
    if (spec.on || has_contrast(f.theme())) // the ground's colour alone does not tell it
        stroke(f, box, spec.on ? t.accent : t.outline, rounding, spec.on && has_contrast(f.theme()) ? 2.0F : 1.0F);
    auto const ink = spec.on ? t.accent_text : t.ink_second;
    draw_text(f, box.inset(filter_pad, 0), filter_text(spec), { .type = Type::small_strong, .ink = ink });
    if (on.ring) ring(f, box, rounding);
    return on.clicked;
}

float badge_width(Frame const& f, std::string_view text)
{
    return std::max(20.0F, std::ceil(text_width(f, text, Type::small_strong) + 14));
}

void draw_badge(Frame& f, Rect area, std::string_view text, Colour ground, Colour ink)
{
    auto box = area.middle(20);
    box = box.take_right(badge_width(f, text));
    fill(f, box, ground, radius::full);
    draw_text(f, box, text, { .type = Type::small_strong, .ink = ink, .align = Align::centre });
}

std::string initials_of(std::string_view name)
{
    std::string result;
    std::string_view last;
    std::size_t words = 0;
    for (std::size_t at = 0; at < name.size();) {
        auto const start = name.find_first_not_of(' ', at);
        if (start == std::string_view::npos) break;
        auto const end = std::min(name.find(' ', start), name.size());
        last = name.substr(start, end - start);
        if (words++ == 0) append_first_letter(result, last);
        at = end;
    }
    if (words > 1) append_first_letter(result, last);
    return result;
}

void avatar(Frame& f, Rect area, AvatarSpec const& spec)
{
    auto const side = std::min(area.width, area.height);
    auto const box = area.middle({ side, side });
    auto const chosen = WidgetKey { spec.name }.under(0) % avatar_grounds.size();
    fill(f, box, spec.ground.value_or(avatar_grounds[chosen]),
        spec.shape == AvatarShape::disc ? radius::full : std::round(side * 0.28F));
    auto const type = side < 34 ? Type::small_strong : Type::heading;
    draw_text(f, box.inset(-4, 0), initials_of(spec.name),
        { .type = type, .ink = Colour::hex(0xFFFFFF), .align = Align::centre });
}

void icon_tile(Frame& f, Rect area, Icon icon_shown, Tone tone)
{
    auto const box = area.middle({ 32, 32 });
    auto const colours = f.tokens().tone(tone);
    fill(f, box, colours.soft, radius::medium);
    icon(f, box, icon_shown, colours.ink, 16);
}

} // namespace keyrack::ui
