#include "portal/backups.hpp"

#include <algorithm>
#include <charconv>

namespace keyrack::portal {

namespace {

constexpr std::string_view sound_ending = ".backup", aside_ending = ".aside";
constexpr char separator = '~'; // in no slug

std::optional<std::int64_t> number_in(std::string_view text)
{
    std::int64_t number = 0;
    auto const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, number);
    if (text.empty() || read.ec != std::errc {} || read.ptr != end || number < 0) return std::nullopt;
    return number;
}

} // namespace

BackupPlan const& backup_plan()
{
    static BackupPlan const plan;
    return plan;
}

std::string backup_name(std::string_view slug, Backup const& backup)
{
    auto const ending = backup.kind == BackupKind::sound ? sound_ending : aside_ending;
    return std::string { slug } + separator + std::to_string(backup.made.time_since_epoch().count()) + separator
        + std::to_string(backup.entries) + std::string { ending };
}

std::optional<Backup> backup_named(std::string_view slug, std::string_view file, double bytes)
{
    Backup backup { .file = std::string { file }, .bytes = bytes };
    if (!file.starts_with(slug) || file.substr(slug.size(), 1) != std::string_view { &separator, 1 }) return {};
    auto rest = file.substr(slug.size() + 1);
    backup.kind = rest.ends_with(sound_ending) ? BackupKind::sound : BackupKind::set_aside;
    auto const ending = backup.kind == BackupKind::sound ? sound_ending : aside_ending;
    if (!rest.ends_with(ending)) return {};
    rest.remove_suffix(ending.size());
    auto const cut = rest.find(separator);
    if (cut == std::string_view::npos) return {};
    auto const made = number_in(rest.substr(0, cut));
    auto const entries = number_in(rest.substr(cut + 1));
    if (!made || !entries) return {};
    backup.made = Instant { std::chrono::milliseconds { *made } };
    backup.entries = *entries;
    return backup;
}

std::vector<Backup> sorted(std::vector<Backup> backups)
{
    std::ranges::stable_sort(backups, std::ranges::greater {}, &Backup::made);
    return backups;
}

std::vector<Backup> to_drop(std::span<Backup const> backups, Instant now, BackupPlan const& plan)
{
    auto const all = sorted({ backups.begin(), backups.end() });
    std::vector<Backup> drop;
    std::vector<Backup> sound;
    std::size_t aside = 0;
    for (auto const& each : all)
        if (each.kind == BackupKind::sound)
            sound.push_back(each);
        else if (++aside > plan.set_aside)
            drop.push_back(each);
    for (std::size_t at = 1; at < sound.size(); ++at) { // the newest stays
        auto const age_of = [&](Backup const& each) {
            auto const age = now - each.made;
            auto const older = std::ranges::upper_bound(plan.ages, age);
            return older - plan.ages.begin(); // a clock that was put back makes it young
        };
        // The oldest of its age stays, and grows into the next.
        bool const oldest = at + 1 == sound.size() || age_of(sound[at + 1]) != age_of(sound[at]);
        if (!oldest) drop.push_back(sound[at]);
    }
    return drop;
}

} // namespace keyrack::portal
