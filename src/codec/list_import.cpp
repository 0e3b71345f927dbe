#include "codec/list_import.hpp"

#include "base/text.hpp"
#include "codec/country_names.hpp"
#include "engine/country.hpp"
#include "engine/fold.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <set>
#include <utility>

namespace keyrack::codec {

namespace {

using engine::Command;
using engine::Ledger;
using engine::Standing;

constexpr std::size_t longest_shown = 60;

// "03.04.2026" or "3/4/2026" as its numbers.
std::optional<std::array<int, 3>> numbers_in(std::string_view text, char separator)
{
    std::array<int, 3> numbers {};
    for (std::size_t at = 0; at < numbers.size(); ++at) {
        auto const part = text.substr(0, text.find(separator));
        auto const read = std::from_chars(part.data(), part.data() + part.size(), numbers[at]);
        if (part.empty() || read.ec != std::errc {} || read.ptr != part.data() + part.size()) return std::nullopt;
        if (part.size() > 4 || (at < 2) == (part.size() > 2)) return std::nullopt;
        text.remove_prefix(std::min(text.size(), part.size() + 1));
    }
    return text.empty() ? std::optional { numbers } : std::nullopt;
}

std::optional<Date> date_of(int year, int month, int day)
{
    auto const two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return parse_date(std::to_string(year) + "-" + two(month) + "-" + two(day));
}

std::optional<Date> date_in(std::string_view text, SlashDates slash_dates)
{
    if (auto const iso = parse_date(text.substr(0, 10));
        iso && (text.size() == 10 || text[10] == 'T' || text[10] == ' '))
        return iso; // consoles add the time of day
    if (auto const dotted = numbers_in(text, '.')) return date_of((*dotted)[2], (*dotted)[1], (*dotted)[0]);
    auto const slashed = numbers_in(text, '/');
    if (!slashed || slash_dates == SlashDates::refused) return std::nullopt;
    auto const [first, second, year] = *slashed;
    return slash_dates == SlashDates::day_first ? date_of(year, second, first) : date_of(year, first, second);
}

std::optional<bool> truth_in(std::string_view text)
{
    static constexpr std::array<std::string_view, 7> yes { "yes", "true", "1", "ja", "x", "y", "j" };
    static constexpr std::array<std::string_view, 6> no { "no", "false", "0", "nein", "nei", "n" };
    auto const word = folded(text);
    if (std::ranges::find(yes, word) != yes.end()) return true;
    if (std::ranges::find(no, word) != no.end()) return false;
    return std::nullopt;
}

std::string_view trimmed(std::string_view text)
{
    auto const first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// A row that cannot be taken in, thrown nowhere: the first fault stays.
class Cells
{
public:
    Cells(CsvRow const& row, ListMapping const& mapping) : m_row(row), m_mapping(mapping) { }

    [[nodiscard]] std::string text(std::string_view field)
    {
        auto const source = m_mapping.fields.find(field);
        if (source == m_mapping.fields.end()) return {};
        auto const& [column, value] = source->second;
        if (!column) return value;
        auto const cell = *column < m_row.cells.size() ? trimmed(m_row.cells[*column]) : std::string_view {};
        if (!cell.empty())
            if (auto const fault = fault_of_name(cell)) fail("bad_text", field, code(*fault));
        return std::string { cell };
    }

    [[nodiscard]] std::optional<Date> date(std::string_view field)
    {
        auto const written = text(field);
        auto const day = written.empty() ? std::nullopt : date_in(written, m_mapping.slash_dates);
        if (!written.empty() && !day) fail("bad_date", field, written);
        return day;
    }

    [[nodiscard]] std::optional<bool> truth(std::string_view field)
    {
        auto const written = text(field);
        auto const value = written.empty() ? std::nullopt : truth_in(written);
        if (!written.empty() && !value) fail("bad_word", field, written);
        return value;
    }

    void fail(std::string_view what, std::string_view field, std::string_view detail)
    {
        if (!m_fault) m_fault = Error { std::string { what }, std::string { field }, shortened(detail, longest_shown) };
    }
    [[nodiscard]] std::optional<Error> const& fault() const { return m_fault; }

private:
    CsvRow const& m_row;
    ListMapping const& m_mapping;
    std::optional<Error> m_fault;
};

class Planning
{
public:
    Planning(ListMapping const& mapping, Ledger ledger, catalogue::Catalogue const& catalogue, Date on)
        : m_mapping(mapping), m_ledger(std::move(ledger)), m_catalogue(catalogue), m_on(on)
    {
        for (auto const& row : m_ledger.rooms().rows())
            if (row.standing == Standing::valid) m_room_names.emplace(row.name, row.key);
    }

    void add(CsvRow const& row)
    {
        m_row = { .line = row.line };
        Cells cells { row, m_mapping };
        std::vector<Command> const commands =
            m_mapping.kind == ListKind::rooms ? room_commands(cells) : device_commands(cells);
        if (!cells.fault() && !m_row.key.empty() && !m_keys.insert(m_row.key).second)
            cells.fail("csv_twice", key_field(), m_row.key);
        if (cells.fault())
            refuse(*cells.fault());
        else
            carry_out(commands);
        m_plan.rows.push_back(std::move(m_row));
    }

    [[nodiscard]] ListPlan take() { return std::move(m_plan); }

private:
    [[nodiscard]] std::string_view key_field() const { return m_mapping.kind == ListKind::rooms ? "id" : "serial"; }

    void refuse(std::variant<std::monostate, Error, engine::Denial> reason)
    {
        m_row.fate = RowFate::refused;
        m_row.changes.clear();
        m_row.unlisted_model.clear();
        m_row.reason = std::move(reason);
    }

    // All of the row's commands or none; the first that says no is told.
    void carry_out(std::vector<Command> const& commands)
    {
        std::vector<engine::Change> changes;
        for (auto const& command : commands) {
            auto decision = engine::decide(m_ledger, m_catalogue, command, EntryId::none(), engine::Manner::live);
            if (!decision) return refuse(std::move(decision.error()));
            std::ranges::move(decision->changes, std::back_inserter(changes));
        }
        for (auto const& change : changes) m_ledger.apply(change);
        m_plan.commands.insert(m_plan.commands.end(), commands.begin(), commands.end());
    }

    template <class Value>
    void differ(std::string_view field, Value const& from, Value const& to)
    {
        m_row.changes.push_back({ std::string { field }, from, to });
        m_row.fate = RowFate::changed;
    }

    // What the list says, or what is known where it says nothing; a difference is noted.
    std::string updated(std::string_view field, std::string const& known, std::string const& told)
    {
        if (told.empty() || told == known) return known;
        differ(field, known, told);
        return told;
    }

    // By its name, where exactly one room has it; empty otherwise.
    [[nodiscard]] std::string room_called(std::string const& name) const
    {
        auto const [first, last] = m_room_names.equal_range(name);
        return first != last && std::next(first) == last ? first->second : std::string {};
    }

    [[nodiscard]] bool is_room(std::string const& key) const
    {
        auto const id = m_ledger.room(key);
        return id.exists() && m_ledger.rooms()[id].standing == Standing::valid;
    }

    std::vector<Command> room_commands(Cells& cells)
    {
        auto const id = cells.text("id");
        engine::RoomDetails told { cells.text("name"), cells.text("site"), country_code(cells.text("country")) };
        auto const sync = cells.truth("sync");
        if (id.empty() && told.name.empty()) cells.fail("csv_no_key", "name", {});
        if (id.empty() && m_room_names.count(told.name) > 1) cells.fail("csv_room_not_clear", "name", told.name);
        auto const called = id.empty() ? room_called(told.name) : std::string {};
        m_row.key = !id.empty() ? id : !called.empty() ? called : told.name;
        if (is_room(m_row.key)) return room_changes(m_row.key, told, sync);
        m_row.fate = RowFate::added;
        m_room_names.emplace(told.name.empty() ? id : told.name, m_row.key);
        return { engine::AddRoom { m_row.key, told.name.empty() ? id : told.name, told.site, told.country, {},
            sync.value_or(false) ? engine::InSync::yes : engine::InSync::no, engine::Importance::ordinary } };
    }

    std::vector<Command> room_changes(std::string const& key, engine::RoomDetails const& told, std::optional<bool> sync)
    {
        auto const& row = m_ledger.rooms()[m_ledger.room(key)];
        engine::RoomDetails const known { row.name, m_ledger.sites()[row.site], engine::written(row.country) };
        engine::RoomDetails const details { updated("name", known.name, told.name),
            updated("site", known.site, told.site), updated("country", known.country, told.country) };
        std::vector<Command> commands;
        if (details != known) commands.emplace_back(engine::CorrectRoom { key, known, details });
        auto const wanted =
            sync.value_or(row.in_sync == engine::InSync::yes) ? engine::InSync::yes : engine::InSync::no;
        if (wanted == row.in_sync) return commands;
        differ<std::string>("sync", sync ? (*sync ? "no" : "yes") : "", *sync ? "yes" : "no");
        commands.emplace_back(engine::SetInSync { key, row.in_sync, wanted });
        return commands;
    }

    // The room's key: by key, or by a name that only one has; the fault where it is none.
    std::string room_of(Cells& cells)
    {
        auto const told = cells.text("room");
        if (told.empty() || is_room(told)) return told;
        if (m_room_names.count(told) > 1) cells.fail("csv_room_not_clear", "room", told);
        auto const called = room_called(told);
        return called.empty() ? told : called; // an unknown one is refused as such
    }

    std::vector<Command> device_commands(Cells& cells)
    {
        m_row.key = cells.text("serial");
        if (m_row.key.empty()) cells.fail("csv_no_key", "serial", {});
        auto const room = room_of(cells);
        auto const model = cells.text("model");
        auto const purchased = cells.date("purchased_on");
        auto const since = cells.date("in_room_since");
        auto const id = m_ledger.device(m_row.key);
        if (id.exists() && m_ledger.devices()[id].standing == Standing::valid)
            return device_changes(cells, m_ledger.devices()[id], room, model, purchased);
        if (!purchased) cells.fail("missing_field", "purchased_on", {});
        m_row.fate = RowFate::added;
        if (!model.empty() && !m_catalogue.range().product(model)) m_row.unlisted_model = model;
        return { engine::AddDevice { m_row.key, model, purchased.value_or(Date {}), room, since } };
    }

    // A device keeps its model and its day of purchase: another one is another device under this number, or a slip.
    std::vector<Command> device_changes(Cells& cells, engine::Device const& row, std::string const& room,
        std::string const& model, std::optional<Date> purchased)
    {
        auto const& known_model = m_ledger.models()[row.model];
        if (!model.empty() && model != known_model) cells.fail("csv_other_device", "model", known_model);
        if (purchased && *purchased != row.purchased_on)
            cells.fail("csv_other_device", "purchased_on", iso(row.purchased_on));
        auto const here = row.room.exists() ? m_ledger.rooms()[row.room].key : std::string {};
        auto const there = updated("room", here, room);
        if (there == here) return {};
        return { engine::MoveDevice { row.serial, here, there, m_on } };
    }

    ListMapping const& m_mapping;
    Ledger m_ledger;
    catalogue::Catalogue const& m_catalogue;
    Date m_on;
    std::multimap<std::string, std::string, std::less<>> m_room_names; // to keys
    std::set<std::string, std::less<>> m_keys;                         // of rows before
    PlannedRow m_row;
    ListPlan m_plan;
};

} // namespace

std::int64_t ListPlan::count(RowFate fate) const
{
    return std::ranges::count(rows, fate, &PlannedRow::fate);
}

struct ListPlanning::State
{
    CsvTable const& table;
    Planning planning;
    std::size_t at = 0;
};

ListPlanning::ListPlanning(
    CsvTable const& table, ListMapping const& mapping, Ledger ledger, catalogue::Catalogue const& catalogue, Date on)
    : m_state(new State { table, Planning { mapping, std::move(ledger), catalogue, on } })
{ }
ListPlanning::~ListPlanning() = default;
ListPlanning::ListPlanning(ListPlanning&&) noexcept = default;
ListPlanning& ListPlanning::operator=(ListPlanning&&) noexcept = default;

void ListPlanning::step(std::size_t rows)
{
    for (; rows > 0 && !done(); --rows) m_state->planning.add(m_state->table.rows[m_state->at++]);
}

bool ListPlanning::done() const
{
    return m_state->at == m_state->table.rows.size();
}

std::size_t ListPlanning::rows_done() const
{
    return m_state->at;
}

ListPlan ListPlanning::take()
{
    return m_state->planning.take();
}

ListPlan planned(
    CsvTable const& table, ListMapping const& mapping, Ledger ledger, catalogue::Catalogue const& catalogue, Date on)
{
    ListPlanning planning { table, mapping, std::move(ledger), catalogue, on };
    planning.step(table.rows.size());
    return planning.take();
}

std::optional<std::vector<Command>> taken_back(std::span<Command const> commands)
{
    std::vector<Command> back;
    for (std::size_t at = commands.size(); at > 0; --at) {
        auto command = engine::compensation(commands[at - 1]);
        if (!command) return std::nullopt;
        back.push_back(std::move(*command));
    }
    return back;
}

} // namespace keyrack::codec
