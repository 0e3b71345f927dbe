#pragma once
// What might be given instead of a command that was refused, or before it, kind by kind. ways.cpp tries each and keeps those
// that work, so a part may offer more than always fits. A kind that is not here has no ways.

#include "engine/command.hpp"
#include "engine/question.hpp"
#include "engine/ways.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

namespace keyrack::engine {

using Ways = std::vector<Way>;

// Orders, licences, rooms and devices: ways_rooms.cpp
[[nodiscard]] Ways ways_for(PlaceOrder const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(RemoveOrder const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(CancelOrder const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(RemoveRoom const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(CorrectRoom const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(MoveDevice const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(Assign const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(EndAssignment const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(ExtendWarranty const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(LinkSyncRoom const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(AgreeSpare const& command, Reason reason, Asked const& asked);

// Service orders, people and tickets: ways_people.cpp
[[nodiscard]] Ways ways_for(PlaceServiceOrder const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(ProcessServiceOrder const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(AcceptInvitation const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(DelegateAccess const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(SetRole const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(EndAccess const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(OpenTicket const& command, Reason reason, Asked const& asked);

// Customer Success Services: ways_css.cpp
[[nodiscard]] Ways ways_for(BuyCoverage const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(RenewContract const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(ReinstateContract const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(UpgradeTier const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(UseHours const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(RetireLicences const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(TransferLicences const& command, Reason reason, Asked const& asked);

// The command once for each duration that is sold, the closest first, and of two as close the shorter.
template <class Kind>
[[nodiscard]] Ways by_sold_years(Kind const& command, std::vector<int> sold)
{
    std::ranges::sort(sold, {}, [&](int years) { return std::pair { std::abs(years - command.years), years }; });
    Ways ways;
    for (int const years : sold) {
        Kind other = command;
        other.years = years;
        ways.push_back({ std::move(other) });
    }
    return ways;
}

} // namespace keyrack::engine
