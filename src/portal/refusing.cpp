// What was refused is told with the ways past it, and these are taken.
#include "portal/state.hpp"

#include "base/text.hpp"
#include "portal/assign_model.hpp"
#include "portal/journal_words.hpp"

#include <charconv>

namespace keyrack::portal {

namespace {

std::size_t place_in(std::string_view text)
{
    std::size_t number = 0;
    (void)std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

void Portal::State::say_refused(Refused refused)
{
    stale = true;
    auto text = refusal_text(words, refused);
    if (!dialog && !refused.has_ways())
        return show_toast({ .model = { .tone = Tone::missing, .text = std::move(text), .stays = true }, .undo = {} });
    if (!dialog) dialog = DialogState { .kind = DialogKind::refused };
    if (refused.has_ways()) text += ' ' + words.plural("refusal.ways", std::ssize(refused.ways));
    effects.push_back(Announce { std::move(text) });
    dialog->refused = std::move(refused);
}

bool Portal::State::run_on_refusal(std::string_view action)
{
    constexpr std::string_view way = "way:", trial = "try-way:", assign = "ways-to-assign:";
    if (action == "try-dialog")
        try_dialog();
    else if (action.starts_with(way))
        take_way(place_in(action.substr(way.size())));
    else if (action.starts_with(trial))
        try_way(place_in(action.substr(trial.size())));
    else if (action.starts_with(assign))
        show_ways_to_assign(action.substr(assign.size()));
    else
        return false;
    return true;
}

void Portal::State::take_way(std::size_t index)
{
    auto const here = scene();
    if (!here || !dialog || !dialog->refused || index >= dialog->refused->ways.size()) return;
    auto const refused = *dialog->refused;
    auto const& way = refused.ways[index];
    stale = true;
    if (auto other = filled(*here, *dialog, way)) {
        dialog = std::move(*other);
        return effects.push_back(Announce { std::string { words("refusal.filled") } });
    }
    if (auto again = take(way, refused)) return say_refused(*std::move(again));
    dialog.reset();
    show_what_came(way.steps.back());
}

void Portal::State::try_way(std::size_t index)
{
    if (!dialog || !dialog->refused || index >= dialog->refused->ways.size()) return;
    auto const refused = *dialog->refused;
    dialog.reset();
    try_in_what_if([&] {
        if (auto again = take(refused.ways[index], refused)) return say_refused(*std::move(again));
        show(WhatIfRoute {}, History::push);
    });
}

// What cannot be read is said before anything is begun.
void Portal::State::try_dialog()
{
    auto const here = scene();
    if (!here || !dialog || !can_be_tried(dialog->kind)) return;
    stale = true;
    ++dialog->attempts;
    if (auto steps = commands_of(*here, *dialog); !steps) {
        dialog->errors = std::move(steps.error());
        return;
    }
    try_in_what_if([&] {
        confirm_commands();
        if (!dialog) show(WhatIfRoute {}, History::push);
    });
}

// Where the command itself is given after all, it says what it would have said.
std::optional<Refused> Portal::State::take(WayPast way, Refused const& instead_of)
{
    auto const here = scene();
    bool const same = way.preparing > 0 && !instead_of.text.empty();
    return carry_out(std::move(way.steps), same ? instead_of.text : command_text(*here, way.told().back()));
}

void Portal::State::show_ways_to_assign(std::string_view key)
{
    auto const here = scene();
    if (!here) return;
    auto const assign = screen_or_plain<AssignRoute>();
    auto const from = assign_from(*here, assign);
    auto const order = chosen_order(*here, assign, orders_to_assign(*here, from));
    auto const room = session->ledger().room(key);
    auto const rooms = room.exists() ? std::vector { room } : standing_rooms(*here, chosen);
    auto const command = order.exists() ? assign_command(*here, order, rooms, from) : std::nullopt;
    if (!command) return;
    engine::Command const given { *command };
    auto denial = session->refusal_of(given);
    if (!denial) return;
    auto result = refused(*here, std::span { &given, 1 }, 0, *std::move(denial));
    result.text =
        words.plural("toast.assigned", std::ssize(rooms), { { "order", session->ledger().orders()[order].key } });
    say_refused(std::move(result));
}

void Portal::State::show_what_came(engine::Command const& last)
{
    if (auto const* const room = std::get_if<engine::AddRoom>(&last))
        show(RoomsRoute { .room = room->room }, History::push);
    auto const* const order = std::get_if<engine::PlaceOrder>(&last);
    if (order && std::holds_alternative<AssignRoute>(tenant_route()->screen)) // its licences are what was missing there
        show(AssignRoute { .order = order->order }, History::push);
    else if (order)
        show(OrdersRoute { .order = order->order }, History::push);
    if (auto const* const ticket = std::get_if<engine::OpenTicket>(&last)) {
        form = {};
        show(SupportRoute { .ticket = ticket->ticket }, History::push);
    }
    if (std::holds_alternative<engine::Assign>(last)) {
        chosen.clear();
        marked.clear();
        if (std::holds_alternative<AssignRoute>(tenant_route()->screen)) remember_choice();
    }
}

} // namespace keyrack::portal
