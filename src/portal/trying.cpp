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
    toasts.clear(); // what was done before is not undone within a what-if
    session->begin_trial();
    effects.push_back(Announce { std::string { words("what_if.begun") } });
    // What was known earlier is left: a fork is of what is known now.
    if (here->known_at) go(TenantRoute { here->slug, here->as_of, here->screen }, History::push);
}

// Each step for real, in its order. What is refused is told beside it, and the others stand.
void Portal::State::keep_what_if()
{
    if (!session || !session->trial() || refused_as_busy()) return;
    auto const here = scene();
    kept_steps.clear();
    for (auto const& entry : session->trial()->entries)
        kept_steps.push_back({ command_text(*here, entry.command), {} });
    auto entries = session->end_trial();
    toasts.clear(); // they name entries of the fork
    Toast toast { .model = { .tone = Tone::covered, .text = {} }, .undo = {} };
    for (std::size_t place = 0; place < entries.size(); ++place) {
        auto const done = session->execute(entries[place].command, author());
        if (done)
            toast.undo.push_back({ *done, std::move(entries[place].command) });
        else
            kept_steps[place].refusal = text_of(done.error());
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
    else if (std::holds_alternative<WhatIfRoute>(tenant_route()->screen))
        show(OverviewRoute {}, History::replace);
    if (recorded > 0) ask_persistence_once();
}

void Portal::State::drop_what_if()
{
    if (!session || !session->trial()) return;
    (void)session->end_trial();
    toasts.clear(); // what they would take back is gone
    kept_steps.clear();
    say(Tone::neutral, std::string { words("what_if.dropped") });
    // What was open may have been of the fork alone.
    auto const here = *tenant_route();
    arrive(std::holds_alternative<WhatIfRoute>(here.screen) ? TenantRoute { here.slug, here.as_of, OverviewRoute {} }
                                                            : here,
        History::replace);
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
