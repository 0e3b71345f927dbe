// Looking for words eight places at a time finds what looking letter by letter finds; a choice of rooms is a set.
#include "portal/room_set.hpp"
#include "portal/word_search.hpp"

#include <catch_amalgamated.hpp>

#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace keyrack;
using namespace keyrack::portal;

namespace {

std::string any_text(std::mt19937& random, std::size_t most)
{
    static constexpr std::string_view letters = "aab\n\x7f\x80\xff";
    std::string text(random() % (most + 1), ' ');
    for (auto& letter : text) letter = letters[random() % letters.size()];
    return text;
}

} // namespace

TEST_CASE("a word is found where it stands first", "[portal]")
{
    std::mt19937 random { 7 };
    for (int run = 0; run < 20'000; ++run) {
        auto const text = any_text(random, 40);
        auto const begin = random() % (text.size() + 1);
        auto const word = run % 2 == 0 ? 'a' + any_text(random, 3) : 'a' + text.substr(begin, random() % 12);
        auto const from = random() % (text.size() + 2);
        auto const wanted = std::string_view { text }.find(word, from);
        auto const found = WordFinder { word }.find(text, from);
        if (found == wanted) continue;
        CAPTURE(text, word, from);
        CHECK(found == wanted);
    }
}

TEST_CASE("a query is its words, the longest first", "[portal]")
{
    CHECK(search_words(" b\tZürich  9 ") == std::vector<std::string> { "zurich", "b", "9" });
    CHECK(search_words(" \n").empty());
}

TEST_CASE("a choice of rooms is a set of them", "[portal]")
{
    std::mt19937 random { 7 };
    RoomSet chosen;
    std::set<RoomId> wanted;
    for (int run = 0; run < 2'000; ++run) {
        auto const room = RoomId::of_row(random() % 50);
        if (random() % 2 == 0) {
            chosen.insert(room);
            wanted.insert(room);
        } else {
            chosen.erase(room);
            wanted.erase(room);
        }
        REQUIRE(chosen.size() == wanted.size());
        REQUIRE(chosen.contains(room) == wanted.contains(room));
    }
    CHECK(chosen.rooms() == std::vector<RoomId>(wanted.begin(), wanted.end()));
    chosen.clear();
    CHECK(chosen.empty());
    CHECK(!chosen.contains(RoomId::none()));
}
