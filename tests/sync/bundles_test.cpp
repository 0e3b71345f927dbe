#include "sync/bundles.hpp"

#include "sync/simulation.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace keyrack::test {

namespace {

// The bundles of devices that were stopped in the middle of an exchange, and all that they know together.
struct Midway
{
    std::vector<codec::Bundle> bundles;
    std::set<std::string> commands;
};

Midway midway(std::uint64_t seed)
{
    Simulation simulation { seed, {} };
    simulation.run_midway();
    Midway result;
    for (auto& kept : simulation.kept()) {
        result.commands.merge(commands_of(kept));
        result.bundles.push_back(sync::bundle_of(kept));
    }
    return result;
}

} // namespace

TEST_CASE("bundles merged in any order are the same file, and nothing is dropped", "[sync][B8]")
{
    for (auto const seed : seeds(40)) {
        INFO("seed " << seed);
        auto [bundles, commands] = midway(seed);
        auto kept = sync::merged(bundles);
        REQUIRE(kept);
        CHECK(commands_of(*kept) == commands);
        auto const text = codec::to_text(sync::bundle_of(*kept));
        std::ranges::reverse(bundles);
        bundles.push_back(bundles.front()); // twice is as once
        auto again = sync::merged(bundles);
        REQUIRE(again);
        CHECK(codec::to_text(sync::bundle_of(*again)) == text);
        CHECK(digest_of(*again) == digest_of(*kept));
    }
}

TEST_CASE("a bundle written, read, taken in and written again is the same to the letter", "[sync][B8]")
{
    auto kept = sync::merged(midway(7).bundles);
    REQUIRE(kept);
    auto const text = codec::to_text(sync::bundle_of(*kept));
    auto const read = codec::read_bundle(text);
    REQUIRE(read);
    auto again = sync::merged(std::span { &*read, 1 });
    REQUIRE(again);
    CHECK(codec::to_text(sync::bundle_of(*again)) == text);
}

TEST_CASE("a bundle that is not whole is refused with the place", "[sync][B8]")
{
    auto const bundles = midway(7).bundles;
    auto const long_lane = [](codec::BundleLane const& lane) { return lane.first == 1 && lane.segments.size() > 2; };
    auto const with = std::ranges::find_if(
        bundles, [&](codec::Bundle const& each) { return std::ranges::any_of(each.lanes, long_lane); });
    REQUIRE(with != bundles.end());
    auto const at = static_cast<std::size_t>(std::ranges::find_if(with->lanes, long_lane) - with->lanes.begin());
    auto const name = with->lanes[at].lane;

    struct Row
    {
        std::string_view what;
        void (*damage)(codec::Bundle&, codec::BundleLane&);
        std::string_view error;
        std::string where;
    };
    // clang-format off
    Row const rows[] {
        { "a segment changed",      [](auto&, auto& lane) { lane.segments[1].text[90] ^= 1; },                      "segment_damaged", name + "/2" },
        { "one left out",           [](auto&, auto& lane) { lane.segments.erase(lane.segments.begin() + 1); }, "segment_damaged", name + "/2" },
        { "the first left out",     [](auto&, auto& lane) { lane.segments.erase(lane.segments.begin()); ++lane.first; }, "segment_missing", name + "/2" },
        { "under another name",     [](auto&, auto& lane) { lane.writer = "somebody"; },                       "segment_damaged", name + "/1" },
        { "of another tenant",      [](auto& bundle, auto&) { bundle.tenant = "acme"; },                       "other_tenant",    "" },
    };
    // clang-format on
    for (auto const& row : rows) {
        INFO(row.what);
        std::vector<codec::Bundle> damaged { *with, *with };
        damaged.erase(damaged.begin() + (row.error == "other_tenant" ? 2 : 1), damaged.end());
        row.damage(damaged.back(), damaged.back().lanes[at]);
        auto const kept = sync::merged(damaged);
        REQUIRE_FALSE(kept);
        CHECK(kept.error().what == row.error);
        CHECK(kept.error().where == row.where);
    }
}

} // namespace keyrack::test
