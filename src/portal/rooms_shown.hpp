#pragma once
// The rooms as a list, and one of them with its tabs.

#include "base/id.hpp"
#include "portal/shown.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace keyrack::portal {

enum class RoomFilter { all, not_covered, ending, important };
enum class RoomColumn { room, site, programme, cover, until, devices };

struct RoomLine
{
    RoomId id;
    std::string name, site, programme; // programme "–" where none
    Chip cover;
    std::string until;     // "14 May 2029", "–" where never covered
    std::string devices;   // "5"
    std::string second;    // phone: "Hamburg · 4 devices"
    bool selected = false; // open in the detail
    bool marked = false;   // chosen by its checkbox
};

struct FilterChip
{
    RoomFilter filter {};
    std::string text; // "Not covered"
    std::int64_t count = 0;
    bool on = false;
};

struct DeviceLine
{
    std::string model, serial;
    std::string warranty; // "Warranty to 2 Apr 2028"
    Chip chip;            // "Extended by Select", "Base", "Cut by the 5-year cap", "Ended"
    std::string why;      // one sentence with the dates
    std::string open {};  // the device's own page
};

struct HistoryLine
{
    std::string text;   // "PO-5120/7 assigned from 3 Nov 2026"
    std::string second; // "Maren Kjær · 3 Nov 2026 · entry 14"
};

struct FeatureLine
{
    std::string key;  // "insights": names the question
    std::string name; // "Insights"
    Chip chip;        // Yes / No; of warranty, for how many of the room's devices it still runs
};

enum class RoomTab { room, why, devices, history };

struct RoomDetail
{
    RoomId id;
    std::string name;
    std::string second; // "Hamburg · 4 devices · important"
    Chip cover;
    RoomTab tab = RoomTab::room;
    std::vector<std::pair<std::string, std::string>> facts; // tab room: label, value
    std::vector<FeatureLine> features;                      // tab room: each leads to its proof
    ProofModel proof;                                       // tab why
    std::vector<DeviceLine> devices;                        // tab devices
    std::vector<HistoryLine> history;                       // tab history
    std::string help {};                                    // address of a new ticket for the room
    std::string cover_it {};                                // not covered: where a licence is assigned to it
};

struct RoomsWays; // rooms_ways.hpp

struct RoomsModel
{
    std::string second; // "80 rooms · 62 covered"
    std::string query;
    std::vector<FilterChip> filters;
    RoomColumn sort = RoomColumn::room;
    Direction direction = Direction::ascending;
    std::size_t count = 0;                     // rows after filter and search
    std::function<RoomLine(std::size_t)> line; // any row, made when asked for
    std::size_t marked = 0;                    // rows chosen by checkbox
    std::optional<std::size_t> selected_row;   // row of the open room, to scroll to
    bool none_at_all = false;                  // the tenant has no rooms: empty state with what to do
    std::optional<RoomDetail> detail;
    std::shared_ptr<RoomsWays const> ways; // rooms_ways.hpp: site map, columns, saved views, copying; may be none
};

} // namespace keyrack::portal
