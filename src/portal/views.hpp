#pragma once
// What screens are made from and what costs something to find out, each answer kept for as long as it holds.

#include "engine/compliance.hpp"
#include "engine/forecast.hpp"
#include "engine/fork.hpp"
#include "engine/question.hpp"
#include "engine/spares.hpp"
#include "engine/verdict.hpp"
#include "portal/cover.hpp"
#include "portal/device_shelf.hpp"
#include "portal/memo.hpp"
#include "portal/place_texts.hpp"
#include "portal/places.hpp"
#include "portal/route.hpp"
#include "portal/session.hpp"
#include "portal/ticket_queue.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace keyrack::portal {

using Rows = std::vector<std::uint32_t>;
using OrderStatuses = std::vector<engine::OrderStatus>; // by order row; of withdrawn orders without meaning
using Preview = engine::Tried;

// Rooms of a site and how they are covered. Rooms without a site stand together.
struct SiteCover
{
    SiteId site;
    std::int64_t covered = 0, ending = 0, open = 0; // `covered` without those whose cover ends soon
    [[nodiscard]] std::int64_t total() const { return covered + ending + open; }
};

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
    // What is searched: asked for only where something is.
    [[nodiscard]] std::shared_ptr<PlaceTexts const> place_texts(Session const& session, Date day);
    // Those without cover, by name.
    [[nodiscard]] std::shared_ptr<std::vector<RoomId> const> open_rooms(Session const& session, Date day);
    // The rows of the rooms list.
    [[nodiscard]] std::shared_ptr<Rows const> rooms(Session const& session, Date day, RoomsRoute const& route);
    [[nodiscard]] std::shared_ptr<OrderStatuses const> orders(Session const& session, Date day);
    [[nodiscard]] std::shared_ptr<engine::Spares const> spares(Session const& session, Date day);
    [[nodiscard]] std::shared_ptr<engine::Verdict const> verdict(
        Session const& session, Date day, RoomQuestion const& question);
    // What the command would change.
    [[nodiscard]] std::shared_ptr<Preview const> preview(
        Session const& session, Date day, engine::Command const& command);
    // What the commands would change. Of much it is worked out in parts, and until it is there this is null.
    [[nodiscard]] std::shared_ptr<Preview const> preview_by_and_by(
        Session const& session, Date day, std::vector<engine::Command> const& commands);
    // What is tried changes of what is recorded; the same holds for it.
    [[nodiscard]] std::shared_ptr<Preview const> difference(
        Session const& session, Date day, std::vector<engine::Command> const& tried);
    [[nodiscard]] bool has_work() const { return m_begun_preview.has_value(); }
    // The next part, between two frames. Whether a preview is there now that was not.
    [[nodiscard]] bool work(Session const& session);

    // As they stand at a moment.
    [[nodiscard]] std::shared_ptr<TicketQueue const> tickets(Session const& session, Instant at);
    [[nodiscard]] std::shared_ptr<DeviceShelf const> shelf(Session const& session, Date day);
    // The rows of the devices list.
    [[nodiscard]] std::shared_ptr<Rows const> devices(Session const& session, Date day, DevicesRoute const& route);

    // Least covered first.
    [[nodiscard]] std::shared_ptr<std::vector<SiteCover> const> sites(Session const& session, Date day);
    // What ends from the day on until then.
    [[nodiscard]] std::shared_ptr<engine::Forecast const> forecast(Session const& session, Date day, Date until);
    [[nodiscard]] std::shared_ptr<std::vector<engine::Breach> const> breaches(Session const& session, Date day);
    // Without what is tried.
    [[nodiscard]] std::shared_ptr<std::vector<engine::Breach> const> recorded_breaches(
        Session const& session, Date day);
    // Running support clocks, the most urgent first.
    [[nodiscard]] std::shared_ptr<std::vector<engine::RunningClock> const> clocks(
        Session const& session, Date day, Instant at);

private:
    [[nodiscard]] std::vector<std::shared_ptr<Found const>> found(
        Session const& session, Date day, std::string const& query);

    using Stamp = std::uint64_t;
    using StampDay = std::tuple<Stamp, Date>;

    Memo<StampDay, Cover> m_cover;
    Memo<StampDay, Places> m_places;
    Memo<StampDay, PlaceTexts> m_place_texts;
    Memo<StampDay, std::vector<RoomId>> m_open_rooms;
    Memo<std::tuple<Stamp, Date, RoomColumn, Direction>, Rows> m_sorted;
    Memo<std::tuple<Stamp, Date, RoomColumn, Direction, std::set<RoomFilter>, std::string>, Rows> m_rooms;
    Memo<std::tuple<Stamp, Date, std::string>, Found, 4> m_found; // the rooms that hold a word
    Memo<StampDay, OrderStatuses> m_orders;
    Memo<StampDay, engine::Spares> m_spares;
    Memo<std::tuple<Stamp, Date, RoomQuestion>, engine::Verdict> m_verdicts;
    enum class Against { what_stands, what_is_recorded }; // another only while something is tried
    using PreviewKey = std::tuple<Stamp, Date, Against, std::vector<engine::Command>>;
    [[nodiscard]] std::shared_ptr<Preview const> by_and_by(Session const& session, PreviewKey const& key);
    static engine::Ledger const& ledger_of(Session const& session, Against against);
    struct BegunPreview
    {
        PreviewKey of;
        engine::WhatIf what_if;
    };
    Memo<PreviewKey, Preview> m_previews;
    std::optional<BegunPreview> m_begun_preview; // that was asked for last, until it is there
    Memo<std::tuple<Stamp, Instant>, TicketQueue> m_tickets;
    Memo<StampDay, DeviceShelf> m_shelf;
    Memo<StampDay, ShelfTexts> m_shelf_texts;
    Memo<std::tuple<Stamp, Date, DeviceColumn, Direction>, Rows> m_sorted_devices;
    Memo<std::tuple<Stamp, Date, DeviceColumn, Direction, std::set<DeviceFilter>, std::string>, Rows> m_devices;
    Memo<StampDay, std::vector<SiteCover>> m_sites;
    Memo<std::tuple<Stamp, Date, Date>, engine::Forecast> m_forecasts;
    Memo<std::tuple<Stamp, Date, Against>, std::vector<engine::Breach>> m_breaches;
    Memo<std::tuple<Stamp, Date, Instant>, std::vector<engine::RunningClock>> m_clocks;
};

} // namespace keyrack::portal
