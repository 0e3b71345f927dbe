#pragma once
// A tenant file on its way into a tenant, a slice between two frames at a time. All of it or nothing: until the last
// row is in, ledger and journal are as they were, and stopping leaves them so.

#include "base/error.hpp"
#include "codec/tenant_import.hpp"
#include "portal/job.hpp"
#include "portal/session.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace keyrack::portal {

class ImportJob final : public Job
{
public:
    // `bytes`: of the whole file, for the progress. The session outlives the job.
    ImportJob(Session& session, std::string file, double bytes);

    // Errors: those of Store::begin_import.
    [[nodiscard]] Result<void> begin();

    // Whether the next piece of the file may come.
    [[nodiscard]] bool wants_more() const override;
    void feed(std::string_view bytes) override;
    void end_of_file() override;

    // Whether work() would do something now.
    [[nodiscard]] bool has_work() const override;
    // Takes in at most `rows` rows. Errors: those of Store::add_block; the import is then rolled back.
    [[nodiscard]] Result<void> work(std::size_t rows) override;

    // Every row is worked off, or the file is refused: commit() or give_up().
    [[nodiscard]] bool done() const override;
    [[nodiscard]] bool accepted() const;
    // What was read becomes one entry of the journal. On a setback nothing has changed.
    [[nodiscard]] std::expected<EntryId, Setback> commit(Author const& author);
    // Nothing of the file is taken in.
    void give_up() override;

    [[nodiscard]] std::string const& file() const override { return m_file; }
    [[nodiscard]] double share() const override;
    [[nodiscard]] std::int64_t rows() const override { return m_import.report().rows; }
    [[nodiscard]] codec::ImportReport const& report() const { return m_import.report(); }

private:
    Session* m_session;
    std::string m_file;
    double m_bytes = 0;
    bool m_ended = false; // all of the file has come
    codec::TenantImport m_import;
};

} // namespace keyrack::portal
