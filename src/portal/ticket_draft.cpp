// What the fields of a new ticket come to.
#include "portal/support_screen.hpp"

#include "engine/ticket_words.hpp"

#include <algorithm>
#include <charconv>

namespace keyrack::portal {

namespace {

template <class Code>
std::optional<Code> coded(std::initializer_list<Code> all, std::string_view text)
{
    for (auto const each : all)
        if (engine::code(each) == text) return each;
    return {};
}

std::int32_t number_in(std::string_view text)
{
    std::int32_t number = 0;
    (void)std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// The next number that no ticket has: "TK-1001".
std::string next_key(engine::Ledger const& ledger)
{
    for (auto number = 1001 + ledger.tickets().size();; ++number) {
        auto key = "TK-" + std::to_string(number);
        if (!ledger.ticket(key).exists()) return key;
    }
}

engine::TicketSubject subject_of(Scene const& scene, SupportRoute const& route)
{
    using engine::RoomState;
    auto const state = written(scene, route, "state");
    auto const all = { RoomState::unknown, RoomState::online, RoomState::needs_attention, RoomState::offline };
    return { .room = written(scene, route, "room"),
        .room_state = coded(all, state).value_or(RoomState::unknown),
        .device = written(scene, route, "device"),
        .org = {},
        .product_line = {} };
}

engine::PartnerCase partner_of(Scene const& scene, SupportRoute const& route)
{
    auto const field = [&](std::string_view name) { return written(scene, route, name); };
    engine::PartnerCase partner { .region = field("partner_region"),
        .data_centre = field("data_centre"),
        .access = field("access") == "withheld" ? engine::PartnerAccess::withheld : engine::PartnerAccess::granted,
        .channel = {},
        .form = { field("service"), field("organisation_id"), field("subject"), field("description"),
            field("primary_email"), field("customer_email"), field("zuid"), field("zoid") } };
    auto const routes =
        engine::routes_for(scene.catalogue().support(), partner.data_centre, partner.region, partner.access);
    using catalogue::RouteKind;
    auto const all = { RouteKind::partner_help_centre, RouteKind::help_centre, RouteKind::email };
    // Unless another is chosen, the preferred one (R132).
    auto const preferred = routes.empty() ? RouteKind::email : routes.front()->kind;
    partner.channel = coded(all, field("channel")).value_or(preferred);
    bool const open = std::ranges::any_of(routes, [&](auto const* each) { return each->kind == partner.channel; });
    if (!open) partner.channel = preferred;
    return partner;
}

void add_success(Scene const& scene, SupportRoute const& route, engine::OpenTicket& open)
{
    using catalogue::Tier;
    auto const field = [&](std::string_view name) { return written(scene, route, name); };
    open.severity = std::max(1, number_in(field("severity")));
    open.place = engine::TicketPlace { field("region"), field("country"), {} };
    auto const org = field("org");
    if (!org.empty()) {
        open.about = engine::TicketSubject {
            .room = {}, .room_state = {}, .device = {}, .org = org, .product_line = field("product_line")
        };
        return;
    }
    open.tier = coded({ Tier::select, Tier::priority, Tier::priority_plus }, field("tier"));
}

// Where the room stands: whose local time its moments are told in.
std::optional<engine::TicketPlace> place_of(engine::Ledger const& ledger, std::string_view room)
{
    auto const id = ledger.room(room);
    if (!id.exists() || !ledger.rooms()[id].country.known()) return {};
    auto const& letters = ledger.rooms()[id].country.letters;
    return engine::TicketPlace { {}, { letters.begin(), letters.end() }, {} };
}

} // namespace

std::optional<catalogue::Desk> desk_of(SupportRoute const& route)
{
    using catalogue::Desk;
    if (!route.ticket.empty()) return {};
    return coded({ Desk::rooms, Desk::large_user, Desk::customer_success }, route.desk);
}

std::string form_name(SupportRoute const& route)
{
    if (!route.ticket.empty()) return "note." + route.ticket;
    std::string name = "ticket";
    for (auto const& [field, value] : route.fill) name += '\n' + field + '=' + value;
    return name;
}

std::string written(Scene const& scene, SupportRoute const& route, std::string_view field)
{
    auto const found = std::ranges::find(route.fill, field, [](auto const& each) -> auto& { return each.first; });
    auto usual = found == route.fill.end() ? std::string {} : found->second;
    return scene.form ? scene.form->value(form_name(route), field, std::move(usual)) : usual;
}

engine::OpenTicket ticket_of(Scene const& scene, SupportRoute const& route)
{
    engine::OpenTicket open;
    open.ticket = next_key(scene.ledger());
    open.desk = desk_of(route).value_or(catalogue::Desk::rooms);
    open.at = scene.moment();
    switch (open.desk) {
    case catalogue::Desk::rooms:
        open.about = subject_of(scene, route);
        open.place = place_of(scene.ledger(), open.about->room);
        break;
    case catalogue::Desk::large_user:
        // The ordinary one, below "S1 – Critical": what it is otherwise the documents do not say.
        open.severity = 2;
        open.partner = partner_of(scene, route);
        break;
    case catalogue::Desk::customer_success: add_success(scene, route, open); break;
    }
    if (!open.partner) open.description = written(scene, route, "description");
    return open;
}

std::vector<RoomId> found_rooms(Scene const& scene, std::string_view text, std::size_t most)
{
    RoomsRoute route;
    route.query = text;
    auto const rows = scene.views.rooms(scene.session, scene.day(), route);
    std::vector<RoomId> rooms;
    for (auto const row : *rows) {
        if (rooms.size() == most) break;
        rooms.push_back(RoomId::of_row(row));
    }
    return rooms;
}

} // namespace keyrack::portal
