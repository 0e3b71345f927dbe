// Tenants: opened, filled, left, given to another tab.
#include "portal/state.hpp"

#include "base/verify.hpp"
#include "codec/catalogue_json.hpp"
#include "codec/demo.hpp"
#include "portal/demo_strip.hpp"
#include "portal/sign_in.hpp"
#include "portal/slug.hpp"
#include "store/whole_database.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

constexpr std::string_view demo_device = "demo";
constexpr std::string_view demo_person = "maren.kjaer@northwind.example"; // who looks at the demo company
constexpr std::chrono::hours demo_hour { 9 }; // local: when the demo company's people are at work

// What is done on a ticket is written down when it is done, all else when the day begins.
Instant written_at(engine::Command const& command, Instant beginning)
{
    if (auto const* const open = std::get_if<engine::OpenTicket>(&command)) return open->at;
    if (auto const* const turn = std::get_if<engine::TurnTicket>(&command)) return turn->at;
    return beginning;
}

bool makes_a_tenant(Purpose purpose)
{
    return purpose == Purpose::empty || purpose == Purpose::import || purpose == Purpose::image
        || purpose == Purpose::bundle;
}

} // namespace

bool Portal::State::is_kept(std::string_view slug) const
{
    return (session && session->slug() == slug) || in_memory.contains(std::string { slug })
        || std::ranges::find(environment.tenants, slug) != environment.tenants.end();
}

std::vector<std::string> Portal::State::taken_slugs() const
{
    auto taken = environment.tenants;
    for (auto const& [slug, kept] : in_memory) taken.push_back(slug);
    if (session) taken.push_back(session->slug());
    taken.emplace_back(demo_slug);
    return taken;
}

std::string Portal::State::name_of(std::string_view slug) const
{
    if (auto const found = in_memory.find(std::string { slug }); found != in_memory.end())
        return found->second->ledger().tenant().name;
    auto const& names = environment.tenant_names;
    auto const found = std::ranges::find(names, slug, [](auto const& each) -> std::string_view { return each.first; });
    return found == names.end() || found->second.empty() ? humanised(slug) : found->second;
}

std::optional<TenantRoute> Portal::State::awaited_invitation() const
{
    auto const wanted = parse_route(environment.fragment);
    auto const* const tenant = wanted ? std::get_if<TenantRoute>(&*wanted) : nullptr;
    if (!tenant || invitation_in(tenant->screen).empty() || is_kept(tenant->slug)) return {};
    return *tenant;
}

void Portal::State::open_demo(std::optional<TenantRoute> target)
{
    if (session && session->slug() == demo_slug) return open_kept(demo_slug, {});
    begin_opening({ .slug = std::string { demo_slug },
        .name = std::string { words("tenants.demo") },
        .purpose = Purpose::demo,
        .target = target.value_or(TenantRoute {}),
        .file = {} });
}

void Portal::State::reset_demo()
{
    if (!session || session->slug() != demo_slug || refused_as_busy()) return;
    forget_session();
    open_demo();
}

void Portal::State::open_kept(std::string_view slug, std::optional<TenantRoute> target)
{
    if (!is_kept(slug) && target && !invitation_in(target->screen).empty()) {
        close_session();
        held.reset();
        route = WelcomeRoute {}; // its address stays: the file that brings the company leads on to the invitation
        auto fragment = fragment_of(*target);
        if (fragment != environment.fragment) set_address(std::move(fragment), History::push);
        return;
    }
    if (!is_kept(slug)) {
        leave_tenant();
        auto text = words("toast.no_such_tenant", { { "name", std::string { slug } } });
        return show_toast({ .model = { .tone = Tone::missing, .text = std::move(text), .stays = true }, .undo = {} });
    }
    TenantRoute const plain { std::string { slug }, {}, OverviewRoute {} };
    if (session && session->slug() == slug) return arrive(target.value_or(plain), History::push);
    begin_opening({ .slug = std::string { slug },
        .name = name_of(slug),
        .purpose = Purpose::kept,
        .target = target.value_or(plain),
        .file = {} });
}

void Portal::State::open_fresh(std::string name, Purpose purpose)
{
    auto slug = unused_slug(slug_of(name, "tenant"), taken_slugs());
    begin_opening({ .slug = std::move(slug), .name = std::move(name), .purpose = purpose, .target = {}, .file = {} });
}

// Another tab has made a tenant of that name since this one looked: what it holds is not ours to fill.
void Portal::State::open_under_another_name(Opening what)
{
    environment.tenants.push_back(what.slug);
    what.slug = unused_slug(slug_of(what.name, "tenant"), taken_slugs());
    what.target = {};
    begin_opening(std::move(what));
}

void Portal::State::begin_opening(Opening what)
{
    stale = true;
    // Its files are opened for the work alone: their answer would go there, and this opening would wait for ever.
    bool const at_work = company_work && company_work->slug == what.slug;
    if (at_work && refused_as_at_work()) {
        if (auto shown = fragment_of(route); shown != environment.fragment)
            set_address(std::move(shown), History::push);
        return;
    }
    // What the page of all companies is about to hear of it is the answer for this opening too.
    auto const* const read = cockpit ? cockpit->reading() : nullptr;
    bool const comes = read && read->slug == what.slug;
    close_session();
    failure.reset();
    report.reset();
    held.reset();
    // What a file brings is looked at first; otherwise what needs somebody.
    auto const first = what.purpose == Purpose::import ? ScreenRoute { RoomsRoute {} } : OverviewRoute {};
    if (what.target.slug.empty()) what.target = { what.slug, {}, first };
    if (auto const found = in_memory.find(what.slug); found != in_memory.end()) {
        auto back = std::move(found->second);
        in_memory.erase(found);
        return enter(std::move(back), what);
    }
    if (!comes) effects.push_back(OpenFiles { what.slug });
    opening = std::move(what);
}

void Portal::State::files_opened(std::string_view slug, FilesState state)
{
    stale = true;
    bool const for_work = company_work && company_work->step == CompanyStep::opens && company_work->slug == slug;
    if (for_work) return company_opened(state);
    auto const* const read = cockpit ? cockpit->reading() : nullptr;
    if (read && read->slug == slug) return take_company(slug, state);
    auto& waiting = held ? held : opening;
    if (!waiting || waiting->slug != slug) {
        bool const lies_open = state == FilesState::opened || state == FilesState::opened_after_crash;
        if (lies_open && (!session || session->slug() != slug)) effects.push_back(CloseFiles { std::string { slug } });
        return;
    }
    auto const what = *waiting;
    bool const was_asked = held.has_value();
    opening.reset();
    held.reset();
    if (what.comes == FileComes::failed)
        effects.push_back(CloseFiles { what.slug }); // nothing was written: empty files count as none
    else
        go_on_opening(what, state, was_asked);
}

void Portal::State::go_on_opening(Opening const& what, FilesState state, bool was_asked)
{
    switch (state) {
    case FilesState::held_by_another_tab:
        if (makes_a_tenant(what.purpose)) return open_under_another_name(what);
        held = what;
        // It sleeps, or is busy: a tab that is closed or has crashed holds nothing.
        if (was_asked) say(Tone::ending, std::string { words("toast.keeper_silent") });
        return;
    case FilesState::opened_after_crash: faults = Faults::look; [[fallthrough]];
    case FilesState::opened:
        if (what.purpose == Purpose::rebuild) return begin_rebuilding(what);
        return open_session(what, place_of_files());
    case FilesState::not_available: return open_without_files(what);
    }
}

// A tenant that is kept somewhere is never replaced by an empty one.
void Portal::State::open_without_files(Opening const& what)
{
    bool const begins = what.purpose == Purpose::demo || what.purpose == Purpose::empty
        || what.purpose == Purpose::import || what.purpose == Purpose::bundle;
    if (begins) return open_session(what, store::Place::memory);
    rebuilding.reset();
    leave_tenant();
    failure = Failure { what.slug, what.name, Error { "files_not_available", {}, {} } };
}

store::Place Portal::State::place_of_files() const
{
    return environment.files == TenantFiles::of_the_platform ? store::Place::file : store::Place::handles;
}

void Portal::State::open_session(Opening const& what, store::Place place)
{
    if (what.purpose == Purpose::image) {
        if (store::is_taken(what.slug + ".db", place)) {
            effects.push_back(CloseFiles { what.slug });
            return open_under_another_name(what);
        }
        auto const put = store::put_database(what.slug + ".db", place, std::as_bytes(std::span { what.image }));
        if (!put) return fail_to_open(what, place, put.error(), Afterwards::forget);
    }
    auto opened = Session::open(what.slug, place, codec::shipped_catalogue(), environment.device);
    if (!opened) return fail_to_open(what, place, opened.error(), Afterwards::keep);
    auto fresh = std::make_unique<Session>(std::move(*opened));
    bool const filled_before = fresh->ledger().opened();
    if (filled_before && makes_a_tenant(what.purpose) && what.purpose != Purpose::image) {
        fresh.reset();
        if (place != store::Place::memory) effects.push_back(CloseFiles { what.slug });
        return open_under_another_name(what);
    }
    if (!filled_before && what.purpose == Purpose::kept) {
        fresh.reset();
        return fail_to_open(what, place, Error { "tenant_empty", {}, {} }, Afterwards::keep);
    }
    if (!filled_before)
        if (auto const filled = fill(*fresh, what); !filled) {
            fresh.reset();
            return fail_to_open(what, place, filled.error(), Afterwards::forget);
        }
    enter(std::move(fresh), what);
}

// What this opening itself had made goes with it; what was there before stays as it is.
void Portal::State::fail_to_open(Opening const& what, store::Place place, Error error, Afterwards files)
{
    if (place != store::Place::memory) {
        if (files == Afterwards::forget)
            effects.push_back(ForgetFiles { what.slug });
        else
            effects.push_back(CloseFiles { what.slug });
    }
    // Nothing was to be changed, so the words for a change that did not arrive would be wrong.
    if (files == Afterwards::keep && error.what == "disk_failed") error.what = "disk_unreadable";
    leave_tenant();
    failure = Failure { what.slug, what.name, std::move(error) };
    if (place != store::Place::memory && files == Afterwards::keep) effects.push_back(AskStorage { what.slug });
}

Result<void> Portal::State::fill(Session& fresh, Opening const& what) const
{
    if (what.purpose == Purpose::bundle) return fresh.found(*what.bundle).transform([](Exchanged const&) { });
    if (what.purpose != Purpose::demo) {
        auto const begun = fresh.execute(engine::OpenTenant { what.name }, author());
        if (begun) return {};
        VERIFY(std::holds_alternative<Error>(begun.error())); // the name was looked at before
        return std::unexpected(std::get<Error>(begun.error()));
    }
    engine::Entry entry {
        .device = std::string { demo_device }, .sequence = 0, .actor = {}, .undoes = {}, .command = {}
    };
    // Its people write in the language it is opened in; what they wrote stays as it is in another.
    auto const minute = std::chrono::floor<std::chrono::minutes>(now);
    for (auto& [on, actor, command] : codec::shipped_demo(today, minute, tag(words.language()))) {
        Instant const beginning { std::chrono::sys_days { on.time_since_epoch() } + demo_hour
            - environment.utc_offset };
        auto const time_ms = std::min(written_at(command, beginning), now).time_since_epoch().count();
        entry.time_counter = time_ms > entry.time_ms ? 0 : entry.time_counter + 1;
        entry.time_ms = std::max(entry.time_ms, std::int64_t { time_ms });
        entry.sequence += 1;
        entry.actor = actor;
        entry.command = std::move(command);
        auto const recorded = fresh.record(entry);
        if (recorded) continue;
        VERIFY(std::holds_alternative<Error>(recorded.error())); // the demo company is tested to be lawful
        return std::unexpected(std::get<Error>(recorded.error()));
    }
    return {};
}

void Portal::State::enter(std::unique_ptr<Session> opened, Opening const& what)
{
    auto target = what.target;
    bool const brings_whole = what.purpose == Purpose::bundle || what.purpose == Purpose::image;
    if (auto const invited = awaited_invitation(); invited && brings_whole) target.screen = invited->screen;
    session = std::move(opened);
    care = { .entries_at_opening = std::int64_t { session->store().next_entry().row() } };
    if (session->place() != store::Place::memory) effects.push_back(AskStorage { what.slug });
    // A tab that is closed leaves its log behind; which ones have crashed, the page knows. Of other places only the log tells.
    bool const untold = session->place() == store::Place::file;
    if (untold && session->store().last_ending() == store::Ending::unclean) faults = Faults::look;
    if (what.purpose == Purpose::demo && acting().empty()) act_as(std::string { demo_person });
    if (identity() && !acting().empty() && !who_set_up(environment, what.slug).empty())
        effects.push_back(remember_who_set_up(environment, what.slug, {})); // it works: from now on it alone counts
    auto const& name = session->ledger().tenant().name;
    if (session->place() != store::Place::memory) {
        auto& tenants = environment.tenants;
        if (std::ranges::find(tenants, what.slug) == tenants.end()) tenants.push_back(what.slug);
        note_name(what.slug, name);
    }
    begin_exchange();
    // What opened by itself at the start is no step to go back to.
    arrive(std::move(target), environment.fragment.empty() ? History::replace : History::push);
    if (what.purpose == Purpose::bundle) say(Tone::covered, words("exchange.founded", { { "name", name } }));
    if (what.purpose != Purpose::import || !begin_reading(what.file, what.bytes)) return;
    if (what.comes == FileComes::no_more && job) job->end_of_file();
}

// What was held, asked or found of a tenant that is left.
void Portal::State::forget_what_was_seen()
{
    dialog.reset();
    list.reset();
    care = {};
    rebuilt_note.clear();
    toasts.clear();
    marked.clear();
    chosen.clear();
    carried.reset();
    form = {};
    report.reset();
    faults = Faults::not_looked_for;
    views = Views {};
    opening.reset();
    palette.reset();
    kept_steps.clear();
    looking_back = {};
    time_bar = false;
    leave_cockpit();
}

// What is kept nowhere else stays in memory until the tab is closed.
void Portal::State::close_session(Afterwards files)
{
    stale = true;
    if (files == Afterwards::keep) keep_backup_if_due(BackupWhen::leaving);
    forget_what_was_seen();
    if (!session) return;
    (void)session->end_trial(); // nothing of it was to be kept
    session->end_look_back();
    auto closing = std::move(session);
    auto const slug = closing->slug();
    if (closing->place() == store::Place::memory) {
        if (files == Afterwards::keep) in_memory.emplace(slug, std::move(closing));
        return;
    }
    closing.reset();
    if (files == Afterwards::forget)
        effects.push_back(ForgetFiles { slug });
    else
        effects.push_back(CloseFiles { slug });
}

void Portal::State::set_session_aside()
{
    stale = true;
    list.reset();
    report.reset();
    views = Views {};
    session.reset();
}

// What this device remembers of a company beside its name: who acts, where it is exchanged and with which secret, what was
// opened. The next company of that address begins with none of it.
void Portal::State::forget_words_of(std::string const& slug)
{
    auto const its = [&](std::string_view prefix) { return Remember { std::string { prefix } + slug, {} }; };
    if (std::erase_if(environment.backends, [&](auto const& each) { return each.first == slug; }) > 0)
        effects.push_back(its("backend:"));
    if (std::erase_if(environment.acting, [&](auto const& each) { return each.first == slug; }) > 0)
        effects.push_back(its("acting:"));
    if (!who_set_up(environment, slug).empty()) effects.push_back(remember_who_set_up(environment, slug, {}));
    auto const is_its = [&](auto const& word) { return word.first.ends_with(':' + slug); };
    for (auto const& word : environment.kept_words)
        if (is_its(word)) effects.push_back(Remember { word.first, {} });
    std::erase_if(environment.kept_words, is_its);
}

void Portal::State::forget_session()
{
    auto const slug = session->slug();
    close_session(Afterwards::forget);
    forget_entry(slug);
    go(WelcomeRoute {}, History::replace);
}

void Portal::State::forget_entry(std::string const& slug)
{
    auto const names = std::erase_if(environment.tenant_names, [&](auto const& each) { return each.first == slug; });
    if (std::erase(environment.tenants, slug) + names > 0) effects.push_back(Remember { "name:" + slug, {} });
    company_indexes.erase(slug);
    forget_words_of(slug);
}

// What lives in memory alone says its name itself.
void Portal::State::note_name(std::string const& slug, std::string const& name)
{
    if (std::ranges::find(environment.tenants, slug) == environment.tenants.end() || name_of(slug) == name) return;
    std::erase_if(environment.tenant_names, [&](auto const& each) { return each.first == slug; });
    environment.tenant_names.emplace_back(slug, name);
    effects.push_back(Remember { "name:" + slug, name });
}

void Portal::State::leave_tenant()
{
    close_session();
    held.reset();
    go(WelcomeRoute {}, History::push);
}

void Portal::State::give_up_files()
{
    if (!session || session->place() == store::Place::memory) return;
    if (job) stop_job();
    if (!session) return; // a tenant that the stopped import alone had made
    Opening const back { .slug = session->slug(),
        .name = session->ledger().tenant().name,
        .purpose = Purpose::kept,
        .target = *tenant_route(),
        .file = {} };
    auto const flushed = session->checkpoint(); // closing writes the rest as well; a fault shows at the next opening
    close_session();
    held = back;
    if (!flushed) say(Tone::missing, words.error(flushed.error()));
}

} // namespace keyrack::portal
