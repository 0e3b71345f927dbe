#include "engine/fold.hpp"

#include "engine/draft.hpp"

#include <algorithm>
#include <utility>

namespace keyrack::engine {

namespace {

bool refuses(Reason reason, Manner manner)
{
    if (manner == Manner::history) return reason <= last_structural_reason;
    return reason < first_that_never_refuses;
}

// The most decisive objection that refuses the command, or the end.
std::vector<Denial>::iterator refusal(std::vector<Denial>& objections, Manner manner)
{
    auto const decisive = std::ranges::min_element(objections, {}, &Denial::reason);
    if (decisive != objections.end() && !refuses(decisive->reason, manner))
        return objections.end(); // what is less decisive refuses nothing either
    return decisive;
}

} // namespace

std::expected<Decision, Denial> decide(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, Command const& command, EntryId entry, Manner manner)
{
    if (!ledger.opened() && !std::holds_alternative<OpenTenant>(command))
        return std::unexpected(Denial { Reason::not_the_first_entry, {} });
    Draft draft { ledger, catalogue, entry };
    std::visit([&](auto const& each) { decide_on(each, draft); }, command);
    if (auto const decisive = refusal(draft.objections, manner); decisive != draft.objections.end())
        return std::unexpected(std::move(*decisive));
    if (manner == Manner::live)
        std::erase_if(draft.objections, [](Denial const& each) { return each.reason < first_warning; });
    std::ranges::stable_sort(draft.objections, {}, &Denial::reason);
    return Decision { std::move(draft.changes), std::move(draft.objections) };
}

std::expected<std::vector<Denial>, Denial> fold(
    Ledger& ledger, catalogue::Catalogue const& catalogue, Command const& command, EntryId entry, Manner manner)
{
    auto decision = decide(ledger, catalogue, command, entry, manner);
    if (!decision) return std::unexpected(std::move(decision.error()));
    for (Change& change : decision->changes) ledger.apply(std::move(change));
    return std::move(decision->flags);
}

} // namespace keyrack::engine
