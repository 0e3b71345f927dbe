#include "engine/standing_questions.hpp"

#include "engine/device_licences.hpp"
#include "engine/question.hpp"
#include "engine/ticket_severity.hpp"
#include "engine/ticket_terms.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

using Given = std::expected<Answer, Denial>;

std::unexpected<Denial> unknown(Reason reason, std::string_view name, std::string key)
{
    return std::unexpected(Denial { reason, { { name, std::move(key) } } });
}

// The entry of the account's latest subscription that stands; none() where there is none.
EntryId entry_of(Ledger const& ledger, std::string const& account)
{
    auto entry = EntryId::none();
    for (ServiceSubscription const& each : ledger.subscriptions().rows())
        if (each.standing == Standing::valid && each.account == account) entry = last_entry(each);
    return entry;
}

// R113, R114, D1: by the number that the operator set for the region.
template <Witness W>
bool is_large_user(Ledger const& ledger, AccountClassAnswer const& answer, W& witness)
{
    bool const large = answer.found.account_class == AccountClass::large_user;
    return witness.demand(Rule::ticket_large_user, large, [&](auto& proof) {
        auto const entry = entry_of(ledger, answer.account);
        proof.fact("region", answer.region);
        proof.fact("account", answer.account, {}, entry);
        if (answer.user_licences) proof.fact("licences", *answer.user_licences, {}, entry);
        if (!answer.found.threshold) return;
        auto const set = ledger.setting(threshold_key(answer.region));
        proof.fact("threshold", std::int64_t { *answer.found.threshold }, {}, ledger.settings()[set].entry);
    });
}

} // namespace

Given answer_to(LicenceQuestion const& question, Asked const& asked)
{
    auto const& [key, number] = question.licence;
    auto const order = asked.ledger.order(key);
    if (!order.exists()) return unknown(Reason::unknown_order, "order", key);
    auto const quantity = asked.ledger.orders()[order].quantity;
    if (number < 1 || number > quantity)
        return std::unexpected(Denial { Reason::unknown_licence,
            { { "licence", key + "/" + std::to_string(number) }, { "quantity", std::int64_t { quantity } } } });
    LicenceRef const licence { order, number };
    LicenceAnswer answer { licence, status_of(asked.ledger, asked.catalogue, licence, asked.as_of), {} };
    if (auto const on = device_licence_of(asked.ledger, licence); on.exists())
        answer.device = asked.ledger.device_licences()[on].device;
    return answer;
}

Given answer_to(AccountClassQuestion const& question, Asked const& asked)
{
    if (!entry_of(asked.ledger, question.account).exists())
        return unknown(Reason::unknown_subscription, "subscription", question.account);
    auto const terms = terms_of(asked.ledger, asked.catalogue);
    AccountClassAnswer answer { question.account, question.region, {}, {}, {} };
    answer.user_licences = user_licences_of(asked.ledger, *terms.support, question.account);
    answer.found = classify(*terms.support, terms.thresholds, question.region, answer.user_licences);
    ProofWitness witness;
    (void)is_large_user(asked.ledger, answer, witness);
    answer.proof = witness.take();
    return answer;
}

Given answer_to(VersionQuestion const& question, Asked const& asked)
{
    auto const& css = asked.ledger.css();
    auto const line = css.line(question.product_line);
    if (!line.exists()) return unknown(Reason::unknown_product_line, "product_line", question.product_line);
    auto const version = css.version(line, question.version);
    if (!version.exists())
        return unknown(Reason::unknown_product_line, "product_line", question.product_line + " " + question.version);
    return VersionAnswer { version_verdict(asked.ledger, asked.catalogue, version, asked.as_of) };
}

} // namespace keyrack::engine
