#pragma once
// Promise: the card that goes along with what a pointer carries (Frame::carrying), beside a mouse and above a finger.

#include "ui/kit/frame.hpp"

#include <string>

namespace keyrack::ui {

struct CarriedCardSpec
{
    WidgetKey key;
    std::string title;
    std::string second;       // what would be, or why it cannot be
    std::string more = {};    // of what would be
    Tone tone = Tone::accent; // missing: it cannot be let go here
};

// Draws it, and says it.
void carried_card(Frame& f, CarriedCardSpec const& spec);

} // namespace keyrack::ui
