#pragma once
// The service orders screen: how many licences, from when, until when, at a glance (R35), and why.

#include "portal/models.hpp"
#include "portal/scene.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace keyrack::portal {

[[nodiscard]] OrdersModel orders_model(Scene const& scene, OrdersRoute const& route);
// order_detail.cpp. `order` stands in the ledger.
[[nodiscard]] OrderDetail order_detail(Scene const& scene, OrderId order, engine::OrderStatus const& status);
// How many onsite spares are earned, and why.
[[nodiscard]] ProofModel spares_proof(Scene const& scene, engine::Spares const& spares);

// The open order of the address; none() where there is no such order.
[[nodiscard]] OrderId open_order(Scene const& scene, OrdersRoute const& route);
[[nodiscard]] bool stands(engine::Ledger const& ledger, OrderId order);

// "Select, 3 years"
[[nodiscard]] std::string programme_text(Scene const& scene, engine::Order const& order);
// When the order's licences end: with its term, or with its cancellation.
[[nodiscard]] Date end_of(engine::Order const& order, engine::OrderStatus const& status);
// Its first assignment is still to come, so the days of its term are the latest that there can be (R39).
[[nodiscard]] bool is_term_open(engine::OrderStatus const& status);
// A day on which its term begins or ends: "3 Nov 2026", while the term is open "15 Jan 2027 at the latest".
[[nodiscard]] std::string term_day_text(Scene const& scene, engine::OrderStatus const& status, Date day);
// When its licences start and end, in such words.
[[nodiscard]] std::string start_text(Scene const& scene, engine::Order const& order, engine::OrderStatus const& status);
[[nodiscard]] std::string end_text(Scene const& scene, engine::Order const& order, engine::OrderStatus const& status);
// Licences that serve no room, of orders that run or wait to start: by order row, and all.
[[nodiscard]] std::vector<std::int64_t> free_by_order(Scene const& scene);
[[nodiscard]] std::int64_t free_licences(Scene const& scene);
[[nodiscard]] Chip order_chip(Scene const& scene, engine::Order const& order, engine::OrderStatus const& status);

} // namespace keyrack::portal
