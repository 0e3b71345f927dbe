#pragma once
// Screen models made by hand: what a company with 80 rooms would see on 22 November 2026.

#include "portal/models.hpp"

#include <cstddef>

namespace keyrack::ui::fixture {

[[nodiscard]] portal::RoomLine room_line(std::size_t index);
[[nodiscard]] portal::ProofModel uncovered_proof();
[[nodiscard]] portal::ProofModel covered_proof();
[[nodiscard]] portal::RoomDetail room_detail(portal::RoomTab tab);
[[nodiscard]] portal::RoomsModel rooms(std::size_t count = 13);
[[nodiscard]] portal::OrdersModel orders();
[[nodiscard]] portal::OrderDetail order_detail();
[[nodiscard]] portal::AssignModel assign(std::size_t rooms = 9);
[[nodiscard]] portal::DataModel data(std::size_t entries = 14);
[[nodiscard]] portal::ImportReportModel import_report();
[[nodiscard]] portal::WelcomeModel welcome(std::size_t tenants = 0);
[[nodiscard]] portal::SessionModel session(portal::ScreenKind current);
[[nodiscard]] portal::DialogModel dialog();
[[nodiscard]] portal::JobModel job();

// A whole portal with the screen `current` open.
[[nodiscard]] portal::PortalModel portal_at(portal::ScreenKind current);

} // namespace keyrack::ui::fixture
