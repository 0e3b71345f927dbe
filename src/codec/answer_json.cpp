#include "codec/answer_json.hpp"

#include "codec/command_fields.hpp"
#include "codec/command_json.hpp"
#include "codec/css_answer_json.hpp"
#include "codec/plan_json.hpp"
#include "codec/proof_json.hpp"
#include "codec/range_answer_json.hpp"
#include "codec/setup_answer_json.hpp"
#include "codec/standing_answer_json.hpp"
#include "codec/ticket_answers_json.hpp"
#include "codec/words.hpp"
#include "codec/write_fields.hpp"

#include <variant>

namespace keyrack::codec {

namespace {

std::string json_of(Ground const& ground, engine::CoverageAnswer const& answer)
{
    return coverage_json(ground, answer.room, answer.programme, answer.verdict);
}

std::string json_of(Ground const& ground, engine::FeatureAnswer const& answer)
{
    return feature_json(ground, answer.room, answer.feature, answer.verdict);
}

std::string json_of(Ground const& ground, engine::WarrantyAnswer const& answer)
{
    return warranty_json(ground, answer.device, answer.verdict);
}

std::string json_of(Ground const& ground, engine::OrderAnswer const& answer)
{
    return order_json(ground, answer.order, answer.status);
}

std::string json_of(Ground const& ground, engine::SparesAnswer const& answer)
{
    return spares_json(ground, answer);
}

std::string json_of(Ground const& ground, engine::OrgAnswer const& answer)
{
    return org_json(ground, answer);
}

std::string json_of(Ground const& ground, engine::ContractAnswer const& answer)
{
    return contract_json(ground, answer);
}

template <class Answer>
    requires requires(Ground const& ground, Answer const& answer) { setup_json(ground, answer); }
std::string json_of(Ground const& ground, Answer const& answer)
{
    return setup_json(ground, answer);
}

template <class Answer>
    requires requires(Ground const& ground, Answer const& answer) { standing_json(ground, answer); }
std::string json_of(Ground const& ground, Answer const& answer)
{
    return standing_json(ground, answer);
}

template <class Answer>
    requires requires(Ground const& ground, Answer const& answer) { range_json(ground, answer); }
std::string json_of(Ground const& ground, Answer const& answer)
{
    return range_json(ground, answer);
}

// Service orders and people.

void begin(JsonWriter& json, std::string_view kind, std::string_view about, std::string_view key, Ground const& ground)
{
    json.begin_object().key("question").begin_object().key("kind").text(kind).key(about).text(key).end_object();
    json.key("as_of").text(iso(ground.as_of));
}

void write_proof_of(JsonWriter& json, Ground const& ground, std::vector<engine::Proof> const& proof)
{
    json.key("proof");
    write_proofs(json, ground.ledger, ground.catalogue, proof);
}

void write_mail(JsonWriter& json, engine::Mail const& mail)
{
    json.begin_object().key("kind").text(word(mail.kind)).key("from").text(mail.sender);
    json.key("to").text(mail.recipient).key("copies").begin_list();
    for (auto const* copy : { &mail.copy_to_reseller, &mail.copy_to_distributor }) {
        if (!copy->empty()) {
            json.text(*copy);
        }
    }
    json.end_list().key("subject").text(mail.subject).key("body").text(mail.body);
    json.key("sent_on").text(iso(mail.sent_on)).end_object();
}

// The term that its licences have once it is processed.
void write_term(JsonWriter& json, engine::OrderStatus const& status)
{
    json.key("term");
    write_period(json, status.term);
    if (status.cancellable_until) {
        json.key("cancellable_until").text(iso(*status.cancellable_until));
    }
}

// What it is, and what stands in it.
void write_service_order(JsonWriter& json, Ground const& ground, engine::ServiceOrderAnswer const& answer)
{
    auto const& order = ground.ledger.service_orders()[answer.order];
    begin(json, "service_order", "order", order.key, ground);
    json.key("progress").text(word(order.progress));
    if (!order.fault.empty()) {
        json.key("fault").text(order.fault);
    }
    if (answer.account.exists()) {
        json.key("account").text(ground.ledger.accounts()[answer.account].key);
    }
    json.key("sku");
    write(json, engine::OrderLine { order.programme, order.years, order.quantity });
    json.key("details");
    write(json, order.details);
}

std::string json_of(Ground const& ground, engine::ServiceOrderAnswer const& answer)
{
    JsonWriter json;
    write_service_order(json, ground, answer);
    if (answer.as) {
        write_term(json, *answer.as);
    }
    json.key("mails").begin_list();
    for (auto const id : answer.mails) {
        write_mail(json, ground.ledger.mails()[id]);
    }
    json.end_list().key("missing").begin_list();
    for (auto const code : answer.missing) {
        json.text(code);
    }
    json.end_list();
    write_proof_of(json, ground, answer.proof);
    write_steps(json, answer.steps);
    json.end_object();
    return json.take();
}

std::string json_of(Ground const& ground, engine::InvitationAnswer const& answer)
{
    auto const& invitation = ground.ledger.invitations()[answer.invitation];
    JsonWriter json;
    begin(json, "invitation", "link", invitation.key, ground);
    json.key("state").text(answer.state).key("email").text(invitation.email).key("role").text(word(invitation.role));
    json.key("sent_on").text(iso(invitation.sent_on)).key("last_day").text(iso(answer.last_day));
    if (!answer.sign_in.empty()) {
        json.key("sign_in").text(answer.sign_in);
    }
    json.key("guides").begin_list();
    for (auto const guide : answer.guides) {
        json.text(guide);
    }
    json.end_list();
    write_proof_of(json, ground, answer.proof);
    write_steps(json, answer.steps);
    json.end_object();
    return json.take();
}

std::string json_of(Ground const& ground, engine::PersonAnswer const& answer)
{
    auto const& person = ground.ledger.people()[answer.person];
    auto const written = [](engine::Holds holds) { return holds == engine::Holds::yes ? "yes" : "no"; };
    JsonWriter json;
    begin(json, "person", "email", person.key, ground);
    json.key("role").text(word(person.role)).key("partner").text(person.partner).key("state").text(answer.state);
    json.key("access");
    write_period(json, person.days);
    json.key("may_look").text(written(answer.may_look)).key("may_manage").text(written(answer.may_manage));
    json.key("users").number(answer.users);
    if (answer.user_limit) {
        json.key("user_limit").number(*answer.user_limit);
    }
    write_proof_of(json, ground, answer.proof);
    write_steps(json, answer.steps);
    json.end_object();
    return json.take();
}

std::string json_of(Ground const& ground, engine::PlanAnswer const& answer)
{
    return plan_json(ground, answer.wishes, answer.plan);
}

std::string json_of(Ground const& ground, engine::ForecastAnswer const& answer)
{
    return forecast_json(ground, answer.forecast);
}

void write_denial(JsonWriter& json, Ground const& ground, engine::Denial const& denial)
{
    json.begin_object().key("reason").text(engine::code(denial.reason)).key("facts");
    write_facts(json, ground.ledger, denial.facts);
    json.end_object();
}

std::string json_of(Ground const& ground, engine::TryAnswer const& answer)
{
    JsonWriter json;
    json.begin_object().key("question").begin_object().key("kind").text("try").key("command");
    json.json(to_json(answer.command));
    if (!answer.by.empty()) {
        json.key("by").text(answer.by);
    }
    json.end_object().key("as_of").text(iso(ground.as_of));
    json.key("answer").text(answer.denial ? "refused" : "applied");
    if (answer.denial) {
        write_denial(json.key("denial"), ground, *answer.denial);
    }
    json.key("warnings").begin_list();
    for (auto const& warning : answer.warnings) {
        write_denial(json, ground, warning);
    }
    json.end_list().key("ways").begin_list();
    for (auto const& way : answer.ways) {
        json.begin_object();
        write_steps(json, way.steps);
        json.key("preparing").number(static_cast<std::int64_t>(way.preparing)).end_object();
    }
    json.end_list();
    if (answer.dead_end) {
        json.key("no_way").begin_object().key("why").text(engine::code(answer.dead_end->why));
        write_denial(json.key("denial"), ground, answer.dead_end->denial);
        json.end_object();
    }
    json.end_object();
    return json.take();
}

} // namespace

std::string to_json(Ground const& ground, engine::Answer const& answer)
{
    return std::visit([&](auto const& each) -> std::string { return json_of(ground, each); }, answer);
}

} // namespace keyrack::codec
