#pragma once
// What the portal holds, and its use cases by subject: addresses, tenants, acting, importing, dialogs, models. Each
// subject has a file of its own; portal.cpp is the door.

#include "portal/assign_plan.hpp"
#include "portal/care.hpp"
#include "portal/cockpit.hpp"
#include "portal/dialog.hpp"
#include "portal/exchange.hpp"
#include "portal/job.hpp"
#include "portal/journal_model.hpp"
#include "portal/list_work.hpp"
#include "portal/notices.hpp"
#include "portal/opening.hpp"
#include "portal/palette.hpp"
#include "portal/portal.hpp"
#include "portal/report_model.hpp"
#include "portal/rooms_model.hpp"
#include "portal/scene.hpp"
#include "portal/screen_form.hpp"
#include "portal/session.hpp"
#include "portal/what_if_model.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace keyrack::portal {

class ImportJob;
class FileReading;
class RowsJob;
class UndoImportJob;
struct Rebuilt;
struct OwnPreferences; // settings_model.hpp

struct Portal::State
{
    State(Environment environment, Instant now, Date today);

    // --- what is held ------------------------------------------------------------------------------------------------
    Environment environment; // `fragment` is kept at what the browser shows
    Instant now {};
    Date today {};
    Words words;
    Appearance appearance = Appearance::system;
    Contrast contrast = Contrast::system;
    Views views;
    JournalMemo journal_found;

    std::unique_ptr<Session> session;
    // Tenants that live nowhere else, while they are not open.
    std::map<std::string, std::unique_ptr<Session>> in_memory;
    std::optional<Opening> opening; // waits for files_opened
    std::optional<Opening> held;    // is open in another tab
    std::optional<Failure> failure;
    Faults faults = Faults::not_looked_for;

    Route route;
    MarkedRooms marked;
    ChosenRooms chosen;
    std::optional<Carried> carried; // from card to card of the assign screen
    ScreenForm form;                // of the open screen
    std::optional<DialogState> dialog;
    std::optional<Waiting> held_back; // until somebody has said who acts here
    std::optional<Intent> resumed;    // what was wanted before that, to be done now
    std::vector<Toast> toasts;
    std::int64_t last_toast = 0;

    std::optional<Palette> palette; // while it is open
    bool help = false;
    bool time_bar = false;                   // it is open, also on today
    LookingBack looking_back;                // what was known earlier is about to be read
    std::vector<KeptStep> kept_steps;        // what became of what was tried last
    std::optional<TenantRoute> tried_from;   // where the what-if was begun
    std::optional<Cockpit> cockpit;          // while all companies are on the screen
    std::optional<CompanyWork> company_work; // waits for its files
    // By slug, of the companies that were read on that page: what the palette finds elsewhere. Names and addresses, no figures.
    std::map<std::string, std::shared_ptr<CompanyIndex const>> company_indexes;

    std::unique_ptr<Job> job;
    JobKind job_kind {};
    std::function<void()> when_done; // of the job; it takes the job away
    bool job_waits = false;          // it has done its part, and waits for a person's yes or no
    std::function<void()> when_confirmed;
    std::unique_ptr<ListWork> list; // of the open tenant: a list that is looked at before it is imported
    Care care;                      // of the open tenant: its backups
    std::optional<Rebuilding> rebuilding;
    std::string rebuilt_note;           // what came of it, until the tenant is left
    bool fills_fresh_tenant = false;    // job or list do: if they come to nothing, the tenant goes with them
    std::optional<ImportResult> report; // of the open tenant, or of the file that became none

    Exchanging exchanging; // of the open tenant

    bool asked_persistence = false;
    Update update = Update::none;
    std::vector<Effect> effects;
    bool stale = true;
    PortalModel model;

    // --- addresses (addresses.cpp) -----------------------------------------------------------------------------------
    [[nodiscard]] TenantRoute const* tenant_route() const { return std::get_if<TenantRoute>(&route); }
    template <class Screen>
    [[nodiscard]] Screen screen_or_plain() const;
    void start();
    void open_first(); // what the address names, the only company there is, or the way in
    void address_changed(std::string_view fragment);
    void follow(std::string_view fragment); // a link
    void set_address(std::string fragment, History history);
    void go(Route to, History history);
    void show(ScreenRoute screen, History history); // of the open tenant, on the same day
    void turn_to_day(std::optional<Date> day);
    void slide_to(SlideTo const& wish);
    void turn_to_knowledge(std::optional<Date> known_at);
    void settle_knowledge(); // what the address says was known, is
    void read_knowledge();
    [[nodiscard]] Instant end_of_day(Date day) const;
    void remember_visit();                        // of the object that the address names
    void arrive(TenantRoute to, History history); // what it names is there, or a word says that it is not

    // --- tenants (tenants.cpp) ---------------------------------------------------------------------------------------
    [[nodiscard]] bool is_kept(std::string_view slug) const;
    [[nodiscard]] std::vector<std::string> taken_slugs() const;
    [[nodiscard]] std::string name_of(std::string_view slug) const;
    // The invitation that the address names, while its company is not on this device.
    [[nodiscard]] std::optional<TenantRoute> awaited_invitation() const;
    void open_demo(std::optional<TenantRoute> target = {});
    void reset_demo(); // as it was when it was opened first
    void open_kept(std::string_view slug, std::optional<TenantRoute> target);
    void open_fresh(std::string name, Purpose purpose);
    void begin_opening(Opening what);
    void open_under_another_name(Opening what);
    void files_opened(std::string_view slug, FilesState state);
    void go_on_opening(Opening const& what, FilesState state, bool was_asked);
    void open_without_files(Opening const& what);
    [[nodiscard]] store::Place place_of_files() const;
    void open_session(Opening const& what, store::Place place);
    [[nodiscard]] Result<void> fill(Session& fresh, Opening const& what) const;
    void enter(std::unique_ptr<Session> opened, Opening const& what);
    void fail_to_open(Opening const& what, store::Place place, Error error, Afterwards files);
    void forget_what_was_seen();
    void close_session(Afterwards files = Afterwards::keep);
    void set_session_aside();                   // closes it, and keeps its files open
    void forget_session();                      // closes it, and removes what it had begun to keep
    void forget_entry(std::string const& slug); // of the directory of companies, with all that is remembered of it
    void forget_words_of(std::string const& slug);
    void note_name(std::string const& slug, std::string const& name); // in that directory
    void leave_tenant();
    void give_up_files();

    // --- acting (acting.cpp) -----------------------------------------------------------------------------------------
    // Who acts on this device in the open tenant: the e-mail address of one of its people; empty where nobody said.
    [[nodiscard]] std::string acting() const;
    [[nodiscard]] std::string acting_in(Session const& there) const;
    [[nodiscard]] Author author() const { return { .actor = acting(), .now = now, .today = today }; }
    [[nodiscard]] std::optional<Scene> scene();
    [[nodiscard]] bool refused_as_busy(); // and says so
    [[nodiscard]] std::string told_of_today(std::string text) const;
    // All steps in their order, each an entry, or none of them. What is known of it where one was refused.
    [[nodiscard]] std::optional<Refused> carry_out(std::vector<engine::Command> steps, std::string done_text);
    [[nodiscard]] std::optional<Setback> take_back(std::vector<DoneCommand>& done);
    void tell_what_stays(std::vector<DoneCommand> done);
    void act(std::vector<engine::Command> steps, std::string text); // carry_out, and says what went wrong
    void say(Tone tone, std::string text);
    void say_setback(Setback const& setback);
    [[nodiscard]] std::string text_of(Setback const& setback) const;
    void show_toast(Toast toast);
    void say_undone(engine::Command const& command, std::size_t more = 0);
    void say_tried(Toast toast);
    void forget_tried(); // what told it
    [[nodiscard]] bool lists_what_is_tried() const;
    void undo_toast(std::int64_t id);
    void undo_entry(EntryId entry);
    void undo_last();
    void run_cure(std::size_t index);
    void commit_assign();
    void let_go(); // of what is carried: it is chosen
    void end_assignment(RoomId room);
    void choose_all(bool all);
    struct LeftOut
    {
        std::int64_t objected = 0, without_licence = 0;
    };
    void say_what_is_chosen(std::int64_t shown, LeftOut const& left);
    void remember_choice(); // in the address
    bool add_rooms(std::size_t count);
    void assign_marked();
    void download_database();
    void ask_persistence_once();

    // --- what was refused (refusing.cpp) -----------------------------------------------------------------------------
    // In the dialog that asked for it. Without one: in a dialog with what can be done, or in passing where nothing can.
    void say_refused(Refused refused);
    bool run_on_refusal(std::string_view action); // whether it was about a way past a refusal
    void take_way(std::size_t index);
    void try_way(std::size_t index);
    void try_dialog();
    [[nodiscard]] std::optional<Refused> take(WayPast way, Refused const& instead_of);
    void show_ways_to_assign(std::string_view key);   // of a room; empty: all that are chosen
    void show_what_came(engine::Command const& last); // unless it was a step on the way to something else

    // --- trying out (trying.cpp) -------------------------------------------------------------------------------------
    void begin_what_if();
    // In the what-if that there is, or in one of its own: that ends with the question that is asked in it, or at once, where
    // nothing was tried.
    void try_in_what_if(std::function<void()> const& what);
    [[nodiscard]] bool end_idle_what_if(); // whether nothing was tried in it
    void return_from_what_if();            // to what was seen where it was begun, unless somebody has gone elsewhere
    void leave_what_if_screen();           // for the screen where it was begun
    void keep_what_if();
    void drop_what_if();
    void run_on_what_if(std::string_view action);
    [[nodiscard]] bool refused_as_earlier();    // what was known earlier cannot be changed, and it is said
    [[nodiscard]] bool refused_as_unrecorded(); // likewise; and what goes into the journal at once cannot be tried

    // --- the palette (palette_acting.cpp) ----------------------------------------------------------------------------
    void open_palette();
    void search_palette(std::string query);
    [[nodiscard]] bool palette_has_work() const { return palette && palette->searches() && session; }
    [[nodiscard]] Elsewhere elsewhere_for(Scene const& here, std::string const& query) const;
    bool palette_work(); // looks through some rows more; whether there are more
    void run_palette(std::string_view line);

    // --- all companies (cockpit_acting.cpp) --------------------------------------------------------------------------
    void open_cockpit(CockpitRoute to, History history);
    void read_next_company();
    void leave_cockpit(); // what waited for it goes on
    void take_company(std::string_view slug, FilesState state);

    // --- a company as a whole (companies.cpp) ------------------------------------------------------------------------
    [[nodiscard]] bool run_on_company(std::string_view action); // whether it was about one
    void ask_about_company(DialogKind kind, std::string const& slug);
    // Entries that no other device has; nothing while that is still being read.
    [[nodiscard]] std::optional<std::int64_t> unsent_of(std::string const& slug) const;
    void confirm_rename_company();
    void confirm_remove_company();
    [[nodiscard]] bool refused_as_at_work(); // and says so
    void begin_company_work(CompanyWork what);
    void go_on_with_company();
    void company_opened(FilesState files);
    void name_company(Session& of_company, std::string const& name);
    void take_out_company(Session const& of_company);
    void remove_open_company();
    void ask_for_copies();
    void copies_seen(std::vector<KeptFile> const& files);
    void tell_removed();
    void end_company_work();
    [[nodiscard]] std::string kept_word(std::string_view key) const;
    void keep_word(std::string key, std::string value);

    // --- what is written and pressed on a screen (screen_acting.cpp) -------------------------------------------------
    void search_screen(std::string query);
    void edit_screen(EditScreen const& edit);
    void run_on_screen(std::string_view action);
    void download_report(Scene const& here);
    // The support desk's screens (desk_acting.cpp).
    void run_on_support(Scene const& here, std::string_view action);
    void open_ticket(Scene const& here);
    void show_ways_to_open(engine::Command const& open, std::string text);
    void add_note(Scene const& here, TicketId ticket);
    void run_on_devices(Scene const& here, std::string_view action);
    void run_on_spares(Scene const& here, std::string_view action);
    // Serial numbers by camera (scanning.cpp).
    [[nodiscard]] bool adds_devices() const; // the screen that asks for many is open
    void scan();
    void scanned(std::string_view code);
    [[nodiscard]] TellScanner into_list(Scene const& here, std::string serial);
    // The screens around a tenant (office_acting.cpp).
    void run_on_office(Scene const& here, std::string_view action);
    // A tenant with people asks who acts here before the first change.
    [[nodiscard]] bool must_ask_who(Intent const& intent) const;
    void ask_who(Intent const& intent);
    void confirm_who();
    void dismiss_dialog();
    void act_as(std::string email);
    void run_on_people(Scene const& here, std::string_view action);
    void run_on_rooms(std::string_view action);
    [[nodiscard]] bool run_on_settings(Scene const& here, std::string_view action); // whether it was one of theirs
    // `as`: eml, txt or mailto.
    void hand_out_mail(std::string_view number, std::string_view as);
    void hand_out_draft(std::string_view ticket, std::string_view as);
    void hand_out(engine::Mail const& mail, Instant at, std::string_view as);
    [[nodiscard]] std::string unguessable() const;
    // A company's own sign-in (sign_in.cpp).
    [[nodiscard]] Identity const* identity() const; // who signed in for the open tenant
    void ask_to_sign_in(std::string email);
    void begin_sign_in(std::string email);
    void confirm_sign_in();
    void sign_out();
    void accept_invitation(InvitationId id);
    [[nodiscard]] bool came_by(std::string_view link) const; // of an invitation

    // --- importing (importing.cpp) -----------------------------------------------------------------------------------
    bool file_begins(std::string_view name, double size);
    bool begin_bundle(std::string const& file, double bytes);
    bool begin_reading(std::string file, double bytes);
    bool begin_import(std::string file, double bytes);
    void begin_list(std::string file, double bytes);
    // Begins where the job itself has begun; says why where it has not.
    bool begin_job(std::unique_ptr<Job> what, JobKind kind, Result<void> const& begun, std::function<void()> then);
    void file_ends();
    void file_failed(std::string_view why);
    bool work();
    bool work_on_preview(); // of what is chosen or tried; whether there is more
    bool work_on_list();
    [[nodiscard]] bool list_has_work() const;
    [[nodiscard]] bool has_work() const;
    void finish_import(ImportJob& import);
    void confirm_import();
    void take_in(ImportJob& import);
    void name_as_file_says(std::string const& company);
    void show_result(ImportResult result, History history);
    void stop_job();
    bool look_for_faults();
    bool use_leisure();

    // --- the exchange (exchange.cpp) ---------------------------------------------------------------------------------
    [[nodiscard]] BackendSpec remembered_backend(std::string_view slug) const;
    void begin_exchange(); // of the session that was opened just now
    [[nodiscard]] bool form_will_do(BackendSpec const& written);
    void save_backend();
    void test_backend();
    void backend_tested(std::string_view slug, std::vector<BackendFinding> findings);
    void answered(std::string_view slug, sync::Answer const& answer);
    void online(bool is_online);
    void exchange_work();
    void exchange_step();
    void exchange_part(std::function<void()> const& part); // screens are made anew only where they tell another thing
    void after_exchange(Result<Exchanged> const& step);
    bool note_exchanged(Result<Exchanged> const& step); // whether it could be done
    void perform_exchange(sync::Effects const& effects);
    void renumber(Exchanged const& exchanged);
    void look_at_bundle(); // of a static host
    void take_bundle(sync::Answer const& answer);
    void take_published(std::string_view body);
    void wake_at(Instant at);
    void take_in_bundle(std::string const& file, std::string_view text); // or a segment
    void try_again(std::string_view name);                               // a command that lost its ground
    void set_aside(std::string_view name);
    void download_bundle();
    void run_on_exchange(std::string_view action);

    // --- lists of rooms or devices (list_acting.cpp) -----------------------------------------------------------------
    void list_read(FileReading& reading);
    void edit_list(EditScreen const& edit);
    void import_the_list();
    void finish_list(RowsJob& rows);
    void put_list_away();
    void undo_import(EntryId import);
    void finish_undo(UndoImportJob& undo);
    void run_on_data(std::string_view action);

    // --- backups and what is taken out (care_acting.cpp) -------------------------------------------------------------
    void take_out(std::string_view what);
    void keep_backup_if_due(BackupWhen when);
    void keep_backup(BackupKind kind, std::vector<std::byte> bytes);
    void storage_seen(std::string_view slug, std::vector<KeptFile> const& files, Usage usage);
    void read_backup(BackupUse use, std::string_view file);
    void backup_read(std::string_view slug, std::string_view file, std::string_view bytes, std::string_view fault);
    void put_back(std::string_view bytes);
    bool begin_database_file(std::string name, std::string const& file, double bytes);
    void open_as_another_company(std::string name, std::string bytes);
    void repair(); // the open tenant's database has faults
    void run_on_failure(std::string_view action);
    void begin_rebuilding(Opening const& what);
    void rebuild_with(std::string_view file, std::string_view bytes, std::string_view fault);
    void tell_rebuilt(Rebuilt const& made, std::optional<Backup> const& from);

    // --- dialogs (dialogs.cpp) ---------------------------------------------------------------------------------------
    void ask(DialogState what);
    void close_dialog();               // and the what-if that was begun for it, where nothing was tried
    [[nodiscard]] bool leave_dialog(); // likewise; whether a what-if ended, which leads back to where it was begun
    void edit_dialog(EditDialog const& edit);
    void confirm_dialog();
    void confirm_start_empty();
    [[nodiscard]] std::optional<std::string> written_name(); // of a company; nothing: the dialog says what is wrong
    void confirm_commands();
    [[nodiscard]] std::string done_text(DialogState const& answered) const;

    // --- models (model.cpp) ------------------------------------------------------------------------------------------
    void make_model();
    [[nodiscard]] SessionModel session_model();
    struct ScreenMaker;
    [[nodiscard]] RoomsModel rooms_with_ways(Scene const& here, RoomsRoute const& rooms);
    [[nodiscard]] OwnPreferences preferences() const;
    [[nodiscard]] WelcomeModel welcome_model() const;
    [[nodiscard]] BannerKind banner_kind() const;
    [[nodiscard]] std::optional<BannerModel> banner() const;
    void act_on_banner();
    // What is open is kept nowhere else.
    [[nodiscard]] bool must_download() const;
    [[nodiscard]] JobModel job_model() const;
};

// The open screen, where it is of that kind; what its link in the navigation opens otherwise.
template <class Screen>
Screen Portal::State::screen_or_plain() const
{
    auto const* const tenant = tenant_route();
    auto const* const screen = tenant ? std::get_if<Screen>(&tenant->screen) : nullptr;
    return screen ? *screen : Screen {};
}

} // namespace keyrack::portal
