// What is written and pressed on the screens whose models are in headers of their own.
#include "portal/state.hpp"

#include "base/text.hpp"
#include "portal/devices_screen.hpp"
#include "portal/journal_query.hpp"
#include "portal/renewals_model.hpp"
#include "portal/report_page.hpp"
#include "portal/support_screen.hpp"

namespace keyrack::portal {

namespace {

Download renewals_file(Scene const& here)
{
    auto const list = renewals_csv(here);
    auto const bytes = std::as_bytes(std::span { list });
    return { here.route.slug + "-renewals-" + iso(here.day()) + ".csv", "text/csv;charset=utf-8",
        { bytes.begin(), bytes.end() } };
}

} // namespace

void Portal::State::search_screen(std::string query)
{
    if (std::holds_alternative<CockpitRoute>(route)) return go(CockpitRoute { std::move(query) }, History::replace);
    auto const* const here = tenant_route();
    if (!here) return;
    auto screen = here->screen;
    if (auto* const accounts = std::get_if<LargeAccountsRoute>(&screen)) accounts->query = std::move(query);
    if (auto* const catalogue = std::get_if<CatalogueRoute>(&screen)) catalogue->query = std::move(query);
    if (auto* const support = std::get_if<SupportRoute>(&screen)) support->query = std::move(query);
    if (auto* const devices = std::get_if<DevicesRoute>(&screen)) devices->query = std::move(query);
    if (auto* const journal = std::get_if<JournalRoute>(&screen)) journal->query = std::move(query);
    if (auto* const import = std::get_if<ImportListRoute>(&screen)) import->query = std::move(query);
    show(std::move(screen), History::replace);
}

void Portal::State::edit_screen(EditScreen const& edit)
{
    auto const* const here = tenant_route();
    if (!here) return;
    if (std::holds_alternative<ImportListRoute>(here->screen)) return edit_list(edit);
    if (auto const* const journal = std::get_if<JournalRoute>(&here->screen)) {
        auto const bound = journal_bound(edit.field);
        if (bound) search_screen(with_day(journal->query, *bound, edit.value));
        return;
    }
    std::string name;
    if (auto const* const support = std::get_if<SupportRoute>(&here->screen)) name = form_name(*support);
    if (auto const* const devices = std::get_if<DevicesRoute>(&here->screen))
        name = devices->adding == AddingDevices::many ? std::string { new_devices_form } : "move." + devices->device;
    if (std::holds_alternative<ExchangeRoute>(here->screen)) name = exchange_form;
    if (name.empty()) return;
    if (form.of != name) form = { .of = name };
    form.values[edit.field] = edit.value;
    form.setback.reset();
}

void Portal::State::run_on_screen(std::string_view action)
{
    if (action == "confirm-import") return confirm_import();
    if (run_on_company(action)) return;
    if (!session && action == "choose-file") {
        resumed = ChooseFile {};
        return;
    }
    if (!session) return run_on_failure(action);
    auto const here = scene();
    if (!here || refused_as_busy()) return;
    if (run_on_refusal(action)) return;
    if (action == "download-report") return download_report(*here);
    if (action == "download-renewals") return effects.push_back(renewals_file(*here));
    if (auto const mail = after(action, "open-mail:"); !mail.empty()) return hand_out_mail(mail, "mailto");
    if (action == "look-overview") return show(OverviewRoute {}, History::push);
    if (action == "look-renewals") return show(RenewalsRoute {}, History::push);
    if (auto bought = buying(*here, action)) return ask(*std::move(bought));
    auto const& screen = here->route.screen;
    if (std::holds_alternative<WhatIfRoute>(screen)) return run_on_what_if(action);
    if (std::holds_alternative<RoomsRoute>(screen)) return run_on_rooms(action);
    if (std::holds_alternative<SupportRoute>(screen)) return run_on_support(*here, action);
    if (std::holds_alternative<DevicesRoute>(screen)) return run_on_devices(*here, action);
    if (std::holds_alternative<SparesRoute>(screen)) return run_on_spares(*here, action);
    if (std::holds_alternative<ExchangeRoute>(screen)) return run_on_exchange(action);
    if (std::holds_alternative<DataRoute>(screen) || std::holds_alternative<ImportListRoute>(screen))
        return run_on_data(action);
    run_on_office(*here, action);
}

void Portal::State::download_report(Scene const& here)
{
    auto const page = report_page(here);
    auto const bytes = std::as_bytes(std::span { page });
    effects.push_back(Download { report_page_name(here), "text/html;charset=utf-8", { bytes.begin(), bytes.end() } });
}

} // namespace keyrack::portal
