#include "codec/range_answer_json.hpp"

#include "codec/json_writer.hpp"
#include "codec/proof_json.hpp"
#include "codec/words.hpp"

#include <string_view>

namespace keyrack::codec {

namespace {

std::string_view written(engine::Holds holds)
{
    return holds == engine::Holds::yes ? "yes" : "no";
}

void begin_answer(
    JsonWriter& json, Ground const& ground, std::string_view kind, std::string_view about, std::string_view key)
{
    json.begin_object().key("question").begin_object().key("kind").text(kind);
    if (!about.empty()) {
        json.key(about).text(key);
    }
    json.end_object().key("as_of").text(iso(ground.as_of));
}

void write_proof(JsonWriter& json, Ground const& ground, std::vector<engine::Proof> const& proof)
{
    json.key("proof");
    write_proofs(json, ground.ledger, ground.catalogue, proof);
    json.end_object();
}

void write_candidate(JsonWriter& json, Ground const& ground, engine::SpareCandidate const& candidate)
{
    json.begin_object().key("model").text(ground.ledger.models()[candidate.model]);
    json.key("deployed").number(candidate.deployed).key("in_important_rooms").number(candidate.in_important);
    json.key("hard_to_reach").begin_list();
    for (auto const site : candidate.hard_to_reach) {
        json.text(ground.ledger.sites()[site]);
    }
    json.end_list().key("unknown_sites").number(candidate.unknown_sites);
    write_proof(json, ground, candidate.proof);
}

} // namespace

std::string range_json(Ground const& ground, engine::ProductAnswer const& answer)
{
    JsonWriter json;
    begin_answer(json, ground, "product", "model", answer.model);
    json.key("answer").text(answer.product ? "yes" : "no");
    if (answer.product) {
        json.key("product").text(answer.product->name).key("group").text(word(answer.product->group));
    }
    write_proof(json, ground, answer.proof);
    return json.take();
}

std::string range_json(Ground const& ground, engine::JumpstartAnswer const& answer)
{
    JsonWriter json;
    begin_answer(json, ground, "jumpstart", "device", ground.ledger.devices()[answer.device].serial);
    json.key("answer").text(written(answer.answer));
    if (answer.last_day) {
        json.key("last_day").text(iso(*answer.last_day));
    }
    json.key("better_with_select").text(written(answer.better_with_select));
    write_proof(json, ground, answer.proof);
    return json.take();
}

std::string range_json(Ground const& ground, engine::CountryAnswer const& answer)
{
    JsonWriter json;
    begin_answer(json, ground, "country", "country", std::string_view { answer.country.letters.data(), 2 });
    json.key("programmes").begin_list();
    for (std::size_t row = 0; row < answer.terms.size(); ++row) {
        auto const programme = ProgrammeId::of_row(static_cast<std::uint32_t>(row));
        json.begin_object().key("programme").text(ground.catalogue[programme].key).key("availability");
        if (!answer.terms[row].exists()) {
            json.text(word(engine::Availability::available)).end_object();
            continue;
        }
        auto const& terms = ground.ledger.country_terms()[answer.terms[row]];
        json.text(word(terms.availability)).key("note").text(terms.note);
        json.key("from").text(iso(terms.from)).end_object();
    }
    json.end_list();
    write_proof(json, ground, answer.proof);
    return json.take();
}

std::string range_json(Ground const& ground, engine::SpareChoiceAnswer const& answer)
{
    JsonWriter json;
    begin_answer(json, ground, "spare_choice", {}, {});
    json.key("spares").number(answer.spares).key("devices").number(answer.devices).key("candidates").begin_list();
    for (auto const& candidate : answer.candidates) {
        write_candidate(json, ground, candidate);
    }
    json.end_list().end_object();
    return json.take();
}

std::string range_json(Ground const& ground, engine::SpareMatchAnswer const& answer)
{
    JsonWriter json;
    begin_answer(json, ground, "spare_match", "model", answer.model);
    json.key("answer").text(written(answer.answer)).key("deployed").number(answer.deployed);
    write_proof(json, ground, answer.proof);
    return json.take();
}

} // namespace keyrack::codec
