#include "codec/sha256.hpp"

#include "base/verify.hpp"

#include <mbedtls/sha256.h>

namespace keyrack::codec {

Sha256 sha256(std::string_view bytes)
{
    Sha256 digest {};
    auto const failed = mbedtls_sha256(reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(),
        reinterpret_cast<unsigned char*>(digest.data()), 0);
    VERIFY(failed == 0);
    return digest;
}

std::string hex(Sha256 const& digest)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * digest.size());
    for (std::byte const each : digest) {
        text += digits[std::to_integer<std::size_t>(each >> 4)];
        text += digits[std::to_integer<std::size_t>(each & std::byte { 15 })];
    }
    return text;
}

std::string sha256_hex(std::string_view bytes)
{
    return hex(sha256(bytes));
}

} // namespace keyrack::codec
