#include "ui/screens/exchange.hpp"

#include "ui/screens/blocks.hpp"
#include "ui/screens/form_fields.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

constexpr float widest_column = 720;

// Buttons of what is offered now; they flow on where they do not fit.
void draw_buttons(Drawing& d, Rect& from, std::span<portal::ExchangeAction const> actions)
{
    Flow flow { from, space::small };
    for (auto const& action : actions) {
        if (action.label.empty()) {
            continue;
        }
        ButtonSpec const spec { .key = action.run, .label = action.label, .look = ButtonLook::outlined };
        auto const width = std::min(button_width(d.f, spec), from.width);
        if (button(d.f, flow.place({ width, height::button }), spec)) {
            d.want(portal::RunOnScreen { action.run });
        }
    }
    from.skip_top(flow.used_height());
}

void draw_state(Drawing& d, Rect& page, portal::ExchangeModel const& model)
{
    GrowingCard card { d.f, page, CardLook::surface, space::gap };
    auto& inside = card.content();
    notice(d, inside, "state", model.state, kit_tone(model.tone));
    if (!model.trouble.empty()) {
        inside.skip_top(space::small);
        notice(d, inside, "trouble", model.trouble, Tone::missing);
    }
    inside.skip_top(space::gap);
    draw_facts(d, inside, model.facts);
    portal::ExchangeAction const actions[] { model.now, model.pause, model.go, model.bundle };
    draw_buttons(d, inside, actions);
}

void draw_setting(Drawing& d, Rect& page, portal::ExchangeModel const& model)
{
    GrowingCard card { d.f, page, CardLook::surface, space::gap };
    auto& inside = card.content();
    draw_form_fields(d, inside, model.fields);
    inside.skip_top(space::gap);
    if (!model.help.empty()) {
        notice(d, inside, "help", model.help, Tone::accent);
        inside.skip_top(space::gap);
    }
    portal::ExchangeAction const actions[] { model.save, model.test };
    draw_buttons(d, inside, actions);
    for (std::size_t i = 0; i < model.findings.size(); ++i) {
        auto const& finding = model.findings[i];
        inside.skip_top(space::small);
        notice(d, inside, i, finding.second.empty() ? finding.text : finding.text + " · " + finding.second,
            finding.mark == portal::Mark::yes ? Tone::covered : Tone::missing);
    }
}

} // namespace

Intents exchange_screen(Frame& f, Rect area, portal::ExchangeModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    auto const margin = page_margin(f);
    ScrollArea scroll { f, "page", area, { margin, margin, margin, margin } };
    auto& page = scroll.content();
    page.width = std::min(page.width, widest_column);
    (void)page_head(f, page, { .title = words("ui.exchange.title"), .second = model.second });
    draw_state(d, page, model);
    page.skip_top(space::gap);
    draw_setting(d, page, model);
    return std::move(d.intents);
}

} // namespace keyrack::ui
