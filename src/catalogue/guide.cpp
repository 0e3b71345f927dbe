#include "catalogue/guide.hpp"

#include <algorithm>

namespace keyrack::catalogue {

Guide const* Guidebook::guide(std::string_view key) const
{
    auto const found = std::ranges::find(guides, key, &Guide::key);
    return found == guides.end() ? nullptr : &*found;
}

} // namespace keyrack::catalogue
