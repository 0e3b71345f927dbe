#pragma once
// A portal with a browser around it that does what it is asked: opens files, keeps an address and a history, feeds files.

#include "portal/portal.hpp"
#include "support/dates.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::test {

[[nodiscard]] portal::Environment an_environment();

class Stage
{
public:
    // `opens`: what becomes of every OpenFiles; not_available makes tenants live in memory.
    explicit Stage(portal::Environment environment = an_environment(),
        portal::FilesState opens = portal::FilesState::not_available, std::string_view today = "2026-11-22");

    portal::Portal portal;
    portal::FilesState opens;

    // Copies beside the databases, as the browser keeps them; and what lies under a name on the disk itself, for setting it
    // aside.
    std::map<std::string, std::string> copies;
    std::function<std::string(std::string const&)> lying;

    // What the browser saw, in order.
    std::vector<portal::Effect> seen;
    std::map<std::string, std::string> remembered;
    std::map<std::string, std::string>* folder = nullptr; // where Requests go; none: they are never answered
    sync::Answered fault = sync::Answered::done;          // otherwise what is answered in the folder's stead
    [[nodiscard]] std::string const& address() const { return m_history[m_at]; }
    [[nodiscard]] std::size_t steps_back() const { return m_at; }

    // Performs, and lets the browser and the jobs do theirs until all is quiet.
    Stage& operator()(portal::Intent const& intent);
    void settle();
    // Does what the portal has asked for, and runs no job.
    void do_effects();
    void later(std::chrono::seconds seconds); // on the clock of the portal
    void go_back();
    void go_forward();
    void go_to(std::string fragment); // typed

    [[nodiscard]] portal::PortalModel const& model() { return portal.model(); }
    [[nodiscard]] portal::SessionModel const& session();
    [[nodiscard]] portal::RoomsModel const& rooms(); // from the overview: its link is followed first
    template <class Model>
    [[nodiscard]] Model const& apart() // of a screen whose model stands in a header of its own
    {
        auto const* const found = std::get_if<portal::Apart<Model>>(&session().screen);
        if (!found) throw std::runtime_error { "another screen is open: " + address() };
        return **found;
    }
    [[nodiscard]] portal::OverviewModel const& overview();
    [[nodiscard]] portal::OrdersModel const& orders();
    [[nodiscard]] portal::AssignModel const& assign();
    [[nodiscard]] portal::DataModel const& data();

    // The room of that name in the list as it is shown; the test fails where it is not there.
    [[nodiscard]] portal::RoomLine line(std::string_view name);
    [[nodiscard]] RoomId room(std::string_view name) { return line(name).id; }
    [[nodiscard]] std::vector<std::string> names(); // of the list as it is shown
    [[nodiscard]] std::vector<std::string> toasts();
    [[nodiscard]] std::int64_t last_toast();
    // How many effects of a kind were seen.
    template <class Kind>
    [[nodiscard]] std::size_t count() const
    {
        std::size_t number = 0;
        for (auto const& effect : seen) number += std::holds_alternative<Kind>(effect) ? 1 : 0;
        return number;
    }

    // Hands a file over in pieces and lets the job run to its end.
    void import(std::string_view name, std::string_view text, std::size_t piece = 4'096);
    // The same, but stops when a part of it has been taken in: the job is still running.
    void begin_import(std::string_view name, std::string_view text, std::size_t bytes);
    // Says yes where the file waits for it.
    void confirm();

private:
    void perform(portal::Effect const& effect);
    void tell_copies(std::string const& slug);

    std::vector<std::string> m_history;
    std::size_t m_at = 0;
    Instant m_now;
};

// The demo company, open.
[[nodiscard]] std::unique_ptr<Stage> demo_stage(portal::Environment environment = an_environment());

// A tenant file of so many rooms, each with one device; every third is not covered on 2026-11-22. Names "Room 1" …,
// sites "Site 1" … of ten rooms, serials "SN000001" ….
[[nodiscard]] std::string tenant_file(int rooms);

// Every text of a model: what a person could read on any screen of it.
[[nodiscard]] std::vector<std::string> texts_of(portal::PortalModel const& model);

} // namespace keyrack::test
