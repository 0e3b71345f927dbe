#pragma once
// A decision in the making: what stands against a command, and what it would change. One `decide_on` a command; each
// names everything that stands against it, in any order, and `fold.cpp` tells the most decisive.

#include "engine/command.hpp"
#include "engine/denial.hpp"
#include "engine/fold.hpp"
#include "engine/naming.hpp"
#include "engine/timing.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keyrack::engine {

constexpr std::int32_t largest_quantity = 1'000'000; // of one line of an order

struct Draft
{
    Ledger const& ledger;
    catalogue::Catalogue const& catalogue;
    EntryId entry;
    std::vector<Denial> objections {};
    std::vector<Change> changes {};
    std::uint32_t new_timings = 0;

    void object(Reason reason, std::vector<Fact> facts = {}) { objections.push_back({ reason, std::move(facts) }); }

    // has_dependents where `count` of `what` hang on the thing.
    void check_none(std::string const& key, char const* what, std::int64_t count)
    {
        if (count > 0)
            object(Reason::has_dependents, { { "key", key }, { "what", std::string { what } }, { "count", count } });
    }

    template <class Row, class IdOf>
    void put(IdOf id, Row row)
    {
        changes.emplace_back(std::in_place_type<Put<Row, IdOf>>, id, std::move(row));
    }

    // When, within the day that this entry gives the thing, it was done; a moment of another day says nothing.
    template <class IdOf>
    void time(Timed what, IdOf thing, Date day, std::optional<Instant> at)
    {
        bool const known = at && falls_on(*at, day);
        if (!known && !is_timed(what, thing)) return;
        auto const id = TimingId::of_row(ledger.timings().next().row() + new_timings++);
        put(id, Timing { what, static_cast<std::int32_t>(thing.row()), known ? *at : beginning, entry });
    }

    // By this very entry, which is an import then: its commands have one entry in common.
    template <class IdOf>
    [[nodiscard]] bool is_timed(Timed what, IdOf thing) const
    {
        for (TimingId const id : ledger.timings_of(what, thing))
            if (ledger.timings()[id].entry == entry) return true;
        return false;
    }

    // bad_name where `name` is none.
    void check_name(std::string_view name);
    // The country's letters; bad_country where they are none.
    [[nodiscard]] Country country(std::string_view letters);
    // By key, valid rows only; the objection where there is none. Accounts: none() for an empty key.
    [[nodiscard]] AccountId account(std::string_view key);
    [[nodiscard]] OrderId order(std::string_view key);
    [[nodiscard]] LicenceRef licence(LicenceKey const& key); // its order is none() where there is no such licence
    [[nodiscard]] RoomId room(std::string_view key);
    [[nodiscard]] DeviceId device(std::string_view serial);
    [[nodiscard]] OrgId org(std::string_view key);
    [[nodiscard]] ProductLineId product_line(std::string_view key);
    [[nodiscard]] HoldingId holding(std::string_view key);
    [[nodiscard]] ContractId contract(std::string_view key);
    [[nodiscard]] ServiceOrderId service_order(std::string_view key);
    [[nodiscard]] InvitationId invitation(std::string_view link);
    [[nodiscard]] PersonId person(std::string_view email);
    [[nodiscard]] TicketId ticket(std::string_view key);
    // In lower case; bad_email where it is none.
    [[nodiscard]] std::string email(std::string_view text);
};

// A thing that stands in the ledger and was not taken back.
template <class Table, class IdOf>
[[nodiscard]] bool stands(Table const& table, IdOf id)
{
    return id.exists() && table[id].standing == Standing::valid;
}

// The row that a new thing of that key gets: its own again where it was taken back, the next one otherwise.
template <class Table, class IdOf>
[[nodiscard]] IdOf row_for(Table const& table, IdOf known)
{
    return known.exists() ? known : table.next();
}

// has_dependents where tickets that stand are about the thing; `key` names it.
template <class IdOf>
void check_no_tickets(IdOf SupportTicket::* about, IdOf id, Fact key, Draft& draft)
{
    auto const count = std::ranges::count_if(draft.ledger.tickets().rows(),
        [&](SupportTicket const& row) { return row.standing == Standing::valid && row.*about == id; });
    if (count > 0)
        draft.object(Reason::has_dependents,
            { std::move(key), { "what", std::string { "tickets" } }, { "count", std::int64_t { count } } });
}

// A value for {expected} and {found}; an empty text where there is none.
[[nodiscard]] FactValue value_or_none(std::optional<Date> date);
[[nodiscard]] FactValue value_or_none(std::optional<std::int32_t> number);
[[nodiscard]] std::vector<Fact> changed(std::string_view what, FactValue expected, FactValue found);

void decide_on(OpenTenant const& command, Draft& draft);
void decide_on(SetBaseWarranty const& command, Draft& draft);
void decide_on(AddAccount const& command, Draft& draft);
void decide_on(RemoveAccount const& command, Draft& draft);
void decide_on(PlaceOrder const& command, Draft& draft);
void decide_on(RemoveOrder const& command, Draft& draft);
void decide_on(CancelOrder const& command, Draft& draft);
void decide_on(WithdrawCancellation const& command, Draft& draft);
void decide_on(AddRoom const& command, Draft& draft);
void decide_on(RemoveRoom const& command, Draft& draft);
void decide_on(CorrectRoom const& command, Draft& draft);
void decide_on(SetInSync const& command, Draft& draft);
void decide_on(AddDevice const& command, Draft& draft);
void decide_on(RemoveDevice const& command, Draft& draft);
void decide_on(MoveDevice const& command, Draft& draft);
void decide_on(Assign const& command, Draft& draft);
void decide_on(EndAssignment const& command, Draft& draft);
void decide_on(WithdrawAssignments const& command, Draft& draft);
void decide_on(Import const& command, Draft& draft);
// Customer Success Services
void decide_on(AddOrgId const& command, Draft& draft);
void decide_on(RemoveOrgId const& command, Draft& draft);
void decide_on(AddProductLine const& command, Draft& draft);
void decide_on(RemoveProductLine const& command, Draft& draft);
void decide_on(AddSoftwareLicences const& command, Draft& draft);
void decide_on(RemoveSoftwareLicences const& command, Draft& draft);
void decide_on(RetireLicences const& command, Draft& draft);
void decide_on(TransferLicences const& command, Draft& draft);
void decide_on(WithdrawTransfer const& command, Draft& draft);
void decide_on(BuyCoverage const& command, Draft& draft);
void decide_on(RemoveCoverage const& command, Draft& draft);
void decide_on(UpgradeTier const& command, Draft& draft);
void decide_on(WithdrawUpgrade const& command, Draft& draft);
void decide_on(RenewContract const& command, Draft& draft);
void decide_on(ReinstateContract const& command, Draft& draft);
void decide_on(UseHours const& command, Draft& draft);
void decide_on(WithdrawHours const& command, Draft& draft);
void decide_on(SetLifecycle const& command, Draft& draft);
void decide_on(SetCssPrice const& command, Draft& draft);

// Service orders and people.
void decide_on(PlaceServiceOrder const& command, Draft& draft);
void decide_on(RemoveServiceOrder const& command, Draft& draft);
void decide_on(CorrectServiceOrder const& command, Draft& draft);
void decide_on(RejectServiceOrder const& command, Draft& draft);
void decide_on(ProcessServiceOrder const& command, Draft& draft);
void decide_on(RecordAddress const& command, Draft& draft);
void decide_on(ForgetAddress const& command, Draft& draft);
void decide_on(SendInvitation const& command, Draft& draft);
void decide_on(ResendInvitation const& command, Draft& draft);
void decide_on(WithdrawInvitation const& command, Draft& draft);
void decide_on(ReopenInvitation const& command, Draft& draft);
void decide_on(AcceptInvitation const& command, Draft& draft);
void decide_on(DelegateAccess const& command, Draft& draft);
void decide_on(RemovePerson const& command, Draft& draft);
void decide_on(SetRole const& command, Draft& draft);
void decide_on(EndAccess const& command, Draft& draft);
void decide_on(SetUserLimit const& command, Draft& draft);

// What the catalogue leaves to the tenant.
void decide_on(ExtendWarranty const& command, Draft& draft);
void decide_on(WithdrawExtension const& command, Draft& draft);
void decide_on(SetCountryTerms const& command, Draft& draft);
void decide_on(SetCourier const& command, Draft& draft);
// Support tickets.
void decide_on(OpenTicket const& command, Draft& draft);
void decide_on(RemoveTicket const& command, Draft& draft);
void decide_on(TurnTicket const& command, Draft& draft);
void decide_on(WritePrimaryEmail const& command, Draft& draft);
void decide_on(WithdrawTurn const& command, Draft& draft);
void decide_on(RecordSubscription const& command, Draft& draft);
void decide_on(ForgetSubscription const& command, Draft& draft);
void decide_on(SetLicenceThreshold const& command, Draft& draft);
void decide_on(SetSupportTarget const& command, Draft& draft);
// How a tenant is set up.
void decide_on(LinkSyncRoom const& command, Draft& draft);
void decide_on(UnlinkSyncRoom const& command, Draft& draft);
void decide_on(ReportRoomState const& command, Draft& draft);
void decide_on(AgreeSpare const& command, Draft& draft);
void decide_on(WithdrawSpare const& command, Draft& draft);
void decide_on(SetSignIn const& command, Draft& draft);
void decide_on(SetCapEffect const& command, Draft& draft);
void decide_on(RenameTenant const& command, Draft& draft);

} // namespace keyrack::engine
