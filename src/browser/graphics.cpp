#include "browser/graphics.hpp"

#include "base/verify.hpp"

#include <emscripten.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

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
    clear_canvas(width, height, unit(ground.red), unit(ground.green), unit(ground.blue));
    auto const* data = ImGui::GetDrawData();
    if (data->Textures != nullptr)
        for (auto* texture : *data->Textures) bring_up_to_date(*texture);
    gather(*data, height);
    draw_batches(data->DisplaySize.x, data->DisplaySize.y, m_vertices.data(), count_of(m_vertices), m_indices.data(),
        count_of(m_indices), m_batches.data(), count_of(m_batches));
}

void Graphics::bring_up_to_date(ImTextureData& texture)
{
    switch (texture.Status) {
    case ImTextureStatus_WantCreate:
        create_texture(++m_last_texture, texture.Width, texture.Height, texture.GetPixels());
        texture.SetTexID(static_cast<ImTextureID>(m_last_texture));
        texture.SetStatus(ImTextureStatus_OK);
        return;
    case ImTextureStatus_WantUpdates:
        for (auto const& part : texture.Updates)
            update_texture(static_cast<int>(texture.TexID), part.x, part.y, part.w, part.h, texture.Width,
                texture.GetPixelsAt(part.x, part.y));
        texture.SetStatus(ImTextureStatus_OK);
        return;
    case ImTextureStatus_WantDestroy:
        if (texture.UnusedFrames == 0) return; // this frame may still draw with it
        destroy_texture(static_cast<int>(texture.TexID));
        forget(texture);
        return;
    case ImTextureStatus_OK:
    case ImTextureStatus_Destroyed: return;
    }
}

// All lists of the frame as one, so that they go to the browser in one go.
void Graphics::gather(ImDrawData const& data, int height)
{
    m_vertices.clear();
    m_indices.clear();
    m_batches.clear();
    for (auto const* list : data.CmdLists) {
        auto const base = static_cast<std::uint32_t>(m_vertices.size());
        m_vertices.insert(m_vertices.end(), list->VtxBuffer.begin(), list->VtxBuffer.end());
        for (auto const& command : list->CmdBuffer) add(command, data, height, *list, base);
    }
}

void Graphics::add(
    ImDrawCmd const& command, ImDrawData const& data, int height, ImDrawList const& list, std::uint32_t base)
{
    VERIFY(command.UserCallback == nullptr); // nothing here asks for one
    auto const scale = data.FramebufferScale.x;
    auto const left = std::max(static_cast<int>(command.ClipRect.x * scale), 0);
    auto const top = std::max(static_cast<int>(command.ClipRect.y * scale), 0);
    auto const right = static_cast<int>(command.ClipRect.z * scale);
    auto const bottom = std::min(static_cast<int>(command.ClipRect.w * scale), height);
    if (right <= left || bottom <= top || command.ElemCount == 0) return;

    Batch batch { .texture = static_cast<std::int32_t>(command.GetTexID()),
        .x = left,
        .y = height - bottom,
        .width = right - left,
        .height = bottom - top,
        .first = count_of(m_indices),
        .count = static_cast<std::int32_t>(command.ElemCount) };
    auto const* index = list.IdxBuffer.Data + command.IdxOffset;
    m_indices.resize(m_indices.size() + command.ElemCount);
    auto const first = base + command.VtxOffset;
    std::transform(index, index + command.ElemCount, m_indices.data() + batch.first,
        [first](ImDrawIdx each) { return first + each; });

    auto* last = m_batches.empty() ? nullptr : &m_batches.back();
    auto const same = last != nullptr && last->texture == batch.texture && last->x == batch.x && last->y == batch.y
        && last->width == batch.width && last->height == batch.height;
    if (same)
        last->count += batch.count;
    else
        m_batches.push_back(batch);
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
    m_lost = false;
}

} // namespace keyrack::browser
