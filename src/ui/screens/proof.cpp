#include "ui/screens/proof.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

constexpr float story_line = 6;    // from the left edge to the vertical line
constexpr float story_indent = 26; // to the first mark
constexpr float depth_indent = 24;
constexpr float mark_width = 24;
constexpr float step_gap = 16;
constexpr float text_gap = 2;
constexpr std::size_t first_tag = 1000; // links of one step come before

struct MarkLook
{
    Icon icon;
    Colour ink;
    std::string_view name;
};

MarkLook look_of(Drawing const& d, portal::Mark mark)
{
    auto const& tokens = d.f.tokens();
    switch (mark) {
    case portal::Mark::yes: return { Icon::check, tokens.covered.ink, d.words("ui.proof.mark.yes") };
    case portal::Mark::no: return { Icon::x, tokens.missing.ink, d.words("ui.proof.mark.no") };
    case portal::Mark::date: return { Icon::calendar, tokens.ink_second, d.words("ui.proof.mark.date") };
    case portal::Mark::never_renews:
        return { Icon::circle_slash, tokens.ink_second, d.words("ui.proof.mark.never_renews") };
    case portal::Mark::information: break;
    }
    return { Icon::info, tokens.ink_second, d.words("ui.proof.mark.information") };
}

// The second line of a step and where each of its links leads.
struct SecondLine
{
    std::vector<Piece> pieces;
    std::vector<std::string_view> fragments; // one a piece; empty: no link
};

void append(SecondLine& line, Piece piece, std::string_view fragment = {})
{
    if (piece.text.empty()) {
        return;
    }
    if (!line.pieces.empty()) {
        line.pieces.push_back({ .text = " · " });
        line.fragments.emplace_back();
    }
    line.pieces.push_back(std::move(piece));
    line.fragments.push_back(fragment);
}

// The codes of the rules: small and quiet behind the reason, each a link to the rule. None stands on a line without it.
void append_tags(SecondLine& line, Tokens const& tokens, portal::ProofStep const& step)
{
    for (std::size_t i = 0; i < step.rules.size(); ++i) {
        auto const& tag = step.rules[i];
        if (!line.pieces.empty()) {
            line.pieces.push_back(
                i == 0 ? Piece { .text = "\u00A0\u00B7\u00A0" } : Piece { .text = "\u00A0", .type = Type::caption });
            line.fragments.emplace_back();
        }
        line.pieces.push_back({ .text = tag.text,
            .type = Type::caption,
            .ink = tokens.ink_second,
            .href = tag.fragment,
            .key = first_tag + i });
        line.fragments.emplace_back(tag.fragment);
    }
}

SecondLine second_line(Tokens const& tokens, portal::ProofStep const& step)
{
    SecondLine line;
    append(line, { .text = step.second });
    for (std::size_t i = 0; i < step.links.size(); ++i) {
        auto const& link = step.links[i];
        if (link.fragment.empty()) {
            append(line, { .text = link.text });
        } else {
            append(
                line, { .text = link.text, .ink = tokens.accent_text, .href = link.fragment, .key = i }, link.fragment);
        }
    }
    append_tags(line, tokens, step);
    return line;
}

float step_indent(portal::ProofStep const& step)
{
    return story_indent + depth_indent * static_cast<float>(step.depth) + mark_width;
}

float step_height(Frame const& f, float width, portal::ProofStep const& step, SecondLine const& second)
{
    auto const inner = width - step_indent(step);
    auto const text = paragraph_height(f, inner, step.text, Type::body);
    return second.pieces.empty() ? text : text + text_gap + rich_height(f, inner, second.pieces, Type::second);
}

void draw_step(Drawing& d, Rect area, portal::ProofStep const& step, SecondLine const& second)
{
    auto const look = look_of(d, step.mark);
    auto const missing = step.mark == portal::Mark::no;
    Scope item { d.f, "step", { .role = Role::listitem, .bounds = area } };
    auto const indent = area.take_left(step_indent(step));
    Rect const mark { indent.right() - mark_width, indent.y, 16, line_height(Type::body) };
    icon_named(d.f, "mark", mark, look.icon, look.ink, look.name, 16);
    auto const& tokens = d.f.tokens();
    paragraph(d.f, area.take_top(paragraph_height(d.f, area.width, step.text, Type::body)), "text", step.text,
        { .type = Type::body, .ink = missing ? tokens.missing.ink : tokens.ink });
    if (second.pieces.empty()) {
        return;
    }
    area.skip_top(text_gap);
    auto const clicked = rich(d.f, area, "second", second.pieces, { .type = Type::second, .ink = tokens.ink_second });
    if (clicked) {
        d.want(portal::Go { std::string { second.fragments[*clicked] } });
    }
}

void draw_steps(Drawing& d, Rect& from, std::span<portal::ProofStep const> steps)
{
    if (steps.empty()) {
        return;
    }
    std::vector<SecondLine> seconds;
    std::vector<float> heights;
    float height = step_gap; // half a gap above and below
    for (auto const& step : steps) {
        seconds.push_back(second_line(d.f.tokens(), step));
        heights.push_back(step_height(d.f, from.width, step, seconds.back()));
        height += heights.back() + step_gap;
    }
    height -= step_gap;
    auto area = from.take_top(height);
    fill(d.f, { area.x + story_line, area.y, 2, area.height }, d.f.tokens().line, 1);
    Scope list { d.f, "steps",
        { .role = Role::list, .bounds = area, .name = std::string { d.words("ui.proof.steps") } } };
    area.skip_top(step_gap / 2);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        IdScope const scope { d.f, i };
        draw_step(d, area.take_top(heights[i]), steps[i], seconds[i]);
        area.skip_top(step_gap);
    }
}

ChipSpec chip_of_answer(portal::ProofModel const& model)
{
    auto const yes = model.answer == portal::Mark::yes;
    auto const no = model.answer == portal::Mark::no;
    return { .text = model.answer_text,
        .tone = yes ? Tone::covered
            : no    ? Tone::missing
                    : Tone::neutral,
        .icon = yes ? Icon::check
            : no    ? Icon::x
                    : Icon::info,
        .large = true };
}

// Quiet: a sentence of its own answers it.
void draw_question(Drawing& d, Rect& from, portal::ProofModel const& model, ProofLook const& look)
{
    auto const width = from.width - look.beside;
    auto line = from.take_top(paragraph_height(d.f, width, model.question, Type::body));
    wrapped_heading(d, line.take_left(width), "question", model.question, look.level,
        { .type = Type::body, .ink = d.f.tokens().ink_second });
    from.skip_top(space::medium);
}

// The answer in one sentence, and for a no the reason that decides it.
void draw_verdict(Drawing& d, Rect& from, portal::ProofModel const& model, int level)
{
    chip(d.f, from.take_top(30), chip_of_answer(model));
    from.skip_top(space::small);
    auto const sentence = from.take_top(paragraph_height(d.f, from.width, model.verdict, Type::heading));
    wrapped_heading(d, sentence, "verdict", model.verdict, level, { .type = Type::heading });
    if (model.because.empty()) {
        return;
    }
    from.skip_top(space::tiny);
    auto const reason = from.take_top(paragraph_height(d.f, from.width, model.because, Type::body));
    paragraph(d.f, reason, "because", model.because, { .type = Type::body, .ink = d.f.tokens().ink_second });
}

ButtonSpec button_of(portal::CureModel const& cure)
{
    return { .key = "run",
        .label = cure.action,
        .look = cure.main ? ButtonLook::primary : ButtonLook::outlined,
        .size = ButtonSize::small };
}

ButtonSpec try_button(Drawing const& d, std::string_view name)
{
    return { .key = "try",
        .label = d.words("ui.proof.try"),
        .look = ButtonLook::plain,
        .size = ButtonSize::small,
        .name = name };
}

struct CurePlace
{
    float text_width = 0;
    float button_width = 0;
    float try_width = 0; // below the words
    float height = 0;
};

CurePlace measure_cure(Drawing const& d, float width, portal::CureModel const& cure, MainCure main_cure)
{
    auto const& f = d.f;
    CurePlace place;
    auto const apart = cure.main && main_cure == MainCure::at_the_foot;
    place.button_width = apart || cure.action.empty() ? 0 : button_width(f, button_of(cure));
    place.text_width = width - (place.button_width > 0 ? place.button_width + space::medium : 0);
    place.height = paragraph_height(f, place.text_width, cure.text, Type::body);
    if (!cure.second.empty()) {
        place.height += text_gap + paragraph_height(f, place.text_width, cure.second, Type::second);
    }
    place.height = std::max(place.height, place.button_width > 0 ? height::button_small : 0.0F);
    if (cure.can_try && !cure.action.empty()) {
        place.try_width = button_width(f, try_button(d, {}));
        place.height += space::tiny + height::button_small;
    }
    return place;
}

void draw_cure(Drawing& d, Rect area, portal::CureModel const& cure, CurePlace const& place)
{
    Scope item { d.f, "cure", { .role = Role::listitem, .bounds = area } };
    if (place.try_width > 0) {
        auto const name = std::string { d.words("ui.proof.try") } + ": " + cure.text
            + (cure.second.empty() ? std::string {} : ", " + cure.second);
        auto line = area.take_bottom(height::button_small).moved(-10, 0);
        if (button(d.f, line.take_left(place.try_width), try_button(d, name))) {
            cure.run.empty() ? d.want(portal::TryCure { cure.index })
                             : d.want(portal::RunOnScreen { "try-" + cure.run });
        }
    }
    if (place.button_width > 0) {
        auto spec = button_of(cure);
        auto const name = name_of(cure);
        spec.name = name;
        if (button(d.f, area.take_right(place.button_width), spec)) {
            cure.run.empty() ? d.want(portal::RunCure { cure.index }) : d.want(portal::RunOnScreen { cure.run });
        }
        area.skip_right(space::medium);
    }
    auto const high = paragraph_height(d.f, place.text_width, cure.text, Type::body);
    if (cure.second.empty() && place.try_width == 0) area = area.middle(high); // a line stands beside its button
    paragraph(d.f, area.take_top(high), "text", cure.text, { .type = Type::body });
    if (cure.second.empty()) {
        return;
    }
    area.skip_top(text_gap);
    paragraph(d.f, area, "second", cure.second, { .type = Type::second, .ink = d.f.tokens().ink_second });
}

void draw_cures(
    Drawing& d, Rect& from, std::string_view title, std::span<portal::CureModel const> cures, MainCure main_cure)
{
    if (cures.empty()) {
        return;
    }
    constexpr float padding = 16;
    constexpr float gap = 21; // ten above and below the line
    std::vector<CurePlace> places;
    float height = 2 * padding + 20 + 10;
    for (auto const& cure : cures) {
        places.push_back(measure_cure(d, from.width - 2 * padding, cure, main_cure));
        height += places.back().height + gap;
    }
    height -= gap;
    auto inside = card(d.f, from.take_top(height), CardLook::sunken, padding);
    heading(d.f, inside.take_top(20), title, 3);
    inside.skip_top(10);
    Scope list { d.f, "cures", { .role = Role::list, .bounds = inside, .name = std::string { title } } };
    for (std::size_t i = 0; i < cures.size(); ++i) {
        IdScope const scope { d.f, cures[i].index };
        if (i > 0) {
            divider(d.f, inside.take_top(gap));
        }
        draw_cure(d, inside.take_top(places[i].height), cures[i], places[i]);
    }
}

// Where to read it all, once for the whole proof: the steps stay short.
void draw_sources(Drawing& d, Rect& from, std::span<portal::ProofSource const> sources)
{
    if (sources.empty()) {
        return;
    }
    auto const& tokens = d.f.tokens();
    from.skip_top(space::card_gap);
    heading(d.f, from.take_top(line_height(Type::second)), d.words("ui.proof.sources"), 3, { .type = Type::label });
    Scope list { d.f, "sources",
        { .role = Role::list, .bounds = from, .name = std::string { d.words("ui.proof.sources") } } };
    for (std::size_t i = 0; i < sources.size(); ++i) {
        from.skip_top(space::small);
        IdScope const scope { d.f, i };
        auto const text = sources[i].place + "\u00A0·\u00A0" + sources[i].rules;
        auto const area = from.take_top(paragraph_height(d.f, from.width, text, Type::second));
        Scope item { d.f, "source", { .role = Role::listitem, .bounds = area } };
        paragraph(d.f, area, "text", text, { .type = Type::second, .ink = tokens.ink_second });
    }
}

} // namespace

void draw_proof(Drawing& d, Rect& from, portal::ProofModel const& model, ProofLook const& look)
{
    IdScope const scope { d.f, "proof" };
    draw_question(d, from, model, look);
    draw_verdict(d, from, model, look.level + 1);
    if (!model.cures.empty()) {
        from.skip_top(space::gap);
    }
    draw_cures(d, from, d.words("ui.proof.cures"), model.cures, look.main_cure);
    from.skip_top(space::gap);
    heading(d.f, from.take_top(20), d.words("ui.proof.steps"), look.level + 1, { .type = Type::label });
    from.skip_top(space::small);
    draw_steps(d, from, model.steps);
    draw_sources(d, from, model.sources);
}

void draw_story(
    Drawing& d, Rect& from, std::span<portal::ProofStep const> steps, std::span<portal::ProofSource const> sources)
{
    IdScope const scope { d.f, "story" };
    draw_steps(d, from, steps);
    draw_sources(d, from, sources);
}

void draw_story(Drawing& d, Rect& from, portal::ProofModel const& model)
{
    draw_story(d, from, model.steps, model.sources);
}

void draw_ways(Drawing& d, Rect& from, std::span<portal::CureModel const> ways)
{
    IdScope const scope { d.f, "ways" };
    draw_cures(d, from, d.words("ui.refusal.ways"), ways, MainCure::in_its_card);
}

std::string name_of(portal::CureModel const& cure)
{
    if (cure.second.empty()) {
        return cure.action + ": " + cure.text;
    }
    return cure.action + ": " + cure.text + ", " + cure.second;
}

portal::CureModel const* main_cure(portal::ProofModel const& model)
{
    auto const found = std::ranges::find_if(model.cures, [](auto const& cure) { return cure.main; });
    return found == model.cures.end() ? nullptr : &*found;
}

} // namespace keyrack::ui
