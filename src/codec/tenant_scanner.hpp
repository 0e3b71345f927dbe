#pragma once
// Finds the rows of a tenant file in bytes that come in any cut. Knows strings and depth, nothing of what a row says:
// each row is handed on whole, and memory holds no more than one row that a cut went through.

#include "base/error.hpp"
#include "codec/json_value.hpp"
#include "codec/tenant_rows.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace keyrack::codec {

// No real row comes near; a file of one endless string is refused here instead of filling the memory.
inline constexpr std::size_t longest_row_bytes = 64 * 1024;

struct ScannedRow
{
    Section section {};
    std::int64_t index = 0; // within its section, from 0
    std::int64_t line = 1, column = 1;
    std::string_view text; // one object; valid until the next call
};

class TenantScanner
{
public:
    // Takes bytes from the front of `bytes` up to the end of the next row. Nothing: all bytes are taken, feed more.
    // Errors: `json_syntax`, `json_depth`, `not_utf8`, `wrong_type`, `unknown_field`, `duplicate_field`, `row_too_long`,
    // `not_a_tenant_file`. After an error the scanner must not be used again.
    [[nodiscard]] Result<std::optional<ScannedRow>> next(std::string_view& bytes);
    // After the last byte. Errors: `json_truncated`, `not_a_tenant_file`.
    [[nodiscard]] Result<void> finish();

    // What the file calls the company, as JSON text; empty: it has not said.
    [[nodiscard]] std::string_view company() const
    {
        return m_expect == Expect::rest_of_company ? std::string_view {} : m_company;
    }
    // No more rows of the section will come: its list has ended, or the file.
    [[nodiscard]] bool complete(Section section) const;
    [[nodiscard]] std::int64_t bytes_taken() const { return m_offset; }

private:
    // What may come next.
    enum class Expect {
        start,
        mark,
        object,
        first_member,
        member,
        name,
        colon,
        company,
        rest_of_company,
        list,
        first_row,
        row,
        rest_of_row,
        row_end,
        section_end,
        end
    };

    // How far within a row the bytes have led.
    struct RowState
    {
        std::size_t depth = 0; // of brackets
        bool in_string = false;
        bool escaped = false;
    };

    [[nodiscard]] Result<void> take(char character);
    [[nodiscard]] Result<void> take_start(char character);
    [[nodiscard]] Result<void> take_in_object(char character);
    [[nodiscard]] Result<void> take_in_list(char character);
    [[nodiscard]] Result<void> take_name(char character);
    [[nodiscard]] Result<void> open_section();
    [[nodiscard]] Result<void> take_company(char character);
    [[nodiscard]] Result<void> end_file();
    [[nodiscard]] Result<std::optional<ScannedRow>> take_row(std::string_view& bytes);
    // Bytes of the row within `bytes`; m_row.depth is 0 where the row ends with them.
    [[nodiscard]] Result<std::size_t> measure_row(std::string_view bytes);
    void begin_row();
    void end_section();
    void move_past(std::string_view taken);

    [[nodiscard]] std::string place() const;    // "17:4"
    [[nodiscard]] std::string row_path() const; // "rooms[17]"
    [[nodiscard]] Error syntax(char character) const;

    Expect m_expect = Expect::start;
    std::string m_name;     // of the section
    std::string m_company;  // the text of that member, with its quotes
    bool m_escaped = false; // within it
    Section m_section {};
    std::array<bool, section_names.size()> m_seen {}, m_complete {};
    bool m_ended = false;

    std::int64_t m_index = 0; // of the row within its section
    std::int64_t m_row_line = 1, m_row_column = 1;
    RowState m_row;
    std::string m_carry; // the part of a row that came with earlier bytes

    std::int64_t m_offset = 0, m_line = 1, m_line_start = 0;
};

} // namespace keyrack::codec
