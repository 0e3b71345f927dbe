#pragma once
// The data screen: storage, the report of an import, the journal.

#include "base/id.hpp"
#include "portal/shown.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace keyrack::portal {

struct ReportGroup
{
    Tone tone = Tone::ending;          // ending: flagged, missing: refused
    std::string text;                  // "12 assignments after the order's term"
    std::vector<std::string> examples; // "line 812 · assignments[799] · PO-9/4"
    std::string more;                  // "and 2 more"
};

// A button of the report: RunOnScreen; CancelJob where `run` is empty.
struct ReportAction
{
    std::string text, run;
    bool main = false;
};

struct ImportReportModel
{
    std::string title;  // "tenant.json is imported" / "Nothing was imported"
    std::string second; // "10,000 rooms, 312 orders, …"
    Mark outcome = Mark::yes;
    std::vector<ReportGroup> groups;
    std::vector<ReportAction> actions {}; // what to do now: import it, or not; take it back
    bool waits = false;                   // for one of them: it cannot be closed
};

struct JournalLine
{
    std::string number, text, second;
    bool can_undo = false;
    EntryId entry;
    // Of a tenant that is exchanged: "On this device", "Sent", "Seen by others"; or "Lost
    // its ground". Empty: nothing to say.
    std::string state {};
    Tone state_tone = Tone::neutral;
};

struct CareModel; // care_model.hpp

struct DataModel
{
    std::string storage; // "Kept in this browser until it clears it" / "Nothing is kept" …
    Tone storage_tone = Tone::neutral;
    std::vector<std::pair<std::string, std::string>> facts; // size, entries, rooms …
    std::optional<ImportReportModel> report;
    std::string rebuilt {}; // what came of a database that was damaged; empty: it was not
    std::size_t journal_count = 0;
    std::function<JournalLine(std::size_t)> journal; // newest first
    std::optional<std::size_t> journal_selected;     // the line that the address names, to scroll to
    std::shared_ptr<CareModel const> care {};        // what can be taken out, and the backups
};

} // namespace keyrack::portal
