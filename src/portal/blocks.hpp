#pragma once
// What several screens are put together from: figures that lead somewhere, lines with what to do, spans of time.

#include "portal/models.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace keyrack::portal {

// What a line is about: its picture.
enum class Subject { room, ticket, ending, breach, invitation, spare, person, partner, mail, contract, order, entry };

// "18 rooms have no cover · 38 licences are free · Plan": what it is, then what to do, and where.
struct ActionLine
{
    std::string key; // stable: it is the line's identity
    Subject subject {};
    Tone tone = Tone::neutral;
    std::string text, second;
    Chip chip {};         // without text: none
    std::string action;   // label of what to do; empty: none
    std::string fragment; // where it leads …
    std::string run {};   // … or what it runs: RunOnScreen
    std::string about {}; // told with the button to who cannot see where it stands
    std::string open {};  // where the text itself leads; empty: it is no link
    bool selected = false;
};

// Who acts here: "You act as Maren Kjær", "Weaker than a sign-in: …", "Change".
struct ActingCard
{
    std::string text, second; // without text: nobody is needed
    std::string action;       // empty: none
    std::string run;          // RunOnScreen
};

// 0…1; of nothing, none.
[[nodiscard]] constexpr double share(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

struct LeadingFigure // a small card; all of it leads
{
    std::string label;  // "Rooms covered"
    std::string value;  // "78 %"
    std::string second; // "62 of 80"
    std::string link;   // "18 uncovered"
    std::string fragment;
    double share = 0; // of the ring, 0…1
    Tone tone = Tone::neutral;
};

// Places on a common axis from 0 to 1.
struct AxisWord
{
    double at = 0;
    std::string text;
};

struct SpanOnAxis
{
    double from = 0, to = 1;
    Tone tone = Tone::covered;
};

struct TimelineRow
{
    std::string title, second; // "PO-1041", "Select · 40 rooms"
    std::string says;          // the row in a sentence, with its dates
    std::string fragment;
    std::vector<SpanOnAxis> spans;
};

struct Timeline
{
    std::vector<AxisWord> axis; // months
    std::vector<TimelineRow> rows;
    std::string more, more_fragment; // "and 4 more"
};

} // namespace keyrack::portal
