#include "codec/tenant_import.hpp"

#include "base/text.hpp"
#include "base/verify.hpp"
#include "codec/findings.hpp"
#include "codec/tenant_reader.hpp"
#include "engine/fold.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <set>
#include <string>
#include <utility>

namespace keyrack::codec {

namespace {

// Sections in the order in which their rows may be worked off, each once those it stands on are there.
constexpr std::array work_order { Section::accounts, Section::orders, Section::rooms, Section::assignments,
    Section::devices, Section::commands };

// Rows that were read and wait for their turn.
struct Queue
{
    std::vector<ReadRow> rows;
    std::size_t taken = 0;

    [[nodiscard]] bool empty() const { return taken == rows.size(); }

    // Its turn has come. `put_away` once it has been worked off.
    ReadRow& next() { return rows[taken]; }
    [[nodiscard]] ReadRow const& next() const { return rows[taken]; }

    void put_away()
    {
        if (++taken == rows.size()) {
            rows.clear();
            taken = 0;
        }
    }
};

// Most files name no accounts, and their orders and rooms need not wait for the end of the file.
bool names_an_account(ReadRow const& row)
{
    auto const* order = std::get_if<engine::PlaceOrder>(&*row.command);
    auto const* room = std::get_if<engine::AddRoom>(&*row.command);
    return (order && !order->account.empty()) || (room && !room->account.empty());
}

Date begins_on(ReadRow const& row)
{
    return std::get<engine::Assign>(*row.command).from;
}

FoundAt found_at(RowPlace const& place, RowFault const& fault)
{
    return { place.line, fault.error.where, fault.key, fault.error.detail, {} };
}

FoundAt found_at(RowPlace const& place, engine::Command const& command, engine::Denial const& denial)
{
    FoundAt found { place.line, place.path(), key_of_row(command), {}, denial.facts };
    for (auto& fact : found.facts) { // rows of the copy, which may be dropped: nothing outside may point at them
        fact.subject = {};
        fact.entry = {};
    }
    return found;
}

void count(ImportReport& report, Section section)
{
    switch (section) {
    case Section::orders: ++report.orders; return;
    case Section::rooms: ++report.rooms; return;
    case Section::assignments: ++report.assignments; return;
    case Section::devices: ++report.devices; return;
    case Section::accounts:
    case Section::commands: return;
    }
}

} // namespace

struct TenantImport::State
{
    State(engine::Ledger start, catalogue::Catalogue const& the_catalogue, EntryId the_entry)
        : ledger(std::move(start)), catalogue(the_catalogue), entry(the_entry)
    { }

    engine::Ledger ledger;
    catalogue::Catalogue const& catalogue;
    EntryId entry;

    TenantReader reader;
    bool file_ended = false;
    bool begun = false; // the first row has been worked off
    std::array<Queue, work_order.size()> queues;
    std::set<std::string, std::less<>> refused_orders, refused_rooms; // rows that stand on these are follow-ups
    ImportReport report;

    Queue& queue(Section section) { return queues[std::to_underlying(section)]; }
    [[nodiscard]] Queue const& queue(Section section) const { return queues[std::to_underlying(section)]; }

    // All rows of the section have been worked off.
    [[nodiscard]] bool settled(Section section) const { return reader.complete(section) && queue(section).empty(); }
    [[nodiscard]] bool ready(Section section) const;
    [[nodiscard]] Section const* next_ready() const
    {
        return std::ranges::find_if(work_order, [&](Section each) { return ready(each); });
    }

    void collect();
    void sort_assignments();
    void begin(ImportBlock& block);
    void work(ReadRow& row, ImportBlock& block);
    void take_in(engine::Command&& command, engine::Decision&& decision, ImportBlock& block);
    void refuse(RowPlace const& place, RowFault const& fault);
    void refuse(RowPlace const& place, engine::Command const& command, engine::Denial const& denial);
    void remember_refused(Section section, std::string key);
    void count_refusal(RowPlace const& place);
    [[nodiscard]] bool is_follow_up(engine::Command const& command, engine::Reason reason) const;
};

// Sections may stand in any order, so rows wait for those they name. Assignments wait for each other too: whether one
// came after the end of a term depends on the earliest of its order, so they are worked off in the order of their days.
bool TenantImport::State::ready(Section section) const
{
    if (queue(section).empty()) {
        return false;
    }
    switch (section) {
    case Section::accounts: return true;
    case Section::orders:
    case Section::rooms: return settled(Section::accounts) || !names_an_account(queue(section).next());
    case Section::devices: return settled(Section::rooms);
    case Section::commands:
        return settled(Section::accounts) && settled(Section::orders) && settled(Section::rooms)
            && settled(Section::assignments) && settled(Section::devices);
    case Section::assignments: break;
    }
    return settled(Section::orders) && settled(Section::rooms) && reader.complete(Section::assignments);
}

void TenantImport::State::collect()
{
    if (auto const& company = reader.company(); !fault_of_name(company)) report.company = company;
    for (auto& row : reader.take(std::numeric_limits<std::size_t>::max())) {
        if (report.error) {
            return;
        }
        ++report.rows;
        if (row.command) {
            queue(row.place.section).rows.push_back(std::move(row));
        } else {
            refuse(row.place, row.command.error());
        }
    }
}

void TenantImport::State::sort_assignments()
{
    auto& rows = queue(Section::assignments).rows;
    if (!std::ranges::is_sorted(rows, {}, begins_on)) {
        std::ranges::stable_sort(rows, {}, begins_on);
    }
}

void TenantImport::State::begin(ImportBlock& block)
{
    begun = true;
    if (ledger.tenant().base_warranty_years) {
        return;
    }
    engine::Command warranty = engine::SetBaseWarranty { std::nullopt, base_warranty_years };
    auto decision = engine::decide(ledger, catalogue, warranty, entry, engine::Manner::history);
    VERIFY(decision.has_value());
    take_in(std::move(warranty), std::move(*decision), block);
}

void TenantImport::State::work(ReadRow& row, ImportBlock& block)
{
    auto& command = *row.command;
    auto decision = engine::decide(ledger, catalogue, command, entry, engine::Manner::history);
    if (!decision) {
        refuse(row.place, command, decision.error());
        return;
    }
    for (auto const& flag : decision->flags) {
        add_finding(report.flags, FindingKind::rule, engine::code(flag.reason),
            [&] { return found_at(row.place, command, flag); });
    }
    take_in(std::move(command), std::move(*decision), block);
    count(report, row.place.section);
}

// Once a row is refused nothing will be written, but the copy goes on, so that later rows are judged fairly.
void TenantImport::State::take_in(engine::Command&& command, engine::Decision&& decision, ImportBlock& block)
{
    for (auto const& change : decision.changes) {
        ledger.apply(change);
    }
    if (report.refusals.empty()) {
        block.commands.push_back(std::move(command));
        std::ranges::move(decision.changes, std::back_inserter(block.changes));
    }
}

void TenantImport::State::refuse(RowPlace const& place, RowFault const& fault)
{
    add_finding(report.refusals, FindingKind::format, fault.error.what, [&] { return found_at(place, fault); });
    remember_refused(place.section, fault.key);
    count_refusal(place);
}

void TenantImport::State::refuse(RowPlace const& place, engine::Command const& command, engine::Denial const& denial)
{
    if (is_follow_up(command, denial.reason)) {
        ++report.follow_ups;
        return;
    }
    add_finding(report.refusals, FindingKind::rule, engine::code(denial.reason),
        [&] { return found_at(place, command, denial); });
    remember_refused(place.section, key_of_row(command));
    count_refusal(place);
}

void TenantImport::State::remember_refused(Section section, std::string key)
{
    if (section == Section::orders) {
        refused_orders.insert(std::move(key));
    } else if (section == Section::rooms) {
        refused_rooms.insert(std::move(key));
    }
}

void TenantImport::State::count_refusal(RowPlace const& place)
{
    if (++report.refused == most_refusals) {
        report.error = Error { "too_many_refusals", place.path(), std::to_string(most_refusals) };
    }
}

bool TenantImport::State::is_follow_up(engine::Command const& command, engine::Reason reason) const
{
    auto const* assign = std::get_if<engine::Assign>(&command);
    auto const* device = std::get_if<engine::AddDevice>(&command);
    if (reason == engine::Reason::unknown_order && assign) {
        return refused_orders.contains(assign->pairs.front().licence.order);
    }
    if (reason == engine::Reason::unknown_room && (assign || device)) {
        return refused_rooms.contains(assign ? assign->pairs.front().room : device->room);
    }
    return false;
}

TenantImport::TenantImport(engine::Ledger start, catalogue::Catalogue const& catalogue, EntryId entry)
    : m_state(std::make_unique<State>(std::move(start), catalogue, entry))
{
    VERIFY(m_state->ledger.opened());
}
TenantImport::~TenantImport() = default;
TenantImport::TenantImport(TenantImport&&) noexcept = default;
TenantImport& TenantImport::operator=(TenantImport&&) noexcept = default;

void TenantImport::feed(std::string_view bytes)
{
    if (stopped()) {
        return;
    }
    auto const fed = m_state->reader.feed(bytes);
    m_state->collect();
    if (!fed && !stopped()) {
        m_state->report.error = fed.error();
    }
}

void TenantImport::end_of_file()
{
    m_state->file_ended = true;
    if (stopped()) {
        return;
    }
    if (auto const finished = m_state->reader.finish(); !finished) {
        m_state->report.error = finished.error();
    }
}

bool TenantImport::has_work() const
{
    return !stopped() && m_state->next_ready() != work_order.end();
}

ImportBlock TenantImport::step(std::size_t max_rows)
{
    ImportBlock block;
    auto& state = *m_state;
    auto const most = std::min(max_rows, rows_a_block);
    if (!has_work()) {
        return block;
    }
    block.commands.reserve(most);
    block.changes.reserve(most);
    if (!state.begun) {
        state.begin(block);
    }
    for (std::size_t worked = block.commands.size(); worked < most && has_work(); ++worked) {
        auto const section = *state.next_ready();
        auto& queue = state.queue(section);
        if (section == Section::assignments && queue.taken == 0) {
            state.sort_assignments();
        }
        state.work(queue.next(), block);
        queue.put_away();
    }
    return state.report.accepted() ? std::move(block) : ImportBlock {};
}

bool TenantImport::stopped() const
{
    return m_state->report.error.has_value();
}

bool TenantImport::done() const
{
    return stopped() || (m_state->file_ended && !has_work());
}

std::int64_t TenantImport::bytes_read() const
{
    return m_state->reader.bytes_read();
}

ImportReport const& TenantImport::report() const
{
    return m_state->report;
}

engine::Ledger TenantImport::take_ledger()
{
    VERIFY(done() && m_state->report.accepted());
    return std::move(m_state->ledger);
}

} // namespace keyrack::codec
