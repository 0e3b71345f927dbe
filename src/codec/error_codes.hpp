#pragma once
// Every code that Error::what may hold when a text is read here; the language files have `error.<code>` for each.

#include <algorithm>
#include <array>
#include <string_view>

namespace keyrack::codec {

inline constexpr std::array<std::string_view, 33> error_codes {
    // The text as a whole. `where` is "line:column", `detail` the character that does not fit.
    "json_syntax",       // no JSON from here on
    "json_truncated",    // ends too early
    "json_depth",        // nested too deeply; `where` is a path
    "not_utf8",          // bytes that are no UTF-8, or UTF-16
    "not_a_tenant_file", // JSON, but with none of the sections
    "row_too_long",      // `where` is a path
    "too_many_refusals", // so many rows are refused that reading on would not help; `detail` is the number
    "segment_damaged",   // torn, cut short, or not what was put there
    "newer_segment",     // of a format that a newer version writes; `detail` is its number
    "newer_bundle",      // likewise
    "other_tenant",      // bundles of different tenants; `detail` is the other
    "segment_missing",   // what comes before it is nowhere; `where` is its lane and number
    // A list in CSV. `where` is "line:column", or the field of a row.
    "csv_quote",          // a quote that never ends, or text after one that has
    "csv_too_large",      // cells, columns or rows beyond any list
    "csv_empty",          // not even a header
    "csv_no_key",         // nothing says which room or device a row is; `detail` is the field
    "csv_no_column",      // `detail` is the name
    "csv_no_field",       // likewise
    "csv_twice",          // an earlier row is of the same room or device
    "csv_room_not_clear", // several rooms are called so
    "csv_other_device",   // another model or day of purchase is known under that number; `detail` is that
    "csv_not_undone",     // a command that nothing takes back
    // One member. `where` is a path such as rooms[17].name, `detail` the value, shortened.
    "unknown_field", "missing_field", "duplicate_field",
    "wrong_type",  // another kind of value
    "bad_text",    // `detail` is the code of a TextFault
    "bad_number",  // a fraction, or out of range
    "bad_date",    // not YYYY-MM-DD, or no such day
    "bad_word",    // none of the words that may stand there
    "bad_licence", // not of the form PO-77/3
    "unknown_kind",
    "duplicate_key", // the catalogue's own files
};

[[nodiscard]] constexpr bool is_error_code(std::string_view code)
{
    return std::ranges::find(error_codes, code) != error_codes.end();
}

} // namespace keyrack::codec
