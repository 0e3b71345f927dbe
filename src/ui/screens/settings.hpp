#pragma once
// Language and appearance, in one menu wherever it opens from.

#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

struct SettingsMenu
{
    std::vector<MenuItem> items;
    // What choosing item number `index` means.
    [[nodiscard]] static portal::Intent intent(std::size_t index);
};

[[nodiscard]] SettingsMenu settings_menu(portal::Words const& words, portal::Appearance appearance);

} // namespace keyrack::ui
