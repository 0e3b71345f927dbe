#include "codec/segment.hpp"
#include "codec/sha256.hpp"

#include <catch_amalgamated.hpp>

#include <fstream>
#include <iterator>
#include <string>

namespace keyrack::codec {

namespace {

Segment sample()
{
    TravellingEntry const first {
        .sequence = 7,
        .time_ms = 1'780'272'000'000,
        .actor = "Maren Kjær, \"command\":",
        .seen = { { "b2", 3 }, { "command", 1 } },
        .command = R"({"kind":"remove_room","room":"fjord"})"
    };
    TravellingEntry const second {
        .sequence = 8,
        .time_ms = 1'780'272'000'000,
        .time_counter = 1,
        .actor = "Maren Kjær",
        .schema = 9,
        .undoes = EntryName { "b2", 2 },
        .command = R"({"kind":"of_tomorrow","list":[1,2.5,{"a":null}]})"
    };
    TravellingEntry const import {
        .sequence = 9,
        .time_ms = 1'780'272'000'001,
        .actor = "Maren Kjær",
        .command = R"({"kind":"import","file":"rooms.json","rows":2})",
        .rows = { R"({"kind":"remove_room","room":"limmat"})", R"({"kind":"remove_room","room":"]}"})" }
    };
    return {
        .tenant = "northwind",
        .writer = "a1",
        .number = 2,
        .previous = sha256_hex("one before"),
        .entries = { first, second, import }
    };
}

std::string with_digest(std::string const& body)
{
    return R"({"sha256":")" + sha256_hex(body) + "\",\"content\":\n" + body + "}\n";
}

// As in docs/exchange.md.
Segment described()
{
    auto segment = sample();
    segment.entries.front().actor = "Maren Kjær";
    segment.entries.front().seen = {
        { "b2", 3 }
    };
    segment.entries[1].schema = 1;
    segment.entries[1].command = R"({"kind":"remove_room","room":"alster"})";
    return segment;
}

} // namespace

TEST_CASE("SHA-256 as FIPS 180-4 has it", "[sync]")
{
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a segment read back is the same, unknown commands to the letter", "[sync]")
{
    auto const text = to_text(sample());
    auto const read = read_segment(text);
    REQUIRE(read);
    CHECK(read->segment == sample());
    CHECK(to_text(read->segment) == text);
    CHECK(text.find(read->sha256) == 11);
}

TEST_CASE("no byte of a segment can be changed, cut off or added unnoticed", "[sync]")
{
    auto const text = to_text(sample());
    for (std::size_t at = 0; at < text.size(); ++at) {
        INFO(at);
        auto changed = text;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK_FALSE(read_segment(changed));
        auto const cut = read_segment(std::string_view { text }.substr(0, at));
        REQUIRE_FALSE(cut);
        CHECK(cut.error().what == "segment_damaged");
    }
    CHECK_FALSE(read_segment(text + " "));
    CHECK_FALSE(read_segment("<!doctype html><title>Sign in</title>"));
}

TEST_CASE("the sample that the schema is held against is what is written", "[sync]")
{
    std::ifstream file { KEYRACK_SOURCE_FOLDER "/tests/codec/segment.json", std::ios::binary };
    std::string const sample { std::istreambuf_iterator<char> { file }, {} };
    CHECK(sample == to_text(described()));
}

TEST_CASE("a lane's card read back is the same, and a torn one is none", "[sync]")
{
    LaneCard const card { .tenant = "northwind", .lane = "0f3a", .writer = "a1", .first = 4 };
    auto const text = to_text(card);
    auto const read = read_lane_card(text);
    REQUIRE(read);
    CHECK(*read == card);
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto torn = text;
        torn[at] = static_cast<char>(torn[at] ^ 1);
        CHECK_FALSE(read_lane_card(torn));
    }
    CHECK_FALSE(read_lane_card(to_text(LaneCard { .tenant = "northwind", .lane = "../a1", .writer = "a1" })));
    CHECK_FALSE(read_lane_card(to_text(LaneCard { .tenant = "northwind", .lane = "a1", .writer = "a1", .first = 0 })));
}

TEST_CASE("what is no segment is refused for what it is", "[sync]")
{
    struct Row
    {
        std::string_view what;
        std::string body;
        std::string_view error;
    };
    std::string const entry = R"({"sequence":1,"time_ms":1,"time_counter":0,"actor":"a","schema":1,"command":{}})";
    std::string const head = R"({"format":1,"tenant":"t","writer":"a","number":1,"previous":"","entries":[)";
    auto const with = [&](std::string const& line) { return head + "\n" + line + "\n]}"; };
    // clang-format off
    Row const rows[] {
        { "a newer format",       R"({"format":2,"new":{},"entries":[)" "\n]}",                  "newer_segment" },
        { "no entries",           head + "\n]}",                                                "segment_damaged" },
        { "a gap",                with(entry + ",\n" + R"({"sequence":3,"time_ms":1,"time_counter":0,"actor":"a","schema":1,"command":{}})"), "segment_damaged" },
        { "no end",               head + "\n" + entry,                                          "json_truncated" },
        { "a path as writer",     R"({"format":1,"tenant":"t","writer":"../a","number":1,"previous":"","entries":[)" "\n" + entry + "\n]}", "segment_damaged" },
        { "an unknown field",     with(R"({"sequence":1,"time_ms":1,"time_counter":0,"actor":"a","schema":1,"colour":1,"command":{}})"), "unknown_field" },
        { "a command of no kind", with(R"({"sequence":1,"time_ms":1,"time_counter":0,"actor":"a","schema":1,"command":1})"), "segment_damaged" },
        { "seen that is no list", with(R"({"sequence":1,"time_ms":1,"time_counter":0,"actor":"a","schema":1,"seen":{"b":"x"},"command":{}})"), "wrong_type" },
    };
    // clang-format on
    for (auto const& row : rows) {
        INFO(row.what);
        auto const read = read_segment(with_digest(row.body));
        REQUIRE_FALSE(read);
        CHECK(read.error().what == row.error);
    }
    CHECK(read_segment(with_digest(with(entry))));
}

} // namespace keyrack::codec
