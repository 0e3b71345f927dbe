// Files: taken in beside the frames, stopped without a trace.
#include "portal/state.hpp"

#include "base/text.hpp"
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
    if (refused_as_busy()) return false;
    auto const file = shortened(name, longest_name - 4);
    if (session) {
        fills_fresh_tenant = false;
        return begin_job(file, size);
    }
    auto tenant = shortened(without_ending(file), longest_tenant_name);
    if (fault_of_name(tenant)) tenant = words("tenants.imported");
    open_fresh(std::move(tenant), Purpose::import);
    if (!opening) return false;
    opening->file = file;
    opening->bytes = size;
    fills_fresh_tenant = true;
    return true;
}

// Whether the import has begun; where not, it is said why.
bool Portal::State::begin_job(std::string file, double bytes)
{
    stale = true;
    report.reset();
    dialog.reset();
    if (fault_of_name(file)) file = words("tenants.imported_file");
    job = std::make_unique<ImportJob>(*session, std::move(file), bytes);
    auto const begun = job->begin();
    if (begun) return true;
    job.reset();
    if (fills_fresh_tenant) forget_session();
    fills_fresh_tenant = false;
    say_setback(begun.error());
    return false;
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
    if (faults == Faults::look) {
        look_for_faults();
        return job && job->has_work();
    }
    if (!job) return false;
    stale = true;
    if (auto const worked = job->work(environment.rows_per_slice); !worked) {
        auto const error = worked.error();
        stop_job();
        say_setback(error);
        return false;
    }
    if (job->done()) finish_job();
    return job && job->has_work();
}

void Portal::State::finish_job()
{
    ImportResult result { job->file(), job->report() };
    bool const fresh = std::exchange(fills_fresh_tenant, false);
    if (!job->accepted()) {
        job->give_up();
        job.reset();
        if (fresh)
            forget_session();
        else
            show(DataRoute {}, History::push);
        report = std::move(result);
        effects.push_back(Announce { words("report.refused", { { "file", report->file } }) });
        return;
    }
    auto const committed = job->commit(author());
    job.reset();
    if (!committed) {
        if (fresh) forget_session();
        return say_setback(committed.error());
    }
    views = Views {}; // what was made for the smaller ledger is of no more use
    report = std::move(result);
    ask_persistence_once();
    show(DataRoute {}, fresh ? History::replace : History::push);
    effects.push_back(Announce { words("report.imported", { { "file", report->file } }) });
}

void Portal::State::stop_job()
{
    stale = true;
    job->give_up();
    auto const file = job->file();
    job.reset();
    if (std::exchange(fills_fresh_tenant, false)) forget_session();
    say(Tone::neutral, words("toast.import_stopped", { { "file", file } }));
}

void Portal::State::look_for_faults()
{
    stale = true;
    faults = session && !session->store().faults().empty() ? Faults::found : Faults::none;
}

bool Portal::State::use_leisure()
{
    if (!session || job || opening || faults == Faults::look || !session->wants_image()) return false;
    session->write_image();
    return session->wants_image();
}

} // namespace keyrack::portal
