#pragma once
// Journals put together, and a tenant as a bundle: what the exchange costs.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace keyrack::bench {

struct MeasuredExchange
{
    std::vector<double> milliseconds;
    std::int64_t count = 0; // entries, or bytes
};

// Two journals of `entries` entries each, written at the same time by two devices: from their bundles to the ledger of both.
[[nodiscard]] MeasuredExchange merge(std::size_t entries, int runs);

// The file's rows as one journal: its bundle written, and read again into a ledger. `count`: the bundle's bytes.
struct MeasuredBundle
{
    MeasuredExchange written, read;
    std::string text; // the bundle
};
[[nodiscard]] MeasuredBundle bundle(std::vector<std::string> rows, int runs);

} // namespace keyrack::bench
