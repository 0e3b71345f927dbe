#pragma once
// What the spares screen shows: how many onsite spares are earned and how, which hardware to choose by the three criteria,
// where to ship it, and whether a model could be swapped for what is deployed.

#include "portal/form_model.hpp"
#include "portal/models.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace keyrack::portal {

struct SpareStepLine
{
    std::string when, order, licences, spares;
    bool earned = false; // this step brought a spare
    std::string fragment;
};

struct SpareCandidateLine
{
    std::string model;
    std::string deployed, important, courier; // the three criteria, R93 – R95
    double share = 0;                         // of the devices in covered rooms
    Chip chip;                                // "Most common", or what speaks for it
    std::string why;                          // fragment that opens its proof
    bool open = false;
};

struct ShipToLine
{
    std::string site, second;
    std::string courier;                                      // code: unknown, reliable, unreliable
    std::vector<std::pair<std::string, std::string>> choices; // RunOnScreen, text
    std::size_t chosen = 0;
};

struct SparesModel
{
    std::string second;
    Figure earned, next;
    std::string above; // D8, or empty
    std::vector<SpareStepLine> steps;
    std::vector<SpareCandidateLine> candidates;
    std::string advice; // R96
    std::vector<ShipToLine> sites;
    std::vector<std::pair<std::string, std::string>> models; // fragment, name: to ask for a match
    std::string matched;                                     // the model that is asked about
    Chip match;
    std::string match_text;
    std::string earned_why, match_why;
    std::string proof_close;
    ProofModel proof;         // without a question: none is open
    bool none_at_all = false; // no licences that count: what to do
    std::string orders;       // fragment of the service orders
};

} // namespace keyrack::portal
