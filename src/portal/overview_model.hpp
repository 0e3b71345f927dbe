#pragma once
// The first screen of a tenant: what needs somebody now, how things stand, and the next twelve months at a glance.

#include "portal/blocks.hpp"
#include "portal/scene.hpp"

namespace keyrack::portal {

struct SiteLine
{
    std::string name, text;                         // "Zürich", "28 of 30"
    std::string says;                               // "Zürich: 28 of 30 rooms covered, 4 of them end within 90 days"
    std::int64_t covered = 0, ending = 0, open = 0; // rooms
    std::string fragment;
};

struct OverviewModel
{
    std::string greeting, second; // "Good morning, Maren", "Five things need your attention."
    std::vector<LeadingFigure> figures;
    std::vector<ActionLine> needs; // most urgent first
    std::string needs_count;
    Timeline timeline;
    std::string no_terms {};     // instead of its rows: nothing is bought yet, or nothing runs
    std::vector<SiteLine> sites; // the least covered first
    std::string more_sites, rooms_fragment, assign_fragment;
    bool nothing_yet = false; // neither rooms nor orders: what to do first
};

[[nodiscard]] OverviewModel overview_model(Scene const& scene);
// overview_needs.cpp
[[nodiscard]] std::vector<ActionLine> needs_of(Scene const& scene);

} // namespace keyrack::portal
