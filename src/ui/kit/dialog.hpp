#pragma once
// Promise: a question that has to be answered first. It holds the focus, Enter in a field is its main
// action unless that destroys something, Escape closes it, and the focus goes back to where it was. On
// a phone it is a sheet at the bottom.
//
//     if (state.asks) {
//         ButtonSpec const actions[]{{.key = "keep", .label = …}, {.key = "remove", .label = …, .look = ButtonLook::danger}};
//         Dialog dialog{f, {.key = "remove", .title = …, .text = …, .actions = actions}};
//         Rect& body = dialog.body();         // cut from the top; its height follows from what was taken
//         …
//         if (dialog.dismissed()) …           // Escape, the cross, a press outside
//         if (auto pressed = dialog.pressed()) …
//     }

#include "ui/kit/button.hpp"
#include "ui/kit/frame.hpp"
#include "ui/kit/scroll.hpp"

#include <span>

namespace keyrack::ui {

struct DialogSpec
{
    WidgetKey key;
    std::string_view title;
    std::string_view text = {};               // below the title
    std::span<ButtonSpec const> actions = {}; // the last is the main one
    float width = 480;
    bool alert = false;      // something is about to be lost: role alertdialog
    bool wide_sheet = false; // even on wide windows a sheet from the right, as high as the window
};

class Dialog
{
public:
    Dialog(Frame& frame, DialogSpec const& spec);
    ~Dialog();
    Dialog(Dialog const&) = delete;
    Dialog& operator=(Dialog const&) = delete;

    [[nodiscard]] Rect& body();
    [[nodiscard]] bool dismissed() const { return m_dismissed; }
    [[nodiscard]] std::optional<std::size_t> pressed() const { return m_pressed; } // index of the action
    void focus_main(); // the last action has the focus next: what had it is about to go

private:
    struct Layers;
    void draw_frame(DialogSpec const& spec);
    void draw_ground(DialogSpec const& spec);
    void draw_actions(Rect& inside, DialogSpec const& spec);
    void mark_more(Rect view);
    Frame& m_frame;
    std::unique_ptr<Layers> m_layers;
    Id m_id = 0;
    Id m_first = 0; // takes the focus when the body has nothing that can
    Id m_main = 0;  // the last action
    Id m_body = 0;  // the area that scrolls
    Rect m_panel;
    bool m_fresh = false;
    bool m_dismissed = false;
    std::optional<std::size_t> m_pressed;
    std::size_t m_foot_from = 0; // the nodes of the foot
    std::size_t m_foot_end = 0;
    float m_top = 0;
    std::unique_ptr<ScrollArea> m_scroll;
};

} // namespace keyrack::ui
