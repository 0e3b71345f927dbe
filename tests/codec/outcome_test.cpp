#include "codec/outcome.hpp"

#include "support/dates.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::codec;

TEST_CASE("what became of an entry comes back from JSON as it was", "[codec]")
{
    engine::Denial const taken {
        engine::Reason::already_assigned,
        { { "licence", std::string { "PO-77/3" } }, { "from", test::date("2026-06-01") },
                                    { "count", std::int64_t { -4 } } }
    };
    Outcome const outcomes[] {
        {},
        { .fate = Fate::lost, .why = taken },
        { .fate = Fate::in_part, .rows = { { 0, taken }, { 17, { engine::Reason::key_taken, {} } } } },
        { .fate = Fate::unknown },
    };
    for (auto const& outcome : outcomes) CHECK(outcome_of(outcome.fate, reasons_to_json(outcome)) == outcome);
    CHECK(reasons_to_json(outcomes[0]).empty());
    CHECK(reasons_to_json(outcomes[3]).empty());
}

TEST_CASE("every reason has a code by which it is found again", "[codec]")
{
    for (int each = 0; each <= static_cast<int>(engine::last_reason); ++each) {
        Outcome const outcome {
            .fate = Fate::lost, .why = engine::Denial { static_cast<engine::Reason>(each), {} }
        };
        CAPTURE(each);
        CHECK(outcome_of(Fate::lost, reasons_to_json(outcome)) == outcome);
    }
}

TEST_CASE("reasons that are none are refused", "[codec]")
{
    CHECK(!outcome_of(Fate::lost, ""));
    CHECK(!outcome_of(Fate::lost, "[]"));
    CHECK(outcome_of(Fate::lost, R"({"reason":"of_a_newer_version","facts":[]})").error().what == "bad_word");
    CHECK(!outcome_of(Fate::in_part, R"({"rows":[{"reason":"key_taken","facts":[]}]})"));
}
