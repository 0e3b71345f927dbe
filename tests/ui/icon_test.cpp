// The icons of the code and the list that the page is built from are the same.

#include "ui/kit/icon.hpp"

#include <catch_amalgamated.hpp>

#include <fstream>
#include <string>
#include <vector>

using namespace keyrack::ui;

namespace {

std::vector<std::string> listed()
{
    std::ifstream file { KEYRACK_SOURCE_FOLDER "/assets/icons.txt" };
    std::vector<std::string> names;
    for (std::string line; std::getline(file, line);) names.push_back(line);
    return names;
}

} // namespace

TEST_CASE("assets/icons.txt names the icons in their order", "[ui]")
{
    auto const names = listed();
    REQUIRE(names.size() == icon_count);
    for (std::size_t i = 0; i < icon_count; ++i) {
        CAPTURE(i);
        CHECK(icon_name(i) == names[i]);
    }
    CHECK(icon_name(icon_count).empty());
}

TEST_CASE("an icon's name and its place in the font belong together", "[ui]")
{
    CHECK(icon_name(static_cast<std::size_t>(Icon::key_round)) == "key-round");
    CHECK(icon_name(static_cast<std::size_t>(Icon::trash_2)) == "trash-2");
    CHECK(icon_name(static_cast<std::size_t>(Icon::columns_3)) == "columns-3");
    CHECK(icon_codepoint(Icon {}) == U'\uE000');
    CHECK(icon_codepoint(Icon::zap) == U'\uE000' + icon_count - 1);
}
