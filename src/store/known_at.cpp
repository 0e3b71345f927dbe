#include "store/known_at.hpp"

#include <optional>
#include <variant>

namespace keyrack::store {

Result<engine::Ledger> known_at(Store const& store, catalogue::Catalogue const& catalogue, Instant moment)
{
    engine::Ledger ledger;
    bool known = true; // entries stand in the order of their times
    std::optional<EntryId> refused;
    auto const fold_in = [&](EntryId id, engine::Command const& command, engine::Manner manner) {
        if (known && !refused && !engine::fold(ledger, catalogue, command, id, manner)) refused = id;
    };
    auto const on_entry = [&](EntryId id, engine::Entry const& entry) {
        known = known && entry.time_ms <= moment.time_since_epoch().count();
        if (!std::holds_alternative<engine::Import>(entry.command)) fold_in(id, entry.command, engine::Manner::live);
    };
    auto const on_row = [&](EntryId id, engine::Command const& row) { fold_in(id, row, engine::Manner::history); };
    if (auto done = store.replay(on_entry, on_row); !done) return std::unexpected(std::move(done.error()));
    if (refused) return failure("damaged_database", "journal " + std::to_string(refused->row()));
    return ledger;
}

} // namespace keyrack::store
