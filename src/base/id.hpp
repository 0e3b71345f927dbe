#pragma once
// Ids of one kind never pass for ids of another. An Id is the dense row of a thing in its ledger table; what a person or a
// file calls the thing (its key: "PO-77", a serial number) is a field of the row and is looked up through the ledger.

#include <cstdint>
#include <functional>
#include <limits>

namespace keyrack {

template <class Tag>
class Id
{
public:
    // Made only by ledger tables, by the store when it loads a row, and by tests.
    [[nodiscard]] static constexpr Id of_row(std::uint32_t row) { return Id { row }; }
    [[nodiscard]] static constexpr Id none() { return Id { std::numeric_limits<std::uint32_t>::max() }; }

    constexpr Id() : Id(none()) { }

    [[nodiscard]] constexpr std::uint32_t row() const { return m_row; }
    [[nodiscard]] constexpr bool exists() const { return m_row != none().m_row; }

    auto operator<=>(Id const&) const = default;

private:
    explicit constexpr Id(std::uint32_t row) : m_row(row) { }

    std::uint32_t m_row;
};

using AccountId = Id<struct AccountTag>;
using OrderId = Id<struct OrderTag>;
using LicenceId = Id<struct LicenceTag>;
using RoomId = Id<struct RoomTag>;
using DeviceId = Id<struct DeviceTag>;
using StayId = Id<struct StayTag>;
using AssignmentId = Id<struct AssignmentTag>;
using ModelId = Id<struct ModelTag>;
using SiteId = Id<struct SiteTag>;
using ProgrammeId = Id<struct ProgrammeTag>;
// Customer Success Services
using OrgId = Id<struct OrgTag>; // the row of an ORG-ID
using ProductLineId = Id<struct ProductLineTag>;
using HoldingId = Id<struct HoldingTag>; // software licences that came together
using DepartureId = Id<struct DepartureTag>;
using ContractId = Id<struct ContractTag>;
using ContractLineId = Id<struct ContractLineTag>;
using TierChangeId = Id<struct TierChangeTag>;
using VersionId = Id<struct VersionTag>;
using HoursUseId = Id<struct HoursUseTag>;
using CssPriceId = Id<struct CssPriceTag>;
using ScopeId = Id<struct ScopeTag>; // a product line under an ORG-ID
using EntryId = Id<struct EntryTag>; // an entry of the journal; row 0 is the first

} // namespace keyrack

template <class Tag>
struct std::hash<keyrack::Id<Tag>>
{
    std::size_t operator()(keyrack::Id<Tag> id) const noexcept { return id.row(); }
};
