#pragma once
// What every screen shows things with: tones, chips, and a proof as a short story.

#include <cstddef>
#include <string>
#include <vector>

namespace keyrack::portal {

enum class Tone { covered, ending, missing, planned, neutral };

struct Chip
{
    Tone tone = Tone::neutral;
    std::string text; // "Covered", "Ends in 67 days", "Expired 10 days ago", "Not covered", "Planned"
};

enum class Direction { ascending, descending };

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
    std::string text;             // "An active licence must be assigned to it"
    std::string second;           // "PO-4390/7 · Sync Plus, 1 year · 12 Nov 2025 → 12 Nov 2026"
    std::vector<ProofLink> rules; // "R110", where it stands in the catalogue
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
    std::string run {};    // of a way past a refusal: what RunOnScreen is given instead; "try-" before it tries it
};

struct ProofModel
{
    std::string question;   // "Is Training 1 covered today?"
    std::string verdict {}; // "Training 1 has not been covered since 12 November 2026."
    std::string because {}; // a no: the reason that decides it; else what belongs to the answer
    Mark answer = Mark::no;
    std::string answer_text; // "Yes", "No"
    std::vector<ProofStep> steps;
    std::vector<CureModel> cures;
    std::vector<ProofSource> sources; // of all rules that the steps cite, in the order of the steps
};

} // namespace keyrack::portal
