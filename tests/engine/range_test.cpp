// What the service is provided for (R84–R86), Jumpstart (R103–R106), and the choice of spares (R93–R97).

#include "codec/catalogue_json.hpp"
#include "support/asking.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

AddDevice a_device(char const* serial, char const* model, char const* room)
{
    return { serial, model, date("2026-01-10"), room, std::nullopt };
}

AddRoom a_room(char const* key, char const* site, Importance importance = Importance::ordinary)
{
    AddRoom room = adding_room(key);
    room.site = site;
    room.importance = importance;
    return room;
}

constexpr char const* bundle = "Tap Bundle for Microsoft Teams Rooms";

// Three covered rooms at two sites and one that is not covered.
Tenant rooms_with_devices()
{
    Tenant tenant { codec::shipped_catalogue() };
    tenant.apply(a_room("a", "Oslo")).apply(a_room("b", "Oslo", Importance::important));
    tenant.apply(a_room("c", "Bodø")).apply(a_room("d", "Bodø"));
    tenant.order("PO-1", "select", 3, 50, "2026-01-10");
    tenant.assign("PO-1", 1, "a", "2026-02-01")
        .assign("PO-1", 2, "b", "2026-02-01")
        .assign("PO-1", 3, "c", "2026-02-01");
    tenant.apply(a_device("1", "Rally Bar", "a")).apply(a_device("2", "Rally Bar", "c"));
    tenant.apply(a_device("3", "Tap", "b")).apply(a_device("4", "Swytch", "d")).apply(a_device("5", "Swytch", "d"));
    return std::move(tenant.apply(a_device("6", "Swytch", "a")));
}

std::string models(Tenant const& tenant, SpareChoiceAnswer const& answer)
{
    std::string text;
    for (auto const& each : answer.candidates)
        text.append(text.empty() ? "" : ", ").append(tenant.ledger.models()[each.model]);
    return text;
}

std::string holding(std::vector<Proof> const& proof)
{
    std::string text;
    for (auto const& each : proof)
        if (each.holds == Holds::yes) text.append(text.empty() ? "" : " ").append(code(each.rule));
    return text;
}

} // namespace

TEST_CASE("R84, R85, R86: what the service is provided for is a list", "[engine][R84][R85][R86]")
{
    struct Row
    {
        char const* model;
        char const* product; // empty: not in the list
    };
    auto const row = GENERATE(values<Row>({
        { "Rally Bar",                         "Rally Bar"                         },
        { "rally-bar mini",                    "Rally Bar Mini"                    },
        { "Tap",                               "Tap and Tap IP"                    },
        { "Tap IP",                            "Tap and Tap IP"                    },
        { "Logitech for Zoom Room Appliances", "Logitech for Zoom Room Appliances" },
        { "CollabOS",                          "Logitech CollabOS software"        },
        { "Rally Bar Maxi",                    ""                                  },
        { "",                                  ""                                  },
    }));
    CAPTURE(row.model);
    auto const answer = told<ProductAnswer>(rooms_with_devices(), ProductQuestion { row.model }, "2026-06-01");
    CHECK((answer.product ? answer.product->name : "") == row.product);
    CHECK((answer.proof.front().holds == Holds::yes) == (answer.product != nullptr));
}

TEST_CASE("R84: 17 entries are shipped, and each says where it stands", "[engine][R84][R85][R86]")
{
    auto const& products = codec::shipped_catalogue().range().products;
    CHECK(products.size() == 17);
    for (auto const& each : products) CHECK(codec::shipped_catalogue().source(each.origin.reference) != nullptr);
}

TEST_CASE("R103, R104, D26: Jumpstart comes with a Tap bundle for 90 days", "[engine][R103][R104][D26]")
{
    struct Row
    {
        char const* model;
        char const* day;
        Holds want;
    };
    auto const row = GENERATE(values<Row>({
        { bundle, "2026-01-09", Holds::no  },
        { bundle, "2026-01-10", Holds::yes },
        { bundle, "2026-04-09", Holds::yes }, // day 89
        { bundle, "2026-04-10", Holds::yes }, // day 90
        { bundle, "2026-04-11", Holds::no  }, // day 91
        { "Tap",  "2026-01-10", Holds::no  },
    }));
    CAPTURE(row.model, row.day);
    Tenant tenant { codec::shipped_catalogue() };
    tenant.room("fjord").apply(a_device("SN-1", row.model, "fjord"));
    CHECK(told<JumpstartAnswer>(tenant, JumpstartQuestion { "SN-1" }, row.day).answer == row.want);
}

TEST_CASE("R105, R106: with both, tickets better go by Select, and that has no 90 days", "[engine][R104][R105][R106]")
{
    Tenant tenant { codec::shipped_catalogue() };
    tenant.room("fjord").apply(a_device("SN-1", bundle, "fjord"));
    auto const on = [&](char const* day) { return told<JumpstartAnswer>(tenant, JumpstartQuestion { "SN-1" }, day); };
    CHECK(on("2026-02-01").better_with_select == Holds::no);
    tenant.order("PO-1", "select", 3, 1, "2026-01-10").assign("PO-1", 1, "fjord", "2026-02-01");
    CHECK(on("2026-01-31").better_with_select == Holds::no);
    CHECK(on("2026-02-01").better_with_select == Holds::yes);
    CHECK(on("2026-02-01").answer == Holds::yes); // and stays, whatever Select does
    CHECK(on("2028-02-01").better_with_select == Holds::yes);
    CHECK_FALSE(verdict(tenant.ledger, tenant.catalogue(), JumpstartQuestion { "SN-9" }, date("2026-02-01")));
}

TEST_CASE("R93: spares are chosen among what is deployed, the most common first", "[engine][R93]")
{
    auto const tenant = rooms_with_devices();
    auto const answer = told<SpareChoiceAnswer>(tenant, SpareChoiceQuestion {}, "2026-06-01");
    CHECK(answer.spares == 1);
    CHECK(answer.devices == 4); // those in the room without a licence do not count
    CHECK(models(tenant, answer) == "Rally Bar, Tap, Swytch");
    CHECK(holding(answer.candidates[0].proof) == "spare_common");
    CHECK(models(tenant, told<SpareChoiceAnswer>(tenant, SpareChoiceQuestion {}, "2026-01-31")).empty());
}

TEST_CASE("R94: of equally common models the one in important rooms comes first", "[engine][R94]")
{
    auto const tenant = rooms_with_devices();
    auto const answer = told<SpareChoiceAnswer>(tenant, SpareChoiceQuestion {}, "2026-06-01");
    CHECK(answer.candidates[1].in_important == 1);
    CHECK(holding(answer.candidates[1].proof) == "spare_important");
    CHECK(answer.candidates[2].in_important == 0);
    CHECK(holding(answer.candidates[2].proof).empty());
}

TEST_CASE("R95: then those at sites that couriers reach badly, where that is recorded", "[engine][R95]")
{
    auto tenant = rooms_with_devices();
    tenant.apply(a_device("7", "Tap", "a")); // two of each but Swytch
    auto const first = [&] { return told<SpareChoiceAnswer>(tenant, SpareChoiceQuestion {}, "2026-06-01"); };
    CHECK(first().candidates[0].hard_to_reach.empty());
    CHECK(first().candidates[1].unknown_sites == 2);
    tenant.apply(SetCourier { "Bodø", Courier::unknown, Courier::unreliable });
    auto const answer = first();
    CHECK(models(tenant, answer) == "Tap, Rally Bar, Swytch");
    CHECK(holding(answer.candidates[1].proof) == "spare_common spare_courier");
    CHECK(answer.candidates[1].hard_to_reach == std::vector { tenant.ledger.sites().find("Bodø") });
    CHECK(outcome(tenant.try_to(SetCourier { "Bodø", Courier::unknown, Courier::reliable })) == "changed_meanwhile");
    CHECK(outcome(tenant.try_to(SetCourier { "Rome", Courier::unknown, Courier::reliable })) == "unknown_site");
    tenant.apply(SetCourier { "Bodø", Courier::unreliable, Courier::unknown });
    CHECK(first().candidates[1].hard_to_reach.empty());
}

TEST_CASE("R97: a spare matches what is deployed", "[engine][R97]")
{
    struct Row
    {
        char const* model;
        std::int64_t deployed;
    };
    auto const row = GENERATE(values<Row>({
        { "Rally Bar", 2 },
        { "Swytch",    1 }, // two more stand in a room without a licence
        { "Scribe",    0 },
    }));
    CAPTURE(row.model);
    auto const answer = told<SpareMatchAnswer>(rooms_with_devices(), SpareMatchQuestion { row.model }, "2026-06-01");
    CHECK(answer.deployed == row.deployed);
    CHECK(answer.answer == (row.deployed > 0 ? Holds::yes : Holds::no));
}
