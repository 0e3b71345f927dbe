#include "ui/screens/session.hpp"

#include "portal/shortcuts.hpp"
#include "ui/screens/assign.hpp"
#include "ui/screens/catalogue.hpp"
#include "ui/screens/compliance.hpp"
#include "ui/screens/data.hpp"
#include "ui/screens/devices.hpp"
#include "ui/screens/exchange.hpp"
#include "ui/screens/import_list.hpp"
#include "ui/screens/journal.hpp"
#include "ui/screens/large_accounts.hpp"
#include "ui/screens/orders.hpp"
#include "ui/screens/outbox.hpp"
#include "ui/screens/over.hpp"
#include "ui/screens/overview.hpp"
#include "ui/screens/own_settings.hpp"
#include "ui/screens/palette.hpp"
#include "ui/screens/people.hpp"
#include "ui/screens/renewals.hpp"
#include "ui/screens/rooms.hpp"
#include "ui/screens/settings.hpp"
#include "ui/screens/spares.hpp"
#include "ui/screens/support.hpp"
#include "ui/screens/view.hpp"
#include "ui/screens/what_if.hpp"

#include <iterator>

namespace keyrack::ui {

namespace {

using portal::ScreenKind;
using portal::SessionModel;

// In a low window, as one has that magnifies, the strips scroll away and leave a screen this much.
constexpr float least_page = 400;
constexpr char const* page_key = "page";

} // namespace

Icon icon_of(ScreenKind screen)
{
    switch (screen) {
    case ScreenKind::rooms: return Icon::door_open;
    case ScreenKind::orders: return Icon::file_text;
    case ScreenKind::assign: return Icon::key_round;
    case ScreenKind::data: return Icon::database;
    case ScreenKind::support: return Icon::life_buoy;
    case ScreenKind::devices: return Icon::cpu;
    case ScreenKind::spares: return Icon::package;
    case ScreenKind::overview: return Icon::layout_dashboard;
    case ScreenKind::renewals: return Icon::calendar_clock;
    case ScreenKind::people: return Icon::users;
    case ScreenKind::outbox: return Icon::mail;
    case ScreenKind::journal: return Icon::history;
    case ScreenKind::compliance: return Icon::shield_check;
    case ScreenKind::exchange: return Icon::refresh_cw;
    case ScreenKind::import_list: return Icon::file_up;
    case ScreenKind::large_accounts: return Icon::building_2;
    case ScreenKind::catalogue: return Icon::book_open;
    case ScreenKind::settings: return Icon::settings;
    case ScreenKind::what_if: return Icon::git_branch;
    }
    return Icon::circle;
}

namespace {

std::string_view key_of(ScreenKind screen)
{
    switch (screen) {
    case ScreenKind::rooms: return "rooms";
    case ScreenKind::orders: return "orders";
    case ScreenKind::assign: return "assign";
    case ScreenKind::data: return "data";
    case ScreenKind::support: return "support";
    case ScreenKind::devices: return "devices";
    case ScreenKind::spares: return "spares";
    case ScreenKind::overview: return "overview";
    case ScreenKind::renewals: return "renewals";
    case ScreenKind::people: return "people";
    case ScreenKind::outbox: return "outbox";
    case ScreenKind::journal: return "journal";
    case ScreenKind::compliance: return "compliance";
    case ScreenKind::exchange: return "exchange";
    case ScreenKind::import_list: return "import";
    case ScreenKind::large_accounts: return "large-accounts";
    case ScreenKind::catalogue: return "catalogue";
    case ScreenKind::settings: return "settings";
    case ScreenKind::what_if: return "what-if";
    }
    return "screen";
}

// --- companies -------------------------------------------------------------------------------------------------------

// The menu of the companies kept here, below whatever shows the name of this one.
void draw_tenant_menu(Drawing& d, Id owner, Rect anchor, portal::PortalModel const& model)
{
    std::vector<MenuItem> items;
    for (auto const& tenant : model.welcome.tenants) {
        items.push_back({ .key = tenant.slug,
            .label = tenant.name,
            .second = tenant.second,
            .checked = tenant.name == model.session->tenant });
    }
    if (model.welcome.tenants.size() > 1) {
        items.push_back({ .key = "cockpit",
            .label = d.words("ui.navigation.cockpit"),
            .icon = Icon::building_2,
            .divider_above = true });
    }
    items.push_back({ .key = "add",
        .label = d.words("ui.navigation.add_tenant"),
        .icon = Icon::plus,
        .divider_above = model.welcome.tenants.size() == 1 });
    items.push_back({ .key = "all-tenants", .label = d.words("ui.navigation.all_tenants"), .icon = Icon::log_out });
    auto const chosen = popup_menu(d.f, owner, anchor, d.words("ui.navigation.tenants"), items, 220);
    if (!chosen) {
        return;
    }
    if (*chosen < model.welcome.tenants.size()) {
        d.want(portal::OpenTenantIntent { model.welcome.tenants[*chosen].slug });
    } else if (*chosen + 1 == items.size()) {
        d.want(portal::LeaveTenant {});
    } else if (*chosen + 2 == items.size()) {
        d.want(portal::StartEmpty {});
    } else {
        d.want(portal::Go { model.welcome.cockpit });
    }
}

// --- navigation ------------------------------------------------------------------------------------------------------

Rect draw_navigation(Drawing& d, portal::PortalModel const& model)
{
    auto const& session = *model.session;
    std::vector<NavItem> items;
    std::optional<std::size_t> current;
    for (auto const& item : session.navigation) {
        if (item.current) {
            current = items.size();
        }
        items.push_back({ .key = key_of(item.screen),
            .icon = icon_of(item.screen),
            .label = item.text,
            .href = item.fragment,
            .badge = item.badge,
            .urgent = item.badge_tone == portal::Tone::missing,
            .group = item.group,
            .in_bottom_bar = item.in_bottom_bar });
    }
    auto const result = navigation(d.f, d.f.bounds(),
        { .product = d.words("ui.product"),
            .tenant = session.tenant,
            .tenant_second = session.tenant_second,
            .items = items,
            .current = current });
    if (result.chosen) {
        d.want(portal::Go { session.navigation[*result.chosen].fragment });
    }
    if (result.tenant_pressed) {
        open_menu(d.f, result.tenant_id);
    }
    if (result.tenant_id != 0) {
        draw_tenant_menu(d, result.tenant_id, result.tenant_anchor, model);
    }
    return result.content;
}

// --- the bar over the page -------------------------------------------------------------------------------------------

Icon saved_icon(portal::Tone tone)
{
    switch (tone) {
    case portal::Tone::missing:
    case portal::Tone::ending: return Icon::triangle_alert;
    case portal::Tone::planned: return Icon::refresh_cw;
    case portal::Tone::neutral: return Icon::wifi_off; // nothing is wrong: there is no network
    default: return Icon::circle_check;
    }
}

// On a phone there is no room to say that all is well.
bool tells_more_than_saved(portal::Tone tone)
{
    return tone == portal::Tone::missing || tone == portal::Tone::ending || tone == portal::Tone::neutral;
}

std::string_view fragment_of(SessionModel const& session, ScreenKind screen)
{
    for (auto const& item : session.navigation) {
        if (item.screen == screen) {
            return item.fragment;
        }
    }
    return {};
}

// Leads to the rooms and into their search.
void find_room(Drawing& d, SessionModel const& session)
{
    if (!std::holds_alternative<portal::RoomsModel>(session.screen)) {
        d.want(portal::Go { std::string { fragment_of(session, ScreenKind::rooms) } });
    }
    IdScope const main { d.f, "main" };
    IdScope const page { d.f, page_key };
    d.f.focus(rooms_search(d.f));
}

enum TopIndex : std::size_t { as_of_action, saved_action, settings_action };

TopBarResult draw_bar(Drawing& d, Rect& page, SessionModel const& session)
{
    auto const as_of_name = d.words("ui.top.as_of", { { "as_of", session.as_of } });
    TopAction const actions[] {
        { .key = "as-of",
            .icon = Icon::calendar,
            .label = session.as_of,
            .name = as_of_name,
            .tone = session.as_of_today ? Tone::neutral : Tone::planned,
            .in_phone = true },
        { .key = "saved",
            .icon = saved_icon(session.saved_tone),
            .label = session.saved,
            .name = session.saved,
            .tone = session.saved_tone == portal::Tone::missing ? Tone::missing : Tone::neutral,
            .in_phone = tells_more_than_saved(session.saved_tone) },
        { .key = "settings", .icon = Icon::settings, .label = {}, .name = d.words("ui.settings"), .in_phone = true },
    };
    auto const& palette = portal::shortcut(portal::Shortcut::palette);
    auto const shown = portal::shown(palette.keys, d.words);
    auto const told = portal::told(palette.keys);
    return top_bar(d.f, page,
        { .name = d.words("ui.top.name"),
            .search = d.words("ui.top.search"),
            .search_short = d.words("ui.top.search_short"),
            .search_shortcut = shown,
            .search_keys = told,
            .actions = actions,
            .tenant = session.tenant });
}

void draw_settings_menu(Drawing& d, TopBarResult const& top, portal::Appearance appearance)
{
    auto const settings = top.action_ids.size() > settings_action ? top.action_ids[settings_action] : Id {};
    if (settings == 0) {
        return;
    }
    if (top.action == settings_action) {
        open_menu(d.f, settings);
    }
    auto const menu = settings_menu(d.words, appearance);
    auto const chosen =
        popup_menu(d.f, settings, top.action_anchors[settings_action], d.words("ui.settings"), menu.items, 220);
    if (chosen) {
        d.intents.push_back(menu.intent(*chosen));
    }
}

void draw_top_bar(Drawing& d, Rect& page, portal::PortalModel const& model, portal::Appearance appearance)
{
    auto const& session = *model.session;
    auto const top = draw_bar(d, page, session);
    if (top.search_pressed) {
        d.want(portal::OpenPalette {});
    }
    if (model.single_keys && !d.f.phone() && d.f.pressed(portal::shortcut(portal::Shortcut::find_room).keys.first)) {
        find_room(d, session);
    }
    if (top.action == as_of_action) {
        d.want(portal::AskAsOf {});
    }
    if (top.action == saved_action) {
        d.want(portal::Go { std::string { fragment_of(session, session.saved_screen) } });
    }
    draw_settings_menu(d, top, appearance);
    if (top.tenant_pressed) {
        open_menu(d.f, top.tenant_id);
    }
    if (top.tenant_id != 0) {
        draw_tenant_menu(d, top.tenant_id, top.tenant_anchor, model);
    }
}

// --- strips over the screen ------------------------------------------------------------------------------------------

BannerResult draw_strip(Drawing& d, Rect& page, BannerSpec const& spec)
{
    auto const margin = page_margin(d.f);
    auto const height = banner_height(d.f, page.width - 2 * margin, spec);
    auto const below = d.f.phone() ? space::small : 0;
    auto const area = page.take_top(space::medium + height + below).inset({ space::medium, margin, below, margin });
    return banner(d.f, area, spec);
}

void draw_strips(Drawing& d, Rect& page, portal::PortalModel const& model)
{
    auto const& session = *model.session;
    if (session.what_if) {
        draw_what_if_bar(d, page, *session.what_if);
    }
    if (session.time) {
        draw_time_bar(d, page, *session.time);
    }
    if (model.banner) {
        draw_banner(d, page, *model.banner);
    }
}

// --- the screen ------------------------------------------------------------------------------------------------------

struct Shown
{
    Frame& f;
    Rect area;
    portal::Words const& words;

    Intents operator()(portal::RoomsModel const& model) const { return rooms_screen(f, area, model, words); }
    Intents operator()(portal::OrdersModel const& model) const { return orders_screen(f, area, model, words); }
    Intents operator()(portal::AssignModel const& model) const { return assign_screen(f, area, model, words); }
    Intents operator()(portal::DataModel const& model) const { return data_screen(f, area, model, words); }
    template <class Model>
    Intents operator()(portal::Apart<Model> const& model) const
    {
        return (*this)(*model);
    }
    Intents operator()(portal::SupportModel const& model) const { return support_screen(f, area, model, words); }
    Intents operator()(portal::DevicesModel const& model) const { return devices_screen(f, area, model, words); }
    Intents operator()(portal::SparesModel const& model) const { return spares_screen(f, area, model, words); }
    Intents operator()(portal::OverviewModel const& model) const { return overview_screen(f, area, model, words); }
    Intents operator()(portal::RenewalsModel const& model) const { return renewals_screen(f, area, model, words); }
    Intents operator()(portal::PeopleModel const& model) const { return people_screen(f, area, model, words); }
    Intents operator()(portal::OutboxModel const& model) const { return outbox_screen(f, area, model, words); }
    Intents operator()(portal::JournalModel const& model) const { return journal_screen(f, area, model, words); }
    Intents operator()(portal::ComplianceModel const& model) const { return compliance_screen(f, area, model, words); }
    Intents operator()(portal::LargeAccountsModel const& model) const
    {
        return large_accounts_screen(f, area, model, words);
    }
    Intents operator()(portal::CatalogueModel const& model) const { return catalogue_screen(f, area, model, words); }
    Intents operator()(portal::SettingsModel const& model) const { return settings_screen(f, area, model, words); }
    Intents operator()(portal::WhatIfModel const& model) const { return what_if_screen(f, area, model, words); }
    Intents operator()(portal::ExchangeModel const& model) const { return exchange_screen(f, area, model, words); }
    Intents operator()(portal::ImportListModel const& model) const { return import_list_screen(f, area, model, words); }
};

using Screen = decltype(SessionModel::screen);

// Something of it is open that takes the whole width of a phone.
template <class Model>
bool opens(Screen const& screen)
{
    auto const* const model = std::get_if<portal::Apart<Model>>(&screen);
    return model && (*model)->detail;
}

// On a phone lists stand on white from edge to edge, and so does what opens from any: the strip above with it.
bool is_white(Screen const& screen)
{
    auto const* const support = std::get_if<portal::Apart<portal::SupportModel>>(&screen);
    return std::holds_alternative<portal::RoomsModel>(screen) || std::holds_alternative<portal::OrdersModel>(screen)
        || std::holds_alternative<portal::Apart<portal::DevicesModel>>(screen)
        || (support && !(*support)->detail && !(*support)->form) || opens<portal::PeopleModel>(screen)
        || opens<portal::OutboxModel>(screen) || opens<portal::ComplianceModel>(screen)
        || opens<portal::LargeAccountsModel>(screen) || opens<portal::RenewalsModel>(screen);
}

} // namespace

Id field_of_day(Frame& f)
{
    IdScope const main { f, "main" };
    IdScope const page { f, page_key };
    return day_field(f);
}

void draw_banner(Drawing& d, Rect& page, portal::BannerModel const& model)
{
    auto const result = draw_strip(d, page,
        { .key = "banner",
            .text = model.text,
            .tone = kit_tone(model.tone),
            .action = model.action,
            .closable = model.closable });
    if (result.acted) {
        d.want(portal::BannerAction {});
    }
    if (result.closed) {
        d.want(portal::DismissBanner {});
    }
}

void draw_session(Drawing& d, portal::PortalModel const& model, portal::Appearance appearance, ViewMemory& memory)
{
    auto page = draw_navigation(d, model);
    draw_top_bar(d, page, model, appearance);
    Scope main { d.f, "main", { .role = Role::main, .bounds = page, .name = d.f.words().main } };
    if (d.f.phone() && is_white(model.session->screen)) d.f.stand_on(page, d.f.tokens().surface);
    ScrollArea scroll { d.f, page_key, page };
    auto& rest = scroll.content();
    auto const from = rest.y;
    if (model.session->demo) draw_demo_strip(d, rest, *model.session->demo, memory.demo);
    draw_strips(d, rest, model);
    auto const area = rest.take_top(std::max(least_page, page.height - (rest.y - from)));
    auto wishes = std::visit(Shown { d.f, area, d.words }, model.session->screen);
    std::ranges::move(wishes, std::back_inserter(d.intents));
}

} // namespace keyrack::ui
