#include "ui_screens/fixtures.hpp"

#include <catch_amalgamated.hpp>

#include <array>
#include <string>
#include <utility>

namespace keyrack::ui::fixture {

namespace {

using namespace portal;
using portal::Tone; // the kit has its own

Chip covered()
{
    return { Tone::covered, "Covered" };
}
Chip ends()
{
    return { Tone::ending, "Ends in 67 days" };
}
Chip expired()
{
    return { Tone::missing, "Expired 10 days ago" };
}
Chip not_covered()
{
    return { Tone::missing, "Not covered" };
}
Chip planned()
{
    return { Tone::planned, "Planned" };
}

struct KnownRoom
{
    char const* name;
    char const* site;
    char const* programme;
    Chip cover;
    char const* until;
    char const* devices;
};

std::array<KnownRoom, 13> const& known_rooms()
{
    static std::array<KnownRoom, 13> const rooms {
        {
         { "Boardroom", "Zürich", "Select", covered(), "14 May 2029", "5" },
         { "Matterhorn", "Zürich", "Select", covered(), "14 May 2029", "3" },
         { "Reeperbahn 3", "Hamburg", "Sync Plus", ends(), "28 Jan 2027", "2" },
         { "Training 1", "Hamburg", "–", expired(), "12 Nov 2026", "4" },
         { "Fjord", "Oslo", "–", not_covered(), "–", "3" },
         { "Holmenkollen", "Oslo", "Select", covered(), "3 Nov 2027", "2" },
         { "Alster", "Hamburg", "Select", covered(), "3 Nov 2027", "3" },
         { "Congress", "Austin", "Select", planned(), "1 Dec 2028", "6" },
         { "Rigi", "Zürich", "Select", covered(), "14 May 2029", "2" },
         { "Pilatus", "Zürich", "Select", covered(), "14 May 2029", "2" },
         { "Elbe", "Hamburg", "Sync Plus", ends(), "28 Jan 2027", "1" },
         { "Vigeland", "Oslo", "–", not_covered(), "–", "2" },
         { "Säntis", "Zürich", "Select", covered(), "14 May 2029", "4" },
         }
    };
    return rooms;
}

RoomId room_id(std::size_t index)
{
    return RoomId::of_row(static_cast<std::uint32_t>(index));
}

OrderId order_id(std::size_t index)
{
    return OrderId::of_row(static_cast<std::uint32_t>(index));
}

EntryId entry_id(std::size_t index)
{
    return EntryId::of_row(static_cast<std::uint32_t>(index));
}

} // namespace

RoomLine room_line(std::size_t index)
{
    auto const& known = known_rooms()[index % known_rooms().size()];
    RoomLine line;
    line.id = room_id(index);
    line.name = known.name;
    if (index >= known_rooms().size()) {
        line.name += " " + std::to_string(index);
    }
    line.site = known.site;
    line.programme = known.programme;
    line.cover = known.cover;
    line.until = known.until;
    line.devices = known.devices;
    line.second = line.site + " · " + line.devices + " devices";
    return line;
}

ProofStep step(int depth, Mark mark, std::string text, std::string second,
    std::initializer_list<std::string_view> rules, std::vector<ProofLink> links = {})
{
    ProofStep made { depth, mark, std::move(text), std::move(second), {}, std::move(links) };
    for (auto const rule : rules)
        made.rules.push_back({ std::string { rule }, "#/t/northwind/catalogue/rules?q=" + std::string { rule } });
    return made;
}

ProofModel uncovered_proof()
{
    ProofModel proof;
    proof.question = "Is Training 1 entitled to Insights today?";
    proof.verdict = "Training 1 has not had Insights since 12 November 2026.";
    proof.because = "An active licence must be assigned to it";
    proof.answer = Mark::no;
    proof.answer_text = "No";
    proof.steps = {
        step(0, Mark::yes, "The room is defined in a Sync account", "Imported on 3 Mar 2025", { "R79" },
            { { "entry 214", "#/t/northwind/data/214" } }
            ),
        step(0, Mark::no, "An active licence must be assigned to it", "PO-4390/7 · Sync Plus, 1 year",
            { "R110", "R111" },
            { { "12 Nov 2025 → 12 Nov 2026", "#/t/northwind/orders/PO-4390" } }
            ),
        step(1, Mark::date, "The term started with the first assignment",
            "12 Nov 2025, 40 days after purchase; day 60 would have been 2 Dec", { "R39" }
            ),
        step(1, Mark::never_renews, "It does not renew by itself", "", { "R41" }
            ),
    };
    proof.cures = {
        { 0, "Assign 1 of 38 free Select licences", "PO-5120 · covered to 3 Nov 2027",  "Preview",     true  },
        { 1, "Order 1 Sync Plus licence",           "1 year from its first assignment", "Place order", false },
    };
    proof.sources = {
        { "Sync Plus service description, “What’s included”", "R110, R111" },
        { "Sync Plus service description, “How it works”",    "R39, R41"   },
    };
    return proof;
}

ProofModel covered_proof()
{
    ProofModel proof;
    proof.question = "Is the Boardroom covered today?";
    proof.verdict = "The Boardroom is covered until 14 May 2029.";
    proof.answer = Mark::yes;
    proof.answer_text = "Yes";
    proof.steps = {
        step(0, Mark::yes, "An active licence is assigned to it", "PO-4711/1 · Select, 3 years", { "R76", "R77" },
            { { "14 May 2026 → 14 May 2029", "#/t/northwind/orders/PO-4711" } }
            ),
    };
    return proof;
}

RoomDetail room_detail(RoomTab tab)
{
    RoomDetail room;
    room.id = room_id(3);
    room.name = "Training 1";
    room.second = "Hamburg · 4 devices · important room";
    room.cover = expired();
    room.tab = tab;
    room.facts = {
        { "Account",   "Northwind Deutschland GmbH" },
        { "Site",      "Hamburg"                    },
        { "Country",   "Germany"                    },
        { "In Sync",   "Yes, since 3 Mar 2025"      },
        { "Important", "Yes"                        }
    };
    room.features = {
        { "insights", "Insights",                      { Tone::missing, "No" } },
        { "alerts",   "Alerts",                        { Tone::missing, "No" } },
        { "rma",      "Next-business-day replacement", { Tone::missing, "No" } }
    };
    room.proof = uncovered_proof();
    room.devices = {
        { "Rally Bar", "2114LZ52K8Q9", "Warranty to 2 Apr 2028", { Tone::covered, "Extended by Select" },
         "Base warranty to 2 Apr 2025, extended while PO-5120 covers the room."         },
        { "Tap IP",    "2209FG017C22", "Warranty to 2 Apr 2028", { Tone::ending, "Cut by the 5-year cap" },
         "Bought on 2 Apr 2023: five years end on 2 Apr 2028, before the licence does." }
    };
    room.history = {
        { "PO-4390/7 ended",                     "12 Nov 2026"                                 },
        { "PO-4390/7 assigned from 12 Nov 2025", "Maren Kjær · 12 Nov 2025 · entry 214"        },
        { "Added to Hamburg",                    "Import of rooms.json · 3 Mar 2025 · entry 1" }
    };
    return room;
}

RoomsModel rooms(std::size_t count)
{
    RoomsModel model;
    model.second = "80 rooms · 62 covered";
    model.filters = {
        { RoomFilter::not_covered, "Not covered", 18, true  },
        { RoomFilter::ending,      "Ending",      12, false },
        { RoomFilter::important,   "Important",   9,  false }
    };
    model.count = count;
    model.line = room_line;
    return model;
}

OrderDetail order_detail()
{
    OrderDetail order;
    order.id = order_id(1);
    order.order = "PO-5120";
    order.second = "Select, 3 years · 40 licences";
    order.state = { Tone::covered, "In force" };
    order.facts = {
        { "Account",   "Northwind Deutschland GmbH" },
        { "Purchased", "3 Nov 2024"                 },
        { "Started",   "3 Nov 2024"                 },
        { "Ends",      "3 Nov 2027"                 },
        { "Assigned",  "22 of 40"                   }
    };
    order.proof.question = "Why does PO-5120 end on 3 Nov 2027?";
    order.proof.verdict = "PO-5120 runs from 3 Nov 2024.";
    order.proof.answer = Mark::yes;
    order.proof.answer_text = "3 years";
    order.proof.steps = {
        step(0, Mark::date, "The term starts on the day of purchase", "3 Nov 2024", { "D3" }),
        step(0, Mark::never_renews, "It does not renew by itself", "", { "R41" }),
    };
    order.can_cancel = false;
    order.cancel_note = "Could be cancelled until 3 Dec 2024, 30 days after purchase.";
    order.can_assign = true;
    return order;
}

OrdersModel orders()
{
    OrdersModel model;
    model.second = "5 orders";
    model.figures = {
        { "Licences used",     "62 %", "62 of 100 · 38 free",     0.62, Tone::neutral, {}            },
        { "Spares earned",     "1",    "20 licences to the next", 0.8,  Tone::planned, "Why 1 spare" },
        { "Ending in 90 days", "12",   "Sync Plus · PO-4802",     0.3,  Tone::ending,  {}            }
    };
    auto const line = [](std::size_t index, char const* order, char const* programme, char const* licences,
                          char const* free, char const* start, char const* end, Chip state) {
        OrderLine made;
        made.id = order_id(index);
        made.order = order;
        made.programme = programme;
        made.account = "Northwind Deutschland GmbH";
        made.licences = licences;
        made.free = free;
        made.start = start;
        made.end = end;
        made.state = std::move(state);
        made.second = std::string { programme } + " · " + licences;
        made.used_share = index == 0 || index == 3 ? 1.0 : index == 2 ? 0.0 : 0.6;
        return made;
    };
    Chip const in_force { Tone::covered, "In force" };
    model.lines = {
        line(0, "PO-4711", "Select, 3 years", "40 of 40", "0", "14 May 2026", "14 May 2029", in_force),
        line(1, "PO-5120", "Select, 3 years", "22 of 40", "18", "3 Nov 2024", "3 Nov 2027", in_force),
        line(2, "PO-6002", "Select, 2 years", "0 of 20", "20", "15 Jan 2027 at the latest", "15 Jan 2029 at the latest",
            { Tone::planned, "Not started" }),
        line(3, "PO-4802", "Sync Plus, 1 year", "12 of 12", "0", "28 Jan 2026", "28 Jan 2027", ends()),
        line(
            4, "PO-4390", "Sync Plus, 1 year", "7 of 8", "1", "12 Nov 2025", "12 Nov 2026", { Tone::missing, "Ended" }),
    };
    return model;
}

AssignModel assign(std::size_t rooms)
{
    AssignModel model;
    model.second = "38 free licences, 18 rooms without cover";
    model.licences = {
        { order_id(1), "Select · PO-5120",    "3 years · to 3 Nov 2027",                    18, true,  ""                   },
        { order_id(2), "Select · PO-6002",    "2 years · starts 15 Jan 2027 at the latest", 20, false, ""                   },
        { order_id(3), "Sync Plus · PO-4802", "to 28 Jan 2027",                             0,  false, "No licence is free" }
    };
    model.room_count = rooms;
    model.room = [](std::size_t index) {
        static constexpr std::array names { "Fjord", "Vigeland", "Bygdøy", "Training 1", "Michel", "Speicher 5",
            "Zilker", "Barton", "Lamar" };
        static constexpr std::array sites { "Oslo · 3 devices", "Oslo · 2 devices", "Oslo · 2 devices",
            "Hamburg · 4 devices", "Hamburg · 1 device", "Hamburg · 2 devices", "Austin · 3 devices",
            "Austin · 2 devices", "Austin · 2 devices" };
        RoomCard card;
        card.room = room_id(index);
        card.name = names[index % names.size()];
        if (index >= names.size()) {
            card.name += " " + std::to_string(index);
        }
        card.second = sites[index % sites.size()];
        card.cover = index % names.size() == 3 ? expired() : not_covered();
        card.chosen = index < 4;
        if (index == 7) {
            card.blocked = "Not in a Sync account";
        }
        return card;
    };
    model.chosen_text = "4 of 18 chosen";
    model.chosen = 4;
    model.from = "2026-11-22";
    model.from_text = "22 Nov 2026";
    model.changes = {
        { "Rooms covered",               "62 → 66",      Tone::covered },
        { "Free in PO-5120",             "18 → 14",      Tone::neutral },
        { "Warranties extended",         "9 devices",    Tone::covered },
        { "Cut short by the 5-year cap", "1 device",     Tone::ending  },
        { "Spares earned",               "1, unchanged", Tone::neutral }
    };
    model.warnings = { "Tap IP in Fjord was bought on 2 Apr 2023. Five years end on 2 Apr 2028, after this licence "
                       "does: no day is lost." };
    model.action = "Assign 4 licences";
    model.ready = true;
    return model;
}

ImportReportModel import_report()
{
    ImportReportModel report;
    report.title = "rooms.json is imported";
    report.second = "10,000 rooms, 312 orders, 24,118 devices, 9,204 assignments in 4 s";
    report.outcome = Mark::information;
    report.groups = {
        { Tone::missing, "3 rows were refused: the date does not exist",
         { "Row 800 of “assignments”, field “from” · line 812 · “2026-02-30”",
                "Row 13 of “orders”, field “purchased” · line 4,118 · “2025-13-01”" },
         "and 1 more"                                                                                },
        { Tone::ending,  "12 assignments are flagged: after the order's term",
         { "Row 972 of “assignments” · line 990 · PO-9/4" },                           "and 11 more" }
    };
    return report;
}

DataModel data(std::size_t entries)
{
    DataModel model;
    model.storage = "Kept in this browser until it clears it. Download a copy to be safe.";
    model.storage_tone = Tone::ending;
    model.facts = {
        { "Size",    "1.2 MB" },
        { "Entries", "214"    },
        { "Rooms",   "80"     }
    };
    model.journal_count = entries;
    model.journal = [entries](std::size_t index) {
        JournalLine line;
        auto const number = entries - index;
        line.number = std::to_string(number);
        line.text = index % 3 == 1 ? "Room Fjord added in Oslo" : "PO-5120/7 assigned to Training 1 from 3 Nov 2026";
        line.second = "Maren Kjær · 3 Nov 2026, 09:14";
        line.can_undo = index < 3;
        line.entry = entry_id(number);
        return line;
    };
    return model;
}

WelcomeModel welcome(std::size_t tenants)
{
    WelcomeModel model;
    for (std::size_t i = 0; i < tenants; ++i) {
        auto const number = std::to_string(i + 1);
        model.tenants.push_back(i == 0
                ? TenantCard { "northwind", "Northwind AG", "80 rooms · 4 sites", "NA" }
                : TenantCard { "tenant-" + number, "Company " + number, "12 rooms", "C" + number });
    }
    model.note = "Everything stays in this browser. Nothing is sent anywhere, and there is no account to make.";
    return model;
}

SessionModel session(ScreenKind current)
{
    SessionModel model;
    model.tenant = "Northwind AG";
    model.tenant_second = "80 rooms · 4 sites";
    model.initials = "NA";
    model.navigation = {
        { ScreenKind::rooms,  "Rooms",          {}, "#/t/northwind/rooms",  18, Tone::missing, true, false },
        { ScreenKind::orders, "Service orders", {}, "#/t/northwind/orders", 0,  Tone::neutral, true, false },
        { ScreenKind::assign, "Assign",         {}, "#/t/northwind/assign", 0,  Tone::neutral, true, false },
        { ScreenKind::data,   "Data",           {}, "#/t/northwind/data",   0,  Tone::neutral, true, false }
    };
    for (auto& item : model.navigation) {
        item.current = item.screen == current;
    }
    model.as_of = "Today, 22 Nov 2026";
    model.saved = "Saved on this device";
    model.saved_tone = Tone::covered;
    switch (current) {
    case ScreenKind::rooms: model.screen = rooms(); break;
    case ScreenKind::orders: model.screen = orders(); break;
    case ScreenKind::assign: model.screen = assign(); break;
    case ScreenKind::data: model.screen = data(); break;
    default: FAIL("there is no model by hand of that screen"); break; // those are drawn from the demo company
    }
    return model;
}

DialogModel dialog()
{
    DialogModel model;
    model.key = "place_order";
    model.title = "Place a service order";
    model.text = "It is recorded here; the purchase itself goes through your reseller.";
    using Kind = DialogField::Kind;
    auto const field = [](char const* key, char const* label, char const* value, Kind kind) {
        DialogField made;
        made.key = key;
        made.label = label;
        made.value = value;
        made.kind = kind;
        return made;
    };
    model.fields = { field("order", "Order number", "PO-7001", Kind::text),
        field("programme", "Programme", "select-3", Kind::choice), field("quantity", "Licences", "20", Kind::number),
        field("purchased", "Purchased on", "2026-11-22", Kind::date),
        field("sync", "Also in Sync", "yes", Kind::toggle) };
    model.fields[1].choices = {
        { "select-1", "Select, 1 year"  },
        { "select-3", "Select, 3 years" }
    };
    model.fields[2].error = "A whole number from 1 to 1,000,000";
    model.fields[3].shown = "22 Nov 2026";
    model.confirm = "Place order";
    model.cancel = "Cancel";
    return model;
}

JobModel job()
{
    return { "Importing tenant.json", "48,000 of 106,000 rows", 0.45, true, "Cancel" };
}

PortalModel portal_at(ScreenKind current)
{
    PortalModel model;
    model.title = "Keyrack";
    model.session = session(current);
    model.welcome = welcome(2);
    return model;
}

} // namespace keyrack::ui::fixture
