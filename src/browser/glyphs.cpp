#include "browser/glyphs.hpp"

#include "base/verify.hpp"
#include "ui/kit/icon.hpp"

#include <emscripten.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

namespace keyrack::browser {

namespace {

// As the browser sees a glyph, in pixels of the size asked for; y counts downwards from the baseline.
struct Measure
{
    float advance = 0;
    float left = 0;
    float top = 0;
    float right = 0;
    float bottom = 0;
    float font_ascent = 0;
    float font_descent = 0;
};
static_assert(sizeof(Measure) == 7 * sizeof(float)); // measure_glyph writes them in this order

// web/worker/glyphs.mjs
EM_JS(void, measure_glyph, (char const* weight, double size, unsigned codepoint, Measure* into),
    { Module.glyphs.measure(UTF8ToString(weight), size, codepoint, HEAPU8, into); });
EM_JS(void, draw_glyph,
    (char const* weight, double size, unsigned codepoint, int left, int top, int width, int height, int stretch,
        unsigned char* into),
    { Module.glyphs.draw(UTF8ToString(weight), size, codepoint, left, top, width, height, stretch, HEAPU8, into); });
EM_JS(void, draw_icon, (char const* name, int size, unsigned char* into),
    { Module.glyphs.draw_icon(UTF8ToString(name), size, HEAPU8, into); });

constexpr int bytes_a_pixel = 4;

// The pixels of a glyph in the making, at (x0, y0) from the pen on the baseline.
struct GlyphPicture
{
    int x0 = 0;
    int y0 = 0;
    int width = 0;
    int height = 0;
    int stretch = 1; // times as many pixels across
};

// A glyph may begin anywhere between two pixels. With twice the pixels across, each of them still gets its share right;
// at high densities the eye does not see it.
int stretch_at(float density)
{
    return density < 2 ? 2 : 1;
}

float density_of(ImFontConfig const& source, ImFontBaked const& baked)
{
    return source.RasterizerDensity * baked.RasterizerDensity;
}

char const* weight_of(ImFontConfig const& source)
{
    return static_cast<char const*>(source.FontData);
}

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar codepoint)
{
    return codepoint >= ' ';
}

bool init_baked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*)
{
    auto const density = density_of(*source, *baked);
    Measure measured;
    measure_glyph(weight_of(*source), baked->Size * density, 'x', &measured);
    baked->Ascent = measured.font_ascent / density;
    baked->Descent = -measured.font_descent / density;
    baked->LoadNoRenderOnLayout = true;
    return true;
}

// White, but for the glyphs that bring their own colours (emoji).
bool is_coloured(unsigned char const* pixels, int count)
{
    for (int i = 0; i < count; ++i) {
        auto const* pixel = pixels + i * bytes_a_pixel;
        if (pixel[3] > 8 && std::min({ pixel[0], pixel[1], pixel[2] }) < 200) return true;
    }
    return false;
}

void whiten(unsigned char* pixels, int count)
{
    for (int i = 0; i < count; ++i) std::memset(pixels + i * bytes_a_pixel, 255, 3);
}

GlyphPicture picture_of(Measure const& measured, int stretch)
{
    auto const left = static_cast<int>(std::floor(measured.left * static_cast<float>(stretch))) - 1;
    auto const right = static_cast<int>(std::ceil(measured.right * static_cast<float>(stretch))) + 1;
    auto const top = static_cast<int>(std::floor(measured.top)) - 1;
    auto const bottom = static_cast<int>(std::ceil(measured.bottom)) + 1;
    return { .x0 = left, .y0 = top, .width = right - left, .height = bottom - top, .stretch = stretch };
}

// Draws by `draw(pixels)` into a place of the atlas and tells the glyph where it is.
template <class Draw>
bool keep(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, ImFontGlyph* glyph, GlyphPicture const& picture,
    Draw draw)
{
    auto const place = ImFontAtlasPackAddRect(atlas, picture.width, picture.height);
    if (place == ImFontAtlasRectId_Invalid) return false; // larger than any texture
    auto* rect = ImFontAtlasPackGetRect(atlas, place);
    auto& buffer = atlas->Builder->TempBuffer;
    auto const count = picture.width * picture.height;
    buffer.resize(count * bytes_a_pixel);
    draw(buffer.Data);
    glyph->Colored = is_coloured(buffer.Data, count);
    if (!glyph->Colored) whiten(buffer.Data, count);

    auto const density = density_of(*source, *baked);
    auto const across = density * static_cast<float>(picture.stretch);
    glyph->X0 = static_cast<float>(picture.x0) / across;
    glyph->X1 = static_cast<float>(picture.x0 + picture.width) / across;
    glyph->Y0 = static_cast<float>(picture.y0) / density;
    glyph->Y1 = static_cast<float>(picture.y0 + picture.height) / density;
    glyph->Visible = true;
    glyph->PackId = place;
    ImFontAtlasBakedSetFontGlyphBitmap(
        atlas, baked, source, glyph, rect, buffer.Data, ImTextureFormat_RGBA32, picture.width * bytes_a_pixel);
    return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codepoint,
    ImFontGlyph* glyph, float* only_advance)
{
    auto const density = density_of(*source, *baked);
    auto const size = baked->Size * density;
    Measure measured;
    measure_glyph(weight_of(*source), size, codepoint, &measured);
    if (only_advance != nullptr) {
        *only_advance = measured.advance / density;
        return true;
    }
    glyph->Codepoint = codepoint;
    glyph->AdvanceX = measured.advance / density;
    if (measured.right <= measured.left || measured.bottom <= measured.top) return true; // blank

    auto const picture = picture_of(measured, stretch_at(density));
    auto const kept = keep(atlas, source, baked, glyph, picture, [&](unsigned char* pixels) {
        draw_glyph(weight_of(*source), size, codepoint, picture.x0, picture.y0, picture.width, picture.height,
            picture.stretch, pixels);
    });
    auto const baseline = std::round(baked->Ascent); // ImGui's lines have their baseline there
    glyph->Y0 += baseline;
    glyph->Y1 += baseline;
    return kept;
}

bool contains_icon(ImFontAtlas*, ImFontConfig*, ImWchar codepoint)
{
    auto const first = ui::icon_codepoint(ui::Icon {});
    return codepoint >= first && codepoint < first + ui::icon_count;
}

bool init_icons(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*)
{
    baked->Ascent = baked->Size;
    baked->Descent = 0;
    baked->LoadNoRenderOnLayout = true;
    return true;
}

// An icon fills the square of its size.
bool load_icon(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codepoint,
    ImFontGlyph* glyph, float* only_advance)
{
    if (!contains_icon(atlas, source, codepoint)) return false;
    if (only_advance != nullptr) {
        *only_advance = baked->Size;
        return true;
    }
    glyph->Codepoint = codepoint;
    glyph->AdvanceX = baked->Size;
    auto const side = static_cast<int>(std::lround(baked->Size * density_of(*source, *baked)));
    std::string const name { ui::icon_name(codepoint - ui::icon_codepoint(ui::Icon {})) };
    return keep(atlas, source, baked, glyph, { .width = side, .height = side },
        [&](unsigned char* pixels) { draw_icon(name.c_str(), side, pixels); });
}

ImFontLoader const& glyph_loader()
{
    static auto const loader = [] {
        ImFontLoader made;
        made.Name = "browser glyphs";
        made.FontSrcContainsGlyph = contains_glyph;
        made.FontBakedInit = init_baked;
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    return loader;
}

ImFontLoader const& icon_loader()
{
    static auto const loader = [] {
        ImFontLoader made;
        made.Name = "icons";
        made.FontSrcContainsGlyph = contains_icon;
        made.FontBakedInit = init_icons;
        made.FontBakedLoadGlyph = load_icon;
        return made;
    }();
    return loader;
}

// `weight` is a constant: the atlas keeps the pointer.
ImFont* add_font(ImFontLoader const& loader, char const* weight)
{
    ImFontConfig config;
    config.FontLoader = &loader;
    config.FontData = const_cast<char*>(weight);
    config.FontDataSize = static_cast<int>(std::strlen(weight)) + 1;
    config.FontDataOwnedByAtlas = false;
    config.SizePixels = 15; // for want of another; text names its size
    std::strncpy(config.Name, weight, sizeof config.Name - 1);
    auto* font = ImGui::GetIO().Fonts->AddFont(&config);
    VERIFY(font != nullptr);
    return font;
}

} // namespace

ui::Fonts add_fonts()
{
    return {
        .regular = add_font(glyph_loader(), "400"),
        .medium = add_font(glyph_loader(), "500"),
        .semibold = add_font(glyph_loader(), "600"),
        .strong = add_font(glyph_loader(), "650"),
        .icons = add_font(icon_loader(), "icons"),
    };
}

void forget_glyphs()
{
    auto* atlas = ImGui::GetIO().Fonts;
    for (auto* font : atlas->Fonts) ImFontAtlasFontDiscardBakes(atlas, font, 0);
}

} // namespace keyrack::browser
