#pragma once
// The screen of tickets, where it is open.

#include "portal/stage.hpp"
#include "portal/support_model.hpp"

#include <catch_amalgamated.hpp>

#include <string>
#include <variant>
#include <vector>

namespace keyrack::test {

[[nodiscard]] inline portal::SupportModel const& support(Stage& stage)
{
    REQUIRE(std::holds_alternative<portal::Apart<portal::SupportModel>>(stage.session().screen));
    return *std::get<portal::Apart<portal::SupportModel>>(stage.session().screen);
}

[[nodiscard]] inline std::vector<std::string> keys(Stage& stage)
{
    std::vector<std::string> keys;
    auto const& model = support(stage);
    for (std::size_t index = 0; index < model.count; ++index) keys.push_back(model.line(index).key);
    return keys;
}

} // namespace keyrack::test
