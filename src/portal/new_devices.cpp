// Many devices at once: serial numbers as they were scanned or pasted, and what becomes of each before anything is done.
#include "portal/devices_screen.hpp"

#include "portal/support_screen.hpp"

#include <algorithm>
#include <set>

namespace keyrack::portal {

namespace {

constexpr std::size_t most_found = 5;

std::string trimmed(std::string_view text)
{
    auto const begin = text.find_first_not_of(" \t\r\"");
    if (begin == std::string_view::npos) return {};
    return std::string { text.substr(begin, text.find_last_not_of(" \t\r\"") - begin + 1) };
}

struct Written
{
    std::string serial, model;
};

// One a line; a model may follow after a tab, semicolon or comma, as tables are copied.
std::vector<Written> lines_of(std::string_view text, std::string const& model)
{
    std::vector<Written> lines;
    for (auto const line : split(text, '\n')) {
        auto const cut = line.find_first_of("\t;,");
        auto serial = trimmed(line.substr(0, cut));
        if (serial.empty()) continue;
        auto own = cut == std::string_view::npos ? std::string {} : trimmed(line.substr(cut + 1));
        lines.push_back({ std::move(serial), own.empty() ? model : std::move(own) });
    }
    return lines;
}

std::string field(Scene const& scene, std::string_view name, std::string usual = {})
{
    return scene.form ? scene.form->value(new_devices_form, name, std::move(usual)) : usual;
}

struct Judged
{
    Written line;
    std::optional<engine::AddDevice> command; // it can be added
    std::string why;                          // or why not; of one that can: what is to be known of it
};

// Something is written where the room is sought, and none of those found is chosen: nobody means "in stock" by that.
bool seeks_room(Scene const& scene)
{
    return field(scene, "room").empty() && !trimmed(field(scene, "room_query")).empty();
}

std::vector<Judged> judged(Scene const& scene)
{
    auto const bought = parse_date(field(scene, "purchased_on", iso(scene.today)));
    auto const room = field(scene, "room");
    bool const no_room = seeks_room(scene);
    std::set<std::string> seen;
    std::vector<Judged> result;
    for (auto& line : lines_of(field(scene, "serials"), field(scene, "model"))) {
        Judged each { line, {}, {} };
        if (!seen.insert(line.serial).second)
            each.why = scene.words("devices.new.twice");
        else if (is_recorded(scene.ledger(), line.serial)) // whatever is still to be chosen
            each.why = scene.words("devices.new.known");
        else if (line.model.empty())
            each.why = scene.words("devices.new.no_model");
        else if (!bought)
            each.why = scene.words("dialog.error.date");
        else if (no_room)
            each.why = scene.words("devices.new.no_room");
        else {
            engine::AddDevice command { line.serial, line.model, *bought, room,
                room.empty() ? std::nullopt : std::optional { scene.today } };
            if (auto const refusal = scene.session.refusal_of(command))
                each.why = scene.words.denial(*refusal);
            else {
                if (!scene.catalogue().range().product(line.model))
                    each.why = scene.words("rule.product_supported.no", { { "model", line.model } });
                each.command = std::move(command);
            }
        }
        result.push_back(std::move(each));
    }
    return result;
}

void add_fields(Scene const& scene, NewDevicesModel& model)
{
    auto const& ledger = scene.ledger();
    auto const said = [&](std::string_view key) { return std::string { scene.words(key) }; };
    FormField serials { .key = "serials",
        .label = said("devices.new.serials"),
        .value = field(scene, "serials"),
        .hint = said("devices.new.serials.hint"),
        .error = {},
        .kind = FormField::Kind::long_text };
    if (!scene.is_one_file && !scene.route.as_of) serials.scan = said("scan.button");
    FormField kind { .key = "model",
        .label = said("devices.new.model"),
        .value = field(scene, "model"),
        .hint = said("devices.new.model.hint"),
        .error = {},
        .kind = FormField::Kind::text };
    auto const date = field(scene, "purchased_on", iso(scene.today));
    auto const parsed = parse_date(date);
    FormField bought { .key = "purchased_on",
        .label = said("devices.new.bought"),
        .value = date,
        .hint = {},
        .error = {},
        .kind = FormField::Kind::date,
        .shown = parsed ? scene.words.short_date(*parsed) : std::string {} };
    FormField room { .key = "room",
        .label = said("devices.new.room"),
        .value = field(scene, "room"),
        .hint = said("devices.new.room.hint"),
        .error = {},
        .kind = FormField::Kind::found };
    if (auto const id = ledger.room(room.value); id.exists()) {
        room.shown = ledger.rooms()[id].name;
    } else {
        room.value = field(scene, "room_query");
        if (!room.value.empty())
            for (auto const found : found_rooms(scene, room.value, most_found))
                room.choices.emplace_back(ledger.rooms()[found].key, ledger.rooms()[found].name);
    }
    model.fields = { std::move(serials), std::move(kind), std::move(bought), std::move(room) };
}

} // namespace

NewDevicesModel new_devices(Scene const& scene, DevicesRoute const& route)
{
    auto const& words = scene.words;
    NewDevicesModel model;
    auto list = route;
    list.adding = AddingDevices::no;
    model.back = scene.link(std::move(list));
    add_fields(scene, model);
    std::int64_t good = 0;
    for (auto const& each : judged(scene)) {
        good += each.command ? 1 : 0;
        auto const key = each.command ? "devices.new.good" : "devices.new.bad";
        model.lines.push_back({ each.line.serial, each.line.model,
            { each.command ? Tone::covered : Tone::missing, std::string { words(key) } }, each.why });
    }
    auto const bad = std::ssize(model.lines) - good;
    // It is always there, so that the fields stay where they are while one writes.
    model.second = words("devices.new.none");
    if (!model.lines.empty())
        model.second = joined({ words.plural("devices.new.can", good),
            bad > 0 ? words.plural("devices.new.cannot", bad) : std::string {} });
    model.ready = good > 0 && !scene.route.as_of;
    model.action_text =
        good > 0 ? words.plural("devices.new.add", good) : std::string { words("devices.new.add_none") };
    return model;
}

bool is_recorded(engine::Ledger const& ledger, std::string_view serial)
{
    auto const device = ledger.device(serial);
    return device.exists() && ledger.devices()[device].standing == engine::Standing::valid;
}

std::vector<std::string> serials_in(std::string_view text)
{
    std::vector<std::string> serials;
    for (auto& line : lines_of(text, {})) serials.push_back(std::move(line.serial));
    return serials;
}

std::vector<engine::Command> devices_to_add(Scene const& scene)
{
    std::vector<engine::Command> commands;
    for (auto& each : judged(scene))
        if (each.command) commands.emplace_back(std::move(*each.command));
    return commands;
}

} // namespace keyrack::portal
