// Addresses and values turn into each other without loss.
#include "portal/address_text.hpp"
#include "portal/route.hpp"
#include "support/dates.hpp"
#include "support/random_tenant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::portal;
using keyrack::test::date;

TEST_CASE("every route comes back from its address", "[portal]")
{
    struct Row
    {
        char const* name;
        TenantRoute route;
        char const* fragment;
    };
    // clang-format off
    auto const row = GENERATE(values<Row>({
        { "rooms", { "acme", {}, RoomsRoute {} }, "/t/acme/rooms" },
        { "a room's proof, a filter and a day",
            { "acme", date("2027-03-01"), RoomsRoute { "boardroom", RoomTab::why, "insights", "fj", { RoomFilter::not_covered }, RoomColumn::until, Direction::ascending } },
            "/t/acme/rooms/boardroom?tab=why&ask=insights&q=fj&show=not_covered&sort=until&as-of=2027-03-01" },
        { "two filters, descending",
            { "acme", {}, RoomsRoute { .show = { RoomFilter::ending, RoomFilter::important }, .sort = RoomColumn::devices, .direction = Direction::descending } },
            "/t/acme/rooms?show=ending.important&sort=-devices" },
        { "signs that mean something in addresses",
            { "acme", {}, RoomsRoute { .room = "a/b?c&d=e#f%g", .query = "50 % & more = 1" } },
            "/t/acme/rooms/a%2Fb%3Fc%26d%3De%23f%25g?q=50%20%25%20%26%20more%20%3D%201" },
        { "other scripts", { "acme", {}, RoomsRoute { .room = "会議室", .query = "é" } }, "/t/acme/rooms/%E4%BC%9A%E8%AD%B0%E5%AE%A4?q=%C3%A9" },
        { "orders", { "acme", {}, OrdersRoute {} }, "/t/acme/orders" },
        { "an order, sorted", { "acme", {}, OrdersRoute { .order = "PO-77", .sort = OrderColumn::free } }, "/t/acme/orders/PO-77?sort=free" },
        { "the proof of the spares", { "acme", {}, OrdersRoute { .spares = SparesProof::open } }, "/t/acme/orders?ask=spares" },
        { "assign", { "acme", {}, AssignRoute {} }, "/t/acme/assign" },
        { "assign, filled in", { "acme", {}, AssignRoute { "PO-77", { "a", "b" }, "oslo", date("2026-12-01") } },
            "/t/acme/assign?order=PO-77&rooms=a~b&q=oslo&from=2026-12-01" },
        { "keys with the sign between keys", { "acme", {}, AssignRoute { .rooms = { "a~b", "c" } } }, "/t/acme/assign?rooms=a%257Eb~c" },
        { "data", { "acme", {}, DataRoute {} }, "/t/acme/data" },
        { "an ORG-ID", { "acme", {}, ComplianceRoute { .org = "NW-EMEA" } }, "/t/acme/compliance/NW-EMEA" },
        { "the proof of a benefit", { "acme", {}, ComplianceRoute { .org = "NW-EMEA", .tab = OrgTab::benefits, .ask = "e_learning" } },
            "/t/acme/compliance/NW-EMEA?tab=benefits&ask=e_learning" },
        { "a ticket's draft", { "acme", {}, OutboxRoute { .ticket = "77" } }, "/t/acme/outbox/ticket.77" },
        { "a mail", { "acme", {}, OutboxRoute { 77 } }, "/t/acme/outbox/77" },
        { "an entry of the journal", { "acme", {}, DataRoute { EntryId::of_row(11) } }, "/t/acme/data?entry=12" },
    }));
    // clang-format on
    CAPTURE(row.name);
    CHECK(fragment_of(row.route) == row.fragment);
    auto const back = parse_route(row.fragment);
    REQUIRE(back);
    CHECK(*back == Route { row.route });
    CHECK(parse_route(std::string { "#" } + row.fragment) == back);
}

TEST_CASE("addresses that say too much are read as far as they make sense", "[portal]")
{
    struct Row
    {
        char const* name;
        char const* fragment;
        char const* means;
    };
    auto const row = GENERATE(values<Row>({
        // name                     fragment                                      means
        { "no screen",             "/t/acme",                                            "/t/acme/overview"        },
        { "a slash at the end",    "/t/acme/orders/",                                    "/t/acme/orders"          },
        { "unknown parameter",     "/t/acme/rooms?colour=red",                           "/t/acme/rooms"           },
        { "unknown value",         "/t/acme/rooms?sort=colour&show=blue&tab=x",          "/t/acme/rooms"           },
        { "a day that is none",    "/t/acme/rooms?as-of=2027-02-30",                     "/t/acme/rooms"           },
        { "before every calendar", "/t/acme/rooms?as-of=0001-01-01&known-at=1899-12-31", "/t/acme/rooms"           },
        { "after every calendar",  "/t/acme/rooms?as-of=9999-12-31&known-at=2201-01-01", "/t/acme/rooms"           },
        { "no number",             "/t/acme/data?entry=1x",                              "/t/acme/data"            },
        { "entry zero",            "/t/acme/data?entry=0",                               "/t/acme/data"            },
        { "a lone percent sign",   "/t/acme/rooms?q=50%",                                "/t/acme/rooms?q=50%25"   },
        { "tab without a room",    "/t/acme/rooms?tab=why",                              "/t/acme/rooms"           },
        { "no feature of rooms",   "/t/acme/rooms/a?tab=why&ask=coffee",                 "/t/acme/rooms/a?tab=why" },
        { "nothing",               "",                                                   "/"                       },
        { "a slash",               "/",                                                  "/"                       },
    }));
    CAPTURE(row.name);
    auto const route = parse_route(row.fragment);
    REQUIRE(route);
    CHECK(fragment_of(*route) == row.means);
}

TEST_CASE("what is no address is none", "[portal]")
{
    auto const fragment =
        GENERATE("/x", "/t", "t/acme", "/t/acme/colours", "/t/acme/rooms/a/b", "//t/acme", "/t/%FF/rooms");
    CAPTURE(fragment);
    CHECK(!parse_route(fragment));
}

TEST_CASE("property: whatever is read of an address is written so that it reads the same", "[portal][property]")
{
    std::vector<std::string> const begun { "/t/acme/rooms/boardroom?tab=why&as-of=2027-03-01&q=fj",
        "/t/acme/support/TK-1?why=clock.solution&known-at=2026-01-01", "/t/acme/assign?order=PO-1&from=2026-03-01",
        "/t/acme/compliance/NW-EMEA?tab=benefits&ask=e_learning", "/t/acme/data?entry=12",
        "/t/acme/catalogue/rules?q=R3", "/t/acme/outbox/ticket.77", "/all?q=fjord" };
    std::string_view constexpr letters = "/?&=%.-+#aZ09 \xC3\xB8\xFF";
    int read = 0;
    for (auto const seed : test::seeds(3'000)) {
        CAPTURE(seed);
        test::Random random { seed };
        auto fragment = random.one_of(begun);
        for (int change = random.below(5); change > 0; --change) {
            auto const at = static_cast<std::size_t>(random.below(static_cast<int>(fragment.size())));
            auto const letter = letters[static_cast<std::size_t>(random.below(static_cast<int>(letters.size())))];
            if (random.one_in(2))
                fragment.insert(at, 1, letter);
            else
                fragment[at] = letter;
        }
        CAPTURE(fragment);
        auto const route = parse_route(fragment);
        if (!route) continue;
        ++read;
        CHECK(parse_route(fragment_of(*route)) == route);
    }
    CHECK((read > 500 || test::replays()));
}

TEST_CASE("a choice too long for an address is left out of it", "[portal]")
{
    AssignRoute route;
    for (std::size_t i = 0; i <= most_rooms_in_address; ++i) route.rooms.push_back("room-" + std::to_string(i));
    CHECK(fragment_of(TenantRoute { "acme", {}, route }) == "/t/acme/assign");
}

TEST_CASE("percent-encoding is undone by decoding, for every byte", "[portal]")
{
    std::string all;
    for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
    CHECK(percent_decoded(percent_encoded(all)) == all);
    CHECK(percent_decoded("%zz%4") == "%zz%4");
}
