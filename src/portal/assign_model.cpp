#include "portal/assign_model.hpp"

#include "portal/cover_words.hpp"
#include "portal/orders_model.hpp"
#include "portal/rooms_model.hpp"

#include <algorithm>
#include <span>

namespace keyrack::portal {

namespace {

std::string order_title(Scene const& scene, OrderId id)
{
    auto const& order = scene.ledger().orders()[id];
    return joined({ scene.catalogue()[order.programme].name, order.key });
}

std::string order_second(Scene const& scene, OrderId id, OrderStatuses const& statuses)
{
    auto const& words = scene.words;
    auto const& order = scene.ledger().orders()[id];
    auto const& status = statuses[id.row()];
    auto const years = words.plural("assign.years", order.years);
    auto const term = is_term_open(status)
        ? words("assign.starts_at_the_latest", { { "date", words.short_date(status.term.from) } })
        : words("assign.until", { { "date", words.short_date(end_of(order, status)) } });
    return joined({ years, term });
}

LicenceCard licence_card(Scene const& scene, OrderId id, OrderStatuses const& statuses, OrderId chosen)
{
    auto const& words = scene.words;
    auto const& status = statuses[id.row()];
    return { .order = id,
        .title = order_title(scene, id),
        .second = order_second(scene, id, statuses),
        .free = status.free,
        .chosen = id == chosen,
        .blocked = status.free == 0 ? std::string { words("assign.none_free") } : std::string {} };
}

// Everything a card is made from, kept alive for as long as the cards are shown.
struct Cards
{
    Scene scene;
    std::shared_ptr<Cover const> cover;
    std::shared_ptr<Places const> places;
    std::shared_ptr<std::vector<RoomId> const> rooms;
    ChosenRooms const* chosen;
    OrderId order;

    RoomCard operator()(std::size_t index) const
    {
        auto const id = (*rooms)[index];
        auto const objection = order.exists() ? objection_to(scene, order, id, cover->day) : std::nullopt;
        return { .room = id,
            .name = scene.ledger().rooms()[id].name,
            .second = room_second(scene, *places, id),
            .cover = cover_chip(scene.words, cover->rooms[id.row()], cover->day),
            .chosen = chosen->contains(id),
            .blocked = objection ? scene.words.denial(*objection) : std::string {},
            .ways = objection ? "ways-to-assign:" + scene.ledger().rooms()[id].key : std::string {} };
    }
};

// So many licences at a time are tried within a frame.
std::vector<engine::Command> in_portions(engine::Assign const& command)
{
    constexpr std::size_t portion = 200;
    std::vector<engine::Command> commands;
    for (auto pairs = std::span { command.pairs }; !pairs.empty();) {
        auto const next = pairs.first(std::min(portion, pairs.size()));
        commands.push_back(engine::Assign { .pairs = { next.begin(), next.end() }, .from = command.from });
        pairs = pairs.subspan(next.size());
    }
    return commands;
}

// What is chosen, tried out.
void preview(Scene const& scene, OrderId order, Date from, std::vector<RoomId> const& rooms, AssignModel& model)
{
    auto const& words = scene.words;
    auto const command = assign_command(scene, order, rooms, from);
    if (!command) {
        auto const free = (*scene.views.orders(scene.session, from))[order.row()].free;
        model.refusal = words("assign.too_few",
            { { "order", scene.ledger().orders()[order].key }, { "free", words.number(free) },
                { "rooms", words.number(std::ssize(rooms)) } });
        return;
    }
    auto const tried = scene.views.preview_by_and_by(scene.session, from, in_portions(*command));
    if (!tried) {
        model.hint = words("what_if.working_out");
        return;
    }
    if (!*tried) {
        // Of the whole: its first portion may have fallen to a lesser objection.
        model.refusal = words.denial(scene.session.refusal_of(*command).value_or(tried->error().denial));
        if (rooms.size() <= most_pairs_with_ways) model.ways = "ways-to-assign:";
        return;
    }
    model.changes = change_lines(scene, order, **tried);
    model.warnings = change_warnings(scene, order, from, rooms, **tried);
    model.ready = true;
    model.can_try = !scene.session.trial() && !scene.route.known_at;
}

// What goes along with the pointer says what would be, or why it cannot be.
CarriedCard carried_card(Scene const& scene, Carried const& carried, Date from)
{
    auto const& words = scene.words;
    auto const title_of_room = [&] { return scene.ledger().rooms()[carried.room].name; };
    bool const licence = carried.what == Carries::licence;
    CarriedCard card { .carried = carried,
        .title = licence ? order_title(scene, carried.order) : title_of_room(),
        .second = std::string { words(licence ? "assign.carry_licence" : "assign.carry_room") } };
    if (!carried.is_over_something()) return card;
    card.title =
        words("assign.carry_onto", { { "order", order_title(scene, carried.order) }, { "room", title_of_room() } });
    auto const objection = objection_to(scene, carried.order, carried.room, from);
    card.fits = can_take(scene, carried.order, carried.room, from);
    card.tone = card.fits ? Tone::covered : Tone::missing;
    card.second = card.fits ? order_second(scene, carried.order, *scene.views.orders(scene.session, from))
        : objection         ? words.denial(*objection)
                            : std::string { words("assign.none_free") };
    return card;
}

// As it would be, were what is carried let go where it is.
struct AsIf
{
    OrderId order;
    std::vector<RoomId> rooms;
};

AsIf as_if(Scene const& scene, ChosenRooms const& chosen, OrderId order, std::optional<CarriedCard> const& card)
{
    if (!card) return { order, standing_rooms(scene, chosen) };
    auto const& carried = card->carried;
    auto const taken = carried.order.exists() ? carried.order : order;
    if (!card->fits) return { taken, standing_rooms(scene, chosen) };
    auto with = chosen;
    with.insert(carried.room);
    return { taken, standing_rooms(scene, with) };
}

void say_if_empty(
    Scene const& scene, std::int64_t free, std::int64_t uncovered, ChosenRooms const& chosen, AssignModel& model)
{
    auto const& words = scene.words;
    auto const say = [&](NothingToAssign why, std::string_view text) {
        model.nothing = why;
        model.empty_text = words(text);
        model.empty_second = words(std::string { text } + "_second");
    };
    if (scene.views.places(scene.session, scene.day())->by_name().empty())
        return say(NothingToAssign::no_rooms, "assign.no_rooms");
    if (uncovered == 0 && chosen.empty()) return say(NothingToAssign::all_covered, "assign.all_covered");
    if (free == 0) return say(NothingToAssign::no_licences, "assign.no_licences");
}

} // namespace

AssignModel assign_model(
    Scene const& scene, AssignRoute const& route, ChosenRooms const& chosen, std::optional<Carried> const& carried)
{
    auto const& words = scene.words;
    auto const from = assign_from(scene, route);
    auto const offered = orders_to_assign(scene, from);
    AssignModel model;
    if (carried) model.carried = carried_card(scene, *carried, from);
    auto const [order, rooms] = as_if(scene, chosen, chosen_order(scene, route, offered), model.carried);
    auto const statuses = scene.views.orders(scene.session, from);
    auto const cover = scene.views.cover(scene.session, from);
    auto const shown = rooms_to_assign(scene, route, chosen);
    std::int64_t free = 0;

    for (auto const id : offered) {
        model.licences.push_back(licence_card(scene, id, *statuses, order));
        free += (*statuses)[id.row()].free;
    }
    if (cover->total > 0)
        model.second = words("assign.second",
            { { "licences", words.plural("assign.free_licences", free) },
                { "rooms", words.plural("assign.rooms_without", cover->not_covered()) } });
    model.query = route.query;
    model.room_count = shown->size();
    model.room = Cards { scene, cover, scene.views.places(scene.session, from), shown, &chosen, order };
    model.chosen = rooms.size();
    model.chosen_text = words("assign.chosen",
        { { "chosen", words.number(std::ssize(rooms)) }, { "rooms", words.number(std::ssize(*shown)) } });
    model.from = iso(from);
    model.from_text = words.short_date(from);
    model.action =
        rooms.empty() ? std::string { words("assign.action_none") } : words.plural("assign.action", std::ssize(rooms));
    if (rooms.empty())
        model.hint = words("assign.choose_rooms");
    else if (order.exists())
        preview(scene, order, from, rooms, model);
    say_if_empty(scene, free, cover->not_covered(), chosen, model);
    return model;
}

} // namespace keyrack::portal
