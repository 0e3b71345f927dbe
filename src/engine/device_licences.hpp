#pragma once
// Extended Warranty: a licence on a device, not on a room (R13, R14, R67). It lengthens the device's own warranty by the years
// of its order (D25), never past the cap (R88).

#include "catalogue/catalogue.hpp"
#include "engine/ledger.hpp"

#include <optional>

namespace keyrack::engine {

// Where the licence is now; none(): on no device.
[[nodiscard]] DeviceLicenceId device_licence_of(Ledger const& ledger, LicenceRef licence);
// How many licences of the order are on a device on that day; `never`: whatever the day.
[[nodiscard]] std::int64_t on_devices(Ledger const& ledger, OrderId order, Date day);
// The end of the device's own warranty and the years of the order after it; nothing where no base warranty is set (D6).
[[nodiscard]] std::optional<Date> extension_by(Ledger const& ledger, OrderId order, DeviceId device);
// R88: the longest warranty under the terms on which the order was bought; nothing: no cap.
[[nodiscard]] std::optional<Date> cap_of(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId order, DeviceId device);

} // namespace keyrack::engine
