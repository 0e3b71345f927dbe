// What countries are called: read by any of their names, told in the reader's language.

#include "codec/country_names.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack::codec;

TEST_CASE("a country is told in the reader's language and read by any of its names", "[codec][csv]")
{
    struct Row
    {
        char const* code;
        char const* english;
        char const* german;
        char const* norwegian;
    };
    auto const row = GENERATE(values<Row>({
        { "CH", "Switzerland",    "Schweiz",                "Sveits"        },
        { "NO", "Norway",         "Norwegen",               "Norge"         },
        { "JP", "Japan",          "Japan",                  "Japan"         }, // the same in all
        { "CA", "Canada",         "Kanada",                 "Canada"        },
        { "GB", "United Kingdom", "Vereinigtes Königreich", "Storbritannia" },
    }));
    CAPTURE(row.code);
    CHECK(country_name(row.code, "en") == row.english);
    CHECK(country_name(row.code, "de") == row.german);
    CHECK(country_name(row.code, "nb") == row.norwegian);
    for (auto const* name : { row.english, row.german, row.norwegian }) CHECK(country_code(name) == row.code);
}

TEST_CASE("what is no country stays as it is", "[codec][csv]")
{
    CHECK(country_name("ZZ", "de") == "ZZ");
    CHECK(country_name("", "de").empty());
    CHECK(country_code("Atlantis") == "Atlantis");
    CHECK(country_code("UK") == "GB"); // a short name comes behind the others
}
