#pragma once
// How the values of a row lie in the columns of its table, once for all entities: declared, written, read. See FORMAT.md.

#include "base/date.hpp"
#include "base/fields.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/text.hpp"
#include "base/verify.hpp"
#include "engine/range_rows.hpp"
#include "engine/rows.hpp"
#include "engine/service_rows.hpp"
#include "engine/ticket_rows.hpp"
#include "store/sql.hpp"
#include "store/store.hpp"

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace keyrack::store {

// How many rows each table has: what a reference may point to.
struct Counts
{
    std::uint32_t entries = 0, sites = 0, models = 0, accounts = 0, orders = 0, rooms = 0, devices = 0;
    std::uint32_t orgs = 0, product_lines = 0, holdings = 0, contracts = 0;
    std::uint32_t tickets = 0;
};

// The table that an Id<Tag> points to.
template <class Tag>
struct Referred;

#define KEYRACK_REFERRED(tag, name, counted)                                                                           \
    template <>                                                                                                        \
    struct Referred<tag>                                                                                               \
    {                                                                                                                  \
        static constexpr std::string_view table = name;                                                                \
        static constexpr auto count = &Counts::counted;                                                                \
    }
KEYRACK_REFERRED(EntryTag, "journal", entries);
KEYRACK_REFERRED(SiteTag, "sites", sites);
KEYRACK_REFERRED(ModelTag, "models", models);
KEYRACK_REFERRED(AccountTag, "accounts", accounts);
KEYRACK_REFERRED(OrderTag, "orders", orders);
KEYRACK_REFERRED(RoomTag, "rooms", rooms);
KEYRACK_REFERRED(DeviceTag, "devices", devices);
KEYRACK_REFERRED(OrgTag, "css_orgs", orgs);
KEYRACK_REFERRED(ProductLineTag, "css_product_lines", product_lines);
KEYRACK_REFERRED(HoldingTag, "css_holdings", holdings);
KEYRACK_REFERRED(ContractTag, "css_contracts", contracts);
KEYRACK_REFERRED(TicketTag, "tickets", tickets);
#undef KEYRACK_REFERRED

// Kept as a number from 0 to the last.
template <class V>
concept Enumeration = std::is_enum_v<V>;
template <Enumeration V>
constexpr V last_of = V::undeclared; // each is named below
template <>
inline constexpr auto last_of<engine::Standing> = engine::Standing::withdrawn;
template <>
inline constexpr auto last_of<engine::InSync> = engine::InSync::yes;
template <>
inline constexpr auto last_of<engine::Importance> = engine::Importance::important;
template <>
inline constexpr auto last_of<engine::Timed> = engine::Timed::tier_raised;
template <>
inline constexpr auto last_of<engine::OrgRegion> = engine::OrgRegion::japan;
template <>
inline constexpr auto last_of<engine::LineKind> = engine::LineKind::periodic;
template <>
inline constexpr auto last_of<engine::LicencePricing> = engine::LicencePricing::programme;
template <>
inline constexpr auto last_of<engine::DepartureKind> = engine::DepartureKind::transferred;
template <>
inline constexpr auto last_of<engine::ContractOrigin> = engine::ContractOrigin::reinstated;
template <>
inline constexpr auto last_of<engine::ChangeEvent> = engine::ChangeEvent::update;
template <>
inline constexpr auto last_of<engine::CssPriceKind> = engine::CssPriceKind::reminder_fee;
template <>
inline constexpr auto last_of<catalogue::CssTier> = catalogue::CssTier::priority_plus;
template <>
inline constexpr auto last_of<engine::MailLanguage> = engine::MailLanguage::norwegian;
template <>
inline constexpr auto last_of<engine::OrderProgress> = engine::OrderProgress::incorrect_data;
template <>
inline constexpr auto last_of<engine::AddressKind> = engine::AddressKind::site;
template <>
inline constexpr auto last_of<engine::Role> = engine::Role::read_only;
template <>
inline constexpr auto last_of<engine::InvitationState> = engine::InvitationState::withdrawn;
template <>
inline constexpr auto last_of<engine::MailKind> = engine::MailKind::invitation;
template <>
inline constexpr auto last_of<engine::Availability> = engine::Availability::unavailable;
template <>
inline constexpr auto last_of<engine::Courier> = engine::Courier::unreliable;
template <>
inline constexpr auto last_of<catalogue::Desk> = catalogue::Desk::customer_success;
template <>
inline constexpr auto last_of<catalogue::Tier> = catalogue::Tier::priority_plus;
template <>
inline constexpr auto last_of<catalogue::RouteKind> = catalogue::RouteKind::email;
template <>
inline constexpr auto last_of<engine::TicketStep> = engine::TicketStep::note;
template <>
inline constexpr auto last_of<engine::RoomState> = engine::RoomState::offline;
template <>
inline constexpr auto last_of<engine::PartnerAccess> = engine::PartnerAccess::withheld;
template <>
inline constexpr auto last_of<engine::SeverityPath> = engine::SeverityPath::as_given;
template <>
inline constexpr auto last_of<engine::MatchedBy> = engine::MatchedBy::domain;

// --- declared ------------------------------------------------------------------------------------------------------

// One column: its name, and its type as CREATE TABLE has it.
struct Column
{
    std::string name;
    std::string type;
};

class ColumnList
{
public:
    template <class Row>
    [[nodiscard]] static std::vector<Column> of()
    {
        ColumnList list;
        for_each_field<Row>(
            [&list]<class V>(Field<Row, V> const& field) { list.add(field.name, std::type_identity<V> {}); });
        return std::move(list.m_columns);
    }

private:
    void add(std::string_view name, std::type_identity<std::string>) { column(name, "TEXT NOT NULL"); }
    void add(std::string_view name, std::type_identity<std::int32_t>) { column(name, "INTEGER NOT NULL"); }
    void add(std::string_view name, std::type_identity<std::optional<std::int64_t>>) { column(name, "INTEGER"); }
    void add(std::string_view name, std::type_identity<Instant>) { column(name, "INTEGER NOT NULL"); }
    void add(std::string_view name, std::type_identity<Date>) { column(name, "TEXT"); }
    void add(std::string_view name, std::type_identity<std::optional<Date>>) { column(name, "TEXT"); }
    void add(std::string_view name, std::type_identity<engine::Country>) { column(name, "TEXT"); }
    void add(std::string_view name, std::type_identity<ProgrammeId>) { column(name, "TEXT NOT NULL"); }
    void add(std::string_view name, std::type_identity<Period>)
    {
        column(std::string { name } + "_from", "TEXT");
        column(std::string { name } + "_to", "TEXT");
    }
    template <Enumeration V>
    void add(std::string_view name, std::type_identity<V>)
    {
        column(name, "INTEGER NOT NULL");
    }
    template <class Tag>
    void add(std::string_view name, std::type_identity<Id<Tag>>)
    {
        column(name, "INTEGER REFERENCES " + std::string { Referred<Tag>::table } + "(id)");
    }

    // Its columns one after another, each with its name before theirs.
    template <Described V>
    void add(std::string_view name, std::type_identity<V>)
    {
        for_each_field<V>([&]<class W>(Field<V, W> const& field) {
            add(std::string { name } + '_' + std::string { field.name }, std::type_identity<W> {});
        });
    }

    void column(std::string_view name, std::string type)
    {
        m_columns.push_back({ std::string { name }, std::move(type) });
    }

    std::vector<Column> m_columns;
};

// --- written -------------------------------------------------------------------------------------------------------

// Binds a row's values to the parameters of a statement, from `first` on.
class RowWriter
{
public:
    RowWriter(Statement& statement, int first, ProgrammeKeys const& programmes)
        : m_statement(statement), m_next(first), m_programmes(programmes)
    { }

    template <Described Row>
    void put_row(Row const& row)
    {
        for_each_field<Row>([&](auto const& field) { put(row.*field.member); });
    }

private:
    void put(std::string const& text) { m_statement.bind(m_next++, std::string_view { text }); }
    void put(std::int32_t number) { m_statement.bind(m_next++, std::int64_t { number }); }
    void put(std::optional<std::int64_t> const& number) { number ? m_statement.bind(m_next++, *number) : put_null(); }
    void put(std::optional<Date> const& date) { date ? put_written(*date) : put_null(); }
    void put(Instant moment) { m_statement.bind(m_next++, milliseconds_since_epoch(moment)); }
    void put(Date date) { date == always ? put_null() : put_written(date); }
    void put(Period const& days)
    {
        put(days.from);
        days.to == never ? put_null() : put_written(days.to);
    }
    void put(engine::Country const& country)
    {
        country.known() ? m_statement.bind(m_next++, std::string_view { country.letters.data(), 2 }) : put_null();
    }
    void put(ProgrammeId programme)
    {
        VERIFY(programme.row() < m_programmes.size());
        m_statement.bind(m_next++, std::string_view { m_programmes[programme.row()] });
    }
    template <Enumeration V>
    void put(V value)
    {
        m_statement.bind(m_next++, static_cast<std::int64_t>(value));
    }
    template <class Tag>
    void put(Id<Tag> id)
    {
        id.exists() ? m_statement.bind(m_next++, std::int64_t { id.row() }) : put_null();
    }

    template <Described V>
    void put(V const& value)
    {
        put_row(value);
    }

    void put_null() { ++m_next; }
    void put_written(Date date)
    {
        VERIFY(always < date && date < never);
        m_statement.bind_copy(m_next++, iso(date));
    }

    Statement& m_statement;
    int m_next;
    ProgrammeKeys const& m_programmes;
};

// --- read ----------------------------------------------------------------------------------------------------------

// Reads a row's values from the columns of a statement, from `first` on. Whatever a file may hold comes out as a value
// that the engine can stand on, or as unsound.
class RowReader
{
public:
    RowReader(Statement const& statement, int first, Counts const& counts, ProgrammeKeys const& programmes)
        : m_statement(statement), m_next(first), m_counts(counts), m_programmes(programmes)
    { }

    // False where a column holds what it never should.
    template <Described Row>
    [[nodiscard]] bool read_row(Row& row)
    {
        bool sound = true;
        for_each_field<Row>([&](auto const& field) { sound = read(row.*field.member) && sound; });
        return sound;
    }

private:
    [[nodiscard]] bool read(std::string& into)
    {
        into = m_statement.text(m_next++);
        return is_utf8(into);
    }
    [[nodiscard]] bool read(std::int32_t& into)
    {
        auto const number = m_statement.number(m_next++);
        into = static_cast<std::int32_t>(number);
        return into == number;
    }
    [[nodiscard]] bool read(std::optional<std::int64_t>& into)
    {
        if (!skip_null()) into = m_statement.number(m_next++);
        return true;
    }
    [[nodiscard]] bool read(Instant& into)
    {
        into = instant_from_milliseconds(m_statement.number(m_next++));
        return beginning <= into && into < forever;
    }
    [[nodiscard]] bool read(Date& into) { return read_or(always, into); }
    [[nodiscard]] bool read(std::optional<Date>& into)
    {
        if (skip_null()) return true;
        into = parse_date(m_statement.text(m_next++));
        return into.has_value();
    }
    [[nodiscard]] bool read(Period& into)
    {
        bool const from = read_or(always, into.from);
        return read_or(never, into.to) && from;
    }
    [[nodiscard]] bool read(engine::Country& into)
    {
        if (skip_null()) return true;
        auto const letters = m_statement.text(m_next++);
        if (letters.size() != 2) return false;
        into.letters = { letters[0], letters[1] };
        return letters[0] != 0;
    }
    [[nodiscard]] bool read(ProgrammeId& into)
    {
        auto const key = m_statement.text(m_next++);
        for (std::uint32_t row = 0; row < m_programmes.size(); ++row)
            if (m_programmes[row] == key) into = ProgrammeId::of_row(row);
        return into.exists();
    }
    template <Enumeration V>
    [[nodiscard]] bool read(V& into)
    {
        auto const number = m_statement.number(m_next++);
        into = static_cast<V>(number);
        return number >= 0 && number <= static_cast<std::int64_t>(last_of<V>);
    }
    template <class Tag>
    [[nodiscard]] bool read(Id<Tag>& into)
    {
        if (skip_null()) return true;
        auto const row = m_statement.number(m_next++);
        if (row < 0 || row >= m_counts.*Referred<Tag>::count) return false;
        into = Id<Tag>::of_row(static_cast<std::uint32_t>(row));
        return true;
    }

    template <Described V>
    [[nodiscard]] bool read(V& into)
    {
        return read_row(into);
    }

    [[nodiscard]] bool read_or(Date if_null, Date& into)
    {
        into = if_null;
        if (skip_null()) return true;
        auto const date = parse_date(m_statement.text(m_next++));
        into = date.value_or(if_null);
        return date.has_value();
    }
    [[nodiscard]] bool skip_null()
    {
        if (!m_statement.is_null(m_next)) return false;
        ++m_next;
        return true;
    }

    Statement const& m_statement;
    int m_next;
    Counts const& m_counts;
    ProgrammeKeys const& m_programmes;
};

} // namespace keyrack::store
