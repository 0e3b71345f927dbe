#pragma once
// What the rows of a database, however they are read, must have for a ledger to stand on them, and how many of them there are.

#include "engine/change.hpp"
#include "engine/ledger.hpp"
#include "engine/timing.hpp"
#include "store/columns.hpp"

#include <cstdint>
#include <type_traits>

namespace keyrack::store {

// What a row needs beyond what its columns say, for the ledger to stand on it.
template <class Row>
[[nodiscard]] bool stands(Row const&, engine::Ledger const&)
{
    return true;
}

[[nodiscard]] inline bool stands(engine::Stay const& row, engine::Ledger const&)
{
    return row.device.exists() && row.room.exists();
}

[[nodiscard]] inline bool stands(engine::Assignment const& row, engine::Ledger const& ledger)
{
    if (!row.order.exists() || !row.room.exists() || row.number < 1) return false;
    // An order that was taken back may have been placed anew with fewer licences; what was withdrawn keeps its number.
    return row.standing == engine::Standing::withdrawn || row.number <= ledger.orders()[row.order].quantity;
}

[[nodiscard]] inline bool stands(engine::Holding const& row, engine::Ledger const&)
{
    return row.line.exists() && row.org.exists();
}

[[nodiscard]] inline bool stands(engine::Departure const& row, engine::Ledger const&)
{
    return row.holding.exists();
}

[[nodiscard]] inline bool stands(engine::ContractLine const& row, engine::Ledger const&)
{
    return row.contract.exists() && row.line.exists() && row.org.exists();
}

[[nodiscard]] inline bool stands(engine::TierChange const& row, engine::Ledger const&)
{
    return row.contract.exists();
}

[[nodiscard]] inline bool stands(engine::Version const& row, engine::Ledger const&)
{
    return row.line.exists();
}

[[nodiscard]] inline bool stands(engine::HoursUse const& row, engine::Ledger const&)
{
    return row.contract.exists();
}

[[nodiscard]] inline bool stands(engine::DeviceLicence const& row, engine::Ledger const&)
{
    return row.order.exists() && row.device.exists() && row.number >= 1;
}

[[nodiscard]] inline bool stands(engine::SiteCourier const& row, engine::Ledger const&)
{
    return row.site.exists();
}

[[nodiscard]] inline bool stands(engine::SyncRoom const& row, engine::Ledger const&)
{
    return row.room.exists();
}

[[nodiscard]] inline bool stands(engine::Timing const& row, engine::Ledger const& ledger)
{
    return engine::is_of_a_row(row, ledger);
}

[[nodiscard]] inline bool stands(engine::TicketTurn const& row, engine::Ledger const&)
{
    return row.ticket.exists();
}

// Whether the row may be put where the other one stands: what a ledger finds it by is the same.
template <class Row>
[[nodiscard]] bool takes_the_place(Row const& row, Row const& of)
{
    if constexpr (requires { row.key; }
        && !std::is_same_v<Row, engine::Contract> && !std::is_same_v<Row, engine::Holding>)
        return row.key == of.key;
    else if constexpr (std::is_same_v<Row, engine::Device>)
        return row.serial == of.serial;
    else if constexpr (std::is_same_v<Row, engine::Assignment>)
        return row.order == of.order && row.number == of.number && row.room == of.room && row.days.from == of.days.from;
    else if constexpr (std::is_same_v<Row, engine::Stay> || std::is_same_v<Row, engine::DeviceLicence>)
        return row.device == of.device;
    else if constexpr (std::is_same_v<Row, engine::TicketTurn>)
        return row.ticket == of.ticket;
    else
        return false; // few and small: who changes one of them reads the tables
}

// None of the large tables has rows of fewer than 25 of the 4,096 bytes of a page. A file that is damaged may lie: no table has
// more rows than its file has room for.
inline constexpr std::int64_t most_rows_a_page = 160;

// So many more rows of a kind that others may refer to.
template <class Each>
void count(Counts& counts, std::uint32_t more)
{
    if constexpr (std::is_same_v<Each, engine::PutSite>) counts.sites += more;
    if constexpr (std::is_same_v<Each, engine::PutModel>) counts.models += more;
    if constexpr (std::is_same_v<Each, engine::Put<engine::Account, AccountId>>) counts.accounts += more;
    if constexpr (std::is_same_v<Each, engine::Put<engine::Order, OrderId>>) counts.orders += more;
    if constexpr (std::is_same_v<Each, engine::Put<engine::Room, RoomId>>) counts.rooms += more;
    if constexpr (std::is_same_v<Each, engine::Put<engine::Device, DeviceId>>) counts.devices += more;
    if constexpr (std::is_same_v<Each, engine::Put<engine::Org, OrgId>>) counts.orgs += more;
    if constexpr (std::is_same_v<Each, engine::Put<engine::ProductLine, ProductLineId>>) counts.product_lines += more;
    if constexpr (std::is_same_v<Each, engine::Put<engine::Holding, HoldingId>>) counts.holdings += more;
    if constexpr (std::is_same_v<Each, engine::Put<engine::Contract, ContractId>>) counts.contracts += more;
    if constexpr (std::is_same_v<Each, engine::Put<engine::SupportTicket, TicketId>>) counts.tickets += more;
}

// Rows that may name later ones of their own table: an account that was taken back may come again under a newer one.
template <class Each>
inline constexpr bool refers_ahead = std::is_same_v<Each, engine::Put<engine::Account, AccountId>>;

// Then nobody who goes up from an account to its parents comes back to it.
[[nodiscard]] inline bool has_no_circle(engine::Table<engine::Account, AccountId> const& accounts)
{
    for (engine::Account const& row : accounts.rows()) {
        std::size_t above = 0;
        for (AccountId up = row.parent; up.exists(); up = accounts[up].parent)
            if (++above > accounts.size()) return false;
    }
    return true;
}

[[nodiscard]] inline Counts counts_of(engine::Ledger const& ledger, std::uint32_t entries)
{
    auto const size = [](auto const& rows) { return static_cast<std::uint32_t>(rows.size()); };
    engine::CssTables const& css = ledger.css();
    return { .entries = entries,
        .sites = size(ledger.sites().all()),
        .models = size(ledger.models().all()),
        .accounts = size(ledger.accounts()),
        .orders = size(ledger.orders()),
        .rooms = size(ledger.rooms()),
        .devices = size(ledger.devices()),
        .orgs = size(css.orgs()),
        .product_lines = size(css.lines()),
        .holdings = size(css.holdings()),
        .contracts = size(css.contracts()),
        .tickets = size(ledger.tickets()) };
}

} // namespace keyrack::store
