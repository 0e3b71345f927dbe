#pragma once
// The three parts of the assign screen, each drawn where the width lets it stand.

#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

// Cards are carried onto one another. Says what is held over what, as far as that has changed; after all cards.
class CarryWatch
{
public:
    CarryWatch(Drawing& d, portal::AssignModel const& model);
    // Of a card that can be carried: the first time, whether it goes along from now on; always, whether something is over it.
    bool licence(Id item, OrderId order, Rect area);
    bool room(Id item, RoomId room, Rect area);
    // The card beside the pointer, and what is to be done.
    void finish();

private:
    void begin(portal::Carried what) { m_next = what; }
    [[nodiscard]] bool is_over(portal::Carries what, Rect area) const;

    Drawing& m_d;
    portal::AssignModel const& m_model;
    Carrying m_state;
    std::optional<portal::Carried> m_next; // what is carried now, and over what
};

// Licence cards below one another. Takes what it needs off the top of `from`.
void draw_licence_cards(Drawing& d, Rect& from, portal::AssignModel const& model, CarryWatch& watch);

// Heading, search and "choose all". Takes what it needs off the top of `from`.
void draw_room_head(Drawing& d, Rect& from, portal::AssignModel const& model);

// Room cards in as many columns as fit; those outside `view` are not drawn. Takes the height of all off the top.
void draw_room_cards(Drawing& d, Rect& from, Rect view, portal::AssignModel const& model, CarryWatch& watch);

// The date, what changes and the warnings. Takes what it needs off the top of `from`.
void draw_changes(Drawing& d, Rect& from, portal::AssignModel const& model);

// Commit and discard, side by side, or below one another where they do not fit.
[[nodiscard]] float commit_height(Drawing const& d, float width, portal::AssignModel const& model);
void draw_commit(Drawing& d, Rect area, portal::AssignModel const& model);

} // namespace keyrack::ui
