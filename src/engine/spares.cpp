#include "engine/spares.hpp"

#include "engine/coverage_rules.hpp"

#include <algorithm>
#include <cstdlib>
#include <span>
#include <utility>

namespace keyrack::engine {

namespace {

using catalogue::Catalogue;

// What an order changes on a day, once when it begins to count and once when it no longer does.
struct Event
{
    Date on {};
    OrderId order;
    std::int64_t licences = 0;  // counting towards spares
    std::int64_t contracts = 0; // active: kept alive by them is what was earned (D8)
};

bool earns_spares(Catalogue const& catalogue, Order const& order)
{
    return catalogue[order.programme].licences_per_spare.has_value();
}

// D9: from purchase, even before the term starts, to the end of the term or the cancellation.
template <Witness W>
bool counts(Ledger const& ledger, Catalogue const& catalogue, OrderId id, Date day, W& witness)
{
    OrderCase const of = order_case(ledger, catalogue, id, day);
    Date const end = end_of(of.order, of.term);
    bool const holds = of.order.purchased_on <= day && day < end;
    bool const counted = witness.demand(Rule::spares_count, holds, [&](auto& proof) {
        proof.add(naming(ledger, id));
        proof.fact("licences", std::int64_t { of.order.quantity }, id, of.order.entry);
        proof.fact("purchased", of.order.purchased_on, id, of.order.entry);
        proof.fact("end", end, id);
        proof.fact("day", day);
    });
    return counted && of.order.standing == Standing::valid && earns_spares(catalogue, of.order);
}

// Both ends of the time for which an order's licences count, and for which its contract is active.
void add_events(Ledger const& ledger, Catalogue const& catalogue, OrderId id, std::vector<Event>& events)
{
    Order const& order = ledger.orders()[id];
    if (order.standing == Standing::withdrawn) return;
    Period const term = term_of(ledger, catalogue, id);
    bool const earns = earns_spares(catalogue, order);
    Period const counting { order.purchased_on, end_of(order, term) };
    Period const active { earns ? std::min(term.from, counting.from) : term.from, counting.to };
    if (earns && !counting.empty()) {
        events.push_back({ counting.from, id, order.quantity, 0 });
        events.push_back({ counting.to, id, -std::int64_t { order.quantity }, 0 });
    }
    if (!active.empty()) {
        events.push_back({ active.from, id, 0, 1 });
        events.push_back({ active.to, id, 0, -1 });
    }
}

std::vector<Event> events_until(Ledger const& ledger, Catalogue const& catalogue, Date day)
{
    std::vector<Event> events;
    for (std::uint32_t row = 0; row < ledger.orders().size(); ++row)
        add_events(ledger, catalogue, OrderId::of_row(row), events);
    std::erase_if(events, [&](Event const& event) { return event.on > day; });
    std::ranges::stable_sort(events, {}, &Event::on);
    return events;
}

// The counts as they move from day to day.
class Tally
{
public:
    Tally(Ledger const& ledger, Catalogue const& catalogue)
        : m_ledger(ledger), m_catalogue(catalogue), m_licences(catalogue.programmes().size())
    { }

    void add(Event const& event)
    {
        m_licences[m_ledger.orders()[event.order].programme.row()] += event.licences;
        m_contracts += event.contracts;
    }

    // R90, R91: one for each full fifty; each programme that gives spares counts its own licences.
    void settle(Spares& spares) const
    {
        spares.licences = spares.entitled = 0;
        spares.licences_to_next = spares.step = 0;
        for (std::uint32_t row = 0; row < m_licences.size(); ++row) {
            auto const& each = m_catalogue[ProgrammeId::of_row(row)].licences_per_spare;
            if (!each || each->value < 1) continue;
            std::int64_t const missing = each->value - m_licences[row] % each->value;
            spares.licences += m_licences[row];
            spares.entitled += m_licences[row] / each->value;
            if (spares.step > 0 && spares.licences_to_next <= missing) continue;
            spares.licences_to_next = missing;
            spares.step = each->value;
        }
        // D8: what was earned stays while any contract is active.
        spares.earned = m_contracts > 0 ? std::max(spares.earned, spares.entitled) : 0;
        spares.above_entitlement = spares.earned - spares.entitled;
    }

private:
    Ledger const& m_ledger;
    Catalogue const& m_catalogue;
    std::vector<std::int64_t> m_licences; // by programme
    std::int64_t m_contracts = 0;
};

// One day's events: a day is judged as a whole, so that a renewal on the day of an end is no gap. The order with the
// largest change stands for the day.
OrderId take_day(std::span<Event const> events, Tally& tally)
{
    std::int64_t most = 0;
    auto because = OrderId::none();
    for (Event const& event : events) {
        tally.add(event);
        if (std::abs(event.licences) > most) because = event.order;
        most = std::max(most, std::abs(event.licences));
    }
    return because;
}

// Every order bought by then whose programme gives spares, whether it counts or no longer does.
void record_count(
    Ledger const& ledger, Catalogue const& catalogue, Date day, std::int64_t licences, ProofWitness& witness)
{
    std::int64_t orders = 0;
    auto const judge = [&](ProofWitness& parts) {
        for (std::uint32_t row = 0; row < ledger.orders().size(); ++row) {
            auto const id = OrderId::of_row(row);
            Order const& order = ledger.orders()[id];
            if (order.standing == Standing::valid && order.purchased_on <= day && earns_spares(catalogue, order))
                orders += counts(ledger, catalogue, id, day, parts) ? 1 : 0;
        }
        return orders > 0;
    };
    (void)witness.compose(Rule::spares_count, judge, [&](Description& proof) {
        proof.fact("licences", licences);
        proof.fact("orders", orders);
        proof.fact("day", day);
    });
}

// What was earned stays, though the licences are fewer by now.
void record_earned(Spares const& spares, ProofWitness& witness)
{
    (void)witness.demand(Rule::spare_stays_earned, spares.above_entitlement > 0, [&](Description& proof) {
        proof.fact("earned", spares.earned);
        proof.fact("entitled", spares.entitled);
        proof.fact("above", spares.above_entitlement);
    });
}

void name_thresholds(Catalogue const& catalogue, Description& proof)
{
    for (auto const& programme : catalogue.programmes()) {
        auto const& licences = programme.licences_per_spare;
        if (licences) proof.parameter("licences_per_spare", licences->value, licences->origin);
    }
}

} // namespace

bool counts_for_spares(Ledger const& ledger, Catalogue const& catalogue, OrderId order, Date day)
{
    NoWitness nobody;
    return counts(ledger, catalogue, order, day, nobody);
}

Spares spares_on(Ledger const& ledger, Catalogue const& catalogue, Date day)
{
    Spares spares;
    Tally tally { ledger, catalogue };
    tally.settle(spares);
    auto const events = events_until(ledger, catalogue, day);
    for (auto at = events.begin(); at != events.end();) {
        Date const on = at->on;
        auto const next = std::find_if(at, events.end(), [&](Event const& event) { return event.on != on; });
        auto const because = take_day({ at, next }, tally);
        auto const before = spares.licences;
        tally.settle(spares);
        if (spares.licences != before) spares.steps.push_back({ on, spares.licences, spares.entitled, because });
        at = next;
    }
    return spares;
}

Proof proof_of_spares(Ledger const& ledger, Catalogue const& catalogue, Date day)
{
    Spares const spares = spares_on(ledger, catalogue, day);
    ProofWitness root;
    auto const judge = [&](ProofWitness& parts) {
        record_count(ledger, catalogue, day, spares.licences, parts);
        record_earned(spares, parts);
        return spares.entitled > 0;
    };
    (void)root.compose(Rule::spares_threshold, judge, [&](Description& proof) {
        proof.fact("licences", spares.licences);
        proof.fact("entitled", spares.entitled);
        proof.fact("licences_to_next", spares.licences_to_next);
        name_thresholds(catalogue, proof);
    });
    return root.take().front();
}

} // namespace keyrack::engine
