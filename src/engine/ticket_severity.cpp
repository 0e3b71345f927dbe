#include "engine/ticket_severity.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

// R126: what the agent wrote is enough, whatever else the form lacks.
bool suffices(SeverityPath path, WrittenBy written_by)
{
    if (path == SeverityPath::automatic) return true;
    return written_by == WrittenBy::agent && (path == SeverityPath::form_incomplete || path == SeverityPath::manual);
}

} // namespace

std::optional<std::int64_t> user_licences_of(
    Ledger const& ledger, catalogue::Support const& support, std::string_view account)
{
    std::optional<std::int64_t> licences;
    for (ServiceSubscription const& each : ledger.subscriptions().rows()) {
        bool const counts = each.standing == Standing::valid && each.account == account && each.user_licences
            && !support.excluded_service(each.service);
        if (counts) licences = licences.value_or(0) + *each.user_licences;
    }
    return licences;
}

PartnerForm form_of(SupportTicket const& ticket)
{
    return { ticket.service, ticket.organisation_id, ticket.subject, ticket.description, ticket.primary_email,
        ticket.customer_email, ticket.zuid, ticket.zoid };
}

std::vector<Subscription> subscriptions_of(Ledger const& ledger)
{
    std::vector<Subscription> subscriptions;
    for (ServiceSubscription const& each : ledger.subscriptions().rows())
        if (each.standing == Standing::valid)
            subscriptions.push_back(
                { each.account, each.super_admin_email, each.domain, each.service, each.zuid, each.zoid });
    return subscriptions;
}

DecidedSeverity decide_severity(
    Ledger const& ledger, SupportTerms const& terms, SupportTicket const& ticket, WrittenBy written_by)
{
    auto const form = form_of(ticket);
    auto const subscriptions = subscriptions_of(ledger);
    DecidedSeverity decided { ticket.severity, {}, {} };
    auto const matched = match(form, subscriptions);
    decided.basis.matched_by = matched.by;
    if (matched.subscription) {
        decided.basis.account = matched.subscription->account;
        decided.basis.user_licences = user_licences_of(ledger, *terms.support, decided.basis.account);
    }
    auto const found = classify(*terms.support, terms.thresholds, ticket.partner_region, decided.basis.user_licences);
    if (found.threshold) decided.basis.threshold = *found.threshold;
    auto const verdict = severity_of(*terms.support, form, subscriptions, found.account_class, ticket.severity);
    decided.basis.path = verdict.path;
    decided.write_email = verdict.write_email;
    if (!suffices(verdict.path, written_by)) return decided;
    if (written_by == WrittenBy::agent) decided.basis.path = SeverityPath::manual;
    decided.severity = 1;
    return decided;
}

} // namespace keyrack::engine
