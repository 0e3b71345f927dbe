#include "codec/catalogue_json.hpp"

#include "codec/words.hpp"
#include "engine/proof.hpp"
#include "support/programmes.hpp"

#include <catch_amalgamated.hpp>

#include <array>
#include <string>

namespace keyrack::codec {

using namespace std::string_literals;

namespace {

std::string const small_programme =
    R"({"key":"p","name":"P","term":{)"
    R"("start_within_days":{"value":60,"origin":{"kind":"document","reference":"R39"}},)"
    R"("sku_years":{"value":[1],"origin":{"kind":"document","reference":"R38"}}},)"
    R"("eligible_rooms":{"value":"any","origin":{"kind":"document","reference":"R79"}},)"
    R"("features":[{"feature":"insights","origin":{"kind":"document","reference":"R107"}}]})";
std::string const no_sources = R"({"sources":[]})";

std::string replaced(std::string text, std::string_view old, std::string_view with)
{
    auto const at = text.find(old);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old.size(), with);
}

Result<catalogue::Catalogue> read_one(std::string_view programme, std::string_view sources = no_sources)
{
    return catalogue_from_json(std::array { programme }, sources);
}

} // namespace

TEST_CASE("the shipped programmes say what the documents and decisions say",
    "[codec][R37][R38][R39][R42][R79][R88][R90][R101][R102][D3][D4][D5]")
{
    auto const& shipped = shipped_catalogue();
    REQUIRE(shipped.programmes().size() == 3);
    CHECK(shipped[shipped.find("select")] == test::select_programme());
    CHECK(shipped[shipped.find("sync_plus")] == test::sync_plus_programme());
}

TEST_CASE("Extended Warranty goes on devices, and no document says for how long", "[codec][R13][R14][R67][R88][D25]")
{
    auto const& programme = shipped_catalogue()[shipped_catalogue().find("extended_warranty")];
    CHECK(programme.term.is_for_devices());
    CHECK(programme.term.sku_years.value.empty());
    CHECK(programme.term.sells(7));
    CHECK(programme.years_offered() == std::vector { 1, 2, 3, 4, 5 }); // up to the cap
    CHECK(programme.features.empty());
    CHECK_FALSE(programme.cancel_within_days.has_value());
    CHECK(shipped_catalogue().for_rooms().size() == 2);
}

TEST_CASE("terms that were changed follow one another", "[codec]")
{
    struct Row
    {
        char const* first;
        char const* second;
        bool good;
    };
    auto const row = GENERATE(values<Row>({
        { "2025-01-01", "2026-01-01", true  },
        { "2026-01-01", "2026-01-01", false },
        { "2026-01-01", "2025-01-01", false },
    }));
    auto const terms = [](std::string const& until) {
        return R"({"until":")" + until
            + R"(","term":{"start_within_days":{"value":30,"origin":{"kind":"document","reference":"R39"}},)"
              R"("sku_years":{"value":[1],"origin":{"kind":"document","reference":"R38"}}}})";
    };
    auto const programme = replaced(small_programme, R"("features")",
        R"("earlier":[)" + terms(row.first) + "," + terms(row.second) + R"(],"features")");
    auto const read = read_one(programme);
    CHECK(read.has_value() == row.good);
    if (!read) return;
    auto const& terms_of = read->programmes().front();
    CHECK(terms_of.term_on(*parse_date("2025-12-31")).start_within_days.value == 30);
    CHECK(terms_of.term_on(*parse_date("2026-01-01")).start_within_days.value == 60);
}

TEST_CASE("every rule that a proof cites has its place in a document", "[codec]")
{
    auto const& shipped = shipped_catalogue();
    for (int rule = 0; rule <= static_cast<int>(engine::last_rule); ++rule) {
        for (auto const cited : engine::citations(static_cast<engine::Rule>(rule))) {
            CAPTURE(cited);
            bool const in_a_document = cited.starts_with('R');
            CHECK((shipped.source(cited) != nullptr) == in_a_document);
        }
    }
    CHECK(shipped.source("R40")->document == "sync_plus");
    CHECK(shipped.source("R40")->place == "How it Works");
    CHECK(shipped.source("R91")->document == "faq");
    CHECK(shipped.source("R112") == nullptr);
}

TEST_CASE("every source has a title in each language: its own, or a translation", "[codec]")
{
    auto const& shipped = shipped_catalogue();
    auto found = 0;
    for (int number = 1; number < 200; ++number) {
        auto const* const source = shipped.source("R" + std::to_string(number));
        if (!source) continue;
        CAPTURE(source->rule);
        ++found;
        auto const& document = source->document;
        CHECK((source->place_en || document == "faq" || document == "sync_plus"));
        CHECK((source->place_de || document == "lua"));
        CHECK((source->place_nb || document == "css"));
        for (auto const* const title : { &source->place_en, &source->place_de, &source->place_nb })
            CHECK((!*title || !(*title)->empty()));
    }
    CHECK(found > 180);
    CHECK(shipped.source("R24")->place_en == "Programme terms");
    CHECK(shipped.source("R130")->place_nb == "Løsningstid");
    CHECK(shipped.source("R52")->place_en == shipped.source("R51")->place); // stands in the German version alone
}

TEST_CASE("features are called in files as in the catalogue", "[codec]")
{
    for (auto const& [feature, name] : Words<catalogue::Feature>::list) {
        CHECK(name == catalogue::code(feature));
        CHECK(from_word<catalogue::Feature>(name) == feature);
    }
}

TEST_CASE("a programme that no rule could work with is refused", "[codec]")
{
    REQUIRE(read_one(small_programme).has_value());
    struct Row
    {
        char const* name;
        char const* old;
        char const* with;
        char const* what;
        char const* where;
    };
    auto const row = GENERATE(values<Row>({
        // clang-format off
        { "no key",              R"("key":"p",)",                R"()",                                  "missing_field",   "key" },
        { "unknown member",      R"("name":"P")",                R"("name":"P","colour":"red")",         "unknown_field",   "colour" },
        { "no origin",           R"(,"origin":{"kind":"document","reference":"R38"})", "",               "missing_field",   "term.sku_years.origin" },
        { "feature of nowhere",  R"(,"origin":{"kind":"document","reference":"R107"})", "",              "missing_field",   "features[0].origin" },
        { "unknown origin",      R"("document","reference":"R38")", R"("rumour","reference":"R38")",     "bad_word",        "term.sku_years.origin.kind" },
        { "unknown feature",     R"("feature":"insights")",      R"("feature":"oversights")",            "bad_word",        "features[0].feature" },
        { "negative days",       R"("value":60)",                R"("value":-1)",                        "bad_number",      "p.term.start_within_days" },
        { "nothing to buy",      R"("value":[1])",               R"("value":[])",                        "bad_number",      "p.term.sku_years" },
        { "no year",             R"("value":[1])",               R"("value":[1,0])",                     "bad_number",      "p.term.sku_years" },
        { "spares for nothing",  R"("features")",                R"("licences_per_spare":{"value":0,"origin":{"kind":"document","reference":"R90"}},"features")", "bad_number", "p.licences_per_spare" },
        { "a cap of nothing",    R"("features")",                R"("warranty_cap_years":{"value":0,"origin":{"kind":"document","reference":"R88"}},"features")", "bad_number", "p.warranty_cap_years" },
        { "cancelled before",    R"("features")",                R"("cancel_within_days":{"value":-1,"origin":{"kind":"document","reference":"R42"}},"features")", "bad_number", "p.cancel_within_days" },
        // clang-format on
    }));
    CAPTURE(row.name);
    auto const read = read_one(replaced(small_programme, row.old, row.with));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().what == row.what);
    CHECK(read.error().where == row.where);
}

TEST_CASE("one programme a key and one place a rule", "[codec]")
{
    auto const twice =
        catalogue_from_json(std::array<std::string_view, 2> { small_programme, small_programme }, no_sources);
    CHECK(twice.error() == Error { "duplicate_key", "p", "" });
    auto const source = R"({"rule":"R1","document":"faq","place":"Here"})"s;
    CHECK(read_one(small_programme, R"({"sources":[)" + source + "]}").has_value());
    CHECK(read_one(small_programme, R"({"sources":[)" + source + "," + source + "]}").error()
        == Error { "duplicate_key", "R1", "" });
}

} // namespace keyrack::codec
