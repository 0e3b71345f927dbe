#include "portal/report_model.hpp"

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
    return joined({ line, at.path, at.key, told, words.input(at.detail) });
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

} // namespace

ImportReportModel report_model(Words const& words, ImportResult const& result)
{
    auto const& report = result.report;
    bool const accepted = report.accepted();
    ImportReportModel model { .title =
                                  words(accepted ? "report.imported" : "report.refused", { { "file", result.file } }),
        .second = accepted ? counts_text(words, report) : refused_text(words, report),
        .outcome = accepted ? Mark::yes : Mark::no,
        .groups = {} };
    if (report.error) model.groups.push_back({ Tone::missing, words.error(*report.error), {}, {} });
    for (auto const& finding : report.refusals) model.groups.push_back(group_of(words, finding, Tone::missing));
    if (report.follow_ups > 0)
        model.groups.push_back({ Tone::missing, words.plural("report.follow_ups", report.follow_ups), {}, {} });
    for (auto const& finding : report.flags) model.groups.push_back(group_of(words, finding, Tone::ending));
    return model;
}

} // namespace keyrack::portal
