#pragma once
// The three parts of the assign screen, each drawn where the width lets it stand.

#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

// Licence cards below one another. Takes what it needs off the top of `from`.
void draw_licence_cards(Drawing& d, Rect& from, portal::AssignModel const& model);

// Heading, search and "choose all". Takes what it needs off the top of `from`.
void draw_room_head(Drawing& d, Rect& from, portal::AssignModel const& model);

// Room cards in as many columns as fit; those outside `view` are not drawn. Takes the height of all off the top.
void draw_room_cards(Drawing& d, Rect& from, Rect view, portal::AssignModel const& model);

// The date, what changes and the warnings. Takes what it needs off the top of `from`.
void draw_changes(Drawing& d, Rect& from, portal::AssignModel const& model);

// Commit and discard, side by side, or below one another where they do not fit.
[[nodiscard]] float commit_height(Drawing const& d, float width, portal::AssignModel const& model);
void draw_commit(Drawing& d, Rect area, portal::AssignModel const& model);

} // namespace keyrack::ui
