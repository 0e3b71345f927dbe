// What holds of every kind of question: the day decides, a no comes with what would make it a yes, and what is offered can
// be done. Over tenants that have everything; a failure prints its seed.

#include "engine/question.hpp"

#include "codec/catalogue_json.hpp"
#include "support/every_kind.hpp"
#include "support/every_question.hpp"
#include "support/random_desk.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <variant>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

// Everything that stands after commands of every kind; some of them are refused.
Tenant a_whole_tenant()
{
    Tenant tenant { codec::shipped_catalogue() };
    for (auto const& command : commands_of_every_kind()) (void)tenant.try_to(command);
    return tenant;
}

using Steps = std::vector<Command>;

// Whether the answer is a yes, and the ways that it offers to make it one, best first. Nothing: it is no yes or no.
struct Offered
{
    bool yes = false;
    std::vector<Steps> ways;
};

std::vector<Steps> ways_of(std::vector<Cure> const& cures)
{
    std::vector<Steps> ways;
    for (Cure const& cure : cures) ways.push_back(cure.steps);
    return ways;
}

std::vector<Steps> way_of(std::vector<Command> const& steps)
{
    return steps.empty() ? std::vector<Steps> {} : std::vector<Steps> { steps };
}

struct Offers
{
    Ledger const& ledger;
    using Given = std::optional<Offered>;

    Given operator()(CoverageAnswer const& answer) const { return of(answer.verdict); }
    Given operator()(FeatureAnswer const& answer) const { return of(answer.verdict); }
    Given operator()(HelpAnswer const& answer) const { return of(answer.verdict); }
    Given operator()(ReplacementAnswer const& answer) const
    {
        return Offered { answer.next_business_day == Holds::yes, ways_of(answer.cures) };
    }
    Given operator()(TicketAnswer const& answer) const
    {
        return Offered { answer.cures.empty(), ways_of(answer.cures) }; // there are some where it is not served
    }
    Given operator()(PersonAnswer const& answer) const
    {
        return Offered { answer.may_manage == Holds::yes, way_of(answer.steps) };
    }
    Given operator()(ServiceOrderAnswer const& answer) const
    {
        bool const processed = ledger.service_orders()[answer.order].progress == OrderProgress::processed;
        return Offered { processed, way_of(answer.steps) };
    }
    template <class Each>
    Given operator()(Each const&) const
    {
        return std::nullopt;
    }

private:
    static Given of(Verdict const& verdict) { return Offered { verdict.answer == Holds::yes, ways_of(verdict.cures) }; }
};

std::optional<Offered> offered(Ledger const& ledger, Question const& question, Date day)
{
    auto const answer = verdict(ledger, codec::shipped_catalogue(), question, day);
    if (!answer) return std::nullopt;
    return std::visit(Offers { ledger }, static_cast<AnswerKinds const&>(*answer));
}

constexpr std::size_t none_left_out = ~std::size_t { 0 };

// The ledger after the way's steps, all but one; nothing where one of them is refused.
std::optional<Ledger> after(Ledger ledger, Steps const& way, std::size_t left_out = none_left_out)
{
    for (std::size_t step = 0; step < way.size(); ++step) {
        if (step == left_out) continue;
        if (!fold(ledger, codec::shipped_catalogue(), way[step], EntryId::none(), Manner::live)) return std::nullopt;
    }
    return ledger;
}

// Returns how many ways were tried.
int check_ways(Ledger const& ledger, Question const& question, Date day)
{
    auto const given = offered(ledger, question, day);
    if (!given || given->yes) return 0;
    for (Steps const& way : given->ways) {
        auto const cured = after(ledger, way);
        REQUIRE(cured.has_value());
        auto const flipped = offered(*cured, question, day);
        REQUIRE(flipped.has_value());
        CHECK(flipped->yes);
        for (std::size_t step = 0; step < way.size(); ++step) {
            CAPTURE(step);
            auto const partly = after(ledger, way, step);
            CHECK((!partly || !offered(*partly, question, day)->yes));
        }
    }
    return static_cast<int>(given->ways.size());
}

} // namespace

TEST_CASE("property: of every kind of question, what is offered turns the no into a yes, and no part of it does",
    "[engine][B1][property]")
{
    std::set<std::size_t> kinds;
    auto const check_all = [&](Ledger const& ledger, Date day) {
        for (Question const& question : questions_about(ledger, codec::shipped_catalogue(), day)) {
            CAPTURE(shown(day), question.index());
            if (check_ways(ledger, question, day) > 0) kinds.insert(question.index());
        }
    };
    auto const whole = a_whole_tenant();
    for (auto const* day : { "2026-02-05", "2026-05-20", "2026-08-01" }) check_all(whole.ledger, date(day));
    for (auto const seed : seeds(8)) {
        CAPTURE(seed);
        auto const tenant = random_desk(seed, Manner::live, 250);
        Random random { seed };
        for (int pick = 0; pick < 2; ++pick) check_all(tenant.ledger, date("2025-06-01") + Days { random.below(700) });
    }
    CHECK((kinds.size() >= 6 || replays()));
}

TEST_CASE("every kind of question is asked of a tenant that has everything, and answered", "[engine][property]")
{
    auto const tenant = a_whole_tenant();
    std::set<std::size_t> kinds;
    for (Question const& question : questions_about(tenant.ledger, tenant.catalogue(), date("2026-05-20"))) {
        CAPTURE(question.index());
        kinds.insert(question.index());
        auto const answer = verdict(tenant.ledger, tenant.catalogue(), question, date("2026-05-20"));
        if (!answer) continue; // of what was taken back
        CHECK(answer->index() == question.index());
    }
    CHECK(kinds.size() == std::variant_size_v<Question>);
}
