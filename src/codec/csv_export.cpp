#include "codec/csv_export.hpp"

#include "codec/command_fields.hpp"
#include "codec/csv.hpp"
#include "codec/tenant_rows.hpp"
#include "codec/words.hpp"
#include "codec/write_fields.hpp"
#include "engine/country.hpp"
#include "engine/naming.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

namespace keyrack::codec {

namespace {

using engine::Ledger;
using engine::Standing;

struct LicenceLine
{
    engine::LicenceKey licence;
    std::string service;
    std::optional<std::string> room, device;
    std::optional<Date> from;
    Date to = never;
};

struct PersonLine
{
    std::string email, name;
    engine::Role role {};
    std::string partner;
    Date from {};
    Date to = never;
};

struct TicketLine
{
    std::string ticket;
    catalogue::Desk desk {};
    Instant opened_at {};
    std::int32_t severity = 0;
    std::string room, device, org, product_line, service, subject;
};

} // namespace

} // namespace keyrack::codec

template <>
struct keyrack::Fields<keyrack::codec::LicenceLine>
{
    using T = codec::LicenceLine;
    static constexpr auto list = std::tuple { field("licence", &T::licence), field("service", &T::service),
        field("room", &T::room), field("device", &T::device), field("from", &T::from), codec::open_end("to", &T::to) };
};

template <>
struct keyrack::Fields<keyrack::codec::PersonLine>
{
    using T = codec::PersonLine;
    static constexpr auto list =
        std::tuple { field("email", &T::email), field("name", &T::name), field("role", &T::role),
            field("partner", &T::partner), field("from", &T::from), codec::open_end("to", &T::to) };
};

template <>
struct keyrack::Fields<keyrack::codec::TicketLine>
{
    using T = codec::TicketLine;
    static constexpr auto list = std::tuple { field("ticket", &T::ticket), field("desk", &T::desk),
        field("opened_at", &T::opened_at), field("severity", &T::severity), field("room", &T::room),
        field("device", &T::device), field("org", &T::org), field("product_line", &T::product_line),
        field("service", &T::service), field("subject", &T::subject) };
};

namespace keyrack::codec {

namespace {

std::string cell(std::string const& text)
{
    return text;
}

std::string cell(bool value)
{
    return value ? "yes" : "no";
}

std::string cell(std::int32_t number)
{
    return std::to_string(number);
}

std::string cell(Date day)
{
    return day == never || day == always ? std::string {} : iso(day);
}

std::string cell(Instant at)
{
    return iso(at);
}

std::string cell(engine::LicenceKey const& licence)
{
    return format(licence);
}

template <Worded Enum>
std::string cell(Enum value)
{
    return std::string { word(value) };
}

template <class T>
std::string cell(std::optional<T> const& value)
{
    return value ? cell(*value) : std::string {};
}

// Lines of one kind under the names of its fields.
template <Described Line>
class Sheet
{
public:
    Sheet()
    {
        std::vector<std::string> names;
        for_each_field<Line>([&](auto const& field) { names.emplace_back(field.name); });
        m_text = csv_line(names);
    }

    void add(Line const& line)
    {
        std::vector<std::string> cells;
        for_each_field<Line>([&](auto const& field) { cells.push_back(cell(line.*field.member)); });
        m_text += csv_line(cells);
    }

    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

template <class Line, class Row, class IdOf, class ToLine>
std::string sheet_of(engine::Table<Row, IdOf> const& table, ToLine const& to_line)
{
    Sheet<Line> sheet;
    for (Row const& row : table.rows())
        if (row.standing == Standing::valid) sheet.add(to_line(row));
    return sheet.take();
}

// The key of a row that there is.
template <class Row, class IdOf>
std::string key_of(engine::Table<Row, IdOf> const& table, IdOf id, std::string Row::* key)
{
    return id.exists() ? table[id].*key : std::string {};
}

std::string orders(Ledger const& ledger, catalogue::Catalogue const& catalogue)
{
    return sheet_of<OrderRow>(ledger.orders(), [&](engine::Order const& row) {
        return OrderRow { row.key, key_of(ledger.accounts(), row.account, &engine::Account::key),
            catalogue[row.programme].key, row.years, row.quantity, row.purchased_on, row.cancelled_on };
    });
}

std::string rooms(Ledger const& ledger, catalogue::Catalogue const&)
{
    return sheet_of<RoomRow>(ledger.rooms(), [&](engine::Room const& row) {
        return RoomRow { row.key, row.name, ledger.sites()[row.site], engine::written(row.country),
            key_of(ledger.accounts(), row.account, &engine::Account::key), row.in_sync == engine::InSync::yes,
            row.importance == engine::Importance::important };
    });
}

std::string devices(Ledger const& ledger, catalogue::Catalogue const&)
{
    return sheet_of<DeviceRow>(ledger.devices(), [&](engine::Device const& row) {
        return DeviceRow { row.serial, ledger.models()[row.model], key_of(ledger.rooms(), row.room, &engine::Room::key),
            row.in_room_since, row.purchased_on };
    });
}

std::string assignments(Ledger const& ledger, catalogue::Catalogue const&)
{
    return sheet_of<AssignmentRow>(ledger.assignments(), [&](engine::Assignment const& row) {
        return AssignmentRow { { ledger.orders()[row.order].key, row.number }, ledger.rooms()[row.room].key,
            row.days.from, row.days.to };
    });
}

using Uses = std::map<engine::LicenceRef, std::vector<LicenceLine>>;

Uses uses_of_licences(Ledger const& ledger)
{
    Uses uses;
    for (auto const& row : ledger.assignments().rows())
        if (row.standing == Standing::valid)
            uses[{ row.order, row.number }].push_back(
                { {}, {}, ledger.rooms()[row.room].key, {}, row.days.from, row.days.to });
    for (auto const& row : ledger.device_licences().rows())
        if (row.standing == Standing::valid)
            uses[{ row.order, row.number }].push_back(
                { {}, {}, {}, ledger.devices()[row.device].serial, row.on, never });
    return uses;
}

std::string licences(Ledger const& ledger, catalogue::Catalogue const& catalogue)
{
    auto const uses = uses_of_licences(ledger);
    Sheet<LicenceLine> sheet;
    for (std::uint32_t at = 0; at < ledger.orders().size(); ++at) {
        auto const id = OrderId::of_row(at);
        engine::Order const& order = ledger.orders()[id];
        for (std::int32_t number = 1; order.standing == Standing::valid && number <= order.quantity; ++number) {
            auto const found = uses.find({ id, number });
            auto lines = found == uses.end() ? std::vector<LicenceLine>(1) : found->second;
            for (auto& line : lines) {
                line.licence = { order.key, number };
                line.service = catalogue[order.programme].key;
                sheet.add(line);
            }
        }
    }
    return sheet.take();
}

std::string people(Ledger const& ledger, catalogue::Catalogue const&)
{
    return sheet_of<PersonLine>(ledger.people(), [](engine::Person const& row) {
        return PersonLine { row.key, row.name, row.role, row.partner, row.days.from, row.days.to };
    });
}

std::string tickets(Ledger const& ledger, catalogue::Catalogue const&)
{
    return sheet_of<TicketLine>(ledger.tickets(), [&](engine::SupportTicket const& row) {
        return TicketLine { row.key, row.desk, row.opened_at, row.severity,
            key_of(ledger.rooms(), row.room, &engine::Room::key),
            key_of(ledger.devices(), row.device, &engine::Device::serial),
            key_of(ledger.css().orgs(), row.org, &engine::Org::key),
            key_of(ledger.css().lines(), row.line, &engine::ProductLine::key), row.service, row.subject };
    });
}

} // namespace

std::optional<std::string> csv_of(std::string_view table, Ledger const& ledger, catalogue::Catalogue const& catalogue)
{
    using Make = std::string (*)(Ledger const&, catalogue::Catalogue const&);
    static constexpr std::array<Make, csv_tables.size()> makes { orders, rooms, devices, assignments, licences, people,
        tickets };
    auto const at = std::ranges::find(csv_tables, table) - csv_tables.begin();
    if (at == std::ssize(csv_tables)) return std::nullopt;
    return makes[static_cast<std::size_t>(at)](ledger, catalogue);
}

} // namespace keyrack::codec
