#pragma once
// What can be set: for this device and person, and for the company where the documents leave it open.

#include "portal/blocks.hpp"
#include "portal/intents.hpp"
#include "portal/scene.hpp"

#include <string>
#include <vector>

namespace keyrack::portal {

// What this browser was told to keep.
struct OwnPreferences
{
    Appearance appearance = Appearance::system;
    Contrast contrast = Contrast::system;
    bool single_keys = true; // shortcuts of one letter answer (WCAG 2.1.4)
};

struct SettingLine
{
    std::string key;
    std::string label;  // "People with access"
    std::string value;  // "At most 12", "No limit is set"
    std::string second; // "Set in entry 14"; empty: never set
    std::string action; // "Change"; empty: it cannot be set here
    std::string run;
    bool is_set = false;
};

struct SettingGroup
{
    std::string title;
    std::string second; // "… · Left open by the documents (D11)"
    std::vector<SettingLine> lines;
};

struct SettingsModel
{
    ActingCard acting;
    std::string device; // "This device: …"
    OwnPreferences own;
    std::vector<SettingGroup> groups;
};

[[nodiscard]] SettingsModel settings_model(Scene const& scene, OwnPreferences const& own);

// --- a setting that is a number, by its key: "user_limit", "threshold:EU", "target:…" --------------------------------

enum class NumberUnit { whole, money };

struct NumberSetting
{
    std::string label, hint;
    std::string value; // as it is; empty: not set
    NumberUnit unit = NumberUnit::whole;
};
// Nothing: there is no such setting.
[[nodiscard]] std::optional<NumberSetting> number_setting(Scene const& scene, std::string_view key);
// The command that sets it, money in cents; an empty number takes it back.
[[nodiscard]] std::optional<engine::Command> set_number(
    Scene const& scene, std::string_view key, std::optional<std::int64_t> number);

} // namespace keyrack::portal
