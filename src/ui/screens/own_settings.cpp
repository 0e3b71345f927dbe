#include "ui/screens/own_settings.hpp"

#include "ui/screens/blocks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace keyrack::ui {

namespace {

constexpr float padding = 10;

using portal::Appearance;
using portal::Contrast;
using portal::Language;

void draw_acting(Drawing& d, Rect& column, portal::SettingsModel const& model)
{
    IdScope const scope { d.f, "acting" };
    GrowingCard card { d.f, column };
    auto& inside = card.content();
    section_heading(d.f, inside, d.words("ui.settings.you"));
    auto const name = paragraph_height(d.f, inside.width, model.acting.text, Type::body_strong);
    paragraph(d.f, inside.take_top(name), "acting", model.acting.text, { .type = Type::body_strong });
    inside.skip_top(2);
    auto const second = paragraph_height(d.f, inside.width, model.acting.second, Type::second);
    paragraph(d.f, inside.take_top(second), "second", model.acting.second,
        { .type = Type::second, .ink = d.f.tokens().ink_second });
    if (model.acting.action.empty()) return;
    inside.skip_top(space::medium);
    ButtonSpec const who { .key = "who", .label = model.acting.action, .size = ButtonSize::small };
    if (button(d.f, inside.take_top(height::button_small).take_left(button_width(d.f, who)), who))
        d.want(portal::RunOnScreen { model.acting.run });
}

// A label, and below it one of a few.
template <std::size_t count>
std::optional<std::size_t> draw_choice(Drawing& d, Rect& inside, WidgetKey key, std::string_view label,
    std::array<Option, count> const& options, std::size_t chosen)
{
    draw_text(d.f, inside.take_top(20), label, { .type = Type::second_strong });
    inside.skip_top(6);
    ChoiceSpec const spec { .key = key, .label = label, .options = options };
    if (segmented_width(d.f, spec) <= inside.width) {
        auto const picked = segmented(d.f, inside.take_top(height::button), spec, chosen);
        inside.skip_top(space::gap);
        return picked;
    }
    auto const picked = radio_group(d.f, inside.take_top(radio_group_height(d.f, inside.width, spec)), spec, chosen);
    inside.skip_top(space::gap);
    return picked;
}

void draw_language(Drawing& d, Rect& inside)
{
    constexpr std::array spoken { Language::english, Language::german, Language::norwegian };
    std::array const options { Option { .key = "en", .label = d.words("ui.language.en") },
        Option { .key = "de", .label = d.words("ui.language.de") },
        Option { .key = "nb", .label = d.words("ui.language.nb") } };
    auto const now = std::ranges::find(spoken, d.words.language()) - spoken.begin();
    auto const picked =
        draw_choice(d, inside, "language", d.words("ui.settings.language"), options, static_cast<std::size_t>(now));
    if (picked) d.want(portal::SetLanguage { std::string { portal::tag(spoken[*picked]) } });
}

void draw_appearance(Drawing& d, Rect& inside, portal::OwnPreferences const& own)
{
    constexpr std::array looks { Appearance::system, Appearance::light, Appearance::dark };
    std::array const options { Option {
                                   .key = "system", .label = d.words("ui.appearance.system"), .icon = Icon::sun_moon },
        Option { .key = "light", .label = d.words("ui.appearance.light"), .icon = Icon::sun },
        Option { .key = "dark", .label = d.words("ui.appearance.dark"), .icon = Icon::moon } };
    auto const now = std::ranges::find(looks, own.appearance) - looks.begin();
    auto const picked =
        draw_choice(d, inside, "appearance", d.words("ui.settings.appearance"), options, static_cast<std::size_t>(now));
    if (picked) d.want(portal::SetAppearance { looks[*picked] });
}

bool draw_switch(Drawing& d, Rect& inside, WidgetKey key, std::string_view label, std::string_view second, bool on)
{
    CheckSpec const spec { .key = key, .label = label, .second = second };
    auto const height = std::max(checkbox_height(d.f, inside.width, spec), height::field);
    auto const turned = checkbox(d.f, inside.take_top(height), spec, on ? Check::on : Check::off);
    inside.skip_top(space::small);
    return turned;
}

void draw_own(Drawing& d, Rect& column, portal::SettingsModel const& model)
{
    IdScope const scope { d.f, "own" };
    GrowingCard card { d.f, column };
    auto& inside = card.content();
    section_heading(d.f, inside, d.words("ui.settings.device"));
    draw_language(d, inside);
    draw_appearance(d, inside, model.own);
    bool const high = model.own.contrast == Contrast::high;
    if (draw_switch(
            d, inside, "contrast", d.words("ui.settings.contrast"), d.words("ui.settings.contrast.second"), high))
        d.want(portal::SetContrast { high ? Contrast::system : Contrast::high });
    if (draw_switch(
            d, inside, "keys", d.words("ui.settings.keys"), d.words("ui.settings.keys.second"), model.own.single_keys))
        d.want(portal::RunOnScreen { "single_keys" });
    inside.skip_top(space::tiny);
    ButtonSpec const help {
        .key = "help", .label = d.words("ui.help.title"), .icon = Icon::keyboard, .size = ButtonSize::small
    };
    if (button(d.f, inside.take_top(height::button_small).take_left(button_width(d.f, help)), help))
        d.want(portal::ShowHelp {});
}

struct LinePlace
{
    float words = 0, button = 0;            // widths
    float label = 0, value = 0, second = 0; // heights
    [[nodiscard]] float height() const { return label + 2 + value + (second > 0 ? 2 + second : 0); }
};

LinePlace measure(Frame const& f, float width, portal::SettingLine const& line)
{
    LinePlace place;
    place.button = button_width(f, { .key = "act", .label = line.action, .size = ButtonSize::small });
    place.words = width - place.button - space::medium;
    place.label = paragraph_height(f, place.words, line.label, Type::body_strong);
    place.value = paragraph_height(f, place.words, line.value, Type::table);
    if (!line.second.empty()) place.second = paragraph_height(f, place.words, line.second, Type::second);
    return place;
}

void draw_line(Drawing& d, Rect inside, portal::SettingLine const& line, LinePlace const& place)
{
    Scope const item { d.f, line.key, { .role = Role::listitem, .bounds = inside } };
    auto const& tokens = d.f.tokens();
    auto const name = line.action + ": " + line.label;
    ButtonSpec const act { .key = "act", .label = line.action, .size = ButtonSize::small, .name = name };
    if (button(d.f, inside.take_right(place.button).take_top(height::button_small), act))
        d.want(portal::RunOnScreen { line.run });
    inside.skip_right(space::medium);
    paragraph(d.f, inside.take_top(place.label), "label", line.label, { .type = Type::body_strong });
    inside.skip_top(2);
    paragraph(d.f, inside.take_top(place.value), "value", line.value,
        { .type = Type::table, .ink = line.is_set ? tokens.ink : tokens.ink_second });
    if (line.second.empty()) return;
    inside.skip_top(2);
    paragraph(
        d.f, inside.take_top(place.second), "second", line.second, { .type = Type::second, .ink = tokens.ink_second });
}

void draw_group(Drawing& d, Rect& column, std::size_t at, portal::SettingGroup const& group)
{
    IdScope const scope { d.f, at };
    {
        GrowingCard card { d.f, column };
        auto& inside = card.content();
        section_heading(d.f, inside, group.title);
        if (!group.second.empty()) {
            inside.y -= 6;
            auto const height = paragraph_height(d.f, inside.width, group.second, Type::second);
            paragraph(d.f, inside.take_top(height), "second", group.second,
                { .type = Type::second, .ink = d.f.tokens().ink_second });
            inside.skip_top(space::medium);
        }
        Scope const list { d.f, "lines", { .role = Role::list, .bounds = inside, .name = group.title } };
        for (std::size_t row = 0; row < group.lines.size(); ++row) {
            if (row > 0) {
                inside.skip_top(padding);
                divider(d.f, inside.take_top(1));
                inside.skip_top(padding);
            }
            auto const place = measure(d.f, inside.width, group.lines[row]);
            draw_line(d, inside.take_top(place.height()), group.lines[row], place);
        }
    }
    column.skip_top(space::gap);
}

// About: a heading and what is around the lines are the same for all groups.
float group_height(Frame const& f, float width, portal::SettingGroup const& group)
{
    auto const inner = width - 2 * space::card;
    auto height = 2 * space::card + 32 + space::gap + paragraph_height(f, inner, group.second, Type::second);
    for (auto const& line : group.lines) height += measure(f, inner, line).height() + 2 * padding + 1;
    return height;
}

// How many groups go on in the left column, so that both columns end near each other.
std::size_t groups_on_the_left(Frame const& f, float width, float used, std::span<portal::SettingGroup const> groups)
{
    float right = 0;
    for (auto const& group : groups) right += group_height(f, width, group);
    std::size_t count = 0;
    for (auto left = used; count < groups.size(); ++count) {
        auto const next = group_height(f, width, groups[count]);
        if (std::abs(left + next - (right - next)) >= std::abs(left - right)) break;
        left += next;
        right -= next;
    }
    return count;
}

void draw_groups(
    Drawing& d, Rect& column, std::span<portal::SettingGroup const> groups, std::size_t begin, std::size_t end)
{
    for (auto at = begin; at < end; ++at) draw_group(d, column, at, groups[at]);
}

} // namespace

Intents settings_screen(Frame& f, Rect area, portal::SettingsModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    IdScope const scope { f, "settings-screen" };
    auto const margin = page_margin(f);
    ScrollArea scroll { f, "page", area, { margin, margin, margin, margin } };
    auto& page = scroll.content();
    (void)page_head(f, page, { .title = words("ui.settings.title"), .second = words("ui.settings.second") });
    auto const count = model.groups.size();
    auto left = page;
    auto right = left;
    bool const is_wide = page.width >= two_columns_from;
    if (is_wide) {
        right = left.take_right((page.width - space::card_gap) / 2);
        left.skip_right(space::card_gap);
    }
    auto const top = left.y;
    draw_own(d, left, model);
    left.skip_top(space::gap);
    draw_acting(d, left, model);
    left.skip_top(space::gap);
    auto const cut = is_wide ? groups_on_the_left(f, left.width, left.y - top, model.groups) : count;
    draw_groups(d, left, model.groups, 0, cut);
    draw_groups(d, right, model.groups, cut, count);
    page.skip_top(std::max(left.y, right.y) - top);
    return std::move(d.intents);
}

} // namespace keyrack::ui
