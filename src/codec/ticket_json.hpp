#pragma once
// A ticket file → what can be said of the ticket at a moment, as JSON (assets/schema/ticket.schema.json and
// ticket_answer.schema.json). The answer carries the hours, offsets and holidays that its clocks ran on, so that the other
// side can count again from it alone (B4).

#include "base/error.hpp"
#include "base/instant.hpp"
#include "catalogue/support.hpp"

#include <string>
#include <string_view>

namespace keyrack::codec {

// Errors: those of parse_json and read_fields.hpp; `bad_number` for a severity below 1, `bad_date` for events that are not
// in the order of time or come before the ticket, `missing_field` for an event that does not say what it changes.
[[nodiscard]] Result<std::string> ticket_answer(
    std::string_view ticket_file, catalogue::Support const& support, Instant as_of);

} // namespace keyrack::codec
