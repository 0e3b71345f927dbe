#pragma once
// What the command line asks for, as a value. Nothing is read or printed here.

#include "base/date.hpp"
#include "base/instant.hpp"
#include "cli/lists.hpp"
#include "cli/syncing.hpp"
#include "engine/question.hpp"

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace keyrack::cli {

// Where the tenant is read from, and as it was known when (B3): the journal's entries up to then; nothing: all of them.
struct Source
{
    std::string file;
    std::optional<Instant> known_at {};
};

struct Ask
{
    Source source;
    Date as_of {};
    engine::Question question;
};

struct WhatIf
{
    Source source;
    std::string commands; // the file that holds them
    Date as_of {};
};

struct AskTicket
{
    std::string file;
    Instant as_of {};
};

struct Scale
{
    Source source;
    std::vector<Date> days; // one line each
};

struct Check
{
    std::string file;
};

struct Export
{
    std::string database;
};

struct ExportReadable
{
    std::string file; // a tenant file or a database
};

struct ExportCsv
{
    std::string table;
    std::string file;
};

struct Merge
{
    std::vector<std::string> bundles; // at least one
};

struct Verify
{
    std::string file; // a bundle or a database
};

struct Help
{ };

using Invocation = std::variant<Help, Ask, WhatIf, AskTicket, Scale, Check, Export, ExportReadable, ExportCsv,
    ImportList, Merge, Verify, Sync>;

// `arguments` without the program's name; `today` answers where no --as-of does. The error says what is wrong in words.
[[nodiscard]] std::expected<Invocation, std::string> parse_arguments(
    std::span<std::string_view const> arguments, Date today);

} // namespace keyrack::cli
