#include "browser/clock.hpp"

#include <emscripten.h>

#include <cstdint>

namespace keyrack::browser {

namespace {

EM_JS(double, milliseconds_since_epoch, (), { return Date.now(); });
EM_JS(int, zone_offset_minutes, (), { return -new Date().getTimezoneOffset(); });

} // namespace

Time read_clock()
{
    Instant const now { std::chrono::milliseconds { static_cast<std::int64_t>(milliseconds_since_epoch()) } };
    std::chrono::minutes const utc_offset { zone_offset_minutes() };
    auto const here = std::chrono::floor<Days>(now + utc_offset);
    return { .now = now, .today = Date { here.time_since_epoch() }, .utc_offset = utc_offset };
}

} // namespace keyrack::browser
