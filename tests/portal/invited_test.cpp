// The link of an invitation on a device that does not have the company: what to do is said, and its file leads on.
#include "portal/downloaded.hpp"
#include "portal/people_model.hpp"
#include "portal/stage.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

namespace {

PeopleModel const& people(Stage& stage)
{
    return stage.apart<PeopleModel>();
}

std::string bundle_of(Stage& stage)
{
    stage(Go { "/t/acme/exchange" })(RunOnScreen { "bundle" });
    return last_download(stage);
}

// Returns the link.
std::string invite(Stage& stage, std::string email)
{
    stage(Go { "/t/acme/people" })(RunOnScreen { "invite" })(EditDialog { "email", std::move(email) });
    stage(EditDialog { "role", "admin" })(ConfirmDialog {});
    REQUIRE(!stage.model().dialog);
    return people(stage).invitations.front().key;
}

// Acme, where Maren manages and acts.
struct Office
{
    Stage stage { [] {
        auto environment = an_environment();
        environment.device = "oslo";
        return environment;
    }() };

    Office()
    {
        stage(StartEmpty {})(EditDialog { "name", "Acme" })(ConfirmDialog {});
        auto const own = invite(stage, "maren@acme.example");
        stage(RunOnScreen { "accept:" + own })(RunOnScreen { "who" });
        stage(EditDialog { "person", "maren@acme.example" })(ConfirmDialog {});
        REQUIRE(people(stage).acting.text.contains("maren@acme.example"));
    }
};

std::string address_of(std::string const& link)
{
    return "/t/acme/people?invitation=" + link;
}

// The device of somebody who has followed the link.
std::unique_ptr<Stage> at_the_door(std::string const& link)
{
    auto environment = an_environment();
    environment.device = "bern";
    environment.fragment = address_of(link);
    return std::make_unique<Stage>(std::move(environment));
}

} // namespace

TEST_CASE("an invitation to a company that is not here says what to do, and its file leads to it",
    "[portal][people][R55][R65]")
{
    Office office;
    auto const link = invite(office.stage, "ada@acme.example");
    auto const door = at_the_door(link);
    CHECK(!door->model().session);
    CHECK(door->model().welcome.invited.starts_with("You are invited to Acme, which is not on this device yet."));
    CHECK(door->toasts().empty());
    CHECK(door->address() == address_of(link)); // a reload says the same
    REQUIRE(door->model().welcome.remedies.size() == 1);
    (*door)(RunOnScreen { door->model().welcome.remedies.front().run });
    CHECK(door->count<PickFile>() == 1);

    door->import("acme.bundle.json", bundle_of(office.stage));
    CHECK(door->address() == address_of(link));
    REQUIRE(people(*door).detail);
    CHECK(people(*door).detail->note == "For ada@acme.example. Accept it to work in Acme.");
    REQUIRE(people(*door).detail->actions.size() == 1);
    CHECK(people(*door).detail->actions.front().label == "Accept the invitation");
    CHECK(people(*door).detail->actions.front().main);
    (*door)(RunOnScreen { people(*door).detail->actions.front().run });
    CHECK(!door->model().dialog); // nobody else's name is asked for
    CHECK(people(*door).acting.text == "You act as ada@acme.example");
    CHECK(door->remembered["acting:acme"] == "ada@acme.example");
    CHECK(door->toasts().back().contains("Others see it once the company is exchanged here"));
    (*door)(LeaveTenant {});
    CHECK(door->model().welcome.invited.empty());
}

TEST_CASE("whoever's acceptance is refused acts as nobody", "[portal][people][R55]")
{
    Office office;
    auto const first = invite(office.stage, "ada@acme.example");
    office.stage(RunOnScreen { "accept:" + first }); // she has access
    auto const door = at_the_door(invite(office.stage, "ada@acme.example"));
    door->import("acme.bundle.json", bundle_of(office.stage));
    REQUIRE(people(*door).detail);
    REQUIRE(people(*door).detail->actions.size() == 1);
    (*door)(RunOnScreen { people(*door).detail->actions.front().run });
    CHECK(people(*door).detail->actions.size() == 1); // it is as open as before
    CHECK(!door->remembered.contains("acting:acme"));
}

TEST_CASE("a file that does not have the invitation yet says so", "[portal][people][R55]")
{
    Office office;
    auto const before = bundle_of(office.stage);
    auto const door = at_the_door(invite(office.stage, "ada@acme.example"));
    door->import("acme.bundle.json", before);
    CHECK(door->address() == "/t/acme/people");
    REQUIRE(!door->toasts().empty());
    CHECK(std::ranges::any_of(door->toasts(),
        [](auto const& text) { return text.contains("does not have this invitation. Ask whoever invited you"); }));
}

TEST_CASE("who follows a link that ended, was replaced or withdrawn is told what to do",
    "[portal][people][R58][R59][R60][D20]")
{
    Office office;
    auto const link = invite(office.stage, "ada@acme.example");
    auto const door = at_the_door(link);
    door->import("acme.bundle.json", bundle_of(office.stage));
    SECTION("ended")
    {
        door->later(std::chrono::days { 31 });
        REQUIRE(people(*door).detail);
        CHECK(people(*door).detail->note
            == "This link worked until 22 Dec 2026. Ask whoever invited you to send it again.");
    }
    SECTION("replaced")
    {
        office.stage(Go { "/t/acme/people" })(RunOnScreen { "resend:" + link });
        door->import("acme.bundle.json", bundle_of(office.stage));
        REQUIRE(people(*door).detail);
        CHECK(people(*door).detail->note.starts_with("A newer email has replaced this link."));
    }
    SECTION("withdrawn")
    {
        office.stage(Go { "/t/acme/people" })(RunOnScreen { "withdraw:" + link });
        door->import("acme.bundle.json", bundle_of(office.stage));
        REQUIRE(people(*door).detail);
        CHECK(people(*door).detail->note == "This invitation was withdrawn. Ask whoever invited you for a new one.");
        (*door)(RunOnScreen { "accept:" + link }); // as by a page that has not heard of it
        CHECK(!std::ranges::contains(people(*door).people, "ada@acme.example", &ActionLine::key));
    }
    CHECK(people(*door).detail->actions.empty());
}

TEST_CASE("who manages and opens a link that was replaced is led to the newer one", "[portal][people][D20]")
{
    Office office;
    auto const link = invite(office.stage, "ada@acme.example");
    office.stage(Go { "/t/acme/people" })(RunOnScreen { "resend:" + link })(Go { address_of(link) });
    auto const detail = people(office.stage).detail;
    REQUIRE(detail);
    CHECK(detail->chip.text == "Replaced");
    CHECK(detail->note.starts_with("A newer email has replaced this link."));
    CHECK(detail->actions.empty());
}

TEST_CASE("who manages and opens the link sees the invitation as on People", "[portal][people]")
{
    Office office;
    auto const link = invite(office.stage, "ada@acme.example");
    office.stage(Go { address_of(link) });
    REQUIRE(people(office.stage).detail);
    CHECK(people(office.stage).detail->actions.front().run == "resend:" + link);
    CHECK(people(office.stage).detail->actions.back().label == "Record as accepted");
}
