#include "codec/ticket_json.hpp"

#include "codec/clock_json.hpp"
#include "codec/json_writer.hpp"
#include "codec/read_file.hpp"
#include "codec/ticket_fields.hpp"
#include "engine/ticket_words.hpp"

#include <algorithm>

namespace keyrack::codec {

namespace {

using namespace engine;

void write_class(JsonWriter& json, Classification const& found)
{
    json.key("class").begin_object().key("is").text(word(found.account_class)).key("why").text(word(found.why));
    json.key("threshold");
    found.threshold ? json.number(*found.threshold) : json.null();
    json.end_object();
}

void write_severity(JsonWriter& json, SeverityVerdict const& verdict)
{
    json.key("severity").begin_object().key("path").text(word(verdict.path)).key("severity").number(verdict.severity);
    json.key("priority_customer").truth(verdict.priority_customer);
    json.key("matched_by").text(word(verdict.match.by)).key("account");
    verdict.match.subscription ? json.text(verdict.match.subscription->account) : json.null();
    json.key("write_email").text(verdict.write_email);
    write_words(json, "missing", verdict.missing);
    json.key("rated_by").text(verdict.excluded ? verdict.excluded->rated_by : "").end_object();
}

void write_large_user(
    JsonWriter& json, LargeUserCase const& given, Ticket const& ticket, catalogue::Support const& support)
{
    auto const found = classify(support, given.thresholds, given.region, given.user_licences);
    json.key("large_user").begin_object();
    write_class(json, found);
    write_severity(json, severity_of(support, given.form, given.subscriptions, found.account_class, ticket.severity));
    write_routes(json, routes_for(support, given.data_centre, given.region, given.access));
    json.end_object();
}

// What the step changes has to be there, and what it leaves alone must not.
bool says_what_it_changes(EventRow const& row)
{
    return row.step != TicketStep::write_email && row.severity.has_value() == (row.step == TicketStep::change_severity)
        && row.tier.has_value() == (row.step == TicketStep::change_tier)
        && row.place.has_value() == (row.step == TicketStep::change_place)
        && (row.step == TicketStep::note ? says_something(row.note) : row.note.empty());
}

Result<TicketEvent> event_of(EventRow const& row, Instant before, std::string const& where)
{
    if (row.at < before) {
        return failure("bad_date", where + ".at", iso(row.at));
    }
    if (!says_what_it_changes(row)) {
        return failure("missing_field", where, std::string { word(row.step) });
    }
    if (row.severity && *row.severity < 1) {
        return failure("bad_number", where + ".severity", std::to_string(*row.severity));
    }
    return TicketEvent { row.at, row.step, row.severity.value_or(0), row.tier.value_or(catalogue::Tier::none),
        row.place.value_or(TicketPlace {}), row.note };
}

Result<Ticket> ticket_of(TicketRow const& row)
{
    if (row.severity < 1) {
        return failure("bad_number", "ticket.severity", std::to_string(row.severity));
    }
    Ticket ticket { row.key, row.desk, row.opened_at, row.severity, row.tier.value_or(catalogue::Tier::none),
        row.place.value_or(TicketPlace {}), {} };
    auto before = row.opened_at;
    for (auto const& each : row.events) {
        auto event = event_of(each, before, "ticket.events[" + std::to_string(ticket.events.size()) + "]");
        if (!event) {
            return std::unexpected(std::move(event.error()));
        }
        before = event->at;
        ticket.events.push_back(std::move(*event));
    }
    return ticket;
}

} // namespace

Result<void> read_prose(JsonValue const* found, JsonPath const& path, std::string& into)
{
    if (!found) {
        return std::unexpected(missing_field(path));
    }
    auto const* text = found->as<std::string>();
    if (!text) {
        return std::unexpected(wrong_type(*found, path));
    }
    if (text->size() > engine::longest_prose) {
        return failure("bad_text", path.text(), std::string { code(TextFault::too_long) });
    }
    into = *text;
    return {};
}

Result<std::string> ticket_answer(std::string_view ticket_file, catalogue::Support const& support, Instant as_of)
{
    auto const file = read_file<TicketFile>(ticket_file);
    if (!file) {
        return std::unexpected(file.error());
    }
    auto const ticket = ticket_of(file->ticket);
    if (!ticket) {
        return std::unexpected(ticket.error());
    }
    auto const terms = shipped_terms(support);
    JsonWriter json;
    json.begin_object().key("ticket").text(ticket->key).key("as_of").text(iso(as_of));
    json.key("duty_to_inform").text(word(duty_to_inform(*ticket, terms, as_of)));
    json.key("clocks").begin_list();
    for (auto const& clock : clocks_of(*ticket, terms, as_of)) {
        write_clock(json, clock, as_of);
    }
    json.end_list();
    if (file->large_user) {
        write_large_user(json, *file->large_user, *ticket, support);
    }
    json.end_object();
    return json.take();
}

} // namespace keyrack::codec
