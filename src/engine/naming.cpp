#include "engine/naming.hpp"

namespace keyrack::engine {

std::string written(Ledger const& ledger, LicenceRef licence)
{
    return ledger.orders()[licence.order].key + "/" + std::to_string(licence.number);
}

Fact naming(Ledger const& ledger, OrderId order)
{
    Order const& row = ledger.orders()[order];
    return { "order", row.key, order, row.entry };
}

Fact naming(Ledger const& ledger, LicenceRef licence)
{
    return { "licence", written(ledger, licence), licence, ledger.orders()[licence.order].entry };
}

Fact naming(Ledger const& ledger, RoomId room)
{
    Room const& row = ledger.rooms()[room];
    return { "room", row.name, room, row.entry };
}

Fact naming(Ledger const& ledger, DeviceId device)
{
    Device const& row = ledger.devices()[device];
    return { "device", row.serial, device, row.entry };
}

Fact naming(catalogue::Catalogue const& catalogue, ProgrammeId programme)
{
    return { "programme", catalogue[programme].name };
}

Fact naming(Ledger const& ledger, ProductLineId line)
{
    ProductLine const& row = ledger.css().lines()[line];
    return { "product_line", row.name, line, row.entry };
}

Fact naming(Ledger const& ledger, OrgId org)
{
    Org const& row = ledger.css().orgs()[org];
    return { "org", row.key, org, row.entry };
}

Fact naming(Ledger const& ledger, HoldingId holding)
{
    Holding const& row = ledger.css().holdings()[holding];
    return { "licences", row.key, holding, row.entry };
}

Fact naming(Ledger const& ledger, ContractId contract)
{
    Contract const& row = ledger.css().contracts()[contract];
    return { "contract", row.key, contract, row.entry };
}

Fact naming_customer(Ledger const& ledger, AccountId customer)
{
    if (!customer.exists()) return { "customer", ledger.tenant().name };
    Account const& row = ledger.accounts()[customer];
    return { "customer", row.name, customer, row.entry };
}

} // namespace keyrack::engine
