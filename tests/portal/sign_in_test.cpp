// A company's own sign-in: who acts, who may accept an invitation, and what is told where it fails.
#include "portal/palette_model.hpp"
#include "portal/people_model.hpp"
#include "portal/settings_model.hpp"
#include "portal/sign_in.hpp"
#include "portal/stage.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

namespace {

constexpr std::string_view issuer = "https://login.northwind.example";

PeopleModel const& people(Stage& stage)
{
    return stage.apart<PeopleModel>();
}

Instant noon(Date day)
{
    return Instant { day.time_since_epoch() } + std::chrono::hours { 12 };
}

// The demo company with a sign-in of its own, as somebody sees it who came back from there.
std::unique_ptr<Stage> signed_in(std::string email, std::string vouches = std::string { issuer })
{
    auto environment = an_environment();
    environment.identity =
        Identity { .tenant = "northwind", .issuer = std::move(vouches), .email = std::move(email), .name = "N." };
    auto stage = demo_stage(environment);
    (*stage)(Go { "/t/northwind/people" })(RunOnScreen { "sign-in-setup" });
    (*stage)(EditDialog { "issuer", std::string { issuer } })(EditDialog { "client_id", "keyrack" })(ConfirmDialog {});
    REQUIRE(!stage->model().dialog);
    return stage;
}

} // namespace

TEST_CASE("a company sets up its own sign-in, and takes it back", "[portal][sign_in][R72]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/people" });
    CHECK(people(*stage).sign_in_action == "Set up");
    CHECK(people(*stage).acting.text == "You act as Maren Kjær");
    (*stage)(RunOnScreen { "sign-in-setup" })(EditDialog { "issuer", "http://login.northwind.example" });
    (*stage)(ConfirmDialog {});
    REQUIRE(stage->model().dialog); // what names it there is missing
    (*stage)(EditDialog { "client_id", "keyrack" })(ConfirmDialog {});
    REQUIRE(stage->model().dialog);
    auto const said = stage->model().dialog->fields.front().error;
    CHECK(said.contains("https://"));
    CHECK(said.contains("Only you can know what was meant")); // nothing helps: it says why
    CHECK(stage->model().dialog->ways.empty());
    (*stage)(EditDialog { "issuer", std::string { issuer } })(ConfirmDialog {});
    CHECK(people(*stage).sign_in_second.contains(issuer));
    // Whoever set it up is not locked out by it.
    CHECK(people(*stage).acting.text == "You act as Maren Kjær");
    CHECK(people(*stage).acting.second.contains("until somebody has signed in"));
    (*stage)(UndoToast { stage->last_toast() });
    CHECK(people(*stage).sign_in_action == "Set up");
}

TEST_CASE("once somebody has signed in, what was said on this device counts no more", "[portal][sign_in][R72]")
{
    auto const stage = signed_in("maren.kjaer@northwind.example");
    CHECK(stage->remembered["acting:setup/northwind"] == "maren.kjaer@northwind.example");
    (*stage)(LeaveTenant {})(OpenTenantIntent { "northwind" })(Go { "/t/northwind/people" });
    CHECK(stage->remembered["acting:setup/northwind"].empty());
    CHECK(people(*stage).acting.text == "You act as Maren Kjær");
    (*stage)(RunOnScreen { "sign-out" });
    CHECK(people(*stage).acting.text == "Nobody is signed in");
    // Nor is it offered anywhere to say it.
    (*stage)(Go { "/t/northwind/settings" });
    CHECK(stage->apart<SettingsModel>().acting.text == "Nobody is signed in");
    CHECK(stage->apart<SettingsModel>().acting.action == "Sign in");
    (*stage)(RunOnScreen { stage->apart<SettingsModel>().acting.run });
    CHECK(stage->count<SignIn>() == 1);
    (*stage)(OpenPalette {})(SearchPalette { "say who acts" });
    CHECK(std::ranges::none_of(
        stage->model().palette->lines, [](auto& line) { return line.text == "Say who acts here"; }));
    (*stage)(SearchPalette { "sign in" });
    auto const& found = stage->model().palette->lines;
    auto const sign_in = std::ranges::find(found, "Sign in", &PaletteLine::text);
    REQUIRE(sign_in != found.end());
    (*stage)(RunPalette { std::string { sign_in->key } });
    CHECK(stage->count<SignIn>() == 2);
    (*stage)(Go { "/t/northwind/people" });
    (*stage)(AskAddRoom {})(EditDialog { "name", "Dune" })(ConfirmDialog {});
    REQUIRE(stage->model().dialog);
    CHECK(stage->model().dialog->key == "sign_in");
}

TEST_CASE("in a single file, which reaches no sign-in, none is offered, and why is said", "[portal][sign_in][R72]")
{
    auto environment = an_environment();
    environment.one_file = true;
    environment.identity = Identity {
        .tenant = "northwind", .issuer = std::string { issuer }, .email = "eve@elsewhere.example", .name = ""
    };
    Stage stage { environment };
    stage(Go { "/t/northwind/people" });
    CHECK(people(stage).sign_in_action.empty());
    CHECK(people(stage).sign_in_second.contains("can reach no sign-in"));
    CHECK(!people(stage).acting.action.empty()); // who acts here may be said all the same
    // A company that comes along with a sign-in of its own.
    stage(RunOnScreen { "sign-in-setup" })(EditDialog { "issuer", std::string { issuer } })(
        EditDialog { "client_id", "keyrack" })(ConfirmDialog {});
    CHECK(people(stage).sign_in == "The company’s own sign-in");
    CHECK(people(stage).sign_in_action.empty());
    CHECK(people(stage).acting.action.empty());
    CHECK(people(stage).sign_in_second.contains("can reach no sign-in"));
    stage(Go { "/t/northwind/people?invitation=nw-e60b18" });
    for (auto const& action : people(stage).detail->actions) CHECK(!action.run.starts_with("accept:"));
    stage(Go { "/t/northwind/rooms" })(AskAddRoom {})(EditDialog { "name", "Dune" })(ConfirmDialog {});
    CHECK(stage.model().dialog->key == "add_room");
    CHECK(stage.toasts().back().contains("can reach no sign-in"));
    CHECK(stage.count<SignIn>() == 0);
}

TEST_CASE("who acts is whom the company's own issuer vouches for", "[portal][sign_in][R72]")
{
    struct Row
    {
        char const* name;
        char const* email;
        std::string_view vouches;
        char const* acting;
    };
    auto const row = GENERATE(values<Row>({
        // name                     signed in as                    issuer                       who acts
        { "a person with access", "maren.kjaer@northwind.example", issuer,                  "You act as Maren Kjær"                           },
        { "in capitals",          "Maren.Kjaer@Northwind.example", issuer,                  "You act as Maren Kjær"                           },
        { "of another issuer",    "maren.kjaer@northwind.example", "https://other.example",
         "Signed in, but without a verified email address"                                                                                    },
        { "who has no access",    "eve@elsewhere.example",         issuer,
         "Signed in as eve@elsewhere.example, who has no access here"                                                                         },
        { "no verified address",  "",                              issuer,                  "Signed in, but without a verified email address" },
    }));
    CAPTURE(row.name);
    auto const stage = signed_in(row.email, std::string { row.vouches });
    CHECK(people(*stage).acting.text == row.acting);
    (*stage)(AskAddRoom {})(EditDialog { "name", "Dune" })(ConfirmDialog {});
    bool const may = std::string_view { row.acting }.starts_with("You act");
    CHECK(stage->model().dialog.has_value() == !may);
    if (may) return;
    CHECK(stage->model().dialog->key == "sign_in");
    (*stage)(ConfirmDialog {});
    REQUIRE(stage->count<SignIn>() == 1);
}

TEST_CASE("the page leaves for the sign-in with what it needs to come back", "[portal][sign_in][R72]")
{
    auto const stage = signed_in("eve@elsewhere.example");
    (*stage)(Go { "/t/northwind/people?invitation=nw-e60b18" })(RunOnScreen { "sign-out" });
    CHECK(stage->count<SignOut>() == 1);
    (*stage)(RunOnScreen { "accept:nw-e60b18" });
    REQUIRE(stage->model().dialog);
    CHECK(stage->model().dialog->title == "Sign in at https://login.northwind.example");
    (*stage)(ConfirmDialog {});
    auto const left =
        std::ranges::find_if(stage->seen, [](auto const& each) { return std::holds_alternative<SignIn>(each); });
    REQUIRE(left != stage->seen.end());
    auto const& wanted = std::get<SignIn>(*left);
    CHECK(wanted.tenant == "northwind");
    CHECK(wanted.issuer == issuer);
    CHECK(wanted.client_id == "keyrack");
    CHECK(wanted.email == "tomas.rivera@northwind.example");
    CHECK(wanted.fragment == "/t/northwind/people?invitation=nw-e60b18");
}

TEST_CASE("an invitation is accepted by the person it was sent to, in time, and by nobody else",
    "[portal][sign_in][R55][R59][R72][D20]")
{
    struct Row
    {
        char const* name;
        char const* link;
        char const* email;
        char const* today;
        char const* says;
    };
    auto const row = GENERATE(values<Row>({
        // name                link         signed in as                       on            what is said
        { "the right person", "nw-e60b18", "tomas.rivera@northwind.example", "2026-11-22", ""                },
        { "on day 30",        "nw-e60b18", "tomas.rivera@northwind.example", "2026-11-25", ""                },
        { "on day 31",        "nw-e60b18", "tomas.rivera@northwind.example", "2026-11-26", "was valid until" },
        { "a forwarded link", "nw-e60b18", "eve@elsewhere.example",          "2026-11-22", "another person"  },
        { "a colleague",      "nw-e60b18", "maren.kjaer@northwind.example",  "2026-11-22", "another person"  },
    }));
    CAPTURE(row.name);
    auto const stage = signed_in(row.email);
    stage->portal.clock(noon(date(row.today)), date(row.today));
    (*stage)(Go { std::string { "/t/northwind/people?invitation=" } + row.link });
    REQUIRE(people(*stage).detail);
    CHECK(people(*stage).detail->title == "Tomás Rivera");
    (*stage)(RunOnScreen { std::string { "accept:" } + row.link });
    bool const accepted = std::string_view { row.says }.empty();
    auto const dialog = stage->model().dialog; // where something can be done about it
    CHECK(!(accepted && dialog));
    auto const toasts = stage->toasts();
    auto const said = dialog ? dialog->error : toasts.empty() ? std::string {} : toasts.back();
    CHECK(!said.empty());
    if (!accepted) CHECK(said.contains(row.says));
    if (dialog) (*stage)(DismissDialog {});
    (*stage)(Go { "/t/northwind/people" });
    CHECK(std::ranges::any_of(people(*stage).people, [](auto const& line) { return line.text == "Tomás Rivera"; })
        == accepted);
    if (accepted) CHECK(people(*stage).acting.text == "You act as Tomás Rivera");
}

TEST_CASE("a sign-in that came to nothing is told", "[portal][sign_in][R72]")
{
    auto const code = GENERATE("refused", "not_begun_here", "failed");
    auto environment = an_environment();
    environment.sign_in_failure = code;
    Stage stage { environment };
    REQUIRE(stage.toasts().size() == 1);
    CHECK(stage.toasts().front().contains("ign"));
    stage.portal.sign_in_failed();
    CHECK(stage.toasts().back().contains("cannot be reached"));
}
