#pragma once
// A small ledger cut out of a large one: all of what is small (orders, accounts, contracts, people), and of rooms, devices
// and assignments only what some commands look at. Commands folded into it do what they would do to the whole, at the
// price of what they touch.

#include "engine/fold.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace keyrack::engine {

// The first of several commands that is refused, with its position.
struct Refusal
{
    std::size_t command = 0;
    Denial denial;
    bool operator==(Refusal const&) const = default;
};

// Which rows of a table were taken out of the whole. What is added to the excerpt later has the row that it would have there.
template <class IdOf>
class Taken
{
public:
    Taken() = default;
    // `rows`: each once, ascending; `whole`: how many there are.
    Taken(std::vector<IdOf> rows, std::size_t whole)
        : m_rows(std::move(rows)), m_whole(static_cast<std::uint32_t>(whole))
    { }

    [[nodiscard]] std::vector<IdOf> const& rows() const { return m_rows; }
    [[nodiscard]] IdOf whole(IdOf part) const
    {
        if (!part.exists()) return part;
        if (part.row() < count()) return m_rows[part.row()];
        return IdOf::of_row(m_whole + (part.row() - count()));
    }
    // none() where it was not taken.
    [[nodiscard]] IdOf part(IdOf whole) const
    {
        if (!whole.exists()) return whole;
        if (whole.row() >= m_whole) return IdOf::of_row(count() + (whole.row() - m_whole));
        auto const found = std::ranges::lower_bound(m_rows, whole);
        if (found == m_rows.end() || *found != whole) return IdOf::none();
        return IdOf::of_row(static_cast<std::uint32_t>(found - m_rows.begin()));
    }
    [[nodiscard]] bool was_added(IdOf part) const { return part.row() >= count(); }

private:
    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(m_rows.size()); }

    std::vector<IdOf> m_rows; // of the whole, by row of the excerpt
    std::uint32_t m_whole = 0;
};

class Excerpt
{
public:
    // What `commands` look at, and what counts of free licences on `day` do. It keeps nothing of `whole`.
    Excerpt(Ledger const& whole, std::vector<Command> const& commands, Date day);

    // As engine::fold on the whole; a denial names the whole's rows.
    [[nodiscard]] std::expected<void, Denial> fold(catalogue::Catalogue const& catalogue, Command const& command);
    // In their order, until one is refused.
    [[nodiscard]] std::expected<void, Refusal> fold_all(
        catalogue::Catalogue const& catalogue, std::vector<Command> const& commands);

    [[nodiscard]] Ledger const& ledger() const { return m_ledger; }
    [[nodiscard]] Taken<RoomId> const& rooms() const { return m_rooms; }
    [[nodiscard]] Taken<DeviceId> const& devices() const { return m_devices; }
    [[nodiscard]] Taken<AssignmentId> const& assignments() const { return m_assignments; }

    // Rows of the excerpt that the commands made or changed, each once, ascending; an order counts as changed with its
    // assignments.
    [[nodiscard]] std::vector<OrderId> changed_orders() const;
    [[nodiscard]] std::vector<AssignmentId> changed_assignments() const;
    [[nodiscard]] std::vector<DeviceId> changed_devices() const;
    [[nodiscard]] bool tenant_changed() const { return m_tenant_changed; }

private:
    struct Wanted;
    void take(Ledger const& whole, Wanted wanted);
    void take_devices(Ledger const& whole);
    void take_everything(Ledger const& whole);
    void note(Change const& change);
    void note_all_of(ProgrammeId programme);
    [[nodiscard]] Denial in_whole(Denial denial) const;

    Ledger m_ledger;
    Taken<RoomId> m_rooms;
    Taken<DeviceId> m_devices;
    Taken<AssignmentId> m_assignments;
    std::vector<OrderId> m_changed_orders;
    std::vector<AssignmentId> m_changed_assignments;
    std::vector<DeviceId> m_changed_devices;
    bool m_tenant_changed = false;
};

} // namespace keyrack::engine
