#include "portal/report_model.hpp"

#include "portal/failure_words.hpp"
#include "portal/journal_words.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

constexpr std::size_t most_examples = 5; // of each reason

// The sentence for the reason, with what the first row that met it had to say; then the number of rows.
std::string finding_text(Words const& words, codec::Finding const& finding)
{
    auto const rows = words.plural("report.rows", finding.count);
    bool const rule = finding.kind == codec::FindingKind::rule;
    auto const key = (rule ? "report.denial." : "error.") + finding.code;
    auto const text = std::string { words(words.knows(key) ? key : "error.unknown") };
    return words("report.finding", { { "rows", rows }, { "reason", text } });
}

std::string example_text(Words const& words, codec::Finding const& finding, codec::FoundAt const& at)
{
    auto const line = words("report.line", { { "line", words.number(at.line) } });
    auto const key = "report.detail." + finding.code;
    auto const told = words.knows(key) ? words.parts(key, words.arguments(at.facts)) : std::string {};
    return joined({ path_text(words, at.path), line, at.key, told, words.input(at.detail) });
}

ReportGroup group_of(Words const& words, codec::Finding const& finding, Tone tone)
{
    ReportGroup group { .tone = tone, .text = finding_text(words, finding), .examples = {}, .more = {} };
    auto const shown = std::min(finding.first.size(), most_examples);
    for (std::size_t at = 0; at < shown; ++at)
        group.examples.push_back(example_text(words, finding, finding.first[at]));
    auto const more = finding.count - static_cast<std::int64_t>(shown);
    if (more > 0) group.more = words.plural("report.more", more);
    return group;
}

std::string counts_text(Words const& words, codec::ImportReport const& report)
{
    return joined({ words.plural("report.rooms", report.rooms), words.plural("report.orders", report.orders),
        words.plural("report.assignments", report.assignments), words.plural("report.devices", report.devices) });
}

std::string refused_text(Words const& words, codec::ImportReport const& report)
{
    return report.refused > 0 ? words.plural("report.refused_rows", report.refused)
                              : std::string { words("report.unreadable") };
}

std::string list_text(Words const& words, ListCounts const& list)
{
    auto const some = [&](std::string_view key, std::int64_t count) {
        return count > 0 ? words.plural(key, count) : std::string {};
    };
    return joined({ some("report.list.added", list.added), some("report.list.changed", list.changed),
        some("report.list.same", list.same), some("report.list.left_out", list.left_out) });
}

// Whose file it is, where it says so.
std::string company_text(Words const& words, codec::ImportReport const& report)
{
    return report.company.empty() ? std::string {} : words("report.company", { { "name", report.company } });
}

ReportAction undo_action(Words const& words, EntryId entry)
{
    return { std::string { words("report.undo") }, "undo-import:" + std::to_string(entry.row()) };
}

bool names_what_is_here(codec::ImportReport const& report)
{
    auto const taken = engine::code(engine::Reason::key_taken);
    return std::ranges::any_of(report.refusals, [&](codec::Finding const& each) { return each.code == taken; });
}

// What the report of a tenant file says below its title.
void add_findings(Words const& words, ImportResult const& result, ImportReportModel& model)
{
    auto const& report = result.report;
    if (report.error) model.groups.push_back({ Tone::missing, words.error(*report.error), {}, {} });
    if (result.onto_others && names_what_is_here(report))
        model.groups.push_back({ Tone::ending, std::string { words("report.needs_new") }, {}, {} });
    for (auto const& finding : report.refusals) model.groups.push_back(group_of(words, finding, Tone::missing));
    if (report.follow_ups > 0)
        model.groups.push_back({ Tone::missing, words.plural("report.follow_ups", report.follow_ups), {}, {} });
    for (auto const& finding : report.flags) model.groups.push_back(group_of(words, finding, Tone::ending));
}

ImportReportModel ended_model(Words const& words, ImportResult const& result)
{
    bool const accepted = result.report.accepted();
    ImportReportModel model { .title =
                                  words(accepted ? "report.imported" : "report.refused", { { "file", result.file } }),
        .second = result.list ? list_text(words, *result.list)
            : accepted        ? joined({ company_text(words, result.report), counts_text(words, result.report) })
                              : refused_text(words, result.report),
        .outcome = accepted ? Mark::yes : Mark::no,
        .groups = {} };
    add_findings(words, result, model);
    if (accepted && result.entry)
        model.actions = { undo_action(words, *result.entry),
            { std::string { words("report.look") }, "look-overview", true } };
    return model;
}

ImportReportModel waiting_model(Words const& words, ImportResult const& result)
{
    ImportReportModel model { .title = words("report.waits", { { "file", result.file } }),
        .second = joined({ company_text(words, result.report), counts_text(words, result.report),
            std::string { words("report.waits.text") } }),
        .outcome = Mark::information,
        .groups = {} };
    add_findings(words, result, model);
    model.actions = { { words.plural("report.confirm", result.report.rows), "confirm-import", true },
        { std::string { words("report.do_not") }, {} } };
    model.waits = true;
    return model;
}

// One group for each thing in the way: what the import had brought, and why it cannot go.
ImportReportModel not_undone_model(Words const& words, ImportResult const& result, Scene const* scene)
{
    ImportReportModel model { .title = words("report.not_undone", { { "file", result.file } }),
        .second = words.plural("report.obstacles", result.obstacle_count),
        .outcome = Mark::no,
        .groups = {} };
    for (auto const& obstacle : result.obstacles) {
        ReportGroup group { .tone = Tone::ending, .text = {}, .examples = {}, .more = {} };
        group.text = scene ? command_text(*scene, obstacle.row) : std::string {};
        group.examples.push_back(
            obstacle.denial ? words.denial(*obstacle.denial) : std::string { words("report.no_way_back") });
        model.groups.push_back(std::move(group));
    }
    auto const more = result.obstacle_count - std::ssize(result.obstacles);
    if (more > 0 && !model.groups.empty()) model.groups.back().more = words.plural("report.more", more);
    return model;
}

} // namespace

ImportReportModel report_model(Words const& words, ImportResult const& result, Scene const* scene)
{
    switch (result.stage) {
    case ImportStage::ended: return ended_model(words, result);
    case ImportStage::waits: return waiting_model(words, result);
    case ImportStage::not_undone: return not_undone_model(words, result, scene);
    case ImportStage::undone: break;
    }
    return { .title = words("report.undone", { { "file", result.file } }),
        .second = words.plural("report.undone.text", result.rows_undone),
        .outcome = Mark::yes,
        .groups = {} };
}

} // namespace keyrack::portal
