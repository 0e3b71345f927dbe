#pragma once
// Promise: ImGui's draw data lands on the canvas, through WebGL 2; a lost context is made anew. Drawing asks the browser
// nothing: an answer would come from another process, and take longer than all the rest of a frame. A picture that is on the
// canvas already is not drawn again: that would keep the graphics process from whatever else the browser is to do.

#include "ui/kit/colour.hpp"
#include "ui/kit/geometry.hpp"

#include <imgui.h>

#include <cstdint>
#include <vector>

namespace keyrack::browser {

// Triangles that share a texture and a clip; web/worker/graphics.mjs reads them as seven numbers in this order.
struct Batch
{
    std::int32_t texture = 0;
    std::int32_t x = 0; // device pixels, from the lower left corner
    std::int32_t y = 0;
    std::int32_t width = 0;
    std::int32_t height = 0;
    std::int32_t first = 0; // of the frame's indices
    std::int32_t count = 0;
};

// All that a frame looks like, but for what its textures hold.
struct Picture
{
    int width = 0; // device pixels; 0: none
    int height = 0;
    ui::Size size {}; // what its vertices are measured in
    ui::Colour ground {};
    std::vector<ImDrawVert> vertices {};
    std::vector<std::uint32_t> indices {};
    std::vector<Batch> batches {};
};

class Graphics
{
public:
    // Once, with an ImGui context that is current. False: the browser gives no WebGL 2.
    [[nodiscard]] bool open();

    // Draws ImGui::GetDrawData() on `ground`, on a canvas of `size` CSS pixels at `ratio` device pixels each.
    void draw(ui::Size size, float ratio, ui::Colour ground);

    // The browser took the context away: nothing is drawn until it gives another, in which nothing of ours exists.
    void lose();
    void restore();

private:
    [[nodiscard]] bool bring_up_to_date(ImTextureData& texture); // whether it was not
    void gather(ImDrawData const& data);
    void add(ImDrawCmd const& command, ImDrawData const& data, ImDrawList const& list, std::uint32_t base);

    bool m_lost = false;
    std::int32_t m_last_texture = 0;

    Picture m_next;
    Picture m_shown; // on the canvas
};

} // namespace keyrack::browser
