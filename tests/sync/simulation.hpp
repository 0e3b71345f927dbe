#pragma once
// Up to eight replicas and a backend that fails in every way that was measured, driven by a seed. What must hold at any moment
// is checked on the way; what must hold once faults stop, at the end.

#include "support/random_tenant.hpp"
#include "sync/replica.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace keyrack::test {

struct Faults
{
    bool network =
        true; // lost, late and doubled answers, pages that are not what was asked for, torn and stale objects
    bool folders = true; // that vanish or are rolled back
    bool crashes = true; // between any two writes, and full disks
    bool copies = true;  // profiles that are cloned or restored
};

class Simulation
{
public:
    Simulation(std::uint64_t seed, Faults faults);

    // Runs with faults, then without until all rest. What was violated, in words; empty: nothing.
    [[nodiscard]] std::string run();
    // Runs with faults and stops in the middle of everything.
    void run_midway();

    [[nodiscard]] std::vector<sync::Kept> kept() const;
    [[nodiscard]] std::size_t entries() const { return m_acknowledged.size(); }

private:
    struct Device
    {
        sync::Replica replica;
        std::int64_t clock_off_ms = 0;
        int life = 0; // grows with each crash: answers to an earlier life do not reach it
        std::vector<sync::Kept> backups;
        std::int64_t wakes_at_ms = 0;
    };

    struct InFlight
    {
        std::size_t device = 0;
        int life = 0;
        std::int64_t request = 0;
        bool is_put = false;
        std::string path;
        std::string body;
    };

    struct Arriving
    {
        std::size_t device = 0;
        int life = 0;
        sync::Answer answer;
    };

    void step();
    void write();
    void serve();
    void deliver();
    void let_time_pass();
    void crash();
    void copy_profile();
    void lose_folder();

    void perform(std::size_t device, sync::Effects const& effects);
    [[nodiscard]] sync::Answer answer_to(InFlight const& call);
    [[nodiscard]] sync::Answer answer_to_get(InFlight const& call);
    [[nodiscard]] sync::Answer answer_to_put(InFlight const& call);
    void store(std::string const& path, std::string body);
    template <class Act>
    void act(std::size_t device, Act const& act);

    void settle();
    [[nodiscard]] bool everyone_rests() const;
    void check_sent(std::size_t device);
    void check_chains();
    void check_at_the_end();
    [[nodiscard]] std::set<std::string> held() const;
    void forget_what_nobody_holds();
    [[nodiscard]] std::string picture() const;
    void violated(std::string what);

    [[nodiscard]] std::size_t any_device();
    [[nodiscard]] std::int64_t clock(std::size_t device) const { return m_now_ms + m_devices[device].clock_off_ms; }

    Random m_random;
    Faults m_faults;
    std::vector<Device> m_devices;
    std::int64_t m_now_ms = 1'790'000'000'000;
    std::vector<InFlight> m_in_flight;
    std::vector<Arriving> m_arriving;
    std::vector<InFlight> m_late_writes; // acknowledged, and stored only later
    std::map<std::string, std::string> m_folder;
    std::vector<std::map<std::string, std::string>> m_old_folders;
    std::map<std::string, std::vector<std::string>> m_ever; // whatever could be read once
    std::set<std::string> m_acknowledged;                   // commands that somebody was told are saved
    std::map<std::size_t, std::int64_t> m_sent_before;
    std::int64_t m_written = 0;
    std::string m_violated;
};

// The commands that a replica holds.
[[nodiscard]] std::set<std::string> commands_of(sync::Kept const& kept);
// Equal where the same entries are folded in the same order.
[[nodiscard]] std::string digest_of(sync::Kept const& kept);

} // namespace keyrack::test
