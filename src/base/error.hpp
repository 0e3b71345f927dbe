#pragma once
// How the world's failures travel: disk, quota, network, malformed files. A business "no" is a Denial (engine), a bug is VERIFY.

#include <expected>
#include <string>

namespace keyrack {

// Says what went wrong, where, and what to do about it: lower case, input in backticks, no type names.
// `what` is a stable code such as "json_syntax" or "disk_full": the interface has words for it in every language.
struct Error
{
    std::string what;   // code; key `error.<what>` of the language files
    std::string where;  // line, path or row, as a person would look it up; may be empty
    std::string detail; // the offending input, shortened; may be empty

    bool operator==(Error const&) const = default;
};

template <class T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> failure(std::string what, std::string where = {}, std::string detail = {})
{
    return std::unexpected(Error { std::move(what), std::move(where), std::move(detail) });
}

} // namespace keyrack
