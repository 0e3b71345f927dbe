// What is done within a day counts for clocks from its moment on, and never rewrites what was counted (B4, D5, R81, R102, R179–R194).

#include "codec/command_json.hpp"
#include "engine/css.hpp"
#include "engine/ticket_reading.hpp"
#include "engine/timing.hpp"
#include "support/random_tenant.hpp"
#include "support/tickets.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;
using namespace std::chrono_literals;
using catalogue::CssTier;
using catalogue::Measure;
using catalogue::Tier;

TEST_CASE("B4: a licence that is given or taken within a day counts from its moment, and rewrites nothing",
    "[engine][B4][R102][R111]")
{
    auto tenant = desk_tenant();
    tenant.room("A").order("PO-1", "select", 1, 2, "2026-03-01");
    tenant.apply(room_ticket("T-1", "2026-03-02T08:00Z", "A"));
    auto const counted = [&](std::string_view at) {
        return clock_in(ticket_on(tenant, "T-1", at), Measure::response).strip.counted;
    };
    auto const given = [](std::string_view at) {
        return Assign { { { { "PO-1", 1 }, "A" } }, date("2026-03-02"), never, instant(at) };
    };
    auto const taken = [](std::string_view at) {
        return EndAssignment {
            { "PO-1", 1 },
            date("2026-03-02"), never, date("2026-03-05"), instant(at)
        };
    };
    CHECK(counted("2026-03-02T12:00Z") == 0h);
    tenant.apply(given("2026-03-02T11:00Z"));
    CHECK(counted("2026-03-02T11:00Z") == 0h);
    CHECK(counted("2026-03-02T11:01Z") == 1min);
    CHECK(!ticket_on(tenant, "T-1", "2026-03-02T10:59Z").now.entitled);
    CHECK(ticket_on(tenant, "T-1", "2026-03-02T11:00Z").now.entitled);
    CHECK(holds_in(ticket_on(tenant, "T-1", "2026-03-02T10:59Z").proof, Rule::ticket_entitled) == false);
    auto const before = counted("2026-03-05T14:00Z");
    tenant.apply(taken("2026-03-05T14:00Z")); // 5 March is no longer covered by the day, until 14:00 it was
    CHECK(counted("2026-03-05T14:00Z") == before);
    CHECK(counted("2026-03-05T20:00Z") == before);
    CHECK(ticket_on(tenant, "T-1", "2026-03-05T13:59Z").now.entitled);
    CHECK(!ticket_on(tenant, "T-1", "2026-03-05T14:00Z").now.entitled);

    SECTION("what is taken back counts by the assignment as it is then")
    {
        tenant.apply(*compensation(Command { taken("2026-03-05T14:00Z") }));
        CHECK(counted("2026-03-05T20:00Z") == before + 6h);
        tenant.apply(EndAssignment {
            { "PO-1", 1 },
            date("2026-03-02"), never, date("2026-03-05")
        });
        CHECK(counted("2026-03-05T20:00Z") == counted("2026-03-04T23:00Z")); // without a moment: from its midnight
    }
    SECTION("the next licence of the same day counts from its own moment")
    {
        tenant.apply(Assign { { { { "PO-1", 2 }, "A" } }, date("2026-03-05"), never, instant("2026-03-05T16:00Z") });
        CHECK(counted("2026-03-05T20:00Z") == before + 4h);
    }
    SECTION("a licence that is given for days to come or long ago counts by its days and its moment")
    {
        tenant.apply(Assign { { { { "PO-1", 2 }, "A" } }, date("2026-03-07"), never, instant("2026-03-05T16:00Z") });
        CHECK(counted("2026-03-07T12:00Z") == before + 13h); // from midnight in Berlin on
    }
}

TEST_CASE("B4, D5: an order that is cancelled within a day counts until its moment, and rewrites nothing",
    "[engine][B4][D5][R102]")
{
    auto tenant = desk_tenant();
    tenant.room("A").room("B").order("PO-1", "select", 1, 2, "2026-03-01");
    tenant.assign("PO-1", 1, "A", "2026-03-01").assign("PO-1", 2, "B", "2026-03-01");
    tenant.apply(room_ticket("T-1", "2026-03-05T08:00Z", "A")).apply(room_ticket("T-2", "2026-03-05T08:00Z", "B"));
    auto const counted = [&](char const* ticket, std::string_view at) {
        return clock_in(ticket_on(tenant, ticket, at), Measure::response).strip.counted;
    };
    auto const before = counted("T-1", "2026-03-05T14:00Z");
    CHECK(before == 6h);
    tenant.apply(CancelOrder { "PO-1", date("2026-03-05"), instant("2026-03-05T14:00Z") });
    for (auto const* ticket : { "T-1", "T-2" }) {
        CAPTURE(ticket);
        CHECK(ticket_on(tenant, ticket, "2026-03-05T13:59:59.999Z").now.entitled);
        CHECK(!ticket_on(tenant, ticket, "2026-03-05T14:00Z").now.entitled);
        CHECK(counted(ticket, "2026-03-05T14:00Z") == before);
        CHECK(counted(ticket, "2026-03-09T14:00Z") == before);
    }
    tenant.apply(WithdrawCancellation { "PO-1", date("2026-03-05") });
    CHECK(counted("T-1", "2026-03-05T20:00Z") == before + 6h);
    tenant.apply(CancelOrder { "PO-1", date("2026-03-05") }); // without a moment: from its midnight in Berlin
    CHECK(counted("T-1", "2026-03-05T20:00Z") == 0h);
}

TEST_CASE(
    "B4: a moment counts where the ticket's day is another one, and counts for no other day", "[engine][B4][R102]")
{
    auto tenant = desk_tenant();
    tenant.room("A").order("PO-1", "select", 1, 2, "2026-03-01");
    auto open = room_ticket("T-1", "2026-03-02T08:00Z", "A");
    open.place = TicketPlace { "americas", "US", "America/New_York" };
    tenant.apply(open);
    auto const counted = [&](std::string_view at) {
        return clock_in(ticket_on(tenant, "T-1", at), Measure::response).strip.counted;
    };
    Assign given { { { { "PO-1", 1 }, "A" } }, date("2026-03-03"), never, instant("2026-03-03T01:00Z") };
    EndAssignment taken {
        { "PO-1", 1 },
        date("2026-03-03"), never, date("2026-03-04"), instant("2026-03-04T01:00Z")
    };

    SECTION("it is the evening before there")
    {
        tenant.apply(given);
        CHECK(counted("2026-03-03T01:00Z") == 0h);
        CHECK(counted("2026-03-03T02:00Z") == 1h);
        tenant.apply(taken);
        CHECK(counted("2026-03-04T12:00Z") == 24h);
    }
    SECTION("a moment of days later: as without one, from midnight to midnight there")
    {
        given.at = instant("2026-03-06T01:00Z");
        taken.at = instant("2026-03-08T01:00Z");
        tenant.apply(given).apply(taken);
        CHECK(tenant.ledger.timings().size() == 0);
        CHECK(counted("2026-03-03T06:00Z") == 1h);
        CHECK(counted("2026-03-09T06:00Z") == 24h);
    }
}

namespace {

// A device that has its own ticket; PO-1 covers B from 1 March on, and nothing covers A or C.
Tenant device_tenant()
{
    auto tenant = desk_tenant();
    tenant.room("A").room("B").room("C").device("SN-1", "2026-01-01", "A").order("PO-1", "select", 1, 1, "2026-03-01");
    tenant.assign("PO-1", 1, "B", "2026-03-01");
    auto open = room_ticket("T-1", "2026-03-02T08:00Z", "");
    open.about->device = "SN-1";
    tenant.apply(open);
    return tenant;
}

MoveDevice moved(std::string_view from, std::string_view to, std::string_view at)
{
    return { "SN-1", std::string { from }, std::string { to }, date(at.substr(0, 10)), instant(at) };
}

RoomId room_on(Tenant const& tenant, std::string_view at)
{
    return room_at(tenant.ledger, tenant.ledger.device("SN-1"), date(at.substr(0, 10)), instant(at));
}

} // namespace

TEST_CASE("B4, R81: a device that is moved within a day stands where it stood until its moment", "[engine][B4][R81]")
{
    auto tenant = device_tenant();
    auto const counted = [&](std::string_view at) {
        return clock_in(ticket_on(tenant, "T-1", at), Measure::response).strip.counted;
    };
    auto const in = [&](std::string_view at) {
        auto const room = room_on(tenant, at);
        return room.exists() ? tenant.ledger.rooms()[room].key : std::string { "none" };
    };
    tenant.apply(moved("A", "B", "2026-03-04T10:00Z"));
    CHECK(in("2026-03-04T09:59Z") == "A");
    CHECK(in("2026-03-04T10:00Z") == "B");
    CHECK(counted("2026-03-04T10:00Z") == 0h);
    CHECK(counted("2026-03-04T12:00Z") == 2h);

    SECTION("each of several moves of one day counts")
    {
        tenant.apply(moved("B", "C", "2026-03-04T12:00Z")).apply(moved("C", "B", "2026-03-04T15:00Z"));
        CHECK(in("2026-03-04T09:00Z") == "A");
        CHECK(in("2026-03-04T11:00Z") == "B");
        CHECK(in("2026-03-04T14:00Z") == "C");
        CHECK(in("2026-03-04T15:00Z") == "B");
        CHECK(counted("2026-03-04T16:00Z") == 3h);
        CHECK(tenant.ledger.room_of(tenant.ledger.device("SN-1"), date("2026-03-04")) == tenant.ledger.room("B"));
        tenant.apply(moved("B", "", "2026-03-05T10:00Z"));
        CHECK(in("2026-03-04T14:00Z") == "C");
        CHECK(in("2026-03-04T16:00Z") == "B");
        CHECK(in("2026-03-05T11:00Z") == "none");
        CHECK(counted("2026-03-06T10:00Z") == 3h + 18h);
    }
    SECTION("a move that is taken back was none")
    {
        tenant.apply(*compensation(Command { moved("A", "B", "2026-03-04T10:00Z") }));
        CHECK(in("2026-03-04T11:00Z") == "A");
        CHECK(counted("2026-03-04T12:00Z") == 0h);
        CHECK(tenant.ledger.stays_of(tenant.ledger.device("SN-1")).size() == 1);
        CHECK(tenant.ledger.stays().rows().front().standing == Standing::withdrawn);
    }
    SECTION("taken back to a move of the same day, it is as that one left it")
    {
        tenant.apply(moved("B", "C", "2026-03-04T12:00Z")).apply(moved("C", "B", "2026-03-04T10:00Z"));
        CHECK(in("2026-03-04T09:59Z") == "A");
        CHECK(counted("2026-03-04T16:00Z") == 6h);
    }
    SECTION("a moment of another day is none")
    {
        auto move = moved("B", "C", "2026-03-06T12:00Z");
        move.at = instant("2026-03-09T12:00Z");
        tenant.apply(move);
        CHECK(in("2026-03-06T00:00Z") == "C");
    }
}

TEST_CASE("B4, R80, R81: a device that is moved on the day that it was added stood where it was until then",
    "[engine][B4][R80][R81]")
{
    auto tenant = device_tenant();
    auto added = adding_device("SN-2", "2026-03-04", "B");
    added.in_room_since = date("2026-03-04"); // without a moment
    auto open = room_ticket("T-2", "2026-03-04T08:00Z", "");
    open.about->device = "SN-2";
    tenant.apply(added).apply(open);
    auto const counted = [&](std::string_view at) {
        return clock_in(ticket_on(tenant, "T-2", at), Measure::response).strip.counted;
    };
    CHECK(counted("2026-03-04T12:00Z") == 4h);
    MoveDevice const move { "SN-2", "B", "C", date("2026-03-04"), instant("2026-03-04T12:00Z") };
    tenant.apply(move);
    CHECK(counted("2026-03-04T12:00Z") == 4h);
    CHECK(counted("2026-03-05T12:00Z") == 4h);
    tenant.apply(*compensation(Command { move })); // it never left
    CHECK(counted("2026-03-05T12:00Z") == 28h);
    CHECK(tenant.ledger.stays_of(tenant.ledger.device("SN-2")).size() == 1);
    CHECK(tenant.ledger.stays().rows().front().standing == Standing::withdrawn);
    auto at_noon = move;
    at_noon.at.reset(); // without a moment it stood in C all day
    tenant.apply(at_noon);
    CHECK(counted("2026-03-05T12:00Z") == 0h);
}

TEST_CASE(
    "B4: of an import, which is one entry, the last day of a thing has no moment of an earlier one", "[engine][B4]")
{
    auto tenant = desk_tenant();
    tenant.room("A").room("B").order("PO-1", "select", 1, 1, "2026-03-01");
    auto const row = [&, entry = tenant.next_entry()](Command const& command) {
        CAPTURE(codec::to_json(command));
        REQUIRE(fold(tenant.ledger, tenant.catalogue(), command, entry, Manner::live).has_value());
    };
    Date const first = date("2026-03-01"), day = date("2026-03-05");
    auto const at = instant("2026-03-05T10:00Z");
    LicenceKey const licence { "PO-1", 1 };
    row(Assign { { { licence, "A" } }, first });
    row(EndAssignment { licence, first, never, day, at });
    CHECK(taken_at(tenant.ledger, AssignmentId::of_row(0)) == at);
    row(EndAssignment { licence, first, day, date("2026-03-09") });
    CHECK(!taken_at(tenant.ledger, AssignmentId::of_row(0)));

    row(CancelOrder { "PO-1", day, at });
    CHECK(cancelled_at(tenant.ledger, tenant.order_id("PO-1")) == at);
    row(WithdrawCancellation { "PO-1", day });
    row(CancelOrder { "PO-1", day });
    CHECK(!cancelled_at(tenant.ledger, tenant.order_id("PO-1")));

    row(adding_device("SN-1", "2026-01-01", ""));
    row(MoveDevice { "SN-1", "", "A", day, at });
    CHECK(placed_at(tenant.ledger, tenant.device_id("SN-1")) == at);
    row(RemoveDevice { "SN-1" });
    row(adding_device("SN-1", "2026-01-01", "B"));
    CHECK(!placed_at(tenant.ledger, tenant.device_id("SN-1")));
    CHECK(room_at(tenant.ledger, tenant.device_id("SN-1"), first, instant("2026-03-01T10:00Z")) == tenant.room_id("B"));
}

TEST_CASE(
    "B4: coverage that is bought or reinstated within a day counts from its moment", "[engine][B4][R179][R189][R194]")
{
    CssTenant tenant;
    tenant.licences("lot", "apps", "north", 10);
    tenant.apply(org_ticket("T-1", "2026-03-02T09:00Z", 1, "north", "apps"));
    auto const entitled = [&](std::string_view at) { return ticket_on(tenant, "T-1", at).now.entitled; };
    tenant.apply(BuyCoverage {
        "C-1", CssTier::select, date("2026-03-03"), 1, { { "apps", "north", 10, {} } }, instant("2026-03-03T14:00Z") });
    CHECK(!entitled("2026-03-03T13:59:59.999Z"));
    CHECK(entitled("2026-03-03T14:00Z"));
    CHECK(tenant.scope_on("apps", "north", "2026-03-03").on.served()); // rules are asked by the day
    CHECK(holds_in(ticket_on(tenant, "T-1", "2026-03-03T14:00Z").proof, Rule::css_contract_in_force) == true);
    CHECK(!entitled("2027-03-04T08:00Z"));
    tenant.apply(ReinstateContract { "C-1", "C-2", 1, date("2027-03-05"), {}, instant("2027-03-05T09:00Z") });
    CHECK(!entitled("2027-03-05T08:59Z"));
    CHECK(entitled("2027-03-05T09:00Z"));
}

TEST_CASE("B4, R186: a tier that rises within a day is owed from its moment on", "[engine][B4][R186][R188]")
{
    CssTenant tenant;
    tenant.licences("lot", "apps", "north", 10).covered("C-1", "apps", "north", 10, CssTier::select);
    tenant.apply(org_ticket("T-1", "2026-03-02T09:00Z", 1, "north", "apps"));
    tenant.apply(UpgradeTier { { "C-1" }, CssTier::priority, date("2026-03-03"), instant("2026-03-03T14:00Z") });
    auto const tier = [&](std::string_view at) { return ticket_on(tenant, "T-1", at).now.tier; };
    CHECK(tier("2026-03-03T13:59:59.999Z") == Tier::select);
    CHECK(tier("2026-03-03T14:00Z") == Tier::priority);
    tenant.apply(WithdrawUpgrade { { "C-1" }, date("2026-03-03") });
    CHECK(tier("2026-03-03T15:00Z") == Tier::select);
    tenant.apply(UpgradeTier { { "C-1" }, CssTier::priority, date("2026-03-03") }); // from its midnight in Berlin
    CHECK(tier("2026-03-02T22:59Z") == Tier::select);
    CHECK(tier("2026-03-02T23:00Z") == Tier::priority);
}

TEST_CASE("B4: licences that come and go within a day do so at their moment", "[engine][B4][R180][R181][R182]")
{
    CssTenant tenant;
    tenant.licences("lot", "apps", "north", 10).covered("C-1", "apps", "north", 10);
    tenant.apply(org_ticket("T-1", "2026-03-02T09:00Z", 1, "north", "apps"));
    auto const entitled = [&](std::string_view at) { return ticket_on(tenant, "T-1", at).now.entitled; };
    tenant.apply(AddSoftwareLicences {
        "more", "apps", "north", "", LicencePricing::standard, 5, date("2026-03-03"), instant("2026-03-03T10:00Z") });
    CHECK(entitled("2026-03-03T09:59Z"));
    CHECK(!entitled("2026-03-03T10:00Z"));
    tenant.apply(RetireLicences { "more", 5, date("2026-03-03"), instant("2026-03-03T12:00Z") });
    CHECK(!entitled("2026-03-03T11:59Z"));
    CHECK(entitled("2026-03-03T12:00Z"));
    tenant.apply(TransferLicences { "lot", "south", "there", 2, date("2026-03-04"), instant("2026-03-04T15:00Z") });
    CHECK(entitled("2026-03-04T14:59Z"));
    auto const moved = [&](std::string_view at) {
        auto const answer = ticket_on(tenant, "T-1", at);
        return answer.now.entitled;
    };
    CHECK(moved("2026-03-04T15:00Z")); // 8 of 10 that are covered: nothing is evaded while they are enough
    tenant.apply(AddSoftwareLicences {
        "again", "apps", "north", "", LicencePricing::standard, 2, date("2026-03-05"), instant("2026-03-05T08:00Z") });
    CHECK(entitled("2026-03-05T07:59Z"));
    CHECK(!entitled("2026-03-05T08:00Z")); // with the two that were moved, they are no longer
}

namespace {

// A tenant that has a bit of everything that tickets are entitled by, and a desk full of tickets about it.
class FullDesk : public CssTenant
{
public:
    FullDesk()
    {
        room("A").room("B").room("C").device("SN-1", "2026-01-01", "A").device("SN-2", "2026-01-01", "B");
        order("PO-1", "select", 1, 6, "2026-03-01").order("PO-2", "sync_plus", 1, 6, "2026-03-01");
        licences("lot-n", "apps", "north", 10).licences("lot-s", "apps", "south", 10);
        covered("C-1", "apps", "north", 10).covered("C-2", "apps", "south", 8);
        covered("C-3", "apps", "south", 2, CssTier::select, "2025-02-20");
        int number = 0;
        for (auto const* zone : { "Europe/Berlin", "America/New_York", "Asia/Tokyo" }) {
            for (auto const* room : { "A", "B", "" }) {
                auto open = room_ticket("R-" + std::to_string(++number), opened, room);
                if (*room == '\0') open.about->device = number % 2 == 0 ? "SN-1" : "SN-2";
                open.place->zone = zone;
                apply(open);
            }
        }
        apply(org_ticket("S-1", opened, 1, "north", "apps")).apply(org_ticket("S-2", opened, 2, "south", "apps"));
    }

    static constexpr auto opened = "2026-03-02T08:00Z";

    // What each ticket's clocks follow from, as it is known at the moment, up to but without it.
    [[nodiscard]] std::vector<std::vector<TicketEvent>> before(Instant at) const
    {
        std::vector<std::vector<TicketEvent>> all;
        for (auto& ticket : now(at)) {
            std::erase_if(ticket.events, [&](TicketEvent const& event) { return event.at >= at; });
            all.push_back(std::move(ticket.events));
        }
        return all;
    }
    [[nodiscard]] bool anything_happens(Instant at) const
    {
        return std::ranges::any_of(now(at), [&](Ticket const& ticket) {
            return std::ranges::any_of(ticket.events, [&](TicketEvent const& event) { return event.at == at; });
        });
    }

private:
    [[nodiscard]] std::vector<Ticket> now(Instant at) const
    {
        TicketReader reader { ledger, catalogue() };
        std::vector<Ticket> all;
        for (std::uint32_t row = 0; row < ledger.tickets().size(); ++row)
            all.push_back(reader.read(TicketId::of_row(row), at));
        return all;
    }
};

// Something that is done at that moment, lawful or not.
class Doing
{
public:
    Doing(FullDesk const& desk, Random& random, Instant at)
        : m_desk(desk), m_random(random), m_at(at), m_today(std::chrono::floor<Days>(at.time_since_epoch()))
    { }

    [[nodiscard]] Command any()
    {
        switch (m_random.below(10)) {
        case 0:
        case 1: return Assign { { { a_licence(), a_room() } }, m_today, never, m_at };
        case 2: return an_end();
        case 3: return CancelOrder { an_order(), m_today, m_at };
        case 4:
        case 5: return a_move();
        case 6: return some_more();
        case 7: return m_random.one_in(2) ? retired() : transferred();
        case 8:
            if (m_random.one_in(2)) return ReinstateContract { "C-3", fresh("C"), 1, m_today, {}, m_at };
            return BuyCoverage { fresh("C"), CssTier::select, m_today, 1, { { "apps", an_org(), 4, {} } }, m_at };
        default: return upgraded();
        }
    }

private:
    std::string one(std::initializer_list<char const*> all)
    {
        return all.begin()[m_random.below(static_cast<int>(all.size()))];
    }
    std::string an_order() { return one({ "PO-1", "PO-2" }); }
    std::string an_org() { return one({ "north", "south" }); }
    std::string a_room() { return one({ "A", "B", "C" }); }
    std::string a_lot() { return one({ "lot-n", "lot-s" }); }
    LicenceKey a_licence() { return { an_order(), 1 + m_random.below(6) }; }
    [[nodiscard]] std::string fresh(char const* stem) const { return stem + std::to_string(m_desk.next_entry().row()); }

    Command an_end()
    {
        auto rows = m_desk.ledger.assignments().rows();
        std::erase_if(rows, [&](Assignment const& row) { return row.days.to <= m_today; }); // that is a correction
        if (rows.empty()) return Assign { { { a_licence(), a_room() } }, m_today, never, m_at };
        auto const& row = m_random.one_of(rows);
        return EndAssignment {
            { m_desk.ledger.orders()[row.order].key, row.number },
            row.days.from, row.days.to, m_today, m_at
        };
    }
    Command a_move()
    {
        auto const& row = m_random.one_of(m_desk.ledger.devices().rows());
        auto const here = row.room.exists() ? m_desk.ledger.rooms()[row.room].key : std::string {};
        return MoveDevice { row.serial, here, one({ "A", "B", "C", "" }), m_today, m_at };
    }
    Command some_more()
    {
        return AddSoftwareLicences { fresh("lot"), "apps", an_org(), "", LicencePricing::standard, 2, m_today, m_at };
    }
    Command retired() { return RetireLicences { a_lot(), 1 + m_random.below(3), m_today, m_at }; }
    Command transferred() { return TransferLicences { a_lot(), an_org(), fresh("moved"), 2, m_today, m_at }; }
    Command upgraded()
    {
        UpgradeTier all { {}, m_random.one_in(2) ? CssTier::priority : CssTier::priority_plus, m_today, m_at };
        for (Contract const& row : m_desk.ledger.css().contracts().rows())
            if (term_of(row).contains(m_today)) all.contracts.push_back(row.key);
        return all;
    }

    FullDesk const& m_desk;
    Random& m_random;
    Instant m_at;
    Date m_today;
};

} // namespace

TEST_CASE("B4: whatever is done at a moment, what had been counted by then stays as it was", "[engine][B4][property]")
{
    std::set<std::size_t> told; // kinds of commands after which a clock changed its mind
    for (auto const seed : seeds(20)) {
        CAPTURE(seed);
        Random random { seed };
        FullDesk desk;
        Instant at = instant(FullDesk::opened);
        for (int step = 0; step < 60; ++step) {
            at += std::chrono::minutes { 1 + random.below(600) };
            auto const command = Doing { desk, random, at }.any();
            auto const was = desk.before(at);
            if (!desk.try_to(command)) continue;
            CAPTURE(iso(at), codec::to_json(command));
            if (desk.anything_happens(at)) told.insert(command.index());
            CHECK(desk.before(at) == was);
        }
    }
    if (!replays()) CHECK(told.size() == 10);
}
