// What to order for what ends: proposals with their reasons, and the steps behind them.
#include "codec/csv.hpp"
#include "engine/service_orders.hpp"
#include "portal/orders_model.hpp"
#include "portal/renewals_model.hpp"

#include <algorithm>
#include <charconv>
#include <span>

namespace keyrack::portal {

namespace {

// The day on which an order is given that loses nothing: today where that is not too early, otherwise the first such day.
Date order_day(Scene const& scene, Date from, Date by)
{
    return std::clamp(scene.today, std::min(from, by), std::max(from, by));
}

std::string proposed_text(Scene const& scene, engine::Proposal const& proposal, engine::ProposedOrder const& order)
{
    auto const programme = scene.words.plural(
        "orders.programme_years", order.years, { { "programme", scene.catalogue()[proposal.programme].name } });
    return scene.words.plural("renewals.propose", std::ssize(order.rooms), { { "programme", programme } });
}

// Licences that serve no room yet: of a programme and, where an account keeps its own (R47), of that account.
struct Pool
{
    ProgrammeId programme;
    AccountId account; // none(): for rooms of any account
    Date first {};     // that ends: what ends no later than it helps nobody
};

std::vector<Pool> pools_for(Scene const& scene, std::vector<engine::Proposal> const& proposals)
{
    std::vector<Pool> pools;
    for (auto const& proposal : proposals) {
        auto const first = proposal.orders.front().term.from;
        auto const found = std::ranges::find_if(
            pools, [&](Pool const& pool) { return pool.programme == proposal.programme && !pool.account.exists(); });
        if (found == pools.end())
            pools.push_back({ proposal.programme, AccountId::none(), first });
        else
            found->first = std::min(found->first, first);
        if (proposal.account.exists() && engine::keeps_its_licences(scene.ledger(), proposal.account))
            pools.push_back({ proposal.programme, proposal.account, first });
    }
    return pools;
}

std::int64_t free_in(Scene const& scene, Pool const& pool, std::span<std::int64_t const> free_by_order)
{
    auto const& ledger = scene.ledger();
    auto const statuses = scene.views.orders(scene.session, scene.day());
    std::int64_t free = 0;
    for (std::uint32_t row = 0; row < free_by_order.size(); ++row) {
        auto const& order = ledger.orders().rows()[row];
        auto const keeper = engine::keeps_its_licences(ledger, order.account) ? order.account : AccountId::none();
        bool const fits = order.programme == pool.programme && keeper == pool.account;
        if (fits && end_of(order, (*statuses)[row]) > pool.first) free += free_by_order[row];
    }
    return free;
}

std::string pool_text(Scene const& scene, Pool const& pool, std::int64_t free)
{
    auto const& programme = scene.catalogue()[pool.programme].name;
    if (!pool.account.exists()) return scene.words.plural("renewals.free_any", free, { { "programme", programme } });
    auto const& account = scene.ledger().accounts()[pool.account].name;
    return scene.words.plural("renewals.free_own", free, { { "programme", programme }, { "account", account } });
}

std::string proposed_second(Scene const& scene, engine::Proposal const& proposal, engine::ProposedOrder const& order)
{
    auto const& words = scene.words;
    auto const account = proposal.account.exists() ? scene.ledger().accounts()[proposal.account].name : std::string {};
    std::vector<std::string> parts { account,
        words("renewals.order_by", { { "by", words.short_date(order.order_by) } }),
        words("renewals.term",
            { { "from", words.short_date(order.term.from) }, { "to", words.short_date(order.term.to) } }) };
    if (proposal.orders.size() > 1 && proposal.spread_days < proposal.spread_before)
        parts.push_back(words.plural(
            "renewals.spread", proposal.spread_days, { { "before", words.number(proposal.spread_before) } }));
    if (order.lost_days > 0) parts.push_back(words.plural("renewals.lost", order.lost_days));
    if (order.clipped > 0) parts.push_back(words.plural("renewals.clipped", order.clipped));
    return joined(parts);
}

std::vector<engine::Command> on_day(std::vector<engine::Command> steps, Date day)
{
    for (auto& step : steps)
        if (auto* const place = std::get_if<engine::PlaceOrder>(&step)) place->purchased_on = day;
    return steps;
}

// The shortest term that is sold, for every room from the day it would go without.
std::vector<engine::Command> steps_for(Scene const& scene, engine::Ending const& ending)
{
    auto const& programme = scene.catalogue()[ending.programme];
    auto const& ledger = scene.ledger();
    std::string const order = "renewal";
    engine::PlaceOrder const place { .order = order,
        .account = ending.account.exists() ? ledger.accounts()[ending.account].key : std::string {},
        .programme = programme.key,
        .years = programme.years_offered().front(),
        .quantity = static_cast<std::int32_t>(ending.rooms.size()),
        .purchased_on = order_day(scene, ending.order_from, ending.order_by),
        .cancelled_on = {} };
    engine::Assign assign { .pairs = {}, .from = ending.on };
    std::int32_t number = 0;
    for (auto const room : ending.rooms) assign.pairs.push_back({ { order, ++number }, ledger.rooms()[room].key });
    return { place, std::move(assign) };
}

std::optional<std::pair<std::size_t, std::size_t>> places_of(std::string_view text)
{
    std::size_t first = 0, second = 0;
    auto const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, first);
    if (read.ptr == end || *read.ptr != '.') return {};
    if (std::from_chars(read.ptr + 1, end, second).ptr != end) return {};
    return std::pair { first, second };
}

} // namespace

std::vector<ActionLine> proposal_lines(Scene const& scene)
{
    std::vector<ActionLine> lines;
    auto const forecast = year_ahead(scene);
    for (std::size_t at = 0; at < forecast->proposals.size(); ++at) {
        auto const& proposal = forecast->proposals[at];
        for (std::size_t order = 0; order < proposal.orders.size(); ++order) {
            auto const name = std::to_string(at) + '.' + std::to_string(order);
            lines.push_back({ .key = name,
                .subject = Subject::order,
                .text = proposed_text(scene, proposal, proposal.orders[order]),
                .second = proposed_second(scene, proposal, proposal.orders[order]),
                .action = std::string { scene.words("renewals.order") },
                .run = "propose:" + name });
        }
    }
    return lines;
}

// B5 proposes an order for every room that ends; what is free is told once, over all of them.
std::string free_before_ordering(Scene const& scene)
{
    auto const free = free_by_order(scene);
    std::vector<std::string> parts;
    for (auto const& pool : pools_for(scene, year_ahead(scene)->proposals))
        if (auto const count = free_in(scene, pool, free); count > 0) parts.push_back(pool_text(scene, pool, count));
    if (parts.empty()) return {};
    return scene.words("renewals.free_uncounted", { { "free", joined(parts) } });
}

std::string repurchase_list(Scene const& scene)
{
    auto const& words = scene.words;
    std::string list;
    for (std::string_view const key : { "programme", "years", "quantity", "order_from", "order_by", "account" }) {
        if (!list.empty()) list += '\t';
        list += words("renewals.list." + std::string { key });
    }
    list += '\n';
    for (auto const& proposal : year_ahead(scene)->proposals) {
        auto const account =
            proposal.account.exists() ? scene.ledger().accounts()[proposal.account].name : std::string {};
        for (auto const& order : proposal.orders)
            list += scene.catalogue()[proposal.programme].name + '\t' + std::to_string(order.years) + '\t'
                + std::to_string(order.rooms.size()) + '\t' + iso(order.order_from) + '\t' + iso(order.order_by) + '\t'
                + account + '\n';
    }
    return list;
}

std::string renewals_csv(Scene const& scene)
{
    auto const& ledger = scene.ledger();
    std::vector<std::pair<Date, std::string>> lines;
    auto const add = [&](Date on, std::vector<std::string> const& cells) {
        lines.emplace_back(on, codec::csv_line(cells));
    };
    for (auto const& ending : year_ahead(scene)->endings)
        add(ending.on,
            { iso(ending.on), scene.catalogue()[ending.programme].name, std::to_string(ending.rooms.size()),
                iso(ending.order_from), iso(ending.order_by),
                ending.account.exists() ? ledger.accounts()[ending.account].name : std::string {} });
    for (auto const& [on, contract] : contracts_ending(scene)) {
        auto const& row = ledger.css().contracts()[contract];
        add(on,
            { iso(on), scene.words("renewals.list.contract", { { "contract", row.key } }), {}, {}, iso(on),
                row.customer.exists() ? ledger.accounts()[row.customer].name : std::string {} });
    }
    std::ranges::stable_sort(lines, {}, &std::pair<Date, std::string>::first);
    std::vector<std::string> heads;
    for (std::string_view const key : { "ends", "programme", "quantity", "order_from", "order_by", "account" })
        heads.emplace_back(scene.words("renewals.list." + std::string { key }));
    auto text = codec::csv_line(heads);
    for (auto const& line : lines) text += line.second;
    return text;
}

std::vector<engine::Command> renewal_steps(Scene const& scene, std::string_view action)
{
    constexpr std::string_view order = "order:", propose = "propose:";
    auto const forecast = year_ahead(scene);
    if (action.starts_with(order)) {
        auto const name = action.substr(order.size());
        for (auto const& ending : forecast->endings)
            if (name_of(scene, ending) == name) return steps_for(scene, ending);
    }
    if (!action.starts_with(propose)) return {};
    auto const places = places_of(action.substr(propose.size()));
    if (!places || places->first >= forecast->proposals.size()) return {};
    auto const& orders = forecast->proposals[places->first].orders;
    if (places->second >= orders.size()) return {};
    auto const& chosen = orders[places->second];
    return on_day(chosen.steps, order_day(scene, chosen.order_from, chosen.order_by));
}

} // namespace keyrack::portal
