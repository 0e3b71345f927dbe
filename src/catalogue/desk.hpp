#pragma once
// What the service desk needs to know of orders, invitations and mails, as data: assets/catalogue/desk.json.

#include "catalogue/origin.hpp"

#include <string>
#include <vector>

namespace keyrack::catalogue {

// One mail in one language. {placeholders} of the body: {order} {vendor_order_number} {programme} {quantity} {years}
// {customer} {name} {link} {last_day} {contact}; of a partner's question: {ticket} {subject} {service}; of a partner's ticket
// the fields of its form.
struct MailTemplate
{
    std::string kind;     // "confirmation", "invitation", "partner_question", "partner_ticket"
    std::string language; // "en", "de", "nb"
    Parameter<std::string> subject;
    std::vector<std::string> body; // its lines
    bool operator==(MailTemplate const&) const = default;
};

struct OrderDesk
{
    Parameter<int> invitation_days;                           // R59
    Parameter<std::vector<std::string>> group_mailboxes;      // D10: local parts that are no single person
    Parameter<std::string> sender;                            // R53
    Parameter<std::string> contact;                           // R11: whom to ask for a new invitation
    Parameter<std::vector<std::string>> confirmed_programmes; // R63: those with a purchase confirmation
    Parameter<std::vector<std::string>> inviting_programmes;  // R49, R50, D24
    std::vector<MailTemplate> mails;
    bool operator==(OrderDesk const&) const = default;
};

} // namespace keyrack::catalogue
