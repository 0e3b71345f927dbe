#pragma once
// The exchange screen: where the tenant is exchanged, how far that has come, what stands in the way, and
// the commands that lost their ground.

#include "portal/backend.hpp"
#include "portal/form_model.hpp"
#include "portal/models.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace keyrack::portal {

struct ExchangeAction
{
    std::string run;   // RunOnScreen
    std::string label; // empty: not offered now
};

struct FindingLine
{
    Mark mark {};
    std::string text;      // what was tried and how that went
    std::string second;    // what came back: "HTTP 403"
    std::string advice {}; // what to do about it; empty: nothing
};

// A command that lost its ground: another's came before it.
struct LostEntry
{
    std::string key;           // stable: "a1/7"
    std::string text;          // "PO-77/3 assigned to Boardroom from 1 Jun 2026"
    std::string second;        // who and when
    std::string reason;        // why it does not hold now
    std::string advice;        // what to do about it
    ExchangeAction again;      // tries the same command once more, as a new entry
    std::string open_fragment; // differently: the place where such a thing is done
    std::string open_label;
    ExchangeAction drop; // knowingly: it is taken off this list, and stays in the journal
    EntryId entry;       // its place in the journal
};

struct ExchangeModel
{
    std::string second; // "With files.example.org · northwind-3f8a21c0"

    // How far it has come.
    Tone tone = Tone::neutral;
    std::string state;        // "All sent", "3 entries on this device only", "Not published"
    std::string state_second; // "Next look at 14:32", "Paused"
    std::string trouble;      // what stands in the way, and what to do; empty: nothing
    std::string newer;    // a newer version writes there, so nothing can be changed here until the update; empty: no
    bool working = false; // a request is under way
    std::vector<std::pair<std::string, std::string>>
        facts;                     // on this device, sent, seen by others, received: with counts
    ExchangeAction pause, go, now; // of each the label, or none where it makes no sense

    // Where.
    std::vector<FormField> fields; // the kind first, then those of the kind; written with EditScreen
    std::string fields_error;
    ExchangeAction save, test;
    bool testing = false;
    std::vector<FindingLine> findings;
    std::string help;         // of the kind: what the server has to allow, CORS before all
    std::string recipes_text; // "Lines for the server's configuration, with …"; empty: none
    std::vector<std::pair<std::string, std::string>> recipes; // "Copy for nginx", and the lines
    std::string folder; // the tenant's name in the backend, to be copied to the other device

    // Files.
    ExchangeAction bundle; // downloads the bundle
    std::string bundle_second;

    std::string lost_second; // "2 commands lost their ground"
    std::vector<LostEntry> lost;
};

} // namespace keyrack::portal
