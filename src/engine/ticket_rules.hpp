#pragma once
// The rules of support tickets, written once over a witness: for the proof, and for all running clocks at once.

#include "engine/naming.hpp"
#include "engine/ticket_reading.hpp"
#include "engine/ticket_severity.hpp"
#include "engine/ticket_words.hpp"
#include "engine/witness.hpp"

#include <algorithm>
#include <chrono>
#include <string>

namespace keyrack::engine {

// A large user's ticket with what decides over its severity: the ticket's own basis, or that of the last e-mail written.
struct PriorityCase
{
    SupportTicket const& ticket;
    SeverityBasis const& basis;
    EntryId entry; // that recorded the basis
    WrittenBy written_by;
    catalogue::Support const& support;
};

// R123, R137: every field is there, and the e-mail in it is one that leads to the customer.
template <Witness W>
bool ticket_form_complete(PriorityCase const& of, W& witness)
{
    auto missing = missing_in(form_of(of.ticket));
    bool const leads = of.basis.matched_by == MatchedBy::super_admin_email || of.basis.matched_by == MatchedBy::domain;
    if (!leads && !std::ranges::contains(missing, FormField::primary_email))
        missing.push_back(FormField::primary_email);
    return witness.demand(Rule::ticket_form_complete, missing.empty(), [&](auto& proof) {
        proof.fact("ticket", of.ticket.key, {}, of.ticket.entry);
        if (missing.empty()) return;
        std::string text;
        for (FormField const field : missing) text.append(text.empty() ? "" : ", ").append(code(field));
        proof.fact("missing", std::move(text), {}, of.ticket.entry);
    });
}

// R116–R121: every service but those that are rated by something else than users.
template <Witness W>
bool ticket_service_included(PriorityCase const& of, W& witness)
{
    auto const* excluded = of.support.excluded_service(of.ticket.service);
    return witness.demand(Rule::ticket_service_included, excluded == nullptr, [&](auto& proof) {
        proof.fact("ticket", of.ticket.key, {}, of.ticket.entry);
        proof.fact("service", of.ticket.service, {}, of.ticket.entry);
        if (excluded) proof.fact("rated_by", excluded->rated_by);
    });
}

// R115, R124, R125.
template <Witness W>
bool ticket_customer_known(PriorityCase const& of, W& witness)
{
    bool const known = of.basis.matched_by != MatchedBy::nothing;
    return witness.demand(Rule::ticket_customer_known, known, [&](auto& proof) {
        proof.fact("ticket", of.ticket.key, {}, of.ticket.entry);
        proof.fact("matched_by", std::string { code(of.basis.matched_by) }, {}, of.entry);
        if (known) proof.fact("account", of.basis.account, {}, of.entry);
    });
}

// R113, R114, D1.
template <Witness W>
bool ticket_large_user(PriorityCase const& of, W& witness)
{
    auto const& basis = of.basis;
    bool const large = basis.user_licences && basis.threshold && *basis.user_licences >= *basis.threshold;
    return witness.demand(Rule::ticket_large_user, large, [&](auto& proof) {
        proof.fact("ticket", of.ticket.key, {}, of.ticket.entry);
        proof.fact("region", of.ticket.partner_region, {}, of.ticket.entry);
        if (!basis.account.empty()) proof.fact("account", basis.account, {}, of.entry);
        if (basis.user_licences) proof.fact("licences", *basis.user_licences, {}, of.entry);
        if (basis.threshold) proof.fact("threshold", *basis.threshold, {}, of.entry);
    });
}

// R122, R126, R143: in the required form, or by an agent's hand, which the form's gaps do not stop.
template <Witness W>
bool ticket_priority(PriorityCase const& of, W& witness)
{
    bool const by_hand = of.written_by == WrittenBy::agent && of.basis.path == SeverityPath::manual;
    auto const judge = [&](auto& parts) {
        bool const complete = ticket_form_complete(of, parts) || by_hand;
        bool const included = ticket_service_included(of, parts);
        bool const known = ticket_customer_known(of, parts);
        return ticket_large_user(of, parts) && complete && included && known;
    };
    return witness.compose(Rule::ticket_priority, judge, [&](auto& proof) {
        proof.fact("ticket", of.ticket.key, {}, of.ticket.entry);
        proof.fact("path", std::string { code(of.basis.path) }, {}, of.entry);
    });
}

// One clock of a ticket as it stands.
struct ClockCase
{
    Ticket const& ticket;
    TicketNow const& now;
    TicketClock const& clock;
    Instant at;
};

[[nodiscard]] inline std::string measure_of(ClockCase const& of)
{
    return std::string { code(of.clock.measure) };
}

// R172–R178, D14, D22: it is known when the clock counts.
template <Witness W>
bool ticket_calendar_known(ClockCase const& of, W& witness)
{
    auto const& lacking = of.clock.lacking;
    bool const known = std::ranges::none_of(lacking, [](Lacking each) { return each != Lacking::target; });
    return witness.demand(Rule::ticket_calendar_known, known, [&](auto& proof) {
        proof.fact("ticket", of.ticket.key);
        proof.fact("measure", measure_of(of));
        if (!of.now.place.region.empty()) proof.fact("region", of.now.place.region);
        if (!of.now.place.country.empty()) proof.fact("country", of.now.place.country);
        if (!known) proof.fact("lacking", std::string { code(lacking.front()) });
    });
}

// R128–R130, R150, R151, D19: a document or the operator sets a target.
template <Witness W>
bool ticket_target_set(ClockCase const& of, W& witness)
{
    auto const& target = of.clock.target;
    return witness.demand(Rule::ticket_target_set, target.has_value(), [&](auto& proof) {
        proof.fact("ticket", of.ticket.key);
        proof.fact("measure", measure_of(of));
        proof.fact("severity", std::int64_t { of.now.severity });
        proof.fact("tier", std::string { code(of.now.tier) });
        if (target) proof.parameter("limit_minutes", target->limit_minutes, target->origin);
    });
}

// D2: a range warns at its first end and is breached past its second. A striving is never breached: past its second end
// the partner has to be informed (R130, R131).
template <Witness W>
bool ticket_in_time(ClockCase const& of, W& witness)
{
    bool const in_time = of.clock.standing != ClockStanding::breached;
    return witness.demand(Rule::ticket_in_time, in_time, [&](auto& proof) {
        proof.fact("ticket", of.ticket.key);
        proof.fact("measure", measure_of(of));
        auto const minutes = std::chrono::floor<std::chrono::minutes>(counted_until(of.clock.clock, of.at));
        proof.fact("counted", std::int64_t { minutes.count() });
        proof.fact("standing", std::string { code(of.clock.standing) });
        if (of.clock.breach_at) proof.fact("until", iso(*of.clock.breach_at));
        auto const& target = of.clock.target;
        if (!target) return;
        proof.parameter("limit_minutes", target->limit_minutes, target->origin);
        if (target->warn_after_minutes)
            proof.parameter("warn_after_minutes", *target->warn_after_minutes, target->origin);
    });
}

// R131, D2.
template <Witness W>
bool ticket_partner_informed(Ticket const& ticket, InformDuty duty, W& witness)
{
    return witness.demand(Rule::ticket_partner_informed, duty != InformDuty::due, [&](auto& proof) {
        proof.fact("ticket", ticket.key);
        proof.fact("duty", std::string { code(duty) });
    });
}

// R99: while Sync reports the room offline or needing attention.
template <Witness W>
bool help_is_offered(Ledger const& ledger, RoomId room, RoomState state, W& witness)
{
    bool const troubled = state == RoomState::offline || state == RoomState::needs_attention;
    return witness.demand(Rule::help_is_offered, troubled, [&](auto& proof) {
        proof.add(naming(ledger, room));
        proof.fact("state", std::string { code(state) });
    });
}

} // namespace keyrack::engine
