#include "codec/difference_json.hpp"

#include "codec/command_json.hpp"
#include "codec/proof_json.hpp"
#include "codec/read_fields.hpp"

#include <algorithm>

namespace keyrack::codec {

namespace {

using namespace engine;

// Left out where there is none.
void write_day(JsonWriter& json, std::string_view name, Date day)
{
    if (day == always) return;
    json.key(name);
    write_date(json, day);
}

void write_term(JsonWriter& json, std::string_view name, Period term)
{
    if (term.empty()) return;
    json.key(name).begin_object().key("from");
    write_date(json, term.from);
    json.key("to");
    write_date(json, term.to);
    json.end_object();
}

void write_steps(JsonWriter& json, std::string_view name, auto const& steps)
{
    json.key(name).begin_list();
    for (auto const& step : steps) json.json(to_json(Command { step }));
    json.end_list();
}

void write_rooms(JsonWriter& json, Ground const& ground, Difference const& difference)
{
    json.key("rooms_covered").begin_object().key("before").number(difference.covered_before);
    json.key("after").number(difference.covered_after).end_object();
    json.key("rooms").begin_list();
    for (RoomChange const& change : difference.rooms) {
        json.begin_object().key("room").text(ground.ledger.rooms()[change.room].key);
        write_day(json, "until_before", change.until_before);
        write_day(json, "until_after", change.until_after);
        json.end_object();
    }
    json.end_list().key("programmes").begin_list();
    for (ProgrammeChange const& change : difference.programmes) {
        json.begin_object().key("room").text(ground.ledger.rooms()[change.room].key);
        json.key("programme").text(ground.catalogue[change.programme].key);
        write_day(json, "until_before", change.until_before);
        write_day(json, "until_after", change.until_after);
        json.end_object();
    }
    json.end_list().key("new_rooms").begin_list();
    for (NewRoom const& room : difference.new_rooms) {
        json.begin_object().key("room").text(room.key);
        write_day(json, "until_after", room.until);
        json.end_object();
    }
    json.end_list();
}

void write_orders(JsonWriter& json, Difference const& difference)
{
    json.key("orders").begin_list();
    for (OrderChange const& change : difference.orders) {
        json.begin_object().key("order").text(change.key);
        write_term(json, "term_before", change.term_before);
        write_term(json, "term_after", change.term_after);
        json.key("free_before").number(change.free_before).key("free_after").number(change.free_after).end_object();
    }
    json.end_list();
}

void write_warranties(JsonWriter& json, Ground const& ground, Difference const& difference)
{
    json.key("warranties").begin_object().key("extended").number(difference.warranties_extended);
    json.key("cut").number(difference.warranties_cut).key("clipped").begin_list();
    for (DeviceId const device : difference.clipped) json.text(ground.ledger.devices()[device].serial);
    json.end_list().end_object();
}

void write_spares(JsonWriter& json, std::string_view name, Spares const& spares)
{
    json.key(name).begin_object().key("licences").number(spares.licences).key("entitled").number(spares.entitled);
    json.key("earned").number(spares.earned).key("above_entitlement").number(spares.above_entitlement).end_object();
}

void write_breach(JsonWriter& json, BroughtBreach const& breach)
{
    json.begin_object().key("kind").text(code(breach.kind));
    auto const write = [&](std::string_view name, std::string const& key) {
        if (!key.empty()) json.key(name).text(key);
    };
    write("product_line", breach.product_line);
    write("org", breach.org);
    write("customer", breach.customer);
    write("contract", breach.contract);
    json.key("licences").number(breach.licences).key("remedies").begin_list();
    for (Remedy const& remedy : breach.remedies) {
        json.begin_object().key("kind").text(code(remedy.kind)).key("cost");
        write_cost(json, remedy.cost);
        write_steps(json, "steps", remedy.steps);
        json.end_object();
    }
    json.end_list().end_object();
}

void write_compliance(JsonWriter& json, Difference const& difference)
{
    auto const& [before, after] = difference.compliance;
    auto const ended = std::ranges::count_if(before, [&](Breach const& was) {
        return std::ranges::none_of(after, [&](Breach const& is) { return is.same_as(was); });
    });
    json.key("compliance").begin_object().key("breaches_before").number(std::ssize(before));
    json.key("breaches_after").number(std::ssize(after)).key("ended").number(ended).key("brought").begin_list();
    for (BroughtBreach const& breach : difference.brought) write_breach(json, breach);
    json.end_list().end_object();
}

void write_fees(JsonWriter& json, Ground const& ground, Fees const& fees)
{
    json.key("fees").begin_object().key("cents").number(fees.cents).key("complete").truth(fees.complete());
    write_steps(json, "missing", fees.missing);
    json.key("without_price").begin_list();
    for (ProgrammeId const id : fees.without_price) json.text(ground.catalogue[id].key);
    json.end_list().end_object();
}

} // namespace

Result<std::vector<Command>> commands_from_json(std::string_view text)
{
    auto const value = parse_json(text);
    if (!value) return std::unexpected(value.error());
    auto const* const list = value->as<JsonArray>();
    JsonPath const top { "commands" };
    if (list == nullptr) return std::unexpected(wrong_type(*value, top));
    std::vector<Command> commands;
    for (std::size_t at = 0; at < list->size(); ++at) {
        auto command = read_command((*list)[at], top.item(at));
        if (!command) return std::unexpected(std::move(command.error()));
        commands.push_back(std::move(*command));
    }
    return commands;
}

std::string to_json(Ground const& ground, std::size_t commands, Difference const& difference)
{
    JsonWriter json;
    json.begin_object().key("question").begin_object().key("kind").text("what_if");
    json.key("commands").number(static_cast<std::int64_t>(commands)).end_object();
    json.key("as_of").text(iso(ground.as_of));
    write_rooms(json, ground, difference);
    write_orders(json, difference);
    write_warranties(json, ground, difference);
    json.key("spares").begin_object();
    write_spares(json, "before", difference.spares_before);
    write_spares(json, "after", difference.spares_after);
    json.end_object();
    write_compliance(json, difference);
    write_fees(json, ground, difference.fees);
    json.end_object();
    return json.take();
}

void write_cost(JsonWriter& json, Cost const& cost)
{
    json.begin_object();
    if (cost.cents) json.key("cents").number(*cost.cents);
    write_steps(json, "missing", cost.missing);
    json.end_object();
}

} // namespace keyrack::codec
