#pragma once
// Makers of the devices screen's model.

#include "engine/question.hpp"
#include "portal/devices_model.hpp"
#include "portal/scene.hpp"

#include <string>
#include <vector>

namespace keyrack::portal {

[[nodiscard]] DevicesModel devices_model(Scene const& scene, DevicesRoute const& route);

// device_detail.cpp, device_move.cpp. `device` stands in the ledger.
[[nodiscard]] DeviceDetail device_detail(Scene const& scene, DevicesRoute const& route, DeviceId device);
[[nodiscard]] DeviceMove device_move(Scene const& scene, DevicesRoute const& route, DeviceId device);
// To the room of the address, from where it stands; nothing where there is no such room.
[[nodiscard]] std::optional<engine::MoveDevice> move_of(Scene const& scene, DevicesRoute const& route, DeviceId device);
[[nodiscard]] WarrantyBar warranty_bar(
    Scene const& scene, engine::Device const& device, engine::Warranty const& warranty);

// new_devices.cpp
[[nodiscard]] NewDevicesModel new_devices(Scene const& scene, DevicesRoute const& route);
// Of the lines that can be added.
[[nodiscard]] std::vector<engine::Command> devices_to_add(Scene const& scene);
inline constexpr std::string_view new_devices_form = "devices";
// Whether a device of that serial number stands in the ledger.
[[nodiscard]] bool is_recorded(engine::Ledger const& ledger, std::string_view serial);
// Of a list as it was written: one a line.
[[nodiscard]] std::vector<std::string> serials_in(std::string_view text);

// scanning.cpp. The serial number that a code on a label holds; empty where it holds none.
[[nodiscard]] std::string serial_of_code(std::string_view code);

} // namespace keyrack::portal
