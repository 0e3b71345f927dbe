#pragma once
// verdict(ledger, question, as_of): an answer, the proof that led there and, for a no, the smallest cures, best first.

#include "engine/command.hpp"
#include "engine/coverage.hpp"
#include "engine/proof.hpp"
#include "engine/spares.hpp"
#include "engine/warranty.hpp"

#include <optional>
#include <string>
#include <vector>

namespace keyrack::engine {

// A smallest change that turns the no into a yes. Applying all steps in order flips the verdict; leaving one out does
// not. After each kind stand the names of its facts.
enum class CureKind {
    assign_free_licence,             // {order} {programme} {licence} {free} {until}
    define_in_sync,                  // {room} {until}: the room is covered already, only Sync is missing
    define_in_sync_and_assign,       // {room} and those of assign_free_licence
    order_and_assign,                // {programme} {years} {until}; the order's key in the steps is a proposal
    define_in_sync_order_and_assign, // {room} and those of order_and_assign
    withdraw_end,                    // reserved for ended assignments whose licence is still free: put it back
};
[[nodiscard]] std::string_view code(CureKind kind);

struct Cure
{
    CureKind kind {};
    std::vector<Command> steps;
    std::vector<Fact> facts;
    Date until {}; // covered until, once applied
    bool operator==(Cure const&) const = default;
};

struct Verdict
{
    Holds answer = Holds::no;
    std::optional<Date> until; // yes: until when (exclusive)
    std::optional<Date> since; // no: since when, where it was a yes before
    AssignmentId by;           // yes: the assignment that covers longest
    std::vector<Proof> proof;  // roots, in the order a person reads them
    std::vector<Cure> cures;   // no: ranked: longest cover first, fewest steps first, free licences before new orders
    bool operator==(Verdict const&) const = default;
};

// Is the room covered by this programme on that day?
[[nodiscard]] Verdict covered_by(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, RoomId room, ProgrammeId programme, Date as_of);
// Is the room covered by any programme on that day? The programme that covers longest, or for a no every programme's
// proof and the best cures.
[[nodiscard]] Verdict covered(Ledger const& ledger, catalogue::Catalogue const& catalogue, RoomId room, Date as_of);
// Has the room this feature on that day (R101, R110, R111)?
[[nodiscard]] Verdict has_feature(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, RoomId room, catalogue::Feature feature, Date as_of);

// How an order stands: for the service orders screen (R35) and its proof.
enum class OrderState { cancelled, ended, running, not_started };
struct OrderStatus
{
    OrderState state {};
    Period term; // before it starts: the latest it can be
    Date first_assigned = never;
    std::int64_t assigned = 0;             // licences serving a room on that day
    std::int64_t free = 0;                 // licences that could be assigned from that day on (D18: unassigned)
    std::optional<Date> cancellable_until; // last day, inclusive (D5); nothing: no cancellation, or over, or cancelled
    std::vector<Proof> proof;
    bool operator==(OrderStatus const&) const = default;
};
[[nodiscard]] OrderStatus status_of(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId order, Date as_of);

// D18, kept apart. (retired comes with Customer Success Services.)
enum class LicenceState { cancelled, expired, unassigned, assigned, planned };
struct LicenceStatus
{
    LicenceState state {};
    AssignmentId assignment; // assigned: now; planned: the next one
    std::vector<Proof> proof {};
    bool operator==(LicenceStatus const&) const = default;
};
[[nodiscard]] LicenceStatus status_of(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, LicenceRef licence, Date as_of);
// The lowest-numbered licences of the order that are free from `from` on, at most `count`; none where the order cannot be
// assigned from that day: not bought yet, cancelled, ended, or another assignment would be left outside the term.
[[nodiscard]] std::vector<std::int32_t> free_licences(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId order, Date from, std::size_t count);

// Warranty with its proof.
struct WarrantyVerdict
{
    Warranty warranty;
    RoomId room; // where the device stands on that day
    std::vector<Proof> proof;
    bool operator==(WarrantyVerdict const&) const = default;
};
[[nodiscard]] WarrantyVerdict warranty_on(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, DeviceId device, Date as_of);

} // namespace keyrack::engine
