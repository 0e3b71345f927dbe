#include "support/every_question.hpp"

#include "engine/country.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace keyrack::test {

using namespace engine;

namespace {

using Questions = std::vector<Question>;
using Proofs = std::vector<Proof>;

constexpr catalogue::Feature features[] { catalogue::Feature::warranty_extension, catalogue::Feature::insights,
    catalogue::Feature::alerts, catalogue::Feature::premium_support, catalogue::Feature::next_business_day_rma,
    catalogue::Feature::instant_rma, catalogue::Feature::success_manager };
constexpr RoomState states[] { RoomState::online, RoomState::needs_attention, RoomState::offline };

void about_rooms(Ledger const& ledger, catalogue::Catalogue const& catalogue, Questions& into)
{
    std::set<std::string> countries { "NO" };
    for (auto const& room : ledger.rooms().rows()) {
        into.emplace_back(CoverageQuestion { room.key, "" });
        for (ProgrammeId const id : catalogue.for_rooms())
            into.emplace_back(CoverageQuestion { room.key, catalogue[id].key });
        for (auto const feature : features) into.emplace_back(FeatureQuestion { room.key, feature });
        into.emplace_back(HelpQuestion { room.key, {} });
        for (auto const state : states) into.emplace_back(HelpQuestion { room.key, state });
        if (room.country.known()) countries.insert(written(room.country));
    }
    for (auto const& country : countries) into.emplace_back(CountryQuestion { country });
    into.emplace_back(SyncImportQuestion { { SyncListed { "sync-1", "Loch", "Oslo", "NO", RoomState::offline } } });
}

void about_devices(Ledger const& ledger, Questions& into)
{
    for (auto const& device : ledger.devices().rows()) {
        into.emplace_back(WarrantyQuestion { device.serial });
        into.emplace_back(JumpstartQuestion { device.serial });
        into.emplace_back(ReplacementQuestion { device.serial });
    }
    for (auto const& model : ledger.models().all()) {
        into.emplace_back(ProductQuestion { model });
        into.emplace_back(SpareMatchQuestion { model });
    }
    into.emplace_back(SpareChoiceQuestion {});
    into.emplace_back(SparesQuestion {});
}

void about_orders_and_people(Ledger const& ledger, Date as_of, Questions& into)
{
    for (auto const& order : ledger.orders().rows()) {
        into.emplace_back(OrderQuestion { order.key });
        for (std::int32_t number = 1; number <= std::min(order.quantity, 4); ++number)
            into.emplace_back(LicenceQuestion {
                { order.key, number }
            });
        into.emplace_back(TryQuestion {
            CancelOrder { order.key, as_of }
        });
        into.emplace_back(TryQuestion { RemoveOrder { order.key } });
    }
    for (auto const& order : ledger.service_orders().rows()) into.emplace_back(ServiceOrderQuestion { order.key });
    for (auto const& invitation : ledger.invitations().rows()) {
        into.emplace_back(InvitationQuestion { invitation.key });
        into.emplace_back(TryQuestion {
            AcceptInvitation { invitation.key, invitation.email, as_of }
        });
        into.emplace_back(TryQuestion { WithdrawInvitation { invitation.key } });
    }
    for (auto const& person : ledger.people().rows()) into.emplace_back(PersonQuestion { person.key });
}

void about_support(Ledger const& ledger, Questions& into)
{
    for (auto const& org : ledger.css().orgs().rows()) into.emplace_back(OrgQuestion { org.key });
    for (auto const& contract : ledger.css().contracts().rows()) into.emplace_back(ContractQuestion { contract.key });
    for (auto const& ticket : ledger.tickets().rows()) into.emplace_back(TicketQuestion { ticket.key, {} });
    into.emplace_back(ClocksQuestion {});
    for (auto const& each : ledger.subscriptions().rows())
        for (auto const* region : { "EU", "US" }) into.emplace_back(AccountClassQuestion { each.account, region });
    for (auto const& version : ledger.css().versions().rows())
        into.emplace_back(VersionQuestion { ledger.css().lines()[version.line].key, version.key });
}

void append(Proofs& into, Proofs const& more)
{
    into.insert(into.end(), more.begin(), more.end());
}

// What an answer holds in proofs; those of a kind that has none hold nothing.
struct ProofsIn
{
    Asked const& asked;

    Proofs operator()(CoverageAnswer const& answer) const { return answer.verdict.proof; }
    Proofs operator()(FeatureAnswer const& answer) const { return answer.verdict.proof; }
    Proofs operator()(WarrantyAnswer const& answer) const { return answer.verdict.proof; }
    Proofs operator()(OrderAnswer const& answer) const { return answer.status.proof; }
    Proofs operator()(SparesAnswer const& answer) const { return { answer.proof, answer.agreement }; }
    Proofs operator()(HelpAnswer const& answer) const { return answer.verdict.proof; }
    Proofs operator()(LicenceAnswer const& answer) const { return answer.status.proof; }
    Proofs operator()(VersionAnswer const& answer) const { return answer.verdict.proof; }
    Proofs operator()(PlanAnswer const&) const { return {}; }
    Proofs operator()(ForecastAnswer const&) const { return {}; }
    Proofs operator()(TryAnswer const&) const { return {}; }
    Proofs operator()(GuideAnswer const&) const { return {}; }
    Proofs operator()(SyncImportAnswer const&) const { return {}; }
    Proofs operator()(ServiceOrderAnswer const& answer) const
    {
        auto proofs = answer.proof;
        if (answer.as) append(proofs, answer.as->proof);
        return proofs;
    }
    Proofs operator()(OrgAnswer const& answer) const
    {
        auto proofs = answer.tiers.proof;
        for (auto const& scope : answer.scopes) append(proofs, scope.proof);
        for (auto const& each : answer.breaches)
            append(proofs, proof_of(asked.ledger, asked.catalogue, each.breach, asked.as_of));
        return proofs;
    }
    Proofs operator()(ContractAnswer const& answer) const
    {
        auto proofs = answer.status.proof;
        append(proofs, answer.hours.proof);
        append(proofs, answer.manager.proof);
        return proofs;
    }
    Proofs operator()(SpareChoiceAnswer const& answer) const
    {
        Proofs proofs;
        for (auto const& candidate : answer.candidates) append(proofs, candidate.proof);
        return proofs;
    }
    template <class Each>
    Proofs operator()(Each const& answer) const
    {
        return answer.proof;
    }
};

} // namespace

Questions questions_about(Ledger const& ledger, catalogue::Catalogue const& catalogue, Date as_of)
{
    Questions questions {
        PlanQuestion {},
         PlanQuestion { { Priority::important_rooms }, "select" },
        ForecastQuestion { as_of + Days { 500 } },
         GuideQuestion {}
    };
    for (auto const& guide : catalogue.guidebook().guides) questions.emplace_back(GuideQuestion { guide.key });
    about_rooms(ledger, catalogue, questions);
    about_devices(ledger, questions);
    about_orders_and_people(ledger, as_of, questions);
    about_support(ledger, questions);
    return questions;
}

Proofs proofs_in(Answer const& answer, Asked const& asked)
{
    return std::visit(ProofsIn { asked }, static_cast<AnswerKinds const&>(answer));
}

} // namespace keyrack::test
