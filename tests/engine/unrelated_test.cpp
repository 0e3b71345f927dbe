// The order of unrelated commands does not matter: two that name nothing in common may change places, and every answer stays.

#include "codec/command_json.hpp"
#include "engine/coverage.hpp"
#include "engine/spares.hpp"
#include "engine/verdict.hpp"
#include "engine/warranty.hpp"
#include "support/random_tenant.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <concepts>
#include <set>
#include <string>
#include <vector>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

using Names = std::set<std::string>;

// What a command names, so that two with nothing in common have nothing to do with each other.
struct Named
{
    Names names {};

    void operator()(Assign const& command)
    {
        for (Pairing const& pair : command.pairs) {
            names.insert("order " + pair.licence.order);
            names.insert("room " + pair.room);
        }
    }
    void operator()(WithdrawAssignments const& command)
    {
        for (Withdrawal const& each : command.assignments) names.insert("order " + each.licence.order);
        names.insert("what is in some room");
    }
    void operator()(OpenTenant const&) { }
    template <class Kind>
    void operator()(Kind const& command)
    {
        if constexpr (requires { command.order; }) names.insert("order " + command.order);
        if constexpr (requires { command.licence; }) names.insert("order " + command.licence.order);
        if constexpr (requires { command.room; }) names.insert("room " + command.room);
        if constexpr (requires { command.expects_room; }) names.insert("room " + command.expects_room);
        if constexpr (requires { command.serial; }) names.insert("device " + command.serial);
        if constexpr (requires { command.years; }) names.insert("years");
        constexpr bool touches_a_room =
            std::same_as<Kind, RemoveRoom> || std::same_as<Kind, RemoveDevice> || std::same_as<Kind, EndAssignment>;
        if constexpr (touches_a_room) names.insert("what is in some room");
    }
};

Names names_of(Command const& command)
{
    Named named;
    std::visit(named, command);
    return named.names;
}

bool are_unrelated(Command const& one, Command const& other)
{
    auto const names = names_of(one);
    auto const others = names_of(other);
    return std::ranges::none_of(names, [&](auto const& name) { return others.contains(name); });
}

// Every answer by key, whatever the rows.
std::set<std::string> answers(Tenant const& tenant, Date day)
{
    auto const& ledger = tenant.ledger;
    auto const columns = coverage_of_all(ledger, tenant.catalogue(), day);
    auto const warranties = warranty_of_all(ledger, tenant.catalogue(), columns, day);
    std::set<std::string> told { "spares " + std::to_string(tenant.spares(iso(day)).earned) };
    for (std::uint32_t row = 0; row < ledger.rooms().size(); ++row) {
        Room const& room = ledger.rooms()[RoomId::of_row(row)];
        for (auto const& programme : columns.programmes) told.insert(room.key + ' ' + shown(programme.until[row]));
        told.insert(room.key + (room.standing == Standing::valid ? " stands" : " was withdrawn"));
    }
    for (std::uint32_t row = 0; row < ledger.devices().size(); ++row)
        told.insert(
            ledger.devices()[DeviceId::of_row(row)].serial + ' ' + shown(warranties[row].end().value_or(always)));
    for (Order const& order : ledger.orders().rows()) {
        auto const status = tenant.status(order.key, iso(day));
        told.insert(order.key + ' ' + shown(status.term.from) + ' ' + std::to_string(status.free));
    }
    return told;
}

// Of every two that follow each other and are unrelated, every other pair changes places.
std::vector<Command> changed_places(std::vector<Command> commands, Random& random)
{
    for (std::size_t at = 1; at + 1 < commands.size(); ++at) {
        if (!random.one_in(2) || !are_unrelated(commands[at], commands[at + 1])) continue;
        std::swap(commands[at], commands[at + 1]);
        ++at;
    }
    return commands;
}

} // namespace

TEST_CASE("property: the order of unrelated commands does not matter", "[engine][B8][property]")
{
    int changed = 0;
    for (auto const seed : seeds(60)) {
        CAPTURE(seed);
        auto const tenant = random_tenant(seed, Manner::live);
        Random random { seed };
        auto const commands = changed_places(tenant.applied(), random);
        changed += commands != tenant.applied() ? 1 : 0;
        Tenant other;
        for (Command const& command : commands) {
            if (std::holds_alternative<OpenTenant>(command)) continue;
            CAPTURE(codec::to_json(command));
            REQUIRE(outcome(other.try_to(command)).starts_with("applied"));
        }
        for (int pick = 0; pick < 5; ++pick) {
            Date const day = date("2024-01-01") + Days { random.below(1'800) };
            CHECK(answers(other, day) == answers(tenant, day));
        }
    }
    CHECK((changed > 0 || replays()));
}
