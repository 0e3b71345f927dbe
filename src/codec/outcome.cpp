#include "codec/outcome.hpp"

#include "codec/json_value.hpp"
#include "codec/json_writer.hpp"

#include <set>
#include <utility>
#include <variant>

namespace keyrack::codec {

namespace {

// A fact's name is a literal everywhere else; the few that are read are kept for good.
std::string_view literal(std::string const& name)
{
    static std::set<std::string, std::less<>> names;
    return *names.insert(name).first;
}

void write_denial(JsonWriter& json, engine::Denial const& denial)
{
    json.key("reason").text(engine::code(denial.reason)).key("facts").begin_list();
    for (auto const& fact : denial.facts) {
        json.begin_object().key("name").text(fact.name);
        if (auto const* number = std::get_if<std::int64_t>(&fact.value)) json.key("number").number(*number);
        if (auto const* date = std::get_if<Date>(&fact.value)) json.key("date").text(iso(*date));
        if (auto const* text = std::get_if<std::string>(&fact.value)) json.key("text").text(*text);
        json.end_object();
    }
    json.end_list();
}

std::optional<engine::Reason> reason_of(std::string_view code)
{
    for (int each = 0; each <= static_cast<int>(engine::last_reason); ++each)
        if (engine::code(static_cast<engine::Reason>(each)) == code) return static_cast<engine::Reason>(each);
    return std::nullopt;
}

template <class T>
T const* member_as(JsonObject const& object, std::string_view key)
{
    auto const* value = member(object, key);
    return value ? value->as<T>() : nullptr;
}

std::optional<engine::FactValue> value_of(JsonObject const& fact)
{
    if (auto const* number = member_as<std::int64_t>(fact, "number")) return *number;
    if (auto const* text = member_as<std::string>(fact, "text")) return *text;
    auto const* date = member_as<std::string>(fact, "date");
    auto const day = date ? parse_date(*date) : std::nullopt;
    if (!day) return std::nullopt;
    return *day;
}

Result<engine::Denial> read_denial(JsonObject const& object)
{
    auto const* code = member_as<std::string>(object, "reason");
    auto const reason = code ? reason_of(*code) : std::nullopt;
    if (!reason) return failure("bad_word", "reason", code ? *code : std::string {});
    engine::Denial denial { *reason, {} };
    auto const* facts = member_as<JsonArray>(object, "facts");
    if (!facts) return denial;
    for (auto const& each : *facts) {
        auto const* fact = each.as<JsonObject>();
        auto const* name = fact ? member_as<std::string>(*fact, "name") : nullptr;
        auto value = name ? value_of(*fact) : std::nullopt;
        if (value) denial.facts.push_back({ literal(*name), std::move(*value) });
    }
    return denial;
}

Result<void> read_rows(JsonObject const& object, std::vector<LostRow>& into)
{
    auto const* rows = member_as<JsonArray>(object, "rows");
    if (!rows) return failure("missing_field", "rows");
    for (auto const& each : *rows) {
        auto const* row = each.as<JsonObject>();
        auto const* number = row ? member_as<std::int64_t>(*row, "row") : nullptr;
        if (!number) return failure("missing_field", "row");
        auto why = read_denial(*row);
        if (!why) return std::unexpected(std::move(why.error()));
        into.push_back({ *number, std::move(*why) });
    }
    return {};
}

} // namespace

std::string reasons_to_json(Outcome const& outcome)
{
    if (outcome.fate != Fate::lost && outcome.fate != Fate::in_part) return {};
    JsonWriter json;
    json.begin_object();
    if (outcome.why) write_denial(json, *outcome.why);
    if (outcome.fate == Fate::in_part) {
        json.key("rows").begin_list();
        for (auto const& [row, why] : outcome.rows) {
            json.begin_object().key("row").number(row);
            write_denial(json, why);
            json.end_object();
        }
        json.end_list();
    }
    return json.end_object().take();
}

Result<Outcome> outcome_of(Fate fate, std::string_view reasons)
{
    Outcome outcome { .fate = fate };
    if (fate != Fate::lost && fate != Fate::in_part) return outcome;
    auto const document = parse_json(reasons);
    if (!document) return std::unexpected(document.error());
    auto const* object = document->as<JsonObject>();
    if (!object) return failure("wrong_type", "reasons");
    if (fate == Fate::in_part) {
        if (auto done = read_rows(*object, outcome.rows); !done) return std::unexpected(std::move(done.error()));
        return outcome;
    }
    return read_denial(*object).transform([&](engine::Denial why) {
        outcome.why = std::move(why);
        return std::move(outcome);
    });
}

} // namespace keyrack::codec
