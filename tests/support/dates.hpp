#pragma once
// Dates as tests write them.

#include "base/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace keyrack::test {

// The date that `text` spells; the test fails where it spells none.
[[nodiscard]] Date date(std::string_view text);
// Nothing for an empty text.
[[nodiscard]] std::optional<Date> maybe_date(std::string_view text);
// `never` for an empty text.
[[nodiscard]] Date date_or_never(std::string_view text);
// For messages: `never` and `always` have no form of their own.
[[nodiscard]] std::string shown(Date date);

} // namespace keyrack::test
