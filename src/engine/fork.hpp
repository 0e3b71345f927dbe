#pragma once
// What would change (B2): commands tried on an excerpt of the ledger, and the difference on a day. Nothing is kept of the
// trial; to keep it is to give the commands. Costs what the commands touch, not what the tenant holds.

#include "engine/compliance.hpp"
#include "engine/excerpt.hpp"
#include "engine/fees.hpp"
#include "engine/spares.hpp"

#include <expected>
#include <memory>
#include <string>
#include <vector>

namespace keyrack::engine {

struct RoomChange
{
    RoomId room; // row of the original ledger
    Date until_before = always;
    Date until_after = always;
    bool operator==(RoomChange const&) const = default;

    [[nodiscard]] bool gained() const { return until_before == always; }
    [[nodiscard]] bool lost() const { return until_after == always; }
};

// The cover of a room by one programme: what it loses of it, another that still covers the room does not give (R102, R111).
struct ProgrammeChange
{
    RoomId room; // row of the original ledger
    ProgrammeId programme;
    Date until_before = always;
    Date until_after = always;
    bool operator==(ProgrammeChange const&) const = default;
};

// A room that the commands add.
struct NewRoom
{
    std::string key;
    Date until = always; // covered on the day, until then; `always`: not covered
    bool operator==(NewRoom const&) const = default;
};

struct OrderChange
{
    OrderId order; // of the original ledger, or the row that the new order would get
    std::string key;
    Period term_before, term_after; // as far as a cancellation leaves it; empty: it has none of it
    std::int64_t free_before = 0, free_after = 0;
    bool operator==(OrderChange const&) const = default;
};

// A breach of the compliance rules that the commands bring or make worse, by keys, for it may be of what they add; and what
// would end it afterwards: retire, buy, upgrade or reinstate, cheapest first (B7).
struct BroughtBreach
{
    BreachKind kind {};
    std::string product_line, org; // all_in, evasion
    std::string customer;          // tiers: its key; empty: the tenant itself
    std::string contract;          // lapsed
    std::int64_t licences = 0;
    std::vector<Remedy> remedies;
    bool operator==(BroughtBreach const&) const = default;
};

struct Difference
{
    std::int64_t covered_before = 0, covered_after = 0; // rooms
    std::vector<RoomChange> rooms;                      // whose cover by whatever programme is another
    std::vector<ProgrammeChange> programmes;            // the same by programme
    std::vector<NewRoom> new_rooms;
    std::vector<OrderChange> orders;
    std::int64_t warranties_extended = 0; // devices whose warranty ends later than before
    std::int64_t warranties_cut = 0;      // … earlier
    std::vector<DeviceId> clipped;        // devices whose extension the cap cuts short (D6)
    Spares spares_before, spares_after;
    Compliance compliance;
    std::vector<BroughtBreach> brought;
    Fees fees;
    bool operator==(Difference const&) const = default;
};

// The order's term as far as a cancellation leaves it (D5).
[[nodiscard]] Period term_left_of(Ledger const& ledger, catalogue::Catalogue const& catalogue, OrderId order);

// The difference, or the denial of the first command that is refused, with its position.
using Tried = std::expected<Difference, Refusal>;

// Tries the commands in order.
[[nodiscard]] Tried what_if(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, std::vector<Command> const& commands, Date as_of);

// The same, a part at a time, for whoever shows frames meanwhile. The ledger must stay as it is until the end.
class WhatIf
{
public:
    WhatIf(Ledger const& ledger, catalogue::Catalogue const& catalogue, std::vector<Command> commands, Date as_of);
    WhatIf(WhatIf&&) noexcept;
    WhatIf& operator=(WhatIf&&) noexcept;
    ~WhatIf();

    void work(); // the next part
    [[nodiscard]] bool done() const;
    [[nodiscard]] Tried take(); // once it is done

private:
    struct Trial;
    std::unique_ptr<Trial> m_trial;
};

} // namespace keyrack::engine
