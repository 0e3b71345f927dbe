#pragma once
// Promise: an area that shows part of something higher. Wheel, touch with momentum, thin bar, focus that scrolls into view.
//
//     ScrollArea scroll{f, "page", area};
//     Rect& page = scroll.content();       // as wide as the area, endless below
//     Rect title = page.take_top(28);      // what is taken off the top is the height of the content

#include "ui/kit/draw.hpp"
#include "ui/kit/frame.hpp"

namespace keyrack::ui {

struct ScrollState;

class ScrollArea
{
public:
    // `padding` is inside the area and scrolls with the content.
    ScrollArea(Frame& frame, WidgetKey key, Rect area, Insets padding = {});
    ~ScrollArea();
    ScrollArea(ScrollArea const&) = delete;
    ScrollArea& operator=(ScrollArea const&) = delete;

    [[nodiscard]] Rect& content() { return m_content; }
    [[nodiscard]] Rect view() const { return m_area; }
    [[nodiscard]] float offset() const;
    // For virtual content: the height is told and not measured.
    void set_height(float height) { m_told_height = height; }

private:
    Frame& m_frame;
    Id m_id;
    Rect m_area;
    Insets m_padding;
    Rect m_content;
    float m_top;
    std::optional<float> m_told_height;
    std::unique_ptr<Clip> m_clip;
};

// The same sideways, for chips and tabs: no bar, drag and wheel; it fades into `ground` where there is more.
class ScrollStrip
{
public:
    ScrollStrip(Frame& frame, WidgetKey key, Rect area, std::optional<Colour> ground = {});
    ~ScrollStrip();
    ScrollStrip(ScrollStrip const&) = delete;
    ScrollStrip& operator=(ScrollStrip const&) = delete;
    [[nodiscard]] Rect& content() { return m_content; } // cut from the left

private:
    Frame& m_frame;
    Id m_id;
    Rect m_area;
    Rect m_content;
    float m_left;
    Colour m_ground;
    std::unique_ptr<Clip> m_clip;
};

} // namespace keyrack::ui
