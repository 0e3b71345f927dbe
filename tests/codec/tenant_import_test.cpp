#include "codec/tenant_import.hpp"

#include "codec/catalogue_json.hpp"
#include "codec/report_json.hpp"
#include "engine/fold.hpp"
#include "support/random_tenant.hpp"
#include "tenant_text.hpp"

#include <catch_amalgamated.hpp>

#include <array>
#include <string>
#include <vector>

namespace keyrack::codec {

using namespace std::string_literals;
using engine::Reason;
using test::changed;
using test::date;
using test::small_tenant;

namespace {

engine::Ledger opened()
{
    engine::Ledger ledger;
    REQUIRE(engine::fold(
        ledger, shipped_catalogue(), engine::OpenTenant { "Northwind" }, EntryId::of_row(0), engine::Manner::live));
    return ledger;
}

struct Imported
{
    ImportReport report;
    std::vector<engine::Command> commands;
    std::vector<engine::Change> changes;
    std::optional<engine::Ledger> ledger;
    std::size_t largest_block = 0;
};

void work_off(TenantImport& import, std::size_t rows, Imported& into)
{
    while (import.has_work()) {
        auto block = import.step(rows);
        into.largest_block = std::max(into.largest_block, block.commands.size());
        into.commands.insert(into.commands.end(), block.commands.begin(), block.commands.end());
        into.changes.insert(into.changes.end(), block.changes.begin(), block.changes.end());
    }
}

Imported import_text(
    std::string_view text, engine::Ledger start = opened(), std::size_t piece = 4096, std::size_t rows = 100)
{
    TenantImport import { std::move(start), shipped_catalogue(), EntryId::of_row(7) };
    Imported imported;
    while (!text.empty()) {
        import.feed(text.substr(0, piece));
        text.remove_prefix(std::min(piece, text.size()));
        work_off(import, rows, imported);
    }
    CHECK(import.done() == import.stopped());
    import.end_of_file();
    work_off(import, rows, imported);
    CHECK(import.done());
    imported.report = import.report();
    if (imported.report.accepted()) {
        imported.ledger = import.take_ledger();
    }
    return imported;
}

// "rule unknown_room 2: assignments[0]@10 PO-1/1, …" for each finding.
std::string told(std::vector<Finding> const& findings)
{
    std::string text;
    for (auto const& finding : findings) {
        text += (finding.kind == FindingKind::rule ? "rule " : "format ") + finding.code + " "
            + std::to_string(finding.count) + ":";
        for (auto const& place : finding.first) {
            text += " " + place.path + "@" + std::to_string(place.line) + " " + place.key;
        }
        text += "\n";
    }
    return text;
}

std::string many_rooms(int count, std::string_view country)
{
    std::string text = R"({"rooms":[)";
    for (int number = 0; number < count; ++number) {
        text += (number > 0 ? ",\n" : "") + R"({"id":"r)"s + std::to_string(number)
            + R"(","name":"R","site":"S","country":")" + std::string { country } + R"(","sync":true})";
    }
    return text + "]}";
}

} // namespace

TEST_CASE("a tenant file becomes commands, changes and a ledger that the changes lead to", "[codec][R28]")
{
    auto const imported = import_text(small_tenant);
    CHECK(imported.report.accepted());
    CHECK(imported.report.rows == 8);
    CHECK(imported.report.orders == 2);
    CHECK(imported.report.rooms == 2);
    CHECK(imported.report.assignments == 2);
    CHECK(imported.report.devices == 2);
    CHECK(told(imported.report.flags) == "rule parties_unknown 2: orders[0]@2 PO-1 orders[1]@3 PO-2\n");
    REQUIRE(imported.ledger.has_value());
    CHECK(imported.ledger->room("limmat").exists());
    CHECK(imported.ledger->first_assigned_on(imported.ledger->order("PO-1")) == date("2026-01-20"));
    CHECK(imported.ledger->devices()[imported.ledger->device("RB-1")].entry == EntryId::of_row(7));

    auto applied = opened();
    for (auto const& change : imported.changes) {
        applied.apply(change);
    }
    CHECK(applied == *imported.ledger);

    auto folded = opened();
    for (auto const& command : imported.commands) {
        REQUIRE(engine::fold(folded, shipped_catalogue(), command, EntryId::of_row(7), engine::Manner::history));
    }
    CHECK(folded == *imported.ledger);
}

TEST_CASE("an import sets the base warranty of the file format where the tenant has none", "[codec][D6]")
{
    auto const first = import_text(small_tenant);
    CHECK(first.ledger->tenant().base_warranty_years == 2);
    CHECK(first.ledger->tenant().base_warranty_entry == EntryId::of_row(7));
    CHECK(first.commands.front()
        == engine::Command {
            engine::SetBaseWarranty { std::nullopt, 2 }
    });

    auto three_years = opened();
    REQUIRE(engine::fold(three_years, shipped_catalogue(), engine::SetBaseWarranty { std::nullopt, 3 },
        EntryId::of_row(1), engine::Manner::live));
    auto const second = import_text(small_tenant, std::move(three_years));
    CHECK(second.ledger->tenant().base_warranty_years == 3);
    CHECK(second.commands.size() == 8);
}

TEST_CASE("pieces and steps of any size lead to the same", "[codec][property]")
{
    auto const whole = import_text(small_tenant);
    auto const piece = GENERATE(1U, 7U, 64U, 100'000U);
    auto const rows = GENERATE(1U, 3U, 5'000U);
    auto const again = import_text(small_tenant, opened(), piece, rows);
    CHECK(again.report == whole.report);
    CHECK(again.commands == whole.commands);
    CHECK(again.ledger == whole.ledger);
    CHECK(again.largest_block <= rows);
}

TEST_CASE("sections may stand in any order", "[codec][property]")
{
    std::string const text { small_tenant };
    std::array const names { "orders"s, "rooms"s, "assignments"s, "devices"s };
    std::array<std::string, 4> sections;
    for (std::size_t each = 0; each < names.size(); ++each) {
        auto const from = text.find("\"" + names[each] + "\": [");
        sections[each] = text.substr(from, text.find("\n]", from) + 2 - from);
    }
    auto const straight = import_text(small_tenant);
    std::array<std::size_t, 4> order { 0, 1, 2, 3 };
    do {
        std::string shuffled = "{";
        for (auto const each : order) {
            shuffled += (shuffled.size() > 1 ? "," : "") + sections[each];
        }
        auto const imported = import_text(shuffled + "}", opened(), 16, 2);
        CAPTURE(shuffled);
        REQUIRE(imported.report.accepted());
        REQUIRE(imported.ledger->first_assigned_on(imported.ledger->order("PO-1")) == date("2026-01-20"));
        REQUIRE(imported.ledger->devices().size() == straight.ledger->devices().size());
        REQUIRE(imported.report.assignments == 2);
    } while (std::ranges::next_permutation(order).found);
}

TEST_CASE("assignments are judged in the order of their days, whatever their order in the file", "[codec][R39][R40]")
{
    // PO-1 ends three years after 2026-01-20: the third assignment comes too late, though it stands first.
    auto const late = R"({"licence": "PO-1/2", "room": "fjord", "from": "2029-02-15", "to": null},)"s;
    auto const text = changed(small_tenant, "\"assignments\": [\n", "\"assignments\": [\n" + late + "\n");
    auto const imported = import_text(text);
    CHECK(imported.report.accepted());
    CHECK(told(imported.report.flags).contains("rule after_term 1: assignments[0]@10 PO-1/2\n"));
    CHECK(std::get<engine::Assign>(imported.commands[5]).from == date("2026-01-20"));
    CHECK(std::get<engine::Assign>(imported.commands[7]).from == date("2029-02-15"));
}

TEST_CASE("history that a rule would refuse today is taken in and flagged", "[codec]")
{
    struct Row
    {
        char const* name;
        char const* old;
        char const* with;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "a duration that is not sold",      "\"years\": 3",                           "\"years\": 6",                 "rule years_not_sold 1: orders[0]@2 PO-1\n"      },
        { "Sync Plus in a room outside Sync", "PO-1/1\", \"room\": \"limmat",           "PO-2/1\", \"room\": \"limmat",
         "rule room_not_in_sync 1: assignments[1]@11 PO-2/1\n"                                                                                                           },
        { "assigned before it was bought",    "2026-01-20",                             "2026-01-09",
         "rule before_purchase 1: assignments[0]@10 PO-1/1\n"                                                                                                            },
        { "cancelled after the window",       "\"2026-01-10\", \"cancelled_on\": null",
         "\"2026-01-10\", \"cancelled_on\": \"2026-04-10\"",                                                            "rule cancellation_closed 1: orders[0]@2 PO-1\n" },
        { "Sync Plus cancelled",              "\"2026-02-01\", \"cancelled_on\": null",
         "\"2026-02-01\", \"cancelled_on\": \"2026-02-02\"",                                                            "rule not_cancellable 1: orders[1]@3 PO-2\n"     },
    }));
    CAPTURE(row.name);
    auto const imported = import_text(changed(small_tenant, row.old, row.with));
    CHECK(imported.report.accepted());
    CHECK(imported.report.rows == 8);
    CHECK(told(imported.report.flags).contains(row.want));
    CHECK(imported.report.orders + imported.report.rooms + imported.report.assignments + imported.report.devices == 8);
}

TEST_CASE("a row that makes no sense refuses the whole file", "[codec][R76]")
{
    struct Row
    {
        char const* name;
        char const* old;
        char const* with;
        char const* want;
        int follow_ups;
    };
    auto const row = GENERATE(values<Row>({
        // clang-format off
        { "duplicate order",          "\"id\": \"PO-2\"",     "\"id\": \"PO-1\"",     "rule key_taken 1: orders[1]@3 PO-1\n",                 0 },
        { "duplicate room",           "\"id\": \"limmat\"",   "\"id\": \"fjord\"",    "rule key_taken 1: rooms[1]@7 fjord\nrule unknown_room 1: assignments[1]@11 PO-1/1\n", 0 },
        { "duplicate serial",         "\"RB-2\"",             "\"RB-1\"",             "rule key_taken 1: devices[1]@15 RB-1\n",               0 },
        { "unknown programme",        "\"select\"",           "\"sellect\"",          "rule unknown_programme 1: orders[0]@2 PO-1\n",         2 },
        { "unknown order",            "PO-1/1",               "PO-9/1",               "rule unknown_order 1: assignments[0]@10 PO-9/1\n",     0 },
        { "unknown licence",          "PO-1/1",               "PO-1/3",               "rule unknown_licence 1: assignments[0]@10 PO-1/3\n",   0 },
        { "unknown room",             "\"room\": \"fjord\", \"from\"", "\"room\": \"fjell\", \"from\"", "rule unknown_room 1: assignments[0]@10 PO-1/1\n", 0 },
        { "unknown room of a device", "\"room\": \"fjord\", \"purchased", "\"room\": \"fjell\", \"purchased", "rule unknown_room 1: devices[0]@14 RB-1\n", 0 },
        { "no country",               "\"NO\"",               "\"Norway\"",           "rule bad_country 1: rooms[0]@6 fjord\n",               2 },
        { "negative quantity",        "\"quantity\": 2",      "\"quantity\": -2",     "rule bad_quantity 1: orders[0]@2 PO-1\n",              2 },
        { "no quantity",              "\"quantity\": 2",      "\"quantity\": 0",      "rule bad_quantity 1: orders[0]@2 PO-1\n",              2 },
        { "no duration",              "\"years\": 3",         "\"years\": 0",         "rule bad_years 1: orders[0]@2 PO-1\n",                 2 },
        { "ends before it begins",    "\"to\": \"2026-03-01\"", "\"to\": \"2026-01-20\"", "rule bad_period 1: assignments[0]@10 PO-1/1\n",    0 },
        { "assigned twice at once",   "\"from\": \"2026-03-01\"", "\"from\": \"2026-02-28\"", "rule already_assigned 1: assignments[1]@11 PO-1/1\n", 0 },
        { "a day that does not exist", "2026-01-10",          "2026-13-10",           "format bad_date 1: orders[0].purchased_on@2 PO-1\n",   2 },
        { "a direction mark",         "\"Fjord\"",            "\"\u202eFjord\"",      "format bad_text 1: rooms[0].name@6 fjord\n",           2 },
        // clang-format on
    }));
    CAPTURE(row.name);
    auto const imported = import_text(changed(small_tenant, row.old, row.with));
    CHECK_FALSE(imported.report.accepted());
    CHECK_FALSE(imported.report.error.has_value());
    CHECK(imported.report.rows == 8);
    CHECK(told(imported.report.refusals) == row.want);
    CHECK(imported.report.follow_ups == row.follow_ups);
    CHECK_FALSE(imported.ledger.has_value());
}

TEST_CASE("the row that stands against it is named", "[codec]")
{
    auto const imported = import_text(changed(small_tenant, "\"from\": \"2026-03-01\"", "\"from\": \"2026-02-28\""));
    auto const& facts = imported.report.refusals.at(0).first.at(0).facts;
    auto const room = std::ranges::find(facts, "room", &engine::Fact::name);
    REQUIRE(room != facts.end());
    CHECK(room->value == engine::FactValue { "Fjord"s });
    for (auto const& fact : facts) { // rows of a copy that is dropped
        CHECK(fact.subject == engine::Subject {});
        CHECK_FALSE(fact.entry.exists());
    }
}

TEST_CASE("findings are counted, and the first ones shown", "[codec]")
{
    auto const imported = import_text(many_rooms(700, "Norway"));
    CHECK(imported.report.rows == 700);
    CHECK(imported.report.refused == 700);
    REQUIRE(imported.report.refusals.size() == 1);
    CHECK(imported.report.refusals[0].count == 700);
    REQUIRE(imported.report.refusals[0].first.size() == shown_places);
    CHECK(imported.report.refusals[0].first[19].line == 20);
    CHECK(imported.commands.size() <= 1); // at most what came before the first refusal
}

TEST_CASE("after so many refusals reading stops", "[codec]")
{
    auto const imported = import_text(many_rooms(100'000, "Norway"));
    REQUIRE(imported.report.error.has_value());
    CHECK(imported.report.error->what == "too_many_refusals");
    CHECK(imported.report.refused == most_refusals);
    CHECK(imported.report.rows < 100'000);
}

TEST_CASE("a file that breaks off leaves nothing and says where", "[codec]")
{
    for (std::size_t bytes = 0; bytes < small_tenant.rfind('}'); bytes += 7) {
        auto const imported = import_text(small_tenant.substr(0, bytes), opened(), 50, 2);
        CAPTURE(bytes);
        REQUIRE(imported.report.error.has_value());
        REQUIRE(imported.report.error->what == "json_truncated");
        REQUIRE_FALSE(imported.ledger.has_value());
    }
}

TEST_CASE("nothing is worked on after the file turned out to be no tenant file", "[codec]")
{
    TenantImport import { opened(), shipped_catalogue(), EntryId::of_row(1) };
    import.feed(R"({"rooms":[{"id":"a","name":"A","site":"","country":"","sync":true},)");
    CHECK(import.has_work());
    import.feed("oops");
    CHECK(import.stopped());
    CHECK(import.done());
    CHECK_FALSE(import.has_work());
    CHECK(import.step(10).empty());
    import.feed(small_tenant);
    import.end_of_file();
    CHECK(import.report().rows == 1);
    CHECK(import.report().error->what == "json_syntax");
}

TEST_CASE("an import goes into a tenant that has something already", "[codec]")
{
    auto const first = import_text(small_tenant);
    auto const twice = import_text(small_tenant, *first.ledger);
    CHECK(told(twice.report.refusals).contains("rule key_taken 6: orders[0]@2 PO-1"));

    auto const more = import_text(many_rooms(3, "CH"), *first.ledger);
    CHECK(more.report.accepted());
    CHECK(more.ledger->rooms().size() == 5);
}

TEST_CASE("a block holds a thousand rows at most", "[codec]")
{
    auto const imported = import_text(many_rooms(2'500, "CH"), opened(), 1'000'000, 100'000);
    CHECK(imported.report.rooms == 2'500);
    CHECK(imported.largest_block == rows_a_block);
}

TEST_CASE("the report is told as JSON", "[codec]")
{
    auto const imported = import_text(changed(small_tenant, "\"NO\"", "\"Norway\""));
    CHECK(to_json(imported.report)
        == R"({"accepted":false,"rows":8,"orders":2,"rooms":1,"assignments":1,"devices":1,"refused":1,"follow_ups":2,)"
           R"("flags":[{"kind":"rule","code":"parties_unknown","count":2,"first":[)"
           R"({"line":2,"path":"orders[0]","key":"PO-1","facts":[{"name":"order","value":"PO-1"}]},)"
           R"({"line":3,"path":"orders[1]","key":"PO-2","facts":[{"name":"order","value":"PO-2"}]}]}],)"
           R"("refusals":[{"kind":"rule","code":"bad_country","count":1,"first":[)"
           R"({"line":6,"path":"rooms[0]","key":"fjord","facts":[{"name":"country","value":"Norway"}]}]}]})");
}

} // namespace keyrack::codec
