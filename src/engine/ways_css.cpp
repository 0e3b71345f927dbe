// What would do instead of a refused command about ORG-IDs, product lines and software licences.

#include "engine/css.hpp"
#include "engine/ways_parts.hpp"

#include <iterator>
#include <set>

namespace keyrack::engine {

namespace {

// As many as are left, from the day on which they were there.
template <class Kind>
Ways of_what_is_there(Kind const& command, Reason reason, Asked const& asked)
{
    auto const& css = asked.ledger.css();
    auto const id = css.holding(command.licences);
    bool const fits = reason == Reason::not_enough_licences || reason == Reason::before_acquired;
    if (!fits || !id.exists()) return {};
    Kind other = command;
    other.count = static_cast<std::int32_t>(std::min<std::int64_t>(command.count, unclaimed(css, id)));
    other.on = std::max(command.on, css.holdings()[id].acquired_on);
    if (other.count < 1) return {}; // none is left
    return { instead(std::move(other)) };
}

// R179: licences and contracts of the ORG-ID or the product line are taken back.
template <class IdOf>
std::vector<Command> without_licences(CssTables const& css, IdOf Holding::* held, IdOf ContractLine::* covered, IdOf id)
{
    std::vector<Command> steps;
    std::set<ContractId> contracts;
    for (ContractLine const& line : css.contract_lines().rows())
        if (line.standing == Standing::valid && line.*covered == id && contracts.insert(line.contract).second)
            steps.emplace_back(RemoveCoverage { css.contracts()[line.contract].key });
    auto const& rows = css.holdings().rows();
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) { // what came by a transfer before what it came from
        if (row->standing == Standing::withdrawn || (*row).*held != id) continue;
        if (row->from.exists())
            steps.emplace_back(WithdrawTransfer { css.holdings()[row->from].key, row->key });
        else
            steps.emplace_back(RemoveSoftwareLicences { row->key });
    }
    return steps;
}

Ways with_tickets(std::vector<Command> steps, std::vector<Command> tickets, Command const& command)
{
    std::ranges::move(tickets, std::back_inserter(steps));
    return steps.empty() ? Ways {} : Ways { after(std::move(steps), command) };
}

// What left the lot by a transfer, or brought it: comes back, the latest first. What was retired does not (R181).
std::vector<Command> without_transfers(CssTables const& css, HoldingId lot)
{
    std::vector<Command> steps;
    auto const& rows = css.departures().rows();
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        bool const of_lot = row->holding == lot || row->to == lot;
        if (row->standing == Standing::withdrawn || !of_lot || row->kind != DepartureKind::transferred) continue;
        steps.emplace_back(WithdrawTransfer { css.holdings()[row->holding].key, css.holdings()[row->to].key });
    }
    return steps;
}

} // namespace

Ways ways_for(RemoveOrgId const& command, Reason reason, Asked const& asked)
{
    auto const& css = asked.ledger.css();
    auto const id = css.org(command.org);
    if (reason != Reason::has_dependents || !id.exists()) return {};
    return with_tickets(without_licences(css, &Holding::org, &ContractLine::org, id),
        without_tickets(asked, &SupportTicket::org, id), command);
}

Ways ways_for(RemoveProductLine const& command, Reason reason, Asked const& asked)
{
    auto const& css = asked.ledger.css();
    auto const id = css.line(command.product_line);
    if (reason != Reason::has_dependents || !id.exists()) return {};
    return with_tickets(without_licences(css, &Holding::line, &ContractLine::line, id),
        without_tickets(asked, &SupportTicket::line, id), command);
}

// A lot that came by a transfer is taken back with it.
Ways ways_for(RemoveSoftwareLicences const& command, Reason reason, Asked const& asked)
{
    auto const& css = asked.ledger.css();
    auto const id = css.holding(command.licences);
    if (reason != Reason::has_dependents || !id.exists()) return {};
    if (auto const from = css.holdings()[id].from; from.exists())
        return { instead(WithdrawTransfer { css.holdings()[from].key, command.licences }) };
    auto steps = without_transfers(css, id);
    return steps.empty() ? Ways {} : Ways { after(std::move(steps), command) };
}

Ways ways_for(RetireLicences const& command, Reason reason, Asked const& asked)
{
    return of_what_is_there(command, reason, asked);
}

Ways ways_for(TransferLicences const& command, Reason reason, Asked const& asked)
{
    return of_what_is_there(command, reason, asked);
}

// What went on from there comes back first; where there was no such transfer, one that there was.
Ways ways_for(WithdrawTransfer const& command, Reason reason, Asked const& asked)
{
    auto const& css = asked.ledger.css();
    auto const to = css.holding(command.becomes);
    if (reason == Reason::has_dependents) {
        auto steps = without_transfers(css, to);
        std::erase(steps, Command { command });
        return steps.empty() ? Ways {} : Ways { after(std::move(steps), command) };
    }
    Ways ways;
    if (reason != Reason::unknown_transfer) return ways;
    for (Departure const& row : css.departures().rows()) {
        if (row.standing == Standing::withdrawn || row.kind != DepartureKind::transferred) continue;
        WithdrawTransfer other { css.holdings()[row.holding].key, css.holdings()[row.to].key };
        bool const alike = other.licences == command.licences || other.becomes == command.becomes;
        if (alike) ways.push_back(instead(std::move(other)));
    }
    return ways;
}

} // namespace keyrack::engine
