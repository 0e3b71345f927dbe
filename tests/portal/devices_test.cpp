// Devices and spares as the screens tell them.
#include "codec/catalogue_json.hpp"
#include "portal/devices_screen.hpp"
#include "portal/overview_model.hpp"
#include "portal/spares_model.hpp"
#include "portal/stage.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <ranges>
#include <set>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

namespace {

// What the scanner was told last.
TellScanner told(Stage const& stage)
{
    for (auto const& effect : stage.seen | std::views::reverse)
        if (auto const* const said = std::get_if<TellScanner>(&effect)) return *said;
    return {};
}

// As the page hands over what it has read.
TellScanner scan(Stage& stage, std::string_view code)
{
    stage.portal.scanned(code);
    stage.settle();
    return told(stage);
}

DevicesModel const& devices(Stage& stage)
{
    REQUIRE(std::holds_alternative<Apart<DevicesModel>>(stage.session().screen));
    return *std::get<Apart<DevicesModel>>(stage.session().screen);
}

SparesModel const& spares(Stage& stage)
{
    REQUIRE(std::holds_alternative<Apart<SparesModel>>(stage.session().screen));
    return *std::get<Apart<SparesModel>>(stage.session().screen);
}

} // namespace

TEST_CASE("all devices stand in the list, and filters count what they show", "[portal][R80]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/devices" });
    CHECK(devices(*stage).count == 105);
    for (auto const& filter : std::vector<LinkChip> { devices(*stage).filters }) {
        CAPTURE(filter.text);
        (*stage)(Go { filter.fragment });
        CHECK(static_cast<std::int64_t>(devices(*stage).count) == filter.count);
        CHECK(filter.count > 0);
        (*stage)(Go { "/t/northwind/devices" });
    }
    (*stage)(SearchScreen { "rally fjord" });
    REQUIRE(devices(*stage).count == 1);
    CHECK(devices(*stage).line(0).serial == "RP-111903");
    CHECK(stage->address() == "/t/northwind/devices?q=rally%20fjord");
}

TEST_CASE("by its warranty every device is in one filter alone, as its line says", "[portal][R87][R88]")
{
    auto const stage = demo_stage();
    std::size_t sum = 0;
    for (std::string_view const show : { "extended", "cut", "base", "ended", "unknown" }) {
        CAPTURE(show);
        (*stage)(Go { "/t/northwind/devices?show=" + std::string { show } });
        auto const& filters = devices(*stage).filters;
        auto const on = std::ranges::find(filters, true, &LinkChip::on);
        REQUIRE(on != filters.end());
        sum += devices(*stage).count;
        for (std::size_t index = 0; index < devices(*stage).count; ++index)
            CHECK(devices(*stage).line(index).warranty.text == on->text);
    }
    (*stage)(Go { "/t/northwind/devices" });
    CHECK(sum == devices(*stage).count);
    (*stage)(Go { "/t/northwind/devices?show=extended.cut" }); // whatever is extended
    CHECK(devices(*stage).count > static_cast<std::size_t>(devices(*stage).filters.front().count));
}

TEST_CASE("every column sorts, and turns round", "[portal]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/devices" });
    auto const links = devices(*stage).columns;
    for (std::size_t column = 0; column < links.size(); ++column) {
        CAPTURE(column);
        (*stage)(Go { "/t/northwind/devices" });
        (*stage)(Go { devices(*stage).columns[column] });
        auto const up = devices(*stage).line(0).serial;
        (*stage)(Go { devices(*stage).columns[column] });
        CHECK(devices(*stage).line(0).serial != up);
    }
    (*stage)(Go { "/t/northwind/devices?sort=serial" });
    CHECK(devices(*stage).line(0).serial < devices(*stage).line(1).serial);
}

TEST_CASE("a move shows its warranty before it is done, and does what it showed", "[portal][R81][R87][R88]")
{
    auto const stage = demo_stage();
    // Fischmarkt has no licence; the Boardroom has Select.
    (*stage)(Go { "/t/northwind/devices/RB-800733?tab=move&to=ham-fischmarkt" });
    auto const& moving = devices(*stage).detail->moving;
    REQUIRE(moving.ready);
    REQUIRE(moving.changes.size() == 2);
    CHECK(moving.changes[0].value == "Training 1 → Fischmarkt");
    CHECK(moving.changes[1].tone == Tone::missing);
    auto const told = moving.changes[1].value.substr(moving.changes[1].value.find("→") + 4);
    (*stage)(RunOnScreen { "move" });
    CHECK(stage->address() == "/t/northwind/devices/RB-800733");
    CHECK(devices(*stage).detail->room == "Fischmarkt");
    CHECK(devices(*stage).detail->warranty_text.ends_with(told));
    (*stage)(UndoToast { stage->last_toast() });
    CHECK(devices(*stage).detail->room == "Training 1");
}

TEST_CASE("the room to move to is found by writing", "[portal][R81]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/devices/RB-800733?tab=move" });
    CHECK(devices(*stage).detail->moving.targets.size() == 6); // of 80, without the one where it stands
    CHECK(devices(*stage).detail->moving.more == "73 more rooms match: type to narrow the search.");
    (*stage)(EditScreen { "query", "matterhorn" });
    auto const& targets = devices(*stage).detail->moving.targets;
    REQUIRE(targets.size() == 1);
    CHECK(targets[0].room == "Matterhorn");
    CHECK(devices(*stage).detail->moving.more.empty());
    (*stage)(Go { targets[0].fragment });
    CHECK(devices(*stage).detail->moving.ready);
}

TEST_CASE("many serial numbers: what becomes of each, then only the good ones", "[portal][R80]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/devices?add=many" });
    (*stage)(EditScreen { "serials", "NEW-1\nNEW-2\tTap\n\nNEW-1\nRP-697395\n" });
    auto const& without = *devices(*stage).adding;
    REQUIRE(without.lines.size() == 4);
    CHECK(without.lines[0].second == "Say which model it is.");
    CHECK(without.lines[3].second == "Already recorded.");
    (*stage)(EditScreen { "model", "MeetUp" });
    auto const lines = devices(*stage).adding->lines;
    struct Want
    {
        char const* serial;
        char const* model;
        Tone tone;
    };
    Want const wanted[] {
        { "NEW-1",     "MeetUp", Tone::covered },
        { "NEW-2",     "Tap",    Tone::covered },
        { "NEW-1",     "MeetUp", Tone::missing },
        { "RP-697395", "MeetUp", Tone::missing }
    };
    for (std::size_t index = 0; index < lines.size(); ++index) {
        CAPTURE(index);
        CHECK(lines[index].serial == wanted[index].serial);
        CHECK(lines[index].model == wanted[index].model);
        CHECK(lines[index].result.tone == wanted[index].tone);
        CHECK(lines[index].second.empty() == (wanted[index].tone == Tone::covered));
    }
    CHECK(devices(*stage).adding->action_text == "Add 2 devices");
    (*stage)(RunOnScreen { "add" });
    CHECK(devices(*stage).count == 107);
    (*stage)(UndoToast { stage->last_toast() });
    CHECK(devices(*stage).count == 105);
}

TEST_CASE("R84: a model that the list of products does not have is told, and added all the same", "[portal][R80][R84]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/devices?add=many" });
    (*stage)(EditScreen { "serials", "NEW-1\tTable\nNEW-2\tTap" });
    auto const& lines = devices(*stage).adding->lines;
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].result.text == "Can be added");
    CHECK(lines[0].second == "Table is not in the list of supported products");
    CHECK(lines[1].second.empty());
    CHECK(devices(*stage).adding->action_text == "Add 2 devices");
}

TEST_CASE("a room that is sought and not chosen is not taken for none", "[portal][R80]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/devices?add=many" });
    CHECK(devices(*stage).adding->second == "Nothing in the list yet");
    (*stage)(EditScreen { "serials", "NEW-1" })(EditScreen { "model", "MeetUp" });
    (*stage)(EditScreen { "room_query", "matterhorn" });
    auto const sought = *devices(*stage).adding;
    REQUIRE(sought.fields[3].choices.size() == 1);
    CHECK(sought.lines[0].second == "Choose one of the rooms found, or clear the field.");
    CHECK_FALSE(sought.ready);
    (*stage)(RunOnScreen { "add" });
    CHECK(devices(*stage).count == 105);
    SECTION("nothing is sought: in stock")
    {
        (*stage)(EditScreen { "room_query", " " });
        CHECK(devices(*stage).adding->ready);
    }
    SECTION("the one that was found is chosen")
    {
        (*stage)(EditScreen { "room", sought.fields[3].choices[0].first });
        CHECK(devices(*stage).adding->ready);
        (*stage)(RunOnScreen { "add" });
        (*stage)(Go { "/t/northwind/devices/NEW-1" });
        CHECK(devices(*stage).detail->room == "Matterhorn");
    }
}

TEST_CASE("a code holds a serial number, or it does not", "[portal][R80]")
{
    struct Row
    {
        char const* name;
        char const* code;
        char const* serial;
    };
    auto const row = GENERATE(values<Row>({
        // name                  code                                            serial
        { "alone",               "RP-697395",                                                              "RP-697395"    },
        { "with its line's end", " 2141LZ0A1B2C\r\n",                                                      "2141LZ0A1B2C" },
        { "of GS1",              "(01)09501101530003(21)2141LZ0A1B2C(10)X7",                               "2141LZ0A1B2C" },
        { "GS1 without one",     "(01)09501101530003",                                                     ""             },
        { "with its label",      "Model: Rally Bar; S/N: 2141LZ0A1B2C; MAC: 44",                           "2141LZ0A1B2C" },
        { "label in words",      "Serial Number 2141LZ0A1B2C",                                             "2141LZ0A1B2C" },
        { "in an address",       "https://example.org/reg?m=1&sn=2141LZ0A1B2C&r=2",                        "2141LZ0A1B2C" },
        { "begins as a label",   "SN000001",                                                               "SN000001"     },
        { "an address",          "https://example.org/setup",                                              ""             },
        { "a sentence",          "Keep dry",                                                               ""             },
        { "a contact",           "BEGIN:VCARD\nFN:Anna\nEND:VCARD",                                        ""             },
        { "other letters",       "S/N: Prüfgerät",                                                         ""             },
        { "too long",            "0123456789012345678901234567890123456789012345678901234567890123456789", ""             },
        { "nothing",             "",                                                                       ""             },
    }));
    CAPTURE(row.name);
    CHECK(serial_of_code(row.code) == row.serial);
}

TEST_CASE("what is scanned comes into the list once, and each time it is said what it is", "[portal][R80]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/devices?add=many" })(EditScreen { "model", "MeetUp" })(
        EditScreen { "serials", "NEW-1" });
    REQUIRE_FALSE(devices(*stage).adding->fields[0].scan.empty());
    (*stage)(Scan {});
    REQUIRE(stage->count<OpenScanner>() == 1);
    auto said = scan(*stage, "NEW-2");
    CHECK(said.tone == Tone::covered);
    CHECK(said.code == "NEW-2");
    CHECK(said.verdict == "New");
    CHECK(said.count == "2 in the list");
    CHECK(scan(*stage, "NEW-1").verdict == "Already in the list"); // it was written by hand
    CHECK(scan(*stage, "NEW-2").verdict == "Already in the list");
    said = scan(*stage, "RP-697395");
    CHECK(said.verdict == "Already recorded");
    CHECK(said.count == "3 in the list");
    CHECK(scan(*stage, "https://example.org/").verdict == "No serial number");
    CHECK(devices(*stage).adding->fields[0].value == "NEW-1\nNEW-2\nRP-697395\n");
    CHECK(devices(*stage).adding->action_text == "Add 2 devices");
    CHECK(stage->count<CloseScanner>() == 0);
}

TEST_CASE("a scanner over a screen that asks for nothing is closed", "[portal][R80]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/devices?add=many" })(Scan {})(Go { "/t/northwind/rooms" });
    (void)scan(*stage, "NEW-1");
    CHECK(stage->count<CloseScanner>() == 1);
    (*stage)(Scan {}); // and none is opened there
    CHECK(stage->count<OpenScanner>() == 1);
    (*stage)(Go { "/t/northwind/devices?add=many" });
    CHECK(devices(*stage).adding->fields[0].value.empty());
}

TEST_CASE("the dialog of one device is filled by the first serial number", "[portal][R80]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/rooms" });
    (*stage)(AskAddDevice { stage->room("Fjord") })(Scan {});
    REQUIRE(stage->count<OpenScanner>() == 1);
    CHECK(scan(*stage, "Keep dry").verdict == "No serial number");
    CHECK(stage->count<CloseScanner>() == 0);
    (void)scan(*stage, "S/N: LOF-1");
    CHECK(stage->count<CloseScanner>() == 1);
    CHECK(stage->model().dialog->fields[0].value == "LOF-1");
}

TEST_CASE("the dialog of one device tells at once that a serial number is recorded", "[portal][R80]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/rooms" });
    (*stage)(AskAddDevice { stage->room("Fjord") })(EditDialog { "serial", "RP-69739" });
    CHECK(stage->model().dialog->fields[0].error.empty());
    (*stage)(EditDialog { "serial", "RP-697395" });
    CHECK(stage->model().dialog->fields[0].error == "Already recorded.");
    (*stage)(EditDialog { "serial", "NEW-1" });
    CHECK(stage->model().dialog->fields[0].error.empty());
}

TEST_CASE("where nothing can be scanned or added, no button says so", "[portal][R80]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/devices?add=many&as-of=2027-03-01" });
    REQUIRE_FALSE(devices(*stage).adding->ready);
    CHECK(devices(*stage).adding->fields[0].scan.empty());

    auto environment = an_environment();
    environment.one_file = true;
    Stage file { environment };
    file(Go { "/t/northwind/devices?add=many" });
    CHECK(devices(file).adding->fields[0].scan.empty());
}

TEST_CASE("five hundred pasted serial numbers are judged and added", "[portal][R80]")
{
    auto const stage = demo_stage();
    std::string list;
    for (int number = 1000; number < 1500; ++number) list += "BULK-" + std::to_string(number) + "\r\n";
    (*stage)(Go { "/t/northwind/devices?add=many" })(EditScreen { "model", "MeetUp" })(EditScreen { "serials", list });
    CHECK(devices(*stage).adding->second == "500 can be added");
    (*stage)(RunOnScreen { "add" });
    CHECK(devices(*stage).count == 605);
}

TEST_CASE("the warranty's bar ends where the warranty does", "[portal][R88]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/devices?show=cut" });
    REQUIRE(devices(*stage).count > 0);
    (*stage)(Go { devices(*stage).line(0).fragment });
    auto const& bar = devices(*stage).detail->bar;
    CHECK(bar.extended == bar.cap); // cut there
    CHECK(bar.base < bar.extended);
    CHECK(bar.now > 0);
    CHECK(bar.cap < 1);
    CHECK_FALSE(bar.marks.empty());
}

TEST_CASE("a warranty that has ended is drawn as ended", "[portal][R88]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/devices?show=ended" });
    auto const count = devices(*stage).count;
    REQUIRE(count > 0);
    for (std::size_t index = 0; index < count; ++index) {
        auto const line = devices(*stage).line(index);
        CHECK(line.warranty.text == "Ended");
        CHECK(line.share == 0);
    }
    (*stage)(Go { devices(*stage).line(0).fragment });
    CHECK(devices(*stage).detail->bar.ended);
    CHECK(devices(*stage).detail->bar.name.ends_with("Ended"));
    (*stage)(Go { "/t/northwind/devices?show=extended" });
    CHECK(devices(*stage).line(0).share > 0);
    (*stage)(Go { devices(*stage).line(0).fragment });
    CHECK_FALSE(devices(*stage).detail->bar.ended);
}

TEST_CASE("the little bar of a device is as long as what is left of five years", "[portal][R88]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/devices?show=extended.cut&sort=warranty" });
    auto const count = devices(*stage).count;
    std::set<double> lengths;
    for (std::size_t index = 0; index < count; ++index) lengths.insert(devices(*stage).line(index).share);
    CHECK(*lengths.begin() > 0);
    CHECK(*lengths.rbegin() < 1); // no warranty of the demo company has five years left
    CHECK(lengths.size() > 1);
    for (std::size_t index = 1; index < count; ++index)
        CHECK(devices(*stage).line(index - 1).share <= devices(*stage).line(index).share);
}

TEST_CASE("spares: what is earned, by which steps, and the three criteria", "[portal][R90][R91][R93][R94][R95][R97]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/spares" });
    CHECK(spares(*stage).earned.value == "2");
    CHECK(spares(*stage).earned.share == spares(*stage).next.share); // of the step to the next, as elsewhere
    CHECK(spares(*stage).earned.tone == Tone::planned);
    CHECK(spares(*stage).next.value == "50");
    CHECK(std::ranges::count(spares(*stage).steps, true, &SpareStepLine::earned) == 2);
    REQUIRE(spares(*stage).candidates.size() > 2);
    CHECK(spares(*stage).candidates.front().chip.text == "Most common");
    (*stage)(Go { spares(*stage).candidates.front().why });
    CHECK(spares(*stage).proof.steps.size() == 3);
    CHECK(spares(*stage).proof.verdict == spares(*stage).candidates.front().deployed);
    (*stage)(Go { spares(*stage).proof_close });
    CHECK(spares(*stage).proof.question.empty());
    (*stage)(Go { "/t/northwind/spares?match=MeetUp" });
    CHECK(spares(*stage).match.tone == Tone::covered);
    (*stage)(Go { "/t/northwind/spares?match=Nothing&why=match" });
    CHECK(spares(*stage).match.tone == Tone::missing);
    CHECK_FALSE(spares(*stage).proof.steps.empty());
}

TEST_CASE("the ring of spares shows the step from the last threshold to the next", "[portal][R90][R91][D8]")
{
    auto const stage = demo_stage();
    auto const check = [&](std::string_view to_next, double want) {
        (*stage)(Go { "/t/northwind/spares" });
        CHECK(spares(*stage).next.value == to_next);
        CHECK(spares(*stage).next.share == want);
        (*stage)(Go { "/t/northwind/orders" });
        CHECK(stage->orders().figures[1].second.ends_with(std::string { to_next } + " licences to the next"));
        CHECK(stage->orders().figures[1].share == want);
        (*stage)(Go { "/t/northwind/overview" });
        CHECK(stage->overview().figures[3].link == std::string { to_next } + " licences to go");
        CHECK(stage->overview().figures[3].share == want);
    };
    check("50", 0);
    (*stage)(AskPlaceOrder {})(EditDialog { "programme", "select" })(EditDialog { "order", "PO-2000" })(
        EditDialog { "quantity", "25" })(ConfirmDialog {});
    check("25", 0.5);

    // What was earned stays, and is not earned once more.
    (*stage)(Go { "/t/northwind/orders/PO-1067" });
    (*stage)(AskCancelOrder { stage->orders().detail->id })(ConfirmDialog {});
    check("65", 0);
}

TEST_CASE("where couriers cannot be relied on is recorded, and taken back", "[portal][R95]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/spares" });
    auto const site = [&](std::string_view name) {
        auto const& sites = spares(*stage).sites;
        auto const found = std::ranges::find(sites, name, &ShipToLine::site);
        REQUIRE(found != sites.end());
        return *found;
    };
    CHECK(site("Austin").courier == "unreliable");
    CHECK(site("Oslo").courier == "unknown");
    (*stage)(RunOnScreen { site("Oslo").choices[2].first });
    CHECK(site("Oslo").courier == "unreliable");
    (*stage)(UndoToast { stage->last_toast() });
    CHECK(site("Oslo").courier == "unknown");
}

TEST_CASE("a tenant without licences is told how spares are earned", "[portal][R90]")
{
    Stage stage;
    stage.import("rooms.json", tenant_file(3));
    auto const slug = stage.address().substr(0, stage.address().rfind('/'));
    stage(Go { slug + "/spares" });
    CHECK(spares(stage).earned.value == "0");
    stage(Go { slug + "/support" });
    CHECK(std::get<Apart<SupportModel>>(stage.session().screen)->none_at_all);
}
