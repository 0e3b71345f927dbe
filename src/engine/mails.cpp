#include "engine/mails.hpp"

#include "engine/partners_subject.hpp"
#include "engine/people.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <string_view>
#include <utility>
#include <vector>

namespace keyrack::engine {

namespace {

using catalogue::Catalogue;
using catalogue::MailTemplate;
using Values = std::vector<std::pair<std::string_view, std::string>>;

std::string_view code(MailLanguage language)
{
    switch (language) {
    case MailLanguage::german: return "de";
    case MailLanguage::norwegian: return "nb";
    case MailLanguage::english: break;
    }
    return "en";
}

MailTemplate const* find(Catalogue const& catalogue, std::string_view kind, MailLanguage language)
{
    auto const& mails = catalogue.desk().mails;
    auto const found = std::ranges::find_if(
        mails, [&](MailTemplate const& each) { return each.kind == kind && each.language == code(language); });
    return found == mails.end() ? nullptr : &*found;
}

using Months = std::array<std::string_view, 12>;

Months months_in(MailLanguage language)
{
    switch (language) {
    case MailLanguage::german:
        return { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
            "November", "Dezember" };
    case MailLanguage::norwegian:
        return { "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
            "november", "desember" };
    case MailLanguage::english: break;
    }
    return { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December" };
}

// A day as a letter in that language has it: 29 December 2026, 29. Dezember 2026.
std::string day_in(MailLanguage language, Date day)
{
    std::chrono::year_month_day const date { day };
    auto const month = months_in(language).at(static_cast<unsigned>(date.month()) - 1);
    return std::format("{}{} {} {}", static_cast<unsigned>(date.day()), language == MailLanguage::english ? "" : ".",
        month, static_cast<int>(date.year()));
}

std::string filled(std::string_view text, Values const& values)
{
    std::string result;
    while (!text.empty()) {
        auto const open = text.find('{');
        auto const close = text.find('}', std::min(open, text.size()));
        result.append(text.substr(0, open));
        if (close == std::string_view::npos) return result;
        auto const name = text.substr(open + 1, close - open - 1);
        auto const value = std::ranges::find(values, name, &Values::value_type::first);
        if (value != values.end()) result.append(value->second);
        text.remove_prefix(close + 1);
    }
    return result;
}

// The lines of a mail, filled in.
std::string body_of(MailTemplate const& mail, Values const& values)
{
    std::string body;
    for (auto const& line : mail.body) {
        if (&line != &mail.body.front()) body += '\n';
        body += filled(line, values);
    }
    return body;
}

// English alone: it goes to the operator.
MailTemplate const* partners_letter(Catalogue const& catalogue, SupportTicket const& ticket)
{
    if (ticket.desk != catalogue::Desk::large_user) return nullptr;
    return find(catalogue, "partner_ticket", MailLanguage::english);
}

// What a partner's ticket says for the placeholders of its letter.
Values values_of(SupportTicket const& ticket)
{
    return { { "subject", ticket.subject }, { "service", ticket.service },
        { "organisation_id", ticket.organisation_id }, { "description", ticket.description },
        { "primary_email", ticket.primary_email }, { "customer_email", ticket.customer_email }, { "zuid", ticket.zuid },
        { "zoid", ticket.zoid } };
}

// Without the lines that lack what they are for, and without the heading of such a line: that ends in a colon.
template <class Lacks>
std::vector<std::string> lines_that_say(std::vector<std::string> const& lines, Lacks const& lacks)
{
    std::vector<std::string> kept;
    for (auto const& line : lines) {
        auto const before = kept.empty() ? std::string_view {} : std::string_view { kept.back() };
        if (!lacks(line)) {
            if (!line.empty() || !before.empty()) kept.push_back(line);
        } else if (before.ends_with(':')) {
            kept.pop_back();
        }
    }
    return kept;
}

bool lists(std::vector<std::string> const& keys, std::string const& key)
{
    return std::ranges::find(keys, key) != keys.end();
}

std::string name_of(Catalogue const& catalogue, std::string const& programme)
{
    auto const id = catalogue.find(programme);
    return id.exists() ? catalogue[id].name : programme;
}

// What an order says for the placeholders of its confirmation.
Values values_of(Catalogue const& catalogue, ServiceOrder const& order)
{
    return { { "order", order.key }, { "vendor_order_number", order.details.vendor_order_number },
        { "programme", name_of(catalogue, order.programme) }, { "quantity", std::to_string(order.quantity) },
        { "years", std::to_string(order.years) }, { "customer", order.details.customer.name },
        { "contact", catalogue.desk().contact.value } };
}

} // namespace

bool invites(Catalogue const& catalogue, std::string const& programme)
{
    return lists(catalogue.desk().inviting_programmes.value, programme);
}

std::optional<Mail> confirmation_of(Catalogue const& catalogue, ServiceOrder const& order, Date on)
{
    auto const& desk = catalogue.desk();
    auto const* const text = find(catalogue, "confirmation", order.details.language);
    if (!text || !lists(desk.confirmed_programmes.value, order.programme)) return std::nullopt;
    auto const& details = order.details;
    Mail mail;
    mail.kind = MailKind::confirmation;
    mail.order = order.key;
    mail.sender = desk.sender.value;
    mail.recipient = details.customer.email;
    mail.copy_to_reseller = details.reseller.email;
    mail.copy_to_distributor = details.distributor.email;
    mail.subject = text->subject.value;
    mail.body = body_of(*text, values_of(catalogue, order));
    mail.sent_on = on;
    return mail;
}

std::vector<DraftedQuestion> questions_to_partner(Catalogue const& catalogue, SupportTicket const& ticket)
{
    Values const values { { "ticket", ticket.key }, { "subject", ticket.subject }, { "service", ticket.service } };
    std::vector<DraftedQuestion> drafts;
    for (MailTemplate const& mail : catalogue.desk().mails)
        if (mail.kind == "partner_question")
            drafts.push_back({ mail.language, filled(mail.subject.value, values), body_of(mail, values) });
    return drafts;
}

std::optional<DraftedQuestion> partners_ticket(Catalogue const& catalogue, SupportTicket const& ticket)
{
    auto const* const text = partners_letter(catalogue, ticket);
    if (!text) return std::nullopt;
    auto const values = values_of(ticket);
    auto const lacks = [&](std::string const& line) {
        return std::ranges::any_of(values, [&](auto const& value) {
            return value.second.empty() && line.contains('{' + std::string { value.first } + '}');
        });
    };
    MailTemplate letter = *text;
    letter.body = lines_that_say(text->body, lacks);
    return DraftedQuestion { letter.language, filled(letter.subject.value, values), body_of(letter, values) };
}

std::optional<std::string> partners_subject(Catalogue const& catalogue, SupportTicket const& ticket)
{
    auto const* const text = partners_letter(catalogue, ticket);
    if (!text) return std::nullopt;
    auto const& subject = text->subject.value;
    // As the document has it: then nothing else of the ticket is read, and its description may be long.
    if (subject == "{subject}") return ticket.subject;
    return filled(subject, values_of(ticket));
}

std::optional<Mail> mail_of(Catalogue const& catalogue, Invitation const& invitation)
{
    auto const& desk = catalogue.desk();
    auto const* const text = find(catalogue, "invitation", invitation.language);
    if (!text) return std::nullopt;
    Values const values { { "name", invitation.name.empty() ? invitation.email : invitation.name },
        { "link", invitation.key }, { "last_day", day_in(invitation.language, last_day_of(catalogue, invitation)) },
        { "contact", desk.contact.value } };
    Mail mail;
    mail.kind = MailKind::invitation;
    mail.order = invitation.order;
    mail.invitation = invitation.key;
    mail.sender = desk.sender.value;
    mail.recipient = invitation.email;
    mail.subject = text->subject.value;
    mail.body = body_of(*text, values);
    mail.sent_on = invitation.sent_on;
    return mail;
}

} // namespace keyrack::engine
