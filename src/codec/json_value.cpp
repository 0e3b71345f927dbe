#include "codec/json_value.hpp"

#include "base/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace keyrack::codec {

namespace {

using Nlohmann = nlohmann::json;

constexpr std::size_t longest_quote = 60;
constexpr std::size_t longest_snippet = 20; // of a text that is no JSON, from where it goes wrong

// Receives the events of the parser and builds the value. The stack holds the open objects and lists.
class Builder
{
public:
    // The names of these functions are those that the parser calls.
    bool null() { return put({}); }
    bool boolean(bool value) { return put({ value }); }
    bool number_integer(Nlohmann::number_integer_t value) { return put({ std::int64_t { value } }); }
    bool number_float(Nlohmann::number_float_t, std::string const&) { return put({ JsonFraction {} }); }
    bool binary(Nlohmann::binary_t&) { return false; }
    bool string(std::string& value) { return put({ std::move(value) }); }

    bool number_unsigned(Nlohmann::number_unsigned_t value)
    {
        if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
            return put({ JsonFraction {} });
        }
        return put({ static_cast<std::int64_t>(value) });
    }

    bool start_object(std::size_t) { return open({ JsonObject {} }); }
    bool start_array(std::size_t) { return open({ JsonArray {} }); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(std::string& key)
    {
        auto& object = std::get<JsonObject>(m_open.back().content);
        if (member(object, key)) {
            m_error = Error { "duplicate_field", path_with(key), {} };
            return false;
        }
        if (object.empty()) {
            object.reserve(usual_members);
        }
        object.push_back({ std::move(key), {} });
        return true;
    }

    bool parse_error(std::size_t position, std::string const&, nlohmann::detail::exception const&)
    {
        m_position = position;
        return false;
    }

    [[nodiscard]] std::optional<Error>& error() { return m_error; }
    [[nodiscard]] std::size_t position() const { return m_position; }
    [[nodiscard]] JsonValue take() { return std::move(m_root); }

private:
    static constexpr std::size_t usual_members = 8;

    bool open(JsonValue container)
    {
        if (m_open.size() == deepest_nesting) {
            m_error = Error { "json_depth", path_with({}), {} };
            return false;
        }
        m_open.push_back(std::move(container));
        return true;
    }

    bool close()
    {
        JsonValue closed = std::move(m_open.back());
        m_open.pop_back();
        return put(std::move(closed));
    }

    bool put(JsonValue value)
    {
        if (m_open.empty()) {
            m_root = std::move(value);
        } else if (auto* object = std::get_if<JsonObject>(&m_open.back().content)) {
            object->back().value = std::move(value);
        } else {
            std::get<JsonArray>(m_open.back().content).push_back(std::move(value));
        }
        return true;
    }

    // The path of the member `key` of the innermost open object, or of that object itself.
    [[nodiscard]] std::string path_with(std::string_view key) const
    {
        std::string path;
        auto const add = [&path](std::string_view name) { path.append(path.empty() ? "" : ".").append(name); };
        for (std::size_t depth = 0; depth + 1 < m_open.size(); ++depth) {
            if (auto const* object = m_open[depth].as<JsonObject>()) {
                add(object->back().key);
            } else {
                path += "[" + std::to_string(m_open[depth].as<JsonArray>()->size()) + "]";
            }
        }
        if (!key.empty()) {
            add(shortened(key, longest_quote));
        }
        return path;
    }

    std::vector<JsonValue> m_open;
    JsonValue m_root;
    std::optional<Error> m_error;
    std::size_t m_position = 0;
};

// The parser counts the byte it choked on from 1, and stands one past the end where the text is too short.
Error syntax_error(std::string_view text, std::size_t position, JsonStart const& start)
{
    if (!is_utf8(text)) {
        return { "not_utf8", place_of(text, position > 0 ? position - 1 : 0, start), {} };
    }
    if (position > text.size()) {
        return { "json_truncated", place_of(text, text.size(), start), {} };
    }
    std::size_t const offset = position > 0 ? position - 1 : 0;
    return { "json_syntax", place_of(text, offset, start), shortened(text.substr(offset), longest_snippet) };
}

} // namespace

JsonValue const* member(JsonObject const& object, std::string_view key)
{
    auto const found = std::ranges::find(object, key, &JsonMember::key);
    return found == object.end() ? nullptr : &found->value;
}

Result<JsonValue> parse_json(std::string_view text, JsonStart const& start)
{
    // The parser takes a zero byte for the end and would not look at what follows.
    if (auto const zero = text.find('\0'); zero != std::string_view::npos) {
        return failure("json_syntax", place_of(text, zero, start));
    }
    Builder builder;
    if (Nlohmann::sax_parse(text.begin(), text.end(), &builder)) {
        return builder.take();
    }
    if (builder.error()) {
        return std::unexpected(std::move(*builder.error()));
    }
    return std::unexpected(syntax_error(text, builder.position(), start));
}

std::string quoted(JsonValue const& value)
{
    struct Quote
    {
        std::string operator()(std::monostate) const { return "null"; }
        std::string operator()(bool truth) const { return truth ? "true" : "false"; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(JsonFraction) const { return "0.…"; }
        std::string operator()(std::string const& text) const { return shortened(text, longest_quote); }
        std::string operator()(JsonArray const&) const { return "[…]"; }
        std::string operator()(JsonObject const&) const { return "{…}"; }
    };
    return std::visit(Quote {}, value.content);
}

std::string place_of(std::string_view text, std::size_t offset, JsonStart const& start)
{
    auto const before = text.substr(0, offset);
    auto const line = start.line + std::ranges::count(before, '\n');
    auto const last_break = before.rfind('\n');
    auto const column = last_break == std::string_view::npos ? start.column + static_cast<std::int64_t>(before.size())
                                                             : static_cast<std::int64_t>(before.size() - last_break);
    return std::to_string(line) + ":" + std::to_string(column);
}

} // namespace keyrack::codec
