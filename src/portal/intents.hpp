#pragma once
// What a person wants, as the screens say it. The portal turns an intent into commands, routes, jobs or effects.

#include "base/id.hpp"
#include "engine/rows.hpp"
#include "portal/models.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace keyrack::portal {

// One line each, so that the list can be read as one.
// clang-format off
struct OpenDemo { };
struct StartEmpty { };                      // opens the dialog that asks for the name
struct OpenTenantIntent { std::string slug; };
struct LeaveTenant { };                     // back to the welcome screen
struct ChooseFile { };                      // asks the browser for a file to import
struct Go { std::string fragment; };        // a link
struct CloseDetail { };

struct Search { std::string query; };
struct ToggleFilter { RoomFilter filter {}; };
struct SortRooms { RoomColumn column {}; };
struct SortOrders { OrderColumn column {}; };
struct OpenRoom { RoomId room; };
struct ShowRoomTab { RoomTab tab {}; };
struct AskFeature { std::string feature; }; // empty: coverage
struct MarkRoom { RoomId room; bool marked = false; };
struct MarkAllShown { bool marked = false; };
struct AssignMarked { };                    // to the assign screen with the marked rooms chosen
struct OpenOrder { OrderId order; };
struct AskSpares { };                       // proof of the spares figure
struct RunCure { std::size_t index = 0; };

struct ChooseOrder { OrderId order; };      // assign: from which order
struct ChooseRoom { RoomId room; bool chosen = false; };
struct ChooseAllRooms { bool chosen = false; };
struct SearchAssignable { std::string query; };
struct SetAssignFrom { std::string date; };
struct Carry { Carried what; };             // … with the pointer, and over what
struct LetGo { };                           // what is carried is chosen where it fits
struct CarryNothing { };
struct CommitAssign { };
struct DiscardAssign { };

// Of screens whose filters, tabs and rows are addresses: what is not a Go.
struct SearchScreen { std::string query; };
struct EditScreen { std::string field, value; };  // a field of the form that the screen shows
struct RunOnScreen { std::string action; };       // a button, as the model calls it

struct EndRoomAssignment { RoomId room; };  // the covering licence leaves the room today
struct AskAddRoom { };
struct AskPlaceOrder { };
struct AskCancelOrder { OrderId order; };
struct AskAddDevice { RoomId room; };
struct AskAsOf { };                         // opens or closes the bar by which the day is chosen
struct SetDay { std::string date; };        // "2027-03-01"; empty: today
struct SetKnownAt { std::string date; };    // what was known at the end of that day; empty: what is known now
struct BackToToday { };
// The demo's strip: another day, without a step in the history. The address follows when the sliding has ended.
enum class Slide { on, ended };
struct SlideTo { Date day {}; Slide how {}; };
struct AskResetDemo { };
struct BeginWhatIf { };                     // from here on commands go into a fork, and nothing is kept
struct KeepWhatIf { };                      // gives the commands of the fork for real
struct DropWhatIf { };
struct TryCure { std::size_t index = 0; };  // RunCure, in a fork
struct TryAssign { };                       // CommitAssign, in a fork

struct OpenPalette { };
struct SearchPalette { std::string query; };
struct RunPalette { std::string line; }; // its key
struct ClosePalette { };
struct ShowHelp { };                        // the sheet of all shortcuts
struct CloseHelp { };
struct OpenInTab { std::string fragment; }; // of the browser
struct UndoLast { };

struct Scan { };                            // the scanner, for the serial numbers that screen or dialog ask for

struct EditDialog { std::string field, value; };
struct ConfirmDialog { };
struct DismissDialog { };

struct UndoToast { std::int64_t id = 0; };
struct DismissToast { std::int64_t id = 0; };
struct UndoEntry { EntryId entry; };
struct CancelJob { };
struct DownloadDatabase { };
struct DismissReport { };
struct BannerAction { };
struct DismissBanner { };                   // of one that can be closed
struct SetLanguage { std::string tag; };    // "en", "de", "nb"; empty: the browser's
enum class Appearance { system, light, dark };
struct SetAppearance { Appearance appearance {}; };
enum class Contrast { system, high };
struct SetContrast { Contrast contrast {}; };

using IntentKinds = std::variant<OpenDemo, StartEmpty, OpenTenantIntent, LeaveTenant, ChooseFile, Go, CloseDetail, Search,
    ToggleFilter, SortRooms, SortOrders, OpenRoom, ShowRoomTab, AskFeature, MarkRoom, MarkAllShown, AssignMarked, OpenOrder,
    AskSpares, RunCure, ChooseOrder, ChooseRoom, ChooseAllRooms, SearchAssignable, SetAssignFrom, Carry, LetGo, CarryNothing, CommitAssign, DiscardAssign,
    SearchScreen, EditScreen, RunOnScreen, EndRoomAssignment, AskAddRoom, AskPlaceOrder, AskCancelOrder, AskAddDevice, AskAsOf,
    SetDay, SetKnownAt, BackToToday, SlideTo, AskResetDemo, BeginWhatIf, KeepWhatIf, DropWhatIf, TryCure, TryAssign,
    OpenPalette, SearchPalette, RunPalette, ClosePalette, ShowHelp, CloseHelp, OpenInTab, UndoLast, Scan, EditDialog,
    ConfirmDialog, DismissDialog, UndoToast, DismissToast, UndoEntry, CancelJob, DownloadDatabase, DismissReport, BannerAction, DismissBanner,
    SetLanguage, SetAppearance, SetContrast>;
// clang-format on

// One of these; compiled once, in intents.cpp, like `engine::Command`.
struct Intent : IntentKinds
{
    using IntentKinds::IntentKinds;
    Intent();
    Intent(Intent const& other);
    Intent(Intent&& other) noexcept;
    Intent& operator=(Intent const& other);
    Intent& operator=(Intent&& other) noexcept;
    ~Intent();
};

} // namespace keyrack::portal
