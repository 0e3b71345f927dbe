#include "portal/import_job.hpp"

#include <algorithm>

namespace keyrack::portal {

ImportJob::ImportJob(Session& session, std::string file, double bytes)
    : m_session(&session),
      m_file(std::move(file)),
      m_bytes(bytes),
      m_import(session.ledger(), session.catalogue(), session.store().next_entry())
{ }

Result<void> ImportJob::begin()
{
    return m_session->begin_import();
}

bool ImportJob::wants_more() const
{
    return !m_ended && !m_import.has_work() && !m_import.stopped();
}

void ImportJob::feed(std::string_view bytes)
{
    m_import.feed(bytes);
}

void ImportJob::end_of_file()
{
    m_ended = true;
    m_import.end_of_file();
}

bool ImportJob::has_work() const
{
    return m_import.has_work();
}

Result<void> ImportJob::work(std::size_t rows)
{
    while (rows > 0 && m_import.has_work()) {
        auto const asked = std::min(rows, codec::rows_a_block);
        rows -= asked;
        auto const block = m_import.step(asked);
        if (block.empty()) continue;
        if (auto const added = m_session->add_block(block.commands, block.changes); !added) {
            m_session->roll_back_import();
            return added;
        }
    }
    return {};
}

bool ImportJob::done() const
{
    return m_import.done();
}

bool ImportJob::accepted() const
{
    return m_import.report().accepted();
}

std::expected<EntryId, Setback> ImportJob::commit(Author const& author)
{
    engine::Import import { .file = m_file, .rows = m_import.report().rows };
    return m_session->commit_import(std::move(import), author, m_import.take_ledger());
}

void ImportJob::give_up()
{
    m_session->roll_back_import();
}

// Reading comes first, and is most of the work; what had to wait for the end of the file follows.
double ImportJob::share() const
{
    constexpr double reading = 0.6;
    auto const& report = m_import.report();
    if (!m_ended)
        return m_bytes > 0 ? reading * std::min(1.0, static_cast<double>(m_import.bytes_read()) / m_bytes) : 0;
    auto const settled = report.orders + report.rooms + report.assignments + report.devices + report.refused;
    auto const rows = std::max<std::int64_t>(report.rows, 1);
    return reading + (1 - reading) * std::min(1.0, static_cast<double>(settled) / static_cast<double>(rows));
}

} // namespace keyrack::portal
