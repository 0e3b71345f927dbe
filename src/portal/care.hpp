#pragma once
// What the portal knows of the copies of the open tenant, and what it is about to do with one.

#include "portal/backups.hpp"
#include "portal/care_model.hpp"
#include "portal/portal.hpp"
#include "portal/scene.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::portal {

enum class BackupWhen { idle, before_import, leaving, asked };

// take_out: a download. copy: as a tenant of its own. put_back: in the place of the open one.
enum class BackupUse { take_out, copy, put_back };

struct Care
{
    std::vector<Backup> backups {}; // newest first
    bool seen = false;              // the browser has said which there are
    Usage usage {};
    std::int64_t entries_at_opening = 0;
    std::optional<std::vector<std::string>> unlooked {}; // tables to be looked through; none: not begun

    std::string awaited {}; // the file of a backup that is on its way to the disk

    // While one is being read.
    BackupUse use {};
    std::string reading {}; // its file; empty: none is
};

// A damaged database that is being made anew.
struct Rebuilding
{
    std::string slug, name;
    std::vector<Backup> candidates; // to be tried, the newest first
    bool is_aside = false;          // what lay there has been set aside
};

[[nodiscard]] bool is_database_file(std::string_view name);

// Nothing where the tenant is kept nowhere.
[[nodiscard]] CareModel care_model(Scene const& scene, Care const& care);

[[nodiscard]] std::string size_text(Words const& words, double bytes); // "1.2 MB"
[[nodiscard]] std::string moment_text(Scene const& scene, Instant at); // "29 Nov 2026, 10:15"

} // namespace keyrack::portal
