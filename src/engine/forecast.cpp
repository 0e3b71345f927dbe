#include "engine/forecast.hpp"

#include "engine/coverage.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <ranges>
#include <span>
#include <string>
#include <tuple>
#include <utility>

namespace keyrack::engine {

namespace {

using catalogue::Catalogue;

// Days on which an assignment covers its room.
struct Stretch
{
    Period days;
    ProgrammeId programme;
};

std::vector<Stretch> stretches(Ledger const& ledger, Catalogue const& catalogue, RoomId room)
{
    std::vector<Stretch> stretches;
    for (AssignmentId const id : ledger.walk(room)) {
        Assignment const& row = ledger.assignments()[id];
        Order const& order = ledger.orders()[row.order];
        if (row.standing == Standing::withdrawn || order.standing == Standing::withdrawn) continue;
        Period const term = term_of(ledger, catalogue, row.order);
        Period const days { std::max(term.from, row.days.from), std::min(end_of(order, term), row.days.to) };
        if (!days.empty()) stretches.push_back({ days, order.programme });
    }
    std::ranges::sort(stretches, {}, [](Stretch const& each) { return std::pair { each.days.from, each.days.to }; });
    return stretches;
}

struct Loss
{
    Date on {};
    ProgrammeId programme;
    AccountId account;
    RoomId room;

    [[nodiscard]] auto group() const { return std::tuple { on, programme, account }; }
    [[nodiscard]] auto line() const { return std::pair { programme, account }; }
};

// The ends of the room's cover that nothing follows on the same day.
void add_losses(Ledger const& ledger, Catalogue const& catalogue, RoomId room, Period within, std::vector<Loss>& losses)
{
    auto const all = stretches(ledger, catalogue, room);
    for (std::size_t at = 0; at < all.size(); ++at) {
        Date const end = all[at].days.to;
        if (!within.contains(end)) continue;
        bool const goes_on = std::ranges::any_of(all, [&](Stretch const& other) { return other.days.contains(end); });
        bool const told = std::ranges::any_of(all.begin() + static_cast<std::ptrdiff_t>(at) + 1, all.end(),
            [&](Stretch const& later) { return later.days.to == end; }); // of several, the one that began last
        if (!goes_on && !told) losses.push_back({ end, all[at].programme, ledger.rooms()[room].account, room });
    }
}

std::vector<Loss> losses(Ledger const& ledger, Catalogue const& catalogue, Period within)
{
    std::vector<Loss> losses;
    for (std::uint32_t row = 0; row < ledger.rooms().size(); ++row) {
        auto const id = RoomId::of_row(row);
        if (ledger.rooms()[id].standing == Standing::valid) add_losses(ledger, catalogue, id, within, losses);
    }
    std::ranges::stable_sort(losses, {}, &Loss::group);
    return losses;
}

// R39: bought earlier, the term would begin before the day.
// Bought before the terms changed, it would begin by those.
Date earliest_purchase(Catalogue const& catalogue, ProgrammeId id, Date day)
{
    catalogue::Programme const& programme = catalogue[id];
    auto const by = [&](catalogue::TermRule const& term) { return plus_days(day, -term.start_within_days.value); };
    Date earliest = by(programme.term_on(day));
    if (!programme.earlier) return earliest;
    for (auto const& terms : std::views::reverse(*programme.earlier))
        if (earliest < terms.until && terms.until <= day) earliest = std::min(terms.until, by(terms.term));
    return earliest;
}

std::vector<Ending> endings(Catalogue const& catalogue, std::vector<Loss> const& losses)
{
    std::vector<Ending> endings;
    for (Loss const& loss : losses) {
        auto const same = [&](Ending const& last) {
            return std::tuple { last.on, last.programme, last.account } == loss.group();
        };
        if (endings.empty() || !same(endings.back()))
            endings.push_back({ loss.on, loss.programme, loss.account, {},
                earliest_purchase(catalogue, loss.programme, loss.on), loss.on });
        endings.back().rooms.push_back(loss.room);
    }
    return endings;
}

// Ends of one programme and account that one order can follow.
using Group = std::span<Loss const>;

std::vector<Group> groups(Catalogue const& catalogue, std::span<Loss const> line)
{
    std::vector<Group> groups;
    while (!line.empty()) {
        Date const last = plus_days(
            line.front().on, catalogue[line.front().programme].term_on(line.front().on).start_within_days.value);
        auto const end = std::ranges::find_if(line, [&](Loss const& loss) { return loss.on > last; });
        auto const count = static_cast<std::size_t>(end - line.begin());
        groups.push_back(line.first(count));
        line = line.subspan(count);
    }
    return groups;
}

int distance(Date a, Date b)
{
    return std::abs(days_since_epoch(a) - days_since_epoch(b));
}

// The duration that ends closest to the day; among equals the shorter.
int years_towards(std::span<int const> sold, Date start, Date target)
{
    return *std::ranges::min_element(
        sold, {}, [&](int years) { return std::pair { distance(plus_years(start, years), target), years }; });
}

struct Choice
{
    std::vector<int> years; // by group
    int spread = std::numeric_limits<int>::max();
    std::int64_t total_years = 0;
};

Choice choice_towards(std::span<int const> sold, std::vector<Group> const& groups, Date target)
{
    Choice choice;
    Date first = never, last = always;
    for (Group const& group : groups) {
        int const years = years_towards(sold, group.front().on, target);
        Date const end = plus_years(group.front().on, years);
        first = std::min(first, end);
        last = std::max(last, end);
        choice.years.push_back(years);
        choice.total_years += std::int64_t { years } * std::ssize(group);
    }
    choice.spread = distance(first, last);
    return choice;
}

// The ends closest together; among equals the fewest years to buy.
Choice best_choice(std::span<int const> sold, std::vector<Group> const& groups)
{
    Choice best;
    for (Group const& group : groups) {
        for (int const years : sold) {
            auto choice = choice_towards(sold, groups, plus_years(group.front().on, years));
            if (std::pair { choice.spread, choice.total_years } < std::pair { best.spread, best.total_years })
                best = std::move(choice);
        }
    }
    return best;
}

// Keys that no order has, one after another.
class NewKeys
{
public:
    explicit NewKeys(Ledger const& ledger) : m_ledger(ledger) { }

    std::string next()
    {
        for (;;) {
            std::string key = "NEW-" + std::to_string(++m_number);
            if (!m_ledger.order(key).exists()) return key;
        }
    }

private:
    Ledger const& m_ledger;
    int m_number = 0;
};

// Buying on the day of the first end, and one assignment a day on which rooms lose their cover.
std::vector<Command> steps_for(Ledger const& ledger, Catalogue const& catalogue, Group group, int years, NewKeys& keys)
{
    auto const key = keys.next();
    auto const account = group.front().account;
    std::vector<Command> steps { PlaceOrder { key, account.exists() ? ledger.accounts()[account].key : std::string {},
        catalogue[group.front().programme].key, years, static_cast<std::int32_t>(group.size()), group.front().on,
        std::nullopt } };
    std::int32_t number = 0;
    for (std::size_t at = 0; at < group.size();) {
        Assign assign { .pairs = {}, .from = group[at].on };
        for (; at < group.size() && group[at].on == assign.from; ++at)
            assign.pairs.push_back({ { key, ++number }, ledger.rooms()[group[at].room].key });
        steps.emplace_back(std::move(assign));
    }
    return steps;
}

// R88, D6: by the cap of the terms under which the order would be bought.
std::int64_t clipped_devices(
    Ledger const& ledger, Catalogue const& catalogue, RoomId room, ProgrammeId programme, Date bought, Date end)
{
    auto const& cap = catalogue[programme].warranty_cap_years_on(bought);
    if (!cap) return 0;
    auto const devices = ledger.devices_in(room);
    return std::ranges::count_if(devices, [&](DeviceId id) {
        Device const& device = ledger.devices()[id];
        return device.standing == Standing::valid && plus_years(device.purchased_on, cap->value) < end;
    });
}

ProposedOrder proposed(Ledger const& ledger, Catalogue const& catalogue, Group group, int years, NewKeys& keys)
{
    auto const& first = group.front();
    ProposedOrder order;
    order.years = years;
    order.term = { first.on, plus_years(first.on, years) };
    order.order_from = earliest_purchase(catalogue, first.programme, first.on);
    order.order_by = first.on;
    for (Loss const& loss : group) {
        order.rooms.push_back(loss.room);
        order.lost_days += distance(first.on, loss.on);
        order.clipped += clipped_devices(ledger, catalogue, loss.room, loss.programme, first.on, order.term.to);
    }
    order.steps = steps_for(ledger, catalogue, group, years, keys);
    return order;
}

std::optional<Proposal> proposal(
    Ledger const& ledger, Catalogue const& catalogue, std::span<Loss const> line, NewKeys& keys)
{
    auto const& sold = catalogue[line.front().programme].term_on(line.front().on).sku_years.value;
    if (sold.empty()) return std::nullopt;
    auto const parts = groups(catalogue, line);
    auto const choice = best_choice(sold, parts);
    Proposal proposal { .programme = line.front().programme, .account = line.front().account };
    for (std::size_t at = 0; at < parts.size(); ++at)
        proposal.orders.push_back(proposed(ledger, catalogue, parts[at], choice.years[at], keys));
    proposal.spread_days = choice.spread;
    proposal.spread_before = distance(line.front().on, line.back().on);
    return proposal;
}

// A room is followed once: what it loses after that is another forecast's.
std::vector<Loss> first_of_each_room(std::vector<Loss> losses, std::size_t rooms)
{
    std::vector<char> seen(rooms, 0);
    std::erase_if(losses, [&](Loss const& loss) { return std::exchange(seen[loss.room.row()], 1) != 0; });
    std::ranges::stable_sort(losses, {}, &Loss::line); // within a line by day, as they came
    return losses;
}

} // namespace

Forecast forecast_of(Ledger const& ledger, Catalogue const& catalogue, Period days)
{
    auto all = losses(ledger, catalogue, days);
    Forecast forecast { .days = days, .endings = endings(catalogue, all), .proposals = {} };
    NewKeys keys { ledger };
    auto const each_once = first_of_each_room(std::move(all), ledger.rooms().size());
    for (std::span<Loss const> rest = each_once; !rest.empty();) {
        auto const end =
            std::ranges::find_if(rest, [&](Loss const& loss) { return loss.line() != rest.front().line(); });
        auto const count = static_cast<std::size_t>(end - rest.begin());
        if (auto made = proposal(ledger, catalogue, rest.first(count), keys))
            forecast.proposals.push_back(std::move(*made));
        rest = rest.subspan(count);
    }
    return forecast;
}

} // namespace keyrack::engine
