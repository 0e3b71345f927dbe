// Lists of rooms or devices: looked at, imported; and the way back from an import.
#include "portal/state.hpp"

#include "portal/file_reading.hpp"
#include "portal/rows_job.hpp"

#include <charconv>

namespace keyrack::portal {

namespace {

std::optional<EntryId> entry_named(std::string_view digits)
{
    std::uint32_t row = 0;
    auto const end = digits.data() + digits.size();
    auto const read = std::from_chars(digits.data(), end, row);
    if (digits.empty() || read.ec != std::errc {} || read.ptr != end) return {};
    return EntryId::of_row(row);
}

} // namespace

void Portal::State::begin_list(std::string file, double bytes)
{
    auto reading = std::make_unique<FileReading>(std::move(file), bytes, largest_list_bytes);
    auto* const there = reading.get();
    begin_job(std::move(reading), JobKind::read, {}, [this, there] { list_read(*there); });
}

void Portal::State::list_read(FileReading& reading)
{
    auto table =
        reading.too_large() ? std::unexpected(Error { "csv_too_large", {}, {} }) : codec::read_csv(reading.take());
    auto const file = reading.file();
    job.reset();
    if (!table) {
        ImportResult result { .file = file };
        result.report.error = table.error();
        bool const fresh = std::exchange(fills_fresh_tenant, false);
        if (fresh)
            forget_session();
        else
            show(DataRoute {}, History::push);
        report = std::move(result);
        effects.push_back(Announce { words("report.refused", { { "file", file } }) });
        return;
    }
    auto company = fills_fresh_tenant ? std::optional { session->ledger().tenant().name } : std::nullopt;
    list = std::make_unique<ListWork>(file, std::move(*table), std::move(company));
    show(ImportListRoute {}, fills_fresh_tenant ? History::replace : History::push);
    effects.push_back(Announce { words("list.opened", { { "file", file } }) });
}

void Portal::State::edit_list(EditScreen const& edit)
{
    stale = true;
    if (list) list->edit(edit.field, edit.value);
}

void Portal::State::import_the_list()
{
    auto const* const plan = list ? list->plan(*session) : nullptr;
    if (!plan || plan->commands.empty() || list->company_fault() || refused_as_unrecorded()) return;
    engine::Import const whole { .file = list->file(), .rows = std::ssize(plan->commands) };
    if (auto denial = session->objection_to(whole, author())) return say_setback(*std::move(denial));
    keep_backup_if_due(BackupWhen::before_import);
    auto rows = std::make_unique<RowsJob>(*session, list->file(), plan->commands);
    auto* const there = rows.get();
    auto const begun = rows->begin();
    begin_job(std::move(rows), JobKind::import, begun, [this, there] { finish_list(*there); });
}

void Portal::State::finish_list(RowsJob& rows)
{
    auto const* const plan = list ? list->plan(*session) : nullptr;
    ImportResult result { .file = rows.file() };
    if (plan)
        result.list = ListCounts { plan->count(codec::RowFate::added), plan->count(codec::RowFate::changed),
            plan->count(codec::RowFate::same), plan->count(codec::RowFate::refused) };
    auto const committed = rows.commit(author());
    job.reset();
    if (!committed) return say_setback(committed.error());
    fills_fresh_tenant = false;
    auto const company = list ? list->company().value_or(std::string {}) : std::string {};
    list.reset();
    result.entry = *committed;
    show_result(std::move(result), History::push);
    name_as_file_says(company);
}

// A company that was begun for this list alone goes with it, as long as nothing else has come into it.
void Portal::State::put_list_away()
{
    stale = true;
    list.reset();
    bool const only_begun = session->store().next_entry().row() <= 1;
    if (std::exchange(fills_fresh_tenant, false) && only_begun) return forget_session();
    show(DataRoute {}, History::push);
}

void Portal::State::undo_import(EntryId import)
{
    if (!session || refused_as_busy() || refused_as_unrecorded()) return;
    auto const entry = session->store().entry(import);
    if (!entry) return say_setback(entry.error());
    auto const* const what = std::get_if<engine::Import>(&entry->command);
    if (!what) return;
    if (auto denial = session->objection_to(*what, author())) return say_setback(*std::move(denial));
    report.reset();
    keep_backup_if_due(BackupWhen::before_import);
    auto undo = std::make_unique<UndoImportJob>(*session, import, what->file);
    auto* const there = undo.get();
    auto const begun = undo->begin();
    begin_job(std::move(undo), JobKind::undo, begun, [this, there] { finish_undo(*there); });
}

void Portal::State::finish_undo(UndoImportJob& undo)
{
    ImportResult result { .file = undo.file(),
        .stage = ImportStage::undone,
        .obstacles = undo.obstacles(),
        .obstacle_count = undo.obstacle_count(),
        .rows_undone = undo.rows() };
    if (result.obstacle_count > 0) {
        undo.give_up();
        job.reset();
        result.stage = ImportStage::not_undone;
        return show_result(std::move(result), History::push);
    }
    auto const committed = undo.commit(author());
    job.reset();
    if (!committed) return say_setback(committed.error());
    show_result(std::move(result), History::push);
}

void Portal::State::run_on_data(std::string_view action)
{
    auto const after = [&](std::string_view verb) -> std::optional<std::string_view> {
        return action.starts_with(verb) ? std::optional { action.substr(verb.size()) } : std::nullopt;
    };
    if (action == "import-list") return import_the_list();
    if (action == "cancel-list") return put_list_away();
    if (action == "backup-now") return keep_backup_if_due(BackupWhen::asked);
    if (auto const entry = after("undo-import:"))
        if (auto const id = entry_named(*entry)) return undo_import(*id);
    if (auto const file = after("download-backup:")) return read_backup(BackupUse::take_out, *file);
    if (auto const file = after("backup-copy:")) return read_backup(BackupUse::copy, *file);
    if (auto const file = after("backup-put-back:"))
        return ask({ .kind = DialogKind::put_back, .link = std::string { *file } });
    if (auto const what = after("download-")) return take_out(*what);
}

} // namespace keyrack::portal
