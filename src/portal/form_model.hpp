#pragma once
// Fields of a form that stands on a screen. Values as in a dialog: a toggle is "yes" or empty, a choice the value of one
// of `choices`.

#include <string>
#include <utility>
#include <vector>

namespace keyrack::portal {

struct FormField
{
    enum class Kind { text, email, secret, address, long_text, date, choice, segments, toggle, found };
    std::string key, label, value, hint, error;
    Kind kind = Kind::text;
    bool required = false;
    std::string scan {};         // label of the button that reads it with the camera; empty: none
    std::string shown {};        // date: "22 Nov 2026"
    std::string autocomplete {}; // as in HTML: what about whoever writes it stands here; empty: nothing is
    std::vector<std::pair<std::string, std::string>> choices {}; // value, label; found: what the text so far finds
};

} // namespace keyrack::portal
