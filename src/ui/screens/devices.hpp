#pragma once
// Devices: a table of all, the open one beside it, or many being added.

#include "portal/devices_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

[[nodiscard]] Intents devices_screen(
    Frame& f, Rect area, portal::DevicesModel const& model, portal::Words const& words);

// device_detail.cpp, new_devices.cpp
void draw_device_detail(Drawing& d, Rect area, portal::DeviceDetail const& device);
void draw_new_devices(Drawing& d, Rect area, portal::NewDevicesModel const& model);

} // namespace keyrack::ui
