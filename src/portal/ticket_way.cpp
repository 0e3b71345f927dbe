// Where a ticket goes: what the documents name for its desk, and what is left to whoever opened it.
#include "portal/support_screen.hpp"

#include "engine/mails.hpp"
#include "engine/ticket_words.hpp"
#include "portal/outbox_model.hpp"
#include "portal/proof_model.hpp"
#include "portal/ticket_words.hpp"

namespace keyrack::portal {

namespace {

using catalogue::Desk;
using catalogue::RouteKind;

catalogue::SupportRoute const* route_of(Scene const& scene, engine::SupportTicket const& ticket)
{
    auto const& place = ticket.channel == RouteKind::email ? ticket.partner_region : ticket.data_centre;
    return scene.catalogue().support().route(ticket.channel, place);
}

// The ticket for whoever takes it by hand.
std::string text_of(Scene const& scene, engine::SupportTicket const& ticket, std::span<DeviceId const> devices)
{
    if (auto const letter = engine::partners_ticket(scene.catalogue(), ticket)) return letter->body;
    auto const& ledger = scene.ledger();
    std::string text = joined({ ticket_title(scene, ticket), ticket.key });
    for (auto const id : devices) {
        auto const& device = ledger.devices()[id];
        auto const model = device.model.exists() ? ledger.models()[device.model] : std::string {};
        text += '\n' + joined({ model, device.serial });
    }
    return ticket.description.empty() ? text : text + "\n\n" + ticket.description;
}

// What an operator has set stands in no document.
std::vector<ProofLink> where_it_stands(Scene const& scene, catalogue::Origin const& origin)
{
    if (origin.kind == catalogue::OriginKind::operator_set) return {};
    std::string_view const rule = origin.reference;
    return rule_tags(scene, std::span { &rule, 1 });
}

TicketWay partners_way(Scene const& scene, engine::SupportTicket const& ticket, Written written)
{
    auto const& words = scene.words;
    auto const said = [&](std::string_view key) { return std::string { words(key) }; };
    auto const* const route = route_of(scene, ticket);
    if (!route)
        return { .goes = said("way.none"), .text = said("way.none.text"), .rules = {}, .draft = {}, .copy = {} };
    auto const page = said("route." + std::string { engine::code(route->kind) });
    TicketWay way { .goes = words("way.page", { { "page", page } }),
        .text = said("way.page.text"),
        .rules = where_it_stands(scene, route->origin),
        .draft = {},
        .copy = {} };
    auto const mailbox = mailbox_of(scene, ticket);
    if (mailbox.empty()) return way;
    way.goes = words("way.email", { { "mailbox", mailbox } });
    way.text = said(written == Written::open ? "way.email.text" : "way.email.will");
    if (written == Written::not_yet) return way;
    way.draft = scene.link(OutboxRoute { .ticket = ticket.key });
    if (auto const mail = ticket_draft(scene, scene.ledger().ticket(ticket.key)); mail && mail_address(*mail))
        way.run_program = "open-mail:ticket." + ticket.key;
    return way;
}

// R68; R149: the documents name the way and no address.
TicketWay way_by_hand(Scene const& scene, std::string_view key, std::string_view rule)
{
    auto const name = std::string { key };
    return { .goes = std::string { scene.words(name) },
        .text = std::string { scene.words(name + ".text") },
        .rules = rule_tags(scene, std::span { &rule, 1 }),
        .draft = {},
        .copy = {} };
}

} // namespace

std::string mailbox_of(Scene const& scene, engine::SupportTicket const& ticket)
{
    if (ticket.desk != Desk::large_user || ticket.channel != RouteKind::email) return {};
    auto const* const route = route_of(scene, ticket);
    return route && !route->addresses.empty() ? route->addresses.front() : std::string {};
}

TicketWay ticket_way(
    Scene const& scene, engine::SupportTicket const& ticket, std::span<DeviceId const> devices, Written written)
{
    auto way = ticket.desk == Desk::large_user ? partners_way(scene, ticket, written)
        : ticket.desk == Desk::rooms           ? way_by_hand(scene, "way.rooms", "R68")
                                               : way_by_hand(scene, "way.success", "R149");
    if (written == Written::open) way.copy = text_of(scene, ticket, devices);
    return way;
}

} // namespace keyrack::portal
