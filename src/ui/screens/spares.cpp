#include "ui/screens/spares.hpp"

#include "ui/screens/blocks.hpp"
#include "ui/screens/proof.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

constexpr float figure_height = 124;
constexpr float least_pair = 480;

// --- figures ---------------------------------------------------------------------------------------------------------

void draw_figure(Drawing& d, Rect area, WidgetKey key, portal::Figure const& figure)
{
    IdScope const scope { d.f, key };
    auto inside = card(d.f, area, CardLook::surface, 0).inset(space::card, 0);
    auto const name = figure.label + ": " + figure.value + ". " + figure.second;
    ring_chart(d.f, inside.take_left(ring_size).middle(ring_size),
        { .key = "ring",
            .name = name,
            .share = static_cast<float>(figure.share),
            .figure = figure.value,
            .tone = kit_tone(figure.tone) });
    inside.skip_left(space::gap);
    auto const label_high = paragraph_height(d.f, inside.width, figure.label, Type::heading);
    auto const second_high = paragraph_height(d.f, inside.width, figure.second, Type::second);
    auto text = inside.middle(label_high + 4 + second_high);
    paragraph(d.f, text.take_top(label_high), "label", figure.label, { .type = Type::heading });
    text.skip_top(4);
    paragraph(d.f, text.take_top(second_high), "second", figure.second,
        { .type = Type::second, .ink = d.f.tokens().ink_second });
}

void draw_figures(Drawing& d, Rect& from, portal::SparesModel const& model)
{
    if (from.width >= least_pair) {
        auto const places = columns(from.take_top(figure_height), 2, space::gap);
        draw_figure(d, places[0], "earned", model.earned);
        draw_figure(d, places[1], "next", model.next);
    } else {
        draw_figure(d, from.take_top(figure_height), "earned", model.earned);
        from.skip_top(space::medium);
        draw_figure(d, from.take_top(figure_height), "next", model.next);
    }
    from.skip_top(space::gap);
    if (!model.above.empty()) {
        notice(d, from, "above", model.above, Tone::ending);
        from.skip_top(space::gap);
    }
}

// --- the proof that is open ------------------------------------------------------------------------------------------

void draw_why(Drawing& d, Rect& from, portal::SparesModel const& model)
{
    if (model.proof.question.empty()) {
        return;
    }
    {
        GrowingCard card { d.f, from };
        auto& inside = card.content();
        IdScope const scope { d.f, "why" };
        Rect const close { inside.right() - height::button, inside.y - 8, height::button, height::button };
        draw_proof(d, inside, model.proof, { .level = 2, .beside = height::button + space::small });
        IconButtonSpec const spec { .key = "close", .icon = Icon::x, .name = d.words("ui.ticket.close_proof") };
        if (icon_button(d.f, close, spec) || d.f.pressed("Escape")) {
            d.want(portal::Go { model.proof_close });
        }
    }
    from.skip_top(space::gap);
}

// A link to a proof at the end of a line; returns what is left of the line.
Rect why_link(Drawing& d, Rect line, std::string_view about, std::string const& fragment)
{
    auto const text = d.words("ui.why");
    auto const name = std::string { text } + ": " + std::string { about };
    auto const place = line.take_right(whole_width(d.f, text, Type::second));
    if (link(d.f, place, { .key = "why", .text = text, .href = fragment, .type = Type::second, .name = name })) {
        d.want(portal::Go { fragment });
    }
    line.skip_right(space::medium);
    return line;
}

// --- choice ----------------------------------------------------------------------------------------------------------

void draw_candidate(Drawing& d, Rect& from, portal::SpareCandidateLine const& line)
{
    IdScope const scope { d.f, line.model };
    auto const& tokens = d.f.tokens();
    auto head = why_link(d, from.take_top(height::chip), line.model, line.why);
    if (!line.chip.text.empty()) {
        auto const drawn = chip(d.f, head, chip_of(line.chip), Side::right);
        head.skip_right(drawn.width + space::small);
    }
    label(d.f, "model", head, line.model, { .type = Type::body_strong });
    from.skip_top(4);
    BarPart const parts[] { { .amount = line.share, .tone = Tone::accent },
        { .amount = std::max(0.0, 1 - line.share), .tone = Tone::neutral } };
    stacked_bar(d.f, from.take_top(12), "share", line.model + ": " + line.deployed, parts);
    from.skip_top(4);
    auto const text = line.deployed + " · " + line.important + " · " + line.courier;
    auto const high = paragraph_height(d.f, from.width, text, Type::second);
    paragraph(d.f, from.take_top(high), "criteria", text, { .type = Type::second, .ink = tokens.ink_second });
}

void draw_choice(Drawing& d, Rect& from, portal::SparesModel const& model)
{
    {
        GrowingCard card { d.f, from };
        auto& inside = card.content();
        section_heading(d.f, inside, d.words("ui.spares.choice"));
        if (model.candidates.empty()) {
            auto const text = d.words("ui.spares.no_candidates");
            paragraph(d.f, inside.take_top(paragraph_height(d.f, inside.width, text, Type::body)), "none", text,
                { .type = Type::body, .ink = d.f.tokens().ink_second });
        }
        for (std::size_t i = 0; i < model.candidates.size(); ++i) {
            if (i > 0) {
                divider(d.f, inside.take_top(25));
            }
            draw_candidate(d, inside, model.candidates[i]);
        }
        inside.skip_top(space::gap);
        auto const high = paragraph_height(d.f, inside.width, model.advice, Type::second);
        paragraph(d.f, inside.take_top(high), "advice", model.advice,
            { .type = Type::second, .ink = d.f.tokens().ink_second });
    }
    from.skip_top(space::gap);
}

// --- where to ship ---------------------------------------------------------------------------------------------------

void draw_site(Drawing& d, Rect& from, portal::ShipToLine const& site)
{
    IdScope const scope { d.f, site.site };
    std::vector<Option> options;
    for (std::size_t i = 0; i < site.choices.size(); ++i) {
        options.push_back({ .key = i, .label = site.choices[i].second });
    }
    auto const name = d.words("ui.spares.courier_at", { { "site", site.site } });
    ChoiceSpec const spec { .key = "courier", .label = name, .options = options };
    auto const wide = segmented_width(d.f, spec);
    auto const texts =
        std::max(text_width(d.f, site.site, Type::body_strong), text_width(d.f, site.second, Type::second));
    bool const beside = texts + 12 + wide <= from.width;
    auto line = from.take_top(40);
    std::optional<std::size_t> picked;
    if (beside) {
        picked = segmented(d.f, line.take_right(wide).middle(height::button_small), spec, site.chosen);
    }
    label(d.f, "site", line.take_top(20), site.site, { .type = Type::body_strong });
    label(d.f, "second", line.take_top(18), site.second, { .type = Type::second, .ink = d.f.tokens().ink_second });
    if (!beside) {
        from.skip_top(space::tiny);
        if (wide <= from.width) {
            auto below = from.take_top(field_line(d.f));
            picked = segmented(d.f, below.take_left(wide), spec, site.chosen);
        } else {
            picked = radio_group(d.f, from.take_top(radio_group_height(d.f, from.width, spec)), spec, site.chosen);
        }
    }
    if (picked) {
        d.want(portal::RunOnScreen { site.choices[*picked].first });
    }
}

void draw_sites(Drawing& d, Rect& from, portal::SparesModel const& model)
{
    if (model.sites.empty()) {
        return;
    }
    {
        GrowingCard card { d.f, from };
        auto& inside = card.content();
        section_heading(d.f, inside, d.words("ui.spares.ship_to"));
        auto const text = d.words("ui.spares.ship_to.text");
        paragraph(d.f, inside.take_top(paragraph_height(d.f, inside.width, text, Type::second)), "text", text,
            { .type = Type::second, .ink = d.f.tokens().ink_second });
        for (auto const& site : model.sites) {
            divider(d.f, inside.take_top(25));
            draw_site(d, inside, site);
        }
    }
    from.skip_top(space::gap);
}

// --- steps -----------------------------------------------------------------------------------------------------------

void draw_step(Drawing& d, Rect area, portal::SpareStepLine const& step)
{
    auto head = area.take_top(height::chip);
    if (step.earned) {
        auto const drawn =
            chip(d.f, head, { .text = step.spares, .tone = Tone::covered, .icon = Icon::package }, Side::right);
        head.skip_right(drawn.width + space::small);
    }
    label(d.f, "licences", head, step.licences, { .type = Type::body_strong, .figures = Figures::tabular });
    auto const wide = std::min(whole_width(d.f, step.order, Type::second), area.width);
    if (link(d.f, area.take_left(wide),
            { .key = "order", .text = step.order, .href = step.fragment, .type = Type::second })) {
        d.want(portal::Go { step.fragment });
    }
    area.skip_left(space::small);
    label(d.f, "when", area, step.when,
        { .type = Type::second, .ink = d.f.tokens().ink_second, .figures = Figures::tabular });
}

void draw_steps(Drawing& d, Rect& from, portal::SparesModel const& model)
{
    {
        GrowingCard card { d.f, from };
        auto& inside = card.content();
        auto line = why_link(d, inside.take_top(20), d.words("proof.how_many_spares"), model.earned_why);
        heading(d.f, line, d.words("ui.spares.steps"), 2);
        inside.skip_top(space::medium);
        auto const high = height::chip + line_height(Type::second);
        bool const whole = model.steps.size() <= drawn_whole;
        for (std::size_t i = 0; i < model.steps.size(); ++i) {
            IdScope const scope { d.f, i };
            if (i > 0) {
                divider(d.f, inside.take_top(17));
            }
            auto const area = inside.take_top(high);
            if (whole || is_near_view(d.f, area) || d.f.focused() == d.f.id("order")) {
                draw_step(d, area, model.steps[i]);
            }
        }
    }
    from.skip_top(space::gap);
}

// --- hot swap --------------------------------------------------------------------------------------------------------

void draw_match(Drawing& d, Rect& from, portal::SparesModel const& model)
{
    {
        GrowingCard card { d.f, from };
        auto& inside = card.content();
        IdScope const scope { d.f, "match" };
        section_heading(d.f, inside, d.words("ui.spares.match"));
        std::vector<Option> options;
        std::optional<std::size_t> chosen;
        for (std::size_t i = 0; i < model.models.size(); ++i) {
            options.push_back({ .key = i, .label = model.models[i].second });
            if (model.models[i].second == model.matched) {
                chosen = i;
            }
        }
        SelectSpec const spec {
            .key = "model", .label = d.words("ui.spares.model"), .options = options, .placeholder = d.words("ui.choose")
        };
        auto const picked = select(d.f, inside.take_top(select_height(d.f, inside.width, spec)), spec, chosen);
        if (picked) {
            d.want(portal::Go { model.models[*picked].first });
        }
        if (!model.matched.empty()) {
            inside.skip_top(space::medium);
            auto line = why_link(d, inside.take_top(height::chip), model.match_text, model.match_why);
            chip(d.f, line, chip_of(model.match));
            inside.skip_top(6);
            auto const high = paragraph_height(d.f, inside.width, model.match_text, Type::second);
            paragraph(d.f, inside.take_top(high), "text", model.match_text,
                { .type = Type::second, .ink = d.f.tokens().ink_second });
        }
    }
    from.skip_top(space::gap);
}

void draw_none(Drawing& d, Rect page, portal::SparesModel const& model)
{
    ButtonSpec const actions[] {
        { .key = "orders", .label = d.words("ui.spares.to_orders"), .look = ButtonLook::primary, .href = model.orders }
    };
    auto const pressed = empty_state(d.f, page,
        { .icon = Icon::package,
            .title = d.words("ui.spares.none"),
            .text = d.words("ui.spares.none.text"),
            .actions = actions });
    if (pressed) {
        d.want(portal::Go { model.orders });
    }
}

} // namespace

Intents spares_screen(Frame& f, Rect area, portal::SparesModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    IdScope const scope { f, "spares-screen" };
    auto const margin = page_margin(f);
    if (model.none_at_all) {
        auto page = area.inset(margin);
        (void)page_head(f, page, { .title = words("ui.spares.title") });
        draw_none(d, page, model);
        return std::move(d.intents);
    }
    ScrollArea scroll { f, "page", area, { margin, margin, space::page, margin } };
    auto& page = scroll.content();
    (void)page_head(f, page, { .title = words("ui.spares.title"), .second = model.second });
    auto main = page;
    bool const wide = page.width >= two_columns_from;
    auto side = main;
    if (wide) {
        side = main.take_right(std::max(360.0F, main.width * 0.36F));
        main.skip_right(space::gap);
    }
    draw_figures(d, main, model);
    draw_why(d, main, model);
    draw_choice(d, main, model);
    auto& beside = wide ? side : main;
    draw_steps(d, beside, model);
    draw_match(d, beside, model);
    draw_sites(d, wide ? main : beside, model);
    page.skip_top(std::max(main.y, beside.y) - page.y);
    return std::move(d.intents);
}

} // namespace keyrack::ui
