// The palette: opened, asked, carried out; and what was opened last, which stands in it before anything is written.
#include "portal/state.hpp"

#include "base/text.hpp"
#include "portal/address_text.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

constexpr std::size_t most_visits = 12;

bool names_an_object(ScreenRoute const& screen)
{
    if (auto const* const at = std::get_if<RoomsRoute>(&screen)) return !at->room.empty();
    if (auto const* const at = std::get_if<OrdersRoute>(&screen)) return !at->order.empty();
    if (auto const* const at = std::get_if<SupportRoute>(&screen)) return !at->ticket.empty();
    if (auto const* const at = std::get_if<DevicesRoute>(&screen)) return !at->device.empty();
    if (auto const* const at = std::get_if<PeopleRoute>(&screen)) return !at->person.empty();
    if (auto const* const at = std::get_if<ComplianceRoute>(&screen)) return !at->org.empty();
    return false;
}

// The object alone: not how its screen is filtered, nor which of its tabs is open.
ScreenRoute plain_object(ScreenRoute const& screen)
{
    if (auto const* const at = std::get_if<RoomsRoute>(&screen)) return RoomsRoute { .room = at->room };
    if (auto const* const at = std::get_if<OrdersRoute>(&screen)) return OrdersRoute { .order = at->order };
    if (auto const* const at = std::get_if<SupportRoute>(&screen)) return SupportRoute { .ticket = at->ticket };
    if (auto const* const at = std::get_if<DevicesRoute>(&screen)) return DevicesRoute { .device = at->device };
    if (auto const* const at = std::get_if<ComplianceRoute>(&screen)) return ComplianceRoute { .org = at->org };
    return screen;
}

} // namespace

std::string Portal::State::kept_word(std::string_view key) const
{
    auto const found =
        std::ranges::find(environment.kept_words, key, [](auto const& each) -> std::string_view { return each.first; });
    return found == environment.kept_words.end() ? std::string {} : found->second;
}

void Portal::State::keep_word(std::string key, std::string value)
{
    std::erase_if(environment.kept_words, [&](auto const& each) { return each.first == key; });
    environment.kept_words.emplace_back(key, value);
    effects.push_back(Remember { std::move(key), std::move(value) });
}

void Portal::State::remember_visit()
{
    auto const* const here = tenant_route();
    if (!here || !session || !names_an_object(here->screen)) return;
    auto const address = fragment_of(TenantRoute { here->slug, {}, plain_object(here->screen) });
    auto const key = "recent:" + here->slug;
    auto text = address;
    std::size_t count = 1;
    for (auto const before : split(kept_word(key), ' ')) {
        if (before == address || before.empty()) continue;
        if (++count > most_visits) break;
        (text += ' ') += before;
    }
    if (text != kept_word(key)) keep_word(key, std::move(text));
}

void Portal::State::open_palette()
{
    if (!scene() || dialog || job) return;
    palette.emplace();
    search_palette({});
}

void Portal::State::search_palette(std::string query)
{
    auto const here = scene();
    if (!palette || !here) return;
    auto instant = day_offers(*here, query);
    std::ranges::move(command_offers(*here), std::back_inserter(instant));
    std::ranges::move(screen_offers(*here), std::back_inserter(instant));
    for (auto const& slug : environment.tenants) {
        if (slug == here->route.slug) continue;
        instant.push_back({ .line = { .subject = PaletteSubject::company,
                                .key = "company-" + slug,
                                .text = name_of(slug),
                                .second = std::string { words("palette.open_company") } },
            .run = Intent { OpenTenantIntent { slug } } });
    }
    auto recent = query.empty() ? recent_offers(*here, kept_word("recent:" + here->route.slug)) : std::vector<Offer> {};
    auto elsewhere = elsewhere_for(*here, query);
    palette->ask(std::move(query), instant, std::move(recent), std::move(elsewhere));
}

Elsewhere Portal::State::elsewhere_for(Scene const& here, std::string const& query) const
{
    Elsewhere elsewhere;
    for (auto const& [slug, index] : company_indexes)
        if (slug != here.route.slug) elsewhere.companies.push_back({ name_of(slug), index });
    auto const is_other = [&](auto const& slug) { return slug != here.route.slug; };
    if (std::ranges::any_of(environment.tenants, is_other)
        || std::ranges::any_of(in_memory, is_other, [](auto const& each) -> auto const& { return each.first; }))
        elsewhere.all = search_all_offer(words, query);
    return elsewhere;
}

bool Portal::State::palette_work()
{
    if (auto const here = scene(); here && palette_has_work()) {
        palette->step(*here);
        stale = true;
    }
    return palette_has_work();
}

void Portal::State::run_palette(std::string_view line)
{
    if (!palette) return;
    auto const found = std::ranges::find(palette->offers(), line, line_key);
    if (found == palette->offers().end()) return;
    auto const run = found->run;
    palette.reset();
    if (auto const* const address = std::get_if<std::string>(&run)) return follow(*address);
    if (auto const* const intent = std::get_if<Intent>(&run)) {
        resumed = *intent;
        return;
    }
    switch (std::get<Deed>(run)) {
    case Deed::invite: return ask({ .kind = DialogKind::invite, .link = unguessable() });
    case Deed::delegate: return ask({ .kind = DialogKind::delegate });
    case Deed::who: return ask({ .kind = DialogKind::who });
    case Deed::sign_in: return begin_sign_in({});
    case Deed::sign_out: return sign_out();
    }
}

} // namespace keyrack::portal
