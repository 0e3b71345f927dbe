#include "portal/navigation.hpp"

#include "portal/support_screen.hpp"

namespace keyrack::portal {

namespace {

enum class Bottom { no, yes }; // has a place in a phone's bottom bar

struct Place
{
    ScreenKind screen {};
    std::string_view key;
    std::string_view group {}; // begins it
    Bottom bottom = Bottom::no;
};

// In the order of the navigation. A new screen is a line here.
constexpr Place navigation_places[] {
    { ScreenKind::overview, "screen.overview", {}, Bottom::yes },
    { ScreenKind::rooms, "screen.rooms", "navigation.cover", Bottom::yes },
    { ScreenKind::assign, "screen.assign", {}, Bottom::yes },
    { ScreenKind::orders, "screen.orders" },
    { ScreenKind::renewals, "screen.renewals" },
    { ScreenKind::support, "screen.support", "navigation.desk", Bottom::yes },
    { ScreenKind::devices, "screen.devices" },
    { ScreenKind::spares, "screen.spares" },
    { ScreenKind::people, "screen.people", "navigation.company" },
    { ScreenKind::outbox, "screen.outbox" },
    { ScreenKind::compliance, "screen.compliance" },
    { ScreenKind::large_accounts, "screen.large_accounts" },
    { ScreenKind::what_if, "screen.what_if" },
    { ScreenKind::journal, "screen.journal" },
    { ScreenKind::exchange, "screen.exchange" },
    { ScreenKind::data, "screen.data" },
    { ScreenKind::catalogue, "screen.catalogue" },
    { ScreenKind::settings, "screen.settings" },
};

// Where a screen that has no line of its own belongs.
ScreenKind place_of(ScreenKind kind)
{
    return kind == ScreenKind::import_list ? ScreenKind::data : kind;
}

struct Badge
{
    std::int64_t count = 0;
    Tone tone = Tone::neutral;
};

Badge badge_of(Scene const& scene, ScreenKind kind)
{
    if (kind == ScreenKind::rooms)
        return { scene.views.cover(scene.session, scene.day())->not_covered(), Tone::missing };
    if (kind == ScreenKind::support)
        return { count_of(*scene.views.tickets(scene.session, scene.moment()), TicketFilter::at_risk), Tone::missing };
    if (kind == ScreenKind::what_if && scene.session.trial())
        return { std::ssize(scene.session.trial()->entries), Tone::planned };
    return {};
}

} // namespace

std::string_view screen_key(ScreenKind kind)
{
    for (auto const& place : navigation_places)
        if (place.screen == kind) return place.key;
    return kind == ScreenKind::import_list ? "screen.import_list" : "screen.overview";
}

std::vector<NavigationItem> navigation(Scene const& scene)
{
    std::vector<NavigationItem> items;
    auto const current = place_of(kind_of(scene.route.screen));
    for (auto const& place : navigation_places) {
        bool const is_current = place.screen == current;
        // Who tries nothing out does without its place.
        if (place.screen == ScreenKind::what_if && !scene.session.trial() && !is_current) continue;
        auto const badge = badge_of(scene, place.screen);
        items.push_back({ .screen = place.screen,
            .text = std::string { scene.words(place.key) },
            .group = place.group.empty() ? std::string {} : std::string { scene.words(place.group) },
            .fragment = scene.link(plain_screen(place.screen)),
            .badge = badge.count,
            .badge_tone = badge.tone,
            .in_bottom_bar = place.bottom == Bottom::yes,
            .current = is_current });
    }
    return items;
}

} // namespace keyrack::portal
