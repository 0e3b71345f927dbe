// Service orders: placed, corrected, rejected, processed (R26–R36, R45–R50, R57, R63).

#include "base/text.hpp"
#include "engine/draft.hpp"
#include "engine/email.hpp"
#include "engine/mails.hpp"
#include "engine/people.hpp"
#include "engine/service_orders.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

// What R26–R33 and R57 say of an order, as objections; warnings among them.
void check_order(std::string const& key, std::vector<OrderLine> const& lines, OrderDetails const& details, Draft& draft)
{
    NoWitness nobody;
    auto const told = [&](Reason reason, Rule rule, auto judge) {
        if (judge(nobody)) return;
        ProofWitness witness;
        static_cast<void>(judge(witness));
        for (Proof& proof : witness.take())
            if (proof.rule == rule) draft.object(reason, std::move(proof.facts));
    };
    told(Reason::mixed_services, Rule::order_has_one_service,
        [&](auto& witness) { return order_has_one_service(key, lines, witness); });
    told(Reason::order_incomplete, Rule::order_is_complete,
        [&](auto& witness) { return order_is_complete(key, lines, details, witness); });
    told(Reason::group_mailbox, Rule::addressee_is_one_person,
        [&](auto& witness) { return addressee_is_one_person(draft.catalogue, details.customer.email, witness); });
    told(Reason::other_domain, Rule::addressee_is_of_customer,
        [&](auto& witness) { return addressee_is_of_customer(details, witness); });
}

// What the programme says of the SKU (R37, R38).
void check_sku(OrderLine const& line, Date purchased_on, Draft& draft)
{
    if (line.programme.empty()) return; // told as incomplete
    auto const id = draft.catalogue.find(line.programme);
    if (!id.exists())
        return draft.object(Reason::unknown_programme, { { "programme", shortened(line.programme, longest_name) } });
    if (line.years >= 1 && !draft.catalogue[id].term_on(purchased_on).sells(line.years))
        draft.object(Reason::years_not_sold, { naming(draft.catalogue, id), { "years", std::int64_t { line.years } } });
    if (line.quantity > largest_quantity)
        draft.object(Reason::bad_quantity, { { "quantity", std::int64_t { line.quantity } } });
}

void normalise(OrderDetails& details)
{
    for (Party* const party : { &details.customer, &details.reseller, &details.distributor })
        party->email = normal_email(party->email);
    details.customer_domain = normal_email(details.customer_domain);
}

template <class Placing>
ServiceOrder row_of(Placing const& command, Draft& draft)
{
    ServiceOrder row;
    row.key = command.order;
    row.purchased_on = command.purchased_on;
    row.details = command.details;
    normalise(row.details);
    check_order(command.order, command.lines, row.details, draft);
    if (command.lines.size() != 1) return row;
    check_sku(command.lines.front(), command.purchased_on, draft);
    row.programme = command.lines.front().programme;
    row.years = command.lines.front().years;
    row.quantity = command.lines.front().quantity;
    return row;
}

// Says so where it is.
bool is_processed(ServiceOrder const& row, Draft& draft)
{
    if (row.progress != OrderProgress::processed) return false;
    draft.object(Reason::order_decided, { { "order", row.key }, { "progress", std::string { "processed" } } });
    return true;
}

// R34: an order that a file brings without what it must carry is there, with incorrect data.
void note_what_is_missing(std::vector<OrderLine> const& lines, ServiceOrder& row)
{
    NoWitness nobody;
    if (order_is_complete(row.key, lines, row.details, nobody)) return;
    row.progress = OrderProgress::incorrect_data;
    for (std::string_view const code : missing_from(lines, row.details))
        row.fault.append(row.fault.empty() ? "" : ", ").append(code);
}

// R45: told, or found by the customer's address.
AccountId account_for(ServiceOrder const& row, std::string const& told, Draft& draft)
{
    if (!told.empty()) return draft.account(told);
    NoWitness nobody;
    auto const match = account_matching(draft.ledger, row.details.customer.address, nobody);
    if (!match.holds)
        draft.object(Reason::account_unmatched,
            { { "order", row.key }, { "address", shortened(row.details.customer.address, longest_name) } });
    return match.account;
}

void put_licences(ServiceOrder const& row, Draft& draft)
{
    auto const known = draft.ledger.order(row.key);
    if (stands(draft.ledger.orders(), known))
        draft.object(Reason::key_taken, { { "key", row.key, known, draft.ledger.orders()[known].entry } });
    auto const programme = draft.catalogue.find(row.programme);
    if (!programme.exists())
        return draft.object(Reason::unknown_programme, { { "programme", shortened(row.programme, longest_name) } });
    Order order;
    order.key = row.key;
    order.account = row.account;
    order.programme = programme;
    order.years = row.years;
    order.quantity = row.quantity;
    order.purchased_on = row.purchased_on;
    order.entry = draft.entry;
    draft.put(row_for(draft.ledger.orders(), known), std::move(order));
}

// Mails get the rows after one another that the ledger has next.
void put_mail(std::optional<Mail> mail, std::uint32_t& next, Draft& draft)
{
    if (!mail) return;
    mail->entry = draft.entry;
    draft.put(MailId::of_row(next++), std::move(*mail));
}

// R49, R50, R62: to the customer alone, where the programme invites and the addressee has no access yet.
void put_invitation(ServiceOrder const& row, ProcessServiceOrder const& command, std::uint32_t& next, Draft& draft)
{
    auto const person = draft.ledger.person(row.details.customer.email);
    bool const has_access = stands(draft.ledger.people(), person) && command.on < draft.ledger.people()[person].days.to;
    if (has_access || !invites(draft.catalogue, row.programme)) return;
    if (command.link.empty()) // told of the past: nobody was invited then
        return draft.object(Reason::order_incomplete, { { "order", row.key }, { "missing", std::string { "link" } } });
    if (draft.ledger.invitation(command.link).exists()) draft.object(Reason::key_taken, { { "key", command.link } });
    Invitation invitation;
    invitation.key = command.link;
    invitation.email = row.details.customer.email;
    invitation.name = row.details.contact;
    invitation.language = row.details.language;
    invitation.sent_on = command.on;
    invitation.order = row.key;
    invitation.entry = draft.entry;
    put_mail(mail_of(draft.catalogue, invitation), next, draft);
    draft.put(draft.ledger.invitations().next(), std::move(invitation));
}

} // namespace

void decide_on(PlaceServiceOrder const& command, Draft& draft)
{
    draft.check_name(command.order);
    Ledger const& ledger = draft.ledger;
    auto const known = ledger.service_order(command.order);
    if (stands(ledger.service_orders(), known) || stands(ledger.orders(), ledger.order(command.order)))
        draft.object(Reason::key_taken, { { "key", command.order } });
    auto row = row_of(command, draft);
    note_what_is_missing(command.lines, row);
    row.entry = draft.entry;
    draft.put(row_for(ledger.service_orders(), known), std::move(row));
}

void decide_on(RemoveServiceOrder const& command, Draft& draft)
{
    auto const id = draft.service_order(command.order);
    if (!id.exists()) return;
    ServiceOrder row = draft.ledger.service_orders()[id];
    if (is_processed(row, draft)) return;
    row.standing = Standing::withdrawn;
    row.changed = draft.entry;
    draft.put(id, std::move(row));
}

void decide_on(CorrectServiceOrder const& command, Draft& draft)
{
    auto const id = draft.service_order(command.order);
    if (!id.exists()) return;
    ServiceOrder const& before = draft.ledger.service_orders()[id];
    if (is_processed(before, draft)) return;
    auto row = row_of(command, draft);
    note_what_is_missing(command.lines, row);
    row.entry = before.entry;
    row.changed = draft.entry;
    draft.put(id, std::move(row));
}

void decide_on(RejectServiceOrder const& command, Draft& draft)
{
    auto const id = draft.service_order(command.order);
    draft.check_name(command.fault);
    if (!id.exists()) return;
    ServiceOrder row = draft.ledger.service_orders()[id];
    if (is_processed(row, draft)) return;
    row.progress = OrderProgress::incorrect_data;
    row.fault = command.fault;
    row.changed = draft.entry;
    draft.put(id, std::move(row));
}

void decide_on(ProcessServiceOrder const& command, Draft& draft)
{
    auto const id = draft.service_order(command.order);
    if (!command.link.empty()) draft.check_name(command.link);
    if (!id.exists()) return;
    ServiceOrder row = draft.ledger.service_orders()[id];
    if (is_processed(row, draft)) return;
    check_order(row.key, lines_of(row), row.details, draft);
    if (row.progress == OrderProgress::incorrect_data)
        draft.object(Reason::order_incomplete, { { "order", row.key }, { "missing", row.fault } });
    row.account = account_for(row, command.account, draft);
    row.progress = OrderProgress::processed;
    row.changed = draft.entry;
    put_licences(row, draft);
    auto next = draft.ledger.mails().next().row();
    put_mail(confirmation_of(draft.catalogue, row, command.on), next, draft);
    put_invitation(row, command, next, draft);
    draft.put(id, std::move(row));
}

void decide_on(RecordAddress const& command, Draft& draft)
{
    draft.check_name(command.address);
    Address row;
    row.key = normal_address(command.address);
    if (row.key.empty()) draft.check_name(row.key);
    row.text = command.address;
    row.account = draft.account(command.account);
    row.kind = command.address_kind;
    row.entry = draft.entry;
    auto const known = draft.ledger.address(row.key);
    if (stands(draft.ledger.addresses(), known)) draft.object(Reason::key_taken, { { "key", command.address } });
    draft.put(row_for(draft.ledger.addresses(), known), std::move(row));
}

void decide_on(ForgetAddress const& command, Draft& draft)
{
    auto const id = draft.ledger.address(normal_address(command.address));
    if (!stands(draft.ledger.addresses(), id))
        return draft.object(Reason::changed_meanwhile, changed("standing", command.address, std::string {}));
    Address row = draft.ledger.addresses()[id];
    row.standing = Standing::withdrawn;
    draft.put(id, std::move(row));
}

} // namespace keyrack::engine
