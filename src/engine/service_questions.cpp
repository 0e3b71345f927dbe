// Questions about service orders, invitations and people.

#include "engine/email.hpp"
#include "engine/people.hpp"
#include "engine/question.hpp"
#include "engine/service_orders.hpp"
#include "engine/setup.hpp"

namespace keyrack::engine {

namespace {

using Given = std::expected<Answer, Denial>;

// What would process the order: nothing where something is missing, it is processed, or some rule stands against it.
std::vector<Command> steps_for(ServiceOrder const& row, AccountId account, bool complete, Asked const& asked)
{
    bool const waits = row.standing == Standing::valid && row.progress == OrderProgress::in_progress;
    if (!waits || !complete || !account.exists()) return {};
    ProcessServiceOrder process;
    process.order = row.key;
    process.link = "welcome-" + row.key;
    if (asked.ledger.invitation(process.link).exists()) process.link = new_link(asked.ledger, process.link);
    process.on = asked.as_of;
    bool const can = decide(asked.ledger, asked.catalogue, process, EntryId::none(), Manner::live).has_value();
    return can ? std::vector<Command> { std::move(process) } : std::vector<Command> {};
}

std::vector<MailId> mails_of(Ledger const& ledger, std::string const& order)
{
    std::vector<MailId> mails;
    for (std::uint32_t row = 0; row < ledger.mails().size(); ++row)
        if (ledger.mails()[MailId::of_row(row)].order == order) mails.push_back(MailId::of_row(row));
    return mails;
}

// R54, R58, R60, R61: what there is to do while nobody accepts it.
std::vector<std::string_view> guides_for(std::string_view state)
{
    if (state == "sent") return { "invitation_not_found", "invitation_lost", "another_person" };
    if (state == "expired") return { "invitation_expired", "another_person" };
    return {};
}

// What would let the person look and manage; nothing while access has not begun.
std::vector<Command> steps_for(Person const& row, bool manages, Date day)
{
    std::vector<Command> steps;
    if (row.standing == Standing::withdrawn || day < row.days.from) return steps;
    if (row.days.to <= day) steps.emplace_back(EndAccess { row.key, row.days.to, never });
    if (!manages) steps.emplace_back(SetRole { row.key, Role::read_only, Role::admin });
    return steps;
}

std::string_view state_of_access(Person const& row, Date day)
{
    if (row.standing == Standing::withdrawn) return "withdrawn";
    if (day < row.days.from) return "not_begun";
    return day < row.days.to ? "open" : "over";
}

// What became of the order: where it stands as one that was processed, or what it waits for.
void tell_progress(ServiceOrder const& row, Asked const& asked, ServiceOrderAnswer& answer)
{
    if (row.progress != OrderProgress::processed) {
        answer.missing = missing_from(lines_of(row), row.details);
        return;
    }
    answer.as = status_of(asked.ledger, asked.catalogue, asked.ledger.order(row.key), asked.as_of);
    std::ranges::copy(answer.as->proof, std::back_inserter(answer.proof));
}

} // namespace

Given answer_to(ServiceOrderQuestion const& question, Asked const& asked)
{
    auto const id = asked.ledger.service_order(question.order);
    if (!id.exists()) return std::unexpected(Denial { Reason::unknown_order, { { "order", question.order } } });
    ServiceOrder const& row = asked.ledger.service_orders()[id];
    ProofWitness witness;
    bool const complete = order_is_complete(row.key, lines_of(row), row.details, witness);
    static_cast<void>(addressee_is_one_person(asked.catalogue, row.details.customer.email, witness));
    static_cast<void>(addressee_is_of_customer(row.details, witness));
    auto const match = account_matching(asked.ledger, row.details.customer.address, witness);
    ServiceOrderAnswer answer;
    answer.order = id;
    answer.account = row.account.exists() ? row.account : match.account;
    answer.mails = mails_of(asked.ledger, row.key);
    answer.proof = witness.take();
    tell_progress(row, asked, answer);
    answer.steps = steps_for(row, answer.account, complete, asked);
    return answer;
}

Given answer_to(InvitationQuestion const& question, Asked const& asked)
{
    auto const id = asked.ledger.invitation(question.link);
    if (!id.exists()) return std::unexpected(Denial { Reason::unknown_invitation, { { "link", question.link } } });
    Invitation const& row = asked.ledger.invitations()[id];
    ProofWitness witness;
    static_cast<void>(invitation_is_open(asked.ledger, asked.catalogue, id, asked.as_of, witness));
    InvitationAnswer answer;
    answer.invitation = id;
    answer.state = state_on(asked.catalogue, row, asked.as_of);
    answer.last_day = last_day_of(asked.catalogue, row);
    answer.guides = guides_for(answer.state);
    if (auto const* const sign_in = sign_in_of(asked.ledger)) {
        answer.sign_in = sign_in->issuer;
        static_cast<void>(address_is_verified(asked.ledger, row.email, sign_in->issuer, witness));
    }
    answer.proof = witness.take();
    if (answer.state == "expired")
        answer.steps = { ResendInvitation { row.key, new_link(asked.ledger, row.key), {}, asked.as_of } };
    return answer;
}

Given answer_to(PersonQuestion const& question, Asked const& asked)
{
    auto const email = normal_email(question.email);
    auto const id = asked.ledger.person(email);
    if (!id.exists()) return std::unexpected(Denial { Reason::unknown_person, { { "email", question.email } } });
    ProofWitness witness;
    bool const has_access = person_has_access(asked.ledger, email, id, asked.as_of, witness);
    bool const manages = person_may_manage(asked.ledger, email, id, witness);
    auto const users = users_on(asked.ledger, asked.as_of);
    static_cast<void>(users_within_limit(asked.ledger, users, asked.as_of, witness));
    PersonAnswer answer;
    answer.person = id;
    answer.state = state_of_access(asked.ledger.people()[id], asked.as_of);
    answer.may_look = has_access ? Holds::yes : Holds::no;
    answer.may_manage = has_access && manages ? Holds::yes : Holds::no;
    answer.users = users;
    answer.user_limit = user_limit(asked.ledger);
    answer.proof = witness.take();
    answer.steps = steps_for(asked.ledger.people()[id], manages, asked.as_of);
    return answer;
}

} // namespace keyrack::engine
