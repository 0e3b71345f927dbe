#include "ui/screens/view.hpp"

#include "ui/screens/cockpit.hpp"
#include "ui/screens/dialogs.hpp"
#include "ui/screens/over.hpp"
#include "ui/screens/session.hpp"
#include "ui/screens/welcome.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace keyrack::ui {

namespace {

// --- notices ---------------------------------------------------------------------------------------------------------

std::uint64_t toast_key(std::int64_t id)
{
    return static_cast<std::uint64_t>(id);
}

void hand_toasts(Drawing& d, std::span<portal::ToastModel const> toasts, std::set<std::int64_t>& handed)
{
    for (auto const& toast : toasts) {
        if (!handed.insert(toast.id).second) {
            continue;
        }
        show_toast(d.f,
            { .key = toast_key(toast.id),
                .text = toast.text,
                .action = toast.can_undo ? std::string { d.words("ui.undo") } : std::string {},
                .tone = kit_tone(toast.tone),
                .seconds = toast.stays ? 0.0 : 8.0 });
    }
    std::erase_if(handed, [&](std::int64_t id) {
        auto const kept = std::ranges::any_of(toasts, [id](auto const& toast) { return toast.id == id; });
        if (!kept) {
            hide_toast(d.f, toast_key(id));
        }
        return !kept;
    });
}

void take_toasts(Drawing& d)
{
    if (auto const key = toast_action(d.f)) {
        d.want(portal::UndoToast { static_cast<std::int64_t>(*key) });
    }
    while (auto const key = toast_gone(d.f)) {
        d.want(portal::DismissToast { static_cast<std::int64_t>(*key) });
    }
}

// --- a file over the page --------------------------------------------------------------------------------------------

void draw_drop_zone(Drawing& d)
{
    auto const& tokens = d.f.tokens();
    auto const whole = d.f.window();
    fill(d.f, whole, tokens.scrim);
    auto const panel = whole.middle({ std::min(whole.width - 48, 440.0F), 168 });
    shadow(d.f, panel, radius::large, 24);
    fill_and_stroke(d.f, panel, tokens.raised, tokens.accent, radius::large);
    auto inside = panel.inset(24);
    icon(d.f, inside.take_top(40), Icon::file_down, tokens.accent, 32);
    inside.skip_top(12);
    auto const title = d.words("ui.drop.title");
    d.f.note("drop", { .role = Role::status, .bounds = panel, .name = std::string { title } });
    draw_text(d.f, inside.take_top(24), title, { .type = Type::heading, .align = Align::centre });
    for (auto const line : wrapped(d.f, d.words("ui.drop.text"), Type::second, inside.width)) {
        draw_text(
            d.f, inside.take_top(18), line, { .type = Type::second, .ink = tokens.ink_second, .align = Align::centre });
    }
}

void draw_page(Drawing& d, portal::PortalModel const& model, portal::Appearance appearance, ViewMemory& memory)
{
    auto whole = d.f.bounds();
    d.f.stand_on(d.f.window(), d.f.tokens().ground);
    if (!model.opening.empty()) {
        draw_opening(d, whole, model.opening);
    } else if (model.session) {
        draw_session(d, model, appearance, memory);
    } else if (model.cockpit) {
        auto wishes = cockpit_screen(d.f, whole, *model.cockpit, d.words, appearance, !memory.in_cockpit);
        std::ranges::move(wishes, std::back_inserter(d.intents));
    } else {
        if (model.banner) {
            draw_banner(d, whole, *model.banner);
        } // such as a tenant that is open in another tab
        auto wishes = welcome_screen(d.f, whole, model.welcome, d.words, appearance);
        std::ranges::move(wishes, std::back_inserter(d.intents));
    }
}

// From its first frame on, before the kit knows of it: what is struck then is for it.
bool lies_over_page(portal::PortalModel const& model)
{
    return model.job || model.dialog || model.help || model.palette;
}

} // namespace

Intents draw_view(Frame& f, portal::PortalModel const& model, portal::Words const& words, portal::Appearance appearance,
    ViewMemory& memory)
{
    Drawing d { f, words };
    draw_page(d, model, appearance, memory);
    memory.in_cockpit = model.cockpit != nullptr;
    if (model.session && model.opening.empty() && !lies_over_page(model)) {
        take_shortcuts(d, model, memory.keys);
        if (model.session->time && std::exchange(memory.keys.wants_day, false)) {
            f.focus(field_of_day(f));
        }
    }
    hand_toasts(d, model.toasts, memory.toasts);
    take_toasts(d);
    if (model.job) {
        draw_job(d, *model.job);
    } else if (model.dialog) {
        draw_dialog(d, *model.dialog);
    } else if (model.help) {
        draw_help(d);
    } else if (model.palette) {
        draw_palette(d, *model.palette, memory.palette);
    }
    if (memory.file_hovers) {
        draw_drop_zone(d);
    }
    return std::move(d.intents);
}

KitWords kit_words(portal::Words const& words)
{
    auto const word = [&](std::string_view key) { return std::string { words(key) }; };
    return { .back = word("ui.kit.back"),
        .close = word("ui.kit.close"),
        .clear = word("ui.kit.clear"),
        .dismiss = word("ui.kit.dismiss"),
        .more = word("ui.kit.more"),
        .loading = word("ui.kit.loading"),
        .required = word("ui.kit.required"),
        .select_row = word("ui.kit.select_row"),
        .select_all = word("ui.kit.select_all"),
        .sorted_ascending = word("ui.kit.sorted_ascending"),
        .sorted_descending = word("ui.kit.sorted_descending"),
        .step_up = word("ui.kit.step_up"),
        .step_down = word("ui.kit.step_down"),
        .main = word("ui.kit.main"),
        .navigation = word("ui.kit.navigation"),
        .notices = word("ui.kit.notices") };
}

} // namespace keyrack::ui
