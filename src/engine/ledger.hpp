#pragma once
// The ledger is the value that the fold leaves: tables of rows, and an index of what follows from them.
// It changes only through `apply`, and everything derived is a pure function of the rows.

#include "base/date.hpp"
#include "base/id.hpp"
#include "engine/css_tables.hpp"
#include "engine/index.hpp"
#include "engine/range_rows.hpp"
#include "engine/rows.hpp"
#include "engine/service_rows.hpp"
#include "engine/table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
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
    std::vector<std::string> m_names;
    KeyIndex m_ids;
};

struct PutTenant // the facts of the tenant itself
{
    std::string name;
    std::optional<std::int32_t> base_warranty_years;
    EntryId base_warranty_entry;
    bool operator==(PutTenant const&) const = default;
};
struct PutSite
{
    SiteId id;
    std::string name;
    bool operator==(PutSite const&) const = default;
};
struct PutModel
{
    ModelId id;
    std::string name;
    bool operator==(PutModel const&) const = default;
};

using Change = std::variant<PutTenant, PutSite, PutModel, Put<Account, AccountId>, Put<Order, OrderId>,
    Put<Room, RoomId>, Put<Device, DeviceId>, Put<Stay, StayId>, Put<Assignment, AssignmentId>,
    // Customer Success Services
    Put<Org, OrgId>, Put<ProductLine, ProductLineId>, Put<Holding, HoldingId>, Put<Departure, DepartureId>,
    Put<Contract, ContractId>, Put<ContractLine, ContractLineId>, Put<TierChange, TierChangeId>,
    Put<Version, VersionId>, Put<HoursUse, HoursUseId>, Put<CssPrice, CssPriceId>,
    // service orders and people
    Put<ServiceOrder, ServiceOrderId>, Put<Address, AddressId>, Put<Person, PersonId>, Put<Invitation, InvitationId>,
    Put<Mail, MailId>, Put<Setting, SettingId>,
    // what the catalogue leaves to the tenant
    Put<DeviceLicence, DeviceLicenceId>, Put<CountryTerms, CountryTermsId>, Put<SiteCourier, SiteCourierId>>;

class Ledger
{
public:
    // Makes the change and brings the index after it. A change comes from `decide` on this ledger, or from the store.
    // A row that is put again keeps its key; an assignment keeps its licence, its room and its first day.
    void apply(Change const& change);
    void apply(Change&& change);

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
    void add_to_index(AssignmentId id);
    void recount_assigned(OrderId order, Date from);

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
    Index m_index;
};

} // namespace keyrack::engine
