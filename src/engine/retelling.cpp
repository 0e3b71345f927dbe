#include "engine/retelling.hpp"

#include "engine/retelling_parts.hpp"
#include "engine/room_service.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

namespace keyrack::engine {

namespace {

PlaceOrder placed(Telling const& telling, OrderId id, Order const& row)
{
    auto const& [ledger, catalogue, told] = telling;
    bool const is_told_later = cancelled_at(ledger, id).has_value(); // tell_cancellations
    return { row.key, standing_key(ledger.accounts(), row.account, &Account::key), catalogue[row.programme].key,
        row.years, row.quantity, row.purchased_on, is_told_later ? std::nullopt : row.cancelled_on };
}

void tell_base_warranty(Telling& telling, std::int32_t years)
{
    auto const& own = telling.ledger.tenant().base_warranty_years;
    if (own != years) telling.tell(SetBaseWarranty { .expects_years = years, .years = own });
}

void tell_accounts(Telling& telling)
{
    auto const& accounts = telling.ledger.accounts();
    each_standing(accounts, [&](AccountId, Account const& row) {
        telling.told.accounts.push_back(
            { row.key, row.name, letters_of(row.country), standing_key(accounts, row.parent, &Account::key) });
    });
}

void tell_orders(Telling& telling)
{
    each_standing(telling.ledger.orders(), [&](OrderId id, Order const& row) {
        if (!comes_with_service_order(telling.ledger, row)) telling.told.orders.push_back(placed(telling, id, row));
    });
}

void tell_rooms(Telling& telling)
{
    Ledger const& ledger = telling.ledger;
    each_standing(ledger.rooms(), [&](RoomId, Room const& row) {
        telling.told.rooms.push_back({ row.key, row.name, ledger.sites()[row.site], letters_of(row.country),
            standing_key(ledger.accounts(), row.account, &Account::key), row.in_sync, row.importance });
    });
}

Assign assigned(Ledger const& ledger, Assignment const& row)
{
    Assign assign { .pairs = {}, .from = row.days.from, .to = row.days.to };
    assign.pairs.push_back({ { ledger.orders()[row.order].key, row.number }, ledger.rooms()[row.room].key });
    return assign;
}

bool was_handed_over(Ledger const& ledger, AssignmentId id)
{
    return handed_over(ledger, id, Edge::beginning) || handed_over(ledger, id, Edge::end);
}

// With the moments at which it was given and taken, which a row of a file does not have.
void tell_handed_over(Telling& telling, AssignmentId id)
{
    auto assign = assigned(telling.ledger, telling.ledger.assignments()[id]);
    assign.at = handed_over(telling.ledger, id, Edge::beginning);
    EndAssignment const end { assign.pairs.front().licence, assign.from, assign.to, assign.to,
        handed_over(telling.ledger, id, Edge::end) };
    telling.tell(std::move(assign));
    if (end.at) telling.tell(end);
}

// By their first day, as an import works them off: told again, they stand in the same order.
void tell_assignments(Telling& telling)
{
    Ledger const& ledger = telling.ledger;
    std::vector<AssignmentId> ids;
    each_standing(ledger.assignments(), [&](AssignmentId id, Assignment const&) { ids.push_back(id); });
    std::ranges::stable_sort(ids, {}, [&](AssignmentId id) { return ledger.assignments()[id].days.from; });
    for (AssignmentId const id : ids) {
        Assignment const& row = ledger.assignments()[id];
        if (was_handed_over(ledger, id)) {
            tell_handed_over(telling, id);
            continue;
        }
        auto assign = assigned(ledger, row);
        if (comes_with_service_order(ledger, ledger.orders()[row.order]))
            telling.tell(std::move(assign));
        else
            telling.told.assignments.push_back(std::move(assign));
    }
}

// With their moments: until those the assignments serve that are told by now.
void tell_cancellations(Telling& telling)
{
    each_standing(telling.ledger.orders(), [&](OrderId id, Order const& row) {
        if (auto const at = cancelled_at(telling.ledger, id))
            telling.tell(CancelOrder { row.key, *row.cancelled_on, at });
    });
}

// Where a device stood, one stay after the other, as moves between them.
class Moves
{
public:
    Moves(Telling& telling, std::string serial, std::string room)
        : m_telling(telling), m_serial(std::move(serial)), m_room(std::move(room))
    { }

    // A gap between two stays was spent in no room.
    void on_to(std::string const& room, Date left, Date came)
    {
        if (left != came) move({}, left);
        move(room, came);
    }

    void move(std::string const& room, Date on)
    {
        m_telling.tell(MoveDevice { m_serial, m_room, room, on });
        m_room = room;
    }

private:
    Telling& m_telling;
    std::string m_serial, m_room;
};

std::vector<Stay> standing_stays(Ledger const& ledger, DeviceId device)
{
    std::vector<Stay> stays;
    for (StayId const id : ledger.walk(device))
        if (ledger.stays()[id].standing == Standing::valid) stays.push_back(ledger.stays()[id]);
    std::ranges::reverse(stays); // the latest came first
    return stays;
}

std::optional<Date> since(Date from)
{
    return from == always ? std::nullopt : std::optional { from };
}

void tell_moves(Telling& telling, Device const& row, std::vector<Stay> const& stays)
{
    Ledger const& ledger = telling.ledger;
    auto const key_of = [&](RoomId room) { return ledger.rooms()[room].key; };
    Moves moves { telling, row.serial, key_of(stays.front().room) };
    for (auto const& [before, next] : std::views::zip(stays, stays | std::views::drop(1)))
        moves.on_to(key_of(next.room), before.days.to, next.days.from);
    Date const left = stays.back().days.to;
    moves.on_to(row.room.exists() ? key_of(row.room) : std::string {}, left, row.in_room_since);
}

void tell_device(Telling& telling, DeviceId id, Device const& row)
{
    Ledger const& ledger = telling.ledger;
    auto const stays = standing_stays(ledger, id);
    RoomId const first = stays.empty() ? row.room : stays.front().room;
    telling.told.devices.push_back(
        { row.serial, ledger.models()[row.model], row.purchased_on, standing_key(ledger.rooms(), first, &Room::key),
            since(stays.empty() ? row.in_room_since : stays.front().days.from) });
    if (!stays.empty()) tell_moves(telling, row, stays);
}

void tell_devices(Telling& telling)
{
    each_standing(telling.ledger.devices(), [&](DeviceId id, Device const& row) { tell_device(telling, id, row); });
}

void tell_device_licences(Telling& telling)
{
    Ledger const& ledger = telling.ledger;
    each_standing(ledger.device_licences(), [&](DeviceLicenceId, DeviceLicence const& row) {
        telling.tell(ExtendWarranty {
            { ledger.orders()[row.order].key, row.number }, ledger.devices()[row.device].serial, row.on });
    });
}

void tell_country_terms(Telling& telling)
{
    each_standing(telling.ledger.country_terms(), [&](CountryTermsId, CountryTerms const& row) {
        telling.tell(SetCountryTerms { telling.catalogue[row.programme].key, letters_of(row.country), row.from, {},
            CountryRule { row.availability, row.note } });
    });
}

// A courier is known of a site, and a site by its rooms.
bool has_room(Ledger const& ledger, SiteId site)
{
    return std::ranges::any_of(
        ledger.rooms().rows(), [&](Room const& row) { return row.site == site && row.standing == Standing::valid; });
}

void tell_couriers(Telling& telling)
{
    Ledger const& ledger = telling.ledger;
    for (SiteCourier const& row : ledger.site_couriers().rows())
        if (row.courier != Courier::unknown && has_room(ledger, row.site))
            telling.tell(SetCourier { ledger.sites()[row.site], Courier::unknown, row.courier });
}

} // namespace

Retelling retold(Ledger const& ledger, catalogue::Catalogue const& catalogue, std::int32_t years)
{
    Telling telling { ledger, catalogue };
    tell_base_warranty(telling, years);
    tell_accounts(telling);
    tell_orders(telling);
    tell_rooms(telling);
    tell_service_orders(telling); // before the assignments of the orders that they bring
    tell_assignments(telling);
    tell_cancellations(telling);
    tell_devices(telling);
    tell_device_licences(telling);
    tell_country_terms(telling);
    tell_couriers(telling);
    tell_people(telling);
    tell_css(telling);
    tell_settings(telling); // and subscriptions, by which a ticket's severity is decided
    tell_tickets(telling);
    tell_setup(telling);
    return std::move(telling.told);
}

} // namespace keyrack::engine
