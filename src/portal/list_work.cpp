#include "portal/list_work.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace keyrack::portal {

namespace {

constexpr std::array<std::string_view, 3> list_endings { ".csv", ".tsv", ".txt" };
constexpr std::string_view column_prefix = "column.", all_prefix = "all.";

} // namespace

bool is_list_file(std::string_view name)
{
    auto const plain = folded(name);
    return std::ranges::any_of(list_endings, [&](std::string_view ending) { return plain.ends_with(ending); });
}

ListWork::ListWork(std::string file, codec::CsvTable table, std::optional<std::string> company)
    : m_file(std::move(file)),
      m_table(std::move(table)),
      m_company(std::move(company)),
      m_mapping(codec::guessed_mapping(codec::guessed_kind(m_table.header), m_table.header))
{ }

std::optional<TextFault> ListWork::company_fault() const
{
    return m_company ? fault_of_name(*m_company) : std::nullopt;
}

void ListWork::edit(std::string_view what, std::string const& value)
{
    if (what == "company") {
        if (m_company) m_company = value;
        return; // no row becomes another by it
    }
    start_anew();
    if (what == "kind") {
        auto const kind = value == "devices" ? codec::ListKind::devices : codec::ListKind::rooms;
        m_mapping = codec::guessed_mapping(kind, m_table.header);
    } else if (what == "dates") {
        m_mapping.slash_dates = value == "day_first" ? codec::SlashDates::day_first
            : value == "month_first"                 ? codec::SlashDates::month_first
                                                     : codec::SlashDates::refused;
    } else if (what.starts_with(column_prefix)) {
        std::size_t column = 0;
        auto const digits = what.substr(column_prefix.size());
        (void)std::from_chars(digits.data(), digits.data() + digits.size(), column);
        map_column(column, value);
    } else if (what.starts_with(all_prefix)) {
        auto const field = std::string { what.substr(all_prefix.size()) };
        if (value.empty())
            m_mapping.fields.erase(field);
        else
            m_mapping.fields[field] = { std::nullopt, value };
    }
}

// A field has one column, and a column one field.
void ListWork::map_column(std::size_t column, std::string const& field)
{
    if (column >= m_table.header.size()) return;
    std::erase_if(m_mapping.fields, [&](auto const& each) { return each.second.column == column; });
    if (!field.empty()) m_mapping.fields[field] = { column, {} };
}

void ListWork::start_anew()
{
    m_planning.reset();
    m_plan.reset();
}

bool ListWork::has_work(Session const& session) const
{
    if (!fault()) return false;
    return !m_plan || m_stamp != session.stamp();
}

void ListWork::work(Session const& session, Date today, std::size_t rows)
{
    if (!has_work(session)) return;
    if (m_stamp != session.stamp()) start_anew();
    if (!m_planning) {
        m_stamp = session.stamp();
        m_planning.emplace(m_table, m_mapping, session.ledger(), session.catalogue(), today);
    }
    m_planning->step(rows);
    if (!m_planning->done()) return;
    m_plan = m_planning->take();
    m_planning.reset();
}

codec::ListPlan const* ListWork::plan(Session const& session) const
{
    return m_plan && m_stamp == session.stamp() ? &*m_plan : nullptr;
}

double ListWork::share() const
{
    if (!m_planning) return m_plan ? 1 : 0;
    return static_cast<double>(m_planning->rows_done())
        / static_cast<double>(std::max<std::size_t>(m_table.rows.size(), 1));
}

} // namespace keyrack::portal
