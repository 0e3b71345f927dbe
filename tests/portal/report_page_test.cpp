// The report to print: one file, in every language, that says what the screens say and nothing that could run.
#include "portal/html.hpp"
#include "portal/overview_model.hpp"
#include "portal/stage.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace keyrack;
using namespace keyrack::portal;
using namespace keyrack::test;

namespace {

Download report_of(Stage& stage)
{
    stage(RunOnScreen { "download-report" });
    auto const found =
        std::ranges::find_if(stage.seen, [](auto const& each) { return std::holds_alternative<Download>(each); });
    REQUIRE(found != stage.seen.end());
    return std::get<Download>(*found);
}

std::string text_of(Download const& download)
{
    std::string text;
    for (auto const byte : download.bytes) text += static_cast<char>(byte);
    return text;
}

} // namespace

TEST_CASE("the report says what the screens say", "[portal][report]")
{
    auto const stage = demo_stage();
    auto const overview = stage->overview();
    (*stage)(Go { "/t/northwind/data" });
    auto const file = report_of(*stage);
    CHECK(file.name == "northwind-2026-11-22.html");
    CHECK(file.type == "text/html;charset=utf-8");
    auto const text = text_of(file);
    CHECK(text.starts_with("<!doctype html>"));
    for (auto const& figure : overview.figures) CHECK(text.contains(escaped(figure.value)));
    for (auto const& need : overview.needs) CHECK(text.contains(escaped(need.text)));
    for (auto const& site : overview.sites) CHECK(text.contains(escaped(site.says)));
    for (auto const* const order : { "PO-0988", "PO-1041", "PO-1067", "PO-1072", "PO-1075" })
        CHECK(text.contains(order));
    CHECK(text.contains("Service entitlement report, as of 22 November 2026"));
    for (auto const* const mark : { "In force", "Ending", "Planned", "Covered", "Not covered" })
        CHECK(text.contains(std::string { "<span>" } + mark + "</span>"));
}

TEST_CASE("the report is of the day that is looked at", "[portal][report]")
{
    auto const stage = demo_stage();
    (*stage)(Go { "/t/northwind/overview?as-of=2029-06-01" });
    auto const file = report_of(*stage);
    CHECK(file.name == "northwind-2029-06-01.html");
    CHECK(text_of(file).contains("as of 1 June 2029"));
}

TEST_CASE("the report needs nothing from elsewhere and runs nothing, whatever the names are", "[portal][report]")
{
    auto const stage = demo_stage();
    (*stage)(AskAddRoom {})(EditDialog { "name", "<script>alert(1)</script> & \"Dune\"" })(ConfirmDialog {});
    auto const text = text_of(report_of(*stage));
    CHECK(!text.contains("<script"));
    CHECK(!text.contains("http://"));
    CHECK(!text.contains("https://"));
    CHECK(!text.contains("src="));
    CHECK(text.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Dune&quot;"));
}

TEST_CASE("the report speaks the reader's language", "[portal][report]")
{
    struct Row
    {
        char const* tag;
        char const* says;
    };
    auto const row = GENERATE(values<Row>({
        { "de", "Bericht über Serviceansprüche, Stand 22. November 2026" },
        { "nb", "Rapport om tjenesterettigheter per 22. november 2026"   },
    }));
    auto const stage = demo_stage();
    (*stage)(SetLanguage { row.tag });
    auto const text = text_of(report_of(*stage));
    CHECK(text.contains(row.says));
    CHECK(text.contains(std::string { "<html lang=\"" } + row.tag + "\">"));
}
