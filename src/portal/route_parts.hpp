#pragma once
// What addresses are put together from: words for values, lists of them, and what stands behind the question mark.

#include "base/text.hpp"
#include "portal/address_text.hpp"
#include "portal/route.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace keyrack::portal {

template <class T>
struct Named
{
    T value;
    std::string_view name;
};

template <class Names, class T>
std::string name_of(Names const& names, T value)
{
    auto const found = std::ranges::find(names, value, [](auto const& each) { return each.value; });
    return found == names.end() ? std::string {} : std::string { found->name };
}

template <class Names>
auto value_of(Names const& names, std::string_view name) -> std::optional<decltype(names[0].value)>
{
    auto const found = std::ranges::find(names, name, [](auto const& each) { return each.name; });
    if (found == names.end()) return {};
    return found->value;
}

// "ending.important"
template <class Names, class T>
std::string names_of(Names const& names, std::set<T> const& values)
{
    std::string text;
    for (auto const value : values) {
        if (!text.empty()) text += '.';
        text += name_of(names, value);
    }
    return text;
}

template <class Names, class T>
void read_names(Names const& names, std::string_view text, std::set<T>& values)
{
    for (auto const name : split(text, '.'))
        if (auto const value = value_of(names, name)) values.insert(*value);
}

// `sort=-until` is descending. What every screen does by itself is not written down.
template <class Names, class Column>
std::string sort_text(Names const& names, Column column, Direction direction, Column usual)
{
    if (direction == Direction::descending) return '-' + name_of(names, column);
    return column == usual ? std::string {} : name_of(names, column);
}

template <class Names, class Column>
void read_sort(Names const& names, std::string_view text, Column& column, Direction& direction)
{
    bool const descending = text.starts_with('-');
    auto const found = value_of(names, descending ? text.substr(1) : text);
    if (!found) return;
    column = *found;
    direction = descending ? Direction::descending : Direction::ascending;
}

// Empty where the address does not have it.
inline std::string value(Parameters const& parameters, std::string_view name)
{
    auto const found = std::ranges::find(parameters, name, [](auto const& each) -> auto& { return each.first; });
    return found == parameters.end() ? std::string {} : found->second;
}

} // namespace keyrack::portal
