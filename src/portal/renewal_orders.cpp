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

// Licences of a programme that serve no room yet.
struct FreeLicences
{
    std::int64_t own = 0;    // for rooms of the account alone (R47)
    std::int64_t shared = 0; // for rooms of any account: the same for all of them
};

FreeLicences free_for(Scene const& scene, engine::Proposal const& proposal, std::span<std::int64_t const> free_by_order)
{
    auto const& ledger = scene.ledger();
    FreeLicences found;
    for (std::uint32_t row = 0; row < free_by_order.size(); ++row) {
        auto const& order = ledger.orders().rows()[row];
        if (free_by_order[row] == 0 || order.programme != proposal.programme) continue;
        if (!engine::keeps_its_licences(ledger, order.account))
            found.shared += free_by_order[row];
        else if (order.account == proposal.account)
            found.own += free_by_order[row];
    }
    return found;
}

// What may be assigned before anything is ordered.
std::string free_text(Scene const& scene, ProgrammeId programme, FreeLicences const& free)
{
    auto const& words = scene.words;
    auto const shared = [&] {
        return words.plural(
            "renewals.shared_first", free.shared, { { "programme", scene.catalogue()[programme].name } });
    };
    return joined({ free.own > 0 ? words.plural("renewals.free_first", free.own) : std::string {},
        free.shared > 0 ? shared() : std::string {} });
}

// Whether no proposal before this one is of its programme.
bool is_first_of_programme(std::vector<engine::Proposal> const& proposals, std::size_t at)
{
    auto const first = std::ranges::find(proposals, proposals[at].programme, &engine::Proposal::programme);
    return first == proposals.begin() + static_cast<std::ptrdiff_t>(at);
}

std::string proposed_second(
    Scene const& scene, engine::Proposal const& proposal, engine::ProposedOrder const& order, std::string const& free)
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
    parts.push_back(free);
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
    auto const free = free_by_order(scene);
    for (std::size_t at = 0; at < forecast->proposals.size(); ++at) {
        auto const& proposal = forecast->proposals[at];
        // Beside the first order that they could spare: beside each they would look like so many more.
        auto licences = free_for(scene, proposal, free);
        if (!is_first_of_programme(forecast->proposals, at)) licences.shared = 0;
        auto const first = free_text(scene, proposal.programme, licences);
        for (std::size_t order = 0; order < proposal.orders.size(); ++order) {
            auto const name = std::to_string(at) + '.' + std::to_string(order);
            lines.push_back({ .key = name,
                .subject = Subject::order,
                .text = proposed_text(scene, proposal, proposal.orders[order]),
                .second = proposed_second(scene, proposal, proposal.orders[order], order == 0 ? first : std::string {}),
                .action = std::string { scene.words("renewals.order") },
                .run = "propose:" + name });
        }
    }
    return lines;
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
