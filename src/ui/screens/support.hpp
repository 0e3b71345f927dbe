#pragma once
// Support: the queue with the most urgent clock first, an open ticket, or a new one.

#include "portal/support_model.hpp"
#include "ui/screens/drawing.hpp"

namespace keyrack::ui {

[[nodiscard]] Intents support_screen(
    Frame& f, Rect area, portal::SupportModel const& model, portal::Words const& words);

// ticket_page.cpp, ticket_form.cpp: each a whole page.
void draw_ticket_page(Drawing& d, Rect area, portal::TicketDetail const& ticket);
void draw_ticket_form(Drawing& d, Rect area, portal::TicketFormModel const& form);

// The line above a page that leads back, and the page's name. Takes its height off the top of `page`.
struct PageTop
{
    std::string_view back; // fragment
    std::string_view back_text;
    std::string_view title;
    std::string_view second = {};
    std::span<portal::Chip const> chips = {};
};
void draw_page_top(Drawing& d, Rect& page, PageTop const& top);
// Where the ticket goes, with what is handed over.
void draw_way(Drawing& d, Rect& from, portal::TicketWay const& way);
void draw_events(Drawing& d, Rect& column, portal::TicketDetail const& ticket);
// Ways in with their addresses, and drafts to send.
void draw_routes(Drawing& d, Rect& from, std::span<portal::TicketRouteLine const> routes);
void draw_drafts(Drawing& d, Rect& from, std::span<portal::DraftLine const> drafts);

} // namespace keyrack::ui
