#include "engine/question.hpp"

#include "engine/setup.hpp"
#include "engine/spares.hpp"

#include <utility>

namespace keyrack::engine {

Answer::Answer() = default;
Answer::Answer(Answer const& other) = default;
Answer::Answer(Answer&& other) noexcept = default;
Answer& Answer::operator=(Answer const& other) = default;
Answer& Answer::operator=(Answer&& other) noexcept = default;
Answer::~Answer() = default;

namespace {

using Given = std::expected<Answer, Denial>;

std::unexpected<Denial> unknown(Reason reason, std::string_view name, std::string const& key)
{
    return std::unexpected(Denial { reason, { { name, key } } });
}

} // namespace

Given answer_to(CoverageQuestion const& question, Asked const& asked)
{
    auto const room = asked.ledger.room(question.room);
    if (!room.exists()) return unknown(Reason::unknown_room, "room", question.room);
    if (question.programme.empty())
        return CoverageAnswer { room, std::nullopt, covered(asked.ledger, asked.catalogue, room, asked.as_of) };
    auto const programme = asked.catalogue.find(question.programme);
    if (!programme.exists()) return unknown(Reason::unknown_programme, "programme", question.programme);
    return CoverageAnswer { room, programme, covered_by(asked.ledger, asked.catalogue, room, programme, asked.as_of) };
}

Given answer_to(FeatureQuestion const& question, Asked const& asked)
{
    auto const room = asked.ledger.room(question.room);
    if (!room.exists()) return unknown(Reason::unknown_room, "room", question.room);
    return FeatureAnswer { room, question.feature,
        has_feature(asked.ledger, asked.catalogue, room, question.feature, asked.as_of) };
}

Given answer_to(WarrantyQuestion const& question, Asked const& asked)
{
    auto const device = asked.ledger.device(question.serial);
    if (!device.exists()) return unknown(Reason::unknown_device, "device", question.serial);
    return WarrantyAnswer { device, warranty_on(asked.ledger, asked.catalogue, device, asked.as_of) };
}

Given answer_to(OrderQuestion const& question, Asked const& asked)
{
    auto const order = asked.ledger.order(question.order);
    if (!order.exists()) return unknown(Reason::unknown_order, "order", question.order);
    return OrderAnswer { order, status_of(asked.ledger, asked.catalogue, order, asked.as_of) };
}

Given answer_to(SparesQuestion const&, Asked const& asked)
{
    SparesAnswer answer;
    answer.spares = spares_on(asked.ledger, asked.catalogue, asked.as_of);
    answer.proof = proof_of_spares(asked.ledger, asked.catalogue, asked.as_of);
    ProofWitness witness;
    bool const all_agreed = spare_is_agreed(asked.ledger, answer.spares.earned, asked.as_of, witness);
    answer.all_agreed = all_agreed ? Holds::yes : Holds::no;
    answer.agreement = std::move(witness.take().front());
    for (std::uint32_t row = 0; row < asked.ledger.onsite_spares().size(); ++row) {
        auto const id = OnsiteSpareId::of_row(row);
        OnsiteSpare const& spare = asked.ledger.onsite_spares()[id];
        if (spare.standing == Standing::valid && spare.agreed_on <= asked.as_of) answer.agreed.push_back(id);
    }
    return answer;
}

Given answer_to(PlanQuestion const& question, Asked const& asked)
{
    PlanWishes wishes;
    if (!question.by.empty()) wishes.by = question.by;
    if (!question.programme.empty()) {
        wishes.programme = asked.catalogue.find(question.programme);
        if (!wishes.programme.exists()) return unknown(Reason::unknown_programme, "programme", question.programme);
    }
    auto plan = plan_on(asked.ledger, asked.catalogue, wishes, asked.as_of);
    return PlanAnswer { std::move(wishes), std::move(plan) };
}

Given answer_to(ForecastQuestion const& question, Asked const& asked)
{
    Period const days { asked.as_of, question.until };
    if (days.empty())
        return std::unexpected(Denial { Reason::bad_period, { { "from", asked.as_of }, { "to", question.until } } });
    return ForecastAnswer { forecast_of(asked.ledger, asked.catalogue, days) };
}

Given verdict(Ledger const& ledger, catalogue::Catalogue const& catalogue, Question const& question, Date as_of)
{
    Asked const asked { ledger, catalogue, as_of };
    return std::visit([&](auto const& each) { return answer_to(each, asked); }, question);
}

} // namespace keyrack::engine
