#include "codec/ticket_answers_json.hpp"

#include "codec/clock_json.hpp"
#include "codec/command_json.hpp"
#include "codec/proof_json.hpp"
#include "codec/words.hpp"
#include "codec/write_fields.hpp"

namespace keyrack::codec {

namespace {

using namespace engine;

std::string_view yes_or_no(Holds holds)
{
    return holds == Holds::yes ? "yes" : "no";
}

void begin(JsonWriter& json, std::string_view kind, std::string_view about, std::string_view key)
{
    json.begin_object().key("question").begin_object().key("kind").text(kind);
    if (!about.empty()) {
        json.key(about).text(key);
    }
}

void write_ends(JsonWriter& json, Ground const& ground, std::vector<Proof> const& proof,
    std::vector<Command> const& steps, std::vector<Cure> const& cures)
{
    json.key("proof");
    write_proofs(json, ground.ledger, ground.catalogue, proof);
    json.key("steps").begin_list();
    for (auto const& step : steps) {
        json.json(to_json(step));
    }
    json.end_list().key("cures");
    write_cures(json, ground.ledger, cures);
    json.end_object();
}

void write_attached(JsonWriter& json, Ledger const& ledger, Attached const& attached)
{
    json.key("attached").begin_object();
    if (attached.room.exists()) {
        auto const& room = ledger.rooms()[attached.room];
        json.key("room").begin_object().key("key").text(room.key).key("name").text(room.name);
        json.key("site").text(ledger.sites()[room.site]).key("country");
        json.text(room.country.known() ? std::string_view { room.country.letters.data(), 2 } : std::string_view {});
        json.key("state").text(word(attached.room_state)).end_object();
    }
    json.key("devices").begin_list();
    for (auto const id : attached.devices) {
        auto const& device = ledger.devices()[id];
        json.begin_object().key("serial").text(device.serial).key("model").text(ledger.models()[device.model]);
        json.key("purchased_on").text(iso(device.purchased_on)).end_object();
    }
    json.end_list().end_object();
}

void write_state(JsonWriter& json, TicketNow const& now)
{
    json.key("state").text(now.resolved ? "resolved" : now.paused ? "paused" : "open");
    json.key("entitled").truth(now.entitled);
    json.key("severity").number(now.severity).key("tier").text(word(now.tier)).key("place");
    write(json, now.place);
}

void write_events(JsonWriter& json, std::vector<TicketEvent> const& events)
{
    json.key("events").begin_list();
    for (auto const& event : events) {
        json.begin_object().key("at").text(iso(event.at)).key("step").text(word(event.step));
        if (event.step == TicketStep::change_severity) {
            json.key("severity").number(event.severity);
        }
        if (event.step == TicketStep::change_tier) {
            json.key("tier").text(word(event.tier));
        }
        if (event.step == TicketStep::change_place) {
            json.key("place");
            write(json, event.place);
        }
        if (event.step == TicketStep::note) {
            json.key("note").text(event.note);
        }
        json.end_object();
    }
    json.end_list();
}

void write_number(JsonWriter& json, std::string_view key, std::optional<std::int64_t> number)
{
    json.key(key);
    number ? json.number(*number) : json.null();
}

// R112–R143: what the partner handed in, how it came to its severity, and the ways in.
void write_partner(JsonWriter& json, SupportTicket const& ticket, TicketAnswer const& answer)
{
    json.key("partner").begin_object().key("region").text(ticket.partner_region);
    json.key("data_centre").text(ticket.data_centre).key("channel").text(word(ticket.channel));
    json.key("service").text(ticket.service).key("subject").text(ticket.subject);
    json.key("primary_email").text(answer.primary_email);
    json.key("path").text(word(answer.basis.path)).key("matched_by").text(word(answer.basis.matched_by));
    json.key("account").text(answer.basis.account);
    write_number(json, "user_licences", answer.basis.user_licences);
    write_number(json, "threshold", answer.basis.threshold);
    bool const priority = answer.basis.path == SeverityPath::automatic || answer.basis.path == SeverityPath::manual;
    json.key("priority_customer").truth(priority).key("drafts").begin_list();
    for (auto const& draft : answer.drafts) {
        json.begin_object().key("language").text(draft.language).key("subject").text(draft.subject);
        json.key("body").text(draft.body).end_object();
    }
    json.end_list();
    write_words(json, "missing", answer.missing);
    json.key("duty_to_inform").text(word(answer.duty));
    write_routes(json, answer.routes);
    json.end_object();
}

} // namespace

std::string json_of(Ground const& ground, TicketAnswer const& answer)
{
    auto const& ticket = ground.ledger.tickets()[answer.ticket];
    JsonWriter json;
    begin(json, "ticket", "ticket", ticket.key);
    json.end_object().key("as_of").text(iso(answer.at)).key("desk").text(word(ticket.desk));
    json.key("opened_at").text(iso(ticket.opened_at)).key("description").text(ticket.description);
    write_state(json, answer.now);
    write_events(json, answer.events);
    if (ticket.desk == catalogue::Desk::large_user) {
        write_partner(json, ticket, answer);
    }
    write_attached(json, ground.ledger, answer.attached);
    json.key("clocks").begin_list();
    for (auto const& clock : answer.clocks) {
        write_clock(json, clock, answer.at);
    }
    json.end_list();
    write_ends(json, ground, answer.proof, answer.steps, answer.cures);
    return json.take();
}

std::string json_of(Ground const& ground, ClocksAnswer const& answer)
{
    JsonWriter json;
    begin(json, "clocks", {}, {});
    json.end_object().key("as_of").text(iso(answer.at)).key("clocks").begin_list();
    for (auto const& clock : answer.clocks) {
        json.begin_object().key("ticket").text(ground.ledger.tickets()[clock.ticket].key);
        json.key("measure").text(word(clock.measure)).key("severity").number(clock.severity);
        json.key("running").text(word(clock.running)).key("standing").text(word(clock.standing));
        json.key("in_time").truth(clock.in_time == Holds::yes);
        write_moment(json, "warn_at", clock.warn_at);
        write_moment(json, "limit_at", clock.breach_at);
        json.end_object();
    }
    json.end_list().key("proof");
    write_proofs(json, ground.ledger, ground.catalogue, answer.proof);
    json.end_object();
    return json.take();
}

std::string json_of(Ground const& ground, HelpAnswer const& answer)
{
    JsonWriter json;
    begin(json, "help", "room", ground.ledger.rooms()[answer.room].key);
    json.key("state").text(word(answer.attached.room_state)).end_object().key("as_of").text(iso(ground.as_of));
    json.key("answer").text(yes_or_no(answer.verdict.answer));
    write_attached(json, ground.ledger, answer.attached);
    write_ends(json, ground, answer.verdict.proof, answer.steps, answer.verdict.cures);
    return json.take();
}

std::string json_of(Ground const& ground, ReplacementAnswer const& answer)
{
    JsonWriter json;
    begin(json, "replacement", "device", ground.ledger.devices()[answer.device].serial);
    json.end_object().key("as_of").text(iso(ground.as_of));
    if (answer.room.exists()) {
        json.key("room").text(ground.ledger.rooms()[answer.room].key);
    }
    json.key("next_business_day").text(yes_or_no(answer.next_business_day));
    if (answer.arrives) {
        json.key("arrives").text(iso(*answer.arrives));
    }
    json.key("from_spares").text(yes_or_no(answer.from_spares));
    write_ends(json, ground, answer.proof, {}, answer.cures);
    return json.take();
}

} // namespace keyrack::codec
