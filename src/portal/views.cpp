#include "portal/views.hpp"

#include "portal/room_rows.hpp"

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

std::shared_ptr<Rows const> Views::rooms(Session const& session, Date day, RoomsRoute const& route)
{
    auto const cover_now = cover(session, day);
    auto const places_now = places(session, day);
    auto const sorted = m_sorted.get({ session.stamp(), day, route.sort, route.direction },
        [&] { return sorted_rooms(*cover_now, *places_now, route.sort, route.direction); });
    if (route.show.empty() && route.query.empty()) return sorted;
    return m_rooms.get({ session.stamp(), day, route.sort, route.direction, route.show, route.query },
        [&] { return filtered_rooms(*sorted, session.ledger(), *cover_now, *places_now, route.show, route.query); });
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

std::shared_ptr<Preview const> Views::preview(
    Session const& session, Date day, std::vector<engine::Command> const& commands)
{
    return m_previews.get({ session.stamp(), day, commands },
        [&] { return engine::what_if(session.ledger(), session.catalogue(), commands, day); });
}

} // namespace keyrack::portal
