#include "codec/css_answer_json.hpp"

#include "codec/command_json.hpp"
#include "codec/json_writer.hpp"
#include "codec/proof_json.hpp"
#include "codec/words.hpp"

#include <string_view>

namespace keyrack::codec {

namespace {

void write_yes_no(JsonWriter& json, std::string_view key, engine::Holds holds)
{
    json.key(key).text(holds == engine::Holds::yes ? "yes" : "no");
}

// Cents, or the commands whose amounts are missing.
void write_cost(JsonWriter& json, engine::Cost const& cost)
{
    json.begin_object();
    if (cost.cents) json.key("cents").number(*cost.cents);
    json.key("missing").begin_list();
    for (engine::SetCssPrice const& price : cost.missing) json.json(to_json(engine::Command { price }));
    json.end_list().end_object();
}

void begin_answer(JsonWriter& json, Ground const& ground, std::string_view kind, std::string_view key)
{
    json.begin_object().key("question").begin_object().key("kind").text(kind).key(kind).text(key).end_object();
    json.key("as_of").text(iso(ground.as_of));
}

void write_tier(JsonWriter& json, engine::TierOnDay const& on)
{
    json.key("tier").begin_object().key("contracts").number(on.contracts);
    if (on.contracts > 0) {
        json.key("served").text(word(on.lowest)).key("highest").text(word(on.highest));
        json.key("uniform").truth(on.uniform);
    }
    json.end_object();
}

void write_benefits(JsonWriter& json, Ground const& ground, std::vector<engine::BenefitOnDay> const& benefits)
{
    json.key("benefits").begin_list();
    for (auto const& [benefit, value] : benefits) {
        json.begin_object().key("benefit").text(word(benefit));
        json.key("unit").text(word(ground.catalogue.css().row(benefit).unit)).key("value").number(value).end_object();
    }
    json.end_list();
}

void write_scope(JsonWriter& json, Ground const& ground, engine::ScopeVerdict const& scope)
{
    auto const& css = ground.ledger.css();
    auto const& line = css.lines()[css.scopes()[scope.scope.row()].line];
    json.begin_object().key("product_line").text(line.key);
    json.key("licences").number(scope.on.held).key("covered").number(scope.on.covered);
    json.key("all_in").truth(scope.on.all_in);
    write_yes_no(json, "answer", scope.answer);
    write_benefits(json, ground, scope.benefits);
    json.key("proof");
    write_proofs(json, ground.ledger, ground.catalogue, scope.proof);
    json.end_object();
}

void write_remedy(JsonWriter& json, engine::Remedy const& remedy)
{
    json.begin_object().key("kind").text(engine::code(remedy.kind)).key("cost");
    write_cost(json, remedy.cost);
    write_steps(json, remedy.steps);
    json.end_object();
}

void write_breach(JsonWriter& json, Ground const& ground, engine::BreachAnswer const& answer)
{
    auto const& css = ground.ledger.css();
    auto const& breach = answer.breach;
    json.begin_object().key("kind").text(engine::code(breach.kind));
    if (breach.scope.exists()) json.key("product_line").text(css.lines()[css.scopes()[breach.scope.row()].line].key);
    if (breach.contract.exists()) json.key("contract").text(css.contracts()[breach.contract].key);
    json.key("licences").number(breach.licences).key("owed");
    write_cost(json, answer.owed);
    json.key("remedies").begin_list();
    for (engine::Remedy const& remedy : answer.remedies) write_remedy(json, remedy);
    json.end_list().end_object();
}

void write_hours(JsonWriter& json, engine::HoursPool const& pool)
{
    json.key("hours").begin_object();
    write_yes_no(json, "answer", pool.answer);
    if (pool.in_force) write_period(json.key("year"), pool.year);
    json.key("given").number(pool.hours).key("used").number(pool.used).key("left").number(pool.left);
    json.key("proof");
}

void write_manager(JsonWriter& json, engine::ManagerVerdict const& manager)
{
    json.key("success_manager").begin_object();
    write_yes_no(json, "answer", manager.answer);
    json.key("annual_dollars").number(manager.annual_dollars);
    json.key("lines_without_value").number(manager.lines_without_value).key("proof");
}

} // namespace

std::string org_json(Ground const& ground, engine::OrgAnswer const& answer)
{
    JsonWriter json;
    begin_answer(json, ground, "org", ground.ledger.css().orgs()[answer.org].key);
    if (answer.tiers.customer.exists()) json.key("customer").text(ground.ledger.accounts()[answer.tiers.customer].key);
    write_tier(json, answer.tiers.on);
    json.key("product_lines").begin_list();
    for (auto const& scope : answer.scopes) write_scope(json, ground, scope);
    json.end_list().key("breaches").begin_list();
    for (auto const& breach : answer.breaches) write_breach(json, ground, breach);
    json.end_list().key("proof");
    write_proofs(json, ground.ledger, ground.catalogue, answer.tiers.proof);
    json.end_object();
    return json.take();
}

std::string contract_json(Ground const& ground, engine::ContractAnswer const& answer)
{
    auto const& contracts = ground.ledger.css().contracts();
    auto const& status = answer.status;
    JsonWriter json;
    begin_answer(json, ground, "contract", contracts[answer.contract].key);
    json.key("state").text(engine::code(status.state)).key("term");
    write_period(json, status.term);
    json.key("tier").text(word(status.tier));
    if (status.renewable_until) write_date(json.key("renewable_until"), *status.renewable_until);
    if (status.successor.exists()) json.key("renewal").text(contracts[status.successor].key);
    write_hours(json, answer.hours);
    write_proofs(json, ground.ledger, ground.catalogue, answer.hours.proof);
    json.end_object();
    write_manager(json, answer.manager);
    write_proofs(json, ground.ledger, ground.catalogue, answer.manager.proof);
    json.end_object();
    if (status.reinstatement) write_cost(json.key("reinstatement"), *status.reinstatement);
    json.key("proof");
    write_proofs(json, ground.ledger, ground.catalogue, status.proof);
    write_steps(json, answer.steps);
    json.end_object();
    return json.take();
}

} // namespace keyrack::codec
