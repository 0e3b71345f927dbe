#include "ui/kit/text_run.hpp"

#include "ui/kit/imgui_bridge.hpp"

#include <cmath>

namespace keyrack::ui {

namespace {

// Half of Inter's capital height, in parts of the size; other fonts are near enough.
constexpr float half_capital = 0.3636F;

ImFont* font_of(Fonts const& fonts, Weight weight)
{
    switch (weight) {
    case Weight::regular: return fonts.regular;
    case Weight::medium: return fonts.medium;
    case Weight::semibold: return fonts.semibold;
    case Weight::strong: return fonts.strong;
    }
    return fonts.regular;
}

Face face_at(ImFont* font, float size, float ratio)
{
    // ImGui bakes whole sizes only, so a size with a half is baked twice as large at half the density: the same pixels.
    auto const steps = size == std::floor(size) ? 1.0F : 2.0F;
    auto* const baked = font->GetFontBaked(size * steps, ratio / steps);
    return { .baked = baked, .scale = size / baked->Size };
}

bool is_figure(char32_t codepoint)
{
    return codepoint >= U'0' && codepoint <= U'9';
}

// Control characters, direction marks, joiners, variation selectors.
bool is_invisible(char32_t codepoint)
{
    return codepoint < 0x20 || codepoint == 0x7F || codepoint == 0xAD || (codepoint >= 0x200B && codepoint <= 0x200F)
        || (codepoint >= 0x202A && codepoint <= 0x202E) || (codepoint >= 0x2060 && codepoint <= 0x206F)
        || (codepoint >= 0xFE00 && codepoint <= 0xFE0F) || codepoint == 0xFEFF;
}

void draw_glyph(Frame& f, Face const& face, Point pen, float top, char32_t codepoint, Colour ink)
{
    auto const* const glyph = face.baked->FindGlyph(static_cast<ImWchar>(codepoint));
    if (glyph == nullptr || !glyph->Visible) return;
    // The loader's glyphs may begin between two pixels where pixels are large; see browser/glyphs.cpp.
    auto const steps = f.ratio() < 2 ? f.ratio() * 2 : f.ratio();
    auto const x = std::round(pen.x * steps) / steps;
    ImVec2 const from { x + glyph->X0 * face.scale, top + glyph->Y0 * face.scale };
    ImVec2 const to { x + glyph->X1 * face.scale, top + glyph->Y1 * face.scale };
    auto colour = to_imgui(f, ink);
    if (glyph->Colored) colour |= ~IM_COL32_A_MASK;
    auto* const list = f.state().list;
    list->PrimReserve(6, 4);
    list->PrimRectUV(from, to, { glyph->U0, glyph->V0 }, { glyph->U1, glyph->V1 }, colour);
}

} // namespace

Decoded decode(std::string_view text, std::size_t at)
{
    auto const lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return { lead, at + 1 };
    unsigned int codepoint = 0;
    auto const length = ImTextCharFromUtf8(&codepoint, text.data() + at, text.data() + text.size());
    return { codepoint, at + static_cast<std::size_t>(std::max(1, length)) };
}

Face face_of(Frame const& f, TypeStyle style)
{
    auto face = face_at(font_of(f.state().fonts, style.weight), style.size, f.ratio());
    face.figure = face.baked->GetCharAdvance('0') * face.scale;
    return face;
}

float advance_of(Face const& face, char32_t codepoint, Figures figures)
{
    if (is_invisible(codepoint)) return 0;
    if (figures == Figures::tabular && is_figure(codepoint)) return face.figure;
    return face.baked->GetCharAdvance(static_cast<ImWchar>(codepoint)) * face.scale;
}

float baseline_in(Frame const& f, Rect area, TypeStyle style)
{
    return snap(f, area.y + area.height / 2 + half_capital * style.size);
}

float draw_run(Frame& f, Point at, std::string_view text, TypeStyle style, Colour ink, Figures figures)
{
    auto const face = face_of(f, style);
    auto const top = snap(f, at.y) - std::round(face.baked->Ascent) * face.scale;
    auto pen = at;
    for (std::size_t place = 0; place < text.size();) {
        auto const next = decode(text, place);
        place = next.end;
        auto const advance = advance_of(face, next.codepoint, figures);
        if (is_invisible(next.codepoint)) continue;
        auto glyph_at = pen;
        if (figures == Figures::tabular && is_figure(next.codepoint)) {
            auto const own = face.baked->GetCharAdvance(static_cast<ImWchar>(next.codepoint)) * face.scale;
            glyph_at.x += (advance - own) / 2;
        }
        draw_glyph(f, face, glyph_at, top, next.codepoint, ink);
        pen.x += advance;
    }
    return pen.x;
}

void draw_icon_glyph(Frame& f, Rect area, Icon icon, Colour ink, float size)
{
    auto const square = area.middle({ size, size });
    if (visible_part(f, square).empty()) return;
    auto const face = face_at(f.state().fonts.icons, size, f.ratio());
    draw_glyph(f, face, { snap(f, square.x), 0 }, snap(f, square.y), icon_codepoint(icon), ink);
}

} // namespace keyrack::ui
