#include "portal/proof_model.hpp"

#include "portal/catalogue_model.hpp"
#include "portal/moments.hpp"
#include "portal/orders_model.hpp"

#include <algorithm>
#include <utility>

namespace keyrack::portal {

namespace {

constexpr std::string_view never_renews_rules[] { "R41" };
// Of what would make it a yes, the best few: a tenant with hundreds of orders has hundreds of free licences.
constexpr std::size_t most_cures = 4;
constexpr std::ptrdiff_t most_cures_of_a_kind = 2;

// A term that is over asks why it did not simply go on.
bool tells_never_renews(engine::Proof const& node)
{
    return node.rule == engine::Rule::term_has_not_ended && node.holds == engine::Holds::no;
}

std::string place_text(Scene const& scene, catalogue::Source const& source)
{
    auto const document = std::string { scene.words("document." + source.document) };
    if (source.place.empty()) return document;
    return scene.words("proof.source", { { "document", document }, { "place", heading_of(source, scene.words) } });
}

void add_rules(std::vector<std::string_view>& rules, std::span<std::string_view const> citations)
{
    for (auto const rule : citations)
        if (std::ranges::find(rules, rule) == rules.end()) rules.push_back(rule);
}

void add_rules(std::vector<std::string_view>& rules, engine::Proof const& node)
{
    add_rules(rules, engine::citations(node.rule));
    if (tells_never_renews(node)) add_rules(rules, never_renews_rules);
    for (auto const& use : node.parameters) {
        std::string_view const from = use.origin.reference;
        if (use.origin.kind == catalogue::OriginKind::document) add_rules(rules, std::span { &from, 1 });
    }
    for (auto const& part : node.parts) add_rules(rules, part);
}

// By their numbers: of two, the shorter one is the smaller.
std::string in_order(std::vector<std::string_view>& rules)
{
    std::ranges::sort(rules, {}, [](std::string_view rule) { return std::pair { rule.size(), rule }; });
    std::string text;
    for (auto const rule : rules) text.append(text.empty() ? "" : ", ").append(rule);
    return text;
}

// Every number that a rule was given; where the documents or a decision set it, a tag says so.
std::string parameter_text(Words const& words, engine::ParameterUse const& use)
{
    auto const key = "parameter." + std::string { use.name };
    auto const text = key.ends_with("_minutes") ? words(key, { { "span", limit_text(words, use.value) } })
                                                : words.plural(key, use.value);
    if (use.origin.kind != catalogue::OriginKind::operator_set) return text;
    return words("origin.operator", { { "parameter", text } });
}

Mark mark_of(engine::Proof const& node)
{
    bool const holds = node.holds == engine::Holds::yes;
    switch (node.rule) {
    // Worth knowing either way; the answer does not stand or fall with them.
    case engine::Rule::spares_count:
    case engine::Rule::spares_threshold:
    case engine::Rule::spare_stays_earned:
    case engine::Rule::order_can_be_cancelled:
    case engine::Rule::warranty_base:
    case engine::Rule::warranty_cap: return Mark::information;
    case engine::Rule::term_has_started:
    case engine::Rule::term_has_not_ended: return holds ? Mark::date : Mark::no;
    default: return holds ? Mark::yes : Mark::no;
    }
}

struct LinkTo
{
    Scene const& scene;

    ProofLink operator()(std::monostate) const { return {}; }
    ProofLink operator()(AccountId) const { return {}; }
    // What Customer Success Services are about has no screen of its own.
    ProofLink operator()(OrgId) const { return {}; }
    ProofLink operator()(ProductLineId) const { return {}; }
    ProofLink operator()(HoldingId) const { return {}; }
    ProofLink operator()(ContractId) const { return {}; }
    ProofLink operator()(DeviceId id) const
    {
        auto const& device = scene.ledger().devices()[id];
        if (!device.room.exists()) return {};
        auto const& room = scene.ledger().rooms()[device.room].key;
        return { device.serial, scene.link(RoomsRoute { .room = room, .tab = RoomTab::devices }) };
    }
    ProofLink operator()(RoomId id) const
    {
        auto const& room = scene.ledger().rooms()[id];
        return { room.name, scene.link(RoomsRoute { .room = room.key }) };
    }
    ProofLink operator()(OrderId id) const
    {
        auto const& key = scene.ledger().orders()[id].key;
        return { key, scene.link(OrdersRoute { .order = key }) };
    }
    ProofLink operator()(engine::LicenceRef licence) const
    {
        auto const& key = scene.ledger().orders()[licence.order].key;
        return { key + '/' + std::to_string(licence.number), scene.link(OrdersRoute { .order = key }) };
    }
};

// The room that the whole page is about needs no link to itself.
bool leads_elsewhere(Scene const& scene, engine::Fact const& fact)
{
    auto const* const room = std::get_if<RoomId>(&fact.subject);
    auto const* const route = std::get_if<RoomsRoute>(&scene.route.screen);
    return !room || !route || scene.ledger().rooms()[*room].key != route->room;
}

void add_link(std::vector<ProofLink>& links, ProofLink link)
{
    bool const known = std::ranges::find(links, link.text, &ProofLink::text) != links.end();
    if (!link.text.empty() && !known) links.push_back(std::move(link));
}

enum class Begins { no, yes }; // its line

// What the facts are about, then the entries of the journal that recorded them.
std::vector<ProofLink> links_of(Scene const& scene, engine::Proof const& node, Begins begins)
{
    std::vector<ProofLink> links;
    for (auto const& fact : node.facts)
        if (leads_elsewhere(scene, fact)) add_link(links, std::visit(LinkTo { scene }, fact.subject));
    std::vector<EntryId> told;
    for (auto const& fact : node.facts) {
        if (!fact.entry.exists() || std::ranges::contains(told, fact.entry)) continue;
        told.push_back(fact.entry);
        auto const number = scene.words.number(std::int64_t { fact.entry.row() } + 1);
        auto const key = links.empty() && begins == Begins::yes ? "proof.entry_first" : "proof.entry";
        add_link(links, { scene.words(key, { { "number", number } }), scene.link(DataRoute { fact.entry }) });
    }
    return links;
}

std::optional<Date> day_told(engine::Proof const& node, std::string_view name)
{
    auto const found = std::ranges::find(node.facts, name, &engine::Fact::name);
    auto const* const date = found == node.facts.end() ? nullptr : std::get_if<Date>(&found->value);
    return date ? std::optional { *date } : std::nullopt;
}

// A term that is still to begin is not over either, but it does not run.
bool is_ahead(engine::Proof const& node)
{
    return node.rule == engine::Rule::term_has_not_ended && day_told(node, "day") < day_told(node, "start");
}

// A rule may read differently where it is made of parts.
std::string rule_key(Words const& words, engine::Proof const& node)
{
    auto key = "rule." + std::string { code(node.rule) } + (node.holds == engine::Holds::yes ? ".yes" : ".no");
    if (is_ahead(node)) return key + "_ahead";
    auto const whole = key + "_whole";
    return !node.parts.empty() && words.knows(whole) ? whole : key;
}

// What a clock has counted is told as the clock tells it, and the days of an order's term as its list does.
std::string told_text(Scene const& scene, engine::Fact const& fact)
{
    auto const* const minutes = std::get_if<std::int64_t>(&fact.value);
    if (fact.name == "counted" && minutes) return span_text(scene.words, Span { std::chrono::minutes { *minutes } });
    auto const* const date = std::get_if<Date>(&fact.value);
    auto const* const order = std::get_if<OrderId>(&fact.subject);
    bool const is_named = fact.name == "start" || fact.name == "end";
    if (!date || !order || !is_named || scene.ledger().first_assigned_on(*order) != never) return {};
    auto const status = engine::status_of(scene.ledger(), scene.catalogue(), *order, scene.day());
    bool const of_term = *date == status.term.from || *date == status.term.to;
    return of_term ? term_day_text(scene, status, *date) : std::string {};
}

std::vector<Argument> arguments_of(Scene const& scene, engine::Proof const& node)
{
    auto arguments = scene.words.arguments(node.facts);
    for (auto const& fact : node.facts) {
        auto const argument = std::ranges::find(arguments, fact.name, &Argument::first);
        auto text = told_text(scene, fact);
        if (argument != arguments.end() && !text.empty()) argument->second = std::move(text);
    }
    for (auto const& use : node.parameters) arguments.emplace_back(use.name, scene.words.number(use.value));
    return arguments;
}

ProofStep step_of(Scene const& scene, engine::Proof const& node, int depth)
{
    auto const key = rule_key(scene.words, node);
    auto const arguments = arguments_of(scene, node);
    std::vector<std::string> second;
    if (auto const more = key + "_second"; scene.words.knows(more))
        second.push_back(scene.words.parts(more, arguments));
    for (auto const& use : node.parameters) second.push_back(parameter_text(scene.words, use));
    std::vector<std::string_view> rules;
    add_rules(rules, engine::citations(node.rule));
    for (auto const& use : node.parameters) {
        std::string_view const from = use.origin.reference;
        if (use.origin.kind != catalogue::OriginKind::operator_set) add_rules(rules, std::span { &from, 1 });
    }
    auto const line = joined(second);
    return { .depth = depth,
        .mark = mark_of(node),
        .text = scene.words.fill(key, arguments),
        .second = line,
        .rules = rule_tags(scene, rules),
        .links = links_of(scene, node, line.empty() ? Begins::yes : Begins::no) };
}

ProofStep never_renews(Scene const& scene, int depth)
{
    return { .depth = depth,
        .mark = Mark::never_renews,
        .text = std::string { scene.words("rule.never_renews") },
        .second = std::string { scene.words("rule.never_renews_second") },
        .rules = rule_tags(scene, never_renews_rules),
        .links = {} };
}

void tell(Scene const& scene, engine::Proof const& node, int depth, std::vector<ProofStep>& steps)
{
    steps.push_back(step_of(scene, node, depth));
    if (tells_never_renews(node)) steps.push_back(never_renews(scene, depth));
    for (auto const& part : node.parts) tell(scene, part, depth + 1, steps);
}

// Positions in the verdict's cures, best first.
std::vector<std::size_t> told_cures(std::vector<engine::Cure> const& cures)
{
    std::vector<std::size_t> told;
    for (std::size_t index = 0; index < cures.size() && told.size() < most_cures; ++index) {
        auto const of_kind =
            std::ranges::count_if(told, [&](std::size_t each) { return cures[each].kind == cures[index].kind; });
        if (of_kind < most_cures_of_a_kind) told.push_back(index);
    }
    return told;
}

bool buys(engine::Cure const& cure)
{
    using enum engine::CureKind;
    return cure.kind == order_and_assign || cure.kind == define_in_sync_order_and_assign;
}

// Where a licence of the same programme could be taken, buying one is only another way.
bool has_to_buy(std::vector<engine::Cure> const& cures, engine::Cure const& cure)
{
    auto const programme = std::ranges::find(cure.facts, "programme", &engine::Fact::name);
    return buys(cure) && programme != cure.facts.end() && std::ranges::none_of(cures, [&](engine::Cure const& other) {
        return !buys(other) && std::ranges::contains(other.facts, *programme);
    });
}

CureModel cure_model(Scene const& scene, std::vector<engine::Cure> const& cures, std::size_t index)
{
    auto const& cure = cures[index];
    auto const key = "cure." + std::string { code(cure.kind) };
    auto arguments = scene.words.arguments(cure.facts);
    arguments.emplace_back("until", scene.words.short_date(cure.until));
    if (has_to_buy(cures, cure)) arguments.emplace_back("none_free", scene.words.fill("cure.none_free", arguments));
    return { .index = index,
        .text = scene.words.fill(key, arguments),
        .second = scene.words.parts(key + "_second", arguments),
        .action = std::string { scene.words(key + "_action") },
        .main = index == 0,
        .can_try = !scene.session.trial() && !scene.route.known_at };
}

// The reason that decides a no: the first that is not fulfilled, as deep as that can be followed.
std::string decisive(std::vector<ProofStep> const& steps)
{
    ProofStep const* found = nullptr;
    for (auto const& step : steps) {
        if (found && step.depth <= found->depth) break;
        if (step.mark == Mark::no) found = &step;
    }
    return found ? found->text : std::string {};
}

// In the middle of a sentence: in small letters where the language has it so.
std::string in_text(Words const& words, std::string_view feature)
{
    return std::string { words("feature_in_text." + std::string { feature }) };
}

std::string when(Scene const& scene)
{
    if (!scene.route.as_of) return std::string { scene.words("proof.today") };
    return scene.words("proof.on_day", { { "date", scene.words.date(scene.day()) } });
}

} // namespace

std::vector<ProofStep> proof_steps(Scene const& scene, std::span<engine::Proof const> proof)
{
    std::vector<ProofStep> steps;
    for (auto const& node : proof) tell(scene, node, 0, steps);
    return steps;
}

std::vector<ProofSource> proof_sources(Scene const& scene, std::span<engine::Proof const> proof)
{
    std::vector<std::string_view> rules;
    for (auto const& node : proof) add_rules(rules, node);
    std::vector<std::pair<std::string, std::vector<std::string_view>>> places;
    for (auto const rule : rules) {
        auto const* const source = scene.catalogue().source(rule);
        if (!source) continue;
        auto const place = place_text(scene, *source);
        auto const known = std::ranges::find(places, place, [](auto const& each) { return each.first; });
        if (known == places.end())
            places.push_back({ place, { rule } });
        else
            known->second.push_back(rule);
    }
    std::vector<ProofSource> sources;
    for (auto& [place, cited] : places) sources.push_back({ place, in_order(cited) });
    return sources;
}

ProofModel proof_model(Scene const& scene, std::string question, engine::Verdict const& verdict)
{
    bool const yes = verdict.answer == engine::Holds::yes;
    ProofModel model { .question = std::move(question),
        .answer = yes ? Mark::yes : Mark::no,
        .answer_text = std::string { scene.words(yes ? "proof.yes" : "proof.no") },
        .steps = proof_steps(scene, verdict.proof),
        .cures = {},
        .sources = proof_sources(scene, verdict.proof) };
    if (!yes) model.because = decisive(model.steps);
    for (auto const index : told_cures(verdict.cures)) model.cures.push_back(cure_model(scene, verdict.cures, index));
    return model;
}

std::string question_about(Scene const& scene, RoomQuestion const& question)
{
    auto const& room = scene.ledger().rooms()[question.room].name;
    if (question.feature.empty()) return scene.words("proof.is_covered", { { "room", room }, { "when", when(scene) } });
    return scene.words("proof.is_entitled",
        { { "room", room }, { "feature", in_text(scene.words, question.feature) }, { "when", when(scene) } });
}

std::string verdict_about(Scene const& scene, RoomQuestion const& question, engine::Verdict const& verdict)
{
    bool const yes = verdict.answer == engine::Holds::yes;
    auto const date = yes ? verdict.until : verdict.since;
    std::string key = question.feature.empty() ? "proof.verdict.cover." : "proof.verdict.feature.";
    key += yes ? "yes" : "no";
    if (date) key += "_dated";
    auto const feature = question.feature.empty() ? std::string {} : in_text(scene.words, question.feature);
    return scene.words(key,
        { { "room", scene.ledger().rooms()[question.room].name }, { "feature", feature }, { "when", when(scene) },
            { "date", date ? scene.words.date(*date) : std::string {} } });
}

std::vector<ProofLink> rule_tags(Scene const& scene, std::span<std::string_view const> rules)
{
    std::vector<ProofLink> tags;
    for (auto const rule : rules)
        tags.push_back(
            { std::string { rule }, scene.link(CatalogueRoute { CataloguePart::rules, std::string { rule } }) });
    return tags;
}

std::string feature_name(Words const& words, std::string_view code)
{
    return std::string { words("feature." + std::string { code }) };
}

} // namespace keyrack::portal
