// Support, devices and spares as they are drawn from the demo company's own models: nothing is cut off, nothing lies over
// anything else, everything that is pressed has a name.

#include "portal/stage.hpp"
#include "ui/screens/devices.hpp"
#include "ui/screens/journal.hpp"
#include "ui/screens/view.hpp"
#include "ui_screens/checks.hpp"

#include <algorithm>

namespace keyrack::ui::fixture {

namespace {

struct Shown
{
    char const* name;
    char const* address; // below /t/northwind
};

constexpr Shown screens[] {
    { "queue",                                  "support"                                                                               },
    { "closed",                                 "support?show=closed"                                                                   },
    { "nothing found",                          "support?q=xyz"                                                                         },
    { "offline room",                           "support/TK-1007"                                                                       },
    { "not entitled",                           "support/TK-1003"                                                                       },
    { "waiting, with its account",              "support/TK-1004?why=clock.solution"                                                    },
    { "business hours",                         "support/TK-1002?why=clock.response"                                                    },
    { "large user",                             "support/TK-1005?why=severity"                                                          },
    { "partner's mail",                         "support/TK-1006"                                                                       },
    { "replacement",                            "support/TK-1007?why=replacement.RP-111903"                                             },
    { "new, empty",                             "support?new=rooms"                                                                     },
    { "new, filled",                            "support?new=rooms&room=osl-fjord&state=offline"                                        },
    { "new, of a room that Sync does not know", "support?new=rooms&room=aus-sandbox&state=offline"                                      },
    { "new, partner",                           "support?new=large_user&partner_region=EU&data_centre=EU&channel=email&subject=Sign-in" },
    { "new, success services",                  "support?new=customer_success&tier=priority&region=emea&country=CH"                     },
    { "devices",                                "devices"                                                                               },
    { "no device",                              "devices?q=xyz"                                                                         },
    { "device",                                 "devices/RP-111903"                                                                     },
    { "device's proof",                         "devices/RP-111903?tab=why"                                                             },
    { "move",                                   "devices/RB-800733?tab=move&to=ham-fischmarkt"                                          },
    { "move, to choose",                        "devices/RB-800733?tab=move"                                                            },
    { "device's history",                       "devices/SC-337860?tab=history"                                                         },
    { "many",                                   "devices?add=many"                                                                      },
    { "spares",                                 "spares?match=MeetUp"                                                                   },
    { "spares' proof",                          "spares?why=spares"                                                                     },
    { "choice",                                 "spares?why=choice.MeetUp"                                                              },
};

portal::PortalModel const& at(test::Stage& stage, std::string_view address, portal::Language language)
{
    stage(portal::SetLanguage { std::string { portal::tag(language) } });
    stage(portal::Go { "/t/northwind/" + std::string { address } });
    return stage.model();
}

portal::JournalModel an_empty_journal()
{
    portal::JournalModel model;
    model.who = {
        { "", "Everybody", "/t/northwind/journal" }
    };
    model.kinds = {
        { "", "Everything", "/t/northwind/journal" }
    };
    return model;
}

} // namespace

TEST_CASE("support, devices and spares: no text is cut off or lies over another", "[ui][screens][desk]")
{
    auto const portal = test::demo_stage();
    for (auto const language : { portal::Language::english, portal::Language::german, portal::Language::norwegian }) {
        for (auto const& shown : screens) {
            auto const& model = at(*portal, shown.address, language);
            for (auto const size : sizes_of(language)) {
                CAPTURE(shown.name, portal::tag(language), size.width, size.height);
                Stage stage { size, language };
                ViewMemory memory;
                auto const wishes = stage.show([&](Frame& frame, Rect) {
                    return draw_view(frame, model, stage.words(), portal::Appearance::system, memory);
                });
                CHECK(wishes.empty());
                check_fits(stage, size);
            }
        }
    }
}

TEST_CASE("the queue has the same columns in every language", "[ui][screens][desk]")
{
    auto const portal = test::demo_stage();
    auto const columns_at = [&](portal::Language language, StageSize size) {
        auto const& model = at(*portal, "support", language);
        Stage stage { size, language };
        ViewMemory memory;
        (void)stage.show([&](Frame& frame, Rect) {
            return draw_view(frame, model, stage.words(), portal::Appearance::system, memory);
        });
        return stage.count("columnheader");
    };
    for (auto const language : { portal::Language::english, portal::Language::german, portal::Language::norwegian }) {
        CAPTURE(portal::tag(language));
        CHECK(columns_at(language, tablet) == 2); // what it is, until when
        CHECK(columns_at(language, wide) == 6);
    }
}

TEST_CASE("support: what is pressed says what is wanted", "[ui][screens][desk]")
{
    auto const portal = test::demo_stage();
    struct Row
    {
        char const* address;
        char const* role;
        char const* name;
        char const* wanted;
    };
    auto const row = GENERATE(values<Row>({
        // address                                             role        name                         wanted
        { "support",                                      "button", "At risk 1",                  "Go /t/northwind/support?show=at_risk"       },
        { "support",                                      "link",   "New ticket",                 "Go /t/northwind/support?new=rooms"          },
        { "support/TK-1007",                              "button", "Record the first response",  "RunOnScreen turn.respond"                   },
        { "support/TK-1007",                              "link",   "Fjord",                      "Go /t/northwind/rooms/osl-fjord"            },
        { "support/TK-1007",                              "link",   "Support",                    "Go /t/northwind/support"                    },
        { "support?new=rooms",                            "button", "Open ticket",                "RunOnScreen open"                           },
        { "support?new=rooms&room=osl-fjord",             "button", "Choose another: Room",       "EditScreen room "                           },
        { "support?new=rooms&room=osl-fjord",             "radio",  "Offline",                    "EditScreen state offline"                   },
        { "outbox/ticket.TK-1006",                        "button", "Open in your email program", "RunOnScreen open-mail:ticket.TK-1006"       },
        { "outbox/ticket.TK-1006",                        "button", "Download .eml",              "RunOnScreen download-eml:ticket.TK-1006"    },
        { "devices/RB-800733?tab=move&to=ham-fischmarkt", "button", "Move to Fischmarkt",         "RunOnScreen move"                           },
        { "devices/RB-800733",                            "tab",    "Move",                       "Go /t/northwind/devices/RB-800733?tab=move" },
        { "devices?add=many",                             "button", "Scan with the camera",       "Scan"                                       },
        { "devices",                                      "button", "Add devices",                "Go /t/northwind/devices?add=many"           },
    }));
    CAPTURE(row.address, row.name);
    auto const& model = at(*portal, row.address, portal::Language::english);
    ViewMemory memory;
    Stage stage;
    auto const draw = [&](Frame& frame, Rect) {
        return draw_view(frame, model, stage.words(), portal::Appearance::system, memory);
    };
    (void)stage.show(draw);
    auto const main = *std::ranges::find(stage.nodes(), "main", &SeenNode::role);
    SeenNode const* wanted = nullptr;
    for (auto const& node : stage.nodes()) {
        bool const on_page = node.bounds.x >= main.bounds.x && node.bounds.y >= main.bounds.y;
        if (on_page && node.role == row.role && node.name == row.name) wanted = &node;
    }
    REQUIRE(wanted);
    auto const node = *wanted;
    CHECK(stage.press(draw, node) == std::vector<std::string> { row.wanted });
}

TEST_CASE("what is copied is said on the screen, too", "[ui][screens][desk]")
{
    auto const portal = test::demo_stage();
    struct Row
    {
        char const* address;
        char const* button;
        char const* said;
    };
    auto const row = GENERATE(values<Row>({
        { "support/TK-1007",                                "Copy text",    "Copied"         },
        { "support?new=rooms&room=osl-fjord&state=offline", "Copy address", "Address copied" },
        { "outbox/ticket.TK-1006",                          "Copy",         "Copied"         },
    }));
    CAPTURE(row.address);
    auto const& model = at(*portal, row.address, portal::Language::english);
    ViewMemory memory;
    Stage stage;
    auto const draw = [&](Frame& frame, Rect) {
        return draw_view(frame, model, stage.words(), portal::Appearance::system, memory);
    };
    (void)stage.show(draw);
    auto const is_toast = [&](SeenNode const& node) { return node.role == "group" && node.name == row.said; };
    CHECK(std::ranges::none_of(stage.nodes(), is_toast));
    CHECK(stage.activate(draw, stage.node("button", row.button)).empty());
    CHECK(std::ranges::any_of(stage.nodes(), is_toast));
}

TEST_CASE("a ticket's hours stand beside the heading of its clocks where both have room", "[ui][screens][desk]")
{
    auto const portal = test::demo_stage();
    auto const& model = at(*portal, "support/TK-1004", portal::Language::english);
    auto const below_heading = [&](StageSize size) {
        Stage stage { size };
        ViewMemory memory;
        (void)stage.show([&](Frame& frame, Rect) {
            return draw_view(frame, model, stage.words(), portal::Appearance::system, memory);
        });
        auto const hours = std::ranges::find_if(
            stage.nodes(), [](SeenNode const& node) { return node.name.contains("times in Europe/Zurich"); });
        REQUIRE(hours != stage.nodes().end());
        return hours->bounds.y - stage.node("heading", "Clocks").bounds.y;
    };
    CHECK(below_heading(tablet_in_full) < 4);
    CHECK(below_heading(phone_in_full) > 16);
}

TEST_CASE("on a phone a ticket's proof comes into view below what asks for it", "[ui][screens][desk]")
{
    auto const portal = test::demo_stage();
    auto const& model = at(*portal, "support/TK-1007?why=replacement.RP-111903", portal::Language::english);
    ViewMemory memory;
    Stage stage { phone };
    auto const draw = [&](Frame& frame, Rect) {
        return draw_view(frame, model, stage.words(), portal::Appearance::system, memory);
    };
    (void)stage.show(draw);
    (void)stage.show(draw); // it scrolls there
    auto const title = stage.node("heading", "Is RP-111903 replaced?");
    CHECK_FALSE(title.has('u'));
    CHECK(title.bounds.y > stage.node("heading", "Where it goes").bounds.y);
    CHECK(title.bounds.y < stage.node("heading", "About this ticket").bounds.y);
}

TEST_CASE("where a ticket goes: its rule stands behind the text's last word", "[ui][screens][desk][R68]")
{
    auto const portal = test::demo_stage();
    auto const& model = at(*portal, "support/TK-1007", portal::Language::english);
    for (auto const size : {
             StageSize { 1440, 3600 },
              tablet_in_full, phone_in_full
    }) {
        CAPTURE(size.width);
        Stage stage { size };
        (void)stage.show(drawing(model));
        auto const text = stage.node("text", stage.words()("way.rooms.text"));
        auto const rule = stage.node("link", "R68");
        CHECK(rule.bounds.x > text.bounds.x);
        CHECK(rule.bounds.y < text.bounds.bottom());
    }
}

TEST_CASE("devices: of 250,000 rows only those in view are asked for", "[ui][screens][desk]")
{
    portal::DevicesModel model;
    model.columns.resize(5);
    model.count = 250'000;
    std::size_t asked = 0;
    std::size_t frames = 0;
    model.line = [&asked](std::size_t index) {
        ++asked;
        return portal::ShelfLine { .row = static_cast<std::uint32_t>(index), .model = "MeetUp" };
    };
    Stage stage;
    (void)stage.show([&](Frame& frame, Rect area) {
        ++frames;
        return devices_screen(frame, area, model, stage.words());
    });
    CHECK(asked / frames < 40);
}

TEST_CASE("journal: its fields end where its entries do, however wide the page is", "[ui][screens]")
{
    auto const model = an_empty_journal();
    auto const last_ends = [&](float width) {
        Stage stage {
            { width, wide.height }
        };
        (void)stage.show([&](Frame& frame, Rect area) { return journal_screen(frame, area, model, stage.words()); });
        return width - stage.node("textbox", "Last day").bounds.right();
    };
    CHECK(last_ends(1500) == last_ends(1220));
    CHECK(last_ends(1220) < 60);
}

TEST_CASE("journal: its search has the edge of the fields beside it", "[ui][screens]")
{
    auto const model = an_empty_journal();
    Stage stage;
    (void)stage.show([&](Frame& frame, Rect area) { return journal_screen(frame, area, model, stage.words()); });
    auto const& tokens = tokens_of(Theme::light);
    CHECK(stage.painted(tokens.line_strong).empty());
    auto const box = stage.node("searchbox", stage.words()("ui.journal.search")).bounds;
    CHECK(std::ranges::any_of(stage.painted(tokens.outline), [&](Point at) { return at.x <= box.centre().x; }));
}

TEST_CASE("journal: its first and last day are date fields", "[ui][screens]")
{
    auto model = an_empty_journal();
    model.until = { "2026-11-22", "Until 22 Nov 2026" };
    for (auto const size : { wide, tablet, phone }) {
        CAPTURE(size.width);
        Stage stage { size };
        auto const draw = [&](Frame& frame, Rect area) { return journal_screen(frame, area, model, stage.words()); };
        (void)stage.show(draw);
        auto const apart = stage.node("textbox", "Last day").bounds.x - stage.node("textbox", "First day").bounds.x;
        CHECK((apart > 300) == (size.width == tablet.width)); // halves of its line
        CHECK(stage.node("textbox", "Last day").value == "2026-11-22");
        CHECK(stage.type(draw, stage.node("textbox", "First day"), "2026-01-01")
            == std::vector<std::string> { "EditScreen since 2026-01-01" });
        CHECK(stage.type(draw, stage.node("textbox", "Last day"), "")
            == std::vector<std::string> { "EditScreen until " });
    }
}

TEST_CASE("journal: a period that ends before it begins is marked, and the empty list says it", "[ui][screens]")
{
    auto model = an_empty_journal();
    model.filtered = true;
    model.since = { "2026-11-22", "From 22 Nov 2026" };
    model.until = { "2026-11-20", "Until 20 Nov 2026" };
    for (auto const size : { wide, tablet, phone }) {
        CAPTURE(size.width);
        Stage stage { size };
        auto const draw = [&](Frame& frame, Rect area) { return journal_screen(frame, area, model, stage.words()); };
        auto const top_of = [&](std::string_view title) { return stage.node("heading", title).bounds.y; };
        model.until.error.clear();
        (void)stage.show(draw);
        CHECK(!stage.node("textbox", "Last day").has('i'));
        auto const plain = top_of("No entry like that");
        model.until.error = "Before the first day";
        (void)stage.show(draw);
        CHECK(stage.node("textbox", "Last day").has('i'));
        CHECK(!stage.node("textbox", "First day").has('i'));
        CHECK(top_of("No such period") > plain); // the error has its place above it
    }
}

} // namespace keyrack::ui::fixture
