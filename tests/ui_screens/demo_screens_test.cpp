// Screens drawn from the demo company: in three languages, at every size, no text is cut off and none lies over another.

#include "portal/stage.hpp"
#include "ui/screens/view.hpp"
#include "ui_screens/checks.hpp"

#include <algorithm>
#include <cmath>

namespace keyrack::ui::fixture {

namespace {

struct Screen
{
    char const* name;
    char const* fragment;
};

constexpr char const* languages[] { "en", "de", "nb" };
constexpr portal::Language spoken[] { portal::Language::english, portal::Language::german,
    portal::Language::norwegian };

std::unique_ptr<test::Stage> demo_in(char const* language)
{
    auto environment = test::an_environment();
    environment.languages = { language };
    return test::demo_stage(std::move(environment));
}

void check_at_every_size(test::Stage& portal, std::size_t language)
{
    for (auto const size : sizes_of(spoken[language])) {
        CAPTURE(languages[language], size.width, size.height);
        Stage stage { size, spoken[language] };
        ViewMemory memory;
        auto const wishes = stage.show([&](Frame& frame, Rect) {
            return draw_view(frame, portal.model(), stage.words(), portal::Appearance::system, memory);
        });
        CHECK(wishes.empty());
        check_fits(stage, size);
    }
}

} // namespace

TEST_CASE("screens of the demo company are whole in every language at every width", "[ui][screens][demo-screens]")
{
    auto const screen = GENERATE(values<Screen>({
        // name         fragment
        { "start",          "/"                                                                         },
        { "rooms",          "/t/northwind/rooms"                                                        },
        { "invited",        "/t/acme/people?invitation=a1b2c3"                                          },
        { "not covered",    "/t/northwind/rooms?show=not_covered&sort=-until"                           },
        { "room",           "/t/northwind/rooms/zrh-boardroom"                                          },
        { "room's proof",   "/t/northwind/rooms/osl-frogner?tab=why"                                    },
        { "room's devices", "/t/northwind/rooms/zrh-boardroom?tab=devices"                              },
        { "room's history", "/t/northwind/rooms/zrh-training-2?tab=history"                             },
        { "assign",         "/t/northwind/assign?order=PO-1072"                                         },
        { "orders",         "/t/northwind/orders"                                                       },
        { "order",          "/t/northwind/orders/PO-1072"                                               },
        { "spares' proof",  "/t/northwind/orders?ask=spares"                                            },
        { "data",           "/t/northwind/data"                                                         },
        { "exchange",       "/t/northwind/exchange"                                                     },
        { "import",         "/t/northwind/import"                                                       },
        { "overview",       "/t/northwind/overview"                                                     },
        { "another day",    "/t/northwind/overview?as-of=2027-08-01"                                    },
        { "renewals",       "/t/northwind/renewals"                                                     },
        { "people",         "/t/northwind/people"                                                       },
        { "person",         "/t/northwind/people/jonas.weber%40northwind.example"                       },
        { "invitation",     "/t/northwind/people/tomas.rivera%40northwind.example"                      },
        { "outbox",         "/t/northwind/outbox"                                                       },
        { "mail",           "/t/northwind/outbox/2"                                                     },
        { "journal",        "/t/northwind/journal"                                                      },
        { "no entry",       "/t/northwind/journal?q=nothing-like-that"                                  },
        { "journal's days", "/t/northwind/journal?q=since:2026-09-01%20until:2026-11-22"                },
        { "no such period", "/t/northwind/journal?q=since:2026-11-22%20until:2026-09-01"                },
        { "compliance",     "/t/northwind/compliance"                                                   },
        { "org",            "/t/northwind/compliance/NW-EMEA"                                           },
        { "benefits",       "/t/northwind/compliance/NW-EMEA?tab=benefits"                              },
        { "in breach",      "/t/northwind/compliance/NW-AMER?tab=benefits"                              },
        { "no tier",        "/t/northwind/compliance/NW-EMEA?tab=benefits&as-of=2024-01-01"             },
        { "benefit",        "/t/northwind/compliance/NW-EMEA?tab=benefits&ask=customer_success_manager" },
        { "contract",       "/t/northwind/compliance?contract=C-4410"                                   },
        { "earlier",        "/t/northwind/rooms?as-of=2026-06-01&known-at=2026-05-02"                   },
        { "site map",       "/t/northwind/rooms?look=sites"                                             },
        { "some columns",   "/t/northwind/rooms?without=site.devices&q=cover%3Anone"                    },
        { "accounts",       "/t/northwind/large-accounts"                                               },
        { "address",        "/t/northwind/large-accounts?q=someone%40nowhere.example"                   },
        { "programmes",     "/t/northwind/catalogue"                                                    },
        { "rules",          "/t/northwind/catalogue/rules"                                              },
        { "products",       "/t/northwind/catalogue/products"                                           },
        { "desk",           "/t/northwind/catalogue/parameters"                                         },
        { "support",        "/t/northwind/catalogue/support"                                            },
        { "no rule",        "/t/northwind/catalogue/rules?q=nothing-like-that"                          },
        { "settings",       "/t/northwind/settings"                                                     },
        { "no what-if",     "/t/northwind/what-if"                                                      },
        { "companies",      "/all"                                                                      },
        { "found",          "/all?q=fjord"                                                              },
    }));
    auto const language = GENERATE(std::size_t { 0 }, std::size_t { 1 }, std::size_t { 2 });
    auto const portal = demo_in(languages[language]);
    (*portal)(portal::Go { screen.fragment });
    CAPTURE(screen.name);
    check_at_every_size(*portal, language);
}

TEST_CASE("screens of a company without data are whole in every language at every width", "[ui][screens][demo-screens]")
{
    auto const place = GENERATE(as<std::string> {}, "/t/acme/overview", "/t/acme/rooms", "/t/acme/assign",
        "/t/acme/orders", "/t/acme/renewals", "/t/acme/support", "/t/acme/devices", "/t/acme/spares", "/t/acme/people",
        "/t/acme/outbox", "/t/acme/compliance", "/t/acme/large-accounts", "/t/acme/journal", "/all");
    auto const language = GENERATE(std::size_t { 0 }, std::size_t { 1 }, std::size_t { 2 });
    auto environment = test::an_environment();
    environment.languages = { languages[language] };
    test::Stage stage { std::move(environment) };
    stage(portal::StartEmpty {})(portal::EditDialog { "name", "Acme" })(portal::ConfirmDialog {});
    stage(portal::Go { place });
    CAPTURE(place);
    check_at_every_size(stage, language);
}

TEST_CASE("a list before and after its import is whole in every language at every width", "[ui][screens][demo-screens]")
{
    auto const language = GENERATE(std::size_t { 0 }, std::size_t { 1 }, std::size_t { 2 });
    auto const what = GENERATE(
        "tried", "no key", "none of that kind", "imported", "taken back", "stands in the way", "waits for a yes");
    auto const portal = demo_in(languages[language]);
    std::string_view const story { what };
    auto const undo = [&] { (*portal)(portal::RunOnScreen { portal->data().report->actions.front().run }); };
    if (story == "waits for a yes") {
        portal->import("more.json", test::tenant_file(12));
    } else {
        portal->import("rooms of the new building in Trondheim.csv",
            "Room ID,Room name,Site,Country,Purchased\nlofoten,Lofoten,Trondheim,NO,1\nfjord,Fjord of another "
            "name,Oslo,NO,2\n"
            "broken,Broken,Oslo,Nowhere,3\n");
        if (story == "no key") (*portal)(portal::EditScreen { "column.0", "" })(portal::EditScreen { "column.1", "" });
        if (story == "none of that kind") (*portal)(portal::SearchScreen { "nothing like that" });
        bool const imports = story == "imported" || story == "taken back" || story == "stands in the way";
        if (imports) (*portal)(portal::RunOnScreen { "import-list" });
        if (story == "taken back") undo();
        if (story == "stands in the way") {
            auto const run = portal->data().report->actions.front().run;
            (*portal)(portal::Go { "/t/northwind/rooms" })(portal::AskAddDevice { portal->room("Lofoten") })(
                portal::EditDialog { "serial", "LOF-1" })(portal::EditDialog { "model", "Rally Bar" })(
                portal::ConfirmDialog {})(portal::Go { "/t/northwind/data" })(portal::RunOnScreen { run });
        }
    }
    for (auto const& toast : std::vector(portal->model().toasts)) (*portal)(portal::DismissToast { toast.id });
    CAPTURE(story);
    check_at_every_size(*portal, language);
}

namespace {

struct Over
{
    char const* name;
    std::vector<portal::Intent> intents;
};

} // namespace

TEST_CASE("what stands over the screens is whole in every language at every width", "[ui][screens][demo-screens]")
{
    auto const over = GENERATE(values<Over>({
        { "palette",               { portal::OpenPalette {} }                                     },
        { "palette finds",         { portal::OpenPalette {}, portal::SearchPalette { "fjord" } }  },
        { "palette finds nothing", { portal::OpenPalette {}, portal::SearchPalette { "qqqqqq" } } },
        { "help",                  { portal::ShowHelp {} }                                        },
        { "day",                   { portal::AskAsOf {} }                                         },
        { "what-if begins",        { portal::BeginWhatIf {} }                                     },
        { "what-if",
         { portal::BeginWhatIf {}, portal::AskAddRoom {}, portal::EditDialog { "name", "Aurora" },
                portal::ConfirmDialog {}, portal::Go { "/t/northwind/what-if" } }                 },
    }));
    auto const language = GENERATE(std::size_t { 0 }, std::size_t { 1 }, std::size_t { 2 });
    auto const portal = demo_in(languages[language]);
    for (auto const& intent : over.intents) (*portal)(intent);
    CAPTURE(over.name);
    check_at_every_size(*portal, language);
}

TEST_CASE("what is asked is whole in every language at every width", "[ui][screens][demo-screens]")
{
    auto const over = GENERATE(values<Over>({
        { "number",          { portal::Go { "/t/northwind/settings" }, portal::RunOnScreen { "set:user_limit" } }     },
        { "room",            { portal::AskAddRoom {}, portal::ConfirmDialog {} }                                      },
        { "order",           { portal::AskPlaceOrder {}, portal::ConfirmDialog {} }                                   },
        { "refused order",
         { portal::AskPlaceOrder {}, portal::EditDialog { "order", "PO-1072" }, portal::ConfirmDialog {} }            },
        { "refused room",
         { portal::Go { "/t/northwind/assign?order=PO-1075" }, portal::RunOnScreen { "ways-to-assign:zrh-sihl" } }    },
        { "cancelled order", { portal::AskCancelOrder { OrderId::of_row(0) } }                                        },
        { "device",          { portal::AskAddDevice { RoomId::of_row(0) }, portal::ConfirmDialog {} }                 },
        { "reset",           { portal::AskResetDemo {} }                                                              },
        { "invite",
         { portal::Go { "/t/northwind/people" }, portal::RunOnScreen { "invite" }, portal::ConfirmDialog {} }         },
        { "partner",
         { portal::Go { "/t/northwind/people" }, portal::RunOnScreen { "delegate" }, portal::ConfirmDialog {} }       },
        { "limit",           { portal::Go { "/t/northwind/people" }, portal::RunOnScreen { "limit" } }                },
        { "who",             { portal::Go { "/t/northwind/people" }, portal::RunOnScreen { "who" } }                  },
        { "own sign-in",     { portal::Go { "/t/northwind/settings" }, portal::RunOnScreen { "sign-in-setup" } }      },
        { "another company", { portal::LeaveTenant {}, portal::StartEmpty {} }                                        },
        { "subscription",    { portal::Go { "/t/northwind/large-accounts" }, portal::RunOnScreen { "subscription" } } },
    }));
    auto const language = GENERATE(std::size_t { 0 }, std::size_t { 1 }, std::size_t { 2 });
    auto const portal = demo_in(languages[language]);
    for (auto const& intent : over.intents) (*portal)(intent);
    CAPTURE(over.name);
    REQUIRE(portal->model().dialog);
    check_at_every_size(*portal, language);
}

TEST_CASE("fields about whoever writes them say what belongs there, fields about others do not", // WCAG 1.3.5
    "[ui][screens][demo-screens]")
{
    struct Field
    {
        char const* label;
        std::string belongs;
        std::vector<portal::Intent> intents; // lead to it
    };
    portal::Go const exchange { "/t/northwind/exchange" };
    portal::Go const people { "/t/northwind/people" };
    auto const field = GENERATE_COPY(values<Field>({
        { "Company",             "organization",     { portal::LeaveTenant {}, portal::StartEmpty {} }      },
        { "Company",             "organization",     { portal::RunOnScreen { "company-rename:northwind" } } },
        { "User",                "username",         { exchange, portal::EditScreen { "kind", "webdav" } }  },
        { "Password",            "current-password", { exchange, portal::EditScreen { "kind", "webdav" } }  },
        { "Secret key",          "",                 { exchange, portal::EditScreen { "kind", "s3" } }      },
        { "Name of the company", "",                 { portal::RunOnScreen { "company-remove:northwind" } } },
        { "Email address",       "",                 { people, portal::RunOnScreen { "invite" } }           },
        { "Email address",       "",                 { people, portal::RunOnScreen { "delegate" } }         },
    }));
    CAPTURE(field.label, field.belongs);
    auto const portal = demo_in("en");
    for (auto const& intent : field.intents) (*portal)(intent);
    Stage stage;
    ViewMemory memory;
    (void)stage.show([&](Frame& frame, Rect) {
        return draw_view(frame, portal->model(), stage.words(), portal::Appearance::system, memory);
    });
    auto const extra = stage.node("textbox", field.label).extra;
    auto const said = extra.find("autocomplete");
    CHECK((said == extra.end() ? std::string {} : said->second) == field.belongs);
}

TEST_CASE("settings go on in a second column where there is room, both of like length", "[ui][screens][demo-screens]")
{
    auto const portal = demo_in("en");
    (*portal)(portal::Go { "/t/northwind/settings" });
    Stage stage {
        { 1440, 3000 }
    };
    ViewMemory memory;
    (void)stage.show([&](Frame& frame, Rect) {
        return draw_view(frame, portal->model(), stage.words(), portal::Appearance::system, memory);
    });
    auto const company = stage.node("button", "Rename: Name").bounds;
    auto const warranty = stage.node("button", "Change: Base warranty of a device").bounds;
    auto const last = stage.node("button", "Set: Reminder fee").bounds;
    CHECK(company.x < 800);
    CHECK(warranty.x < 800);
    CHECK(warranty.y > company.y);
    CHECK(last.x > 800);
    CHECK(std::abs(last.bottom() - warranty.bottom()) < 800); // the longest group, about
}

TEST_CASE("on a phone a long second line goes on below the chip beside its title", "[ui][screens][demo-screens]")
{
    auto const portal = demo_in("en");
    (*portal)(portal::Go { "/t/northwind/people" });
    Stage stage { phone_in_full };
    ViewMemory memory;
    (void)stage.show([&](Frame& frame, Rect) {
        return draw_view(frame, portal->model(), stage.words(), portal::Appearance::system, memory);
    });
    auto const& nodes = stage.nodes();
    auto const second = std::ranges::find_if(
        nodes, [](auto const& node) { return node.name.starts_with("lukas.brandt@northwind.example"); });
    REQUIRE(second != nodes.end());
    auto const chip = std::ranges::find_if(
        nodes, [&](auto const& node) { return node.parent == second->parent && node.name == "Manages"; });
    REQUIRE(chip != nodes.end());
    CHECK(std::abs(second->bounds.right() - chip->bounds.right()) < 1);
    CHECK(second->bounds.y >= chip->bounds.bottom() - 1);
}

TEST_CASE("the cards of four sites stand two by two, on a phone a card's distance below the chips",
    "[ui][screens][demo-screens]")
{
    auto const portal = demo_in("en");
    (*portal)(portal::Go { "/t/northwind/rooms?look=sites" });
    auto const card_of = [](Stage const& stage, char const* site) { return stage.node("group", site).bounds; };
    Stage desk, hand { phone };
    (void)desk.show(drawing(portal->model()));
    (void)hand.show(drawing(portal->model()));
    CHECK(card_of(desk, "Hamburg").y == card_of(desk, "Austin").y);
    CHECK(card_of(desk, "Hamburg").x == card_of(desk, "Zürich").x);
    CHECK(card_of(desk, "Austin").x == card_of(desk, "Oslo").x);
    auto const chip = hand.node("button", full_name(hand, "button", "Not covered")).bounds;
    CHECK(card_of(hand, "Hamburg").y - chip.bottom() == space::card_gap);
}

TEST_CASE("on a phone the main action covers no row", "[ui][screens][demo-screens]")
{
    struct Row
    {
        char const* address;
        char const* role;
        char const* action;
    };
    auto const row = GENERATE(values<Row>({
        { "/t/northwind/orders",  "button", "Place order" },
        { "/t/northwind/devices", "button", "Add devices" },
        { "/t/northwind/support", "link",   "New ticket"  },
        { "/t/northwind/people",  "button", "Invite"      },
    }));
    CAPTURE(row.address);
    auto const portal = demo_in("en");
    (*portal)(portal::Go { row.address });
    Stage stage { phone };
    ViewMemory memory;
    (void)stage.show([&](Frame& frame, Rect) {
        return draw_view(frame, portal->model(), stage.words(), portal::Appearance::system, memory);
    });
    auto const action = stage.node(row.role, row.action).bounds;
    CHECK(std::ranges::none_of(stage.nodes(), [&](SeenNode const& node) {
        return (node.role == "row" || node.role == "listitem") && !node.bounds.meet(action).empty();
    }));
}

} // namespace keyrack::ui::fixture
