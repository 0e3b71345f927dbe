#pragma once
// The rules of warranty.hpp, written once. Included where they are instantiated: warranty.cpp for the proof, and the bulk
// passes, which want them inlined.

#include "engine/anniversaries.hpp"
#include "engine/coverage_rules.hpp"
#include "engine/device_licences.hpp"
#include "engine/naming.hpp"
#include "engine/warranty.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace keyrack::engine {

// A device with what its rules look at, found beforehand: they then only compare, one device or a block of them.
struct DeviceCase
{
    Ledger const& ledger;
    catalogue::Catalogue const& catalogue;
    DeviceId id;
    Date day;
    std::optional<Date> base_end; // of the warranty that it has of itself
};

// A programme that extends warranty, and how far it may for the device.
struct CappedExtension
{
    Extension extension;
    std::optional<Date> cap; // nothing: as far as it likes
};

// Those of the terms of the order. Only where they ever changed is there something to look for.
[[nodiscard]] inline auto const& cap_years_of(catalogue::Programme const& programme, Date purchased)
{
    return programme.earlier ? programme.warranty_cap_years_on(purchased) : programme.warranty_cap_years;
}

// So many years after the device's purchase; nothing where there are none.
template <class Calendar>
[[nodiscard]] std::optional<Date> years_after(Calendar const& calendar, Date purchased, std::optional<int> years)
{
    return years ? std::optional { calendar.plus_years(purchased, *years) } : std::nullopt;
}

template <class Calendar>
[[nodiscard]] DeviceCase device_case(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, DeviceId id, Date day, Calendar const& calendar)
{
    Date const purchased = ledger.device_columns().purchased_on[id.row()];
    return { ledger, catalogue, id, day, years_after(calendar, purchased, ledger.tenant().base_warranty_years) };
}

template <class Calendar>
[[nodiscard]] CappedExtension capped_by_terms(
    DeviceCase const& of, Extension const& extension, Calendar const& calendar)
{
    Date const purchased = of.ledger.device_columns().purchased_on[of.id.row()];
    auto const& years = cap_years_of(of.catalogue[extension.programme], extension.purchased);
    return { extension, years ? std::optional { calendar.plus_years(purchased, years->value) } : std::nullopt };
}

// D6: the warranty that a device has of itself is a parameter of the tenant; the documents give none.
template <Witness W>
std::optional<Date> base_end(DeviceCase const& of, W& witness)
{
    (void)witness.demand(Rule::warranty_base, of.base_end.has_value(), [&](auto& proof) {
        proof.add(naming(of.ledger, of.id));
        Device const& device = of.ledger.devices()[of.id];
        proof.fact("purchased", device.purchased_on, of.id, device.entry);
        if (!of.base_end) return;
        PutTenant const& tenant = of.ledger.tenant();
        proof.fact("end", *of.base_end, of.id, tenant.base_warranty_entry);
        proof.parameter(
            "base_warranty_years", *tenant.base_warranty_years, { catalogue::OriginKind::operator_set, {} });
    });
    return of.base_end;
}

// R87: while a licence of the programme covers the room, the hardware in it is under warranty.
template <Witness W, std::size_t Count>
bool warranty_is_extended(DeviceCase const& of, std::span<CappedExtension const, Count> extensions, W& witness)
{
    bool covered = false;
    for (CappedExtension const& each : extensions) covered |= each.extension.covers();
    return witness.demand(Rule::warranty_extension, covered, [&](auto& proof) {
        proof.add(naming(of.ledger, of.id));
        proof.fact("day", of.day);
        if (auto const room = of.ledger.room_of(of.id, of.day); room.exists()) proof.add(naming(of.ledger, room));
        for (CappedExtension const& each : extensions) {
            proof.add(naming(of.catalogue, each.extension.programme));
            proof.fact("until", each.extension.until);
        }
    });
}

// R88, D6: never past so many years from the device's purchase.
template <Witness W>
[[clang::always_inline]] inline Warranty capped(DeviceCase const& of, CappedExtension const& by, W& witness)
{
    Date const until = by.extension.until;
    if (!by.cap) return { .base_end = {}, .extended_to = until, .clipped_from = {} };
    Date const cap = *by.cap;
    bool const within = witness.demand(Rule::warranty_cap, until <= cap, [&](auto& proof) {
        Device const& device = of.ledger.devices()[of.id];
        proof.add(naming(of.ledger, of.id));
        proof.fact("purchased", device.purchased_on, of.id, device.entry);
        proof.fact("until", until);
        proof.fact("cap", cap, of.id);
        auto const& years = cap_years_of(of.catalogue[by.extension.programme], by.extension.purchased);
        proof.parameter("warranty_cap_years", years->value, years->origin);
    });
    return { .base_end = {},
        .extended_to = within ? until : cap,
        .clipped_from = within ? std::nullopt : std::optional { until } };
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
Warranty extended_by_licences(DeviceCase const& of, W& witness)
{
    Warranty most;
    for (DeviceLicenceId const id : of.ledger.licences_on(of.id)) {
        DeviceLicence const& row = of.ledger.device_licences()[id];
        bool const stands = row.standing == Standing::valid;
        if (!stands || !device_extension(of.ledger, of.catalogue, id, of.day, witness)) continue;
        Order const& order = of.ledger.orders()[row.order];
        Extension const extension { order.programme, *extension_by(of.ledger, row.order, of.id), order.purchased_on };
        Warranty const each = capped(of, capped_by_terms(of, extension, EachAlone {}), witness);
        if (each.extended_to > most.extended_to) most = each;
    }
    return most;
}

// The one that gives more, chosen without a branch: which of the two it is nobody can foresee.
[[nodiscard]] inline Warranty longer_of(Warranty const& one, Warranty const& other, bool other_counts)
{
    bool const takes_other = other_counts && other.extended_to > one.extended_to;
    return { .base_end = {},
        .extended_to = takes_other ? other.extended_to : one.extended_to,
        .clipped_from = takes_other ? other.clipped_from : one.clipped_from };
}

// The rules in their order, for what covers the room.
template <Witness W, std::size_t Count>
[[clang::always_inline]] inline Warranty judged_by_room(
    DeviceCase const& of, std::span<CappedExtension const, Count> extensions, W& witness)
{
    Warranty warranty;
    auto const base = base_end(of, witness);
    bool const extended = warranty_is_extended(of, extensions, witness);
    for (CappedExtension const& each : extensions)
        warranty = longer_of(warranty, capped(of, each, witness), extended && each.extension.covers());
    warranty.base_end = base;
    return warranty;
}

// And for licences on the device itself.
template <Witness W>
Warranty judged(DeviceCase const& of, std::span<CappedExtension const> extensions, W& witness)
{
    Warranty warranty = judged_by_room(of, extensions, witness);
    if (of.ledger.device_licences().rows().empty()) return warranty;
    warranty = longer_of(warranty, extended_by_licences(of, witness), true);
    warranty.base_end = of.base_end;
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

// By the programmes that cover the device's room, into `extensions`; how many.
template <class Calendar>
[[nodiscard]] std::size_t extensions_of(DeviceCase const& of, std::span<ExtendingColumn const> programmes,
    Calendar const& calendar, std::span<CappedExtension> extensions)
{
    std::size_t extended = 0;
    RoomId const room = of.ledger.room_of(of.id, of.day);
    for (ExtendingColumn const& column : programmes) {
        Date const until = room.exists() ? column.until[room.row()] : always;
        if (until == always) continue;
        Extension extension { column.programme, until };
        if (column.has_versions)
            extension.purchased = of.ledger.orders()[of.ledger.assignments()[column.by[room.row()]].order].purchased_on;
        extensions[extended++] = capped_by_terms(of, extension, calendar);
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

// Where one programme extends warranty, and its terms are those it always had, as shipped: a block of devices at a time, in
// three steps that do one thing each. What is looked up comes first, so that the rules have no more to do than to compare
// one column with another, and the compiler makes vectors of them.
class WarrantyBlocks
{
public:
    WarrantyBlocks(Ledger const& ledger, catalogue::Catalogue const& catalogue, ExtendingColumn const& programme,
        Anniversaries const& anniversaries, Date day)
        : m_ledger(ledger),
          m_catalogue(catalogue),
          m_programme(programme),
          m_anniversaries(anniversaries),
          m_day(day),
          m_base_years(ledger.tenant().base_warranty_years)
    {
        if (auto const& years = catalogue[programme.programme].warranty_cap_years) m_cap_years = years->value;
    }

    template <class Take>
    void judge_all(Take& take)
    {
        auto const devices = static_cast<std::uint32_t>(m_ledger.devices().size());
        for (std::uint32_t begin = 0; begin < devices; begin += block) {
            auto const count = std::min(devices - begin, block);
            look_up_rooms(begin, count);
            look_up_years(begin, count);
            judge(begin, count, take);
        }
    }

private:
    static constexpr std::uint32_t block = 1'024;

    // Until when its room is covered on the day; `always` in no room and in one that is not covered.
    void look_up_rooms(std::uint32_t begin, std::uint32_t count)
    {
        auto const& devices = m_ledger.device_columns();
        auto const* rooms = devices.room.data() + begin;
        auto const* const since = devices.in_room_since.data() + begin;
        Date latest = always;
        for (std::uint32_t at = 0; at < count; ++at) latest = std::max(latest, since[at]);
        if (latest > m_day) { // one of them at least stood elsewhere
            for (std::uint32_t at = 0; at < count; ++at)
                m_rooms.data()[at] = m_ledger.room_of(DeviceId::of_row(begin + at), m_day);
            rooms = m_rooms.data();
        }
        auto const* const until = m_programme.until.data();
        auto const known = m_programme.until.size();
        for (std::uint32_t at = 0; at < count; ++at) // none is the largest
            m_until.data()[at] = rooms[at].row() < known ? until[rooms[at].row()] : always;
    }

    void look_up_years(std::uint32_t begin, std::uint32_t count)
    {
        auto const purchased = std::span { m_ledger.device_columns().purchased_on }.subspan(begin, count);
        std::span<Date> const base { m_base };
        std::span<Date> const cap { m_cap };
        if (m_base_years && m_cap_years)
            m_anniversaries.plus_years(purchased, std::array { *m_base_years, *m_cap_years }, std::array { base, cap });
        else if (m_base_years)
            m_anniversaries.plus_years(purchased, std::array { *m_base_years }, std::array { base });
        else if (m_cap_years)
            m_anniversaries.plus_years(purchased, std::array { *m_cap_years }, std::array { cap });
    }

    // As nearly always, all of the block stand and there are years of both kinds: then nothing is left in the loop to ask.
    template <class Take>
    void judge(std::uint32_t begin, std::uint32_t count, Take& take)
    {
        static_assert(sizeof(Standing) == 1);
        auto const standing = std::span { m_ledger.device_columns().standing }.subspan(begin, count);
        bool const all_stand = std::memchr(standing.data(), static_cast<int>(Standing::withdrawn), count) == nullptr;
        if (all_stand && m_base_years && m_cap_years) {
#pragma clang loop vectorize(enable)
            for (std::uint32_t at = 0; at < count; ++at)
                take(DeviceId::of_row(begin + at), judged_at(begin, at, m_base.data()[at], m_cap.data()[at]));
            return;
        }
        for (std::uint32_t at = 0; at < count; ++at) {
            auto const base = m_base_years ? std::optional { m_base[at] } : std::nullopt;
            auto const cap = m_cap_years ? std::optional { m_cap[at] } : std::nullopt;
            if (standing[at] == Standing::valid) take(DeviceId::of_row(begin + at), judged_at(begin, at, base, cap));
        }
    }

    [[nodiscard]] [[clang::always_inline]] Warranty judged_at(
        std::uint32_t begin, std::uint32_t at, std::optional<Date> base, std::optional<Date> cap) const
    {
        NoWitness nobody;
        DeviceCase const of { m_ledger, m_catalogue, DeviceId::of_row(begin + at), m_day, base };
        CappedExtension const by { { m_programme.programme, m_until.data()[at] }, cap };
        return judged_by_room(of, std::span<CappedExtension const, 1> { &by, 1 }, nobody);
    }

    Ledger const& m_ledger;
    catalogue::Catalogue const& m_catalogue;
    ExtendingColumn const& m_programme;
    Anniversaries const& m_anniversaries;
    Date m_day;
    std::optional<int> m_base_years, m_cap_years;
    std::array<RoomId, block> m_rooms;
    std::array<Date, block> m_until, m_base, m_cap;
};

// Whatever extends warranty.
template <class Take>
void warranty_by_any(Ledger const& ledger, catalogue::Catalogue const& catalogue,
    std::span<ExtendingColumn const> programmes, Anniversaries const& anniversaries, Date day, Take& take)
{
    NoWitness nobody;
    std::vector<CappedExtension> extensions(programmes.size());
    for (std::uint32_t row = 0; row < ledger.devices().size(); ++row) {
        auto const id = DeviceId::of_row(row);
        if (ledger.device_columns().standing[row] == Standing::withdrawn) continue;
        auto const of = device_case(ledger, catalogue, id, day, anniversaries);
        auto const count = extensions_of(of, programmes, anniversaries, extensions);
        take(id, judged(of, std::span<CappedExtension const> { extensions }.first(count), nobody));
    }
}

// Calls `take(DeviceId, Warranty)` once for every device that stands, by row.
template <class Take>
void warranty_of_each(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, CoverageColumns const& columns, Date day, Take&& take)
{
    auto const programmes = extending(catalogue, columns);
    auto const anniversaries = anniversaries_of(ledger, catalogue, programmes);
    bool const by_one =
        programmes.size() == 1 && !programmes.front().has_versions && ledger.device_licences().rows().empty();
    if (by_one)
        WarrantyBlocks { ledger, catalogue, programmes.front(), anniversaries, day }.judge_all(take);
    else
        warranty_by_any(ledger, catalogue, programmes, anniversaries, day, take);
}

} // namespace keyrack::engine
