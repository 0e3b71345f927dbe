#include "codec/setup_answer_json.hpp"

#include "codec/catalogue_fields.hpp"
#include "codec/command_fields.hpp"
#include "codec/command_json.hpp"
#include "codec/json_writer.hpp"
#include "codec/write_fields.hpp"

#include <algorithm>

namespace keyrack::codec {

namespace {

void write_step(JsonWriter& json, engine::GuideStep const& step)
{
    json.begin_object().key("step").text(step.step);
    if (step.done) {
        json.key("done").text(*step.done == engine::Holds::yes ? "yes" : "no");
    }
    json.end_object();
}

void write_guide(JsonWriter& json, Ground const& ground, engine::GuideTold const& told)
{
    auto const& steps = told.guide->steps;
    json.begin_object().key("guide").text(told.guide->key).key("steps").begin_list();
    for (auto const& step : told.steps) {
        write_step(json, step);
    }
    json.end_list();
    if (std::ranges::contains(steps.value, "write_to_contact")) {
        json.key("contact");
        write(json, ground.catalogue.desk().contact);
    }
    json.key("origin");
    write(json, steps.origin);
    json.end_object();
}

} // namespace

std::string setup_json(Ground const& ground, engine::GuideAnswer const& answer)
{
    JsonWriter json;
    json.begin_object().key("question").begin_object().key("kind").text("guide").key("guide").text(answer.asked);
    json.end_object().key("as_of").text(iso(ground.as_of)).key("guides").begin_list();
    for (auto const& told : answer.guides) {
        write_guide(json, ground, told);
    }
    json.end_list();
    if (answer.asked.empty()) {
        json.key("references");
        write(json, ground.catalogue.guidebook().references);
    }
    json.end_object();
    return json.take();
}

std::string setup_json(Ground const& ground, engine::SyncImportAnswer const& answer)
{
    JsonWriter json;
    json.begin_object().key("question").begin_object().key("kind").text("sync_import").end_object();
    json.key("as_of").text(iso(ground.as_of)).key("listed").number(answer.listed).key("added").number(answer.added);
    json.key("linked").number(answer.linked).key("reported").number(answer.reported).key("gone").number(answer.gone);
    json.key("steps").begin_list();
    for (auto const& step : answer.steps) {
        json.json(to_json(step));
    }
    json.end_list().end_object();
    return json.take();
}

Result<std::vector<engine::SyncListed>> sync_list_from_json(std::string_view text)
{
    auto const document = parse_json(text);
    if (!document) {
        return std::unexpected(document.error());
    }
    std::vector<engine::SyncListed> rooms;
    if (auto done = read(*document, JsonPath { "rooms" }, rooms); !done) {
        return std::unexpected(std::move(done.error()));
    }
    return rooms;
}

} // namespace keyrack::codec
