#include "engine/row_access.hpp"

#include <algorithm>
#include <array>
#include <concepts>
#include <type_traits>
#include <utility>
#include <variant>

namespace keyrack::engine {

namespace {

// The rows of each kind of change.
auto const& rows_of(Ledger const& ledger, std::type_identity<Put<Account, AccountId>>)
{
    return ledger.accounts().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<Order, OrderId>>)
{
    return ledger.orders().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<Room, RoomId>>)
{
    return ledger.rooms().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<Device, DeviceId>>)
{
    return ledger.devices().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<Stay, StayId>>)
{
    return ledger.stays().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<Assignment, AssignmentId>>)
{
    return ledger.assignments().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<Org, OrgId>>)
{
    return ledger.css().orgs().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<ProductLine, ProductLineId>>)
{
    return ledger.css().lines().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<Holding, HoldingId>>)
{
    return ledger.css().holdings().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<Departure, DepartureId>>)
{
    return ledger.css().departures().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<Contract, ContractId>>)
{
    return ledger.css().contracts().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<ContractLine, ContractLineId>>)
{
    return ledger.css().contract_lines().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<TierChange, TierChangeId>>)
{
    return ledger.css().tier_changes().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<Version, VersionId>>)
{
    return ledger.css().versions().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<HoursUse, HoursUseId>>)
{
    return ledger.css().hours().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<CssPrice, CssPriceId>>)
{
    return ledger.css().prices().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<ServiceOrder, ServiceOrderId>>)
{
    return ledger.service_orders().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<Address, AddressId>>)
{
    return ledger.addresses().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<Person, PersonId>>)
{
    return ledger.people().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<Invitation, InvitationId>>)
{
    return ledger.invitations().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<Mail, MailId>>)
{
    return ledger.mails().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<Setting, SettingId>>)
{
    return ledger.settings().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<DeviceLicence, DeviceLicenceId>>)
{
    return ledger.device_licences().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<CountryTerms, CountryTermsId>>)
{
    return ledger.country_terms().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<SiteCourier, SiteCourierId>>)
{
    return ledger.site_couriers().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<SupportTicket, TicketId>>)
{
    return ledger.tickets().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<TicketTurn, TicketTurnId>>)
{
    return ledger.ticket_turns().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<ServiceSubscription, SubscriptionId>>)
{
    return ledger.subscriptions().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<SyncRoom, SyncRoomId>>)
{
    return ledger.sync_rooms().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<OnsiteSpare, OnsiteSpareId>>)
{
    return ledger.onsite_spares().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<SignIn, SignInId>>)
{
    return ledger.sign_ins().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<Put<Timing, TimingId>>)
{
    return ledger.timings().rows();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<PutSite>)
{
    return ledger.sites().all();
}

auto const& rows_of(Ledger const& ledger, std::type_identity<PutModel>)
{
    return ledger.models().all();
}

std::array<PutTenant, 1> rows_of(Ledger const& ledger, std::type_identity<PutTenant>)
{
    return { ledger.tenant() };
}

template <class Each>
Change put_of(auto const& rows, std::uint32_t row)
{
    if constexpr (std::same_as<Each, PutTenant>)
        return rows[row];
    else
        return Each { decltype(Each::id)::of_row(row), rows[row] };
}

template <class Each>
std::optional<Change> as_change(Ledger const& ledger, std::uint32_t row)
{
    auto const& rows = rows_of(ledger, std::type_identity<Each> {});
    if (row >= rows.size()) return std::nullopt;
    return put_of<Each>(rows, row);
}

template <class Each>
void add_differences(Ledger const& one, Ledger const& other, std::uint32_t table, std::vector<TouchedRow>& found)
{
    auto const& here = rows_of(one, std::type_identity<Each> {});
    auto const& there = rows_of(other, std::type_identity<Each> {});
    auto const both = std::min(here.size(), there.size());
    for (std::size_t row = 0; row < std::max(here.size(), there.size()); ++row)
        if (row >= both || !(here[row] == there[row])) found.push_back({ table, static_cast<std::uint32_t>(row) });
}

template <class... Each>
constexpr auto readers(std::type_identity<std::variant<Each...>>)
{
    return std::array { &as_change<Each>... };
}

template <class... Each>
constexpr auto comparers(std::type_identity<std::variant<Each...>>)
{
    return std::array { &add_differences<Each>... };
}

} // namespace

TouchedRow touched_by(Change const& change)
{
    auto const row = std::visit(
        [](auto const& each) -> std::uint32_t {
            if constexpr (std::same_as<std::remove_cvref_t<decltype(each)>, PutTenant>)
                return 0;
            else
                return each.id.row();
        },
        static_cast<ChangeKinds const&>(change));
    return { static_cast<std::uint32_t>(change.index()), row };
}

std::optional<Change> row_as_change(Ledger const& ledger, TouchedRow touched)
{
    static constexpr auto read = readers(std::type_identity<ChangeKinds> {});
    return read[touched.table](ledger, touched.row);
}

std::vector<TouchedRow> differences(Ledger const& one, Ledger const& other)
{
    static constexpr auto compare = comparers(std::type_identity<ChangeKinds> {});
    std::vector<TouchedRow> found;
    for (std::uint32_t table = 0; table < compare.size(); ++table) compare[table](one, other, table, found);
    return found;
}

} // namespace keyrack::engine
