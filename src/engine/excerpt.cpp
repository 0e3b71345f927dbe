#include "engine/excerpt.hpp"

#include "engine/setup.hpp"

#include <concepts>
#include <type_traits>
#include <variant>

namespace keyrack::engine {

namespace {

template <class IdOf>
std::vector<IdOf> each_once(std::vector<IdOf> ids)
{
    std::ranges::sort(ids);
    auto const repeated = std::ranges::unique(ids);
    ids.erase(repeated.begin(), repeated.end());
    return ids;
}

template <class IdOf>
std::vector<IdOf> all_of(std::size_t count)
{
    std::vector<IdOf> ids(count);
    for (std::uint32_t row = 0; row < count; ++row) ids[row] = IdOf::of_row(row);
    return ids;
}

template <class Needed, class... Kinds>
constexpr bool is_one_of = (std::same_as<Needed, Kinds> || ...);

// Kinds of commands whose decisions look at no more than what `Reader` takes for them.
template <class Kind>
constexpr bool is_read = is_one_of<Kind, AddAccount, PlaceOrder, RemoveOrder, CancelOrder, WithdrawCancellation,
    AddRoom, RemoveRoom, SetInSync, AddDevice, RemoveDevice, MoveDevice, Assign, EndAssignment, WithdrawAssignments,
    AddOrgId, RemoveOrgId, AddProductLine, RemoveProductLine, AddSoftwareLicences, RemoveSoftwareLicences,
    RetireLicences, TransferLicences, WithdrawTransfer, BuyCoverage, RemoveCoverage, UpgradeTier, WithdrawUpgrade,
    RenewContract, ReinstateContract, UseHours, WithdrawHours, SetLifecycle, SetCssPrice, PlaceServiceOrder,
    RemoveServiceOrder, CorrectServiceOrder, RejectServiceOrder, ProcessServiceOrder, RecordAddress, ForgetAddress,
    SendInvitation, ResendInvitation, WithdrawInvitation, ReopenInvitation, AcceptInvitation, DelegateAccess,
    RemovePerson, SetRole, EndAccess, SetUserLimit>;

// What tickets may be about; and tickets are left out of an excerpt.
template <class Kind>
constexpr bool asks_for_tickets = is_one_of<Kind, RemoveRoom, RemoveDevice, RemoveOrgId, RemoveProductLine>;

bool needs_the_whole(Ledger const& whole, Command const& command)
{
    bool const tickets = whole.tickets().size() > 0;
    return std::visit(
        [&]<class Kind>(Kind const&) { return !is_read<Kind> || (tickets && asks_for_tickets<Kind>); }, command);
}

} // namespace

// What of the whole the commands look at. Ids may repeat.
struct Excerpt::Wanted
{
    Ledger const& whole;
    Date day;
    std::vector<OrderId> orders {}; // with all their assignments
    std::vector<RoomId> rooms {};
    std::vector<RoomId> contents {}; // rooms with all that is or was in them
    std::vector<DeviceId> devices {};
    std::vector<AssignmentId> assignments {};
    bool cap_blocks = cap_effect(whole) == CapEffect::blocks; // then an assignment looks at what is in its room (D6)

    void order(std::string const& key)
    {
        if (auto const id = whole.order(key); id.exists()) orders.push_back(id);
    }

    void room(std::string const& key)
    {
        if (auto const id = whole.room(key); id.exists()) rooms.push_back(id);
    }

    void device(std::string const& serial)
    {
        if (auto const id = whole.device(serial); id.exists()) devices.push_back(id);
    }

    void devices_of(std::string const& key)
    {
        auto const id = whole.room(key);
        if (!id.exists()) return;
        for (DeviceId const each : whole.devices_in(id)) devices.push_back(each);
    }

    // An assignment before the first of its order moves the term, and then all of them are looked at.
    void licence(LicenceKey const& key, Date from)
    {
        auto const id = whole.order(key.order);
        if (!id.exists()) return;
        if (std::min(from, day) < whole.first_assigned_on(id)) orders.push_back(id);
        for (AssignmentId const each : whole.walk(LicenceRef { id, key.number })) assignments.push_back(each);
    }

    // What is taken back at an end of the order's days moves that end.
    void withdrawal(Withdrawal const& each)
    {
        licence(each.licence, each.from);
        auto const id = whole.order(each.licence.order);
        if (!id.exists()) return;
        bool const within = whole.first_assigned_on(id) < each.from && each.from < whole.last_assigned_on(id);
        if (!within) orders.push_back(id);
    }

    template <class Kind>
    void operator()(Kind const& command)
    {
        if constexpr (requires { command.order; }) order(command.order);
        if constexpr (requires { command.room; }) room(command.room);
        if constexpr (requires { command.expects_room; }) room(command.expects_room);
        if constexpr (requires { command.serial; }) device(command.serial);
        if constexpr (std::same_as<Kind, EndAssignment>) licence(command.licence, command.from);
    }

    void operator()(Assign const& command)
    {
        for (Pairing const& pair : command.pairs) {
            room(pair.room);
            licence(pair.licence, command.from);
            if (cap_blocks) devices_of(pair.room);
        }
    }

    void operator()(WithdrawAssignments const& command)
    {
        for (Withdrawal const& each : command.assignments) withdrawal(each);
    }

    void operator()(RemoveRoom const& command)
    {
        if (auto const id = whole.room(command.room); id.exists()) contents.push_back(id);
    }

    void follow_contents()
    {
        for (RoomId const id : contents) {
            rooms.push_back(id);
            for (AssignmentId const each : whole.walk(id)) assignments.push_back(each);
            for (DeviceId const each : whole.devices_in(id)) devices.push_back(each);
        }
        if (contents.empty()) return;
        for (Stay const& stay : whole.stays().rows()) {
            if (std::ranges::find(contents, stay.room) != contents.end()) devices.push_back(stay.device);
        }
    }

    // Whatever a row refers to comes with it.
    void follow()
    {
        follow_contents();
        for (OrderId const id : each_once(std::move(orders)))
            for (AssignmentId const each : whole.walk(id)) assignments.push_back(each);
        assignments = each_once(std::move(assignments));
        devices = each_once(std::move(devices));
        for (AssignmentId const id : assignments) rooms.push_back(whole.assignments()[id].room);
        for (DeviceId const id : devices) {
            if (auto const room_now = whole.devices()[id].room; room_now.exists()) rooms.push_back(room_now);
            for (StayId const stay : whole.walk(id)) rooms.push_back(whole.stays()[stay].room);
        }
        rooms = each_once(std::move(rooms));
    }
};

Excerpt::Excerpt(Ledger const& whole, std::vector<Command> const& commands, Date day)
{
    // Licences on devices stand on rows that an excerpt leaves out.
    auto const needs = [&](Command const& command) { return needs_the_whole(whole, command); };
    if (whole.device_licences().size() > 0 || std::ranges::any_of(commands, needs)) {
        take_everything(whole);
        return;
    }
    Wanted wanted { whole, day };
    for (Command const& command : commands) std::visit(wanted, command);
    wanted.follow();
    take(whole, std::move(wanted));
}

void Excerpt::take_everything(Ledger const& whole)
{
    m_ledger = whole;
    m_rooms = { all_of<RoomId>(whole.rooms().size()), whole.rooms().size() };
    m_devices = { all_of<DeviceId>(whole.devices().size()), whole.devices().size() };
    m_assignments = { all_of<AssignmentId>(whole.assignments().size()), whole.assignments().size() };
}

void Excerpt::take(Ledger const& whole, Wanted wanted)
{
    m_ledger = whole.without_rooms();
    m_rooms = { std::move(wanted.rooms), whole.rooms().size() };
    m_devices = { std::move(wanted.devices), whole.devices().size() };
    m_assignments = { std::move(wanted.assignments), whole.assignments().size() };
    for (RoomId const id : m_rooms.rows()) m_ledger.apply(Put { m_rooms.part(id), whole.rooms()[id] });
    take_devices(whole);
    for (AssignmentId const id : m_assignments.rows()) {
        Put change { m_assignments.part(id), whole.assignments()[id] };
        change.row.room = m_rooms.part(change.row.room);
        m_ledger.apply(std::move(change));
    }
}

// With where they stood before.
void Excerpt::take_devices(Ledger const& whole)
{
    std::vector<StayId> stays;
    for (DeviceId const id : m_devices.rows()) {
        Put change { m_devices.part(id), whole.devices()[id] };
        change.row.room = m_rooms.part(change.row.room);
        m_ledger.apply(std::move(change));
        for (StayId const stay : whole.walk(id)) stays.push_back(stay);
    }
    for (StayId const id : each_once(std::move(stays))) {
        Put change { m_ledger.stays().next(), whole.stays()[id] };
        change.row.device = m_devices.part(change.row.device);
        change.row.room = m_rooms.part(change.row.room);
        m_ledger.apply(std::move(change));
    }
}

// Any room of the programme may be gained or lost.
void Excerpt::note_all_of(ProgrammeId programme)
{
    for (std::uint32_t row = 0; row < m_ledger.assignments().size(); ++row) {
        auto const id = AssignmentId::of_row(row);
        auto const order = m_ledger.assignments()[id].order;
        if (m_ledger.orders()[order].programme == programme) m_changed_assignments.push_back(id);
    }
}

void Excerpt::note(Change const& change)
{
    if (std::holds_alternative<PutTenant>(change)) m_tenant_changed = true;
    if (auto const* order = std::get_if<Put<Order, OrderId>>(&change)) m_changed_orders.push_back(order->id);
    if (auto const* device = std::get_if<Put<Device, DeviceId>>(&change)) m_changed_devices.push_back(device->id);
    if (auto const* licence = std::get_if<Put<DeviceLicence, DeviceLicenceId>>(&change)) {
        m_changed_devices.push_back(licence->row.device);
        m_changed_orders.push_back(licence->row.order);
    }
    if (auto const* terms = std::get_if<Put<CountryTerms, CountryTermsId>>(&change)) note_all_of(terms->row.programme);
    if (auto const* assignment = std::get_if<Put<Assignment, AssignmentId>>(&change)) {
        m_changed_assignments.push_back(assignment->id);
        m_changed_orders.push_back(assignment->row.order);
    }
}

Denial Excerpt::in_whole(Denial denial) const
{
    for (Fact& fact : denial.facts) {
        if (auto* room = std::get_if<RoomId>(&fact.subject)) *room = m_rooms.whole(*room);
        if (auto* device = std::get_if<DeviceId>(&fact.subject)) *device = m_devices.whole(*device);
    }
    return denial;
}

std::expected<void, Denial> Excerpt::fold(catalogue::Catalogue const& catalogue, Command const& command)
{
    auto decision = decide(m_ledger, catalogue, command, EntryId::none(), Manner::live);
    if (!decision) return std::unexpected(in_whole(std::move(decision.error())));
    for (Change& change : decision->changes) {
        note(change);
        m_ledger.apply(std::move(change));
    }
    return {};
}

std::expected<void, Refusal> Excerpt::fold_all(
    catalogue::Catalogue const& catalogue, std::vector<Command> const& commands)
{
    for (std::size_t at = 0; at < commands.size(); ++at) {
        if (auto folded = fold(catalogue, commands[at]); !folded)
            return std::unexpected(Refusal { at, std::move(folded.error()) });
    }
    return {};
}

std::vector<OrderId> Excerpt::changed_orders() const
{
    return each_once(m_changed_orders);
}

std::vector<AssignmentId> Excerpt::changed_assignments() const
{
    return each_once(m_changed_assignments);
}

std::vector<DeviceId> Excerpt::changed_devices() const
{
    return each_once(m_changed_devices);
}

Ledger Ledger::without_rooms() const
{
    Ledger rest;
    rest.m_tenant = m_tenant;
    rest.m_sites = m_sites;
    rest.m_models = m_models;
    rest.m_accounts = m_accounts;
    rest.m_orders = m_orders;
    rest.m_css = m_css;
    rest.m_service_orders = m_service_orders;
    rest.m_addresses = m_addresses;
    rest.m_people = m_people;
    rest.m_invitations = m_invitations;
    rest.m_mails = m_mails;
    rest.m_settings = m_settings;
    rest.m_country_terms = m_country_terms;
    rest.m_site_couriers = m_site_couriers;
    rest.m_onsite_spares = m_onsite_spares;
    rest.m_sign_ins = m_sign_ins;
    rest.m_index = m_index.without_rooms();
    return rest;
}

} // namespace keyrack::engine
