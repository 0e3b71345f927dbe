#pragma once
// Every shortcut of the keyboard, once: what answers to it, what the sheet of help shows, and what the palette shows
// beside a command all come from this table.

#include "portal/models.hpp"
#include "portal/words.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace keyrack::portal {

enum class Shortcut { palette, help, find_room, day, what_if, undo, companies, go };

// Where the sheet of help shows it: `shortcut.group.<code>`.
enum class ShortcutGroup { anywhere, go, lists, dialogs };
[[nodiscard]] std::string_view code(ShortcutGroup group);

struct ShortcutKeys
{
    std::string_view first;     // as KeyboardEvent.key names it: "k", "?", "Escape"
    std::string_view second {}; // of two, one after the other: "g", then "r"
    bool control = false;
};

struct ShortcutLine
{
    ShortcutGroup group {};
    ShortcutKeys keys;
    std::string_view words;              // its key in the language files
    std::optional<Shortcut> does {};     // nothing: the kit's widgets answer to it
    std::optional<ScreenKind> screen {}; // of `go`: where to
};

[[nodiscard]] std::span<ShortcutLine const> shortcuts();
// As people read it: "Ctrl K" ("Strg K"), "G R", "Enter".
[[nodiscard]] std::string shown(ShortcutKeys const& keys, Words const& words);
// As the page takes it from the browser: "Control+K"; empty where the page sends the key by itself.
[[nodiscard]] std::string told(ShortcutKeys const& keys);
[[nodiscard]] ShortcutLine const& shortcut(Shortcut does);
// Null where the screen has none.
[[nodiscard]] ShortcutLine const* shortcut_to(ScreenKind screen);
// A key of one letter or sign, which a person may switch off (WCAG 2.1.4).
[[nodiscard]] bool is_single(ShortcutKeys const& keys);

} // namespace keyrack::portal
