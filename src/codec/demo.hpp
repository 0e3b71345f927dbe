#pragma once
// The demo company: a list of commands with who gave them and when, told as of an anchor day and moved so that the anchor
// is today. Schema: assets/schema/demo.schema.json.

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/instant.hpp"
#include "engine/command.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::codec {

struct DemoEntry
{
    Date on {}; // the day the command was given
    std::string actor;
    engine::Command command;
    bool operator==(DemoEntry const&) const = default;
};

// In the order in which the commands were given; the first opens the tenant. No entry is later than `today`.
// Errors: those of parse_json and read_fields.hpp, `unknown_kind`, and `bad_date` for an entry out of order.
// Moments in it are told as of noon (UTC) of the anchor day, and moved so that that noon is `now`: a ticket opened 22 minutes
// before is always 22 minutes old.
// What people wrote on tickets reads in `language`, as far as the file tells it; as it stands there in any other than "de" and
// "nb".
[[nodiscard]] Result<std::vector<DemoEntry>> demo_from_json(
    std::string_view text, Date today, std::optional<Instant> now = {}, std::string_view language = {});
// The demo company embedded in the program (assets/demo/northwind.json); it is tested to be readable.
[[nodiscard]] std::vector<DemoEntry> shipped_demo(
    Date today, std::optional<Instant> now = {}, std::string_view language = {});

} // namespace keyrack::codec
