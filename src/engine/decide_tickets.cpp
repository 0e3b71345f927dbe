// Support tickets: opening with the form check of the desk, what happens to a ticket, and what the operator sets.

#include "base/text.hpp"
#include "engine/draft.hpp"
#include "engine/email.hpp"
#include "engine/ticket_reading.hpp"
#include "engine/ticket_severity.hpp"
#include "engine/ticket_words.hpp"

#include <algorithm>
#include <limits>

namespace keyrack::engine {

namespace {

using catalogue::Desk;
using catalogue::RouteKind;

Fact ticket_fact(std::string const& key)
{
    return { "ticket", key };
}

Fact step_fact(TicketStep step)
{
    return { "step", std::string { code(step) } };
}

void check_severity(std::int32_t severity, Desk desk, Draft& draft)
{
    // Rooms have no severities in the documents: 0 stands for none.
    std::int32_t const least = desk == Desk::rooms ? 0 : 1;
    if (severity < least) draft.object(Reason::bad_severity, { { "severity", std::int64_t { severity } } });
}

void check_place(TicketPlace const& place, Draft& draft)
{
    auto const& support = draft.catalogue.support();
    auto const check = [&](std::string const& name, bool known) {
        if (!name.empty() && !known) draft.object(Reason::unknown_place, { { "name", name } });
    };
    check(place.region, support.hours_of(place.region) != nullptr);
    check(place.zone, support.zone_named(place.zone) != nullptr);
    std::ignore = draft.country(place.country);
}

// R135, R138, R140, D15: the channel is one of the ways in that are open to this partner.
void check_channel(std::string const& ticket, PartnerCase const& partner, Draft& draft)
{
    auto const& support = draft.catalogue.support();
    if (!support.is_partner_region(partner.region)) draft.object(Reason::unknown_place, { { "name", partner.region } });
    auto const routes = routes_for(support, partner.data_centre, partner.region, partner.access);
    auto const open = [&](catalogue::SupportRoute const* route) { return route->kind == partner.channel; };
    if (std::ranges::any_of(routes, open)) return;
    std::vector<Fact> facts { ticket_fact(ticket), { "channel", std::string { code(partner.channel) } } };
    if (!routes.empty()) facts.push_back({ "instead", std::string { code(routes.front()->kind) } });
    draft.object(Reason::channel_not_open, std::move(facts));
}

std::string written(std::vector<FormField> const& fields)
{
    std::string text;
    for (FormField const field : fields) text.append(text.empty() ? "" : ", ").append(code(field));
    return text;
}

// R137, R139: the pages ask for every field. A mail may lack some; then R125 goes on from there.
void check_form(std::string const& ticket, PartnerCase const& partner, Draft& draft)
{
    auto const missing = missing_in(partner.form);
    if (partner.channel == RouteKind::email || missing.empty()) return;
    draft.object(Reason::ticket_form_incomplete, { ticket_fact(ticket), { "missing", written(missing) } });
}

void take_in(PartnerCase const& partner, SupportTicket& row)
{
    row.partner_region = partner.region;
    row.data_centre = partner.data_centre;
    row.access = partner.access;
    row.channel = partner.channel;
    row.service = partner.form.service;
    row.organisation_id = partner.form.organisation_id;
    row.subject = partner.form.subject;
    row.description = partner.form.description;
    row.primary_email = partner.form.primary_email;
    row.customer_email = partner.form.customer_email;
    row.zuid = partner.form.zuid;
    row.zoid = partner.form.zoid;
}

void take_in(TicketSubject const& about, SupportTicket& row, Draft& draft)
{
    if (!about.room.empty()) row.room = draft.room(about.room);
    if (!about.device.empty()) row.device = draft.device(about.device);
    if (!about.org.empty()) row.org = draft.org(about.org);
    if (!about.product_line.empty()) row.line = draft.product_line(about.product_line);
    row.room_state = about.room_state;
}

// The partner's form decides the severity.
void take_in(PartnerCase const& partner, SupportTicket& row, Draft& draft)
{
    take_in(partner, row);
    check_channel(row.key, partner, draft);
    check_form(row.key, partner, draft);
    auto decided = decide_severity(draft.ledger, terms_of(draft.ledger, draft.catalogue), row, WrittenBy::partner);
    row.severity = decided.severity;
    row.basis = std::move(decided.basis);
}

SupportTicket row_of(OpenTicket const& command)
{
    SupportTicket row;
    row.key = command.ticket;
    row.desk = command.desk;
    row.opened_at = command.at;
    row.severity = command.severity;
    row.tier = command.tier.value_or(catalogue::Tier::none);
    row.place = command.place.value_or(TicketPlace {});
    row.description = command.description;
    return row;
}

constexpr std::size_t longest_quoted = 60; // bytes

void check_prose(std::string_view text, Draft& draft)
{
    if (text.size() <= longest_prose) return;
    draft.object(Reason::bad_name,
        { { "fault", std::string { code(TextFault::too_long) } }, { "name", shortened(text, longest_quoted) } });
}

// Each desk asks for what it needs, and for nothing of another's.
void check_desk(OpenTicket const& command, SupportTicket const& row, Draft& draft)
{
    bool const of_partner = command.desk == Desk::large_user;
    bool const css = command.desk == Desk::customer_success;
    bool const fits = command.partner.has_value() == of_partner && (css || !command.tier)
        && (css || (!row.org.exists() && !row.line.exists())) && (row.org.exists() || !row.line.exists())
        && (!row.org.exists() || !command.tier) && (!css || (!row.room.exists() && !row.device.exists()))
        && (!of_partner || command.description.empty());
    if (!fits) draft.object(Reason::other_desk, { ticket_fact(row.key), { "step", std::string { "open" } } });
}

bool says_what_it_changes(TurnTicket const& turn)
{
    return turn.severity.has_value() == (turn.step == TicketStep::change_severity)
        && turn.tier.has_value() == (turn.step == TicketStep::change_tier)
        && turn.place.has_value() == (turn.step == TicketStep::change_place)
        && (turn.step == TicketStep::note ? says_something(turn.note) : turn.note.empty())
        && turn.step != TicketStep::write_email;
}

// Where the ledger tells entitlement or tier, nobody else does.
bool ledger_tells(TicketStep step, SupportTicket const& row)
{
    bool const entitlement = step == TicketStep::lose_entitlement || step == TicketStep::regain_entitlement;
    if (entitlement) return row.org.exists() || row.room.exists() || row.device.exists();
    return step == TicketStep::change_tier && row.org.exists();
}

bool desk_has(Desk desk, TicketStep step)
{
    switch (step) {
    case TicketStep::determine:
    case TicketStep::inform:
    case TicketStep::write_email: return desk == Desk::large_user;
    case TicketStep::restore:
    case TicketStep::change_tier: return desk == Desk::customer_success;
    default: return true;
    }
}

bool changes_nothing(TurnTicket const& turn, TicketNow const& now)
{
    if (turn.step == TicketStep::inform || turn.step == TicketStep::note) return false;
    if (turn.step == TicketStep::reopen) return !now.resolved;
    if (now.resolved) return true;
    switch (turn.step) {
    case TicketStep::change_severity: return turn.severity == now.severity;
    case TicketStep::change_tier: return turn.tier == now.tier;
    case TicketStep::change_place: return turn.place == now.place;
    case TicketStep::lose_entitlement: return !now.entitled;
    case TicketStep::regain_entitlement: return now.entitled;
    case TicketStep::pause: return now.paused;
    case TicketStep::resume: return !now.paused;
    case TicketStep::respond: return now.responded;
    case TicketStep::determine: return now.determined;
    case TicketStep::restore: return now.restored;
    default: return false;
    }
}

// What was counted is never counted again: a turn comes after all that happened. A note stands in nobody's way.
void check_moment(TicketId id, Instant at, Draft& draft)
{
    SupportTicket const& row = draft.ledger.tickets()[id];
    Instant last = row.opened_at;
    for (TicketTurnId const each : standing_turns(draft.ledger, id)) {
        TicketTurn const& turn = draft.ledger.ticket_turns()[each];
        if (turn.step != TicketStep::note) last = std::max(last, turn.at);
    }
    if (at < last)
        draft.object(Reason::turn_too_early, { ticket_fact(row.key), { "at", iso(at) }, { "last", iso(last) } });
}

// The last note, or the last that happened: notes do not stand above it.
TicketTurnId last_to_withdraw(Ledger const& ledger, TicketId id, TicketStep step)
{
    auto turns = standing_turns(ledger, id);
    bool const note = step == TicketStep::note;
    std::erase_if(
        turns, [&](TicketTurnId each) { return (ledger.ticket_turns()[each].step == TicketStep::note) != note; });
    return turns.empty() ? TicketTurnId::none() : turns.back();
}

TicketTurn turn_at(TicketId ticket, Instant at, TicketStep step)
{
    TicketTurn turn;
    turn.ticket = ticket;
    turn.at = at;
    turn.step = step;
    return turn;
}

TicketTurn turn_of(TicketId ticket, TurnTicket const& command)
{
    auto turn = turn_at(ticket, command.at, command.step);
    turn.severity = command.severity.value_or(0);
    turn.tier = command.tier.value_or(catalogue::Tier::none);
    turn.place = command.place.value_or(TicketPlace {});
    turn.note = command.note;
    return turn;
}

void put_turn(TicketTurn turn, Draft& draft)
{
    turn.entry = draft.entry;
    draft.put(draft.ledger.ticket_turns().next(), std::move(turn));
}

std::optional<std::int32_t> number_in(Ledger const& ledger, std::string const& key)
{
    auto const id = ledger.setting(key);
    if (!id.exists() || ledger.settings()[id].number < 1) return std::nullopt;
    return ledger.settings()[id].number;
}

void set_number(std::string key, std::optional<std::int32_t> expects, std::optional<std::int32_t> number, Draft& draft)
{
    auto const found = number_in(draft.ledger, key);
    if (found != expects)
        draft.object(Reason::changed_meanwhile, changed("number", value_or_none(expects), value_or_none(found)));
    if (number && *number < 1) draft.object(Reason::bad_quantity, { { "quantity", std::int64_t { *number } } });
    auto const known = draft.ledger.setting(key);
    draft.put(row_for(draft.ledger.settings(), known), Setting { std::move(key), number.value_or(0), draft.entry });
}

} // namespace

TicketId Draft::ticket(std::string_view key)
{
    auto const id = ledger.ticket(key);
    if (stands(ledger.tickets(), id)) return id;
    object(Reason::unknown_ticket, { { "ticket", std::string { key } } });
    return TicketId::none();
}

void decide_on(OpenTicket const& command, Draft& draft)
{
    draft.check_name(command.ticket);
    auto const known = draft.ledger.ticket(command.ticket);
    if (stands(draft.ledger.tickets(), known)) draft.object(Reason::key_taken, { { "key", command.ticket } });
    check_severity(command.severity, command.desk, draft);
    auto row = row_of(command);
    check_place(row.place, draft);
    if (command.about) take_in(*command.about, row, draft);
    check_desk(command, row, draft);
    if (command.partner) take_in(*command.partner, row, draft);
    check_prose(row.description, draft);
    row.entry = draft.entry;
    draft.put(row_for(draft.ledger.tickets(), known), std::move(row));
}

void decide_on(RemoveTicket const& command, Draft& draft)
{
    auto const id = draft.ticket(command.ticket);
    if (!id.exists()) return;
    auto const count = static_cast<std::int64_t>(standing_turns(draft.ledger, id).size());
    if (count > 0)
        draft.object(Reason::has_dependents,
            { { "key", command.ticket }, { "what", std::string { "turns" } }, { "count", count } });
    SupportTicket row = draft.ledger.tickets()[id];
    row.standing = Standing::withdrawn;
    row.changed = draft.entry;
    draft.put(id, std::move(row));
}

void decide_on(TurnTicket const& command, Draft& draft)
{
    auto const id = draft.ticket(command.ticket);
    if (!id.exists()) return;
    SupportTicket const& row = draft.ledger.tickets()[id];
    if (!says_what_it_changes(command) || ledger_tells(command.step, row))
        draft.object(Reason::bad_turn, { ticket_fact(row.key), step_fact(command.step) });
    if (!desk_has(row.desk, command.step))
        draft.object(Reason::other_desk, { ticket_fact(row.key), step_fact(command.step) });
    if (command.severity) check_severity(*command.severity, row.desk, draft);
    if (command.place) check_place(*command.place, draft);
    check_prose(command.note, draft);
    check_moment(id, command.at, draft);
    if (changes_nothing(command, now_of(own_ticket(draft.ledger, id), forever)))
        draft.object(Reason::turn_changes_nothing, { ticket_fact(row.key), step_fact(command.step) });
    put_turn(turn_of(id, command), draft);
}

void decide_on(WritePrimaryEmail const& command, Draft& draft)
{
    auto const id = draft.ticket(command.ticket);
    auto const email = draft.email(command.email);
    if (!id.exists()) return;
    SupportTicket row = draft.ledger.tickets()[id];
    if (row.desk != Desk::large_user)
        draft.object(Reason::other_desk, { ticket_fact(row.key), step_fact(TicketStep::write_email) });
    check_moment(id, command.at, draft);
    auto const now = now_of(own_ticket(draft.ledger, id), forever);
    row.primary_email = email;
    row.severity = now.severity;
    auto decided = decide_severity(draft.ledger, terms_of(draft.ledger, draft.catalogue), row, WrittenBy::agent);
    auto turn = turn_at(id, command.at, TicketStep::write_email);
    turn.severity = decided.severity == now.severity ? 0 : decided.severity;
    turn.email = email;
    turn.basis = std::move(decided.basis);
    put_turn(std::move(turn), draft);
}

void decide_on(WithdrawTurn const& command, Draft& draft)
{
    auto const id = draft.ticket(command.ticket);
    if (!id.exists()) return;
    auto const& rows = draft.ledger.ticket_turns();
    auto const last = last_to_withdraw(draft.ledger, id, command.step);
    if (!last.exists() || rows[last].at != command.at || rows[last].step != command.step) {
        draft.object(
            Reason::unknown_turn, { ticket_fact(command.ticket), step_fact(command.step), { "at", iso(command.at) } });
        return;
    }
    TicketTurn turn = rows[last];
    turn.standing = Standing::withdrawn;
    turn.changed = draft.entry;
    draft.put(last, std::move(turn));
}

void decide_on(RecordSubscription const& command, Draft& draft)
{
    draft.check_name(command.subscription);
    draft.check_name(command.account);
    auto const known = draft.ledger.subscription(command.subscription);
    if (stands(draft.ledger.subscriptions(), known))
        draft.object(Reason::key_taken, { { "key", command.subscription } });
    if (command.user_licences && *command.user_licences < 0)
        draft.object(Reason::bad_quantity, { { "quantity", std::int64_t { *command.user_licences } } });
    ServiceSubscription row;
    row.key = command.subscription;
    row.account = command.account;
    if (!command.super_admin_email.empty()) row.super_admin_email = draft.email(command.super_admin_email);
    row.domain = folded(command.domain);
    row.service = command.service;
    row.zuid = command.zuid;
    row.zoid = command.zoid;
    if (command.user_licences) row.user_licences = *command.user_licences;
    row.entry = draft.entry;
    draft.put(row_for(draft.ledger.subscriptions(), known), std::move(row));
}

void decide_on(ForgetSubscription const& command, Draft& draft)
{
    auto const id = draft.ledger.subscription(command.subscription);
    if (!stands(draft.ledger.subscriptions(), id)) {
        draft.object(Reason::unknown_subscription, { { "subscription", command.subscription } });
        return;
    }
    ServiceSubscription row = draft.ledger.subscriptions()[id];
    row.standing = Standing::withdrawn;
    row.changed = draft.entry;
    draft.put(id, std::move(row));
}

void decide_on(SetLicenceThreshold const& command, Draft& draft)
{
    if (!draft.catalogue.support().is_partner_region(command.region))
        draft.object(Reason::unknown_place, { { "name", command.region } });
    set_number(threshold_key(command.region), command.expects, command.large_user_from, draft);
}

void decide_on(SetSupportTarget const& command, Draft& draft)
{
    check_severity(command.severity, command.desk, draft);
    auto const* documented =
        draft.catalogue.support().target(command.desk, command.measure, command.severity, command.tier);
    if (documented)
        draft.object(Reason::target_is_documented,
            { { "measure", std::string { code(command.measure) } }, { "severity", std::int64_t { command.severity } },
                { "minutes", std::int64_t { documented->limit_minutes } } });
    auto key = target_key(command.desk, command.measure, command.severity, command.tier);
    set_number(std::move(key), command.expects_minutes, command.limit_minutes, draft);
}

} // namespace keyrack::engine
