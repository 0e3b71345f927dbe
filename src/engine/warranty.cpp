#include "engine/warranty.hpp"

#include "engine/naming.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

using catalogue::Catalogue;

// D6: the warranty that a device has of itself is a parameter of the tenant; the documents give none.
template <Witness W>
std::optional<Date> base_end(Ledger const& ledger, DeviceId id, W& witness)
{
    Device const& device = ledger.devices()[id];
    auto const& years = ledger.tenant().base_warranty_years;
    std::optional<Date> const end = years ? std::optional { plus_years(device.purchased_on, *years) } : std::nullopt;
    (void)witness.demand(Rule::warranty_base, end.has_value(), [&](auto& proof) {
        proof.add(naming(ledger, id));
        proof.fact("purchased", device.purchased_on, id, device.entry);
        if (!end) return;
        proof.fact("end", *end, id, ledger.tenant().base_warranty_entry);
        proof.parameter("base_warranty_years", *years, { catalogue::OriginKind::operator_set, {} });
    });
    return end;
}

// R87: while a licence of the programme covers the room, the hardware in it is under warranty.
template <Witness W>
bool warranty_is_extended(Ledger const& ledger, Catalogue const& catalogue, DeviceId id, Date day,
    std::span<Extension const> extensions, W& witness)
{
    return witness.demand(Rule::warranty_extension, !extensions.empty(), [&](auto& proof) {
        proof.add(naming(ledger, id));
        proof.fact("day", day);
        if (auto const room = ledger.room_of(id, day); room.exists()) proof.add(naming(ledger, room));
        for (Extension const& extension : extensions) {
            proof.add(naming(catalogue, extension.programme));
            proof.fact("until", extension.until);
        }
    });
}

// R88, D6: never past so many years from the device's purchase.
template <Witness W>
Warranty capped(Ledger const& ledger, Catalogue const& catalogue, DeviceId id, Extension const& extension, W& witness)
{
    auto const& years = catalogue[extension.programme].warranty_cap_years;
    if (!years) return { .base_end = {}, .extended_to = extension.until, .clipped_from = {} };
    Device const& device = ledger.devices()[id];
    Date const cap = plus_years(device.purchased_on, years->value);
    bool const within = witness.demand(Rule::warranty_cap, extension.until <= cap, [&](auto& proof) {
        proof.add(naming(ledger, id));
        proof.fact("purchased", device.purchased_on, id, device.entry);
        proof.fact("until", extension.until);
        proof.fact("cap", cap, id);
        proof.parameter("warranty_cap_years", years->value, years->origin);
    });
    if (within) return { .base_end = {}, .extended_to = extension.until, .clipped_from = {} };
    return { .base_end = {}, .extended_to = cap, .clipped_from = extension.until };
}

// The rules in their order. Inlined into the loop over all devices, where a call for each would cost as much as the rules.
template <Witness W>
[[clang::always_inline]] inline Warranty judged(Ledger const& ledger, Catalogue const& catalogue, DeviceId device,
    Date day, std::span<Extension const> extensions, W& witness)
{
    Warranty warranty;
    auto const base = base_end(ledger, device, witness);
    if (warranty_is_extended(ledger, catalogue, device, day, extensions, witness)) {
        for (Extension const& extension : extensions) {
            Warranty const each = capped(ledger, catalogue, device, extension, witness);
            if (each.extended_to > warranty.extended_to) warranty = each;
        }
    }
    warranty.base_end = base;
    return warranty;
}

// A programme that extends warranty, and until when it covers each room.
struct ExtendingColumn
{
    ProgrammeId programme;
    std::span<Date const> until; // by room row; `always` where not covered
};

std::vector<ExtendingColumn> extending(Catalogue const& catalogue, CoverageColumns const& columns)
{
    std::vector<ExtendingColumn> extending;
    for (ProgrammeId const id : catalogue.ids()) {
        if (catalogue[id].gives(catalogue::Feature::warranty_extension))
            extending.push_back({ id, columns.programmes[id.row()].until });
    }
    return extending;
}

} // namespace

template <Witness W>
Warranty warranty_of(Ledger const& ledger, Catalogue const& catalogue, DeviceId device, Date day,
    std::span<Extension const> extensions, W& witness)
{
    return judged(ledger, catalogue, device, day, extensions, witness);
}

template Warranty warranty_of(Ledger const&, Catalogue const&, DeviceId, Date, std::span<Extension const>, NoWitness&);
template Warranty warranty_of(
    Ledger const&, Catalogue const&, DeviceId, Date, std::span<Extension const>, ProofWitness&);

std::vector<Warranty> warranty_of_all(
    Ledger const& ledger, Catalogue const& catalogue, CoverageColumns const& columns, Date day)
{
    NoWitness nobody;
    auto const columns_that_extend = extending(catalogue, columns);
    std::vector<Extension> extensions(columns_that_extend.size());
    std::vector<Warranty> warranties(ledger.devices().size());
    for (std::uint32_t row = 0; row < warranties.size(); ++row) {
        auto const id = DeviceId::of_row(row);
        if (ledger.devices()[id].standing == Standing::withdrawn) continue;
        std::size_t count = 0;
        auto const room = ledger.room_of(id, day);
        for (ExtendingColumn const& column : columns_that_extend) {
            if (room.exists() && column.until[room.row()] != always)
                extensions[count++] = { column.programme, column.until[room.row()] };
        }
        warranties[row] = judged(ledger, catalogue, id, day, { extensions.data(), count }, nobody);
    }
    return warranties;
}

} // namespace keyrack::engine
