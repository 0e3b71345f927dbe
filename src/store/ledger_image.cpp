#include "store/ledger_image.hpp"

#include "base/verify.hpp"
#include "store/image_block.hpp"
#include "store/projection.hpp"
#include "store/row_checks.hpp"
#include "store/rows_of.hpp"

#include <algorithm>
#include <array>
#include <concepts>
#include <type_traits>
#include <utility>
#include <vector>

// Of the tenant itself there is one row, which is no entity; here it is written like one.
template <>
struct keyrack::Fields<keyrack::engine::PutTenant>
{
    using T = engine::PutTenant;
    static constexpr std::string_view entity = "tenant";
    static constexpr auto list = std::tuple { field("name", &T::name),
        field("base_warranty_years", &T::base_warranty_years), field("base_warranty_entry", &T::base_warranty_entry) };
};

namespace keyrack::store {

using namespace engine;

namespace {

constexpr std::size_t rows_an_image_block = 4'096;
constexpr std::size_t rows_a_slice = 8 * rows_an_image_block;
constexpr std::size_t most_followed = 256;   // of one change: an import of more makes another image
constexpr std::size_t most_touched = 16'384; // more of them are no longer quicker than all

// Not of the schema: who knows nothing of them passes them over.
constexpr char const* begin_sql = R"(
DROP TABLE IF EXISTS image;
DROP TABLE IF EXISTS image_blocks;
DROP TABLE IF EXISTS image_touched;
CREATE TABLE image_touched ("table" INTEGER NOT NULL, "row" INTEGER NOT NULL, PRIMARY KEY ("table", "row")) STRICT, WITHOUT ROWID;
CREATE TABLE image (
    id INTEGER PRIMARY KEY, entries INTEGER NOT NULL, last TEXT NOT NULL, blocks INTEGER NOT NULL, made_for TEXT NOT NULL
) STRICT;
CREATE TABLE image_blocks (
    id INTEGER PRIMARY KEY, "table" TEXT NOT NULL, "rows" INTEGER NOT NULL, "of" INTEGER NOT NULL, bytes BLOB NOT NULL
) STRICT;
)";
constexpr std::string_view find_sql =
    "SELECT count(*) FROM sqlite_schema WHERE name IN ('image', 'image_blocks', 'image_touched')";
constexpr std::string_view add_image_block_sql =
    R"(INSERT INTO image_blocks (id, "table", "rows", "of", bytes) VALUES (?, ?, ?, ?, ?))";
constexpr std::string_view image_blocks_sql =
    R"(SELECT id, "table", "rows", "of", bytes FROM image_blocks ORDER BY id)";
constexpr std::string_view finish_sql =
    "INSERT INTO image (id, entries, last, blocks, made_for) VALUES (0, ?, ?, ?, ?)";
constexpr std::string_view state_sql = "SELECT entries, last, made_for, blocks FROM image WHERE id = 0";
constexpr std::string_view touch_sql = R"(INSERT OR IGNORE INTO image_touched ("table", "row") VALUES (?, ?))";
constexpr std::string_view touched_sql = R"(SELECT "table", "row" FROM image_touched ORDER BY "table", "row")";
constexpr std::string_view follow_sql = "UPDATE image SET entries = (SELECT coalesce(max(id) + 1, 0) FROM journal), "
                                        "last = coalesce((SELECT device || ' ' ||"
                                        " sequence FROM journal ORDER BY id DESC LIMIT 1), '')";
constexpr std::string_view last_sql = "SELECT device || ' ' || sequence FROM journal ORDER BY id DESC LIMIT 1";

// The order of bytes in a block, what the tables look like, and which programmes the numbers mean.
std::string made_for(ProgrammeKeys const& programmes)
{
    std::string text = "1\n" + Projection::tables();
    for (auto const& key : programmes) (text += key) += '\n';
    return text;
}

Result<std::string> last_entry(sqlite3* database)
{
    auto statement = Statement::prepare(database, last_sql);
    if (!statement) return std::unexpected(statement.error());
    auto const stepped = statement->step();
    if (!stepped) return std::unexpected(stepped.error());
    return *stepped == Statement::Step::row ? std::string { statement->text(0) } : std::string {};
}

template <class Each>
constexpr bool is_named = std::same_as<Each, PutSite> || std::same_as<Each, PutModel>;

// --- writing -------------------------------------------------------------------------------------------------------

void put(BlockWriter& writer, std::span<std::string const> texts)
{
    writer.put_texts(texts);
}

template <Described Row>
void put(BlockWriter& writer, std::span<Row const> rows)
{
    writer.put_rows(rows);
}

struct Table
{
    std::size_t (*size)(Ledger const&);
    void (*put)(BlockWriter&, Ledger const&, std::size_t first, std::size_t count);
};

template <class... Each>
constexpr auto tables_of(std::type_identity<std::variant<Each...>>)
{
    return std::array { Table {
        [](Ledger const& ledger) { return rows_of(std::type_identity<Each> {}, ledger).size(); },
        [](BlockWriter& writer, Ledger const& ledger, std::size_t first, std::size_t count) {
            put(writer, std::span { rows_of(std::type_identity<Each> {}, ledger) }.subspan(first, count));
        } }... };
}
constexpr auto tables = tables_of(std::type_identity<ChangeKinds> {});

// --- loading -------------------------------------------------------------------------------------------------------

class ImageLoader
{
public:
    ImageLoader(std::uint32_t entries, ProgrammeKeys const& programmes, std::int64_t most_rows)
        : m_counts { .entries = entries }, m_reader(m_counts, programmes), m_most_rows(most_rows)
    { }

    // The next block, which the statement stands on. False where it is none that was written here.
    [[nodiscard]] bool take(Statement const& block)
    {
        auto const names = Projection::table_names();
        auto const of = std::ranges::find(names, block.text(1)) - names.begin();
        auto const count = block.number(2);
        auto const total = block.number(3);
        if (block.number(0) != m_blocks++ || of == std::ssize(names)) return false;
        if (of != m_table && (of < m_table || m_row != m_total)) return false;
        if (of != m_table || m_blocks == 1) {
            m_row = 0;
            m_total = total;
        }
        m_table = of;
        bool const fits = 1 <= count && count <= std::int64_t { rows_an_image_block } && m_row + count <= total;
        if (!fits || total != m_total || total > m_most_rows || !m_reader.begin(block.bytes(4))) return false;
        m_count = static_cast<std::size_t>(count);
        return take_of(static_cast<std::size_t>(of), std::type_identity<ChangeKinds> {});
    }
    // After the last: whether there were so many, and all rows of the last table.
    [[nodiscard]] bool ends(std::int64_t blocks) const
    {
        return m_blocks == blocks && m_row == m_total && has_no_circle(m_ledger.accounts());
    }
    [[nodiscard]] Ledger take_ledger() { return std::move(m_ledger); }

private:
    template <class... Each>
    [[nodiscard]] bool take_of(std::size_t table, std::type_identity<std::variant<Each...>>)
    {
        constexpr std::array takes { &ImageLoader::take_rows<Each>... };
        return (this->*takes[table])();
    }

    template <class Each>
    [[nodiscard]] bool take_rows()
    {
        if (m_row == 0) make_room(std::type_identity<Each> {});
        if (refers_ahead<Each> && m_row == 0) count<Each>(m_counts, static_cast<std::uint32_t>(m_total));
        auto const first = static_cast<std::uint32_t>(m_row);
        bool const sound = apply(std::type_identity<Each> {}, first);
        if (!refers_ahead<Each>) count<Each>(m_counts, static_cast<std::uint32_t>(m_count));
        m_row += static_cast<std::int64_t>(m_count);
        return sound;
    }

    // A few more find room before the table has to grow.
    template <class Row, class IdOf>
    void make_room(std::type_identity<Put<Row, IdOf>> of)
    {
        m_ledger.reserve(of, static_cast<std::size_t>(m_total + m_total / 32));
    }
    void make_room(std::type_identity<PutTenant>) { }
    void make_room(std::type_identity<PutSite>) { }
    void make_room(std::type_identity<PutModel>) { }

    template <class Row, class IdOf>
    [[nodiscard]] bool apply(std::type_identity<Put<Row, IdOf>>, std::uint32_t first)
    {
        std::vector<Row> rows(m_count);
        if (!m_reader.read_rows(std::span { rows })) return false;
        for (std::uint32_t at = 0; at < rows.size(); ++at) {
            if (!stands(rows[at], m_ledger)) return false;
            m_ledger.apply(Put<Row, IdOf> { IdOf::of_row(first + at), std::move(rows[at]) });
        }
        return true;
    }
    template <class Each>
        requires is_named<Each>
    [[nodiscard]] bool apply(std::type_identity<Each>, std::uint32_t first)
    {
        std::vector<std::string> names(m_count);
        if (!m_reader.read_texts(std::span { names })) return false;
        for (std::uint32_t at = 0; at < names.size(); ++at)
            m_ledger.apply(Change { Each { decltype(Each::id)::of_row(first + at), std::move(names[at]) } });
        return true;
    }
    [[nodiscard]] bool apply(std::type_identity<PutTenant>, std::uint32_t first)
    {
        std::array<PutTenant, 1> rows;
        if (first != 0 || m_count != 1 || !m_reader.read_rows(std::span<PutTenant> { rows })) return false;
        m_ledger.apply(Change { std::move(rows.front()) });
        return true;
    }

    Counts m_counts;
    BlockReader m_reader;
    std::int64_t m_most_rows;
    Ledger m_ledger;
    std::int64_t m_blocks = 0;
    std::ptrdiff_t m_table = 0;
    std::int64_t m_row = 0, m_total = 0; // of that table: the next, and how many there are
    std::size_t m_count = 0;             // of the block
};

std::uint32_t row_of(Change const& change)
{
    return std::visit(
        [](auto const& each) {
            if constexpr (requires { each.id; })
                return each.id.row();
            else
                return std::uint32_t { 0 }; // the tenant
        },
        static_cast<ChangeKinds const&>(change));
}

std::size_t rows_in(Ledger const& ledger)
{
    return ledger.rooms().size() + ledger.devices().size() + ledger.assignments().size();
}

} // namespace

LedgerImage::LedgerImage(sqlite3* database, ProgrammeKeys const& programmes, std::size_t fewest)
    : m_database(database), m_programmes(programmes), m_fewest(fewest)
{ }

Result<LedgerImage> LedgerImage::find(sqlite3* database, ProgrammeKeys const& programmes, std::size_t fewest)
{
    LedgerImage image { database, programmes, fewest };
    auto const found = number_from(database, find_sql);
    if (!found) return std::unexpected(found.error());
    image.m_stands = *found == 3;
    return image;
}

// Of how many blocks it is; nothing where it is of another state or another program.
std::optional<std::int64_t> LedgerImage::blocks_of(std::uint32_t entries) const
{
    auto state = Statement::prepare(m_database, state_sql);
    auto const last = last_entry(m_database);
    if (!state || !last) return {};
    auto const stepped = state->step();
    if (!stepped || *stepped == Statement::Step::done) return {};
    bool const suits =
        state->number(0) == entries && state->text(1) == *last && state->text(2) == made_for(m_programmes);
    return suits ? std::optional { state->number(3) } : std::nullopt;
}

std::optional<LedgerImage::Loaded> LedgerImage::load(std::uint32_t entries)
{
    m_wanted = true;
    auto const count = std::exchange(m_stands, false) ? blocks_of(entries) : std::nullopt;
    if (!count) return {};
    auto const pages = number_from(m_database, "PRAGMA page_count");
    auto blocks = Statement::prepare(m_database, image_blocks_sql);
    if (!pages || !blocks) return {};
    ImageLoader loader { entries, m_programmes, *pages * most_rows_a_page };
    for (;;) {
        auto const stepped = blocks->step();
        if (!stepped) return {};
        if (*stepped == Statement::Step::done) break;
        if (!loader.take(*blocks)) return {};
    }
    auto touched = read_touched();
    if (!loader.ends(*count) || !touched) return {};
    m_stands = true;
    m_wanted = false;
    m_touched = touched->size();
    return Loaded { loader.take_ledger(), std::move(*touched) };
}

std::optional<std::vector<LedgerImage::Touched>> LedgerImage::read_touched() const
{
    auto statement = Statement::prepare(m_database, touched_sql);
    if (!statement) return {};
    std::vector<Touched> touched;
    for (;;) {
        auto const stepped = statement->step();
        if (!stepped) return {};
        if (*stepped == Statement::Step::done) return touched;
        auto const table = statement->number(0);
        auto const row = statement->number(1);
        if (table < 0 || table >= std::ssize(tables) || row < 0 || row >= KeyIndex::nothing) return {};
        touched.push_back({ static_cast<std::uint32_t>(table), static_cast<std::uint32_t>(row) });
    }
}

void LedgerImage::give_up()
{
    m_stands = false;
    m_wanted = true;
}

bool LedgerImage::is_wanted(Ledger const& ledger) const
{
    return m_wanted && rows_in(ledger) >= m_fewest;
}

Result<void> LedgerImage::begin()
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction) return std::unexpected(transaction.error());
    return execute(m_database, begin_sql).and_then([&] { return transaction->commit(); });
}

Result<void> LedgerImage::write_slice(Ledger const& ledger, std::uint32_t entries)
{
    if (m_stands && !m_wanted) return {};
    if (m_place && m_place->entries != entries) m_place.reset(); // something was done meanwhile
    if (!m_place) {
        if (auto begun = begin(); !begun) return begun;
        m_stands = false;
        m_place = Place { .entries = entries };
        return {};
    }
    if (m_place->table == tables.size()) return finish();
    auto transaction = Transaction::begin(m_database);
    if (!transaction) return std::unexpected(transaction.error());
    auto add = Statement::prepare(m_database, add_image_block_sql);
    if (!add) return std::unexpected(add.error());
    auto const names = Projection::table_names();
    auto place = *m_place;
    BlockWriter writer;
    for (std::size_t written = 0; written < rows_a_slice && place.table < tables.size();) {
        auto const& table = tables[place.table];
        auto const size = table.size(ledger);
        if (place.row == size) {
            place.table += 1;
            place.row = 0;
            continue;
        }
        auto const count = std::min(rows_an_image_block, size - place.row);
        table.put(writer, ledger, place.row, count);
        auto const bytes = writer.take();
        add->bind(1, place.block++);
        add->bind(2, names[place.table]);
        add->bind(3, static_cast<std::int64_t>(count));
        add->bind(4, static_cast<std::int64_t>(size));
        add->bind_bytes(5, bytes);
        if (auto done = add->run(); !done) return done;
        place.row += count;
        written += count;
    }
    return transaction->commit().transform([&] { m_place = place; });
}

// Only the last word makes an image of the blocks.
Result<void> LedgerImage::finish()
{
    auto const last = last_entry(m_database);
    if (!last) return std::unexpected(last.error());
    auto transaction = Transaction::begin(m_database);
    if (!transaction) return std::unexpected(transaction.error());
    auto statement = Statement::prepare(m_database, finish_sql);
    if (!statement) return std::unexpected(statement.error());
    auto const version = made_for(m_programmes);
    statement->bind(1, std::int64_t { m_place->entries });
    statement->bind(2, std::string_view { *last });
    statement->bind(3, m_place->block);
    statement->bind(4, std::string_view { version });
    return statement->run().and_then([&] { return transaction->commit(); }).transform([&] {
        m_place.reset();
        m_stands = true;
        m_wanted = false;
        m_touched = 0;
    });
}

Result<void> LedgerImage::follow(std::span<Change const> changes)
{
    if (!m_stands || changes.size() > most_followed || m_touched + changes.size() > most_touched) return drop();
    auto touch = Statement::prepare(m_database, touch_sql);
    if (!touch) return std::unexpected(touch.error());
    for (Change const& change : changes) {
        touch->bind(1, static_cast<std::int64_t>(change.index()));
        touch->bind(2, std::int64_t { row_of(change) });
        if (auto done = touch->run(); !done) return done;
    }
    m_touched += changes.size();
    return execute(m_database, std::string { follow_sql });
}

Result<void> LedgerImage::drop()
{
    m_place.reset();
    if (!std::exchange(m_stands, false)) return {};
    return execute(m_database, "DELETE FROM image");
}

} // namespace keyrack::store
