#pragma once
// Promise: where am I, where can I go. A dark sidebar from 840 px, a rail from 600, a bottom bar
// below; the screens name their places once.
//
//     NavResult nav = navigation(f, f.bounds(), spec);      // nav.content is what is left for the page
//     if (nav.chosen) go(places[*nav.chosen]);
//     Rect page = nav.content;
//     TopBarResult top = top_bar(f, page, …);               // takes its height off the top

#include "ui/kit/button.hpp"
#include "ui/kit/frame.hpp"

#include <span>

namespace keyrack::ui {

struct NavItem
{
    WidgetKey key;
    Icon icon;
    std::string_view label;
    std::string_view href = {};
    long long badge = 0;         // 0: none
    bool urgent = false;         // red badge
    std::string_view group = {}; // a label above it starts a group
    bool in_bottom_bar = false;  // the first four so marked; the rest is under "more"
};

struct NavSpec
{
    std::string_view product;
    std::string_view tenant;
    std::string_view tenant_second = {};
    std::span<NavItem const> items;
    std::optional<std::size_t> current = {};
};

struct NavResult
{
    Rect content;
    std::optional<std::size_t> chosen;
    bool tenant_pressed = false;
    Rect tenant_anchor; // open the menu of tenants beside it, as `popup_menu(f, nav.tenant_id, nav.tenant_anchor, …)`
    Id tenant_id = 0;
};

NavResult navigation(Frame& f, Rect whole, NavSpec const& spec);

// The bar over the page. On a phone: tenant, search and notices as icons.
struct TopAction
{
    WidgetKey key;
    Icon icon;
    std::string_view label;
    std::string_view name = {}; // longer, said
    Tone tone = Tone::neutral;
    bool in_phone = false; // stays on a phone, as an icon
};
struct TopBarSpec
{
    std::string_view name = {};            // of the banner region, said only
    std::string_view search = {};          // "Search or run a command"; empty: none
    std::string_view search_short = {};    // "Search", where there is no room for more
    std::string_view search_shortcut = {}; // as people write it: "Ctrl K"
    std::string_view search_keys = {};     // for the page: "Control+K"
    std::span<TopAction const> actions = {};
    std::string_view tenant = {}; // for the phone; empty: none
};
struct TopBarResult
{
    bool search_pressed = false;
    std::optional<std::size_t> action;
    // Of each action, pressed or not, in the order of the spec: where a menu of its own opens, and that menu's owner.
    // An action that has no place (on a phone) has the id 0.
    std::vector<Rect> action_anchors;
    std::vector<Id> action_ids;
    bool tenant_pressed = false; // phone
    Rect tenant_anchor;
    Id tenant_id = 0;
};
TopBarResult top_bar(Frame& f, Rect& page, TopBarSpec const& spec);

} // namespace keyrack::ui
