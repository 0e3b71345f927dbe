#include "browser/graphics.hpp"

#include "base/verify.hpp"

#include <emscripten.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <utility>

namespace keyrack::browser {

namespace {

// web/worker/graphics.mjs
EM_JS(int, open_context, (), { return Module.graphics.open(); });
EM_JS(void, create_texture, (int texture, int width, int height, void const* pixels),
    { Module.graphics.create_texture(texture, width, height, HEAPU8, pixels); });
EM_JS(void, update_texture, (int texture, int x, int y, int width, int height, int row_pixels, void const* pixels),
    { Module.graphics.update_texture(texture, x, y, width, height, row_pixels, HEAPU8, pixels); });
EM_JS(void, destroy_texture, (int texture), { Module.graphics.destroy_texture(texture); });
EM_JS(void, clear_canvas, (int width, int height, float red, float green, float blue),
    { Module.graphics.clear(width, height, red, green, blue); });
EM_JS(void, draw_batches,
    (float width, float height, void const* vertices, int vertex_count, void const* indices, int index_count,
        void const* batches, int batch_count),
    {
        Module.graphics.draw(width, height, HEAPU8, vertices, vertex_count, indices, index_count, batches, batch_count);
    });

// The script is told where the parts of a vertex are by its own numbers.
static_assert(sizeof(ImDrawVert) == 20 && offsetof(ImDrawVert, pos) == 0 && offsetof(ImDrawVert, uv) == 8
    && offsetof(ImDrawVert, col) == 16);
static_assert(sizeof(Batch) == 7 * sizeof(std::int32_t));

float unit(std::uint8_t channel)
{
    return static_cast<float>(channel) / 255.0F;
}

int count_of(auto const& list)
{
    return static_cast<int>(list.size());
}

void forget(ImTextureData& texture)
{
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
}

bool go_together(Batch const& a, Batch const& b)
{
    return a.texture == b.texture && a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

// Vertices and batches have no gaps: what differs, differs in its bytes.
template <class Item>
bool same_bytes(std::vector<Item> const& a, std::vector<Item> const& b)
{
    return std::ranges::equal(std::as_bytes(std::span { a }), std::as_bytes(std::span { b }));
}

bool look_alike(Picture const& a, Picture const& b)
{
    return a.width == b.width && a.height == b.height && a.size == b.size && a.ground == b.ground
        && same_bytes(a.batches, b.batches) && same_bytes(a.indices, b.indices) && same_bytes(a.vertices, b.vertices);
}

} // namespace

bool Graphics::open()
{
    auto const largest_texture = open_context();
    if (largest_texture == 0) return false;
    auto& io = ImGui::GetIO();
    io.BackendRendererName = "keyrack";
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset | ImGuiBackendFlags_RendererHasTextures;
    auto& platform = ImGui::GetPlatformIO();
    platform.Renderer_TextureMaxWidth = platform.Renderer_TextureMaxHeight = largest_texture;
    return true;
}

void Graphics::draw(ui::Size size, float ratio, ui::Colour ground)
{
    if (m_lost) return;
    auto const width = static_cast<int>(std::lround(size.width * ratio));
    auto const height = static_cast<int>(std::lround(size.height * ratio));
    auto const& data = *ImGui::GetDrawData();
    m_next.width = width;
    m_next.height = height;
    m_next.size = { data.DisplaySize.x, data.DisplaySize.y };
    m_next.ground = ground;
    bool other_textures = false;
    if (data.Textures != nullptr)
        for (auto* texture : *data.Textures) other_textures |= bring_up_to_date(*texture);
    gather(data);
    if (!other_textures && look_alike(m_next, m_shown)) return;
    std::swap(m_next, m_shown);
    clear_canvas(width, height, unit(ground.red), unit(ground.green), unit(ground.blue));
    draw_batches(m_shown.size.width, m_shown.size.height, m_shown.vertices.data(), count_of(m_shown.vertices),
        m_shown.indices.data(), count_of(m_shown.indices), m_shown.batches.data(), count_of(m_shown.batches));
}

bool Graphics::bring_up_to_date(ImTextureData& texture)
{
    switch (texture.Status) {
    case ImTextureStatus_WantCreate:
        create_texture(++m_last_texture, texture.Width, texture.Height, texture.GetPixels());
        texture.SetTexID(static_cast<ImTextureID>(m_last_texture));
        texture.SetStatus(ImTextureStatus_OK);
        return true;
    case ImTextureStatus_WantUpdates:
        for (auto const& part : texture.Updates)
            update_texture(static_cast<int>(texture.TexID), part.x, part.y, part.w, part.h, texture.Width,
                texture.GetPixelsAt(part.x, part.y));
        texture.SetStatus(ImTextureStatus_OK);
        return true;
    case ImTextureStatus_WantDestroy:
        if (texture.UnusedFrames == 0) return false; // this frame may still draw with it
        destroy_texture(static_cast<int>(texture.TexID));
        forget(texture);
        return false;
    case ImTextureStatus_OK:
    case ImTextureStatus_Destroyed: return false;
    }
    return false;
}

// All lists of the frame as one, so that they go to the browser in one go.
void Graphics::gather(ImDrawData const& data)
{
    m_next.vertices.clear();
    m_next.indices.clear();
    m_next.batches.clear();
    for (auto const* list : data.CmdLists) {
        auto const base = static_cast<std::uint32_t>(m_next.vertices.size());
        m_next.vertices.insert(m_next.vertices.end(), list->VtxBuffer.begin(), list->VtxBuffer.end());
        for (auto const& command : list->CmdBuffer) add(command, data, *list, base);
    }
}

void Graphics::add(ImDrawCmd const& command, ImDrawData const& data, ImDrawList const& list, std::uint32_t base)
{
    VERIFY(command.UserCallback == nullptr); // nothing here asks for one
    auto const scale = data.FramebufferScale.x;
    auto const left = std::max(static_cast<int>(command.ClipRect.x * scale), 0);
    auto const top = std::max(static_cast<int>(command.ClipRect.y * scale), 0);
    auto const right = static_cast<int>(command.ClipRect.z * scale);
    auto const bottom = std::min(static_cast<int>(command.ClipRect.w * scale), m_next.height);
    if (right <= left || bottom <= top || command.ElemCount == 0) return;

    Batch batch { .texture = static_cast<std::int32_t>(command.GetTexID()),
        .x = left,
        .y = m_next.height - bottom,
        .width = right - left,
        .height = bottom - top,
        .first = count_of(m_next.indices),
        .count = static_cast<std::int32_t>(command.ElemCount) };
    auto const* index = list.IdxBuffer.Data + command.IdxOffset;
    m_next.indices.resize(m_next.indices.size() + command.ElemCount);
    auto const first = base + command.VtxOffset;
    std::transform(index, index + command.ElemCount, m_next.indices.data() + batch.first,
        [first](ImDrawIdx each) { return first + each; });

    auto* last = m_next.batches.empty() ? nullptr : &m_next.batches.back();
    if (last != nullptr && go_together(*last, batch))
        last->count += batch.count;
    else
        m_next.batches.push_back(batch);
}

void Graphics::lose()
{
    m_lost = true;
}

void Graphics::restore()
{
    // The next frame makes them anew and whole.
    for (auto* texture : ImGui::GetPlatformIO().Textures)
        if (texture->RefCount == 1 && texture->TexID != ImTextureID_Invalid) forget(*texture);
    m_shown = {};
    m_lost = false;
}

} // namespace keyrack::browser
