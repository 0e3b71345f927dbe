// What happened to a ticket: who, when, and what it was.
#include "ui/screens/blocks.hpp"
#include "ui/screens/prose.hpp"
#include "ui/screens/support.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

constexpr float event_mark = 44;

// Who and when stand beside each other, or one below the other where they have no room.
struct EventPlace
{
    std::string who;
    float name = 0, when = 0, text = 0; // `when`: how high it is below the name; 0 beside it

    [[nodiscard]] float height() const { return std::max(32.0F, 20 + when + text); }
};

EventPlace measure(Drawing const& d, float width, portal::TicketEventLine const& event)
{
    EventPlace place { .who = event.who.empty() ? std::string { d.words("ui.ticket.by_rule") } : event.who };
    auto const inner = width - event_mark;
    place.name = whole_width(d.f, place.who, Type::second_strong);
    bool const beside = place.name + 8 + text_width(d.f, event.when, Type::second) <= inner;
    if (!beside) place.when = paragraph_height(d.f, inner, event.when, Type::second);
    place.text =
        event.note.empty() ? paragraph_height(d.f, inner, event.text, Type::body) : prose_height(d, inner, event.note);
    return place;
}

// What follows from the rules nobody did.
void draw_mark(Drawing& d, Rect box, portal::TicketEventLine const& event)
{
    if (!event.who.empty()) return avatar(d.f, box, { .name = event.who });
    fill(d.f, box, d.f.tokens().neutral_soft, radius::full);
    icon(d.f, box, Icon::book_open, d.f.tokens().ink_second, 16);
}

void draw_event(Drawing& d, Rect area, portal::TicketEventLine const& event, EventPlace const& place)
{
    Scope item { d.f, "event", { .role = Role::listitem, .bounds = area } };
    auto const mark = area.take_left(event_mark);
    draw_mark(d, { mark.x, mark.y, 30, 30 }, event);
    auto line = area.take_top(18);
    bool const beside = place.when == 0;
    label(d.f, "who", beside ? line.take_left(place.name) : line, place.who, { .type = Type::second_strong });
    line.skip_left(8);
    paragraph(d.f, beside ? line : area.take_top(place.when), "when", event.when,
        { .type = Type::second, .ink = d.f.tokens().ink_second });
    area.skip_top(2);
    if (event.note.empty())
        paragraph(d.f, area.take_top(place.text), "text", event.text);
    else
        draw_prose(d, area, event.note);
}

} // namespace

void draw_events(Drawing& d, Rect& column, portal::TicketDetail const& ticket)
{
    GrowingCard card { d.f, column };
    auto& inside = card.content();
    section_heading(d.f, inside, d.words("ui.ticket.events"));
    Scope list { d.f, "events",
        { .role = Role::list, .bounds = inside, .name = std::string { d.words("ui.ticket.events") } } };
    for (std::size_t i = 0; i < ticket.events.size(); ++i) {
        IdScope const scope { d.f, i };
        if (i > 0) inside.skip_top(space::gap);
        auto const place = measure(d, inside.width, ticket.events[i]);
        draw_event(d, inside.take_top(place.height()), ticket.events[i], place);
    }
}

} // namespace keyrack::ui
