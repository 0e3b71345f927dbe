#pragma once
// What is being tried on a fork of the tenant (B2): its steps, and what would be different.

#include "portal/blocks.hpp"
#include "portal/scene.hpp"

#include <string>
#include <vector>

namespace keyrack::portal {

// Over every screen while something is tried.
struct WhatIfBar
{
    std::string text;     // "What if: 3 changes. Nothing of it is recorded."
    std::string fragment; // the difference; empty: it is on the screen already
    bool nothing_yet = true;
};

// A step of what was tried, given for real.
struct KeptStep
{
    std::string text;
    std::string refusal; // empty: it is recorded
};

struct WhatIfFigure
{
    std::string label, before, after; // "Rooms covered", "62", "66"
    std::string second;               // "+4"
    Tone tone = Tone::neutral;
};

struct WhatIfGroup
{
    std::string title; // "Rooms gained"
    Tone tone = Tone::neutral;
    std::vector<ActionLine> lines;
    std::string more; // "and 12 more"
};

struct WhatIfModel
{
    std::string second;
    bool trying = false;
    std::vector<ActionLine> steps; // each with a way to leave it out
    std::vector<WhatIfFigure> figures;
    std::vector<WhatIfGroup> groups;
    std::vector<ActionLine> kept; // what became of the steps that were kept last
    std::string working;          // until the difference is worked out
    std::string refusal;          // why there is no difference to be told
};

[[nodiscard]] WhatIfBar what_if_bar(Scene const& scene);
[[nodiscard]] WhatIfModel what_if_model(Scene const& scene, std::vector<KeptStep> const& kept);
[[nodiscard]] std::vector<engine::Command> tried_commands(Session const& session);

} // namespace keyrack::portal
