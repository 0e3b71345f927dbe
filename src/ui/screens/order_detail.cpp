#include "ui/screens/order_detail.hpp"

#include "ui/screens/proof.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

void draw_actions(Drawing& d, Rect& body, portal::OrderDetail const& order)
{
    std::vector<ButtonSpec> buttons;
    if (order.can_assign) {
        buttons.push_back({ .key = "assign",
            .label = d.words("ui.order.assign"),
            .icon = Icon::key_round,
            .look = ButtonLook::primary });
    }
    buttons.push_back({ .key = "cancel",
        .label = d.words("ui.order.cancel"),
        .icon = Icon::circle_x,
        .state = order.can_cancel ? ButtonState::ready : ButtonState::disabled,
        .reason = order.cancel_note });
    Flow flow { body, space::small };
    std::optional<std::size_t> pressed;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        auto const width = std::min(button_width(d.f, buttons[i]), body.width);
        if (button(d.f, flow.place({ width, button_line(d.f) }), buttons[i])) {
            pressed = i;
        }
    }
    body.skip_top(flow.used_height());
    if (!pressed) {
        return;
    }
    if (order.can_assign && *pressed == 0) {
        d.want(portal::ChooseOrder { order.id });
    } else if (order.can_cancel) {
        d.want(portal::AskCancelOrder { order.id });
    }
}

} // namespace

void draw_order_detail(Drawing& d, Rect area, portal::OrderDetail const& order)
{
    Scope detail { d.f, "detail", { .role = Role::complementary, .bounds = area, .name = order.order } };
    IdScope const scope { d.f, order.id.row() };
    auto body = area;
    auto const head =
        detail_head(d.f, body, { .title = order.order, .second = order.second, .chip = chip_of(order.state) });
    if (head.closed) {
        d.want(portal::CloseDetail {});
    }
    auto const margin = body.x - area.x;
    divider(d.f, body.take_top(1).inset(-margin, 0));
    ScrollArea scroll { d.f, "body", body.inset(-margin, 0), { 20, margin, 24, margin } };
    auto& content = scroll.content();
    draw_facts(d, content, order.facts);
    content.skip_top(space::gap);
    draw_actions(d, content, order);
    if (!order.cancel_note.empty()) {
        content.skip_top(space::small);
        auto const height = paragraph_height(d.f, content.width, order.cancel_note, Type::second);
        paragraph(d.f, content.take_top(height), "note", order.cancel_note,
            { .type = Type::second, .ink = d.f.tokens().ink_second });
    }
    if (order.proof.question.empty()) {
        return;
    }
    content.skip_top(space::page);
    draw_proof(d, content, order.proof);
}

void draw_spares_detail(Drawing& d, Rect area, portal::ProofModel const& spares)
{
    auto const title = d.words("ui.orders.spares");
    Scope detail { d.f, "spares", { .role = Role::complementary, .bounds = area, .name = std::string { title } } };
    auto body = area;
    if (detail_head(d.f, body, { .title = title }).closed) {
        d.want(portal::CloseDetail {});
    }
    auto const margin = body.x - area.x;
    divider(d.f, body.take_top(1).inset(-margin, 0));
    ScrollArea scroll { d.f, "body", body.inset(-margin, 0), { 20, margin, 24, margin } };
    draw_proof(d, scroll.content(), spares);
}

} // namespace keyrack::ui
