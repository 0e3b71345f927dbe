#pragma once
// A tenant as a file that a script can read, written between the frames.

#include "codec/tenant_export.hpp"
#include "portal/job.hpp"
#include "portal/session.hpp"

#include <string>
#include <utility>

namespace keyrack::portal {

class TakingOut final : public Job
{
public:
    TakingOut(std::string file, Session const& session)
        : m_file(std::move(file)), m_export(session.ledger(), session.catalogue())
    { }

    [[nodiscard]] bool has_work() const override { return !done(); }
    [[nodiscard]] Result<void> work(std::size_t rows) override
    {
        m_export.step(rows);
        return {};
    }
    [[nodiscard]] bool done() const override { return m_export.done(); }
    [[nodiscard]] std::string const& file() const override { return m_file; }
    [[nodiscard]] double share() const override
    {
        return m_export.rows() == 0 ? 1
                                    : static_cast<double>(m_export.rows_done()) / static_cast<double>(m_export.rows());
    }
    [[nodiscard]] std::int64_t rows() const override { return static_cast<std::int64_t>(m_export.rows_done()); }
    [[nodiscard]] std::string take() { return m_export.take(); }

private:
    std::string m_file;
    codec::TenantExport m_export;
};

} // namespace keyrack::portal
