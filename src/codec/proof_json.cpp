#include "codec/proof_json.hpp"

#include "codec/command_json.hpp"
#include "codec/words.hpp"

#include <variant>

namespace keyrack::codec {

namespace {

struct WriteValue
{
    JsonWriter& json;
    void operator()(std::int64_t number) const { json.number(number); }
    void operator()(Date date) const { write_date(json, date); }
    void operator()(std::string const& text) const { json.text(text); }
};

struct WriteSubject
{
    JsonWriter& json;
    engine::Ledger const& ledger;

    void operator()(std::monostate) const { }
    void operator()(RoomId room) const { put("room", ledger.rooms()[room].key); }
    void operator()(OrderId order) const { put("order", ledger.orders()[order].key); }
    void operator()(DeviceId device) const { put("device", ledger.devices()[device].serial); }
    void operator()(AccountId account) const { put("account", ledger.accounts()[account].key); }
    void operator()(engine::LicenceRef licence) const
    {
        put("licence", format(engine::LicenceKey { ledger.orders()[licence.order].key, licence.number }));
    }
    void operator()(OrgId org) const { put("org", ledger.css().orgs()[org].key); }
    void operator()(ProductLineId line) const { put("product_line", ledger.css().lines()[line].key); }
    void operator()(HoldingId holding) const { put("licences", ledger.css().holdings()[holding].key); }
    void operator()(ContractId contract) const { put("contract", ledger.css().contracts()[contract].key); }

private:
    void put(std::string_view kind, std::string_view key) const
    {
        json.key("subject").begin_object().key("kind").text(kind).key("key").text(key).end_object();
    }
};

void write_parameters(JsonWriter& json, std::vector<engine::ParameterUse> const& parameters)
{
    json.begin_list();
    for (auto const& [name, value, origin] : parameters) {
        json.begin_object().key("name").text(name).key("value").number(value);
        json.key("origin").begin_object().key("kind").text(word(origin.kind));
        json.key("reference").text(origin.reference).end_object().end_object();
    }
    json.end_list();
}

void write_citations(JsonWriter& json, catalogue::Catalogue const& catalogue, engine::Rule rule)
{
    json.key("citations").begin_list();
    for (auto const cited : engine::citations(rule)) {
        json.text(cited);
    }
    json.end_list().key("sources").begin_list();
    for (auto const cited : engine::citations(rule)) {
        if (auto const* source = catalogue.source(cited)) {
            json.begin_object().key("rule").text(cited).key("document").text(source->document);
            json.key("place").text(source->place).end_object();
        }
    }
    json.end_list();
}

} // namespace

void write_date(JsonWriter& json, Date date)
{
    if (date == never || date == always) {
        json.null();
    } else {
        json.text(iso(date));
    }
}

void write_period(JsonWriter& json, Period const& days)
{
    json.begin_object().key("from");
    write_date(json, days.from);
    json.key("to");
    write_date(json, days.to);
    json.end_object();
}

void write_value(JsonWriter& json, engine::FactValue const& value)
{
    std::visit(WriteValue { json }, value);
}

void write_facts(JsonWriter& json, engine::Ledger const& ledger, std::vector<engine::Fact> const& facts)
{
    json.begin_list();
    for (auto const& [name, value, subject, entry] : facts) {
        json.begin_object().key("name").text(name).key("value");
        write_value(json, value);
        std::visit(WriteSubject { json, ledger }, subject);
        if (entry.exists()) {
            json.key("entry").number(entry.row());
        }
        json.end_object();
    }
    json.end_list();
}

void write_proof(
    JsonWriter& json, engine::Ledger const& ledger, catalogue::Catalogue const& catalogue, engine::Proof const& proof)
{
    json.begin_object()
        .key("rule")
        .text(engine::code(proof.rule))
        .key("holds")
        .truth(proof.holds == engine::Holds::yes);
    write_citations(json, catalogue, proof.rule);
    json.key("facts");
    write_facts(json, ledger, proof.facts);
    json.key("parameters");
    write_parameters(json, proof.parameters);
    json.key("parts");
    write_proofs(json, ledger, catalogue, proof.parts);
    json.end_object();
}

void write_proofs(JsonWriter& json, engine::Ledger const& ledger, catalogue::Catalogue const& catalogue,
    std::vector<engine::Proof> const& proofs)
{
    json.begin_list();
    for (auto const& proof : proofs) {
        write_proof(json, ledger, catalogue, proof);
    }
    json.end_list();
}

void write_cures(JsonWriter& json, engine::Ledger const& ledger, std::vector<engine::Cure> const& cures)
{
    json.begin_list();
    for (auto const& cure : cures) {
        json.begin_object().key("kind").text(engine::code(cure.kind)).key("until");
        write_date(json, cure.until);
        json.key("facts");
        write_facts(json, ledger, cure.facts);
        json.key("steps").begin_list();
        for (auto const& step : cure.steps) {
            json.json(to_json(step));
        }
        json.end_list().end_object();
    }
    json.end_list();
}

} // namespace keyrack::codec
