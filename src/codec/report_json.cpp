#include "codec/report_json.hpp"

#include "codec/json_writer.hpp"
#include "codec/proof_json.hpp"

namespace keyrack::codec {

namespace {

void write_place(JsonWriter& json, FoundAt const& place)
{
    json.begin_object().key("line").number(place.line).key("path").text(place.path).key("key").text(place.key);
    if (!place.detail.empty()) {
        json.key("detail").text(place.detail);
    }
    json.key("facts").begin_list();
    for (auto const& fact : place.facts) {
        json.begin_object().key("name").text(fact.name).key("value");
        write_value(json, fact.value);
        json.end_object();
    }
    json.end_list().end_object();
}

void write_findings(JsonWriter& json, std::vector<Finding> const& findings)
{
    json.begin_list();
    for (auto const& finding : findings) {
        json.begin_object().key("kind").text(finding.kind == FindingKind::rule ? "rule" : "format");
        json.key("code").text(finding.code).key("count").number(finding.count).key("first").begin_list();
        for (auto const& place : finding.first) {
            write_place(json, place);
        }
        json.end_list().end_object();
    }
    json.end_list();
}

} // namespace

std::string to_json(ImportReport const& report)
{
    JsonWriter json;
    json.begin_object().key("accepted").truth(report.accepted()).key("rows").number(report.rows);
    json.key("orders").number(report.orders).key("rooms").number(report.rooms);
    json.key("assignments").number(report.assignments).key("devices").number(report.devices);
    json.key("refused").number(report.refused).key("follow_ups").number(report.follow_ups).key("flags");
    write_findings(json, report.flags);
    json.key("refusals");
    write_findings(json, report.refusals);
    if (report.error) {
        json.key("error").begin_object().key("what").text(report.error->what).key("where").text(report.error->where);
        json.key("detail").text(report.error->detail).end_object();
    }
    json.end_object();
    return json.take();
}

} // namespace keyrack::codec
