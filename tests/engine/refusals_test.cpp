// Every refusal has its smallest ways past it, or says why there is none: reason by reason.

#include "codec/catalogue_json.hpp"
#include "codec/command_json.hpp"
#include "engine/ticket_words.hpp"
#include "support/css_tenant.hpp"
#include "support/refusals.hpp"
#include "support/tickets.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <set>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;
using catalogue::CssTier;
using catalogue::RouteKind;

namespace {

constexpr auto english = MailLanguage::english;

OrderDetails some_details(char const* email = "ada@acme.example")
{
    OrderDetails details;
    details.customer = { "Acme", email, "1 Main Street" };
    details.reseller = { "Resell", "orders@resell.example", "2 Side Street" };
    details.distributor = { "Distri", "po@distri.example", "3 Long Road" };
    return details;
}

PlaceServiceOrder ordering(char const* key, std::vector<OrderLine> lines)
{
    return { key, std::move(lines), date("2026-02-01"), some_details() };
}

// Rooms with a device, a ticket and an assignment each way; orders of every programme; spares.
Tenant with_rooms()
{
    Tenant tenant { codec::shipped_catalogue() };
    tenant.apply(AddAccount { "acme", "Acme", "NO", "" }).apply(AddAccount { "bergen", "Bergen", "NO", "acme" });
    tenant.apply(RecordAddress { "9 Hill Street", "bergen", AddressKind::site });
    tenant.apply(AddRoom { "boardroom", "Board room", "Oslo", "NO", "", InSync::yes, {} });
    tenant.room("fjord").room("limmat", InSync::no).room("tarn").room("gone");
    tenant.apply(RemoveRoom { "gone" });
    tenant.order("PO-1", "select", 3, 2, "2026-01-10").order("PO-2", "select", 1, 3, "2025-01-10");
    tenant.order("SP-1", "sync_plus", 1, 2, "2026-01-10").order("EW-1", "extended_warranty", 2, 2, "2026-01-10");
    tenant.apply(PlaceOrder { "PO-B", "bergen", "select", 3, 1, date("2026-01-10"), std::nullopt });
    tenant.order("PO-C", "select", 3, 1, "2026-01-10").cancel("PO-C", "2026-01-20");
    tenant.order("PO-50", "select", 3, 50, "2026-01-10").assign("PO-50", 1, "boardroom", "2026-02-01");
    tenant.assign("PO-1", 1, "fjord", "2026-02-01", "2026-05-01").assign("PO-1", 1, "tarn", "2026-06-01");
    tenant.device("SN-A", "2026-01-10", "boardroom").device("SN-B", "2026-01-10", "fjord");
    tenant.apply(ExtendWarranty {
        { "EW-1", 1 },
        "SN-A", date("2026-02-01")
    });
    tenant.apply(LinkSyncRoom { "fjord", "sync-fjord" });
    return tenant;
}

// Ada manages, Bob looks, Pat of the partner has had access; Eve is invited.
Tenant with_people()
{
    Tenant tenant { codec::shipped_catalogue() };
    for (auto const& [link, email, role] : {
             std::tuple { "L1", "ada@acme.example", Role::admin     },
              { "L2", "bob@acme.example", Role::read_only }
    }) {
        tenant.apply(SendInvitation { link, email, email, role, english, date("2026-01-01") });
        tenant.apply(AcceptInvitation { link, email, date("2026-01-02") });
    }
    tenant.apply(DelegateAccess {
        "pat@partner.example", "Pat", "Partner", Role::admin, date("2026-01-01"), date("2026-02-01") });
    tenant.apply(SendInvitation { "L3", "eve@acme.example", "Eve", Role::admin, english, date("2026-02-20") });
    tenant.apply(SendInvitation { "L4", "sue@acme.example", "Sue", Role::admin, english, date("2026-02-20") });
    tenant.apply(ResendInvitation { "L4", "L5", "", date("2026-02-21") });
    tenant.apply(SendInvitation { "L6", "old@acme.example", "Old", Role::admin, english, date("2026-01-01") });
    return tenant;
}

// Eve's invitation is withdrawn.
Tenant without_eve()
{
    return std::move(with_people().apply(WithdrawInvitation { "L3" }));
}

Tenant limited(Tenant tenant, int limit)
{
    return std::move(tenant.apply(SetUserLimit { std::nullopt, limit }));
}

// "apps" and "desktop" under "north", with a transfer, hours, an upgrade and a contract that has ended.
Tenant with_css()
{
    CssTenant tenant;
    tenant.apply(AddAccount { "other", "Other", "", "" }).apply(AddOrgId { "west", "West", "other", OrgRegion::emea });
    tenant.licences("L-1", "apps", "north", 10).covered("C-1", "apps", "north", 10, CssTier::priority);
    tenant.licences("L-2", "desktop", "north", 10).covered("C-2", "desktop", "north", 10, CssTier::select);
    tenant.apply(UpgradeTier { { "C-2" }, CssTier::priority, date("2026-02-01") });
    tenant.transferred("L-2", "south", "L-3", 4, "2026-02-01");
    tenant.apply(UseHours { "C-1", "use-one", 10, date("2026-02-01"), ChangeEvent::migration });
    tenant.covered("C-OLD", "gate", "south", 1, CssTier::select, "2024-01-01");
    tenant.apply(RenewContract { "C-OLD", "C-NEXT", 1, date("2024-12-01"), {} });
    return tenant;
}

Tenant with_tickets()
{
    auto tenant = desk_tenant();
    tenant.room("fjord").apply(room_ticket("T-room", "2026-02-01T09:00Z", "fjord"));
    tenant.apply(turning("T-room", "2026-02-01T10:00Z", TicketStep::respond));
    tenant.apply(turning("T-room", "2026-02-01T11:00Z", TicketStep::resolve));
    tenant.apply(acme_subscription(600)).apply(SetLicenceThreshold { "EU", std::nullopt, 500 });
    return tenant;
}

struct Refused
{
    char const* reason;
    Tenant tenant;
    Command command;
    char const* by = "";
    char const* day = "2026-03-01";
};

void of_names(std::vector<Refused>& rows)
{
    auto const rooms = with_rooms();
    auto const css = with_css();
    auto const desk = with_tickets();
    Tenant unopened { codec::shipped_catalogue() };
    unopened.ledger = Ledger {};
    rows.insert(rows.end(),
        {
            { "not_the_first_entry", unopened, adding_room("A") },
            { "unknown_account", rooms, AddAccount { "voss", "Voss", "NO", "Bregen" } },
            { "unknown_programme", rooms, placing("PO-9", "Sync Plus", 1, 1, "2026-01-10") },
            { "unknown_order", rooms, CancelOrder { "po-1", date("2026-01-20") } },
            { "unknown_licence", rooms, assigning("PO-1", 9, "limmat", "2026-03-01") },
            { "unknown_room", rooms, SetInSync { "Board room", InSync::yes, InSync::no } },
            { "unknown_room", rooms, assigning("PO-1", 2, "gone", "2026-03-01") },
            { "unknown_device", rooms, MoveDevice { "SN_A", "boardroom", "tarn", date("2026-03-01") } },
            { "unknown_assignment", rooms,
             EndAssignment { { "PO-1", 1 }, date("2026-02-02"), date("2026-05-01"), date("2026-04-01") } },
            { "unknown_assignment", rooms, WithdrawAssignments { { { { "PO-1", 1 }, date("2026-02-02") } } } },
            { "key_taken", rooms, adding_room("fjord") },
            { "key_taken", rooms, adding_device("SN-A", "2026-01-10", "tarn") },
            { "key_taken", css, UpgradeTier { { "C-1", "C-1", "C-2" }, CssTier::priority_plus, date("2026-03-01") } },
            { "key_taken", desk, acme_subscription(700) },
            { "bad_country", rooms, AddRoom { "A", "A", "", "no", "", InSync::yes, {} } },
            { "key_taken", css, AddOrgId { "north", "North", "", OrgRegion::emea } },
            { "unknown_org", css, RemoveOrgId { "nroth" } },
            { "unknown_product_line", css,
             AddSoftwareLicences {
                    "L-9", "Desktpo", "north", "", LicencePricing::standard, 1, date("2026-01-01") } },
            { "unknown_licences", css, RetireLicences { "l-1", 1, date("2026-03-01") } },
            { "unknown_contract", css, UseHours { "c-1", "use-two", 1, date("2026-03-01"), ChangeEvent::migration } },
            { "unknown_transfer", css, WithdrawTransfer { "L-1", "L-3" } },
            { "unknown_upgrade", css, WithdrawUpgrade { { "C-2" }, date("2026-02-02") } },
            { "unknown_hours", css, WithdrawHours { "use-oen" } },
            { "unknown_site", rooms, SetCourier { "oslo", Courier::unknown, Courier::reliable } },
            { "unknown_extension", rooms, WithdrawExtension { { "EW-1", 2 }, "SN-A" } },
            { "unknown_ticket", desk, turning("T-rom", "2026-02-01T12:00Z", TicketStep::reopen) },
            { "unknown_subscription", desk, ForgetSubscription { "s-1" } },
            { "unknown_turn", desk, WithdrawTurn { "T-room", instant("2026-02-01T10:00Z"), TicketStep::respond } },
            { "unknown_place", desk, SetLicenceThreshold { "eu", std::nullopt, 600 } },
            { "unknown_sync_room", rooms, ReportRoomState { "sync-fjrod", RoomState::unknown, RoomState::offline } },
    });
}

void of_rooms(std::vector<Refused>& rows)
{
    auto const rooms = with_rooms();
    auto spare = rooms;
    spare.apply(AddDevice { "SN-C", "Rally Bar", date("2026-01-10"), "boardroom", std::nullopt });
    auto used_up = spare;
    used_up.apply(AgreeSpare { "spare", "Rally Bar", "Oslo", "", date("2026-03-01") });
    auto capped = rooms;
    capped.base_warranty(3).apply(SetCapEffect { CapEffect::warns, CapEffect::blocks });
    capped.apply(AddDevice { "SN-OLD", "Tap", date("2022-01-10"), "limmat", std::nullopt });
    rows.insert(rows.end(),
        {
            { "bad_years", rooms, placing("PO-9", "select", 0, 1, "2026-01-10") },
            { "bad_period", rooms, assigning("PO-1", 2, "limmat", "2026-03-01", "2026-02-01") },
            { "bad_period", rooms, EndAssignment { { "PO-1", 1 }, date("2026-06-01"), never, date("2026-06-01") } },
            { "changed_meanwhile", rooms, SetInSync { "fjord", InSync::no, InSync::no } },
            { "changed_meanwhile", rooms, CancelOrder { "PO-C", date("2026-01-25") } },
            { "has_dependents", rooms, RemoveRoom { "boardroom" } },
            { "has_dependents", rooms, RemoveOrder { "EW-1" } },
            { "has_dependents", rooms, RemoveDevice { "SN-A" } },
            { "licence_not_for_rooms", rooms, assigning("EW-1", 2, "fjord", "2026-03-01") },
            { "licence_not_for_devices", rooms, ExtendWarranty { { "PO-1", 2 }, "SN-B", date("2026-03-01") } },
            { "licence_on_device", rooms, ExtendWarranty { { "EW-1", 1 }, "SN-B", date("2026-03-01") } },
            { "sync_room_taken", rooms, LinkSyncRoom { "tarn", "sync-fjord" } },
            { "already_assigned", rooms, assigning("PO-1", 1, "limmat", "2026-03-01") },
            { "already_assigned", rooms,
             EndAssignment { { "PO-1", 1 }, date("2026-02-01"), date("2026-05-01"), date("2026-07-01") } },
            { "already_assigned", rooms,
             Assign { { { { "PO-1", 1 }, "limmat" }, { { "PO-1", 2 }, "tarn" }, { { "PO-50", 1 }, "fjord" } },
                    date("2026-03-01"), never } },
            { "years_not_sold", rooms, ordering("SO-9", { { "select", 9, 1 } }) },
            { "room_not_in_sync", rooms, assigning("SP-1", 1, "limmat", "2026-03-01") },
            { "before_purchase", rooms, assigning("PO-1", 2, "limmat", "2026-01-01") },
            { "before_purchase", rooms, ExtendWarranty { { "EW-1", 2 }, "SN-B", date("2026-01-01") } },
            { "after_cancellation", rooms, assigning("PO-C", 1, "limmat", "2026-03-01") },
            { "after_term", rooms, assigning("PO-2", 1, "limmat", "2026-06-01") },
            { "licence_of_other_account", rooms, assigning("PO-B", 1, "limmat", "2026-03-01") },
            { "spare_not_deployed", spare, AgreeSpare { "spare", "Scribe", "Oslo", "", date("2026-03-01") } },
            { "unknown_spare", used_up, WithdrawSpare { "spaer" } },
            { "spares_used_up", used_up, AgreeSpare { "next", "Rally Bar", "Oslo", "", date("2026-03-01") } },
            { "warranty_cut", capped, assigning("PO-1", 2, "limmat", "2026-03-01") },
    });
}

void of_people(std::vector<Refused>& rows)
{
    auto const people = with_people();
    auto const full = limited(people, 2);
    auto ordered = with_rooms();
    ordered.apply(ordering("SO-1",
        {
            { "select", 3, 5 }
    }));
    auto alone = people;
    alone.apply(RemovePerson { "bob@acme.example" });
    auto const withdrawn = without_eve();
    rows.insert(rows.end(),
        {
            { "unknown_order", ordered, assigning("SO-1", 1, "limmat", "2026-03-01") },
            { "mixed_services", ordered, ordering("SO-2", { { "select", 3, 5 }, { "extended_warranty", 2, 1 } }) },
            { "mixed_services", ordered,
             CorrectServiceOrder { "SO-1", { { "select", 3, 5 }, { "extended_warranty", 2, 1 } }, date("2026-02-01"),
                    some_details() } },
            { "order_incomplete", ordered, ProcessServiceOrder { "SO-1", "acme", "", date("2026-02-02") } },
            { "account_unmatched", ordered, ProcessServiceOrder { "SO-1", "", "L-1", date("2026-02-02") } },
            { "key_taken", ordered, RecordAddress { "9 Hill Street", "acme", AddressKind::headquarters } },
            { "key_taken", people,
             DelegateAccess { "bob@acme.example", "Bob", "Partner", Role::admin, date("2026-03-01"), never } },
            { "unknown_invitation", people, AcceptInvitation { "L9", "eve@acme.example", date("2026-03-01") } },
            { "unknown_person", people, SetRole { "bbo@acme.example", Role::read_only, Role::admin } },
            { "invitation_expired", people, AcceptInvitation { "L6", "old@acme.example", date("2026-03-01") } },
            { "invitation_closed", people, AcceptInvitation { "L4", "sue@acme.example", date("2026-03-01") } },
            { "invitation_closed", people, ResendInvitation { "L4", "L9", "", date("2026-03-01") } },
            { "invitation_closed", people, WithdrawInvitation { "L2" } },
            { "invitation_closed", people, WithdrawInvitation { "L4" } },
            { "invitation_closed", withdrawn, AcceptInvitation { "L3", "eve@acme.example", date("2026-03-01") } },
            { "invitation_closed", withdrawn, ResendInvitation { "L3", "L9", "", date("2026-03-01") } },
            { "invitation_not_yours", people, AcceptInvitation { "L3", "tom@acme.example", date("2026-03-01") } },
            { "user_limit_reached", full, AcceptInvitation { "L3", "eve@acme.example", date("2026-03-01") } },
            { "last_admin", people, RemovePerson { "ada@acme.example" } },
            { "last_admin", people, EndAccess { "ada@acme.example", never, date("2026-04-01") } },
            { "actor_unknown", people, adding_room("A"), "eve@acme.example" },
            { "actor_unknown", people, adding_room("A"), "tom@acme.example" },
            { "actor_access_over", people, adding_room("A"), "pat@partner.example" },
            { "actor_read_only", people, adding_room("A"), "bob@acme.example" },
            { "actor_read_only", people, SetUserLimit { 7, 9 }, "bob@acme.example" },
    });
}

void of_css(std::vector<Refused>& rows)
{
    auto const css = with_css();
    std::vector<CoverageLine> const of_two {
        { "apps", "north", 1, {} },
        { "apps", "west",  1, {} }
    };
    rows.insert(rows.end(),
        {
            { "has_dependents",        css, RemoveOrgId { "north" }                                                       },
            { "has_dependents",        css, RemoveProductLine { "desktop" }                                               },
            { "has_dependents",        css, RemoveSoftwareLicences { "L-2" }                                              },
            { "has_dependents",        css, RemoveSoftwareLicences { "L-3" }                                              },
            { "has_dependents",        css, RemoveCoverage { "C-1" }                                                      },
            { "has_dependents",        css, RemoveCoverage { "C-OLD" }                                                    },
            { "other_customer",        css, BuyCoverage { "C-9", CssTier::priority, date("2026-03-01"), 1, of_two }       },
            { "other_customer",        css, RenewContract { "C-1", "C-9", 1, date("2026-12-01"), of_two }                 },
            { "not_enough_licences",   css, RetireLicences { "L-1", 11, date("2026-03-01") }                              },
            { "before_acquired",       css, TransferLicences { "L-1", "south", "L-9", 1, date("2025-03-01") }             },
            { "not_an_upgrade",        css, UpgradeTier { { "C-2", "C-1" }, CssTier::priority, date("2026-01-15") }       },
            { "upgrade_incomplete",    css, UpgradeTier { { "C-1" }, CssTier::priority_plus, date("2026-03-01") }         },
            { "contract_not_in_force", css,
             UseHours { "C-OLD", "use-two", 1, date("2026-03-01"), ChangeEvent::migration }                               },
            { "contract_lapsed",       css, RenewContract { "C-1", "C-9", 1, date("2027-03-01"), {} }                     },
            { "contract_not_lapsed",   css, ReinstateContract { "C-1", "C-9", 1, date("2026-03-01"), {} }                 },
            { "already_renewed",       css, RenewContract { "C-OLD", "C-9", 1, date("2024-12-02"), {} }                   },
            { "hours_exceeded",        css, UseHours { "C-1", "use-two", 31, date("2026-03-01"), ChangeEvent::migration } },
    });
}

void of_tickets(std::vector<Refused>& rows)
{
    auto const desk = with_tickets();
    auto withheld = partner_ticket("T-1", "2026-03-01T09:00Z", RouteKind::partner_help_centre, whole_form());
    withheld.partner->access = PartnerAccess::withheld;
    auto incomplete = partner_ticket("T-1", "2026-03-01T09:00Z", RouteKind::help_centre, whole_form());
    incomplete.partner->form.subject.clear();
    auto of_another_desk = room_ticket("T-1", "2026-03-01T09:00Z", "fjord");
    of_another_desk.tier = catalogue::Tier::priority;
    auto says_more = turning("T-room", "2026-02-01T12:00Z", TicketStep::reopen);
    says_more.severity = 2;
    rows.insert(rows.end(),
        {
            { "has_dependents", desk, RemoveTicket { "T-room" } },
            { "has_dependents", desk, RemoveRoom { "fjord" } },
            { "bad_turn", desk, says_more },
            { "turn_too_early", desk, turning("T-room", "2026-02-01T10:30Z", TicketStep::reopen) },
            { "other_desk", desk, of_another_desk },
            { "ticket_form_incomplete", desk, incomplete },
            { "channel_not_open", desk, withheld },
            { "turn_changes_nothing", desk, turning("T-room", "2026-02-01T12:00Z", TicketStep::pause) },
    });
}

// Of each reason that a command may cure, one refusal at least that one does.
std::vector<Refused> refusals()
{
    std::vector<Refused> rows;
    of_names(rows);
    of_rooms(rows);
    of_people(rows);
    of_css(rows);
    of_tickets(rows);
    return rows;
}

std::string reason_of(TryAnswer const& answer)
{
    return answer.denial ? std::string { code(answer.denial->reason) } : "applied";
}

} // namespace

TEST_CASE("every reason has its ways past it, or it is declared that nothing helps", "[engine][B1]")
{
    std::set<std::string> cured;
    for (auto const& row : refusals()) {
        CAPTURE(row.reason, codec::to_json(row.command));
        auto const answer = tried(row.tenant, { row.command, row.by }, row.day);
        CHECK(reason_of(answer) == row.reason);
        CHECK(check_ways(row.tenant, answer, row.day) > 0);
        if (!answer.ways.empty()) cured.insert(row.reason);
    }
    for (int at = 0; at < static_cast<int>(first_that_never_refuses); ++at) {
        auto const reason = static_cast<Reason>(at);
        CAPTURE(code(reason));
        CHECK(cured.contains(std::string { code(reason) }) != is_never_cured(reason));
        CHECK_FALSE(code(why_no_way(reason)).empty());
    }
}

TEST_CASE("where nothing helps, the answer says why", "[engine][B1]")
{
    struct Row
    {
        char const* reason;
        Tenant tenant;
        Command command;
        NoWay why;
        char const* stops; // the reason that no way leads past
    };
    auto const rooms = with_rooms();
    std::vector<Row> const rows {
        { "bad_name",            rooms,         adding_room(""),                                                       NoWay::unclear,       "bad_name"           },
        { "unknown_room",        rooms,         RemoveRoom { "nowhere" },                                              NoWay::nothing_alike, "unknown_room"       },
        { "unknown_order",       rooms,         CancelOrder { "PO-7", date("2026-01-20") },                            NoWay::nothing_alike, "unknown_order"      },
        { "changed_meanwhile",   rooms,         RemoveRoom { "gone" },                                                 NoWay::already_so,    "changed_meanwhile"  },
        { "changed_meanwhile",   rooms,         CancelOrder { "PO-C", date("2026-03-20") },                            NoWay::settled,
         "cancellation_closed"                                                                                                                                    },
        { "cancellation_closed", rooms,         CancelOrder { "PO-1", date("2026-02-10") },                            NoWay::settled,
         "cancellation_closed"                                                                                                                                    },
        { "not_cancellable",     rooms,         CancelOrder { "SP-1", date("2026-01-20") },                            NoWay::documented,    "not_cancellable"    },
        { "key_taken",           with_people(),
         DelegateAccess { "ada@acme.example", "Ada", "P", Role::admin, date("2026-03-01"), never },
         NoWay::already_so,                                                                                                                  "key_taken"          },
        { "unknown_invitation",  with_people(), AcceptInvitation { "L33", "nobody@acme.example", date("2026-03-01") },
         NoWay::nothing_alike,                                                                                                               "unknown_invitation" },
        { "invitation_closed",   without_eve(), WithdrawInvitation { "L3" },                                           NoWay::already_so,    "invitation_closed"  },
        { "changed_meanwhile",   with_people(), ReopenInvitation { "L3" },                                             NoWay::already_so,    "changed_meanwhile"  },
        { "same_org",            with_css(),    TransferLicences { "L-1", "north", "L-9", 1, date("2026-03-01") },     NoWay::already_so,
         "same_org"                                                                                                                                               },
    };
    for (Row const& row : rows) {
        CAPTURE(row.reason, codec::to_json(row.command));
        auto const answer = tried(row.tenant, { row.command });
        CHECK(reason_of(answer) == row.reason);
        static_cast<void>(check_ways(row.tenant, answer));
        REQUIRE(answer.dead_end.has_value());
        CHECK(code(answer.dead_end->why) == code(row.why));
        CHECK(code(answer.dead_end->denial.reason) == row.stops);
    }
}

TEST_CASE("what is refused of a way gives way in its turn, and what is not needed is not offered", "[engine][B1]")
{
    auto const tenant = with_rooms();
    // Sync first, and another licence too.
    auto taken = tenant;
    taken.assign("SP-1", 1, "tarn", "2026-02-01");
    auto const two = tried(taken, { assigning("SP-1", 1, "limmat", "2026-03-01") });
    CHECK(reason_of(two) == "already_assigned");
    REQUIRE_FALSE(two.ways.empty());
    CHECK(two.ways.front().steps
        == std::vector<Command> {
            SetInSync { "limmat", InSync::no, InSync::yes },
             assigning("SP-1", 2, "limmat", "2026-03-01")
    });
    CHECK(two.ways.front().preparing == 1);
    // Of three pairs the one that cannot be is given another licence; the others stay as they are.
    Assign const three {
        { { { "PO-1", 1 }, "limmat" }, { { "PO-1", 2 }, "tarn" }, { { "PO-50", 2 }, "fjord" } },
        date("2026-03-01"),
        never
    };
    auto const rest = tried(tenant, { three });
    REQUIRE_FALSE(rest.ways.empty());
    REQUIRE(rest.ways.front().steps.size() == 2);
    CHECK(std::get<Assign>(rest.ways.front().steps.front()).pairs.size() == 2);
    // A device leaves its room, so does the licence, and what stands on the device may stay.
    auto const gone = tried(tenant, { RemoveRoom { "boardroom" } });
    REQUIRE_FALSE(gone.ways.empty());
    CHECK(gone.ways.front().steps.size() == 4); // the assignment, the licence on the device, the device, the room
}

TEST_CASE("R55: nobody's link is told to who does not name it", "[engine][R55]")
{
    auto const tenant = with_people();
    auto const answer = tried(tenant,
        {
            ResendInvitation { "L33", "L9", "", date("2026-03-01") }
    });
    CHECK(reason_of(answer) == "unknown_invitation");
    CHECK(answer.ways.empty());
}
