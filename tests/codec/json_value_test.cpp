#include "codec/json_value.hpp"

#include "codec/error_codes.hpp"
#include "codec/json_writer.hpp"

#include <catch_amalgamated.hpp>

#include <limits>
#include <string>

namespace keyrack::codec {

using namespace std::string_literals;

TEST_CASE("JSON is read as it is written", "[codec]")
{
    auto const value = parse_json(R"( {"a": [1, -2, true, null, 0.5], "ü\n": "\u00e5\ud83d\udddd", "z": {}} )");
    REQUIRE(value.has_value());
    auto const* object = value->as<JsonObject>();
    REQUIRE(object != nullptr);
    REQUIRE(object->size() == 3);
    auto const& list = *member(*object, "a")->as<JsonArray>();
    CHECK(*list[0].as<std::int64_t>() == 1);
    CHECK(*list[1].as<std::int64_t>() == -2);
    CHECK(*list[2].as<bool>());
    CHECK(list[3].is_null());
    CHECK(list[4].as<JsonFraction>() != nullptr);
    CHECK(*member(*object, "ü\n")->as<std::string>() == "å🗝");
    CHECK(member(*object, "b") == nullptr);
}

TEST_CASE("numbers are kept where 64 bits hold them", "[codec]")
{
    auto const number = [](std::string const& text) {
        auto const value = parse_json(text);
        auto const* kept = value.value().as<std::int64_t>();
        return kept ? std::optional { *kept } : std::nullopt;
    };
    CHECK(number("9223372036854775807") == std::numeric_limits<std::int64_t>::max());
    CHECK(number("-9223372036854775808") == std::numeric_limits<std::int64_t>::min());
    CHECK(number("9223372036854775808") == std::nullopt);
    CHECK(number("-9223372036854775809") == std::nullopt);
    CHECK(number("1e3") == std::nullopt);
    CHECK(number("1.0") == std::nullopt);
}

TEST_CASE("a text that is no JSON is refused at its place", "[codec]")
{
    struct Row
    {
        char const* name;
        std::string text;
        char const* what;
        char const* where;
    };
    auto const row = GENERATE(values<Row>({
        { "nothing",                    "",                     "json_truncated", "1:1" },
        { "blank",                      "  \n ",                "json_truncated", "2:2" },
        { "words",                      "hello",                "json_syntax",    "1:1" },
        { "single quotes",              "{'a':1}",              "json_syntax",    "1:2" },
        { "comma at the end",           "[1,\n2,]",             "json_syntax",    "2:3" },
        { "no comma",                   "{\"a\":1\n \"b\":2}",  "json_syntax",    "2:4" },
        { "a line break in a text",     "{\"a\":\"\n\"}",       "json_syntax",    "1:7" },
        { "a zero byte",                "{}\0{}"s,              "json_syntax",    "1:3" },
        { "a lone surrogate",           R"("\ud800")",          "json_syntax",    "1:8" },
        { "bytes that are no UTF-8",    "{\"a\":\"\xC3\x28\"}", "not_utf8",       "1:8" },
        { "Latin-1",                    "\"Z\xFCrich\"",        "not_utf8",       "1:3" },
        { "number with a leading zero", "[01]",                 "json_syntax",    "1:3" },
        { "not a number",               "[NaN]",                "json_syntax",    "1:2" },
        { "a comment",                  "[1] // one",           "json_syntax",    "1:5" },
    }));
    CAPTURE(row.name);
    auto const read = parse_json(row.text);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().what == row.what);
    CHECK(read.error().where == row.where);
    CHECK(is_error_code(read.error().what));
}

TEST_CASE("nesting ends at eight, whatever comes after", "[codec]")
{
    CHECK(parse_json("[[[[[[[[]]]]]]]]").has_value());
    auto const brackets = GENERATE("["s, "{\"a\":"s);
    std::string deep;
    for (int count = 0; count < 100'000; ++count) {
        deep += brackets;
    }
    CHECK(parse_json(deep).error().what == "json_depth");
}

TEST_CASE("a key that stands twice in one object is named with its path", "[codec]")
{
    CHECK(parse_json(R"({"a":1,"b":{"a":1}})").has_value());
    CHECK(parse_json(R"({"a":1,"a":2})").error() == Error { "duplicate_field", "a", "" });
    CHECK(parse_json(R"({"a":[{},{"b":{"c":1,"c":1}}]})").error() == Error { "duplicate_field", "a[1].b.c", "" });
    CHECK(parse_json(R"({"a":1,"\u0061":2})").error().what == "duplicate_field");
}

TEST_CASE("the place of a text within its file is counted on", "[codec]")
{
    CHECK(parse_json("{x}", { 17, 5 }).error().where == "17:6");
    CHECK(parse_json("{\nx}", { 17, 5 }).error().where == "18:1");
}

TEST_CASE("the writer escapes what JSON demands and leaves the rest", "[codec]")
{
    std::string every;
    for (int byte = 1; byte < 128; ++byte) {
        every += static_cast<char>(byte);
    }
    every += '\0';
    every += "Zürich 会議室 🗝";
    JsonWriter json;
    json.begin_object()
        .key("t")
        .text(every)
        .key("l")
        .begin_list()
        .number(-5)
        .truth(false)
        .null()
        .end_list()
        .end_object();
    auto const text = json.take();
    auto const value = parse_json(text);
    REQUIRE(value.has_value());
    CHECK(*member(*value->as<JsonObject>(), "t")->as<std::string>() == every);
    CHECK(text.ends_with(R"(,"l":[-5,false,null]})"));
}

} // namespace keyrack::codec
