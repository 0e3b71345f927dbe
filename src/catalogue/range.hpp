#pragma once
// What the service is provided for, and what comes with a purchase: assets/catalogue/range.json. A launch is a new line there.

#include "catalogue/origin.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace keyrack::catalogue {

enum class ProductGroup { device, room_solution, accessory, software };

// R84–R86: a product that the service is provided for.
struct Product
{
    std::string name; // a proper name, the same in all languages
    ProductGroup group = ProductGroup::device;
    std::vector<std::string> models; // what else it goes by in lists of devices
    Origin origin;
    bool operator==(Product const&) const = default;
};

// R103, R104: set-up support that comes with some products, whatever else is bought.
struct Jumpstart
{
    std::string name; // a proper name
    Parameter<int> days;
    Parameter<std::vector<std::string>> included_with; // models
    bool operator==(Jumpstart const&) const = default;
};

struct Range
{
    std::vector<Product> products;
    Jumpstart jumpstart;
    bool operator==(Range const&) const = default;

    // By its name or one of its models, whatever the case and the blanks. Nothing: not in the list.
    [[nodiscard]] Product const* product(std::string_view model) const;
    [[nodiscard]] bool has_jumpstart(std::string_view model) const;
};

[[nodiscard]] std::string_view code(ProductGroup group); // "device": as in files

} // namespace keyrack::catalogue
