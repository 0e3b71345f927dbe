// Orders: placed, removed, cancelled (R37, R38, R42, D5).

#include "base/text.hpp"
#include "engine/device_licences.hpp"
#include "engine/draft.hpp"

namespace keyrack::engine {

namespace {

// Bought for no duration that is sold (R37, R38).
void check_years(ProgrammeId id, std::int32_t years, Date purchased_on, Draft& draft)
{
    if (years < 1) return draft.object(Reason::bad_years, { { "years", std::int64_t { years } } });
    if (!id.exists()) return;
    if (!draft.catalogue[id].term_on(purchased_on).sells(years))
        draft.object(Reason::years_not_sold, { naming(draft.catalogue, id), { "years", std::int64_t { years } } });
}

// R42, D5: within so many days of purchase, the last one included; only programmes that have a window.
void check_cancellation(Fact const& order, ProgrammeId id, Date purchased_on, Date on, Draft& draft)
{
    if (on < purchased_on)
        draft.object(Reason::before_purchase, { order, { "purchased", purchased_on }, { "day", on } });
    auto const& window = draft.catalogue[id].cancel_within_days_on(purchased_on);
    if (!window) return draft.object(Reason::not_cancellable, { order, naming(draft.catalogue, id) });
    Date const last_day = plus_days(purchased_on, window->value);
    if (on > last_day) draft.object(Reason::cancellation_closed, { order, { "last_day", last_day }, { "day", on } });
}

ProgrammeId programme(std::string_view key, Draft& draft)
{
    auto const id = draft.catalogue.find(key);
    if (!id.exists()) draft.object(Reason::unknown_programme, { { "programme", shortened(key, longest_name) } });
    return id;
}

std::int64_t assignments_on(Ledger const& ledger, OrderId order)
{
    std::int64_t count = 0;
    for (AssignmentId const id : ledger.walk(order))
        count += ledger.assignments()[id].standing == Standing::valid ? 1 : 0;
    return count + on_devices(ledger, order, never);
}

} // namespace

void decide_on(PlaceOrder const& command, Draft& draft)
{
    Ledger const& ledger = draft.ledger;
    draft.check_name(command.order);
    auto const known = ledger.order(command.order);
    if (stands(ledger.orders(), known))
        draft.object(Reason::key_taken, { { "key", command.order, known, ledger.orders()[known].entry } });
    auto const account = draft.account(command.account);
    auto const of = programme(command.programme, draft);
    Fact const order { "order", command.order };
    if (command.account.empty()) draft.object(Reason::parties_unknown, { order });
    if (command.quantity < 1 || command.quantity > largest_quantity)
        draft.object(Reason::bad_quantity, { { "quantity", std::int64_t { command.quantity } } });
    check_years(of, command.years, command.purchased_on, draft);
    if (command.cancelled_on && of.exists())
        check_cancellation(order, of, command.purchased_on, *command.cancelled_on, draft);
    draft.put(row_for(ledger.orders(), known),
        Order { command.order, account, of, command.years, command.quantity, command.purchased_on, command.cancelled_on,
            Standing::valid, draft.entry, EntryId::none() });
}

void decide_on(RemoveOrder const& command, Draft& draft)
{
    Ledger const& ledger = draft.ledger;
    auto const id = ledger.order(command.order);
    if (!id.exists()) return (void)draft.order(command.order);
    Order row = ledger.orders()[id];
    if (row.standing == Standing::withdrawn)
        return draft.object(Reason::changed_meanwhile, changed("standing", row.key, std::string {}));
    if (auto const count = assignments_on(ledger, id); count > 0)
        draft.object(Reason::has_dependents,
            { { "key", row.key, id, row.entry }, { "what", std::string { "assignments" } }, { "count", count } });
    row.standing = Standing::withdrawn;
    draft.put(id, std::move(row));
}

void decide_on(CancelOrder const& command, Draft& draft)
{
    auto const id = draft.order(command.order);
    if (!id.exists()) return;
    Order row = draft.ledger.orders()[id];
    if (row.cancelled_on)
        draft.object(
            Reason::changed_meanwhile, changed("cancelled_on", std::string {}, value_or_none(row.cancelled_on)));
    check_cancellation(naming(draft.ledger, id), row.programme, row.purchased_on, command.on, draft);
    row.cancelled_on = command.on;
    row.changed = draft.entry;
    draft.put(id, std::move(row));
    draft.time(Timed::order_cancelled, id, command.on, command.at);
}

void decide_on(WithdrawCancellation const& command, Draft& draft)
{
    auto const id = draft.order(command.order);
    if (!id.exists()) return;
    Order row = draft.ledger.orders()[id];
    if (row.cancelled_on != command.expects_on)
        draft.object(
            Reason::changed_meanwhile, changed("cancelled_on", command.expects_on, value_or_none(row.cancelled_on)));
    row.cancelled_on.reset();
    row.changed = draft.entry;
    draft.put(id, std::move(row));
}

} // namespace keyrack::engine
