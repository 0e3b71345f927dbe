#pragma once
// Commands written as one import: those of a list, or those that take an import back. All of them or none.

#include "engine/command.hpp"
#include "engine/denial.hpp"
#include "portal/job.hpp"
#include "portal/session.hpp"

#include <string>
#include <vector>

namespace keyrack::portal {

// What the dry run of a list came to, carried out. The session outlives the job.
class RowsJob final : public Job
{
public:
    RowsJob(Session& session, std::string file, std::vector<engine::Command> commands);

    // Errors: those of Store::begin_import.
    [[nodiscard]] Result<void> begin() { return m_session->begin_import(); }
    [[nodiscard]] bool has_work() const override { return !done(); }
    [[nodiscard]] Result<void> work(std::size_t rows) override;
    [[nodiscard]] bool done() const override { return m_at == m_commands.size(); }
    void give_up() override { m_session->roll_back_import(); }
    [[nodiscard]] std::expected<EntryId, Setback> commit(Author const& author);

    [[nodiscard]] std::string const& file() const override { return m_file; }
    [[nodiscard]] double share() const override;
    [[nodiscard]] std::int64_t rows() const override { return static_cast<std::int64_t>(m_at); }

private:
    Session* m_session;
    std::string m_file;
    std::vector<engine::Command> m_commands;
    engine::Ledger m_ledger;
    std::size_t m_at = 0;
};

// Something that stands in the way of taking an import back: a rule says what has come to depend on the row, or the row
// is of a kind that nothing takes back.
struct Obstacle
{
    engine::Command row;
    std::optional<engine::Denial> denial; // nothing: no command takes it back
    bool operator==(Obstacle const&) const = default;
};

inline constexpr std::size_t shown_obstacles = 20;    // the others are counted
inline constexpr std::int64_t most_obstacles = 1'000; // then the job stops: it is known that it cannot be

// Takes an import back, its last row first, as one entry. Where anything stands in the way nothing is written, and
// obstacles() says what.
class UndoImportJob final : public Job
{
public:
    UndoImportJob(Session& session, EntryId import, std::string file);

    // Errors: those of Store::begin_import and of reading the journal.
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] bool has_work() const override { return !done(); }
    [[nodiscard]] Result<void> work(std::size_t rows) override;
    [[nodiscard]] bool done() const override;
    void give_up() override { m_session->roll_back_import(); }
    [[nodiscard]] std::expected<EntryId, Setback> commit(Author const& author);

    [[nodiscard]] std::string const& file() const override { return m_file; }
    [[nodiscard]] double share() const override;
    [[nodiscard]] std::int64_t rows() const override { return m_rows; }
    [[nodiscard]] std::vector<Obstacle> const& obstacles() const { return m_obstacles; }
    [[nodiscard]] std::int64_t obstacle_count() const { return m_obstacle_count; }

private:
    void take_back(engine::Command const& row);
    void stand_in_the_way(engine::Command const& row, std::optional<engine::Denial> denial);

    Session* m_session;
    EntryId m_import;
    std::string m_file;
    engine::Ledger m_ledger;
    std::uint32_t m_blocks = 0; // still to be taken back
    std::uint32_t m_all_blocks = 0;
    std::vector<engine::Command> m_block;    // rows of the one at hand that are still to be taken back
    std::vector<engine::Command> m_commands; // of this slice
    std::vector<engine::Change> m_changes;
    std::vector<Obstacle> m_obstacles;
    std::int64_t m_obstacle_count = 0;
    std::int64_t m_rows = 0;
};

// Whether something of the import is still as it brought it. Looks at its first rows alone.
[[nodiscard]] bool import_stands(Session const& session, EntryId import);

} // namespace keyrack::portal
