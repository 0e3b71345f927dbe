#pragma once
// Promise: the one place of the portal that reads the clock.

#include "base/date.hpp"

#include <chrono>

namespace keyrack::browser {

struct Time
{
    Instant now;
    Date today; // where the person is
    std::chrono::minutes utc_offset;
};

[[nodiscard]] Time read_clock();

} // namespace keyrack::browser
