// The form of a new ticket: what goes with it, what is missing, and what would become of it.

#include "portal/support_screen.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

namespace {

FormField field_of(Stage& stage, std::string_view key)
{
    auto const& fields = support(stage).form->fields;
    auto const found = std::ranges::find(fields, key, &FormField::key);
    REQUIRE(found != fields.end());
    return *found;
}

} // namespace

TEST_CASE("a new ticket from a room: its facts go with it", "[portal][R99]")
{
    auto const stage = demo_stage();
    (*stage)(OpenRoom { stage->room("Fjord") });
    auto const help = stage->rooms().detail->help;
    CHECK(help == "/t/northwind/support?new=rooms&room=osl-fjord");
    (*stage)(Go { help });
    REQUIRE(support(*stage).form);
    CHECK(field_of(*stage, "room").shown == "Fjord");
    CHECK_FALSE(support(*stage).form->ready);
    (*stage)(RunOnScreen { "open" });
    CHECK(field_of(*stage, "state").error == "Choose what Sync reports.");
    (*stage)(EditScreen { "state", "offline" });
    CHECK(support(*stage).form->severity.text == "Help is offered");
    CHECK(support(*stage).form->attached_title == "Goes with the ticket: Fjord and 2 devices");
    CHECK(support(*stage).form->link == "/t/northwind/support?new=rooms&room=osl-fjord&state=offline");
    (*stage)(RunOnScreen { "open" });
    CHECK(stage->address() == "/t/northwind/support/TK-1008");
    CHECK(support(*stage).detail->devices.size() == 2);
    (*stage)(UndoToast { stage->last_toast() });
    (*stage)(Go { "/t/northwind/support" });
    CHECK(keys(*stage).size() == 6);
}

TEST_CASE("a console's link opens the ticket filled in", "[portal][R99]")
{
    auto const stage = demo_stage();
    stage->go_to("/t/northwind/support?new=rooms&room=osl-fjord&state=offline");
    REQUIRE(support(*stage).form);
    CHECK(support(*stage).form->ready);
    (*stage)(RunOnScreen { "open" });
    CHECK(support(*stage).detail->title == "Fjord is offline");
}

TEST_CASE("the partner's form tells what is missing and what would become of it", "[portal][R122][R137][D21]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/support?new=large_user&partner_region=EU&data_centre=EU" });
    CHECK(support(*stage).form->missing
        == "Still missing: Service name, Service organisation ID (ZOID or ZGID), Subject, Description, "
           "Customer Primary Email Address");
    CHECK(support(*stage).form->routes.size() == 3);
    (*stage)(EditScreen { "service", "Zoho CRM" })(EditScreen { "organisation_id", "60018842" })(
        EditScreen { "subject", "Nobody gets in" })(EditScreen { "description", "Since eight." });
    CHECK(support(*stage).form->severity.text == "Ordinary severity");
    CHECK(support(*stage).form->missing == "Still missing: Customer Primary Email Address");
    CHECK_FALSE(support(*stage).form->ready);
    (*stage)(EditScreen { "primary_email", "it@nordlys-bygg.example" });
    CHECK(support(*stage).form->severity.text == "Severity 1");
    CHECK(support(*stage).form->missing.empty());
    CHECK(support(*stage).form->ready);
    (*stage)(EditScreen { "primary_email", "" })(EditScreen { "organisation_id", "" })(
        EditScreen { "channel", "email" });
    CHECK(support(*stage).form->ready); // a mail may lack some
    CHECK(support(*stage).form->drafts.size() == 3);
}

TEST_CASE("a service that is rated by something else keeps its severity", "[portal][R116][R117]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/support?new=large_user&partner_region=EU&data_centre=EU&service=Zoho%20Campaigns&"
                  "organisation_id=1&subject=a&description=b&primary_email=it@nordlys-bygg.example" });
    CHECK(support(*stage).form->severity.text == "Ordinary severity");
    CHECK(support(*stage).form->severity_text == "This service has no priority support.");
}

TEST_CASE("what will be measured follows tier and severity", "[portal][R150][R151][R172]")
{
    struct Row
    {
        char const* name;
        char const* fill;
        char const* response;
        char const* restoration;
    };
    auto const row = GENERATE(values<Row>({
        // name                 fill                                    response         restoration
        { "select",         "tier=select&severity=1",        "under 30 min",  "No target set" },
        { "priority",       "tier=priority&severity=1",      "under 15 min",  "under 6 h"     },
        { "priority plus",  "tier=priority_plus&severity=1", "under 10 min",  "under 4 h"     },
        { "third severity", "tier=priority&severity=3",      "No target set", "No target set" },
    }));
    CAPTURE(row.name);
    auto const stage = demo_stage();
    (*stage)(Go { std::string { "/t/northwind/support?new=customer_success&region=emea&country=CH&" } + row.fill });
    auto const& clocks = support(*stage).form->clocks;
    REQUIRE(clocks.size() == 2);
    CHECK(clocks[0].target == row.response);
    CHECK(clocks[1].target == row.restoration);
    CHECK(support(*stage).form->ready);
}

TEST_CASE("what will be measured of a new ticket is what is measured of it once it is open", "[portal][support][R150]")
{
    auto const stage = demo_stage();
    stage->go_to("/t/northwind/support?new=customer_success&org=NW-EMEA&product_line=app-layering&severity=1");
    REQUIRE(support(*stage).form);
    auto const planned = support(*stage).form->clocks;
    auto const hours = support(*stage).form->hours;
    REQUIRE(!planned.empty());
    CHECK(std::ranges::all_of(planned, &PlannedClock::set));
    (*stage)(RunOnScreen { "open" });
    REQUIRE(support(*stage).detail);
    REQUIRE(support(*stage).detail->clocks.size() == planned.size());
    for (std::size_t at = 0; at < planned.size(); ++at)
        CHECK(support(*stage).detail->clocks[at].target == planned[at].target);
    CHECK(support(*stage).detail->hours == hours);
}
