#include "portal/kept_lanes.hpp"

#include "codec/sha256.hpp"
#include "portal/slug.hpp"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

namespace keyrack::portal {

namespace {

constexpr std::size_t digits_of_folders = 8;
constexpr std::size_t length_of_names = 32;

std::size_t content_of(codec::TravellingEntry const& entry)
{
    std::hash<std::string_view> const hash;
    auto const time = static_cast<std::size_t>(entry.time_ms) + static_cast<std::size_t>(entry.time_counter);
    return (hash(entry.command) * 31 + hash(entry.actor)) * 31 + time;
}

// What the latest hybrid time is, own or seen.
void note_time(sync::Kept& kept, codec::TravellingEntry const& entry)
{
    if (std::tuple { entry.time_ms, entry.time_counter } <= std::tuple { kept.time_ms, kept.time_counter }) return;
    kept.time_ms = entry.time_ms;
    kept.time_counter = entry.time_counter;
}

void note_told(sync::Kept& kept, codec::TravellingEntry const& entry)
{
    for (auto const& [lane, count] : entry.seen) kept.told[lane] = count;
}

// A journal that was never exchanged. Whatever stood before an entry had been seen by its device.
class FirstLanes
{
public:
    void add(store::StoredEntry stored)
    {
        auto const device = lane_name(stored.device);
        auto& lane = m_entries[device];
        auto& entry = stored.entry;
        entry.sequence = std::ssize(lane) + 1;
        entry.seen = {};
        if (entry.undoes) entry.undoes->device = lane_name(entry.undoes->device);
        for (auto const& [other, entries] : m_entries)
            if (other != device) note_seen(device, other, std::ssize(entries), entry.seen);
        m_order.add(device, entry);
        lane.push_back(std::move(entry));
    }

    [[nodiscard]] KeptTenant take(std::string tenant, std::string own)
    {
        sync::Kept kept { .tenant = std::move(tenant), .device = {}, .lanes = {}, .unsent = {}, .told = {} };
        for (auto& [device, entries] : m_entries) {
            kept.device = device;
            sync::know(kept, device, device);
            for (auto const& entry : entries) note_time(kept, entry);
            kept.unsent = std::move(entries);
            while (!kept.unsent.empty()) sync::cut_segment(kept, sync::longest_segment);
        }
        kept.device = std::move(own);
        sync::know(kept, kept.device, kept.device);
        kept.told = m_told[kept.device];
        return { std::move(kept), std::move(m_order) };
    }

private:
    void note_seen(std::string const& device, std::string const& other, std::int64_t count, codec::Seen& seen)
    {
        auto& told = m_told[device][other];
        if (told != count) seen[other] = told = count;
    }

    std::map<std::string, std::vector<codec::TravellingEntry>> m_entries;
    std::map<std::string, codec::Seen> m_told;
    JournalOrder m_order;
};

Result<KeptTenant> first_lanes(store::Store const& store, std::string_view device)
{
    auto const first = store.entries(EntryId::of_row(0), 1);
    if (!first) return std::unexpected(first.error());
    if (first->empty()) return failure("tenant_empty");
    FirstLanes lanes;
    return store
        .travelling(EntryId::of_row(0), store::WithRows::yes,
            [&](EntryId, store::StoredEntry stored) { lanes.add(std::move(stored)); })
        .transform([&] { return lanes.take(folder_of(first->front().entry), lane_name(device)); });
}

Result<void> take_segments(sync::Kept& kept, std::vector<store::KeptSegment>& segments)
{
    for (auto& [lane, number, sha256, text] : segments) {
        auto const chain = kept.lanes.find(lane);
        auto read = codec::read_segment(text);
        if (chain == kept.lanes.end() || !read || read->sha256 != sha256 || number != chain->second.last() + 1)
            return failure("damaged_database", "segments " + lane + "/" + std::to_string(number));
        for (auto const& entry : read->segment.entries) note_time(kept, entry);
        if (lane == kept.device)
            for (auto const& entry : read->segment.entries) note_told(kept, entry);
        chain->second.segments.push_back(
            { .sha256 = std::move(sha256), .text = std::move(text), .segment = std::move(read->segment) });
    }
    return {};
}

// Own entries after the last one that is in a segment.
Result<void> take_unsent(sync::Kept& kept, store::Store const& store, JournalOrder const& order)
{
    auto const sent = sync::own_chain(kept).last_sequence();
    std::size_t first = 0;
    for (; first < order.size(); ++first)
        if (auto const name = order.name(first); name.device == kept.device && name.sequence > sent) break;
    if (first == order.size()) return {};
    return store.travelling(EntryId::of_row(static_cast<std::uint32_t>(first)), store::WithRows::yes,
        [&](EntryId, store::StoredEntry stored) {
            if (stored.device != kept.device || stored.entry.sequence <= sent) return;
            note_time(kept, stored.entry);
            note_told(kept, stored.entry);
            kept.unsent.push_back(std::move(stored.entry));
        });
}

} // namespace

// --- the order -------------------------------------------------------------------------------------------------------

std::uint32_t JournalOrder::number_of(std::string_view lane)
{
    auto const found = m_numbers.find(lane);
    if (found != m_numbers.end()) return found->second;
    auto const number = static_cast<std::uint32_t>(m_lanes.size());
    m_lanes.emplace_back(lane);
    m_numbers.emplace(lane, number);
    return number;
}

void JournalOrder::add(std::string_view lane, codec::TravellingEntry const& entry)
{
    m_entries.push_back({ number_of(lane), entry.sequence, content_of(entry) });
}

codec::EntryName JournalOrder::name(std::size_t at) const
{
    return { m_lanes[m_entries[at].lane], m_entries[at].sequence };
}

bool JournalOrder::has(std::size_t at, sync::Placed const& placed) const
{
    auto const& here = m_entries[at];
    return here.sequence == placed.entry->sequence && m_lanes[here.lane] == placed.lane
        && here.content == content_of(*placed.entry);
}

std::size_t JournalOrder::agreement(std::span<sync::Placed const> placed) const
{
    std::size_t same = 0;
    while (same < std::min(m_entries.size(), placed.size()) && has(same, placed[same])) ++same;
    return same;
}

// --- the tables ------------------------------------------------------------------------------------------------------

store::LanesChange StoredLanes::change_to(sync::Kept const& kept) const
{
    store::LanesChange change;
    if (store::Identity const now { kept.tenant, kept.device }; now != m_identity) change.identity = now;
    for (auto const& [name, chain] : kept.lanes) {
        auto const stored = m_lanes.find(name);
        static Lane const none;
        auto const& before = stored == m_lanes.end() ? none : stored->second;
        if (stored == m_lanes.end() || before.there != chain.there)
            change.lanes.push_back({ name, chain.writer, chain.first, chain.there });
        auto const [kept_to, stored_to] =
            std::ranges::mismatch(chain.segments, before.digests, {}, &sync::Held::sha256);
        if (stored_to != before.digests.end())
            change.cuts.push_back({ name, chain.first + (stored_to - before.digests.begin()) });
        for (auto held = kept_to; held != chain.segments.end(); ++held)
            change.segments.push_back({ name, held->segment.number, held->sha256, held->text });
    }
    return change;
}

void StoredLanes::become(sync::Kept const& kept)
{
    m_identity = { kept.tenant, kept.device };
    m_lanes.clear();
    for (auto const& [name, chain] : kept.lanes) {
        auto& lane = m_lanes[name];
        lane.there = chain.there;
        for (auto const& held : chain.segments) lane.digests.push_back(held.sha256);
    }
}

Result<KeptTenant> read_kept(store::Store const& store, std::string_view device)
{
    auto const identity = store.identity();
    if (!identity) return std::unexpected(identity.error());
    if (!*identity) return first_lanes(store, device);
    auto lanes = store.lanes();
    if (!lanes) return std::unexpected(lanes.error());
    KeptTenant result {
        { .tenant = lanes->identity.tenant, .device = lanes->identity.device, .lanes = {}, .unsent = {}, .told = {} },
        {}
    };
    auto& kept = result.kept;
    for (auto const& [name, writer, first, there] : lanes->lanes) {
        sync::know(kept, name, writer, first);
        kept.lanes.find(name)->second.there = there;
    }
    sync::know(kept, kept.device, kept.device);
    if (auto done = take_segments(kept, lanes->segments); !done) return std::unexpected(std::move(done.error()));
    auto const ordered = store.travelling(EntryId::of_row(0), store::WithRows::no,
        [&](EntryId, store::StoredEntry const& stored) { result.order.add(lane_name(stored.device), stored.entry); });
    if (!ordered) return std::unexpected(ordered.error());
    return take_unsent(kept, store, result.order).transform([&] { return std::move(result); });
}

std::string folder_of(engine::Entry const& first)
{
    auto const* opening = std::get_if<engine::OpenTenant>(&first.command);
    auto const name = opening ? opening->name : std::string {};
    auto const origin =
        first.device + '/' + std::to_string(first.time_ms) + '/' + std::to_string(first.time_counter) + '/' + name;
    return slug_of(name, "tenant") + '-' + codec::sha256_hex(origin).substr(0, digits_of_folders);
}

std::string lane_name(std::string_view device)
{
    if (codec::is_device_name(device)) return std::string { device };
    if (device.empty()) return "this-device"; // older journals name none
    return codec::sha256_hex(device).substr(0, length_of_names);
}

} // namespace keyrack::portal
