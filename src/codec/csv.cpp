#include "codec/csv.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace keyrack::codec {

namespace {

constexpr std::string_view separators = ",;\t|";
constexpr std::string_view word_of_separator = "sep="; // a first line that begins so tells it
constexpr std::string_view mark = "\xEF\xBB\xBF";

bool starts_formula(std::string_view text)
{
    return !text.empty() && std::string_view { "=+-@\t\r\n" }.contains(text.front());
}

// Any number of quotation marks before what would be a formula.
bool looks_defused(std::string_view cell)
{
    return starts_formula(cell.substr(std::min(cell.find_first_not_of('\''), cell.size())));
}

// What the first line has most of outside quotes; a comma where it has none of them.
char separator_of(std::string_view text)
{
    std::array<std::size_t, separators.size()> counts {};
    bool quoted = false;
    for (char const character : text) {
        if (character == '"') quoted = !quoted;
        if (!quoted && (character == '\n' || character == '\r')) break;
        auto const at = separators.find(character);
        if (!quoted && at != std::string_view::npos) ++counts[at];
    }
    auto const most = std::ranges::max_element(counts);
    return *most == 0 ? ',' : separators[static_cast<std::size_t>(most - counts.begin())];
}

// Spreadsheets say so in the first line: "sep=;".
std::optional<char> told_separator(std::string_view& text)
{
    constexpr auto before = word_of_separator.size();
    if (!text.starts_with(word_of_separator) || text.size() < before + 2) return std::nullopt;
    char const separator = text[before];
    if (std::string_view { "\"\r\n" }.contains(separator)) return std::nullopt;
    auto const rest = text.substr(before + 1);
    auto const ends = rest.find_first_not_of("\r\n");
    if (rest.front() != '\r' && rest.front() != '\n') return std::nullopt;
    text = ends == std::string_view::npos ? std::string_view {} : rest.substr(ends);
    return separator;
}

class CsvReader
{
public:
    CsvReader(std::string_view text, char separator, std::int64_t line)
        : m_text(text), m_separator(separator), m_line(line)
    { }

    [[nodiscard]] bool ended() const { return m_at == m_text.size(); }

    Result<CsvRow> row()
    {
        CsvRow row { m_line, {} };
        for (bool more = true; more;) {
            auto cell = at_quote() ? quoted() : plain();
            if (!cell) return std::unexpected(std::move(cell.error()));
            if (row.cells.size() == most_csv_columns) return failure("csv_too_large", place());
            row.cells.emplace_back(as_meant(*cell));
            more = !ended() && m_text[m_at] == m_separator;
            if (more) ++m_at;
        }
        pass_line_end();
        return row;
    }

private:
    [[nodiscard]] bool at_quote() const { return !ended() && m_text[m_at] == '"'; }
    [[nodiscard]] bool at_line_end() const { return m_text[m_at] == '\n' || m_text[m_at] == '\r'; }
    [[nodiscard]] std::string place() const
    {
        return std::to_string(m_line) + ":" + std::to_string(m_at - m_line_start + 1);
    }

    // A quote within a cell that did not begin with one is a character like others.
    Result<std::string> plain()
    {
        auto const from = m_at;
        while (!ended() && m_text[m_at] != m_separator && !at_line_end()) ++m_at;
        if (m_at - from > longest_cell_bytes) return failure("csv_too_large", place());
        return std::string { m_text.substr(from, m_at - from) };
    }

    Result<std::string> quoted()
    {
        auto const begins = place();
        std::string cell;
        for (++m_at; !ended(); ++m_at) {
            if (m_text[m_at] == '"' && !doubled_quote()) {
                ++m_at;
                bool const closed = ended() || m_text[m_at] == m_separator || at_line_end();
                return closed ? Result<std::string> { std::move(cell) } : failure("csv_quote", place());
            }
            if (m_text[m_at] == '\n') next_line(m_at + 1);
            cell.push_back(m_text[m_at]);
            if (cell.size() > longest_cell_bytes) return failure("csv_too_large", begins);
        }
        return failure("csv_quote", begins);
    }

    // Steps onto the second of two.
    bool doubled_quote()
    {
        bool const two = m_at + 1 < m_text.size() && m_text[m_at + 1] == '"';
        if (two) ++m_at;
        return two;
    }

    void pass_line_end()
    {
        if (ended()) return;
        if (m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n') ++m_at;
        ++m_at;
        next_line(m_at);
    }

    void next_line(std::size_t start)
    {
        ++m_line;
        m_line_start = start;
    }

    std::string_view m_text;
    char m_separator;
    std::size_t m_at = 0, m_line_start = 0;
    std::int64_t m_line = 1;
};

bool is_blank(CsvRow const& row)
{
    return row.cells.size() == 1 && row.cells.front().empty();
}

std::string quoted_if_needed(std::string_view cell)
{
    bool const begins_a_file = cell.starts_with(word_of_separator) || cell.starts_with(mark);
    if (!begins_a_file && cell.find_first_of(",;\t|\"\r\n") == std::string_view::npos) return std::string { cell };
    std::string text { '"' };
    for (char const character : cell) text.append(character == '"' ? 2U : 1U, character);
    return text + '"';
}

} // namespace

std::string defused(std::string_view cell)
{
    return looks_defused(cell) ? "'" + std::string { cell } : std::string { cell };
}

std::string_view as_meant(std::string_view cell)
{
    return cell.starts_with('\'') && looks_defused(cell) ? cell.substr(1) : cell;
}

std::string csv_line(std::span<std::string const> cells)
{
    std::string line;
    bool first = true;
    for (auto const& cell : cells) {
        if (!std::exchange(first, false)) line.push_back(',');
        line.append(quoted_if_needed(defused(cell)));
    }
    if (line.empty()) line = "\"\""; // otherwise the line would be none
    return line.append("\r\n");
}

Result<CsvTable> read_csv(std::string_view text)
{
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    if (!is_utf8(text) || text.contains('\0')) return failure("not_utf8", "1:1"); // UTF-16 has both
    auto const told = told_separator(text);
    CsvReader reader { text, told.value_or(separator_of(text)), told ? 2 : 1 };
    CsvTable table;
    while (!reader.ended()) {
        auto row = reader.row();
        if (!row) return std::unexpected(std::move(row.error()));
        if (is_blank(*row)) continue;
        if (table.header.empty())
            table.header = std::move(row->cells);
        else if (table.rows.size() == most_csv_rows)
            return failure("csv_too_large", std::to_string(row->line) + ":1");
        else
            table.rows.push_back(std::move(*row));
    }
    if (table.header.empty()) return failure("csv_empty");
    return table;
}

} // namespace keyrack::codec
