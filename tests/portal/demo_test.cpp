// The demo company's five years: its moments, moving through them, and back to the beginning.
#include "portal/demo_strip.hpp"
#include "portal/people_model.hpp"
#include "portal/stage.hpp"
#include "portal/support_screen.hpp"
#include "store/fault_disk.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

namespace {

DemoStripModel const& strip(Stage& stage)
{
    auto const& demo = stage.session().demo;
    REQUIRE(demo);
    return *demo;
}

DemoMark const& mark(Stage& stage, std::string_view key)
{
    auto const& marks = strip(stage).marks;
    auto const found = std::ranges::find(marks, key, &DemoMark::key);
    CAPTURE(key);
    REQUIRE(found != marks.end());
    return *found;
}

} // namespace

TEST_CASE("the demo company's years hold every moment that is told about", "[portal][demo][R39][R59][R90][D8][D20]")
{
    auto const stage = demo_stage();
    struct Row
    {
        char const* key;
        char const* on;
        char const* text;
    };
    auto const row = GENERATE(values<Row>({
        // moment                     day           what is said
        { "invitation:nw-e60b18", "2026-11-25", "Day 30: Tomás Rivera’s invitation expires" },
        { "start:PO-1072",        "2027-01-15", "Day 60: PO-1072 starts automatically"      },
        { "spare:1",              "2026-11-03", "50 licences: the first onsite spare"       },
        { "spare:2",              "2026-11-16", "100 licences: 2 onsite spares"             },
        { "end:PO-0988",          "2026-12-01", "PO-0988 ends"                              },
        { "end:PO-1041",          "2029-05-11", "PO-1041 ends"                              },
        { "end:PO-1072",          "2030-01-15", "PO-1072 ends"                              },
    }));
    auto const& found = mark(*stage, row.key);
    CAPTURE(row.key);
    CHECK(found.why.ends_with('.')); // each says why
    CHECK(found.on == date(row.on));
    CHECK(found.text == row.text);
}

TEST_CASE("the demo company's people write in the language it is opened in", "[portal][demo]")
{
    struct Row
    {
        char const* language;
        char const* desktop;
        char const* subject;
        char const* described;
    };
    auto const row = GENERATE(values<Row>({
        { "en-GB", "Desktops do not start in Zürich",  "Users cannot sign in to CRM",
         "The Rally Plus in Fjord went dark"                                                                           },
        { "de-CH", "Desktops starten nicht in Zürich", "Anmeldung bei CRM schlägt fehl",
         "Die Rally Plus in Fjord fiel mitten"                                                                         },
        { "nb-NO", "Skrivebord starter ikke i Zürich", "Brukere kan ikke logge på CRM",  "Rally Plus i Fjord ble mørk" },
    }));
    CAPTURE(row.language);
    auto environment = an_environment();
    environment.languages = { row.language };
    auto const stage = demo_stage(environment);
    auto const told = [&](std::string const& key) {
        stage->go_to("/t/northwind/support/" + key);
        REQUIRE(support(*stage).detail);
        return *support(*stage).detail;
    };
    CHECK(told("TK-1002").title == row.desktop);
    CHECK(told("TK-1005").title == row.subject);
    CHECK(told("TK-1007").description.starts_with(row.described));
    (*stage)(SetLanguage { "en" });
    CHECK(told("TK-1005").title == row.subject); // what was written stays as it was
    (*stage)(SetLanguage { "nb" })(AskResetDemo {})(ConfirmDialog {});
    CHECK(told("TK-1005").title == "Brukere kan ikke logge på CRM"); // begun anew, in the language of now
}

TEST_CASE("each moment leads to a screen that shows it", "[portal][demo]")
{
    auto const stage = demo_stage();
    auto const marks = strip(*stage).marks;
    REQUIRE(marks.size() >= 7);
    CHECK(std::ranges::is_sorted(marks, {}, &DemoMark::on));
    for (auto const& each : marks) {
        CAPTURE(each.text);
        (*stage)(Go { each.fragment });
        CHECK(stage->address() == each.fragment);
        CHECK(strip(*stage).day == each.on);
        CHECK(stage->toasts().empty()); // what it names is there
    }
    // The day before its end an order runs, on the day it does not.
    auto const ended = mark(*stage, "end:PO-1041").fragment;
    (*stage)(Go { ended });
    CHECK(stage->orders().detail->state.text.contains("Ended"));
}

TEST_CASE("what is done in the demo company moves its moments", "[portal][demo][R39]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/assign?order=PO-1072&rooms=aus-barton-creek" });
    (*stage)(ChooseAllRooms { true })(CommitAssign {});
    auto const& marks = strip(*stage).marks;
    CHECK(std::ranges::find(marks, std::string_view { "start:PO-1072" }, &DemoMark::key) == marks.end());
}

TEST_CASE("sliding turns to a day without a step in the history", "[portal][demo]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/orders" });
    auto const steps = stage->steps_back();
    (*stage)(SlideTo { date("2027-03-01"), Slide::on });
    CHECK(strip(*stage).day == date("2027-03-01"));
    CHECK(stage->session().as_of == "As of 1 Mar 2027");
    CHECK(stage->address() == "/t/northwind/orders"); // a browser allows only so many changes
    (*stage)(SlideTo { date("2027-03-08"), Slide::ended });
    CHECK(stage->address() == "/t/northwind/orders?as-of=2027-03-08");
    CHECK(stage->steps_back() == steps);
    (*stage)(SlideTo { date("2026-11-22"), Slide::ended });
    CHECK(stage->session().as_of_today);
    CHECK(stage->address() == "/t/northwind/orders");
}

TEST_CASE("a reset brings the demo company back to its beginning, after a question", "[portal][demo]")
{
    auto const stage = demo_stage();
    auto const before = stage->rooms().second;
    (*stage)(AskAddRoom {})(EditDialog { "name", "Dune" })(ConfirmDialog {});
    CHECK(stage->rooms().second != before);
    (*stage)(AskResetDemo {});
    REQUIRE(stage->model().dialog);
    CHECK(stage->model().dialog->danger);
    (*stage)(DismissDialog {});
    CHECK(stage->rooms().second != before);
    (*stage)(AskResetDemo {})(ConfirmDialog {});
    CHECK(stage->rooms().second == before);
}

TEST_CASE("only the demo company has the strip", "[portal][demo]")
{
    Stage stage;
    stage(StartEmpty {})(EditDialog { "name", "Fjord" })(ConfirmDialog {});
    CHECK(!stage.session().demo);
    stage(AskResetDemo {})(ConfirmDialog {});
    CHECK(stage.session().tenant == "Fjord");
}

TEST_CASE("as a single file the portal opens with the demo company", "[portal][demo]")
{
    auto environment = an_environment();
    environment.one_file = true;
    environment.kept = Kept::not_at_all;
    SECTION("at the overview")
    {
        Stage stage { environment };
        CHECK(stage.session().tenant == "Northwind AG");
        CHECK(stage.model().banner->text.contains("Nothing is kept here"));
    }
    SECTION("where an address leads")
    {
        environment.fragment = "/t/northwind/orders/PO-1041";
        Stage stage { environment };
        CHECK(stage.orders().detail->order == "PO-1041");
    }
}

TEST_CASE("a version that has arrived is told, and taken when it is pressed for", "[portal]")
{
    auto const start = GENERATE(true, false);
    FaultDisk disk;
    disk.plug_in();
    auto environment = an_environment();
    environment.files = TenantFiles::behind_handles;
    Stage stage { environment, FilesState::opened };
    if (start) stage(OpenDemo {});
    CHECK(!stage.model().banner);
    stage.portal.update_arrived();
    REQUIRE(stage.model().banner);
    CHECK(stage.model().banner->action == "Update now");
    stage(BannerAction {});
    CHECK(stage.count<Reload>() == 1);
    CHECK(stage.count<Download>() == 0);
    stage(DismissBanner {});
    CHECK(!stage.model().banner);
}
