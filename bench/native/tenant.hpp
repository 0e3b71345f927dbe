#pragma once
// The bench's tenants: a file as a ledger. In pieces, as a browser hands it over: nobody holds all of it, and a million rooms find
// room in WebAssembly's memory.

#include "codec/tenant_import.hpp"
#include "engine/ledger.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace keyrack::bench {

// The bytes of a file.
[[nodiscard]] std::string contents(std::string const& path);

// With a name and nothing else.
[[nodiscard]] engine::Ledger opened_ledger();

// `each`, where given, gets the blocks on the way, to take what it likes.
using EachImported = std::function<void(codec::ImportBlock& block)>;
[[nodiscard]] engine::Ledger ledger_of_file(std::string const& path, EachImported const& each = {});
[[nodiscard]] engine::Ledger ledger_of_bytes(std::string_view bytes);

} // namespace keyrack::bench
