#include "engine/ledger.hpp"

#include "base/verify.hpp"
#include "engine/timing.hpp"

#include <algorithm>
#include <utility>

namespace keyrack::engine {

Ledger::Ledger() = default;
Ledger::Ledger(Ledger const& other) = default;
Ledger::Ledger(Ledger&& other) noexcept = default;
Ledger& Ledger::operator=(Ledger const& other) = default;
Ledger& Ledger::operator=(Ledger&& other) noexcept = default;
Ledger::~Ledger() = default;

namespace {

template <class IdOf>
IdOf id_at(std::uint32_t row)
{
    return IdOf::of_row(row); // KeyIndex::nothing is the row of none()
}

template <class IdOf, class Row, class Key>
IdOf find_by_key(KeyIndex const& index, std::vector<Row> const& rows, Key Row::* key, std::string_view wanted)
{
    return id_at<IdOf>(index.find(hash_of(wanted), [&](std::uint32_t row) { return rows[row].*key == wanted; }));
}

template <class Row, class Key>
void take_in(KeyIndex& index, std::vector<Row> const& rows, Key Row::* key)
{
    if (index.size() == rows.size()) return;
    index.reserve(rows.size());
    for (auto row = static_cast<std::uint32_t>(index.size()); row < rows.size(); ++row)
        index.insert(hash_of(rows[row].*key), row);
}

// Puts the row in its place; says whether it is new. A row that is there keeps its key.
template <class Row, class IdOf, class Key>
Novelty place(std::vector<Row>& rows, Put<Row, IdOf>&& change, Key Row::* key)
{
    VERIFY(change.id.row() <= rows.size());
    if (change.id.row() == rows.size()) {
        rows.push_back(std::move(change.row));
        return Novelty::fresh;
    }
    VERIFY(rows[change.id.row()].*key == change.row.*key);
    rows[change.id.row()] = std::move(change.row);
    return Novelty::again;
}

// The same, and its key into the index at once.
template <class Row, class IdOf, class Key>
Novelty place(std::vector<Row>& rows, KeyIndex& index, Put<Row, IdOf>&& change, Key Row::* key)
{
    auto const novelty = place(rows, std::move(change), key);
    if (novelty == Novelty::fresh) take_in(index, rows, key);
    return novelty;
}

// The same for rows that are found without a key.
template <class Row, class IdOf>
void place(std::vector<Row>& rows, Put<Row, IdOf>&& change)
{
    VERIFY(change.id.row() <= rows.size());
    if (change.id.row() == rows.size()) rows.emplace_back();
    rows[change.id.row()] = std::move(change.row);
}

template <class IdOf, class Rows>
bool refers(IdOf id, Rows const& rows)
{
    return id.row() < rows.size();
}

template <class Member>
std::vector<Member> listed(Links<Member> const& links)
{
    std::vector<Member> members;
    for (Member const member : links) members.push_back(member);
    return members;
}

} // namespace

template <class Tag>
Id<Tag> Names<Tag>::find(std::string_view name) const
{
    return id_at<Id<Tag>>(m_ids.find(hash_of(name), [&](std::uint32_t row) { return m_names[row] == name; }));
}

template <class Tag>
void Names<Tag>::put(Id<Tag> id, std::string name)
{
    VERIFY(id == next());
    m_ids.insert(hash_of(name), id.row());
    m_names.push_back(std::move(name));
}

template class Names<SiteTag>;
template class Names<ModelTag>;

void Ledger::apply(Change const& change)
{
    apply(Change { change });
}

void Ledger::apply(Change&& change)
{
    if (m_undo.is_on()) note(change);
    std::visit([this](auto&& each) { put(std::forward<decltype(each)>(each)); }, std::move(change));
}

void Ledger::put(PutTenant&& change)
{
    m_tenant = std::move(change);
}

void Ledger::put(PutSite&& change)
{
    m_sites.put(change.id, std::move(change.name));
}

void Ledger::put(PutModel&& change)
{
    m_models.put(change.id, std::move(change.name));
}

void Ledger::put(Put<Account, AccountId>&& change)
{
    VERIFY(change.row.parent != change.id || !change.row.parent.exists()); // it may come later, where rows are loaded
    place(m_accounts.m_rows, m_index.accounts, std::move(change), &Account::key);
}

void Ledger::put(Put<Order, OrderId>&& change)
{
    VERIFY(!change.row.account.exists() || refers(change.row.account, m_accounts.m_rows));
    if (place(m_orders.m_rows, m_index.orders, std::move(change), &Order::key) == Novelty::fresh)
        m_index.assigned.emplace_back();
}

void Ledger::put(Put<Room, RoomId>&& change)
{
    VERIFY(!change.row.account.exists() || refers(change.row.account, m_accounts.m_rows));
    VERIFY(!change.row.site.exists() || refers(change.row.site, m_sites.m_names));
    m_index.room_columns.put(change.id, change.row);
    place(m_rooms.m_rows, std::move(change), &Room::key);
}

void Ledger::put(Put<Device, DeviceId>&& change)
{
    VERIFY(!change.row.room.exists() || refers(change.row.room, m_rooms.m_rows));
    VERIFY(!change.row.model.exists() || refers(change.row.model, m_models.m_names));
    auto const id = change.id;
    if (refers(id, m_devices.m_rows)) m_index.devices_in.remove(id, m_devices[id].room);
    m_index.devices_in.add(id, change.row.room);
    m_index.device_columns.put(id, change.row);
    place(m_devices.m_rows, std::move(change), &Device::serial);
}

void Ledger::put(Put<Stay, StayId>&& change)
{
    auto& rows = m_stays.m_rows;
    VERIFY(change.id.row() <= rows.size());
    VERIFY(refers(change.row.device, m_devices.m_rows) && refers(change.row.room, m_rooms.m_rows));
    if (change.id.row() < rows.size()) {
        VERIFY(rows[change.id.row()].device == change.row.device);
        rows[change.id.row()] = change.row;
        return;
    }
    m_index.stays.add(change.id, change.row.device);
    rows.push_back(change.row);
}

void Ledger::put(Put<Assignment, AssignmentId>&& change)
{
    auto& rows = m_assignments.m_rows;
    VERIFY(change.id.row() <= rows.size());
    if (change.id.row() == rows.size()) {
        VERIFY(refers(change.row.order, m_orders.m_rows) && refers(change.row.room, m_rooms.m_rows));
        rows.push_back(change.row);
        add_to_index(change.id);
        return;
    }
    Assignment& row = rows[change.id.row()];
    VERIFY(row.order == change.row.order && row.number == change.row.number && row.room == change.row.room);
    VERIFY(row.days.from == change.row.days.from);
    row = change.row;
    if (row.standing == Standing::valid)
        m_index.assigned[row.order.row()].widen(row.days.from);
    else
        recount_assigned(row.order, row.days.from);
}

void Ledger::put(Put<ServiceOrder, ServiceOrderId>&& change)
{
    VERIFY(!change.row.account.exists() || refers(change.row.account, m_accounts.m_rows));
    place(m_service_orders.m_rows, m_index.service_orders, std::move(change), &ServiceOrder::key);
}

void Ledger::put(Put<Address, AddressId>&& change)
{
    VERIFY(!change.row.account.exists() || refers(change.row.account, m_accounts.m_rows));
    place(m_addresses.m_rows, m_index.addresses, std::move(change), &Address::key);
}

void Ledger::put(Put<Person, PersonId>&& change)
{
    place(m_people.m_rows, m_index.people, std::move(change), &Person::key);
}

void Ledger::put(Put<Invitation, InvitationId>&& change)
{
    place(m_invitations.m_rows, m_index.invitations, std::move(change), &Invitation::key);
}

void Ledger::put(Put<Setting, SettingId>&& change)
{
    place(m_settings.m_rows, m_index.settings, std::move(change), &Setting::key);
}

void Ledger::put(Put<DeviceLicence, DeviceLicenceId>&& change)
{
    auto& rows = m_device_licences.m_rows;
    VERIFY(change.id.row() <= rows.size());
    VERIFY(refers(change.row.order, m_orders.m_rows) && refers(change.row.device, m_devices.m_rows));
    if (change.id.row() < rows.size()) {
        VERIFY(rows[change.id.row()].device == change.row.device);
        rows[change.id.row()] = change.row;
        return;
    }
    m_index.licences_on.add(change.id, change.row.device);
    rows.push_back(change.row);
}

void Ledger::put(Put<CountryTerms, CountryTermsId>&& change)
{
    place(m_country_terms.m_rows, std::move(change));
}

void Ledger::put(Put<SiteCourier, SiteCourierId>&& change)
{
    VERIFY(refers(change.row.site, m_sites.m_names));
    place(m_site_couriers.m_rows, std::move(change));
}

void Ledger::put(Put<SupportTicket, TicketId>&& change)
{
    SupportTicket const& row = change.row;
    VERIFY(!row.room.exists() || refers(row.room, m_rooms.m_rows));
    VERIFY(!row.device.exists() || refers(row.device, m_devices.m_rows));
    VERIFY(!row.org.exists() || refers(row.org, m_css.orgs().rows()));
    VERIFY(!row.line.exists() || refers(row.line, m_css.lines().rows()));
    place(m_tickets.m_rows, m_index.tickets, std::move(change), &SupportTicket::key);
}

void Ledger::put(Put<TicketTurn, TicketTurnId>&& change)
{
    auto& rows = m_ticket_turns.m_rows;
    VERIFY(change.id.row() <= rows.size() && refers(change.row.ticket, m_tickets.m_rows));
    if (change.id.row() < rows.size()) {
        VERIFY(rows[change.id.row()].ticket == change.row.ticket);
        rows[change.id.row()] = std::move(change.row);
        return;
    }
    m_index.turns.add(change.id, change.row.ticket);
    rows.push_back(std::move(change.row));
}

void Ledger::put(Put<ServiceSubscription, SubscriptionId>&& change)
{
    place(m_subscriptions.m_rows, m_index.subscriptions, std::move(change), &ServiceSubscription::key);
}

void Ledger::put(Put<SyncRoom, SyncRoomId>&& change)
{
    auto const id = change.id;
    VERIFY(refers(change.row.room, m_rooms.m_rows));
    auto& by_room = m_index.sync_rooms_by_room;
    if (refers(id, m_sync_rooms.m_rows) && m_index.sync_room_of(m_sync_rooms[id].room) == id)
        by_room[m_sync_rooms[id].room.row()] = SyncRoomId::none();
    if (change.row.standing == Standing::valid) {
        if (by_room.size() <= change.row.room.row()) by_room.resize(change.row.room.row() + 1, SyncRoomId::none());
        by_room[change.row.room.row()] = id;
    }
    place(m_sync_rooms.m_rows, m_index.sync_rooms, std::move(change), &SyncRoom::key);
}

void Ledger::put(Put<OnsiteSpare, OnsiteSpareId>&& change)
{
    place(m_onsite_spares.m_rows, m_index.onsite_spares, std::move(change), &OnsiteSpare::key);
}

void Ledger::put(Put<SignIn, SignInId>&& change)
{
    place(m_sign_ins.m_rows, std::move(change));
}

void Ledger::put(Put<Timing, TimingId>&& change)
{
    VERIFY(change.id == m_timings.next() && is_of_a_row(change.row, *this));
    m_index.timings.add(change.row, m_timings.m_rows);
    m_timings.m_rows.push_back(std::move(change.row));
}

void Ledger::put(Put<Mail, MailId>&& change)
{
    VERIFY(change.id == m_mails.next()); // what went out stays as it was
    m_mails.m_rows.push_back(std::move(change.row));
}

AccountId Ledger::account(std::string_view key) const
{
    return find_by_key<AccountId>(m_index.accounts, m_accounts.m_rows, &Account::key, key);
}

OrderId Ledger::order(std::string_view key) const
{
    return find_by_key<OrderId>(m_index.orders, m_orders.m_rows, &Order::key, key);
}

RoomId Ledger::room(std::string_view key) const
{
    take_in(m_index.rooms, m_rooms.m_rows, &Room::key);
    return find_by_key<RoomId>(m_index.rooms, m_rooms.m_rows, &Room::key, key);
}

DeviceId Ledger::device(std::string_view serial) const
{
    take_in(m_index.devices, m_devices.m_rows, &Device::serial);
    return find_by_key<DeviceId>(m_index.devices, m_devices.m_rows, &Device::serial, serial);
}

ServiceOrderId Ledger::service_order(std::string_view key) const
{
    return find_by_key<ServiceOrderId>(m_index.service_orders, m_service_orders.m_rows, &ServiceOrder::key, key);
}

AddressId Ledger::address(std::string_view key) const
{
    return find_by_key<AddressId>(m_index.addresses, m_addresses.m_rows, &Address::key, key);
}

PersonId Ledger::person(std::string_view key) const
{
    return find_by_key<PersonId>(m_index.people, m_people.m_rows, &Person::key, key);
}

InvitationId Ledger::invitation(std::string_view key) const
{
    return find_by_key<InvitationId>(m_index.invitations, m_invitations.m_rows, &Invitation::key, key);
}

SettingId Ledger::setting(std::string_view key) const
{
    return find_by_key<SettingId>(m_index.settings, m_settings.m_rows, &Setting::key, key);
}

TicketId Ledger::ticket(std::string_view key) const
{
    return find_by_key<TicketId>(m_index.tickets, m_tickets.m_rows, &SupportTicket::key, key);
}

SubscriptionId Ledger::subscription(std::string_view key) const
{
    return find_by_key<SubscriptionId>(m_index.subscriptions, m_subscriptions.m_rows, &ServiceSubscription::key, key);
}

SyncRoomId Ledger::sync_room(std::string_view key) const
{
    return find_by_key<SyncRoomId>(m_index.sync_rooms, m_sync_rooms.m_rows, &SyncRoom::key, key);
}

OnsiteSpareId Ledger::onsite_spare(std::string_view key) const
{
    return find_by_key<OnsiteSpareId>(m_index.onsite_spares, m_onsite_spares.m_rows, &OnsiteSpare::key, key);
}

Links<AssignmentId> Ledger::walk(LicenceRef licence) const
{
    take_in_licences();
    return m_index.of_licence.of(LicenceId::of_row(place_of(licence)));
}

std::vector<AssignmentId> Ledger::assignments_of(LicenceRef licence) const
{
    return listed(walk(licence));
}

std::vector<AssignmentId> Ledger::assignments_of(RoomId room) const
{
    return listed(walk(room));
}

std::vector<AssignmentId> Ledger::assignments_of(OrderId order) const
{
    return listed(walk(order));
}

std::vector<DeviceId> Ledger::devices_in(RoomId room) const
{
    auto devices = listed(m_index.devices_in.of(room));
    std::ranges::sort(devices); // the links remember how it came about, the answer must not
    return devices;
}

std::vector<StayId> Ledger::stays_of(DeviceId device) const
{
    return listed(walk(device));
}

RoomId Ledger::room_before(DeviceId device, Date day) const
{
    for (StayId const id : walk(device)) {
        Stay const& stay = m_stays[id];
        if (stay.standing == Standing::valid && stay.days.contains(day)) return stay.room;
    }
    return RoomId::none();
}

bool Ledger::operator==(Ledger const& other) const
{
    return m_tenant == other.m_tenant && m_sites == other.m_sites && m_models == other.m_models
        && m_accounts == other.m_accounts && m_orders == other.m_orders && m_rooms == other.m_rooms
        && m_devices == other.m_devices && m_stays == other.m_stays && m_assignments == other.m_assignments
        && m_css == other.m_css && m_service_orders == other.m_service_orders && m_addresses == other.m_addresses
        && m_people == other.m_people && m_invitations == other.m_invitations && m_mails == other.m_mails
        && m_settings == other.m_settings && m_device_licences == other.m_device_licences
        && m_country_terms == other.m_country_terms && m_site_couriers == other.m_site_couriers
        && m_tickets == other.m_tickets && m_ticket_turns == other.m_ticket_turns
        && m_subscriptions == other.m_subscriptions && m_sync_rooms == other.m_sync_rooms
        && m_onsite_spares == other.m_onsite_spares && m_sign_ins == other.m_sign_ins && m_timings == other.m_timings;
}

} // namespace keyrack::engine
