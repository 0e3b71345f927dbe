#include "sync/bundles.hpp"
#include "sync/replica.hpp"

#include <catch_amalgamated.hpp>

#include <map>
#include <string>

namespace keyrack::sync {

namespace {

using Folder = std::map<std::string, std::string>;

constexpr std::int64_t noon_ms = 1'790'000'000'000;

Replica device(std::string const& name)
{
    return Replica {
        Kept { .tenant = "northwind", .device = name, .lanes = {}, .unsent = {}, .told = {} }
    };
}

// Answers every request from the folder until the replica waits; `fault` answers in its stead where it answers at all.
template <class Fault>
void exchange(Replica& replica, Folder& folder, std::int64_t now_ms, Fault const& fault)
{
    auto effects = replica.tick(now_ms);
    while (!effects.empty() && !std::holds_alternative<Wait>(effects.back())) {
        Answer answer;
        if (auto const* put = std::get_if<Put>(&effects.back())) {
            answer = fault(put->path).value_or(Answer { .how = Answered::done, .body = {} });
            answer.request = put->request;
            if (answer.how == Answered::done && answer.body.empty()) folder[put->path] = put->body;
        } else {
            auto const& get = std::get<Get>(effects.back());
            auto const found = folder.find(get.path);
            auto const there = found == folder.end() ? Answer { .how = Answered::absent, .body = {} }
                                                     : Answer { .how = Answered::found, .body = found->second };
            answer = fault(get.path).value_or(there);
            answer.request = get.request;
        }
        effects = replica.take(answer, now_ms);
    }
}

void exchange(Replica& replica, Folder& folder, std::int64_t now_ms)
{
    exchange(replica, folder, now_ms, [](std::string const&) { return std::optional<Answer> {}; });
}

} // namespace

TEST_CASE("an entry is on this device, then sent, then seen by others", "[sync]")
{
    Folder folder;
    auto oslo = device("oslo");
    auto bern = device("bern");
    oslo.write("Maren", R"({"kind":"remove_room","room":"fjord"})", noon_ms);
    CHECK(whereabouts(oslo.status(), 1) == Whereabouts::on_this_device);
    exchange(oslo, folder, noon_ms);
    CHECK(whereabouts(oslo.status(), 1) == Whereabouts::sent);
    CHECK(oslo.status().resting);

    exchange(bern, folder, noon_ms);
    CHECK(bern.status().received == 1);
    bern.write("Urs", R"({"kind":"remove_room","room":"aare"})", noon_ms - 1'000'000); // a clock that is late
    exchange(bern, folder, noon_ms + poll_ms);
    exchange(oslo, folder, noon_ms + poll_ms);
    CHECK(whereabouts(oslo.status(), 1) == Whereabouts::seen_by_others);
    CHECK(entries_in_order(oslo.kept()).back().lane == "bern");
}

TEST_CASE("what stands in the way is said", "[sync]")
{
    struct Row
    {
        std::string_view what;
        Answer answer; // to everything about segments
        Trouble trouble;
    };
    // clang-format off
    Row const rows[] {
        { "no network",              { .how = Answered::failed,  .body = {} },               Trouble::unreachable },
        { "sign in",                 { .how = Answered::refused, .body = {} },               Trouble::refused },
        { "says done, keeps nothing",{ .how = Answered::done,    .body = "nothing kept" },   Trouble::not_kept },
        { "a login page for all",    { .how = Answered::found,   .body = "<!doctype html>" },Trouble::foreign },
    };
    // clang-format on
    for (auto const& row : rows) {
        INFO(row.what);
        Folder folder;
        auto oslo = device("oslo");
        oslo.write("Maren", R"({"kind":"remove_room","room":"fjord"})", noon_ms);
        exchange(oslo, folder, noon_ms, [&](std::string const& path) -> std::optional<Answer> {
            auto const is_read = row.answer.how == Answered::done && !folder.contains(path);
            if (path.find("/oslo/") == path.npos) return std::nullopt;
            return is_read ? Answer { .how = Answered::absent, .body = {} } : row.answer;
        });
        CHECK(oslo.status().trouble == row.trouble);
        CHECK(whereabouts(oslo.status(), 1) == Whereabouts::on_this_device);
        CHECK_FALSE(oslo.status().resting);
        exchange(oslo, folder, noon_ms + first_delay_ms * 2); // it works again
        CHECK(whereabouts(oslo.status(), 1) == Whereabouts::sent);
        CHECK(oslo.status().trouble == Trouble::none);
    }
}

TEST_CASE("paused, it asks for nothing; woken, it does not wait", "[sync]")
{
    Folder folder;
    auto oslo = device("oslo");
    oslo.go(Going::paused);
    CHECK(oslo.tick(noon_ms).empty());
    oslo.go(Going::on);
    exchange(oslo, folder, noon_ms);
    CHECK(std::holds_alternative<Wait>(oslo.tick(noon_ms + 1).back()));
    oslo.wake();
    CHECK(std::holds_alternative<Get>(oslo.tick(noon_ms + 2).back()));
}

TEST_CASE("what is written waits for no look, but out a delay; a bundle changes nothing about that", "[sync]")
{
    Folder folder;
    auto oslo = device("oslo");
    exchange(oslo, folder, noon_ms);
    oslo.write("Maren", R"({"kind":"remove_room","room":"fjord"})", noon_ms);
    CHECK(std::holds_alternative<Wait>(oslo.tick(noon_ms + 1).back()));
    oslo.hurry();
    exchange(oslo, folder, noon_ms + 2, [](std::string const&) {
        return std::optional {
            Answer { .how = Answered::failed, .body = {} }
        };
    });
    CHECK(oslo.status().trouble == Trouble::unreachable);
    oslo.hurry();
    auto bern = device("bern");
    bern.write("Urs", R"({"kind":"remove_room","room":"aare"})", noon_ms);
    auto kept = bern.kept();
    std::vector const bundles { bundle_of(kept) };
    REQUIRE(oslo.join(bundles));
    CHECK(oslo.status().trouble == Trouble::unreachable);
    auto const effects = oslo.tick(noon_ms + 3);
    REQUIRE(std::holds_alternative<Wait>(effects.back()));
    CHECK(std::get<Wait>(effects.back()).until_ms == noon_ms + 2 + 2 * first_delay_ms);
    oslo.wake();
    CHECK(std::holds_alternative<Get>(oslo.tick(noon_ms + 4).back()));
}

} // namespace keyrack::sync
