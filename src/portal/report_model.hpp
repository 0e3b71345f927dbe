#pragma once
// What an import did or refused, as a person reads it: how many rows, why, and where the first of them stand.

#include "codec/import_report.hpp"
#include "portal/models.hpp"
#include "portal/words.hpp"

#include <string>

namespace keyrack::portal {

struct ImportResult
{
    std::string file;
    codec::ImportReport report;
    bool operator==(ImportResult const&) const = default;
};

[[nodiscard]] ImportReportModel report_model(Words const& words, ImportResult const& result);

} // namespace keyrack::portal
