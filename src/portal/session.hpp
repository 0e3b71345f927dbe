#pragma once
// A tenant that is open: its store, its ledger, and the one way to change them. What is decided is written to the store
// first and applied to the ledger then, so what a person sees is never ahead of the disk.

#include "base/date.hpp"
#include "base/error.hpp"
#include "catalogue/catalogue.hpp"
#include "engine/command.hpp"
#include "engine/denial.hpp"
#include "engine/fold.hpp"
#include "engine/ledger.hpp"
#include "portal/kept_lanes.hpp"
#include "store/store.hpp"
#include "sync/replica.hpp"

#include <cstdint>
#include <deque>
#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace keyrack::portal {

// Why a command did not happen: the business says no, or the world failed.
using Setback = std::variant<engine::Denial, Error>;

// Commands that are tried on a fork of the tenant (B2): nothing of them is stored.
struct Trial
{
    engine::Ledger ledger;
    std::vector<engine::Entry> entries; // in the order in which they were given
};

// The tenant as it was known at an earlier moment (B3).
struct LookBack
{
    engine::Ledger ledger;
    Instant moment {};
    std::uint32_t entries = 0; // that were written by then
};

// Who gives a command, and when.
struct Author
{
    std::string actor; // a person's name; empty: whoever sits at the device
    Instant now {};
    Date today {}; // where they are
};

// What came of a step of the exchange.
struct Exchanged
{
    sync::Effects effects; // requests and a time to wait for
    bool entries_changed = false;
    EntryId first_moved = EntryId::none();     // entries from here on may have other ids; none: all keep theirs
    std::vector<std::optional<EntryId>> moved; // where each of those is now; nothing: it is the same as one before
};

class Session
{
public:
    // Opens the tenant's database and loads its ledger. Errors: those of Store::open and Store::load.
    [[nodiscard]] static Result<Session> open(
        std::string slug, store::Place place, catalogue::Catalogue const& catalogue, std::string device);

    [[nodiscard]] std::string const& slug() const { return m_slug; }
    [[nodiscard]] store::Place place() const { return m_place; }
    // What the screens are about: of the fork, as it was known earlier, or as it is recorded.
    [[nodiscard]] engine::Ledger const& ledger() const
    {
        return m_trial ? m_trial->ledger : m_look_back ? m_look_back->ledger : m_ledger;
    }
    [[nodiscard]] engine::Ledger const& recorded_ledger() const { return m_ledger; }
    [[nodiscard]] catalogue::Catalogue const& catalogue() const { return *m_catalogue; }
    [[nodiscard]] store::Store const& store() const { return m_store; }
    // Changes with every change of the ledger, other sessions' included: what was made
    // at one stamp is stale at the next.
    [[nodiscard]] std::uint64_t stamp() const { return m_stamp; }
    // Likewise, of rooms, sites and devices alone: what is searched and counted by room.
    [[nodiscard]] std::uint64_t places_stamp() const { return m_places_stamp; }

    // The journal behind `ledger()`: with what is tried, or without what became known later.
    [[nodiscard]] EntryId next_entry() const;
    [[nodiscard]] Result<engine::Entry> entry(EntryId id) const;
    // Oldest first, from `first` on, at most `count`; without the rows of imports.
    [[nodiscard]] Result<std::vector<store::JournalEntry>> entries(EntryId first, std::size_t count) const;

    // From here on commands go into a fork and nothing into the store, until it is
    // dropped. An earlier knowledge is left.
    void begin_trial();
    // The fork without the entry at that place. What does not hold without it goes too; how many did.
    std::size_t leave_out_of_trial(std::size_t place);
    // Its entries, for whoever wants to give their commands for real.
    std::vector<engine::Entry> end_trial();
    [[nodiscard]] Trial const* trial() const { return m_trial ? &*m_trial : nullptr; }

    // What was known at that moment is shown, and nothing can be changed. Costs a replay of the journal. Errors: those
    // of store::known_at. A fork that is open is dropped.
    [[nodiscard]] Result<void> look_back(Instant moment);
    void end_look_back();
    [[nodiscard]] std::optional<Instant> looks_back_to() const;
    // Whether `ledger()` is another than the recorded one: then nothing else may be recorded.
    [[nodiscard]] bool is_aside() const { return m_trial || m_look_back; }

    // decide, store.append, apply. On a setback neither disk nor memory has changed.
    [[nodiscard]] std::expected<EntryId, Setback> execute(
        engine::Command command, Author const& author, std::optional<EntryId> undoes = {});
    // The same with an entry that is made already: those of the demo company bear their own times and names.
    [[nodiscard]] std::expected<EntryId, Setback> record(engine::Entry const& entry);
    // Whether execute would be denied, and why.
    [[nodiscard]] std::optional<engine::Denial> refusal_of(engine::Command const& command) const;

    // Whether who acts may give it at all (R3, R70).
    [[nodiscard]] std::optional<engine::Denial> objection_to(
        engine::Command const& command, Author const& author) const;

    // An import as one entry: begin, blocks, then commit with the ledger that the blocks lead to, or roll back.
    [[nodiscard]] Result<void> begin_import();
    [[nodiscard]] Result<void> add_block(
        std::span<engine::Command const> rows, std::span<engine::Change const> changes);
    [[nodiscard]] std::expected<EntryId, Setback> commit_import(
        engine::Import import, Author const& author, engine::Ledger&& imported, std::optional<EntryId> undoes = {});
    void roll_back_import();

    // What opens a large tenant quickly the next time (Store::write_image): whether a slice of it is to be written, and
    // that. Where the disk will not have it, it is not tried again.
    [[nodiscard]] bool wants_image() const;
    void write_image();

    // The exchange with other devices (docs/exchange.md), in session_exchange.cpp. What is taken in may sort before
    // entries that are there already: then ids of entries move, and the rows bear the new ones.
    [[nodiscard]] bool is_exchanged() const { return m_is_exchanged; } // it was begun once
    // Entries of a newer version are there, so nothing can be changed here.
    [[nodiscard]] bool is_read_only() const { return m_unknown_entries > 0; }
    // Brings what is kept into memory, or makes lanes of a journal that was never exchanged. Done once; costs what
    // reading all segments costs. Errors: those of Store.
    [[nodiscard]] Result<void> begin_exchange();
    [[nodiscard]] bool exchanges() const { return m_exchange != nullptr; } // begin_exchange() was called
    // Asked only where exchanges().
    [[nodiscard]] sync::Kept const& kept() const { return m_exchange->replica.kept(); }
    [[nodiscard]] sync::Status exchange_status() const { return m_exchange->replica.status(); }
    [[nodiscard]] codec::EntryName name_of(EntryId entry) const { return m_exchange->order.name(entry.row()); }
    // Time passes, or an answer has come. What changed is on the disk before the effects are given: EntriesChanged is
    // none of them. On an error nothing has changed.
    [[nodiscard]] Result<Exchanged> exchange_tick(std::int64_t now_ms);
    [[nodiscard]] Result<Exchanged> exchange_take(sync::Answer const& answer, std::int64_t now_ms);
    void exchange_go(sync::Going going);
    void exchange_wake();  // waits for nothing any more
    void exchange_hurry(); // what was written need not wait for the next look; a delay after a failure is waited out
    // Through another place from now on: all is sent there. Errors: those of begin_exchange() and of Store.
    [[nodiscard]] Result<void> exchange_elsewhere();
    // What bundles or segments of a file know, too. Errors: those of sync::joined and of Store.
    [[nodiscard]] Result<Exchanged> merge(std::span<codec::Bundle const> bundles);
    // All segments of all lanes; own entries are in segments from then on.
    [[nodiscard]] Result<codec::Bundle> bundle();
    // Somebody has said that a command which lost its ground is to stay so.
    [[nodiscard]] Result<void> set_aside(codec::EntryName const& entry);

    // Fills a database in which nothing is yet.
    [[nodiscard]] Result<Exchanged> found(codec::Bundle const& bundle);

    // Before the files go to another tab.
    [[nodiscard]] Result<void> checkpoint();

private:
    Session(std::string slug, store::Place place, catalogue::Catalogue const& catalogue, std::string device,
        store::Store store, engine::Ledger ledger);

    [[nodiscard]] Result<void> read_clock();
    [[nodiscard]] engine::Entry next_entry(
        engine::Command command, Author const& author, std::optional<EntryId> undoes) const;
    void remember_clock(engine::Entry const& entry);
    void apply(std::span<engine::Change const> changes);
    [[nodiscard]] std::expected<EntryId, Setback> try_out(engine::Entry const& entry);
    void show_anew(); // everything may have changed

    // The exchange.
    struct Exchange
    {
        sync::Replica replica;
        JournalOrder order;
        StoredLanes stored;
        std::deque<engine::Moment> moments; // before each of the latest entries: where the ledger stood
    };
    void remember_from_here();
    [[nodiscard]] std::expected<EntryId, Setback> write(
        engine::Entry const& entry, std::optional<codec::TravellingEntry> travelling);
    void note_written(engine::Entry const& entry, std::optional<codec::TravellingEntry> travelling);
    [[nodiscard]] std::vector<std::string> rows_of(EntryId import) const;
    [[nodiscard]] Result<Exchanged> settle(sync::Effects effects);
    [[nodiscard]] Result<void> keep_lanes();
    [[nodiscard]] Result<Exchanged> refold(std::size_t from, std::span<sync::Placed const> placed);
    [[nodiscard]] std::optional<std::vector<engine::TouchedRow>> unwind(std::size_t from);
    using Places = std::map<codec::EntryName, std::size_t>; // of entries in the journal
    [[nodiscard]] Exchanged refolded(
        std::size_t from, std::span<sync::Placed const> placed, Places const& before, Places const& now);
    [[nodiscard]] Result<void> find_unknown();
    [[nodiscard]] Result<void> understand_more();
    [[nodiscard]] Result<EntryId> first_understood(std::span<sync::Placed const> placed) const;
    void restore();

    std::string m_slug;
    store::Place m_place {};
    catalogue::Catalogue const* m_catalogue;
    std::string m_device; // this replica's name
    store::Store m_store;
    engine::Ledger m_ledger;
    std::optional<Trial> m_trial;
    std::optional<LookBack> m_look_back;
    std::uint64_t m_stamp = 0;
    std::uint64_t m_places_stamp = 0;
    bool m_image_failed = false;

    // Hybrid clock: the latest time of any entry, and how many entries this device has written.
    std::int64_t m_last_time_ms = 0;
    std::int32_t m_last_counter = 0;
    std::int64_t m_last_sequence = 0;

    std::optional<Error> m_unreadable; // a write failed, and then the tables could not be read

    bool m_is_exchanged = false;
    std::int64_t m_unknown_entries = 0;
    std::unique_ptr<Exchange> m_exchange;
};

} // namespace keyrack::portal
