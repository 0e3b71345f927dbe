#pragma once
// One device's side of an exchange, as a pure step machine: answers and ticks in, effects out. It performs
// nothing, reads no clock and no chance. Whoever drives it keeps `Kept` in the same transaction as the
// entries, and only then performs the effects.
//
// A backend keeps objects by path, and no more is asked of it: no conditional
// writes, no listing, no object that changes.
//   <tenant>/lanes/<n>.json       slot n, from 1: which lanes there are
//   <tenant>/<lane>/<n>.json      segment n of a lane
// A segment counts as sent once it was read back. Absence deletes nothing: what is gone from the backend is
// written again. See docs/exchange.md.

#include "base/error.hpp"
#include "codec/bundle.hpp"
#include "sync/lanes.hpp"
#include "sync/status.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace keyrack::sync {

enum class Answered {
    found, // with a body, which may be anything: a login page too
    absent,
    done,    // a PUT was acknowledged, which proves nothing
    refused, // somebody has to sign in
    failed,  // no network, a time-out, whatever else a server says: docs/exchange.md has the statuses
};

struct Answer
{
    std::int64_t request = 0;
    Answered how = Answered::failed;
    std::string body;
};

enum class Going { on, paused };

struct Get
{
    std::int64_t request = 0;
    std::string path;
};

struct Put
{
    std::int64_t request = 0;
    std::string path;
    std::string body;
};

struct Wait // call tick() again at this time, or earlier
{
    std::int64_t until_ms = 0;
};

struct EntriesChanged // some came, or found another place: the ledger is to be folded anew from the first that moved
{ };

using Effect = std::variant<Get, Put, Wait, EntriesChanged>;
using Effects = std::vector<Effect>;

inline constexpr std::int64_t first_delay_ms = 1'000;
inline constexpr std::int64_t longest_delay_ms = 300'000;
inline constexpr std::int64_t poll_ms = 30'000;
inline constexpr std::int64_t patience_ms = 60'000; // for an answer

class Replica
{
public:
    // Makes the own lane known. Also the way to go on after a crash.
    explicit Replica(Kept kept);

    [[nodiscard]] Kept const& kept() const { return m_kept; }
    [[nodiscard]] Status status() const;

    // A person's command, already decided. To be kept before anything is shown as saved.
    codec::TravellingEntry const& write(std::string actor, std::string command, std::int64_t now_ms);

    // The same, of an entry that next_entry made.
    void add_written(codec::TravellingEntry entry);
    // All own entries are in segments then.
    void cut_all();
    // What bundles know, too: bundles.hpp. A delay goes on. Errors: those of joined().
    [[nodiscard]] Result<void> join(std::span<codec::Bundle const> bundles);

    // Time passes; the first tick starts.
    [[nodiscard]] Effects tick(std::int64_t now_ms);
    // Answers that come late or twice do nothing.
    [[nodiscard]] Effects take(Answer const& answer, std::int64_t now_ms);
    void go(Going going) { m_going = going; }
    void wake() { m_wait_until.reset(); } // back online, or "now" pressed: does not wait out a delay
    void hurry();                         // something was written: does not wait for the next look, but out a delay
    void go_elsewhere();                  // another place from now on: nothing is known to be there

private:
    void begin();

    // What an answer is awaited for.
    struct ReadSlot
    {
        std::int64_t slot = 1;
    };
    struct WriteSlot
    {
        std::int64_t slot = 1;
        std::string lane;
    };
    struct At // segment `number` of a lane
    {
        std::string lane;
        std::int64_t number = 1;
    };
    struct LookBeforeWriting : At
    { };
    struct WriteSegment : At
    { };
    struct ReadBack : At
    { };
    struct ReadSegment : At
    { };
    struct Inspect : At // it is held: is it there still?
    { };
    using Task = std::variant<ReadSlot, WriteSlot, LookBeforeWriting, WriteSegment, ReadBack, ReadSegment, Inspect>;

    // One round over the backend; then it rests until the next poll.
    struct Round
    {
        std::optional<std::int64_t> slot = 1; // the next to read; nothing: all were read
        std::set<std::string, std::less<>> announced;
        std::int64_t written_slot = 0;
        int strange_slots = 0;                                 // in succession
        std::set<std::string, std::less<>> read;               // lanes that had no further segment
        std::map<std::string, std::int64_t, std::less<>> back; // look at this one again: what follows does not fit
        bool inspected = false;
        bool found_newer = false;
    };

    [[nodiscard]] Effects next(std::int64_t now_ms);
    [[nodiscard]] Effect rest(std::int64_t now_ms);
    [[nodiscard]] std::optional<Task> next_task();
    [[nodiscard]] std::optional<Task> next_to_write();
    [[nodiscard]] std::optional<Task> next_to_read() const;
    [[nodiscard]] std::optional<Task> next_to_inspect();

    [[nodiscard]] Effect request(ReadSlot const& task) const;
    [[nodiscard]] Effect request(WriteSlot const& task) const;
    [[nodiscard]] Effect request(WriteSegment const& task) const;
    [[nodiscard]] Effect request(At const& task) const;

    void on(ReadSlot const& task, Answer const& answer);
    void on(WriteSlot const& task, Answer const& answer);
    void on(LookBeforeWriting const& task, Answer const& answer);
    void on(WriteSegment const& task, Answer const& answer);
    void on(ReadBack const& task, Answer const& answer);
    void on(ReadSegment const& task, Answer const& answer);
    void on(Inspect const& task, Answer const& answer);

    void read_slot(std::int64_t slot, std::string_view body);
    [[nodiscard]] std::string lane_without_slot() const;
    // The segment that an answer brings, when it is one of that lane and number.
    [[nodiscard]] std::optional<Held> expected(Answer const& answer, At const& at) const;
    void is_there(At const& at);
    void consider(At const& at, Held found);
    void make_room(At const& at, Held found);
    void fail(Trouble trouble);
    [[nodiscard]] std::int64_t delay_ms() const;

    Kept m_kept;
    Going m_going = Going::on;
    Round m_round;
    std::optional<Task> m_then; // what the answer before asked for
    std::optional<Task> m_task; // under way
    std::int64_t m_request = 0;
    std::int64_t m_deadline = 0; // of the request under way
    std::optional<std::int64_t> m_wait_until;
    int m_failures = 0; // in succession
    Trouble m_trouble = Trouble::none;
    bool m_failed_now = false;
    bool m_resting = false;
    bool m_entries_changed = false;
    At m_inspected;
    std::int64_t m_seen_by_others = 0; // own entries up to this one
};

} // namespace keyrack::sync
