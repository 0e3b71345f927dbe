#include "portal/cockpit.hpp"

#include "base/text.hpp"
#include "portal/cover_words.hpp"
#include "portal/orders_model.hpp"
#include "portal/overview_model.hpp"
#include "portal/renewals_model.hpp"
#include "portal/ticket_words.hpp"
#include "portal/word_search.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

constexpr int years_shown = 2;
constexpr char between = '\t';

void add_rooms(Scene const& scene, CompanyIndex& index)
{
    auto const& ledger = scene.ledger();
    auto const cover = scene.views.cover(scene.session, scene.day());
    for (auto const row : scene.views.places(scene.session, scene.day())->by_name()) {
        auto const& room = ledger.rooms().rows()[row];
        auto const chip = cover_chip(scene.words, cover->rooms[row], scene.day());
        index.add({ .subject = PaletteSubject::room,
            .text = room.name,
            .second = room.site.exists() ? std::string_view { ledger.sites()[room.site] } : std::string_view {},
            .fragment = scene.link(RoomsRoute { .room = room.key, .tab = RoomTab::why }),
            .tone = chip.tone,
            .cover = chip.text });
    }
}

void add_devices(Scene const& scene, CompanyIndex& index)
{
    auto const& ledger = scene.ledger();
    for (std::uint32_t row = 0; row < ledger.devices().size(); ++row) {
        auto const id = DeviceId::of_row(row);
        auto const& device = ledger.devices()[id];
        if (device.standing != engine::Standing::valid) continue;
        auto const room = ledger.room_of(id, scene.day());
        auto const second = joined({ device.model.exists() ? ledger.models()[device.model] : std::string {},
            room.exists() ? ledger.rooms()[room].name : std::string {} });
        index.add(
            { PaletteSubject::device, device.serial, second, scene.link(DevicesRoute { .device = device.serial }) });
    }
}

void add_orders(Scene const& scene, CompanyIndex& index)
{
    auto const& ledger = scene.ledger();
    for (auto const& order : ledger.orders().rows())
        if (order.standing == engine::Standing::valid)
            index.add({ PaletteSubject::order, order.key, programme_text(scene, order),
                scene.link(OrdersRoute { .order = order.key }) });
    for (auto const& ticket : ledger.tickets().rows())
        if (ticket.standing == engine::Standing::valid)
            index.add({ PaletteSubject::ticket, ticket_title(scene, ticket), ticket.key,
                scene.link(SupportRoute { .ticket = ticket.key }) });
}

std::shared_ptr<CompanyIndex const> index_of(Scene const& scene)
{
    auto index = std::make_shared<CompanyIndex>();
    add_rooms(scene, *index);
    add_orders(scene, *index);
    add_devices(scene, *index);
    return index;
}

std::string account_beside(Scene const& scene, AccountId account)
{
    if (!account.exists()) return {};
    auto const& name = scene.ledger().accounts()[account].name;
    return name == scene.ledger().tenant().name ? std::string {} : name;
}

std::vector<CompanyEnding> endings_of(Scene const& scene)
{
    std::vector<CompanyEnding> endings;
    auto const forecast = scene.views.forecast(scene.session, scene.day(), plus_years(scene.day(), years_shown));
    for (auto const& ending : forecast->endings)
        endings.push_back({ ending.on, scene.catalogue()[ending.programme].name, std::ssize(ending.rooms),
            account_beside(scene, ending.account), order_by_text(scene, ending),
            scene.link(RenewalsRoute { .open = name_of(scene, ending) }) });
    return endings;
}

// They are ordered on the company's own screen: there is one place where an order is placed.
std::vector<ActionLine> proposals_of(Scene const& scene)
{
    auto lines = proposal_lines(scene);
    for (auto& line : lines) {
        line.key = scene.route.slug + '.' + line.key;
        line.run.clear();
        line.action = scene.words("cockpit.to_renewals");
        line.fragment = scene.link(RenewalsRoute {});
    }
    return lines;
}

} // namespace

void CompanyIndex::add(Hit const& hit)
{
    m_begins.push_back(m_folded.size());
    (m_folded += folded(hit.text)) += ' ';
    (m_folded += folded(hit.second)) += '\n';
    m_shown_begins.push_back(m_shown.size());
    for (auto const part : { hit.text, hit.second, hit.fragment }) (m_shown += part) += between;
    (m_shown += hit.cover) += '\n';
    m_subjects.push_back(hit.subject);
    m_tones.push_back(hit.tone);
}

CompanyIndex::Hit CompanyIndex::hit(std::size_t place) const
{
    auto const begin = m_shown_begins[place];
    std::string_view rest { m_shown.data() + begin, m_shown.find('\n', begin) - begin };
    auto const part = [&] {
        auto const end = std::min(rest.find(between), rest.size());
        auto const text = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        return text;
    };
    Hit hit {
        .subject = m_subjects[place], .text = part(), .second = part(), .fragment = part(), .tone = m_tones[place]
    };
    hit.cover = part();
    return hit;
}

std::size_t CompanyIndex::next(std::span<std::string const> words, std::size_t from, std::size_t end) const
{
    if (words.empty() || from >= end) return end;
    auto const end_of = [&](std::size_t place) {
        return place + 1 < m_begins.size() ? m_begins[place + 1] : m_folded.size();
    };
    std::string_view const looked_at { m_folded.data(), end_of(end - 1) };
    WordFinder const rarest { words.front() };
    for (auto place = from; place < end; ++place) {
        auto const at = rarest.find(looked_at, m_begins[place]);
        if (at == std::string_view::npos) return end;
        while (end_of(place) <= at) ++place;
        auto const text = looked_at.substr(m_begins[place], end_of(place) - m_begins[place]);
        if (std::ranges::all_of(words, [&](auto const& word) { return text.contains(word); })) return place;
    }
    return end;
}

std::pair<std::vector<CompanyIndex::Hit>, std::size_t> CompanyIndex::find(
    std::string_view query, std::size_t most) const
{
    std::pair<std::vector<Hit>, std::size_t> found;
    auto const words = search_words(query);
    for (auto place = next(words, 0, size()); place < size(); place = next(words, place + 1, size())) {
        if (found.first.size() < most) found.first.push_back(hit(place));
        found.second += 1;
    }
    return found;
}

CompanyDigest digest_of(Scene const& scene)
{
    auto const cover = scene.views.cover(scene.session, scene.day());
    auto const sites = scene.views.places(scene.session, scene.day())->site_count();
    return { .name = scene.ledger().tenant().name,
        .second = joined({ scene.words.plural("rooms.count", cover->total),
            sites > 0 ? scene.words.plural("session.sites", static_cast<std::int64_t>(sites)) : std::string {} }),
        .rooms = cover->total,
        .covered = cover->covered,
        .ending = cover->ending,
        .needs = needs_of(scene),
        .endings = endings_of(scene),
        .proposals = proposals_of(scene),
        .renewals = scene.link(RenewalsRoute {}),
        .overview = scene.link(OverviewRoute {}),
        .index = index_of(scene) };
}

Company* Cockpit::reading()
{
    auto const found = std::ranges::find(companies, CompanyState::is_read, &Company::state);
    return found == companies.end() ? nullptr : &*found;
}

Company* Cockpit::next()
{
    auto const found = std::ranges::find(companies, CompanyState::waits, &Company::state);
    return found == companies.end() ? nullptr : &*found;
}

} // namespace keyrack::portal
