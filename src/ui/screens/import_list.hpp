#pragma once
// A list of rooms or devices before it is imported: what its columns are taken for at the left, what each row would do at
// the right.

#include "portal/import_list_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

[[nodiscard]] Intents import_list_screen(
    Frame& f, Rect area, portal::ImportListModel const& model, portal::Words const& words);

} // namespace keyrack::ui
