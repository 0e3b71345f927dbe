#pragma once
// A stage for screens without pixels: ImGui without a renderer, fonts of Inter's advances, and the nodes of the last
// frame to look at, point at and activate.

#include "portal/intents.hpp"
#include "portal/models.hpp"
#include "portal/words.hpp"
#include "ui/kit/frame.hpp"

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ImGuiContext;

namespace keyrack::ui::fixture {

// A node as the page gets it.
struct SeenNode
{
    Id id = 0;
    Id parent = 0;
    std::string role;
    Rect bounds;
    std::string flags;
    std::string name;
    std::string value;
    std::map<std::string, std::string> extra;

    [[nodiscard]] bool has(char flag) const { return flags.find(flag) != std::string::npos; }
};

struct StageSize
{
    float width = 1440;
    float height = 900;
};
inline constexpr StageSize wide { 1440, 900 };
inline constexpr StageSize tablet { 800, 1100 };
inline constexpr StageSize phone { 390, 844 };
// 1440 x 900 at 200 %; 320 is the narrowest that has to do without scrolling in two directions (WCAG 1.4.4, 1.4.10).
inline constexpr StageSize zoomed { 720, 450 };
inline constexpr StageSize narrow { 320, 450 };
// Higher than most screens, so that what one would scroll to is measured, too.
inline constexpr StageSize tablet_in_full { 800, 3600 };
inline constexpr StageSize phone_in_full { 390, 5000 };
inline constexpr StageSize narrow_in_full { 320, 6000 };
inline constexpr StageSize usual_sizes[] { wide, tablet_in_full, phone_in_full };
inline constexpr StageSize every_size[] { wide, tablet_in_full, zoomed, phone_in_full, narrow, narrow_in_full };

// German has the longest words, so what is magnified is measured in it.
[[nodiscard]] constexpr std::span<StageSize const> sizes_of(portal::Language language)
{
    if (language == portal::Language::german) return every_size;
    return usual_sizes;
}

class Stage
{
public:
    using Draw = std::function<std::vector<portal::Intent>(Frame&, Rect)>;

    explicit Stage(StageSize size = wide, portal::Language language = portal::Language::english);
    ~Stage();
    Stage(Stage const&) = delete;
    Stage& operator=(Stage const&) = delete;

    // Draws until nothing moves any more; returns the intents of those frames as text (see described).
    std::vector<std::string> show(Draw const& draw);
    // One press by pointer in the middle of the node, or one activation by the DOM; then as `show`.
    std::vector<std::string> press(Draw const& draw, SeenNode const& node);
    // One event of a pointer, then the frames of `seconds`.
    std::vector<std::string> point(Draw const& draw, PointerEvent const& event, double seconds = 0.1);
    std::vector<std::string> activate(Draw const& draw, SeenNode const& node);
    std::vector<std::string> type(Draw const& draw, SeenNode const& field, std::string value);
    std::vector<std::string> strike(Draw const& draw, std::string key);

    [[nodiscard]] portal::Words const& words() const { return *m_words; }
    [[nodiscard]] std::vector<SeenNode> const& nodes() const { return m_nodes; }
    // The one node of that role and name; the test fails where there is none.
    [[nodiscard]] SeenNode node(std::string_view role, std::string_view name) const;
    [[nodiscard]] bool has(std::string_view role, std::string_view name) const;
    [[nodiscard]] std::size_t count(std::string_view role) const;
    // Texts of the last frame that were drawn with "…" because they did not fit on their line.
    [[nodiscard]] std::vector<std::string> cut_texts() const;
    // The corners of what the last frame drew in that colour.
    [[nodiscard]] std::vector<Point> painted(Colour colour) const;
    // What the window or an area cuts off where nothing can be scrolled.
    [[nodiscard]] std::vector<std::string> out_of_reach() const;
    // What takes a press and the focus, but has no node.
    [[nodiscard]] std::vector<Id> silent_items();
    [[nodiscard]] std::vector<Announcement> const& announcements() const { return m_announcements; }
    void use_touch() { m_touch = true; }

private:
    std::vector<std::string> frames(Draw const& draw, int count);

    StageSize m_size;
    ImGuiContext* m_context;
    std::unique_ptr<portal::Words> m_words;
    std::unique_ptr<Kit> m_kit;
    std::vector<SeenNode> m_nodes;
    std::vector<Announcement> m_announcements;
    Frame* m_frame = nullptr;
    double m_time = 0;
    bool m_touch = false;
};

// An intent as "OpenRoom 3": its name and what it holds.
[[nodiscard]] std::string described(portal::Intent const& intent);

} // namespace keyrack::ui::fixture
