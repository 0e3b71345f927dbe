#pragma once
// A list of rooms or of devices as the devices' console exports it (R71): a table with column names of its own. Which column is
// which field is guessed from the names and can be set; what each row would do is told before anything is done; and what is done
// is a list of commands, which as a whole can be taken back.
//
//     auto table = read_csv(text);
//     auto mapping = guessed_mapping(guessed_kind(table->header), table->header);   // shown, changed by hand
//     auto plan = planned(*table, mapping, ledger, catalogue, today);                // the dry run
//     …plan.commands as one import; taken_back(plan.commands) as another undoes it

#include "catalogue/catalogue.hpp"
#include "codec/csv.hpp"
#include "engine/command.hpp"
#include "engine/denial.hpp"
#include "engine/ledger.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace keyrack::codec {

enum class ListKind { rooms, devices };

// Where a field's values come from: a column, or one value for all rows.
struct FieldSource
{
    std::optional<std::size_t> column;
    std::string value; // where there is no column
    bool operator==(FieldSource const&) const = default;
};

// 03.04.2026 is the third of April everywhere; 03/04/2026 is not, so it is read only where somebody says how.
enum class SlashDates { refused, day_first, month_first };

struct ListMapping
{
    ListKind kind = ListKind::rooms;
    std::map<std::string, FieldSource, std::less<>> fields; // by the name of the field
    SlashDates slash_dates = SlashDates::refused;
    bool operator==(ListMapping const&) const = default;
};

// rooms: id, name, site, country, sync. devices: serial, model, room, purchased_on, in_room_since.
[[nodiscard]] std::span<std::string_view const> fields_of(ListKind kind);
[[nodiscard]] ListKind guessed_kind(std::span<std::string const> header);
// From the words that stand over such columns in English, German and Norwegian.
[[nodiscard]] ListMapping guessed_mapping(ListKind kind, std::span<std::string const> header);
// Error: `csv_no_key`: neither an id nor a name of the room, no serial number of the device; `detail` is the field.
[[nodiscard]] Result<void> check(ListMapping const& mapping);

enum class RowFate { added, changed, same, refused };

struct RowChange
{
    std::string field, from, to;
    bool operator==(RowChange const&) const = default;
};

// What would happen to one row of the table.
struct PlannedRow
{
    std::int64_t line = 1; // of the file
    std::string key;       // the room or the serial number
    RowFate fate = RowFate::same;
    std::vector<RowChange> changes; // changed
    // refused: the cell cannot be read, or a rule says no
    std::variant<std::monostate, Error, engine::Denial> reason {};
    // added: a model that is not in the list of supported products (R84 to R86). It is taken in, as the list grows with launches.
    std::string unlisted_model {};
};

struct ListPlan
{
    std::vector<PlannedRow> rows; // one for each of the table, in its order
    std::vector<engine::Command> commands;
    [[nodiscard]] std::int64_t count(RowFate fate) const;
};

// The mapping has been checked. An empty cell says nothing: what is known already stays. A room without an id is found by its
// name, and a new one is called by it; devices name their room by id or, where only one has it, by name. `on`: the day on which
// devices that stand elsewhere were moved.
[[nodiscard]] ListPlan planned(CsvTable const& table, ListMapping const& mapping, engine::Ledger ledger,
    catalogue::Catalogue const& catalogue, Date on);

// The same a slice at a time, so that frames fit between. `table`, `mapping` and `catalogue` outlive it.
class ListPlanning
{
public:
    ListPlanning(CsvTable const& table, ListMapping const& mapping, engine::Ledger ledger,
        catalogue::Catalogue const& catalogue, Date on);
    ~ListPlanning();
    ListPlanning(ListPlanning&&) noexcept;
    ListPlanning& operator=(ListPlanning&&) noexcept;

    void step(std::size_t rows); // plans at most so many
    [[nodiscard]] bool done() const;
    [[nodiscard]] std::size_t rows_done() const;
    [[nodiscard]] ListPlan take(); // once, when done

private:
    struct State;
    std::unique_ptr<State> m_state;
};

// The commands that take these back, in their order; nothing where one of them has none.
[[nodiscard]] std::optional<std::vector<engine::Command>> taken_back(std::span<engine::Command const> commands);

} // namespace keyrack::codec
