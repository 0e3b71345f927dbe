#pragma once
// Five years of the demo company as a strip: the days on which something happens by itself, each with its name and the
// screen that shows it. The days come from the ledger, so they follow what the person does in it.

#include "portal/scene.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace keyrack::portal {

inline constexpr std::string_view demo_slug = "northwind"; // no other tenant gets it

struct DemoMark
{
    std::string key; // stable: it is the mark's identity
    Date on {};
    Tone tone = Tone::neutral;
    std::string text;     // "Day 60: PO-1072 starts by itself"
    std::string why;      // "No room had a licence of it by then, so its term runs all the same."
    std::string date;     // "15 Jan 2027"
    std::string fragment; // the screen that shows it, on that day
};

struct DemoStripModel
{
    Date first {}, last {}, day {}, today {};
    std::string value; // "15 Jan 2027": the day that is shown
    std::vector<DemoMark> marks;
    std::vector<std::pair<Date, std::string>> years; // the first of January of each
};

[[nodiscard]] DemoStripModel demo_strip(Scene const& scene);

} // namespace keyrack::portal
