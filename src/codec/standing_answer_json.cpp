#include "codec/standing_answer_json.hpp"

#include "codec/command_json.hpp"
#include "codec/json_writer.hpp"
#include "codec/proof_json.hpp"
#include "codec/ticket_fields.hpp"
#include "codec/words.hpp"

#include <string_view>
#include <vector>

namespace keyrack::codec {

namespace {

std::string_view word_of(engine::LicenceState state)
{
    switch (state) {
    case engine::LicenceState::cancelled: return "cancelled";
    case engine::LicenceState::expired: return "expired";
    case engine::LicenceState::unassigned: return "unassigned";
    case engine::LicenceState::assigned: return "assigned";
    case engine::LicenceState::planned: return "planned";
    }
    return {};
}

void begin(JsonWriter& json, std::string_view kind)
{
    json.begin_object().key("question").begin_object().key("kind").text(kind);
}

void end_question(JsonWriter& json, Ground const& ground)
{
    json.end_object().key("as_of").text(iso(ground.as_of));
}

std::string finish(JsonWriter& json, Ground const& ground, std::vector<engine::Proof> const& proof)
{
    json.key("proof");
    write_proofs(json, ground.ledger, ground.catalogue, proof);
    json.end_object();
    return json.take();
}

} // namespace

std::string standing_json(Ground const& ground, engine::LicenceAnswer const& answer)
{
    auto const& order = ground.ledger.orders()[answer.licence.order];
    JsonWriter json;
    begin(json, "licence");
    json.key("licence").text(format(engine::LicenceKey { order.key, answer.licence.number }));
    end_question(json, ground);
    json.key("programme").text(ground.catalogue[order.programme].key).key("state").text(word_of(answer.status.state));
    if (answer.device.exists()) {
        json.key("device").text(ground.ledger.devices()[answer.device].serial);
    }
    if (answer.status.assignment.exists()) {
        auto const& row = ground.ledger.assignments()[answer.status.assignment];
        json.key("room").text(ground.ledger.rooms()[row.room].key).key("days");
        write_period(json, row.days);
    }
    return finish(json, ground, answer.status.proof);
}

std::string standing_json(Ground const& ground, engine::AccountClassAnswer const& answer)
{
    JsonWriter json;
    begin(json, "account_class");
    json.key("account").text(answer.account).key("region").text(answer.region);
    end_question(json, ground);
    json.key("class").text(word(answer.found.account_class)).key("why").text(word(answer.found.why));
    if (answer.user_licences) {
        json.key("user_licences").number(*answer.user_licences);
    }
    if (answer.found.threshold) {
        json.key("threshold").number(*answer.found.threshold);
    }
    return finish(json, ground, answer.proof);
}

std::string standing_json(Ground const& ground, engine::VersionAnswer const& answer)
{
    auto const& version = ground.ledger.css().versions()[answer.verdict.version];
    JsonWriter json;
    begin(json, "version");
    json.key("product_line").text(ground.ledger.css().lines()[version.line].key).key("version").text(version.key);
    end_question(json, ground);
    json.key("answer").text(answer.verdict.answer == engine::Holds::yes ? "yes" : "no");
    json.key("phase").text(word(answer.verdict.phase));
    return finish(json, ground, answer.verdict.proof);
}

} // namespace keyrack::codec
