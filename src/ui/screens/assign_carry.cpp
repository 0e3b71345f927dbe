// A licence carried onto a room, or a room onto a licence: what goes along with the pointer, and what comes of it.
#include "ui/screens/assign_parts.hpp"

namespace keyrack::ui {

namespace {

// The first of what would change, where it can be let go.
std::string change_of(portal::AssignModel const& model)
{
    if (!model.carried->fits || model.changes.empty()) {
        return {};
    }
    return model.changes.front().label + ": " + model.changes.front().value;
}

void draw_carried(Drawing& d, portal::AssignModel const& model)
{
    auto const& card = *model.carried;
    carried_card(d.f,
        { .key = "carried",
            .title = card.title,
            .second = card.second,
            .more = change_of(model),
            .tone = card.tone == portal::Tone::neutral ? Tone::accent : kit_tone(card.tone) });
}

} // namespace

CarryWatch::CarryWatch(Drawing& d, portal::AssignModel const& model) : m_d(d), m_model(model), m_state(d.f.carrying())
{
    if (!m_model.carried) {
        return;
    }
    m_next = m_model.carried->carried;
    if (m_next->what == portal::Carries::licence) {
        m_next->room = RoomId::none();
    } else {
        m_next->order = OrderId::none();
    }
}

bool CarryWatch::is_over(portal::Carries what, Rect area) const
{
    return m_model.carried && m_model.carried->carried.what == what && m_state != Carrying::nothing
        && m_d.f.carried_over(area);
}

bool CarryWatch::licence(Id item, OrderId order, Rect area)
{
    if (m_d.f.begins_carrying(item)) {
        begin({ portal::Carries::licence, order, RoomId::none() });
    }
    auto const over = is_over(portal::Carries::room, area);
    if (over) {
        m_next->order = order;
    }
    return over;
}

bool CarryWatch::room(Id item, RoomId room, Rect area)
{
    if (m_d.f.begins_carrying(item)) {
        begin({ portal::Carries::room, OrderId::none(), room });
    }
    auto const over = is_over(portal::Carries::licence, area);
    if (over) {
        m_next->room = room;
    }
    return over;
}

void CarryWatch::finish()
{
    if (!m_next) {
        return;
    }
    auto const known = m_model.carried && m_model.carried->carried == *m_next;
    if (m_state == Carrying::given_up || (m_model.carried && m_state == Carrying::nothing)) {
        return m_d.want(portal::CarryNothing {});
    }
    if (!known) {
        m_d.want(portal::Carry { *m_next });
    }
    if (m_state == Carrying::let_go) {
        return m_d.want(portal::LetGo {});
    }
    if (m_model.carried) {
        draw_carried(m_d, m_model);
    }
}

} // namespace keyrack::ui
