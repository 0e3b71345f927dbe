#pragma once
// The whole interface behind one door: input in, a frame and its semantics out. It draws the portal's model with the kit
// and hands the intents of the screens to the portal. The browser room drives it; native tests drive it without a GPU.

#include "portal/portal.hpp"
#include "ui/kit/frame.hpp" // Fonts, the events, FrameOutput

#include <memory>
#include <string>
#include <string_view>

namespace keyrack::ui {

struct Viewport
{
    Size size;       // CSS pixels
    float ratio = 1; // device pixels per CSS pixel
    Insets safe;     // what notches and home bars cover
};

// What the browser prefers; the person's own choice of appearance goes before `dark`.
struct Preferences
{
    bool dark = false;
    bool high_contrast = false;
    bool reduced_motion = false;
    bool touch = false;
};

struct FrameResult
{
    FrameOutput const* kit =
        nullptr;            // semantics, cursor, announcements, copies, ground, next frame; valid until the next frame
    std::string_view title; // of the browser's tab
    std::string_view language; // "en", "de", "nb"
    Theme theme {};
};

class Interface
{
public:
    // The ImGui context exists and is current; fonts are added.
    Interface(portal::Portal& portal, Fonts fonts);
    ~Interface();

    void resize(Viewport const& viewport);
    void prefers(Preferences const& preferences);
    void take(PointerEvent const& event);
    void take(WheelEvent const& event);
    void take(KeyEvent const& event);
    void take(FocusEvent const& event);
    void take(ActivateEvent const& event);
    void take(TextEvent const& event);
    void drag(bool over); // a file hovers over the page
    void forget_mirror(); // the page has a fresh mirror: send the semantics again

    // Draws between ImGui::NewFrame and ImGui::Render (the kit calls both); the caller then draws ImGui::GetDrawData().
    [[nodiscard]] FrameResult frame(double time_seconds);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace keyrack::ui
