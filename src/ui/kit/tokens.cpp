#include "ui/kit/tokens.hpp"

namespace keyrack::ui {

namespace {

constexpr Colour hex(std::uint32_t rgb)
{
    return Colour::hex(rgb);
}

constexpr Colour veil(std::uint32_t rgb, std::uint8_t alpha)
{
    auto colour = Colour::hex(rgb);
    colour.alpha = alpha;
    return colour;
}

constexpr Tokens light_tokens {
    .ground = hex(0xF4F6F9),
    .surface = hex(0xFFFFFF),
    .raised = hex(0xFFFFFF),
    .sunken = hex(0xEEF1F5),
    .neutral_soft = hex(0xE9EDF2),
    .line = hex(0xE2E7EE),
    .line_strong = hex(0xCDD5E0),
    .outline = hex(0x7F899D),
    .ink = hex(0x18212F),
    .ink_second = hex(0x56637A),
    .ink_third = hex(0x6B778C),
    .ink_disabled = hex(0x6B778C),
    .accent = hex(0x2F5BEA),
    .accent_hover = hex(0x274FD1),
    .accent_soft = hex(0xE8EEFE),
    .accent_text = hex(0x2348C4),
    .on_accent = hex(0xFFFFFF),
    .danger = hex(0xB02A21),
    .danger_hover = hex(0x962219),
    .on_danger = hex(0xFFFFFF),
    .covered = { .ink = hex(0x0C6E3F), .soft = hex(0xDFF5E9), .fill = hex(0x128049) },
    .ending = { .ink = hex(0x8F5200), .soft = hex(0xFDF0D5), .fill = hex(0xA86200) },
    .missing = { .ink = hex(0xB02A21), .soft = hex(0xFCE5E2), .fill = hex(0xC2362B) },
    .planned = { .ink = hex(0x7A3FD1), .soft = hex(0xF0E8FC), .fill = hex(0x7A3FD1) },
    .on_fill = hex(0xFFFFFF),
    .sidebar = hex(0x131B2A),
    .sidebar_text = hex(0xA9B5C9),
    .sidebar_strong = hex(0xFFFFFF),
    .sidebar_hover = hex(0x1D2637),
    .sidebar_chosen = hex(0x283142),
    .focus = hex(0x2F5BEA),
    .focus_on_sidebar = hex(0x8FA9FF),
    .scrim = veil(0x0E1522, 115),
    .shadow = veil(0x18212F, 255),
    .hover = veil(0x18212F, 10),
    .press = veil(0x18212F, 18),
};

constexpr Tokens dark_tokens {
    .ground = hex(0x0E131C),
    .surface = hex(0x161D29),
    .raised = hex(0x1C2534),
    .sunken = hex(0x111823),
    .neutral_soft = hex(0x232D3D),
    .line = hex(0x273244),
    .line_strong = hex(0x364459),
    .outline = hex(0x6B7B96),
    .ink = hex(0xE8EDF5),
    .ink_second = hex(0xA3B0C4),
    .ink_third = hex(0x7F8CA3),
    .ink_disabled = hex(0x7F8CA3),
    .accent = hex(0x5B82FF),
    .accent_hover = hex(0x7094FF),
    .accent_soft = hex(0x1D2A4D),
    .accent_text = hex(0x9DB6FF),
    .on_accent = hex(0x0A0F17),
    .danger = hex(0xFF8379),
    .danger_hover = hex(0xFF9A92),
    .on_danger = hex(0x0A0F17),
    .covered = { .ink = hex(0x4FCB8D), .soft = hex(0x15352A), .fill = hex(0x36B377) },
    .ending = { .ink = hex(0xE9B04B), .soft = hex(0x3A2C12), .fill = hex(0xD99A2B) },
    .missing = { .ink = hex(0xFF8379), .soft = hex(0x41201F), .fill = hex(0xF0685E) },
    .planned = { .ink = hex(0xB894FF), .soft = hex(0x2B2147), .fill = hex(0xA87EFA) },
    .on_fill = hex(0x0A0F17),
    .sidebar = hex(0x0A0F17),
    .sidebar_text = hex(0x8E9BB1),
    .sidebar_strong = hex(0xFFFFFF),
    .sidebar_hover = hex(0x121924),
    .sidebar_chosen = hex(0x1A212D),
    .focus = hex(0x8FA9FF),
    .focus_on_sidebar = hex(0x8FA9FF),
    .scrim = veil(0x03060B, 160),
    .shadow = veil(0x000000, 255),
    .hover = veil(0xE8EDF5, 12),
    .press = veil(0xE8EDF5, 26),
};

// More contrast: lighter inks go, lines show, and what has a colour of its own reaches 7 : 1 as text.
Tokens with_contrast(Tokens tokens, Colour strongest, Colour line)
{
    constexpr float share = 0.3F;
    tokens.ink = strongest;
    tokens.ink_third = tokens.ink_second = mix(strongest, tokens.ink_second, 0.35F);
    tokens.line = tokens.line_strong = tokens.outline = tokens.ink_disabled = line;
    for (auto* const tone : { &tokens.covered, &tokens.ending, &tokens.missing, &tokens.planned }) {
        tone->ink = mix(tone->ink, strongest, share);
        tone->fill = mix(tone->fill, strongest, share);
    }
    for (auto* const colour : { &tokens.accent, &tokens.accent_hover, &tokens.accent_text, &tokens.danger,
             &tokens.danger_hover, &tokens.focus })
        *colour = mix(*colour, strongest, share);
    tokens.sidebar_text = mix(tokens.sidebar_text, tokens.sidebar_strong, share);
    return tokens;
}

struct Chips
{
    std::string_view what;
    Tone tone;
};

constexpr Chips chips[] {
    { "neutral", Tone::neutral },
    { "covered", Tone::covered },
    { "ending", Tone::ending },
    { "missing", Tone::missing },
    { "planned", Tone::planned },
    { "accent", Tone::accent },
};

void add_text_pairs(std::vector<ColourPair>& pairs, Tokens const& t)
{
    constexpr double text = 4.5;
    for (auto const ground : { t.ground, t.surface, t.raised, t.sunken, t.accent_soft }) {
        pairs.push_back({ "text", t.ink, ground, text });
        pairs.push_back({ "second text", t.ink_second, ground, text });
        pairs.push_back({ "text, hovered", t.ink, laid_over(t.hover, ground), text });
        pairs.push_back({ "second text, hovered", t.ink_second, laid_over(t.hover, ground), text });
        pairs.push_back({ "second text, held", t.ink_second, laid_over(t.press, ground), text });
        pairs.push_back({ "link", t.accent_text, ground, text });
        pairs.push_back({ "failure", t.missing.ink, ground, text });
    }
    for (auto const ground : { t.surface, t.raised }) {
        pairs.push_back({ "third text", t.ink_third, ground, text });
        pairs.push_back({ "what may be written in a field", t.ink_second, ground, text });
    }
    for (auto const& chip : chips) {
        auto const colours = t.tone(chip.tone);
        pairs.push_back({ chip.what, colours.ink, colours.soft, text });
        for (auto const ground : { t.ground, t.surface, t.raised, t.sunken })
            pairs.push_back({ chip.what, colours.ink, ground, text });
    }
    pairs.push_back({ "main button", t.on_accent, t.accent, text });
    pairs.push_back({ "main button, hovered", t.on_accent, t.accent_hover, text });
    pairs.push_back({ "danger button", t.on_danger, t.danger, text });
    pairs.push_back({ "danger button, hovered", t.on_danger, t.danger_hover, text });
    for (auto const ground : { t.sidebar, t.sidebar_hover, t.sidebar_chosen }) {
        pairs.push_back({ "sidebar text", t.sidebar_text, ground, text });
        pairs.push_back({ "sidebar, chosen", t.sidebar_strong, ground, text });
    }
    for (auto const fill : { t.covered.fill, t.ending.fill, t.missing.fill, t.planned.fill, t.accent })
        pairs.push_back({ "text in a bar or badge", t.on_fill, fill, text });
    pairs.push_back({ "text of a toast", t.surface, t.ink, text });
}

void add_mark_pairs(std::vector<ColourPair>& pairs, Tokens const& t)
{
    constexpr double mark = 3;
    for (auto const ground : { t.ground, t.surface, t.raised, t.neutral_soft })
        pairs.push_back({ "button that cannot be pressed", t.ink_disabled, ground, mark });
    for (auto const ground : { t.ground, t.surface, t.raised }) {
        pairs.push_back({ "edge of a field", t.outline, ground, mark });
        pairs.push_back({ "focus ring", t.focus, ground, mark });
        pairs.push_back({ "chosen box", t.accent, ground, mark });
        for (auto const& chip : chips) pairs.push_back({ "bar", t.tone(chip.tone).fill, ground, mark });
    }
    pairs.push_back({ "edge of a box on a chosen card", t.outline, t.accent_soft, mark });
    pairs.push_back({ "edge of a chosen card", t.accent, t.surface, mark });
    for (auto const ground : { t.sidebar, t.sidebar_hover, t.sidebar_chosen })
        pairs.push_back({ "urgent mark on the sidebar", dark_tokens.missing.fill, ground, mark });
    pairs.push_back({ "focus ring on the sidebar", t.focus_on_sidebar, t.sidebar, mark });
    pairs.push_back({ "line under the chosen tab", t.accent, t.surface, mark });
}

} // namespace

ToneColours Tokens::tone(Tone tone) const
{
    switch (tone) {
    case Tone::neutral: return { .ink = ink_second, .soft = neutral_soft, .fill = outline };
    case Tone::covered: return covered;
    case Tone::ending: return ending;
    case Tone::missing: return missing;
    case Tone::planned: return planned;
    case Tone::accent: return { .ink = accent_text, .soft = accent_soft, .fill = accent };
    }
    return covered;
}

Tokens const& tokens_of(Theme theme)
{
    static Tokens const light_contrast = with_contrast(light_tokens, hex(0x000000), hex(0x5A6579));
    static Tokens const dark_contrast = with_contrast(dark_tokens, hex(0xFFFFFF), hex(0x8B9AB4));
    switch (theme) {
    case Theme::light: return light_tokens;
    case Theme::dark: return dark_tokens;
    case Theme::light_contrast: return light_contrast;
    case Theme::dark_contrast: return dark_contrast;
    }
    return light_tokens;
}

std::vector<ColourPair> pairs_in_use(Tokens const& tokens)
{
    std::vector<ColourPair> pairs;
    add_text_pairs(pairs, tokens);
    add_mark_pairs(pairs, tokens);
    return pairs;
}

} // namespace keyrack::ui
