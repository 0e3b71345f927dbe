#pragma once
// What opening a stored tenant costs without a browser: the database behind handles, as it lies in one, loaded again and again.

#include "engine/command.hpp"
#include "engine/ledger.hpp"

#include <functional>
#include <string>
#include <vector>

namespace keyrack::bench {

// Calls `take` with blocks of rows and what they changed.
using Block = std::function<void(std::vector<engine::Command> const&, std::vector<engine::Change> const&)>;
using EachBlock = std::function<void(Block const& take)>;

// Writes a tenant of those blocks into files at `path` (removed first); its image as well, or the tables alone.
enum class Image { none, written };
void write_tenant(std::string const& path, Image image, EachBlock const& blocks);
// Opens it and loads its ledger.
[[nodiscard]] engine::Ledger load_tenant(std::string const& path);
// Bytes of memory that the program has taken so far; WebAssembly never gives any back. 0: not known here.
[[nodiscard]] double memory_bytes();

} // namespace keyrack::bench
