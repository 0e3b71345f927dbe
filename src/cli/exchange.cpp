#include "cli/exchange.hpp"

#include "cli/database.hpp"
#include "cli/tenant_file.hpp"
#include "codec/json_writer.hpp"
#include "portal/kept_lanes.hpp"
#include "sync/bundles.hpp"
#include "sync/folding.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace keyrack::cli {

namespace {

// Older journals name no device; a database is read, not written, so this name is for the export alone.
constexpr std::string_view nobody = "this-device";

// --- verify ----------------------------------------------------------------------------------------------------------

struct Findings
{
    std::int64_t entries = 0;
    std::int64_t rows = 0;
    std::vector<std::string> unknown;                             // "a1/7"
    std::vector<std::pair<std::string, engine::Denial>> rejected; // place and why
};

// Every entry of the lanes folded in the one order.
struct Folded
{
    engine::Ledger ledger;
    Findings findings;
    std::vector<codec::Outcome> outcomes; // by the place in the order
};

std::string place_of(sync::Placed const& placed)
{
    return std::string { placed.lane } + "/" + std::to_string(placed.entry->sequence);
}

Folded folded(sync::Kept const& kept, catalogue::Catalogue const& catalogue)
{
    Folded folded;
    std::vector<engine::TouchedRow> touched;
    for (std::uint32_t row = 0; auto const& placed : entries_in_order(kept)) {
        auto outcome = sync::fold_entry(folded.ledger, catalogue, *placed.entry, EntryId::of_row(row++), touched);
        touched.clear();
        ++folded.findings.entries;
        folded.findings.rows += std::ssize(placed.entry->rows);
        if (outcome.fate == codec::Fate::unknown) folded.findings.unknown.push_back(place_of(placed));
        if (outcome.why) folded.findings.rejected.emplace_back(place_of(placed), *outcome.why);
        for (auto const& [number, why] : outcome.rows) folded.findings.rejected.emplace_back(place_of(placed), why);
        folded.outcomes.push_back(std::move(outcome));
    }
    return folded;
}

// Whether the journal says of each entry what became of it here.
Result<bool> same_fates(store::Store const& store, std::vector<codec::Outcome> const& outcomes)
{
    constexpr std::size_t entries_a_page = 256;
    if (store.next_entry().row() != outcomes.size()) return false;
    for (std::size_t first = 0; first < outcomes.size(); first += entries_a_page) {
        auto const page = store.entries(EntryId::of_row(static_cast<std::uint32_t>(first)), entries_a_page);
        if (!page) return std::unexpected(page.error());
        for (auto const& [id, entry, fate, reasons] : *page) {
            auto const& outcome = outcomes[id.row()];
            if (fate != outcome.fate || reasons != codec::reasons_to_json(outcome)) return false;
        }
    }
    return true;
}

// `tables`: whether those of the database hold what its journal leads to; nothing where there is no database.
Verified verified_as(sync::Kept const& kept, Findings const& findings, std::optional<bool> tables)
{
    auto const lanes = std::ranges::count_if(kept.lanes, [&](auto const& each) {
        return !each.second.segments.empty() || (each.first == kept.device && !kept.unsent.empty());
    });
    codec::JsonWriter json;
    json.begin_object().key("tenant").text(kept.tenant).key("lanes").number(lanes);
    json.key("entries").number(findings.entries).key("rows").number(findings.rows);
    if (tables) json.key("tables_equal_journal").truth(*tables);
    json.key("unknown").begin_list();
    for (auto const& place : findings.unknown) json.text(place);
    json.end_list().key("rejected").begin_list();
    for (auto const& [place, denial] : findings.rejected)
        json.begin_object().key("entry").text(place).key("reason").text(code(denial.reason)).end_object();
    auto const holds = findings.unknown.empty() && tables.value_or(true);
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
    auto kept = portal::read_kept(opened->store, nobody);
    if (!kept) return std::unexpected(kept.error());
    return Journalled { std::move(*opened), std::move(kept->kept) };
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
            return verified_as(kept, folded(kept, catalogue).findings, {});
        });
    }
    auto const database = journalled(file);
    if (!database) return std::unexpected(database.error());
    auto const loaded = database->opened.store.load();
    if (!loaded) return std::unexpected(loaded.error());
    auto const anew = folded(database->kept, catalogue);
    auto const fates = same_fates(database->opened.store, anew.outcomes);
    if (!fates) return std::unexpected(fates.error());
    return verified_as(database->kept, anew.findings, *loaded == anew.ledger && *fates);
}

} // namespace keyrack::cli
