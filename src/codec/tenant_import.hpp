#pragma once
// A tenant file becomes commands and changes, a slice at a time. Works on its own copy of the ledger: whoever calls
// writes the blocks to the store and takes the ledger over at the end, or drops both. All of the file or nothing of it.
//
//     TenantImport import { ledger, catalogue, store.next_entry() };  // the tenant is open already
//     store.begin_import();
//     for each piece of the file, between frames:                     // any cut
//         import.feed(piece);
//         while (import.has_work() && time is left) { auto block = import.step(500); store.add_block(block.commands, block.changes); }
//     import.end_of_file();
//     while (import.has_work()) …step and add_block as above, between frames…
//     if (import.report().accepted()) store.commit_import(an Entry with Import { file, import.report().rows }), take_ledger();
//     else store.roll_back_import(), show import.report();
//
// An import that is refused half-way (`stopped()`) has no more work and yields no more blocks; feeding it does nothing.

#include "catalogue/catalogue.hpp"
#include "codec/import_report.hpp"
#include "engine/command.hpp"
#include "engine/ledger.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace keyrack::codec {

inline constexpr std::size_t rows_a_block = 1'000; // at most, whatever step() is asked for

// The convention of the file format: what it says of warranties holds for devices with two years of their own. An import
// sets them where the tenant has none yet.
inline constexpr std::int32_t base_warranty_years = 2;

// Rows of one slice as recorded history, and what they change.
struct ImportBlock
{
    std::vector<engine::Command> commands;
    std::vector<engine::Change> changes;
    [[nodiscard]] bool empty() const { return commands.empty(); }
};

class TenantImport
{
public:
    // `start` has been opened. `entry` is the journal entry that the import will be. The catalogue outlives the import.
    TenantImport(engine::Ledger start, catalogue::Catalogue const& catalogue, EntryId entry);
    ~TenantImport();
    TenantImport(TenantImport&&) noexcept;
    TenantImport& operator=(TenantImport&&) noexcept;

    // The next bytes of the file, in any cut; 64 KB is a good piece. Costs time in proportion to the bytes.
    void feed(std::string_view bytes);
    // No more bytes come.
    void end_of_file();

    // Whether step() would do something now. False before end_of_file() means: feed more.
    [[nodiscard]] bool has_work() const;
    // Decides and applies at most `max_rows` rows (and at most rows_a_block). Empty once nothing is to be taken in.
    [[nodiscard]] ImportBlock step(std::size_t max_rows);

    // Nothing of the file will be taken in, and reading on would tell nothing more.
    [[nodiscard]] bool stopped() const;
    // The end of the file was told and every row has been worked off, or it stopped.
    [[nodiscard]] bool done() const;
    // Bytes fed so far, for the progress; the caller knows how many there are.
    [[nodiscard]] std::int64_t bytes_read() const;
    // Counts as they stand; final once done().
    [[nodiscard]] ImportReport const& report() const;

    // The copy with everything applied. Once, after done(), when the report is accepted().
    [[nodiscard]] engine::Ledger take_ledger();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace keyrack::codec
