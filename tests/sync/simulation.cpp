#include "sync/simulation.hpp"

#include "codec/sha256.hpp"

#include <algorithm>
#include <format>
#include <utility>

namespace keyrack::test {

namespace {

using namespace sync;

constexpr std::size_t most_devices = 8;
constexpr int steps = 1'200;
constexpr int rounds_at_least = 3; // to notice what is gone from the folder
constexpr int rounds_to_settle = 200;
constexpr int calls_a_round = 20'000;
constexpr std::int64_t ten_years_ms = 10LL * 365 * 24 * 3600 * 1000;
constexpr std::string_view login_page = "<!doctype html><title>Sign in</title><form action=/login></form>";

Kept fresh(int number)
{
    return { .tenant = "northwind", .device = std::format("device-{}", number), .lanes = {}, .unsent = {}, .told = {} };
}

void collect(std::set<std::string>& into, std::vector<codec::TravellingEntry> const& entries)
{
    for (auto const& entry : entries) into.insert(entry.command);
}

// What an entry had seen, and what that had seen, and so on.
class Past
{
public:
    explicit Past(std::span<Placed const> order)
    {
        for (auto const& [lane, entry] : order) m_lanes[lane][entry->sequence] = entry;
    }

    // The latest of a lane's first so many that is there; 0: none. An entry that two lanes have is in one of them alone.
    [[nodiscard]] std::int64_t latest(std::string_view lane, std::int64_t count) const
    {
        auto const found = m_lanes.find(lane);
        if (found == m_lanes.end()) return 0;
        auto const after = found->second.upper_bound(count);
        return after == found->second.begin() ? 0 : std::prev(after)->first;
    }

    // Copies of a profile write under one name, so entries of two of them may each have seen the other's name: then no order
    // suits both.
    [[nodiscard]] bool knows(std::string_view lane, std::int64_t sequence, codec::TravellingEntry const* wanted)
    {
        auto const found = m_lanes.find(lane);
        if (found == m_lanes.end()) return false;
        for (auto at = found->second.upper_bound(sequence); at != found->second.begin();) {
            auto const* const entry = (--at)->second;
            if (entry == wanted) return true;
            if (!m_looked_at.insert(entry).second) return false; // and all before it
            for (auto const& [seen, count] : entry->seen)
                if (knows(seen, count, wanted)) return true;
        }
        return false;
    }

private:
    std::map<std::string_view, std::map<std::int64_t, codec::TravellingEntry const*>> m_lanes;
    std::set<codec::TravellingEntry const*> m_looked_at;
};

// Whether each entry comes after all that its device had seen, as far as it is there.
std::string broken_causality(Kept const& kept)
{
    auto const order = entries_in_order(kept);
    Past const past { order };
    std::map<std::string_view, std::int64_t> come;
    for (auto const& [lane, entry] : order) {
        if (entry->sequence <= come[lane]) return std::format("{}/{} after a later one", lane, entry->sequence);
        come[lane] = entry->sequence;
        for (auto const& [seen, count] : entry->seen)
            if (come[seen] < past.latest(seen, count) && !Past { order }.knows(seen, count, entry))
                return std::format("{}/{} before {}/{}", lane, entry->sequence, seen, count);
    }
    return {};
}

} // namespace

std::set<std::string> commands_of(Kept const& kept)
{
    std::set<std::string> commands;
    for (auto const& [lane, chain] : kept.lanes)
        for (auto const& held : chain.segments) collect(commands, held.segment.entries);
    collect(commands, kept.unsent);
    return commands;
}

std::string digest_of(Kept const& kept)
{
    std::string text;
    for (auto const& [lane, entry] : entries_in_order(kept))
        text += std::format("{}/{} {}\n", lane, entry->sequence, entry->command);
    return codec::sha256_hex(text);
}

Simulation::Simulation(std::uint64_t seed, Faults faults) : m_random(seed), m_faults(faults)
{
    auto const devices = 2 + m_random.below(4);
    for (int number = 1; number <= devices; ++number) {
        m_devices.push_back({ .replica = Replica { fresh(number) }, .backups = {} });
        if (m_random.one_in(2)) m_devices.back().clock_off_ms = (m_random.below(21) - 10) * (ten_years_ms / 10);
    }
}

std::string Simulation::run()
{
    for (int i = 0; i < steps && m_violated.empty(); ++i) step();
    if (m_violated.empty()) settle();
    if (m_violated.empty()) check_at_the_end();
    return m_violated;
}

void Simulation::run_midway()
{
    for (int i = 0; i < steps; ++i) step();
}

std::vector<Kept> Simulation::kept() const
{
    std::vector<Kept> all;
    for (auto const& device : m_devices) all.push_back(device.replica.kept());
    return all;
}

void Simulation::violated(std::string what)
{
    if (m_violated.empty()) m_violated = std::move(what);
}

std::size_t Simulation::any_device()
{
    return static_cast<std::size_t>(m_random.below(static_cast<int>(m_devices.size())));
}

void Simulation::step()
{
    switch (m_random.below(20)) {
    case 0:
    case 1: return write();
    case 2:
    case 3:
    case 4: return let_time_pass();
    case 5: return m_faults.crashes && m_random.one_in(4) ? crash() : serve();
    case 6: return m_faults.copies && m_random.one_in(20) ? copy_profile() : deliver();
    case 7: return m_faults.folders && m_random.one_in(20) ? lose_folder() : serve();
    default: return m_random.one_in(2) ? serve() : deliver();
    }
}

// One step of a replica; where its disk is full, nothing of it has happened.
template <class Act>
void Simulation::act(std::size_t device, Act const& act)
{
    auto& replica = m_devices[device].replica;
    auto const disk_is_full = m_faults.crashes && m_random.one_in(50);
    auto before = disk_is_full ? std::optional { replica } : std::nullopt;
    auto const effects = act(replica);
    if (before) {
        replica = std::move(*before);
        return;
    }
    check_sent(device);
    perform(device, effects);
}

void Simulation::write()
{
    auto const device = any_device();
    auto const command = std::format(R"({{"n":{}}})", ++m_written);
    bool kept = false;
    act(device, [&](Replica& replica) {
        replica.write("Maren", command, clock(device));
        kept = true;
        return Effects {};
    });
    if (kept && commands_of(m_devices[device].replica.kept()).contains(command)) m_acknowledged.insert(command);
}

void Simulation::let_time_pass()
{
    m_now_ms += 1 + m_random.below(m_random.one_in(4) ? 400'000 : 4'000);
    auto const device = any_device();
    act(device, [&](Replica& replica) { return replica.tick(clock(device)); });
}

void Simulation::perform(std::size_t device, Effects const& effects)
{
    for (auto const& effect : effects) {
        auto const life = m_devices[device].life;
        if (auto const* get = std::get_if<Get>(&effect)) {
            m_in_flight.push_back({ device, life, get->request, false, get->path, {} });
        } else if (auto const* put = std::get_if<Put>(&effect)) {
            m_in_flight.push_back({ device, life, put->request, true, put->path, put->body });
        }
    }
}

// The backend takes one of the calls that are under way, in any order.
void Simulation::serve()
{
    if (!m_late_writes.empty() && m_random.one_in(10)) {
        store(m_late_writes.back().path, std::move(m_late_writes.back().body));
        m_late_writes.pop_back();
    }
    if (m_in_flight.empty()) return;
    auto const at = m_in_flight.begin() + m_random.below(static_cast<int>(m_in_flight.size()));
    auto const call = *at;
    m_in_flight.erase(at);
    auto answer = answer_to(call);
    if (m_faults.network && m_random.one_in(30)) return; // the answer is lost
    if (m_faults.network && m_random.one_in(30)) m_arriving.push_back({ call.device, call.life, answer });
    m_arriving.push_back({ call.device, call.life, std::move(answer) });
}

void Simulation::deliver()
{
    if (m_arriving.empty()) return;
    auto const at = m_arriving.begin() + m_random.below(static_cast<int>(m_arriving.size()));
    auto const arriving = *at;
    m_arriving.erase(at);
    if (m_devices[arriving.device].life != arriving.life) return;
    act(arriving.device, [&](Replica& replica) { return replica.take(arriving.answer, clock(arriving.device)); });
}

Answer Simulation::answer_to(InFlight const& call)
{
    auto answer = call.is_put ? answer_to_put(call) : answer_to_get(call);
    answer.request = call.request;
    return answer;
}

Answer Simulation::answer_to_get(InFlight const& call)
{
    auto const there = m_folder.find(call.path);
    auto const now = there == m_folder.end() ? Answer { .how = Answered::absent }
                                             : Answer { .how = Answered::found, .body = there->second };
    if (!m_faults.network) return now;
    switch (m_random.below(60)) {
    case 0:
    case 1:
    case 2: return { .how = Answered::failed };
    case 3: return { .how = Answered::refused };
    case 4: return { .how = Answered::absent };
    case 5: return { .how = Answered::found, .body = std::string { login_page } };
    case 6:
        if (now.body.empty()) return now;
        return { .how = Answered::found,
            .body = now.body.substr(0, static_cast<std::size_t>(m_random.below(static_cast<int>(now.body.size())))) };
    case 7:
    case 8: {
        auto const& ever = m_ever[call.path];
        return ever.empty() ? now : Answer { .how = Answered::found, .body = m_random.one_of(ever) };
    }
    default: return now;
    }
}

Answer Simulation::answer_to_put(InFlight const& call)
{
    auto const part = [&] { return static_cast<std::size_t>(m_random.below(static_cast<int>(call.body.size()))); };
    auto const fault = m_faults.network ? m_random.below(60) : 60;
    switch (fault) {
    case 0: return { .how = Answered::failed };
    case 1: return { .how = Answered::refused };
    case 2: return { .how = Answered::done }; // says so, and keeps nothing
    case 3: m_late_writes.push_back(call); return { .how = Answered::done };
    case 4:
        store(call.path, call.body.substr(0, part()));
        return { .how = m_random.one_in(2) ? Answered::done : Answered::failed };
    case 5: {
        auto const cut = part();
        auto const old = m_folder[call.path];
        store(call.path, call.body.substr(0, cut) + (cut < old.size() ? old.substr(cut) : std::string {}));
        return { .how = Answered::failed };
    }
    case 6: store(call.path, call.body); return { .how = Answered::failed };
    default: store(call.path, call.body); return { .how = Answered::done };
    }
}

void Simulation::store(std::string const& path, std::string body)
{
    auto& ever = m_ever[path];
    if (std::ranges::find(ever, body) == ever.end()) ever.push_back(body);
    m_folder[path] = std::move(body);
    if (m_random.one_in(40)) m_old_folders.push_back(m_folder);
}

void Simulation::crash()
{
    auto& device = m_devices[any_device()];
    ++device.life;
    device.replica = Replica { device.replica.kept() };
    if (m_random.one_in(2)) device.backups.push_back(device.replica.kept());
}

void Simulation::copy_profile()
{
    auto const chosen = any_device();
    if (m_random.one_in(2) && m_devices.size() < most_devices) {
        Device copy { .replica = Replica { m_devices[chosen].replica.kept() }, .backups = {} };
        copy.clock_off_ms = m_devices[chosen].clock_off_ms;
        m_devices.push_back(std::move(copy));
    } else if (auto& device = m_devices[chosen]; !device.backups.empty()) {
        ++device.life;
        device.replica = Replica { m_random.one_of(device.backups) };
        m_sent_before.erase(chosen);
        forget_what_nobody_holds();
    }
}

void Simulation::lose_folder()
{
    m_folder = m_random.one_in(2) || m_old_folders.empty() ? std::map<std::string, std::string> {}
                                                           : m_random.one_of(m_old_folders);
}

// --- what must hold ----------------------------------------------------------------------------------------------------

void Simulation::check_sent(std::size_t device)
{
    auto const& kept = m_devices[device].replica.kept();
    auto& before = m_sent_before[device];
    auto const sent = own_chain(kept).there;
    if (sent > before) {
        auto const& held = own_chain(kept).at(sent);
        auto const& ever = m_ever[std::format("{}/{}/{}.json", kept.tenant, kept.device, sent)];
        if (std::ranges::find(ever, held.text) == ever.end())
            violated(std::format("{}/{} is called sent and could never be read", kept.device, sent));
    }
    before = sent;
}

void Simulation::check_chains()
{
    for (auto const& device : m_devices)
        for (auto const& [lane, chain] : device.replica.kept().lanes)
            for (auto number = chain.first + 1; number <= chain.last(); ++number) {
                auto const& before = chain.at(number - 1);
                auto const& held = chain.at(number);
                auto const last = before.segment.entries.back().sequence;
                if (held.segment.previous != before.sha256 || held.segment.entries.front().sequence != last + 1)
                    violated(lane + " was applied over a gap");
            }
}

std::set<std::string> Simulation::held() const
{
    std::set<std::string> all;
    for (auto const& device : m_devices) all.merge(commands_of(device.replica.kept()));
    return all;
}

// After a profile was put back to an older state: what it alone had is gone, and no software could bring it back.
void Simulation::forget_what_nobody_holds()
{
    auto const all = held();
    std::erase_if(m_acknowledged, [&](std::string const& command) { return !all.contains(command); });
}

bool Simulation::everyone_rests() const
{
    if (!m_in_flight.empty() || !m_arriving.empty()) return false;
    auto const first = digest_of(m_devices.front().replica.kept());
    return std::ranges::all_of(m_devices, [&](Device const& device) {
        auto const status = device.replica.status();
        return status.resting && status.trouble == Trouble::none && digest_of(device.replica.kept()) == first;
    });
}

// Faults have stopped.
void Simulation::settle()
{
    m_faults = { .network = false, .folders = false, .crashes = false, .copies = false };
    for (auto& late : m_late_writes) store(late.path, std::move(late.body));
    m_late_writes.clear();
    for (int round = 0; round < rounds_to_settle; ++round) {
        for (std::size_t device = 0; device < m_devices.size(); ++device)
            act(device, [&](Replica& replica) { return replica.tick(clock(device)); });
        for (int calls = 0; !(m_in_flight.empty() && m_arriving.empty()); ++calls) {
            if (calls == calls_a_round) return violated("a round without end:" + picture());
            serve();
            deliver();
        }
        if (!m_violated.empty() || (round >= rounds_at_least && everyone_rests())) return;
        m_now_ms += longest_delay_ms;
    }
    violated("no rest, though nothing fails any more:" + picture());
}

// Where everybody stands, for a person who looks for the fault.
std::string Simulation::picture() const
{
    std::string text;
    for (auto const& device : m_devices) {
        auto const& kept = device.replica.kept();
        auto const status = device.replica.status();
        text += std::format("\n{} ledger {} sent {} local {} trouble {} resting {}", kept.device,
            digest_of(kept).substr(0, 6), own_chain(kept).there, status.on_this_device,
            static_cast<int>(status.trouble), status.resting);
        for (auto const& [lane, chain] : kept.lanes) {
            text += std::format("\n    {} from {} there {}:", lane, chain.first, chain.there);
            for (auto const& held : chain.segments)
                text += std::format(" {}({})", held.sha256.substr(0, 4), held.segment.entries.back().sequence);
        }
    }
    for (auto const& [path, body] : m_folder)
        text +=
            std::format("\n{}: {}", path, body.starts_with("{\"sha256\":\"") ? body.substr(11, 4) : body.substr(0, 60));
    return text;
}

void Simulation::check_at_the_end()
{
    check_chains();
    auto const first = digest_of(m_devices.front().replica.kept());
    for (auto const& device : m_devices) {
        auto const& kept = device.replica.kept();
        auto const commands = commands_of(kept);
        if (digest_of(kept) != first) violated(kept.device + " has another ledger");
        if (auto broken = broken_causality(kept); !broken.empty()) violated(std::move(broken));
        for (auto const& command : m_acknowledged)
            if (!commands.contains(command))
                violated(std::format("{} was acknowledged and is missing at {}", command, kept.device));
        if (device.replica.status().on_this_device > 0) violated(kept.device + " has entries that were never sent");
    }
}

} // namespace keyrack::test
