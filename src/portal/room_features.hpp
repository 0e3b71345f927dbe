#pragma once
// What a room may have, in the order in which its panel tells it; an address asks about no other.

#include "catalogue/programme.hpp"

namespace keyrack::portal {

inline constexpr catalogue::Feature room_features[] { catalogue::Feature::premium_support,
    catalogue::Feature::warranty_extension, catalogue::Feature::next_business_day_rma, catalogue::Feature::instant_rma,
    catalogue::Feature::success_manager, catalogue::Feature::insights, catalogue::Feature::alerts };

} // namespace keyrack::portal
