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

} // namespace

TEST_CASE("B3: what was known counts for every kind of question, but for those that the catalogue alone answers",
    "[store][B3]")
{
    Journal const journal;
    auto const half = journal.ledgers.size() / 2;
    Ledger const earlier = journal.known(half);
    REQUIRE(earlier == journal.ledgers[half]);
    Ledger const first = journal.known(1);
    REQUIRE(first == journal.ledgers[1]);
    Date const day = date("2026-05-20");
    Kinds same, other;
    for (Question const& question : questions_about(journal.ledgers.back(), codec::shipped_catalogue(), day)) {
        auto const now = told(journal.ledgers.back(), question, day);
        bool const differs = told(first, question, day) != now || told(earlier, question, day) != now;
        (differs ? other : same).insert(question.index());
    }
    for (auto const kind : other) same.erase(kind);
    CHECK(other.size() + same.size() == std::variant_size_v<Question>);
    CHECK(same == Kinds { place_of<ProductQuestion>() });
}

TEST_CASE("B3: the day counts for every kind of question, but for those that are about no day", "[store][B3]")
{
    Journal const journal;
    Ledger const& ledger = journal.ledgers.back();
    Date const day = date("2026-05-20");
    Kinds same, other;
    for (Question const& question : questions_about(ledger, codec::shipped_catalogue(), day)) {
        auto const now = told(ledger, question, day);
        bool const differs = told(ledger, question, date("2026-01-02")) != now
            || told(ledger, question, date("2026-11-20")) != now || told(ledger, question, date("2030-01-01")) != now;
        (differs ? other : same).insert(question.index());
    }
    for (auto const kind : other) same.erase(kind);
    // A command has its own day; a list from Sync, a guide and the range of products have none.
    CHECK(same
        == Kinds { place_of<ProductQuestion>(), place_of<TryQuestion>(), place_of<GuideQuestion>(),
            place_of<SyncImportQuestion>() });
}
