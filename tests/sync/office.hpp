#pragma once
// Devices with real sessions, real stores and a folder between them that does what it should: what the simulation checks of the
// steps alone is checked here of journals, ledgers and tables.

#include "portal/session.hpp"
#include "support/random_tenant.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace keyrack::test {

using Folder = std::map<std::string, std::string>; // path → body

inline constexpr std::int64_t office_opens_ms = 1'790'000'000'000;

[[nodiscard]] portal::Author author_at(std::int64_t now_ms, std::string actor = {});

// One device's session, answered from the folder until it waits. Whether all steps could be kept. With `chance` the network fails
// in the ways that were measured: no answers, login pages, torn objects, writes that are acknowledged and lost.
[[nodiscard]] bool exchange(portal::Session& session, Folder& folder, std::int64_t now_ms, Random* chance = nullptr);

// What it holds is what its journal leads to, folded anew from the first entry on; and what the tables hold. In words what is not.
[[nodiscard]] std::string unsound(portal::Session const& session);

// A tenant that one device begins and the others join by a bundle.
class Office
{
public:
    // `names`: of the devices, each of which keeps `<name>.db`.
    Office(store::Place place, std::vector<std::string> const& names);

    [[nodiscard]] portal::Session& operator[](std::size_t device) { return m_sessions[device]; }
    [[nodiscard]] std::size_t size() const { return m_sessions.size(); }
    // The device's own clock: the first is an hour slow, the third an hour fast, and so on.
    [[nodiscard]] std::int64_t clock(std::size_t device) const
    {
        return now_ms + (static_cast<std::int64_t>(device) - 1) * 3'600'000;
    }
    void close() { m_sessions.clear(); }
    // The databases of the devices, opened anew.
    void reopen();
    // Everybody exchanges, often enough that all know everything.
    void settle(Folder& folder);

    std::int64_t now_ms = office_opens_ms;

private:
    [[nodiscard]] portal::Session opened(std::string const& name) const;

    store::Place m_place;
    std::vector<std::string> m_names;
    std::deque<portal::Session> m_sessions;
};

// The first row in which the tables of two devices of one tenant differ, of those that all should have the same; empty: none.
[[nodiscard]] std::string difference(portal::Session const& one, portal::Session const& other);

} // namespace keyrack::test
