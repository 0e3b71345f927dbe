#include "sync/order.hpp"

#include <catch_amalgamated.hpp>

#include <deque>
#include <map>
#include <string>

namespace keyrack::sync {

namespace {

struct Written
{
    std::string device;
    std::int64_t time_ms = 0;
    codec::Seen seen {};
};

// The order of what was written, as "a1 b1 a2".
std::string order_of(std::vector<Written> const& written)
{
    std::deque<codec::TravellingEntry> entries;
    std::map<std::string, std::vector<codec::TravellingEntry const*>> by_device;
    for (auto const& each : written) {
        auto& lane = by_device[each.device];
        lane.push_back(&entries.emplace_back(
            codec::TravellingEntry { .sequence = std::ssize(lane) + 1, .time_ms = each.time_ms, .seen = each.seen }));
    }
    std::vector<Lane> lanes;
    for (auto const& [device, lane] : by_device) lanes.push_back({ .device = device, .entries = lane });
    std::string text;
    for (auto const& [lane, index] : merge_order(lanes))
        text += (text.empty() ? "" : " ") + std::string { lanes[lane].device } + std::to_string(index + 1);
    return text;
}

} // namespace

TEST_CASE("entries come after what their device had seen, else by time, else by name", "[sync][B8]")
{
    struct Row
    {
        std::string_view what;
        std::vector<Written> written;
        std::string_view order;
    };
    // clang-format off
    Row const rows[] {
        { "nothing",                          {},                                                                     "" },
        { "by time",                          { { "a", 20 }, { "b", 10 } },                                           "b1 a1" },
        { "of equal times, by name",          { { "b", 10 }, { "a", 10 } },                                           "a1 b1" },
        { "a lane keeps its own order",       { { "a", 30 }, { "a", 10 }, { "b", 20 } },                              "b1 a1 a2" },
        { "what was seen comes before",       { { "a", 10, { { "b", 1 } } }, { "b", 20 } },                           "b1 a1" },
        { "the seen has seen something too",  { { "a", 1, { { "b", 1 } } }, { "b", 2, { { "c", 1 } } }, { "c", 3 } }, "c1 b1 a1" },
        { "what was seen and is not there",   { { "a", 10, { { "z", 4 } } }, { "b", 20 } },                           "a1 b1" },
        { "more was seen than is there",      { { "a", 10, { { "b", 9 } } }, { "b", 20 } },                           "b1 a1" },
        { "each has seen the other: by time", { { "a", 20, { { "b", 1 } } }, { "b", 10, { { "a", 1 } } } },           "b1 a1" },
    };
    // clang-format on
    for (auto const& row : rows) {
        INFO(row.what);
        CHECK(order_of(row.written) == row.order);
    }
}

} // namespace keyrack::sync
