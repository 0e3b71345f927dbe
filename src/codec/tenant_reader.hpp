#pragma once
// Reads a tenant file (orders, rooms, assignments, devices; assets/schema/tenant.schema.json) as a stream of commands,
// a slice at a time, so that a frame fits between slices. Rows are found by a small scanner that knows strings and depth,
// and each row is parsed alone: memory stays flat, a file of brackets is refused at its depth, and errors name line and path.

#include "base/error.hpp"
#include "codec/tenant_rows.hpp"
#include "engine/command.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::codec {

struct RowPlace
{
    Section section {};
    std::int64_t index = 0;                 // within its section, from 0
    std::int64_t line = 1;                  // of the row's first character, from 1
    [[nodiscard]] std::string path() const; // "rooms[17]"
};

// A row that is JSON, but not a row of its section. Other rows can still be read.
struct RowFault
{
    Error
        error; // unknown_field, missing_field, duplicate_field, wrong_type, bad_date, bad_number, bad_text, bad_licence
    std::string key; // what the row calls itself; may be empty
};

struct ReadRow
{
    RowPlace place;
    std::expected<engine::Command, RowFault> command;
};

class TenantReader
{
public:
    TenantReader();
    ~TenantReader();
    TenantReader(TenantReader&&) noexcept;
    TenantReader& operator=(TenantReader&&) noexcept;

    // Feeds the next bytes of the file, in any cut. Whole rows come out of take().
    // Errors: `json_syntax`, `json_depth`, `not_utf8`, `wrong_type`, `unknown_field`, `duplicate_field`, `row_too_long`,
    // `not_a_tenant_file`: the file is no tenant file, so the first of them ends the reading and stays the answer.
    [[nodiscard]] Result<void> feed(std::string_view bytes);
    // After the last byte. Error: `json_truncated`, where the file ends too early.
    [[nodiscard]] Result<void> finish();
    // Rows read so far and not yet taken; at most `most`.
    [[nodiscard]] std::vector<ReadRow> take(std::size_t most);
    // What the file calls the company; empty where it has not said so far.
    [[nodiscard]] std::string const& company() const;
    // No more rows of the section will be read: its list has ended, or the file.
    [[nodiscard]] bool complete(Section section) const;
    [[nodiscard]] std::int64_t bytes_read() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace keyrack::codec
