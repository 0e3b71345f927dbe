// Service orders: what they must carry, whose they are, what goes out: R26–R36, R45–R50, R57, R62–R64, D7, D10, D17.

#include "codec/catalogue_json.hpp"
#include "engine/email.hpp"
#include "engine/service_orders.hpp"
#include "support/tenant.hpp"

#include <catch_amalgamated.hpp>

using namespace keyrack;
using namespace keyrack::engine;
using namespace keyrack::test;

namespace {

OrderDetails some_details()
{
    OrderDetails details;
    details.vendor_order_number = "V-9001";
    details.customer = { "Acme", "ada@acme.example", "1 Main Street, Zürich" };
    details.contact = "Ada";
    details.reseller = { "Resell", "orders@resell.example", "2 Side Street" };
    details.distributor = { "Distri", "po@distri.example", "3 Long Road" };
    return details;
}

PlaceServiceOrder some_order(std::string key = "PO-1")
{
    return { std::move(key), { { "select", 3, 5 } }, date("2026-01-10"), some_details() };
}

Tenant a_tenant()
{
    Tenant tenant { codec::shipped_catalogue() };
    tenant.apply(AddAccount { "acme", "Acme", "CH", "" }).apply(AddAccount { "acme-no", "Acme Norge", "NO", "acme" });
    return tenant.apply(RecordAddress { "1 Main Street, Zürich", "acme", AddressKind::headquarters });
}

ProcessServiceOrder processing(std::string order, std::string link = "L1")
{
    return { std::move(order), "", std::move(link), date("2026-01-12") };
}

} // namespace

TEST_CASE("R26–R30: an order carries its SKU, its quantity and three parties", "[engine][R26][R27][R28][R29][R30]")
{
    struct Row
    {
        char const* missing;
        void (*take_out)(PlaceServiceOrder&);
    };
    auto const row = GENERATE(values<Row>({
        { "",                    [](PlaceServiceOrder&) {}                                          },
        { "sku, quantity",       [](PlaceServiceOrder& o) { o.lines.clear(); }                      },
        { "sku",                 [](PlaceServiceOrder& o) { o.lines[0].programme = ""; }            },
        { "sku",                 [](PlaceServiceOrder& o) { o.lines[0].years = 0; }                 },
        { "quantity",            [](PlaceServiceOrder& o) { o.lines[0].quantity = 0; }              },
        { "customer.name",       [](PlaceServiceOrder& o) { o.details.customer.name = " "; }        },
        { "customer.email",      [](PlaceServiceOrder& o) { o.details.customer.email = "ada"; }     },
        { "customer.address",    [](PlaceServiceOrder& o) { o.details.customer.address = ""; }      },
        { "reseller.name",       [](PlaceServiceOrder& o) { o.details.reseller.name = ""; }         },
        { "reseller.email",      [](PlaceServiceOrder& o) { o.details.reseller.email = ""; }        },
        { "reseller.address",    [](PlaceServiceOrder& o) { o.details.reseller.address = ""; }      },
        { "distributor.name",    [](PlaceServiceOrder& o) { o.details.distributor.name = ""; }      },
        { "distributor.email",   [](PlaceServiceOrder& o) { o.details.distributor.email = "po@x"; } },
        { "distributor.address", [](PlaceServiceOrder& o) { o.details.distributor.address = ""; }   },
    }));
    CAPTURE(row.missing);
    auto order = some_order();
    row.take_out(order);
    auto tenant = a_tenant();
    auto const live = Tenant { tenant }.try_to(order);
    bool const complete = std::string_view { row.missing }.empty();
    CHECK(outcome(live) == (complete ? "applied" : "order_incomplete"));
    if (!complete) CHECK(live.error().facts.back() == Fact { "missing", std::string { row.missing } });
    CHECK(outcome(tenant.try_to(order, Manner::history)) == (complete ? "applied" : "applied order_incomplete"));
    auto const& there = tenant.ledger.service_orders().rows().back();
    CHECK(there.progress == (complete ? OrderProgress::in_progress : OrderProgress::incorrect_data));
}

TEST_CASE("R33, D10: a mixed order is refused, and offered as one order a service", "[engine][R33][D10]")
{
    auto tenant = a_tenant();
    auto order = some_order();
    order.lines.push_back({ "sync_plus", 1, 7 });
    auto const refused = tenant.try_to(order);
    REQUIRE(outcome(refused) == "mixed_services");
    CHECK(refused.error().facts.back() == Fact { "programmes", std::string { "select, sync_plus" } });
    tenant.apply(some_order("PO-1-1"));
    auto const split = split_by_service(tenant.ledger, order);
    REQUIRE(split.size() == 2);
    CHECK(std::get<PlaceServiceOrder>(split[0]).order == "PO-1-2"); // PO-1-1 is taken
    CHECK(std::get<PlaceServiceOrder>(split[1]).lines
        == std::vector<OrderLine> {
            { "sync_plus", 1, 7 }
    });
    for (Command const& each : split) tenant.apply(each);
    CHECK(split_by_service(tenant.ledger, some_order()).empty());
}

TEST_CASE("R57, R32: a group mailbox and a foreign domain are told, and refuse nothing", "[engine][R32][R57][D10]")
{
    struct Row
    {
        char const* email;
        char const* domain;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "ada@acme.example",         "",             "applied"                            },
        { "info@acme.example",        "",             "applied group_mailbox"              },
        { "INFO@ACME.EXAMPLE",        "",             "applied group_mailbox"              },
        { "informatics@acme.example", "",             "applied"                            },
        { "ada@resell.example",       "",             "applied other_domain"               },
        { "ada@distri.example",       "",             "applied other_domain"               },
        { "ada@acme.example",         "acme.example", "applied"                            },
        { "ada@it.acme.example",      "acme.example", "applied"                            },
        { "ada@notacme.example",      "acme.example", "applied other_domain"               },
        { "info@resell.example",      "",             "applied group_mailbox other_domain" },
    }));
    CAPTURE(row.email);
    auto tenant = a_tenant();
    auto order = some_order();
    order.details.customer.email = row.email;
    order.details.customer_domain = row.domain;
    CHECK(outcome(tenant.try_to(order)) == row.want);
}

TEST_CASE(
    "R34, R36: an order gives nothing before it is processed, and nothing with incorrect data", "[engine][R34][R36]")
{
    auto tenant = a_tenant();
    tenant.room("fjord").apply(some_order());
    CHECK(outcome(tenant.try_to(assigning("PO-1", 1, "fjord", "2026-02-01"))) == "unknown_order");
    tenant.apply(RejectServiceOrder { "PO-1", "wrong address" });
    CHECK(outcome(tenant.try_to(processing("PO-1"))) == "order_incomplete");
    auto const corrected = some_order();
    tenant.apply(CorrectServiceOrder { corrected.order, corrected.lines, corrected.purchased_on, corrected.details });
    tenant.apply(processing("PO-1")).apply(assigning("PO-1", 1, "fjord", "2026-02-01"));
    CHECK(outcome(tenant.try_to(processing("PO-1", "L2"))) == "order_decided");
    CHECK(outcome(tenant.try_to(RejectServiceOrder { "PO-1", "late" })) == "order_decided");
    CHECK(outcome(tenant.try_to(RemoveServiceOrder { "PO-1" })) == "order_decided");
    CHECK(outcome(tenant.try_to(some_order())) == "key_taken");
}

TEST_CASE("R45–R48: the customer's address leads to the account", "[engine][R45][R46][R47][R48]")
{
    auto tenant = a_tenant();
    tenant.apply(RecordAddress { "Karl Johans gate 1, Oslo", "acme-no", AddressKind::headquarters });
    tenant.apply(RecordAddress { "Havnegata 2, Bergen", "acme-no", AddressKind::site });
    struct Row
    {
        char const* address;
        char const* want;
    };
    auto const row = GENERATE(values<Row>({
        { "1 Main Street, Zürich",     "acme"    },
        { " 1  MAIN street / Zurich.", "acme"    }, // case, accents and punctuation do not part addresses
        { "Karl Johans gate 1, Oslo",  "acme"    }, // headquarters of a subsidiary: one parent entity
        { "Havnegata 2, Bergen",       "acme-no" }, // a site keeps its own
        { "11 Main Street, Zürich",    ""        },
    }));
    CAPTURE(row.address);
    auto order = some_order();
    order.details.customer.address = row.address;
    tenant.apply(order);
    auto const processed = tenant.try_to(processing("PO-1"));
    if (std::string_view { row.want }.empty()) {
        CHECK(outcome(processed) == "account_unmatched");
        auto told = processing("PO-1");
        told.account = "acme";
        CHECK(outcome(tenant.try_to(told)) == "applied");
        return;
    }
    REQUIRE(outcome(processed) == "applied");
    auto const account = tenant.ledger.orders()[tenant.order_id("PO-1")].account;
    CHECK(tenant.ledger.accounts()[account].key == row.want);
}

TEST_CASE("R47: a site's licences serve the site's rooms alone", "[engine][R47]")
{
    auto tenant = a_tenant();
    tenant.apply(RecordAddress { "Havnegata 2, Bergen", "acme-no", AddressKind::site });
    auto here = adding_room("bergen");
    here.account = "acme-no";
    auto there = adding_room("zurich");
    there.account = "acme";
    tenant.apply(here).apply(there).room("nowhere");
    auto order = some_order();
    order.details.customer.address = "Havnegata 2, Bergen";
    tenant.apply(order).apply(processing("PO-1"));
    CHECK(outcome(tenant.try_to(assigning("PO-1", 1, "zurich", "2026-02-01"))) == "licence_of_other_account");
    CHECK(outcome(tenant.try_to(assigning("PO-1", 1, "nowhere", "2026-02-01"))) == "licence_of_other_account");
    CHECK(outcome(tenant.try_to(assigning("PO-1", 1, "bergen", "2026-02-01"))) == "applied");
    for (Cure const& cure : tenant.covered_by("zurich", tenant.catalogue().find("select"), "2026-02-01").cures)
        CHECK(cure.kind != CureKind::assign_free_licence);
    tenant.apply(ForgetAddress { "Havnegata 2, Bergen" });
    CHECK(outcome(tenant.try_to(assigning("PO-1", 2, "zurich", "2026-02-01"))) == "applied");
}

TEST_CASE(
    "R49–R53, R62–R64: the confirmation and the invitation", "[engine][R49][R50][R51][R52][R53][R62][R63][R64][D7]")
{
    struct Row
    {
        MailLanguage language;
        char const* subject;
        char const* last_day;
    };
    auto const row = GENERATE(values<Row>({
        { MailLanguage::english,   "Welcome to Logitech Select",     "11 February 2026" },
        { MailLanguage::german,    "Willkommen bei Logitech Select", "11. Februar 2026" },
        { MailLanguage::norwegian, "Welcome to Logitech Select",     "11. februar 2026" },
    }));
    auto tenant = a_tenant();
    auto order = some_order();
    order.details.language = row.language;
    tenant.apply(order).apply(processing("PO-1"));
    auto const& mails = tenant.ledger.mails().rows();
    REQUIRE(mails.size() == 2);
    Mail const& confirmation = mails[0];
    CHECK(confirmation.subject == "Logitech Select Service Contract Details");
    CHECK(confirmation.sender == "Logitech Support Services <noreply@logitech.com>");
    CHECK(confirmation.recipient == "ada@acme.example");
    CHECK(confirmation.copy_to_reseller == "orders@resell.example");
    CHECK(confirmation.copy_to_distributor == "po@distri.example");
    CHECK(confirmation.body.contains("V-9001"));
    CHECK(confirmation.body.contains("PO-1"));
    Mail const& invitation = mails[1];
    CHECK(invitation.subject == row.subject);
    CHECK(invitation.recipient == "ada@acme.example");
    CHECK(invitation.copy_to_reseller + invitation.copy_to_distributor == "");
    CHECK(invitation.body.contains("L1"));
    CHECK(invitation.body.contains(row.last_day));
    CHECK_FALSE(invitation.body.contains("{"));
    CHECK_FALSE(confirmation.body.contains("{"));
}

TEST_CASE("R50: Sync Plus invites too; the confirmation is Select's", "[engine][R50][R63]")
{
    auto tenant = a_tenant();
    auto order = some_order();
    order.lines = {
        { "sync_plus", 1, 3 }
    };
    tenant.apply(order).apply(processing("PO-1"));
    REQUIRE(tenant.ledger.mails().size() == 1);
    CHECK(tenant.ledger.mails().rows()[0].kind == MailKind::invitation);
}

TEST_CASE("an e-mail address is one mailbox of one domain", "[engine][R28]")
{
    struct Row
    {
        char const* text;
        bool is;
    };
    auto const row = GENERATE(values<Row>({
        { "ada@acme.example",              true  },
        { " Ada@Acme.Example ",            true  },
        { "",                              false },
        { "ada",                           false },
        { "@acme.example",                 false },
        { "ada@",                          false },
        { "ada@acme",                      false },
        { "ada@.example",                  false },
        { "ada@acme.",                     false },
        { "ada@acme..example",             false },
        { "a@b@acme.example",              false },
        { "ada lovelace@acme.example",     false },
        { "a@acme.example,b@acme.example", false },
    }));
    CAPTURE(row.text);
    CHECK(is_email(row.text) == row.is);
}
