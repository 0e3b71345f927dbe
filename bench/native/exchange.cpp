#include "exchange.hpp"

#include "base/verify.hpp"
#include "codec/catalogue_json.hpp"
#include "codec/command_json.hpp"
#include "sync/bundles.hpp"
#include "sync/folding.hpp"

#include <array>
#include <chrono>
#include <span>
#include <utility>

namespace keyrack::bench {

namespace {

constexpr std::int64_t first_entry_ms = 1'790'000'000'000;

double since(std::chrono::steady_clock::time_point began)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

sync::Kept device(std::string name)
{
    sync::Kept kept { .tenant = "bench", .device = std::move(name), .lanes = {}, .unsent = {}, .told = {} };
    sync::know(kept, kept.device, kept.device);
    return kept;
}

void write(sync::Kept& kept, engine::Command const& command, std::int64_t at_ms)
{
    sync::write(kept, {}, codec::to_json(command), at_ms);
}

void cut_all(sync::Kept& kept)
{
    while (!kept.unsent.empty()) sync::cut_segment(kept, sync::longest_segment);
}

// All entries of the bundles in their order, folded.
engine::Ledger ledger_of(std::span<codec::Bundle const> bundles)
{
    auto const kept = sync::merged(bundles);
    VERIFY(kept.has_value());
    engine::Ledger ledger;
    std::vector<engine::TouchedRow> touched;
    for (std::uint32_t row = 0; auto const& placed : sync::entries_in_order(*kept)) {
        auto const outcome =
            sync::fold_entry(ledger, codec::shipped_catalogue(), *placed.entry, EntryId::of_row(row++), touched);
        VERIFY(outcome.fate == codec::Fate::holds);
        touched.clear();
    }
    return ledger;
}

} // namespace

MeasuredExchange merge(std::size_t entries, int runs)
{
    std::array<codec::Bundle, 2> bundles;
    auto first = device("a");
    write(first, engine::OpenTenant { "bench" }, first_entry_ms);
    cut_all(first);
    for (std::size_t which = 0; which < bundles.size(); ++which) {
        auto kept = first;
        kept.device = which == 0 ? "a" : "b";
        sync::know(kept, kept.device, kept.device);
        for (std::size_t entry = 1; entry <= entries; ++entry) {
            auto const room = kept.device + "-" + std::to_string(entry);
            write(kept, engine::AddRoom { .room = room, .name = "Room " + room },
                first_entry_ms + static_cast<std::int64_t>(entry));
        }
        cut_all(kept);
        bundles[which] = sync::bundle_of(kept);
    }
    MeasuredExchange measured;
    for (int run = 0; run < runs; ++run) {
        auto const began = std::chrono::steady_clock::now();
        auto const ledger = ledger_of(bundles);
        measured.milliseconds.push_back(since(began));
        measured.count = std::ssize(ledger.rooms().rows());
    }
    return measured;
}

MeasuredBundle bundle(std::vector<std::string> rows, int runs)
{
    auto kept = device("a");
    write(kept, engine::OpenTenant { "bench" }, first_entry_ms);
    auto const import = engine::Import { "tenant.json", std::ssize(rows) };
    auto entry = sync::next_entry(kept, {}, codec::to_json(engine::Command { import }), first_entry_ms + 1);
    entry.rows = std::move(rows);
    sync::add_written(kept, std::move(entry));
    MeasuredBundle measured;
    for (int run = 0; run < runs; ++run) {
        auto again = kept; // with its entries in no segment yet
        auto const began = std::chrono::steady_clock::now();
        measured.text = codec::to_text(sync::bundle_of(again));
        measured.written.milliseconds.push_back(since(began));
    }
    for (int run = 0; run < runs; ++run) {
        auto const began = std::chrono::steady_clock::now();
        auto const read = codec::read_bundle(measured.text);
        VERIFY(read.has_value());
        auto const ledger = ledger_of(std::span { &*read, 1 });
        measured.read.milliseconds.push_back(since(began));
        measured.read.count = std::ssize(ledger.rooms().rows());
    }
    measured.written.count = std::ssize(measured.text);
    return measured;
}

} // namespace keyrack::bench
