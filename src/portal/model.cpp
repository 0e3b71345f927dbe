// The model of the whole, made anew when something has changed.
#include "portal/state.hpp"

#include "portal/assign_model.hpp"
#include "portal/catalogue_model.hpp"
#include "portal/compliance_model.hpp"
#include "portal/data_model.hpp"
#include "portal/demo_strip.hpp"
#include "portal/devices_screen.hpp"
#include "portal/large_accounts_model.hpp"
#include "portal/navigation.hpp"
#include "portal/orders_model.hpp"
#include "portal/outbox_model.hpp"
#include "portal/overview_model.hpp"
#include "portal/people_model.hpp"
#include "portal/renewals_model.hpp"
#include "portal/rooms_ways.hpp"
#include "portal/settings_model.hpp"
#include "portal/slug.hpp"
#include "portal/spares_screen.hpp"
#include "portal/support_screen.hpp"
#include "portal/time_model.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

// Of its file, not of the disk, and not of a version that is to come.
bool is_damaged(Error const& error)
{
    return error.what == "damaged_database" || error.what == "nothing_salvaged";
}

std::string day_text(Scene const& here)
{
    auto const& words = here.words;
    if (here.route.known_at)
        return words("session.known",
            { { "day", words.short_date(here.day()) }, { "known", words.short_date(*here.route.known_at) } });
    if (here.route.as_of) return words("session.as_of", { { "date", words.short_date(*here.route.as_of) } });
    return words("session.today", { { "date", words.short_date(here.today) } });
}

} // namespace

void Portal::State::make_model()
{
    stale = false;
    model = {};
    model.title = words("title.none");
    if (opening) model.opening = words("tenants.opening", { { "name", opening->name } });
    if (looking_back.to) {
        looking_back.said = true; // from the next slice on it is read
        model.opening = words("time.reading", { { "date", words.date(*looking_back.to) } });
    } else if (auto const here = scene()) {
        model.session = session_model();
        model.title = words("title.screen",
            { { "screen", std::string { words(screen_key(kind_of(here->route.screen))) } },
                { "tenant", model.session->tenant } });
        if (dialog) model.dialog = dialog_model(words, &*here, *dialog);
    } else if (dialog) {
        model.dialog = dialog_model(words, nullptr, *dialog);
    }
    model.welcome = welcome_model();
    if (job && !job_waits) model.job = job_model();
    for (auto const& toast : toasts) model.toasts.push_back(toast.model);
    model.banner = banner();
    model.help = help;
    model.single_keys = preferences().single_keys;
    if (palette) model.palette = std::make_shared<PaletteModel const>(palette_model(words, *palette));
    if (auto const* const all = std::get_if<CockpitRoute>(&route); all && cockpit) {
        model.title = words("title.cockpit");
        auto made = cockpit_model(words, *cockpit, today, all->query);
        if (!exchanging.online) made.offline = words("session.offline");
        model.cockpit = std::make_shared<CockpitModel const>(std::move(made));
    }
}

// One an address of a screen.
struct Portal::State::ScreenMaker
{
    using Screen = decltype(SessionModel::screen);
    State& state;
    Scene const& here;

    template <class Model>
    static Screen apart(Model made)
    {
        return std::make_shared<Model const>(std::move(made));
    }

    Screen operator()(RoomsRoute const& at) const { return state.rooms_with_ways(here, at); }
    Screen operator()(OrdersRoute const& at) const { return orders_model(here, at); }
    Screen operator()(AssignRoute const& at) const { return assign_model(here, at, state.chosen, state.carried); }
    Screen operator()(DataRoute const& at) const
    {
        auto made = data_model(here, at, state.environment.kept, state.report, state.care);
        made.rebuilt = state.rebuilt_note;
        return made;
    }
    Screen operator()(SupportRoute const& at) const { return apart(support_model(here, at)); }
    Screen operator()(DevicesRoute const& at) const { return apart(devices_model(here, at)); }
    Screen operator()(SparesRoute const& at) const { return apart(spares_model(here, at)); }
    Screen operator()(OverviewRoute const&) const { return apart(overview_model(here)); }
    Screen operator()(RenewalsRoute const& at) const { return apart(renewals_model(here, at)); }
    Screen operator()(PeopleRoute const& at) const { return apart(people_model(here, at)); }
    Screen operator()(OutboxRoute const& at) const { return apart(outbox_model(here, at)); }
    Screen operator()(JournalRoute const& at) const { return apart(journal_model(here, at, state.journal_found)); }
    Screen operator()(ComplianceRoute const& at) const { return apart(compliance_model(here, at)); }
    Screen operator()(ExchangeRoute const&) const { return apart(exchange_model(here, state.exchanging)); }
    Screen operator()(ImportListRoute const& at) const { return apart(import_list_model(here, at, state.list.get())); }
    Screen operator()(LargeAccountsRoute const& at) const { return apart(large_accounts_model(here, at)); }
    Screen operator()(CatalogueRoute const& at) const { return apart(catalogue_model(here, at)); }
    Screen operator()(SettingsRoute const&) const { return apart(settings_model(here, state.preferences())); }
    Screen operator()(WhatIfRoute const&) const { return apart(what_if_model(here, state.kept_steps)); }
};

SessionModel Portal::State::session_model()
{
    auto const here = *scene();
    auto const& name = session->ledger().tenant().name;
    auto const cover = views.cover(*session, here.day());
    auto const sites = views.places(*session, here.day())->site_count();
    auto saved = saved_state(words, *session, exchanging);
    SessionModel result { .tenant = name,
        .tenant_second = joined({ words.plural("rooms.count", cover->total),
            sites > 0 ? words.plural("session.sites", static_cast<std::int64_t>(sites)) : std::string {} }),
        .initials = initials(name),
        .navigation = navigation(here),
        .as_of = day_text(here),
        .as_of_today = !here.route.as_of && !here.route.known_at,
        .saved = std::move(saved.text),
        .saved_tone = saved.tone,
        .saved_screen = exchanging.spec.kind == BackendKind::none ? ScreenKind::data : ScreenKind::exchange,
        .screen = {} };
    if (!std::holds_alternative<AssignRoute>(here.route.screen)) carried.reset();
    result.screen = std::visit(ScreenMaker { *this, here }, here.route.screen);
    if (session->slug() == demo_slug) result.demo = std::make_shared<DemoStripModel const>(demo_strip(here));
    if (time_bar || here.route.as_of || here.route.known_at)
        result.time = std::make_shared<TimeBar const>(portal::time_bar(here, time_bar));
    if (session->trial()) result.what_if = std::make_shared<WhatIfBar const>(what_if_bar(here));
    return result;
}

RoomsModel Portal::State::rooms_with_ways(Scene const& here, RoomsRoute const& rooms)
{
    auto result = rooms_model(here, rooms, marked);
    result.ways =
        std::make_shared<RoomsWays const>(rooms_ways(here, rooms, result, kept_word("views:" + here.route.slug)));
    return result;
}

WelcomeModel Portal::State::welcome_model() const
{
    WelcomeModel result;
    auto const add = [&](std::string const& slug, std::string_view second) {
        auto const name = name_of(slug);
        result.tenants.push_back({ slug, name, std::string { words(second) }, initials(name) });
    };
    for (auto const& slug : environment.tenants) add(slug, "tenants.kept_here");
    for (auto const& [slug, kept] : in_memory) add(slug, "tenants.in_memory");
    if (result.tenants.size() > 1) result.cockpit = fragment_of(CockpitRoute {});
    bool const nothing_kept = environment.kept == Kept::not_at_all;
    result.note = words(nothing_kept ? "tenants.note_memory" : "tenants.note");
    if (auto const invitation = awaited_invitation()) {
        result.invited = words("tenants.invited", { { "name", name_of(invitation->slug) } });
        result.remedies = { { std::string { words("tenants.open_file") }, "choose-file", true } };
    }
    if (failure)
        result.failure =
            words("tenants.failure", { { "name", failure->tenant }, { "reason", words.error(failure->error) } });
    if (failure && is_damaged(failure->error)) {
        if (failure->backups) result.remedies = { { std::string { words("tenants.rebuild") }, "rebuild", true } };
        result.remedies.push_back({ std::string { words("tenants.download_damaged") }, "download-damaged" });
    }
    if (failure && failure->error.what == "newer_database")
        result.remedies = { { std::string { words("tenants.reload") }, "reload", true } };
    if (report && !session) result.report = report_model(words, *report);
    return result;
}

BannerKind Portal::State::banner_kind() const
{
    if (held) return BannerKind::held;
    if (session && faults == Faults::found && session->place() != store::Place::memory) return BannerKind::faults;
    if (session && session->is_read_only()) return BannerKind::newer;
    if (must_download()) return BannerKind::memory;
    return update == Update::ready ? BannerKind::update : BannerKind::none;
}

std::optional<BannerModel> Portal::State::banner() const
{
    auto const make = [&](Tone tone, std::string_view text, std::string_view action) {
        return BannerModel { tone, std::string { words(text) }, std::string { words(action) } };
    };
    switch (banner_kind()) {
    case BannerKind::none: break;
    case BannerKind::held:
        return BannerModel { Tone::ending, words("banner.held", { { "name", held->name } }),
            std::string { words("banner.use_here") } };
    case BannerKind::faults: return make(Tone::missing, "banner.faults", "banner.repair");
    case BannerKind::newer: // also where the update was put off: nothing can be changed without it
        if (update != Update::none) return make(Tone::ending, "banner.newer_update", "banner.update_now");
        return BannerModel { Tone::ending, std::string { words("banner.newer") }, {} };
    case BannerKind::memory: return make(Tone::missing, "banner.memory", "banner.download");
    case BannerKind::update:
        auto ready = make(Tone::neutral, "banner.update", "banner.update_now");
        ready.closable = true;
        return ready;
    }
    return {};
}

void Portal::State::act_on_banner()
{
    switch (banner_kind()) {
    case BannerKind::none: return;
    case BannerKind::held: return effects.push_back(OpenFiles { held->slug, Claim::take });
    case BannerKind::faults: return repair();
    case BannerKind::memory: return download_database();
    case BannerKind::newer:
    case BannerKind::update:
        if (update != Update::none && !refused_as_busy()) effects.push_back(Reload {});
    }
}

bool Portal::State::must_download() const
{
    return session && session->place() == store::Place::memory;
}

JobModel Portal::State::job_model() const
{
    auto const rows = job->rows();
    return { .title = words("job." + std::string { code(job_kind) }, { { "file", job->file() } }),
        .second = rows > 0 ? words.plural("job.rows", rows) : std::string { words("job.beginning") },
        .share = job->share(),
        .can_cancel = true,
        .cancel = std::string { words("job.cancel") } };
}

} // namespace keyrack::portal
