#pragma once
// What went wrong, and what an import flagged or refused, in lines for standard error. The words are the portal's.

#include "base/error.hpp"
#include "codec/import_report.hpp"
#include "engine/denial.hpp"
#include "engine/ledger.hpp"
#include "portal/words.hpp"

#include <string>

namespace keyrack::cli {

// A code that has no words stands for itself.
[[nodiscard]] std::string text_of(Error const& error, portal::Words const& words);
[[nodiscard]] std::string text_of(engine::Denial const& denial, portal::Words const& words);
// Of a room that is not there, also that its key is wanted, and the keys of rooms that bear that name.
[[nodiscard]] std::string text_of(
    engine::Denial const& denial, engine::Ledger const& ledger, portal::Words const& words);

// One line a finding and one a shown row of a refusal; empty where there is nothing to tell.
[[nodiscard]] std::string summary(codec::ImportReport const& report, portal::Words const& words);

} // namespace keyrack::cli
