#include "store/projection.hpp"

#include "store/row_checks.hpp"
#include "store/rows_of.hpp"

#include <algorithm>
#include <array>
#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace keyrack::store {

using namespace engine;

namespace {

// --- the tables ----------------------------------------------------------------------------------------------------

struct TableText
{
    std::string_view name;
    std::vector<Column> columns; // without `id`
};

template <class Row, class IdOf>
TableText table_of(std::type_identity<Put<Row, IdOf>>)
{
    return { Fields<Row>::entity, ColumnList::of<Row>() };
}

TableText table_of(std::type_identity<PutTenant>)
{
    return { "tenant",
        { { "name", "TEXT NOT NULL" }, { "base_warranty_years", "INTEGER" },
            { "base_warranty_entry", "INTEGER REFERENCES journal(id)" } } };
}

TableText table_of(std::type_identity<PutSite>)
{
    return { "sites", { { "name", "TEXT NOT NULL" } } };
}

TableText table_of(std::type_identity<PutModel>)
{
    return { "models", { { "name", "TEXT NOT NULL" } } };
}

template <class... Each>
std::vector<TableText> tables_of(std::type_identity<std::variant<Each...>>)
{
    return { table_of(std::type_identity<Each> {})... };
}

// By the alternative of Change.
std::vector<TableText> all_tables()
{
    return tables_of(std::type_identity<engine::ChangeKinds> {});
}

std::string create(TableText const& table)
{
    std::string sql = "CREATE TABLE " + std::string { table.name } + " (\n    id INTEGER PRIMARY KEY";
    for (auto const& column : table.columns) sql += ",\n    \"" + column.name + "\" " + column.type;
    return sql + "\n) STRICT;\n";
}

std::string put_text(TableText const& table)
{
    std::string names = "id";
    std::string values = "?";
    for (auto const& column : table.columns) {
        names += ", \"" + column.name + '"';
        values += ", ?";
    }
    return "REPLACE INTO " + std::string { table.name } + " (" + names + ") VALUES (" + values + ")";
}

std::string select_text(TableText const& table)
{
    std::string names = "id";
    for (auto const& column : table.columns) names += ", \"" + column.name + '"';
    return "SELECT " + names + " FROM " + std::string { table.name } + " ORDER BY id";
}

std::string select_one_text(TableText const& table)
{
    std::string names = "id";
    for (auto const& column : table.columns) names += ", \"" + column.name + '"';
    return "SELECT " + names + " FROM " + std::string { table.name } + " WHERE id = ?";
}

// --- writing -------------------------------------------------------------------------------------------------------

template <class Row, class IdOf>
void bind_change(Statement& statement, Put<Row, IdOf> const& change, ProgrammeKeys const& programmes)
{
    statement.bind(1, std::int64_t { change.id.row() });
    RowWriter { statement, 2, programmes }.put_row(change.row);
}

void bind_change(Statement& statement, PutTenant const& change, ProgrammeKeys const&)
{
    statement.bind(1, std::int64_t { 0 });
    statement.bind(2, std::string_view { change.name });
    if (change.base_warranty_years) statement.bind(3, std::int64_t { *change.base_warranty_years });
    if (change.base_warranty_entry.exists()) statement.bind(4, std::int64_t { change.base_warranty_entry.row() });
}

template <class PutName>
    requires std::same_as<PutName, PutSite> || std::same_as<PutName, PutModel>
void bind_change(Statement& statement, PutName const& change, ProgrammeKeys const&)
{
    statement.bind(1, std::int64_t { change.id.row() });
    statement.bind(2, std::string_view { change.name });
}

// --- loading -------------------------------------------------------------------------------------------------------

class Loader
{
public:
    // What is in `ledger` already is not read again.
    Loader(sqlite3* database, ProgrammeKeys const& programmes, std::uint32_t entries, Ledger ledger = {})
        : m_database(database),
          m_programmes(programmes),
          m_counts(counts_of(ledger, entries)),
          m_ledger(std::move(ledger))
    { }

    Result<Ledger> load()
    {
        if (auto all = load_all(std::type_identity<engine::ChangeKinds> {}); !all) return std::unexpected(all.error());
        if (!has_no_circle(m_ledger.accounts())) return failure("damaged_database", "accounts");
        return std::move(m_ledger);
    }

    // The ledger with these rows as their tables have them now; nothing where one of them does not fit into it.
    std::optional<Ledger> follow(std::span<LedgerImage::Touched const> touched)
    {
        for (auto const& each : touched)
            if (!follow_one(each, std::type_identity<engine::ChangeKinds> {})) return {};
        if (!is_as_long(std::type_identity<engine::ChangeKinds> {}) || !has_no_circle(m_ledger.accounts())) return {};
        return std::move(m_ledger);
    }

private:
    // In the order of the alternatives, so that what a row refers to is there before it.
    template <class... Each>
    Result<void> load_all(std::type_identity<std::variant<Each...>>)
    {
        Result<void> done;
        static_cast<void>(((done = load_table<Each>()).has_value() && ...));
        return done;
    }

    template <class Each>
    Result<void> load_table()
    {
        auto const table = table_of(std::type_identity<Each> {});
        if (auto made = make_room<Each>(table); !made) return made;
        if constexpr (refers_ahead<Each>) {
            auto const rows = rows_in(table.name);
            if (!rows) return std::unexpected(rows.error());
            count<Each>(m_counts, static_cast<std::uint32_t>(*rows));
        }
        auto statement = Statement::prepare(m_database, select_text(table));
        if (!statement) return std::unexpected(statement.error());
        for (std::uint32_t row = 0;; ++row) {
            auto const stepped = statement->step();
            if (!stepped) return std::unexpected(stepped.error());
            if (*stepped == Statement::Step::done) return {};
            Each change;
            if (statement->number(0) != row || !read(*statement, row, change)) return unsound(table.name, *statement);
            m_ledger.apply(std::move(change));
            if constexpr (!refers_ahead<Each>) count<Each>(m_counts, 1); // what the rows that follow may refer to
        }
    }

    template <class... Each>
    [[nodiscard]] bool follow_one(LedgerImage::Touched const& touched, std::type_identity<std::variant<Each...>>)
    {
        constexpr std::array follows { &Loader::follow_row<Each>... };
        return (this->*follows[touched.table])(touched.row);
    }

    template <class Each>
    [[nodiscard]] bool follow_row(std::uint32_t row)
    {
        auto statement = Statement::prepare(m_database, select_one_text(table_of(std::type_identity<Each> {})));
        if (!statement) return false;
        statement->bind(1, std::int64_t { row });
        auto const stepped = statement->step();
        Each change;
        if (!stepped || *stepped == Statement::Step::done || !read(*statement, row, change)) return false;
        auto const& rows = rows_of(std::type_identity<Each> {}, m_ledger);
        if (row > rows.size() || (row < rows.size() && !may_replace(change, rows[row]))) return false;
        if (row == rows.size()) count<Each>(m_counts, 1);
        m_ledger.apply(Change { std::move(change) });
        return true;
    }

    // Whether every table has as many rows as the ledger: none was added or removed that nobody listed.
    template <class... Each>
    [[nodiscard]] bool is_as_long(std::type_identity<std::variant<Each...>>) const
    {
        return (has_as_many<Each>() && ...);
    }

    [[nodiscard]] Result<std::int64_t> rows_in(std::string_view table) const
    {
        return number_from(m_database, "SELECT coalesce(max(id) + 1, 0) FROM " + std::string { table });
    }

    template <class Each>
    [[nodiscard]] bool has_as_many() const
    {
        auto const count = rows_in(table_of(std::type_identity<Each> {}).name);
        return count && *count == static_cast<std::int64_t>(rows_of(std::type_identity<Each> {}, m_ledger).size());
    }

    template <class Row, class IdOf>
    static bool may_replace(Put<Row, IdOf> const& change, Row const& row)
    {
        return takes_the_place(change.row, row);
    }
    static bool may_replace(PutTenant const&, PutTenant const&) { return true; }
    template <class PutName>
    static bool may_replace(PutName const&, std::string const&)
    {
        return false; // sites and models keep their names
    }

    // Ids have no gaps, so the last one tells how many rows come; a few more find room before the table has to grow.
    template <class Each>
    Result<void> make_room(TableText const& table)
    {
        if constexpr (std::same_as<Each, PutTenant> || std::same_as<Each, PutSite> || std::same_as<Each, PutModel>) {
            return {};
        } else {
            auto const pages = number_from(m_database, "PRAGMA page_count");
            if (!pages) return std::unexpected(pages.error());
            auto const last = number_from(m_database, "SELECT max(id) FROM " + std::string { table.name });
            if (!last) return std::unexpected(last.error());
            auto const rows = std::clamp<std::int64_t>(*last, 0, *pages * most_rows_a_page);
            m_ledger.reserve(std::type_identity<Each> {}, static_cast<std::size_t>(rows + rows / 32));
            return {};
        }
    }

    template <class Row, class IdOf>
    bool read(Statement const& statement, std::uint32_t row, Put<Row, IdOf>& into)
    {
        into.id = IdOf::of_row(row);
        return RowReader { statement, 1, m_counts, m_programmes }.read_row(into.row) && stands(into.row, m_ledger);
    }

    bool read(Statement const& statement, std::uint32_t row, PutTenant& into)
    {
        into.name = statement.text(1);
        if (!statement.is_null(2)) into.base_warranty_years = static_cast<std::int32_t>(statement.number(2));
        if (!statement.is_null(3))
            into.base_warranty_entry = EntryId::of_row(static_cast<std::uint32_t>(statement.number(3)));
        return row == 0 && is_utf8(into.name)
            && (!into.base_warranty_entry.exists() || into.base_warranty_entry.row() < m_counts.entries);
    }

    template <class PutName>
        requires std::same_as<PutName, PutSite> || std::same_as<PutName, PutModel>
    bool read(Statement const& statement, std::uint32_t row, PutName& into)
    {
        into.id = decltype(into.id)::of_row(row);
        into.name = statement.text(1);
        return is_utf8(into.name);
    }

    static Result<void> unsound(std::string_view table, Statement const& statement)
    {
        return failure("damaged_database", std::string { table } + ' ' + std::to_string(statement.number(0)));
    }

    sqlite3* m_database;
    ProgrammeKeys const& m_programmes;
    Counts m_counts;
    Ledger m_ledger;
};

// A newer catalogue's programme is no damage, so it is told apart.
Result<void> know_all_programmes(sqlite3* database, ProgrammeKeys const& programmes)
{
    auto statement = Statement::prepare(database, "SELECT DISTINCT programme FROM orders");
    if (!statement) return std::unexpected(statement.error());
    for (;;) {
        auto const stepped = statement->step();
        if (!stepped) return std::unexpected(stepped.error());
        if (*stepped == Statement::Step::done) return {};
        if (std::ranges::find(programmes, statement->text(0)) == programmes.end())
            return failure("newer_database", "orders", std::string { statement->text(0) });
    }
}

} // namespace

std::string Projection::tables()
{
    std::string sql;
    for (auto const& table : all_tables()) sql += create(table);
    return sql;
}

std::vector<std::string_view> Projection::table_names()
{
    std::vector<std::string_view> names;
    for (auto const& table : all_tables()) names.push_back(table.name);
    return names;
}

Result<Projection> Projection::prepare(sqlite3* database, ProgrammeKeys programmes)
{
    auto image = LedgerImage::find(database, programmes);
    if (!image) return std::unexpected(image.error());
    Projection projection { database, std::move(programmes), std::move(*image) };
    for (auto const& table : all_tables()) {
        auto statement = Statement::prepare(database, put_text(table));
        if (!statement) return std::unexpected(statement.error());
        projection.m_puts.push_back(std::move(*statement));
    }
    return projection;
}

Result<void> Projection::put(std::span<Change const> changes)
{
    if (auto done = m_image.follow(changes); !done) return done;
    for (auto const& change : changes) {
        auto& statement = m_puts[change.index()];
        std::visit([&](auto const& each) { bind_change(statement, each, m_programmes); }, change);
        if (auto done = statement.run(); !done) return done;
    }
    return {};
}

Result<void> Projection::remove(std::span<TouchedRow const> rows)
{
    auto const names = table_names();
    for (auto const& touched : rows) {
        auto const sql = "DELETE FROM " + std::string { names[touched.table] } + " WHERE id = ?";
        auto statement = Statement::prepare(m_database, sql);
        if (!statement) return std::unexpected(statement.error());
        statement->bind(1, std::int64_t { touched.row });
        if (auto done = statement->run(); !done) return done;
    }
    return {};
}

Result<Ledger> Projection::load(std::uint32_t entries)
{
    if (auto image = m_image.load(entries)) {
        Loader loader { m_database, m_programmes, entries, std::move(image->ledger) };
        if (auto ledger = loader.follow(image->touched)) return std::move(*ledger);
        m_image.give_up();
    }
    return know_all_programmes(m_database, m_programmes).and_then([&] {
        return Loader { m_database, m_programmes, entries }.load();
    });
}

} // namespace keyrack::store
