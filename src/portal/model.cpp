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
    if (model.dialog && dialog->setback) model.dialog->error = text_of(*dialog->setback);
    model.welcome = welcome_model();
    if (job && !job_waits) model.job = job_model();
    for (auto const& toast : toasts) model.toasts.push_back(toast.model);
    model.banner = banner();
    model.help = help;
    model.single_keys = preferences().single_keys;
    if (palette) model.palette = std::make_shared<PaletteModel const>(palette_model(words, *palette));
    if (auto const* const all = std::get_if<CockpitRoute>(&route); all && cockpit) {
        model.title = words("title.cockpit");
        model.cockpit = std::make_shared<CockpitModel const>(cockpit_model(words, *cockpit, today, all->query));
    }
}

SessionModel Portal::State::session_model()
{
    auto const here = *scene();
    auto const& name = session->ledger().tenant().name;
    auto const cover = views.cover(*session, here.day());
    auto const sites = views.places(*session, here.day())->site_count();
    auto saved = saved_state(words, *session, exchanging);
    auto const as_of = here.route.known_at
        ? words("session.known",
              { { "day", words.short_date(here.day()) }, { "known", words.short_date(*here.route.known_at) } })
        : here.route.as_of ? words("session.as_of", { { "date", words.short_date(*here.route.as_of) } })
                           : words("session.today", { { "date", words.short_date(today) } });
    SessionModel result { .tenant = name,
        .tenant_second = joined({ words.plural("rooms.count", cover->total),
            sites > 0 ? words.plural("session.sites", static_cast<std::int64_t>(sites)) : std::string {} }),
        .initials = initials(name),
        .navigation = navigation(here),
        .as_of = as_of,
        .as_of_today = !here.route.as_of && !here.route.known_at,
        .saved = std::move(saved.text),
        .saved_tone = saved.tone,
        .saved_screen = exchanging.spec.kind == BackendKind::none ? ScreenKind::data : ScreenKind::exchange,
        .screen = {} };
    add_screen(here, result);
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

void Portal::State::add_screen(Scene const& here, SessionModel& result)
{
    auto const& screen = here.route.screen;
    if (auto const* const rooms = std::get_if<RoomsRoute>(&screen)) result.screen = rooms_with_ways(here, *rooms);
    if (auto const* const orders = std::get_if<OrdersRoute>(&screen)) result.screen = orders_model(here, *orders);
    if (auto const* const assign = std::get_if<AssignRoute>(&screen))
        result.screen = assign_model(here, *assign, chosen);
    if (auto const* const data = std::get_if<DataRoute>(&screen)) {
        auto model_of_data = data_model(here, *data, environment.kept, report, care);
        model_of_data.rebuilt = rebuilt_note;
        result.screen = std::move(model_of_data);
    }
    if (auto const* const import = std::get_if<ImportListRoute>(&screen))
        result.screen = std::make_shared<ImportListModel const>(import_list_model(here, *import, list.get()));
    if (auto const* const support = std::get_if<SupportRoute>(&screen))
        result.screen = std::make_shared<SupportModel const>(support_model(here, *support));
    if (auto const* const devices = std::get_if<DevicesRoute>(&screen))
        result.screen = std::make_shared<DevicesModel const>(devices_model(here, *devices));
    if (auto const* const spares = std::get_if<SparesRoute>(&screen))
        result.screen = std::make_shared<SparesModel const>(spares_model(here, *spares));
    if (std::holds_alternative<OverviewRoute>(screen))
        result.screen = std::make_shared<OverviewModel const>(overview_model(here));
    if (auto const* const renewals = std::get_if<RenewalsRoute>(&screen))
        result.screen = std::make_shared<RenewalsModel const>(renewals_model(here, *renewals));
    if (auto const* const people = std::get_if<PeopleRoute>(&screen))
        result.screen = std::make_shared<PeopleModel const>(people_model(here, *people));
    if (auto const* const outbox = std::get_if<OutboxRoute>(&screen))
        result.screen = std::make_shared<OutboxModel const>(outbox_model(here, *outbox));
    if (auto const* const journal = std::get_if<JournalRoute>(&screen))
        result.screen = std::make_shared<JournalModel const>(journal_model(here, *journal, journal_found));
    if (auto const* const compliance = std::get_if<ComplianceRoute>(&screen))
        result.screen = std::make_shared<ComplianceModel const>(compliance_model(here, *compliance));
    if (std::holds_alternative<ExchangeRoute>(screen))
        result.screen = std::make_shared<ExchangeModel const>(exchange_model(here, exchanging));
    if (auto const* const accounts = std::get_if<LargeAccountsRoute>(&screen))
        result.screen = std::make_shared<LargeAccountsModel const>(large_accounts_model(here, *accounts));
    if (auto const* const catalogue = std::get_if<CatalogueRoute>(&screen))
        result.screen = std::make_shared<CatalogueModel const>(catalogue_model(here, *catalogue));
    if (std::holds_alternative<SettingsRoute>(screen))
        result.screen = std::make_shared<SettingsModel const>(settings_model(here, preferences()));
    if (std::holds_alternative<WhatIfRoute>(screen))
        result.screen = std::make_shared<WhatIfModel const>(what_if_model(here, kept_steps));
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
    if (failure)
        result.failure =
            words("tenants.failure", { { "name", failure->tenant }, { "reason", words.error(failure->error) } });
    if (failure && is_damaged(failure->error)) {
        result.remedies = { { std::string { words("tenants.rebuild") }, "rebuild", true },
            { std::string { words("tenants.download_damaged") }, "download-damaged" } };
    }
    if (failure && failure->error.what == "newer_database")
        result.remedies = { { std::string { words("tenants.reload") }, "reload", true } };
    if (report && !session) result.report = report_model(words, *report);
    return result;
}

std::optional<BannerModel> Portal::State::banner() const
{
    if (held)
        return BannerModel { Tone::ending, words("banner.held", { { "name", held->name } }),
            std::string { words("banner.use_here") } };
    BannerModel const update_ready { Tone::neutral, std::string { words("banner.update") },
        std::string { words("banner.update_now") }, true };
    auto const otherwise = update == Update::ready ? std::optional { update_ready } : std::nullopt;
    if (!session) return otherwise;
    auto const download = std::string { words("banner.download") };
    if (faults == Faults::found && session->place() != store::Place::memory)
        return BannerModel { Tone::missing, std::string { words("banner.faults") },
            std::string { words("banner.repair") } };
    if (session->is_read_only()) return BannerModel { Tone::ending, std::string { words("banner.newer") }, {} };
    if (session->place() == store::Place::memory)
        return BannerModel { Tone::missing, std::string { words("banner.memory") }, download };
    return otherwise;
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
