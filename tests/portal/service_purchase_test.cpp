// Coverage of Customer Success Services, bought where somebody looks for it: in the dialog that cures a breach, too.

#include "portal/compliance_model.hpp"
#include "portal/palette_model.hpp"
#include "portal/stage.hpp"
#include "portal/what_if_model.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

namespace keyrack::portal {

namespace {

using test::demo_stage;

DialogModel const& dialog(test::Stage& stage)
{
    REQUIRE(stage.model().dialog);
    return *stage.model().dialog;
}

DialogField field(test::Stage& stage, std::string_view key)
{
    auto const& fields = dialog(stage).fields;
    auto const found = std::ranges::find(fields, key, &DialogField::key);
    REQUIRE(found != fields.end());
    return *found;
}

// The name of the product line that is chosen.
std::string chosen_line(test::Stage& stage)
{
    auto const line = field(stage, "line");
    auto const found = std::ranges::find(line.choices, line.value, [](auto const& each) { return each.first; });
    REQUIRE(found != line.choices.end());
    return found->second;
}

void choose_line(test::Stage& stage, std::string_view name)
{
    auto const choices = field(stage, "line").choices;
    auto const found = std::ranges::find(choices, name, [](auto const& each) { return each.second; });
    REQUIRE(found != choices.end());
    stage(EditDialog { "line", found->first });
}

// By the row of the product line that has licences without service.
void open_from_product_line(test::Stage& stage)
{
    stage(Go { "/t/northwind/compliance/NW-EMEA" });
    auto const lines = stage.apart<ComplianceModel>().detail->lines;
    auto const line = std::ranges::find(lines, "Virtual Apps and Desktops", &ActionLine::text);
    REQUIRE(line != lines.end());
    CHECK(line->action == "Buy service");
    stage(RunOnScreen { line->run });
}

} // namespace

TEST_CASE(
    "a product line's coverage is bought from its row, as many as are missing", "[portal][compliance][R180][R189]")
{
    auto const stage = demo_stage();
    open_from_product_line(*stage);
    CHECK(dialog(*stage).key == "buy_service");
    CHECK(chosen_line(*stage) == "Virtual Apps and Desktops (NW-EMEA)");
    CHECK(field(*stage, "quantity").value == "15");
    CHECK(dialog(*stage).title == "Buy service for 15 licences");
    CHECK(dialog(*stage).text.starts_with("Priority, 1 year from "));
    CHECK(dialog(*stage).text.ends_with("It costs USD 630."));

    (*stage)(EditDialog { "quantity", "20" });
    CHECK(dialog(*stage).title == "Buy service for 20 licences");
    CHECK(dialog(*stage).text.ends_with("It costs USD 840."));
    (*stage)(EditDialog { "years", "3" });
    CHECK(dialog(*stage).text.starts_with("Priority, 3 years from "));
    CHECK(dialog(*stage).text.contains("What it costs is not known"));

    (*stage)(EditDialog { "years", "1" })(EditDialog { "quantity", "0" })(EditDialog { "order", "C-4500" })(
        ConfirmDialog {});
    CHECK(!field(*stage, "quantity").error.empty());
    (*stage)(EditDialog { "quantity", "15" })(EditDialog { "order", "C-4410" })(ConfirmDialog {});
    CHECK(!field(*stage, "order").error.empty()); // the number is taken
    (*stage)(EditDialog { "order", "C-4500" })(ConfirmDialog {});
    CHECK(!stage->model().dialog);
    auto const& model = stage->apart<ComplianceModel>();
    CHECK(model.breaches.empty());
    CHECK(std::ranges::find(model.contracts, "C-4500", &ActionLine::key) != model.contracts.end());
}

TEST_CASE("another product line brings what it lacks, and the customer's tier stays", "[portal][compliance][R187]")
{
    auto const stage = demo_stage();
    open_from_product_line(*stage);
    (*stage)(EditDialog { "years", "2" });
    choose_line(*stage, "Virtual Apps and Desktops (NW-AMER)");
    CHECK(field(*stage, "quantity").value == "1"); // nothing is missing there
    CHECK(field(*stage, "years").value == "2");
    auto const& fields = dialog(*stage).fields;
    CHECK(std::ranges::find(fields, "tier", &DialogField::key) == fields.end());
    (*stage)(EditDialog { "order", "C-4501" })(ConfirmDialog {});
    REQUIRE(!stage->model().dialog);
    (*stage)(Go { "/t/northwind/compliance?contract=C-4501" });
    CHECK(stage->apart<ComplianceModel>().detail->second == "Priority");
}

TEST_CASE("whoever has no contract yet chooses the tier", "[portal][compliance][R187][R189]")
{
    test::Stage stage;
    stage.import("one.json",
        R"({"orders":[],"rooms":[],"assignments":[],"devices":[],"commands":[)"
        R"({"kind":"add_org_id","org":"ONE","name":"One","account":"","region":"emea"},)"
        R"({"kind":"add_product_line","product_line":"apps","name":"Apps","line_kind":"perpetual"},)"
        R"({"kind":"add_software_licences","licences":"L-1","product_line":"apps","org":"ONE","edition":"",)"
        R"("pricing":"standard","count":7,"acquired_on":"2026-01-01"}]})");
    stage(Go { "/t/one/orders" });
    REQUIRE(stage.orders().can_buy_service);
    stage(RunOnScreen { "buy:" });
    CHECK(field(stage, "quantity").value == "7");
    CHECK(field(stage, "tier").value == "select");
    stage(EditDialog { "tier", "priority_plus" });
    CHECK(dialog(stage).text.starts_with("Priority Plus, 1 year from "));
}

TEST_CASE("a tier that was chosen stays with another product line that offers it", "[portal][compliance][R187]")
{
    test::Stage stage;
    auto const licences = [](std::string key, std::string org) {
        return R"({"kind":"add_software_licences","licences":"L-)" + key + R"(","product_line":")" + key
            + R"(","org":")" + org + R"(","edition":"","pricing":"standard","count":7,"acquired_on":"2026-01-01"})";
    };
    stage.import("one.json",
        R"({"orders":[],"rooms":[],"assignments":[],"devices":[],"commands":[)"
        R"({"kind":"add_account","key":"other","name":"Other","country":"NO","parent":""},)"
        R"({"kind":"add_org_id","org":"ONE","name":"One","account":"","region":"emea"},)"
        R"({"kind":"add_org_id","org":"TWO","name":"Two","account":"other","region":"emea"},)"
        R"({"kind":"add_product_line","product_line":"apps","name":"Apps","line_kind":"perpetual"},)"
        R"({"kind":"add_product_line","product_line":"gate","name":"Gate","line_kind":"perpetual"},)"
        R"({"kind":"add_product_line","product_line":"desk","name":"Desk","line_kind":"perpetual"},)"
            + licences("apps", "ONE") + ',' + licences("gate", "ONE") + ',' + licences("desk", "TWO")
            + R"(,{"kind":"buy_coverage","contract":"C-1","tier":"priority","start":"2026-01-01","years":1,)"
              R"("lines":[{"product_line":"desk","org":"TWO","quantity":5}]}]})");
    stage(Go { "/t/one/orders" })(RunOnScreen { "buy:" });
    REQUIRE(chosen_line(stage) == "Apps (ONE)");
    stage(EditDialog { "tier", "priority_plus" });
    choose_line(stage, "Gate (ONE)");
    CHECK(field(stage, "tier").value == "priority_plus");
    CHECK(dialog(stage).text.starts_with("Priority Plus, 1 year from "));
    choose_line(stage, "Desk (TWO)"); // whose customer has a tier already
    CHECK(std::ranges::find(dialog(stage).fields, "tier", &DialogField::key) == dialog(stage).fields.end());
    CHECK(dialog(stage).text.starts_with("Priority, 1 year from "));
    choose_line(stage, "Apps (ONE)");
    CHECK(field(stage, "tier").value == "select"); // that one's was not chosen
}

TEST_CASE(
    "what a cure says that it buys is what its dialog buys, beside an evasion too", "[portal][compliance][R179][R182]")
{
    test::Stage stage;
    stage.import("one.json",
        R"({"orders":[],"rooms":[],"assignments":[],"devices":[],"commands":[)"
        R"({"kind":"add_org_id","org":"ONE","name":"One","account":"","region":"emea"},)"
        R"({"kind":"add_org_id","org":"TWO","name":"Two","account":"","region":"emea"},)"
        R"({"kind":"add_product_line","product_line":"apps","name":"Apps","line_kind":"perpetual"},)"
        R"({"kind":"add_software_licences","licences":"L-1","product_line":"apps","org":"ONE","edition":"",)"
        R"("pricing":"standard","count":13,"acquired_on":"2026-01-01"},)"
        R"({"kind":"buy_coverage","contract":"C-1","tier":"select","start":"2026-01-01","years":1,)"
        R"("lines":[{"product_line":"apps","org":"ONE","quantity":5}]},)"
        R"({"kind":"transfer_licences","licences":"L-1","to_org":"TWO","becomes":"L-2","count":3,"on":"2026-05-01"}]})");
    stage(Go { "/t/one/compliance" });
    auto const breaches = stage.apart<ComplianceModel>().breaches;
    REQUIRE(breaches.size() == 2); // partly covered: 5 of 10; whole but for 3 that were moved away
    for (auto const& breach : breaches) {
        CAPTURE(breach.title);
        auto const buy = std::ranges::find(breach.remedies, "Buy service for 8 licences", &ActionLine::text);
        REQUIRE(buy != breach.remedies.end());
        stage(RunOnScreen { buy->run });
        CHECK(dialog(stage).title == buy->text);
        stage(DismissDialog {});
    }
}

TEST_CASE("service is bought from the orders and from the palette, for the line that lacks most", "[portal][palette]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/orders" });
    REQUIRE(stage->orders().can_buy_service);
    (*stage)(RunOnScreen { "buy:" });
    CHECK(chosen_line(*stage) == "Virtual Apps and Desktops (NW-EMEA)");
    CHECK(field(*stage, "quantity").value == "15");
    (*stage)(DismissDialog {})(Go { "/t/northwind/rooms" })(OpenPalette {})(SearchPalette { "buy service" });
    REQUIRE(stage->model().palette);
    auto const& lines = stage->model().palette->lines;
    auto const offer = std::ranges::find(lines, "Buy service for software licences", &PaletteLine::text);
    REQUIRE(offer != lines.end());
    (*stage)(RunPalette { offer->key });
    CHECK(dialog(*stage).title == "Buy service for 15 licences");
}

TEST_CASE("where there is no software, no service for it is offered", "[portal][palette]")
{
    test::Stage stage;
    stage(StartEmpty {})(EditDialog { "name", "Acme" })(ConfirmDialog {});
    stage(Go { "/t/acme/orders" });
    CHECK(!stage.orders().can_buy_service);
    stage(RunOnScreen { "buy:" })(RunOnScreen { "buy:0" });
    CHECK(!stage.model().dialog);
    stage(OpenPalette {})(SearchPalette { "buy service" });
    REQUIRE(stage.model().palette);
    auto const& lines = stage.model().palette->lines;
    CHECK(std::ranges::find(lines, "do-buy_service", &PaletteLine::key) == lines.end());
}

TEST_CASE("what a dialog would buy is tried before it is bought, at the same sum", "[portal][what-if][B2][R189]")
{
    auto const stage = demo_stage();
    open_from_product_line(*stage);
    REQUIRE(dialog(*stage).can_try);
    (*stage)(RunOnScreen { "try-dialog" });
    CHECK(!field(*stage, "order").error.empty()); // first it has to be filled in
    CHECK(!stage->session().what_if);
    (*stage)(EditDialog { "order", "C-4410" })(RunOnScreen { "try-dialog" });
    CHECK(!field(*stage, "order").error.empty()); // the number is taken, and nothing is left of the trial
    CHECK(!dialog(*stage).can_try);
    CHECK(!stage->session().what_if);

    (*stage)(EditDialog { "order", "C-4500" })(RunOnScreen { "try-dialog" });
    CHECK(!stage->model().dialog);
    REQUIRE(stage->session().what_if);
    auto const model = stage->apart<WhatIfModel>();
    REQUIRE(model.steps.size() == 1);
    CHECK(model.steps.front().text == "Buy contract C-4500, from 22 Nov 2026");
    CHECK(stage->toasts().empty()); // the page lists what is tried
    auto const cost = std::ranges::find(model.figures, "Cost", &WhatIfFigure::label);
    REQUIRE(cost != model.figures.end());
    CHECK(cost->after == "USD 630");
    (*stage)(DropWhatIf {});
    CHECK(stage->address() == "/t/northwind/compliance/NW-EMEA");
    CHECK(stage->apart<ComplianceModel>().breaches.size() == 1);
}

} // namespace keyrack::portal
