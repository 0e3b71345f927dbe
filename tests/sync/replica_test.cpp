#include "sync/guard.hpp"
#include "sync/simulation.hpp"

#include <catch_amalgamated.hpp>

namespace keyrack::test {

namespace {

// Under Node no sanitizer watches, and a run costs a fifth: there the suite runs many more.
#ifdef __EMSCRIPTEN__
constexpr int seeds_of_suite = 2'000;
#else
constexpr int seeds_of_suite = 300;
#endif

int runs_until_noticed(sync::Guard guard, int most)
{
    sync::left_out_guard = guard;
    int run = 1;
    while (run <= most && Simulation { static_cast<std::uint64_t>(run), {} }.run().empty()) ++run;
    sync::left_out_guard = sync::Guard::none;
    return run;
}

} // namespace

TEST_CASE("replicas end with the same ledger and everything that was acknowledged, whatever fails", "[sync][B8]")
{
    std::size_t entries = 0;
    for (auto const seed : seeds(seeds_of_suite)) {
        INFO("seed " << seed);
        Simulation simulation { seed, {} };
        CHECK(simulation.run() == "");
        entries += simulation.entries();
    }
    CHECK((replays() || entries > 10'000));
}

TEST_CASE("without faults everything is sent and seen by others", "[sync][B8]")
{
    for (auto const seed : seeds(20)) {
        INFO("seed " << seed);
        Simulation simulation {
            seed, { .network = false, .folders = false, .crashes = false, .copies = false }
        };
        CHECK(simulation.run() == "");
        for (auto const& kept : simulation.kept())
            for (auto const& [lane, chain] : kept.lanes) CHECK(lane == chain.writer);
    }
}

TEST_CASE("the simulation notices a guard that is left out", "[sync][B8]")
{
    using enum sync::Guard;
    for (auto const guard : { read_back, chain, absence, hybrid_time, branches }) {
        INFO("guard " << static_cast<int>(guard));
        CHECK(runs_until_noticed(guard, 100) <= 100);
    }
}

} // namespace keyrack::test
