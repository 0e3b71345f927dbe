#pragma once
// A damaged database made anew: from its own journal where that can be read whole, otherwise from a backup and what can
// be read of the journal after it.

#include "catalogue/catalogue.hpp"
#include "store/salvage.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace keyrack::portal {

struct Rebuilt
{
    std::vector<std::byte> image;  // of the new database
    std::int64_t from_backup = 0;  // entries
    std::int64_t from_journal = 0; // entries that only the damaged file had
    bool whole = false;            // the damaged file's journal could be read to its end
};

// `backup`: the bytes of a sound one, or nothing. `salvage` begins with the entry after the backup's last, or with the first.
// Errors: those of Store::open_bytes; `nothing_salvaged` where there is neither a backup nor a first entry.
[[nodiscard]] Result<Rebuilt> rebuilt(std::optional<std::span<std::byte const>> backup, store::Salvage const& salvage,
    catalogue::Catalogue const& catalogue);

} // namespace keyrack::portal
