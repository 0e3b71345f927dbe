#pragma once
// Copies of a tenant's database that the browser keeps beside it: which there are, when another is due, which may go.

#include "base/date.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::portal {

// sound: made by the portal out of an open tenant. set_aside: a database as it was when it was replaced, damaged or not.
enum class BackupKind { sound, set_aside };

struct Backup
{
    std::string file; // as the browser keeps it
    BackupKind kind {};
    Instant made {};
    std::int64_t entries = 0; // in its journal
    double bytes = 0;
    bool operator==(Backup const&) const = default;
};

// All parameters of the backups: our own choice, no document says anything about them.
struct BackupPlan
{
    // After a change that no backup has, another one is due when the newest is so old …
    std::chrono::minutes spacing { 10 };
    // … and the portal has been idle for so long.
    std::chrono::seconds idle { 20 };
    // Of each hour, day and week that has any the newest, for so many of them: so there is always one of about an hour, a day
    // and a week ago.
    std::vector<std::chrono::hours> periods { std::chrono::hours { 1 }, std::chrono::hours { 24 },
        std::chrono::hours { 7 * 24 } };
    std::size_t of_each_period = 3;
    // Of what was set aside, the newest.
    std::size_t set_aside = 2;
};
[[nodiscard]] BackupPlan const& backup_plan();

// "<slug>~<milliseconds since 1970>~<entries>.backup" or ".aside".
[[nodiscard]] std::string backup_name(std::string_view slug, Backup const& backup);
// Nothing where that is no name of a backup of the tenant.
[[nodiscard]] std::optional<Backup> backup_named(std::string_view slug, std::string_view file, double bytes);

// Newest first.
[[nodiscard]] std::vector<Backup> sorted(std::vector<Backup> backups);
// Those that are not to be kept.
[[nodiscard]] std::vector<Backup> to_drop(std::span<Backup const> backups, BackupPlan const& plan);

} // namespace keyrack::portal
