// The dialog before service of Customer Success Services is bought, renewed or raised: what it is, what it costs, and the
// number of the order that it is bought with. Of what is bought anew one says also for what, how much, and for how long.
#include "base/verify.hpp"
#include "engine/compliance.hpp"
#include "engine/css.hpp"
#include "engine/fees.hpp"
#include "portal/compliance_model.hpp"
#include "portal/dialog.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <variant>

namespace keyrack::portal {

namespace {

// Where the step takes the number of its order.
struct NumberIn
{
    std::string* operator()(engine::BuyCoverage& buy) const { return &buy.contract; }
    std::string* operator()(engine::RenewContract& renewed) const { return &renewed.renewal; }
    std::string* operator()(engine::ReinstateContract& again) const { return &again.reinstatement; }
    template <class Other>
    std::string* operator()(Other&) const
    {
        return nullptr;
    }
};

struct KindOf
{
    std::string_view operator()(engine::BuyCoverage const&) const { return ".buy"; }
    std::string_view operator()(engine::RenewContract const&) const { return ".renew"; }
    std::string_view operator()(engine::ReinstateContract const&) const { return ".reinstate"; }
    std::string_view operator()(engine::UpgradeTier const&) const { return ".upgrade"; }
    template <class Other>
    std::string_view operator()(Other const&) const
    {
        return {};
    }
};

struct TitleOf
{
    Words const& words;

    std::string operator()(engine::BuyCoverage const& buy) const
    {
        std::int64_t count = 0;
        for (auto const& line : buy.lines) count += line.quantity;
        return words.plural("remedy.buy", count);
    }
    std::string operator()(engine::RenewContract const& renewed) const
    {
        return words("dialog.buy_service.renew.title", { { "contract", renewed.contract } });
    }
    std::string operator()(engine::ReinstateContract const& again) const
    {
        return words("dialog.buy_service.reinstate.title", { { "contract", again.contract } });
    }
    std::string operator()(engine::UpgradeTier const& upgrade) const
    {
        auto tier = std::string { words("css_tier." + std::string { engine::code(upgrade.tier) }) };
        return words("dialog.buy_service.upgrade.title", { { "tier", std::move(tier) } });
    }
    std::string operator()(auto const&) const { VERIFY(false); } // nothing else is bought
};

// What is had for it, and from when.
struct TermOf
{
    Words const& words;

    [[nodiscard]] std::string years(std::int32_t count) const { return words.plural("dialog.years", count); }
    [[nodiscard]] std::string tier(catalogue::CssTier which) const
    {
        return std::string { words("css_tier." + std::string { engine::code(which) }) };
    }

    std::string operator()(engine::BuyCoverage const& buy) const
    {
        return words("dialog.buy_service.buy.term",
            { { "tier", tier(buy.tier) }, { "years", years(buy.years) }, { "date", words.short_date(buy.start) } });
    }
    std::string operator()(engine::RenewContract const& renewed) const
    {
        return words("dialog.buy_service.renew.term", { { "years", years(renewed.years) } });
    }
    std::string operator()(engine::ReinstateContract const& again) const
    {
        return words("dialog.buy_service.reinstate.term",
            { { "years", years(again.years) }, { "date", words.short_date(again.on) } });
    }
    std::string operator()(engine::UpgradeTier const& upgrade) const
    {
        return words.plural("dialog.buy_service.upgrade.term", std::ssize(upgrade.contracts),
            { { "tier", tier(upgrade.tier) }, { "date", words.short_date(upgrade.from) } });
    }
    template <class Other>
    std::string operator()(Other const&) const
    {
        return {};
    }
};

// What costs money is one step, whatever it cures.
template <class Visitor>
auto of_purchase(engine::Command const& step, Visitor const& visitor)
{
    return std::visit(visitor, static_cast<engine::CommandKinds const&>(step));
}

std::string* number_in(engine::Command& step)
{
    return std::visit(NumberIn {}, static_cast<engine::CommandKinds&>(step));
}

// --- bought anew -----------------------------------------------------------------------------------------------------

engine::BuyCoverage* bought_anew(DialogState& dialog)
{
    return dialog.kind == DialogKind::buy_service ? std::get_if<engine::BuyCoverage>(&dialog.cure.front()) : nullptr;
}

engine::BuyCoverage const* bought_anew(DialogState const& dialog)
{
    return dialog.kind == DialogKind::buy_service ? std::get_if<engine::BuyCoverage>(&dialog.cure.front()) : nullptr;
}

ScopeId scope_of(Scene const& scene, engine::CoverageLine const& line)
{
    auto const& css = scene.ledger().css();
    return css.scope({ css.line(line.product_line), css.org(line.org) });
}

std::string scope_name(Scene const& scene, ScopeId id)
{
    auto const& css = scene.ledger().css();
    auto const& scope = css.scopes()[id.row()];
    auto const& line = css.lines()[scope.line];
    return (line.name.empty() ? line.key : line.name) + " (" + css.orgs()[scope.org].key + ')';
}

DialogChoices scope_choices(Scene const& scene)
{
    DialogChoices choices;
    for (auto const id : scopes_with_licences(scene))
        choices.emplace_back(std::to_string(id.row()), scope_name(scene, id));
    return choices;
}

// No customer mixes tiers (R187): whoever has one has no choice.
bool may_choose_tier(Scene const& scene, engine::BuyCoverage const& buy)
{
    auto const customer = engine::customer_of(scene.ledger(), scene.ledger().css().org(buy.lines.front().org));
    return engine::tier_verdict(scene.ledger(), scene.catalogue(), customer, scene.day()).on.contracts == 0;
}

void write_into_fields(DialogState& dialog, Scene const& scene, engine::BuyCoverage const& buy)
{
    auto const& line = buy.lines.front();
    dialog.values["line"] = std::to_string(scope_of(scene, line).row());
    dialog.values["quantity"] = std::to_string(line.quantity);
    dialog.values["years"] = std::to_string(buy.years);
    dialog.values["tier"] = engine::code(buy.tier);
}

// Where one cannot be read, it stays as it was proposed.
std::int32_t number_or(DialogState const& dialog, std::string_view field, std::int32_t proposed)
{
    FieldErrors none;
    auto const number = required_number(dialog, field, none);
    return none.empty() ? number : proposed;
}

// What the whole scope lacks, from the day that is looked at.
engine::BuyCoverage purchase_proposed(Scene const& scene, ScopeId id)
{
    return engine::coverage_missing(scene.ledger(), scene.catalogue(), id, scene.day());
}

// Of the scope that lacks most.
engine::BuyCoverage largest_purchase(Scene const& scene, std::vector<ScopeId> const& offered)
{
    std::vector<engine::BuyCoverage> all;
    for (auto const id : offered) all.push_back(purchase_proposed(scene, id));
    return std::ranges::max(all, {}, [](auto const& buy) { return buy.lines.front().quantity; });
}

// As the fields say.
engine::BuyCoverage as_written(DialogState const& dialog, engine::BuyCoverage buy)
{
    auto& line = buy.lines.front();
    line.quantity = number_or(dialog, "quantity", line.quantity);
    buy.years = number_or(dialog, "years", buy.years);
    auto const tier = dialog.value("tier");
    for (auto const each : catalogue::all_tiers)
        if (engine::code(each) == tier) buy.tier = each;
    return buy;
}

engine::Command step_of(DialogState const& dialog)
{
    auto const* const buy = bought_anew(dialog);
    return buy ? engine::Command { as_written(dialog, *buy) } : dialog.cure.front();
}

// --- what it costs ---------------------------------------------------------------------------------------------------

std::string cost_sentence(Scene const& scene, engine::Command const& step)
{
    auto const& words = scene.words;
    engine::Fees fees;
    engine::add_fees(scene.ledger(), scene.catalogue(), step, fees);
    if (!fees.missing.empty()) return words.plural("dialog.buy_service.price_missing", std::ssize(fees.missing));
    if (fees.cents == 0) return std::string { words("dialog.buy_service.costs_nothing") };
    return words("dialog.buy_service.costs", { { "cost", money_text(words, fees.cents) } });
}

} // namespace

std::vector<ScopeId> scopes_with_licences(Scene const& scene)
{
    std::vector<ScopeId> found;
    auto const scopes = engine::scopes_on(scene.ledger(), scene.catalogue(), scene.day());
    for (std::uint32_t row = 0; row < scopes.size(); ++row)
        if (scopes[row].held > 0) found.push_back(ScopeId::of_row(row));
    return found;
}

std::optional<DialogState> buying(Scene const& scene, std::string_view action)
{
    constexpr std::string_view buy = "buy:";
    auto const offered = scopes_with_licences(scene);
    if (!action.starts_with(buy) || offered.empty()) return {};
    auto const named =
        std::ranges::find(offered, action.substr(buy.size()), [](ScopeId id) { return std::to_string(id.row()); });
    if (named == offered.end() && action != buy) return {};
    auto const chosen = named == offered.end() ? largest_purchase(scene, offered) : purchase_proposed(scene, *named);
    return DialogState { .kind = DialogKind::buy_service, .cure = { chosen } };
}

void begin_purchase(DialogState& dialog, Scene const& scene)
{
    if (auto const* const buy = bought_anew(dialog)) write_into_fields(dialog, scene, *buy);
}

void follow_purchase(DialogState& dialog, std::string_view field, Scene const& scene)
{
    auto* const buy = bought_anew(dialog);
    if (!buy || field != "line") return;
    for (auto const id : scopes_with_licences(scene)) {
        if (std::to_string(id.row()) != dialog.value("line")) continue;
        auto const years = dialog.value("years"), tier = dialog.value("tier");
        bool const tier_was_chosen = may_choose_tier(scene, *buy);
        *buy = purchase_proposed(scene, id);
        write_into_fields(dialog, scene, *buy);
        dialog.values["years"] = years;
        if (tier_was_chosen && may_choose_tier(scene, *buy)) dialog.values["tier"] = tier;
        dialog.errors.erase("quantity"); // it was of the other line
    }
}

std::vector<DialogField> purchase_fields(Words const& words, Scene const& scene, DialogState const& dialog)
{
    using Kind = DialogField::Kind;
    std::vector<DialogField> fields;
    auto const add = [&](std::string key, Kind kind, DialogChoices choices = {}) {
        fields.push_back({ .key = std::move(key), .kind = kind, .choices = std::move(choices) });
    };
    auto step = dialog.cure.front();
    if (number_in(step)) add("order", Kind::text);
    auto const* const buy = bought_anew(dialog);
    if (!buy) return fields;
    add("line", Kind::choice, scope_choices(scene));
    add("quantity", Kind::number);
    DialogChoices years, tiers;
    for (auto const each : scene.catalogue().css().years.value)
        years.emplace_back(std::to_string(each), words.plural("dialog.years", each));
    add("years", Kind::choice, std::move(years));
    if (!may_choose_tier(scene, *buy)) return fields;
    for (auto const each : catalogue::all_tiers) tiers.emplace_back(engine::code(each), tier_text(words, each));
    add("tier", Kind::choice, std::move(tiers));
    return fields;
}

std::string purchase_kind(DialogState const& dialog)
{
    if (dialog.kind != DialogKind::buy_service) return {};
    return std::string { of_purchase(dialog.cure.front(), KindOf {}) };
}

std::string purchase_title(Words const& words, DialogState const& dialog)
{
    return of_purchase(step_of(dialog), TitleOf { words });
}

std::string purchase_text(Scene const& scene, DialogState const& dialog)
{
    auto const step = step_of(dialog);
    return of_purchase(step, TermOf { scene.words }) + ' ' + cost_sentence(scene, step);
}

std::vector<engine::Command> purchase_commands(DialogState const& dialog, FieldErrors& errors)
{
    if (bought_anew(dialog)) (void)required_number(dialog, "quantity", errors);
    auto step = step_of(dialog);
    if (auto* const number = number_in(step)) *number = required(dialog, "order", errors);
    return { std::move(step) };
}

} // namespace keyrack::portal
