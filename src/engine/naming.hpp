#pragma once
// Facts that name a thing: what a person calls it, what it is, and the entry that recorded it.

#include "catalogue/catalogue.hpp"
#include "engine/fact.hpp"
#include "engine/ledger.hpp"

#include <string>

namespace keyrack::engine {

[[nodiscard]] std::string written(Ledger const& ledger, LicenceRef licence); // "PO-77/3"

[[nodiscard]] Fact naming(Ledger const& ledger, OrderId order);                          // {order}: the PO number
[[nodiscard]] Fact naming(Ledger const& ledger, LicenceRef licence);                     // {licence}
[[nodiscard]] Fact naming(Ledger const& ledger, RoomId room);                            // {room}: its name
[[nodiscard]] Fact naming(Ledger const& ledger, DeviceId device);                        // {device}: the serial number
[[nodiscard]] Fact naming(catalogue::Catalogue const& catalogue, ProgrammeId programme); // {programme}: its name

[[nodiscard]] Fact naming(Ledger const& ledger, ProductLineId line);          // {product_line}: its name
[[nodiscard]] Fact naming(Ledger const& ledger, OrgId org);                   // {org}: the ORG-ID
[[nodiscard]] Fact naming(Ledger const& ledger, HoldingId holding);           // {licences}: the lot's key
[[nodiscard]] Fact naming(Ledger const& ledger, ContractId contract);         // {contract}: the PO
[[nodiscard]] Fact naming_customer(Ledger const& ledger, AccountId customer); // {customer}; none(): the tenant

// The entry behind the part of a row that can change.
template <class Row>
[[nodiscard]] EntryId last_entry(Row const& row)
{
    return row.changed.exists() ? row.changed : row.entry;
}

} // namespace keyrack::engine
