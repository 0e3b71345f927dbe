// Two clocks (B3): what was true on a day, and what was known at a moment.

#include "engine/verdict.hpp"
#include "store/known_at.hpp"
#include "support/dates.hpp"
#include "workload.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;
using store::Place;
using store::Store;

namespace {

// A journal in memory, an entry an hour.
class Hours
{
public:
    Store store = opened();

    void give(Command const& command)
    {
        auto entry = entry_of(command, m_next + 1);
        entry.time_ms = moment(m_next).time_since_epoch().count();
        auto decision = decide(ledger, test_catalogue(), command, EntryId::of_row(m_next), Manner::live);
        REQUIRE(decision.has_value());
        REQUIRE(store.append(entry, decision->changes).has_value());
        for (Change const& change : decision->changes) ledger.apply(change);
        ++m_next;
    }

    // Of the entry with that number, from 0.
    [[nodiscard]] static Instant moment(std::uint32_t entry)
    {
        return *parse_instant("2026-06-01T00:00:00Z") + std::chrono::hours { entry };
    }

    [[nodiscard]] Ledger known(Instant at) const
    {
        auto known = store::known_at(store, test_catalogue(), at);
        REQUIRE(known.has_value());
        return std::move(*known);
    }

    Ledger ledger;

private:
    static Store opened()
    {
        auto store = Store::open("hours.db", Place::memory, { "select", "sync_plus" });
        REQUIRE(store.has_value());
        return std::move(*store);
    }

    std::uint32_t m_next = 0;
};

std::string covered(Ledger const& ledger, std::string_view day)
{
    auto const room = ledger.room("fjord");
    if (!room.exists()) return "no such room";
    auto const verdict = engine::covered(ledger, test_catalogue(), room, date(day));
    return verdict.answer == Holds::yes ? "covered" : "not covered";
}

} // namespace

TEST_CASE("B3: a back-dated order changes what was true then, and not what was known then", "[store][B3]")
{
    Hours hours;
    hours.give(OpenTenant { "northwind" });
    hours.give(AddRoom { "fjord", "Fjord", "Oslo", "NO", "", InSync::yes, Importance::ordinary });
    hours.give(PlaceOrder { "PO-1", "", "select", 1, 1, date("2026-01-10"), std::nullopt });
    hours.give(Assign { { { { "PO-1", 1 }, "fjord" } }, date("2026-02-01"), never });
    struct Row
    {
        char const* name;
        int minutes; // from the assignment on
        char const* day;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "true then, known now",                 600,  "2026-03-01", "covered"      },
        { "true then, known at that moment",      0,    "2026-03-01", "covered"      },
        { "true then, not known a minute before", -1,   "2026-03-01", "not covered"  },
        { "not known, and not true either",       -1,   "2026-01-20", "not covered"  },
        { "known, and not true before",           600,  "2026-01-20", "not covered"  },
        { "before the room was there",            -180, "2026-03-01", "no such room" },
    }));
    CAPTURE(row.name);
    auto const known = hours.known(Hours::moment(3) + std::chrono::minutes { row.minutes });
    CHECK(covered(known, row.day) == row.want);
}

TEST_CASE("B3: what is known at the end is the ledger, and before the first entry there is none", "[store][B3]")
{
    Hours hours;
    hours.give(OpenTenant { "northwind" });
    hours.give(AddRoom { "fjord", "Fjord", "Oslo", "NO", "", InSync::yes, Importance::ordinary });
    CHECK(hours.known(Hours::moment(9)) == hours.ledger);
    CHECK(hours.known(Hours::moment(0) - std::chrono::minutes { 1 }) == Ledger {});
}

TEST_CASE("property: what was known after each entry is the ledger as it was then", "[store][B3][property]")
{
    Hours hours;
    hours.give(OpenTenant { "northwind" });
    Commands commands { 3 };
    std::vector<Ledger> ledgers { hours.ledger };
    while (ledgers.size() < 60) {
        auto const command = commands.next();
        if (!decide(hours.ledger, test_catalogue(), command, EntryId::none(), Manner::live)) continue;
        if (std::holds_alternative<Import>(command)) continue;
        hours.give(command);
        ledgers.push_back(hours.ledger);
    }
    for (std::uint32_t at = 0; at < ledgers.size(); at += 7) CHECK(hours.known(Hours::moment(at)) == ledgers[at]);
}
