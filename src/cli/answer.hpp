#pragma once
// The answer to a question over a ledger, as JSON.

#include "catalogue/catalogue.hpp"
#include "cli/arguments.hpp"
#include "engine/denial.hpp"
#include "engine/ledger.hpp"

#include <expected>
#include <string>

namespace keyrack::cli {

// The denial says what the question names and the ledger does not have.
[[nodiscard]] std::expected<std::string, engine::Denial> answer(
    engine::Ledger const& ledger, catalogue::Catalogue const& catalogue, Date as_of, Question const& question);

} // namespace keyrack::cli
