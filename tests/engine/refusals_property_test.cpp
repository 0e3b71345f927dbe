// Every refusal has its smallest ways past it, or says why there is none: over random tenants, each failure with its seed.

#include "codec/command_json.hpp"
#include "support/random_desk.hpp"
#include "support/refusals.hpp"

#include <catch_amalgamated.hpp>

#include <set>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

// A slip in a name, or a day, a number or an expectation that is not so.
struct Spoiling
{
    Random& random;

    template <class Kind>
    void operator()(Kind& command) const
    {
        if constexpr (requires { command.room; }) slip(command.room);
        if constexpr (requires { command.serial; }) slip(command.serial);
        if constexpr (requires { command.order; }) slip(command.order);
        if constexpr (requires { command.org; }) slip(command.org);
        if constexpr (requires { command.contract; }) slip(command.contract);
        if constexpr (requires { command.email; }) slip(command.email);
        if constexpr (requires { command.ticket; }) slip(command.ticket);
        if constexpr (requires { command.account; }) slip(command.account);
        if constexpr (requires {
                          command.years;
                          command.years = 7;
                      })
            if (random.one_in(3)) command.years = random.below(9);
        if constexpr (requires { command.on += Days { 1 }; })
            if (random.one_in(3)) command.on += Days { random.below(1'200) - 600 };
        if constexpr (requires { command.expects_to; })
            if (random.one_in(3)) command.expects_to = date("2026-04-01");
        if constexpr (requires {
                          command.expects;
                          command.expects = {};
                      })
            if (random.one_in(2)) command.expects = {};
        if constexpr (requires { command.count += 1; })
            if (random.one_in(3)) command.count += 30;
    }
    void slip(std::string& name) const
    {
        if (name.size() > 3 && random.one_in(4)) std::swap(name[0], name[1]);
    }
};

Command spoiled(Command command, Random& random)
{
    std::visit(Spoiling { random }, static_cast<CommandKinds&>(command));
    return command;
}

std::string some_giver(Tenant const& tenant, Random& random)
{
    auto const& people = tenant.ledger.people().rows();
    if (!random.one_in(4)) return {};
    return people.empty() || random.one_in(4) ? "nobody@acme.example" : random.one_of(people).key;
}

} // namespace

TEST_CASE(
    "property: every way past a refusal lets the command through, and without any step that makes way it does not",
    "[engine][B1][property]")
{
    int ways = 0;
    std::set<Reason> cured;
    std::set<std::size_t> kinds;
    for (auto const seed : seeds(6)) {
        CAPTURE(seed);
        auto const tenant = random_desk(seed, Manner::live, 200);
        Random random { seed + 1'000 };
        for (int attempt = 0; attempt < 120; ++attempt) {
            auto command = random_desk_command(tenant, random);
            if (random.one_in(2)) command = spoiled(std::move(command), random);
            CAPTURE(attempt, codec::to_json(command));
            auto const answer = tried(tenant, { command, some_giver(tenant, random) });
            CAPTURE(answer.by, answer.denial ? code(answer.denial->reason) : "applied");
            auto const count = check_ways(tenant, answer);
            ways += count;
            if (count == 0) continue;
            cured.insert(answer.denial->reason);
            kinds.insert(command.index());
        }
    }
    CHECK((ways > 150 || replays()));
    CHECK((cured.size() > 12 || replays()));
    CHECK((kinds.size() > 15 || replays()));
}
