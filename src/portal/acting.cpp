// Commands: carried out, told, taken back.
#include "portal/state.hpp"

#include "portal/data_model.hpp"
#include "portal/journal_words.hpp"
#include "portal/orders_model.hpp"

#include <algorithm>
#include <ranges>

namespace keyrack::portal {

namespace {

// A toast leaves when the screen says that it has been seen; where nobody looks, only the last few are kept.
constexpr std::size_t most_toasts = 4;

// What was done first, and how many steps more.
std::string with_more(Words const& words, std::string text, std::size_t more)
{
    if (more == 0) return text;
    return joined({ std::move(text), words.plural("refusal.more_steps", static_cast<std::int64_t>(more)) });
}

} // namespace

std::optional<Scene> Portal::State::scene()
{
    auto const* const here = tenant_route();
    if (!session || !here) return {};
    return Scene { *session, views, words, *here, today, environment.utc_offset, now, &form, acting(), identity(),
        environment.address, environment.one_file };
}

bool Portal::State::refused_as_busy()
{
    if (!job) return false;
    say(Tone::ending, std::string { words(job_waits ? "toast.import_waits" : "toast.busy_importing") });
    return true;
}

// What is done is done today, whatever day is looked at.
std::string Portal::State::told_of_today(std::string text) const
{
    auto const* const here = tenant_route();
    if (!here || !here->as_of || *here->as_of == today) return text;
    return words("toast.on_today", { { "text", text }, { "today", words.short_date(today) } });
}

std::optional<Refused> Portal::State::carry_out(std::vector<engine::Command> steps, std::string done_text)
{
    Toast toast { .model = { .tone = Tone::covered, .text = told_of_today(done_text) }, .undo = {} };
    for (std::size_t at = 0; at < steps.size(); ++at) {
        auto const done = session->execute(steps[at], author());
        if (!done) {
            (void)take_back(toast.undo); // what could not be taken back is told next
            if (!toast.undo.empty()) {
                tell_what_stays(std::move(toast.undo));
                return Refused { done.error() };
            }
            auto result = refused(*scene(), steps, at, done.error());
            result.text = std::move(done_text);
            return result;
        }
        toast.undo.push_back({ *done, steps[at] });
    }
    toast.model.can_undo = std::ranges::all_of(
        toast.undo, [](DoneCommand const& each) { return engine::compensation(each.command).has_value(); });
    session->trial() ? say_tried(std::move(toast)) : show_toast(std::move(toast));
    ask_persistence_once();
    return {};
}

// It is nowhere recorded, and says so. One notice at a time: the bar counts them, and the page of the what-if lists them.
void Portal::State::say_tried(Toast toast)
{
    auto const first = proposal_text(*scene(), toast.undo.front().command);
    toast.model.tone = Tone::planned;
    toast.model.text = with_more(words, words("toast.tried", { { "what", first } }), toast.undo.size() - 1);
    forget_tried();
    if (!lists_what_is_tried()) return show_toast(std::move(toast));
    stale = true;
    effects.push_back(Announce { std::move(toast.model.text) });
}

void Portal::State::forget_tried()
{
    std::erase_if(toasts, [](Toast const& each) { return !each.undo.empty(); });
}

bool Portal::State::lists_what_is_tried() const
{
    auto const* const here = tenant_route();
    return here && session && session->trial() && std::holds_alternative<WhatIfRoute>(here->screen);
}

// The last first. What cannot be taken back now is left in `done`.
std::optional<Setback> Portal::State::take_back(std::vector<DoneCommand>& done)
{
    for (; !done.empty(); done.pop_back()) {
        if (session->trial()) {
            (void)session->leave_out_of_trial(done.back().entry.row() - session->store().next_entry().row());
            continue;
        }
        auto back = engine::compensation(done.back().command);
        if (!back) continue;
        auto const undone = session->execute(std::move(*back), author(), done.back().entry);
        if (!undone) return undone.error();
    }
    return {};
}

// Half of something stands: it is said, and can be taken back later.
void Portal::State::tell_what_stays(std::vector<DoneCommand> done)
{
    auto text = words.plural("toast.partly_done", std::ssize(done));
    show_toast({ .model = { .tone = Tone::missing, .text = std::move(text), .can_undo = true, .stays = true },
        .undo = std::move(done) });
}

void Portal::State::act(std::vector<engine::Command> steps, std::string text)
{
    if (auto refused = carry_out(std::move(steps), std::move(text))) say_refused(*std::move(refused));
}

void Portal::State::say(Tone tone, std::string text)
{
    show_toast({ .model = { .tone = tone, .text = std::move(text) }, .undo = {} });
}

void Portal::State::say_setback(Setback const& setback)
{
    show_toast({ .model = { .tone = Tone::missing, .text = text_of(setback), .stays = true }, .undo = {} });
}

std::string Portal::State::text_of(Setback const& setback) const
{
    if (auto const* const denial = std::get_if<engine::Denial>(&setback)) return words.denial(*denial);
    return words.error(std::get<Error>(setback));
}

void Portal::State::show_toast(Toast toast)
{
    stale = true;
    std::erase_if(toasts, [&](Toast const& each) { return each.model.text == toast.model.text && each.undo.empty(); });
    toast.model.id = ++last_toast;
    toasts.push_back(std::move(toast));
    if (toasts.size() > most_toasts) toasts.erase(toasts.begin());
}

void Portal::State::say_undone(engine::Command const& command, std::size_t more)
{
    auto const here = *scene();
    auto what = session->trial() ? proposal_text(here, command) : command_text(here, command);
    say(Tone::neutral, with_more(words, words("toast.undone", { { "what", std::move(what) } }), more));
}

void Portal::State::undo_toast(std::int64_t id)
{
    auto const found = std::ranges::find(toasts, id, [](Toast const& each) { return each.model.id; });
    if (found == toasts.end() || !session || refused_as_busy()) return;
    auto undo = std::move(found->undo);
    auto const all = undo.size();
    auto const what = undo.empty() ? std::optional<engine::Command> {} : undo.front().command;
    toasts.erase(found);
    if (session->trial()) toasts.clear(); // they name entries that move
    if (auto const setback = take_back(undo)) {
        auto const back = engine::compensation(undo.back().command);
        auto result = back ? refused(*scene(), std::span { &*back, 1 }, 0, *setback) : Refused { *setback };
        if (undo.size() < all) tell_what_stays(std::move(undo));
        return say_refused(std::move(result));
    }
    if (what) say_undone(*what, all - 1);
}

void Portal::State::undo_entry(EntryId id)
{
    if (!session || refused_as_busy() || refused_as_earlier()) return;
    if (auto const recorded = session->store().next_entry().row(); session->trial() && id.row() >= recorded) {
        auto const what = session->trial()->entries[id.row() - recorded].command;
        (void)session->leave_out_of_trial(id.row() - recorded);
        toasts.clear();
        return say_undone(what);
    }
    auto const entry = session->entry(id);
    if (!entry) return say_setback(entry.error());
    if (std::holds_alternative<engine::Import>(entry->command)) return undo_import(id);
    auto back = engine::compensation(entry->command);
    if (!back) return;
    auto const undone = session->execute(*back, author(), id);
    if (!undone) return say_refused(refused(*scene(), std::span { &*back, 1 }, 0, undone.error()));
    // It cannot be taken back twice.
    std::erase_if(toasts, [&](Toast const& each) { return std::ranges::contains(each.undo, id, &DoneCommand::entry); });
    say_undone(entry->command);
}

// The newest entry that can be taken back and has not been. Who looks for it looks at what was done of late.
void Portal::State::undo_last()
{
    constexpr std::uint32_t looked_at = 200;
    if (!session || refused_as_busy() || refused_as_earlier()) return;
    auto const end = session->next_entry().row();
    auto const first = end > looked_at ? end - looked_at : 0;
    auto const page = session->entries(EntryId::of_row(static_cast<std::uint32_t>(first)), looked_at);
    if (!page) return say_setback(page.error());
    std::vector<EntryId> undone;
    for (auto const& [id, entry, fate, reasons] : std::views::reverse(*page)) {
        if (entry.undoes && fate == codec::Fate::holds) undone.push_back(*entry.undoes);
        if (fate != codec::Fate::holds || entry.undoes || std::ranges::contains(undone, id)
            || !way_back(*session, entry))
            continue;
        return undo_entry(id);
    }
    say(Tone::neutral, std::string { words("toast.nothing_to_undo") });
}

void Portal::State::run_cure(std::size_t index)
{
    auto const here = scene();
    auto const route_now = screen_or_plain<RoomsRoute>();
    auto const room = here ? open_room(*here, route_now) : RoomId::none();
    if (!room.exists() || refused_as_busy()) return;
    auto const verdict = views.verdict(*session, here->day(), { room, route_now.ask });
    if (index >= verdict->cures.size()) return;
    auto const& cure = verdict->cures[index];
    bool const buys = std::ranges::any_of(
        cure.steps, [](auto const& step) { return std::holds_alternative<engine::PlaceOrder>(step); });
    // An order has a number that only the person knows.
    if (buys) return ask({ .kind = DialogKind::place_order, .room = room, .cure = cure.steps });
    auto const& name = session->ledger().rooms()[room].name;
    act(cure.steps, words("toast.cured", { { "room", name }, { "until", words.short_date(cure.until) } }));
}

void Portal::State::commit_assign()
{
    auto const here = scene();
    if (!here || refused_as_busy()) return;
    auto const route_now = screen_or_plain<AssignRoute>();
    auto const from = assign_from(*here, route_now);
    auto const order = chosen_order(*here, route_now, orders_to_assign(*here, from));
    auto const rooms = standing_rooms(*here, chosen);
    if (!order.exists() || rooms.empty()) return;
    auto const command = assign_command(*here, order, rooms, from);
    if (!command) return; // the screen says that there are too few
    auto const text =
        words.plural("toast.assigned", std::ssize(rooms), { { "order", session->ledger().orders()[order].key } });
    if (auto refused = carry_out({ *command }, text)) return say_refused(*std::move(refused));
    chosen.clear();
    marked.clear();
    show(AssignRoute { .order = route_now.order, .rooms = {}, .query = {}, .from = route_now.from }, History::replace);
}

void Portal::State::let_go()
{
    auto const what = std::exchange(carried, {});
    auto const here = scene();
    if (!what || !what->is_over_something() || !here) return;
    auto to = screen_or_plain<AssignRoute>();
    if (!can_take(*here, what->order, what->room, assign_from(*here, to))) return;
    to.order = session->ledger().orders()[what->order].key;
    show(std::move(to), History::replace);
    chosen.insert(what->room);
    remember_choice();
}

void Portal::State::end_assignment(RoomId room)
{
    auto const here = scene();
    if (!here || !stands(session->ledger(), room) || refused_as_busy()) return;
    auto const by = views.cover(*session, here->day())->rooms[room.row()].by;
    if (!by.exists()) return;
    auto const& row = session->ledger().assignments()[by];
    auto const& order = session->ledger().orders()[row.order];
    engine::LicenceKey const licence { order.key, row.number };
    // On its first day it is taken back as if it had not been, so that no term begins with a mistake (R39).
    engine::Command const command = row.days.from < here->day()
        ? engine::Command { engine::EndAssignment { licence, row.days.from, row.days.to, here->day() } }
        : engine::Command { engine::WithdrawAssignments { { { licence, row.days.from } } } };
    act({ command },
        words("toast.assignment_ended",
            { { "licence", order.key + '/' + std::to_string(row.number) },
                { "room", session->ledger().rooms()[room].name } }));
}

// As many as there are licences for, in the order of the list; it is said which are left, and why. Where none can take
// one, they are chosen all the same: beside them stands what can be done, for all of them at once.
void Portal::State::choose_all(bool all)
{
    auto const here = scene();
    if (!here) return;
    auto const route_now = screen_or_plain<AssignRoute>();
    auto const from = assign_from(*here, route_now);
    auto const order = chosen_order(*here, route_now, orders_to_assign(*here, from));
    auto const shown = rooms_to_assign(*here, route_now, chosen);
    if (!all || !order.exists()) {
        for (auto const room : *shown) chosen.erase(room);
        return;
    }
    auto const free = static_cast<std::size_t>((*views.orders(*session, from))[order.row()].free);
    Objections objections { *here, order, from };
    std::int64_t without_licence = 0;
    std::vector<RoomId> objected;
    for (auto const room : *shown) {
        if (chosen.contains(room)) continue;
        if (chosen.size() >= free)
            ++without_licence; // whether it could take one is not asked: of a hundred thousand rooms that takes long
        else if (objections.object_to(room))
            objected.push_back(room);
        else
            chosen.insert(room);
    }
    if (chosen.size() == 0 && objected.size() <= std::min(free, most_pairs_with_ways)) {
        for (auto const room : objected) chosen.insert(room);
        objected.clear();
    }
    say_what_is_chosen(std::ssize(*shown), { std::ssize(objected), without_licence });
}

void Portal::State::say_what_is_chosen(std::int64_t shown, LeftOut const& left)
{
    auto const chosen_now = shown - left.objected - left.without_licence;
    std::vector<std::string> parts { words(
        "assign.chosen", { { "chosen", words.number(chosen_now) }, { "rooms", words.number(shown) } }) };
    if (left.without_licence > 0) parts.push_back(words.plural("assign.left_without_licence", left.without_licence));
    if (left.objected > 0) parts.push_back(words.plural("assign.left_objected", left.objected));
    // All of them: the page shows it, and a notice would only stand in the way.
    if (parts.size() == 1) return effects.push_back(Announce { joined(parts) });
    say(Tone::ending, joined(parts));
}

void Portal::State::remember_choice()
{
    auto route_now = screen_or_plain<AssignRoute>();
    route_now.rooms.clear();
    if (chosen.size() <= most_rooms_in_address)
        for (auto const room : chosen.rooms()) route_now.rooms.push_back(session->ledger().rooms()[room].key);
    show(route_now, History::replace);
}

void Portal::State::assign_marked()
{
    if (!session) return;
    chosen = marked;
    show(AssignRoute {}, History::push);
    remember_choice();
}

bool Portal::State::add_rooms(std::size_t count)
{
    if (!session || refused_as_busy()) return false;
    stale = true;
    for (auto last = session->ledger().rooms().size() + count; session->ledger().rooms().size() < last;) {
        auto const key = "measured-" + std::to_string(session->ledger().rooms().size());
        if (!session->execute(engine::AddRoom { .room = key, .name = key }, author())) return false;
    }
    return true;
}

void Portal::State::download_database()
{
    if (!session || refused_as_busy()) return;
    auto bytes = session->store().bytes();
    if (!bytes) return say_setback(bytes.error());
    effects.push_back(Download { session->slug() + ".db", "application/vnd.sqlite3", std::move(*bytes) });
}

void Portal::State::ask_persistence_once()
{
    if (asked_persistence || environment.kept != Kept::until_cleared || session->place() == store::Place::memory)
        return;
    asked_persistence = true;
    effects.push_back(AskPersistence {});
}

} // namespace keyrack::portal
