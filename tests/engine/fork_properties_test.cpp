// What-if on an excerpt says what doing it says: over random tenants and random commands, each failure with its seed.

#include "engine/fork.hpp"
#include "support/css_tenant.hpp"
#include "support/random_tenant.hpp"
#include "support/whole_fork.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

// Commands one after another, most of them lawful where they stand.
std::vector<Command> some_commands(Tenant const& tenant, Random& random)
{
    Tenant future = tenant;
    std::vector<Command> commands;
    for (int count = 1 + random.below(6); std::ssize(commands) < count;) {
        auto const command = random_command(future, random);
        bool const lawful = future.try_to(command).has_value();
        if (lawful || random.one_in(12)) commands.push_back(command);
    }
    return commands;
}

// What the plain way leaves out: fees, and what would end the breaches that come.
Difference without_fees(Difference difference)
{
    difference.fees = {};
    difference.brought.clear();
    return difference;
}

struct Met
{
    int applied = 0, refused = 0, rooms = 0, lost = 0, unseen = 0, orders = 0, extended = 0, clipped = 0, new_rooms = 0;
};

void count(Difference const& difference, Met& met)
{
    met.applied += 1;
    met.rooms += difference.rooms.empty() ? 0 : 1;
    met.lost += std::ranges::any_of(difference.rooms, &RoomChange::lost) ? 1 : 0;
    met.unseen += difference.rooms.empty() && !difference.programmes.empty() ? 1 : 0;
    met.orders += difference.orders.empty() ? 0 : 1;
    met.extended += difference.warranties_extended > 0 ? 1 : 0;
    met.clipped += difference.clipped.empty() ? 0 : 1;
    met.new_rooms += difference.new_rooms.empty() ? 0 : 1;
}

} // namespace

TEST_CASE("B2: what-if on an excerpt is what-if on the whole, and then doing it makes it so", "[engine][B2][property]")
{
    Met met;
    for (auto const seed : seeds(120)) {
        CAPTURE(seed);
        auto const tenant = random_tenant(seed, seed % 2 == 0 ? Manner::live : Manner::history);
        auto const before = tenant.ledger;
        Random random { seed ^ 0x0F0F };
        for (Date const day : days_to_look_at(tenant, random, 5)) {
            CAPTURE(iso(day));
            auto const commands = some_commands(tenant, random);
            auto const said = what_if(tenant.ledger, tenant.catalogue(), commands, day);
            auto const whole = what_if_on_a_copy(tenant.ledger, tenant.catalogue(), commands, day);
            REQUIRE(said.has_value() == whole.has_value());
            CHECK(tenant.ledger == before);
            if (!said) {
                CHECK(said.error() == whole.error());
                met.refused += 1;
                continue;
            }
            CHECK(without_fees(*said) == *whole);
            count(*said, met);
            Tenant merged = tenant;
            for (auto const& command : commands) merged.apply(command);
            CHECK(difference_of(tenant.ledger, merged.ledger, tenant.catalogue(), day) == without_fees(*said));
        }
    }
    if (replays()) return;
    CHECK(met.applied > 100);
    CHECK(met.refused > 20);
    CHECK(met.rooms > 50);
    CHECK(met.lost > 5);
    CHECK(met.unseen > 0); // a room that is covered as long as before, by fewer programmes or by others
    CHECK(met.orders > 50);
    CHECK(met.extended > 10);
    CHECK(met.clipped > 0);
    CHECK(met.new_rooms > 20);
}

TEST_CASE("B2, R192, D19: what has its prices is added up, what has none is named", "[engine][B2][R192][D19]")
{
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 3);
    SetCssPrice price { .price = CssPriceKind::coverage, .product_line = "apps", .years = 2 };
    std::vector<Command> const commands {
        BuyCoverage { "C-1", catalogue::CssTier::select, date("2026-06-01"), 2, { { "apps", "north", 3, {} } } }
    };
    auto const day = date("2026-06-01");
    auto const unknown = what_if(tenant.ledger, tenant.catalogue(), commands, day);
    REQUIRE(unknown.has_value());
    CHECK(unknown->fees.cents == 0);
    CHECK_FALSE(unknown->fees.complete());
    CHECK(unknown->fees.missing == std::vector { price });

    tenant.price(price, 1'250);
    auto const known = what_if(tenant.ledger, tenant.catalogue(), commands, day);
    REQUIRE(known.has_value());
    CHECK(known->fees.cents == 3'750);
    CHECK(known->fees.complete());

    auto more = commands;
    more.push_back(placing("PO-1", "select", 1, 2, "2026-06-01"));
    auto const in_part = what_if(tenant.ledger, tenant.catalogue(), more, day);
    REQUIRE(in_part.has_value());
    CHECK(in_part->fees.cents == 3'750);
    CHECK(in_part->fees.without_price == std::vector { tenant.catalogue().find("select") });
    CHECK_FALSE(in_part->fees.complete());
}

TEST_CASE("B7: what a command would breach is told before it is given, with what would end it, cheapest first",
    "[engine][B7][R180][R182][R186]")
{
    CssTenant tenant;
    tenant.licences("L-1", "apps", "north", 5).licences("L-2", "gate", "north", 2);
    tenant.covered("C-1", "apps", "north", 5);
    auto const day = date("2026-06-01");
    struct Row
    {
        char const* name;
        Command command;
        std::vector<std::string> want; // breach, then its remedies
    };
    auto const row = GENERATE_REF(values<Row>({
        { "cover some of a line",
         BuyCoverage { "C-2", catalogue::CssTier::select, day, 1, { { "gate", "north", 1, {} } } },
         { "all_in", "retire", "buy" } },
        { "another tier",         BuyCoverage { "C-2", catalogue::CssTier::priority, day, 1, { { "gate", "north", 2, {} } } },
         { "tiers", "upgrade" }        },
        { "more licences",        AddSoftwareLicences { "L-3", "apps", "north", "", LicencePricing::standard, 1, day },
         { "all_in", "retire", "buy" } },
        { "all of a line",        BuyCoverage { "C-2", catalogue::CssTier::select, day, 1, { { "gate", "north", 2, {} } } },
         {}                            },
    }));
    CAPTURE(row.name);
    auto const difference = what_if(tenant.ledger, tenant.catalogue(), { row.command }, day);
    REQUIRE(difference.has_value());
    std::vector<std::string> said;
    for (auto const& breach : difference->brought) {
        said.emplace_back(code(breach.kind));
        for (auto const& remedy : breach.remedies) said.emplace_back(code(remedy.kind));
    }
    CHECK(said == row.want);
}
