#include "codec/command_json.hpp"

#include "codec/error_codes.hpp"
#include "random_commands.hpp"

#include <catch_amalgamated.hpp>

#include <set>

namespace keyrack::codec {

using test::date;

TEST_CASE("a command is written with its kind and its members", "[codec]")
{
    struct Row
    {
        engine::Command command;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { engine::OpenTenant { "Northwind AG" },                                                 R"({"kind":"open_tenant","name":"Northwind AG"})"     },
        { engine::SetBaseWarranty { {}, 2 },                                                     R"({"kind":"set_base_warranty","years":2})"           },
        { engine::CancelOrder { "PO-7", date("2026-05-30") },
         R"({"kind":"cancel_order","order":"PO-7","on":"2026-05-30"})"                                                                                 },
        { engine::SetInSync { "fjord", engine::InSync::no, engine::InSync::yes },
         R"({"kind":"set_in_sync","room":"fjord","expects":"no","in_sync":"yes"})"                                                                     },
        { engine::Assign { { { { "PO-77", 3 }, "boardroom" } }, date("2026-06-01"), never },
         R"({"kind":"assign","pairs":[{"licence":"PO-77/3","room":"boardroom"}],"from":"2026-06-01"})"                                                 },
        { engine::EndAssignment { { "A/B", 1 }, date("2026-06-01"), never, date("2026-07-01") },
         R"({"kind":"end_assignment","licence":"A/B/1","from":"2026-06-01","to":"2026-07-01"})"                                                        },
        { engine::Import { "a\"b\\c.json", 7 },                                                  R"({"kind":"import","file":"a\"b\\c.json","rows":7})" },
    }));
    CHECK(to_json(row.command) == row.want);
    CHECK(command_from_json(row.want) == row.command);
}

TEST_CASE("what is written is read back, for commands of every kind", "[codec][property]")
{
    auto const seed = GENERATE(from_range(test::seeds(200)));
    CAPTURE(seed);
    test::RandomCommands random { seed };
    for (std::size_t kind = 0; kind < std::variant_size_v<engine::CommandKinds>; ++kind) {
        auto const command = random.of_kind(kind);
        auto const json = to_json(command);
        CAPTURE(json);
        REQUIRE(command.index() == kind);
        REQUIRE(command_from_json(json) == command);
        REQUIRE(to_json(command_from_json(json).value()) == json);
    }
}

TEST_CASE("every kind has a name of its own", "[codec]")
{
    auto const kinds = all_kinds();
    CHECK(kinds.size() == std::variant_size_v<engine::CommandKinds>);
    CHECK(std::set<std::string_view> { kinds.begin(), kinds.end() }.size() == kinds.size());
    CHECK(kind_of(engine::Assign {}) == "assign");
}

TEST_CASE("a command cut short anywhere is refused", "[codec]")
{
    auto const json = to_json(test::RandomCommands { 7 }.of_kind(13));
    for (std::size_t bytes = 0; bytes < json.size(); ++bytes) {
        auto const read = command_from_json(std::string_view { json }.substr(0, bytes));
        CAPTURE(bytes);
        REQUIRE_FALSE(read.has_value());
        auto const& what = read.error().what;
        // A cut through a character of several bytes leaves no UTF-8.
        REQUIRE((what == "json_truncated" || what == "not_utf8"));
    }
}

TEST_CASE("a command that is not quite one is refused with its path", "[codec]")
{
    struct Row
    {
        char const* name;
        char const* json;
        char const* what;
        char const* where;
    };
    auto const row = GENERATE(values<Row>({
        // clang-format off
        { "no JSON",            R"(assign)",                                                                          "json_syntax",     "1:1" },
        { "more than one",      R"({"kind":"remove_room","room":"a"} {})",                                            "json_syntax",     "1:35" },
        { "a zero byte",        "{\"kind\":\"remove_room\"\n,\"\\u0000",                                              "json_truncated",  "2:9" },
        { "no object",          R"([1])",                                                                             "wrong_type",      "" },
        { "no kind",            R"({"room":"a"})",                                                                    "missing_field",   "kind" },
        { "kind is no text",    R"({"kind":7,"room":"a"})",                                                           "wrong_type",      "kind" },
        { "unknown kind",       R"({"kind":"explode","room":"a"})",                                                   "unknown_kind",    "kind" },
        { "unknown member",     R"({"kind":"remove_room","room":"a","colour":"red"})",                                "unknown_field",   "colour" },
        { "missing member",     R"({"kind":"remove_room"})",                                                          "missing_field",   "room" },
        { "member twice",       R"({"kind":"remove_room","room":"a","room":"b"})",                                    "duplicate_field", "room" },
        { "kind twice",         R"({"kind":"remove_room","room":"a","kind":"remove_room"})",                          "duplicate_field", "kind" },
        { "number for text",    R"({"kind":"remove_room","room":7})",                                                 "wrong_type",      "room" },
        { "null for text",      R"({"kind":"remove_room","room":null})",                                              "wrong_type",      "room" },
        { "empty key",          R"({"kind":"remove_room","room":""})",                                                "bad_text",        "room" },
        { "no such day",        R"({"kind":"cancel_order","order":"P","on":"2026-02-29"})",                           "bad_date",        "on" },
        { "fraction",           R"({"kind":"set_base_warranty","years":1.5})",                                        "bad_number",      "years" },
        { "exponent",           R"({"kind":"set_base_warranty","years":2e0})",                                        "bad_number",      "years" },
        { "beyond 32 bits",     R"({"kind":"set_base_warranty","years":2147483648})",                                 "bad_number",      "years" },
        { "beyond 64 bits",     R"({"kind":"set_base_warranty","years":18446744073709551616})",                       "bad_number",      "years" },
        { "truth for a word",   R"({"kind":"set_in_sync","room":"a","expects":true,"in_sync":"yes"})",                "wrong_type",      "expects" },
        { "unknown word",       R"({"kind":"set_in_sync","room":"a","expects":"no","in_sync":"maybe"})",              "bad_word",        "in_sync" },
        { "no list",            R"({"kind":"assign","pairs":{},"from":"2026-01-01"})",                                "wrong_type",      "pairs" },
        { "within a list",      R"({"kind":"assign","pairs":[{"licence":"P/1","room":"a"},{"licence":"P/1"}],"from":"2026-01-01"})", "missing_field", "pairs[1].room" },
        { "unknown in a list",  R"({"kind":"assign","pairs":[{"licence":"P/1","room":"a","x":1}],"from":"2026-01-01"})", "unknown_field", "pairs[0].x" },
        { "twice in a list",    R"({"kind":"assign","pairs":[{"licence":"P/1","room":"a"},{"room":"a","room":"b"}]})", "duplicate_field", "pairs[1].room" },
        { "no licence",         R"({"kind":"assign","pairs":[{"licence":"P","room":"a"}],"from":"2026-01-01"})",      "bad_licence",     "pairs[0].licence" },
        { "too deep",           R"({"kind":[[[[[[[[1]]]]]]]]})",                                                      "json_depth",      "kind[0][0][0][0][0][0]" },
        // clang-format on
    }));
    CAPTURE(row.name);
    auto const read = command_from_json(row.json);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().what == row.what);
    CHECK(read.error().where == row.where);
    CHECK(is_error_code(read.error().what));
}

TEST_CASE("a licence has one way to be written", "[codec]")
{
    struct Row
    {
        char const* text;
        char const* order;
        int number;
    };
    auto const good = GENERATE(values<Row>({
        { "PO-77/3",       "PO-77",      3          },
        { "2026/04/PO/12", "2026/04/PO", 12         },
        { "P/2147483647",  "P",          2147483647 },
    }));
    CHECK(parse_licence_key(good.text) == engine::LicenceKey { good.order, good.number });
    CHECK(format({ good.order, good.number }) == good.text);

    auto const bad = GENERATE("", "/", "PO-77", "PO-77/", "/3", "PO-77/0", "PO-77/03", "PO-77/-1", "PO-77/+1",
        "PO-77/1 ", "PO-77/ 1", "PO-77/1x", "PO-77/2147483648", "PO-77/99999999999999999999", "PO\t77/1");
    CAPTURE(bad);
    CHECK(parse_licence_key(bad).error().what == "bad_licence");
}

} // namespace keyrack::codec
