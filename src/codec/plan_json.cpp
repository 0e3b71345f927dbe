#include "codec/plan_json.hpp"

#include "codec/command_json.hpp"
#include "codec/proof_json.hpp"

namespace keyrack::codec {

namespace {

using namespace engine;

std::string const& key_of(Ground const& ground, RoomId room)
{
    return ground.ledger.rooms()[room].key;
}

void write_worth(JsonWriter& json, std::string_view name, PlanWishes const& wishes, Worth const& worth)
{
    json.key(name).begin_object();
    for (std::size_t at = 0; at < wishes.by.size(); ++at) json.key(code(wishes.by[at])).number(worth.counts[at]);
    json.end_object();
}

void write_rooms(JsonWriter& json, Ground const& ground, std::vector<RoomId> const& rooms)
{
    json.key("rooms").begin_list();
    for (RoomId const room : rooms) json.text(key_of(ground, room));
    json.end_list();
}

// Of what: the programme, and the account where there is one.
void write_line(JsonWriter& json, Ground const& ground, ProgrammeId programme, AccountId account)
{
    json.key("programme").text(ground.catalogue[programme].key);
    if (account.exists()) json.key("account").text(ground.ledger.accounts()[account].key);
}

void write_order_days(JsonWriter& json, Date from, Date by)
{
    json.key("order_from").text(iso(from)).key("order_by").text(iso(by));
}

void write_order(JsonWriter& json, Ground const& ground, ProposedOrder const& order)
{
    json.begin_object().key("years").number(order.years).key("term").begin_object().key("from");
    write_date(json, order.term.from);
    json.key("to");
    write_date(json, order.term.to);
    json.end_object();
    write_order_days(json, order.order_from, order.order_by);
    write_rooms(json, ground, order.rooms);
    json.key("clipped").number(order.clipped).key("lost_days").number(order.lost_days);
    write_steps(json, order.steps);
    json.end_object();
}

void write_left_out(JsonWriter& json, Ground const& ground, Plan const& plan)
{
    json.key("left_out").begin_list();
    for (auto const& [room, why] : plan.rooms)
        json.begin_object().key("room").text(key_of(ground, room)).key("why").text(code(why)).end_object();
    json.end_list().key("orders_left_out").begin_list();
    for (auto const& [order, starts] : plan.orders) {
        json.begin_object().key("order").text(ground.ledger.orders()[order].key);
        json.key("starts").text(iso(starts)).end_object();
    }
    json.end_list();
}

} // namespace

std::string plan_json(Ground const& ground, PlanWishes const& wishes, Plan const& plan)
{
    JsonWriter json;
    json.begin_object().key("question").begin_object().key("kind").text("plan").key("by").begin_list();
    for (Priority const each : wishes.by) json.text(code(each));
    json.end_list();
    if (wishes.programme.exists()) json.key("programme").text(ground.catalogue[wishes.programme].key);
    json.end_object().key("as_of").text(iso(ground.as_of)).key("found").text(code(plan.found));
    write_worth(json, "worth", wishes, plan.worth);
    write_worth(json, "bound", wishes, plan.bound);
    json.key("planned").begin_list();
    for (auto const& [room, licence, until] : plan.planned) {
        LicenceKey const key { ground.ledger.orders()[licence.order].key, licence.number };
        json.begin_object().key("room").text(key_of(ground, room)).key("licence").text(format(key));
        json.key("until");
        write_date(json, until);
        json.end_object();
    }
    json.end_list();
    write_left_out(json, ground, plan);
    write_steps(json, plan.steps);
    json.end_object();
    return json.take();
}

std::string forecast_json(Ground const& ground, Forecast const& forecast)
{
    JsonWriter json;
    json.begin_object().key("question").begin_object().key("kind").text("forecast").key("until");
    json.text(iso(forecast.days.to)).end_object().key("as_of").text(iso(ground.as_of)).key("endings").begin_list();
    for (Ending const& ending : forecast.endings) {
        json.begin_object().key("on").text(iso(ending.on));
        write_line(json, ground, ending.programme, ending.account);
        write_order_days(json, ending.order_from, ending.order_by);
        write_rooms(json, ground, ending.rooms);
        json.end_object();
    }
    json.end_list().key("proposals").begin_list();
    for (Proposal const& proposal : forecast.proposals) {
        json.begin_object();
        write_line(json, ground, proposal.programme, proposal.account);
        json.key("spread_days").number(proposal.spread_days).key("spread_before").number(proposal.spread_before);
        json.key("orders").begin_list();
        for (ProposedOrder const& order : proposal.orders) write_order(json, ground, order);
        json.end_list().end_object();
    }
    json.end_list().end_object();
    return json.take();
}

} // namespace keyrack::codec
