#pragma once
// The ledger is the value that the fold leaves: tables of rows, and an index of what follows from them.
// It changes only through `apply`, and everything derived is a pure function of the rows.

#include "base/date.hpp"
#include "base/id.hpp"
#include "engine/change.hpp"
#include "engine/css_tables.hpp"
#include "engine/index.hpp"
#include "engine/table.hpp"
#include "engine/undo_log.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace keyrack::engine {

// Names that many rows share (sites, models), each kept once.
template <class Tag>
class Names
{
public:
    // Empty for none().
    [[nodiscard]] std::string const& operator[](Id<Tag> id) const
    {
        static std::string const nameless;
        return id.exists() ? m_names[id.row()] : nameless;
    }
    [[nodiscard]] std::vector<std::string> const& all() const { return m_names; }
    [[nodiscard]] Id<Tag> next() const { return Id<Tag>::of_row(static_cast<std::uint32_t>(m_names.size())); }
    [[nodiscard]] Id<Tag> find(std::string_view name) const; // none() where unknown
    bool operator==(Names const& other) const { return m_names == other.m_names; }

private:
    friend class Ledger;
    void put(Id<Tag> id, std::string name);
    void take_last();
    std::vector<std::string> m_names;
    KeyIndex m_ids;
};

class Ledger
{
public:
    Ledger();
    Ledger(Ledger const& other);
    Ledger(Ledger&& other) noexcept;
    Ledger& operator=(Ledger const& other);
    Ledger& operator=(Ledger&& other) noexcept;
    ~Ledger();

    // Makes the change and brings the index after it. A change comes from `decide` on this ledger, or from the store.
    // A row that is put again keeps its key; an assignment keeps its licence, its room and its first day.
    void apply(Change const& change);
    void apply(Change&& change);
    // The same for one kind, without the way over Change: what loads a ledger does it half a million times.
    template <class Row, class IdOf>
    void apply(Put<Row, IdOf>&& change)
    {
        if (m_undo.is_on()) note(change);
        put(std::move(change));
    }
    // Room for so many rows of the kind in all, exactly: who knows how many come saves growing, and what vectors keep to
    // grow into. Rows that others refer to first.
    template <class Row, class IdOf>
    void reserve(std::type_identity<Put<Row, IdOf>>, std::size_t count);

    // Late entries. An entry that sorts before others is folded as if it had come in time: what they changed is taken back,
    // it is folded, and they are folded again. For that the ledger remembers the latest `most` changes; 0, as it begins:
    // none. What was remembered before is forgotten.
    //
    //     ledger.remember(4'096);
    //     auto const before = ledger.moment();    // kept beside each entry of the tail
    //     … fold the entry, and others …
    //     if (ledger.remembers(before)) { auto const touched = ledger.take_back(before); … fold the late one, then them … }
    //     else … fold the whole journal …
    void remember(std::size_t most);
    [[nodiscard]] Moment moment() const { return m_undo.moment(); }
    [[nodiscard]] bool remembers(Moment moment) const { return m_undo.remembers(moment); }
    // The ledger as it stood at the moment, rows and index; later moments mean nothing any more. Gives the rows that were
    // changed or added since, the latest first, one perhaps more than once: what a store writes anew or removes, once
    // the tail has been folded. Asked only where remembers(moment).
    std::vector<TouchedRow> take_back(Moment moment);

    [[nodiscard]] PutTenant const& tenant() const { return m_tenant; }
    [[nodiscard]] bool opened() const { return !m_tenant.name.empty(); }
    [[nodiscard]] Names<SiteTag> const& sites() const { return m_sites; }
    [[nodiscard]] Names<ModelTag> const& models() const { return m_models; }
    [[nodiscard]] Table<Account, AccountId> const& accounts() const { return m_accounts; }
    [[nodiscard]] Table<Order, OrderId> const& orders() const { return m_orders; }
    [[nodiscard]] Table<Room, RoomId> const& rooms() const { return m_rooms; }
    [[nodiscard]] Table<Device, DeviceId> const& devices() const { return m_devices; }
    [[nodiscard]] Table<Stay, StayId> const& stays() const { return m_stays; }
    [[nodiscard]] Table<Assignment, AssignmentId> const& assignments() const { return m_assignments; }

    // Customer Success Services: what they hold and how to find it.
    [[nodiscard]] CssTables const& css() const { return m_css; }
    [[nodiscard]] Table<ServiceOrder, ServiceOrderId> const& service_orders() const { return m_service_orders; }
    [[nodiscard]] Table<Address, AddressId> const& addresses() const { return m_addresses; }
    [[nodiscard]] Table<Person, PersonId> const& people() const { return m_people; }
    [[nodiscard]] Table<Invitation, InvitationId> const& invitations() const { return m_invitations; }
    [[nodiscard]] Table<Mail, MailId> const& mails() const { return m_mails; }
    [[nodiscard]] Table<Setting, SettingId> const& settings() const { return m_settings; }
    [[nodiscard]] Table<DeviceLicence, DeviceLicenceId> const& device_licences() const { return m_device_licences; }
    [[nodiscard]] Table<CountryTerms, CountryTermsId> const& country_terms() const { return m_country_terms; }
    [[nodiscard]] Table<SiteCourier, SiteCourierId> const& site_couriers() const { return m_site_couriers; }
    // Licences on a device, latest recorded first; withdrawn ones too.
    [[nodiscard]] Links<DeviceLicenceId> licences_on(DeviceId device) const { return m_index.licences_on.of(device); }
    // Support tickets.
    [[nodiscard]] Table<SupportTicket, TicketId> const& tickets() const { return m_tickets; }
    [[nodiscard]] Table<TicketTurn, TicketTurnId> const& ticket_turns() const { return m_ticket_turns; }
    [[nodiscard]] Table<ServiceSubscription, SubscriptionId> const& subscriptions() const { return m_subscriptions; }
    // How the tenant is set up.
    [[nodiscard]] Table<SyncRoom, SyncRoomId> const& sync_rooms() const { return m_sync_rooms; }
    [[nodiscard]] Table<OnsiteSpare, OnsiteSpareId> const& onsite_spares() const { return m_onsite_spares; }
    [[nodiscard]] Table<SignIn, SignInId> const& sign_ins() const { return m_sign_ins; }
    [[nodiscard]] Table<Timing, TimingId> const& timings() const { return m_timings; }
    // The room of a Sync account that the room is; none() where it is none, or was removed.
    [[nodiscard]] SyncRoomId sync_room_of(RoomId room) const
    {
        return m_rooms[room].standing == Standing::valid ? m_index.sync_room_of(room) : SyncRoomId::none();
    }
    // Moments of the thing, latest recorded first; those of days that changed since, too.
    template <class IdOf>
    [[nodiscard]] Links<TimingId> timings_of(Timed what, IdOf thing) const
    {
        return m_index.timings.of(what, thing.row(), m_timings.m_rows);
    }
    // Turns of a ticket, latest recorded first; withdrawn ones too.
    [[nodiscard]] Links<TicketTurnId> turns_of(TicketId ticket) const { return m_index.turns.of(ticket); }
    // The rows' own values, for rules that are asked for all of them at once.
    [[nodiscard]] DeviceColumns const& device_columns() const { return m_index.device_columns; }
    [[nodiscard]] RoomColumns const& room_columns() const { return m_index.room_columns; }

    // By key; none() where unknown. Withdrawn rows are found too: their standing says so.
    [[nodiscard]] AccountId account(std::string_view key) const;
    [[nodiscard]] OrderId order(std::string_view key) const;
    [[nodiscard]] RoomId room(std::string_view key) const;
    [[nodiscard]] DeviceId device(std::string_view serial) const;
    [[nodiscard]] ServiceOrderId service_order(std::string_view key) const;
    [[nodiscard]] AddressId address(std::string_view key) const; // as compared: engine/address_match.hpp
    [[nodiscard]] PersonId person(std::string_view email) const; // in lower case
    [[nodiscard]] InvitationId invitation(std::string_view link) const;
    [[nodiscard]] SettingId setting(std::string_view key) const;
    [[nodiscard]] TicketId ticket(std::string_view key) const;
    [[nodiscard]] SubscriptionId subscription(std::string_view key) const;
    [[nodiscard]] SyncRoomId sync_room(std::string_view sync_id) const;
    [[nodiscard]] OnsiteSpareId onsite_spare(std::string_view key) const;

    // The earliest `from` of the order's valid assignments: what starts its term (R39); `never` before the first.
    [[nodiscard]] Date first_assigned_on(OrderId order) const { return m_index.assigned[order.row()].first; }
    // The latest `from` of the order's valid assignments; `always` before the first.
    [[nodiscard]] Date last_assigned_on(OrderId order) const { return m_index.assigned[order.row()].last; }

    // Valid and withdrawn assignments of a licence, a room or an order, latest recorded first.
    [[nodiscard]] std::vector<AssignmentId> assignments_of(LicenceRef licence) const;
    [[nodiscard]] std::vector<AssignmentId> assignments_of(RoomId room) const;
    [[nodiscard]] std::vector<AssignmentId> assignments_of(OrderId order) const;
    // The same without a copy: for a loop that ends before the ledger changes.
    [[nodiscard]] Links<AssignmentId> walk(LicenceRef licence) const;
    [[nodiscard]] Links<AssignmentId> walk(RoomId room) const { return m_index.of_room.of(room); }
    [[nodiscard]] Links<AssignmentId> walk(OrderId order) const { return m_index.of_order.of(order); }

    // Devices now in the room by row, and the earlier stays of a device (latest first); withdrawn ones too.
    [[nodiscard]] std::vector<DeviceId> devices_in(RoomId room) const;
    [[nodiscard]] std::vector<StayId> stays_of(DeviceId device) const;
    [[nodiscard]] Links<StayId> walk(DeviceId device) const { return m_index.stays.of(device); }
    // Where the device stood on that day; none(): in no room.
    [[nodiscard]] RoomId room_of(DeviceId device, Date day) const
    {
        auto const& now = m_index.device_columns;
        if (now.in_room_since[device.row()] <= day) return now.room[device.row()];
        return room_before(device, day); // few devices ever move
    }

    // This ledger without rooms, devices, stays and assignments. What orders know of their assignments (first, last) stays
    // known. What a command is tried on (engine/excerpt.hpp): it is small where a tenant is large.
    [[nodiscard]] Ledger without_rooms() const;

    // Equal rows; the index follows from them.
    bool operator==(Ledger const& other) const;

private:
    [[nodiscard]] RoomId room_before(DeviceId device, Date day) const;
    void put(PutTenant&& change);
    void put(PutSite&& change);
    void put(PutModel&& change);
    void put(Put<Account, AccountId>&& change);
    void put(Put<Order, OrderId>&& change);
    void put(Put<Room, RoomId>&& change);
    void put(Put<Device, DeviceId>&& change);
    void put(Put<Stay, StayId>&& change);
    void put(Put<Assignment, AssignmentId>&& change);
    template <CssRow Row, class IdOf>
    void put(Put<Row, IdOf>&& change)
    {
        m_css.put(std::move(change), m_accounts);
    }
    void put(Put<ServiceOrder, ServiceOrderId>&& change);
    void put(Put<Address, AddressId>&& change);
    void put(Put<Person, PersonId>&& change);
    void put(Put<Invitation, InvitationId>&& change);
    void put(Put<Mail, MailId>&& change);
    void put(Put<Setting, SettingId>&& change);
    void put(Put<DeviceLicence, DeviceLicenceId>&& change);
    void put(Put<CountryTerms, CountryTermsId>&& change);
    void put(Put<SiteCourier, SiteCourierId>&& change);
    void put(Put<SupportTicket, TicketId>&& change);
    void put(Put<TicketTurn, TicketTurnId>&& change);
    void put(Put<ServiceSubscription, SubscriptionId>&& change);
    void put(Put<SyncRoom, SyncRoomId>&& change);
    void put(Put<OnsiteSpare, OnsiteSpareId>&& change);
    void put(Put<SignIn, SignInId>&& change);
    void put(Put<Timing, TimingId>&& change);
    void add_to_index(AssignmentId id);
    // The licence's place in the index, or KeyIndex::nothing.
    [[nodiscard]] std::uint32_t place_of(LicenceRef licence) const;
    void take_in_licences() const;
    void recount_assigned(OrderId order, Date from);

    // What a change is about to overwrite or to add goes into the undo log (taking_back.cpp).
    void note(Change const& change);
    template <class Each>
    void note_each(Each const& change);
    template <class Row, class IdOf>
    void note_each(Put<Row, IdOf> const& change);
    template <class Each>
    void undo(UndoLog::Step const& step);
    // Takes out the last row of a table, and what followed from it.
    void take_last(std::type_identity<PutTenant>);
    void take_last(std::type_identity<PutSite>);
    void take_last(std::type_identity<PutModel>);
    template <class Row, class IdOf>
    void take_last(std::type_identity<Put<Row, IdOf>> of);
    void take_from_index(std::vector<Account> const& rows);
    void take_from_index(std::vector<Order> const& rows);
    void take_from_index(std::vector<Room> const& rows);
    void take_from_index(std::vector<Device> const& rows);
    void take_from_index(std::vector<Stay> const& rows);
    void take_from_index(std::vector<Assignment> const& rows);
    void take_from_index(std::vector<ServiceOrder> const& rows);
    void take_from_index(std::vector<Address> const& rows);
    void take_from_index(std::vector<Person> const& rows);
    void take_from_index(std::vector<Invitation> const& rows);
    void take_from_index(std::vector<Mail> const&) { }
    void take_from_index(std::vector<Setting> const& rows);
    void take_from_index(std::vector<DeviceLicence> const& rows);
    void take_from_index(std::vector<CountryTerms> const&) { }
    void take_from_index(std::vector<SiteCourier> const&) { }
    void take_from_index(std::vector<SupportTicket> const& rows);
    void take_from_index(std::vector<TicketTurn> const& rows);
    void take_from_index(std::vector<ServiceSubscription> const& rows);
    void take_from_index(std::vector<SyncRoom> const& rows);
    void take_from_index(std::vector<OnsiteSpare> const& rows);
    void take_from_index(std::vector<SignIn> const&) { }
    void take_from_index(std::vector<Timing> const& rows);
    template <class Row>
    void reserve_index(std::type_identity<Row>, std::size_t)
    { } // tables that stay small
    void reserve_index(std::type_identity<Room>, std::size_t count);
    void reserve_index(std::type_identity<Device>, std::size_t count);
    void reserve_index(std::type_identity<Stay>, std::size_t count);
    void reserve_index(std::type_identity<Assignment>, std::size_t count);
    // Every table of rows, found by its type.
    [[nodiscard]] auto tables()
    {
        return std::tuple_cat(
            std::tie(m_accounts, m_orders, m_rooms, m_devices, m_stays, m_assignments, m_service_orders, m_addresses,
                m_people, m_invitations, m_mails, m_settings, m_device_licences, m_country_terms, m_site_couriers,
                m_tickets, m_ticket_turns, m_subscriptions, m_sync_rooms, m_onsite_spares, m_sign_ins, m_timings),
            m_css.tables());
    }

    PutTenant m_tenant;
    Names<SiteTag> m_sites;
    Names<ModelTag> m_models;
    Table<Account, AccountId> m_accounts;
    Table<Order, OrderId> m_orders;
    Table<Room, RoomId> m_rooms;
    Table<Device, DeviceId> m_devices;
    Table<Stay, StayId> m_stays;
    Table<Assignment, AssignmentId> m_assignments;
    CssTables m_css;
    Table<ServiceOrder, ServiceOrderId> m_service_orders;
    Table<Address, AddressId> m_addresses;
    Table<Person, PersonId> m_people;
    Table<Invitation, InvitationId> m_invitations;
    Table<Mail, MailId> m_mails;
    Table<Setting, SettingId> m_settings;
    Table<DeviceLicence, DeviceLicenceId> m_device_licences;
    Table<CountryTerms, CountryTermsId> m_country_terms;
    Table<SiteCourier, SiteCourierId> m_site_couriers;
    Table<SupportTicket, TicketId> m_tickets;
    Table<TicketTurn, TicketTurnId> m_ticket_turns;
    Table<ServiceSubscription, SubscriptionId> m_subscriptions;
    Table<SyncRoom, SyncRoomId> m_sync_rooms;
    Table<OnsiteSpare, OnsiteSpareId> m_onsite_spares;
    Table<SignIn, SignInId> m_sign_ins;
    Table<Timing, TimingId> m_timings;
    mutable Index m_index; // takes in what it does not know yet where it is asked: the answer is the same
    UndoLog m_undo;
};

template <class Row, class IdOf>
void Ledger::reserve(std::type_identity<Put<Row, IdOf>>, std::size_t count)
{
    std::get<Table<Row, IdOf>&>(tables()).m_rows.reserve(count);
    reserve_index(std::type_identity<Row> {}, count);
}

} // namespace keyrack::engine
