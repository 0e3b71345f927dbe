#pragma once
// Commands that were refused and the ways past that: found once, when they are refused, and shown wherever it is told.

#include "engine/no_way.hpp"
#include "portal/scene.hpp"
#include "portal/shown.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace keyrack::portal {

struct DialogState; // dialog.hpp

// All that is to be given, in its order. Where the refused command stood, some steps make way and others follow.
struct WayPast
{
    std::vector<engine::Command> steps;
    std::size_t first = 0; // of those that stand for the command …
    std::size_t count = 0; // … so many
    std::size_t preparing = 0;
    std::int64_t covered_before = 0, covered_after = 0; // rooms
    bool may_give = true;                               // who acts may give all of it

    [[nodiscard]] std::span<engine::Command const> told() const { return std::span { steps }.subspan(first, count); }
};

struct Refused
{
    Setback why;
    std::vector<WayPast> ways {};             // best first
    std::optional<engine::NoWay> dead_end {}; // a denial that nothing leads past
    std::string text {};                      // what was to be said once it was done

    [[nodiscard]] bool has_ways() const { return !ways.empty(); }
};

// What became of steps of which the one at `at` was refused, with none of them carried out.
[[nodiscard]] Refused refused(Scene const& scene, std::span<engine::Command const> steps, std::size_t at, Setback why);
// The refusal in words, with the reason why nothing helps where nothing does.
[[nodiscard]] std::string refusal_text(Words const& words, Refused const& refused);
// The ways as rows. A way that only writes something else into the dialog is offered as that.
[[nodiscard]] std::vector<CureModel> ways_shown(Scene const& scene, Refused const& refused, DialogState const& dialog);
// The dialog with the way written into it; nothing where its fields cannot say it.
[[nodiscard]] std::optional<DialogState> filled(Scene const& scene, DialogState const& dialog, WayPast const& way);

} // namespace keyrack::portal
