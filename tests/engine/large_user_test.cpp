// Priority support for large user accounts (R112–R127, R132–R143, D1, D15, D21).

#include "engine/large_user.hpp"

#include "support/clocks.hpp"

#include <catch_amalgamated.hpp>

#include <string>
#include <vector>

using namespace keyrack;
using namespace keyrack::engine;
using test::support;

namespace {

std::vector<Subscription> const subscriptions {
    { "acme", "it@acme.example", "acme.example", "Zoho CRM", "Z-1", "ZO-1" },
};

// A form as it is required.
PartnerForm a_form()
{
    return { "Zoho CRM", "ZO-9", "No sign-in", "Since this morning nobody can sign in.", "it@acme.example", "", "",
        "" };
}

SeverityVerdict judged(PartnerForm const& form, AccountClass account_class = AccountClass::large_user)
{
    return severity_of(support(), form, subscriptions, account_class, 3);
}

} // namespace

TEST_CASE("R113, R114, D1: a class needs a threshold of the region; without one it says what is missing",
    "[engine][R113][R114][D1][D19]")
{
    struct Row
    {
        char const* region;
        std::optional<std::int32_t> licences;
        AccountClass want;
        Unclassified why;
    };
    using enum AccountClass;
    auto const row = GENERATE(values<Row>({
        { "EU",   500,          large_user,   Unclassified::no               },
        { "EU",   499,          key_account,  Unclassified::no               },
        { "EU",   std::nullopt, unclassified, Unclassified::no_licence_count },
        { "UK",   5'000,        unclassified, Unclassified::no_threshold     },
        { "Mars", 5'000,        unclassified, Unclassified::unknown_region   },
    }));
    CAPTURE(row.region);
    std::vector<LicenceThreshold> const example {
        { "EU", 500 }
    };
    auto const found = classify(support(), example, row.region, row.licences);
    CHECK(found.account_class == row.want);
    CHECK(found.why == row.why);
    // As shipped no region has one.
    CHECK(classify(support(), {}, "EU", 500).why == Unclassified::no_threshold);
}

TEST_CASE("R137: the form names each field that it lacks", "[engine][R123][R137]")
{
    struct Row
    {
        std::string PartnerForm::* field;
        char const* value;
        std::vector<FormField> want;
    };
    using enum FormField;
    std::vector<Row> const rows {
        { &PartnerForm::service,         "",              { service }         },
        { &PartnerForm::organisation_id, "",              { organisation_id } },
        { &PartnerForm::subject,         "",              { subject }         },
        { &PartnerForm::description,     "",              { description }     },
        { &PartnerForm::primary_email,   "",              { primary_email }   },
        { &PartnerForm::primary_email,   "nobody",        { primary_email }   },
        { &PartnerForm::primary_email,   "@acme.example", { primary_email }   },
        { &PartnerForm::primary_email,   "a@b@c",         { primary_email }   },
        { &PartnerForm::zuid,            "",              {}                  },
    };
    for (Row const& row : rows) {
        CAPTURE(row.value);
        auto form = a_form();
        form.*row.field = row.value;
        CHECK(missing_in(form) == row.want);
    }
}

TEST_CASE("R115: a ticket is matched by e-mail, domain, or what R125 looks for", "[engine][R115][R124][R125]")
{
    struct Row
    {
        std::string PartnerForm::* field;
        char const* value;
        MatchedBy want;
    };
    std::vector<Row> const rows {
        { &PartnerForm::primary_email,   "IT@Acme.example",    MatchedBy::super_admin_email },
        { &PartnerForm::primary_email,   "jo@acme.example",    MatchedBy::domain            },
        { &PartnerForm::primary_email,   "jo@notacme.example", MatchedBy::nothing           },
        { &PartnerForm::customer_email,  "it@acme.example",    MatchedBy::customer_email    },
        { &PartnerForm::customer_email,  "jo@acme.example",    MatchedBy::customer_email    },
        { &PartnerForm::zuid,            "Z-1",                MatchedBy::zuid              },
        { &PartnerForm::zoid,            "ZO-1",               MatchedBy::zoid              },
        { &PartnerForm::organisation_id, "ZO-1",               MatchedBy::zoid              },
        { &PartnerForm::zoid,            "ZO-2",               MatchedBy::nothing           },
    };
    for (Row const& row : rows) {
        CAPTURE(row.value);
        PartnerForm form;
        form.*row.field = row.value;
        CHECK(match(form, subscriptions).by == row.want);
    }
}

TEST_CASE("R122: in the required form a large user's ticket becomes severity 1 by itself", "[engine][R122][R116]")
{
    auto const verdict = judged(a_form());
    CHECK(verdict.path == SeverityPath::automatic);
    CHECK(verdict.severity == 1);
    CHECK(verdict.priority_customer);

    for (auto const other : { AccountClass::key_account, AccountClass::unclassified }) {
        CHECK(judged(a_form(), other).path == SeverityPath::not_large_user);
        CHECK(judged(a_form(), other).severity == 3);
    }
    auto short_of = a_form();
    short_of.subject.clear();
    CHECK(judged(short_of).path == SeverityPath::form_incomplete);
    CHECK(judged(short_of).severity == 3);
}

TEST_CASE(
    "R116: an excluded service gets no priority support, whoever asks", "[engine][R116][R117][R118][R119][R120][R121]")
{
    for (auto const& excluded : support().excluded) {
        CAPTURE(excluded.name);
        auto form = a_form();
        form.service = excluded.name;
        auto const verdict = judged(form);
        CHECK(verdict.path == SeverityPath::excluded_service);
        CHECK(verdict.severity == 3);
        CHECK_FALSE(verdict.priority_customer);
        CHECK(verdict.excluded == &excluded);
    }
}

TEST_CASE("R125, R126, R143: what the ticket names instead of the e-mail lets the agent write it",
    "[engine][R125][R126][R143]")
{
    for (auto const field : { &PartnerForm::customer_email, &PartnerForm::zuid, &PartnerForm::zoid }) {
        auto form = a_form();
        form.primary_email.clear();
        form.*field = field == &PartnerForm::customer_email ? "jo@acme.example"
            : field == &PartnerForm::zuid                   ? "Z-1"
                                                            : "ZO-1";
        auto const verdict = judged(form);
        CHECK(verdict.path == SeverityPath::manual);
        CHECK(verdict.write_email == "it@acme.example");
        CHECK(verdict.severity == 1);
        // Once it is written, the workflow of R122 does the rest.
        form.primary_email = verdict.write_email;
        CHECK(judged(form).path == SeverityPath::automatic);
    }
}

TEST_CASE("D21: with nothing to go by the severity stays and the partner is asked", "[engine][D21][R125][R127]")
{
    auto form = a_form();
    form.primary_email.clear();
    auto const verdict = judged(form);
    CHECK(verdict.path == SeverityPath::ask_the_partner);
    CHECK(verdict.severity == 3);
    CHECK_FALSE(verdict.priority_customer);
    CHECK(verdict.missing == std::vector { FormField::primary_email });
}

TEST_CASE("R132–R142, D15: pages by data centre, e-mail by region, as the partner was given access",
    "[engine][R132][R133][R134][R135][R138][R140][R141][R142][D15]")
{
    struct Row
    {
        char const* data_centre;
        char const* region;
        PartnerAccess access;
        std::vector<std::string> want; // first addresses
    };
    using enum PartnerAccess;
    std::vector<Row> const rows {
        { "US",   "US",   granted,
         { "https://store.zoho.com/zstore#partnerhome", "https://help.zoho.com", "partner-support@zohocorp.com" }  },
        { "EU",   "UK",   granted,
         { "https://store.zoho.eu/zstore#partnerhome", "https://help.zoho.eu", "partner-support@eu.zohocorp.com" } },
        { "EU",   "US",   withheld,
         { "https://help.zoho.eu", "partner-support@zohocorp.com" }                                                }, // whatever the data centre
        { "SA",   "SA",   granted,  { "partner-support@zohocorp.com" }                                             },
        { "UK",   "UK",   granted,  { "partner-support@eu.zohocorp.com" }                                          },
        { "Mars", "Mars", granted,  {}                                                                             },
    };
    for (Row const& row : rows) {
        CAPTURE(row.data_centre, row.region);
        std::vector<std::string> found;
        for (auto const* route : routes_for(support(), row.data_centre, row.region, row.access))
            found.push_back(route->addresses.front());
        CHECK(found == row.want);
    }
}
