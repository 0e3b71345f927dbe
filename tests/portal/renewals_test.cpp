// What ends, and what to order for it.
#include "portal/overview_model.hpp"
#include "portal/renewals_model.hpp"
#include "portal/stage.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <charconv>
#include <format>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

namespace {

RenewalsModel const& renewals(Stage& stage)
{
    return stage.apart<RenewalsModel>();
}

std::int64_t sum_of(RenewalsModel const& model)
{
    std::int64_t sum = 0;
    for (auto const& row : model.rows)
        for (auto const& cell : row.cells)
            if (!cell.text.empty()) sum += std::stoll(cell.text);
    return sum;
}

} // namespace

TEST_CASE("the map of months holds every ending once, and leads to its month", "[portal][renewals][R35][R41]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/renewals" });
    auto const all = renewals(*stage);
    REQUIRE(!all.rows.empty());
    CHECK(all.months.size() == 13);
    // Of a day in November: the map has two Novembers.
    CHECK(all.years == std::vector<std::string> { "2026", "", "2027", "", "", "", "", "", "", "", "", "", "" });
    CHECK(all.second == std::to_string(sum_of(all)) + " rooms lose their cover within 12 months");
    std::size_t in_months = 0;
    for (auto const& row : all.rows)
        for (auto const& cell : row.cells) {
            if (cell.text.empty()) continue;
            (*stage)(Go { cell.fragment });
            in_months += renewals(*stage).endings.size();
            CHECK(!renewals(*stage).month.empty());
        }
    auto const of_rooms = std::ranges::count(all.endings, portal::Subject::ending, &ActionLine::subject);
    CHECK(in_months >= static_cast<std::size_t>(of_rooms));
}

TEST_CASE("what ends is ordered in one dialog, and no room goes without", "[portal][renewals][R39][R41]")
{
    auto const stage = demo_stage();
    auto const needs = stage->overview().needs;
    auto const ending = std::ranges::find_if(needs, [](auto const& line) { return line.key.starts_with("ending-"); });
    REQUIRE(ending != needs.end());
    (*stage)(Go { ending->fragment }); // first action
    REQUIRE(renewals(*stage).detail);
    auto const detail = *renewals(*stage).detail;
    CHECK(detail.rooms.size() > 0);
    CHECK(detail.story.size() == 2);
    auto const before = renewals(*stage).endings.size();
    (*stage)(RunOnScreen { detail.run }); // second
    REQUIRE(stage->model().dialog);
    CHECK(stage->model().dialog->key == "place_order");
    (*stage)(EditDialog { "order", "PO-2000" })(ConfirmDialog {}); // third: the number, and Enter
    REQUIRE(!stage->model().dialog);
    (*stage)(Go { "/t/northwind/renewals" });
    CHECK(renewals(*stage).endings.size() < before + 1);
    CHECK(std::ranges::none_of(
        renewals(*stage).endings, [&](auto const& line) { return "ending-" + line.key == ending->key; }));
    (*stage)(Go { detail.as_of_fragment });
    for (std::size_t at = 0; at < stage->rooms().count; ++at)
        CHECK(std::ranges::none_of(
            detail.rooms, [&](auto const& room) { return room.text == stage->rooms().line(at).name; }));
}

TEST_CASE("every proposal opens the order that it describes", "[portal][renewals][R37][R39]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/renewals" });
    auto const proposals = renewals(*stage).proposals;
    REQUIRE(!proposals.empty());
    for (auto const& line : proposals) {
        CAPTURE(line.text, line.second);
        (*stage)(RunOnScreen { line.run });
        REQUIRE(stage->model().dialog);
        auto const& fields = stage->model().dialog->fields;
        auto const quantity = std::ranges::find(fields, "quantity", &DialogField::key);
        CHECK(line.text.contains(quantity->value));
        (*stage)(DismissDialog {});
    }
    auto const lines = std::ranges::count(renewals(*stage).list, '\n');
    CHECK(lines == std::ssize(proposals) + 1);
    (*stage)(RunOnScreen { "propose:99.0" })(RunOnScreen { "order:nothing" });
    CHECK(!stage->model().dialog);
}

TEST_CASE("free licences are told once over all orders, by whose rooms they may serve, if they outlast what ends",
    "[portal][renewals][R41][R47]")
{
    Stage stage;
    auto const order = [](std::string_view key, std::string_view account, int quantity, std::string_view day) {
        return std::format(
            R"({{"kind":"place_order","order":"{}","account":"{}","programme":"select","years":1,"quantity":{},"purchased_on":"{}"}},)",
            key, account, quantity, day);
    };
    // What is left of PO-N and PO-S ends with the rooms and helps none of them.
    stage.import("one.json",
        R"({"orders":[],"rooms":[],"assignments":[],"devices":[],"commands":[)"
        R"({"kind":"add_account","key":"north","name":"North","country":"NO","parent":""},)"
        R"({"kind":"add_account","key":"south","name":"South","country":"NO","parent":""},)"
        R"({"kind":"record_address","address":"Kai 1, Bergen","account":"north","address_kind":"site"},)"
        R"({"kind":"add_room","room":"n","name":"N","site":"","country":"NO","account":"north","in_sync":"yes","importance":"ordinary"},)"
        R"({"kind":"add_room","room":"s","name":"S","site":"","country":"NO","account":"south","in_sync":"yes","importance":"ordinary"},)"
            + order("PO-N", "north", 5, "2026-01-10") + order("PO-S", "south", 5, "2026-01-10")
            + order("PO-N2", "north", 2, "2026-11-20") + order("PO-S2", "south", 3, "2026-11-20")
            + R"({"kind":"assign","pairs":[{"licence":"PO-N/1","room":"n"},{"licence":"PO-S/1","room":"s"}],"from":"2026-01-10"}]})");
    stage(Go { "/t/one/renewals" });
    CHECK(renewals(stage).proposals.size() == 2);
    CHECK(renewals(stage).free.starts_with("3 Select licences are free, for any room · 2 Select licences are free, for "
                                           "rooms of North only. The quantities are for all rooms whose cover ends"));
}

TEST_CASE("free licences of a programme are told over all orders, and in none of them", "[portal][renewals][R41]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/renewals" });
    auto const& proposals = renewals(*stage).proposals;
    REQUIRE(proposals.size() > 1);
    CHECK(renewals(*stage).free.starts_with("8 Sync Plus licences are free, for any room. "));
    CHECK(std::ranges::none_of(proposals, [](ActionLine const& line) { return line.second.contains("free"); }));
}

TEST_CASE("where nothing ends, nothing is proposed", "[portal][renewals]")
{
    Stage stage;
    stage(StartEmpty {})(EditDialog { "name", "Fjord" })(ConfirmDialog {});
    stage(Go { "/t/fjord/renewals" });
    CHECK(renewals(stage).rows.empty());
    CHECK(renewals(stage).proposals.empty());
}

TEST_CASE("contracts that end and orders that start unused stand among what comes, by day", "[portal][R39][R193]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/renewals" });
    auto const& lines = renewals(*stage).endings;
    auto const place_of = [&](std::string_view key) {
        return std::ranges::find(lines, key, &ActionLine::key) - lines.begin();
    };
    auto const contract = place_of("contract:C-4410"), order = place_of("start:PO-1072");
    REQUIRE(contract < std::ssize(lines));
    REQUIRE(order < contract);
    CHECK(lines[static_cast<std::size_t>(contract)].text == "Contract C-4410 ends on 1 Feb 2027");
    CHECK(lines[static_cast<std::size_t>(order)].text == "PO-1072 starts automatically on 15 Jan 2027");
    CHECK(lines[static_cast<std::size_t>(order)].second.ends_with("serve no room yet"));
    CHECK(lines[static_cast<std::size_t>(order)].chip.text == "in 54 days"); // a start is no end
    CHECK(lines[static_cast<std::size_t>(order)].chip.tone == Tone::planned);
}

TEST_CASE("what ends is handed on as a table, contracts among it", "[portal][renewals][R39][R193]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/renewals" });
    auto const ending = std::ranges::count(renewals(*stage).endings, portal::Subject::ending, &ActionLine::subject);
    auto const contracts =
        std::ranges::count(renewals(*stage).endings, portal::Subject::contract, &ActionLine::subject);
    REQUIRE(contracts > 0);
    (*stage)(RunOnScreen { "download-renewals" });
    auto const found =
        std::ranges::find_if(stage->seen, [](Effect const& each) { return std::holds_alternative<Download>(each); });
    REQUIRE(found != stage->seen.end());
    auto const& file = std::get<Download>(*found);
    CHECK(file.name.starts_with("northwind-renewals-"));
    CHECK(file.name.ends_with(".csv"));
    std::string text;
    for (auto const byte : file.bytes) text += static_cast<char>(byte);
    CHECK(text.starts_with("Ends,Programme,Quantity,Order from,Order by,Account\r\n"));
    CHECK(text.contains(",Contract C-4410,"));
    CHECK(text.contains(",Northwind Inc."));
    CHECK(std::ranges::count(text, '\n') == 1 + ending + contracts);
}
