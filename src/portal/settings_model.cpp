#include "portal/settings_model.hpp"

#include "base/text.hpp"
#include "engine/people.hpp"
#include "engine/setup.hpp"
#include "engine/ticket_terms.hpp"
#include "portal/compliance_model.hpp"
#include "portal/people_model.hpp"
#include "portal/sign_in.hpp"
#include "portal/ticket_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace keyrack::portal {

namespace {

using catalogue::Desk;
using catalogue::Measure;
using catalogue::Tier;
using engine::CssPriceKind;

// D19: targets that the documents leave open, severity by severity.
struct OpenTarget
{
    Desk desk {};
    std::int32_t severity = 0;
};
constexpr std::array open_targets { OpenTarget { Desk::large_user, 2 }, OpenTarget { Desk::large_user, 3 },
    OpenTarget { Desk::customer_success, 2 }, OpenTarget { Desk::customer_success, 3 },
    OpenTarget { Desk::customer_success, 4 } };

struct PriceName
{
    CssPriceKind kind {};
    std::string_view key;
};
constexpr std::array reinstatement_prices { PriceName { CssPriceKind::srp_percent, "srp_percent" },
    PriceName { CssPriceKind::lapsed_amount, "lapsed_amount" },
    PriceName { CssPriceKind::reminder_fee, "reminder_fee" } };

std::string_view code(Desk desk)
{
    return desk == Desk::large_user ? "large_user" : desk == Desk::customer_success ? "customer_success" : "rooms";
}

std::optional<std::int32_t> setting(Scene const& scene, std::string_view key)
{
    auto const id = scene.ledger().setting(key);
    if (!id.exists() || scene.ledger().settings()[id].number == 0) return {};
    return scene.ledger().settings()[id].number;
}

std::optional<OpenTarget> target_named(std::string_view name)
{
    for (auto const& each : open_targets)
        if (name == std::string { code(each.desk) } + '.' + std::to_string(each.severity)) return each;
    return {};
}

std::string setting_key(OpenTarget const& target)
{
    return engine::target_key(target.desk, Measure::response, target.severity, Tier::none);
}

std::optional<std::int64_t> price_of(Scene const& scene, CssPriceKind kind)
{
    auto const& css = scene.ledger().css();
    auto const id = css.price(engine::CssPrice { .kind = kind, .line = {}, .edition = {}, .amount = {}, .entry = {} });
    return id.exists() ? css.prices()[id].amount : std::nullopt;
}

std::optional<CssPriceKind> price_named(std::string_view name)
{
    auto const found = std::ranges::find(reinstatement_prices, name, &PriceName::key);
    return found == reinstatement_prices.end() ? std::nullopt : std::optional { found->kind };
}

bool is_money(CssPriceKind kind)
{
    return kind != CssPriceKind::srp_percent;
}

std::string price_text(Words const& words, CssPriceKind kind, std::int64_t amount)
{
    if (is_money(kind)) return money_text(words, amount);
    return words("settings.percent", { { "amount", words.number(amount) } });
}

// As somebody would write it: 49,50
std::string written_money(Words const& words, std::optional<std::int64_t> cents)
{
    if (!cents) return {};
    auto text = std::to_string(*cents / 100);
    auto const rest = *cents % 100;
    if (rest != 0) text.append(words("number.decimal")).append(std::to_string(rest / 10) + std::to_string(rest % 10));
    return text;
}

std::string text_of(std::optional<std::int64_t> number)
{
    return number ? std::to_string(*number) : std::string {};
}

// --- lines -----------------------------------------------------------------------------------------------------------

struct Described
{
    std::string key, label, value;
    EntryId entry {}; // that set it
};

std::string set_in(Scene const& scene, EntryId entry)
{
    if (!entry.exists()) return {};
    return scene.words("settings.set_in", { { "number", scene.words.number(std::int64_t { entry.row() } + 1) } });
}

// What the documents leave open, as the decision (D11) says.
SettingGroup open_group(Scene const& scene, std::string_view title, std::string_view second, std::string_view decision)
{
    auto const& words = scene.words;
    auto open = words("settings.left_open", { { "decision", std::string { decision } } });
    return { std::string { words(title) },
        second.empty() ? std::move(open) : joined({ std::string { words(second) }, std::move(open) }), {} };
}

SettingLine line_of(Scene const& scene, Described what)
{
    bool const is_set = !what.value.empty();
    return { .key = what.key,
        .label = std::move(what.label),
        .value = is_set ? std::move(what.value) : std::string { scene.words("settings.not_set") },
        .second = set_in(scene, what.entry),
        .action = std::string { scene.words(is_set ? "settings.change" : "settings.set") },
        .run = "set:" + what.key,
        .is_set = is_set };
}

EntryId entry_of(Scene const& scene, std::string_view key)
{
    auto const id = scene.ledger().setting(key);
    return id.exists() ? scene.ledger().settings()[id].entry : EntryId {};
}

// The company as a whole; what it is called is no parameter of any document.
SettingGroup company_group(Scene const& scene)
{
    auto const& words = scene.words;
    auto const word = [&](std::string_view key) { return std::string { words(key) }; };
    return { word("settings.company"), {},
        { { .key = "company-name",
              .label = word("settings.company_name"),
              .value = scene.ledger().tenant().name,
              .second = word("settings.company_name.second"),
              .action = word("settings.rename"),
              .run = "company-rename:" + scene.route.slug,
              .is_set = true },
            { .key = "company-removal",
                .label = word("settings.company_removal"),
                .value = word("settings.company_removal.value"),
                .second = word("settings.company_removal.second"),
                .action = word("settings.remove"),
                .run = "company-remove:" + scene.route.slug,
                .is_set = true } } };
}

SettingGroup people_group(Scene const& scene)
{
    auto const& words = scene.words;
    auto const limit = engine::user_limit(scene.ledger());
    auto group = open_group(scene, "settings.people", {}, "D11");
    group.lines.push_back(line_of(scene,
        { "user_limit", std::string { words("settings.user_limit") },
            limit ? words.plural("parameter.user_limit", *limit) : std::string {}, entry_of(scene, "user_limit") }));
    return group;
}

SettingGroup warranty_group(Scene const& scene)
{
    auto const& words = scene.words;
    auto const& tenant = scene.ledger().tenant();
    bool const blocks = engine::cap_effect(scene.ledger()) == engine::CapEffect::blocks;
    auto group = open_group(scene, "settings.warranty", {}, "D6");
    group.lines.push_back(line_of(scene,
        { "base_warranty", std::string { words("settings.base_warranty") },
            tenant.base_warranty_years ? words.plural("parameter.base_warranty_years", *tenant.base_warranty_years)
                                       : std::string {},
            tenant.base_warranty_entry }));
    group.lines.push_back({ .key = "cap_effect",
        .label = std::string { words("settings.cap_effect") },
        .value = std::string { words(blocks ? "settings.cap_blocks" : "settings.cap_warns") },
        .second = set_in(scene, entry_of(scene, "cap_effect")),
        .action = std::string { words(blocks ? "settings.let_warn" : "settings.let_block") },
        .run = "cap_effect",
        .is_set = blocks });
    return group;
}

SettingGroup threshold_group(Scene const& scene)
{
    auto const& words = scene.words;
    auto group = open_group(scene, "settings.thresholds", "settings.thresholds_second", "D1");
    for (auto const& region : scene.catalogue().support().partner_regions()) {
        auto const key = engine::threshold_key(region);
        auto const from = setting(scene, key);
        group.lines.push_back(line_of(scene,
            { "threshold:" + region, region_name(words, region),
                from ? words.plural("settings.from_licences", *from) : std::string {}, entry_of(scene, key) }));
    }
    return group;
}

SettingGroup target_group(Scene const& scene)
{
    auto const& words = scene.words;
    auto group = open_group(scene, "settings.targets", "settings.targets_second", "D19");
    for (auto const& target : open_targets) {
        auto const key = setting_key(target);
        auto const minutes = setting(scene, key);
        group.lines.push_back(line_of(scene,
            { "target:" + std::string { code(target.desk) } + '.' + std::to_string(target.severity),
                joined({ desk_name(words, target.desk), severity_name(words, target.severity) }),
                minutes ? words("parameter.limit_minutes", { { "span", limit_text(words, *minutes) } })
                        : std::string {},
                entry_of(scene, key) }));
    }
    return group;
}

SettingGroup price_group(Scene const& scene)
{
    auto const& words = scene.words;
    auto group = open_group(scene, "settings.prices", "settings.prices_second", "D19");
    for (auto const& price : reinstatement_prices) {
        auto const amount = price_of(scene, price.kind);
        auto const name = std::string { price.key };
        group.lines.push_back(line_of(scene,
            { "price:" + name, std::string { words("settings.price." + name) },
                amount ? price_text(words, price.kind, *amount) : std::string {} }));
    }
    return group;
}

} // namespace

SettingsModel settings_model(Scene const& scene, OwnPreferences const& own)
{
    auto const& words = scene.words;
    SettingsModel model { .acting = {},
        .device = std::string { words("settings.device") },
        .own = own,
        .groups = { company_group(scene), people_group(scene), warranty_group(scene), threshold_group(scene),
            target_group(scene), price_group(scene) } };
    bool const has_people = std::ranges::any_of(
        scene.ledger().people().rows(), [](auto const& person) { return person.standing == engine::Standing::valid; });
    model.acting = has_people ? acting_card(scene)
                              : ActingCard { std::string { words("settings.nobody") },
                                    std::string { words("settings.nobody_second") }, {}, {} };
    return model;
}

std::optional<NumberSetting> number_setting(Scene const& scene, std::string_view key)
{
    auto const& words = scene.words;
    if (key == "user_limit") {
        auto const limit = engine::user_limit(scene.ledger());
        return NumberSetting { std::string { words("settings.user_limit") },
            std::string { words("settings.hint.user_limit") }, text_of(limit) };
    }
    if (key == "base_warranty")
        return NumberSetting { std::string { words("settings.base_warranty") },
            std::string { words("settings.hint.base_warranty") },
            text_of(scene.ledger().tenant().base_warranty_years) };
    if (auto const region = after(key, "threshold:"); !region.empty())
        return NumberSetting { words("settings.threshold", { { "region", region_name(words, region) } }),
            std::string { words("settings.hint.threshold") }, text_of(setting(scene, engine::threshold_key(region))) };
    if (auto const target = target_named(after(key, "target:")))
        return NumberSetting { joined({ desk_name(words, target->desk), severity_name(words, target->severity) }),
            std::string { words("settings.hint.target") }, text_of(setting(scene, setting_key(*target))) };
    if (auto const price = price_named(after(key, "price:"))) {
        auto const name = std::string { after(key, "price:") };
        return NumberSetting { std::string { words("settings.price." + name) },
            std::string { words(is_money(*price) ? "settings.hint.money" : "settings.hint.percent") },
            is_money(*price) ? written_money(words, price_of(scene, *price)) : text_of(price_of(scene, *price)),
            is_money(*price) ? NumberUnit::money : NumberUnit::whole };
    }
    return {};
}

std::optional<engine::Command> set_number(Scene const& scene, std::string_view key, std::optional<std::int64_t> amount)
{
    if (auto const price = price_named(after(key, "price:"))) {
        engine::SetCssPrice set;
        set.price = *price;
        set.expects = price_of(scene, *price);
        set.amount = amount;
        return set;
    }
    auto const number = amount ? std::optional { static_cast<std::int32_t>(*amount) } : std::nullopt;
    if (key == "user_limit") return engine::SetUserLimit { engine::user_limit(scene.ledger()), number };
    if (key == "base_warranty") return engine::SetBaseWarranty { scene.ledger().tenant().base_warranty_years, number };
    if (auto const region = after(key, "threshold:"); !region.empty())
        return engine::SetLicenceThreshold { std::string { region }, setting(scene, engine::threshold_key(region)),
            number };
    if (auto const target = target_named(after(key, "target:")))
        return engine::SetSupportTarget { .desk = target->desk,
            .measure = Measure::response,
            .severity = target->severity,
            .tier = Tier::none,
            .expects_minutes = setting(scene, setting_key(*target)),
            .limit_minutes = number };
    return {};
}

} // namespace keyrack::portal
