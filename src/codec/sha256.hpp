#pragma once
// SHA-256 (FIPS 180-4), by Mbed TLS. What segments are chained by; `sha256sum` says the same of the same bytes.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace keyrack::codec {

using Sha256 = std::array<std::byte, 32>;

[[nodiscard]] Sha256 sha256(std::string_view bytes);
// 64 lower-case digits.
[[nodiscard]] std::string hex(Sha256 const& digest);
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

} // namespace keyrack::codec
