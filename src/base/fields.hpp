#pragma once
// One description of each entity's fields, from which JSON, the SQLite tables, forms and difference views are made.
//
//     template <> struct keyrack::Fields<Room> {
//         static constexpr std::string_view entity = "rooms";
//         static constexpr auto list = std::tuple { field("id", &Room::key), field("sync", &Room::sync), … };
//     };

#include <string_view>
#include <tuple>

namespace keyrack {

template <class T>
struct Fields; // specialised beside each described type

template <class Owner, class Value>
struct Field
{
    std::string_view name; // as in files, tables and CSV headers
    Value Owner::* member;
};

template <class Owner, class Value>
[[nodiscard]] constexpr Field<Owner, Value> field(std::string_view name, Value Owner::* member)
{
    return { name, member };
}

template <class T>
concept Described = requires { Fields<T>::list; };

// Calls `visit(Field<T, V>)` for every field of T, in their order.
template <Described T, class Visit>
constexpr void for_each_field(Visit&& visit)
{
    std::apply([&](auto const&... each) { (visit(each), ...); }, Fields<T>::list);
}

} // namespace keyrack
