#include "sync/office.hpp"

#include "codec/catalogue_json.hpp"
#include "store/raw_database.hpp"
#include "sync/folding.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <utility>
#include <variant>

namespace keyrack::test {

namespace {

constexpr int calls_a_round = 5'000;
constexpr int rounds_at_least = 4;
constexpr int rounds_to_settle = 200; // a folder that was emptied is found out segment by segment
constexpr std::string_view login_page = "<!doctype html><title>Sign in</title>";

// What a network that fails makes of an answer.
sync::Answer spoilt(sync::Answer answer, Random& chance)
{
    switch (chance.below(24)) {
    case 0: answer.how = sync::Answered::failed; break;
    case 1: answer.how = sync::Answered::refused; break;
    case 2: answer.how = sync::Answered::absent; break;
    case 3:
        answer.how = sync::Answered::found;
        answer.body = login_page;
        break;
    case 4: answer.body.resize(answer.body.size() / 2); break;
    default: break;
    }
    return answer;
}

sync::Answer answer_from(Folder& folder, sync::Effect const& effect, Random* chance)
{
    if (auto const* put = std::get_if<sync::Put>(&effect)) {
        bool const is_lost = chance && chance->one_in(10);
        bool const is_torn = chance && chance->one_in(20);
        if (!is_lost) folder[put->path] = is_torn ? put->body.substr(0, put->body.size() / 3) : put->body;
        return { .request = put->request, .how = sync::Answered::done, .body = {} };
    }
    auto const& get = std::get<sync::Get>(effect);
    auto const found = folder.find(get.path);
    if (found == folder.end()) return { .request = get.request, .how = sync::Answered::absent, .body = {} };
    return { .request = get.request, .how = sync::Answered::found, .body = found->second };
}

} // namespace

portal::Author author_at(std::int64_t now_ms, std::string actor)
{
    return { std::move(actor), Instant { std::chrono::milliseconds { now_ms } } };
}

bool exchange(portal::Session& session, Folder& folder, std::int64_t now_ms, Random* chance)
{
    auto step = session.exchange_tick(now_ms);
    int calls = 0;
    while (step && !step->effects.empty() && !std::holds_alternative<sync::Wait>(step->effects.back())) {
        INFO("a round without end: " << session.slug());
        REQUIRE(++calls < calls_a_round);
        auto answer = answer_from(folder, step->effects.back(), chance);
        step = session.exchange_take(chance ? spoilt(std::move(answer), *chance) : std::move(answer), now_ms);
    }
    return step.has_value();
}

std::string unsound(portal::Session const& session)
{
    auto const loaded = session.store().load();
    if (!loaded) return "cannot be loaded: " + loaded.error().what + ' ' + loaded.error().where;
    if (*loaded != session.ledger()) return "the tables hold something else than memory";
    engine::Ledger folded;
    std::vector<engine::TouchedRow> touched;
    std::vector<codec::Outcome> outcomes;
    auto const done = session.store().travelling(
        EntryId::of_row(0), store::WithRows::yes, [&](EntryId id, store::StoredEntry const& stored) {
            outcomes.push_back(sync::fold_entry(folded, session.catalogue(), stored.entry, id, touched));
        });
    if (!done) return "the journal cannot be read";
    if (folded != session.ledger()) return "the journal leads to another ledger";
    auto const entries = session.store().entries(EntryId::of_row(0), outcomes.size() + 1);
    if (!entries || entries->size() != outcomes.size()) return "the journal has other entries";
    for (auto const& [id, entry, fate, reasons] : *entries) {
        auto const& outcome = outcomes[id.row()];
        if (fate != outcome.fate || reasons != codec::reasons_to_json(outcome))
            return "entry " + std::to_string(id.row()) + " has another fate than it says";
    }
    return {};
}

portal::Session Office::opened(std::string const& name) const
{
    auto session = portal::Session::open(name, m_place, codec::shipped_catalogue(), name);
    REQUIRE(session);
    return std::move(*session);
}

Office::Office(store::Place place, std::vector<std::string> const& names) : m_place(place), m_names(names)
{
    for (auto const& name : names) m_sessions.push_back(opened(name));
    REQUIRE(m_sessions.front().execute(engine::OpenTenant { "Northwind" }, author_at(now_ms)));
    auto const bundle = m_sessions.front().bundle();
    REQUIRE(bundle);
    for (std::size_t device = 1; device < names.size(); ++device) REQUIRE(m_sessions[device].found(*bundle));
}

void Office::reopen()
{
    m_sessions.clear();
    for (auto const& name : m_names) m_sessions.push_back(opened(name));
}

void Office::settle(Folder& folder)
{
    auto const is_settled = [this] {
        auto const& first = m_sessions.front();
        return std::ranges::all_of(m_sessions, [&](portal::Session const& each) {
            return each.exchange_status().resting && each.store().next_entry() == first.store().next_entry()
                && each.ledger() == first.ledger();
        });
    };
    for (int round = 0; round < rounds_at_least || (round < rounds_to_settle && !is_settled()); ++round) {
        now_ms += sync::longest_delay_ms;
        for (std::size_t device = 0; device < size(); ++device)
            REQUIRE(exchange(m_sessions[device], folder, clock(device)));
    }
}

std::string difference(portal::Session const& one, portal::Session const& other)
{
    auto const rows_of = [](portal::Session const& session) {
        auto const bytes = session.store().bytes();
        REQUIRE(bytes);
        auto rows = all_rows(*bytes, { "exchange", "lanes", "segments", "set_aside", "import_blocks" });
        // Imports lie in blocks of any size: their rows count.
        REQUIRE(session.store().travelling(
            EntryId::of_row(0), store::WithRows::yes, [&](EntryId, store::StoredEntry const& stored) {
                std::ranges::copy(stored.entry.rows, std::back_inserter(rows));
            }));
        return rows;
    };
    auto const here = rows_of(one);
    auto const there = rows_of(other);
    auto const [mine, theirs] = std::ranges::mismatch(here, there);
    if (mine == here.end() && theirs == there.end()) return {};
    return (mine == here.end() ? "nothing" : *mine) + " beside " + (theirs == there.end() ? "nothing" : *theirs);
}

} // namespace keyrack::test
