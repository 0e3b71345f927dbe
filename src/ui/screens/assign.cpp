#include "ui/screens/assign.hpp"

#include "ui/screens/assign_parts.hpp"

#include <algorithm>
#include <vector>

namespace keyrack::ui {

namespace {

constexpr float three_columns_from = 1000; // inside the page's margin
// Around cards that scroll, so that the focus ring is whole.
constexpr float ring_room = 5;
constexpr float bar_room = 11; // at the right, where the bar stands beside the cards
constexpr Insets ring_insets { ring_room, bar_room, ring_room, ring_room };

Rect with_ring_room(Rect area)
{
    return area.inset({ -ring_room, -bar_room, 0, -ring_room });
}

void draw_page_head(Drawing& d, Rect& page, portal::AssignModel const& model)
{
    (void)page_head(d.f, page, { .title = d.words("ui.assign.title"), .second = model.second });
}

// The next step out of it.
struct WayOn
{
    ButtonSpec button;
    portal::Intent intent;
};

std::vector<WayOn> ways_on(Drawing const& d, portal::NothingToAssign nothing)
{
    using portal::NothingToAssign;
    auto const button = [&](WidgetKey key, std::string_view words, Icon symbol, ButtonLook look) {
        return ButtonSpec { .key = key, .label = d.words(words), .icon = symbol, .look = look };
    };
    switch (nothing) {
    case NothingToAssign::no_rooms:
        return { { button("room", "ui.rooms.add", Icon::plus, ButtonLook::outlined), portal::AskAddRoom {} },
            { button("import", "ui.data.choose_file", Icon::upload, ButtonLook::primary), portal::ChooseFile {} } };
    case NothingToAssign::all_covered:
        return { { button("renewals", "overview.see_renewals", Icon::calendar_clock, ButtonLook::outlined),
            portal::RunOnScreen { "look-renewals" } } };
    case NothingToAssign::no_licences:
        return { { button("order", "ui.orders.place", Icon::shopping_cart, ButtonLook::primary),
            portal::RunOnScreen { "order:missing" } } };
    }
    return {};
}

void draw_nothing(Drawing& d, Rect area, portal::AssignModel const& model)
{
    auto const ways = model.nothing ? ways_on(d, *model.nothing) : std::vector<WayOn> {};
    std::vector<ButtonSpec> actions;
    for (auto const& way : ways) actions.push_back(way.button);
    auto const pressed = empty_state(d.f, area,
        { .icon = Icon::key_round,
            .title = model.empty_text,
            .text = model.empty_second,
            .actions = actions,
            .tone = Tone::accent });
    if (pressed) d.intents.push_back(ways[*pressed].intent);
}

void draw_no_match(Drawing& d, Rect& from, portal::AssignModel const& model)
{
    ButtonSpec const actions[] { { .key = "all", .label = d.words("ui.assign.show_all") } };
    auto const area = from.take_top(240);
    auto const pressed = empty_state(d.f, area,
        { .icon = Icon::search,
            .title = d.words("ui.assign.nothing_found"),
            .text = d.words("ui.assign.nothing_found.text"),
            .actions = actions });
    if (pressed && !model.query.empty()) {
        d.want(portal::SearchAssignable {});
    }
}

void draw_rooms(Drawing& d, Rect& from, Rect view, portal::AssignModel const& model, CarryWatch& watch)
{
    if (model.room_count == 0) {
        draw_no_match(d, from, model);
    } else {
        draw_room_cards(d, from, view, model, watch);
    }
}

// What changes, in a raised card of its own with the buttons at its foot.
void draw_panel(Drawing& d, Rect area, portal::AssignModel const& model)
{
    Scope panel { d.f, "panel",
        { .role = Role::complementary, .bounds = area, .name = std::string { d.words("ui.assign.changes") } } };
    auto inside = card(d.f, area, CardLook::raised);
    auto head = inside.take_top(24);
    ChipSpec const preview { .text = d.words("ui.assign.preview"), .tone = Tone::planned };
    auto const title = 16 + space::small + text_width(d.f, d.words("ui.assign.changes"), Type::heading) + space::small;
    if (title + chip_width(d.f, preview) <= head.width) {
        chip(d.f, head.take_right(chip_width(d.f, preview)), preview);
    }
    icon(d.f, head.take_left(16), Icon::git_branch, d.f.tokens().ink, 16);
    head.skip_left(space::small);
    heading(d.f, head, d.words("ui.assign.changes"), 2);
    inside.skip_top(space::medium);
    auto const buttons = inside.take_bottom(commit_height(d, inside.width, model));
    keep_toasts_clear(d.f, buttons);
    draw_commit(d, buttons, model);
    inside.skip_bottom(space::medium);
    ScrollArea scroll { d.f, "changes", with_ring_room(inside), ring_insets };
    draw_changes(d, scroll.content(), model);
}

void draw_three(Drawing& d, Rect page, portal::AssignModel const& model, CarryWatch& watch)
{
    auto const side = std::clamp(page.width * 0.265F, 290.0F, 360.0F);
    auto licences = page.take_left(side);
    page.skip_left(space::card_gap);
    draw_panel(d, page.take_right(std::min(side, 340.0F)), model);
    page.skip_right(space::card_gap);
    {
        ScrollArea scroll { d.f, "licences-scroll", with_ring_room(licences), ring_insets };
        draw_licence_cards(d, scroll.content(), model, watch);
    }
    draw_room_head(d, page, model);
    ScrollArea scroll { d.f, "rooms-scroll", with_ring_room(page), ring_insets };
    draw_rooms(d, scroll.content(), scroll.view(), model, watch);
}

void draw_two(Drawing& d, Rect page, portal::AssignModel const& model, CarryWatch& watch)
{
    draw_panel(d, page.take_right(std::clamp(page.width * 0.42F, 260.0F, 320.0F)), model);
    page.skip_right(space::gap);
    ScrollArea scroll { d.f, "choice-scroll", with_ring_room(page), ring_insets };
    auto& content = scroll.content();
    draw_licence_cards(d, content, model, watch);
    content.skip_top(space::medium);
    draw_room_head(d, content, model);
    draw_rooms(d, content, scroll.view(), model, watch);
}

// A phone: everything below one another, the commit under the thumb.
void draw_one(Drawing& d, Rect area, portal::AssignModel const& model, CarryWatch& watch)
{
    auto const buttons = commit_height(d, area.width - 2 * space::page_phone, model);
    auto const foot = area.take_bottom(buttons + 2 * space::medium);
    keep_toasts_clear(d.f, foot);
    fill(d.f, foot, d.f.tokens().surface);
    line_above(d.f, foot, d.f.tokens().line);
    draw_commit(d, foot.inset(space::page_phone, space::medium), model);
    ScrollArea scroll { d.f, "assign-scroll", area,
        { space::medium, space::page_phone, space::page, space::page_phone } };
    auto& content = scroll.content();
    draw_page_head(d, content, model);
    draw_licence_cards(d, content, model, watch);
    content.skip_top(space::medium);
    section_heading(d.f, content, d.words("ui.assign.changes"));
    draw_changes(d, content, model);
    content.skip_top(space::page);
    draw_room_head(d, content, model);
    draw_rooms(d, content, scroll.view(), model, watch);
}

} // namespace

Intents assign_screen(Frame& f, Rect area, portal::AssignModel const& model, portal::Words const& words)
{
    Drawing d { f, words };
    IdScope const scope { f, "assign-screen" };
    CarryWatch watch { d, model };
    auto page = area.inset(page_margin(f));
    if (!model.empty_text.empty()) {
        draw_page_head(d, page, model);
        draw_nothing(d, page, model);
    } else if (f.phone()) {
        draw_one(d, area, model, watch);
    } else {
        draw_page_head(d, page, model);
        if (page.width >= three_columns_from) {
            draw_three(d, page, model, watch);
        } else {
            draw_two(d, page, model, watch);
        }
    }
    watch.finish();
    return std::move(d.intents);
}

} // namespace keyrack::ui
