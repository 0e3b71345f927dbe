#include "ui/screens/settings.hpp"

#include <array>

namespace keyrack::ui {

namespace {

using portal::Appearance;
using portal::Language;

constexpr std::array<Language, 3> languages { Language::english, Language::german, Language::norwegian };
constexpr std::array<Appearance, 3> appearances { Appearance::system, Appearance::light, Appearance::dark };
constexpr std::array<Icon, 3> appearance_icons { Icon::sun_moon, Icon::sun, Icon::moon };
constexpr std::array<std::string_view, 3> language_keys { "ui.language.en", "ui.language.de", "ui.language.nb" };
constexpr std::array<std::string_view, 3> appearance_keys { "ui.appearance.system", "ui.appearance.light",
    "ui.appearance.dark" };

} // namespace

SettingsMenu settings_menu(portal::Words const& words, Appearance appearance)
{
    SettingsMenu menu;
    for (std::size_t i = 0; i < languages.size(); ++i) {
        menu.items.push_back({ .key = language_keys[i],
            .label = words(language_keys[i]),
            .icon = Icon::languages,
            .checked = words.language() == languages[i] });
    }
    for (std::size_t i = 0; i < appearances.size(); ++i) {
        menu.items.push_back({ .key = appearance_keys[i],
            .label = words(appearance_keys[i]),
            .icon = appearance_icons[i],
            .checked = appearance == appearances[i],
            .divider_above = i == 0 });
    }
    menu.items.push_back({ .key = "help",
        .label = words("ui.help.title"),
        .icon = Icon::keyboard,
        .divider_above = true,
        .shortcut = "?" });
    return menu;
}

portal::Intent SettingsMenu::intent(std::size_t index)
{
    if (index < languages.size()) {
        return portal::SetLanguage { std::string { portal::tag(languages[index]) } };
    }
    if (index < languages.size() + appearances.size()) {
        return portal::SetAppearance { appearances[index - languages.size()] };
    }
    return portal::ShowHelp {};
}

} // namespace keyrack::ui
