#pragma once
// Described values → JSON, so that read_fields.hpp reads the same value back. What is nothing is left out.

#include "base/date.hpp"
#include "base/fields.hpp"
#include "base/instant.hpp"
#include "codec/command_json.hpp"
#include "codec/json_writer.hpp"
#include "codec/read_fields.hpp"
#include "codec/words.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keyrack::codec {

inline void write(JsonWriter& json, bool value)
{
    json.truth(value);
}
inline void write(JsonWriter& json, std::int32_t value)
{
    json.number(value);
}
inline void write(JsonWriter& json, std::int64_t value)
{
    json.number(value);
}
inline void write(JsonWriter& json, std::string const& value)
{
    json.text(value);
}
inline void write(JsonWriter& json, Date value)
{
    json.text(iso(value));
}
inline void write(JsonWriter& json, Instant value)
{
    json.text(iso(value));
}
inline void write(JsonWriter& json, engine::LicenceKey const& value)
{
    json.text(format(value));
}

template <Worded Enum>
void write(JsonWriter& json, Enum value)
{
    json.text(word(value));
}

template <Described T>
void write(JsonWriter& json, T const& value);

template <class T>
void write(JsonWriter& json, std::vector<T> const& list)
{
    json.begin_list();
    for (auto const& item : list) {
        write(json, item);
    }
    json.end_list();
}

template <class Owner, class T>
void write_field(JsonWriter& json, Field<Owner, T> field, Owner const& owner)
{
    write(json.key(field.name), owner.*field.member);
}

template <class Owner, class T>
void write_field(JsonWriter& json, Field<Owner, std::optional<T>> field, Owner const& owner)
{
    if (owner.*field.member) {
        write(json.key(field.name), *(owner.*field.member));
    }
}

template <class Owner>
void write_field(JsonWriter& json, OpenEnd<Owner> field, Owner const& owner)
{
    if (owner.*field.member != never) {
        write(json.key(field.name), owner.*field.member);
    }
}

template <class Owner>
void write_field(JsonWriter& json, Required<Owner> field, Owner const& owner)
{
    write(json.key(field.name), owner.*field.member);
}

// Into an object that is open.
template <Described T>
void write_members(JsonWriter& json, T const& value)
{
    for_each_field<T>([&](auto const& field) { write_field(json, field, value); });
}

template <Described T>
void write(JsonWriter& json, T const& value)
{
    json.begin_object();
    write_members(json, value);
    json.end_object();
}

} // namespace keyrack::codec
