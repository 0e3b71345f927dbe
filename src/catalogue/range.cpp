#include "catalogue/range.hpp"

#include <algorithm>

namespace keyrack::catalogue {

namespace {

// Without case and blanks: "RallyBar" is "Rally Bar", and so is "RALLY BAR".
std::string folded(std::string_view name)
{
    std::string text;
    for (char const each : name) {
        if (each == ' ' || each == '-') continue;
        text += each >= 'A' && each <= 'Z' ? static_cast<char>(each - 'A' + 'a') : each;
    }
    return text;
}

bool has(std::vector<std::string> const& names, std::string_view wanted)
{
    auto const sought = folded(wanted);
    return std::ranges::any_of(names, [&](std::string const& name) { return folded(name) == sought; });
}

} // namespace

Product const* Range::product(std::string_view model) const
{
    auto const sought = folded(model);
    auto const found = std::ranges::find_if(
        products, [&](Product const& each) { return folded(each.name) == sought || has(each.models, model); });
    return found == products.end() ? nullptr : &*found;
}

bool Range::has_jumpstart(std::string_view model) const
{
    return has(jumpstart.included_with.value, model);
}

std::string_view code(ProductGroup group)
{
    switch (group) {
    case ProductGroup::device: return "device";
    case ProductGroup::room_solution: return "room_solution";
    case ProductGroup::accessory: return "accessory";
    case ProductGroup::software: return "software";
    }
    return {};
}

} // namespace keyrack::catalogue
