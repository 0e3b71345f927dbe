#pragma once
// JSON → described values, strictly: a field that is unknown, missing, twice there or of another kind is an error that
// names its path. What may be nothing (`std::optional`, an open end) may be left out or null; nothing else may.

#include "base/date.hpp"
#include "base/fields.hpp"
#include "base/instant.hpp"
#include "codec/json_path.hpp"
#include "codec/json_value.hpp"
#include "codec/words.hpp"
#include "engine/command.hpp"

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keyrack::codec {

// A date that may be open: `never` in memory, null or left out in a file.
template <class Owner>
struct OpenEnd
{
    std::string_view name;
    Date Owner::* member;
};

template <class Owner>
[[nodiscard]] constexpr OpenEnd<Owner> open_end(std::string_view name, Date Owner::* member)
{
    return { name, member };
}

// A name that must not be empty; other text may be, and stands for nothing.
template <class Owner>
struct Required
{
    std::string_view name;
    std::string Owner::* member;
};

template <class Owner>
[[nodiscard]] constexpr Required<Owner> required(std::string_view name, std::string Owner::* member)
{
    return { name, member };
}

// Errors: `wrong_type`, `bad_text`, `bad_number`, `bad_date`, `bad_word`, `bad_licence`, at `path`.
[[nodiscard]] Result<void> read(JsonValue const& value, JsonPath const& path, bool& into);
[[nodiscard]] Result<void> read(JsonValue const& value, JsonPath const& path, std::int64_t& into);
[[nodiscard]] Result<void> read(JsonValue const& value, JsonPath const& path, std::int32_t& into);
[[nodiscard]] Result<void> read(JsonValue const& value, JsonPath const& path, std::string& into);
[[nodiscard]] Result<void> read(JsonValue const& value, JsonPath const& path, Date& into);
[[nodiscard]] Result<void> read(
    JsonValue const& value, JsonPath const& path, Instant& into); // `bad_date`: no moment in UTC
[[nodiscard]] Result<void> read(JsonValue const& value, JsonPath const& path, engine::LicenceKey& into);

// Errors for the places where a template found them.
[[nodiscard]] Error wrong_type(JsonValue const& value, JsonPath const& path);
[[nodiscard]] Error bad_word(JsonValue const& value, JsonPath const& path);
[[nodiscard]] Error missing_field(JsonPath const& path);
[[nodiscard]] Error unknown_field(JsonPath const& path);
[[nodiscard]] Error empty_text(JsonPath const& path);

template <Worded Enum>
[[nodiscard]] Result<void> read(JsonValue const& value, JsonPath const& path, Enum& into);
template <class T>
[[nodiscard]] Result<void> read(JsonValue const& value, JsonPath const& path, std::vector<T>& into);
template <class T>
[[nodiscard]] Result<void> read(JsonValue const& value, JsonPath const& path, std::optional<T>& into);
template <Described T>
[[nodiscard]] Result<void> read(JsonValue const& value, JsonPath const& path, T& into);

template <class T>
inline constexpr bool may_be_missing = false;
template <class T>
inline constexpr bool may_be_missing<std::optional<T>> = true;

template <Worded Enum>
Result<void> read(JsonValue const& value, JsonPath const& path, Enum& into)
{
    auto const* text = value.as<std::string>();
    if (!text) {
        return std::unexpected(wrong_type(value, path));
    }
    auto const found = from_word<Enum>(*text);
    if (!found) {
        return std::unexpected(bad_word(value, path));
    }
    into = *found;
    return {};
}

template <class T>
Result<void> read(JsonValue const& value, JsonPath const& path, std::vector<T>& into)
{
    auto const* list = value.as<JsonArray>();
    if (!list) {
        return std::unexpected(wrong_type(value, path));
    }
    into.clear();
    into.reserve(list->size());
    for (auto const& item : *list) {
        if (auto done = read(item, path.item(into.size()), into.emplace_back()); !done) {
            return done;
        }
    }
    return {};
}

template <class T>
Result<void> read(JsonValue const& value, JsonPath const& path, std::optional<T>& into)
{
    if (value.is_null()) {
        into.reset();
        return {};
    }
    return read(value, path, into.emplace());
}

// Reads one field of an object; `found` is nothing where the object has no such member.
template <class Owner, class T>
[[nodiscard]] Result<void> read_field(Field<Owner, T> field, JsonValue const* found, JsonPath const& path, Owner& into)
{
    if (found) {
        return read(*found, path.member(field.name), into.*field.member);
    }
    if constexpr (may_be_missing<T>) {
        return {};
    } else {
        return std::unexpected(missing_field(path.member(field.name)));
    }
}

template <class Owner>
[[nodiscard]] Result<void> read_field(OpenEnd<Owner> field, JsonValue const* found, JsonPath const& path, Owner& into)
{
    into.*field.member = never;
    return found && !found->is_null() ? read(*found, path.member(field.name), into.*field.member) : Result<void> {};
}

template <class Owner>
[[nodiscard]] Result<void> read_field(Required<Owner> field, JsonValue const* found, JsonPath const& path, Owner& into)
{
    auto done = read_field(keyrack::field(field.name, field.member), found, path, into);
    if (done && (into.*field.member).empty()) {
        return std::unexpected(empty_text(path.member(field.name)));
    }
    return done;
}

// Writers keep the order of the fields, so the member is looked for where it should stand before it is searched.
[[nodiscard]] JsonValue const* member_near(JsonObject const& object, std::string_view key, std::size_t& position);

// `extra`: a member beside the described ones that has been dealt with, such as "kind"; may be empty.
template <Described T>
[[nodiscard]] Result<void> read_members(JsonObject const& object, JsonPath const& path, T& into, std::string_view extra)
{
    Result<void> done;
    std::size_t position = 0;
    std::size_t known = !extra.empty() && member(object, extra) ? 1 : 0;
    for_each_field<T>([&](auto const& field) {
        if (done) {
            auto const* found = member_near(object, field.name, position);
            known += found ? 1 : 0;
            done = read_field(field, found, path, into);
        }
    });
    if (!done || known == object.size()) {
        return done;
    }
    for (auto const& each : object) {
        bool described = each.key == extra;
        for_each_field<T>([&](auto const& field) { described = described || field.name == each.key; });
        if (!described) {
            return std::unexpected(unknown_field(path.member(each.key)));
        }
    }
    return done;
}

template <Described T>
Result<void> read(JsonValue const& value, JsonPath const& path, T& into)
{
    auto const* object = value.as<JsonObject>();
    if (!object) {
        return std::unexpected(wrong_type(value, path));
    }
    return read_members(*object, path, into, {});
}

} // namespace keyrack::codec
