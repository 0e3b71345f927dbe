// Where libFuzzer enters: a program of its own, so no part of the suite, whose sources end in .cpp.
// KEYRACK_FUZZ_TARGET names the target.

#include "fuzz/targets.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

keyrack::fuzz::Target const& chosen()
{
    static keyrack::fuzz::Target const& target = []() -> keyrack::fuzz::Target const& {
        char const* const name = std::getenv("KEYRACK_FUZZ_TARGET");
        auto const* const found =
            std::ranges::find(keyrack::fuzz::targets, name == nullptr ? "" : name, &keyrack::fuzz::Target::name);
        if (found != keyrack::fuzz::targets.end()) return *found;
        std::fputs("KEYRACK_FUZZ_TARGET names no target (tests/fuzz/targets.hpp)\n", stderr);
        std::exit(2);
    }();
    return target;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size)
{
    chosen().run({ reinterpret_cast<char const*>(bytes), size });
    return 0;
}
