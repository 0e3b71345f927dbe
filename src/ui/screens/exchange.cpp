#include "ui/screens/exchange.hpp"

#include "ui/screens/blocks.hpp"
#include "ui/screens/form_fields.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

constexpr float widest_column = 760;
constexpr float mark = 18;

// --- parts -----------------------------------------------------------------------------------------------------------

struct Offered
{
    portal::ExchangeAction const& action;
    std::optional<Icon> icon = {};
    ButtonLook look = ButtonLook::outlined;
    ButtonState state = ButtonState::ready;
    std::string_view about = {}; // what the label alone does not tell
};

// Buttons of what is offered now; they flow on where they do not fit. Nothing is taken where nothing is offered.
void draw_buttons(Drawing& d, Rect& from, std::span<Offered const> offers)
{
    auto const is_offered = [](Offered const& offer) { return !offer.action.label.empty(); };
    if (std::ranges::none_of(offers, is_offered)) {
        return;
    }
    from.skip_top(space::gap);
    Flow flow { from, space::small };
    for (auto const& offer : offers) {
        if (!is_offered(offer)) {
            continue;
        }
        auto const name =
            offer.about.empty() ? std::string {} : offer.action.label + ": " + std::string { offer.about };
        ButtonSpec const spec { .key = offer.action.run,
            .label = offer.action.label,
            .icon = offer.icon,
            .look = offer.look,
            .state = offer.state,
            .name = name };
        auto const width = std::min(button_width(d.f, spec), from.width);
        if (button(d.f, flow.place({ width, height::button }), spec)) {
            d.want(portal::RunOnScreen { offer.action.run });
        }
    }
    from.skip_top(flow.used_height());
}

void draw_paragraph(Drawing& d, Rect& from, WidgetKey key, std::string_view text, TextStyle style)
{
    paragraph(d.f, from.take_top(paragraph_height(d.f, from.width, text, style.type)), key, text, style);
}

TextStyle second_style(Drawing const& d)
{
    return { .type = Type::second, .ink = d.f.tokens().ink_second };
}

// An icon, a heading and what is to be said below it.
void draw_head(Drawing& d, Rect& from, Icon picture, Tone tone, std::string_view title, std::string_view second)
{
    auto const width = from.width - tile_size - space::medium;
    auto const title_high = paragraph_height(d.f, width, title, Type::heading);
    auto const second_high = second.empty() ? 0.0F : 2 + paragraph_height(d.f, width, second, Type::second);
    auto area = from.take_top(std::max(tile_size, title_high + second_high));
    icon_tile(d.f, area.take_left(tile_size).take_top(tile_size), picture, tone);
    area.skip_left(space::medium);
    area = area.middle(title_high + second_high);
    wrapped_heading(d, area.take_top(title_high), "title", title, 2, { .type = Type::heading });
    if (!second.empty()) {
        area.skip_top(2);
        paragraph(d.f, area, "second", second, second_style(d));
    }
}

void draw_notice(Drawing& d, Rect& from, WidgetKey key, std::string_view text, Tone tone)
{
    if (text.empty()) {
        return;
    }
    from.skip_top(space::medium);
    notice(d, from, key, text, tone);
}

// --- how far it has come ---------------------------------------------------------------------------------------------

Icon state_icon(portal::ExchangeModel const& model)
{
    if (!model.trouble.empty()) {
        return Icon::cloud_alert;
    }
    if (model.working) {
        return Icon::cloud_upload;
    }
    return model.tone == portal::Tone::covered ? Icon::cloud_check : Icon::cloud;
}

void draw_state(Drawing& d, Rect& page, portal::ExchangeModel const& model)
{
    IdScope const scope { d.f, "state" };
    GrowingCard card { d.f, page };
    auto& inside = card.content();
    auto const tone = model.trouble.empty() ? kit_tone(model.tone) : Tone::missing;
    draw_head(d, inside, state_icon(model), tone, model.state, model.state_second);
    draw_notice(d, inside, "trouble", model.trouble, Tone::missing);
    draw_notice(d, inside, "newer", model.newer, Tone::ending);
    if (!model.facts.empty()) {
        inside.skip_top(space::medium);
        draw_facts(d, inside, model.facts);
    }
    Offered const offers[] { { model.now, Icon::refresh_cw }, { model.pause, Icon::pause }, { model.go, Icon::play } };
    draw_buttons(d, inside, offers);
}

// --- commands that lost their ground ---------------------------------------------------------------------------------

void draw_lost_entry(Drawing& d, Rect& from, portal::LostEntry const& lost)
{
    IdScope const scope { d.f, lost.key };
    draw_paragraph(d, from, "text", lost.text, { .type = Type::body_strong });
    from.skip_top(2);
    draw_paragraph(d, from, "second", lost.second, second_style(d));
    from.skip_top(space::small);
    draw_paragraph(d, from, "reason", lost.reason, { .type = Type::body, .ink = d.f.tokens().tone(Tone::missing).ink });
    if (!lost.advice.empty()) {
        draw_paragraph(d, from, "advice", lost.advice, { .type = Type::body });
    }
    Offered const offers[] { { lost.again, Icon::redo_2, ButtonLook::outlined, ButtonState::ready, lost.text },
        { lost.drop, Icon::check, ButtonLook::plain, ButtonState::ready, lost.text } };
    draw_buttons(d, from, offers);
    if (!lost.open_fragment.empty()) {
        from.skip_top(space::small);
        auto const name = lost.open_label + ": " + lost.text;
        LinkSpec const spec { .key = "open", .text = lost.open_label, .href = lost.open_fragment, .name = name };
        if (link(d.f, from.take_top(20), spec)) {
            d.want(portal::Go { lost.open_fragment });
        }
    }
}

void draw_lost(Drawing& d, Rect& page, portal::ExchangeModel const& model)
{
    if (model.lost.empty()) {
        return;
    }
    {
        IdScope const scope { d.f, "lost" };
        GrowingCard card { d.f, page };
        auto& inside = card.content();
        draw_head(d, inside, Icon::git_compare, Tone::missing, d.words("ui.exchange.lost"), model.lost_second);
        for (auto const& lost : model.lost) {
            inside.skip_top(space::gap);
            divider(d.f, inside.take_top(1));
            inside.skip_top(space::gap);
            draw_lost_entry(d, inside, lost);
        }
    }
    page.skip_top(space::card_gap);
}

// --- where -----------------------------------------------------------------------------------------------------------

void draw_finding(Drawing& d, Rect& from, std::size_t index, portal::FindingLine const& finding)
{
    IdScope const scope { d.f, index };
    auto const& tokens = d.f.tokens();
    bool const good = finding.mark == portal::Mark::yes;
    auto const text = finding.second.empty() ? finding.text : finding.text + " · " + finding.second;
    auto const width = from.width - mark - space::small;
    auto const text_high = paragraph_height(d.f, width, text, Type::body);
    auto const advice_high = finding.advice.empty() ? 0.0F : paragraph_height(d.f, width, finding.advice, Type::body);
    auto area = from.take_top(std::max(mark, text_high + advice_high));
    icon(d.f, area.take_left(mark).take_top(line_height(Type::body)), good ? Icon::circle_check : Icon::circle_x,
        tokens.tone(good ? Tone::covered : Tone::missing).ink, mark);
    area.skip_left(space::small);
    paragraph(d.f, area.take_top(text_high), "text", text, { .type = Type::body });
    if (!finding.advice.empty()) {
        paragraph(d.f, area, "advice", finding.advice, { .type = Type::body_strong });
    }
}

void draw_findings(Drawing& d, Rect& from, portal::ExchangeModel const& model)
{
    if (model.findings.empty()) {
        return;
    }
    from.skip_top(space::gap);
    IdScope const scope { d.f, "findings" };
    section_heading(d.f, from, d.words("ui.exchange.findings"), {}, 3);
    for (std::size_t i = 0; i < model.findings.size(); ++i) {
        if (i > 0) {
            from.skip_top(space::small);
        }
        draw_finding(d, from, i, model.findings[i]);
    }
}

void draw_recipes(Drawing& d, Rect& from, portal::ExchangeModel const& model)
{
    if (model.recipes.empty()) {
        return;
    }
    from.skip_top(space::gap);
    draw_paragraph(d, from, "recipes", model.recipes_text, second_style(d));
    from.skip_top(space::small);
    Flow flow { from, space::small };
    for (auto const& [label, lines] : model.recipes) {
        ButtonSpec const spec { .key = label, .label = label, .icon = Icon::copy, .size = ButtonSize::small };
        auto const width = std::min(button_width(d.f, spec), from.width);
        if (button(d.f, flow.place({ width, height::button_small }), spec)) {
            copy_and_say(d, lines, d.words("ui.copied"));
        }
    }
    from.skip_top(flow.used_height());
}

void draw_setting(Drawing& d, Rect& page, portal::ExchangeModel const& model)
{
    IdScope const scope { d.f, "place" };
    GrowingCard card { d.f, page };
    auto& inside = card.content();
    draw_head(d, inside, Icon::globe, Tone::accent, d.words("ui.exchange.place"), d.words("ui.exchange.place.text"));
    inside.skip_top(space::gap);
    draw_form_fields(d, inside, model.fields);
    draw_notice(d, inside, "error", model.fields_error, Tone::missing);
    Offered const offers[] { { model.save, {}, ButtonLook::primary },
        { model.test, Icon::plug, ButtonLook::outlined, model.testing ? ButtonState::busy : ButtonState::ready } };
    draw_buttons(d, inside, offers);
    draw_findings(d, inside, model);
    draw_notice(d, inside, "help", model.help, Tone::accent);
    draw_recipes(d, inside, model);
}

// --- by file ---------------------------------------------------------------------------------------------------------

void draw_files(Drawing& d, Rect& page, portal::ExchangeModel const& model)
{
    if (model.bundle.label.empty() && model.folder.empty()) {
        return;
    }
    page.skip_top(space::card_gap);
    IdScope const scope { d.f, "files" };
    GrowingCard card { d.f, page };
    auto& inside = card.content();
    draw_head(d, inside, Icon::package, Tone::accent, d.words("ui.exchange.files"), model.bundle_second);
    if (!model.folder.empty()) {
        inside.skip_top(space::medium);
        std::pair<std::string, std::string> const fact[] { { std::string { d.words("ui.exchange.folder") },
            model.folder } };
        draw_facts(d, inside, fact);
    }
    Offered const offers[] { { model.bundle, Icon::download } };
    draw_buttons(d, inside, offers);
}

} // namespace

Intents exchange_screen(Frame& f, Rect area, portal::ExchangeModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    IdScope const scope { f, "exchange-screen" };
    auto const margin = page_margin(f);
    ScrollArea scroll { f, "page", area, { margin, margin, margin, margin } };
    auto& page = scroll.content();
    page.width = std::min(page.width, widest_column);
    (void)page_head(f, page, { .title = words("ui.exchange.title"), .second = model.second });
    draw_state(d, page, model);
    page.skip_top(space::card_gap);
    draw_lost(d, page, model);
    draw_setting(d, page, model);
    draw_files(d, page, model);
    return std::move(d.intents);
}

} // namespace keyrack::ui
