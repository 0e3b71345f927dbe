#pragma once
// What a person has written on a screen with a form, until it is carried out or left.

#include "engine/denial.hpp"
#include "portal/session.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace keyrack::portal {

struct ScreenForm
{
    std::string of {}; // which form: what was written in another one is not meant here
    std::map<std::string, std::string, std::less<>> values {};
    std::optional<Setback> setback {};
    bool tried = false; // it was submitted: from then on what is missing is said beside its field

    // What was written, or else what the form begins with.
    [[nodiscard]] std::string value(std::string_view form, std::string_view field, std::string usual = {}) const
    {
        if (of != form) return usual;
        auto const found = values.find(field);
        return found == values.end() ? usual : found->second;
    }
};

} // namespace keyrack::portal
