// Late entries: a ledger steps back, exactly, and folds what came after once more.

#include "codec/catalogue_json.hpp"
#include "support/every_kind.hpp"
#include "support/random_tenant.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <array>
#include <set>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

// A command at its place in the order of all.
struct Placed
{
    EntryId entry;
    Manner manner = Manner::live;
    Command command;
};

Ledger folded(std::vector<Placed> const& order, std::size_t count, catalogue::Catalogue const& catalogue)
{
    Ledger ledger;
    for (std::size_t at = 0; at < count; ++at)
        (void)fold(ledger, catalogue, order[at].command, order[at].entry, order[at].manner);
    return ledger;
}

// What the index answers, row by row, against a ledger that never stepped back. Keys are asked for that the ledger may no
// longer have.
void check_rooms(Ledger const& ledger, Ledger const& fresh, Ledger const& whole)
{
    for (Room const& room : whole.rooms().rows()) CHECK(ledger.room(room.key) == fresh.room(room.key));
    for (Device const& device : whole.devices().rows())
        CHECK(ledger.device(device.serial) == fresh.device(device.serial));
    for (auto const& name : whole.sites().all()) CHECK(ledger.sites().find(name) == fresh.sites().find(name));
    for (auto const& name : whole.models().all()) CHECK(ledger.models().find(name) == fresh.models().find(name));
    for (std::uint32_t row = 0; row < fresh.rooms().size(); ++row) {
        auto const id = RoomId::of_row(row);
        CHECK(ledger.devices_in(id) == fresh.devices_in(id));
        CHECK(ledger.assignments_of(id) == fresh.assignments_of(id));
    }
    for (Ledger const* const with : { &fresh, &whole }) {
        for (Timing const& each : with->timings().rows()) {
            auto const of = [&](Ledger const& one) {
                return one.timings_of(each.what, AssignmentId::of_row(static_cast<std::uint32_t>(each.thing)));
            };
            CHECK(std::ranges::equal(of(ledger), of(fresh)));
        }
    }
    for (std::uint32_t row = 0; row < fresh.devices().size(); ++row) {
        auto const id = DeviceId::of_row(row);
        CHECK(ledger.stays_of(id) == fresh.stays_of(id));
        CHECK(std::ranges::equal(ledger.licences_on(id), fresh.licences_on(id)));
    }
    CHECK(ledger.device_columns() == fresh.device_columns());
    CHECK(ledger.room_columns() == fresh.room_columns());
}

void check_orders(Ledger const& ledger, Ledger const& fresh, Ledger const& whole)
{
    for (Account const& row : whole.accounts().rows()) CHECK(ledger.account(row.key) == fresh.account(row.key));
    for (Order const& row : whole.orders().rows()) CHECK(ledger.order(row.key) == fresh.order(row.key));
    for (std::uint32_t row = 0; row < fresh.orders().size(); ++row) {
        auto const id = OrderId::of_row(row);
        CHECK(ledger.first_assigned_on(id) == fresh.first_assigned_on(id));
        CHECK(ledger.last_assigned_on(id) == fresh.last_assigned_on(id));
        CHECK(ledger.assignments_of(id) == fresh.assignments_of(id));
        for (std::int32_t number = 1; number <= fresh.orders()[id].quantity; ++number)
            CHECK(ledger.assignments_of(LicenceRef { id, number }) == fresh.assignments_of(LicenceRef { id, number }));
    }
}

void check_software(Ledger const& ledger, Ledger const& fresh, Ledger const& whole)
{
    auto const& css = ledger.css();
    auto const& other = fresh.css();
    for (Org const& row : whole.css().orgs().rows()) CHECK(css.org(row.key) == other.org(row.key));
    for (ProductLine const& row : whole.css().lines().rows()) CHECK(css.line(row.key) == other.line(row.key));
    for (Holding const& row : whole.css().holdings().rows()) CHECK(css.holding(row.key) == other.holding(row.key));
    for (Contract const& row : whole.css().contracts().rows()) CHECK(css.contract(row.key) == other.contract(row.key));
    for (HoursUse const& row : whole.css().hours().rows()) CHECK(css.hours_use(row.key) == other.hours_use(row.key));
    CHECK(css.scopes() == other.scopes());
    for (Scope const& scope : whole.css().scopes()) {
        auto const id = css.scope(scope);
        REQUIRE(id == other.scope(scope));
        if (!id.exists()) continue;
        CHECK(std::ranges::equal(css.holdings_in(id), other.holdings_in(id)));
        CHECK(std::ranges::equal(css.lines_in(id), other.lines_in(id)));
    }
    for (std::uint32_t row = 0; row < other.holdings().size(); ++row) {
        auto const id = HoldingId::of_row(row);
        CHECK(std::ranges::equal(css.departures_of(id), other.departures_of(id)));
    }
    for (std::uint32_t row = 0; row < other.contracts().size(); ++row) {
        auto const id = ContractId::of_row(row);
        CHECK(std::ranges::equal(css.lines_of(id), other.lines_of(id)));
        CHECK(std::ranges::equal(css.tiers_of(id), other.tiers_of(id)));
        CHECK(std::ranges::equal(css.hours_of(id), other.hours_of(id)));
        CHECK(std::ranges::equal(css.after(id), other.after(id)));
    }
}

void check_people_and_tickets(Ledger const& ledger, Ledger const& fresh, Ledger const& whole)
{
    for (auto const& row : whole.service_orders().rows())
        CHECK(ledger.service_order(row.key) == fresh.service_order(row.key));
    for (auto const& row : whole.addresses().rows()) CHECK(ledger.address(row.key) == fresh.address(row.key));
    for (auto const& row : whole.people().rows()) CHECK(ledger.person(row.key) == fresh.person(row.key));
    for (auto const& row : whole.invitations().rows()) CHECK(ledger.invitation(row.key) == fresh.invitation(row.key));
    for (auto const& row : whole.settings().rows()) CHECK(ledger.setting(row.key) == fresh.setting(row.key));
    for (auto const& row : whole.tickets().rows()) CHECK(ledger.ticket(row.key) == fresh.ticket(row.key));
    for (auto const& row : whole.subscriptions().rows())
        CHECK(ledger.subscription(row.key) == fresh.subscription(row.key));
    for (std::uint32_t row = 0; row < fresh.tickets().size(); ++row) {
        auto const id = TicketId::of_row(row);
        CHECK(std::ranges::equal(ledger.turns_of(id), fresh.turns_of(id)));
    }
}

// `whole`: a ledger with everything that was ever taken back.
void check_alike(Ledger const& ledger, Ledger const& fresh, Ledger const& whole)
{
    REQUIRE(ledger == fresh);
    check_rooms(ledger, fresh, whole);
    check_orders(ledger, fresh, whole);
    check_software(ledger, fresh, whole);
    check_people_and_tickets(ledger, fresh, whole);
}

// Folds the rest of the order from `from` on; the moment before each.
void fold_on(Ledger& ledger, std::vector<Moment>& moments, std::vector<Placed> const& order, std::size_t from,
    catalogue::Catalogue const& catalogue)
{
    moments.resize(from);
    for (std::size_t at = from; at < order.size(); ++at) {
        moments.push_back(ledger.moment());
        (void)fold(ledger, catalogue, order[at].command, order[at].entry, order[at].manner);
    }
}

// Commands as random tenants have them, refused ones too.
std::vector<Placed> random_order(std::uint64_t seed, Random& random)
{
    auto const manner = seed % 2 == 0 ? Manner::live : Manner::history;
    auto tenant = random_tenant(seed, manner, { .steps = 0 });
    std::vector<Placed> order;
    for (Command const& command : tenant.applied()) order.push_back({ EntryId::none(), manner, command });
    for (int step = 0; step < 80; ++step) {
        auto const command = random_command(tenant, random);
        (void)tenant.try_to(command, manner);
        order.push_back({ EntryId::none(), manner, command });
    }
    return order;
}

std::vector<Placed> order_of_every_kind()
{
    std::vector<Placed> order {
        { EntryId::none(), Manner::live, OpenTenant { "Acme" } }
    };
    for (auto& command : commands_of_every_kind())
        order.push_back({ EntryId::none(), Manner::live, std::move(command) });
    return order;
}

void number(std::vector<Placed>& order)
{
    for (std::uint32_t row = 0; row < order.size(); ++row) order[row].entry = EntryId::of_row(row);
}

} // namespace

TEST_CASE("property: a late entry is folded as if it had come in time", "[engine][property][late]")
{
    auto const& catalogue = two_programmes();
    for (auto const seed : seeds(40)) {
        CAPTURE(seed);
        Random random { seed ^ 0xA5A5 };
        auto order = random_order(seed, random);
        number(order);
        Ledger ledger;
        ledger.remember(10'000);
        std::vector<Moment> moments;
        fold_on(ledger, moments, order, 0, catalogue);
        for (int turn = 0; turn < 8; ++turn) {
            auto const at = static_cast<std::size_t>(1 + random.below(static_cast<int>(order.size()) - 1));
            CAPTURE(turn, at);
            Ledger const before = ledger;
            REQUIRE(ledger.remembers(moments[at]));
            (void)ledger.take_back(moments[at]);
            check_alike(ledger, folded(order, at, catalogue), before);
            Tenant here { catalogue };
            here.ledger = ledger;
            auto const late = Placed { EntryId::of_row(static_cast<std::uint32_t>(order.size())), order[at].manner,
                random_command(here, random) };
            order.insert(order.begin() + static_cast<std::ptrdiff_t>(at), late);
            fold_on(ledger, moments, order, at, catalogue);
            check_alike(ledger, folded(order, order.size(), catalogue), before);
        }
    }
}

TEST_CASE("commands of every kind are taken back one by one, in every table", "[engine][late]")
{
    auto const& catalogue = codec::shipped_catalogue();
    auto order = order_of_every_kind();
    number(order);
    Ledger ledger;
    ledger.remember(10'000);
    std::vector<Moment> moments;
    fold_on(ledger, moments, order, 0, catalogue);
    Ledger const whole = ledger;
    std::set<std::uint32_t> tables, overwritten;
    std::set<TouchedRow> gone;
    for (std::size_t at = order.size(); at-- > 0;) {
        CAPTURE(at, order[at].command.index());
        for (TouchedRow const touched : ledger.take_back(moments[at])) {
            tables.insert(touched.table);
            if (!gone.insert(touched).second) overwritten.insert(touched.table);
        }
        check_alike(ledger, folded(order, at, catalogue), whole);
    }
    CHECK(ledger == Ledger {});
    INFO("a table that nothing wrote into needs its command in tests/support/every_kind.cpp");
    CHECK(tables.size() == std::variant_size_v<ChangeKinds>);
    CHECK(overwritten.size() > 20); // sites, models, mails and some more are never written over
    fold_on(ledger, moments, order, 0, catalogue);
    check_alike(ledger, whole, whole);
}

TEST_CASE("what was taken back is told, so that a store can follow", "[engine][late]")
{
    Tenant tenant;
    tenant.room("fjord").order("PO-1", "select", 1, 3, "2026-01-10");
    tenant.ledger.remember(100);
    auto const before = tenant.ledger.moment();
    tenant.assign("PO-1", 1, "fjord", "2026-02-01");
    tenant.apply(SetInSync { "fjord", InSync::yes, InSync::no });
    auto const table = [](Change const& change) { return static_cast<std::uint32_t>(change.index()); };
    CHECK(tenant.ledger.take_back(before)
        == std::vector<TouchedRow> {
            { table(Put<Room,       RoomId> {}),       0 },
            { table(Put<Assignment, AssignmentId> {}), 0 }
    });
    CHECK(tenant.ledger.moment() == before);
    CHECK(tenant.ledger.take_back(before).empty());
}

TEST_CASE("a ledger remembers as many changes as it was told to, and none unasked", "[engine][late]")
{
    Tenant tenant;
    auto const add = [&](int number) { tenant.room("room-" + std::to_string(number)); };
    add(0);
    CHECK_FALSE(tenant.ledger.remembers(tenant.ledger.moment()));
    tenant.ledger.remember(3);
    std::vector<Moment> moments;
    for (int number = 1; number <= 6; ++number) {
        moments.push_back(tenant.ledger.moment());
        add(number);
    }
    std::vector<bool> remembered;
    for (Moment const moment : moments) remembered.push_back(tenant.ledger.remembers(moment));
    CHECK(remembered == std::vector { false, false, false, true, true, true });

    (void)tenant.ledger.take_back(moments[4]);
    CHECK(tenant.ledger.rooms().size() == 5);
    CHECK_FALSE(tenant.ledger.remembers(moments[5])); // lies ahead now
    CHECK(tenant.ledger.remembers(moments[3]));

    auto const here = tenant.ledger.moment();
    tenant.ledger.remember(3);
    CHECK_FALSE(tenant.ledger.remembers(here)); // it begins anew
    tenant.ledger.remember(0);
    add(9);
    CHECK_FALSE(tenant.ledger.remembers(tenant.ledger.moment()));
}

TEST_CASE("what nobody has looked for yet is taken back like what the index knows", "[engine][late]")
{
    bool const looked_for = GENERATE(false, true);
    CAPTURE(looked_for);
    Tenant tenant;
    tenant.order("PO-1", "select", 1, 9, "2026-01-10");
    Ledger& ledger = tenant.ledger;
    ledger.remember(100);
    auto const order = ledger.order("PO-1");
    auto const add = [&](char const* key, std::int32_t number) {
        auto const room = ledger.rooms().next();
        Period const days { date("2026-02-01"), never };
        ledger.apply(Put {
            room, Room { .key = key, .name = key }
        });
        ledger.apply(Put {
            ledger.devices().next(), Device { .serial = key, .room = room }
        });
        ledger.apply(Put {
            ledger.assignments().next(), Assignment { .order = order, .number = number, .room = room, .days = days }
        });
    };
    auto const knows = [&](char const* key, std::int32_t number) {
        auto const room = ledger.room(key);
        bool const of_licence = !ledger.assignments_of(LicenceRef { order, number }).empty();
        CHECK(of_licence == room.exists());
        CHECK((ledger.device(key).row() == room.row()));
        return room.exists();
    };
    add("first", 1);
    if (looked_for) CHECK(knows("first", 1));
    auto const before = ledger.moment();
    add("second", 2);
    if (looked_for) CHECK(knows("second", 2));
    add("third", 3);
    (void)ledger.take_back(before);
    add("fourth", 4);
    CHECK(knows("first", 1));
    CHECK_FALSE(knows("second", 2));
    CHECK_FALSE(knows("third", 3));
    CHECK(knows("fourth", 4));
}

TEST_CASE("an index of keys that lost its latest finds all others", "[engine][late]")
{
    // Many share a slot, the last slots of the table among them, and the table grows on the way.
    auto const hash_at = [](std::uint32_t row) { return row % 5 == 0 ? 15U + 16U * row : row % 7; };
    for (std::uint32_t const erased : { 1U, 3U, 9U, 40U, 63U }) {
        KeyIndex index;
        for (std::uint32_t row = 0; row < 64; ++row) index.insert(hash_at(row), row);
        for (std::uint32_t row = 64; row-- > 64 - erased;) index.erase(hash_at(row), row);
        for (std::uint32_t row = 0; row < 64; ++row) {
            CAPTURE(erased, row);
            auto const found = index.find(hash_at(row), [&](std::uint32_t at) { return at == row; });
            CHECK(found == (row < 64 - erased ? row : KeyIndex::nothing));
        }
    }
}
