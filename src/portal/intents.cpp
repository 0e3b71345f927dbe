#include "portal/intents.hpp"

namespace keyrack::portal {

Intent::Intent() = default;
Intent::Intent(Intent const& other) = default;
Intent::Intent(Intent&& other) noexcept = default;
Intent& Intent::operator=(Intent const& other) = default;
Intent& Intent::operator=(Intent&& other) noexcept = default;
Intent::~Intent() = default;

} // namespace keyrack::portal
