#pragma once
// One line over a whole tenant on a day, to hold the engine against other implementations of the same questions:
// rooms=… select=… sync_plus=… insights=… spares=… until=… warranty=…
// rooms, and rooms covered by either programme, with insights; spares entitled on the day; the sums, in days since
// 1970-01-01, of until when rooms are covered by Select and of the ends of all devices' warranties. A cancellation after
// the day is not looked at: the line says what was known of it on the day.

#include "catalogue/catalogue.hpp"
#include "engine/ledger.hpp"

#include <string>

namespace keyrack::engine {

[[nodiscard]] std::string checksum(Ledger const& ledger, catalogue::Catalogue const& catalogue, Date day);

} // namespace keyrack::engine
