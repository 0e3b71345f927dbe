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

} // namespace keyrack::engine
