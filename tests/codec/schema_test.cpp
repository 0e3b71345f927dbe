#include "codec/command_fields.hpp"
#include "codec/command_json.hpp"
#include "codec/json_value.hpp"
#include "codec/tenant_rows.hpp"

#include <catch_amalgamated.hpp>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace keyrack::codec {

namespace {

using Names = std::vector<std::string>;

JsonValue schema(std::string const& name)
{
    std::ifstream file { KEYRACK_SOURCE_FOLDER "/assets/schema/" + name };
    std::string const text { std::istreambuf_iterator<char> { file }, {} };
    auto value = parse_json(text);
    REQUIRE(value.has_value());
    return std::move(*value);
}

JsonObject const& object_at(JsonValue const& value, std::initializer_list<std::string_view> path)
{
    auto const* found = &value;
    for (auto const step : path) {
        CAPTURE(step);
        auto const* object = found->as<JsonObject>();
        REQUIRE(object != nullptr);
        found = member(*object, step);
        REQUIRE(found != nullptr);
    }
    auto const* object = found->as<JsonObject>();
    REQUIRE(object != nullptr);
    return *object;
}

Names keys(JsonObject const& object)
{
    Names names;
    for (auto const& each : object) {
        names.push_back(each.key);
    }
    return names;
}

Names texts(JsonObject const& object, std::string_view key)
{
    Names names;
    for (auto const& each : *member(object, key)->as<JsonArray>()) {
        names.push_back(*each.as<std::string>());
    }
    return names;
}

template <class Owner, class T>
constexpr bool may_be_left_out(Field<Owner, T>)
{
    return may_be_missing<T>;
}
template <class Owner>
constexpr bool may_be_left_out(OpenEnd<Owner>)
{
    return true;
}
template <class Owner>
constexpr bool may_be_left_out(LaterProse<Owner>)
{
    return true;
}
template <class Owner>
constexpr bool may_be_left_out(Required<Owner>)
{
    return false;
}

// `described`: the object of the schema that describes T; `first` comes before T's own members.
template <class T>
void check_described(JsonObject const& described, Names first)
{
    CAPTURE(Fields<T>::entity);
    Names every = first;
    Names required = first;
    for_each_field<T>([&](auto const& field) {
        every.emplace_back(field.name);
        if (!may_be_left_out(field)) {
            required.emplace_back(field.name);
        }
    });
    auto const* properties = member(described, "properties");
    REQUIRE(properties != nullptr);
    auto declared = keys(*properties->as<JsonObject>());
    auto demanded = texts(described, "required");
    std::ranges::sort(every);
    std::ranges::sort(required);
    std::ranges::sort(declared);
    std::ranges::sort(demanded);
    CHECK(declared == every);
    CHECK(demanded == required);
}

template <class... Each>
void check_commands(JsonValue const& value, std::type_identity<std::variant<Each...>>)
{
    (check_described<Each>(object_at(value, { "$defs", Fields<Each>::entity }), { "kind" }), ...);
}

} // namespace

TEST_CASE("the schema of commands describes every command with its members", "[codec]")
{
    auto const value = schema("command.schema.json");
    check_commands(value, std::type_identity<engine::CommandKinds> {});
    check_described<engine::Pairing>(object_at(value, { "$defs", "pairing" }), {});
    check_described<engine::Withdrawal>(object_at(value, { "$defs", "withdrawal" }), {});
    check_described<engine::CoverageLine>(object_at(value, { "$defs", "coverage_line" }), {});
    check_described<engine::Lifecycle>(object_at(value, { "$defs", "lifecycle" }), {});
    check_described<engine::RoomDetails>(object_at(value, { "$defs", "room_details" }), {});
    check_described<engine::OrderLine>(object_at(value, { "$defs", "order_line" }), {});
    check_described<engine::Party>(object_at(value, { "$defs", "party" }), {});
    check_described<engine::OrderDetails>(object_at(value, { "$defs", "order_details" }), {});
    check_described<engine::TicketPlace>(object_at(value, { "$defs", "place" }), {});
    check_described<engine::TicketSubject>(object_at(value, { "$defs", "ticket_subject" }), {});
    check_described<engine::PartnerCase>(object_at(value, { "$defs", "partner_case" }), {});
    check_described<engine::SignInSetup>(object_at(value, { "$defs", "sign_in" }), {});
    auto const& kinds = *member(*value.as<JsonObject>(), "oneOf")->as<JsonArray>();
    REQUIRE(kinds.size() == all_kinds().size());
    for (std::size_t index = 0; index < kinds.size(); ++index) {
        auto const reference = *member(*kinds[index].as<JsonObject>(), "$ref")->as<std::string>();
        CHECK(reference == "#/$defs/" + std::string { all_kinds()[index] });
    }
}

TEST_CASE("the schema of tenants describes every row with its members", "[codec]")
{
    auto const value = schema("tenant.schema.json");
    auto const row = [&](std::string_view section) -> JsonObject const& {
        return object_at(value, { "properties", section, "items" });
    };
    check_described<AccountRow>(row("accounts"), {});
    check_described<OrderRow>(row("orders"), {});
    check_described<RoomRow>(row("rooms"), {});
    check_described<AssignmentRow>(row("assignments"), {});
    check_described<DeviceRow>(row("devices"), {});
    Names members { std::string { name_member } };
    members.insert(members.end(), section_names.begin(), section_names.end());
    CHECK(keys(object_at(value, { "properties" })) == members);
}

} // namespace keyrack::codec
