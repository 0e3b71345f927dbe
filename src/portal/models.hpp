#pragma once
// Screen models: what a screen shows, ready to be drawn. Texts are in the reader's language. Screens never query,
// decide or write: they take a model and return intents (intents.hpp).

#include "base/date.hpp"
#include "base/id.hpp"
#include "engine/rows.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace keyrack::portal {

enum class Tone { covered, ending, missing, planned, neutral };

struct Chip
{
    Tone tone = Tone::neutral;
    std::string text; // "Covered", "Ends in 67 days", "Expired 10 days ago", "Not covered", "Planned"
};

// --- proof, as a short story -----------------------------------------------------------------------------------------

enum class Mark { yes, no, date, never_renews, information };

struct ProofLink
{
    std::string text;     // "entry 12", "PO-5120/7"
    std::string fragment; // address to open; empty: plain text
};

struct ProofStep
{
    int depth = 0;
    Mark mark = Mark::yes;
    std::string text;   // "An active licence must be assigned to it"
    std::string second; // "PO-4390/7 · Sync Plus, 1 year · 12 Nov 2025 → 12 Nov 2026"
    std::string rules;  // "R110, R111"
    std::vector<ProofLink> links;
};

// Where rules that the steps cite stand, for whoever wants to read them there.
struct ProofSource
{
    std::string place; // "Sync Plus service description, “What's included”"
    std::string rules; // "R110, R111"
};

struct CureModel
{
    std::size_t index = 0; // of the verdict's cures: what intents name
    std::string text;      // "Assign 1 of 38 free Select licences"
    std::string second;    // "PO-5120 · covered to 3 Nov 2027"
    std::string action;    // "Preview" or "Assign"
    bool main = false;     // the best one
    bool can_try = false;  // in a what-if, where nothing is kept
};

struct ProofModel
{
    std::string question; // "Is Training 1 covered today?"
    Mark answer = Mark::no;
    std::string answer_text;   // "Yes", "No"
    std::string answer_second; // "since 12 November 2026", "until 14 May 2029"
    std::vector<ProofStep> steps;
    std::vector<CureModel> cures;
    std::vector<ProofSource> sources; // of all rules that the steps cite, in the order of the steps
};

// --- rooms -----------------------------------------------------------------------------------------------------------

enum class RoomFilter { all, not_covered, ending, important };
enum class RoomColumn { room, site, programme, cover, until, devices };
enum class Direction { ascending, descending };

struct RoomLine
{
    RoomId id;
    std::string name, site, programme; // programme "—" where none
    Chip cover;
    std::string until;     // "14 May 2029", "" where not covered
    std::string devices;   // "5"
    std::string second;    // phone: "Hamburg · 4 devices"
    bool selected = false; // open in the detail
    bool marked = false;   // chosen by its checkbox
};

struct FilterChip
{
    RoomFilter filter {};
    std::string text; // "Not covered"
    std::int64_t count = 0;
    bool on = false;
};

struct DeviceLine
{
    std::string model, serial;
    std::string warranty; // "Warranty to 2 Apr 2028"
    Chip chip;            // "Extended by Select", "Base", "Cut by the 5-year cap", "Ended"
    std::string why;      // one sentence with the dates
};

struct HistoryLine
{
    std::string text;   // "PO-5120/7 assigned from 3 Nov 2026"
    std::string second; // "Maren Kjær · 3 Nov 2026 · entry 14"
};

struct FeatureLine
{
    std::string key;  // "insights": names the question
    std::string name; // "Insights"
    Chip chip;        // Yes / No
};

enum class RoomTab { room, why, devices, history };

struct RoomDetail
{
    RoomId id;
    std::string name;
    std::string second; // "Hamburg · 4 devices · important room"
    Chip cover;
    RoomTab tab = RoomTab::room;
    std::vector<std::pair<std::string, std::string>> facts; // tab room: label, value
    std::vector<FeatureLine> features;                      // tab room: each leads to its proof
    ProofModel proof;                                       // tab why
    std::vector<DeviceLine> devices;                        // tab devices
    std::vector<HistoryLine> history;                       // tab history
    std::string help {};                                    // address of a new ticket for the room
};

struct RoomsWays; // rooms_ways.hpp

struct RoomsModel
{
    std::string second; // "80 rooms · 62 covered"
    std::string query;
    std::vector<FilterChip> filters;
    RoomColumn sort = RoomColumn::room;
    Direction direction = Direction::ascending;
    std::size_t count = 0;                     // rows after filter and search
    std::function<RoomLine(std::size_t)> line; // any row, made when asked for
    std::size_t marked = 0;                    // rows chosen by checkbox
    std::optional<std::size_t> selected_row;   // row of the open room, to scroll to
    bool none_at_all = false;                  // the tenant has no rooms: empty state with what to do
    std::optional<RoomDetail> detail;
    std::shared_ptr<RoomsWays const> ways; // rooms_ways.hpp: site map, columns, saved views, copying; may be none
};

// --- service orders --------------------------------------------------------------------------------------------------

struct OrderLine
{
    OrderId id;
    std::string order;      // "PO-5120"
    std::string programme;  // "Select, 3 years"
    std::string account;    // "Northwind Deutschland GmbH", "Parties unknown"
    std::string licences;   // "22 of 40 assigned"
    double used_share = 0;  // for a small bar
    std::string free;       // "18"
    std::string start, end; // "3 Nov 2026", before the start: "15 Jan 2027 at the latest"
    Chip state;
    std::string second; // phone
    bool selected = false;
};

struct OrderDetail
{
    OrderId id;
    std::string order, second;
    Chip state;
    std::vector<std::pair<std::string, std::string>> facts;
    ProofModel proof; // why the term is what it is, and whether it can be cancelled
    bool can_cancel = false;
    std::string cancel_note; // "Can be cancelled until 22 Dec 2026" or why not
    bool can_assign = false;
};

struct Figure // a small card above the list
{
    std::string label;  // "Licences in force"
    std::string value;  // "100"
    std::string second; // "62 assigned · 38 free"
    double share = 0;   // of the ring, 0…1
    Tone tone = Tone::neutral;
    std::string why {}; // label of the link to its proof ("Why 2 spares"): AskSpares; empty: none
};

enum class OrderColumn { order, programme, licences, free, start, end, state };

struct OrdersModel
{
    std::string second;          // "5 orders · 112 licences"
    std::vector<Figure> figures; // licences used, spares earned (R90–R92), ending within 90 days
    ProofModel spares;           // why so many spares
    OrderColumn sort = OrderColumn::end;
    Direction direction = Direction::ascending;
    std::vector<OrderLine> lines;
    std::optional<OrderDetail> detail;
};

// --- assign ----------------------------------------------------------------------------------------------------------

struct LicenceCard
{
    OrderId order;
    std::string title;  // "Select · PO-5120"
    std::string second; // "3 years · to 3 Nov 2027", "2 years · starts 15 Jan 2027 at the latest"
    std::int64_t free = 0;
    bool chosen = false;
    std::string blocked; // why it cannot be chosen, or empty
};

struct RoomCard
{
    RoomId room;
    std::string name, second; // "Oslo · 3 devices"
    Chip cover;
    bool chosen = false;
    std::string blocked; // "Not in a Sync account: Sync Plus cannot be assigned", or empty
};

struct ChangeLine
{
    std::string label; // "Rooms covered"
    std::string value; // "62 → 66"
    Tone tone = Tone::neutral;
};

struct AssignModel
{
    std::string second; // "38 free licences, 18 rooms without cover"
    std::vector<LicenceCard> licences;
    std::string query;
    std::size_t room_count = 0;
    std::function<RoomCard(std::size_t)> room;
    std::string chosen_text; // "4 of 18 chosen"
    std::size_t chosen = 0;
    std::string from;      // date field: "2026-11-22"
    std::string from_text; // what stands there while it is not edited: "22 Nov 2026"
    std::vector<ChangeLine> changes;
    std::vector<std::string> warnings; // cap, term start, no more licences …
    std::string hint;                  // what to do first, or empty
    std::string refusal;               // why the plan cannot be done as chosen, or empty
    std::string action;                // "Assign 4 licences"
    bool ready = false;
    bool can_try = false;                 // in a what-if, where nothing is kept
    std::string empty_text, empty_second; // when there is nothing to assign or no room without cover
};

// --- data ------------------------------------------------------------------------------------------------------------

struct ReportGroup
{
    Tone tone = Tone::ending;          // ending: flagged, missing: refused
    std::string text;                  // "12 assignments after the order's term"
    std::vector<std::string> examples; // "line 812 · assignments[799] · PO-9/4"
    std::string more;                  // "and 2 more"
};

// A button of the report: RunOnScreen; CancelJob where `run` is empty.
struct ReportAction
{
    std::string text, run;
    bool main = false;
};

struct ImportReportModel
{
    std::string title;  // "tenant.json is imported" / "Nothing was imported"
    std::string second; // "10,000 rooms, 312 orders, …"
    Mark outcome = Mark::yes;
    std::vector<ReportGroup> groups;
    std::vector<ReportAction> actions {}; // what to do now: import it, or not; take it back
    bool waits = false;                   // for one of them: it cannot be closed
};

struct JournalLine
{
    std::string number, text, second;
    bool can_undo = false;
    EntryId entry;
    // Of a tenant that is exchanged: "On this device", "Sent", "Seen by others"; or "Lost
    // its ground". Empty: nothing to say.
    std::string state {};
    Tone state_tone = Tone::neutral;
};

struct CareModel; // care_model.hpp

struct DataModel
{
    std::string storage; // "Kept in this browser until it clears it" / "Nothing is kept" …
    Tone storage_tone = Tone::neutral;
    std::vector<std::pair<std::string, std::string>> facts; // size, entries, rooms …
    std::optional<ImportReportModel> report;
    std::string rebuilt {}; // what came of a database that was damaged; empty: it was not
    std::size_t journal_count = 0;
    std::function<JournalLine(std::size_t)> journal; // newest first
    std::optional<std::size_t> journal_selected;     // the line that the address names, to scroll to
    std::shared_ptr<CareModel const> care {};        // what can be taken out, and the backups
};

// --- around the screens ----------------------------------------------------------------------------------------------

struct TenantCard
{
    std::string slug, name, second, initials;
};

struct WelcomeModel // first visit, or no tenant open
{
    std::vector<TenantCard> tenants;         // kept in this browser
    std::string note;                        // where data is kept
    std::string failure;                     // a database that was refused, and why; it is kept as it is
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
    std::string scan {}; // label of the button that reads it with the camera; empty: none
};
struct DialogModel
{
    std::string key; // "add_room", "place_order", "cancel_order", "start_empty", "as_of" …
    std::string title, text;
    std::vector<DialogField> fields;
    std::string confirm, cancel;
    bool danger = false;
    std::string error; // a denial of the whole
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
