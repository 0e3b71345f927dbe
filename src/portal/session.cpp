#include "portal/session.hpp"

#include "base/verify.hpp"
#include "codec/command_json.hpp"
#include "engine/people.hpp"
#include "portal/command_moments.hpp"
#include "store/known_at.hpp"
#include "sync/folding.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

constexpr std::size_t entries_a_page = 256;

// Never the same twice, so that a view of one tenant is never taken for a view of the next.
std::uint64_t fresh_stamp()
{
    static std::uint64_t last = 0;
    return ++last;
}

bool moves_places(engine::Change const& change)
{
    return std::holds_alternative<engine::PutSite>(change) || std::holds_alternative<engine::PutModel>(change)
        || std::holds_alternative<engine::Put<engine::Room, RoomId>>(change)
        || std::holds_alternative<engine::Put<engine::Device, DeviceId>>(change)
        || std::holds_alternative<engine::Put<engine::Stay, StayId>>(change);
}

} // namespace

Session::Session(std::string slug, store::Place place, catalogue::Catalogue const& catalogue, std::string device,
    store::Store store, engine::Ledger ledger)
    : m_slug(std::move(slug)),
      m_place(place),
      m_catalogue(&catalogue),
      m_device(std::move(device)),
      m_store(std::move(store)),
      m_ledger(std::move(ledger)),
      m_stamp(fresh_stamp()),
      m_places_stamp(fresh_stamp())
{ }

Result<Session> Session::open(
    std::string slug, store::Place place, catalogue::Catalogue const& catalogue, std::string device)
{
    auto store = store::Store::open(slug + ".db", place);
    if (!store) return std::unexpected(store.error());
    auto ledger = store->load();
    if (!ledger) return std::unexpected(ledger.error());
    Session session { std::move(slug), place, catalogue, std::move(device), std::move(*store), std::move(*ledger) };
    if (auto const read = session.read_clock(); !read) return std::unexpected(read.error());
    if (auto const read = session.find_unknown(); !read) return std::unexpected(read.error());
    return session;
}

// Backwards from the newest entry, until the last one of this device is found.
Result<void> Session::read_clock()
{
    for (std::size_t end = m_store.next_entry().row(); end > 0 && m_last_sequence == 0;) {
        auto const count = std::min(end, entries_a_page);
        end -= count;
        auto const page = m_store.entries(EntryId::of_row(static_cast<std::uint32_t>(end)), count);
        if (!page) return std::unexpected(page.error());
        for (auto const& [id, entry, fate, reasons] : *page) {
            if (std::pair { entry.time_ms, entry.time_counter } > std::pair { m_last_time_ms, m_last_counter }) {
                m_last_time_ms = entry.time_ms;
                m_last_counter = entry.time_counter;
            }
            if (entry.device == m_device) m_last_sequence = std::max(m_last_sequence, entry.sequence);
        }
    }
    return {};
}

std::expected<EntryId, Setback> Session::execute(
    engine::Command command, Author const& author, std::optional<EntryId> undoes)
{
    if (undoes)
        set_moment_before(command, *this, *undoes);
    else if (!is_aside())
        set_moment(command, author);
    if (!m_is_exchanged) return record(next_entry(std::move(command), author, undoes));
    if (auto const begun = begin_exchange(); !begun) return std::unexpected(Setback { begun.error() });
    auto travelling =
        sync::next_entry(kept(), author.actor, codec::to_json(command), author.now.time_since_epoch().count());
    if (undoes) travelling.undoes = name_of(*undoes);
    engine::Entry const entry { .device = kept().device,
        .sequence = travelling.sequence,
        .time_ms = travelling.time_ms,
        .time_counter = travelling.time_counter,
        .actor = author.actor,
        .schema = travelling.schema,
        .undoes = undoes,
        .command = std::move(command) };
    return write(entry, std::move(travelling));
}

std::expected<EntryId, Setback> Session::record(engine::Entry const& entry)
{
    VERIFY(!m_is_exchanged); // entries of others come by the exchange
    return write(entry, {});
}

std::expected<EntryId, Setback> Session::write(
    engine::Entry const& entry, std::optional<codec::TravellingEntry> travelling)
{
    if (m_unreadable) return std::unexpected(Setback { *m_unreadable });
    if (is_read_only()) return std::unexpected(Setback { Error { "newer_entries", {}, {} } });
    if (m_look_back) return std::unexpected(Setback { Error { "looks_back", {}, {} } });
    if (m_trial) return try_out(entry);
    auto const decision = engine::decide_as(sync::actor_of(entry.actor, entry.time_ms), m_ledger, *m_catalogue,
        entry.command, m_store.next_entry(), engine::Manner::live);
    if (!decision) return std::unexpected(Setback { decision.error() });
    auto const written = m_store.append(entry, decision->changes, travelling ? travelling->seen : codec::Seen {});
    if (!written) return std::unexpected(Setback { written.error() });
    note_written(entry, std::move(travelling));
    apply(decision->changes);
    return *written;
}

std::optional<engine::Denial> Session::refusal_of(engine::Command const& command) const
{
    auto const decision = engine::decide(ledger(), *m_catalogue, command, next_entry(), engine::Manner::live);
    if (decision) return {};
    return decision.error();
}

std::optional<engine::Denial> Session::objection_to(engine::Command const& command, Author const& author) const
{
    return engine::objection_to(
        m_ledger, sync::actor_of(author.actor, next_entry(command, author, {}).time_ms), command);
}

Result<void> Session::begin_import()
{
    if (m_unreadable) return std::unexpected(*m_unreadable);
    if (is_read_only()) return failure("newer_entries");
    if (m_is_exchanged)
        if (auto begun = begin_exchange(); !begun) return begun;
    return m_store.begin_import();
}

Result<void> Session::add_block(std::span<engine::Command const> rows, std::span<engine::Change const> changes)
{
    return m_store.add_block(rows, changes);
}

std::expected<EntryId, Setback> Session::commit_import(
    engine::Import import, Author const& author, engine::Ledger&& imported, std::optional<EntryId> undoes)
{
    auto entry = next_entry(std::move(import), author, undoes);
    std::optional<codec::TravellingEntry> travelling;
    if (m_exchange) {
        travelling = sync::next_entry(
            kept(), author.actor, codec::to_json(entry.command), author.now.time_since_epoch().count());
        entry.device = kept().device;
        entry.sequence = travelling->sequence;
        entry.time_ms = travelling->time_ms;
        entry.time_counter = travelling->time_counter;
        if (undoes) travelling->undoes = name_of(*undoes);
    }
    auto const actor = sync::actor_of(entry.actor, entry.time_ms);
    if (auto denial = engine::objection_to(m_ledger, actor, entry.command)) {
        roll_back_import();
        return std::unexpected(Setback { std::move(*denial) });
    }
    auto const written = m_store.commit_import(entry, travelling ? travelling->seen : codec::Seen {});
    if (!written) return std::unexpected(Setback { written.error() });
    m_ledger = std::move(imported);
    if (travelling) travelling->rows = rows_of(*written);
    note_written(entry, std::move(travelling));
    remember_from_here();
    show_anew();
    return *written;
}

void Session::roll_back_import()
{
    m_store.roll_back_import();
}

// What is kept in memory alone is never opened again.
bool Session::wants_image() const
{
    return m_place != store::Place::memory && !m_image_failed && m_store.wants_image(m_ledger);
}

void Session::write_image()
{
    m_image_failed = !m_store.write_image(m_ledger);
}

Result<void> Session::checkpoint()
{
    return m_store.checkpoint();
}

// The wall clock where it has moved on, otherwise one more than the last entry: entries of a tenant always rise.
engine::Entry Session::next_entry(engine::Command command, Author const& author, std::optional<EntryId> undoes) const
{
    auto const now_ms = std::int64_t { author.now.time_since_epoch().count() };
    bool const moved_on = now_ms > m_last_time_ms;
    // What is tried comes after all that is recorded, in the order in which it was given.
    auto const tried = static_cast<std::int32_t>(m_trial ? m_trial->entries.size() : 0);
    return engine::Entry { .device = m_device,
        .sequence = m_last_sequence + 1,
        .time_ms = moved_on ? now_ms : m_last_time_ms,
        .time_counter = (moved_on ? 0 : m_last_counter + 1) + tried,
        .actor = author.actor,
        .schema = 1,
        .undoes = undoes,
        .command = std::move(command) };
}

void Session::remember_clock(engine::Entry const& entry)
{
    m_last_time_ms = entry.time_ms;
    m_last_counter = entry.time_counter;
    if (entry.device == m_device) m_last_sequence = entry.sequence;
}

// --- a fork ----------------------------------------------------------------------------------------------------------

void Session::begin_trial()
{
    if (m_trial) return;
    m_look_back.reset();
    m_trial = Trial { m_ledger, {} };
    show_anew();
}

std::expected<EntryId, Setback> Session::try_out(engine::Entry const& entry)
{
    auto const id = next_entry();
    auto const decision = engine::decide_as(sync::actor_of(entry.actor, entry.time_ms), m_trial->ledger, *m_catalogue,
        entry.command, id, engine::Manner::live);
    if (!decision) return std::unexpected(Setback { decision.error() });
    m_trial->entries.push_back(entry);
    for (auto const& change : decision->changes) m_trial->ledger.apply(change);
    show_anew();
    return id;
}

std::size_t Session::leave_out_of_trial(std::size_t place)
{
    if (!m_trial || place >= m_trial->entries.size()) return 0;
    auto const before = std::exchange(m_trial, Trial { m_ledger, {} })->entries;
    for (std::size_t at = 0; at < before.size(); ++at)
        if (at != place) (void)try_out(before[at]); // what is refused now had needed what is left out
    show_anew();
    return before.size() - m_trial->entries.size();
}

std::vector<engine::Entry> Session::end_trial()
{
    if (!m_trial) return {};
    auto entries = std::move(m_trial->entries);
    m_trial.reset();
    show_anew();
    return entries;
}

// --- what was known earlier ------------------------------------------------------------------------------------------

Result<void> Session::look_back(Instant moment)
{
    auto known = store::known_at(m_store, *m_catalogue, moment);
    if (!known) return std::unexpected(known.error());
    m_trial.reset();
    m_look_back = LookBack { std::move(*known), moment, 0 };
    show_anew();
    auto const all = m_store.next_entry().row();
    for (std::uint32_t first = 0; first < all; first += entries_a_page) {
        auto const page = m_store.entries(EntryId::of_row(first), entries_a_page);
        if (!page) return std::unexpected(page.error());
        for (auto const& [id, entry, fate, reasons] : *page) {
            if (entry.time_ms > moment.time_since_epoch().count()) return {};
            m_look_back->entries = static_cast<std::uint32_t>(id.row() + 1);
        }
    }
    return {};
}

void Session::end_look_back()
{
    if (!std::exchange(m_look_back, {})) return;
    show_anew();
}

std::optional<Instant> Session::looks_back_to() const
{
    if (!m_look_back) return {};
    return m_look_back->moment;
}

// --- the journal -----------------------------------------------------------------------------------------------------

EntryId Session::next_entry() const
{
    auto const recorded = static_cast<std::uint32_t>(m_store.next_entry().row());
    if (m_look_back) return EntryId::of_row(m_look_back->entries);
    return EntryId::of_row(recorded + static_cast<std::uint32_t>(m_trial ? m_trial->entries.size() : 0));
}

Result<engine::Entry> Session::entry(EntryId id) const
{
    auto const recorded = m_store.next_entry().row();
    if (m_trial && id.row() >= recorded && id.row() - recorded < m_trial->entries.size())
        return m_trial->entries[id.row() - recorded];
    return m_store.entry(id);
}

Result<std::vector<store::JournalEntry>> Session::entries(EntryId first, std::size_t count) const
{
    auto found = m_store.entries(first, count);
    if (!found) return found;
    auto const end = next_entry().row();
    std::erase_if(*found, [&](auto const& each) { return each.id.row() >= end; });
    if (!m_trial) return found;
    auto const recorded = m_store.next_entry().row();
    for (std::size_t at = 0; at < m_trial->entries.size() && found->size() < count; ++at)
        if (recorded + at >= first.row())
            found->push_back({ EntryId::of_row(static_cast<std::uint32_t>(recorded + at)), m_trial->entries[at],
                codec::Fate::holds, {} });
    return found;
}

void Session::show_anew()
{
    m_stamp = fresh_stamp();
    m_places_stamp = m_stamp;
}

// What has been written is in memory, too, before its changes are applied.
void Session::note_written(engine::Entry const& entry, std::optional<codec::TravellingEntry> travelling)
{
    remember_clock(entry);
    if (!m_exchange || !travelling) return;
    m_exchange->order.add(entry.device, *travelling);
    m_exchange->moments.push_back(m_ledger.moment());
    m_exchange->replica.add_written(std::move(*travelling));
}

void Session::apply(std::span<engine::Change const> changes)
{
    for (auto const& change : changes) m_ledger.apply(change);
    m_stamp = fresh_stamp();
    if (std::ranges::any_of(changes, moves_places)) m_places_stamp = m_stamp;
}

} // namespace keyrack::portal
