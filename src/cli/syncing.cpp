#include "cli/syncing.hpp"

#include "cli/backend.hpp"
#include "codec/json_writer.hpp"
#include "portal/session.hpp"
#include "sync/bundles.hpp"

#include <chrono>
#include <filesystem>
#include <format>
#include <random>
#include <span>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

namespace keyrack::cli {

namespace {

namespace fs = std::filesystem;

constexpr int most_tries = 5; // in succession; the delays between them double
constexpr int most_rounds = 100;
constexpr std::string_view database_ending = ".db";

std::int64_t now_ms()
{
    auto const now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

// The name of a new database's device: another one each time.
std::string random_device()
{
    std::random_device chance;
    return std::format("cli-{:08x}{:08x}", chance(), chance());
}

sync::Answer answer_of(Backend const& backend, sync::Effect const& effect)
{
    auto const* const get = std::get_if<sync::Get>(&effect);
    auto const* const put = std::get_if<sync::Put>(&effect);
    auto answer = get ? backend.get(get->path) : backend.put(put->path, put->body);
    answer.request = get ? get->request : put->request;
    return answer;
}

// Performs steps until all that was to do is done, or was tried often enough. `tick` and `take` give the effects of a
// step, `status` says where it stands.
template <class Tick, class Take, class GetStatus>
Result<void> drive(Backend const& backend, Tick const& tick, Take const& take, GetStatus const& status)
{
    for (int tries = 0, rounds = 0; tries < most_tries && rounds < most_rounds; ++rounds) {
        Result<sync::Effects> effects = tick(now_ms());
        while (effects && !effects->empty() && !std::holds_alternative<sync::Wait>(effects->back()))
            effects = take(answer_of(backend, effects->back()), now_ms());
        if (!effects) return std::unexpected(std::move(effects.error()));
        sync::Status const now = status();
        if (now.resting && now.trouble == sync::Trouble::none) return {};
        // Neither changes by waiting.
        if (now.trouble == sync::Trouble::newer || now.trouble == sync::Trouble::refused) break;
        if (now.trouble == sync::Trouble::none) continue;
        ++tries;
        if (tries < most_tries)
            std::this_thread::sleep_for(std::chrono::milliseconds { sync::first_delay_ms << tries });
    }
    return failure("sync_" + std::string { sync::word_of(status().trouble) });
}

sync::Effects without_notices(sync::Effects effects)
{
    std::erase_if(effects, [](sync::Effect const& each) { return std::holds_alternative<sync::EntriesChanged>(each); });
    return effects;
}

Result<void> drive(Backend const& backend, sync::Replica& replica)
{
    return drive(
        backend,
        [&](std::int64_t now) {
            replica.wake();
            return Result<sync::Effects> { without_notices(replica.tick(now)) };
        },
        [&](sync::Answer const& answer, std::int64_t now) {
            return Result<sync::Effects> { without_notices(replica.take(answer, now)) };
        },
        [&] { return replica.status(); });
}

Result<void> drive(Backend const& backend, portal::Session& session)
{
    auto const effects_of = [](Result<portal::Exchanged> step) {
        return std::move(step).transform([](portal::Exchanged&& each) { return std::move(each.effects); });
    };
    return drive(
        backend,
        [&](std::int64_t now) {
            session.exchange_wake();
            return effects_of(session.exchange_tick(now));
        },
        [&](sync::Answer const& answer, std::int64_t now) { return effects_of(session.exchange_take(answer, now)); },
        [&] { return session.exchange_status(); });
}

std::string report_of(std::string_view tenant, sync::Status const& status)
{
    codec::JsonWriter json;
    json.begin_object().key("tenant").text(tenant).key("on_this_device").number(status.on_this_device);
    json.key("sent").number(status.sent).key("seen_by_others").number(status.seen);
    return json.key("received").number(status.received).end_object().take() + "\n";
}

// --- databases -------------------------------------------------------------------------------------------------------

// What is on the backend becomes a database.
Result<std::string> fetched(Sync const& wanted, Backend const& backend, catalogue::Catalogue const& catalogue)
{
    if (wanted.tenant.empty()) return failure("tenant_unknown", wanted.what);
    sync::Replica replica {
        { .tenant = wanted.tenant, .device = random_device(), .lanes = {}, .unsent = {}, .told = {} }
    };
    if (auto done = drive(backend, replica); !done) return std::unexpected(std::move(done.error()));
    auto kept = replica.kept();
    auto const bundle = sync::bundle_of(kept);
    if (bundle.lanes.empty()) return failure("tenant_unknown", wanted.address, wanted.tenant);
    auto const slug = wanted.what.substr(0, wanted.what.size() - database_ending.size());
    auto session = portal::Session::open(slug, store::Place::file, catalogue, kept.device);
    if (!session) return std::unexpected(std::move(session.error()));
    if (auto founded = session->found(bundle); !founded) return std::unexpected(std::move(founded.error()));
    if (auto done = drive(backend, *session); !done) return std::unexpected(std::move(done.error()));
    return report_of(wanted.tenant, session->exchange_status());
}

Result<std::string> database_synced(Sync const& wanted, Backend const& backend, catalogue::Catalogue const& catalogue)
{
    if (!fs::exists(wanted.what)) return fetched(wanted, backend, catalogue);
    auto const slug = wanted.what.substr(0, wanted.what.size() - database_ending.size());
    auto session = portal::Session::open(slug, store::Place::file, catalogue, random_device());
    if (!session) return std::unexpected(std::move(session.error()));
    // Nothing says whether it was this place the last time, so all of it is looked for.
    if (auto gone = session->exchange_elsewhere(); !gone) return std::unexpected(std::move(gone.error()));
    if (auto done = drive(backend, *session); !done) return std::unexpected(std::move(done.error()));
    return report_of(session->kept().tenant, session->exchange_status());
}

// --- folders ---------------------------------------------------------------------------------------------------------

// The tenants whose segments are in the folder.
std::vector<std::string> tenants_in(std::string const& folder)
{
    std::vector<std::string> tenants;
    std::error_code fault;
    for (auto const& each : fs::directory_iterator { folder, fault })
        if (fs::is_directory(each.path() / "lanes")) tenants.push_back(each.path().filename().string());
    return tenants;
}

// A stick that goes round: what is in the folder and on the backend is in both then.
Result<std::string> folder_synced(Sync const& wanted, Backend const& there)
{
    auto const here = backend_at(wanted.what);
    if (!here) return std::unexpected(here.error());
    auto tenants = wanted.tenant.empty() ? tenants_in(wanted.what) : std::vector { wanted.tenant };
    if (tenants.empty()) return failure("tenant_unknown", wanted.what);
    std::string report;
    for (auto const& tenant : tenants) {
        sync::Kept kept { .tenant = tenant, .device = random_device(), .lanes = {}, .unsent = {}, .told = {} };
        for (auto const* const backend : { &*here, &there, &*here }) {
            for (auto& [lane, chain] : kept.lanes)
                chain.there = chain.first - 1; // that it is on the one says nothing of the other
            sync::Replica replica { std::move(kept) };
            if (auto done = drive(*backend, replica); !done) return std::unexpected(std::move(done.error()));
            if (backend == &there) report += report_of(tenant, replica.status());
            kept = replica.kept();
        }
    }
    return report;
}

// Without the user and the password: what goes wrong is told to logs, too.
std::string without_sign_in(std::string_view address)
{
    auto const begin = address.find("://");
    auto const end = begin == std::string_view::npos ? begin : address.find_first_of("/?#", begin + 3);
    auto const at = address.substr(0, end).rfind('@');
    if (begin == std::string_view::npos || at == std::string_view::npos) return std::string { address };
    return std::string { address.substr(0, begin + 3) } + std::string { address.substr(at + 1) };
}

} // namespace

Result<std::string> synced(Sync const& wanted, catalogue::Catalogue const& catalogue)
{
    auto report = backend_at(wanted.address).and_then([&](Backend const& backend) {
        return wanted.what.ends_with(database_ending) ? database_synced(wanted, backend, catalogue)
                                                      : folder_synced(wanted, backend);
    });
    if (!report && report.error().where == wanted.address)
        return failure(report.error().what, without_sign_in(wanted.address), report.error().detail);
    return report;
}

} // namespace keyrack::cli
