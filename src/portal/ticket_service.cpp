// What a ticket is answered, and what can be done to it.
#include "portal/support_screen.hpp"

#include "base/verify.hpp"
#include "engine/ticket_words.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

using Commands = std::vector<engine::Command>;

constexpr std::size_t most_cures = 2;

bool buys(Commands const& steps)
{
    return std::ranges::any_of(
        steps, [](auto const& step) { return std::holds_alternative<engine::PlaceOrder>(step); });
}

void add_next(std::vector<TicketStepOffer>& offers, Commands commands)
{
    if (commands.empty() || buys(commands)) return; // an order has a number that only the person knows
    offers.push_back({ "next." + std::to_string(offers.size()), std::move(commands) });
}

// What the engine says is next: each step of the desk by itself, a remedy as one.
void add_next(std::vector<TicketStepOffer>& offers, engine::TicketAnswer const& answer)
{
    Commands remedy;
    for (auto const& step : answer.steps) {
        bool const of_desk =
            std::holds_alternative<engine::TurnTicket>(step) || std::holds_alternative<engine::WritePrimaryEmail>(step);
        if (of_desk)
            add_next(offers, { step });
        else
            remedy.push_back(step);
    }
    add_next(offers, std::move(remedy));
    auto const wanted = std::min(answer.cures.size(), most_cures);
    for (std::size_t index = 0; index < wanted; ++index) add_next(offers, answer.cures[index].steps);
}

void add_turn(std::vector<TicketStepOffer>& offers, Scene const& scene, engine::TurnTicket turn, std::string_view name)
{
    engine::Command const command { std::move(turn) };
    if (scene.session.refusal_of(command)) return;
    offers.push_back({ "turn." + std::string { name }, { command } });
}

void add_turns(std::vector<TicketStepOffer>& offers, Scene const& scene, engine::TicketAnswer const& answer)
{
    using engine::TicketStep;
    auto const& ticket = scene.ledger().tickets()[answer.ticket];
    for (auto const step : { TicketStep::respond, TicketStep::determine, TicketStep::restore, TicketStep::pause,
             TicketStep::resume, TicketStep::inform, TicketStep::resolve, TicketStep::reopen }) {
        engine::TurnTicket const turn { ticket.key, answer.at, step, {}, {}, {} };
        add_turn(offers, scene, turn, engine::code(step));
    }
    // Rooms have no severities, and a large user's follows from its form.
    if (ticket.desk != catalogue::Desk::customer_success) return;
    for (std::int32_t severity = 1; severity <= 3; ++severity) {
        engine::TurnTicket const turn { ticket.key, answer.at, TicketStep::change_severity, severity, {}, {} };
        add_turn(offers, scene, turn, "severity." + std::to_string(severity));
    }
    using catalogue::Tier;
    for (auto const tier : { Tier::select, Tier::priority, Tier::priority_plus }) {
        engine::TurnTicket const turn { ticket.key, answer.at, TicketStep::change_tier, {}, tier, {} };
        add_turn(offers, scene, turn, "tier." + std::string { engine::code(tier) });
    }
}

void add_swaps(std::vector<TicketStepOffer>& offers, Scene const& scene, engine::TicketAnswer const& answer)
{
    auto const& ledger = scene.ledger();
    for (auto const id : answer.attached.devices) {
        auto const spare = spare_in_stock(scene, id);
        auto const room = ledger.room_of(id, scene.day());
        if (!spare.exists() || !room.exists()) continue;
        auto const& broken = ledger.devices()[id].serial;
        auto const& key = ledger.rooms()[room].key;
        offers.push_back({ "swap." + broken,
            { engine::MoveDevice { broken, key, {}, scene.today },
                engine::MoveDevice { ledger.devices()[spare].serial, {}, key, scene.today } } });
    }
}

} // namespace

engine::TicketAnswer answer_about(Scene const& scene, TicketId ticket)
{
    auto const& row = scene.ledger().tickets()[ticket];
    engine::TicketQuestion const question { row.key, std::max(scene.moment(), row.opened_at) };
    auto answer = engine::verdict(scene.ledger(), scene.catalogue(), question, scene.day());
    VERIFY(answer.has_value()); // the ticket stands, and the moment is not before it
    return std::move(std::get<engine::TicketAnswer>(*answer));
}

engine::ReplacementAnswer replacement_of(Scene const& scene, DeviceId device)
{
    engine::ReplacementQuestion const question { scene.ledger().devices()[device].serial };
    auto answer = engine::verdict(scene.ledger(), scene.catalogue(), question, scene.day());
    VERIFY(answer.has_value());
    return std::move(std::get<engine::ReplacementAnswer>(*answer));
}

std::vector<TicketStepOffer> offers_of(Scene const& scene, engine::TicketAnswer const& answer)
{
    std::vector<TicketStepOffer> offers;
    if (scene.route.as_of) return offers; // another day is looked at, and what is done is done now
    add_next(offers, answer);
    add_turns(offers, scene, answer);
    add_swaps(offers, scene, answer);
    return offers;
}

DeviceId spare_in_stock(Scene const& scene, DeviceId broken)
{
    auto const& ledger = scene.ledger();
    auto const model = ledger.devices()[broken].model;
    if (!model.exists()) return DeviceId::none();
    for (std::uint32_t row = 0; row < ledger.devices().size(); ++row) {
        auto const& device = ledger.devices().rows()[row];
        bool const stands = device.standing == engine::Standing::valid && device.model == model;
        auto const id = DeviceId::of_row(row);
        if (stands && !device.room.exists() && !ledger.room_of(id, scene.day()).exists()) return id;
    }
    return DeviceId::none();
}

std::vector<TicketRouteLine> route_lines(
    Words const& words, std::vector<catalogue::SupportRoute const*> const& routes, catalogue::RouteKind chosen)
{
    std::vector<TicketRouteLine> lines;
    for (auto const* const route : routes)
        lines.push_back({ std::string { words("route." + std::string { engine::code(route->kind) }) }, route->addresses,
            route->kind == chosen });
    return lines;
}

} // namespace keyrack::portal
