// What-if: begun, looked at, kept or dropped.
#include "portal/state.hpp"

#include "portal/journal_words.hpp"

#include <charconv>

namespace keyrack::portal {

bool Portal::State::refused_as_earlier()
{
    if (!session || !session->looks_back_to()) return false;
    say(Tone::ending, words.error(Error { "looks_back", {}, {} }));
    return true;
}

bool Portal::State::refused_as_unrecorded()
{
    if (refused_as_earlier()) return true;
    if (!session || !session->trial()) return false;
    say(Tone::ending, std::string { words("what_if.no_import") });
    return true;
}

void Portal::State::begin_what_if()
{
    auto const* const here = tenant_route();
    if (!here || !session || session->trial() || refused_as_busy()) return;
    kept_steps.clear();
    tried_from = *here;
    toasts.clear(); // what was done before is not undone within a what-if
    session->begin_trial();
    effects.push_back(Announce { std::string { words("what_if.begun") } });
    // What was known earlier is left: a fork is of what is known now.
    if (here->known_at) go(TenantRoute { here->slug, here->as_of, here->screen }, History::push);
}

void Portal::State::try_in_what_if(std::function<void()> const& what)
{
    bool const is_own = session && !session->trial();
    bool const asked = dialog.has_value();
    begin_what_if();
    if (!session || !session->trial()) return;
    what();
    if (is_own && dialog && !asked)
        dialog->began_trial = true;
    else if (is_own && end_idle_what_if())
        return_from_what_if();
}

bool Portal::State::end_idle_what_if()
{
    if (!session || !session->trial() || !session->trial()->entries.empty()) return false;
    (void)session->end_trial();
    effects.push_back(Announce { std::string { words("what_if.nothing_tried") } });
    return true;
}

void Portal::State::return_from_what_if()
{
    if (!tenant_route()) return;
    auto to = *tenant_route();
    if (tried_from && std::holds_alternative<WhatIfRoute>(to.screen)) to.screen = tried_from->screen;
    if (tried_from && to.screen == tried_from->screen) to.known_at = tried_from->known_at;
    arrive(std::move(to), History::replace); // what was open may have been of the fork alone
}

void Portal::State::leave_what_if_screen()
{
    auto const here = *tenant_route();
    if (!tried_from || !std::holds_alternative<WhatIfRoute>(here.screen)) return;
    arrive(TenantRoute { here.slug, here.as_of, tried_from->screen }, History::replace);
}

// Each step for real, in its order. What is refused is told beside it, and the others stand.
void Portal::State::keep_what_if()
{
    if (!session || !session->trial() || refused_as_busy()) return;
    auto const here = scene();
    kept_steps.clear();
    for (auto const& entry : session->trial()->entries)
        kept_steps.push_back({ proposal_text(*here, entry.command), {} });
    auto entries = session->end_trial();
    toasts.clear(); // they name entries of the fork
    Toast toast { .model = { .tone = Tone::covered, .text = {} }, .undo = {} };
    for (std::size_t place = 0; place < entries.size(); ++place) {
        auto const done = session->execute(entries[place].command, author());
        if (!done) {
            kept_steps[place].refusal = text_of(done.error());
            continue;
        }
        kept_steps[place].text = command_text(*here, entries[place].command);
        toast.undo.push_back({ *done, std::move(entries[place].command) });
    }
    auto const recorded = std::ssize(toast.undo);
    bool const all = recorded == std::ssize(kept_steps);
    toast.model.tone = all ? Tone::covered : Tone::ending;
    toast.model.text = all
        ? words.plural("what_if.kept", recorded)
        : words("what_if.kept_partly",
              { { "count", words.number(recorded) }, { "all", words.number(std::ssize(kept_steps)) } });
    toast.model.can_undo = recorded > 0 && std::ranges::all_of(toast.undo, [](DoneCommand const& each) {
        return engine::compensation(each.command).has_value();
    });
    if (!kept_steps.empty()) show_toast(std::move(toast));
    if (!all)
        show(WhatIfRoute {}, History::push);
    else
        leave_what_if_screen();
    if (recorded > 0) ask_persistence_once();
}

void Portal::State::drop_what_if()
{
    if (!session || !session->trial()) return;
    (void)session->end_trial();
    toasts.clear(); // what they would take back is gone
    kept_steps.clear();
    say(Tone::neutral, std::string { words("what_if.dropped") });
    return_from_what_if();
}

void Portal::State::run_on_what_if(std::string_view action)
{
    constexpr std::string_view leave = "leave:";
    if (!session->trial() || !action.starts_with(leave)) return;
    std::size_t place = 0;
    (void)std::from_chars(action.data() + leave.size(), action.data() + action.size(), place);
    auto const gone = session->leave_out_of_trial(place);
    toasts.clear(); // they name entries that have moved
    if (gone > 1) say(Tone::ending, words.plural("what_if.left_out_too", static_cast<std::int64_t>(gone) - 1));
}

} // namespace keyrack::portal
