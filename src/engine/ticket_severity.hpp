#pragma once
// The severity of a large user's ticket with its path: decided as the ticket comes in and as an agent writes the
// SuperAdmin's e-mail, from what is known then (R112–R126, R143, D1, D21).

#include "engine/ticket_terms.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace keyrack::engine {

struct DecidedSeverity
{
    std::int32_t severity = 0;
    SeverityBasis basis;
    std::string write_email; // by hand: what belongs into the field
};

[[nodiscard]] PartnerForm form_of(SupportTicket const& ticket);
// R113, R116: user licences of the account, over its services that are rated by users; nothing where no number is known.
[[nodiscard]] std::optional<std::int64_t> user_licences_of(
    Ledger const& ledger, catalogue::Support const& support, std::string_view account);
// The subscriptions that stand, in the order of their rows.
[[nodiscard]] std::vector<Subscription> subscriptions_of(Ledger const& ledger);

// partner: as the form came in. agent: the form with the e-mail that an agent wrote into it; that is enough (R126).
enum class WrittenBy { partner, agent };
[[nodiscard]] DecidedSeverity decide_severity(
    Ledger const& ledger, SupportTerms const& terms, SupportTicket const& ticket, WrittenBy written_by);

} // namespace keyrack::engine
