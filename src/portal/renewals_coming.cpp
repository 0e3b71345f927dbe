// What else ends or begins in the year ahead, beside the cover of rooms: contracts, and orders that nobody has used yet.
#include "portal/renewals_model.hpp"

#include "engine/css_verdict.hpp"
#include "portal/compliance_model.hpp"

namespace keyrack::portal {

namespace {

Tone tone_on(Scene const& scene, Date on)
{
    return on - scene.day() <= ending_within ? Tone::ending : Tone::neutral;
}

// R193: a contract that is not followed by another one lapses.
void add_contracts(Scene const& scene, Period days, std::vector<Coming>& coming)
{
    auto const& words = scene.words;
    auto const& contracts = scene.ledger().css().contracts();
    for (std::uint32_t row = 0; row < contracts.size(); ++row) {
        auto const& contract = contracts.rows()[row];
        if (contract.standing != engine::Standing::valid) continue;
        auto const status = engine::status_of(scene.ledger(), scene.catalogue(), ContractId::of_row(row), scene.day());
        auto const on = status.term.to;
        if (status.state != engine::ContractState::active || !days.contains(on)) continue;
        coming.push_back({ on,
            { .key = "contract:" + contract.key,
                .subject = Subject::contract,
                .tone = tone_on(scene, on),
                .text =
                    words("renewals.contract_ends", { { "contract", contract.key }, { "date", words.short_date(on) } }),
                .second = tier_text(words, status.tier),
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
                .tone = tone_on(scene, on),
                .text = words("renewals.order_starts", { { "order", order.key }, { "date", words.short_date(on) } }),
                .second = words.plural("renewals.unused", status.free),
                .chip = days_left(scene, on),
                .open = scene.link(OrdersRoute { .order = order.key }) } });
    }
}

} // namespace

std::vector<Coming> coming_beside(Scene const& scene)
{
    Period const days { scene.day(), plus_years(scene.day(), 1) };
    std::vector<Coming> coming;
    add_contracts(scene, days, coming);
    add_starts(scene, days, coming);
    return coming;
}

} // namespace keyrack::portal
