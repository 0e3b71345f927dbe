#include "portal/backups.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

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

// The newest of each of the last `count` periods that have any; `sound` is sorted.
void keep_newest_of(
    std::chrono::hours period, std::size_t count, std::span<Backup const> sound, std::vector<bool>& kept)
{
    std::optional<std::int64_t> last;
    for (std::size_t at = 0; at < sound.size() && count > 0; ++at) {
        auto const number = sound[at].made.time_since_epoch() / period;
        if (last == number) continue;
        last = number;
        kept[at] = true;
        --count;
    }
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
    // Of the same moment the one with more in it.
    auto const age = [](Backup const& each) { return std::pair { each.made, each.entries }; };
    std::ranges::stable_sort(backups, std::ranges::greater {}, age);
    return backups;
}

std::vector<Backup> to_drop(std::span<Backup const> backups, BackupPlan const& plan)
{
    auto const all = sorted({ backups.begin(), backups.end() });
    std::vector<Backup> drop, sound;
    std::size_t aside = 0;
    for (auto const& each : all)
        if (each.kind == BackupKind::sound)
            sound.push_back(each);
        else if (++aside > plan.set_aside)
            drop.push_back(each);
    std::vector<bool> kept(sound.size());
    for (auto const period : plan.periods) keep_newest_of(period, plan.of_each_period, sound, kept);
    for (std::size_t at = 0; at < sound.size(); ++at)
        if (!kept[at]) drop.push_back(sound[at]);
    return drop;
}

} // namespace keyrack::portal
