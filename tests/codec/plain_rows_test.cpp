#include "codec/plain_rows.hpp"

#include "codec/json_value.hpp"

#include <catch_amalgamated.hpp>

#include <string>

namespace keyrack::codec {

using namespace std::string_view_literals;

namespace {

Result<engine::Command> judged(Section section, std::string_view text)
{
    return parse_json(text).and_then([&](JsonValue const& value) { return read_row(section, value, JsonPath {}); });
}

} // namespace

TEST_CASE("a row in our order is read quickly, and as the strict reader reads it", "[codec]")
{
    struct Row
    {
        char const* name;
        Section section;
        std::string_view text;
        bool quick;
    };
    // clang-format off
    auto const row = GENERATE(values<Row>({
        { "an order",          Section::orders,      R"({"id":"PO-1","service":"select","years":3,"quantity":12,"purchased_on":"2026-01-10","cancelled_on":null})", true },
        { "a cancelled one",   Section::orders,      R"({"id":"PO-1","service":"select","years":3,"quantity":12,"purchased_on":"2026-01-10","cancelled_on":"2026-02-01"})", true },
        { "with blanks",       Section::orders,      "{ \"id\" : \"PO-1\",\n\t\"service\": \"select\", \"years\":\r\n 3, \"quantity\": 0, \"purchased_on\": \"2026-01-10\", \"cancelled_on\": null }"sv, true },
        { "a fraction",        Section::orders,      R"({"id":"PO-1","service":"select","years":3.5,"quantity":12,"purchased_on":"2026-01-10","cancelled_on":null})", false },
        { "a leading zero",    Section::orders,      R"({"id":"PO-1","service":"select","years":03,"quantity":12,"purchased_on":"2026-01-10","cancelled_on":null})", false },
        { "below zero",        Section::orders,      R"({"id":"PO-1","service":"select","years":-3,"quantity":12,"purchased_on":"2026-01-10","cancelled_on":null})", false },
        { "too large",         Section::orders,      R"({"id":"PO-1","service":"select","years":9999999999,"quantity":12,"purchased_on":"2026-01-10","cancelled_on":null})", false },
        { "no such day",       Section::orders,      R"({"id":"PO-1","service":"select","years":3,"quantity":12,"purchased_on":"2026-02-30","cancelled_on":null})", false },
        { "left out",          Section::orders,      R"({"id":"PO-1","service":"select","years":3,"quantity":12,"purchased_on":"2026-01-10"})", true },
        { "with an account",   Section::orders,      R"({"id":"PO-1","account":"acme","service":"select","years":3,"quantity":12,"purchased_on":"2026-01-10"})", true },
        { "without its years", Section::orders,      R"({"id":"PO-1","service":"select","quantity":12,"purchased_on":"2026-01-10"})", false },
        { "no name",           Section::orders,      R"({"id":"","service":"select","years":3,"quantity":12,"purchased_on":"2026-01-10","cancelled_on":null})", false },
        { "a room",            Section::rooms,       R"({"id":"limmat","name":"Limmat 🏞","site":"Zürich","country":"CH","sync":false})", true },
        { "no site",           Section::rooms,       R"({"id":"limmat","name":"Limmat","site":"","country":"","sync":true})", true },
        { "another order",     Section::rooms,       R"({"name":"Limmat","id":"limmat","site":"Zürich","country":"CH","sync":false})", false },
        { "an escape",         Section::rooms,       R"({"id":"limmat","name":"L\u0069mmat","site":"Zürich","country":"CH","sync":false})", false },
        { "an escaped quote",  Section::rooms,       R"({"id":"limmat","name":"The \"Limmat\"","site":"","country":"CH","sync":false})", false },
        { "a control",         Section::rooms,       "{\"id\":\"limmat\",\"name\":\"Lim\x01mat\",\"site\":\"\",\"country\":\"CH\",\"sync\":false}"sv, false },
        { "a direction mark",  Section::rooms,       "{\"id\":\"limmat\",\"name\":\"Lim\xE2\x80\xAEmat\",\"site\":\"\",\"country\":\"CH\",\"sync\":false}"sv, false },
        { "not UTF-8",         Section::rooms,       "{\"id\":\"limmat\",\"name\":\"Lim\xFFmat\",\"site\":\"\",\"country\":\"CH\",\"sync\":false}"sv, false },
        { "twice there",       Section::rooms,       R"({"id":"limmat","id":"fjord","name":"Limmat","site":"","country":"CH","sync":false})", false },
        { "one field more",    Section::rooms,       R"({"id":"limmat","name":"Limmat","site":"","country":"CH","sync":false,"floor":2})", false },
        { "a word for yes",    Section::rooms,       R"({"id":"limmat","name":"Limmat","site":"","country":"CH","sync":"yes"})", false },
        { "true and more",     Section::rooms,       R"({"id":"limmat","name":"Limmat","site":"","country":"CH","sync":trueish})", false },
        { "an assignment",     Section::assignments, R"({"licence":"PO-1/2","room":"fjord","from":"2026-01-20","to":"2026-03-01"})", true },
        { "an open one",       Section::assignments, R"({"licence":"PO/A/2","room":"fjord","from":"2026-01-20","to":null})", true },
        { "no licence",        Section::assignments, R"({"licence":"PO-1/02","room":"fjord","from":"2026-01-20","to":null})", false },
        { "a device",          Section::devices,     R"({"serial":"RB-1","model":"Rally Bar","room":"fjord","purchased_on":"2024-05-01"})", true },
        { "in no room",        Section::devices,     R"({"serial":"RB-1","model":"","room":null,"purchased_on":"2024-05-01"})", true },
        { "two objects",       Section::devices,     R"({"serial":"RB-1","model":"","room":null,"purchased_on":"2024-05-01"}{})", false },
        { "cut short",         Section::devices,     R"({"serial":"RB-1","model":"","room":null,"purchased_on":"2024-05-01")", false },
        { "a text cut short",  Section::devices,     R"({"serial":"RB-1)", false },
        { "any command",       Section::commands,    R"({"kind":"remove_room","room":"fjord"})", false },
        { "nothing",           Section::rooms,       "{}", false },
    }));
    // clang-format on
    CAPTURE(row.name);
    auto const quickly = plain_row(row.section, row.text);
    CHECK(quickly.has_value() == row.quick);
    auto const strictly = judged(row.section, row.text);
    if (quickly) {
        REQUIRE(strictly.has_value());
        CHECK(*quickly == *strictly);
    }
}

} // namespace keyrack::codec
