#include "codec/read_fields.hpp"

#include "base/text.hpp"
#include "codec/command_json.hpp"

#include <limits>

namespace keyrack::codec {

namespace {

constexpr std::size_t longest_name_in_path = 60;

Error error_at(std::string_view code, JsonPath const& path, std::string detail = {})
{
    return { std::string { code }, path.text(), std::move(detail) };
}

} // namespace

Error wrong_type(JsonValue const& value, JsonPath const& path)
{
    return error_at("wrong_type", path, quoted(value));
}

Error bad_word(JsonValue const& value, JsonPath const& path)
{
    return error_at("bad_word", path, quoted(value));
}

Error missing_field(JsonPath const& path)
{
    return error_at("missing_field", path);
}

Error unknown_field(JsonPath const& path)
{
    return { "unknown_field", shortened(path.text(), longest_name_in_path * 2), {} };
}

Error empty_text(JsonPath const& path)
{
    return error_at("bad_text", path, std::string { code(TextFault::empty) });
}

Result<void> read(JsonValue const& value, JsonPath const& path, bool& into)
{
    auto const* truth = value.as<bool>();
    if (!truth) {
        return std::unexpected(wrong_type(value, path));
    }
    into = *truth;
    return {};
}

Result<void> read(JsonValue const& value, JsonPath const& path, std::int64_t& into)
{
    if (value.as<JsonFraction>()) {
        return std::unexpected(error_at("bad_number", path));
    }
    auto const* number = value.as<std::int64_t>();
    if (!number) {
        return std::unexpected(wrong_type(value, path));
    }
    into = *number;
    return {};
}

Result<void> read(JsonValue const& value, JsonPath const& path, std::int32_t& into)
{
    std::int64_t wide = 0;
    if (auto done = read(value, path, wide); !done) {
        return done;
    }
    if (!std::in_range<std::int32_t>(wide)) {
        return std::unexpected(error_at("bad_number", path, quoted(value)));
    }
    into = static_cast<std::int32_t>(wide);
    return {};
}

Result<void> read(JsonValue const& value, JsonPath const& path, std::string& into)
{
    auto const* text = value.as<std::string>();
    if (!text) {
        return std::unexpected(wrong_type(value, path));
    }
    auto const fault = text->empty() ? std::nullopt : fault_of_name(*text);
    if (fault) {
        return std::unexpected(error_at("bad_text", path, std::string { code(*fault) }));
    }
    into = *text;
    return {};
}

Result<void> read(JsonValue const& value, JsonPath const& path, Date& into)
{
    auto const* text = value.as<std::string>();
    if (!text) {
        return std::unexpected(wrong_type(value, path));
    }
    auto const date = parse_date(*text);
    if (!date) {
        return std::unexpected(error_at("bad_date", path, quoted(value)));
    }
    into = *date;
    return {};
}

Result<void> read(JsonValue const& value, JsonPath const& path, Instant& into)
{
    auto const* text = value.as<std::string>();
    if (!text) {
        return std::unexpected(wrong_type(value, path));
    }
    auto const moment = parse_instant(*text);
    if (!moment) {
        return std::unexpected(error_at("bad_date", path, quoted(value)));
    }
    into = *moment;
    return {};
}

Result<void> read(JsonValue const& value, JsonPath const& path, engine::LicenceKey& into)
{
    auto const* text = value.as<std::string>();
    if (!text) {
        return std::unexpected(wrong_type(value, path));
    }
    auto licence = parse_licence_key(*text);
    if (!licence) {
        return std::unexpected(error_at(licence.error().what, path, std::move(licence.error().detail)));
    }
    into = std::move(*licence);
    return {};
}

JsonValue const* member_near(JsonObject const& object, std::string_view key, std::size_t& position)
{
    if (position < object.size() && object[position].key == key) {
        return &object[position++].value;
    }
    auto const found = std::ranges::find(object, key, &JsonMember::key);
    if (found == object.end()) {
        return nullptr;
    }
    position = static_cast<std::size_t>(found - object.begin()) + 1;
    return &found->value;
}

} // namespace keyrack::codec
