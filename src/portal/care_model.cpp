// How the copies of a tenant look on the data screen.
#include "portal/care.hpp"

#include "codec/csv_export.hpp"

#include <format>

namespace keyrack::portal {

namespace {

BackupLine line_of(Scene const& scene, Backup const& backup)
{
    auto const& words = scene.words;
    auto const entries = words.plural("care.entries", backup.entries);
    auto const kind = backup.kind == BackupKind::set_aside ? std::string { words("care.set_aside") } : std::string {};
    return { .key = backup.file,
        .text = moment_text(scene, backup.made),
        .second = joined({ kind, backup.entries > 0 ? entries : std::string {}, size_text(words, backup.bytes) }),
        .take_out = "download-backup:" + backup.file,
        .copy = "backup-copy:" + backup.file,
        .put_back = "backup-put-back:" + backup.file };
}

std::vector<ReportAction> exports(Words const& words)
{
    std::vector<ReportAction> actions { { std::string { words("care.export.json") }, "download-json", true } };
    for (auto const table : codec::csv_tables) {
        std::string const name { table };
        actions.push_back({ std::string { words("care.export." + name) }, "download-csv:" + name });
    }
    return actions;
}

// What has been changed here is copied once nothing has been done for a while (backup_plan).
std::string no_backups_yet(Words const& words, bool is_changed)
{
    if (!is_changed) return std::string { words("care.first_after_change") };
    return words("care.first_when_idle", { { "seconds", words.number(backup_plan().idle.count()) } });
}

} // namespace

std::string size_text(Words const& words, double bytes)
{
    constexpr double kilo = 1000, mega = kilo * kilo, giga = mega * kilo;
    if (bytes < mega)
        return words("care.kilobytes", { { "size", words.number(static_cast<std::int64_t>(bytes / kilo + 0.5)) } });
    auto const unit = bytes < giga ? mega : giga;
    auto const tenths = static_cast<std::int64_t>(bytes / unit * 10 + 0.5);
    auto const point = words.language() == Language::english ? "." : ",";
    auto const text =
        tenths >= 1000 ? words.number(tenths / 10) : words.number(tenths / 10) + point + std::to_string(tenths % 10);
    return words(bytes < giga ? "care.megabytes" : "care.gigabytes", { { "size", text } });
}

std::string moment_text(Scene const& scene, Instant at)
{
    auto const local = at.time_since_epoch() + scene.utc_offset;
    auto const day = std::chrono::floor<Days>(local);
    auto const minutes = std::chrono::floor<std::chrono::minutes>(local - day).count();
    return scene.words("care.moment",
        { { "date", scene.words.short_date(Date { day }) },
            { "time", std::format("{:02}:{:02}", minutes / 60, minutes % 60) } });
}

CareModel care_model(Scene const& scene, Care const& care)
{
    auto const& words = scene.words;
    CareModel model { .exports = exports(words) };
    model.keeps_backups = scene.session.place() != store::Place::memory && care.seen;
    if (!model.keeps_backups) return model;
    auto const label = [&](std::string_view key) { return std::string { words(key) }; };
    if (care.usage.used > 0)
        model.facts.emplace_back(label("care.used"),
            care.usage.quota > 0 ? words("care.used_of",
                                       { { "used", size_text(words, care.usage.used) },
                                           { "quota", size_text(words, care.usage.quota) } })
                                 : size_text(words, care.usage.used));
    std::int64_t newest = 0;
    for (auto const& backup : care.backups) {
        if (newest == 0 && backup.kind == BackupKind::sound) {
            newest = backup.entries;
            model.facts.emplace_back(label("care.newest"), moment_text(scene, backup.made));
        }
        model.backups.push_back(line_of(scene, backup));
    }
    if (newest == 0) model.facts.emplace_back(label("care.newest"), label("care.none"));
    auto const entries = std::int64_t { scene.session.store().next_entry().row() };
    if (newest > 0 && entries > newest)
        model.facts.emplace_back(label("care.since"), words.plural("care.entries", entries - newest));
    if (entries != newest) model.backup_now = "backup-now";
    if (model.backups.empty()) model.no_backups = no_backups_yet(words, entries != care.entries_at_opening);
    return model;
}

} // namespace keyrack::portal
