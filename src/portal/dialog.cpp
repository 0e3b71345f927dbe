// What a dialog's answers come to.
#include "portal/dialog.hpp"

#include "codec/country_names.hpp"
#include "portal/slug.hpp"

#include <algorithm>
#include <charconv>

namespace keyrack::portal {

namespace {

using Commands = std::vector<engine::Command>;

constexpr std::string_view yes = "yes";

// Spaces at the ends are slips of the finger.
std::string trimmed(std::string_view text)
{
    auto const begin = text.find_first_not_of(" \t\n");
    if (begin == std::string_view::npos) return {};
    return std::string { text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1) };
}

std::string capitals(std::string text)
{
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

std::vector<std::string> room_keys(engine::Ledger const& ledger)
{
    std::vector<std::string> keys;
    for (auto const& room : ledger.rooms().rows()) keys.push_back(room.key);
    return keys;
}

engine::Command add_room(Scene const& scene, DialogState const& dialog, FieldErrors& errors)
{
    auto const name = required(dialog, "name", errors);
    auto key = slug_of(name, "room");
    if (scene.ledger().room(key).exists()) key = unused_slug(key, room_keys(scene.ledger()));
    return engine::AddRoom { .room = std::move(key),
        .name = name,
        .site = dialog.value("site"),
        .country = capitals(codec::country_code(dialog.value("country"))),
        .account = dialog.value("account"),
        .in_sync = dialog.value("in_sync") == yes ? engine::InSync::yes : engine::InSync::no,
        .importance = dialog.value("important") == yes ? engine::Importance::important : engine::Importance::ordinary };
}

engine::Command add_device(Scene const& scene, DialogState const& dialog, FieldErrors& errors)
{
    return engine::AddDevice { .serial = required(dialog, "serial", errors),
        .model = required(dialog, "model", errors),
        .purchased_on = required_date(dialog, "purchased_on", errors),
        .room = scene.ledger().rooms()[dialog.room].key,
        .in_room_since = scene.today };
}

engine::PlaceOrder place_order(DialogState const& dialog, FieldErrors& errors)
{
    return { .order = required(dialog, "order", errors),
        .account = dialog.value("account"),
        .programme = required(dialog, "programme", errors),
        .years = required_number(dialog, "years", errors),
        .quantity = required_number(dialog, "quantity", errors),
        .purchased_on = required_date(dialog, "purchased_on", errors),
        .cancelled_on = {} };
}

// The steps of a cure that buys, with the order as the person has placed it.
Commands with_order(Commands steps, engine::PlaceOrder const& placed)
{
    std::string proposed;
    for (auto& step : steps) {
        if (auto* const place = std::get_if<engine::PlaceOrder>(&step)) {
            proposed = place->order;
            *place = placed;
        }
    }
    for (auto& step : steps) {
        auto* const assign = std::get_if<engine::Assign>(&step);
        if (!assign) continue;
        for (auto& pair : assign->pairs)
            if (pair.licence.order == proposed) pair.licence.order = placed.order;
    }
    return steps;
}

engine::PlaceOrder const* order_of(Commands const& steps)
{
    for (auto const& step : steps)
        if (auto const* const place = std::get_if<engine::PlaceOrder>(&step)) return place;
    return nullptr;
}

void begin_order(DialogState& dialog, Scene const& scene)
{
    auto const* const proposed = order_of(dialog.cure);
    auto const& first = scene.catalogue().programmes().front();
    auto const quantity = proposed ? std::int64_t { proposed->quantity } : std::max<std::int64_t>(dialog.missing, 1);
    dialog.values["programme"] = proposed ? proposed->programme : first.key;
    dialog.values["years"] = std::to_string(proposed ? proposed->years : first.years_offered().front());
    dialog.values["quantity"] = std::to_string(quantity);
    dialog.values["purchased_on"] = iso(proposed ? proposed->purchased_on : scene.today);
    dialog.values["account"] = proposed ? proposed->account : std::string {};
}

} // namespace

std::string DialogState::value(std::string_view field) const
{
    auto const found = values.find(field);
    return found == values.end() ? std::string {} : trimmed(found->second);
}

DialogState as_opened(DialogState what, Scene const* scene)
{
    switch (what.kind) {
    case DialogKind::set_number:
    case DialogKind::subscription: begin_settings_dialog(what, *scene); break;
    case DialogKind::add_device: what.values["purchased_on"] = iso(scene->today); break;
    case DialogKind::place_order: begin_order(what, *scene); break;
    case DialogKind::who:
    case DialogKind::invite:
    case DialogKind::delegate:
    case DialogKind::sign_in_setup:
    case DialogKind::user_limit: begin_people_dialog(what, *scene); break;
    case DialogKind::buy_service: begin_purchase(what, *scene); break;
    case DialogKind::retire:
    case DialogKind::refused:
    case DialogKind::put_back:
    case DialogKind::reset_demo:
    case DialogKind::sign_in:
    case DialogKind::rename_company:
    case DialogKind::remove_company:
    case DialogKind::start_empty:
    case DialogKind::add_room:
    case DialogKind::cancel_order: break;
    }
    return what;
}

void follow_edit(DialogState& dialog, std::string_view field, Scene const* scene)
{
    std::erase_if(dialog.errors, [&](auto const& each) { return each.first == field; });
    dialog.refused.reset();
    if (scene) follow_purchase(dialog, field, *scene);
    if (field != "programme" || !scene) return;
    auto const programme = scene->catalogue().find(dialog.value("programme"));
    if (!programme.exists()) return;
    auto const sold = scene->catalogue()[programme].years_offered();
    auto const years = dialog.value("years");
    bool const fits = std::ranges::any_of(sold, [&](int each) { return std::to_string(each) == years; });
    if (!fits && !sold.empty()) dialog.values["years"] = std::to_string(sold.front());
}

std::expected<Commands, FieldErrors> commands_of(Scene const& scene, DialogState const& dialog)
{
    FieldErrors errors;
    Commands commands;
    switch (dialog.kind) {
    case DialogKind::add_room: commands = { add_room(scene, dialog, errors) }; break;
    case DialogKind::add_device: commands = { add_device(scene, dialog, errors) }; break;
    case DialogKind::place_order: {
        auto const placed = place_order(dialog, errors);
        commands = dialog.cure.empty() ? Commands { placed } : with_order(dialog.cure, placed);
        break;
    }
    case DialogKind::cancel_order:
        commands = { engine::CancelOrder { scene.ledger().orders()[dialog.order].key, scene.today } };
        break;
    case DialogKind::invite:
    case DialogKind::delegate:
    case DialogKind::sign_in_setup:
    case DialogKind::user_limit: commands = people_commands(scene, dialog, errors); break;
    case DialogKind::retire: commands = dialog.cure; break;
    case DialogKind::buy_service: commands = purchase_commands(dialog, errors); break;
    case DialogKind::set_number:
    case DialogKind::subscription: commands = settings_commands(scene, dialog, errors); break;
    case DialogKind::who:
    case DialogKind::refused:
    case DialogKind::put_back:
    case DialogKind::reset_demo:
    case DialogKind::sign_in:
    case DialogKind::rename_company:
    case DialogKind::remove_company:
    case DialogKind::start_empty: break;
    }
    if (!errors.empty()) return std::unexpected(std::move(errors));
    return commands;
}

std::string required(DialogState const& dialog, std::string_view field, FieldErrors& errors)
{
    auto text = dialog.value(field);
    if (text.empty()) errors.emplace(field, "dialog.error.required");
    return text;
}

std::int32_t required_number(DialogState const& dialog, std::string_view field, FieldErrors& errors)
{
    auto const text = dialog.value(field);
    std::int32_t number = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool const read = fault == std::errc {} && end == text.data() + text.size() && number > 0;
    if (!read) errors.emplace(field, "dialog.error.number");
    return number;
}

Date required_date(DialogState const& dialog, std::string_view field, FieldErrors& errors)
{
    auto const date = parse_date(dialog.value(field));
    if (!date) errors.emplace(field, "dialog.error.date");
    return date.value_or(Date {});
}

} // namespace keyrack::portal
