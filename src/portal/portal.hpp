#pragma once
// The portal: tenant sessions, routes, jobs and use cases. Input goes in as intents, files and addresses; models come
// out for the screens, effects for the browser. It reads no clock and touches no browser.

#include "base/date.hpp"
#include "catalogue/catalogue.hpp"
#include "portal/intents.hpp"
#include "portal/models.hpp"
#include "portal/words.hpp"

#include <chrono>
#include <cstddef>
#include <memory>
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
struct Remember { std::string key, value; };  // "language", "appearance", "name:<slug>", "acting:<slug>": kept by the browser, given back at the start
struct Announce { std::string text; };        // for screen readers
struct AskPersistence { };                    // navigator.storage.persist(), at a fitting moment; answered by Portal::persistence
using Effect = std::variant<SetAddress, PickFile, Download, OpenFiles, CloseFiles, ForgetFiles, Remember, Announce, AskPersistence>;
// clang-format on

// How the tenant's files came open.
enum class FilesState { opened, opened_after_crash, held_by_another_tab, not_available };

enum class Kept { until_cleared, persistent, not_at_all };

// Where tenants' files lie: where the platform keeps files, or behind the store's handles for tests that bring their own disk.
enum class TenantFiles { of_the_platform, behind_handles };

struct Environment
{
    std::vector<std::string> languages; // the browser's, best first
    std::string remembered_language;    // "" or a tag
    std::string remembered_appearance;  // "", "light", "dark"
    std::vector<std::string> tenants;   // slugs whose databases the browser keeps
    Kept kept = Kept::until_cleared;
    std::vector<std::pair<std::string, std::string>> tenant_names; // slug → name as remembered under "name:<slug>"
    std::vector<std::pair<std::string, std::string>>
        acting;                            // slug → who acts here, as remembered under "acting:<slug>"
    std::string device;                    // this replica's name: random, kept by the browser
    std::chrono::minutes utc_offset { 0 }; // of the browser's time zone, for the time of day of journal entries
    std::string fragment;                  // the address it starts with
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

    // A file, in chunks, as the browser reads it. It is asked for the next chunk only when the job wants more.
    // Whether the file is taken; another may be on its way in.
    bool file_begins(std::string_view name, double size);
    [[nodiscard]] bool wants_more() const;
    [[nodiscard]] bool takes_file() const; // it is being read, or the tenant it will fill is being opened
    void file_chunk(std::string_view bytes);
    void file_ends();
    void file_failed(std::string_view why);

    // So many rooms in the open tenant, each a command of its own and on the disk before the next: what the bench times.
    // Whether all of them could be added.
    bool add_rooms(std::size_t count);

    // Runs a slice of the running job; says whether there is more to do. A slice costs a few milliseconds.
    bool work();

    [[nodiscard]] PortalModel const& model(); // made anew when something changed
    [[nodiscard]] Words const& words() const;
    [[nodiscard]] Appearance appearance() const;
    [[nodiscard]] std::vector<Effect> take_effects();

private:
    struct State;
    struct Performer;
    std::unique_ptr<State> m_state;
};

} // namespace keyrack::portal
