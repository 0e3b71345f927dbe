#include "cli/exchange.hpp"

#include "cli/database.hpp"
#include "cli/tenant_file.hpp"
#include "codec/command_json.hpp"
#include "codec/json_writer.hpp"
#include "engine/fold.hpp"
#include "sync/bundles.hpp"
#include "sync/replica.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace keyrack::cli {

namespace {

// The entries of a journal under the names of their devices. A journal that was never exchanged has those of one device.
class Journal
{
public:
    void add(EntryId id, engine::Entry const& entry)
    {
        auto const device = device_name(entry.device);
        auto& lane = m_entries[device];
        auto& travelling = lane.emplace_back(codec::TravellingEntry { .sequence = std::ssize(lane) + 1,
            .time_ms = entry.time_ms,
            .time_counter = entry.time_counter,
            .actor = entry.actor,
            .schema = entry.schema,
            .seen = {},
            .undoes = {},
            .command = codec::to_json(entry.command),
            .rows = {} });
        if (entry.undoes) travelling.undoes = m_names[*entry.undoes];
        for (auto const& [other, entries] : m_entries) // what stands before it in the journal was there
            if (other != device) note_seen(device, other, std::ssize(entries), travelling.seen);
        m_names[id] = { device, travelling.sequence };
    }

    void add_row(EntryId id, engine::Command const& row)
    {
        m_entries[m_names[id].device].back().rows.push_back(codec::to_json(row));
    }

    [[nodiscard]] std::map<std::string, std::vector<codec::TravellingEntry>> take() { return std::move(m_entries); }

private:
    // Older journals name no device.
    static std::string device_name(std::string const& device)
    {
        return codec::is_device_name(device) ? device : "this-device";
    }

    void note_seen(std::string const& device, std::string const& other, std::int64_t count, codec::Seen& seen)
    {
        auto& told = m_told[device][other];
        if (told != count) seen[other] = told = count;
    }

    std::map<std::string, std::vector<codec::TravellingEntry>> m_entries;
    std::map<std::string, codec::Seen> m_told;
    std::map<EntryId, codec::EntryName> m_names;
};

std::string tenant_of(engine::Entry const& first)
{
    auto const* opening = std::get_if<engine::OpenTenant>(&first.command);
    return opening && !opening->name.empty() ? opening->name : "tenant";
}

Result<sync::Kept> kept_of(store::Store const& store)
{
    Journal journal;
    std::string tenant;
    auto const done = store.replay(
        [&](EntryId id, engine::Entry const& entry) {
            if (tenant.empty()) tenant = tenant_of(entry);
            journal.add(id, entry);
        },
        [&](EntryId id, engine::Command const& row) { journal.add_row(id, row); });
    if (!done) return std::unexpected(done.error());
    sync::Kept kept { .tenant = tenant, .device = {}, .lanes = {}, .unsent = {}, .told = {} };
    for (auto& [device, entries] : journal.take()) {
        kept.device = device;
        know(kept, device, device);
        kept.unsent = std::move(entries);
        while (!kept.unsent.empty()) cut_segment(kept, sync::longest_segment);
    }
    return kept;
}

// --- verify ------------------------------------------------------------------------------------------------------------

struct Findings
{
    std::int64_t entries = 0;
    std::int64_t rows = 0;
    std::vector<std::string> unknown;                             // "a1/7"
    std::vector<std::pair<std::string, engine::Denial>> rejected; // place and why
};

// Folds entries one after another into a ledger.
class Folding
{
public:
    explicit Folding(catalogue::Catalogue const& catalogue) : m_catalogue(catalogue) { }

    void add(sync::Placed const& placed)
    {
        auto const place = std::string { placed.lane } + "/" + std::to_string(placed.entry->sequence);
        ++findings.entries;
        auto const command = codec::command_from_json(placed.entry->command);
        if (!command) {
            findings.unknown.push_back(place);
            return;
        }
        if (!std::holds_alternative<engine::Import>(*command)) fold(*command, engine::Manner::live, place);
        for (auto const& text : placed.entry->rows) {
            ++findings.rows;
            auto const row = codec::command_from_json(text);
            if (row)
                fold(*row, engine::Manner::history, place);
            else
                findings.unknown.push_back(place);
        }
        m_entry = EntryId::of_row(m_entry.row() + 1);
    }

    engine::Ledger ledger;
    Findings findings;

private:
    void fold(engine::Command const& command, engine::Manner manner, std::string const& place)
    {
        auto const done = engine::fold(ledger, m_catalogue, command, m_entry, manner);
        if (!done) findings.rejected.emplace_back(place, done.error());
    }

    catalogue::Catalogue const& m_catalogue;
    EntryId m_entry = EntryId::of_row(0);
};

Folding folded(sync::Kept const& kept, catalogue::Catalogue const& catalogue)
{
    Folding folding { catalogue };
    for (auto const& placed : entries_in_order(kept)) folding.add(placed);
    return folding;
}

// `tables`: whether those of the database hold what its journal leads to; nothing where there is no database.
Verified verified_as(sync::Kept const& kept, Folding const& folding, std::optional<bool> tables)
{
    codec::JsonWriter json;
    auto const& findings = folding.findings;
    json.begin_object().key("tenant").text(kept.tenant).key("lanes").number(std::ssize(kept.lanes));
    json.key("entries").number(findings.entries).key("rows").number(findings.rows);
    if (tables) json.key("tables_equal_journal").truth(*tables);
    json.key("unknown").begin_list();
    for (auto const& place : findings.unknown) json.text(place);
    json.end_list().key("rejected").begin_list();
    for (auto const& [place, denial] : findings.rejected)
        json.begin_object().key("entry").text(place).key("reason").text(code(denial.reason)).end_object();
    auto const holds = findings.unknown.empty() && findings.rejected.empty() && tables.value_or(true);
    return { json.end_list().key("holds").truth(holds).end_object().take(), holds };
}

Result<sync::Kept> merged_bundles(std::span<std::string const> names)
{
    std::vector<codec::Bundle> bundles;
    for (auto const& name : names) {
        auto text = whole_file(name);
        if (!text) return std::unexpected(text.error());
        auto bundle = codec::read_bundle(*text);
        if (!bundle) return failure(bundle.error().what, name + " " + bundle.error().where, bundle.error().detail);
        bundles.push_back(std::move(*bundle));
    }
    return sync::merged(bundles);
}

// A database that is read from a copy, and its journal as lanes.
struct Journalled
{
    OpenedCopy opened;
    sync::Kept kept;
};

Result<Journalled> journalled(std::string const& database)
{
    auto opened = open_copy(database);
    if (!opened) return std::unexpected(opened.error());
    auto kept = kept_of(opened->store);
    if (!kept) return std::unexpected(kept.error());
    return Journalled { std::move(*opened), std::move(*kept) };
}

} // namespace

Result<std::string> exported(std::string const& database)
{
    return journalled(database).transform(
        [](Journalled journal) { return codec::to_text(sync::bundle_of(journal.kept)); });
}

Result<std::string> merged_files(std::span<std::string const> bundles)
{
    auto kept = merged_bundles(bundles);
    if (!kept) return std::unexpected(kept.error());
    return codec::to_text(sync::bundle_of(*kept));
}

Result<Verified> verified(std::string const& file, catalogue::Catalogue const& catalogue)
{
    if (!is_database(file)) {
        return merged_bundles(std::span { &file, 1 }).transform([&](sync::Kept const& kept) {
            return verified_as(kept, folded(kept, catalogue), {});
        });
    }
    auto const database = journalled(file);
    if (!database) return std::unexpected(database.error());
    auto const loaded = database->opened.store.load();
    if (!loaded) return std::unexpected(loaded.error());
    auto const folding = folded(database->kept, catalogue);
    return verified_as(database->kept, folding, *loaded == folding.ledger);
}

} // namespace keyrack::cli
