#pragma once
// What the exchange keeps, out of the store and into it again.

#include "base/error.hpp"
#include "store/store.hpp"
#include "sync/lanes.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::portal {

// Which entries the journal has, in their order. Two who wrote under one name gave it to different entries, so a name
// alone does not tell which it is.
class JournalOrder
{
public:
    void add(std::string_view lane, codec::TravellingEntry const& entry);
    void cut(std::size_t size) { m_entries.resize(size); }
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] codec::EntryName name(std::size_t at) const;
    // Whether that entry stands there.
    [[nodiscard]] bool has(std::size_t at, sync::Placed const& placed) const;
    // How many entries from the first on are the same in both.
    [[nodiscard]] std::size_t agreement(std::span<sync::Placed const> placed) const;

private:
    struct Named
    {
        std::uint32_t lane = 0;
        std::int64_t sequence = 0;
        std::size_t content = 0; // a hash
    };
    [[nodiscard]] std::uint32_t number_of(std::string_view lane);

    std::vector<std::string> m_lanes;
    std::map<std::string, std::uint32_t, std::less<>> m_numbers;
    std::vector<Named> m_entries;
};

// The lanes as the tables have them, to tell what has changed since.
class StoredLanes
{
public:
    [[nodiscard]] store::LanesChange change_to(sync::Kept const& kept) const;
    void become(sync::Kept const& kept);

private:
    struct Lane
    {
        std::int64_t there = 0;
        std::vector<std::string> digests;
    };

    store::Identity m_identity;
    std::map<std::string, Lane, std::less<>> m_lanes;
};

struct KeptTenant
{
    sync::Kept kept;
    JournalOrder order; // as the journal has it
};

// What the database keeps; where the tenant was never exchanged, what its journal comes to: one lane a device, all of
// it in segments. `device`: the name under which this device writes where the database has none yet.
// Errors: those of Store, and `damaged_database` for a segment that is not what its digest says.
[[nodiscard]] Result<KeptTenant> read_kept(store::Store const& store, std::string_view device);

// The folder of a tenant in a backend: its name, and what tells it from others of that name.
[[nodiscard]] std::string folder_of(engine::Entry const& first);

// A name that a path may have: the device's own, or one made from it.
[[nodiscard]] std::string lane_name(std::string_view device);

} // namespace keyrack::portal
