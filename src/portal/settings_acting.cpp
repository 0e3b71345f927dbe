// What is pressed in the settings, in the large accounts and beside the list of rooms.
#include "portal/state.hpp"

#include "base/text.hpp"
#include "engine/setup.hpp"
#include "portal/rooms_ways.hpp"
#include "portal/settings_model.hpp"

namespace keyrack::portal {

namespace {

constexpr std::string_view single_keys_word = "single_keys";

} // namespace

OwnPreferences Portal::State::preferences() const
{
    return { .appearance = appearance, .contrast = contrast, .single_keys = kept_word(single_keys_word) != "off" };
}

bool Portal::State::run_on_settings(Scene const& here, std::string_view action)
{
    if (auto const what = after(action, "set:"); !what.empty()) {
        if (number_setting(here, what)) ask({ .kind = DialogKind::set_number, .what = std::string { what } });
        return true;
    }
    if (action == single_keys_word) {
        keep_word(std::string { single_keys_word }, kept_word(single_keys_word) == "off" ? "" : "off");
        return true;
    }
    if (action == "cap_effect") {
        auto const now_set = engine::cap_effect(here.ledger());
        auto const wanted = now_set == engine::CapEffect::blocks ? engine::CapEffect::warns : engine::CapEffect::blocks;
        act({ engine::SetCapEffect { now_set, wanted } }, std::string { words("toast.setting_set") });
        return true;
    }
    if (action == "subscription") {
        ask({ .kind = DialogKind::subscription });
        return true;
    }
    if (auto const key = after(action, "forget_subscription:"); !key.empty()) {
        act({ engine::ForgetSubscription { std::string { key } } },
            std::string { words("toast.subscription_forgotten") });
        return true;
    }
    return false;
}

// Views of the rooms are kept in this browser: they are a person's own way of working.
void Portal::State::run_on_rooms(std::string_view action)
{
    auto const& slug = tenant_route()->slug;
    auto const key = "views:" + slug;
    auto const here = view_address(slug, screen_or_plain<RoomsRoute>());
    auto const forgotten = after(action, "forget:");
    if (action != "save" && forgotten.empty()) return;
    std::string kept_views;
    for (auto const address : split(kept_word(key), ' ')) {
        if (address.empty() || address == forgotten || (action == "save" && address == here)) continue;
        if (!kept_views.empty()) kept_views += ' ';
        kept_views += address;
    }
    if (action == "save") kept_views += (kept_views.empty() ? "" : " ") + here;
    keep_word(key, std::move(kept_views));
    say(Tone::neutral, std::string { words(action == "save" ? "toast.view_saved" : "toast.view_forgotten") });
}

} // namespace keyrack::portal
