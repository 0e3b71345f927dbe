#pragma once
// What the address of a screen is made of.

#include "portal/address_text.hpp"

#include <string>
#include <string_view>

namespace keyrack::portal {

struct ScreenAddress
{
    std::string_view screen;
    std::string key;
    Parameters parameters;
};

} // namespace keyrack::portal
