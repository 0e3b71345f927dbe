#pragma once
// Mails from the templates of the catalogue, with the facts of the ledger: the same entry makes the same mail everywhere.

#include "catalogue/catalogue.hpp"
#include "engine/service_rows.hpp"
#include "engine/ticket_rows.hpp"

#include <optional>
#include <string>
#include <vector>

namespace keyrack::engine {

// R62–R64: to the customer, with copies to reseller and distributor. Nothing where the programme has none.
[[nodiscard]] std::optional<Mail> confirmation_of(
    catalogue::Catalogue const& catalogue, ServiceOrder const& order, Date on);
// R49–R53, R62: to the addressee alone.
[[nodiscard]] std::optional<Mail> mail_of(catalogue::Catalogue const& catalogue, Invitation const& invitation);
// R49, R50: whether an order of the programme invites.
[[nodiscard]] bool invites(catalogue::Catalogue const& catalogue, std::string const& programme);

// D21, R127: what to ask the partner whose ticket names nothing to go by; one a language.
struct DraftedQuestion
{
    std::string language; // "en", "de", "nb"
    std::string subject, body;
    bool operator==(DraftedQuestion const&) const = default;
};
[[nodiscard]] std::vector<DraftedQuestion> questions_to_partner(
    catalogue::Catalogue const& catalogue, SupportTicket const& ticket);

// R123, R137: a partner's ticket as a mail, or as what goes into the form of a page. In the words of the document; a line
// whose field is empty is left out. Nothing of another desk's.
[[nodiscard]] std::optional<DraftedQuestion> partners_ticket(
    catalogue::Catalogue const& catalogue, SupportTicket const& ticket);

} // namespace keyrack::engine
