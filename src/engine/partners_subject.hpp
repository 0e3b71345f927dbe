#pragma once
// The subject of a partner's ticket as a mail (R137), where the letter itself is not read: lists of many. mails.cpp.

#include "catalogue/catalogue.hpp"
#include "engine/ticket_rows.hpp"

#include <optional>
#include <string>

namespace keyrack::engine {

// As partners_ticket has it; nothing of another desk's.
[[nodiscard]] std::optional<std::string> partners_subject(
    catalogue::Catalogue const& catalogue, SupportTicket const& ticket);

} // namespace keyrack::engine
