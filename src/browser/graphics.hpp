#pragma once
// Promise: ImGui's draw data lands on the canvas, through WebGL 2; a lost context is made anew.

#include "ui/kit/colour.hpp"
#include "ui/kit/geometry.hpp"

namespace keyrack::browser {

class Graphics
{
public:
    // Once, with an ImGui context that is current. False: the browser gives no WebGL 2.
    [[nodiscard]] bool open();

    // Before the frame is laid out.
    void begin_frame();
    // Draws ImGui::GetDrawData() on `ground`, on a canvas of `size` CSS pixels at `ratio` device pixels each.
    void draw(ui::Size size, float ratio, ui::Colour ground);

    // The browser took the context away: nothing is drawn until it gives another, in which nothing of ours exists.
    void lose();
    void restore();

private:
    bool m_lost = false;
};

} // namespace keyrack::browser
