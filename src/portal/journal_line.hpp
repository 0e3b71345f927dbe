#pragma once
// The journal in lines: what, who, when; whether an entry can be taken back; where it is, and what became of it.

#include "portal/models.hpp"
#include "portal/scene.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace keyrack::portal {

// Reads the journal a page at a time, as it is scrolled.
class JournalLines
{
public:
    static constexpr std::size_t entries_a_page = 128;

    explicit JournalLines(Scene const& scene);

    // Of an entry that cannot be read: its number alone.
    [[nodiscard]] JournalLine line(EntryId id);

private:
    [[nodiscard]] store::JournalEntry const* find(EntryId id);
    [[nodiscard]] JournalLine of(store::JournalEntry const& written);
    [[nodiscard]] bool can_undo(store::JournalEntry const& written);

    Scene m_scene;
    sync::Status m_exchange;
    std::map<std::uint32_t, std::vector<store::JournalEntry>> m_pages; // by their first entry
    std::map<EntryId, bool> m_imports;                                 // whether they can be taken back
};

} // namespace keyrack::portal
