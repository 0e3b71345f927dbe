#include "ui/screens/palette.hpp"

#include "portal/shortcuts.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

using portal::PaletteSubject;
using portal::Shortcut;

constexpr double second_key_seconds = 1.6;
constexpr float help_line = 32;
constexpr float help_padding = 6;

// What is found by its picture in the bars and on the buttons has the same one here.
constexpr std::pair<std::string_view, Icon> command_icons[] {
    { "do-add_devices", Icon::cpu },
    { "do-add_room", Icon::door_open },
    { "do-as_of", Icon::calendar_clock },
    { "do-assign", Icon::key_round },
    { "do-companies", Icon::building_2 },
    { "do-buy_service", Icon::shield_check },
    { "do-contrast", Icon::sun_moon },
    { "do-dark", Icon::moon },
    { "do-delegate", Icon::building_2 },
    { "do-download", Icon::download },
    { "do-help", Icon::keyboard },
    { "do-import", Icon::upload },
    { "do-invite", Icon::user_plus },
    { "do-language_de", Icon::languages },
    { "do-language_en", Icon::languages },
    { "do-language_nb", Icon::languages },
    { "do-light", Icon::sun },
    { "do-new_ticket", Icon::life_buoy },
    { "do-place_order", Icon::shopping_cart },
    { "do-sign_in", Icon::lock },
    { "do-sign_out", Icon::log_out },
    { "do-today", Icon::rotate_ccw },
    { "do-undo", Icon::undo_2 },
    { "do-what_if", Icon::git_branch },
    { "do-what_if_drop", Icon::x },
    { "do-what_if_keep", Icon::check },
    { "do-who", Icon::user },
};

Icon command_icon(std::string_view key)
{
    auto const* const found = std::ranges::find(command_icons, key, &std::pair<std::string_view, Icon>::first);
    return found == std::ranges::end(command_icons) ? Icon::command : found->second;
}

Icon icon_of(portal::PaletteLine const& line)
{
    switch (line.subject) {
    case PaletteSubject::action: return command_icon(line.key);
    case PaletteSubject::day: return Icon::calendar_clock;
    case PaletteSubject::company: return Icon::building_2;
    case PaletteSubject::screen: return ui::icon_of(line.screen);
    case PaletteSubject::room: return Icon::door_open;
    case PaletteSubject::device: return Icon::cpu;
    case PaletteSubject::order: return Icon::file_text;
    case PaletteSubject::ticket: return Icon::life_buoy;
    case PaletteSubject::person: return Icon::user;
    case PaletteSubject::org: return Icon::shield_check;
    }
    return Icon::circle;
}

// --- help ------------------------------------------------------------------------------------------------------------

float keycap_width(Frame const& f, std::string_view keys)
{
    return std::max(28.0F, text_width(f, keys, Type::tiny) + 14);
}

void draw_keycap(Frame& f, Rect area, std::string_view keys)
{
    auto const cap = area.middle(22);
    fill_and_stroke(f, cap, f.tokens().sunken, f.tokens().line_strong, 5);
    draw_text(f, cap, keys, { .type = Type::tiny, .ink = f.tokens().ink, .align = Align::centre });
}

void draw_help_line(Drawing& d, Rect& from, portal::ShortcutLine const& line, std::size_t at)
{
    auto const keys = portal::shown(line.keys, d.words);
    auto const text = d.words(line.words);
    auto const bar = space::small; // where the scroll bar runs
    auto const cap = keycap_width(d.f, keys);
    auto const words = paragraph_height(d.f, from.width - bar - cap - space::medium, text, Type::table);
    auto row = from.take_top(std::max(help_line, words + 2 * help_padding));
    d.f.note(at, { .role = Role::listitem, .bounds = row, .name = std::string { text } + ": " + keys });
    row.skip_right(bar);
    line_below(d.f, row, d.f.tokens().line);
    draw_keycap(d.f, row.take_right(cap), keys);
    row.skip_right(space::medium);
    auto label = row.middle(words);
    draw_lines(d.f, label, text, { .type = Type::table });
}

void draw_help_group(Drawing& d, Rect& from, portal::ShortcutGroup group)
{
    heading(d.f, from.take_top(24), d.words("shortcut.group." + std::string { code(group) }), 3);
    from.skip_top(space::tiny);
    Scope const list { d.f, code(group), { .role = Role::list, .bounds = from } };
    std::size_t at = 0;
    for (auto const& line : portal::shortcuts())
        if (line.group == group) draw_help_line(d, from, line, at++);
    from.skip_top(space::card_gap);
}

// --- shortcuts -------------------------------------------------------------------------------------------------------

// A sign that takes Shift to be typed arrives with it.
bool struck(Frame& f, std::string_view key, bool control)
{
    if (f.pressed(key, { .control = control })) return true;
    return key.size() == 1 && !control && (key[0] < 'a' || key[0] > 'z') && f.pressed(key, { .shift = true });
}

void go_to(Drawing& d, portal::SessionModel const& session, portal::ShortcutLine const& line)
{
    if (line.does == Shortcut::companies) return d.want(portal::Go { "/all" });
    for (auto const& item : session.navigation)
        if (item.screen == line.screen) return d.want(portal::Go { item.fragment });
}

void take_second_key(Drawing& d, portal::SessionModel const& session, KeyMemory& memory)
{
    for (auto const& line : portal::shortcuts()) {
        if (line.keys.second.empty() || !d.f.pressed(line.keys.second)) continue;
        memory.go_until = 0;
        return go_to(d, session, line);
    }
}

void run(Drawing& d, Shortcut shortcut, KeyMemory& memory)
{
    switch (shortcut) {
    case Shortcut::palette: return d.want(portal::OpenPalette {});
    case Shortcut::help: return d.want(portal::ShowHelp {});
    case Shortcut::day: memory.wants_day = true; return d.want(portal::AskAsOf {});
    case Shortcut::what_if: return d.want(portal::BeginWhatIf {});
    case Shortcut::undo: return d.want(portal::UndoLast {});
    case Shortcut::find_room: // the bar over the page knows where the field is
    case Shortcut::companies:
    case Shortcut::go: break;
    }
}

} // namespace

void draw_palette(Drawing& d, portal::PaletteModel const& model, PaletteMemory& memory)
{
    std::vector<PaletteRow> rows;
    rows.reserve(model.lines.size());
    for (auto const& line : model.lines)
        rows.push_back({ .key = line.key,
            .icon = icon_of(line),
            .text = line.text,
            .second = line.second,
            .group = line.group,
            .keys = line.keys });
    auto const result = command_palette(d.f,
        { .key = "palette",
            .name = d.words("ui.palette.name"),
            .placeholder = d.words("ui.palette.placeholder"),
            .list = d.words("ui.palette.list"),
            .query = model.query,
            .rows = rows,
            .found = model.found,
            .empty = d.words("ui.palette.empty"),
            .hint = d.words("ui.palette.hint"),
            .busy = model.searching },
        memory);
    if (result.query) d.want(portal::SearchPalette { *result.query });
    if (result.chosen)
        d.want(portal::RunPalette { model.lines[*result.chosen].key });
    else if (result.dismissed)
        d.want(portal::ClosePalette {});
}

void draw_help(Drawing& d)
{
    ButtonSpec const actions[] { { .key = "close", .label = d.words("ui.help.close"), .look = ButtonLook::primary } };
    Dialog dialog { d.f,
        { .key = "help",
            .title = d.words("ui.help.title"),
            .text = d.words("ui.help.text"),
            .actions = actions,
            .width = 520,
            .wide_sheet = true } };
    auto& body = dialog.body();
    using Group = portal::ShortcutGroup;
    for (auto const group : { Group::anywhere, Group::go, Group::lists, Group::dialogs })
        draw_help_group(d, body, group);
    if (dialog.dismissed() || dialog.pressed()) d.want(portal::CloseHelp {});
}

void take_shortcuts(Drawing& d, portal::PortalModel const& model, KeyMemory& memory)
{
    auto const now = d.f.time_seconds();
    if (memory.go_until > now) take_second_key(d, *model.session, memory);
    for (auto const& line : portal::shortcuts()) {
        if (!line.does || !line.keys.second.empty() || line.does == Shortcut::find_room) continue;
        if (!model.single_keys && portal::is_single(line.keys)) continue;
        if (struck(d.f, line.keys.first, line.keys.control)) return run(d, *line.does, memory);
    }
    if (model.single_keys && d.f.pressed("g")) memory.go_until = now + second_key_seconds;
}

} // namespace keyrack::ui
