#include "engine/css_question.hpp"

#include "engine/question.hpp"

#include <algorithm>
#include <utility>

namespace keyrack::engine {

namespace {

// Whether the breach is of the ORG-ID, of its customer, or of a contract that covers licences there.
bool touches(Asked const& asked, OrgId org, Breach const& breach)
{
    CssTables const& css = asked.ledger.css();
    switch (breach.kind) {
    case BreachKind::all_in:
    case BreachKind::evasion: return css.scopes()[breach.scope.row()].org == org;
    case BreachKind::tiers: return breach.customer == customer_of(asked.ledger, org);
    case BreachKind::lapsed: break;
    }
    auto const lines = lines_of(css, breach.contract);
    return std::ranges::any_of(lines, [&](ContractLineId id) { return css.contract_lines()[id].org == org; });
}

std::string key_after(CssTables const& css, std::string const& contract)
{
    for (int number = 2;; ++number) {
        auto key = contract + "-" + std::to_string(number);
        if (!css.contract(key).exists()) return key;
    }
}

// A renewal while there is time, a reinstatement afterwards, for as many years as before.
std::vector<Command> steps_for(Asked const& asked, ContractId id, ContractStatus const& status)
{
    CssTables const& css = asked.ledger.css();
    Contract const& row = css.contracts()[id];
    if (status.successor.exists() || row.standing == Standing::withdrawn || asked.as_of < status.term.from) return {};
    auto const key = key_after(css, row.key);
    if (asked.as_of <= status.term.to) return { RenewContract { row.key, key, row.years, asked.as_of, {} } };
    return { ReinstateContract { row.key, key, row.years, asked.as_of, {} } };
}

} // namespace

std::expected<Answer, Denial> answer_to(OrgQuestion const& question, Asked const& asked)
{
    auto const& [ledger, catalogue, as_of] = asked;
    auto const org = ledger.css().org(question.org);
    if (!org.exists()) return std::unexpected(Denial { Reason::unknown_org, { { "org", question.org } } });
    OrgAnswer answer { org, tier_verdict(ledger, catalogue, customer_of(ledger, org), as_of), {}, {} };
    for (std::uint32_t row = 0; row < ledger.css().scopes().size(); ++row) {
        if (ledger.css().scopes()[row].org == org)
            answer.scopes.push_back(scope_verdict(ledger, catalogue, ScopeId::of_row(row), as_of));
    }
    for (Breach const& breach : breaches_on(ledger, catalogue, as_of)) {
        if (touches(asked, org, breach))
            answer.breaches.push_back(
                { breach, owed(ledger, catalogue, breach, as_of), remedies(ledger, catalogue, breach, as_of) });
    }
    return answer;
}

std::expected<Answer, Denial> answer_to(ContractQuestion const& question, Asked const& asked)
{
    auto const& [ledger, catalogue, as_of] = asked;
    auto const contract = ledger.css().contract(question.contract);
    if (!contract.exists())
        return std::unexpected(Denial { Reason::unknown_contract, { { "contract", question.contract } } });
    auto const customer = ledger.css().contracts()[contract].customer;
    auto status = status_of(ledger, catalogue, contract, as_of);
    auto steps = steps_for(asked, contract, status);
    return ContractAnswer { contract, std::move(status), hours_of(ledger, catalogue, contract, as_of),
        manager_verdict(ledger, catalogue, customer, as_of), std::move(steps) };
}

} // namespace keyrack::engine
