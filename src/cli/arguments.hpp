#pragma once
// What the command line asks for, as a value. Nothing is read or printed here.

#include "base/date.hpp"
#include "base/instant.hpp"
#include "engine/question.hpp"

#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace keyrack::cli {

struct Ask
{
    std::string file;
    Date as_of {};
    engine::Question question;
};

struct AskTicket
{
    std::string file;
    Instant as_of {};
};

struct Scale
{
    std::string file;
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

using Invocation = std::variant<Help, Ask, AskTicket, Scale, Check, Export, Merge, Verify>;

// `arguments` without the program's name; `today` answers where no --as-of does. The error says what is wrong in words.
[[nodiscard]] std::expected<Invocation, std::string> parse_arguments(
    std::span<std::string_view const> arguments, Date today);

[[nodiscard]] std::string usage();

} // namespace keyrack::cli
