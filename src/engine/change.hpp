#pragma once
// One change to the rows of a ledger, as `decide` yields it, the store writes it and `Ledger::apply` makes it.

#include "base/id.hpp"
#include "engine/css_rows.hpp"
#include "engine/range_rows.hpp"
#include "engine/rows.hpp"
#include "engine/service_rows.hpp"
#include "engine/setup_rows.hpp"
#include "engine/table.hpp"
#include "engine/ticket_rows.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace keyrack::engine {

struct PutTenant // the facts of the tenant itself
{
    std::string name;
    std::optional<std::int32_t> base_warranty_years;
    EntryId base_warranty_entry;
    bool operator==(PutTenant const&) const = default;
};
struct PutSite
{
    SiteId id;
    std::string name;
    bool operator==(PutSite const&) const = default;
};
struct PutModel
{
    ModelId id;
    std::string name;
    bool operator==(PutModel const&) const = default;
};

using ChangeKinds = std::variant<PutTenant, PutSite, PutModel, Put<Account, AccountId>, Put<Order, OrderId>,
    Put<Room, RoomId>, Put<Device, DeviceId>, Put<Stay, StayId>, Put<Assignment, AssignmentId>,
    // Customer Success Services
    Put<Org, OrgId>, Put<ProductLine, ProductLineId>, Put<Holding, HoldingId>, Put<Departure, DepartureId>,
    Put<Contract, ContractId>, Put<ContractLine, ContractLineId>, Put<TierChange, TierChangeId>,
    Put<Version, VersionId>, Put<HoursUse, HoursUseId>, Put<CssPrice, CssPriceId>,
    // service orders and people
    Put<ServiceOrder, ServiceOrderId>, Put<Address, AddressId>, Put<Person, PersonId>, Put<Invitation, InvitationId>,
    Put<Mail, MailId>, Put<Setting, SettingId>,
    // what the catalogue leaves to the tenant
    Put<DeviceLicence, DeviceLicenceId>, Put<CountryTerms, CountryTermsId>, Put<SiteCourier, SiteCourierId>,
    // support tickets
    Put<SupportTicket, TicketId>, Put<TicketTurn, TicketTurnId>, Put<ServiceSubscription, SubscriptionId>,
    // how a tenant is set up
    Put<SyncRoom, SyncRoomId>, Put<OnsiteSpare, OnsiteSpareId>, Put<SignIn, SignInId>,
    // when, within their days, some of these things were done
    Put<Timing, TimingId>>;

// One of these; compiled once, in change.cpp, like `Command`.
struct Change : ChangeKinds
{
    using ChangeKinds::ChangeKinds;
    Change();
    Change(Change const& other);
    Change(Change&& other) noexcept;
    Change& operator=(Change const& other);
    Change& operator=(Change&& other) noexcept;
    ~Change();
    bool operator==(Change const& other) const;
};

} // namespace keyrack::engine
