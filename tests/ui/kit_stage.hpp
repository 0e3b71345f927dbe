#pragma once
// Promise: the kit on a stage without pixels: ImGui without a renderer, glyphs all half as wide as high, and what the
// page would be told.

#include "ui/kit/kit.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

struct ImGuiContext;

namespace keyrack::ui::kit_test {

// A line of the semantics.
struct Said
{
    Id id = 0;
    Id parent = 0;
    std::string role = {};
    Rect bounds = {};
    std::string flags = {};
    std::string name = {};
    std::string value = {};
    std::string extra = {};

    [[nodiscard]] bool has(char flag) const { return flags.find(flag) != std::string::npos; }
    [[nodiscard]] std::string fact(std::string_view key) const; // of `extra`; empty without
};

class KitStage
{
public:
    using Draw = std::function<void(Frame&)>;

    explicit KitStage(Size size = { 1200, 800 });
    ~KitStage();
    KitStage(KitStage const&) = delete;
    KitStage& operator=(KitStage const&) = delete;

    // One frame, a sixtieth of a second after the one before; several, until nothing moves.
    void frame(Draw const& draw);
    void settle(Draw const& draw);
    void wait(double seconds) { m_input.time_seconds += seconds; }

    void move(Point at, PointerKind kind = PointerKind::mouse);
    void down(Point at, PointerKind kind = PointerKind::mouse, Mods mods = {});
    void up(Point at, PointerKind kind = PointerKind::mouse, Mods mods = {});
    void press(Said const& node, Mods mods = {}); // move, down and up in its middle
    void activate(Said const& node);
    void focus(Said const& node);
    void strike(std::string key, Mods mods = {});

    [[nodiscard]] std::vector<Said> const& nodes() const { return m_nodes; }
    [[nodiscard]] bool has(std::string_view role, std::string_view name) const;
    [[nodiscard]] Said node(std::string_view role, std::string_view name) const; // fails the test where there is none
    [[nodiscard]] std::size_t count(std::string_view role) const;
    // The node that asks for the focus in the semantics drawn last; the page then moves the focus there.
    [[nodiscard]] Id wanted_focus() const;

    Kit& kit() { return *m_kit; }
    FrameInput& input() { return m_input; }
    FrameOutput const& output() const { return *m_output; }
    std::string const& text() const { return m_text; }

private:
    void follow_focus();

    ImGuiContext* m_context;
    std::unique_ptr<Kit> m_kit;
    FrameInput m_input;
    FrameOutput const* m_output = nullptr;
    std::string m_text;
    std::vector<Said> m_nodes;
};

[[nodiscard]] KitWords some_words();

} // namespace keyrack::ui::kit_test
