#include "portal/views.hpp"

#include "portal/room_query.hpp"
#include "portal/room_rows.hpp"
#include "portal/word_search.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

OrderStatuses statuses(Session const& session, Date day)
{
    OrderStatuses all;
    auto const count = session.ledger().orders().size();
    all.reserve(count);
    for (std::uint32_t row = 0; row < count; ++row)
        all.push_back(engine::status_of(session.ledger(), session.catalogue(), OrderId::of_row(row), day));
    return all;
}

std::vector<SiteCover> sites_of(engine::Ledger const& ledger, Cover const& cover)
{
    std::vector<SiteCover> all(ledger.sites().all().size() + 1);
    for (std::uint32_t row = 0; row < cover.rooms.size(); ++row) {
        auto const& room = ledger.rooms().rows()[row];
        if (room.standing != engine::Standing::valid) continue;
        auto& site = all[room.site.exists() ? room.site.row() : all.size() - 1];
        site.site = room.site;
        auto& count = !cover.rooms[row].covered()          ? site.open
            : cover.rooms[row].state == CoverState::ending ? site.ending
                                                           : site.covered;
        count += 1;
    }
    std::erase_if(all, [](SiteCover const& site) { return site.total() == 0; });
    std::ranges::stable_sort(all, std::ranges::greater {},
        [](SiteCover const& site) { return std::tuple { site.open, site.ending, site.covered }; });
    return all;
}

std::vector<engine::RunningClock> running_clocks(Session const& session, Date day, Instant at)
{
    if (session.ledger().tickets().size() == 0) return {};
    auto const answer = engine::verdict(session.ledger(), session.catalogue(), engine::ClocksQuestion { at }, day);
    return answer ? std::get<engine::ClocksAnswer>(*answer).clocks : std::vector<engine::RunningClock> {};
}

// Whether trying something costs little enough to be done while a frame is made.
bool fits_a_frame(Session const& session)
{
    constexpr std::size_t most_rooms = 10'000;
    return session.ledger().rooms().size() <= most_rooms;
}

engine::Verdict answer(Session const& session, Date day, RoomQuestion const& question)
{
    static constexpr catalogue::Feature features[] { catalogue::Feature::warranty_extension,
        catalogue::Feature::insights, catalogue::Feature::alerts, catalogue::Feature::premium_support,
        catalogue::Feature::next_business_day_rma, catalogue::Feature::instant_rma,
        catalogue::Feature::success_manager };
    auto const feature = std::ranges::find(features, question.feature, [](auto each) { return catalogue::code(each); });
    if (feature == std::end(features))
        return engine::covered(session.ledger(), session.catalogue(), question.room, day);
    return engine::has_feature(session.ledger(), session.catalogue(), question.room, *feature, day);
}

} // namespace

std::shared_ptr<Cover const> Views::cover(Session const& session, Date day)
{
    return m_cover.get({ session.stamp(), day }, [&] { return cover_on(session.ledger(), session.catalogue(), day); });
}

std::shared_ptr<Places const> Views::places(Session const& session, Date day)
{
    return m_places.get({ session.places_stamp(), day }, [&] { return Places { session.ledger(), day }; });
}

std::shared_ptr<PlaceTexts const> Views::place_texts(Session const& session, Date day)
{
    auto const places_now = places(session, day);
    return m_place_texts.get(
        { session.places_stamp(), day }, [&] { return PlaceTexts { session.ledger(), *places_now }; });
}

std::shared_ptr<Rows const> Views::rooms(Session const& session, Date day, RoomsRoute const& route)
{
    auto const cover_now = cover(session, day);
    auto const places_now = places(session, day);
    auto const sorted = m_sorted.get({ session.stamp(), day, route.sort, route.direction },
        [&] { return sorted_rooms(*cover_now, *places_now, route.sort, route.direction); });
    if (route.show.empty() && route.query.empty()) return sorted;
    return m_rooms.get({ session.stamp(), day, route.sort, route.direction, route.show, route.query }, [&] {
        auto const query = room_query(route.query);
        auto rows = filtered_rooms(*sorted, session.ledger(), *cover_now, route.show, found(session, day, query.words));
        if (query.is_plain()) return rows;
        RoomSieve const sieve { query, session.ledger(), session.catalogue(), *cover_now };
        std::erase_if(rows, [&](std::uint32_t row) { return !sieve.passes(row); });
        return rows;
    });
}

// Who types on in one word has the others looked for already, and of this one its beginning.
std::vector<std::shared_ptr<Found const>> Views::found(Session const& session, Date day, std::string const& query)
{
    auto const stamp = session.places_stamp();
    std::vector<std::shared_ptr<Found const>> all;
    for (auto const& word : search_words(query)) {
        all.push_back(m_found.get({ stamp, day, word }, [&] {
            auto const texts = place_texts(session, day);
            auto const beginning = m_found.latest([&](auto const& key) {
                return std::get<Stamp>(key) == stamp && std::get<Date>(key) == day
                    && word.starts_with(std::get<std::string>(key));
            });
            return beginning ? texts->holding(word, *beginning) : texts->holding(word);
        }));
    }
    return all;
}

std::shared_ptr<std::vector<RoomId> const> Views::open_rooms(Session const& session, Date day)
{
    auto const cover_now = cover(session, day);
    auto const places_now = places(session, day);
    return m_open_rooms.get({ session.stamp(), day }, [&] {
        std::vector<RoomId> open;
        for (auto const row : places_now->by_name())
            if (!cover_now->rooms[row].covered()) open.push_back(RoomId::of_row(row));
        return open;
    });
}

std::shared_ptr<OrderStatuses const> Views::orders(Session const& session, Date day)
{
    return m_orders.get({ session.stamp(), day }, [&] { return statuses(session, day); });
}

std::shared_ptr<engine::Spares const> Views::spares(Session const& session, Date day)
{
    return m_spares.get(
        { session.stamp(), day }, [&] { return engine::spares_on(session.ledger(), session.catalogue(), day); });
}

std::shared_ptr<engine::Verdict const> Views::verdict(Session const& session, Date day, RoomQuestion const& question)
{
    return m_verdicts.get({ session.stamp(), day, question }, [&] { return answer(session, day, question); });
}

engine::Ledger const& Views::ledger_of(Session const& session, Against against)
{
    return against == Against::what_stands ? session.ledger() : session.recorded_ledger();
}

std::shared_ptr<Preview const> Views::preview(Session const& session, Date day, engine::Command const& command)
{
    std::vector const commands { command };
    return m_previews.get({ session.stamp(), day, Against::what_stands, commands },
        [&] { return engine::what_if(session.ledger(), session.catalogue(), commands, day); });
}

std::shared_ptr<Preview const> Views::preview_by_and_by(
    Session const& session, Date day, std::vector<engine::Command> const& commands)
{
    if (commands.size() == 1 && fits_a_frame(session)) return preview(session, day, commands.front());
    return by_and_by(session, { session.stamp(), day, Against::what_stands, commands });
}

std::shared_ptr<Preview const> Views::difference(
    Session const& session, Date day, std::vector<engine::Command> const& tried)
{
    PreviewKey const key { session.stamp(), day, Against::what_is_recorded, tried };
    if (!fits_a_frame(session)) return by_and_by(session, key);
    return m_previews.get(
        key, [&] { return engine::what_if(session.recorded_ledger(), session.catalogue(), tried, day); });
}

std::shared_ptr<Preview const> Views::by_and_by(Session const& session, PreviewKey const& key)
{
    if (auto known = m_previews.latest([&](PreviewKey const& other) { return other == key; })) return known;
    auto const& [stamp, day, against, commands] = key;
    if (!m_begun_preview || m_begun_preview->of != key)
        m_begun_preview = { key, engine::WhatIf { ledger_of(session, against), session.catalogue(), commands, day } };
    return nullptr;
}

bool Views::work(Session const& session)
{
    if (!m_begun_preview) return false;
    auto& begun = *m_begun_preview;
    bool const is_stale = std::get<Stamp>(begun.of) != session.stamp(); // its ledger is another now, or none
    if (!is_stale) {
        begun.what_if.work();
        if (!begun.what_if.done()) return false;
        (void)m_previews.get(begun.of, [&] { return begun.what_if.take(); });
    }
    m_begun_preview.reset();
    return !is_stale;
}

std::shared_ptr<TicketQueue const> Views::tickets(Session const& session, Instant at)
{
    return m_tickets.get({ session.stamp(), at }, [&] { return queue_of(session.ledger(), session.catalogue(), at); });
}

std::shared_ptr<DeviceShelf const> Views::shelf(Session const& session, Date day)
{
    auto const cover_now = cover(session, day);
    return m_shelf.get(
        { session.stamp(), day }, [&] { return shelf_on(session.ledger(), session.catalogue(), *cover_now, day); });
}

std::shared_ptr<Rows const> Views::devices(Session const& session, Date day, DevicesRoute const& route)
{
    auto const& ledger = session.ledger();
    auto const all = shelf(session, day);
    auto const places_now = places(session, day);
    auto const sorted = m_sorted_devices.get({ session.stamp(), day, route.sort, route.direction },
        [&] { return sorted_devices(ledger, *all, *places_now, route.sort, route.direction); });
    if (route.show.empty() && route.query.empty()) return sorted;
    auto const texts = route.query.empty()
        ? nullptr
        : m_shelf_texts.get({ session.places_stamp(), day }, [&] { return texts_of(ledger, *all); });
    return m_devices.get({ session.stamp(), day, route.sort, route.direction, route.show, route.query },
        [&] { return filtered_devices(*sorted, ledger, *all, texts.get(), route); });
}

std::shared_ptr<std::vector<SiteCover> const> Views::sites(Session const& session, Date day)
{
    auto const cover_now = cover(session, day);
    return m_sites.get({ session.stamp(), day }, [&] { return sites_of(session.ledger(), *cover_now); });
}

std::shared_ptr<engine::Forecast const> Views::forecast(Session const& session, Date day, Date until)
{
    return m_forecasts.get({ session.stamp(), day, until },
        [&] { return engine::forecast_of(session.ledger(), session.catalogue(), { day, until }); });
}

std::shared_ptr<std::vector<engine::Breach> const> Views::breaches(Session const& session, Date day)
{
    return m_breaches.get({ session.stamp(), day, Against::what_stands },
        [&] { return engine::breaches_on(session.ledger(), session.catalogue(), day); });
}

std::shared_ptr<std::vector<engine::Breach> const> Views::recorded_breaches(Session const& session, Date day)
{
    return m_breaches.get({ session.stamp(), day, Against::what_is_recorded },
        [&] { return engine::breaches_on(session.recorded_ledger(), session.catalogue(), day); });
}

std::shared_ptr<std::vector<engine::RunningClock> const> Views::clocks(Session const& session, Date day, Instant at)
{
    return m_clocks.get({ session.stamp(), day, at }, [&] { return running_clocks(session, day, at); });
}

} // namespace keyrack::portal
