#pragma once
// What the support screen shows: the queue with the most urgent clock first, an open ticket with its clocks as strips, or
// a new ticket with what its form lacks beside the fields.

#include "portal/desk_route.hpp"
#include "portal/form_model.hpp"
#include "portal/models.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace keyrack::portal {

// A filter or tab that is an address.
struct LinkChip
{
    std::string text;
    std::int64_t count = 0;
    bool on = false;
    std::string fragment;
};

struct TicketLine
{
    std::uint32_t row = 0; // of the ledger: the line's identity
    std::string key;       // "TK-1004"
    std::string title;     // "Fjord is offline"
    std::string desk;      // "Room services"
    std::string severity;  // "1", "–" where the desk has none
    Chip clock;            // "41 min left", "Overdue by 2 h", "Waiting"
    std::string measure;   // what the clock measures: "First response"
    std::string opened;    // "08:12"
    std::string second;    // phone
    std::string fragment;
};

// --- an open ticket --------------------------------------------------------------------------------------------------

enum class PieceKind { done, counted, left, paused, off, open };

struct ClockPiece
{
    PieceKind kind {};
    double amount = 0;
    std::string label; // "22 min", "night"
};

struct ClockStretch // B4: every stretch with its reason, the clock's whole account
{
    std::string when;   // "08:12 – 08:34"
    std::string length; // "22 min"
    std::string reason; // "counted", "not counted: weekend", "not counted: waiting"
    std::string began;  // what began it: "opened", "severity changed"; may be empty
};

struct ClockModel
{
    std::string measure; // code
    std::string title;   // "First response"
    Chip chip;           // "Met in 22 min", "41 min left", "Overdue by 2 h"
    std::string target;  // "within 30 min", "1 – 3 h", "No target is set"
    std::string second;  // "Counted 22 min · warns 14:05 · breached 16:05"
    std::string name;    // all of it, for a reader
    std::vector<ClockPiece> pieces;
    std::vector<ClockStretch> stretches; // where the clock's account is open
    std::string why;                     // fragment that opens or closes the account
    bool open = false;
};

struct TicketEventLine
{
    std::string who; // of the journal
    std::string text;
    std::string when;
    std::string note {}; // to the letter, in lines; then there is no text
};

// Where a ticket goes. Nothing leaves by itself: a mail lies drafted in the Outbox, anything else is handed over by hand.
struct TicketWay
{
    std::string goes;             // "By email to partner-support@zohocorp.com"
    std::string text;             // what Keyrack does, and what is left to do
    std::vector<ProofLink> rules; // "R140", each leads to the catalogue
    std::string draft;            // fragment of the mail in the Outbox; empty: there is none
    std::string copy;             // the ticket as text; empty: it is not written yet
    std::string run_program {};   // opens that mail in the mail program; empty: it cannot
};

struct TicketDevice
{
    std::string model, serial, fragment;
    Chip chip;          // "Replaced next business day", "Not replaced"
    std::string second; // "arrives 24 Nov 2026"
    std::string why;    // fragment of the verdict's proof
    std::string action; // RunOnScreen: swap in a spare from stock; empty: none
    std::string action_text;
};

struct TicketAction
{
    std::string action; // RunOnScreen
    std::string text;
    std::string second; // what it does, or why it is next
    bool main = false;
};

struct TicketRouteLine
{
    std::string text;                   // "Help Center for Partner Support"
    std::vector<std::string> addresses; // pages or the mailbox
    bool chosen = false;
};

struct DraftLine
{
    std::string language, subject, body;
};

struct TicketDetail
{
    std::uint32_t row = 0;
    std::string key, title, second;
    std::vector<Chip> chips; // severity, tier, state
    std::string back;        // fragment of the queue
    std::string hours;       // "Around the clock", "Mon – Fri 08:00 – 18:00, Europe/Oslo"
    std::vector<ClockModel> clocks;
    std::vector<TicketEventLine> events;
    std::vector<std::pair<std::string, std::string>> facts; // severity path, matched by, account …
    std::string severity_why;                               // fragment of the severity's proof; empty: none
    std::string room, room_fragment, room_second;
    Chip room_cover, room_state;
    std::vector<TicketDevice> devices;
    std::vector<TicketAction> next;  // the engine's steps and cures, best first
    std::vector<TicketAction> turns; // what else can happen to it now
    std::string description;         // to the letter, in lines
    std::optional<FormField> note;   // what is being added; nothing: not on another day
    std::string note_refusal;
    TicketWay way;
    std::vector<TicketRouteLine> routes;
    std::vector<DraftLine> drafts; // D21
    std::string why_title;         // the proof that is open, or empty
    std::string why_close;         // fragment without it
    ProofModel proof;
};

// --- a new ticket ----------------------------------------------------------------------------------------------------

struct PlannedClock
{
    std::string title, target;
    bool set = false; // a target is
};

struct TicketFormModel
{
    std::vector<LinkChip> desks;
    std::string back;
    std::vector<FormField> fields;
    std::string missing;               // "Missing: subject, description", or empty
    Chip severity;                     // what it would be
    std::string severity_text;         // why
    std::vector<ProofStep> story;      // of the severity, or of the offered help
    std::vector<std::string> attached; // "Rally Bar · RB-348111"
    std::string attached_title;        // "Goes with the ticket: Fjord and 3 devices"
    std::vector<TicketAction> cures;   // such as recording the room in Sync
    TicketWay way;
    std::vector<TicketRouteLine> routes;
    std::vector<PlannedClock> clocks;
    std::string hours;
    std::vector<DraftLine> drafts;
    std::string refusal; // why it cannot be opened as it is
    std::string link;    // the address that opens this very form, for a console; empty until there is something in it
    bool ready = false;
};

struct SupportModel
{
    std::string second; // "4 open · 1 overdue"
    std::string query;
    std::vector<LinkChip> filters;
    std::size_t count = 0;
    std::function<TicketLine(std::size_t)> line;
    bool none_at_all = false;
    std::string all;   // fragment without filters and search
    std::string fresh; // fragment of a new ticket
    std::optional<TicketDetail> detail;
    std::optional<TicketFormModel> form;
};

} // namespace keyrack::portal
