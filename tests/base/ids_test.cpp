#include "base/error.hpp"
#include "base/fields.hpp"
#include "base/id.hpp"

#include <catch_amalgamated.hpp>

#include <string>
#include <type_traits>
#include <vector>

using namespace keyrack;

static_assert(!std::is_convertible_v<RoomId, LicenceId>);
static_assert(!std::is_convertible_v<std::uint32_t, RoomId>);

namespace {

struct Hook
{
    std::string name;
    int keys = 0;
};

} // namespace

template <>
struct keyrack::Fields<Hook>
{
    static constexpr std::string_view entity = "hooks";
    static constexpr auto list = std::tuple { field("name", &Hook::name), field("keys", &Hook::keys) };
};

TEST_CASE("an id stands for its row, and for nothing until it is given one", "[base]")
{
    CHECK_FALSE(RoomId {}.exists());
    CHECK_FALSE(RoomId::none().exists());
    CHECK(RoomId::of_row(0).exists());
    CHECK(RoomId::of_row(7).row() == 7);
    CHECK(RoomId::of_row(1) < RoomId::of_row(2));
    CHECK(RoomId {} == RoomId::none());
}

TEST_CASE("fields are visited in the order of their description", "[base]")
{
    Hook hook { "left", 3 };
    std::vector<std::string> seen;
    for_each_field<Hook>([&](auto const& field) {
        seen.emplace_back(field.name);
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(hook.*field.member)>, int>) hook.*field.member += 1;
    });
    CHECK(seen == std::vector<std::string> { "name", "keys" });
    CHECK(hook.keys == 4);
    CHECK(Fields<Hook>::entity == "hooks");
}

TEST_CASE("a failure carries what, where and the input", "[base]")
{
    Result<int> const failed = failure("json_syntax", "line 3", "{");
    REQUIRE_FALSE(failed.has_value());
    CHECK(failed.error() == Error { "json_syntax", "line 3", "{" });
}
