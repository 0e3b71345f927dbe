// What is written and pressed on the screens of the support desk.
#include "portal/state.hpp"

#include "portal/devices_screen.hpp"
#include "portal/journal_words.hpp"
#include "portal/spares_screen.hpp"
#include "portal/support_screen.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

// Names the mailbox that the ticket is drafted for, where it goes by e-mail.
std::string opened_text(Scene const& scene, engine::OpenTicket const& open)
{
    engine::SupportTicket row;
    row.desk = open.desk;
    row.channel = open.partner ? open.partner->channel : catalogue::RouteKind {};
    row.partner_region = open.partner ? open.partner->region : std::string {};
    auto const mailbox = mailbox_of(scene, row);
    auto const key = mailbox.empty() ? "toast.ticket_opened" : "toast.ticket_drafted";
    return scene.words(key, { { "ticket", open.ticket }, { "mailbox", mailbox } });
}

} // namespace

void Portal::State::run_on_support(Scene const& here, std::string_view action)
{
    auto const support = std::get<SupportRoute>(here.route.screen);
    if (action == "open") return open_ticket(here);
    if (action == "record_in_sync") {
        auto const room = session->ledger().room(ticket_of(here, support).about->room);
        if (!stands(session->ledger(), room)) return;
        auto const& row = session->ledger().rooms()[room];
        return act({ engine::SetInSync { row.key } }, words("toast.in_sync", { { "room", row.name } }));
    }
    auto const ticket = session->ledger().ticket(support.ticket);
    if (!ticket.exists()) return;
    if (action == "note") return add_note(here, ticket);
    auto const offers = offers_of(here, answer_about(here, ticket));
    auto const offer = std::ranges::find(offers, action, &TicketStepOffer::action);
    if (offer == offers.end()) return;
    auto const text = command_text(here, offer->commands.front());
    act(offer->commands, text);
}

// The first press says what is missing; nothing is asked twice.
void Portal::State::open_ticket(Scene const& here)
{
    auto const support = std::get<SupportRoute>(here.route.screen);
    if (!desk_of(support)) return;
    auto const name = form_name(support);
    if (form.of != name) form = { .of = name };
    form.tried = true;
    auto const open = ticket_of(here, support);
    auto const text = opened_text(here, open);
    if (!ticket_form(here, support).ready) return show_ways_to_open(open, text);
    if (auto refused = carry_out({ open }, text)) {
        form.setback = refused->why;
        if (refused->has_ways()) say_refused(*std::move(refused));
        return;
    }
    show_what_came(open);
}

// The form says itself what is missing; where something else would do, that is offered.
void Portal::State::show_ways_to_open(engine::Command const& open, std::string text)
{
    auto denial = session->refusal_of(open);
    if (!denial) return;
    auto result = refused(*scene(), std::span { &open, 1 }, 0, *std::move(denial));
    result.text = std::move(text);
    if (result.has_ways()) say_refused(std::move(result));
}

void Portal::State::add_note(Scene const& here, TicketId ticket)
{
    auto const support = std::get<SupportRoute>(here.route.screen);
    if (here.route.as_of) return;
    auto const text = written(here, support, "note");
    if (form.of != form_name(support)) form = { .of = form_name(support) };
    form.tried = text.find_first_not_of(" \n") == std::string::npos;
    if (form.tried) return;
    engine::TurnTicket turn { support.ticket, answer_about(here, ticket).at, engine::TicketStep::note, {}, {}, {},
        text };
    auto refused = carry_out({ std::move(turn) }, words("toast.note_added", { { "ticket", support.ticket } }));
    if (!refused) {
        form = {};
        return;
    }
    form.setback = refused->why;
    if (refused->has_ways()) say_refused(*std::move(refused));
}

void Portal::State::run_on_devices(Scene const& here, std::string_view action)
{
    auto const devices = std::get<DevicesRoute>(here.route.screen);
    if (here.route.as_of) return;
    if (action == "add" && devices.adding == AddingDevices::many) {
        auto const commands = devices_to_add(here);
        if (commands.empty()) return;
        auto const text = words.plural("toast.devices_added", std::ssize(commands));
        if (auto refused = carry_out(commands, text)) return say_refused(*std::move(refused));
        form = {};
        return show(DevicesRoute {}, History::push);
    }
    auto const device = session->ledger().device(devices.device);
    auto const move = device.exists() ? move_of(here, devices, device) : std::nullopt;
    if (action != "move" || !move) return;
    auto const room = session->ledger().room(move->room);
    auto const text =
        words("toast.device_moved", { { "device", move->serial }, { "room", session->ledger().rooms()[room].name } });
    if (auto refused = carry_out({ *move }, text)) return say_refused(*std::move(refused));
    auto after = devices;
    after.tab = DeviceTab::device;
    after.to.clear();
    form = {};
    show(std::move(after), History::push);
}

void Portal::State::run_on_spares(Scene const& here, std::string_view action)
{
    auto const command = courier_of(here, action);
    if (!command || here.route.as_of) return;
    act({ *command }, words("toast.courier", { { "site", command->site } }));
}

} // namespace keyrack::portal
