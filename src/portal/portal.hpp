#pragma once
// The portal: tenant sessions, routes, jobs and use cases. Input goes in as intents, files and addresses; models come
// out for the screens, effects for the browser. It reads no clock and touches no browser.

#include "base/date.hpp"
#include "catalogue/catalogue.hpp"
#include "portal/backend.hpp"
#include "portal/identity.hpp"
#include "portal/intents.hpp"
#include "portal/models.hpp"
#include "portal/words.hpp"
#include "sync/replica.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace keyrack::portal {

// What the browser is asked to do. A fragment is what follows `#` in the address: "/t/northwind/rooms".
// clang-format off
enum class History { push, replace };
struct SetAddress { std::string fragment; History history {}; };
struct PickFile { std::string accept; };
struct Download { std::string name, type; std::vector<std::byte> bytes; };
// take: the person wants the tenant here, so a tab that holds it is asked to give it up.
enum class Claim { ask, take };
struct OpenFiles { std::string slug; Claim claim = Claim::ask; }; // open the tenant's file handles; answered by Portal::files_opened
struct CloseFiles { std::string slug; };      // the store is closed: release them
struct ForgetFiles { std::string slug; };     // a tenant that this visit had begun and that came to nothing: remove them
struct Remember { std::string key, value; };  // "language", "appearance", "name:<slug>", "contrast", "acting:<slug>", "backend:<slug>" …: kept by the browser, given back at the start
struct Announce { std::string text; };        // for screen readers
// The exchange (docs/exchange.md). A backend keeps objects by path: "northwind-3f8a21c0/a1/7.json".
struct UseBackend { std::string slug; BackendSpec spec; };  // from now on, for this tenant's requests; of kind none: no longer
struct TestBackend { std::string slug; BackendSpec spec; }; // answered by Portal::backend_tested; what it writes lies under "keyrack-test/"
enum class Verb { get, put };
struct Request { std::string slug; std::int64_t request = 0; Verb verb = Verb::get; std::string path, body; }; // answered by Portal::answered
struct WakeAt { Instant at; };                // call Portal::clock and Portal::work then; the last one counts
struct Reload { };                            // the page, for a newer version of the portal
struct OpenTab { std::string fragment; };      // of the browser, at that address
struct OpenMail { std::string address; };      // "mailto:…", in the mail program
struct AskPersistence { };                    // navigator.storage.persist(), at a fitting moment; answered by Portal::persistence
// Copies of a tenant's database beside it (backups.hpp). `file`: its name.
struct AskStorage { std::string slug; };      // which copies lie there, and how full the browser's storage is; answered by Portal::storage_seen
struct KeepBackup { std::string slug, file; std::vector<std::byte> bytes; }; // then as AskStorage
struct DropBackup { std::string slug, file; };
// Answered by Portal::backup_read. set_aside_as: before that, the database is copied as
// it lies, under this name; empty: not.
struct ReadBackup { std::string slug, file, set_aside_as; };
// R72: the page leaves for the company's own sign-in and comes back to the fragment, with Environment::identity.
struct SignIn { std::string tenant, issuer, client_id, email, fragment; };
struct SignOut { }; // who it was is forgotten
// The page's scanner reads codes with a camera or in a picture; each comes back by Portal::scanned.
struct OpenScanner { std::vector<std::pair<std::string, std::string>> words; }; // what it says: key → text
struct TellScanner { Tone tone {}; std::string code, verdict, count; };         // what came of the code that was read last
struct CloseScanner { };
using Effect = std::variant<SetAddress, PickFile, Download, OpenFiles, CloseFiles, ForgetFiles, Remember, Announce,
    UseBackend, TestBackend, Request, WakeAt, OpenTab, OpenMail, AskPersistence, AskStorage,
    KeepBackup, DropBackup, ReadBackup, Reload, SignIn, SignOut, OpenScanner, TellScanner, CloseScanner>;
// clang-format on

// How the tenant's files came open.
enum class FilesState { opened, opened_after_crash, held_by_another_tab, not_available };

enum class Kept { until_cleared, persistent, not_at_all };

// A file beside a tenant's database.
struct KeptFile
{
    std::string name;
    double bytes = 0;
};

// Of the browser's storage for this page; 0: it does not say.
struct Usage
{
    double used = 0, quota = 0; // bytes
    bool operator==(Usage const&) const = default;
};

// Where tenants' files lie: where the platform keeps files, or behind the store's handles
// for tests that bring their own disk.
enum class TenantFiles { of_the_platform, behind_handles };

struct Environment
{
    std::vector<std::string> languages; // the browser's, best first
    std::string remembered_language;    // "" or a tag
    std::string remembered_appearance;  // "", "light", "dark"
    std::string remembered_contrast {}; // "", "high"
    std::vector<std::string> tenants;   // slugs whose databases the browser keeps
    Kept kept = Kept::until_cleared;
    std::vector<std::pair<std::string, std::string>> tenant_names; // slug → name as remembered under "name:<slug>"
    // slug → who acts here, as remembered under "acting:<slug>"; "setup/<slug>" → who set the sign-in up here
    std::vector<std::pair<std::string, std::string>> acting;
    std::vector<std::pair<std::string, std::string>> backends; // slug → text as remembered under "backend:<slug>"
    // key → value: "views:<slug>" saved views, "recent:<slug>" what was opened last, "single_keys"
    std::vector<std::pair<std::string, std::string>> kept_words {};
    std::string device;                    // this replica's name: random, kept by the browser
    std::chrono::minutes utc_offset { 0 }; // of the browser's time zone, for the time of day of journal entries
    std::string chance {};                 // of this visit: what nobody can guess
    std::string origin {};                 // where the portal is served from: "https://keyrack.example.org"
    std::string address {};                // its page, as links in mails name it; empty: opened from a file
    std::string fragment;                  // the address it starts with
    std::optional<Identity> identity {};   // of this visit
    std::string sign_in_failure {};        // why a sign-in that was under way came to nothing; empty: none was
    bool one_file = false; // the portal is a single file: it opens with the demo company, and asks no server
    std::size_t rows_per_slice = 1000;
    TenantFiles files = TenantFiles::of_the_platform;
};

class Portal
{
public:
    Portal(Environment environment, Instant now, Date today);
    ~Portal();

    // Before anything else in a frame: what time it is.
    void clock(Instant now, Date today);
    void perform(Intent const& intent);
    void address_changed(std::string_view fragment); // back, forward, typed
    void files_opened(std::string_view slug, FilesState state);
    void give_up_files(); // another tab asked for the tenant: checkpoint, close, CloseFiles
    void persistence(Kept kept);
    void storage_seen(std::string_view slug, std::vector<KeptFile> const& files, Usage usage);
    // `fault` says why it could not be read, or the database not be set aside; empty: here it is.
    void backup_read(std::string_view slug, std::string_view file, std::string_view bytes, std::string_view fault);
    // Nobody has done anything for a while (backup_plan().idle). Whether that leads to an effect.
    bool idle();
    void sign_in_failed();               // the page could not leave for it
    void scanned(std::string_view code); // what the scanner has read
    void scanner_failed();               // it did not arrive
    void update_arrived();               // a newer version lies ready: the next start takes it

    // The exchange of the open tenant. Answers to another tenant's requests, late ones and doubled ones do nothing.
    void answered(std::string_view slug, sync::Answer const& answer);
    void online(bool is_online); // navigator.onLine, and whenever it changes
    void backend_tested(std::string_view slug, std::vector<BackendFinding> findings);

    // A file, in chunks, as the browser reads it. It is asked for the next chunk only when the job wants more.
    // Whether the file is taken; another may be on its way in.
    bool file_begins(std::string_view name, double size);
    [[nodiscard]] bool wants_more() const;
    [[nodiscard]] bool takes_file() const; // it is being read, or the tenant it will fill is being opened
    void file_chunk(std::string_view bytes);
    void file_ends();
    void file_failed(std::string_view why);

    // So many rooms in the open tenant, each a command of its own and on the disk before the next: what the bench
    // times. Whether all of them could be added.
    bool add_rooms(std::size_t count);

    // Runs a slice of the running job; says whether there is more to do. A slice costs a few milliseconds.
    bool work();
    // The same of what may be done while nobody does anything. The screen changes by it where a fault was found alone.
    bool use_leisure();
    [[nodiscard]] bool has_work() const; // work() would do something
    // Something small goes on from frame to frame: the next one is wanted at once.
    [[nodiscard]] bool hurries() const;

    [[nodiscard]] PortalModel const& model(); // made anew when something changed
    [[nodiscard]] bool has_changed() const;   // since the model was made
    [[nodiscard]] Words const& words() const;
    [[nodiscard]] Appearance appearance() const;
    [[nodiscard]] Contrast contrast() const;
    [[nodiscard]] std::vector<Effect> take_effects();

private:
    struct State;
    struct Performer;
    std::unique_ptr<State> m_state;
};

} // namespace keyrack::portal
