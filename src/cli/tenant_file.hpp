#pragma once
// A tenant file as a ledger: the same commands and the same fold as an import in the portal.

#include "base/error.hpp"
#include "catalogue/catalogue.hpp"
#include "codec/import_report.hpp"
#include "engine/ledger.hpp"

#include <optional>
#include <string>

namespace keyrack::cli {

struct LoadedTenant
{
    std::optional<engine::Ledger> ledger; // nothing where the report is not accepted()
    codec::ImportReport report;

    // What the file calls the company; empty: it does not, and the ledger's name is none that anybody gave.
    [[nodiscard]] std::string const& company() const { return report.company; }
};

// Why a file was not opened, or not read to its end, by errno: `no_such_file`, or `file_not_read` with what the system says.
[[nodiscard]] Error not_read(std::string const& file);

// `file` "-": standard input. Errors: those of not_read, and `demo_file` for a demo company; what the file says wrongly is in
// the report.
[[nodiscard]] Result<LoadedTenant> load_tenant(std::string const& file, catalogue::Catalogue const& catalogue);

// All of a small file, or of standard input for `-`. Errors: those of not_read.
[[nodiscard]] Result<std::string> whole_file(std::string const& file);

} // namespace keyrack::cli
