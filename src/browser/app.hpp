#pragma once
// Promise: the portal in a worker. It owns the ImGui context, the portal and the interface, lets them work a frame at
// a time, and passes on to the page what came of it. exports.cpp is its door for the worker's JavaScript.

#include "browser/graphics.hpp"
#include "portal/portal.hpp"
#include "ui/interface.hpp"

#include <memory>
#include <optional>
#include <string>

namespace keyrack::browser {

class App
{
public:
    // `graphics` are open.
    App(Graphics& graphics, portal::Environment environment);
    ~App();
    App(App const&) = delete;
    App& operator=(App const&) = delete;

    [[nodiscard]] ui::Interface& interface() { return m_interface; }
    // The portal, having been told what time it is.
    [[nodiscard]] portal::Portal& portal();

    void resize(ui::Viewport const& viewport);

    // Works, draws, tells the page. Seconds until the next frame is needed, though nothing happens: 0 at once, none:
    // not at all.
    std::optional<double> frame(double time_seconds);

    // What the portal has asked for since: after a frame, and after an answer that is not to wait for one.
    void do_effects();

private:
    void tell_page(ui::FrameResult const& result);

    // What the page was told last, since it hears of changes only.
    struct Told
    {
        std::string title;
        std::string language;
        std::string cursor;
        std::optional<ui::Theme> theme;
        ui::Colour ground;
    };

    Graphics& m_graphics;
    ui::Viewport m_viewport;
    portal::Portal m_portal;
    ui::Interface m_interface;
    Told m_told;
};

} // namespace keyrack::browser
