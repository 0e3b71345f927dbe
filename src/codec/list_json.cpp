#include "codec/list_json.hpp"

#include "codec/command_json.hpp"
#include "codec/json_writer.hpp"
#include "codec/proof_json.hpp"

#include <array>
#include <utility>

namespace keyrack::codec {

namespace {

constexpr std::array<std::string_view, 4> fates { "added", "changed", "same", "refused" };

std::string_view word(RowFate fate)
{
    return fates[static_cast<std::size_t>(fate)];
}

void write_mapping(JsonWriter& json, CsvTable const& table, ListMapping const& mapping)
{
    json.key("fields").begin_object();
    for (auto const& [field, source] : mapping.fields) {
        json.key(field).begin_object();
        if (source.column)
            json.key("column").text(table.header[*source.column]);
        else
            json.key("value").text(source.value);
        json.end_object();
    }
    json.end_object().key("unused").begin_list();
    for (std::size_t column = 0; column < table.header.size(); ++column) {
        bool used = false;
        for (auto const& [field, source] : mapping.fields) used = used || source.column == column;
        if (!used) json.text(table.header[column]);
    }
    json.end_list();
}

struct Reason
{
    JsonWriter& json;

    void operator()(std::monostate) const { }
    void operator()(Error const& error) const
    {
        json.key("reason").begin_object().key("code").text(error.what);
        if (!error.where.empty()) json.key("field").text(error.where);
        if (!error.detail.empty()) json.key("detail").text(error.detail);
        json.end_object();
    }
    void operator()(engine::Denial const& denial) const
    {
        json.key("reason").begin_object().key("code").text(engine::code(denial.reason)).key("facts").begin_list();
        for (auto const& fact : denial.facts) {
            json.begin_object().key("name").text(fact.name).key("value");
            write_value(json, fact.value);
            json.end_object();
        }
        json.end_list().end_object();
    }
};

void write_row(JsonWriter& json, PlannedRow const& row)
{
    json.begin_object().key("line").number(row.line).key("key").text(row.key).key("fate").text(word(row.fate));
    if (!row.changes.empty()) {
        json.key("changes").begin_list();
        for (auto const& change : row.changes)
            json.begin_object()
                .key("field")
                .text(change.field)
                .key("from")
                .text(change.from)
                .key("to")
                .text(change.to)
                .end_object();
        json.end_list();
    }
    if (!row.unlisted_model.empty()) json.key("unlisted_model").text(row.unlisted_model);
    std::visit(Reason { json }, row.reason);
    json.end_object();
}

} // namespace

std::string to_json(CsvTable const& table, ListMapping const& mapping, ListPlan const& plan)
{
    JsonWriter json;
    json.begin_object().key("list").text(mapping.kind == ListKind::rooms ? "rooms" : "devices");
    write_mapping(json, table, mapping);
    for (auto const fate : { RowFate::added, RowFate::changed, RowFate::same, RowFate::refused })
        json.key(word(fate)).number(plan.count(fate));
    json.key("rows").begin_list();
    for (auto const& row : plan.rows) write_row(json, row);
    return json.end_list().end_object().take();
}

std::string tenant_file_of(std::span<engine::Command const> commands)
{
    std::string text = "{\"commands\":[";
    for (auto const& command : commands)
        text.append(&command == commands.data() ? "\n" : ",\n").append(to_json(command));
    return text + "\n]}\n";
}

} // namespace keyrack::codec
