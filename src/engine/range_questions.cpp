#include "engine/range_questions.hpp"

#include "engine/country.hpp"
#include "engine/question.hpp"
#include "engine/spare_choice.hpp"

namespace keyrack::engine {

namespace {

using Given = std::expected<Answer, Denial>;
using catalogue::Catalogue;
using catalogue::Feature;

// R84–R86: it is in the list of what the service is provided for.
template <Witness W>
bool product_supported(Catalogue const& catalogue, std::string const& model, W& witness)
{
    auto const* const product = catalogue.range().product(model);
    return witness.demand(Rule::product_supported, product != nullptr, [&](auto& proof) {
        proof.fact("model", model);
        if (!product) return;
        proof.fact("product", product->name);
        proof.parameter("products", 1, product->origin);
    });
}

// R104: it comes with some products, whether Select is bought or not.
template <Witness W>
bool jumpstart_included(Asked const& asked, DeviceId id, W& witness)
{
    std::string const& model = asked.ledger.models()[asked.ledger.devices()[id].model];
    auto const& products = asked.catalogue.range().jumpstart.included_with;
    return witness.demand(Rule::jumpstart_included, asked.catalogue.range().has_jumpstart(model), [&](auto& proof) {
        proof.add(naming(asked.ledger, id));
        if (!model.empty()) proof.fact("model", model);
        proof.parameter("included_with", std::ssize(products.value), products.origin);
    });
}

// R103, D26: from the day of purchase to so many days after it, the last one included.
template <Witness W>
bool jumpstart_runs(Asked const& asked, DeviceId id, W& witness)
{
    Device const& device = asked.ledger.devices()[id];
    auto const& days = asked.catalogue.range().jumpstart.days;
    Date const last_day = plus_days(device.purchased_on, days.value);
    bool const runs = device.purchased_on <= asked.as_of && asked.as_of <= last_day;
    return witness.demand(Rule::jumpstart_runs, runs, [&](auto& proof) {
        proof.add(naming(asked.ledger, id));
        proof.fact("purchased", device.purchased_on, id, device.entry);
        proof.fact("last_day", last_day, id);
        proof.fact("day", asked.as_of);
        proof.parameter("jumpstart_days", days.value, days.origin);
    });
}

// R105, R106: a licence that brings premium support covers the room of the device.
template <Witness W>
bool better_with_select(Asked const& asked, DeviceId id, W& witness)
{
    auto const room = asked.ledger.room_of(id, asked.as_of);
    Verdict cover;
    if (room.exists()) cover = has_feature(asked.ledger, asked.catalogue, room, Feature::premium_support, asked.as_of);
    return witness.demand(Rule::better_with_select, cover.answer == Holds::yes, [&](auto& proof) {
        proof.add(naming(asked.ledger, id));
        proof.fact("day", asked.as_of);
        if (room.exists()) proof.add(naming(asked.ledger, room));
        if (!cover.by.exists()) return;
        auto const order = asked.ledger.assignments()[cover.by].order;
        proof.add(naming(asked.catalogue, asked.ledger.orders()[order].programme));
    });
}

// R82, R83: by the terms that are recorded; where none are, it is provided as everywhere.
template <Witness W>
bool country_is_served(Asked const& asked, ProgrammeId programme, Country country, CountryTermsId id, W& witness)
{
    auto const* const terms = id.exists() ? &asked.ledger.country_terms()[id] : nullptr;
    return witness.demand(Rule::country_is_served, !terms || is_provided(*terms), [&](auto& proof) {
        proof.add(naming(asked.catalogue, programme));
        if (terms) return describe(country, *terms, proof);
        proof.fact("country", written(country));
        proof.fact("terms", std::string { code(Availability::available) });
    });
}

} // namespace

Given answer_to(ProductQuestion const& question, Asked const& asked)
{
    ProofWitness witness;
    static_cast<void>(product_supported(asked.catalogue, question.model, witness));
    return ProductAnswer { question.model, asked.catalogue.range().product(question.model), witness.take() };
}

Given answer_to(JumpstartQuestion const& question, Asked const& asked)
{
    auto const id = asked.ledger.device(question.serial);
    if (!id.exists()) return std::unexpected(Denial { Reason::unknown_device, { { "device", question.serial } } });
    ProofWitness witness;
    bool const included = jumpstart_included(asked, id, witness);
    bool const runs = jumpstart_runs(asked, id, witness);
    JumpstartAnswer answer;
    answer.device = id;
    answer.answer = holds(included && runs);
    if (included)
        answer.last_day =
            plus_days(asked.ledger.devices()[id].purchased_on, asked.catalogue.range().jumpstart.days.value);
    answer.better_with_select = holds(better_with_select(asked, id, witness));
    answer.proof = witness.take();
    return answer;
}

Given answer_to(CountryQuestion const& question, Asked const& asked)
{
    auto const is_letter = [](char each) { return each >= 'A' && each <= 'Z'; };
    bool const written =
        question.country.size() == 2 && is_letter(question.country[0]) && is_letter(question.country[1]);
    if (!written) return std::unexpected(Denial { Reason::bad_country, { { "country", question.country } } });
    CountryAnswer answer { { { question.country[0], question.country[1] } }, {}, {} };
    ProofWitness witness;
    for (ProgrammeId const programme : asked.catalogue.ids()) {
        answer.terms.push_back(terms_in(asked.ledger, programme, answer.country, asked.as_of));
        (void)country_is_served(asked, programme, answer.country, answer.terms.back(), witness);
    }
    answer.proof = witness.take();
    return answer;
}

Given answer_to(SpareChoiceQuestion const&, Asked const& asked)
{
    return choice_of_spares(asked.ledger, asked.catalogue, asked.as_of);
}

Given answer_to(SpareMatchQuestion const& question, Asked const& asked)
{
    return match_of_spare(asked.ledger, asked.catalogue, question.model, asked.as_of);
}

} // namespace keyrack::engine
