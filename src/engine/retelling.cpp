#include "engine/retelling.hpp"

#include "engine/retelling_parts.hpp"
#include "engine/timing.hpp"

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

bool is_timed(Ledger const& ledger, AssignmentId id)
{
    return given_at(ledger, id) || taken_at(ledger, id);
}

// With the moments at which it was given and taken, which a row of a file does not have.
void tell_timed(Telling& telling, AssignmentId id)
{
    auto assign = assigned(telling.ledger, telling.ledger.assignments()[id]);
    assign.at = given_at(telling.ledger, id);
    EndAssignment const end { assign.pairs.front().licence, assign.from, assign.to, assign.to,
        taken_at(telling.ledger, id) };
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
        if (is_timed(ledger, id)) {
            tell_timed(telling, id);
            continue;
        }
        auto assign = assigned(ledger, row);
        if (comes_with_service_order(ledger, ledger.orders()[row.order]))
            telling.tell(std::move(assign));
        else
            telling.told.assignments.push_back(std::move(assign));
    }
}

// With their moments, which a row of a file does not have.
void tell_cancellations(Telling& telling)
{
    each_standing(telling.ledger.orders(), [&](OrderId id, Order const& row) {
        if (auto const at = cancelled_at(telling.ledger, id))
            telling.tell(CancelOrder { row.key, *row.cancelled_on, at });
    });
}

struct Edge
{
    Date on {};
    std::optional<Instant> at;
    bool operator==(Edge const&) const = default;
};

// Where a device stood, one stay after the other, as moves between them.
class Moves
{
public:
    Moves(Telling& telling, std::string serial, std::string room)
        : m_telling(telling), m_serial(std::move(serial)), m_room(std::move(room))
    { }

    // A gap between two stays was spent in no room.
    void on_to(std::string const& room, Edge const& left, Edge const& came)
    {
        if (left != came) move({}, left);
        move(room, came);
    }

    void move(std::string const& room, Edge const& when)
    {
        m_telling.tell(MoveDevice { m_serial, m_room, room, when.on, when.at });
        m_room = room;
    }

private:
    Telling& m_telling;
    std::string m_serial, m_room;
};

std::vector<StayId> standing_stays(Ledger const& ledger, DeviceId device)
{
    std::vector<StayId> stays;
    for (StayId const id : ledger.walk(device))
        if (ledger.stays()[id].standing == Standing::valid) stays.push_back(id);
    std::ranges::reverse(stays); // the latest came first
    return stays;
}

std::optional<Date> since(Date from)
{
    return from == always ? std::nullopt : std::optional { from };
}

void tell_moves(Moves& moves, Ledger const& ledger, DeviceId id, std::vector<StayId> const& stays)
{
    auto const key_of = [&](RoomId room) { return room.exists() ? ledger.rooms()[room].key : std::string {}; };
    auto const end_of = [&](StayId stay) { return Edge { ledger.stays()[stay].days.to, ended_at(ledger, stay) }; };
    for (auto const& [before, next] : std::views::zip(stays, stays | std::views::drop(1))) {
        Stay const& stay = ledger.stays()[next];
        moves.on_to(key_of(stay.room), end_of(before), { stay.days.from, begun_at(ledger, next) });
    }
    Device const& row = ledger.devices()[id];
    moves.on_to(key_of(row.room), end_of(stays.back()), { row.in_room_since, placed_at(ledger, id) });
}

// A device whose first place has a moment is told as one that is moved there, since a row of a file has none.
void tell_device(Telling& telling, DeviceId id, Device const& row)
{
    Ledger const& ledger = telling.ledger;
    auto const stays = standing_stays(ledger, id);
    RoomId const room = stays.empty() ? row.room : ledger.stays()[stays.front()].room;
    Edge const came = stays.empty() ? Edge { row.in_room_since, placed_at(ledger, id) }
                                    : Edge { ledger.stays()[stays.front()].days.from, begun_at(ledger, stays.front()) };
    auto const first = standing_key(ledger.rooms(), room, &Room::key);
    telling.told.devices.push_back({ row.serial, ledger.models()[row.model], row.purchased_on,
        came.at ? std::string {} : first, came.at ? std::nullopt : since(came.on) });
    Moves moves { telling, row.serial, came.at ? std::string {} : first };
    if (came.at) moves.move(first, came);
    if (!stays.empty()) tell_moves(moves, ledger, id, stays);
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
