#include "store/lane_tables.hpp"

#include <utility>

namespace keyrack::store {

namespace {

constexpr std::string_view lane_tables_sql = R"(CREATE TABLE exchange (
    id INTEGER PRIMARY KEY,
    tenant TEXT NOT NULL,
    device TEXT NOT NULL
) STRICT;
CREATE TABLE lanes (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    writer TEXT NOT NULL,
    first INTEGER NOT NULL,
    there INTEGER NOT NULL
) STRICT;
CREATE TABLE segments (
    id INTEGER PRIMARY KEY,
    lane INTEGER NOT NULL REFERENCES lanes(id),
    number INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (lane, number)
) STRICT;
CREATE TABLE set_aside (
    id INTEGER PRIMARY KEY,
    device TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    UNIQUE (device, sequence)
) STRICT;
)";

constexpr std::string_view put_identity_sql = "REPLACE INTO exchange (id, tenant, device) VALUES (0, ?, ?)";
constexpr std::string_view put_lane_sql = "INSERT INTO lanes (name, writer, first, there) VALUES (?, ?, ?, ?)"
                                          " ON CONFLICT (name) DO UPDATE SET there = excluded.there";
constexpr std::string_view cut_sql =
    "DELETE FROM segments WHERE lane = (SELECT id FROM lanes WHERE name = ?) AND number >= ?";
constexpr std::string_view add_segment_sql =
    "INSERT INTO segments (lane, number, sha256, text) VALUES ((SELECT id FROM lanes WHERE name = ?), ?, ?, ?)";
constexpr std::string_view segments_sql =
    "SELECT lanes.name, number, sha256, text FROM segments JOIN lanes ON lanes.id = segments.lane"
    " ORDER BY lanes.name, number";

// Reads every row that the query gives.
template <class OnRow>
Result<void> each_row(sqlite3* database, std::string_view sql, OnRow const& on_row)
{
    auto statement = Statement::prepare(database, sql);
    if (!statement) return std::unexpected(statement.error());
    for (;;) {
        auto const stepped = statement->step();
        if (!stepped) return std::unexpected(stepped.error());
        if (*stepped == Statement::Step::done) return {};
        on_row(*statement);
    }
}

// Runs the statement once for each value, which `bind` hands over.
template <class Values, class Bind>
Result<void> run_each(sqlite3* database, std::string_view sql, Values const& values, Bind const& bind)
{
    if (values.empty()) return {};
    auto statement = Statement::prepare(database, sql);
    if (!statement) return std::unexpected(statement.error());
    for (auto const& value : values) {
        bind(*statement, value);
        if (auto done = statement->run(); !done) return done;
    }
    return {};
}

std::string text_at(Statement const& row, int at)
{
    return std::string { row.text(at) };
}

} // namespace

std::string LaneTables::tables()
{
    return std::string { lane_tables_sql };
}

Result<std::optional<Identity>> LaneTables::identity() const
{
    std::optional<Identity> found;
    return each_row(m_database, "SELECT tenant, device FROM exchange WHERE id = 0", [&](Statement const& row) {
        found = Identity { text_at(row, 0), text_at(row, 1) };
    }).transform([&] { return found; });
}

Result<KeptLanes> LaneTables::read(Identity identity) const
{
    KeptLanes kept { .identity = std::move(identity), .lanes = {}, .segments = {} };
    auto const lanes =
        each_row(m_database, "SELECT name, writer, first, there FROM lanes ORDER BY name", [&](Statement const& row) {
            kept.lanes.push_back({ text_at(row, 0), text_at(row, 1), row.number(2), row.number(3) });
        });
    if (!lanes) return std::unexpected(lanes.error());
    auto const segments = each_row(m_database, segments_sql, [&](Statement const& row) {
        kept.segments.push_back({ text_at(row, 0), row.number(1), text_at(row, 2), text_at(row, 3) });
    });
    if (!segments) return std::unexpected(segments.error());
    return kept;
}

Result<void> LaneTables::write(LanesChange const& change) const
{
    std::vector<Identity> identities;
    if (change.identity) identities.push_back(*change.identity);
    return run_each(m_database, put_identity_sql, identities,
        [](Statement& row, Identity const& identity) {
            row.bind(1, std::string_view { identity.tenant });
            row.bind(2, std::string_view { identity.device });
        })
        .and_then([&] {
            return run_each(m_database, put_lane_sql, change.lanes, [](Statement& row, KeptLane const& lane) {
                row.bind(1, std::string_view { lane.name });
                row.bind(2, std::string_view { lane.writer });
                row.bind(3, lane.first);
                row.bind(4, lane.there);
            });
        })
        .and_then([&] {
            return run_each(m_database, cut_sql, change.cuts, [](Statement& row, LanesChange::Cut const& cut) {
                row.bind(1, std::string_view { cut.lane });
                row.bind(2, cut.from);
            });
        })
        .and_then([&] {
            return run_each(m_database, add_segment_sql, change.segments, [](Statement& row, KeptSegment const& each) {
                row.bind(1, std::string_view { each.lane });
                row.bind(2, each.number);
                row.bind(3, std::string_view { each.sha256 });
                row.bind(4, std::string_view { each.text });
            });
        });
}

Result<void> LaneTables::forget() const
{
    return execute(m_database, "DELETE FROM exchange; DELETE FROM segments; DELETE FROM lanes;");
}

Result<void> LaneTables::set_aside(codec::EntryName const& entry) const
{
    return run_each(m_database, "INSERT OR IGNORE INTO set_aside (device, sequence) VALUES (?, ?)",
        std::vector { entry }, [](Statement& row, codec::EntryName const& name) {
            row.bind(1, std::string_view { name.device });
            row.bind(2, name.sequence);
        });
}

Result<std::vector<codec::EntryName>> LaneTables::set_aside() const
{
    std::vector<codec::EntryName> found;
    return each_row(m_database, "SELECT device, sequence FROM set_aside ORDER BY device, sequence",
        [&](Statement const& row) { found.push_back({ text_at(row, 0), row.number(1) }); })
        .transform([&] { return std::move(found); });
}

} // namespace keyrack::store
