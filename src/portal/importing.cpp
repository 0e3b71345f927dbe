// Files: taken in beside the frames, stopped without a trace.
#include "portal/state.hpp"

#include "base/text.hpp"
#include "engine/people.hpp"
#include "portal/import_job.hpp"
#include "portal/slug.hpp"

namespace keyrack::portal {

namespace {

constexpr std::size_t longest_tenant_name = 80; // bytes: of one that is named after a file

} // namespace

bool Portal::State::file_begins(std::string_view name, double size)
{
    stale = true;
    if (opening) {
        say(Tone::ending, std::string { words("toast.busy_opening") });
        return false;
    }
    if (refused_as_busy() || refused_as_unrecorded()) return false;
    auto const file = shortened(name, longest_name - 4);
    if (is_bundle_file(file)) return begin_bundle(file, size);
    if (session && !is_database_file(file)) {
        fills_fresh_tenant = false;
        return begin_reading(file, size);
    }
    auto tenant = shortened(is_list_file(file) ? name_of_file(file) : without_ending(file), longest_tenant_name);
    if (fault_of_name(tenant)) tenant = words("tenants.imported");
    if (is_database_file(file)) return begin_database_file(std::move(tenant), file, size);
    open_fresh(std::move(tenant), Purpose::import);
    if (!opening) return false;
    opening->file = file;
    opening->bytes = size;
    fills_fresh_tenant = true;
    return true;
}

// Whether the file is being read; where not, it is said why.
bool Portal::State::begin_reading(std::string file, double bytes)
{
    stale = true;
    report.reset();
    dialog.reset();
    list.reset();
    if (fault_of_name(file)) file = words("tenants.imported_file");
    if (!is_list_file(file)) return begin_import(std::move(file), bytes);
    begin_list(std::move(file), bytes);
    return true;
}

bool Portal::State::begin_import(std::string file, double bytes)
{
    keep_backup_if_due(BackupWhen::before_import);
    auto import = std::make_unique<ImportJob>(*session, std::move(file), bytes);
    auto* const there = import.get();
    auto const begun = import->begin();
    return begin_job(std::move(import), JobKind::import, begun, [this, there] { finish_import(*there); });
}

bool Portal::State::begin_job(
    std::unique_ptr<Job> what, JobKind kind, Result<void> const& begun, std::function<void()> then)
{
    stale = true;
    if (!begun) {
        if (std::exchange(fills_fresh_tenant, false)) forget_session();
        say_setback(begun.error());
        return false;
    }
    job = std::move(what);
    job_kind = kind;
    when_done = std::move(then);
    job_waits = false;
    return true;
}

void Portal::State::file_ends()
{
    if (job)
        job->end_of_file();
    else if (opening && opening->purpose == Purpose::import)
        opening->comes = FileComes::no_more;
}

void Portal::State::file_failed(std::string_view why)
{
    Error const error { "file_failed", job ? job->file() : std::string {}, std::string { why } };
    if (job)
        stop_job();
    else if (opening && opening->purpose == Purpose::import)
        opening->comes = FileComes::failed;
    say_setback(error);
}

bool Portal::State::work()
{
    if (looking_back.said) read_knowledge();
    if (!job) {
        exchange_work();
        bool const searches = palette_work();
        bool const previews = work_on_preview();
        return work_on_list() || searches || previews;
    }
    if (job_waits) return false;
    stale = true;
    if (auto const worked = job->work(environment.rows_per_slice); !worked) {
        auto const error = worked.error();
        stop_job();
        say_setback(error);
        return false;
    }
    // It may take the job away, which holds what it is called by.
    if (job->done()) std::exchange(when_done, {})();
    return has_work();
}

// Who sees it is not told; who does not, is.
bool Portal::State::work_on_preview()
{
    if (!session) return false;
    if (views.work(*session)) {
        stale = true;
        auto const* const here = tenant_route();
        bool const is_seen = here
            && (std::holds_alternative<AssignRoute>(here->screen) || std::holds_alternative<WhatIfRoute>(here->screen));
        if (is_seen) effects.push_back(Announce { std::string { words("what_if.worked_out") } });
    }
    return views.has_work();
}

// The dry run needs nobody's leave and stops nobody: it is not a job.
bool Portal::State::work_on_list()
{
    if (!list_has_work()) return false;
    stale = true;
    list->work(*session, today, environment.rows_per_slice);
    if (list->has_work(*session)) return true;
    effects.push_back(Announce { std::string { words("list.tried") } });
    return false;
}

bool Portal::State::list_has_work() const
{
    auto const* const here = tenant_route();
    bool const looked_at = here && std::holds_alternative<ImportListRoute>(here->screen);
    return list && session && looked_at && list->has_work(*session);
}

bool Portal::State::has_work() const
{
    return job ? !job_waits && (job->has_work() || job->done())
               : list_has_work() || palette_has_work() || (session && views.has_work());
}

void Portal::State::finish_import(ImportJob& import)
{
    // Beside the tenant's name and its first entry there is nothing yet: nothing can be lost.
    bool const onto_others = session->store().next_entry().row() > 1;
    ImportResult result { .file = import.file(), .report = import.report(), .onto_others = onto_others };
    if (!import.accepted()) {
        import.give_up();
        job.reset();
        report = std::move(result);
        effects.push_back(Announce { words("report.refused", { { "file", report->file } }) });
        if (!std::exchange(fills_fresh_tenant, false)) return show(DataRoute {}, History::push);
        auto told = std::exchange(report, {});
        forget_session();
        report = std::move(told);
        return;
    }
    if (fills_fresh_tenant) return take_in(import);
    job_waits = true;
    when_confirmed = [this, &import] { take_in(import); };
    result.stage = ImportStage::waits;
    effects.push_back(Announce { words("report.waits", { { "file", result.file } }) });
    report = std::move(result);
    show(DataRoute {}, History::push);
}

// Somebody has said yes.
void Portal::State::confirm_import()
{
    if (!job || !job_waits) return;
    stale = true;
    engine::Import const whole { .file = job->file(), .rows = job->rows() };
    if (auto denial = session->objection_to(whole, author())) return say_setback(*std::move(denial));
    std::exchange(when_confirmed, {})();
}

void Portal::State::take_in(ImportJob& import)
{
    ImportResult result { .file = import.file(), .report = import.report() };
    bool const fresh = std::exchange(fills_fresh_tenant, false);
    auto const committed = import.commit(author());
    job.reset();
    job_waits = false;
    report.reset();
    if (!committed) {
        if (fresh) forget_session();
        return say_setback(committed.error());
    }
    result.entry = *committed;
    auto const company = result.report.company;
    show_result(std::move(result), fresh ? History::replace : History::push);
    if (fresh) name_as_file_says(company);
}

// A company that was begun for the file was called after it. Where the file brings people, one of them gives it the other
// name: who that is, is asked. Where a rule is against that name it keeps the first one: what was imported is in, and the
// report says whose file it was.
void Portal::State::name_as_file_says(std::string const& company)
{
    if (company.empty() || company == session->ledger().tenant().name) return;
    auto const named = session->execute(engine::RenameTenant { session->ledger().tenant().name, company }, author());
    if (named) return note_name(session->slug(), company);
    if (acting().empty() && engine::is_managed(session->ledger())) {
        ask_about_company(DialogKind::rename_company, session->slug());
        if (!dialog) return;
        dialog->values["name"] = company;
        return ask_who(ConfirmDialog {});
    }
    if (auto const* const failed = std::get_if<Error>(&named.error())) say_setback(*failed);
}

void Portal::State::show_result(ImportResult result, History history)
{
    views = Views {}; // what was made for the ledger before is of no more use
    report = std::move(result);
    ask_persistence_once();
    show(DataRoute {}, history);
    auto const key = report->stage == ImportStage::undone ? "report.undone"
        : report->stage == ImportStage::not_undone        ? "report.not_undone"
                                                          : "report.imported";
    effects.push_back(Announce { words(key, { { "file", report->file } }) });
}

void Portal::State::stop_job()
{
    stale = true;
    job->give_up();
    auto const file = job->file();
    job.reset();
    when_done = {};
    when_confirmed = {};
    if (std::exchange(job_waits, false)) report.reset();
    if (std::exchange(fills_fresh_tenant, false)) forget_session();
    say(Tone::neutral, words("toast.stopped." + std::string { code(job_kind) }, { { "file", file } }));
}

// A table; whether more are left. One in which there are faults ends it.
bool Portal::State::look_for_faults()
{
    auto const& store = session->store();
    if (!care.unlooked) care.unlooked = store.tables().value_or(std::vector<std::string> {});
    auto& tables = *care.unlooked;
    bool const found = tables.empty() || !store.faults(tables.back()).empty(); // not even their names can be read
    if (!tables.empty()) tables.pop_back();
    if (!found && !tables.empty()) return true;
    faults = found ? Faults::found : Faults::none;
    stale = found;
    return !found && session->wants_image();
}

bool Portal::State::use_leisure()
{
    if (!session || job || opening) return false;
    if (faults == Faults::look) return look_for_faults();
    if (faults == Faults::found || !session->wants_image()) return false;
    session->write_image();
    return session->wants_image();
}

} // namespace keyrack::portal
