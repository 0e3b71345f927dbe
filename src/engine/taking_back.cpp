// Changes of a ledger, noted as they are made and taken back in the opposite order.
#include "base/verify.hpp"
#include "engine/ledger.hpp"

#include <array>
#include <concepts>
#include <utility>
#include <variant>

namespace keyrack::engine {

namespace {

template <class Each, class... All>
constexpr std::uint32_t place_among(std::type_identity<std::variant<All...>>)
{
    std::uint32_t place = 0;
    static_cast<void>(((std::same_as<Each, All> || (++place, false)) || ...));
    return place;
}

// The alternative of Change.
template <class Each>
constexpr std::uint32_t table_of = place_among<Each>(std::type_identity<ChangeKinds> {});

template <class Row>
std::uint32_t last_of(std::vector<Row> const& rows)
{
    return static_cast<std::uint32_t>(rows.size() - 1);
}

// A row that the index has not taken in yet is in no need of going.
template <class Row, class Key>
void take_key(std::vector<Row> const& rows, KeyIndex& index, Key Row::* key)
{
    if (index.size() == rows.size()) index.erase(hash_of(rows.back().*key), last_of(rows));
}

} // namespace

template <class Tag>
void Names<Tag>::take_last()
{
    m_ids.erase(hash_of(m_names.back()), last_of(m_names));
    m_names.pop_back();
}

void Ledger::remember(std::size_t most)
{
    m_undo.begin(most);
}

void Ledger::note(Change const& change)
{
    std::visit([this](auto const& each) { note_each(each); }, change);
}

template <class Each>
void Ledger::note_each(Each const& change)
{
    if constexpr (std::same_as<Each, PutTenant>)
        m_undo.overwrites({ .touched = { table_of<Each>, 0 } }, m_tenant);
    else
        m_undo.adds({ .touched = { table_of<Each>, change.id.row() } }); // a site or a model
}

template <class Row, class IdOf>
void Ledger::note_each(Put<Row, IdOf> const& change)
{
    UndoLog::Step step { .touched = { table_of<Put<Row, IdOf>>, change.id.row() } };
    if constexpr (std::same_as<Row, Assignment>) step.span = m_index.assigned[change.row.order.row()];
    auto const& table = std::get<Table<Row, IdOf>&>(tables());
    if (change.id.row() < table.size())
        m_undo.overwrites(step, Put<Row, IdOf> { change.id, table[change.id] });
    else
        m_undo.adds(step);
}

std::vector<TouchedRow> Ledger::take_back(Moment moment)
{
    VERIFY(remembers(moment));
    constexpr auto undo_of = []<class... Each>(std::type_identity<std::variant<Each...>>) {
        return std::array { &Ledger::undo<Each>... };
    };
    static constexpr auto undo_each = undo_of(std::type_identity<ChangeKinds> {});
    std::vector<TouchedRow> touched;
    while (m_undo.moment() > moment) {
        auto const step = m_undo.take_step();
        (this->*undo_each[step.touched.table])(step);
        touched.push_back(step.touched);
    }
    return touched;
}

template <class Each>
void Ledger::undo(UndoLog::Step const& step)
{
    auto order = OrderId::none();
    if constexpr (std::same_as<Each, Put<Assignment, AssignmentId>>)
        order = m_assignments.rows()[step.touched.row].order;
    if (step.novelty == Novelty::fresh)
        take_last(std::type_identity<Each> {});
    else
        put(std::get<Each>(m_undo.take_overwritten()));
    if (order.exists()) m_index.assigned[order.row()] = step.span;
}

void Ledger::take_last(std::type_identity<PutTenant>)
{
    VERIFY(false); // there is one, always
}

void Ledger::take_last(std::type_identity<PutSite>)
{
    m_sites.take_last();
}

void Ledger::take_last(std::type_identity<PutModel>)
{
    m_models.take_last();
}

template <class Row, class IdOf>
void Ledger::take_last(std::type_identity<Put<Row, IdOf>> of)
{
    if constexpr (CssRow<Row>) {
        m_css.take_last(of);
    } else {
        auto& rows = std::get<Table<Row, IdOf>&>(tables()).m_rows;
        take_from_index(rows);
        rows.pop_back();
    }
}

void Ledger::take_from_index(std::vector<Account> const& rows)
{
    take_key(rows, m_index.accounts, &Account::key);
}

void Ledger::take_from_index(std::vector<Order> const& rows)
{
    take_key(rows, m_index.orders, &Order::key);
    m_index.assigned.pop_back();
}

void Ledger::take_from_index(std::vector<Room> const& rows)
{
    take_key(rows, m_index.rooms, &Room::key);
    m_index.room_columns.take_last();
}

void Ledger::take_from_index(std::vector<Device> const& rows)
{
    take_key(rows, m_index.devices, &Device::serial);
    m_index.devices_in.remove(DeviceId::of_row(last_of(rows)), rows.back().room);
    m_index.device_columns.take_last();
}

void Ledger::take_from_index(std::vector<Stay> const& rows)
{
    m_index.stays.take_last(StayId::of_row(last_of(rows)), rows.back().device);
}

// A licence that no assignment is left of came with this one.
void Ledger::take_from_index(std::vector<Assignment> const& rows)
{
    auto const id = AssignmentId::of_row(last_of(rows));
    m_index.of_room.take_last(id, rows.back().room);
    m_index.of_order.take_last(id, rows.back().order);
    if (m_index.of_licence.size() < rows.size()) return; // not taken in yet
    LicenceRef const licence { rows.back().order, rows.back().number };
    auto const known = LicenceId::of_row(place_of(licence));
    m_index.of_licence.take_last(id, known);
    if (m_index.of_licence.has(known)) return;
    VERIFY(known.row() == last_of(m_index.licences));
    m_index.licence_ids.erase(hash_of(licence.order.row(), static_cast<std::uint32_t>(licence.number)), known.row());
    m_index.licences.pop_back();
}

void Ledger::take_from_index(std::vector<ServiceOrder> const& rows)
{
    take_key(rows, m_index.service_orders, &ServiceOrder::key);
}

void Ledger::take_from_index(std::vector<Address> const& rows)
{
    take_key(rows, m_index.addresses, &Address::key);
}

void Ledger::take_from_index(std::vector<Person> const& rows)
{
    take_key(rows, m_index.people, &Person::key);
}

void Ledger::take_from_index(std::vector<Invitation> const& rows)
{
    take_key(rows, m_index.invitations, &Invitation::key);
}

void Ledger::take_from_index(std::vector<Setting> const& rows)
{
    take_key(rows, m_index.settings, &Setting::key);
}

void Ledger::take_from_index(std::vector<DeviceLicence> const& rows)
{
    m_index.licences_on.take_last(DeviceLicenceId::of_row(last_of(rows)), rows.back().device);
}

void Ledger::take_from_index(std::vector<SupportTicket> const& rows)
{
    take_key(rows, m_index.tickets, &SupportTicket::key);
}

void Ledger::take_from_index(std::vector<Timing> const& rows)
{
    m_index.timings.take_last(rows);
}

void Ledger::take_from_index(std::vector<TicketTurn> const& rows)
{
    m_index.turns.take_last(TicketTurnId::of_row(last_of(rows)), rows.back().ticket);
}

void Ledger::take_from_index(std::vector<ServiceSubscription> const& rows)
{
    take_key(rows, m_index.subscriptions, &ServiceSubscription::key);
}

void Ledger::take_from_index(std::vector<SyncRoom> const& rows)
{
    take_key(rows, m_index.sync_rooms, &SyncRoom::key);
    auto const room = rows.back().room;
    if (m_index.sync_room_of(room) == SyncRoomId::of_row(last_of(rows)))
        m_index.sync_rooms_by_room[room.row()] = SyncRoomId::none();
}

void Ledger::take_from_index(std::vector<OnsiteSpare> const& rows)
{
    take_key(rows, m_index.onsite_spares, &OnsiteSpare::key);
}

} // namespace keyrack::engine
