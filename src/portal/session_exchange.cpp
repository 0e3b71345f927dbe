// The exchange of a session: what comes from others takes its place in the journal,
// and the ledger is what that leads to.
#include "portal/session.hpp"

#include "base/verify.hpp"
#include "engine/row_access.hpp"
#include "sync/bundles.hpp"
#include "sync/folding.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace keyrack::portal {

namespace {

// Changes of the ledger that are remembered: late entries that sort further back cost folding the whole journal.
constexpr std::size_t most_remembered = 65'536;

EntryId id_at(std::size_t place)
{
    return EntryId::of_row(static_cast<std::uint32_t>(place));
}

using Places = std::map<codec::EntryName, std::size_t>;

Places places_of(JournalOrder const& order, std::size_t from)
{
    Places places;
    for (auto at = from; at < order.size(); ++at) places.emplace(order.name(at), at);
    return places;
}

// The entry that another takes back: in its own lane or, where a copied profile went on, in a branch of it.
std::optional<EntryId> place_of(
    std::optional<codec::EntryName> const& name, Places const& tail, JournalOrder const& order, std::size_t from)
{
    if (!name) return {};
    if (auto const found = tail.find(*name); found != tail.end()) return id_at(found->second);
    for (auto at = from; at-- > 0;)
        if (order.name(at) == *name) return id_at(at);
    return {};
}

// The rows as they stand now, each once, and those that are gone.
void write_rows(engine::Ledger const& ledger, std::vector<engine::TouchedRow> touched, store::Rewriting& into)
{
    std::ranges::sort(touched);
    touched.erase(std::ranges::unique(touched).begin(), touched.end());
    for (auto const each : touched) {
        if (auto change = engine::row_as_change(ledger, each))
            into.puts.push_back(std::move(*change));
        else
            into.removed.push_back(each);
    }
}

} // namespace

// --- begun and restored ----------------------------------------------------------------------------------------------

Result<void> Session::find_unknown()
{
    auto const identity = m_store.identity();
    if (!identity) return std::unexpected(identity.error());
    m_is_exchanged = identity->has_value();
    if (!m_is_exchanged) return {};
    return m_store.unknown_entries().transform([this](std::int64_t count) { m_unknown_entries = count; });
}

Result<void> Session::begin_exchange()
{
    if (m_exchange) return {};
    auto kept = read_kept(m_store, m_device);
    if (!kept) return std::unexpected(std::move(kept.error()));
    auto exchange = std::make_unique<Exchange>(
        Exchange { sync::Replica { std::move(kept->kept) }, std::move(kept->order), {}, {} });
    if (m_is_exchanged) {
        exchange->stored.become(exchange->replica.kept());
    } else if (auto done = m_store.keep(exchange->stored.change_to(exchange->replica.kept())); done) {
        exchange->stored.become(exchange->replica.kept());
        m_is_exchanged = true;
    } else {
        return done;
    }
    m_exchange = std::move(exchange);
    remember_from_here();
    return understand_more();
}

// What an earlier version did not know, this one may: the journal is folded anew from there.
Result<void> Session::understand_more()
{
    auto const placed = sync::entries_in_order(kept());
    auto from = m_exchange->order.agreement(placed);
    if (m_unknown_entries > 0) {
        auto const first = first_understood(placed);
        if (!first) return std::unexpected(first.error());
        from = std::min<std::size_t>(from, first->exists() ? first->row() : from);
    }
    if (from == placed.size() && from == m_exchange->order.size()) return {};
    return refold(from, placed).transform([](Exchanged const&) { });
}

// The first entry that was unknown and is not any more; none() where there is none.
Result<EntryId> Session::first_understood(std::span<sync::Placed const> placed) const
{
    constexpr std::size_t entries_at_once = 256;
    for (std::size_t first = 0; first < placed.size(); first += entries_at_once) {
        auto const page = m_store.entries(id_at(first), entries_at_once);
        if (!page) return std::unexpected(page.error());
        for (auto const& [id, entry, fate, reasons] : *page)
            if (fate == codec::Fate::unknown && id.row() < placed.size()
                && sync::is_understood(*placed[id.row()].entry))
                return id;
    }
    return EntryId::none();
}

void Session::remember_from_here()
{
    if (!m_exchange) return;
    m_ledger.remember(most_remembered);
    m_exchange->moments.clear();
}

// Memory follows the disk where a write failed.
void Session::restore()
{
    m_exchange.reset();
    if (auto ledger = m_store.load())
        m_ledger = std::move(*ledger);
    else
        m_unreadable = ledger.error(); // memory is behind the disk: nothing may be decided against it
    show_anew();
}

std::vector<std::string> Session::rows_of(EntryId import) const
{
    std::vector<std::string> rows;
    static_cast<void>(m_store.travelling(import, store::WithRows::yes,
        [&](EntryId, store::StoredEntry stored) { rows = std::move(stored.entry.rows); }));
    return rows;
}

// --- steps -----------------------------------------------------------------------------------------------------------

Result<Exchanged> Session::exchange_tick(std::int64_t now_ms)
{
    if (auto begun = begin_exchange(); !begun) return std::unexpected(std::move(begun.error()));
    return settle(m_exchange->replica.tick(now_ms));
}

Result<Exchanged> Session::exchange_take(sync::Answer const& answer, std::int64_t now_ms)
{
    if (auto begun = begin_exchange(); !begun) return std::unexpected(std::move(begun.error()));
    return settle(m_exchange->replica.take(answer, now_ms));
}

void Session::exchange_go(sync::Going going)
{
    if (m_exchange) m_exchange->replica.go(going);
}

Result<void> Session::exchange_elsewhere()
{
    if (!m_is_exchanged) return {};
    if (auto begun = begin_exchange(); !begun) return begun;
    m_exchange->replica.go_elsewhere();
    return settle({}).transform([](Exchanged const&) { });
}

void Session::exchange_wake()
{
    if (m_exchange) m_exchange->replica.wake();
}

void Session::exchange_hurry()
{
    if (m_exchange) m_exchange->replica.hurry();
}

Result<Exchanged> Session::merge(std::span<codec::Bundle const> bundles)
{
    if (auto begun = begin_exchange(); !begun) return std::unexpected(std::move(begun.error()));
    if (auto joined = m_exchange->replica.join(bundles); !joined) return std::unexpected(std::move(joined.error()));
    return settle({ sync::EntriesChanged {} });
}

Result<codec::Bundle> Session::bundle()
{
    if (auto begun = begin_exchange(); !begun) return std::unexpected(std::move(begun.error()));
    m_exchange->replica.cut_all();
    if (auto settled = settle({}); !settled) return std::unexpected(std::move(settled.error()));
    auto kept = this->kept(); // nothing is unsent
    return sync::bundle_of(kept);
}

Result<void> Session::set_aside(codec::EntryName const& entry)
{
    return m_store.set_aside(entry).transform([this] { show_anew(); });
}

Result<Exchanged> Session::found(codec::Bundle const& bundle)
{
    VERIFY(m_store.next_entry().row() == 0 && !m_is_exchanged);
    auto kept = sync::merged(std::span { &bundle, 1 });
    if (!kept) return std::unexpected(std::move(kept.error()));
    kept->device = lane_name(m_device);
    for (auto& [lane, chain] : kept->lanes) chain.there = chain.first - 1;
    // A name that this device wrote under before it was wiped is not taken up again: who knows what else bears it.
    while (kept->lanes.contains(kept->device) && !sync::own_chain(*kept).segments.empty())
        sync::take_new_name(*kept, "founded");
    m_exchange = std::make_unique<Exchange>(Exchange { sync::Replica { std::move(*kept) }, {}, {}, {} });
    m_is_exchanged = true;
    remember_from_here();
    auto settled = settle({ sync::EntriesChanged {} });
    if (!settled) m_is_exchanged = false;
    return settled;
}

// What has changed is written, and only then the effects are for doing.
Result<Exchanged> Session::settle(sync::Effects effects)
{
    auto const changed = std::erase_if(
        effects, [](sync::Effect const& each) { return std::holds_alternative<sync::EntriesChanged>(each); });
    if (changed > 0) {
        auto const placed = sync::entries_in_order(kept());
        auto const from = m_exchange->order.agreement(placed);
        bool const is_as_before = from == placed.size() && from == m_exchange->order.size();
        if (!is_as_before)
            return refold(from, placed).transform([&](Exchanged&& refolded) {
                refolded.effects = std::move(effects);
                return std::move(refolded);
            });
    }
    return keep_lanes().transform([&] { return Exchanged { .effects = std::move(effects), .moved = {} }; });
}

// What has changed of them since they were written last.
Result<void> Session::keep_lanes()
{
    auto const change = m_exchange->stored.change_to(kept());
    if (change.is_empty()) return {};
    if (auto done = m_store.keep(change); !done) {
        restore();
        return done;
    }
    m_exchange->stored.become(kept());
    return {};
}

// --- a tail folded anew ----------------------------------------------------------------------------------------------

Result<Exchanged> Session::refold(std::size_t from, std::span<sync::Placed const> placed)
{
    auto& exchange = *m_exchange;
    store::Rewriting rewriting { .from = id_at(from), .lanes = exchange.stored.change_to(kept()) };
    auto const before = places_of(exchange.order, from);
    auto tail = unwind(from);
    engine::Ledger fresh;
    auto& ledger = tail ? m_ledger : fresh;
    std::vector<engine::TouchedRow> touched = tail.value_or(std::vector<engine::TouchedRow> {});
    if (!tail) {
        fresh.remember(most_remembered);
        exchange.moments.clear();
        for (std::size_t at = 0; at < from; ++at) {
            exchange.moments.push_back(fresh.moment());
            static_cast<void>(sync::fold_entry(fresh, *m_catalogue, *placed[at].entry, id_at(at), touched));
        }
    }
    Places now;
    for (auto at = from; at < placed.size(); ++at) {
        auto const& [lane, entry] = placed[at];
        codec::EntryName const name { std::string { lane }, entry->sequence };
        now.emplace(name, at);
        exchange.moments.push_back(ledger.moment());
        auto outcome = sync::fold_entry(ledger, *m_catalogue, *entry, id_at(at), touched);
        auto const was = before.find(name);
        bool const is_it = was != before.end() && exchange.order.has(was->second, placed[at]);
        rewriting.tail.push_back({ .lane = name.device,
            .entry = entry,
            .was = is_it ? std::optional { id_at(was->second) } : std::nullopt,
            .undoes = place_of(entry->undoes, now, exchange.order, from),
            .outcome = std::move(outcome) });
    }
    write_rows(ledger, tail ? std::move(touched) : engine::differences(m_ledger, fresh), rewriting);
    if (auto done = m_store.rewrite(rewriting); !done) {
        restore();
        return std::unexpected(std::move(done.error()));
    }
    if (!tail) m_ledger = std::move(fresh);
    return refolded(from, placed, before, now);
}

// The ledger as it stood before the entry, and the rows that changed since; nothing where it does not remember.
std::optional<std::vector<engine::TouchedRow>> Session::unwind(std::size_t from)
{
    auto& [replica, order, stored, moments] = *m_exchange;
    if (from == order.size()) return std::vector<engine::TouchedRow> {};
    auto const first = order.size() - moments.size();
    if (from < first || !m_ledger.remembers(moments[from - first])) return {};
    auto touched = m_ledger.take_back(moments[from - first]);
    moments.resize(from - first);
    return touched;
}

Exchanged Session::refolded(
    std::size_t from, std::span<sync::Placed const> placed, Places const& before, Places const& now)
{
    auto& exchange = *m_exchange;
    Exchanged exchanged { .effects = {}, .entries_changed = true, .first_moved = EntryId::none(), .moved = {} };
    if (from < exchange.order.size()) {
        exchanged.first_moved = id_at(from);
        exchanged.moved.resize(exchange.order.size() - from);
        for (auto const& [name, at] : before)
            if (auto const found = now.find(name); found != now.end() && exchange.order.has(at, placed[found->second]))
                exchanged.moved[at - from] = id_at(found->second);
    }
    exchange.order.cut(from);
    for (auto at = from; at < placed.size(); ++at) exchange.order.add(placed[at].lane, *placed[at].entry);
    while (!exchange.moments.empty() && !m_ledger.remembers(exchange.moments.front())) exchange.moments.pop_front();
    exchange.stored.become(kept());
    auto const& times = kept();
    m_last_time_ms = times.time_ms;
    m_last_counter = times.time_counter;
    static_cast<void>(find_unknown());
    show_anew();
    return exchanged;
}

} // namespace keyrack::portal
