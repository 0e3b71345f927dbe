// The command and the worker's side (tests/web/backends.test.mjs) are held to one table.
#include "cli/http_status.hpp"
#include "codec/json_value.hpp"

#include <catch_amalgamated.hpp>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

using namespace keyrack;

namespace {

codec::JsonArray statuses()
{
    std::ifstream file { KEYRACK_SOURCE_FOLDER "/tests/web/http_statuses.json" };
    std::string const text { std::istreambuf_iterator<char> { file }, {} };
    auto read = codec::parse_json(text);
    REQUIRE(read);
    REQUIRE(read->as<codec::JsonArray>());
    return *read->as<codec::JsonArray>();
}

sync::Answered answered(codec::JsonObject const& row, std::string_view key)
{
    static std::map<std::string, sync::Answered> const words {
        { "found",   sync::Answered::found   },
        { "absent",  sync::Answered::absent  },
        { "done",    sync::Answered::done    },
        { "refused", sync::Answered::refused },
        { "failed",  sync::Answered::failed  }
    };
    return words.at(*codec::member(row, key)->as<std::string>());
}

} // namespace

TEST_CASE("what a status of HTTP means to the command", "[cli]")
{
    auto const rows = statuses();
    REQUIRE(rows.size() > 30);
    for (auto const& each : rows) {
        auto const& row = *each.as<codec::JsonObject>();
        auto const status = static_cast<long>(*codec::member(row, "status")->as<std::int64_t>());
        CAPTURE(status);
        CHECK(cli::answer_to_get(status) == answered(row, "get"));
        CHECK(cli::answer_to_put(status) == answered(row, "put"));
    }
    CHECK(cli::answer_to_get(0) == sync::Answered::failed); // there was none
    CHECK(cli::answer_to_put(0) == sync::Answered::failed);
}
