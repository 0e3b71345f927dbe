#pragma once
// Enums as the words that files use for them. A word of another enum, or no word at all, is nothing.

#include "base/date.hpp"
#include "catalogue/origin.hpp"
#include "catalogue/programme.hpp"
#include "catalogue/range.hpp"
#include "engine/css_rows.hpp"
#include "engine/range_rows.hpp"
#include "engine/rows.hpp"
#include "engine/service_rows.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace keyrack::codec {

template <class Enum>
struct Words; // specialised below: the words by value

template <class Enum>
concept Worded = requires { Words<Enum>::list; };

template <Worded Enum>
[[nodiscard]] constexpr std::string_view word(Enum value)
{
    for (auto const& [each, name] : Words<Enum>::list) {
        if (each == value) {
            return name;
        }
    }
    return {};
}

template <Worded Enum>
[[nodiscard]] constexpr std::optional<Enum> from_word(std::string_view text)
{
    for (auto const& [each, name] : Words<Enum>::list) {
        if (name == text) {
            return each;
        }
    }
    return std::nullopt;
}

template <class Enum, std::size_t count>
using WordList = std::array<std::pair<Enum, std::string_view>, count>;

template <>
struct Words<engine::InSync>
{
    using enum engine::InSync;
    static constexpr WordList<engine::InSync, 2> list { { { no, "no" }, { yes, "yes" } } };
};

template <>
struct Words<engine::Importance>
{
    using enum engine::Importance;
    static constexpr WordList<engine::Importance, 2> list { { { ordinary, "ordinary" }, { important, "important" } } };
};

template <>
struct Words<catalogue::OriginKind>
{
    using enum catalogue::OriginKind;
    static constexpr WordList<catalogue::OriginKind, 3> list { { { document, "document" }, { decision, "decision" },
        { operator_set, "operator" } } };
};

template <>
struct Words<catalogue::EligibleRooms>
{
    using enum catalogue::EligibleRooms;
    static constexpr WordList<catalogue::EligibleRooms, 2> list { { { any, "any" }, { in_sync, "in_sync" } } };
};

template <>
struct Words<catalogue::LicensedThing>
{
    static constexpr WordList<catalogue::LicensedThing, 2> list { {
        { catalogue::LicensedThing::room, "room" },
        { catalogue::LicensedThing::device, "device" },
    } };
};

template <>
struct Words<catalogue::ProductGroup>
{
    static constexpr WordList<catalogue::ProductGroup, 4> list { {
        { catalogue::ProductGroup::device, "device" },
        { catalogue::ProductGroup::room_solution, "room_solution" },
        { catalogue::ProductGroup::accessory, "accessory" },
        { catalogue::ProductGroup::software, "software" },
    } };
};

template <>
struct Words<engine::Availability>
{
    static constexpr WordList<engine::Availability, 3> list { {
        { engine::Availability::available, "available" },
        { engine::Availability::other_terms, "other_terms" },
        { engine::Availability::unavailable, "unavailable" },
    } };
};

template <>
struct Words<engine::Courier>
{
    static constexpr WordList<engine::Courier, 3> list { {
        { engine::Courier::unknown, "unknown" },
        { engine::Courier::reliable, "reliable" },
        { engine::Courier::unreliable, "unreliable" },
    } };
};

template <>
struct Words<catalogue::Feature>
{
    using enum catalogue::Feature;
    static constexpr WordList<catalogue::Feature, 7> list { {
        { warranty_extension, "warranty_extension" },
        { insights, "insights" },
        { alerts, "alerts" },
        { premium_support, "premium_support" },
        { next_business_day_rma, "next_business_day_rma" },
        { instant_rma, "instant_rma" },
        { success_manager, "success_manager" },
    } };
};

// --- Customer Success Services ---

template <>
struct Words<catalogue::CssTier>
{
    using enum catalogue::CssTier;
    static constexpr WordList<catalogue::CssTier, 3> list { {
        { select, "select" },
        { priority, "priority" },
        { priority_plus, "priority_plus" },
    } };
};

template <>
struct Words<catalogue::Phase>
{
    using enum catalogue::Phase;
    static constexpr WordList<catalogue::Phase, 4> list { {
        { before, "before" },
        { normal, "normal" },
        { extended, "extended" },
        { end_of_life, "end_of_life" },
    } };
};

template <>
struct Words<catalogue::Pillar>
{
    using enum catalogue::Pillar;
    static constexpr WordList<catalogue::Pillar, 4> list { {
        { technical_support, "technical_support" },
        { expert_guidance, "expert_guidance" },
        { flexible_training, "flexible_training" },
        { proactive_monitoring, "proactive_monitoring" },
    } };
};

template <>
struct Words<catalogue::BenefitUnit>
{
    using enum catalogue::BenefitUnit;
    static constexpr WordList<catalogue::BenefitUnit, 4> list { {
        { given, "given" },
        { rank, "rank" },
        { hours_a_year, "hours_a_year" },
        { tenths_of_percent, "tenths_of_percent" },
    } };
};

template <>
struct Words<catalogue::Benefit>
{
    using enum catalogue::Benefit;
    static constexpr WordList<catalogue::Benefit, 22> list { {
        { software_updates, "software_updates" },
        { long_term_release, "long_term_release" },
        { unlimited_support, "unlimited_support" },
        { platform_uptime, "platform_uptime" },
        { support_toolkit, "support_toolkit" },
        { app_layering, "app_layering" },
        { extended_support_option, "extended_support_option" },
        { priority_queue, "priority_queue" },
        { critical_situation, "critical_situation" },
        { scheduled_support, "scheduled_support" },
        { root_cause_analysis, "root_cause_analysis" },
        { health_checks, "health_checks" },
        { environment_management, "environment_management" },
        { operational_review, "operational_review" },
        { e_learning, "e_learning" },
        { tech_edge, "tech_edge" },
        { installation_assistance, "installation_assistance" },
        { technical_account_manager, "technical_account_manager" },
        { success_planning, "success_planning" },
        { customer_success_manager, "customer_success_manager" },
        { customised_packages, "customised_packages" },
        { executive_sponsor, "executive_sponsor" },
    } };
};

template <>
struct Words<engine::OrgRegion>
{
    using enum engine::OrgRegion;
    static constexpr WordList<engine::OrgRegion, 4> list { {
        { americas, "americas" },
        { emea, "emea" },
        { asia, "asia" },
        { japan, "japan" },
    } };
};

template <>
struct Words<engine::LineKind>
{
    using enum engine::LineKind;
    static constexpr WordList<engine::LineKind, 3> list { {
        { cloud_subscription, "cloud_subscription" },
        { perpetual, "perpetual" },
        { periodic, "periodic" },
    } };
};

template <>
struct Words<engine::LicencePricing>
{
    using enum engine::LicencePricing;
    static constexpr WordList<engine::LicencePricing, 2> list { {
        { standard, "standard" },
        { programme, "programme" },
    } };
};

template <>
struct Words<engine::ChangeEvent>
{
    using enum engine::ChangeEvent;
    static constexpr WordList<engine::ChangeEvent, 3> list { {
        { implementation, "implementation" },
        { migration, "migration" },
        { update, "update" },
    } };
};

template <>
struct Words<engine::CssPriceKind>
{
    using enum engine::CssPriceKind;
    static constexpr WordList<engine::CssPriceKind, 6> list { {
        { coverage, "coverage" },
        { upgrade, "upgrade" },
        { product, "product" },
        { srp_percent, "srp_percent" },
        { lapsed_amount, "lapsed_amount" },
        { reminder_fee, "reminder_fee" },
    } };
};

// --- service orders and people ---

template <>
struct Words<engine::MailLanguage>
{
    using enum engine::MailLanguage;
    static constexpr WordList<engine::MailLanguage, 3> list { { { english, "en" }, { german, "de" },
        { norwegian, "nb" } } };
};

template <>
struct Words<engine::OrderProgress>
{
    using enum engine::OrderProgress;
    static constexpr WordList<engine::OrderProgress, 3> list { { { in_progress, "in_progress" },
        { processed, "processed" }, { incorrect_data, "incorrect_data" } } };
};

template <>
struct Words<engine::AddressKind>
{
    using enum engine::AddressKind;
    static constexpr WordList<engine::AddressKind, 2> list { { { headquarters, "headquarters" }, { site, "site" } } };
};

template <>
struct Words<engine::Role>
{
    using enum engine::Role;
    static constexpr WordList<engine::Role, 2> list { { { admin, "admin" }, { read_only, "read_only" } } };
};

template <>
struct Words<engine::InvitationState>
{
    using enum engine::InvitationState;
    static constexpr WordList<engine::InvitationState, 4> list { { { sent, "sent" }, { accepted, "accepted" },
        { replaced, "replaced" }, { withdrawn, "withdrawn" } } };
};

template <>
struct Words<engine::MailKind>
{
    using enum engine::MailKind;
    static constexpr WordList<engine::MailKind, 2> list { { { confirmation, "confirmation" },
        { invitation, "invitation" } } };
};

} // namespace keyrack::codec
