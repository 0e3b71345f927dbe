#pragma once
// What ends when, and what must be ordered by when so that no room goes without (B5).

#include "portal/blocks.hpp"
#include "portal/scene.hpp"

#include <memory>
#include <optional>
#include <string_view>

namespace keyrack::portal {

// A month of the year ahead.
struct Month
{
    Date first {};
    std::string key;  // "2027-01": in addresses
    std::string name; // "Jan"
    std::string full; // "January 2027"
};

struct HeatCell
{
    std::string text;     // "12"; empty: nothing ends
    std::string says;     // "Select, January 2027: 12 rooms end"
    std::string fragment; // only that month, or all again
    double weight = 0;    // 0…1 of the fullest cell
    bool on = false;
};

struct HeatRow
{
    std::string title; // the programme
    std::vector<HeatCell> cells;
};

struct RenewalDetail
{
    std::string title, second; // "28 Jan 2027", "12 rooms · Sync Plus · Northwind AG"
    Chip chip;                 // "67 days left"
    std::vector<std::pair<std::string, std::string>> facts;
    std::vector<ProofStep> story; // why it ends then, and why between these days
    std::vector<ProofSource> sources;
    std::vector<ProofLink> rooms;
    std::string more_rooms;
    std::string as_of_text, as_of_fragment; // how the rooms stand on that day
    std::string run;                        // orders for these rooms
};

struct RenewalsModel
{
    std::string second;                // "34 rooms in the next 12 months"
    std::vector<std::string> months;   // heads of the map: "Jan"
    std::vector<std::string> years;    // over them: "2027" where it begins, and over the first; empty elsewhere
    std::vector<HeatRow> rows;         // none: nothing ends
    std::string month, all_fragment;   // the month that is chosen, and back to all
    std::vector<ActionLine> endings;   // what ends, by day
    std::vector<ActionLine> proposals; // what to order, with reasons
    std::string free;                  // licences that could spare some of them; empty: none
    std::string list;                  // the same to paste into a mail or a sheet: lines with tabs
    std::optional<RenewalDetail> detail;
    bool nothing_bought = false; // there is no order at all
};

// What ends or begins on a day, beside the cover of rooms (renewals_coming.cpp).
struct Coming
{
    Date on {};
    ActionLine line;
};

[[nodiscard]] RenewalsModel renewals_model(Scene const& scene, RenewalsRoute const& route);
// renewal_orders.cpp: the steps that "order:<ending>" or "propose:<proposal>.<order>" stands for; none: there is no such.
[[nodiscard]] std::vector<engine::Command> renewal_steps(Scene const& scene, std::string_view action);
[[nodiscard]] std::vector<ActionLine> proposal_lines(Scene const& scene);
[[nodiscard]] std::string free_before_ordering(Scene const& scene);
[[nodiscard]] std::string repurchase_list(Scene const& scene);
// What ends in the year ahead, by day, and between which days its successor is ordered: comma-separated, for a spreadsheet.
[[nodiscard]] std::string renewals_csv(Scene const& scene);

[[nodiscard]] std::vector<Coming> coming_beside(Scene const& scene);
// The contracts in force that end in the year ahead, each with its last day.
[[nodiscard]] std::vector<std::pair<Date, ContractId>> contracts_ending(Scene const& scene);
// "67 days left"
[[nodiscard]] Chip days_left(Scene const& scene, Date on);

// The twelve months from the day's own on.
[[nodiscard]] std::vector<Month> months_ahead(Scene const& scene);
// What ends in them.
[[nodiscard]] std::shared_ptr<engine::Forecast const> year_ahead(Scene const& scene);
// "2027-01-28.sync_plus.northwind-ag": names an ending in addresses.
[[nodiscard]] std::string name_of(Scene const& scene, engine::Ending const& ending);
// "Order between 29 Nov 2026 and 28 Jan 2027"
[[nodiscard]] std::string order_by_text(Scene const& scene, engine::Ending const& ending);

} // namespace keyrack::portal
