#include "portal/shortcuts.hpp"

#include "base/verify.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace keyrack::portal {

namespace {

using Group = ShortcutGroup;

constexpr ShortcutLine to(char const* letter, ScreenKind screen, std::string_view words)
{
    return { Group::go, { "g", letter }, words, Shortcut::go, screen };
}

constexpr std::array shortcut_lines {
    ShortcutLine { Group::anywhere, { .first = "k", .control = true }, "shortcut.palette", Shortcut::palette },
    ShortcutLine { Group::anywhere, { "?" }, "shortcut.help", Shortcut::help },
    ShortcutLine { Group::anywhere, { "/" }, "shortcut.find_room", Shortcut::find_room },
    ShortcutLine { Group::anywhere, { "t" }, "shortcut.day", Shortcut::day },
    ShortcutLine { Group::anywhere, { "w" }, "shortcut.what_if", Shortcut::what_if },
    ShortcutLine { Group::anywhere, { "z" }, "shortcut.undo", Shortcut::undo },
    to("o", ScreenKind::overview, "screen.overview"),
    to("r", ScreenKind::rooms, "screen.rooms"),
    to("a", ScreenKind::assign, "screen.assign"),
    to("s", ScreenKind::orders, "screen.orders"),
    to("n", ScreenKind::renewals, "screen.renewals"),
    to("t", ScreenKind::support, "screen.support"),
    to("d", ScreenKind::devices, "screen.devices"),
    to("p", ScreenKind::spares, "screen.spares"),
    to("u", ScreenKind::people, "screen.people"),
    to("m", ScreenKind::outbox, "screen.outbox"),
    to("c", ScreenKind::compliance, "screen.compliance"),
    to("l", ScreenKind::large_accounts, "screen.large_accounts"),
    to("j", ScreenKind::journal, "screen.journal"),
    to("x", ScreenKind::exchange, "screen.exchange"),
    to("i", ScreenKind::data, "screen.data"),
    to("k", ScreenKind::catalogue, "screen.catalogue"),
    to("e", ScreenKind::settings, "screen.settings"),
    ShortcutLine { Group::go, { "g", "g" }, "shortcut.companies", Shortcut::companies },
    ShortcutLine { Group::lists, { "ArrowDown" }, "shortcut.rows" },
    ShortcutLine { Group::lists, { "Enter" }, "shortcut.open" },
    ShortcutLine { Group::lists, { " " }, "shortcut.choose" },
    ShortcutLine { Group::lists, { .first = "a", .control = true }, "shortcut.choose_all" },
    ShortcutLine { Group::dialogs, { "Enter" }, "shortcut.confirm" },
    ShortcutLine { Group::dialogs, { "Escape" }, "shortcut.close" },
};

std::string shown_key(std::string_view key)
{
    if (key == "ArrowDown") return "↑ ↓";
    if (key == "Escape") return "Esc";
    if (key == " ") return "␣";
    if (key.size() > 1) return std::string { key };
    std::string letter { key };
    if (letter[0] >= 'a' && letter[0] <= 'z') letter[0] = static_cast<char>(letter[0] - 'a' + 'A');
    return letter;
}

} // namespace

std::string_view code(ShortcutGroup group)
{
    switch (group) {
    case Group::anywhere: return "anywhere";
    case Group::go: return "go";
    case Group::lists: return "lists";
    case Group::dialogs: return "dialogs";
    }
    return "anywhere";
}

std::span<ShortcutLine const> shortcuts()
{
    return shortcut_lines;
}

std::string shown(ShortcutKeys const& keys, Words const& words)
{
    auto const first = shown_key(keys.first);
    auto const text = keys.control ? std::string { words("shortcut.control") } + ' ' + first : first;
    return keys.second.empty() ? text : text + ' ' + shown_key(keys.second);
}

std::string told(ShortcutKeys const& keys)
{
    return keys.control ? "Control+" + shown_key(keys.first) : std::string {};
}

ShortcutLine const& shortcut(Shortcut does)
{
    auto const found = std::ranges::find(shortcut_lines, std::optional { does }, &ShortcutLine::does);
    VERIFY(found != shortcut_lines.end());
    return *found;
}

ShortcutLine const* shortcut_to(ScreenKind screen)
{
    auto const found = std::ranges::find(shortcut_lines, std::optional { screen }, &ShortcutLine::screen);
    return found == shortcut_lines.end() ? nullptr : &*found;
}

bool is_single(ShortcutKeys const& keys)
{
    return !keys.control && keys.first.size() == 1 && keys.first != " ";
}

} // namespace keyrack::portal
