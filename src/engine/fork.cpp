#include "engine/fork.hpp"

#include "engine/assigning.hpp"
#include "engine/cover_gained.hpp"
#include "engine/coverage_rules.hpp"
#include "engine/fees.hpp"
#include "engine/warranty.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

namespace keyrack::engine {

namespace {

using catalogue::Catalogue;

// Until when each programme covers a room on the day, by programme row; `always` where it does not.
using Untils = std::vector<Date>;

bool taken(Ledger const& ledger, LicenceRef licence, Date from)
{
    return std::ranges::any_of(ledger.walk(licence), [&](AssignmentId id) {
        Assignment const& row = ledger.assignments()[id];
        return row.standing == Standing::valid && from < row.days.to;
    });
}

// The ledger as it is and as it would be, on one day.
class Comparison
{
public:
    Comparison(Ledger const& before, Excerpt const& after, Catalogue const& catalogue, Date day)
        : m_before(before),
          m_after(after),
          m_catalogue(catalogue),
          m_day(day),
          m_orders_before(orders_on_day(before)),
          m_orders_after(orders_on_day(after.ledger())),
          m_rooms(affected_rooms())
    { }

    void rooms(Difference& difference) const;
    void orders(Difference& difference) const;
    void warranties(Difference& difference) const;

private:
    [[nodiscard]] std::vector<RoomId> affected_rooms() const;
    [[nodiscard]] std::vector<DeviceId> affected_devices() const;
    void add(Ledger const& rows, AssignmentId id, std::vector<OrderOnDay> const& orders, Untils& untils) const;
    [[nodiscard]] Untils before(RoomId room) const;
    [[nodiscard]] Untils after(RoomId room) const;
    [[nodiscard]] std::vector<OrderOnDay> orders_on_day(Ledger const& ledger) const;
    [[nodiscard]] OrderChange order_before(OrderId order) const;
    [[nodiscard]] std::int64_t free_after(OrderId order, std::span<LicenceRef const> changed) const;
    [[nodiscard]] std::vector<LicenceRef> changed_licences() const;
    [[nodiscard]] Warranty warranty(Ledger const& ledger, DeviceId device, Untils const& untils) const;
    [[nodiscard]] Warranty warranty_before(DeviceId device) const;
    [[nodiscard]] Warranty warranty_after(DeviceId device) const;
    [[nodiscard]] bool was_there(RoomId room) const { return room.row() < m_before.rooms().size(); }
    [[nodiscard]] bool was_there(OrderId order) const { return order.row() < m_before.orders().size(); }
    [[nodiscard]] bool was_there(DeviceId device) const { return device.row() < m_before.devices().size(); }

    Ledger const& m_before;
    Excerpt const& m_after;
    Catalogue const& m_catalogue;
    Date m_day;
    std::vector<OrderOnDay> m_orders_before, m_orders_after; // by order row
    std::vector<RoomId> m_rooms;                             // whose cover may be another
};

std::vector<OrderOnDay> Comparison::orders_on_day(Ledger const& ledger) const
{
    NoWitness nobody;
    std::vector<OrderOnDay> orders;
    orders.reserve(ledger.orders().size());
    for (std::uint32_t row = 0; row < ledger.orders().size(); ++row)
        orders.push_back(order_on(ledger, m_catalogue, OrderId::of_row(row), m_day, nobody));
    return orders;
}

// Rooms of the assignments that changed, and of orders that stand otherwise than before.
std::vector<RoomId> Comparison::affected_rooms() const
{
    std::vector<RoomId> rooms;
    for (AssignmentId const id : m_after.changed_assignments())
        rooms.push_back(m_after.rooms().whole(m_after.ledger().assignments()[id].room));
    for (OrderId const id : m_after.changed_orders()) {
        if (!was_there(id) || m_orders_before[id.row()] == m_orders_after[id.row()]) continue;
        for (AssignmentId const each : m_before.walk(id)) rooms.push_back(m_before.assignments()[each].room);
    }
    std::ranges::sort(rooms);
    auto const repeated = std::ranges::unique(rooms);
    rooms.erase(repeated.begin(), repeated.end());
    return rooms;
}

// `rows`: where the assignment is a row; `orders`: as they stand.
void Comparison::add(Ledger const& rows, AssignmentId id, std::vector<OrderOnDay> const& orders, Untils& untils) const
{
    NoWitness nobody;
    Assignment const& row = rows.assignments()[id];
    OrderOnDay const& order = orders[row.order.row()];
    if (!serves(rows, id, order, m_day, nobody)) return;
    Date& until = untils[order.programme.row()];
    until =
        std::max(until, std::min(covered_until(order, row), provided_until(rows, order.programme, row.room, m_day)));
}

Untils Comparison::before(RoomId room) const
{
    Untils untils(m_catalogue.programmes().size(), always);
    if (!room.exists() || !was_there(room)) return untils;
    for (AssignmentId const id : m_before.walk(room)) add(m_before, id, m_orders_before, untils);
    return untils;
}

// The room's assignments as they were, those that changed as they are now, and those that have come.
Untils Comparison::after(RoomId room) const
{
    Untils untils(m_catalogue.programmes().size(), always);
    Ledger const& now = m_after.ledger();
    if (room.exists() && was_there(room)) {
        for (AssignmentId const id : m_before.walk(room)) {
            auto const part = m_after.assignments().part(id);
            if (part.exists())
                add(now, part, m_orders_after, untils);
            else
                add(m_before, id, m_orders_after, untils);
        }
    }
    auto const part = m_after.rooms().part(room);
    if (!part.exists()) return untils;
    for (AssignmentId const id : now.walk(part)) {
        if (m_after.assignments().was_added(id)) add(now, id, m_orders_after, untils);
    }
    return untils;
}

void add_room(RoomId id, Untils const& before, Untils const& after, Difference& difference)
{
    Date const was = std::ranges::max(before);
    Date const is = std::ranges::max(after);
    if (was != is) difference.rooms.push_back({ id, was, is });
    for (std::uint32_t row = 0; row < before.size(); ++row)
        if (before[row] != after[row])
            difference.programmes.push_back({ id, ProgrammeId::of_row(row), before[row], after[row] });
    difference.covered_after += (is != always ? 1 : 0) - (was != always ? 1 : 0);
}

void Comparison::rooms(Difference& difference) const
{
    for (RoomId const id : m_rooms)
        if (was_there(id)) add_room(id, before(id), after(id), difference);
    Ledger const& now = m_after.ledger();
    for (std::uint32_t row = 0; row < now.rooms().size(); ++row) {
        auto const part = RoomId::of_row(row);
        if (!m_after.rooms().was_added(part)) continue;
        Date const until = std::ranges::max(after(m_after.rooms().whole(part)));
        difference.new_rooms.push_back({ now.rooms()[part].key, until });
        difference.covered_after += until != always ? 1 : 0;
    }
}

// An order that the commands place has had no day before.
OrderChange Comparison::order_before(OrderId id) const
{
    OrderChange change { .order = id, .key = m_after.ledger().orders()[id].key, .term_before = { always, always } };
    if (!was_there(id)) return change;
    change.term_before = term_left_of(m_before, m_catalogue, id);
    change.free_before = free_count(m_before, m_catalogue, id, m_day);
    return change;
}

// Licences whose assignments changed, by order and number: no other can have become taken or free.
std::vector<LicenceRef> Comparison::changed_licences() const
{
    std::vector<LicenceRef> licences;
    for (AssignmentId const id : m_after.changed_assignments()) {
        Assignment const& row = m_after.ledger().assignments()[id];
        licences.push_back({ row.order, row.number });
    }
    std::ranges::sort(licences);
    auto const repeated = std::ranges::unique(licences);
    licences.erase(repeated.begin(), repeated.end());
    return licences;
}

// As free_count would say on the whole; `changed`: licences of the order.
std::int64_t Comparison::free_after(OrderId id, std::span<LicenceRef const> changed) const
{
    Ledger const& now = m_after.ledger();
    if (!can_assign_from(now, m_catalogue, id, m_day)) return 0;
    auto count = was_there(id) ? std::ssize(taken_from(m_before, id, m_day)) : 0;
    for (LicenceRef const licence : changed)
        count += (taken(now, licence, m_day) ? 1 : 0) - (was_there(id) && taken(m_before, licence, m_day) ? 1 : 0);
    return now.orders()[id].quantity - count;
}

void Comparison::orders(Difference& difference) const
{
    auto const licences = changed_licences();
    for (OrderId const id : m_after.changed_orders()) {
        auto const changed = std::ranges::equal_range(licences, id, {}, &LicenceRef::order);
        OrderChange change = order_before(id);
        change.term_after = term_left_of(m_after.ledger(), m_catalogue, id);
        change.free_after = free_after(id, changed);
        if (change.term_before != change.term_after || change.free_before != change.free_after)
            difference.orders.push_back(std::move(change));
    }
}

Warranty Comparison::warranty(Ledger const& ledger, DeviceId device, Untils const& untils) const
{
    NoWitness nobody;
    std::vector<Extension> extensions;
    for (ProgrammeId const id : m_catalogue.ids()) {
        if (m_catalogue[id].gives(catalogue::Feature::warranty_extension) && untils[id.row()] != always)
            extensions.push_back({ id, untils[id.row()] });
    }
    if (ledger.devices()[device].standing == Standing::withdrawn) return {};
    return warranty_of(ledger, m_catalogue, device, m_day, extensions, nobody);
}

Warranty Comparison::warranty_before(DeviceId device) const
{
    return warranty(m_before, device, before(m_before.room_of(device, m_day)));
}

Warranty Comparison::warranty_after(DeviceId device) const
{
    auto const part = m_after.devices().part(device);
    if (!part.exists()) return warranty(m_before, device, after(m_before.room_of(device, m_day)));
    auto const room = m_after.rooms().whole(m_after.ledger().room_of(part, m_day));
    return warranty(m_after.ledger(), part, after(room));
}

std::vector<DeviceId> all_devices(Ledger const& ledger)
{
    std::vector<DeviceId> devices;
    for (std::uint32_t row = 0; row < ledger.devices().size(); ++row) devices.push_back(DeviceId::of_row(row));
    return devices;
}

// Devices that changed, and those that are or were in rooms whose cover did; all of them where the base warranty did.
std::vector<DeviceId> Comparison::affected_devices() const
{
    if (m_after.tenant_changed()) return all_devices(m_before);
    std::vector<DeviceId> devices;
    for (DeviceId const id : m_after.changed_devices()) devices.push_back(m_after.devices().whole(id));
    std::vector<char> is_affected(m_before.rooms().size(), 0);
    for (RoomId const room : m_rooms) {
        if (!was_there(room) || before(room) == after(room)) continue;
        is_affected[room.row()] = 1;
        for (DeviceId const id : m_before.devices_in(room)) devices.push_back(id);
    }
    for (Stay const& stay : m_before.stays().rows()) {
        if (is_affected[stay.room.row()] != 0) devices.push_back(stay.device);
    }
    std::erase_if(devices, [&](DeviceId id) { return !was_there(id); });
    std::ranges::sort(devices);
    auto const repeated = std::ranges::unique(devices);
    devices.erase(repeated.begin(), repeated.end());
    return devices;
}

void Comparison::warranties(Difference& difference) const
{
    for (DeviceId const id : affected_devices()) {
        Warranty const was = warranty_before(id);
        Warranty const is = warranty_after(id);
        difference.warranties_extended += was.end() < is.end() ? 1 : 0;
        difference.warranties_cut += is.end() < was.end() ? 1 : 0;
        if (is.clipped_from && was != is) difference.clipped.push_back(id);
    }
}

std::int64_t covered_rooms(Ledger const& ledger, Catalogue const& catalogue, Date day)
{
    auto const columns = coverage_of_all(ledger, catalogue, day);
    std::int64_t covered = 0;
    for (std::size_t row = 0; row < ledger.rooms().size(); ++row) {
        covered += std::ranges::any_of(
            columns.programmes, [&](auto const& programme) { return programme.until[row] != always; });
    }
    return covered;
}

BroughtBreach brought(Ledger const& ledger, Catalogue const& catalogue, Breach const& breach, Date day)
{
    BroughtBreach brought { .kind = breach.kind, .licences = breach.licences };
    CssTables const& css = ledger.css();
    if (breach.scope.exists()) {
        Scope const scope = css.scopes()[breach.scope.row()];
        brought.product_line = css.lines()[scope.line].key;
        brought.org = css.orgs()[scope.org].key;
    }
    if (breach.customer.exists()) brought.customer = ledger.accounts()[breach.customer].key;
    if (breach.contract.exists()) brought.contract = css.contracts()[breach.contract].key;
    brought.remedies = remedies(ledger, catalogue, breach, day);
    return brought;
}

void compare_compliance(
    Ledger const& before, Ledger const& after, Catalogue const& catalogue, Date day, Difference& difference)
{
    difference.compliance = { breaches_on(before, catalogue, day), breaches_on(after, catalogue, day) };
    for (Breach const& breach : difference.compliance.brought())
        difference.brought.push_back(brought(after, catalogue, breach, day));
}

} // namespace

Period term_left_of(Ledger const& ledger, Catalogue const& catalogue, OrderId order)
{
    Period const term = term_of(ledger, catalogue, order);
    return { term.from, std::max(term.from, end_of(ledger.orders()[order], term)) };
}

// What is tried, and how far it has come.
struct WhatIf::Trial
{
    Ledger const& ledger;
    Catalogue const& catalogue;
    std::vector<Command> commands;
    Date as_of;
    std::optional<Excerpt> tried {};
    std::optional<Comparison> comparison {};
    std::size_t folded = 0; // commands
    std::size_t compared = 0;
    Tried result {};

    void begin() { tried.emplace(ledger, commands, as_of); }
    void fold_next();
    void compare_next();
    [[nodiscard]] bool done() const { return !result || compared == parts.size(); }

    // What is compared, each in a part of its own.
    using Part = void (*)(Trial&);
    static std::array<Part, 7> const parts;
};

void WhatIf::Trial::fold_next()
{
    add_fees(tried->ledger(), catalogue, commands[folded], result->fees);
    if (auto made = tried->fold(catalogue, commands[folded]); !made)
        result = std::unexpected(Refusal { folded, std::move(made.error()) });
    ++folded;
}

void WhatIf::Trial::compare_next()
{
    parts[compared++](*this);
}

std::array<WhatIf::Trial::Part, 7> const WhatIf::Trial::parts {
    [](Trial& of) {
        of.result->covered_before = of.result->covered_after = covered_rooms(of.ledger, of.catalogue, of.as_of);
    },
    [](Trial& of) { of.comparison.emplace(of.ledger, *of.tried, of.catalogue, of.as_of); },
    [](Trial& of) { of.comparison->rooms(*of.result); },
    [](Trial& of) { of.comparison->orders(*of.result); },
    [](Trial& of) { of.comparison->warranties(*of.result); },
    [](Trial& of) {
        of.result->spares_before = spares_on(of.ledger, of.catalogue, of.as_of);
        of.result->spares_after = spares_on(of.tried->ledger(), of.catalogue, of.as_of);
    },
    [](Trial& of) { compare_compliance(of.ledger, of.tried->ledger(), of.catalogue, of.as_of, *of.result); },
};

WhatIf::WhatIf(Ledger const& ledger, Catalogue const& catalogue, std::vector<Command> commands, Date as_of)
    : m_trial(new Trial { ledger, catalogue, std::move(commands), as_of })
{ }

WhatIf::WhatIf(WhatIf&&) noexcept = default;
WhatIf& WhatIf::operator=(WhatIf&&) noexcept = default;
WhatIf::~WhatIf() = default;

void WhatIf::work()
{
    if (done()) return;
    if (!m_trial->tried)
        m_trial->begin();
    else if (m_trial->folded < m_trial->commands.size())
        m_trial->fold_next();
    else
        m_trial->compare_next();
}

bool WhatIf::done() const
{
    return m_trial->done();
}

Tried WhatIf::take()
{
    return std::move(m_trial->result);
}

Tried what_if(Ledger const& ledger, Catalogue const& catalogue, std::vector<Command> const& commands, Date as_of)
{
    WhatIf trial { ledger, catalogue, commands, as_of };
    while (!trial.done()) trial.work();
    return trial.take();
}

std::expected<std::int64_t, Refusal> cover_gained(
    Ledger const& ledger, Catalogue const& catalogue, std::vector<Command> const& commands, Date as_of)
{
    Excerpt tried { ledger, commands, as_of };
    if (auto folded = tried.fold_all(catalogue, commands); !folded) return std::unexpected(std::move(folded.error()));
    Difference difference; // from none before
    Comparison const comparison { ledger, tried, catalogue, as_of };
    comparison.rooms(difference);
    return difference.covered_after;
}

} // namespace keyrack::engine
