#include "codec/command_json.hpp"

#include "base/text.hpp"
#include "codec/command_fields.hpp"
#include "codec/read_fields.hpp"
#include "codec/write_fields.hpp"

#include <charconv>
#include <utility>
#include <variant>

namespace keyrack::codec {

namespace {

constexpr std::size_t longest_quote = 60;

template <class T>
Result<engine::Command> read_as(JsonObject const& object, JsonPath const& path)
{
    T command;
    if (auto done = read_members(object, path, command, "kind"); !done) {
        return std::unexpected(std::move(done.error()));
    }
    return command;
}

// One reader a kind, by the order of engine::Command.
using ReadAs = Result<engine::Command> (*)(JsonObject const&, JsonPath const&);
struct Kind
{
    std::string_view name;
    ReadAs read_as;
};

template <class... Each>
std::vector<Kind> kinds_of(std::type_identity<std::variant<Each...>>)
{
    return { Kind { Fields<Each>::entity, &read_as<Each> }... };
}

std::vector<Kind> const& kinds()
{
    static auto const list = kinds_of(std::type_identity<engine::CommandKinds> {});
    return list;
}

} // namespace

std::string kind_of(engine::Command const& command)
{
    return std::string { kinds()[command.index()].name };
}

std::vector<std::string_view> all_kinds()
{
    std::vector<std::string_view> names;
    for (auto const& kind : kinds()) {
        names.push_back(kind.name);
    }
    return names;
}

std::string to_json(engine::Command const& command)
{
    JsonWriter json;
    json.begin_object().key("kind").text(kinds()[command.index()].name);
    std::visit([&json](auto const& each) { write_members(json, each); }, command);
    json.end_object();
    return json.take();
}

Result<engine::Command> read_command(JsonValue const& value, JsonPath const& path)
{
    auto const* object = value.as<JsonObject>();
    if (!object) {
        return std::unexpected(wrong_type(value, path));
    }
    auto const* kind = member(*object, "kind");
    if (!kind) {
        return std::unexpected(missing_field(path.member("kind")));
    }
    auto const* name = kind->as<std::string>();
    if (!name) {
        return std::unexpected(wrong_type(*kind, path.member("kind")));
    }
    for (auto const& each : kinds()) {
        if (each.name == *name) {
            return each.read_as(*object, path);
        }
    }
    return failure("unknown_kind", path.member("kind").text(), quoted(*kind));
}

void write_steps(JsonWriter& json, std::vector<engine::Command> const& steps)
{
    json.key("steps").begin_list();
    for (engine::Command const& step : steps) json.json(to_json(step));
    json.end_list();
}

Result<engine::Command> command_from_json(std::string_view text)
{
    auto const document = parse_json(text);
    if (!document) {
        return std::unexpected(document.error());
    }
    return read_command(*document, JsonPath {});
}

Result<engine::LicenceKey> parse_licence_key(std::string_view text)
{
    auto const fail = [text] { return failure("bad_licence", {}, shortened(text, longest_quote)); };
    auto const slash = text.rfind('/');
    if (slash == std::string_view::npos || slash == 0 || fault_of_name(text.substr(0, slash))) {
        return fail();
    }
    auto const digits = text.substr(slash + 1);
    // "PO-77/03" would be a second name for PO-77/3.
    if (digits.empty() || digits.front() < '1' || digits.front() > '9') {
        return fail();
    }
    std::int32_t number = 0;
    auto const [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (fault != std::errc {} || end != digits.data() + digits.size()) {
        return fail();
    }
    return engine::LicenceKey { std::string { text.substr(0, slash) }, number };
}

std::string format(engine::LicenceKey const& licence)
{
    return licence.order + "/" + std::to_string(licence.number);
}

} // namespace keyrack::codec
