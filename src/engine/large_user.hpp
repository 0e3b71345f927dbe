#pragma once
// Priority support for large user accounts: which accounts, which services, which form, which severity, which way in
// (R112–R127, R132–R143, D1, D15, D21). Pure answers with their reasons.

#include "catalogue/support.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::engine {

// --- classes (R113, R114, D1) ---------------------------------------------------------------------------------------

// From how many user licences on an account of a region is a large user account; set by the operator, nothing as shipped.
struct LicenceThreshold
{
    std::string region;
    std::int32_t large_user_from = 0;
    bool operator==(LicenceThreshold const&) const = default;
};

enum class AccountClass : std::uint8_t { unclassified, key_account, large_user };
enum class Unclassified : std::uint8_t { no, unknown_region, no_threshold, no_licence_count };

struct Classification
{
    AccountClass account_class = AccountClass::unclassified;
    Unclassified why = Unclassified::no;
    std::optional<std::int32_t> threshold;
    bool operator==(Classification const&) const = default;
};
[[nodiscard]] Classification classify(catalogue::Support const& support,
    std::vector<LicenceThreshold> const& thresholds, std::string_view region,
    std::optional<std::int64_t> user_licences);

// --- validation (R115, R124) ----------------------------------------------------------------------------------------

// What is known of a customer of the partner: whom a ticket can be matched with.
struct Subscription
{
    std::string account; // key
    std::string super_admin_email;
    std::string domain; // "example.com"
    std::string service;
    std::string zuid, zoid; // of a user, of the company
    bool operator==(Subscription const&) const = default;
};

enum class MatchedBy : std::uint8_t { nothing, super_admin_email, customer_email, zuid, zoid, domain };
struct Match
{
    MatchedBy by = MatchedBy::nothing;
    Subscription const* subscription = nullptr;
};

// --- the form (R123, R137) ------------------------------------------------------------------------------------------

struct PartnerForm
{
    std::string service;         // "Zoho CRM"
    std::string organisation_id; // ZOID or ZGID
    std::string subject, description;
    std::string primary_email; // of the customer: the SuperAdmin's
    // What the ticket names besides (R125).
    std::string customer_email, zuid, zoid;
    bool operator==(PartnerForm const&) const = default;
};
enum class FormField : std::uint8_t { service, organisation_id, subject, description, primary_email };
// Fields that the required form has and this one leaves empty, or for the e-mail fills with no address.
[[nodiscard]] std::vector<FormField> missing_in(PartnerForm const& form);

// --- severity (R116, R122, R125, R126, R143, D21) ------------------------------------------------------------------------

enum class SeverityPath : std::uint8_t {
    automatic,        // R122: in the required form, of a large user account
    manual,           // R126, R143: an agent writes the SuperAdmin's e-mail into the field; that starts the workflow
    ask_the_partner,  // D21: nothing to go by; the severity stays, a question to the partner is drafted
    excluded_service, // R116: no priority support
    not_large_user,   // the account is another's, or of another class
    form_incomplete,  // R122 asks for the required form, and fields other than the e-mail are missing
    as_given          // of another desk: nothing decides but who opens the ticket
};

struct SeverityVerdict
{
    SeverityPath path {};
    std::int32_t severity = 0;      // after the path has been taken: 1, or as it was
    bool priority_customer = false; // the check box "Priority Customer – Large User Account"
    Match match;
    std::string write_email; // manual: what to write into the field
    std::vector<FormField> missing;
    catalogue::ExcludedService const* excluded = nullptr;
};

// The subscription that the ticket speaks of: by the e-mail of the form, its domain, and then by what R125 looks for.
[[nodiscard]] Match match(PartnerForm const& form, std::vector<Subscription> const& subscriptions);
[[nodiscard]] SeverityVerdict severity_of(catalogue::Support const& support, PartnerForm const& form,
    std::vector<Subscription> const& subscriptions, AccountClass account_class, std::int32_t ordinary_severity);

// --- the way in (R132–R142, D15) --------------------------------------------------------------------------------------

enum class PartnerAccess : std::uint8_t { granted, withheld }; // by the Superadmin of the Partner Store (R135)

// Preferred first. By data centre for pages; by region for e-mail, whatever the data centre (R140, R141).
[[nodiscard]] std::vector<catalogue::SupportRoute const*> routes_for(
    catalogue::Support const& support, std::string_view data_centre, std::string_view region, PartnerAccess access);

} // namespace keyrack::engine
