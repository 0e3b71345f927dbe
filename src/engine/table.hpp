#pragma once
// Rows of one kind, and the one way they change.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace keyrack::engine {

// Whether a change brings a new row or puts one again.
enum class Novelty : std::uint8_t { again, fresh };

// Rows of one kind in the order they came; an id is a position.
template <class Row, class IdOf>
class Table
{
public:
    [[nodiscard]] Row const& operator[](IdOf id) const { return m_rows[id.row()]; }
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] IdOf next() const { return IdOf::of_row(static_cast<std::uint32_t>(m_rows.size())); }
    [[nodiscard]] std::vector<Row> const& rows() const { return m_rows; }
    bool operator==(Table const&) const = default;

private:
    friend class Ledger;
    friend class CssTables;
    std::vector<Row> m_rows;
};

// One change to one row: a new row when `id` is the table's next, the row's new value otherwise.
// Sites and models are named in text, so that a change means the same wherever it is applied.
template <class Row, class IdOf>
struct Put
{
    IdOf id;
    Row row;
    bool operator==(Put const&) const = default;
};

} // namespace keyrack::engine
