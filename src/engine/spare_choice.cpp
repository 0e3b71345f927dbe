#include "engine/spare_choice.hpp"

#include "engine/coverage.hpp"
#include "engine/spares.hpp"

#include <algorithm>
#include <tuple>

namespace keyrack::engine {

namespace {

using catalogue::Catalogue;

// By site row.
std::vector<Courier> couriers(Ledger const& ledger)
{
    std::vector<Courier> couriers(ledger.sites().all().size(), Courier::unknown);
    for (SiteCourier const& each : ledger.site_couriers().rows()) couriers[each.site.row()] = each.courier;
    return couriers;
}

bool has_spares(Catalogue const& catalogue, CoverageColumns const& columns, RoomId room)
{
    for (ProgrammeId const id : catalogue.for_rooms())
        if (catalogue[id].licences_per_spare && columns.programmes[id.row()].by[room.row()].exists()) return true;
    return false;
}

// Calls `take(device, room)` for every device of a known model in a room under a programme that gives spares.
template <class Take>
void each_deployed(Ledger const& ledger, Catalogue const& catalogue, Date day, Take&& take)
{
    auto const columns = coverage_of_all(ledger, catalogue, day);
    for (std::uint32_t row = 0; row < ledger.devices().size(); ++row) {
        auto const id = DeviceId::of_row(row);
        Device const& device = ledger.devices()[id];
        auto const room = ledger.room_of(id, day);
        if (device.standing == Standing::withdrawn || !device.model.exists() || !room.exists()) continue;
        if (has_spares(catalogue, columns, room)) take(device, ledger.rooms()[room]);
    }
}

// What is deployed of each model, by model row.
class Deployed
{
public:
    explicit Deployed(Ledger const& ledger)
        : m_couriers(couriers(ledger)), m_candidates(ledger.models().all().size()), m_sites(m_candidates.size())
    { }

    void add(Device const& device, Room const& room)
    {
        SpareCandidate& candidate = m_candidates[device.model.row()];
        candidate.model = device.model;
        ++candidate.deployed;
        candidate.in_important += room.importance == Importance::important ? 1 : 0;
        if (room.site.exists()) m_sites[device.model.row()].push_back(room.site);
    }

    [[nodiscard]] std::vector<SpareCandidate> take()
    {
        for (std::size_t row = 0; row < m_candidates.size(); ++row) settle(m_candidates[row], m_sites[row]);
        std::erase_if(m_candidates, [](SpareCandidate const& each) { return each.deployed == 0; });
        return std::move(m_candidates);
    }

private:
    void settle(SpareCandidate& candidate, std::vector<SiteId>& sites) const
    {
        std::ranges::sort(sites);
        auto const repeated = std::ranges::unique(sites);
        sites.erase(repeated.begin(), repeated.end());
        for (SiteId const site : sites) {
            Courier const courier = m_couriers[site.row()];
            if (courier == Courier::unreliable) candidate.hard_to_reach.push_back(site);
            candidate.unknown_sites += courier == Courier::unknown ? 1 : 0;
        }
    }

    std::vector<Courier> m_couriers;
    std::vector<SpareCandidate> m_candidates;
    std::vector<std::vector<SiteId>> m_sites;
};

// R93–R95: how the model meets each of the three.
std::vector<Proof> proof_of(Ledger const& ledger, SpareCandidate const& candidate, std::int64_t most, std::int64_t all)
{
    ProofWitness witness;
    std::string const& model = ledger.models()[candidate.model];
    (void)witness.demand(Rule::spare_common, candidate.deployed == most, [&](Description& proof) {
        proof.fact("model", model);
        proof.fact("deployed", candidate.deployed);
        proof.fact("devices", all);
    });
    (void)witness.demand(Rule::spare_important, candidate.in_important > 0, [&](Description& proof) {
        proof.fact("model", model);
        proof.fact("rooms", candidate.in_important);
    });
    (void)witness.demand(Rule::spare_courier, !candidate.hard_to_reach.empty(), [&](Description& proof) {
        proof.fact("model", model);
        proof.fact("sites", static_cast<std::int64_t>(candidate.hard_to_reach.size()));
        proof.fact("unknown", candidate.unknown_sites);
    });
    return witness.take();
}

// R97: a spare is of a model that was bought and is deployed, so that it can be swapped in at once.
template <Witness W>
bool spare_matches(std::string const& model, std::int64_t deployed, Date day, W& witness)
{
    return witness.demand(Rule::spare_matches, deployed > 0, [&](auto& proof) {
        proof.fact("model", model);
        proof.fact("deployed", deployed);
        proof.fact("day", day);
    });
}

} // namespace

SpareChoiceAnswer choice_of_spares(Ledger const& ledger, Catalogue const& catalogue, Date day)
{
    SpareChoiceAnswer answer;
    answer.spares = spares_on(ledger, catalogue, day).earned;
    Deployed deployed { ledger };
    each_deployed(ledger, catalogue, day, [&](Device const& device, Room const& room) {
        deployed.add(device, room);
        ++answer.devices;
    });
    answer.candidates = deployed.take();
    std::ranges::stable_sort(answer.candidates, {}, [&](SpareCandidate const& each) {
        return std::tuple { -each.deployed, -each.in_important, -std::ssize(each.hard_to_reach),
            std::string_view { ledger.models()[each.model] } };
    });
    auto const most = answer.candidates.empty() ? 0 : answer.candidates.front().deployed;
    for (SpareCandidate& each : answer.candidates) each.proof = proof_of(ledger, each, most, answer.devices);
    return answer;
}

SpareMatchAnswer match_of_spare(Ledger const& ledger, Catalogue const& catalogue, std::string const& model, Date day)
{
    SpareMatchAnswer answer;
    answer.model = model;
    auto const wanted = ledger.models().find(model);
    each_deployed(ledger, catalogue, day,
        [&](Device const& device, Room const&) { answer.deployed += device.model == wanted ? 1 : 0; });
    ProofWitness witness;
    answer.answer = spare_matches(model, answer.deployed, day, witness) ? Holds::yes : Holds::no;
    answer.proof = witness.take();
    return answer;
}

} // namespace keyrack::engine
