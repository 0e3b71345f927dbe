#include "browser/graphics.hpp"

#include <GLES3/gl3.h>
#include <emscripten.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <cmath>

namespace keyrack::browser {

namespace {

EM_JS_DEPS(keyrack_graphics, "$GL");

// web/worker/graphics.mjs
EM_JS(int, open_context, (), { return Module.graphics.open(GL); });
EM_JS(void, resize_canvas, (int width, int height), { Module.graphics.resize(width, height); });

float unit(std::uint8_t channel)
{
    return static_cast<float>(channel) / 255.0F;
}

} // namespace

bool Graphics::open()
{
    return open_context() != 0 && ImGui_ImplOpenGL3_Init("#version 300 es");
}

void Graphics::begin_frame()
{
    if (!m_lost) ImGui_ImplOpenGL3_NewFrame();
}

void Graphics::draw(ui::Size size, float ratio, ui::Colour ground)
{
    if (m_lost) return;
    auto const width = static_cast<int>(std::lround(size.width * ratio));
    auto const height = static_cast<int>(std::lround(size.height * ratio));
    resize_canvas(width, height);
    glViewport(0, 0, width, height);
    glClearColor(unit(ground.red), unit(ground.green), unit(ground.blue), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Graphics::lose()
{
    m_lost = true;
}

void Graphics::restore()
{
    // Marks ImGui's textures as destroyed too, so that the next frame uploads them whole.
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
    m_lost = false;
}

} // namespace keyrack::browser
