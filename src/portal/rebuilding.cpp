#include "portal/rebuilding.hpp"

#include "codec/tenant_import.hpp"
#include "engine/fold.hpp"

#include <algorithm>
#include <iterator>

namespace keyrack::portal {

namespace {

using engine::Ledger;
using store::SalvagedEntry;
using store::Store;

Result<void> append_command(
    Store& store, Ledger& ledger, catalogue::Catalogue const& catalogue, SalvagedEntry const& salvaged)
{
    auto const decision =
        engine::decide(ledger, catalogue, salvaged.entry.command, store.next_entry(), engine::Manner::live);
    if (!decision) return failure("damaged_database");
    if (auto const written = store.append(salvaged.entry, decision->changes); !written)
        return std::unexpected(written.error());
    for (auto const& change : decision->changes) ledger.apply(change);
    return {};
}

Result<void> append_block(
    Store& store, Ledger& ledger, catalogue::Catalogue const& catalogue, std::span<engine::Command const> block)
{
    std::vector<engine::Change> changes;
    for (auto const& row : block) {
        auto decision = engine::decide(ledger, catalogue, row, store.next_entry(), engine::Manner::history);
        if (!decision) return failure("damaged_database");
        for (auto const& change : decision->changes) ledger.apply(change);
        std::ranges::move(decision->changes, std::back_inserter(changes));
    }
    return store.add_block(block, changes);
}

Result<void> append_import(
    Store& store, Ledger& ledger, catalogue::Catalogue const& catalogue, SalvagedEntry const& salvaged)
{
    if (auto begun = store.begin_import(); !begun) return begun;
    auto imported = ledger;
    std::span<engine::Command const> rest { salvaged.rows };
    while (!rest.empty()) {
        auto const block = rest.first(std::min(rest.size(), codec::rows_a_block));
        rest = rest.subspan(block.size());
        if (auto added = append_block(store, imported, catalogue, block); !added) {
            store.roll_back_import();
            return added;
        }
    }
    if (auto const committed = store.commit_import(salvaged.entry); !committed)
        return std::unexpected(committed.error());
    ledger = std::move(imported);
    return {};
}

// As replaying does it: people's commands as they were given, rows of a file as history.
Result<void> append(Store& store, Ledger& ledger, catalogue::Catalogue const& catalogue, SalvagedEntry const& salvaged)
{
    bool const is_import = std::holds_alternative<engine::Import>(salvaged.entry.command);
    return is_import ? append_import(store, ledger, catalogue, salvaged)
                     : append_command(store, ledger, catalogue, salvaged);
}

} // namespace

Result<Rebuilt> rebuilt(std::optional<std::span<std::byte const>> backup, store::Salvage const& salvage,
    catalogue::Catalogue const& catalogue)
{
    if (!backup && salvage.entries.empty()) return failure("nothing_salvaged");
    auto store = backup ? Store::open_bytes(*backup) : Store::open("rebuilt", store::Place::memory);
    if (!store) return std::unexpected(store.error());
    auto ledger = store->load();
    if (!ledger) return std::unexpected(ledger.error());
    Rebuilt result { .from_backup = std::int64_t { store->next_entry().row() }, .whole = salvage.whole };
    for (auto const& entry : salvage.entries) {
        // What finds no ground any more ends it: later entries stand on it.
        if (!append(*store, *ledger, catalogue, entry)) {
            result.whole = false;
            break;
        }
        ++result.from_journal;
    }
    if (store->next_entry().row() == 0) return failure("nothing_salvaged");
    if (result.from_journal > 0)
        if (auto done = store->forget_lanes(); !done) return std::unexpected(done.error());
    auto image = store->bytes();
    if (!image) return std::unexpected(image.error());
    result.image = std::move(*image);
    return result;
}

} // namespace keyrack::portal
