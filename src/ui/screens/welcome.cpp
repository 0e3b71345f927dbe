#include "ui/screens/welcome.hpp"

#include "ui/screens/import_report.hpp"
#include "ui/screens/rack.hpp"
#include "ui/screens/settings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace keyrack::ui {

namespace {

constexpr float widest = 1040; // of what is read
constexpr float overlap = 76;  // how far the cards reach into the dark band
constexpr float hero_bar = 64;
constexpr float hero_height = 420; // where there is room for it
constexpr float lift = 8;          // of the cards' shadow
constexpr float choice_padding = 20;
constexpr float tenant_height = 64;
constexpr float words_beside_rack = 440;
constexpr float before_rack = 40;

Rect readable(Rect area, float margin)
{
    auto const width = std::min(area.width - 2 * margin, widest);
    return { area.x + (area.width - width) / 2, area.y, width, area.height };
}

// --- the dark band ---------------------------------------------------------------------------------------------------

struct Hero
{
    float title = 0;
    float text = 0;
    float height = 0;
    float words_width = 0;
};

// Narrower bands have no room beside the words.
bool has_rack(float width)
{
    return width >= two_narrow_columns_from;
}

Hero measure_hero(Drawing const& d, float width)
{
    Hero hero;
    bool const beside = has_rack(width);
    hero.words_width =
        beside ? std::min(words_beside_rack, std::floor(width - before_rack - least_rack)) : std::min(width, 560.0F);
    hero.title = paragraph_height(d.f, hero.words_width, d.words("ui.welcome.title"), Type::display);
    hero.text = paragraph_height(d.f, hero.words_width, d.words("ui.welcome.text"), Type::body);
    hero.height = hero_bar + hero.title + space::medium + hero.text + overlap + (d.f.phone() ? 40.0F : 88.0F);
    if (beside) {
        hero.height = std::max(hero.height, hero_height);
    }
    return hero;
}

void draw_mark(Drawing& d, Rect line)
{
    auto const& tokens = d.f.tokens();
    auto const tile_area = line.take_left(34).middle(34);
    fill(d.f, tile_area, tokens.accent, radius::medium);
    icon(d.f, tile_area, Icon::key_round, tokens.on_accent, 20);
    line.skip_left(space::medium);
    label(d.f, "product", line, d.words("ui.product"), { .type = Type::subtitle, .ink = tokens.sidebar_strong });
}

void draw_settings(Drawing& d, Rect area, portal::Appearance appearance)
{
    auto const menu = settings_menu(d.words, appearance);
    IconButtonSpec const spec {
        .key = "settings", .icon = Icon::settings, .name = d.words("ui.settings"), .ink = d.f.tokens().sidebar_text
    };
    if (auto const chosen = menu_button(d.f, area, spec, menu.items)) {
        d.intents.push_back(menu.intent(*chosen));
    }
}

void draw_hero(Drawing& d, Rect band, Hero const& hero, portal::Appearance appearance)
{
    auto const& tokens = d.f.tokens();
    fill(d.f, band, tokens.sidebar);
    auto inside = readable(band, page_margin(d.f));
    auto bar = inside.take_top(hero_bar);
    draw_settings(d, bar.take_right(height::touch).middle(height::touch).moved(12, 0), appearance);
    draw_mark(d, bar);
    if (has_rack(inside.width)) {
        auto rack = inside;
        rack.skip_left(hero.words_width + before_rack);
        rack.skip_bottom(overlap);
        draw_rack(d.f, rack);
    }
    inside.skip_bottom(overlap + (d.f.phone() ? space::gap : space::card_gap));
    inside = inside.middle({ inside.width, hero.title + space::medium + hero.text });
    inside.width = hero.words_width;
    wrapped_heading(d, inside.take_top(hero.title), "title", d.words("ui.welcome.title"), 1,
        { .type = Type::display, .ink = tokens.sidebar_strong });
    inside.skip_top(space::medium);
    paragraph(d.f, inside.take_top(hero.text), "text", d.words("ui.welcome.text"),
        { .type = Type::body, .ink = tokens.sidebar_text });
}

// --- what is kept here -----------------------------------------------------------------------------------------------

void draw_tenant(Drawing& d, Rect area, portal::TenantCard const& tenant)
{
    auto const& tokens = d.f.tokens();
    auto const name = d.words("ui.welcome.open_tenant", { { "name", tenant.name }, { "second", tenant.second } });
    auto const pressed = press_card(d.f, area, { .key = "tenant", .name = name });
    auto inside = pressed.inside;
    avatar(d.f, inside.take_left(36).middle(36), { .name = tenant.name, .shape = AvatarShape::square });
    inside.skip_left(space::medium);
    icon(d.f, inside.take_right(20), Icon::chevron_right, tokens.ink_third, 18);
    inside.skip_right(space::small);
    auto text = inside.middle(tenant.second.empty() ? 20 : 40);
    draw_text(d.f, text.take_top(20), tenant.name, { .type = Type::heading });
    draw_text(d.f, text, tenant.second, { .type = Type::second, .ink = tokens.ink_second });
    if (pressed.clicked) {
        d.want(portal::OpenTenantIntent { tenant.slug });
    }
}

float tenants_height(float width, std::size_t count)
{
    auto const across = std::min(fitting_columns(width - 2 * space::card, 280, space::medium), count);
    auto const lines = (count + across - 1) / across;
    return 2 * space::card + 36 + static_cast<float>(lines) * (tenant_height + space::medium) - space::medium;
}

void draw_tenants(Drawing& d, Rect& page, portal::WelcomeModel const& model)
{
    auto const count = model.tenants.size();
    if (count == 0) {
        return;
    }
    auto const area = page.take_top(tenants_height(page.width, count));
    shadow(d.f, area, radius::large, lift);
    auto inside = card(d.f, area);
    auto head = Rect { inside.x, inside.y, inside.width, 24 };
    section_heading(d.f, inside, d.words("ui.welcome.kept"));
    if (!model.cockpit.empty()) {
        ButtonSpec const all { .key = "cockpit",
            .label = d.words("ui.navigation.cockpit"),
            .icon = Icon::building_2,
            .size = ButtonSize::small,
            .href = model.cockpit };
        if (button(d.f, head.take_right(button_width(d.f, all)).middle(height::button_small), all)) {
            d.want(portal::Go { model.cockpit });
        }
    }
    auto const across = std::min(fitting_columns(inside.width, 280, space::medium), count);
    for (std::size_t i = 0; i < count; i += across) {
        auto const places = columns(inside.take_top(tenant_height), across, space::medium);
        inside.skip_top(space::medium);
        for (std::size_t j = 0; j < across && i + j < count; ++j) {
            IdScope const scope { d.f, model.tenants[i + j].slug };
            draw_tenant(d, places[j], model.tenants[i + j]);
        }
    }
    page.skip_top(space::card_gap);
}

// --- three ways to begin ---------------------------------------------------------------------------------------------

struct Choice
{
    WidgetKey key;
    Icon icon;
    Tone tone = Tone::accent;
    std::string_view title;
    std::string_view text;
};

std::array<Choice, 3> choices(portal::Words const& words)
{
    return { {
        { "demo", Icon::building_2, Tone::accent, words("ui.welcome.demo"), words("ui.welcome.demo.text") },
        { "empty", Icon::plus, Tone::covered, words("ui.welcome.empty"), words("ui.welcome.empty.text") },
        { "import", Icon::upload, Tone::planned, words("ui.welcome.import"), words("ui.welcome.import.text") },
    } };
}

float choice_height(Frame const& f, float width, Choice const& choice)
{
    auto const inner = width - 2 * choice_padding;
    if (f.phone()) {
        auto const text = inner - large_tile - space::medium;
        return 2 * choice_padding
            + std::max(large_tile,
                paragraph_height(f, text, choice.title, Type::heading) + 2
                    + paragraph_height(f, text, choice.text, Type::second));
    }
    return 2 * choice_padding + large_tile + space::gap + paragraph_height(f, inner, choice.title, Type::heading) + 4
        + paragraph_height(f, inner, choice.text, Type::second);
}

bool draw_choice(Drawing& d, Rect area, Choice const& choice)
{
    auto name = std::string { choice.title };
    name += ". ";
    name += choice.text;
    shadow(d.f, area, radius::large, lift);
    auto const pressed = press_card(d.f, area, { .key = choice.key, .name = name, .padding = choice_padding });
    auto inside = pressed.inside;
    auto const tile_place = d.f.phone() ? inside.take_left(large_tile).take_top(large_tile)
                                        : inside.take_top(large_tile).take_left(large_tile);
    auto const colours = d.f.tokens().tone(choice.tone);
    fill(d.f, tile_place, colours.soft, radius::medium);
    icon(d.f, tile_place, choice.icon, colours.ink, 20);
    auto const& tokens = d.f.tokens();
    if (d.f.phone()) {
        inside.skip_left(space::medium);
    } else {
        Rect const corner { inside.right() - 20, tile_place.y, 20, tile_place.height };
        icon(d.f, corner, Icon::arrow_right, pressed.hovered ? tokens.accent_text : tokens.ink_third, 18);
        inside.skip_top(space::gap);
    }
    draw_lines(d.f, inside, choice.title, { .type = Type::heading });
    inside.skip_top(d.f.phone() ? 2.0F : 4.0F);
    draw_lines(d.f, inside, choice.text, { .type = Type::second, .ink = tokens.ink_second });
    return pressed.clicked;
}

void begin(Drawing& d, std::size_t choice)
{
    if (choice == 0) {
        d.want(portal::OpenDemo {});
    }
    if (choice == 1) {
        d.want(portal::StartEmpty {});
    }
    if (choice == 2) {
        d.want(portal::ChooseFile {});
    }
}

void draw_choices(Drawing& d, Rect& page)
{
    auto const all = choices(d.words);
    if (d.f.phone()) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (draw_choice(d, page.take_top(choice_height(d.f, page.width, all[i])), all[i])) {
                begin(d, i);
            }
            page.skip_top(space::medium);
        }
        return;
    }
    auto const width = (page.width - 2 * space::gap) / 3;
    float height = 0;
    for (auto const& choice : all) {
        height = std::max(height, choice_height(d.f, width, choice));
    }
    auto const places = columns(page.take_top(height), all.size(), space::gap);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (draw_choice(d, places[i], all[i])) {
            begin(d, i);
        }
    }
    page.skip_top(space::card_gap);
}

// --- what it does ----------------------------------------------------------------------------------------------------

struct Promise
{
    WidgetKey key;
    Icon icon;
    std::string_view title;
    std::string_view text;
};

std::array<Promise, 3> promises(portal::Words const& words)
{
    return { {
        { "proof", Icon::circle_check, words("ui.welcome.proof"), words("ui.welcome.proof.text") },
        { "cure", Icon::wand_sparkles, words("ui.welcome.cure"), words("ui.welcome.cure.text") },
        { "kept", Icon::hard_drive, words("ui.welcome.yours"), words("ui.welcome.yours.text") },
    } };
}

constexpr float promise_icon = 30;

float promise_height(Frame const& f, float width, Promise const& promise)
{
    auto const inner = width - promise_icon;
    return paragraph_height(f, inner, promise.title, Type::heading) + 4
        + paragraph_height(f, inner, promise.text, Type::table);
}

void draw_promise(Drawing& d, Rect area, Promise const& promise)
{
    IdScope const scope { d.f, promise.key };
    auto const& tokens = d.f.tokens();
    icon(d.f, area.take_left(promise_icon).take_top(20).take_left(18), promise.icon, tokens.accent_text, 18);
    auto const title = area.take_top(paragraph_height(d.f, area.width, promise.title, Type::heading));
    wrapped_heading(d, title, "title", promise.title, 2, { .type = Type::heading });
    area.skip_top(4);
    paragraph(d.f, area, "text", promise.text, { .type = Type::table, .ink = tokens.ink_second });
}

void draw_promises(Drawing& d, Rect& page)
{
    auto const all = promises(d.words);
    auto const across = d.f.phone() ? std::size_t { 1 } : all.size();
    auto const gap = d.f.phone() ? space::card_gap : space::gap; // as between the cards above
    auto const apart = d.f.phone() ? 0.0F : space::gap;
    page.skip_top(d.f.phone() ? space::medium : space::page);
    for (std::size_t i = 0; i < all.size(); i += across) {
        auto const width = (page.width - gap * static_cast<float>(across - 1)) / static_cast<float>(across);
        float height = 0;
        for (std::size_t j = i; j < i + across; ++j) {
            height = std::max(height, promise_height(d.f, width - apart, all[j]));
        }
        auto const places = columns(page.take_top(height), across, gap);
        for (std::size_t j = 0; j < across; ++j) {
            draw_promise(d, places[j].inset({ 0, apart, 0, 0 }), all[i + j]);
        }
        page.skip_top(space::card_gap);
    }
    page.skip_top(space::small);
}

Icon icon_of(portal::ReportAction const& remedy)
{
    if (remedy.run == "choose-file") return Icon::upload;
    return remedy.main ? Icon::wand_sparkles : Icon::download;
}

// Below the notice: what can be done about a database that was refused, or to get in where one is invited.
void draw_remedies(Drawing& d, Rect& page, portal::WelcomeModel const& model)
{
    if (model.remedies.empty()) {
        return;
    }
    page.skip_top(space::small);
    std::vector<ButtonSpec> buttons;
    for (std::size_t i = 0; i < model.remedies.size(); ++i) {
        auto const& remedy = model.remedies[i];
        buttons.push_back({ .key = i,
            .label = remedy.text,
            .icon = icon_of(remedy),
            .look = remedy.main ? ButtonLook::primary : ButtonLook::outlined });
    }
    IdScope const scope { d.f, "remedies" };
    Flow flow { page, space::small };
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        auto const width = std::min(button_width(d.f, buttons[i]), page.width);
        if (button(d.f, flow.place({ width, button_line(d.f) }), buttons[i])) {
            d.want(portal::RunOnScreen { model.remedies[i].run });
        }
    }
    page.skip_top(flow.used_height());
}

void draw_note(Drawing& d, Rect& page, std::string_view text)
{
    if (text.empty()) {
        return;
    }
    auto const inner = page.width - 26;
    auto area = page.take_top(paragraph_height(d.f, inner, text, Type::second));
    icon(d.f, area.take_left(16).take_top(18), Icon::lock, d.f.tokens().ink_second, 16);
    area.skip_left(10);
    paragraph(d.f, area, "note", text, { .type = Type::second, .ink = d.f.tokens().ink_second });
}

} // namespace

Intents welcome_screen(
    Frame& f, Rect area, portal::WelcomeModel const& model, portal::Words const& words, portal::Appearance appearance)
{
    Drawing d { f, words };
    IdScope const scope { f, "welcome" };
    Scope main { f, "main", { .role = Role::main, .bounds = area, .name = std::string { words("ui.product") } } };
    ScrollArea scroll { f, "page", area };
    auto& content = scroll.content();
    auto const hero = measure_hero(d, readable(area, page_margin(f)).width);
    draw_hero(d, content.take_top(hero.height), hero, appearance);
    auto page = readable(content, page_margin(f));
    page.y -= overlap;
    auto const top = page.y;
    if (!model.failure.empty()) {
        notice(d, page, "failure", model.failure, Tone::missing);
    }
    if (!model.invited.empty()) {
        notice(d, page, "invited", model.invited, Tone::accent);
    }
    draw_remedies(d, page, model);
    if (!model.failure.empty() || !model.invited.empty()) {
        page.skip_top(space::gap);
    }
    if (model.report) {
        draw_import_report(d, page, *model.report);
        page.skip_top(space::card_gap);
    }
    draw_tenants(d, page, model);
    draw_choices(d, page);
    draw_promises(d, page);
    draw_note(d, page, model.note);
    content.skip_top(page.y - top - overlap + space::page);
    return std::move(d.intents);
}

void draw_opening(Drawing& d, Rect area, std::string_view text)
{
    Scope main { d.f, "main", { .role = Role::main, .bounds = area, .name = std::string { d.words("ui.product") } } };
    auto place = area.middle({ std::min(area.width - 32, 420.0F), 76 });
    draw_spinner(d.f, place.take_top(36), d.f.tokens().accent, 28);
    place.skip_top(space::gap);
    auto const line = place.take_top(20);
    d.f.note("opening", { .role = Role::status, .bounds = line, .name = std::string { text } });
    draw_text(d.f, line, text, { .type = Type::body, .ink = d.f.tokens().ink_second, .align = Align::centre });
    d.f.want_frame();
}

} // namespace keyrack::ui
