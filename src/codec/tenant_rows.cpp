#include "codec/tenant_rows.hpp"

#include "base/text.hpp"
#include "base/verify.hpp"
#include "codec/command_json.hpp"

#include <utility>
#include <variant>

namespace keyrack::codec {

namespace {

constexpr std::size_t longest_key = 60;

template <class Row>
Result<engine::Command> read_as(JsonValue const& value, JsonPath const& path)
{
    Row row;
    if (auto done = read(value, path, row); !done) {
        return std::unexpected(std::move(done.error()));
    }
    return command_of(std::move(row));
}

std::optional<std::string> unless_empty(std::string text)
{
    return text.empty() ? std::nullopt : std::optional { std::move(text) };
}

struct KeyOf
{
    std::string operator()(engine::AddAccount const& account) const { return account.key; }
    std::string operator()(engine::PlaceOrder const& order) const { return order.order; }
    std::string operator()(engine::AddRoom const& room) const { return room.room; }
    std::string operator()(engine::AddDevice const& device) const { return device.serial; }
    std::string operator()(engine::Assign const& assign) const
    {
        return assign.pairs.empty() ? std::string {} : format(assign.pairs.front().licence);
    }
    std::string operator()(auto const&) const { return {}; }
};

} // namespace

engine::Command command_of(AccountRow row)
{
    return engine::AddAccount { .key = std::move(row.id),
        .name = std::move(row.name),
        .country = std::move(row.country).value_or(std::string {}),
        .parent = std::move(row.parent).value_or(std::string {}) };
}

engine::Command command_of(OrderRow row)
{
    return engine::PlaceOrder { .order = std::move(row.id),
        .account = std::move(row.account).value_or(std::string {}),
        .programme = std::move(row.service),
        .years = row.years,
        .quantity = row.quantity,
        .purchased_on = row.purchased_on,
        .cancelled_on = row.cancelled_on };
}

engine::Command command_of(RoomRow row)
{
    return engine::AddRoom { .room = std::move(row.id),
        .name = std::move(row.name),
        .site = std::move(row.site),
        .country = std::move(row.country),
        .account = std::move(row.account).value_or(std::string {}),
        .in_sync = row.sync ? engine::InSync::yes : engine::InSync::no,
        .importance = row.important.value_or(false) ? engine::Importance::important : engine::Importance::ordinary };
}

engine::Command command_of(AssignmentRow row)
{
    engine::Assign assign { .pairs = {}, .from = row.from, .to = row.to };
    assign.pairs.push_back({ std::move(row.licence), std::move(row.room) });
    return assign;
}

engine::Command command_of(DeviceRow row)
{
    return engine::AddDevice { .serial = std::move(row.serial),
        .model = std::move(row.model),
        .purchased_on = row.purchased_on,
        .room = std::move(row.room).value_or(std::string {}),
        .in_room_since = row.in_room_since };
}

AccountRow row_of(engine::AddAccount account)
{
    return { std::move(account.key), std::move(account.name), unless_empty(std::move(account.country)),
        unless_empty(std::move(account.parent)) };
}

OrderRow row_of(engine::PlaceOrder order)
{
    return { std::move(order.order), unless_empty(std::move(order.account)), std::move(order.programme), order.years,
        order.quantity, order.purchased_on, order.cancelled_on };
}

RoomRow row_of(engine::AddRoom room)
{
    return { std::move(room.room), std::move(room.name), std::move(room.site), std::move(room.country),
        unless_empty(std::move(room.account)), room.in_sync == engine::InSync::yes,
        room.importance == engine::Importance::important ? std::optional { true } : std::nullopt };
}

AssignmentRow row_of(engine::Assign assign)
{
    VERIFY(assign.pairs.size() == 1);
    auto& pair = assign.pairs.front();
    return { std::move(pair.licence), std::move(pair.room), assign.from, assign.to };
}

DeviceRow row_of(engine::AddDevice device)
{
    return { std::move(device.serial), std::move(device.model), unless_empty(std::move(device.room)),
        device.in_room_since, device.purchased_on };
}

Result<engine::Command> read_row(Section section, JsonValue const& value, JsonPath const& path)
{
    switch (section) {
    case Section::orders: return read_as<OrderRow>(value, path);
    case Section::rooms: return read_as<RoomRow>(value, path);
    case Section::assignments: return read_as<AssignmentRow>(value, path);
    case Section::devices: return read_as<DeviceRow>(value, path);
    case Section::accounts: return read_as<AccountRow>(value, path);
    case Section::commands: break;
    }
    return read_command(value, path);
}

std::string key_of_row(Section section, JsonValue const& value)
{
    static constexpr std::array<std::string_view, section_names.size()> key_fields { "id", "id", "licence", "serial",
        "kind", "id" };
    auto const* object = value.as<JsonObject>();
    auto const* key = object ? member(*object, key_fields[std::to_underlying(section)]) : nullptr;
    auto const* text = key ? key->as<std::string>() : nullptr;
    return text ? shortened(*text, longest_key) : std::string {};
}

std::string key_of_row(engine::Command const& command)
{
    return std::visit(KeyOf {}, command);
}

} // namespace keyrack::codec
