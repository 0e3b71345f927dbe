#include "codec/tenant_reader.hpp"

#include "codec/command_json.hpp"
#include "codec/error_codes.hpp"
#include "codec/tenant_scanner.hpp"
#include "tenant_text.hpp"

#include <catch_amalgamated.hpp>

#include <optional>
#include <string>
#include <vector>

namespace keyrack::codec {

using namespace std::string_literals;
using test::changed;
using test::small_tenant;

namespace {

struct Reading
{
    std::vector<ReadRow> rows;
    std::optional<Error> error;
};

// Feeds the text in pieces of `piece` bytes.
Reading read_in_pieces(std::string_view text, std::size_t piece)
{
    TenantReader reader;
    Reading reading;
    while (!text.empty() && !reading.error) {
        if (auto const fed = reader.feed(text.substr(0, piece)); !fed) {
            reading.error = fed.error();
        }
        text.remove_prefix(std::min(piece, text.size()));
    }
    if (auto const finished = reader.finish(); !finished) {
        CHECK((!reading.error || *reading.error == finished.error()));
        reading.error = finished.error();
    }
    reading.rows = reader.take(1'000'000);
    return reading;
}

Reading read_text(std::string_view text)
{
    return read_in_pieces(text, text.size());
}

std::string told(Reading const& reading)
{
    std::string text;
    for (auto const& row : reading.rows) {
        text += std::to_string(row.place.line) + " " + row.place.path() + " ";
        text += row.command ? to_json(*row.command)
                            : row.command.error().error.what + " " + row.command.error().error.where;
        text += "\n";
    }
    return text + (reading.error ? reading.error->what + " " + reading.error->where : "");
}

std::string repeated(std::string_view piece, std::size_t count)
{
    std::string text;
    for (; count > 0; --count) {
        text += piece;
    }
    return text;
}

} // namespace

TEST_CASE("rows become the commands that they mean", "[codec]")
{
    CHECK(told(read_text(small_tenant))
        == R"(2 orders[0] {"kind":"place_order","order":"PO-1","account":"","programme":"select","years":3,"quantity":2,"purchased_on":"2026-01-10"}
3 orders[1] {"kind":"place_order","order":"PO-2","account":"","programme":"sync_plus","years":1,"quantity":1,"purchased_on":"2026-02-01"}
6 rooms[0] {"kind":"add_room","room":"fjord","name":"Fjord","site":"Oslo","country":"NO","account":"","in_sync":"yes","importance":"ordinary"}
7 rooms[1] {"kind":"add_room","room":"limmat","name":"Limmat 🏞","site":"Zürich","country":"CH","account":"","in_sync":"no","importance":"ordinary"}
10 assignments[0] {"kind":"assign","pairs":[{"licence":"PO-1/1","room":"fjord"}],"from":"2026-01-20","to":"2026-03-01"}
11 assignments[1] {"kind":"assign","pairs":[{"licence":"PO-1/1","room":"limmat"}],"from":"2026-03-01"}
14 devices[0] {"kind":"add_device","serial":"RB-1","model":"Rally Bar","purchased_on":"2024-05-01","room":"fjord"}
15 devices[1] {"kind":"add_device","serial":"RB-2","model":"Rally Bar","purchased_on":"2025-05-01","room":""}
)");
}

TEST_CASE("how the bytes are cut changes nothing", "[codec][property]")
{
    auto const text = GENERATE(std::string { small_tenant }, changed(small_tenant, "\"Limmat", "\"Lim\\\"}]m\\\\at"),
        changed(small_tenant, "\"sync\": true", "\"sync\": 7"), changed(small_tenant, "2026-01-20", "2026-01-20\n"),
        changed(small_tenant, "],\n\"dev", "]\n\"dev"), "\xEF\xBB\xBF" + std::string { small_tenant });
    REQUIRE_FALSE(text.empty());
    auto const whole = told(read_text(text));
    for (std::size_t piece = 1; piece < text.size(); ++piece) {
        REQUIRE(told(read_in_pieces(text, piece)) == whole);
    }
}

TEST_CASE("a byte order mark at the beginning is passed over", "[codec]")
{
    CHECK(told(read_text("\xEF\xBB\xBF" + std::string { small_tenant })) == told(read_text(small_tenant)));
}

TEST_CASE("what JSON allows is read: any order, any blanks, nothing for nothing", "[codec]")
{
    auto const text = R"( {"devices":[ ], "rooms" :
        [{"sync":false,"country":"","site":"","name":"\u00c5","id":"a"} ,
         {"id":"b","name":"B","site":"","country":"CH","sync":true}], "orders":[{"id":"P","service":"x","years":1,"quantity":-4,"purchased_on":"2024-02-29"}]})";
    auto const reading = read_text(text);
    CHECK_FALSE(reading.error.has_value());
    REQUIRE(reading.rows.size() == 3);
    CHECK(reading.rows[0].place.line == 2);
    CHECK(std::get<engine::AddRoom>(*reading.rows[0].command).name == "Å");
    CHECK(reading.rows[1].place.line == 3);
    CHECK(std::get<engine::PlaceOrder>(*reading.rows[2].command).quantity == -4); // the fold's to judge
}

TEST_CASE("sections are complete when their list or the file has ended", "[codec]")
{
    TenantReader reader;
    REQUIRE(reader.feed(R"({"rooms":[)").has_value());
    CHECK_FALSE(reader.complete(Section::rooms));
    REQUIRE(reader.feed(R"(],"orders":[)").has_value());
    CHECK(reader.complete(Section::rooms));
    CHECK_FALSE(reader.complete(Section::orders));
    CHECK_FALSE(reader.complete(Section::devices));
    REQUIRE(reader.feed("]}").has_value());
    CHECK(reader.complete(Section::devices));
}

TEST_CASE("rows are taken in their order, as many as are asked for", "[codec]")
{
    TenantReader reader;
    REQUIRE(reader.feed(small_tenant).has_value());
    CHECK(reader.bytes_read() == static_cast<std::int64_t>(small_tenant.size()));
    CHECK(reader.take(3).size() == 3);
    auto const next = reader.take(1);
    REQUIRE(next.size() == 1);
    CHECK(next[0].place.path() == "rooms[1]");
    CHECK(reader.take(100).size() == 4);
    CHECK(reader.take(100).empty());
}

TEST_CASE("a file cut short anywhere is refused, and says that it ends too early", "[codec]")
{
    auto const end = small_tenant.rfind('}');
    for (std::size_t bytes = 0; bytes <= end; ++bytes) {
        auto const reading = read_text(small_tenant.substr(0, bytes));
        CAPTURE(bytes);
        REQUIRE(reading.error.has_value());
        REQUIRE(reading.error->what == "json_truncated");
    }
    CHECK(read_text("").error == Error { "json_truncated", "1:1", "" });
    CHECK(read_text(small_tenant.substr(0, small_tenant.find("2026-02-01"))).error->where == "3:84");
}

TEST_CASE("what the file calls the company is read, wherever it stands and is cut", "[codec]")
{
    std::string_view const text = GENERATE(R"({ "name": "Müller \"&\" Söhne \u00e5", "rooms": [] })",
        R"({"rooms":[{"id":"a"}],"name":"Müller \"&\" Söhne \u00e5"})");
    for (std::size_t cut = 1; cut < text.size(); ++cut) {
        CAPTURE(cut);
        codec::TenantReader reader;
        REQUIRE(reader.feed(text.substr(0, cut)));
        REQUIRE(reader.feed(text.substr(cut)));
        REQUIRE(reader.finish());
        CHECK(reader.company() == "Müller \"&\" Söhne å");
    }
}

TEST_CASE("a name of nothing is read once, and rows follow it", "[codec]")
{
    codec::TenantReader reader;
    REQUIRE(reader.feed(R"({"name":"","rooms":[{"id":"a"},{"id":"b"}]})"));
    REQUIRE(reader.finish());
    CHECK(reader.company().empty());
    CHECK(reader.take(10).size() == 2);
}

TEST_CASE("a file that is no tenant file is refused at its place", "[codec]")
{
    struct Row
    {
        char const* name;
        std::string text;
        char const* what;
        char const* where;
    };
    auto const row = GENERATE(values<Row>({
        // clang-format off
        { "words",                     "Room;Site\nFjord;Oslo\n",                     "json_syntax",       "1:1" },
        { "a web page",                "\n<!doctype html>",                           "json_syntax",       "2:1" },
        { "a zip",                     "PK\x03\x04",                                  "json_syntax",       "1:1" },
        { "UTF-16",                    "\xFF\xFE{\0"s,                                "not_utf8",          "1:1" },
        { "half a byte order mark",    "\xEF\xBB{\"rooms\":[]}",                      "not_utf8",          "1:3" },
        { "a list",                    "[{\"id\":\"a\"}]",                            "not_a_tenant_file", "1:1" },
        { "an empty object",           "{ }",                                         "not_a_tenant_file", "1:3" },
        { "another object",            R"({"type":"FeatureCollection"})",             "unknown_field",     "type" },
        { "one more section",          R"({"rooms":[],"colours":[]})",                "unknown_field",     "colours" },
        { "a section twice",           R"({"rooms":[],"rooms":[]})",                  "duplicate_field",   "rooms" },
        { "a name that is no text",    R"({"name":7,"rooms":[]})",                    "wrong_type",        "name" },
        { "a name twice",              R"({"name":"a","name":"b"})",                  "duplicate_field",   "name" },
        { "a name and nothing else",   R"({"name":"a"})",                             "not_a_tenant_file", "1:12" },
        { "a name that is no JSON",    R"({"name":"\q","rooms":[]})",                 "bad_text",          "name" },
        { "a section that is no list", R"({"rooms":{"id":"a"}})",                     "wrong_type",        "rooms" },
        { "a null section",            R"({"rooms":null})",                           "wrong_type",        "rooms" },
        { "a row that is a number",    R"({"rooms":[7]})",                            "wrong_type",        "rooms[0]" },
        { "a row that is a list",      R"({"rooms":[[1]]})",                          "wrong_type",        "rooms[0]" },
        { "no comma between rows",     "{\"rooms\":[{}\n{}]}",                        "json_syntax",       "2:1" },
        { "a comma at the end",        R"({"rooms":[{},]})",                          "json_syntax",       "1:14" },
        { "no colon",                  R"({"rooms" []})",                             "json_syntax",       "1:10" },
        { "text after the end",        "{\"rooms\":[]}\n{}",                          "json_syntax",       "2:1" },
        { "the wrong bracket",         R"({"rooms":[{"id":"a"]]})",                   "json_syntax",       "1:20" },
        { "no JSON in a row",          "{\"rooms\":[\n{\"id\":\n  a}]}",              "json_syntax",       "3:3" },
        { "a line break in a name",    "{\"rooms\":[{\"id\":\"a\nb\"}]}",             "json_syntax",       "1:19" },
        { "Latin-1",                   "{\"rooms\":[{\"name\":\"Z\xFCrich\"}]}",      "not_utf8",          "1:21" },
        { "too deep",                  R"({"rooms":[{"a":[[[[[[]]]]]]}]})",           "json_depth",        "rooms[0]" },
        // clang-format on
    }));
    CAPTURE(row.name);
    auto const reading = read_text(row.text);
    REQUIRE(reading.error.has_value());
    CHECK(reading.error->what == row.what);
    CHECK(reading.error->where == row.where);
    CHECK(is_error_code(reading.error->what));
}

TEST_CASE("a row that does not fit is refused with its path, and the others are read", "[codec]")
{
    auto const long_name = "\"" + std::string(10 * 1024, 'x') + "\"";
    struct Row
    {
        char const* name;
        std::string old;
        std::string with;
        char const* what;
        char const* where;
        char const* detail;
        char const* key;
    };
    auto const row = GENERATE_COPY(values<Row>({
        // clang-format off
        { "unknown field",          "\"sync\": true",         "\"sync\": true, \"colour\": \"red\"", "unknown_field",   "rooms[0].colour",        "",                  "fjord" },
        { "missing field",          "\"site\": \"Oslo\", ",   "",                                    "missing_field",   "rooms[0].site",          "",                  "fjord" },
        { "missing key",            "\"id\": \"fjord\", ",    "",                                    "missing_field",   "rooms[0].id",            "",                  "" },
        { "field twice",            "\"site\": \"Oslo\"",     "\"site\": \"Oslo\", \"site\": \"\"",  "duplicate_field", "rooms[0].site",          "",                  "" },
        { "text for truth",         "\"sync\": true",         "\"sync\": \"true\"",                  "wrong_type",      "rooms[0].sync",          "true",              "fjord" },
        { "number for text",        "\"Limmat 🏞\"",          "5",                                   "wrong_type",      "rooms[1].name",          "5",                 "limmat" },
        { "fraction",               "\"years\": 3",           "\"years\": 3.5",                      "bad_number",      "orders[0].years",        "",                  "PO-1" },
        { "beyond 32 bits",         "\"quantity\": 2",        "\"quantity\": 4294967298",            "bad_number",      "orders[0].quantity",     "4294967298",        "PO-1" },
        { "no such day",            "2026-01-10",             "2026-02-30",                          "bad_date",        "orders[0].purchased_on", "2026-02-30",        "PO-1" },
        { "a day of another form",  "2026-01-20",             "20.01.2026",                          "bad_date",        "assignments[0].from",    "20.01.2026",        "PO-1/1" },
        { "a time",                 "2024-05-01",             "2024-05-01T00:00:00Z",                "bad_date",        "devices[0].purchased_on", "2024-05-01T00:00:00Z", "RB-1" },
        { "null for a day",         "\"2026-01-20\"",         "null",                                "wrong_type",      "assignments[0].from",    "null",              "PO-1/1" },
        { "no licence",             "PO-1/1",                 "PO-1",                                "bad_licence",     "assignments[0].licence", "PO-1",              "PO-1" },
        { "empty name",             "\"Fjord\"",              "\"\"",                                "bad_text",        "rooms[0].name",          "empty",             "fjord" },
        { "10-KB name",             "\"Fjord\"",              long_name,                             "bad_text",        "rooms[0].name",          "too_long",          "fjord" },
        { "control character",      "\"Fjord\"",              "\"Fj\\u0007ord\"",                    "bad_text",        "rooms[0].name",          "control_character", "fjord" },
        { "zero character",         "\"Fjord\"",              "\"Fj\\u0000ord\"",                    "bad_text",        "rooms[0].name",          "control_character", "fjord" },
        { "right-to-left override", "\"Fjord\"",              "\"Fj\\u202eord\"",                    "bad_text",        "rooms[0].name",          "direction_mark",    "fjord" },
        { "right-to-left mark",     "\"Rally Bar\"",          "\"Rally\u200f Bar\"",                 "bad_text",        "devices[0].model",       "direction_mark",    "RB-1" },
        // clang-format on
    }));
    CAPTURE(row.name);
    auto const text = changed(small_tenant, row.old, row.with);
    REQUIRE_FALSE(text.empty());
    auto const reading = read_text(text);
    CHECK_FALSE(reading.error.has_value());
    REQUIRE(reading.rows.size() == 8);
    std::size_t faults = 0;
    for (auto const& each : reading.rows) {
        if (!each.command) {
            ++faults;
            CHECK(each.command.error().error == Error { row.what, row.where, row.detail });
            CHECK(each.command.error().key == row.key);
            CHECK(is_error_code(each.command.error().error.what));
        }
    }
    CHECK(faults == 1);
}

TEST_CASE("hundreds of megabytes of brackets are refused at once", "[codec]")
{
    struct Row
    {
        std::string before;
        std::string brackets;
        char const* what;
        std::size_t bytes; // read at most before it is refused
    };
    auto const row = GENERATE(values<Row>({
        { "",                   "[",       "not_a_tenant_file", 1  },
        { "",                   "{",       "json_syntax",       2  },
        { R"({"rooms":)",       "[",       "wrong_type",        12 },
        { R"({"rooms":[{"a":)", "[",       "json_depth",        40 },
        { R"({"rooms":[)",      "{\"a\":", "json_depth",        60 },
    }));
    auto const piece = repeated(row.brackets, 1024);
    TenantReader reader;
    REQUIRE(reader.feed(row.before).has_value());
    std::size_t fed = 0;
    std::optional<Error> error;
    while (!error && fed < 200 * 1024 * 1024) {
        auto const result = reader.feed(piece);
        fed += piece.size();
        if (!result) {
            error = result.error();
        }
    }
    REQUIRE(error.has_value());
    CHECK(error->what == row.what);
    CHECK(fed == piece.size());
    CHECK(reader.bytes_read() <= static_cast<std::int64_t>(row.bytes));
}

TEST_CASE("a row that never ends is refused before it fills the memory", "[codec]")
{
    auto const begin = GENERATE(R"({"rooms":[{"id":")"s, R"({"rooms":[{"a":[1)"s);
    auto const piece = begin.ends_with("1") ? repeated(",1", 512) : std::string(1024, 'x');
    TenantReader reader;
    REQUIRE(reader.feed(begin).has_value());
    std::size_t fed = 0;
    Result<void> result;
    while (result && fed < 200 * 1024 * 1024) {
        result = reader.feed(piece);
        fed += piece.size();
    }
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error() == Error { "row_too_long", "rooms[0]", "" });
    CHECK(fed <= longest_row_bytes + 2 * piece.size());
}

TEST_CASE("megabytes of blanks cost nothing and are no tenant", "[codec]")
{
    std::string const piece(64 * 1024, '\n');
    TenantReader reader;
    for (int count = 0; count < 320; ++count) {
        REQUIRE(reader.feed(piece).has_value());
    }
    CHECK(reader.finish().error() == Error { "json_truncated", "20971521:1", "" });
}

TEST_CASE("after an error the answer stays the same", "[codec]")
{
    TenantReader reader;
    auto const first = reader.feed("x");
    REQUIRE_FALSE(first.has_value());
    CHECK(reader.feed(small_tenant).error() == first.error());
    CHECK(reader.finish().error() == first.error());
    CHECK(reader.take(10).empty());
}

} // namespace keyrack::codec
