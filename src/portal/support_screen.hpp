#pragma once
// Makers of the support screen's model.

#include "engine/question.hpp"
#include "portal/scene.hpp"
#include "portal/support_model.hpp"

#include <expected>
#include <span>
#include <vector>

namespace keyrack::portal {

[[nodiscard]] SupportModel support_model(Scene const& scene, SupportRoute const& route);

// --- an open ticket (ticket_detail.cpp, ticket_service.cpp) ----------------------------------------------------------

// `ticket` stands in the ledger.
[[nodiscard]] TicketDetail ticket_detail(Scene const& scene, SupportRoute const& route, TicketId ticket);
// As of the scene's moment, or of the ticket's opening where that came later.
[[nodiscard]] engine::TicketAnswer answer_about(Scene const& scene, TicketId ticket);
[[nodiscard]] engine::ReplacementAnswer replacement_of(Scene const& scene, DeviceId device);
// What can be done to the ticket now, in the order of its buttons: RunOnScreen names an action by its kind and place,
// "next.0", "turn.pause", "swap.RB-1".
struct TicketStepOffer
{
    std::string action;
    std::vector<engine::Command> commands;
};
[[nodiscard]] std::vector<TicketStepOffer> offers_of(Scene const& scene, engine::TicketAnswer const& answer);
// A device of the same model that stands in no room: what an onsite spare is swapped from (R97).
[[nodiscard]] DeviceId spare_in_stock(Scene const& scene, DeviceId broken);
[[nodiscard]] std::vector<TicketRouteLine> route_lines(
    Words const& words, std::vector<catalogue::SupportRoute const*> const& routes, catalogue::RouteKind chosen);

// --- where it goes (ticket_way.cpp) ------------------------------------------------------------------------------------

// Of a ticket as it is recorded, or as it would be. `devices`: what goes with it.
enum class Written { not_yet, open };
[[nodiscard]] TicketWay ticket_way(
    Scene const& scene, engine::SupportTicket const& ticket, std::span<DeviceId const> devices, Written written);
// The mailbox that a partner's ticket by e-mail goes to (R140, R141); empty: it goes another way.
[[nodiscard]] std::string mailbox_of(Scene const& scene, engine::SupportTicket const& ticket);

// --- a new ticket (ticket_form.cpp, ticket_draft.cpp) ----------------------------------------------------------------

[[nodiscard]] TicketFormModel ticket_form(Scene const& scene, SupportRoute const& route);
// What the fields come to, whether or not it would be taken.
[[nodiscard]] engine::OpenTicket ticket_of(Scene const& scene, SupportRoute const& route);
// Of a field: what was written, or what the address fills in.
[[nodiscard]] std::string written(Scene const& scene, SupportRoute const& route, std::string_view field);
// Names the form of the address, for ScreenForm::of; of an open ticket, that of its next note.
[[nodiscard]] std::string form_name(SupportRoute const& route);
// The desk of the address; nothing where there is no such desk.
[[nodiscard]] std::optional<catalogue::Desk> desk_of(SupportRoute const& route);
// Rooms whose name, site or device the text finds: the best few.
[[nodiscard]] std::vector<RoomId> found_rooms(Scene const& scene, std::string_view text, std::size_t most);

} // namespace keyrack::portal
