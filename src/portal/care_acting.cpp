// What is taken out of a tenant, its backups, and the way back from a damaged database.
#include "portal/state.hpp"

#include "base/text.hpp"
#include "codec/catalogue_json.hpp"
#include "codec/csv_export.hpp"
#include "portal/file_reading.hpp"
#include "portal/rebuilding.hpp"
#include "portal/slug.hpp"
#include "portal/taking_out.hpp"
#include "store/whole_database.hpp"

#include <algorithm>
#include <array>

namespace keyrack::portal {

namespace {

constexpr std::array<std::string_view, 3> database_endings { ".db", ".sqlite", ".sqlite3" };
constexpr std::size_t largest_database_bytes = 1'000'000'000;

std::vector<std::byte> bytes_of(std::string_view text)
{
    auto const bytes = std::as_bytes(std::span { text });
    return { bytes.begin(), bytes.end() };
}

} // namespace

bool is_database_file(std::string_view name)
{
    auto const plain = folded(name);
    return std::ranges::any_of(database_endings, [&](std::string_view ending) { return plain.ends_with(ending); });
}

// --- taken out -------------------------------------------------------------------------------------------------------

void Portal::State::take_out(std::string_view what)
{
    auto const& slug = session->slug();
    constexpr std::string_view csv = "csv:";
    if (what.starts_with(csv)) {
        auto const table = what.substr(csv.size());
        auto const text = codec::csv_of(table, session->ledger(), session->catalogue());
        if (!text) return;
        effects.push_back(
            Download { slug + "-" + std::string { table } + ".csv", "text/csv;charset=utf-8", bytes_of(*text) });
        return;
    }
    if (what != "json") return;
    auto taking = std::make_unique<TakingOut>(slug + ".json", *session);
    auto* const there = taking.get();
    begin_job(std::move(taking), JobKind::take_out, {}, [this, there] {
        effects.push_back(Download { there->file(), "application/json", bytes_of(there->take()) });
        job.reset();
    });
}

// --- backups ---------------------------------------------------------------------------------------------------------

void Portal::State::keep_backup_if_due(BackupWhen when)
{
    if (!session || session->place() == store::Place::memory || job || !care.seen) return;
    if (faults == Faults::found) return; // what it would copy is not sound
    auto const entries = std::int64_t { session->store().next_entry().row() };
    auto const newest = std::ranges::find(care.backups, BackupKind::sound, &Backup::kind);
    bool const any = newest != care.backups.end();
    if (any && newest->entries == entries) return;
    bool const at_leisure = when == BackupWhen::idle || when == BackupWhen::leaving;
    if (at_leisure && entries == care.entries_at_opening) return; // nothing was done here
    if (at_leisure && any && now - newest->made < backup_plan().spacing) return;
    if (when == BackupWhen::before_import && entries <= 1) return; // nothing can be lost
    auto bytes = session->store().bytes();
    if (bytes)
        keep_backup(BackupKind::sound, std::move(*bytes));
    else if (when != BackupWhen::idle)
        say_setback(bytes.error());
}

void Portal::State::keep_backup(BackupKind kind, std::vector<std::byte> bytes)
{
    stale = true;
    auto const& slug = session->slug();
    Backup backup { .file = {},
        .kind = kind,
        .made = now,
        .entries = std::int64_t { session->store().next_entry().row() },
        .bytes = static_cast<double>(bytes.size()) };
    backup.file = backup_name(slug, backup);
    effects.push_back(KeepBackup { slug, backup.file, std::move(bytes) });
    care.awaited = backup.file;
    care.backups.insert(care.backups.begin(), backup);
    for (auto const& each : to_drop(care.backups, backup_plan())) {
        effects.push_back(DropBackup { slug, each.file });
        std::erase(care.backups, each);
    }
}

void Portal::State::storage_seen(std::string_view slug, std::vector<KeptFile> const& files, Usage usage)
{
    stale = true;
    // The list comes after every backup as well: none but the one that was asked for to remove the company does that.
    bool const to_remove = company_work && company_work->step == CompanyStep::lists && company_work->slug == slug;
    if (to_remove) return copies_seen(files);
    std::vector<Backup> found;
    for (auto const& file : files)
        if (auto backup = backup_named(slug, file.name, file.bytes)) found.push_back(std::move(*backup));
    found = sorted(std::move(found));
    if (failure && failure->slug == slug) failure->backups = found;
    if (!session || session->slug() != slug) return;
    bool const came = care.awaited.empty() || std::ranges::contains(found, care.awaited, &Backup::file);
    if (!came) say(Tone::missing, std::string { words("toast.backup_failed") });
    care.awaited.clear();
    care.backups = std::move(found);
    care.usage = usage;
    care.seen = true;
}

void Portal::State::read_backup(BackupUse use, std::string_view file)
{
    if (!session) return;
    care.use = use;
    care.reading = file;
    effects.push_back(ReadBackup { session->slug(), care.reading, {} });
}

void Portal::State::backup_read(
    std::string_view slug, std::string_view file, std::string_view bytes, std::string_view fault)
{
    stale = true;
    if (rebuilding && rebuilding->slug == slug) return rebuild_with(file, bytes, fault);
    if (failure && failure->slug == slug && file == failure->slug + ".db") {
        if (!fault.empty()) return say_setback(Error { "file_failed", std::string { file }, std::string { fault } });
        effects.push_back(Download { std::string { file }, "application/vnd.sqlite3", bytes_of(bytes) });
        return;
    }
    if (!session || session->slug() != slug || care.reading != file) return;
    care.reading.clear();
    if (!fault.empty()) return say_setback(Error { "file_failed", std::string { file }, std::string { fault } });
    if (refused_as_busy()) return;
    auto const found = std::ranges::find(care.backups, file, &Backup::file);
    switch (care.use) {
    case BackupUse::take_out: {
        auto const day = found == care.backups.end()
            ? std::string {}
            : "-" + iso(Date { std::chrono::floor<Days>(found->made.time_since_epoch() + environment.utc_offset) });
        effects.push_back(Download { session->slug() + day + ".db", "application/vnd.sqlite3", bytes_of(bytes) });
        return;
    }
    case BackupUse::copy: return open_as_another_company(session->ledger().tenant().name, std::string { bytes });
    case BackupUse::put_back: return put_back(bytes);
    }
}

// What stands there now is set aside first.
void Portal::State::put_back(std::string_view bytes)
{
    auto const image = std::as_bytes(std::span { bytes });
    if (auto const looked = store::look_into(image); !looked) return say_setback(looked.error());
    auto before = session->store().bytes();
    if (!before) return say_setback(before.error());
    keep_backup(BackupKind::set_aside, std::move(*before));
    auto const slug = session->slug();
    auto const name = session->ledger().tenant().name;
    auto const place = session->place();
    Opening const what { .slug = slug, .name = name, .purpose = Purpose::kept, .target = *tenant_route(), .file = {} };
    auto const kept = care;
    set_session_aside();
    auto const put = store::put_database(slug + ".db", place, image);
    if (!put) return fail_to_open(what, place, put.error(), Afterwards::keep);
    open_session(what, place);
    if (!session) return;
    care = kept;
    care.entries_at_opening = std::int64_t { session->store().next_entry().row() };
    say(Tone::covered, std::string { words("toast.put_back") });
}

// --- a database as a company of its own ------------------------------------------------------------------------------

bool Portal::State::begin_database_file(std::string name, std::string const& file, double bytes)
{
    auto reading = std::make_unique<FileReading>(file, bytes, largest_database_bytes);
    auto* const there = reading.get();
    return begin_job(std::move(reading), JobKind::read, {}, [this, there, name = std::move(name)] {
        auto image = there->take();
        job.reset();
        open_as_another_company(name, std::move(image));
    });
}

void Portal::State::open_as_another_company(std::string name, std::string bytes)
{
    auto const looked = store::look_into(std::as_bytes(std::span { bytes }));
    if (!looked) {
        // It is the file that is damaged: nothing that is kept here.
        auto error = looked.error();
        if (error.what == "damaged_database") error.what = "damaged_file";
        return say_setback(error);
    }
    auto slug = unused_slug(slug_of(name, "tenant"), taken_slugs());
    begin_opening({ .slug = std::move(slug),
        .name = std::move(name),
        .purpose = Purpose::image,
        .target = {},
        .file = {},
        .image = std::move(bytes) });
}

// --- a damaged database ----------------------------------------------------------------------------------------------

void Portal::State::repair()
{
    if (!session || refused_as_busy()) return;
    auto const slug = session->slug();
    auto const name = session->ledger().tenant().name;
    leave_tenant();
    failure = Failure { slug, name, Error { "damaged_database", {}, {} } };
    effects.push_back(AskStorage { slug });
}

void Portal::State::run_on_failure(std::string_view action)
{
    if (!failure || opening) return;
    stale = true;
    if (action == "download-damaged") effects.push_back(ReadBackup { failure->slug, failure->slug + ".db", {} });
    if (action == "reload") effects.push_back(Reload {});
    if (action != "rebuild" || !failure->backups) return;
    Rebuilding begun { .slug = failure->slug, .name = failure->tenant, .candidates = {} };
    for (auto const& each : *failure->backups)
        if (each.kind == BackupKind::sound) begun.candidates.push_back(each);
    begin_opening({ .slug = begun.slug, .name = begun.name, .purpose = Purpose::rebuild, .target = {}, .file = {} });
    rebuilding = std::move(begun);
}

// The files are open: what lies there is set aside, as it is, before anything else.
void Portal::State::begin_rebuilding(Opening const& what)
{
    opening = what; // until the end of it
    std::int64_t const entries = 0;
    auto const aside = backup_name(what.slug, { .kind = BackupKind::set_aside, .made = now, .entries = entries });
    auto const& candidates = rebuilding->candidates;
    auto const file = candidates.empty() ? std::string {} : candidates.front().file;
    effects.push_back(ReadBackup { what.slug, file, aside });
}

// The newest sound backup, and what the damaged file's journal has after it; or that journal alone where all of it can be read.
void Portal::State::rebuild_with(std::string_view file, std::string_view bytes, std::string_view fault)
{
    if (!opening || opening->slug != rebuilding->slug) { // somebody has gone elsewhere meanwhile
        effects.push_back(CloseFiles { rebuilding->slug });
        return rebuilding.reset();
    }
    auto const what = *opening;
    auto const place = place_of_files();
    auto& candidates = rebuilding->candidates;
    if (!fault.empty() && !rebuilding->is_aside) {
        rebuilding.reset();
        return fail_to_open(
            what, place, Error { "file_failed", std::string { file }, std::string { fault } }, Afterwards::keep);
    }
    rebuilding->is_aside = true;
    auto const name = what.slug + ".db";
    auto const image = std::as_bytes(std::span { bytes });
    bool const usable = !file.empty() && fault.empty() && store::look_into(image).has_value();
    if (!candidates.empty() && !usable) {
        candidates.erase(candidates.begin());
        auto const next = candidates.empty() ? std::string {} : candidates.front().file;
        effects.push_back(ReadBackup { what.slug, next, {} });
        return;
    }
    auto const whole = store::salvage(name, place, EntryId::of_row(0));
    auto made = rebuilt({}, whole, codec::shipped_catalogue());
    if (usable && (!made || !made->whole)) {
        auto const after = static_cast<std::uint32_t>(candidates.front().entries);
        made = rebuilt(image, store::salvage(name, place, EntryId::of_row(after)), codec::shipped_catalogue());
    }
    auto const from = usable ? std::optional { candidates.front() } : std::nullopt;
    rebuilding.reset();
    opening.reset();
    if (!made) return fail_to_open(what, place, made.error(), Afterwards::keep);
    if (auto const put = store::put_database(name, place, made->image); !put)
        return fail_to_open(what, place, put.error(), Afterwards::keep);
    open_session(what, place);
    if (session) tell_rebuilt(*made, from);
}

void Portal::State::tell_rebuilt(Rebuilt const& made, std::optional<Backup> const& from)
{
    auto const here = scene();
    auto const entries = made.from_backup + made.from_journal;
    std::string text = words.plural("rebuilt.entries", entries);
    if (made.whole) text += ' ' + std::string { words("rebuilt.whole") };
    if (!made.whole && from && here)
        text += ' ' + words("rebuilt.backup", { { "moment", moment_text(*here, from->made) } });
    if (!made.whole) text += ' ' + std::string { words("rebuilt.lost") };
    rebuilt_note = std::move(text);
    faults = Faults::none;
    show(DataRoute {}, History::replace);
}

} // namespace keyrack::portal
