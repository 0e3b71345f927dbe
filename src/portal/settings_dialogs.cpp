// Dialogs about what can be set: a number, a subscription.
#include "portal/dialog.hpp"

#include "engine/email.hpp"
#include "portal/settings_model.hpp"
#include "portal/slug.hpp"

#include <algorithm>
#include <charconv>

namespace keyrack::portal {

namespace {

constexpr std::int64_t most_dollars = 1'000'000'000; // far above any price

// Nothing where nothing is written: not set, or not known.
std::optional<std::int32_t> number_in(DialogState const& dialog, std::string_view field, FieldErrors& errors)
{
    auto const text = dialog.value(field);
    if (text.empty()) return {};
    std::int32_t number = 0;
    auto const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, number);
    bool const whole = read.ec == std::errc {} && read.ptr == end && number > 0;
    if (!whole) errors.emplace(field, "dialog.error.number");
    return number;
}

// Whole dollars, or with one or two decimals after a comma or a point; in cents.
std::optional<std::int64_t> cents_in(std::string_view text)
{
    std::int64_t whole = 0;
    auto const* const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, whole);
    if (read.ec != std::errc {} || whole < 0 || whole > most_dollars) return {};
    std::string_view const rest { read.ptr, end };
    if (rest.empty()) return whole * 100;
    auto const decimals = rest.substr(1);
    bool const fits = (rest[0] == '.' || rest[0] == ',') && (decimals.size() == 1 || decimals.size() == 2)
        && std::ranges::all_of(decimals, [](char c) { return c >= '0' && c <= '9'; });
    if (!fits) return {};
    return whole * 100 + (decimals[0] - '0') * 10 + (decimals.size() == 2 ? decimals[1] - '0' : 0);
}

std::optional<std::int64_t> money_in(DialogState const& dialog, std::string_view field, FieldErrors& errors)
{
    auto const text = dialog.value(field);
    if (text.empty()) return {};
    auto const cents = cents_in(text);
    if (cents.value_or(0) <= 0) errors.emplace(field, "dialog.error.money");
    return cents;
}

std::string unused_key(Scene const& scene, std::string const& account)
{
    std::vector<std::string> taken;
    for (auto const& each : scene.ledger().subscriptions().rows()) taken.push_back(each.key);
    auto key = slug_of(account, "subscription");
    return std::ranges::find(taken, key) == taken.end() ? key : unused_slug(key, taken);
}

engine::Command subscription(Scene const& scene, DialogState const& dialog, FieldErrors& errors)
{
    auto const account = required(dialog, "account", errors);
    auto const email = dialog.value("super_admin_email");
    if (!email.empty() && !engine::is_email(email)) errors.emplace("super_admin_email", "dialog.error.email");
    return engine::RecordSubscription { .subscription = unused_key(scene, account),
        .account = account,
        .super_admin_email = email,
        .domain = dialog.value("domain"),
        .service = required(dialog, "service", errors),
        .zuid = dialog.value("zuid"),
        .zoid = dialog.value("zoid"),
        .user_licences = number_in(dialog, "user_licences", errors) };
}

} // namespace

void begin_settings_dialog(DialogState& dialog, Scene const& scene)
{
    if (dialog.kind != DialogKind::set_number) return;
    if (auto const setting = number_setting(scene, dialog.what)) dialog.values["number"] = setting->value;
}

std::vector<engine::Command> settings_commands(Scene const& scene, DialogState const& dialog, FieldErrors& errors)
{
    if (dialog.kind == DialogKind::subscription) return { subscription(scene, dialog, errors) };
    auto const setting = number_setting(scene, dialog.what);
    if (!setting) return {};
    std::optional<std::int64_t> number;
    if (setting->unit == NumberUnit::money)
        number = money_in(dialog, "number", errors);
    else
        number = number_in(dialog, "number", errors);
    if (!errors.empty()) return {};
    auto command = set_number(scene, dialog.what, number);
    if (!command) return {};
    return { std::move(*command) };
}

} // namespace keyrack::portal
