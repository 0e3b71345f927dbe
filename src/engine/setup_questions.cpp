#include "engine/setup_questions.hpp"

#include "engine/people.hpp"
#include "engine/question.hpp"
#include "engine/setup.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace keyrack::engine {

namespace {

using Given = std::expected<Answer, Denial>;

template <class Rows>
bool any_stands(Rows const& rows)
{
    return std::ranges::contains(rows, Standing::valid, [](auto const& row) { return row.standing; });
}

// R65: how far the customer is. What happens outside the portal nobody can tell from the ledger.
std::optional<Holds> done(std::string_view step, Asked const& asked)
{
    auto const& ledger = asked.ledger;
    auto const& invitations = ledger.invitations().rows();
    if (step == "open_link")
        return holds(std::ranges::contains(invitations, InvitationState::accepted, &Invitation::state));
    if (step == "invite_colleagues")
        return holds(std::ranges::any_of(invitations, [](Invitation const& each) { return each.order.empty(); }));
    if (step == "delegate") return holds(users_on(ledger, asked.as_of) > 1);
    if (step == "add_rooms") return holds(any_stands(ledger.rooms().rows()));
    if (step == "assign_licences") return holds(any_stands(ledger.assignments().rows()));
    return std::nullopt;
}

GuideTold told(catalogue::Guide const& guide, Asked const& asked)
{
    GuideTold result { &guide, {} };
    for (auto const& step : guide.steps.value) result.steps.push_back({ step, done(step, asked) });
    return result;
}

// Rooms as a list from Sync finds them.
class SyncList
{
public:
    explicit SyncList(Ledger const& ledger) : m_ledger(ledger)
    {
        for (std::uint32_t row = 0; row < ledger.rooms().size(); ++row) {
            auto const id = RoomId::of_row(row);
            bool const free = ledger.rooms()[id].standing == Standing::valid && !ledger.sync_room_of(id).exists();
            if (free) m_free[name_and_site(ledger.rooms()[id])].push_back(id);
        }
    }

    SyncImportAnswer take_in(std::vector<SyncListed> const& rooms)
    {
        for (SyncListed const& each : rooms) {
            if (!m_listed.insert(each.sync_id).second) continue; // told twice
            ++m_answer.listed;
            take_in(each);
        }
        auto const& rows = m_ledger.sync_rooms().rows();
        for (std::uint32_t at = 0; at < rows.size(); ++at)
            if (is_linked(m_ledger, SyncRoomId::of_row(at)) && !m_listed.contains(rows[at].key)) let_go(rows[at]);
        return std::move(m_answer);
    }

private:
    using NameAndSite = std::pair<std::string, std::string>;

    [[nodiscard]] NameAndSite name_and_site(Room const& room) const
    {
        return { room.name, m_ledger.sites()[room.site] };
    }

    void take_in(SyncListed const& each)
    {
        auto const known = m_ledger.sync_room(each.sync_id);
        if (is_linked(m_ledger, known)) return report(each, m_ledger.sync_rooms()[known].state);
        auto const room = by_name(each);
        auto const key = room.exists() ? link(each, room) : add(each, known);
        report(each, was(known, key) ? m_ledger.sync_rooms()[known].state : RoomState::unknown);
    }

    // Whether the room of Sync was that room before; then the ledger has not forgotten how it is.
    [[nodiscard]] bool was(SyncRoomId known, std::string const& room) const
    {
        return known.exists() && m_ledger.rooms()[m_ledger.sync_rooms()[known].room].key == room;
    }

    // The only room of that name at that site that is no other room of Sync.
    RoomId by_name(SyncListed const& each)
    {
        auto const found = m_free.find(NameAndSite { each.name, each.site });
        if (found == m_free.end() || found->second.size() != 1) return RoomId::none();
        auto const room = found->second.front();
        m_free.erase(found);
        return room;
    }

    std::string link(SyncListed const& each, RoomId id)
    {
        ++m_answer.linked;
        Room const& room = m_ledger.rooms()[id];
        if (room.in_sync == InSync::no) m_answer.steps.emplace_back(SetInSync { room.key, InSync::no, InSync::yes });
        m_answer.steps.emplace_back(LinkSyncRoom { room.key, each.sync_id });
        return room.key;
    }

    std::string add(SyncListed const& each, SyncRoomId known)
    {
        ++m_answer.added;
        std::string key = each.sync_id;
        auto const taken = [&] {
            auto const id = m_ledger.room(key);
            bool const stands = id.exists() && m_ledger.rooms()[id].standing == Standing::valid;
            return stands || m_new_keys.contains(key);
        };
        for (int number = 2; taken(); ++number) key = each.sync_id + "-" + std::to_string(number);
        m_new_keys.insert(key);
        m_answer.steps.emplace_back(
            AddRoom { key, each.name, each.site, each.country, {}, InSync::yes, Importance::ordinary });
        bool const comes_back = was(known, key) && m_ledger.sync_rooms()[known].standing == Standing::valid;
        if (!comes_back) m_answer.steps.emplace_back(LinkSyncRoom { key, each.sync_id });
        return key;
    }

    void report(SyncListed const& each, RoomState before)
    {
        if (each.state == before) return;
        ++m_answer.reported;
        m_answer.steps.emplace_back(ReportRoomState { each.sync_id, before, each.state });
    }

    void let_go(SyncRoom const& row)
    {
        ++m_answer.gone;
        Room const& room = m_ledger.rooms()[row.room];
        m_answer.steps.emplace_back(UnlinkSyncRoom { room.key, row.key });
        if (room.in_sync == InSync::yes) m_answer.steps.emplace_back(SetInSync { room.key, InSync::yes, InSync::no });
    }

    Ledger const& m_ledger;
    std::map<NameAndSite, std::vector<RoomId>> m_free; // rooms that are no room of Sync yet
    std::set<std::string, std::less<>> m_listed;
    std::set<std::string, std::less<>> m_new_keys;
    SyncImportAnswer m_answer;
};

} // namespace

Given answer_to(GuideQuestion const& question, Asked const& asked)
{
    auto const& book = asked.catalogue.guidebook();
    GuideAnswer answer { question.guide, {} };
    for (catalogue::Guide const& guide : book.guides)
        if (question.guide.empty() || guide.key == question.guide) answer.guides.push_back(told(guide, asked));
    if (answer.guides.empty())
        return std::unexpected(Denial { Reason::unknown_guide, { { "guide", question.guide } } });
    return answer;
}

Given answer_to(SyncImportQuestion const& question, Asked const& asked)
{
    return SyncList { asked.ledger }.take_in(question.rooms);
}

} // namespace keyrack::engine
