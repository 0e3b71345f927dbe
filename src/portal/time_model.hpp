#pragma once
// The bar by which the day is chosen that every screen is about, and what was known then (B3).

#include "portal/scene.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace keyrack::portal {

struct TimeStep
{
    std::string key;  // "month_back"
    std::string name; // "A month earlier"
    std::string day;  // where it leads: "2027-02-01"
};

// A day worth looking at, on the slider: an ending.
struct TimeMark
{
    std::int64_t at = 0; // days since the epoch
    std::string text;    // "28 Jan 2027: 12 rooms end"
};

struct TimeBar
{
    std::string day, shown;            // "2027-03-01", "1 Mar 2027"
    std::string known_at, known_shown; // empty: what is known now
    std::string text;                  // what holds: "Every figure and answer is of 1 Mar 2027, as it was known on …"
    std::vector<TimeStep> back, ahead; // beside the day
    std::int64_t from = 0, to = 0;     // of the slider: days since the epoch
    std::int64_t at = 0;               // on it
    std::string from_text, to_text;    // "Jan 2024"
    std::vector<TimeMark> marks;
    bool opened = false; // by whoever wants another day; otherwise it only says which one holds
    bool today = true;   // of the day
    bool known_now = true;
    bool can_try = false; // a what-if can be begun from here
};

[[nodiscard]] TimeBar time_bar(Scene const& scene, bool opened);
// A day of the slider in words: while it is dragged.
[[nodiscard]] std::string day_text(Words const& words, std::int64_t day);

} // namespace keyrack::portal
