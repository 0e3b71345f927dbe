#pragma once
// A tenant for tests of the store: random commands that people might give, decided by the engine itself, and the ledger
// that replaying a store's journal leaves.

#include "catalogue/catalogue.hpp"
#include "engine/command.hpp"
#include "engine/ledger.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace keyrack::test {

[[nodiscard]] catalogue::Catalogue const& test_catalogue(); // select and sync_plus

[[nodiscard]] engine::Entry entry_of(engine::Command command, std::int64_t sequence);

// Random commands over few rooms, orders and devices, so that they meet; many are denied.
class Commands
{
public:
    explicit Commands(std::uint64_t seed) : m_random(seed) { }

    [[nodiscard]] engine::Command next();

private:
    [[nodiscard]] std::uint64_t below(std::uint64_t limit) { return m_random() % limit; }
    [[nodiscard]] std::string one_of(char const* prefix, std::uint64_t count);
    [[nodiscard]] engine::LicenceKey licence();
    [[nodiscard]] Date day();
    [[nodiscard]] Date season();
    [[nodiscard]] engine::Command about_orders();
    [[nodiscard]] engine::Command about_rooms();
    [[nodiscard]] engine::Command about_devices();
    [[nodiscard]] engine::Command about_assignments();

    std::mt19937_64 m_random;
};

// One thing a store is asked to write: an entry, or an import with its blocks.
struct Block
{
    std::vector<engine::Command> rows;
    std::vector<engine::Change> changes;
};
struct Step
{
    engine::Entry entry;
    std::vector<engine::Change> changes;
    std::vector<Block> blocks; // of an import
};

// What `count` commands come to that were not denied, with one import in their midst, and the ledger after each step.
struct Script
{
    std::vector<Step> steps;
    std::vector<engine::Ledger> ledgers; // ledgers[n]: after n steps
};
[[nodiscard]] Script a_script(std::uint64_t seed, std::size_t count);

// Writes one step; the error of whatever failed first.
[[nodiscard]] Result<EntryId> write(store::Store& store, Step const& step);

// The ledger that the journal alone leaves.
[[nodiscard]] Result<engine::Ledger> replayed(store::Store const& store);

} // namespace keyrack::test
