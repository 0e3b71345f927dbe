#pragma once
// Tickets for tests, by the same commands as any others, on the shipped catalogue.

#include "engine/question.hpp"
#include "support/clocks.hpp"
#include "support/css_tenant.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace keyrack::test {

// Without anything.
[[nodiscard]] inline Tenant desk_tenant()
{
    return Tenant { codec::shipped_catalogue() };
}

[[nodiscard]] inline engine::TurnTicket turning(std::string_view ticket, std::string_view at, engine::TicketStep step)
{
    return { std::string { ticket }, instant(at), step, {}, {}, {} };
}

[[nodiscard]] inline engine::TurnTicket noted(std::string_view ticket, std::string_view at, std::string note)
{
    auto turn = turning(ticket, at, engine::TicketStep::note);
    turn.note = std::move(note);
    return turn;
}

// A complete form for "Zoho CRM" of acme's SuperAdmin.
[[nodiscard]] inline engine::PartnerForm whole_form()
{
    return { "Zoho CRM", "zo1", "Nobody can sign in", "Since this morning.\nEverybody.", "admin@acme.example", "", "",
        "" };
}

[[nodiscard]] inline engine::OpenTicket partner_ticket(
    std::string_view key, std::string_view at, catalogue::RouteKind channel, engine::PartnerForm form)
{
    engine::OpenTicket open;
    open.ticket = std::string { key };
    open.desk = catalogue::Desk::large_user;
    open.at = instant(at);
    open.severity = 3;
    open.partner = engine::PartnerCase { "EU", "EU", engine::PartnerAccess::granted, channel, std::move(form) };
    return open;
}

[[nodiscard]] inline engine::OpenTicket room_ticket(std::string_view key, std::string_view at, std::string_view room)
{
    engine::OpenTicket open;
    open.ticket = std::string { key };
    open.at = instant(at);
    open.about = engine::TicketSubject { std::string { room }, engine::RoomState::offline, "", "", "" };
    open.place = engine::TicketPlace { "emea", "DE", "" };
    return open;
}

[[nodiscard]] inline engine::OpenTicket org_ticket(
    std::string_view key, std::string_view at, int severity, std::string_view org, std::string_view line)
{
    engine::OpenTicket open;
    open.ticket = std::string { key };
    open.desk = catalogue::Desk::customer_success;
    open.at = instant(at);
    open.severity = severity;
    open.about =
        engine::TicketSubject { "", engine::RoomState::unknown, "", std::string { org }, std::string { line } };
    open.place = engine::TicketPlace { "", "DE", "" };
    return open;
}

[[nodiscard]] inline engine::RecordSubscription acme_subscription(std::optional<std::int32_t> licences)
{
    return { "S-1", "acme", "Admin@Acme.example", "acme.example", "Zoho CRM", "zu1", "zo1", licences };
}

[[nodiscard]] engine::TicketAnswer ticket_on(Tenant const& tenant, std::string_view key, std::string_view at);
[[nodiscard]] engine::ClocksAnswer clocks_on(Tenant const& tenant, std::string_view at);
[[nodiscard]] engine::TicketClock const& clock_in(engine::TicketAnswer const& answer, catalogue::Measure measure);
// What the proof says of a rule, wherever it stands in it; nothing where it does not speak of it.
[[nodiscard]] std::optional<bool> holds_in(std::vector<engine::Proof> const& proof, engine::Rule rule);

} // namespace keyrack::test
