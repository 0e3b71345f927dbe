#pragma once
// What the devices screen shows: a table of all devices with their warranty, the open device beside it, or many being
// added.

#include "portal/form_model.hpp"
#include "portal/models.hpp"
#include "portal/support_model.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace keyrack::portal {

struct ShelfLine
{
    std::uint32_t row = 0;
    std::string model, serial, room;
    Chip warranty;
    double share = 0;  // of five years (the cap), what is left of the warranty
    std::string until; // "2 Apr 2028"
    std::string second;
    std::string fragment;
};

// Base, extension and what the cap leaves out, on one axis from the purchase on.
struct WarrantyBar
{
    std::string name;                                  // all of it, for a reader
    double base = 0, extended = 0;                     // shares of the axis where they end; 0: none
    double cap = 0;                                    // where the cap stands; 0: none
    double now = 0;                                    // today; outside of 0…1: not on the axis
    std::vector<std::pair<double, std::string>> marks; // years
    bool ended = false;                                // then nothing of it is drawn as if it ran
};

struct MoveTarget
{
    std::string room, second, fragment;
    bool chosen = false;
};

struct DeviceMove
{
    std::string query;
    std::vector<MoveTarget> targets;
    std::string more;                // rooms that the query finds beyond the targets, and how to come to them
    std::vector<ChangeLine> changes; // room, warranty
    std::string note;                // what the change means, or why it cannot be
    std::string action_text;         // "Move to Fjord"
    bool ready = false;
};

struct DeviceTicket
{
    std::string title, second, fragment;
    Chip chip;
};

struct DeviceDetail
{
    std::uint32_t row = 0;
    std::string serial, title, second;
    Chip warranty;
    std::vector<LinkChip> tabs;
    std::size_t tab = 0;
    WarrantyBar bar;
    std::string warranty_text, warranty_why;
    std::vector<std::pair<std::string, std::string>> facts;
    std::string room, room_fragment;
    Chip next_day, spare, jumpstart;
    std::string arrives;
    std::vector<DeviceTicket> tickets;
    std::string help; // fragment of a new ticket for it
    std::string move; // fragment of the tab
    ProofModel proof; // tab why
    DeviceMove moving;
    std::vector<HistoryLine> history;
};

struct NewDeviceLine
{
    std::string serial, model;
    Chip result;        // "Can be added", "Twice in the list", "Already here"
    std::string second; // why
};

struct NewDevicesModel
{
    std::string back;
    std::vector<FormField> fields;
    std::vector<NewDeviceLine> lines;
    std::string second;      // "12 can be added · 2 cannot"
    std::string action_text; // "Add 12 devices"
    bool ready = false;
};

struct DevicesModel
{
    std::string second, query;
    std::vector<LinkChip> filters;
    std::vector<std::string> columns; // fragments that sort by each
    std::size_t sort = 0;
    Direction direction = Direction::ascending;
    std::size_t count = 0;
    std::function<ShelfLine(std::size_t)> line;
    std::optional<std::size_t> selected_row;
    bool none_at_all = false;
    std::string all, add;
    std::optional<DeviceDetail> detail;
    std::optional<NewDevicesModel> adding;
};

} // namespace keyrack::portal
