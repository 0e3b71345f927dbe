#include "support/refusals.hpp"

#include "engine/people.hpp"
#include "support/asking.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

namespace keyrack::test {

using namespace engine;

namespace {

constexpr std::size_t none_left_out = ~std::size_t { 0 };

// Whether all steps are applied but the one left out; those that are the command itself by who gives it.
bool goes(Tenant const& tenant, TryAnswer const& answer, Way const& way, Date day, std::size_t left_out = none_left_out)
{
    Ledger ledger = tenant.ledger;
    for (std::size_t at = 0; at < way.steps.size(); ++at) {
        Command const& step = way.steps[at];
        if (at == left_out) continue;
        bool const by_the_giver = at >= way.preparing && !answer.by.empty();
        if (by_the_giver && objection_to(ledger, { answer.by, day }, step)) return false;
        if (!fold(ledger, tenant.catalogue(), step, EntryId::none(), Manner::live)) return false;
    }
    return true;
}

} // namespace

TryAnswer tried(Tenant const& tenant, TryQuestion const& question, std::string_view day)
{
    return told<TryAnswer>(tenant, question, day);
}

int check_ways(Tenant const& tenant, TryAnswer const& answer, std::string_view day)
{
    CHECK(answer.dead_end.has_value() == (answer.denial && answer.ways.empty()));
    if (!answer.denial) CHECK(answer.ways.empty());
    if (answer.denial && is_never_cured(answer.denial->reason)) CHECK(answer.ways.empty());
    if (answer.dead_end) CHECK_FALSE(code(answer.dead_end->why).empty());
    CHECK(std::ranges::is_sorted(answer.ways, {}, [](Way const& way) { return way.steps.size(); }));
    for (std::size_t at = 0; at < answer.ways.size(); ++at) {
        Way const& way = answer.ways[at];
        CAPTURE(at, way.steps.size(), way.preparing);
        CHECK(std::ranges::count(answer.ways, way) == 1);
        CHECK(way.preparing < way.steps.size());
        CHECK(goes(tenant, answer, way, date(day)));
        for (std::size_t step = 0; step < way.preparing; ++step) {
            CAPTURE(step);
            CHECK_FALSE(goes(tenant, answer, way, date(day), step));
        }
    }
    return static_cast<int>(answer.ways.size());
}

} // namespace keyrack::test
