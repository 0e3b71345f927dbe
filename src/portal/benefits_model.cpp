#include "portal/benefits_model.hpp"

#include "engine/css_features.hpp"
#include "engine/question.hpp"
#include "portal/compliance_model.hpp"
#include "portal/proof_model.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

using catalogue::CssTier;
using engine::FeatureOnDay;
using engine::FeatureTable;

// What the model is made from.
struct Benefits
{
    Scene const& scene;
    OrgId org;
    FeatureTable table;

    [[nodiscard]] bool has_tier() const { return table.tier.contracts > 0; }
    [[nodiscard]] bool in_force(CssTier tier) const { return has_tier() && tier == table.tier.lowest; }
    // Paid for by some contract, and not served: the lowest tier counts (R188).
    [[nodiscard]] bool lost(CssTier tier) const
    {
        return has_tier() && table.tier.lowest < tier && tier <= table.tier.highest;
    }
    [[nodiscard]] std::int64_t given() const
    {
        return std::ranges::count_if(table.rows, [](auto const& row) { return row.given; });
    }
    [[nodiscard]] std::string link(std::string ask) const
    {
        auto const& key = scene.ledger().css().orgs()[org].key;
        return scene.link(ComplianceRoute { .org = key, .tab = OrgTab::benefits, .ask = std::move(ask) });
    }
};

std::string feature_text(Words const& words, engine::TierFeature const& feature)
{
    return std::string { words("benefit." + std::string { engine::code(feature) }) };
}

// Minutes that are whole hours from two hours on are told as hours.
std::string minutes_text(Words const& words, std::int64_t minutes)
{
    constexpr std::int64_t hour = 60;
    bool const in_hours = minutes >= 2 * hour && minutes % hour == 0;
    return words(in_hours ? "benefits.cell.under_hours" : "benefits.cell.minutes",
        { { "count", words.number(in_hours ? minutes / hour : minutes) } });
}

// Empty: a tick says it all.
std::string amount_text(Scene const& scene, engine::TierFeature const& feature, std::int64_t value)
{
    auto const& words = scene.words;
    auto const* const benefit = std::get_if<catalogue::Benefit>(&feature);
    if (!benefit) return minutes_text(words, value);
    switch (scene.catalogue().css().row(*benefit).unit) {
    case catalogue::BenefitUnit::given: break;
    case catalogue::BenefitUnit::rank: return std::string { words("benefits.cell.rank." + std::to_string(value)) };
    case catalogue::BenefitUnit::hours_a_year:
        return words("benefits.cell.hours", { { "count", words.number(value) } });
    case catalogue::BenefitUnit::tenths_of_percent:
        return words(
            "benefits.cell.percent", { { "whole", words.number(value / 10) }, { "tenth", words.number(value % 10) } });
    }
    return {};
}

Tone cell_tone(Benefits const& of, FeatureOnDay const& row, CssTier tier)
{
    if (of.lost(tier) && row.at(tier) != row.at(of.table.tier.lowest)) return Tone::ending;
    if (!of.in_force(tier) || !row.given) return Tone::neutral;
    return of.table.served.empty() ? Tone::missing : Tone::covered;
}

// R168: Priority alone does not bring the manager, the value of the contracts does.
bool asks_for_value(engine::TierFeature const& feature, CssTier tier)
{
    return feature == engine::TierFeature { catalogue::Benefit::customer_success_manager } && tier == CssTier::priority;
}

TierCell cell_of(Benefits const& of, FeatureOnDay const& row, CssTier tier)
{
    auto const value = row.at(tier);
    if (value == 0) return {};
    auto const tone = cell_tone(of, row, tier);
    if (asks_for_value(row.feature, tier))
        return { .text = std::string { of.scene.words("benefits.cell.by_value") }, .given = true, .tone = tone };
    return { .text = amount_text(of.scene, row.feature, value), .given = true, .tone = tone };
}

FeatureOfTiers feature_line(Benefits const& of, FeatureOnDay const& row)
{
    auto const& words = of.scene.words;
    auto const key = std::string { engine::code(row.feature) };
    FeatureOfTiers line { .key = key,
        .name = feature_text(words, row.feature),
        .says = feature_text(words, row.feature),
        .fragment = of.link(key),
        .cells = {} };
    for (auto const tier : catalogue::all_tiers) {
        auto& cell = line.cells[static_cast<std::size_t>(tier)];
        cell = cell_of(of, row, tier);
        auto const said = !cell.given ? words("benefits.cell.no")
            : cell.text.empty()       ? words("benefits.cell.yes")
                                      : std::string_view { cell.text };
        line.says += " · " + tier_text(words, tier) + ": " + std::string { said };
    }
    return line;
}

PillarOfFeatures pillar_of(Benefits const& of, catalogue::Pillar pillar)
{
    auto const& words = of.scene.words;
    PillarOfFeatures result { std::string { words("pillar." + std::string { code(pillar) }) }, {}, {} };
    std::int64_t given = 0;
    for (auto const& row : of.table.rows) {
        if (row.pillar != pillar) continue;
        result.features.push_back(feature_line(of, row));
        given += row.given && !of.table.served.empty() ? 1 : 0;
    }
    result.second = words(
        "benefits.of", { { "part", words.number(given) }, { "whole", words.number(std::ssize(result.features)) } });
    return result;
}

Chip today_chip(Benefits const& of)
{
    auto const& words = of.scene.words;
    auto const served = std::ssize(of.table.served), suspended = std::ssize(of.table.suspended);
    if (suspended == 0) return { Tone::covered, std::string { words("benefits.today") } };
    if (served == 0) return { Tone::missing, std::string { words("benefits.suspended") } };
    return { Tone::ending,
        words(
            "benefits.in_some", { { "part", words.number(served) }, { "whole", words.number(served + suspended) } }) };
}

TierColumn column_of(Benefits const& of, CssTier tier)
{
    auto const& words = of.scene.words;
    TierColumn column { .name = tier_text(words, tier) };
    if (of.in_force(tier)) column.chip = today_chip(of);
    if (of.has_tier() && tier == of.table.tier.highest && of.lost(tier))
        column.chip = { Tone::ending, std::string { words("benefits.paid") } };
    return column;
}

// --- what is given where ---------------------------------------------------------------------------------------------

ActionLine scope_line(Benefits const& of, ScopeId scope, bool served)
{
    auto const& words = of.scene.words;
    auto const& css = of.scene.ledger().css();
    auto const& line = css.lines()[css.scopes()[scope.row()].line];
    return { .key = line.key,
        .subject = served ? Subject::contract : Subject::breach,
        .tone = served ? Tone::covered : Tone::missing,
        .text = line.name.empty() ? line.key : line.name,
        .second = words.plural(served ? "benefits.line_given" : "benefits.line_suspended", of.given(),
            { { "tier", tier_text(words, of.table.tier.lowest) } }),
        .chip = { served ? Tone::covered : Tone::missing,
            std::string { words(served ? "benefits.given" : "benefits.suspended") } },
        .action = {},
        .fragment = {} };
}

// R158: the hours of each contract in force that covers licences here.
void add_hours(Benefits const& of, std::vector<ActionLine>& lines)
{
    auto const& words = of.scene.words;
    auto const& css = of.scene.ledger().css();
    for (std::uint32_t row = 0; row < css.contracts().size(); ++row) {
        auto const id = ContractId::of_row(row);
        auto const covers = std::ranges::any_of(
            engine::lines_of(css, id), [&](ContractLineId each) { return css.contract_lines()[each].org == of.org; });
        if (!covers || css.contracts()[id].standing != engine::Standing::valid) continue;
        auto const pool = engine::hours_of(of.scene.ledger(), of.scene.catalogue(), id, of.scene.day());
        if (!pool.in_force || pool.hours == 0) continue;
        auto const& key = css.contracts()[id].key;
        lines.push_back({ .key = "hours." + key,
            .subject = Subject::ending,
            .tone = pool.left > 0 ? Tone::neutral : Tone::ending,
            .text =
                words("benefits.hours", { { "left", words.number(pool.left) }, { "hours", words.number(pool.hours) } }),
            .second =
                words("benefits.hours_until", { { "contract", key }, { "date", words.short_date(pool.year.to) } }),
            .action = std::string { words("benefits.hours_open") },
            .fragment = of.scene.link(ComplianceRoute { .contract = key }) });
    }
}

// R168, with what it asks for in figures.
ActionLine manager_line(Benefits const& of)
{
    auto const& words = of.scene.words;
    auto const customer = engine::customer_of(of.scene.ledger(), of.org);
    auto const manager = engine::manager_verdict(of.scene.ledger(), of.scene.catalogue(), customer, of.scene.day());
    bool const yes = manager.answer == engine::Holds::yes;
    auto const threshold = of.scene.catalogue().css().manager_dollars.value;
    return { .key = "manager",
        .subject = Subject::person,
        .tone = yes ? Tone::covered : Tone::neutral,
        .text = std::string { words(yes ? "benefits.manager_yes" : "benefits.manager_no") },
        .second = joined(
            { words("benefits.manager_value",
                  { { "dollars", words.number(manager.annual_dollars) }, { "threshold", words.number(threshold) } }),
                manager.lines_without_value > 0 ? words.plural("benefits.manager_unknown", manager.lines_without_value)
                                                : std::string {} }),
        .action = std::string { words("benefits.why") },
        .fragment = of.link(std::string { code(catalogue::Benefit::customer_success_manager) }) };
}

// How many rows `tier` gives otherwise than the one that is served.
std::int64_t more_at(Benefits const& of, CssTier tier)
{
    return std::ranges::count_if(
        of.table.rows, [&](auto const& row) { return row.at(tier) != row.at(of.table.tier.lowest); });
}

std::vector<ActionLine> lines_of(Benefits const& of)
{
    auto const& words = of.scene.words;
    std::vector<ActionLine> lines;
    for (auto const scope : of.table.suspended) lines.push_back(scope_line(of, scope, false));
    for (auto const scope : of.table.served) lines.push_back(scope_line(of, scope, true));
    if (!of.has_tier()) return lines;
    add_hours(of, lines);
    lines.push_back(manager_line(of));
    if (of.table.tier.highest == CssTier::priority_plus) return lines;
    auto const next = static_cast<CssTier>(static_cast<int>(of.table.tier.lowest) + 1);
    lines.push_back({ .key = "next",
        .subject = Subject::order,
        .tone = Tone::planned,
        .text = words.plural("benefits.next", more_at(of, next), { { "tier", tier_text(words, next) } }),
        .second = {},
        .action = std::string { words("remedy.upgrade_action") },
        .fragment = {},
        .run = "raise:" + of.scene.ledger().css().orgs()[of.org].key });
    return lines;
}

void say_what_is_amiss(Benefits const& of, BenefitsModel& model)
{
    auto const& words = of.scene.words;
    auto const& tier = of.table.tier;
    if (!of.has_tier()) model.notice = words("benefits.no_tier");
    if (of.has_tier() && !tier.uniform)
        model.notice = words.plural("benefits.mixed", more_at(of, tier.highest),
            { { "lowest", tier_text(words, tier.lowest) }, { "highest", tier_text(words, tier.highest) } });
}

// --- the proof -------------------------------------------------------------------------------------------------------

std::string when(Scene const& scene)
{
    if (!scene.route.as_of) return std::string { scene.words("proof.today") };
    return scene.words("proof.on_day", { { "date", scene.words.date(scene.day()) } });
}

std::string served_lines(Benefits const& of)
{
    auto const& css = of.scene.ledger().css();
    std::string names;
    for (auto const scope : of.table.served) {
        auto const& line = css.lines()[css.scopes()[scope.row()].line];
        names += (names.empty() ? "" : ", ") + (line.name.empty() ? line.key : line.name);
    }
    return names;
}

ProofModel proof_of(Benefits const& of, engine::TierFeature const& feature)
{
    auto const& scene = of.scene;
    auto const verdict = engine::feature_verdict(scene.ledger(), scene.catalogue(), of.org, feature, scene.day());
    bool const yes = verdict.answer == engine::Holds::yes;
    auto const& org = scene.ledger().css().orgs()[of.org];
    auto const* const key = !yes ? "no" : of.table.served.empty() ? "yes" : "yes_in";
    std::vector<Argument> const arguments { { "org", org.name.empty() ? org.key : org.name }, { "when", when(scene) },
        { "benefit", feature_text(scene.words, feature) }, { "lines", served_lines(of) } };
    return { .question = scene.words.fill("benefits.question", arguments),
        .verdict = scene.words.fill(std::string { "benefits.verdict." } + key, arguments),
        .answer = yes ? Mark::yes : Mark::no,
        .answer_text = std::string { scene.words(yes ? "proof.yes" : "proof.no") },
        .steps = proof_steps(scene, verdict.proof),
        .cures = {},
        .sources = proof_sources(scene, verdict.proof) };
}

} // namespace

BenefitsModel benefits_model(Scene const& scene, ComplianceRoute const& route, OrgId org)
{
    Benefits const of { scene, org, engine::feature_table(scene.ledger(), scene.catalogue(), org, scene.day()) };
    BenefitsModel model;
    if (auto const feature = engine::tier_feature(route.ask)) {
        model.proof = proof_of(of, *feature);
        model.back = scene.words("benefits.back");
        model.back_fragment = of.link({});
        return model;
    }
    say_what_is_amiss(of, model);
    model.lines = lines_of(of);
    for (auto const tier : catalogue::all_tiers) {
        model.tiers[static_cast<std::size_t>(tier)] = column_of(of, tier);
        if (of.in_force(tier)) model.today = static_cast<std::size_t>(tier);
    }
    for (auto const pillar : catalogue::all_pillars) model.pillars.push_back(pillar_of(of, pillar));
    return model;
}

} // namespace keyrack::portal
