#pragma once
// What may be written into the search of the rooms: words, and operators such as `site:oslo cover:none`; `site:="Oslo"` is
// that site alone, and `site:=` the rooms without one. The operators
// are the same in every language, so that an address means the same everywhere.

#include "portal/cover.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::portal {

enum class CoverWord { any, yes, none, ending, planned };

struct RoomQuery
{
    std::string words;                                    // to be found in name, site or serial numbers
    std::vector<std::string> sites, programmes, accounts; // folded; names that hold them
    std::optional<std::string> site;                      // folded: the whole name
    CoverWord cover = CoverWord::any;
    std::optional<bool> important, in_sync;
    bool operator==(RoomQuery const&) const = default;

    // Nothing but words.
    [[nodiscard]] bool is_plain() const;
};

// An operator that is unknown, or whose value is, counts as a word.
[[nodiscard]] RoomQuery room_query(std::string_view text);

// For all rooms at once: what the operators ask of sites, programmes and accounts is answered once for each of those.
class RoomSieve
{
public:
    RoomSieve(RoomQuery const& query, engine::Ledger const& ledger, catalogue::Catalogue const& catalogue,
        Cover const& cover);
    [[nodiscard]] bool passes(std::uint32_t row) const;

private:
    RoomQuery const& m_query;
    engine::Ledger const& m_ledger;
    Cover const& m_cover;
    std::vector<bool> m_sites, m_programmes, m_accounts; // by row; empty: whatever it is
};

// The operator that finds the rooms of that site alone; of an empty name, those without a site.
[[nodiscard]] std::string only_site(std::string_view name);

// "site", "cover" …: what the help of the search lists, with the texts `operator.<name>` and `….example` each.
[[nodiscard]] std::vector<std::string_view> room_operators();

} // namespace keyrack::portal
