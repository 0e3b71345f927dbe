#include "engine/device_licences.hpp"

namespace keyrack::engine {

DeviceLicenceId device_licence_of(Ledger const& ledger, LicenceRef licence)
{
    auto const& rows = ledger.device_licences();
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        DeviceLicence const& each = rows[DeviceLicenceId::of_row(row)];
        bool const same = each.order == licence.order && each.number == licence.number;
        if (same && each.standing == Standing::valid) return DeviceLicenceId::of_row(row);
    }
    return DeviceLicenceId::none();
}

std::int64_t on_devices(Ledger const& ledger, OrderId order, Date day)
{
    std::int64_t count = 0;
    for (DeviceLicence const& each : ledger.device_licences().rows())
        count += each.order == order && each.standing == Standing::valid && each.on <= day ? 1 : 0;
    return count;
}

std::optional<Date> extension_by(Ledger const& ledger, OrderId order, DeviceId device)
{
    auto const& base = ledger.tenant().base_warranty_years;
    if (!base) return std::nullopt;
    return plus_years(ledger.devices()[device].purchased_on, *base + ledger.orders()[order].years);
}

std::optional<Date> cap_of(Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId order, DeviceId device)
{
    Order const& row = ledger.orders()[order];
    auto const& years = catalogue[row.programme].warranty_cap_years_on(row.purchased_on);
    if (!years) return std::nullopt;
    return plus_years(ledger.devices()[device].purchased_on, years->value);
}

} // namespace keyrack::engine
