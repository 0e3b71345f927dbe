#pragma once
// The rows of a ledger by the kind of change that puts them.

#include "engine/change.hpp"
#include "engine/ledger.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace keyrack::store {

#define KEYRACK_ROWS_OF(Row, IdOf, table)                                                                              \
    [[nodiscard]] inline std::vector<engine::Row> const& rows_of(                                                      \
        std::type_identity<engine::Put<engine::Row, IdOf>>, engine::Ledger const& ledger)                              \
    {                                                                                                                  \
        return ledger.table.rows();                                                                                    \
    }
KEYRACK_ROWS_OF(Account, AccountId, accounts())
KEYRACK_ROWS_OF(Order, OrderId, orders())
KEYRACK_ROWS_OF(Room, RoomId, rooms())
KEYRACK_ROWS_OF(Device, DeviceId, devices())
KEYRACK_ROWS_OF(Stay, StayId, stays())
KEYRACK_ROWS_OF(Assignment, AssignmentId, assignments())
KEYRACK_ROWS_OF(Org, OrgId, css().orgs())
KEYRACK_ROWS_OF(ProductLine, ProductLineId, css().lines())
KEYRACK_ROWS_OF(Holding, HoldingId, css().holdings())
KEYRACK_ROWS_OF(Departure, DepartureId, css().departures())
KEYRACK_ROWS_OF(Contract, ContractId, css().contracts())
KEYRACK_ROWS_OF(ContractLine, ContractLineId, css().contract_lines())
KEYRACK_ROWS_OF(TierChange, TierChangeId, css().tier_changes())
KEYRACK_ROWS_OF(Version, VersionId, css().versions())
KEYRACK_ROWS_OF(HoursUse, HoursUseId, css().hours())
KEYRACK_ROWS_OF(CssPrice, CssPriceId, css().prices())
KEYRACK_ROWS_OF(ServiceOrder, ServiceOrderId, service_orders())
KEYRACK_ROWS_OF(Address, AddressId, addresses())
KEYRACK_ROWS_OF(Person, PersonId, people())
KEYRACK_ROWS_OF(Invitation, InvitationId, invitations())
KEYRACK_ROWS_OF(Mail, MailId, mails())
KEYRACK_ROWS_OF(Setting, SettingId, settings())
KEYRACK_ROWS_OF(DeviceLicence, DeviceLicenceId, device_licences())
KEYRACK_ROWS_OF(CountryTerms, CountryTermsId, country_terms())
KEYRACK_ROWS_OF(SiteCourier, SiteCourierId, site_couriers())
KEYRACK_ROWS_OF(SupportTicket, TicketId, tickets())
KEYRACK_ROWS_OF(TicketTurn, TicketTurnId, ticket_turns())
KEYRACK_ROWS_OF(ServiceSubscription, SubscriptionId, subscriptions())
KEYRACK_ROWS_OF(SyncRoom, SyncRoomId, sync_rooms())
KEYRACK_ROWS_OF(OnsiteSpare, OnsiteSpareId, onsite_spares())
KEYRACK_ROWS_OF(SignIn, SignInId, sign_ins())
KEYRACK_ROWS_OF(Timing, TimingId, timings())
#undef KEYRACK_ROWS_OF

[[nodiscard]] inline std::vector<std::string> const& rows_of(
    std::type_identity<engine::PutSite>, engine::Ledger const& ledger)
{
    return ledger.sites().all();
}

[[nodiscard]] inline std::vector<std::string> const& rows_of(
    std::type_identity<engine::PutModel>, engine::Ledger const& ledger)
{
    return ledger.models().all();
}

[[nodiscard]] inline std::span<engine::PutTenant const> rows_of(
    std::type_identity<engine::PutTenant>, engine::Ledger const& ledger)
{
    return { &ledger.tenant(), std::size_t { ledger.opened() } };
}

} // namespace keyrack::store
