#include "ui_screens/translated.hpp"

#include <utility>

namespace keyrack::ui::fixture {

namespace {

using namespace portal;
using portal::Tone; // the kit has its own

constexpr Date long_day { Days { 20'711 } }; // 15 September 2026: months are longest in September

std::string text(Words const& words, std::string_view key)
{
    return std::string { words(key) };
}

std::string date_text(Words const& words)
{
    return words.short_date(long_day);
}

Chip cover(Words const& words, Chip const& chip)
{
    switch (chip.tone) {
    case Tone::covered: return { chip.tone, text(words, "cover.covered") };
    case Tone::ending: return { chip.tone, words.plural("cover.ending", 67) };
    case Tone::missing: return { chip.tone, words.plural("cover.expired", 88) };
    case Tone::planned: return { chip.tone, text(words, "cover.planned") };
    case Tone::neutral: break;
    }
    return { chip.tone, text(words, "cover.never") };
}

Chip state(Words const& words, Chip const& chip)
{
    switch (chip.tone) {
    case Tone::covered: return { chip.tone, text(words, "orders.running") };
    case Tone::ending: return { chip.tone, words.plural("cover.ending", 67) };
    case Tone::missing: return { chip.tone, text(words, "orders.ended") };
    default: return { chip.tone, text(words, "orders.not_started") };
    }
}

void translate(ProofModel& proof, Words const& words)
{
    proof.question = words("proof.is_entitled",
        {
            { "room", "Training 1" },
            { "when", text(words, "proof.today") },
            { "feature", text(words, "feature.next_business_day_rma") }
    });
    proof.answer_text = text(words, proof.answer == Mark::yes ? "proof.yes" : "proof.no");
    proof.verdict = words("proof.verdict.feature.no_dated",
        {
            { "room", "Training 1" },
            { "feature", text(words, "feature.next_business_day_rma") },
            { "date", words.date(long_day) }
    });
    for (auto& cure : proof.cures) {
        cure.text = words("cure.define_in_sync_order_and_assign",
            {
                { "programme", "Sync Plus" }
        });
        cure.action = text(words, "cure.define_in_sync_and_assign_action");
    }
}

void translate(RoomDetail& room, Words const& words)
{
    room.second = "Hamburg · " + words.plural("rooms.devices", 4) + " · " + text(words, "rooms.important");
    room.cover = cover(words, room.cover);
    room.facts = {
        { text(words, "room.account"), "Northwind Deutschland GmbH" },
        { text(words, "room.sync"), text(words, "room.sync.no") },
        { text(words, "room.covered_until"), date_text(words) }
    };
    for (auto& feature : room.features) {
        feature.name = text(words, "feature.next_business_day_rma");
        feature.chip.text = text(words, "proof.no");
    }
    for (auto& device : room.devices) {
        device.warranty = words("warranty.ended_on",
            {
                { "date", date_text(words) }
        });
        device.chip.text = text(words, "warranty.clipped");
    }
    translate(room.proof, words);
}

void translate(RoomsModel& model, Words const& words)
{
    model.second = words.plural("rooms.count", 12'345) + " · "
        + words("rooms.covered",
            {
                { "count", words.number(9'876) }
    });
    constexpr std::string_view keys[] { "rooms.filter.not_covered", "rooms.filter.ending", "rooms.filter.important" };
    for (std::size_t i = 0; i < model.filters.size(); ++i) {
        model.filters[i].text = words(keys[i]);
    }
    model.line = [line = model.line, &words](std::size_t index) {
        auto made = line(index);
        made.cover = cover(words, made.cover);
        auto const planned = made.cover.tone == Tone::planned;
        made.until = planned ? words("cover.from",
                                   {
                                       { "date", date_text(words) }
        })
                             : date_text(words);
        made.second = made.site + " · " + words.plural("rooms.devices", 12);
        return made;
    };
    if (model.detail) {
        translate(*model.detail, words);
    }
}

void translate(OrdersModel& model, Words const& words)
{
    model.second = words.plural("orders.count", 5);
    model.figures[0].label = words("orders.figure.in_force");
    model.figures[0].second = words("orders.figure.assigned",
                                  {
                                      { "count", "62" }
    })
        + " · " + words("orders.figure.free_not_begun", { { "count", "58" }, { "waiting", "20" } });
    model.figures[1].label = words("orders.figure.spares");
    model.figures[1].second = words.plural("orders.figure.to_next_spare", 20);
    model.figures[1].why = words.plural("orders.why_spares", 1);
    model.figures[2].label = words("orders.figure.ending",
        {
            { "days", "90" }
    });
    model.figures[2].second = words.plural("orders.count", 1);
    for (auto& line : model.lines) {
        line.programme = words.plural("orders.programme_years", 3,
            {
                { "programme", "Sync Plus" }
        });
        line.licences = words("orders.used",
            {
                { "assigned", "22" },
                { "quantity", "40" }
        });
        bool const starts = line.state.tone == Tone::planned;
        auto const date = date_text(words);
        line.start = line.end = starts ? words("orders.at_the_latest",
                                             {
                                                 { "date", date }
        })
                                       : date;
        line.state = state(words, line.state);
        line.second = line.programme + " · " + words.plural("orders.licences", 40);
    }
    if (!model.detail) {
        return;
    }
    model.detail->second = model.lines[0].second;
    model.detail->state = state(words, model.detail->state);
    model.detail->facts = {
        { text(words, "order.account"),   "Northwind Deutschland GmbH" },
        { text(words, "order.purchased"), date_text(words)             }
    };
    model.detail->cancel_note = words("order.can_be_cancelled",
        {
            { "date", date_text(words) }
    });
    translate(model.detail->proof, words);
}

void translate(AssignModel& model, Words const& words)
{
    model.second = words("assign.second",
        {
            { "licences", words.plural("assign.free_licences", 38) },
            { "rooms",    words.plural("assign.rooms_without", 18) }
    });
    for (auto& licence : model.licences) {
        licence.second = words.plural("assign.years", 2) + " · "
            + words("assign.starts_at_the_latest",
                {
                    { "date", date_text(words) }
        });
    }
    model.room = [room = model.room, &words](std::size_t index) {
        auto made = room(index);
        made.cover = cover(words, made.cover);
        made.second = "Hamburg · " + words.plural("rooms.devices", 12);
        if (!made.blocked.empty()) {
            made.blocked = words("room.sync.no");
        }
        return made;
    };
    model.chosen_text = words("assign.chosen",
        {
            { "chosen", "4"  },
            { "rooms",  "18" }
    });
    model.from_text = date_text(words);
    constexpr std::string_view labels[] { "change.rooms_covered", "change.warranties", "change.warranties",
        "change.clipped", "change.spares" };
    for (std::size_t i = 0; i < model.changes.size(); ++i) {
        model.changes[i].label = words(labels[i]);
    }
    model.changes[3].value = words.plural("change.devices", 12);
    model.changes[4].value = words("change.unchanged",
        {
            { "value", "1" }
    });
    model.action = words.plural("assign.action", 400);
}

void translate(DataModel& model, Words const& words)
{
    model.storage = words("data.storage.until_cleared");
    model.facts = {
        { text(words, "data.entries"),     "12 345" },
        { text(words, "data.assignments"), "12 345" }
    };
}

// Those are drawn from the portal's own models, in its own words.
template <class Model>
void translate(Apart<Model>&, Words const&)
{ }

} // namespace

void translate(PortalModel& model, Words const& words)
{
    if (!model.session) {
        return;
    }
    auto& session = *model.session;
    constexpr std::string_view screens[] { "screen.rooms", "screen.orders", "screen.assign", "screen.data" };
    for (std::size_t i = 0; i < session.navigation.size(); ++i) {
        session.navigation[i].text = words(screens[i]);
    }
    session.tenant_second = words.plural("rooms.count", 12'345) + " · " + words.plural("session.sites", 4);
    session.as_of = words(session.as_of_today ? "session.today" : "session.as_of",
        {
            { "date", date_text(words) }
    });
    session.saved = words("session.saved");
    std::visit([&](auto& screen) { translate(screen, words); }, session.screen);
}

} // namespace keyrack::ui::fixture
