#include "codec/verdict_json.hpp"

#include "codec/command_json.hpp"
#include "codec/json_writer.hpp"
#include "codec/proof_json.hpp"
#include "codec/words.hpp"

#include <string_view>

namespace keyrack::codec {

namespace {

std::string_view word_of(engine::OrderState state)
{
    switch (state) {
    case engine::OrderState::cancelled: return "cancelled";
    case engine::OrderState::ended: return "ended";
    case engine::OrderState::running: return "running";
    case engine::OrderState::not_started: break;
    }
    return "not_started";
}

void write_known_date(JsonWriter& json, std::string_view key, std::optional<Date> date)
{
    if (date) {
        write_date(json.key(key), *date);
    }
}

void begin_answer(JsonWriter& json, std::string_view kind)
{
    json.begin_object().key("question").begin_object().key("kind").text(kind);
}

void end_question(JsonWriter& json, Ground const& ground)
{
    json.end_object().key("as_of").text(iso(ground.as_of));
}

void end_answer(JsonWriter& json, Ground const& ground, std::vector<engine::Proof> const& proof)
{
    json.key("proof");
    write_proofs(json, ground.ledger, ground.catalogue, proof);
}

void write_assignment(JsonWriter& json, engine::Ledger const& ledger, AssignmentId id)
{
    auto const& assignment = ledger.assignments()[id];
    engine::LicenceKey const licence { ledger.orders()[assignment.order].key, assignment.number };
    json.begin_object().key("licence").text(format(licence)).key("from");
    write_date(json, assignment.days.from);
    json.key("to");
    write_date(json, assignment.days.to);
    json.end_object();
}

std::string finish_verdict(JsonWriter& json, Ground const& ground, engine::Verdict const& verdict)
{
    json.key("answer").text(verdict.answer == engine::Holds::yes ? "yes" : "no");
    write_known_date(json, "until", verdict.until);
    write_known_date(json, "since", verdict.since);
    if (verdict.by.exists()) {
        write_assignment(json.key("by"), ground.ledger, verdict.by);
    }
    end_answer(json, ground, verdict.proof);
    json.key("cures");
    write_cures(json, ground.ledger, verdict.cures);
    json.end_object();
    return json.take();
}

} // namespace

std::string coverage_json(
    Ground const& ground, RoomId room, std::optional<ProgrammeId> programme, engine::Verdict const& verdict)
{
    JsonWriter json;
    begin_answer(json, "coverage");
    json.key("room").text(ground.ledger.rooms()[room].key);
    if (programme) {
        json.key("programme").text(ground.catalogue[*programme].key);
    }
    end_question(json, ground);
    return finish_verdict(json, ground, verdict);
}

std::string feature_json(Ground const& ground, RoomId room, catalogue::Feature feature, engine::Verdict const& verdict)
{
    JsonWriter json;
    begin_answer(json, "feature");
    json.key("room").text(ground.ledger.rooms()[room].key).key("feature").text(word(feature));
    end_question(json, ground);
    return finish_verdict(json, ground, verdict);
}

std::string order_json(Ground const& ground, OrderId id, engine::OrderStatus const& status)
{
    auto const& order = ground.ledger.orders()[id];
    JsonWriter json;
    begin_answer(json, "order");
    json.key("order").text(order.key);
    end_question(json, ground);
    json.key("programme").text(ground.catalogue[order.programme].key).key("state").text(word_of(status.state));
    json.key("purchased_on").text(iso(order.purchased_on));
    write_known_date(json, "cancelled_on", order.cancelled_on);
    if (status.first_assigned != never) {
        write_date(json.key("first_assigned_on"), status.first_assigned);
    }
    json.key("term");
    write_period(json, status.term);
    json.key("licences").begin_object().key("bought").number(order.quantity);
    json.key("assigned").number(status.assigned).key("free").number(status.free).end_object();
    write_known_date(json, "cancellable_until", status.cancellable_until);
    end_answer(json, ground, status.proof);
    json.end_object();
    return json.take();
}

std::string warranty_json(Ground const& ground, DeviceId id, engine::WarrantyVerdict const& verdict)
{
    auto const& device = ground.ledger.devices()[id];
    JsonWriter json;
    begin_answer(json, "warranty");
    json.key("device").text(device.serial);
    end_question(json, ground);
    json.key("purchased_on").text(iso(device.purchased_on));
    if (verdict.room.exists()) {
        json.key("room").text(ground.ledger.rooms()[verdict.room].key);
    }
    write_known_date(json, "end", verdict.warranty.end());
    write_known_date(json, "base_end", verdict.warranty.base_end);
    write_known_date(json, "extended_to", verdict.warranty.extended_to);
    write_known_date(json, "clipped_from", verdict.warranty.clipped_from);
    end_answer(json, ground, verdict.proof);
    json.end_object();
    return json.take();
}

// R19, R96.
static void write_agreed(JsonWriter& json, engine::OnsiteSpare const& spare)
{
    json.begin_object().key("spare").text(spare.key).key("model").text(spare.model).key("ship_to").text(spare.ship_to);
    if (!spare.agreed_with.empty()) {
        json.key("agreed_with").text(spare.agreed_with);
    }
    json.key("on");
    write_date(json, spare.agreed_on);
    json.end_object();
}

std::string spares_json(Ground const& ground, engine::SparesAnswer const& answer)
{
    auto const& spares = answer.spares;
    JsonWriter json;
    begin_answer(json, "spares");
    end_question(json, ground);
    json.key("licences").number(spares.licences).key("entitled").number(spares.entitled);
    json.key("earned").number(spares.earned).key("above_entitlement").number(spares.above_entitlement);
    json.key("licences_to_next").number(spares.licences_to_next).key("steps").begin_list();
    for (auto const& step : spares.steps) {
        json.begin_object().key("on");
        write_date(json, step.on);
        json.key("licences").number(step.licences).key("entitled").number(step.entitled);
        if (step.because.exists()) {
            json.key("order").text(ground.ledger.orders()[step.because].key);
        }
        json.end_object();
    }
    json.end_list().key("all_agreed").text(answer.all_agreed == engine::Holds::yes ? "yes" : "no");
    json.key("agreed").begin_list();
    for (auto const id : answer.agreed) {
        write_agreed(json, ground.ledger.onsite_spares()[id]);
    }
    json.end_list();
    end_answer(json, ground, { answer.proof, answer.agreement });
    json.end_object();
    return json.take();
}

} // namespace keyrack::codec
