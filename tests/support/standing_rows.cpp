#include "support/standing_rows.hpp"

#include "codec/write_fields.hpp"
#include "engine/ticket_reading.hpp"
#include "engine/timing.hpp"

#include <algorithm>
#include <concepts>

namespace keyrack::test {

using namespace engine;

namespace {

// Writes a row's fields as text; ids become the keys of what they name.
class RowText
{
public:
    RowText(Ledger const& ledger, std::string_view entity) : m_ledger(ledger), m_text(entity) { }

    template <class Value>
    RowText& add(std::string_view name, Value const& value)
    {
        m_text.append(" ").append(name).append("=").append(written(value));
        return *this;
    }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string written(std::string const& text) const { return "`" + text + "`"; }
    std::string written(std::int32_t number) const { return std::to_string(number); }
    std::string written(std::int64_t number) const { return std::to_string(number); }
    std::string written(Date day) const { return day == never ? "never" : day == always ? "always" : iso(day); }
    std::string written(Instant at) const { return iso(at); }
    std::string written(Period const& days) const { return written(days.from) + ".." + written(days.to); }
    std::string written(Country const& country) const { return { country.letters.data(), country.letters.size() }; }
    std::string written(ProgrammeId id) const { return std::to_string(id.row()); }
    std::string written(SiteId id) const { return m_ledger.sites()[id]; }
    std::string written(ModelId id) const { return m_ledger.models()[id]; }
    std::string written(AccountId id) const { return key(m_ledger.accounts(), id, &Account::key); }
    std::string written(OrderId id) const { return key(m_ledger.orders(), id, &Order::key); }
    std::string written(RoomId id) const { return key(m_ledger.rooms(), id, &Room::key); }
    std::string written(DeviceId id) const { return key(m_ledger.devices(), id, &Device::serial); }
    std::string written(OrgId id) const { return key(m_ledger.css().orgs(), id, &Org::key); }
    std::string written(ProductLineId id) const { return key(m_ledger.css().lines(), id, &ProductLine::key); }
    std::string written(HoldingId id) const { return key(m_ledger.css().holdings(), id, &Holding::key); }
    std::string written(ContractId id) const { return key(m_ledger.css().contracts(), id, &Contract::key); }
    std::string written(TicketId id) const { return key(m_ledger.tickets(), id, &SupportTicket::key); }
    template <class Enum>
        requires std::is_enum_v<Enum>
    std::string written(Enum value) const
    {
        return std::to_string(std::to_underlying(value));
    }
    template <class T>
    std::string written(std::optional<T> const& value) const
    {
        return value ? written(*value) : "-";
    }
    template <Described T>
    std::string written(T const& value) const
    {
        RowText inner { m_ledger, "" };
        for_each_field<T>([&](auto const& field) { inner.add(field.name, value.*field.member); });
        return "{" + inner.take() + "}";
    }
    // What was taken back is as good as not there.
    template <class Row, class IdOf>
    static std::string key(Table<Row, IdOf> const& table, IdOf id, std::string Row::* name)
    {
        return id.exists() && table[id].standing == Standing::valid ? table[id].*name : std::string {};
    }

    Ledger const& m_ledger;
    std::string m_text;
};

template <class Row>
std::string text_of(Ledger const& ledger, Row const& row)
{
    RowText text { ledger, Fields<Row>::entity };
    for_each_field<Row>([&]<class T>(Field<Row, T> const& field) {
        if constexpr (!std::same_as<T, EntryId> && !std::same_as<T, Standing>) text.add(field.name, row.*field.member);
    });
    return text.take();
}

template <class Row>
bool is_there(Ledger const& ledger, Row const& row)
{
    if constexpr (requires { row.standing; })
        if (row.standing != Standing::valid) return false;
    if constexpr (std::same_as<Row, Setting>) return row.number > 0;
    if constexpr (std::same_as<Row, SyncRoom>) return ledger.rooms()[row.room].standing == Standing::valid;
    if constexpr (std::same_as<Row, Version>)
        return ledger.css().lines()[row.line].standing == Standing::valid
            && (row.normal_from || row.extended_from || row.end_of_life);
    if constexpr (std::same_as<Row, CssPrice>)
        return row.amount && (!row.line.exists() || ledger.css().lines()[row.line].standing == Standing::valid);
    if constexpr (std::same_as<Row, SiteCourier>)
        return row.courier != Courier::unknown && std::ranges::any_of(ledger.rooms().rows(), [&](Room const& room) {
            return room.site == row.site && room.standing == Standing::valid;
        });
    return true;
}

template <class Row, class IdOf>
void add(Ledger const& ledger, Table<Row, IdOf> const& table, std::vector<std::string>& rows)
{
    for (Row const& row : table.rows())
        if (is_there(ledger, row)) rows.push_back(text_of(ledger, row));
}

// With the moments that are known of them.
template <class Row, class IdOf>
void add_timed(Ledger const& ledger, Table<Row, IdOf> const& table, char const* what,
    std::optional<Instant> (*moment)(Ledger const&, IdOf), std::vector<std::string>& rows)
{
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        if (!is_there(ledger, table.rows()[row])) continue;
        if (auto const at = moment(ledger, IdOf::of_row(row)))
            rows.push_back(what + (" " + iso(*at)) + " " + text_of(ledger, table.rows()[row]));
    }
}

void add_timings(Ledger const& ledger, std::vector<std::string>& rows)
{
    auto const& css = ledger.css();
    add_timed(ledger, ledger.assignments(), "given", &given_at, rows);
    add_timed(ledger, ledger.assignments(), "taken", &taken_at, rows);
    add_timed(ledger, ledger.orders(), "cancelled", &cancelled_at, rows);
    add_timed(ledger, ledger.devices(), "placed", &placed_at, rows);
    add_timed<Stay, StayId>(ledger, ledger.stays(), "begun", &begun_at, rows);
    add_timed(ledger, ledger.stays(), "ended", &ended_at, rows);
    add_timed<Holding, HoldingId>(ledger, css.holdings(), "begun", &begun_at, rows);
    add_timed<Departure, DepartureId>(ledger, css.departures(), "begun", &begun_at, rows);
    add_timed<Contract, ContractId>(ledger, css.contracts(), "begun", &begun_at, rows);
    add_timed<TierChange, TierChangeId>(ledger, css.tier_changes(), "begun", &begun_at, rows);
}

// How the ticket stands at a moment of its own.
std::string moment_of(Ticket const& ticket, Instant at)
{
    auto const now = now_of(ticket, at);
    return "turn " + ticket.key + " " + iso(at) + " " + std::to_string(now.severity)
        + std::to_string(std::to_underlying(now.tier)) + now.place.region + now.place.country
        + (now.entitled ? "e" : "") + (now.paused ? "p" : "") + (now.responded ? "r" : "") + (now.determined ? "d" : "")
        + (now.restored ? "s" : "") + (now.resolved ? "R" : "");
}

// As its reader sees it, however it came about: what stands at each of its moments.
void add_tickets(Ledger const& ledger, std::vector<std::string>& rows)
{
    for (std::uint32_t at = 0; at < ledger.tickets().size(); ++at) {
        auto const id = TicketId::of_row(at);
        if (ledger.tickets()[id].standing != Standing::valid) continue;
        SupportTicket row = ledger.tickets()[id];
        auto const ticket = own_ticket(ledger, id);
        row.severity = now_of(ticket, row.opened_at).severity;
        row.basis = {};
        rows.push_back(text_of(ledger, row));
        rows.push_back(moment_of(ticket, row.opened_at));
        for (TicketTurnId const id_of_turn : standing_turns(ledger, id)) {
            TicketTurn const& turn = ledger.ticket_turns()[id_of_turn];
            rows.push_back(moment_of(ticket, turn.at));
            if (!turn.note.empty()) rows.push_back("note " + row.key + " " + iso(turn.at) + " " + turn.note);
        }
    }
}

} // namespace

std::vector<std::string> standing_rows(Ledger const& ledger)
{
    std::vector<std::string> rows;
    auto const& css = ledger.css();
    auto const& years = ledger.tenant().base_warranty_years;
    rows.push_back("base warranty " + (years ? std::to_string(*years) : "unknown"));
    auto const add_all = [&](auto const&... tables) { (add(ledger, tables, rows), ...); };
    add_all(ledger.accounts(), ledger.orders(), ledger.rooms(), ledger.devices(), ledger.stays(), ledger.assignments(),
        ledger.service_orders(), ledger.addresses(), ledger.people(), ledger.invitations(), ledger.mails(),
        ledger.settings(), ledger.device_licences(), ledger.country_terms(), ledger.site_couriers(),
        ledger.subscriptions(), css.orgs(), css.lines(), css.holdings(), css.departures(), css.contracts(),
        css.contract_lines(), css.tier_changes(), css.versions(), css.hours(), css.prices(), ledger.sync_rooms(),
        ledger.onsite_spares(), ledger.sign_ins());
    add_timings(ledger, rows);
    add_tickets(ledger, rows);
    std::ranges::sort(rows);
    // Of two turns at one moment, one may have been told as two.
    auto const repeated = std::ranges::unique(
        rows, [](std::string const& a, std::string const& b) { return a == b && a.starts_with("turn "); });
    rows.erase(repeated.begin(), repeated.end());
    return rows;
}

} // namespace keyrack::test
