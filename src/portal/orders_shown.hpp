#pragma once
// The service orders, and one of them.

#include "base/id.hpp"
#include "portal/shown.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace keyrack::portal {

struct OrderLine
{
    OrderId id;
    std::string order;      // "PO-5120"
    std::string programme;  // "Select, 3 years"
    std::string account;    // "Northwind Deutschland GmbH", "Parties unknown"
    std::string licences;   // "22 of 40 assigned"
    double used_share = 0;  // for a small bar
    std::string free;       // "18"
    std::string start, end; // "3 Nov 2026", before the first assignment: "15 Jan 2027 at the latest"
    Chip state;
    std::string second; // phone
    bool selected = false;
};

struct OrderDetail
{
    OrderId id;
    std::string order, second;
    Chip state;
    std::vector<std::pair<std::string, std::string>> facts;
    ProofModel proof; // why the term is what it is, and whether it can be cancelled
    bool can_cancel = false;
    std::string cancel_note; // "Can be cancelled until 22 Dec 2026" or why not
    bool can_assign = false;
};

struct Figure // a small card above the list
{
    std::string label;  // "Licences in force"
    std::string value;  // "100"
    std::string second; // "62 assigned · 38 free"
    double share = 0;   // of the ring, 0…1
    Tone tone = Tone::neutral;
    std::string why {}; // label of the link to its proof ("Why 2 spares"): AskSpares; empty: none
};

enum class OrderColumn { order, programme, licences, free, start, end, state };

struct OrdersModel
{
    std::string second;           // "5 orders · 112 licences"
    std::vector<Figure> figures;  // licences used, spares earned (R90–R92), ending within 90 days
    ProofModel spares;            // why so many spares
    bool can_buy_service = false; // there are software licences to buy it for: RunOnScreen "buy:"
    OrderColumn sort = OrderColumn::end;
    Direction direction = Direction::ascending;
    std::vector<OrderLine> lines;
    std::optional<OrderDetail> detail;
};

} // namespace keyrack::portal
