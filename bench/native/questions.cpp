#include "questions.hpp"

#include "tenant.hpp"

#include "base/date.hpp"
#include "base/verify.hpp"
#include "codec/catalogue_json.hpp"
#include "engine/coverage.hpp"
#include "engine/css_verdict.hpp"
#include "engine/fold.hpp"
#include "engine/fork.hpp"
#include "engine/plan.hpp"
#include "engine/question.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace keyrack::bench {

namespace {

using namespace engine;

constexpr int days_between_runs = 17;
constexpr int rooms_per_change = 20; // 5,000 of 100,000
constexpr int lines_per_contract = 50;

Date const day = *parse_date("2026-11-22");

struct Measured
{
    std::int64_t count = 0;
    std::vector<double> milliseconds;
    std::vector<std::string> answers;
};

template <class Work>
void run(Measured& measured, Work&& work)
{
    auto const began = std::chrono::steady_clock::now();
    auto const answer = work();
    auto const took = std::chrono::steady_clock::now() - began;
    measured.milliseconds.push_back(std::chrono::duration<double, std::milli>(took).count());
    measured.answers.push_back(std::to_string(answer));
}

void give(Ledger& ledger, Command const& command)
{
    auto const folded = fold(ledger, codec::shipped_catalogue(), command, EntryId::of_row(0), Manner::live);
    VERIFY(folded.has_value());
}

Measured features(std::string const& file, int runs)
{
    using enum catalogue::Feature;
    auto const ledger = ledger_of_file(file);
    Measured measured { .count = static_cast<std::int64_t>(ledger.rooms().size()), .milliseconds = {}, .answers = {} };
    for (int at = 0; at < runs; ++at) {
        run(measured, [&] {
            auto const& catalogue = codec::shipped_catalogue();
            auto const columns = coverage_of_all(ledger, catalogue, day - Days { days_between_runs * at });
            std::int64_t total = 0;
            for (auto const feature : { warranty_extension, insights, alerts, premium_support, next_business_day_rma,
                     instant_rma, success_manager })
                total += rooms_with_feature(ledger, catalogue, columns, feature);
            return total;
        });
    }
    return measured;
}

// Every region, severities that are counted around the clock and in business hours.
Ledger with_tickets(int count)
{
    auto ledger = opened_ledger();
    std::string const orgs[] { "americas", "emea", "asia", "japan" };
    std::string const countries[] { "US", "DE", "SG", "JP" };
    for (int at = 0; at < 4; ++at) give(ledger, AddOrgId { orgs[at], orgs[at], "", static_cast<OrgRegion>(at) });
    for (int severity = 1; severity <= 3; ++severity)
        give(ledger,
            SetSupportTarget { catalogue::Desk::customer_success, catalogue::Measure::solution, severity,
                catalogue::Tier::none, std::nullopt, 14'400 });
    for (int number = 0; number < count; ++number) {
        auto const at = static_cast<std::size_t>(number % 4);
        OpenTicket ticket;
        ticket.ticket = "T-" + std::to_string(number);
        ticket.desk = catalogue::Desk::customer_success;
        ticket.at = Instant { day.time_since_epoch() } - std::chrono::minutes { 60 + number % 20'000 };
        ticket.severity = 1 + number % 3;
        ticket.place = TicketPlace { "", countries[at], "" };
        ticket.about = TicketSubject { "", RoomState::unknown, "", orgs[at], "" };
        give(ledger, ticket);
    }
    return ledger;
}

Measured clocks(int count, int runs)
{
    auto const ledger = with_tickets(count);
    Measured measured { .count = count, .milliseconds = {}, .answers = {} };
    for (int at = 0; at < runs; ++at) {
        Instant const moment = Instant { day.time_since_epoch() } + std::chrono::minutes { 7 * at };
        run(measured, [&] {
            auto const given = verdict(ledger, codec::shipped_catalogue(), ClocksQuestion { moment }, day);
            return static_cast<std::int64_t>(std::get<ClocksAnswer>(*given).clocks.size());
        });
    }
    return measured;
}

// Every tenth line lacks a licence.
Ledger with_product_lines(int count)
{
    auto ledger = opened_ledger();
    give(ledger, AddOrgId { "org", "Org", "", OrgRegion::emea });
    BuyCoverage contract { "", catalogue::CssTier::priority, day - Days { 100 }, 1, {} };
    for (int number = 0; number < count; ++number) {
        auto const name = "line-" + std::to_string(number);
        give(ledger, AddProductLine { name, name, LineKind::cloud_subscription });
        give(ledger,
            AddSoftwareLicences { "L-" + name, name, "org", "", LicencePricing::standard, 10, day - Days { 200 } });
        contract.lines.push_back({ name, "org", number % 10 == 0 ? 9 : 10, std::nullopt });
        if (std::ssize(contract.lines) < lines_per_contract && number + 1 < count) continue;
        contract.contract = "C-" + std::to_string(number);
        give(ledger, contract);
        contract.lines.clear();
    }
    return ledger;
}

Measured all_in(int count, int runs)
{
    auto const ledger = with_product_lines(count);
    Measured measured { .count = count, .milliseconds = {}, .answers = {} };
    for (int at = 0; at < runs; ++at) {
        run(measured, [&] {
            auto const scopes = scopes_on(ledger, codec::shipped_catalogue(), day - Days { at });
            return std::int64_t { std::ranges::count_if(scopes, [](ScopeOnDay const& each) { return each.all_in; }) };
        });
    }
    return measured;
}

// Two rooms for each licence, the licences in twenty orders that end on different days.
Ledger with_rooms_to_cover(int count)
{
    constexpr int orders = 20;
    auto ledger = opened_ledger();
    for (int number = 0; number < count; ++number) {
        auto const key = "room-" + std::to_string(number);
        auto const importance = number % 7 == 0 ? Importance::important : Importance::ordinary;
        give(ledger, AddRoom { key, key, "Oslo", "NO", "", number % 3 == 0 ? InSync::no : InSync::yes, importance });
        give(ledger, AddDevice { "SN-" + std::to_string(number), "Rally Bar", day - Days { number % 2'000 }, key, {} });
    }
    for (int number = 0; number < orders; ++number)
        give(ledger,
            PlaceOrder { "PO-" + std::to_string(number), "", number % 4 == 0 ? "sync_plus" : "select",
                number % 4 == 0 ? 1 : 1 + number % 5, std::max(1, count / 2 / orders), day - Days { number * 3 },
                std::nullopt });
    return ledger;
}

Measured plan(int count, int runs)
{
    auto const ledger = with_rooms_to_cover(count);
    Measured measured { .count = count, .milliseconds = {}, .answers = {} };
    for (int at = 0; at < runs; ++at) {
        run(measured,
            [&] { return std::ssize(plan_on(ledger, codec::shipped_catalogue(), {}, day + Days { at }).planned); });
    }
    return measured;
}

// Licences of Select that serve a room on the day leave it, and go to rooms that have none.
std::vector<Command> changes(Ledger const& ledger)
{
    auto const select = codec::shipped_catalogue().find("select");
    auto const columns = coverage_of_all(ledger, codec::shipped_catalogue(), day);
    auto const& until = columns.programmes[select.row()].until;
    std::vector<RoomId> uncovered;
    for (std::uint32_t row = 0; row < ledger.rooms().size(); ++row)
        if (until[row] == always) uncovered.push_back(RoomId::of_row(row));
    auto const wanted = std::min(ledger.rooms().size() / rooms_per_change / 2, uncovered.size());
    std::vector<Command> commands;
    Assign assign { .pairs = {}, .from = day };
    for (std::uint32_t row = 0; row < ledger.rooms().size() && assign.pairs.size() < wanted; ++row) {
        if (until[row] == always || until[row] <= day + Days { 1 }) continue;
        Assignment const& held = ledger.assignments()[columns.programmes[select.row()].by[row]];
        if (held.days.from == day || held.days.to != never) continue;
        LicenceKey const licence { ledger.orders()[held.order].key, held.number };
        commands.emplace_back(EndAssignment { licence, held.days.from, held.days.to, day });
        assign.pairs.push_back({ licence, ledger.rooms()[uncovered[assign.pairs.size()]].key });
    }
    commands.emplace_back(std::move(assign));
    return commands;
}

Measured difference(std::string const& file, int runs)
{
    auto const ledger = ledger_of_file(file);
    auto const commands = changes(ledger);
    Measured measured { .count = 2 * (std::ssize(commands) - 1), .milliseconds = {}, .answers = {} };
    for (int at = 0; at < runs; ++at) {
        run(measured, [&] {
            auto const told = what_if(ledger, codec::shipped_catalogue(), commands, day + Days { at % 2 });
            VERIFY(told.has_value());
            return std::ssize(told->rooms);
        });
    }
    return measured;
}

std::string written(Measured const& measured)
{
    std::string text = "{\"count\":" + std::to_string(measured.count) + ",\"milliseconds\":[";
    for (double const each : measured.milliseconds) text += std::to_string(each) + ",";
    text.back() = ']';
    text += ",\"answers\":[";
    for (std::string const& each : measured.answers) text += "\"" + each + "\",";
    text.back() = ']';
    return text + "}";
}

} // namespace

std::optional<std::string> answer(std::span<std::string const> words)
{
    if (words.size() != 3) return std::nullopt;
    auto const& name = words[0];
    int const count = std::atoi(words[1].c_str());
    int const runs = std::max(1, std::atoi(words[2].c_str()));
    if (name == "features") return written(features(words[1], runs));
    if (name == "clocks") return written(clocks(count, runs));
    if (name == "all_in") return written(all_in(count, runs));
    if (name == "plan") return written(plan(count, runs));
    if (name == "what_if") return written(difference(words[1], runs));
    return std::nullopt;
}

} // namespace keyrack::bench
