#pragma once
// Promise: a card that is as high as what is drawn into it, so that nobody measures a long content beforehand.
//
//     { GrowingCard card { f, column }; section_heading(f, card.content(), …); draw_facts(…, card.content(), …); }
//     column.skip_top(space::gap);

#include "ui/kit/card.hpp"

namespace keyrack::ui {

class GrowingCard
{
public:
    // Takes its height, `least` at the least, off the top of `from` when it ends.
    GrowingCard(
        Frame& frame, Rect& from, CardLook look = CardLook::surface, float padding = space::card, float least = 0);
    ~GrowingCard();
    GrowingCard(GrowingCard const&) = delete;
    GrowingCard& operator=(GrowingCard const&) = delete;

    [[nodiscard]] Rect& content() { return m_content; } // cut from the top

private:
    struct Layers;
    Frame& m_frame;
    Rect& m_from;
    CardLook m_look;
    float m_padding;
    float m_least;
    Rect m_content;
    std::unique_ptr<Layers> m_layers;
};

} // namespace keyrack::ui
