#include "portal/what_if_model.hpp"

#include "engine/compliance.hpp"
#include "portal/compliance_model.hpp"
#include "portal/journal_words.hpp"
#include "portal/orders_model.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

constexpr std::size_t most_lines = 12; // of a group; the others are counted

// Against what the fork is held: the tenant as it is recorded.
struct Compared
{
    Scene const& scene;
    engine::Difference const& difference;
    [[nodiscard]] engine::Ledger const& recorded() const { return scene.session.recorded_ledger(); }
    [[nodiscard]] Words const& words() const { return scene.words; }
};

std::string signed_number(Words const& words, std::int64_t number)
{
    if (number == 0) return std::string { words("what_if.unchanged") };
    return (number > 0 ? "+" : "−") + words.number(number > 0 ? number : -number);
}

WhatIfFigure figure(Words const& words, std::string_view label, std::int64_t before, std::int64_t after)
{
    auto const tone = after > before ? Tone::covered : after < before ? Tone::missing : Tone::neutral;
    return { std::string { words(label) }, words.number(before), words.number(after),
        signed_number(words, after - before), tone };
}

WhatIfFigure fees_figure(Compared const& at)
{
    auto const& fees = at.difference.fees;
    auto const& words = at.words();
    auto const sum = money_text(words, fees.cents);
    if (fees.complete())
        return { std::string { words("what_if.fees") }, {}, sum, std::string { words("what_if.fees_complete") },
            Tone::neutral };
    return { std::string { words("what_if.fees") }, {},
        fees.cents > 0 ? sum : std::string { words("what_if.fees_unknown") },
        std::string { words(fees.cents > 0 ? "what_if.fees_missing" : "what_if.no_price") }, Tone::ending };
}

// Only where what is tried cures or brings one.
void add_breaches_figure(Compared const& at, std::vector<WhatIfFigure>& figures)
{
    auto const& words = at.words();
    auto const day = at.scene.day();
    auto const before = std::ssize(*at.scene.views.recorded_breaches(at.scene.session, day));
    auto const after = std::ssize(*at.scene.views.breaches(at.scene.session, day));
    if (before == after) return;
    figures.push_back({ std::string { words("what_if.breaches_open") }, words.number(before), words.number(after),
        signed_number(words, after - before), after < before ? Tone::covered : Tone::missing });
}

std::vector<WhatIfFigure> figures_of(Compared const& at)
{
    auto const& words = at.words();
    auto const& difference = at.difference;
    std::vector<WhatIfFigure> figures {
        figure(words, "what_if.covered", difference.covered_before, difference.covered_after),
        figure(words, "what_if.spares", difference.spares_before.earned, difference.spares_after.earned),
    };
    add_breaches_figure(at, figures);
    if (difference.warranties_extended > 0 || difference.warranties_cut > 0)
        figures.push_back({ std::string { words("what_if.warranties") }, {},
            words.plural("what_if.longer", difference.warranties_extended),
            difference.warranties_cut > 0 ? words.plural("what_if.shorter", difference.warranties_cut)
                                          : std::string { words("what_if.none_shorter") },
            difference.warranties_cut > 0 ? Tone::ending : Tone::neutral });
    figures.push_back(fees_figure(at));
    return figures;
}

// A line a room, in the order in which the engine tells them.
WhatIfGroup room_group(Compared const& at, std::string_view title, Tone tone, auto const& wanted, auto const& second)
{
    WhatIfGroup group { .title = {}, .tone = tone, .lines = {}, .more = {} };
    std::int64_t count = 0;
    for (auto const& change : at.difference.rooms) {
        if (!wanted(change)) continue;
        if (++count > static_cast<std::int64_t>(most_lines)) continue;
        auto const& room = at.recorded().rooms()[change.room];
        group.lines.push_back({ .key = room.key,
            .subject = Subject::room,
            .tone = tone,
            .text = room.name,
            .second = second(change),
            .open = at.scene.link(RoomsRoute { .room = room.key }) });
    }
    group.title = at.words().plural(title, count);
    if (count > static_cast<std::int64_t>(most_lines))
        group.more = at.words().plural("what_if.more", count - static_cast<std::int64_t>(most_lines));
    return group;
}

std::string room_until_text(Words const& words, Date until)
{
    return words("what_if.room_until", { { "date", words.short_date(until) } });
}

void add_rooms(Compared const& at, std::vector<WhatIfGroup>& groups)
{
    auto const& words = at.words();
    using Change = engine::RoomChange;
    auto const gained = [&](Change const& change) { return room_until_text(words, change.until_after); };
    auto const lost = [&](Change const& change) {
        return words("what_if.room_was_until", { { "date", words.short_date(change.until_before) } });
    };
    auto const moved = [&](Change const& change) {
        return words("what_if.from_to",
            { { "before", words.short_date(change.until_before) }, { "after", words.short_date(change.until_after) } });
    };
    groups.push_back(
        room_group(at, "what_if.gained", Tone::covered, [](Change const& c) { return c.gained(); }, gained));
    groups.push_back(room_group(at, "what_if.lost", Tone::missing, [](Change const& c) { return c.lost(); }, lost));
    groups.push_back(room_group(
        at, "what_if.moved", Tone::planned, [](Change const& c) { return !c.gained() && !c.lost(); }, moved));
}

// What else a room loses, though another programme covers it: features are a programme's (R102, R110).
void add_programmes(Compared const& at, std::vector<WhatIfGroup>& groups)
{
    auto const& words = at.words();
    WhatIfGroup group { .title = {}, .tone = Tone::ending, .lines = {}, .more = {} };
    std::int64_t count = 0;
    for (auto const& change : at.difference.programmes) {
        auto const of_room = std::ranges::lower_bound(at.difference.rooms, change.room, {}, &engine::RoomChange::room);
        bool const is_told = of_room != at.difference.rooms.end() && of_room->room == change.room;
        bool const loses_all = is_told && of_room->lost();
        if (change.until_after != always || loses_all) continue;
        if (++count > static_cast<std::int64_t>(most_lines)) continue;
        auto const& room = at.recorded().rooms()[change.room];
        auto const& name = at.scene.catalogue()[change.programme].name;
        group.lines.push_back({ .key = room.key + "-" + at.scene.catalogue()[change.programme].key,
            .subject = Subject::room,
            .tone = Tone::ending,
            .text = room.name,
            .second = words("what_if.programme_was_until",
                { { "programme", name }, { "date", words.short_date(change.until_before) } }),
            .open = at.scene.link(RoomsRoute { .room = room.key }) });
    }
    group.title = words.plural("what_if.programmes_lost", count);
    if (count > static_cast<std::int64_t>(most_lines))
        group.more = words.plural("what_if.more", count - static_cast<std::int64_t>(most_lines));
    groups.push_back(std::move(group));
}

void add_new_rooms(Compared const& at, std::vector<WhatIfGroup>& groups)
{
    auto const& words = at.words();
    WhatIfGroup group { .title = words.plural("what_if.new_rooms", std::ssize(at.difference.new_rooms)),
        .tone = Tone::planned,
        .lines = {},
        .more = {} };
    for (auto const& room : at.difference.new_rooms) {
        auto const id = at.scene.ledger().room(room.key);
        bool const covered = room.until != always;
        group.lines.push_back({ .key = room.key,
            .subject = Subject::room,
            .tone = covered ? Tone::covered : Tone::missing,
            .text = id.exists() ? at.scene.ledger().rooms()[id].name : room.key,
            .second =
                covered ? room_until_text(words, room.until) : std::string { words("what_if.room_not_covered") } });
    }
    groups.push_back(std::move(group));
}

std::string order_second(Compared const& at, engine::OrderChange const& change)
{
    auto const& words = at.words();
    auto const span = [&] {
        auto const id = at.scene.ledger().order(change.key);
        auto const& order = at.scene.ledger().orders()[id];
        auto const status = engine::status_of(at.scene.ledger(), at.scene.catalogue(), id, at.scene.day());
        return words("renewals.term",
            { { "from", start_text(at.scene, order, status) }, { "to", end_text(at.scene, order, status) } });
    };
    std::vector<std::string> parts;
    if (change.term_before != change.term_after)
        parts.push_back(change.term_after.empty() ? std::string { words("order.cancelled") } : span());
    if (change.free_before != change.free_after)
        parts.push_back(words("what_if.free",
            { { "before", words.number(change.free_before) }, { "after", words.number(change.free_after) } }));
    return joined(parts);
}

void add_orders(Compared const& at, std::vector<WhatIfGroup>& groups)
{
    WhatIfGroup fresh { .title = {}, .tone = Tone::planned, .lines = {}, .more = {} };
    auto changed = fresh;
    for (auto const& change : at.difference.orders) {
        auto& group = at.recorded().order(change.key).exists() ? changed : fresh;
        group.lines.push_back({ .key = change.key,
            .subject = Subject::order,
            .tone = Tone::planned,
            .text = change.key,
            .second = order_second(at, change),
            .open = at.scene.link(OrdersRoute { .order = change.key }) });
    }
    fresh.title = at.words().plural("what_if.new_orders", std::ssize(fresh.lines));
    changed.title = at.words().plural("what_if.orders", std::ssize(changed.lines));
    groups.push_back(std::move(fresh));
    groups.push_back(std::move(changed));
}

void add_breaches(Compared const& at, std::vector<WhatIfGroup>& groups)
{
    auto const& words = at.words();
    WhatIfGroup group { .title = words.plural("what_if.breaches", std::ssize(at.difference.brought)),
        .tone = Tone::missing,
        .lines = {},
        .more = {} };
    for (std::size_t place = 0; place < at.difference.brought.size(); ++place) {
        auto const& breach = at.difference.brought[place];
        group.lines.push_back({ .key = "breach-" + std::to_string(place),
            .subject = Subject::breach,
            .tone = Tone::missing,
            .text = joined({ breach.product_line, breach.org, breach.customer, breach.contract }),
            .second = words.plural("what_if.breach_licences", breach.licences),
            .open = at.scene.link(ComplianceRoute { .org = breach.org }) });
    }
    groups.push_back(std::move(group));
}

void tell(Compared const& at, WhatIfModel& model)
{
    model.figures = figures_of(at);
    add_rooms(at, model.groups);
    add_programmes(at, model.groups);
    add_new_rooms(at, model.groups);
    add_orders(at, model.groups);
    add_breaches(at, model.groups);
    std::erase_if(model.groups, [](WhatIfGroup const& group) { return group.lines.empty(); });
}

std::vector<ActionLine> kept_lines(Words const& words, std::vector<KeptStep> const& kept)
{
    std::vector<ActionLine> lines;
    for (auto const& step : kept) {
        bool const refused = !step.refusal.empty();
        lines.push_back({ .key = "kept-" + std::to_string(lines.size()),
            .subject = Subject::entry,
            .tone = refused ? Tone::missing : Tone::covered,
            .text = step.text,
            .second = refused ? step.refusal : std::string { words("what_if.recorded") } });
    }
    return lines;
}

std::vector<ActionLine> step_lines(Scene const& scene, std::vector<engine::Entry> const& entries)
{
    std::vector<ActionLine> lines;
    for (auto const& entry : entries) {
        auto const place = std::to_string(lines.size());
        lines.push_back({ .key = "step-" + place,
            .subject = Subject::entry,
            .tone = Tone::planned,
            .text = proposal_text(scene, entry.command),
            .second = {},
            .action = std::string { scene.words("what_if.leave_out") },
            .run = "leave:" + place });
    }
    return lines;
}

} // namespace

std::vector<engine::Command> tried_commands(Session const& session)
{
    std::vector<engine::Command> commands;
    if (auto const* const trial = session.trial())
        for (auto const& entry : trial->entries) commands.push_back(entry.command);
    return commands;
}

WhatIfBar what_if_bar(Scene const& scene)
{
    auto const count = std::ssize(scene.session.trial()->entries);
    bool const on_screen = std::holds_alternative<WhatIfRoute>(scene.route.screen);
    return { .text = count == 0 ? std::string { scene.words("what_if.bar_nothing") }
                                : scene.words.plural("what_if.bar", count),
        .fragment = on_screen ? std::string {} : scene.link(WhatIfRoute {}),
        .nothing_yet = count == 0 };
}

WhatIfModel what_if_model(Scene const& scene, std::vector<KeptStep> const& kept)
{
    auto const& words = scene.words;
    WhatIfModel model;
    model.kept = kept_lines(words, kept);
    auto const* const trial = scene.session.trial();
    model.trying = trial != nullptr;
    if (!trial) return model;
    model.steps = step_lines(scene, trial->entries);
    model.second = words("what_if.second", { { "date", words.date(scene.day()) } });
    if (trial->entries.empty()) return model;
    auto const difference = scene.views.difference(scene.session, scene.day(), tried_commands(scene.session));
    if (!difference)
        model.working = words("what_if.working_out");
    else if (*difference)
        tell({ scene, **difference }, model);
    else
        model.refusal = words.denial(difference->error().denial);
    return model;
}

} // namespace keyrack::portal
