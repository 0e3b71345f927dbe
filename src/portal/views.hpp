#pragma once
// What screens are made from and what costs something to find out, each answer kept for as long as it holds.

#include "engine/fork.hpp"
#include "engine/spares.hpp"
#include "engine/verdict.hpp"
#include "portal/cover.hpp"
#include "portal/memo.hpp"
#include "portal/places.hpp"
#include "portal/route.hpp"
#include "portal/session.hpp"

#include <cstdint>
#include <expected>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace keyrack::portal {

using Rows = std::vector<std::uint32_t>;
using OrderStatuses = std::vector<engine::OrderStatus>; // by order row; of withdrawn orders without meaning
using Preview = std::expected<engine::Difference, engine::Refusal>;

// What a proof is asked about a room: coverage where `feature` is empty.
struct RoomQuestion
{
    RoomId room;
    std::string feature;
    auto operator<=>(RoomQuestion const&) const = default;
};

class Views
{
public:
    [[nodiscard]] std::shared_ptr<Cover const> cover(Session const& session, Date day);
    [[nodiscard]] std::shared_ptr<Places const> places(Session const& session, Date day);
    // The rows of the rooms list.
    [[nodiscard]] std::shared_ptr<Rows const> rooms(Session const& session, Date day, RoomsRoute const& route);
    [[nodiscard]] std::shared_ptr<OrderStatuses const> orders(Session const& session, Date day);
    [[nodiscard]] std::shared_ptr<engine::Spares const> spares(Session const& session, Date day);
    [[nodiscard]] std::shared_ptr<engine::Verdict const> verdict(
        Session const& session, Date day, RoomQuestion const& question);
    [[nodiscard]] std::shared_ptr<Preview const> preview(
        Session const& session, Date day, std::vector<engine::Command> const& commands);

private:
    using Stamp = std::uint64_t;
    using StampDay = std::tuple<Stamp, Date>;

    Memo<StampDay, Cover> m_cover;
    Memo<StampDay, Places> m_places;
    Memo<std::tuple<Stamp, Date, RoomColumn, Direction>, Rows> m_sorted;
    Memo<std::tuple<Stamp, Date, RoomColumn, Direction, std::set<RoomFilter>, std::string>, Rows> m_rooms;
    Memo<StampDay, OrderStatuses> m_orders;
    Memo<StampDay, engine::Spares> m_spares;
    Memo<std::tuple<Stamp, Date, RoomQuestion>, engine::Verdict> m_verdicts;
    Memo<std::tuple<Stamp, Date, std::vector<engine::Command>>, Preview> m_previews;
};

} // namespace keyrack::portal
