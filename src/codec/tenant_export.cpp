#include "codec/tenant_export.hpp"

#include "codec/command_json.hpp"
#include "codec/json_writer.hpp"
#include "codec/tenant_import.hpp"
#include "codec/tenant_rows.hpp"
#include "codec/write_fields.hpp"
#include "engine/retelling.hpp"

#include <utility>
#include <vector>

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

// Empty lists are written too: a file says of each kind of thing that there is none.
template <class Items, class ToLine>
void add_section(std::string& text, Section section, Items&& items, ToLine const& to_line)
{
    text.append(text.empty() ? "{\n" : ",\n").append("\"").append(section_names[std::to_underlying(section)]);
    text.append("\":[");
    bool first = true;
    for (auto& item : items) {
        text.append(first ? "\n" : ",\n").append(to_line(std::move(item)));
        first = false;
    }
    text.append(first ? "]" : "\n]");
}

} // namespace

std::string tenant_file_of(engine::Ledger const& ledger, catalogue::Catalogue const& catalogue)
{
    auto told = engine::retold(ledger, catalogue, base_warranty_years);
    auto const row_line = [](auto command) { return line_of(row_of(std::move(command))); };
    std::string text;
    add_section(text, Section::accounts, told.accounts, row_line);
    add_section(text, Section::orders, told.orders, row_line);
    add_section(text, Section::rooms, told.rooms, row_line);
    add_section(text, Section::assignments, told.assignments, row_line);
    add_section(text, Section::devices, told.devices, row_line);
    add_section(text, Section::commands, told.commands, [](auto const& each) { return line_of(each); });
    return text + "\n}\n";
}

} // namespace keyrack::codec
