// Screens drawn from the demo company: in three languages, at three widths, no text is cut off and none lies over another.

#include "portal/stage.hpp"
#include "ui/screens/view.hpp"
#include "ui_screens/checks.hpp"

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

// The parts of texts, drawn by one widget each, that lie over one another: "one | other".
// Of a paragraph that goes on after a link: its bounds are those of all its lines.
bool is_piece(std::string_view name)
{
    return name.starts_with("·") || name.ends_with("· ");
}

std::vector<std::string> overlaps(std::vector<SeenNode> const& nodes)
{
    std::vector<SeenNode const*> texts;
    for (auto const& node : nodes)
        if (node.role == "text" && !node.has('u') && !is_piece(node.name) && node.bounds.width > 0
            && node.bounds.height > 0)
            texts.push_back(&node);
    std::vector<std::string> found;
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            auto const both = texts[i]->bounds.meet(texts[j]->bounds);
            if (both.width > 1 && both.height > 2) found.push_back(texts[i]->name + " | " + texts[j]->name);
        }
    return found;
}

} // namespace

TEST_CASE("screens of the demo company are whole in every language at every width", "[ui][screens][demo-screens]")
{
    auto const screen = GENERATE(values<Screen>({
        // name         fragment
        { "overview",     "/t/northwind/overview"                                                     },
        { "another day",  "/t/northwind/overview?as-of=2027-08-01"                                    },
        { "renewals",     "/t/northwind/renewals"                                                     },
        { "people",       "/t/northwind/people"                                                       },
        { "person",       "/t/northwind/people/jonas.weber%40northwind.example"                       },
        { "invitation",   "/t/northwind/people/tomas.rivera%40northwind.example"                      },
        { "outbox",       "/t/northwind/outbox"                                                       },
        { "mail",         "/t/northwind/outbox/2"                                                     },
        { "journal",      "/t/northwind/journal"                                                      },
        { "no entry",     "/t/northwind/journal?q=nothing-like-that"                                  },
        { "compliance",   "/t/northwind/compliance"                                                   },
        { "org",          "/t/northwind/compliance/NW-EMEA"                                           },
        { "benefits",     "/t/northwind/compliance/NW-EMEA?tab=benefits"                              },
        { "in breach",    "/t/northwind/compliance/NW-AMER?tab=benefits"                              },
        { "no tier",      "/t/northwind/compliance/NW-EMEA?tab=benefits&as-of=2024-01-01"             },
        { "benefit",      "/t/northwind/compliance/NW-EMEA?tab=benefits&ask=customer_success_manager" },
        { "contract",     "/t/northwind/compliance?contract=C-4410"                                   },
        { "earlier",      "/t/northwind/rooms?as-of=2026-06-01&known-at=2026-05-02"                   },
        { "site map",     "/t/northwind/rooms?look=sites"                                             },
        { "some columns", "/t/northwind/rooms?without=site.devices&q=cover%3Anone"                    },
        { "accounts",     "/t/northwind/large-accounts"                                               },
        { "address",      "/t/northwind/large-accounts?q=someone%40nowhere.example"                   },
        { "programmes",   "/t/northwind/catalogue"                                                    },
        { "rules",        "/t/northwind/catalogue/rules"                                              },
        { "products",     "/t/northwind/catalogue/products"                                           },
        { "desk",         "/t/northwind/catalogue/parameters"                                         },
        { "support",      "/t/northwind/catalogue/support"                                            },
        { "no rule",      "/t/northwind/catalogue/rules?q=nothing-like-that"                          },
        { "settings",     "/t/northwind/settings"                                                     },
        { "no what-if",   "/t/northwind/what-if"                                                      },
        { "companies",    "/all"                                                                      },
        { "found",        "/all?q=fjord"                                                              },
    }));
    auto const language = GENERATE(std::size_t { 0 }, std::size_t { 1 }, std::size_t { 2 });
    auto const portal = demo_in(languages[language]);
    (*portal)(portal::Go { screen.fragment });
    for (auto const size : { wide, tablet, phone }) {
        CAPTURE(screen.name, languages[language], size.width);
        Stage stage { size, spoken[language] };
        ViewMemory memory;
        auto const wishes = stage.show([&](Frame& frame, Rect) {
            return draw_view(frame, portal->model(), stage.words(), portal::Appearance::system, memory);
        });
        CHECK(wishes.empty());
        CHECK(stage.cut_texts() == std::vector<std::string> {});
        CHECK(overlaps(stage.nodes()) == std::vector<std::string> {});
        CHECK(stage.silent_items().empty());
    }
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
    for (auto const size : { wide, tablet, phone }) {
        CAPTURE(story, languages[language], size.width);
        Stage stage { size, spoken[language] };
        ViewMemory memory;
        auto const wishes = stage.show([&](Frame& frame, Rect) {
            return draw_view(frame, portal->model(), stage.words(), portal::Appearance::system, memory);
        });
        CHECK(wishes.empty());
        CHECK(stage.cut_texts() == std::vector<std::string> {});
        CHECK(overlaps(stage.nodes()) == std::vector<std::string> {});
        CHECK(stage.silent_items().empty());
    }
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
        { "palette",               { portal::OpenPalette {} }                                                               },
        { "palette finds",         { portal::OpenPalette {}, portal::SearchPalette { "fjord" } }                            },
        { "palette finds nothing", { portal::OpenPalette {}, portal::SearchPalette { "qqqqqq" } }                           },
        { "help",                  { portal::ShowHelp {} }                                                                  },
        { "day",                   { portal::AskAsOf {} }                                                                   },
        { "what-if begins",        { portal::BeginWhatIf {} }                                                               },
        { "what-if",
         { portal::BeginWhatIf {}, portal::AskAddRoom {}, portal::EditDialog { "name", "Aurora" },
                portal::ConfirmDialog {}, portal::Go { "/t/northwind/what-if" } }                                           },
        { "number",                { portal::Go { "/t/northwind/settings" }, portal::RunOnScreen { "set:user_limit" } }     },
        { "subscription",          { portal::Go { "/t/northwind/large-accounts" }, portal::RunOnScreen { "subscription" } } },
    }));
    auto const language = GENERATE(std::size_t { 0 }, std::size_t { 1 }, std::size_t { 2 });
    auto const portal = demo_in(languages[language]);
    for (auto const& intent : over.intents) (*portal)(intent);
    for (auto const size : { wide, tablet, phone }) {
        CAPTURE(over.name, languages[language], size.width);
        Stage stage { size, spoken[language] };
        ViewMemory memory;
        auto const wishes = stage.show([&](Frame& frame, Rect) {
            return draw_view(frame, portal->model(), stage.words(), portal::Appearance::system, memory);
        });
        CHECK(wishes.empty());
        CHECK(stage.cut_texts() == std::vector<std::string> {});
        CHECK(stage.silent_items().empty());
    }
}

} // namespace keyrack::ui::fixture
