#pragma once
// Screen models: what a screen shows, ready to be drawn. Texts are in the reader's language. Screens never query,
// decide or write: they take a model and return intents (intents.hpp). The models of most screens stand in headers of their
// own.

#include "base/date.hpp"
#include "portal/assign_shown.hpp"
#include "portal/data_shown.hpp"
#include "portal/orders_shown.hpp"
#include "portal/rooms_shown.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace keyrack::portal {

struct TenantCard
{
    std::string slug, name, second, initials;
};

struct WelcomeModel // first visit, or no tenant open
{
    std::vector<TenantCard> tenants;         // kept in this browser
    std::string note;                        // where data is kept
    std::string failure;                     // a database that was refused, and why; it is kept as it is
    std::string invited {};                  // by a link, to a company that is not here: what to do
    std::vector<ReportAction> remedies {};   // what can be done about it
    std::optional<ImportReportModel> report; // of a dropped file that could not become a tenant
    std::string cockpit {};                  // address of all companies on one page; empty: too few for one
};

enum class ScreenKind {
    rooms,
    orders,
    assign,
    data,
    support,
    devices,
    spares,
    overview,
    renewals,
    people,
    outbox,
    journal,
    compliance,
    exchange,
    import_list,
    large_accounts,
    catalogue,
    settings,
    what_if
};

struct NavigationItem
{
    ScreenKind screen {};
    std::string text;
    std::string group; // a label above it starts a group; empty: none
    std::string fragment;
    std::int64_t badge = 0;
    Tone badge_tone = Tone::neutral;
    bool in_bottom_bar = false; // of a phone; the others are under "more"
    bool current = false;
};

struct JobModel
{
    std::string title, second; // "Importing tenant.json", "48,000 of 106,000 rows"
    double share = 0;          // 0…1
    bool can_cancel = true;
    std::string cancel; // "Cancel"
};

struct ToastModel
{
    std::int64_t id = 0;
    Tone tone = Tone::neutral;
    std::string text;
    bool can_undo = false;
    bool stays = false; // errors stay until closed
};

struct BannerModel
{
    Tone tone = Tone::ending;
    std::string text;
    std::string action; // label, or empty
    bool closable = false;
};

// The question a dialog asks, and its fields. Values: a date is "2026-11-22" or empty, a toggle "yes" or empty, a
// choice the value of one of `choices`.
struct DialogField
{
    std::string key, label, value, hint, error;
    enum class Kind { text, date, number, choice, toggle } kind = Kind::text;
    std::string shown; // date: what stands there while it is not edited, "22 Nov 2026"
    std::vector<std::pair<std::string, std::string>> choices; // value, label
    std::string scan {};         // label of the button that reads it with the camera; empty: none
    std::string autocomplete {}; // as in HTML: what about whoever writes it stands here; empty: nothing is
};
// What can be done first, while the dialog stays open.
struct DialogAction
{
    std::string text;
    std::string run; // RunOnScreen
};
struct DialogModel
{
    std::string key; // "add_room", "place_order", "cancel_order", "start_empty", "as_of" …
    std::string title, text;
    std::vector<DialogField> fields;
    std::string confirm, cancel; // without `confirm` it only tells
    bool danger = false;
    bool can_try = false;                    // in a what-if first: RunOnScreen "try-dialog"
    std::string error;                       // a denial that is about no field of its own
    std::vector<CureModel> ways {};          // what can be done about a denial
    std::int64_t attempts = 0;               // to confirm it: after each the first invalid field takes the focus
    std::optional<DialogAction> download {}; // what is about to go can be kept as a file
};

// Models of screens in headers of their own.
struct SupportModel;       // support_model.hpp
struct DevicesModel;       // devices_model.hpp
struct SparesModel;        // spares_model.hpp
struct OverviewModel;      // overview_model.hpp
struct RenewalsModel;      // renewals_model.hpp
struct PeopleModel;        // people_model.hpp
struct OutboxModel;        // outbox_model.hpp
struct JournalModel;       // journal_model.hpp
struct ComplianceModel;    // compliance_model.hpp
struct ExchangeModel;      // exchange_model.hpp
struct ImportListModel;    // import_list_model.hpp
struct LargeAccountsModel; // large_accounts_model.hpp
struct CatalogueModel;     // catalogue_model.hpp
struct SettingsModel;      // settings_model.hpp
struct WhatIfModel;        // what_if_model.hpp
// Likewise what stands around or over the screens.
struct TimeBar;        // time_model.hpp
struct WhatIfBar;      // what_if_model.hpp
struct PaletteModel;   // palette_model.hpp
struct DemoStripModel; // demo_strip.hpp
struct CockpitModel;   // cockpit_model.hpp
template <class Model>
using Apart = std::shared_ptr<Model const>;

struct SessionModel // a tenant is open
{
    std::string tenant, tenant_second, initials; // "Northwind AG", "80 rooms · 4 sites", "NA"
    std::vector<NavigationItem> navigation;
    std::string as_of;       // "Today, 22 Nov 2026" or "As of 1 Mar 2027"
    bool as_of_today = true; // false: the screen is unmistakably marked
    std::string saved;       // "Saved on this device", "Saving …", "Not kept"
    Tone saved_tone = Tone::neutral;
    ScreenKind saved_screen = ScreenKind::data; // that tells more
    std::variant<RoomsModel, OrdersModel, AssignModel, DataModel, Apart<SupportModel>, Apart<DevicesModel>,
        Apart<SparesModel>, Apart<OverviewModel>, Apart<RenewalsModel>, Apart<PeopleModel>, Apart<OutboxModel>,
        Apart<JournalModel>, Apart<ComplianceModel>, Apart<ExchangeModel>, Apart<ImportListModel>,
        Apart<LargeAccountsModel>, Apart<CatalogueModel>, Apart<SettingsModel>, Apart<WhatIfModel>>
        screen;
    Apart<DemoStripModel> demo {}; // of the demo company
    Apart<TimeBar> time {};        // none: it is closed, and the screen is about today
    Apart<WhatIfBar> what_if {};   // none: nothing is being tried
};

struct PortalModel
{
    std::string title; // of the browser tab
    std::optional<SessionModel> session;
    WelcomeModel welcome; // shown where there is no session
    std::optional<JobModel> job;
    std::optional<DialogModel> dialog;
    std::vector<ToastModel> toasts;
    std::optional<BannerModel> banner;
    std::string opening;            // "Opening Northwind AG …" while a tenant is being opened
    Apart<CockpitModel> cockpit {}; // all companies on one page; there is no session then
    Apart<PaletteModel> palette {}; // none: it is closed
    bool help = false;              // the sheet of all shortcuts
    bool single_keys = true;        // shortcuts of one letter answer
};

} // namespace keyrack::portal
