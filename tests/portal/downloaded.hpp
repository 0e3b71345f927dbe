#pragma once

#include "portal/stage.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <string>
#include <variant>

namespace keyrack::test {

// What the portal handed out last as a file.
inline std::string last_download(Stage const& stage)
{
    auto const found = std::ranges::find_if(stage.seen.rbegin(), stage.seen.rend(),
        [](portal::Effect const& each) { return std::holds_alternative<portal::Download>(each); });
    REQUIRE(found != stage.seen.rend());
    std::string text;
    for (auto const byte : std::get<portal::Download>(*found).bytes) text += static_cast<char>(byte);
    return text;
}

} // namespace keyrack::test
