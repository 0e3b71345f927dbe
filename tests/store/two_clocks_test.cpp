// B3: both clocks for every kind of question: as of a day, and as known at a moment.

#include "codec/answer_json.hpp"
#include "codec/catalogue_json.hpp"
#include "store/known_at.hpp"
#include "store/workload.hpp"
#include "support/dates.hpp"
#include "support/every_kind.hpp"
#include "support/every_question.hpp"

#include <catch_amalgamated.hpp>

#include <set>
#include <string>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;
using store::Place;
using store::Store;

namespace {

// Commands of every kind in a journal, one an hour, and the ledger after each.
struct Journal
{
    Store store;
    std::vector<Ledger> ledgers { {} };

    Journal() : store(opened())
    {
        give(OpenTenant { "northwind" });
        for (auto const& command : commands_of_every_kind()) give(command);
    }

    [[nodiscard]] static Instant moment(std::size_t entries)
    {
        return *parse_instant("2026-06-01T00:00:00Z") + std::chrono::hours { entries };
    }

    // After the first so many entries.
    [[nodiscard]] Ledger known(std::size_t entries) const
    {
        auto known = store::known_at(store, codec::shipped_catalogue(), moment(entries));
        REQUIRE(known.has_value());
        return std::move(*known);
    }

private:
    static Store opened()
    {
        auto store = Store::open("clocks.db", Place::memory, { "select", "sync_plus", "extended_warranty" });
        REQUIRE(store.has_value());
        return std::move(*store);
    }

    void give(Command const& command)
    {
        auto ledger = ledgers.back();
        auto const row = static_cast<std::uint32_t>(ledgers.size() - 1);
        auto const decision = decide(ledger, codec::shipped_catalogue(), command, EntryId::of_row(row), Manner::live);
        if (!decision) return;
        auto entry = entry_of(command, row + 1);
        entry.time_ms = moment(ledgers.size()).time_since_epoch().count();
        REQUIRE(store.append(entry, decision->changes).has_value());
        for (Change const& change : decision->changes) ledger.apply(change);
        ledgers.push_back(std::move(ledger));
    }
};

// The answer as `keyrack ask` prints it, without the day; a refusal as its reason.
std::string told(Ledger const& ledger, Question const& question, Date day)
{
    auto const answer = verdict(ledger, codec::shipped_catalogue(), question, day);
    if (!answer) return std::string { code(answer.error().reason) };
    auto text = codec::to_json({ ledger, codec::shipped_catalogue(), day }, *answer);
    auto const as_of = text.find("\"as_of\":");
    REQUIRE(as_of != std::string::npos);
    return text.erase(as_of, text.find(',', as_of) - as_of);
}

template <class Kind>
std::size_t place_of()
{
    return Question { Kind {} }.index();
}

using Kinds = std::set<std::size_t>;

// Kinds whose answers `differ`, and those of which none does.
template <class Differ>
Kinds never_differing(Ledger const& ledger, Date day, Differ const& differ)
{
    Kinds same, other;
    for (Question const& question : questions_about(ledger, codec::shipped_catalogue(), day))
        (differ(question) ? other : same).insert(question.index());
    for (auto const kind : other) same.erase(kind);
    CHECK(other.size() + same.size() == std::variant_size_v<Question>);
    return same;
}

constexpr std::size_t entries_a_step = 6;

} // namespace

TEST_CASE("B3: what was known counts for every kind of question, but for those that the catalogue alone answers",
    "[store][B3]")
{
    Journal const journal;
    auto const& ledgers = journal.ledgers;
    for (std::size_t entries = 1; entries < ledgers.size(); entries += 5 * entries_a_step)
        REQUIRE(journal.known(entries) == ledgers[entries]);
    auto const differs = [&](Question const& question) {
        for (Date const day : { date("2026-05-20"), date("2026-11-20") }) {
            auto const now = told(ledgers.back(), question, day);
            for (std::size_t entries = 1; entries < ledgers.size(); entries += entries_a_step)
                if (told(ledgers[entries], question, day) != now) return true;
        }
        return false;
    };
    CHECK(never_differing(ledgers.back(), date("2026-05-20"), differs) == Kinds { place_of<ProductQuestion>() });
}

TEST_CASE("B3: the day counts for every kind of question, but for those that are about no day", "[store][B3]")
{
    Journal const journal;
    auto const differs = [&](Question const& question) {
        for (std::size_t entries = 1; entries < journal.ledgers.size(); entries += entries_a_step) {
            Ledger const& ledger = journal.ledgers[entries];
            auto const now = told(ledger, question, date("2026-05-20"));
            for (auto const* day : { "2026-01-02", "2026-06-01", "2026-11-20", "2030-01-01" })
                if (told(ledger, question, date(day)) != now) return true;
        }
        return false;
    };
    // A command has its own day; a list from Sync, a guide, the range of products and a partner's subscriptions have none.
    CHECK(never_differing(journal.ledgers.back(), date("2026-05-20"), differs)
        == Kinds { place_of<ProductQuestion>(), place_of<TryQuestion>(), place_of<GuideQuestion>(),
            place_of<SyncImportQuestion>(), place_of<AccountClassQuestion>() });
}
