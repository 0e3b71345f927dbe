// The open room: its facts, what it is entitled to, the proof, its devices and its history.
#include "portal/rooms_model.hpp"

#include "codec/country_names.hpp"
#include "engine/country.hpp"
#include "engine/ticket_words.hpp"

#include "portal/cover_words.hpp"
#include "portal/journal_words.hpp"
#include "portal/proof_model.hpp"
#include "portal/room_features.hpp"
#include "portal/warranty_words.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

using FactLine = std::pair<std::string, std::string>;

void add_fact(std::vector<FactLine>& facts, Words const& words, std::string_view label, std::string value)
{
    if (!value.empty()) facts.emplace_back(words(label), std::move(value));
}

std::string licence_text(Scene const& scene, AssignmentId id)
{
    auto const& assignment = scene.ledger().assignments()[id];
    auto const& order = scene.ledger().orders()[assignment.order];
    auto const programme = scene.words.plural(
        "orders.programme_years", order.years, { { "programme", scene.catalogue()[order.programme].name } });
    return joined({ order.key + '/' + std::to_string(assignment.number), programme });
}

std::string_view until_label(CoverState state)
{
    if (state == CoverState::expired) return "room.covered_until";
    return state == CoverState::planned ? "room.until" : "room.covered_to";
}

std::vector<FactLine> facts_of(Scene const& scene, RoomId id, RoomCover const& cover)
{
    auto const& words = scene.words;
    auto const& ledger = scene.ledger();
    auto const& room = ledger.rooms()[id];
    std::vector<FactLine> facts;
    add_fact(facts, words, "room.country",
        room.country.known() ? codec::country_name(engine::written(room.country), tag(words.language()))
                             : std::string {});
    add_fact(
        facts, words, "room.account", room.account.exists() ? ledger.accounts()[room.account].name : std::string {});
    add_fact(facts, words, "room.sync",
        std::string { words(room.in_sync == engine::InSync::yes ? "room.sync.yes" : "room.sync.no") });
    if (cover.by.exists()) add_fact(facts, words, "room.licence", licence_text(scene, cover.by));
    add_fact(facts, words, until_label(cover.state), until_text(words, cover));
    add_fact(facts, words, "room.key", room.key == room.name ? std::string {} : room.key);
    return facts;
}

// D6, R88: the licence entitles the room, and the cap ends a device's warranty all the same. How many of them run.
struct RunningWarranties
{
    std::int64_t devices = 0, running = 0;
    std::optional<Date> first_end; // of those that run
};

RunningWarranties warranties_in(Scene const& scene, RoomId room, Places const& places)
{
    RunningWarranties found;
    for (auto const id : places.devices_in(room.row())) {
        ++found.devices;
        auto const end = engine::warranty_on(scene.ledger(), scene.catalogue(), id, scene.day()).warranty.end();
        if (!end || *end <= scene.day()) continue;
        ++found.running;
        found.first_end = std::min(found.first_end.value_or(*end), *end);
    }
    return found;
}

Chip warranties_chip(Words const& words, RunningWarranties const& found)
{
    auto const tone = found.running == found.devices ? Tone::covered : found.running > 0 ? Tone::ending : Tone::missing;
    return { tone, words.plural("room.warranties", found.devices, { { "running", words.number(found.running) } }) };
}

// "Runs for 1 of 2 devices, the first to end on 12 March 2027"
std::string warranties_text(Words const& words, RunningWarranties const& found)
{
    auto const key = found.first_end ? "room.warranties.text" : "room.warranties.none";
    auto const date = found.first_end ? words.date(*found.first_end) : std::string {};
    return words.plural(key, found.devices, { { "running", words.number(found.running) }, { "date", date } });
}

std::vector<FeatureLine> features_of(Scene const& scene, RoomId room, Cover const& cover, Places const& places)
{
    auto const warranties = warranties_in(scene, room, places);
    std::vector<FeatureLine> lines;
    for (auto const feature : room_features) {
        bool const has = engine::has_feature(scene.ledger(), scene.catalogue(), cover.columns, room, feature);
        auto const key = std::string { catalogue::code(feature) };
        lines.push_back({ .key = key,
            .name = feature_name(scene.words, key),
            .chip = {
                has ? Tone::covered : Tone::neutral, std::string { scene.words(has ? "proof.yes" : "proof.no") } } });
        bool const of_devices = has && feature == catalogue::Feature::warranty_extension && warranties.devices > 0;
        if (of_devices) lines.back().chip = warranties_chip(scene.words, warranties);
    }
    return lines;
}

std::vector<DeviceLine> devices_of(Scene const& scene, RoomId room, Places const& places)
{
    auto const& ledger = scene.ledger();
    std::vector<DeviceLine> lines;
    for (auto const id : places.devices_in(room.row())) {
        auto const& device = ledger.devices()[id];
        auto const warranty = engine::warranty_on(ledger, scene.catalogue(), id, scene.day()).warranty;
        lines.push_back({ .model = device.model.exists() ? ledger.models()[device.model] : std::string {},
            .serial = device.serial,
            .warranty = warranty_text(scene, warranty),
            .chip = warranty_chip(scene, warranty),
            .why = warranty_why(scene, device, warranty),
            .open = scene.link(DevicesRoute { .device = device.serial }) });
    }
    return lines;
}

// What happened to a room, each with the entry of the journal that recorded it.
struct Happening
{
    EntryId entry;
    std::string text;
};

std::string assignment_text(Scene const& scene, engine::Assignment const& row)
{
    auto const licence = scene.ledger().orders()[row.order].key + '/' + std::to_string(row.number);
    bool const open = row.days.to == never;
    auto const from = scene.words.short_date(row.days.from);
    if (row.standing == engine::Standing::withdrawn)
        return scene.words("history.withdrawn", { { "licence", licence }, { "from", from } });
    if (open) return scene.words("history.assigned", { { "licence", licence }, { "from", from } });
    return scene.words("history.assigned_to",
        { { "licence", licence }, { "from", from }, { "to", scene.words.short_date(row.days.to) } });
}

std::string device_text(Scene const& scene, std::string_view key, engine::Device const& device, Period days)
{
    auto const& models = scene.ledger().models();
    auto const name = device.model.exists() ? models[device.model] + ' ' + device.serial : device.serial;
    return scene.words(key,
        { { "device", name }, { "from", scene.words.short_date(days.from) },
            { "date", scene.words.short_date(days.to) } });
}

// When it came and when it left. One that stood here from the beginning came with the entry that recorded it.
void add_stay(Scene const& scene, engine::Stay const& stay, std::vector<Happening>& happenings)
{
    auto const& device = scene.ledger().devices()[stay.device];
    bool const from_the_beginning = stay.days.from == always;
    if (from_the_beginning)
        happenings.push_back({ device.entry, device_text(scene, "history.device_was", device, stay.days) });
    auto const key = from_the_beginning ? "history.device_left" : "history.device_stood";
    happenings.push_back({ stay.entry, device_text(scene, key, device, stay.days) });
}

void add_devices(Scene const& scene, RoomId room, std::vector<Happening>& happenings)
{
    auto const& ledger = scene.ledger();
    for (auto const id : ledger.devices_in(room)) {
        auto const& device = ledger.devices()[id];
        if (device.standing != engine::Standing::valid) continue;
        auto const entry = device.changed.exists() ? device.changed : device.entry;
        auto const since = device.in_room_since;
        auto const key = since == always ? "history.device" : "history.device_since";
        happenings.push_back({ entry, device_text(scene, key, device, { since, since }) });
    }
    for (auto const& stay : ledger.stays().rows())
        if (stay.room == room && stay.standing == engine::Standing::valid) add_stay(scene, stay, happenings);
}

// Newest first.
std::vector<HistoryLine> history_of(Scene const& scene, RoomId room)
{
    auto const& row = scene.ledger().rooms()[room];
    std::vector<Happening> happenings { { row.entry, std::string { scene.words("history.room") } } };
    if (row.changed.exists()) {
        auto const key = row.in_sync == engine::InSync::yes ? "history.in_sync" : "history.not_in_sync";
        happenings.push_back({ row.changed, std::string { scene.words(key) } });
    }
    for (auto const id : scene.ledger().assignments_of(room)) {
        auto const& assignment = scene.ledger().assignments()[id];
        auto const entry = assignment.changed.exists() ? assignment.changed : assignment.entry;
        happenings.push_back({ entry, assignment_text(scene, assignment) });
    }
    add_devices(scene, room, happenings);
    std::ranges::stable_sort(happenings, std::greater {}, &Happening::entry);
    std::vector<HistoryLine> lines;
    for (auto& each : happenings) lines.push_back({ std::move(each.text), entry_second(scene, each.entry) });
    return lines;
}

// A ticket about the room, with what Sync reported of it last.
SupportRoute help_about(engine::Ledger const& ledger, RoomId room)
{
    SupportRoute route { .desk = "rooms", .fill = { { "room", ledger.rooms()[room].key } } };
    auto const sync = ledger.sync_room_of(room);
    if (!sync.exists() || ledger.sync_rooms()[sync].state == engine::RoomState::unknown) return route;
    route.fill.emplace_back("state", engine::code(ledger.sync_rooms()[sync].state));
    return route;
}

} // namespace

RoomDetail room_detail(Scene const& scene, RoomsRoute const& route, RoomId room)
{
    auto const cover = scene.views.cover(scene.session, scene.day());
    auto const places = scene.views.places(scene.session, scene.day());
    auto const& of_room = cover->rooms[room.row()];
    RoomDetail detail { .id = room,
        .name = scene.ledger().rooms()[room].name,
        .second = room_second(scene, *places, room),
        .cover = cover_chip(scene.words, of_room, scene.day()),
        .tab = route.tab,
        .facts = {},
        .features = {},
        .proof = {},
        .devices = {},
        .history = {},
        .help = scene.link(help_about(scene.ledger(), room)) };
    detail.facts = facts_of(scene, room, of_room);
    if (!of_room.covered()) detail.cover_it = scene.link(AssignRoute { .rooms = { scene.ledger().rooms()[room].key } });
    detail.features = features_of(scene, room, *cover, *places);
    RoomQuestion const question { room, route.ask };
    auto const verdict = scene.views.verdict(scene.session, scene.day(), question);
    detail.proof = proof_model(scene, question_about(scene, question), *verdict);
    detail.proof.verdict = verdict_about(scene, question, *verdict);
    auto const warranties = warranties_in(scene, room, *places);
    bool const of_warranty = route.ask == catalogue::code(catalogue::Feature::warranty_extension);
    if (of_warranty && detail.proof.answer == Mark::yes && warranties.devices > 0)
        detail.proof.because = warranties_text(scene.words, warranties);
    if (route.tab == RoomTab::devices) detail.devices = devices_of(scene, room, *places);
    if (route.tab == RoomTab::history) detail.history = history_of(scene, room);
    return detail;
}

} // namespace keyrack::portal
