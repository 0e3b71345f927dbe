#include "engine/warranty.hpp"

#include "engine/warranty_rules.hpp"

namespace keyrack::engine {

using catalogue::Catalogue;

template <Witness W>
Warranty warranty_of(Ledger const& ledger, Catalogue const& catalogue, DeviceId device, Date day,
    std::span<Extension const> extensions, W& witness)
{
    auto const of = device_case(ledger, catalogue, device, day, EachAlone {});
    std::vector<CappedExtension> capped;
    for (Extension const& extension : extensions) capped.push_back(capped_by_terms(of, extension, EachAlone {}));
    return judged(of, std::span<CappedExtension const> { capped }, witness);
}

template Warranty warranty_of(Ledger const&, Catalogue const&, DeviceId, Date, std::span<Extension const>, NoWitness&);
template Warranty warranty_of(
    Ledger const&, Catalogue const&, DeviceId, Date, std::span<Extension const>, ProofWitness&);

WarrantyState state_on(Warranty const& warranty, Date day)
{
    auto const end = warranty.end();
    if (!end) return WarrantyState::unknown;
    if (*end <= day) return WarrantyState::ended;
    if (warranty.extended_to && warranty.clipped_from) return WarrantyState::capped;
    bool const longer = warranty.extended_to && *warranty.extended_to > warranty.base_end.value_or(always);
    return longer ? WarrantyState::extended : WarrantyState::base;
}

std::vector<Warranty> warranty_of_all(
    Ledger const& ledger, Catalogue const& catalogue, CoverageColumns const& columns, Date day)
{
    std::vector<Warranty> warranties(ledger.devices().size());
    warranty_of_each(ledger, catalogue, columns, day,
        [&](DeviceId id, Warranty const& warranty) { warranties[id.row()] = warranty; });
    return warranties;
}

} // namespace keyrack::engine
