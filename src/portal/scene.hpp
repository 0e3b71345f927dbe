#pragma once
// What the makers of screen models look at: the tenant, the address, the day, the language. Models are made from it and
// nothing else.

#include "portal/identity.hpp"
#include "portal/route.hpp"
#include "portal/screen_form.hpp"
#include "portal/session.hpp"
#include "portal/views.hpp"
#include "portal/words.hpp"

#include <string>
#include <utility>

namespace keyrack::portal {

struct Scene
{
    Session const& session;
    Views& views;
    Words const& words;
    TenantRoute route;
    Date today {};
    std::chrono::minutes utc_offset { 0 };
    Instant now {};
    ScreenForm const* form = nullptr;   // what was written on the open screen; of scenes without one: nothing
    std::string acting {};              // e-mail address of who acts on this device; empty: nobody said
    Identity const* identity = nullptr; // who signed in for this tenant; null: nobody
    std::string page {};                // the portal's address, without a fragment; empty: opened from a file
    bool is_one_file = false;           // its policy lets it ask no server: neither for an exchange nor for a sign-in

    [[nodiscard]] engine::Ledger const& ledger() const { return session.ledger(); }
    [[nodiscard]] catalogue::Catalogue const& catalogue() const { return session.catalogue(); }
    // The day that everything on the screen is about.
    [[nodiscard]] Date day() const { return route.as_of.value_or(today); }
    // The moment that support clocks are read at: now, or the end of that day. Whole minutes, so that it is not another
    // one with every frame.
    [[nodiscard]] Instant moment() const
    {
        if (route.as_of) return Instant { plus_days(*route.as_of, 1).time_since_epoch() } - utc_offset;
        return std::chrono::floor<std::chrono::minutes>(now);
    }
    // The address of another screen of this tenant, on the same day.
    [[nodiscard]] std::string link(ScreenRoute screen) const
    {
        return fragment_of(TenantRoute { route.slug, route.as_of, std::move(screen), route.known_at });
    }
};

} // namespace keyrack::portal
