#pragma once
// Enums as the words that files use for them. A word of another enum, or no word at all, is nothing.

#include "base/date.hpp"
#include "catalogue/origin.hpp"
#include "catalogue/programme.hpp"
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
    static constexpr WordList<engine::InvitationState, 3> list { { { sent, "sent" }, { accepted, "accepted" },
        { replaced, "replaced" } } };
};

template <>
struct Words<engine::MailKind>
{
    using enum engine::MailKind;
    static constexpr WordList<engine::MailKind, 2> list { { { confirmation, "confirmation" },
        { invitation, "invitation" } } };
};

} // namespace keyrack::codec
