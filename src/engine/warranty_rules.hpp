#pragma once
// The rules of warranty.hpp, written once. Included where they are instantiated: warranty.cpp for the proof, and the bulk
// passes, which want them inlined.

#include "engine/anniversaries.hpp"
#include "engine/bulk.hpp"
#include "engine/coverage_rules.hpp"
#include "engine/device_licences.hpp"
#include "engine/naming.hpp"
#include "engine/warranty.hpp"

namespace keyrack::engine {

// D6: the warranty that a device has of itself is a parameter of the tenant; the documents give none.
template <Witness W, class Calendar>
std::optional<Date> base_end(Ledger const& ledger, DeviceId id, Calendar const& calendar, W& witness)
{
    auto const& years = ledger.tenant().base_warranty_years;
    Date const purchased = ledger.device_columns().purchased_on[id.row()];
    std::optional<Date> const end = years ? std::optional { calendar.plus_years(purchased, *years) } : std::nullopt;
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

// Those of the terms of the order. Only where they ever changed is there something to look for.
[[nodiscard]] inline auto const& cap_years_of(catalogue::Programme const& programme, Date purchased)
{
    return programme.earlier ? programme.warranty_cap_years_on(purchased) : programme.warranty_cap_years;
}

// R88, D6: never past so many years from the device's purchase.
template <Witness W, class Calendar>
[[clang::always_inline]] inline Warranty capped(Ledger const& ledger, catalogue::Catalogue const& catalogue,
    DeviceId id, Extension const& extension, Calendar const& calendar, W& witness)
{
    auto const& years = cap_years_of(catalogue[extension.programme], extension.purchased);
    if (!years) return { .base_end = {}, .extended_to = extension.until, .clipped_from = {} };
    Date const purchased = ledger.device_columns().purchased_on[id.row()];
    Date const cap = calendar.plus_years(purchased, years->value);
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

// R14, R67: the licence is on the device since a day.
template <Witness W>
bool device_licence(Ledger const& ledger, DeviceLicence const& row, Date day, W& witness)
{
    return witness.demand(Rule::device_licence, row.on <= day, [&](auto& proof) {
        proof.add(naming(ledger, LicenceRef { row.order, row.number }));
        proof.add(naming(ledger, row.device));
        proof.fact("from", row.on, LicenceRef { row.order, row.number }, row.entry);
        proof.fact("day", day);
    });
}

// R13, R66, D25: so many years after the device's own warranty. Without one there is nothing to lengthen.
template <Witness W>
bool device_extension(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, DeviceLicenceId id, Date day, W& witness)
{
    DeviceLicence const& row = ledger.device_licences()[id];
    auto const until = extension_by(ledger, row.order, row.device);
    auto const judge = [&](auto& parts) {
        bool const on_device = device_licence(ledger, row, day, parts);
        return order_is_not_cancelled(order_case(ledger, catalogue, row.order, day), parts) && on_device;
    };
    bool const extends = witness.compose(Rule::device_extension, judge, [&](auto& proof) {
        proof.add(naming(ledger, row.device));
        proof.add(naming(ledger, LicenceRef { row.order, row.number }));
        proof.fact("years", std::int64_t { ledger.orders()[row.order].years }, row.order);
        if (until) proof.fact("until", *until, row.device);
    });
    return extends && until && row.standing == Standing::valid;
}

// The most that licences on the device itself give, within the cap.
template <Witness W>
Warranty extended_by_licences(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, DeviceId device, Date day, W& witness)
{
    Warranty most;
    for (DeviceLicenceId const id : ledger.licences_on(device)) {
        DeviceLicence const& row = ledger.device_licences()[id];
        if (row.standing == Standing::withdrawn || !device_extension(ledger, catalogue, id, day, witness)) continue;
        Order const& order = ledger.orders()[row.order];
        Extension const extension { order.programme, *extension_by(ledger, row.order, device), order.purchased_on };
        Warranty const each = capped(ledger, catalogue, device, extension, EachAlone {}, witness);
        if (each.extended_to > most.extended_to) most = each;
    }
    return most;
}

// The rules in their order. Inlined into the loop over all devices, where a call for each would cost as much as the
// rules.
template <Witness W, class Calendar>
[[clang::always_inline]] inline Warranty judged(Ledger const& ledger, catalogue::Catalogue const& catalogue,
    DeviceId device, Date day, std::span<Extension const> extensions, Calendar const& calendar, W& witness)
{
    Warranty warranty;
    auto const base = base_end(ledger, device, calendar, witness);
    if (warranty_is_extended(ledger, catalogue, device, day, extensions, witness)) {
        for (Extension const& extension : extensions) {
            Warranty const each = capped(ledger, catalogue, device, extension, calendar, witness);
            if (each.extended_to > warranty.extended_to) warranty = each;
        }
    }
    if (!ledger.device_licences().rows().empty()) {
        Warranty const each = extended_by_licences(ledger, catalogue, device, day, witness);
        if (each.extended_to > warranty.extended_to) warranty = each;
    }
    warranty.base_end = base;
    return warranty;
}

// A programme that extends warranty, and until when it covers each room.
struct ExtendingColumn
{
    ProgrammeId programme;
    std::span<Date const> until; // by room row; `always` where not covered
    std::span<AssignmentId const> by;
    bool has_versions = false; // its terms were changed once: then each order's own count
};

[[nodiscard]] inline std::vector<ExtendingColumn> extending(
    catalogue::Catalogue const& catalogue, CoverageColumns const& columns)
{
    std::vector<ExtendingColumn> extending;
    for (ProgrammeId const id : catalogue.ids()) {
        if (catalogue[id].gives(catalogue::Feature::warranty_extension))
            extending.push_back({ id, columns.programmes[id.row()].until, columns.programmes[id.row()].by,
                catalogue[id].earlier.has_value() });
    }
    return extending;
}

// The extensions by the programmes that cover the room, into `extensions`; how many.
[[nodiscard]] inline std::size_t extensions_in(
    Ledger const& ledger, std::span<ExtendingColumn const> programmes, RoomId room, std::span<Extension> extensions)
{
    std::size_t extended = 0;
    for (ExtendingColumn const& column : programmes) {
        Date const until = column.until[room.row()];
        extensions[extended] = { column.programme, until };
        if (column.has_versions && until != always) [[unlikely]]
            extensions[extended].purchased =
                ledger.orders()[ledger.assignments()[column.by[room.row()]].order].purchased_on;
        extended += until != always ? 1 : 0;
    }
    return extended;
}

// Of the devices' days of purchase: for the tenant's own warranty, and for the caps.
[[nodiscard]] inline Anniversaries anniversaries_of(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, std::span<ExtendingColumn const> programmes)
{
    Anniversaries anniversaries { ledger.device_columns().purchased_on };
    if (auto const& years = ledger.tenant().base_warranty_years) anniversaries.prepare(*years);
    for (ExtendingColumn const& column : programmes)
        if (auto const& years = catalogue[column.programme].warranty_cap_years) anniversaries.prepare(years->value);
    return anniversaries;
}

// Calls `take(DeviceId, Warranty)` once for every device that stands, in the order of in_two.
template <class Take>
void warranty_of_each(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, CoverageColumns const& columns, Date day, Take&& take)
{
    NoWitness nobody;
    auto const programmes = extending(catalogue, columns);
    std::vector<Extension> extensions(programmes.size());
    auto const& standing = ledger.device_columns().standing;
    auto const is_extended = [&](std::uint32_t row) {
        RoomId const room = ledger.room_of(DeviceId::of_row(row), day);
        bool extended = false;
        if (room.exists())
            for (ExtendingColumn const& column : programmes) extended |= column.until[room.row()] != always;
        return extended;
    };
    auto const anniversaries = anniversaries_of(ledger, catalogue, programmes);
    auto const judge = [&](std::uint32_t row, std::span<Extension const> by) {
        auto const id = DeviceId::of_row(row);
        if (standing[row] == Standing::valid) take(id, judged(ledger, catalogue, id, day, by, anniversaries, nobody));
    };
    auto const judge_extended = [&](std::uint32_t row) {
        auto const count = extensions_in(ledger, programmes, ledger.room_of(DeviceId::of_row(row), day), extensions);
        judge(row, { extensions.data(), count });
    };
    auto const judge_plain = [&](std::uint32_t row) { judge(row, {}); };
    in_two(static_cast<std::uint32_t>(standing.size()), is_extended, judge_extended, judge_plain);
}

} // namespace keyrack::engine
