#pragma once
// Questions on how a tenant is set up: what the documents tell people to do and how far they are (R65), and what a list of
// rooms from Sync would change (R71). question.hpp has them among all questions.

#include "catalogue/guide.hpp"
#include "engine/command.hpp"
#include "engine/proof.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::engine {

struct
    GuideQuestion // what to do, where to read on, and whom to write to (R11, R44, R54, R58–R61, R65, R98, R136, R139)
{
    std::string guide; // key; empty: all of them, with the references
    bool operator==(GuideQuestion const&) const = default;
};

struct SyncListed // a room as a Sync account lists it
{
    std::string sync_id, name;
    std::string site, country; // may be empty
    RoomState state {};
    bool operator==(SyncListed const&) const = default;
};

struct SyncImportQuestion // R15, R71: which commands bring the rooms in line with the list
{
    std::vector<SyncListed> rooms;
    bool operator==(SyncImportQuestion const&) const = default;
};

struct GuideStep
{
    std::string_view step;     // of the catalogue
    std::optional<Holds> done; // nothing: the ledger cannot tell
    bool operator==(GuideStep const&) const = default;
};

struct GuideTold
{
    catalogue::Guide const* guide = nullptr; // of the catalogue
    std::vector<GuideStep> steps;
};

struct GuideAnswer
{
    std::string asked;
    std::vector<GuideTold> guides;
};

struct SyncImportAnswer
{
    std::int64_t listed = 0;
    std::int64_t added = 0;    // rooms that the portal does not have
    std::int64_t linked = 0;   // rooms of the portal that were found by their name and site
    std::int64_t reported = 0; // whose state is another one now
    std::int64_t gone = 0;     // that the account lists no more
    std::vector<Command> steps;
};

} // namespace keyrack::engine
