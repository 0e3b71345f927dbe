#pragma once
// The rules of warranty.hpp, written once. Included where they are instantiated: warranty.cpp for the proof, and the bulk
// passes, which want them inlined.

#include "engine/naming.hpp"
#include "engine/warranty.hpp"

namespace keyrack::engine {

// D6: the warranty that a device has of itself is a parameter of the tenant; the documents give none.
template <Witness W>
std::optional<Date> base_end(Ledger const& ledger, DeviceId id, W& witness)
{
    auto const& years = ledger.tenant().base_warranty_years;
    Date const purchased = ledger.device_columns().purchased_on[id.row()];
    std::optional<Date> const end = years ? std::optional { plus_years(purchased, *years) } : std::nullopt;
    (void)witness.demand(Rule::warranty_base, end.has_value(), [&](auto& proof) {
        proof.add(naming(ledger, id));
        proof.fact("purchased", purchased, id, ledger.devices()[id].entry);
        if (!end) return;
        proof.fact("end", *end, id, ledger.tenant().base_warranty_entry);
        proof.parameter("base_warranty_years", *years, { catalogue::OriginKind::operator_set, {} });
    });
    return end;
}

// R87: while a licence of the programme covers the room, the hardware in it is under warranty.
template <Witness W>
bool warranty_is_extended(Ledger const& ledger, catalogue::Catalogue const& catalogue, DeviceId id, Date day,
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
[[clang::always_inline]] inline Warranty capped(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, DeviceId id, Extension const& extension, W& witness)
{
    auto const& years = catalogue[extension.programme].warranty_cap_years;
    if (!years) return { .base_end = {}, .extended_to = extension.until, .clipped_from = {} };
    Date const purchased = ledger.device_columns().purchased_on[id.row()];
    Date const cap = plus_years(purchased, years->value);
    bool const within = witness.demand(Rule::warranty_cap, extension.until <= cap, [&](auto& proof) {
        proof.add(naming(ledger, id));
        proof.fact("purchased", purchased, id, ledger.devices()[id].entry);
        proof.fact("until", extension.until);
        proof.fact("cap", cap, id);
        proof.parameter("warranty_cap_years", years->value, years->origin);
    });
    if (within) return { .base_end = {}, .extended_to = extension.until, .clipped_from = {} };
    return { .base_end = {}, .extended_to = cap, .clipped_from = extension.until };
}

// The rules in their order. Inlined into the loop over all devices, where a call for each would cost as much as the
// rules.
template <Witness W>
[[clang::always_inline]] inline Warranty judged(Ledger const& ledger, catalogue::Catalogue const& catalogue,
    DeviceId device, Date day, std::span<Extension const> extensions, W& witness)
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

[[nodiscard]] inline std::vector<ExtendingColumn> extending(
    catalogue::Catalogue const& catalogue, CoverageColumns const& columns)
{
    std::vector<ExtendingColumn> extending;
    for (ProgrammeId const id : catalogue.ids()) {
        if (catalogue[id].gives(catalogue::Feature::warranty_extension))
            extending.push_back({ id, columns.programmes[id.row()].until });
    }
    return extending;
}

// Calls `take(DeviceId, Warranty)` for every device that stands, in the order of the rows.
template <class Take>
void warranty_of_each(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, CoverageColumns const& columns, Date day, Take&& take)
{
    NoWitness nobody;
    auto const programmes = extending(catalogue, columns);
    std::vector<Extension> extensions(programmes.size());
    DeviceColumns const& devices = ledger.device_columns();
    auto const count = static_cast<std::uint32_t>(devices.standing.size());
    for (std::uint32_t row = 0; row < count; ++row) {
        auto const id = DeviceId::of_row(row);
        if (devices.standing[row] == Standing::withdrawn) continue;
        std::size_t extended = 0;
        if (auto const room = ledger.room_of(id, day); room.exists()) {
            for (ExtendingColumn const& column : programmes) {
                Date const until = column.until[room.row()];
                extensions[extended] = { column.programme, until };
                extended += until != always ? 1 : 0;
            }
        }
        take(id, judged(ledger, catalogue, id, day, { extensions.data(), extended }, nobody));
    }
}

} // namespace keyrack::engine
