#include "codec/tenant_export.hpp"

#include "codec/command_json.hpp"
#include "codec/json_writer.hpp"
#include "codec/tenant_import.hpp"
#include "codec/tenant_rows.hpp"
#include "codec/write_fields.hpp"
#include "engine/retelling.hpp"

#include <array>
#include <utility>

namespace keyrack::codec {

namespace {

template <class Row>
std::string line_of(Row row)
{
    JsonWriter json;
    write(json, row);
    return json.take();
}

std::string line_of(engine::Command const& command)
{
    return to_json(command);
}

// In the order of the file: what stands on others comes after them.
constexpr std::array file_order { Section::accounts, Section::orders, Section::rooms, Section::assignments,
    Section::devices, Section::commands };

} // namespace

struct TenantExport::State
{
    engine::Retelling told;
    std::size_t section = 0, at = 0, written = 0, all = 0;
    std::string text {};

    [[nodiscard]] std::size_t count(Section which) const;
    [[nodiscard]] std::string line();
    void open();
    void name(std::string_view company);
    void write_one();
    void close_what_has_ended();
};

std::size_t TenantExport::State::count(Section which) const
{
    switch (which) {
    case Section::accounts: return told.accounts.size();
    case Section::orders: return told.orders.size();
    case Section::rooms: return told.rooms.size();
    case Section::assignments: return told.assignments.size();
    case Section::devices: return told.devices.size();
    case Section::commands: return told.commands.size();
    }
    return 0;
}

std::string TenantExport::State::line()
{
    switch (file_order[section]) {
    case Section::accounts: return line_of(row_of(std::move(told.accounts[at])));
    case Section::orders: return line_of(row_of(std::move(told.orders[at])));
    case Section::rooms: return line_of(row_of(std::move(told.rooms[at])));
    case Section::assignments: return line_of(row_of(std::move(told.assignments[at])));
    case Section::devices: return line_of(row_of(std::move(told.devices[at])));
    case Section::commands: return line_of(told.commands[at]);
    }
    return {};
}

// Empty lists are written too: a file says of each kind of thing that there is none.
void TenantExport::State::open()
{
    auto const name = section_names[std::to_underlying(file_order[section])];
    text.append(text.empty() ? "{\n" : ",\n").append("\"").append(name).append("\":[");
}

// First, so that an import knows whose rows come.
void TenantExport::State::name(std::string_view company)
{
    if (company.empty()) return;
    JsonWriter json;
    json.text(company);
    text = "{\n\"" + std::string { name_member } + "\":" + json.take();
}

void TenantExport::State::write_one()
{
    text.append(at == 0 ? "\n" : ",\n").append(line());
    ++at;
    ++written;
}

void TenantExport::State::close_what_has_ended()
{
    while (section < file_order.size() && at == count(file_order[section])) {
        text.append(at == 0 ? "]" : "\n]");
        at = 0;
        if (++section < file_order.size()) open();
    }
}

TenantExport::TenantExport(engine::Ledger const& ledger, catalogue::Catalogue const& catalogue)
    : TenantExport(ledger, catalogue, ledger.tenant().name)
{ }
TenantExport::TenantExport(
    engine::Ledger const& ledger, catalogue::Catalogue const& catalogue, std::string_view company)
    : m_state(new State { engine::retold(ledger, catalogue, base_warranty_years) })
{
    for (auto const section : file_order) m_state->all += m_state->count(section);
    m_state->name(company);
    m_state->open();
    m_state->close_what_has_ended();
}
TenantExport::~TenantExport() = default;
TenantExport::TenantExport(TenantExport&&) noexcept = default;
TenantExport& TenantExport::operator=(TenantExport&&) noexcept = default;

void TenantExport::step(std::size_t rows)
{
    for (; rows > 0 && !done(); --rows) {
        m_state->write_one();
        m_state->close_what_has_ended();
    }
}

bool TenantExport::done() const
{
    return m_state->section == file_order.size();
}

std::size_t TenantExport::rows_done() const
{
    return m_state->written;
}

std::size_t TenantExport::rows() const
{
    return m_state->all;
}

std::string TenantExport::take()
{
    return std::move(m_state->text.append("\n}\n"));
}

std::string tenant_file_of(engine::Ledger const& ledger, catalogue::Catalogue const& catalogue)
{
    return tenant_file_of(ledger, catalogue, ledger.tenant().name);
}

std::string tenant_file_of(
    engine::Ledger const& ledger, catalogue::Catalogue const& catalogue, std::string_view company)
{
    TenantExport out { ledger, catalogue, company };
    out.step(out.rows());
    return out.take();
}

} // namespace keyrack::codec
