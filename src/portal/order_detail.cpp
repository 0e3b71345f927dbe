// The open order: its facts, why its term is what it is, and what can be done with it.
#include "portal/orders_model.hpp"

#include "portal/journal_words.hpp"
#include "portal/proof_model.hpp"

namespace keyrack::portal {

namespace {

using FactLine = std::pair<std::string, std::string>;

std::vector<FactLine> facts_of(Scene const& scene, engine::Order const& order, engine::OrderStatus const& status)
{
    auto const& words = scene.words;
    auto const label = [&](std::string_view key) { return std::string { words(key) }; };
    std::vector<FactLine> facts {
        { label("order.programme"), programme_text(scene, order) },
        { label("order.account"),
            order.account.exists() ? scene.ledger().accounts()[order.account].name : label("orders.parties_unknown") },
        { label("order.licences"), words.number(order.quantity) },
        { label("order.assigned"), words.number(status.assigned) },
        { label("order.free"), words.number(status.free) },
        { label("order.purchased"), words.short_date(order.purchased_on) },
        { label("order.start"), start_text(scene, order, status) },
        { label("order.end"), end_text(scene, order, status) },
    };
    if (order.cancelled_on) facts.emplace_back(label("order.cancelled"), words.short_date(*order.cancelled_on));
    facts.emplace_back(label("order.recorded"), entry_second(scene, order.entry));
    return facts;
}

ProofModel proof_of(Scene const& scene, engine::Order const& order, engine::OrderStatus const& status)
{
    bool const running = status.state == engine::OrderState::running;
    auto const& words = scene.words;
    auto const end = words.date(end_of(order, status));
    ProofModel model { .question = words("proof.is_in_force",
                           { { "order", order.key },
                               { "when",
                                   scene.route.as_of ? words("proof.on_day", { { "date", words.date(scene.day()) } })
                                                     : std::string { words("proof.today") } } }),
        .answer = running ? Mark::yes : Mark::no,
        .answer_text = std::string { words(running ? "proof.yes" : "proof.no") },
        .steps = proof_steps(scene, status.proof),
        .cures = {},
        .sources = proof_sources(scene, status.proof) };
    auto const state = running                            ? "proof.verdict.order.yes"
        : status.state == engine::OrderState::not_started ? "proof.verdict.order.not_yet"
                                                          : "proof.verdict.order.no";
    model.verdict = words(state, { { "order", order.key }, { "date", end } });
    return model;
}

std::string cancel_note(Scene const& scene, engine::Order const& order, engine::OrderStatus const& status)
{
    auto const& words = scene.words;
    if (order.cancelled_on) return words("order.was_cancelled", { { "date", words.short_date(*order.cancelled_on) } });
    if (status.cancellable_until)
        return words("order.can_be_cancelled", { { "date", words.short_date(*status.cancellable_until) } });
    auto const denial = scene.session.refusal_of(engine::CancelOrder { order.key, scene.day() });
    return denial ? words.denial(*denial) : std::string {};
}

} // namespace

OrderDetail order_detail(Scene const& scene, OrderId id, engine::OrderStatus const& status)
{
    auto const& order = scene.ledger().orders()[id];
    OrderDetail detail { .id = id,
        .order = order.key,
        .second = joined({ programme_text(scene, order), scene.words.plural("orders.licences", order.quantity) }),
        .state = order_chip(scene, order, status),
        .facts = facts_of(scene, order, status),
        .proof = proof_of(scene, order, status),
        .cancel_note = {} };
    // A cancellation counts from the day it is made; on another day's screen it would say something else than it does.
    detail.can_cancel = !scene.route.as_of && status.cancellable_until.has_value();
    detail.cancel_note = cancel_note(scene, order, status);
    detail.can_assign = status.free > 0;
    return detail;
}

} // namespace keyrack::portal
