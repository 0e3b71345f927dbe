#include "ui/kit/card.hpp"

#include "ui/kit/chip.hpp"
#include "ui/kit/choice.hpp"
#include "ui/kit/draw.hpp"
#include "ui/kit/state.hpp"
#include "ui/kit/text_run.hpp"
#include "ui/kit/tooltip.hpp"

#include <cmath>

namespace keyrack::ui {

namespace {

constexpr float banner_pad = 12;
constexpr float banner_icon = 16;

struct BannerPlan
{
    float words;  // width of the text
    float height; // of the whole
    float action; // width of the button, 0 without
};

BannerPlan plan_of(Frame const& f, float width, BannerSpec const& spec)
{
    BannerPlan plan { .words = width - 2 * banner_pad - banner_icon - 10, .height = 0, .action = 0 };
    if (spec.closable) plan.words -= 36;
    if (!spec.action.empty()) {
        plan.action = button_width(f, { .key = "act", .label = spec.action, .size = ButtonSize::small });
        plan.words -= plan.action + 12;
    }
    auto const text = paragraph_height(f, std::max(80.0F, plan.words), spec.text, Type::second);
    auto const others = plan.action > 0 || spec.closable ? height::button_small : 0.0F;
    plan.height = std::max(text, others) + 2 * 10;
    return plan;
}

Icon icon_for(BannerSpec const& spec)
{
    if (spec.icon) return *spec.icon;
    switch (spec.tone) {
    case Tone::covered: return Icon::circle_check;
    case Tone::ending: return Icon::triangle_alert;
    case Tone::missing: return Icon::circle_alert;
    default: return Icon::info;
    }
}

Colour ground_of(Tokens const& t, CardLook look)
{
    switch (look) {
    case CardLook::surface: return t.surface;
    case CardLook::raised: return t.raised;
    case CardLook::sunken: return t.sunken;
    case CardLook::chosen: return t.accent_soft;
    }
    return t.surface;
}

// What stands beside a heading has what the heading leaves, and half of the line at least.
float aside_of(Frame const& f, float width, std::string_view text, std::string_view trailing)
{
    if (trailing.empty()) return 0;
    auto const left = width - std::ceil(text_width(f, text, Type::heading)) - space::small;
    return std::min(whole_width(f, trailing, Type::second), std::max(left, width / 2));
}

constexpr float before_actions = 16;

// The title on one line, what is said below it on two at most.
bool fits_beside(Frame const& f, float width, PageHeadSpec const& spec, std::span<ButtonSpec const> actions)
{
    auto const left = width - button_row_width(f, actions) - before_actions;
    auto const high = [&](std::string_view text) { return paragraph_height(f, left, text, Type::table); };
    return text_width(f, spec.title, Type::title) + 8 <= left && high(spec.second) <= 2 * high("x");
}

// The icon of the main action stands for it.
std::vector<ButtonSpec> with_main_as_icon(std::span<ButtonSpec const> actions)
{
    std::vector<ButtonSpec> shorter { actions.begin(), actions.end() };
    for (auto& each : shorter)
        if (each.look == ButtonLook::primary && each.icon) {
            if (each.name.empty()) each.name = each.label;
            each.label = {};
        }
    return shorter;
}

// Whether nothing is gained by the icon alone: they stand beside the title with their labels, or below it in either case.
// Of several, one without a label would leave open what it does.
bool labels_fit(Frame const& f, float width, PageHeadSpec const& spec, std::span<ButtonSpec const> shorter)
{
    if (fits_beside(f, width, spec, spec.actions)) return true;
    bool const gains = spec.actions.size() == 1 && fits_beside(f, width, spec, shorter);
    return !gains && button_row_width(f, spec.actions) <= width;
}

} // namespace

Rect card(Frame& f, Rect area, CardLook look, float padding)
{
    auto const& t = f.tokens();
    auto const ground = ground_of(t, look);
    if (look == CardLook::sunken && !has_contrast(f.theme())) {
        fill(f, area, ground, radius::large);
    } else {
        fill_and_stroke(f, area, ground, look == CardLook::chosen ? t.accent : t.line, radius::large);
    }
    return area.inset(padding);
}

PressCard press_card(Frame& f, Rect area, PressCardSpec const& spec)
{
    auto const chosen = spec.checked.value_or(false) || spec.selected.value_or(false);
    Node node { .role = Role::button, .bounds = area, .name = std::string { spec.name } };
    if (spec.checked) {
        node.role = Role::checkbox;
        node.flags.add(*spec.checked ? Flag::checked : Flag::unchecked);
    } else if (spec.selected) {
        node.role = Role::radio;
        node.flags.add(*spec.selected ? Flag::checked : Flag::unchecked);
    } else if (!spec.href.empty()) {
        node.role = Role::link;
        node.extra.put("href", spec.href);
    }
    node.flags.add_if(spec.disabled, Flag::disabled);
    node.value = spec.reason;
    auto const on = f.item(spec.key, std::move(node));
    auto const& t = f.tokens();
    auto const ground = chosen ? t.accent_soft : t.surface;
    auto const edge = chosen ? t.accent : on.hovered ? t.line_strong : t.line;
    if (!chosen && on.hovered && !is_dark(f.theme())) shadow(f, area, radius::large, 5);
    fill_and_stroke(f, area, on.held ? laid_over(t.hover, ground) : ground, edge, radius::large);
    if (on.ring) ring(f, area, radius::large);
    tooltip(f, on, area, spec.reason);
    return { .inside = area.inset(spec.padding), .clicked = on.clicked, .hovered = on.hovered, .id = on.id };
}

void divider(Frame& f, Rect area)
{
    line_above(f, area.middle(1), f.tokens().line);
}

void section_heading(Frame& f, Rect& from, std::string_view text, std::string_view trailing, int level)
{
    auto const aside = aside_of(f, from.width, text, trailing);
    auto const width = from.width - (aside > 0 ? aside + space::small : 0);
    auto const words = std::max(line_height(Type::heading), paragraph_height(f, width, text, Type::heading));
    auto area = from.take_top(words + 4);
    from.skip_top(space::medium);
    if (aside > 0) {
        label(f, area.take_right(aside).take_top(24), trailing,
            { .type = Type::second, .ink = f.tokens().ink_second, .align = Align::end });
        area.width = width;
    }
    if (words == line_height(Type::heading)) return heading(f, area, text, level);
    auto lines = area.middle(words);
    Extra extra;
    extra.put("level", static_cast<long long>(level));
    f.note_at(
        text_id(f, text), { .role = Role::heading, .bounds = lines, .name = std::string { text }, .extra = extra });
    draw_lines(f, lines, text, { .type = Type::heading });
}

std::optional<std::size_t> page_head(Frame& f, Rect& page, PageHeadSpec const& spec)
{
    auto const shorter = with_main_as_icon(spec.actions);
    bool const in_full = !f.phone() || labels_fit(f, page.width, spec, shorter);
    auto const actions = in_full ? spec.actions : std::span<ButtonSpec const> { shorter };
    auto const wanted = button_row_width(f, actions);
    auto const beside = wanted == 0 || fits_beside(f, page.width, spec, actions);
    auto const width = beside && wanted > 0 ? page.width - wanted - before_actions : page.width;
    auto const second = paragraph_height(f, width, spec.second, Type::table);
    auto head = page.take_top(second > 0 ? 30 + second : 36);
    std::optional<std::size_t> pressed;
    auto words = head.take_left(width);
    head = { words.x, words.y, page.width, words.height };
    heading(f, words.take_top(28), spec.title, 1, { .type = Type::title });
    if (!spec.second.empty()) {
        words.skip_top(1);
        paragraph(f, words, "second", spec.second, { .type = Type::table, .ink = f.tokens().ink_second });
    }
    if (beside) {
        pressed = button_row(f, head.middle(36), actions);
    } else {
        page.skip_top(space::small);
        pressed = button_row(f, page.take_top(height::button), actions, Side::left);
    }
    page.skip_top(space::gap);
    return pressed;
}

float banner_height(Frame const& f, float width, BannerSpec const& spec)
{
    return plan_of(f, width, spec).height;
}

BannerResult banner(Frame& f, Rect area, BannerSpec const& spec)
{
    auto const plan = plan_of(f, area.width, spec);
    auto const box = Rect { area.x, area.y, area.width, plan.height };
    auto const colours = f.tokens().tone(spec.tone);
    fill(f, box, colours.soft, radius::medium);
    if (has_contrast(f.theme())) stroke(f, box, colours.ink, radius::medium);
    auto const role = spec.tone == Tone::missing ? Role::alert : Role::status;
    Scope const scope { f, spec.key, { .role = role, .bounds = box, .name = std::string { spec.text } } };
    auto line = box.inset(banner_pad, 10);
    auto mark = line.take_left(banner_icon);
    line.skip_left(10);
    BannerResult result;
    if (spec.closable) {
        result.closed = icon_button(f, line.take_right(30),
            { .key = "close",
                .icon = Icon::x,
                .name = f.words().close,
                .size = ButtonSize::small,
                .ink = colours.ink });
        line.skip_right(6);
    }
    if (plan.action > 0) {
        result.acted =
            button(f, line.take_right(plan.action), { .key = "act", .label = spec.action, .size = ButtonSize::small });
        line.skip_right(12);
    }
    auto const text = paragraph_height(f, line.width, spec.text, Type::second);
    mark.height = std::min(mark.height, text);
    icon(f, { mark.x, line.middle(text).y, mark.width, line_height(Type::second) }, icon_for(spec), colours.ink,
        banner_icon);
    paragraph(f, line.middle(text), "text", spec.text, { .type = Type::second, .ink = colours.ink });
    return result;
}

std::optional<std::size_t> empty_state(Frame& f, Rect area, EmptySpec const& spec)
{
    auto const width = std::min(area.width - 32, 380.0F);
    auto const text = paragraph_height(f, width, spec.text, Type::table);
    auto const buttons = spec.actions.empty() ? 0.0F : 20 + height::button;
    auto box = area.middle({ width, std::min(area.height, 52 + 16 + 24 + 6 + text + buttons) });
    auto const tile = box.take_top(52).middle({ 52, 52 });
    auto const colours = f.tokens().tone(spec.tone);
    fill(f, tile, colours.soft, 14);
    icon(f, tile, spec.icon, colours.ink, 24);
    box.skip_top(16);
    heading(f, box.take_top(24), spec.title, 2, { .type = Type::heading, .align = Align::centre });
    box.skip_top(6);
    auto line = box.take_top(text);
    f.note_at(text_id(f, spec.text), { .role = Role::text, .bounds = line, .name = std::string { spec.text } });
    draw_lines(f, line, spec.text, { .type = Type::table, .ink = f.tokens().ink_second, .align = Align::centre });
    if (spec.actions.empty()) return std::nullopt;
    box.skip_top(20);
    auto const row = std::min(button_row_width(f, spec.actions), area.width - 16);
    auto const place = box.take_top(height::button);
    return button_row(f, { place.x + (place.width - row) / 2, place.y, row, place.height }, spec.actions, Side::left);
}

void facts(Frame& f, Rect& from, std::span<Fact const> items)
{
    constexpr float line_gap = 12; // between label and value
    constexpr float padding = 7;   // above and below
    constexpr float least_for_value = 0.4F;
    constexpr float ruled_from = 560; // the eye does not find the way across without a line
    auto const& t = f.tokens();
    auto const high = line_height(Type::table_strong);
    for (auto const& fact : items) {
        auto const icon_width = fact.icon ? 24.0F : 0.0F;
        auto const label_width = whole_width(f, fact.label, Type::table);
        auto const room = std::max(from.width - icon_width - label_width - line_gap, from.width * least_for_value);
        auto const lines = wrapped(f, fact.value, Type::table_strong, room);
        auto line = from.take_top(2 * padding + high * static_cast<float>(std::max<std::size_t>(lines.size(), 1)));
        auto const bounds = line;
        if (from.width >= ruled_from && &fact != &items.back()) line_below(f, bounds, t.line);
        line.skip_top(padding);
        auto values = line.take_right(room);
        for (auto const each : lines) {
            draw_text(f, values.take_top(high), each,
                { .type = Type::table_strong, .ink = fact.ink, .align = Align::end, .figures = Figures::tabular });
        }
        line = line.take_top(high);
        if (fact.icon) {
            icon(f, line.take_left(16), *fact.icon, t.ink_second, 16);
            line.skip_left(8);
        }
        line.skip_right(line_gap);
        draw_text(f, line, fact.label, { .type = Type::table, .ink = t.ink_second });
        f.note_at(text_id(f, fact.label),
            { .role = Role::text,
                .bounds = bounds,
                .name = std::string { fact.label } + ": " + std::string { fact.value } });
    }
}

} // namespace keyrack::ui
