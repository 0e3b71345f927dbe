// Where the person is: every move is an address, and every address a move.
#include "portal/state.hpp"

#include "portal/demo_strip.hpp"
#include "portal/orders_model.hpp"

namespace keyrack::portal {

void Portal::State::start()
{
    open_first();
    if (!environment.sign_in_failure.empty())
        say(Tone::missing, std::string { words("sign_in.failure." + environment.sign_in_failure) });
}

void Portal::State::open_first()
{
    auto const wanted = parse_route(environment.fragment);
    bool const nowhere = !wanted || std::holds_alternative<WelcomeRoute>(*wanted);
    auto const* const tenant = wanted ? std::get_if<TenantRoute>(&*wanted) : nullptr;
    if (environment.one_file && (nowhere || (tenant && tenant->slug == demo_slug)))
        return open_demo(tenant ? std::optional { *tenant } : std::nullopt);
    if (nowhere && environment.tenants.size() == 1) {
        open_kept(environment.tenants.front(), {});
        return;
    }
    address_changed(environment.fragment);
}

void Portal::State::address_changed(std::string_view fragment)
{
    stale = true;
    (void)leave_dialog(); // the browser is elsewhere already
    palette.reset();
    help = false;
    if (fragment.starts_with('#')) fragment.remove_prefix(1);
    auto const wanted = parse_route(fragment);
    if (!wanted) {
        say(Tone::missing, std::string { words("toast.no_such_page") });
        return set_address(fragment_of(route), History::replace);
    }
    environment.fragment = fragment;
    auto const* const tenant = std::get_if<TenantRoute>(&*wanted);
    if (tenant && session && tenant->slug == session->slug()) return arrive(*tenant, History::replace);
    // Another tenant would leave the import behind.
    if (session && refused_as_busy()) return set_address(fragment_of(route), History::push);
    if (tenant)
        open_kept(tenant->slug, *tenant);
    else if (auto const* const all = std::get_if<CockpitRoute>(&*wanted))
        open_cockpit(*all, History::replace);
    else
        leave_tenant();
}

void Portal::State::follow(std::string_view fragment)
{
    auto const wanted = parse_route(fragment);
    auto const* const tenant = wanted ? std::get_if<TenantRoute>(&*wanted) : nullptr;
    if (tenant && session && tenant->slug == session->slug()) return arrive(*tenant, History::push);
    if (tenant && !refused_as_busy()) return open_kept(tenant->slug, *tenant);
    if (tenant || refused_as_busy()) return;
    auto const* const all = wanted ? std::get_if<CockpitRoute>(&*wanted) : nullptr;
    if (all) return open_cockpit(*all, History::push);
    leave_tenant();
}

void Portal::State::set_address(std::string fragment, History history)
{
    environment.fragment = fragment;
    effects.push_back(SetAddress { std::move(fragment), history });
}

void Portal::State::go(Route to, History history)
{
    stale = true;
    route = std::move(to);
    settle_knowledge();
    remember_visit();
    if (lists_what_is_tried()) forget_tried();
    auto fragment = fragment_of(route);
    if (fragment != environment.fragment) set_address(std::move(fragment), history);
}

void Portal::State::show(ScreenRoute screen, History history)
{
    auto const* const here = tenant_route();
    if (!here) return;
    go(TenantRoute { here->slug, here->as_of, std::move(screen), here->known_at }, history);
}

void Portal::State::turn_to_day(std::optional<Date> day)
{
    auto const* const here = tenant_route();
    if (!here) return;
    if (day == today) day.reset();
    go(TenantRoute { here->slug, day, here->screen, here->known_at }, History::push);
}

void Portal::State::turn_to_knowledge(std::optional<Date> known_at)
{
    auto const* const here = tenant_route();
    if (!here) return;
    if (known_at >= today) known_at.reset();
    go(TenantRoute { here->slug, here->as_of, here->screen, known_at }, History::push);
}

Instant Portal::State::end_of_day(Date day) const
{
    return Instant { plus_days(day, 1).time_since_epoch() } - environment.utc_offset - std::chrono::milliseconds { 1 };
}

void Portal::State::settle_knowledge()
{
    auto* const here = std::get_if<TenantRoute>(&route);
    if (!here || !session) return;
    if (here->known_at >= today) here->known_at.reset();
    // What is tried is about what is known now.
    if (here->known_at && session->trial()) {
        say(Tone::ending, std::string { words("what_if.no_look_back") });
        here->known_at.reset();
    }
    looking_back = {};
    auto const wanted = here->known_at ? std::optional { end_of_day(*here->known_at) } : std::nullopt;
    if (wanted == session->looks_back_to()) return;
    if (wanted)
        looking_back.to = here->known_at;
    else
        session->end_look_back();
}

void Portal::State::read_knowledge()
{
    stale = true;
    auto const to = std::exchange(looking_back, {}).to;
    if (!to || !session) return;
    auto const read = session->look_back(end_of_day(*to));
    views = Views {}; // two ledgers of a large tenant are enough
    if (read) return arrive(TenantRoute { *tenant_route() }, History::replace);
    say_setback(read.error());
    turn_to_knowledge({});
}

// A browser lets a page change its address only so often.
void Portal::State::slide_to(SlideTo const& wish)
{
    auto const* const here = tenant_route();
    if (!here || !session) return;
    stale = true;
    auto const day = wish.day == today ? std::nullopt : std::optional { wish.day };
    route = TenantRoute { here->slug, day, here->screen, here->known_at };
    if (auto fragment = fragment_of(route); wish.how == Slide::ended && fragment != environment.fragment)
        set_address(std::move(fragment), History::replace);
}

void Portal::State::arrive(TenantRoute to, History history)
{
    auto const wanted = to.known_at ? std::optional { end_of_day(*to.known_at) } : std::nullopt;
    bool const is_known = wanted == session->looks_back_to();
    if (!is_known && wanted && to.known_at < today && !session->trial())
        return go(std::move(to), history); // what is named may be no more: it is looked for once that is read
    if (!is_known) session->end_look_back();
    auto const& ledger = session->ledger();
    auto const missing = [&](std::string_view key, std::string& name) {
        say(Tone::missing, words(key, { { "name", name } }));
        name.clear();
    };
    if (auto* const rooms = std::get_if<RoomsRoute>(&to.screen))
        if (!rooms->room.empty() && !stands(ledger, ledger.room(rooms->room)))
            missing("toast.no_such_room", rooms->room);
    if (auto* const orders = std::get_if<OrdersRoute>(&to.screen))
        if (!orders->order.empty() && !stands(ledger, ledger.order(orders->order)))
            missing("toast.no_such_order", orders->order);
    if (auto* const support = std::get_if<SupportRoute>(&to.screen); support && !support->ticket.empty())
        if (auto const id = ledger.ticket(support->ticket);
            !id.exists() || ledger.tickets()[id].standing != engine::Standing::valid)
            missing("toast.no_such_ticket", support->ticket);
    if (auto* const devices = std::get_if<DevicesRoute>(&to.screen); devices && !devices->device.empty())
        if (auto const id = ledger.device(devices->device);
            !id.exists() || ledger.devices()[id].standing != engine::Standing::valid)
            missing("toast.no_such_device", devices->device);
    if (auto* const people = std::get_if<PeopleRoute>(&to.screen);
        people && !people->invitation.empty() && !ledger.invitation(people->invitation).exists())
        missing("toast.no_such_invitation", people->invitation);
    if (auto const* const assign = std::get_if<AssignRoute>(&to.screen); assign && !assign->rooms.empty()) {
        chosen.clear();
        for (auto const& key : assign->rooms)
            if (auto const room = ledger.room(key); stands(ledger, room)) chosen.insert(room);
    }
    go(std::move(to), history);
}

} // namespace keyrack::portal
