// Service orders, invitations and people, told again (R26–R36, R45–R62, R69–R74).

#include "engine/email.hpp"
#include "engine/retelling_parts.hpp"
#include "engine/service_orders.hpp"
#include "engine/timing.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

bool same_purchase(catalogue::Catalogue const& catalogue, ServiceOrder const& bought, Order const& row)
{
    return catalogue[row.programme].key == bought.programme && row.years == bought.years
        && row.quantity == bought.quantity && row.purchased_on == bought.purchased_on && row.account == bought.account;
}

std::vector<OrderLine> told_lines(ServiceOrder const& row)
{
    bool const none = row.programme.empty() && row.years == 0 && row.quantity == 0;
    return none ? std::vector<OrderLine> {} : lines_of(row);
}

// The invitation that went out as the order was processed; none: the addressee had access, or the programme invites nobody.
Invitation const* first_invitation(Ledger const& ledger, std::string const& order)
{
    auto const& rows = ledger.invitations().rows();
    auto const found = std::ranges::find(rows, order, &Invitation::order);
    return found == rows.end() ? nullptr : &*found;
}

Date processed_on(Ledger const& ledger, ServiceOrder const& row, Invitation const* invitation)
{
    if (invitation) return invitation->sent_on;
    auto const confirms = [&](Mail const& mail) {
        return mail.kind == MailKind::confirmation && mail.order == row.key;
    };
    auto const& mails = ledger.mails().rows();
    auto const found = std::ranges::find_if(mails, confirms);
    return found == mails.end() ? row.purchased_on : found->sent_on;
}

// The order stands as the service order brought it, was changed, or is gone.
void tell_outcome(Telling& telling, ServiceOrder const& bought)
{
    Ledger const& ledger = telling.ledger;
    auto const id = ledger.order(bought.key);
    bool const stands = id.exists() && ledger.orders()[id].standing == Standing::valid;
    bool const as_bought = stands && same_purchase(telling.catalogue, bought, ledger.orders()[id]);
    if (!as_bought) telling.tell(RemoveOrder { bought.key });
    if (!stands) return;
    Order const& row = ledger.orders()[id];
    if (!as_bought)
        telling.tell(PlaceOrder { row.key, standing_key(ledger.accounts(), row.account, &Account::key),
            telling.catalogue[row.programme].key, row.years, row.quantity, row.purchased_on, {} });
    if (row.cancelled_on && !cancelled_at(ledger, id)) telling.tell(CancelOrder { row.key, *row.cancelled_on });
}

void tell_service_order(Telling& telling, ServiceOrder const& row)
{
    Ledger const& ledger = telling.ledger;
    telling.tell(PlaceServiceOrder { row.key, told_lines(row), row.purchased_on, row.details });
    if (!row.fault.empty()) telling.tell(RejectServiceOrder { row.key, row.fault });
    if (row.progress != OrderProgress::processed) return;
    auto const* invitation = first_invitation(ledger, row.key);
    telling.tell(ProcessServiceOrder { row.key, standing_key(ledger.accounts(), row.account, &Account::key),
        invitation ? invitation->key : std::string {}, processed_on(ledger, row, invitation) });
    tell_outcome(telling, row);
}

bool may_follow(Invitation const& before, Invitation const& after)
{
    return before.name == after.name && before.role == after.role && before.language == after.language
        && before.order == after.order;
}

// Later ones that an invitation may have been replaced by, the nearest first.
std::uint32_t follower_of(
    std::vector<Invitation> const& rows, std::uint32_t before, std::vector<InvitationId> const& taken)
{
    auto after = before + 1;
    while (after < rows.size() && (taken[after].exists() || !may_follow(rows[before], rows[after]))) ++after;
    return after;
}

// What was accepted may have been as well, as a file may tell it; what was withdrawn has not.
bool may_have_been_replaced(Invitation const& row)
{
    return row.state == InvitationState::replaced || row.state == InvitationState::accepted;
}

// An earlier one of the same order, which a second one replaced: as a file may tell it.
InvitationId earlier_of(std::vector<Invitation> const& rows, std::uint32_t after)
{
    for (std::uint32_t before = 0; before < after; ++before)
        if (may_have_been_replaced(rows[before]) && may_follow(rows[before], rows[after]))
            return InvitationId::of_row(before);
    return InvitationId::none();
}

// Invitations that were sent in the place of earlier ones, by the row of the later. Which took whose place is not recorded where
// several look alike, and whichever is said leads to the same rows.
std::vector<InvitationId> replaced_by(Ledger const& ledger)
{
    auto const& rows = ledger.invitations().rows();
    std::vector<InvitationId> replaced(rows.size(), InvitationId::none());
    for (std::uint32_t before = 0; before < rows.size(); ++before) {
        if (rows[before].state != InvitationState::replaced) continue;
        auto const after = follower_of(rows, before, replaced);
        if (after < rows.size()) replaced[after] = InvitationId::of_row(before);
    }
    for (std::uint32_t after = 0; after < rows.size(); ++after)
        if (!replaced[after].exists() && !rows[after].order.empty()
            && first_invitation(ledger, rows[after].order) != &rows[after])
            replaced[after] = earlier_of(rows, after);
    return replaced;
}

void tell_invitations(Telling& telling)
{
    auto const& invitations = telling.ledger.invitations();
    auto const replaced = replaced_by(telling.ledger);
    for (std::uint32_t at = 0; at < invitations.size(); ++at) {
        Invitation const& row = invitations[InvitationId::of_row(at)];
        if (replaced[at].exists())
            telling.tell(ResendInvitation { invitations[replaced[at]].key, row.key, row.email, row.sent_on });
        else if (row.order.empty()) // otherwise it came with its order
            telling.tell(SendInvitation { row.key, row.email, row.name, row.role, row.language, row.sent_on });
    }
}

// By their links: what came with orders, and was told with them, has earlier rows wherever this is read.
void tell_withdrawn(Telling& telling)
{
    std::vector<std::string> links;
    for (Invitation const& row : telling.ledger.invitations().rows())
        if (row.state == InvitationState::withdrawn) links.push_back(row.key);
    std::ranges::sort(links);
    for (auto& link : links) telling.tell(WithdrawInvitation { std::move(link) });
}

bool may_have_led_to(Invitation const& row, Person const& person)
{
    return row.state == InvitationState::accepted && row.email == person.key && row.name == person.name
        && row.sent_on <= person.days.from;
}

// An accepted invitation by which the person has access; null: a partner's. Where several would do, the same one is said
// whatever the order of their rows.
Invitation const* accepted_by(Ledger const& ledger, Person const& person)
{
    Invitation const* found = nullptr;
    for (Invitation const& row : ledger.invitations().rows())
        if (may_have_led_to(row, person) && (!found || found->key < row.key)) found = &row;
    return person.partner.empty() ? found : nullptr;
}

std::vector<Invitation const*> giving_access(Ledger const& ledger)
{
    std::vector<Invitation const*> giving;
    each_standing(ledger.people(), [&](PersonId, Person const& row) {
        if (auto const* invitation = accepted_by(ledger, row)) giving.push_back(invitation);
    });
    return giving;
}

// Who had accepted, and has no access by it any more, is told and taken back.
void tell_past_access(Telling& telling)
{
    auto const giving = giving_access(telling.ledger);
    auto const is_past = [&](Invitation const& row) {
        return row.state == InvitationState::accepted && !std::ranges::contains(giving, &row);
    };
    std::vector<Invitation const*> told;
    for (Invitation const& row : telling.ledger.invitations().rows())
        if (is_past(row)) told.push_back(&row);
    std::ranges::sort(told, {}, &Invitation::key);
    for (Invitation const* row : told) {
        telling.tell(AcceptInvitation { row->key, row->email, row->sent_on });
        telling.tell(RemovePerson { row->email });
    }
}

void tell_person(Telling& telling, Person const& row)
{
    // Access that ended as it began is no period that could be delegated.
    Date const to = row.days.empty() || row.partner.empty() ? never : row.days.to;
    Role role = row.role;
    if (auto const* invitation = accepted_by(telling.ledger, row)) {
        telling.tell(AcceptInvitation { invitation->key, row.key, row.days.from });
        role = invitation->role;
    } else {
        telling.tell(DelegateAccess { row.key, row.name, row.partner, row.role, row.days.from, to });
    }
    if (row.role != role) telling.tell(SetRole { row.key, role, row.role });
    if (row.days.to != to) telling.tell(EndAccess { row.key, to, row.days.to });
}

} // namespace

bool comes_with_service_order(Ledger const& ledger, Order const& order)
{
    auto const id = ledger.service_order(order.key);
    if (!id.exists()) return false;
    ServiceOrder const& row = ledger.service_orders()[id];
    return row.standing == Standing::valid && row.progress == OrderProgress::processed;
}

void tell_service_orders(Telling& telling)
{
    each_standing(telling.ledger.service_orders(),
        [&](ServiceOrderId, ServiceOrder const& row) { tell_service_order(telling, row); });
    each_standing(telling.ledger.addresses(), [&](AddressId, Address const& row) {
        telling.tell(
            RecordAddress { row.text, standing_key(telling.ledger.accounts(), row.account, &Account::key), row.kind });
    });
}

void tell_people(Telling& telling)
{
    tell_invitations(telling);
    tell_withdrawn(telling);
    tell_past_access(telling);
    std::vector<Person const*> people; // by address: whoever was here before has an earlier row, which is history
    each_standing(telling.ledger.people(), [&](PersonId, Person const& row) { people.push_back(&row); });
    std::ranges::sort(people, {}, &Person::key);
    for (Person const* person : people) tell_person(telling, *person);
}

} // namespace keyrack::engine
