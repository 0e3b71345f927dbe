#pragma once
// What might be given instead of a command that was refused, or before it, kind by kind. ways.cpp tries each, and whatever is
// refused of it gives way in its turn, so a part looks at one reason alone and may offer more than always fits. A kind that is
// not here has no ways of its own; names that are wrong or taken are seen to for all kinds alike.

#include "engine/command.hpp"
#include "engine/question.hpp"
#include "engine/ways.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace keyrack::engine {

using Ways = std::vector<Way>;

[[nodiscard]] inline Way instead(Command command)
{
    return { { std::move(command) }, 0 };
}

// The steps that make way, then the command.
[[nodiscard]] inline Way after(std::vector<Command> steps, Command command)
{
    auto const preparing = steps.size();
    steps.push_back(std::move(command));
    return { std::move(steps), preparing };
}

// Names that nothing has or that are taken, whatever the command: ways_names.cpp
[[nodiscard]] Ways ways_by_name(Command const& command, Denial const& denial, Asked const& asked);
// R3, R69–R73: who may not give it gets the access and the role first. `by`: empty for nobody in particular.
[[nodiscard]] Ways ways_for_giver(std::string const& by, Command const& command, Reason reason, Asked const& asked);

// Orders, licences: ways_orders.cpp
[[nodiscard]] Ways ways_for(PlaceOrder const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(RemoveOrder const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(CancelOrder const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(WithdrawCancellation const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(Assign const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(EndAssignment const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(WithdrawAssignments const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(ExtendWarranty const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(WithdrawExtension const& command, Reason reason, Asked const& asked);

// Accounts, rooms, devices, spares: ways_rooms.cpp
[[nodiscard]] Ways ways_for(RemoveAccount const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(AddRoom const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(RemoveRoom const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(CorrectRoom const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(AddDevice const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(RemoveDevice const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(MoveDevice const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(LinkSyncRoom const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(UnlinkSyncRoom const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(AgreeSpare const& command, Reason reason, Asked const& asked);

// Service orders and people: ways_people.cpp
[[nodiscard]] Ways ways_for(PlaceServiceOrder const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(CorrectServiceOrder const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(ProcessServiceOrder const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(RecordAddress const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(ResendInvitation const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(WithdrawInvitation const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(AcceptInvitation const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(DelegateAccess const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(RemovePerson const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(SetRole const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(EndAccess const& command, Reason reason, Asked const& asked);

// Tickets: ways_tickets.cpp
[[nodiscard]] Ways ways_for(OpenTicket const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(RemoveTicket const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(TurnTicket const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(WritePrimaryEmail const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(WithdrawTurn const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(RecordSubscription const& command, Reason reason, Asked const& asked);
// Nothing that stands is about the thing any more.
[[nodiscard]] std::vector<Command> without_tickets(Asked const& asked, RoomId SupportTicket::* about, RoomId id);
[[nodiscard]] std::vector<Command> without_tickets(Asked const& asked, DeviceId SupportTicket::* about, DeviceId id);
[[nodiscard]] std::vector<Command> without_tickets(Asked const& asked, OrgId SupportTicket::* about, OrgId id);
[[nodiscard]] std::vector<Command> without_tickets(
    Asked const& asked, ProductLineId SupportTicket::* about, ProductLineId id);

// Customer Success Services: ways_css.cpp
[[nodiscard]] Ways ways_for(RemoveOrgId const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(RemoveProductLine const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(RemoveSoftwareLicences const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(RetireLicences const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(TransferLicences const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(WithdrawTransfer const& command, Reason reason, Asked const& asked);
// … its contracts: ways_contracts.cpp
[[nodiscard]] Ways ways_for(BuyCoverage const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(RemoveCoverage const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(RenewContract const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(ReinstateContract const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(UpgradeTier const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(WithdrawUpgrade const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(UseHours const& command, Reason reason, Asked const& asked);

// What is set: ways_settings.cpp
[[nodiscard]] Ways ways_for(SetBaseWarranty const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(SetInSync const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(SetCountryTerms const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(SetCourier const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(SetLifecycle const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(SetCssPrice const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(SetUserLimit const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(SetLicenceThreshold const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(SetSupportTarget const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(ReportRoomState const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(SetSignIn const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(SetCapEffect const& command, Reason reason, Asked const& asked);
[[nodiscard]] Ways ways_for(RenameTenant const& command, Reason reason, Asked const& asked);

// The command on what stands now; none where that is what it wants.
template <class Kind, class Value, class Found>
[[nodiscard]] Ways as_found(Kind command, Value Kind::* expects, Value Kind::* wants, Found found)
{
    if (Value { found } == command.*wants) return {};
    command.*expects = std::move(found);
    return { instead(std::move(command)) };
}

// The command once for each duration that is sold, the closest first, and of two as close the shorter.
template <class Kind>
[[nodiscard]] Ways by_sold_years(Kind const& command, std::vector<int> sold)
{
    std::ranges::sort(sold, {}, [&](int years) { return std::pair { std::abs(years - command.years), years }; });
    Ways ways;
    for (int const years : sold) {
        Kind other = command;
        other.years = years;
        ways.push_back(instead(std::move(other)));
    }
    return ways;
}

} // namespace keyrack::engine
