#include "portal/rows_job.hpp"

#include "codec/tenant_import.hpp"
#include "engine/fold.hpp"

#include <algorithm>
#include <iterator>

namespace keyrack::portal {

namespace {

constexpr std::size_t rows_looked_at = 32;

// The row is not there as it was brought: taken back already, or another since.
bool says_gone(engine::Denial const& denial)
{
    using engine::Reason;
    return (denial.reason >= Reason::unknown_account && denial.reason <= Reason::unknown_assignment)
        || denial.reason == Reason::changed_meanwhile || denial.reason == Reason::invitation_closed;
}

} // namespace

std::string_view code(JobKind kind)
{
    switch (kind) {
    case JobKind::import: return "import";
    case JobKind::read: return "read";
    case JobKind::undo: return "undo";
    case JobKind::take_out: return "take_out";
    }
    return {};
}

RowsJob::RowsJob(Session& session, std::string file, std::vector<engine::Command> commands)
    : m_session(&session), m_file(std::move(file)), m_commands(std::move(commands)), m_ledger(session.ledger())
{ }

Result<void> RowsJob::work(std::size_t rows)
{
    auto const entry = m_session->store().next_entry();
    auto const begin = m_at;
    auto const end = m_at + std::min({ rows, codec::rows_a_block, m_commands.size() - m_at });
    std::vector<engine::Change> changes;
    for (; m_at < end; ++m_at) {
        auto decision =
            engine::decide(m_ledger, m_session->catalogue(), m_commands[m_at], entry, engine::Manner::history);
        if (!decision) {
            m_session->roll_back_import();
            return failure("import_changed", m_file, std::string { engine::code(decision.error().reason) });
        }
        for (auto const& change : decision->changes) m_ledger.apply(change);
        std::ranges::move(decision->changes, std::back_inserter(changes));
    }
    return m_session->add_block(std::span { m_commands }.subspan(begin, end - begin), changes);
}

std::expected<EntryId, Setback> RowsJob::commit(Author const& author)
{
    engine::Import import { .file = m_file, .rows = rows() };
    return m_session->commit_import(std::move(import), author, std::move(m_ledger));
}

double RowsJob::share() const
{
    return static_cast<double>(m_at) / static_cast<double>(std::max<std::size_t>(m_commands.size(), 1));
}

UndoImportJob::UndoImportJob(Session& session, EntryId import, std::string file)
    : m_session(&session), m_import(import), m_file(std::move(file)), m_ledger(session.ledger())
{ }

Result<void> UndoImportJob::begin()
{
    auto const blocks = m_session->store().blocks_of_import(m_import);
    if (!blocks) return std::unexpected(blocks.error());
    m_blocks = m_all_blocks = *blocks;
    return m_session->begin_import();
}

bool UndoImportJob::done() const
{
    return m_obstacle_count >= most_obstacles || (m_blocks == 0 && m_block.empty());
}

Result<void> UndoImportJob::work(std::size_t rows)
{
    m_commands.clear();
    m_changes.clear();
    for (auto left = std::min(rows, codec::rows_a_block); left > 0 && !done(); --left) {
        if (m_block.empty()) {
            auto block = m_session->store().block_of_import(m_import, --m_blocks);
            if (!block) {
                m_session->roll_back_import();
                return std::unexpected(block.error());
            }
            m_block = std::move(*block);
            if (m_block.empty()) continue;
        }
        take_back(m_block.back());
        m_block.pop_back();
    }
    if (!m_obstacles.empty() || m_commands.empty()) return {};
    return m_session->add_block(m_commands, m_changes);
}

// What is in the way does not end it: all of it is to be told.
void UndoImportJob::take_back(engine::Command const& row)
{
    auto back = engine::compensation(row);
    if (!back) return stand_in_the_way(row, {});
    auto decision =
        engine::decide(m_ledger, m_session->catalogue(), *back, m_session->store().next_entry(), engine::Manner::live);
    if (!decision) return stand_in_the_way(row, std::move(decision.error()));
    for (auto const& change : decision->changes) m_ledger.apply(change);
    std::ranges::move(decision->changes, std::back_inserter(m_changes));
    m_commands.push_back(std::move(*back));
    ++m_rows;
}

void UndoImportJob::stand_in_the_way(engine::Command const& row, std::optional<engine::Denial> denial)
{
    ++m_obstacle_count;
    if (m_obstacles.size() < shown_obstacles) m_obstacles.push_back({ row, std::move(denial) });
}

std::expected<EntryId, Setback> UndoImportJob::commit(Author const& author)
{
    engine::Import import { .file = m_file, .rows = m_rows };
    return m_session->commit_import(std::move(import), author, std::move(m_ledger), m_import);
}

double UndoImportJob::share() const
{
    if (m_all_blocks == 0) return 1;
    return static_cast<double>(m_all_blocks - m_blocks) / static_cast<double>(m_all_blocks);
}

bool import_stands(Session const& session, EntryId import)
{
    auto const rows = session.store().block_of_import(import, 0);
    if (!rows) return false;
    for (auto const& row : std::span { *rows }.first(std::min(rows->size(), rows_looked_at))) {
        auto const back = engine::compensation(row);
        auto const refusal = back ? session.refusal_of(*back) : std::nullopt;
        if (back && (!refusal || !says_gone(*refusal))) return true;
    }
    return false;
}

} // namespace keyrack::portal
