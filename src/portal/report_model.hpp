#pragma once
// What an import did or refused, as a person reads it: how many rows, why, and where the first of them stand.

#include "codec/import_report.hpp"
#include "portal/models.hpp"
#include "portal/rows_job.hpp"
#include "portal/scene.hpp"
#include "portal/words.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keyrack::portal {

// Of the rows of a list.
struct ListCounts
{
    std::int64_t added = 0, changed = 0, same = 0, left_out = 0;
    bool operator==(ListCounts const&) const = default;
};

// ended: taken in or refused, as its report says. waits: all of it was tried out, and somebody has to say yes.
enum class ImportStage { ended, waits, undone, not_undone };

struct ImportResult
{
    std::string file;
    codec::ImportReport report {};
    ImportStage stage = ImportStage::ended;
    bool onto_others = false;           // the tenant had rows before
    std::optional<EntryId> entry {};    // of the journal: what it became, for the way back
    std::optional<ListCounts> list {};  // it was a list
    std::vector<Obstacle> obstacles {}; // not_undone
    std::int64_t obstacle_count = 0, rows_undone = 0;
    bool operator==(ImportResult const&) const = default;
};

// `scene`: of the open tenant, where one is.
[[nodiscard]] ImportReportModel report_model(
    Words const& words, ImportResult const& result, Scene const* scene = nullptr);

} // namespace keyrack::portal
