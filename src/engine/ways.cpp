#include "engine/ways.hpp"

#include "engine/assigning.hpp"
#include "engine/email.hpp"
#include "engine/people.hpp"
#include "engine/question.hpp"
#include "engine/service_orders.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

using Ways = std::vector<Way>;
constexpr std::size_t most_ways = 3;

std::string new_link(Ledger const& ledger, std::string const& link)
{
    for (int number = 2;; ++number) {
        auto key = link + "-" + std::to_string(number);
        if (!ledger.invitation(key).exists()) return key;
    }
}

// R74, D11: one more person may have access, then the command.
Ways by_a_higher_limit(Asked const& asked, Command const& command)
{
    auto const limit = user_limit(asked.ledger);
    auto const users = static_cast<std::int32_t>(users_on(asked.ledger, asked.as_of));
    return { { SetUserLimit { limit, users + 1 }, command } };
}

// D6: the operator has it told and no longer refused.
Ways by_warning_of_the_cap(Command const& command)
{
    return { { SetCapEffect { CapEffect::blocks, CapEffect::warns }, command } };
}

template <class Other>
Ways ways_for(Other const&, Reason, Asked const&)
{
    return {};
}

// R33, D10: one order a service.
Ways ways_for(PlaceServiceOrder const& command, Reason reason, Asked const& asked)
{
    if (reason != Reason::mixed_services) return {};
    return { split_by_service(asked.ledger, command) };
}

// R36, R45–R47: the address is recorded as the headquarters of a parent entity, or as a site of one below it.
Ways ways_for(ProcessServiceOrder const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.service_order(command.order);
    if (reason != Reason::account_unmatched || !id.exists()) return {};
    auto const& address = asked.ledger.service_orders()[id].details.customer.address;
    Ways ways;
    for (Account const& account : asked.ledger.accounts().rows()) {
        if (account.standing == Standing::withdrawn) continue;
        auto const kind = account.parent.exists() ? AddressKind::site : AddressKind::headquarters;
        ways.push_back({ RecordAddress { address, account.key, kind }, command });
    }
    return ways;
}

// R58, R60: it is sent again, to the person who asks.
Ways ways_for(AcceptInvitation const& command, Reason reason, Asked const& asked)
{
    if (reason == Reason::user_limit_reached) return by_a_higher_limit(asked, command);
    if (reason != Reason::invitation_expired && reason != Reason::invitation_not_yours) return {};
    auto const link = new_link(asked.ledger, command.link);
    return { { ResendInvitation { command.link, link, command.email, command.on },
        AcceptInvitation { link, command.email, command.on } } };
}

Ways ways_for(DelegateAccess const& command, Reason reason, Asked const& asked)
{
    return reason == Reason::user_limit_reached ? by_a_higher_limit(asked, command) : Ways {};
}

// R70: somebody else of the customer manages first.
Ways by_another_admin(Asked const& asked, Command const& command)
{
    Ways ways;
    for (Person const& person : asked.ledger.people().rows()) {
        bool const could = person.standing == Standing::valid && person.partner.empty() && person.days.to == never;
        if (could && person.role == Role::read_only)
            ways.push_back({ SetRole { person.key, Role::read_only, Role::admin }, command });
    }
    return ways;
}

Ways ways_for(SetRole const& command, Reason reason, Asked const& asked)
{
    return reason == Reason::last_admin ? by_another_admin(asked, command) : Ways {};
}

Ways ways_for(EndAccess const& command, Reason reason, Asked const& asked)
{
    return reason == Reason::last_admin ? by_another_admin(asked, command) : Ways {};
}

// Numbers of the order's licences that nothing holds from that day on, and that the command does not name.
std::int32_t free_number(Ledger const& ledger, OrderId order, Date from)
{
    auto const taken = taken_from(ledger, order, from);
    for (std::int32_t number = 1; number <= ledger.orders()[order].quantity; ++number)
        if (!std::ranges::binary_search(taken, number)) return number;
    return 0;
}

Ways ways_for(ExtendWarranty const& command, Reason reason, Asked const& asked)
{
    if (reason == Reason::warranty_cut) return by_warning_of_the_cap(command);
    auto const order = asked.ledger.order(command.licence.order);
    auto const number = order.exists() ? free_number(asked.ledger, order, command.on) : 0;
    if (reason != Reason::licence_on_device || number == 0) return {};
    ExtendWarranty other = command;
    other.licence.number = number;
    return { { other } };
}

// R79: the rooms are defined in Sync first. R76: another licence of the order.
Ways ways_for(Assign const& command, Reason reason, Asked const& asked)
{
    if (reason == Reason::warranty_cut) return by_warning_of_the_cap(command);
    if (reason == Reason::already_assigned && command.pairs.size() == 1) {
        Assign other = command;
        auto const order = asked.ledger.order(command.pairs.front().licence.order);
        other.pairs.front().licence.number = free_number(asked.ledger, order, command.from);
        return { { other } };
    }
    if (reason != Reason::room_not_in_sync) return {};
    Way way;
    for (Pairing const& pair : command.pairs) {
        Command const define = SetInSync { pair.room, InSync::no, InSync::yes };
        auto const room = asked.ledger.room(pair.room);
        bool const lacks = room.exists() && asked.ledger.rooms()[room].in_sync == InSync::no;
        if (lacks && std::ranges::find(way, define) == way.end()) way.push_back(define);
    }
    way.emplace_back(command);
    return { std::move(way) };
}

bool works(Asked const& asked, Way const& way)
{
    Ledger tried = asked.ledger;
    return std::ranges::all_of(way, [&](Command const& step) {
        return fold(tried, asked.catalogue, step, EntryId::none(), Manner::live).has_value();
    });
}

} // namespace

std::expected<Answer, Denial> answer_to(TryQuestion const& question, Asked const& asked)
{
    TryAnswer answer { question.command, {}, {}, {} };
    auto decision = decide(asked.ledger, asked.catalogue, question.command, EntryId::none(), Manner::live);
    if (decision) {
        answer.warnings = std::move(decision->flags);
        return answer;
    }
    auto const reason = decision.error().reason;
    answer.denial = std::move(decision.error());
    answer.ways = std::visit([&](auto const& each) { return ways_for(each, reason, asked); }, question.command);
    std::erase_if(answer.ways, [&](Way const& way) { return way.empty() || !works(asked, way); });
    if (answer.ways.size() > most_ways) answer.ways.resize(most_ways);
    return answer;
}

} // namespace keyrack::engine
