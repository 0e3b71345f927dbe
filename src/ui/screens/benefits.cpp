#include "ui/screens/benefits.hpp"

#include "ui/screens/blocks.hpp"
#include "ui/screens/proof.hpp"

#include <algorithm>

namespace keyrack::ui {

namespace {

constexpr std::size_t tiers = catalogue::all_tiers.size();
constexpr float narrow = 460; // the words stand above one another in narrower columns
constexpr float row_padding = 10;
constexpr float chip_gap = 6;

// Where the words end and the columns of the tiers begin.
struct Grid
{
    float column = 0;

    explicit Grid(float width) : column(width < narrow ? 64.0F : 88.0F) { }
    [[nodiscard]] float words(float width) const { return width - column * tiers - space::small; }
    [[nodiscard]] Rect cell(Rect row, std::size_t tier) const
    {
        auto const x = row.right() - column * static_cast<float>(tiers - tier);
        return { x, row.y, column, row.height };
    }
};

// As many lines as it takes, in the middle of `area`.
void draw_centred(Drawing& d, Rect area, std::string_view text, Type type, Colour ink)
{
    auto column = area.middle(paragraph_height(d.f, area.width, text, type));
    draw_lines(d.f, column, text, { .type = type, .ink = ink, .align = Align::centre });
}

// --- the heads of the columns ----------------------------------------------------------------------------------------

float tier_names_height(Drawing const& d, Grid const& grid, portal::BenefitsModel const& model)
{
    float height = 0;
    for (auto const& tier : model.tiers) {
        height = std::max(height, paragraph_height(d.f, grid.column - 4, tier.name, Type::small_strong));
    }
    return height;
}

void draw_tier_names(Drawing& d, Rect area, Grid const& grid, portal::BenefitsModel const& model)
{
    auto const& tokens = d.f.tokens();
    for (std::size_t tier = 0; tier < tiers; ++tier) {
        auto const ink = model.today == tier ? tokens.ink : tokens.ink_second;
        auto cell = grid.cell(area, tier).inset(2, 0);
        auto const& name = model.tiers[tier].name;
        cell = cell.take_bottom(paragraph_height(d.f, cell.width, name, Type::small_strong));
        draw_lines(d.f, cell, name, { .type = Type::small_strong, .ink = ink, .align = Align::centre });
    }
}

// "Today" over the tier that is served, "Paid for" over one that is not.
void draw_tier_chips(Drawing& d, Rect& from, Grid const& grid, portal::BenefitsModel const& model)
{
    auto const line = from.take_top(height::chip);
    for (std::size_t tier = 0; tier < tiers; ++tier) {
        auto const& told = model.tiers[tier].chip;
        if (told.text.empty()) {
            continue;
        }
        auto const spec = chip_of(told);
        auto const width = chip_width(d.f, spec);
        auto const cell = grid.cell(line, tier);
        // Wider than its column where that is narrow, and never over the edge.
        auto const x = std::min(cell.centre().x - width / 2, line.right() - width);
        IdScope const scope { d.f, tier };
        chip(d.f, { x, line.y, width, line.height }, spec);
    }
    from.skip_top(chip_gap);
}

// --- a row -----------------------------------------------------------------------------------------------------------

float row_height(Drawing const& d, Grid const& grid, float width, portal::FeatureOfTiers const& feature)
{
    return paragraph_height(d.f, grid.words(width), feature.name, Type::table) + 2 * row_padding;
}

Colour ink_of(Tokens const& tokens, portal::Tone tone)
{
    return tone == portal::Tone::neutral ? tokens.ink_second : tokens.tone(kit_tone(tone)).ink;
}

void draw_cell(Drawing& d, Rect area, portal::TierCell const& cell)
{
    auto const& tokens = d.f.tokens();
    auto const ink = ink_of(tokens, cell.tone);
    if (!cell.given) {
        draw_text(d.f, area, "–", { .type = Type::table, .ink = tokens.ink_third, .align = Align::centre });
    } else if (cell.text.empty()) {
        auto const suspended = cell.tone == portal::Tone::missing;
        icon(d.f, area, suspended ? Icon::circle_slash : Icon::check, ink, 16);
    } else {
        draw_centred(d, area, cell.text, Type::small_strong, ink);
    }
}

void draw_feature(Drawing& d, Rect area, Grid const& grid, portal::FeatureOfTiers const& feature)
{
    Scope item { d.f, feature.key, { .role = Role::listitem, .bounds = area } };
    Node node { .role = Role::link, .bounds = area, .name = feature.says };
    node.extra.put("href", feature.fragment);
    auto const on = d.f.item("open", std::move(node));
    auto const ground = area.inset(-6, 1);
    if (on.hovered) {
        fill(d.f, ground, d.f.tokens().hover, radius::small);
    }
    if (on.ring) {
        ring(d.f, ground, radius::small);
    }
    auto text = area.inset(0, row_padding).take_left(grid.words(area.width));
    draw_lines(d.f, text, feature.name,
        { .type = Type::table, .ink = on.hovered ? d.f.tokens().accent_text : d.f.tokens().ink });
    for (std::size_t tier = 0; tier < tiers; ++tier) {
        draw_cell(d, grid.cell(area, tier), feature.cells[tier]);
    }
    if (on.clicked) {
        d.want(portal::Go { feature.fragment });
    }
}

// --- a pillar --------------------------------------------------------------------------------------------------------

struct PillarPlace
{
    float title = 0;
    float head = 0;
    std::vector<float> rows;
    float height = 0;
};

PillarPlace measure(Drawing const& d, Grid const& grid, float width, portal::BenefitsModel const& model,
    portal::PillarOfFeatures const& pillar)
{
    PillarPlace place;
    auto const words = grid.words(width);
    place.title = paragraph_height(d.f, words, pillar.title, Type::label);
    place.head = std::max(place.title + line_height(Type::second), tier_names_height(d, grid, model)) + 8;
    place.height = place.head;
    for (auto const& feature : pillar.features) {
        place.rows.push_back(row_height(d, grid, width, feature));
        place.height += place.rows.back();
    }
    return place;
}

// The served tier stands on a ground of its own, from head to foot.
void draw_today(Drawing& d, Rect area, Grid const& grid, std::optional<std::size_t> today)
{
    if (today) {
        auto const ground = grid.cell(area, *today).inset({ -4, 2, -2, 2 });
        fill(d.f, ground, d.f.tokens().accent_soft, radius::medium);
        chosen_edge(d.f, ground, d.f.tokens().accent, radius::medium);
    }
}

void draw_pillar(Drawing& d, Rect& from, Grid const& grid, portal::BenefitsModel const& model,
    portal::PillarOfFeatures const& pillar)
{
    auto const place = measure(d, grid, from.width, model, pillar);
    auto area = from.take_top(place.height);
    draw_today(d, area, grid, model.today);
    auto head = area.take_top(place.head);
    head.skip_bottom(8);
    draw_tier_names(d, head, grid, model);
    head.width = grid.words(head.width);
    auto words = head.take_bottom(place.title + line_height(Type::second));
    wrapped_heading(d, words.take_top(place.title), "title", pillar.title, 3, { .type = Type::label });
    label(d.f, words, pillar.second, { .type = Type::second, .ink = d.f.tokens().ink_second });
    Scope list { d.f, "features", { .role = Role::list, .bounds = area, .name = pillar.title } };
    for (std::size_t i = 0; i < pillar.features.size(); ++i) {
        auto const row = area.take_top(place.rows[i]);
        line_above(d.f, row, d.f.tokens().line);
        draw_feature(d, row, grid, pillar.features[i]);
    }
}

void draw_back(Drawing& d, Rect& from, portal::BenefitsModel const& model)
{
    ButtonSpec const back { .key = "back",
        .label = model.back,
        .icon = Icon::arrow_left,
        .size = ButtonSize::small,
        .href = model.back_fragment };
    auto line = from.take_top(height::button_small);
    if (button(d.f, line.take_left(std::min(button_width(d.f, back), line.width)), back)) {
        d.want(portal::Go { model.back_fragment });
    }
    from.skip_top(space::card_gap);
}

} // namespace

void draw_benefits(Drawing& d, Rect& from, portal::BenefitsModel const& model)
{
    IdScope const scope { d.f, "benefits" };
    if (model.proof) {
        draw_back(d, from, model);
        draw_proof(d, from, *model.proof);
        return;
    }
    if (!model.notice.empty()) {
        notice(d, from, "notice", model.notice, kit_tone(model.notice_tone));
        from.skip_top(space::medium);
    }
    draw_action_lines(d, from, "lines", d.words("benefits.today"), model.lines);
    from.skip_top(space::gap);
    Grid const grid { from.width };
    draw_tier_chips(d, from, grid, model);
    for (std::size_t i = 0; i < model.pillars.size(); ++i) {
        IdScope const pillar { d.f, i };
        draw_pillar(d, from, grid, model, model.pillars[i]);
        from.skip_top(space::card_gap);
    }
}

} // namespace keyrack::ui
