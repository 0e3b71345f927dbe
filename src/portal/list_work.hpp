#pragma once
// A list of rooms or devices on its way in: read, its columns matched, tried out row by row, and then imported or put away.

#include "base/text.hpp"
#include "codec/list_import.hpp"
#include "portal/import_list_model.hpp"
#include "portal/scene.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::portal {

inline constexpr std::size_t largest_list_bytes = 64 * 1024 * 1024;

// By its name: what a spreadsheet or a console writes as a table.
[[nodiscard]] bool is_list_file(std::string_view name);

class ListWork
{
public:
    ListWork(std::string file, codec::CsvTable table, std::optional<std::string> company);
    ListWork(ListWork const&) = delete; // the dry run looks at the table and the mapping in their places
    ListWork& operator=(ListWork const&) = delete;

    [[nodiscard]] std::string const& file() const { return m_file; }
    [[nodiscard]] codec::CsvTable const& table() const { return m_table; }
    [[nodiscard]] codec::ListMapping const& mapping() const { return m_mapping; }

    // What the company is to be called, where it begins with this list.
    [[nodiscard]] std::optional<std::string> const& company() const { return m_company; }
    [[nodiscard]] std::optional<TextFault> company_fault() const;

    // "company", "kind", "dates", "column.<number>" → a field or nothing, "all.<field>" → its value for all rows.
    void edit(std::string_view what, std::string const& value);

    // The dry run, against the tenant as it stands: begun anew where it has changed since.
    [[nodiscard]] bool has_work(Session const& session) const;
    void work(Session const& session, Date today, std::size_t rows);
    // Nothing while it runs, or where nothing says which room or device a row is.
    [[nodiscard]] codec::ListPlan const* plan(Session const& session) const;
    [[nodiscard]] Result<void> fault() const { return codec::check(m_mapping); }
    [[nodiscard]] double share() const;

private:
    void map_column(std::size_t column, std::string const& field);
    void start_anew();

    std::string m_file;
    codec::CsvTable m_table;
    std::optional<std::string> m_company;
    codec::ListMapping m_mapping;
    std::uint64_t m_stamp = 0; // of the tenant that the dry run looks at
    std::optional<codec::ListPlanning> m_planning;
    std::optional<codec::ListPlan> m_plan;
};

// `work` may be nothing: no list was chosen.
[[nodiscard]] ImportListModel import_list_model(Scene const& scene, ImportListRoute const& route, ListWork const* work);

} // namespace keyrack::portal
