#pragma once
// A fact is what a rule looked at: a named value, where it stands in the journal, and what it is about.

#include "base/date.hpp"
#include "base/id.hpp"
#include "engine/rows.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace keyrack::engine {

// What a fact is about, so that the interface can link to it.
using Subject = std::variant<std::monostate, RoomId, OrderId, LicenceRef, DeviceId, AccountId, OrgId, ProductLineId,
    HoldingId, ContractId>;

using FactValue = std::variant<std::int64_t, Date, std::string>;

struct Fact
{
    std::string_view name; // placeholder of the rule's words: {order}, {start}, {days} …; always a literal
    FactValue value;
    Subject subject {};
    EntryId entry {}; // the journal entry that recorded it; none where it follows from others
    bool operator==(Fact const&) const = default;
};

} // namespace keyrack::engine
