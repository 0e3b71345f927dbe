#include "codec/tenant_scanner.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace keyrack::codec {

namespace {

// The object of the file and the list of the section stand around every row.
constexpr std::size_t deepest_in_row = deepest_nesting - 2;
constexpr std::size_t longest_section_name = 60;
constexpr std::size_t longest_company_text = 4096; // bytes, escapes and quotes included
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_blank(char character)
{
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
}

std::string printable(char character)
{
    return character > ' ' && character < '\x7F' ? std::string { character } : std::string {};
}

} // namespace

Result<std::optional<ScannedRow>> TenantScanner::next(std::string_view& bytes)
{
    while (!bytes.empty()) {
        if (m_expect == Expect::rest_of_row) {
            auto row = take_row(bytes);
            if (!row || *row) {
                return row;
            }
            continue;
        }
        char const character = bytes.front();
        bool const blank_matters =
            m_expect == Expect::name || m_expect == Expect::mark || m_expect == Expect::rest_of_company;
        if (blank_matters || !is_blank(character)) {
            if (auto done = take(character); !done) {
                return std::unexpected(std::move(done.error()));
            }
            if (m_expect == Expect::rest_of_row) {
                continue; // the bracket belongs to the row
            }
        }
        move_past(bytes.substr(0, 1));
        bytes.remove_prefix(1);
    }
    return std::nullopt;
}

Result<void> TenantScanner::finish()
{
    if (m_expect != Expect::end) {
        return failure("json_truncated", place());
    }
    return {};
}

bool TenantScanner::complete(Section section) const
{
    return m_ended || m_complete[std::to_underlying(section)];
}

Result<void> TenantScanner::take(char character)
{
    switch (m_expect) {
    case Expect::start:
    case Expect::mark:
    case Expect::object: return take_start(character);
    case Expect::name: return take_name(character);
    case Expect::company:
    case Expect::rest_of_company: return take_company(character);
    case Expect::first_member:
    case Expect::member:
    case Expect::colon:
    case Expect::section_end: return take_in_object(character);
    case Expect::list:
    case Expect::first_row:
    case Expect::row:
    case Expect::row_end: return take_in_list(character);
    case Expect::rest_of_row:
    case Expect::end: break;
    }
    return std::unexpected(syntax(character));
}

// Files from some programs begin with a byte order mark. It says nothing about UTF-8, so it is passed over.
Result<void> TenantScanner::take_start(char character)
{
    if (m_expect == Expect::mark) {
        if (character != byte_order_mark[static_cast<std::size_t>(m_offset)]) {
            return failure("not_utf8", place());
        }
        m_expect = character == byte_order_mark.back() ? Expect::object : Expect::mark;
        return {};
    }
    if (m_expect == Expect::start && m_offset == 0 && character == byte_order_mark.front()) {
        m_expect = Expect::mark;
        return {};
    }
    if (character == '{') {
        m_expect = Expect::first_member;
        return {};
    }
    if (character == '[') {
        return failure("not_a_tenant_file", place());
    }
    if (character == '\xFF' || character == '\xFE') { // UTF-16 begins with one of these
        return failure("not_utf8", place());
    }
    return std::unexpected(syntax(character));
}

Result<void> TenantScanner::take_in_object(char character)
{
    bool const may_end = m_expect == Expect::first_member || m_expect == Expect::section_end;
    bool const may_name = m_expect == Expect::first_member || m_expect == Expect::member;
    if (may_end && character == '}') {
        return end_file();
    }
    if (may_name && character == '"') {
        m_name.clear();
        m_expect = Expect::name;
        return {};
    }
    if (m_expect == Expect::section_end && character == ',') {
        m_expect = Expect::member;
        return {};
    }
    if (m_expect == Expect::colon && character == ':') {
        m_expect = m_name == name_member ? Expect::company : Expect::list;
        return {};
    }
    return std::unexpected(syntax(character));
}

Result<void> TenantScanner::take_in_list(char character)
{
    bool const may_begin_row = m_expect == Expect::first_row || m_expect == Expect::row;
    bool const may_end = m_expect == Expect::first_row || m_expect == Expect::row_end;
    if (m_expect == Expect::list) {
        if (character != '[') {
            return failure("wrong_type", m_name, printable(character));
        }
        m_expect = Expect::first_row;
    } else if (may_begin_row && character == '{') {
        begin_row();
    } else if (may_end && character == ']') {
        end_section();
    } else if (m_expect == Expect::row_end && character == ',') {
        m_expect = Expect::row;
    } else if (may_begin_row && std::string_view { "[\"-0123456789tfn" }.contains(character)) {
        return failure("wrong_type", row_path(), printable(character)); // JSON, but no object
    } else {
        return std::unexpected(syntax(character));
    }
    return {};
}

Result<void> TenantScanner::take_name(char character)
{
    if (character != '"' && m_name.size() < longest_section_name) {
        m_name += character;
        return {};
    }
    return open_section();
}

Result<void> TenantScanner::open_section()
{
    if (m_name == name_member) {
        if (!m_company.empty()) {
            return failure("duplicate_field", m_name);
        }
        m_expect = Expect::colon;
        return {};
    }
    auto const found = std::ranges::find(section_names, m_name);
    if (found == section_names.end()) {
        return failure("unknown_field", shortened(m_name, longest_section_name));
    }
    auto const position = static_cast<std::size_t>(found - section_names.begin());
    if (std::exchange(m_seen[position], true)) {
        return failure("duplicate_field", m_name);
    }
    m_section = static_cast<Section>(position);
    m_index = 0;
    m_expect = Expect::colon;
    return {};
}

// What stands between the quotes is looked at once it is whole.
Result<void> TenantScanner::take_company(char character)
{
    if (m_expect == Expect::company && character != '"') {
        return failure("wrong_type", m_name, printable(character));
    }
    if (m_company.size() == longest_company_text) {
        return failure("row_too_long", m_name);
    }
    m_company += character;
    bool const ends = m_expect == Expect::rest_of_company && character == '"' && !m_escaped;
    m_escaped = character == '\\' && !m_escaped;
    m_expect = ends ? Expect::section_end : Expect::rest_of_company;
    return {};
}

Result<void> TenantScanner::end_file()
{
    if (std::ranges::none_of(m_seen, std::identity {})) {
        return failure("not_a_tenant_file", place());
    }
    m_ended = true;
    m_expect = Expect::end;
    return {};
}

void TenantScanner::begin_row()
{
    m_row_line = m_line;
    m_row_column = m_offset - m_line_start + 1;
    m_row = {};
    m_carry.clear();
    m_expect = Expect::rest_of_row;
}

void TenantScanner::end_section()
{
    m_complete[std::to_underlying(m_section)] = true;
    m_expect = Expect::section_end;
}

Result<std::optional<ScannedRow>> TenantScanner::take_row(std::string_view& bytes)
{
    auto const size = measure_row(bytes);
    if (!size) {
        return std::unexpected(size.error());
    }
    if (m_carry.size() + *size > longest_row_bytes) {
        return failure("row_too_long", row_path());
    }
    std::string_view text = bytes.substr(0, *size);
    move_past(text);
    bytes.remove_prefix(*size);
    bool const row_ends = m_row.depth == 0;
    if (!m_carry.empty() || !row_ends) {
        text = m_carry.append(text);
    }
    if (!row_ends) {
        return std::nullopt;
    }
    m_expect = Expect::row_end;
    return ScannedRow { m_section, m_index++, m_row_line, m_row_column, text };
}

Result<std::size_t> TenantScanner::measure_row(std::string_view bytes)
{
    RowState row = m_row; // a copy: bytes may alias members, and this loop sees every byte of the file
    std::size_t at = 0;
    while (at < bytes.size()) {
        char const character = bytes[at++];
        if (row.in_string) {
            if (std::exchange(row.escaped, false)) {
                continue;
            }
            row.escaped = character == '\\';
            row.in_string = character != '"';
        } else if (character == '"') {
            row.in_string = true;
        } else if (character == '{' || character == '[') {
            if (++row.depth > deepest_in_row) {
                return failure("json_depth", row_path());
            }
        } else if (character == '}' || character == ']') {
            if (--row.depth == 0) {
                break;
            }
        }
    }
    m_row = row;
    return at;
}

void TenantScanner::move_past(std::string_view taken)
{
    auto const last_break = taken.rfind('\n');
    if (last_break != std::string_view::npos) {
        m_line += std::ranges::count(taken, '\n');
        m_line_start = m_offset + static_cast<std::int64_t>(last_break) + 1;
    }
    m_offset += static_cast<std::int64_t>(taken.size());
}

std::string TenantScanner::place() const
{
    return std::to_string(m_line) + ":" + std::to_string(m_offset - m_line_start + 1);
}

std::string TenantScanner::row_path() const
{
    return m_name + "[" + std::to_string(m_index) + "]";
}

Error TenantScanner::syntax(char character) const
{
    return { "json_syntax", place(), printable(character) };
}

} // namespace keyrack::codec
