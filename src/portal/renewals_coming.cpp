// What else ends or begins in the year ahead, beside the cover of rooms: contracts, and orders that nobody has used yet.
#include "portal/renewals_model.hpp"

#include "engine/css.hpp"
#include "engine/css_verdict.hpp"
#include "portal/compliance_model.hpp"

namespace keyrack::portal {

namespace {

Tone tone_on(Scene const& scene, Date on)
{
    return on - scene.day() <= ending_within ? Tone::ending : Tone::neutral;
}

Period days_ahead(Scene const& scene)
{
    return { scene.day(), plus_years(scene.day(), 1) };
}

void add_contracts(Scene const& scene, std::vector<Coming>& coming)
{
    auto const& words = scene.words;
    for (auto const& [on, id] : contracts_ending(scene)) {
        auto const& contract = scene.ledger().css().contracts()[id];
        coming.push_back({ on,
            { .key = "contract:" + contract.key,
                .subject = Subject::contract,
                .tone = tone_on(scene, on),
                .text =
                    words("renewals.contract_ends", { { "contract", contract.key }, { "date", words.short_date(on) } }),
                .second = tier_text(words, engine::tier_on(scene.ledger().css(), id, scene.day())),
                .chip = days_left(scene, on),
                .open = scene.link(ComplianceRoute { .contract = contract.key }) } });
    }
}

// R39: the term of an order begins by itself, used or not.
void add_starts(Scene const& scene, Period days, std::vector<Coming>& coming)
{
    auto const& words = scene.words;
    auto const statuses = scene.views.orders(scene.session, scene.day());
    for (std::uint32_t row = 0; row < statuses->size(); ++row) {
        auto const& order = scene.ledger().orders().rows()[row];
        auto const& status = (*statuses)[row];
        bool const waits = status.state == engine::OrderState::not_started && status.free > 0;
        auto const on = status.term.from;
        if (order.standing != engine::Standing::valid || !waits || !days.contains(on)) continue;
        coming.push_back({ on,
            { .key = "start:" + order.key,
                .subject = Subject::order,
                .tone = Tone::planned,
                .text = words("renewals.order_starts", { { "order", order.key }, { "date", words.short_date(on) } }),
                .second = words.plural("renewals.unused", status.free),
                .chip = { Tone::planned, words.relative_days(on, scene.day()) },
                .open = scene.link(OrdersRoute { .order = order.key }) } });
    }
}

} // namespace

std::vector<Coming> coming_beside(Scene const& scene)
{
    std::vector<Coming> coming;
    add_contracts(scene, coming);
    add_starts(scene, days_ahead(scene), coming);
    return coming;
}

// R193: a contract that is not followed by another one lapses.
std::vector<std::pair<Date, ContractId>> contracts_ending(Scene const& scene)
{
    auto const days = days_ahead(scene);
    auto const& contracts = scene.ledger().css().contracts();
    std::vector<std::pair<Date, ContractId>> ending;
    for (std::uint32_t row = 0; row < contracts.size(); ++row) {
        if (contracts.rows()[row].standing != engine::Standing::valid) continue;
        auto const id = ContractId::of_row(row);
        auto const status = engine::status_of(scene.ledger(), scene.catalogue(), id, scene.day());
        if (status.state == engine::ContractState::active && days.contains(status.term.to))
            ending.emplace_back(status.term.to, id);
    }
    return ending;
}

} // namespace keyrack::portal
