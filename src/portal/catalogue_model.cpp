#include "portal/catalogue_model.hpp"

#include "base/text.hpp"
#include "engine/proof.hpp"
#include "portal/proof_model.hpp"
#include "portal/word_search.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace keyrack::portal {

namespace {

using Sections = std::vector<CatalogueSection>;

constexpr int most_rules = 399; // numbers that a rule may have

template <class T>
CatalogueLine line(Words const& words, std::string_view label, std::string text, catalogue::Parameter<T> const& of)
{
    return { std::string { words(label) }, std::move(text), origin_text(words, of.origin) };
}

std::string listed(std::span<std::string const> texts)
{
    std::string all;
    for (auto const& text : texts) {
        if (!all.empty()) all += ", ";
        all += text;
    }
    return all;
}

// A value that stands for itself begins with a capital, though the same words may stand in a sentence elsewhere.
std::string as_value(std::string text)
{
    auto const at = [&](std::size_t place) { return static_cast<unsigned char>(text[place]); };
    if (!text.empty() && at(0) >= 'a' && at(0) <= 'z') text[0] = static_cast<char>(at(0) - 0x20);
    // à to þ in UTF-8, as in „én“
    if (text.size() > 1 && at(0) == 0xC3 && at(1) >= 0xA0 && at(1) <= 0xBE) text[1] = static_cast<char>(at(1) - 0x20);
    return text;
}

// --- programmes ------------------------------------------------------------------------------------------------------

// "1, 2 or 3 years"
std::string years_text(Words const& words, std::span<int const> years)
{
    if (years.empty()) return std::string { words("catalogue.any_years") };
    auto const last = words.plural("dialog.years", years.back());
    std::vector<std::string> others;
    for (auto const each : years.first(years.size() - 1)) others.push_back(words.number(each));
    return others.empty() ? last : words("catalogue.or", { { "others", listed(others) }, { "last", last } });
}

CatalogueLine cancel_line(Words const& words, catalogue::Programme const& programme)
{
    if (!programme.cancel_within_days)
        return { std::string { words("catalogue.cancel") }, std::string { words("catalogue.no_cancel") }, {} };
    auto const& days = *programme.cancel_within_days;
    return line(words, "catalogue.cancel", as_value(words.plural("parameter.cancel_within_days", days.value)), days);
}

CatalogueSection programme_section(Scene const& scene, catalogue::Programme const& programme)
{
    auto const& words = scene.words;
    auto const& term = programme.term;
    CatalogueSection section { programme.name, std::string { words("catalogue.programme") }, {} };
    auto& lines = section.lines;
    bool const for_devices = term.is_for_devices();
    lines.push_back({ std::string { words("catalogue.for") },
        std::string { words(for_devices                                               ? "catalogue.for_devices"
                : programme.eligible_rooms.value == catalogue::EligibleRooms::in_sync ? "catalogue.for_sync_rooms"
                                                                                      : "catalogue.for_rooms") },
        origin_text(words, for_devices ? term.licensed->origin : programme.eligible_rooms.origin) });
    lines.push_back(line(words, "catalogue.years", years_text(words, term.sku_years.value), term.sku_years));
    lines.push_back(line(words, "catalogue.starts",
        for_devices ? std::string { words("catalogue.starts_with_device") }
                    : words.plural("catalogue.starts_within", term.start_within_days.value),
        term.start_within_days));
    std::vector<std::string> features;
    for (auto const& [feature, origin] : programme.features)
        features.push_back(feature_name(words, catalogue::code(feature)));
    if (!features.empty()) lines.push_back({ std::string { words("catalogue.gives") }, listed(features), {} });
    lines.push_back(cancel_line(words, programme));
    if (auto const& cap = programme.warranty_cap_years)
        lines.push_back(
            line(words, "catalogue.cap", as_value(words.plural("parameter.warranty_cap_years", cap->value)), *cap));
    if (auto const& spare = programme.licences_per_spare)
        lines.push_back(line(
            words, "catalogue.spares", as_value(words.plural("parameter.licences_per_spare", spare->value)), *spare));
    for (auto const& earlier : programme.earlier.value_or(std::vector<catalogue::EarlierTerms> {}))
        lines.push_back({ words("catalogue.earlier", { { "date", words.short_date(earlier.until) } }),
            words.plural("catalogue.starts_within", earlier.term.start_within_days.value),
            origin_text(words, earlier.term.start_within_days.origin) });
    return section;
}

CatalogueSection css_section(Scene const& scene)
{
    auto const& words = scene.words;
    auto const& css = scene.catalogue().css();
    CatalogueSection section { css.name, std::string { words("catalogue.css") }, {} };
    section.lines.push_back(line(words, "catalogue.years", years_text(words, css.years.value), css.years));
    section.lines.push_back(line(words, "catalogue.manager",
        words.plural("parameter.manager_dollars", css.manager_dollars.value), css.manager_dollars));
    section.lines.push_back(line(words, "catalogue.hours",
        words.plural("parameter.hours_reset_years", css.hours_reset_years.value), css.hours_reset_years));
    return section;
}

Sections programme_sections(Scene const& scene)
{
    Sections sections;
    for (auto const& programme : scene.catalogue().programmes())
        sections.push_back(programme_section(scene, programme));
    if (!scene.catalogue().css().name.empty()) sections.push_back(css_section(scene));
    return sections;
}

// --- rules -----------------------------------------------------------------------------------------------------------

// "The order … is in force": what a rule says of anything.
std::string of_anything(std::string_view text)
{
    std::string said;
    while (!text.empty()) {
        auto const begin = std::min(text.find('{'), text.size());
        said += text.substr(0, begin);
        text.remove_prefix(begin);
        if (text.empty()) break;
        said += "…";
        text.remove_prefix(std::min(text.find('}'), text.size() - 1) + 1);
    }
    return said;
}

using WordsByRule = std::map<std::string, std::string, std::less<>>; // by R-id

// What the rules say that cite it, in our words.
WordsByRule words_of_proofs(Words const& words)
{
    WordsByRule said;
    for (int at = 0; at <= static_cast<int>(engine::last_rule); ++at) {
        auto const rule = static_cast<engine::Rule>(at);
        auto const key = "rule." + std::string { engine::code(rule) } + ".yes";
        if (!words.knows(key)) continue;
        for (auto const citation : engine::citations(rule)) {
            auto& text = said[std::string { citation }];
            if (!text.empty()) text += ". ";
            text += of_anything(words(key));
        }
    }
    return said;
}

// Where a proof and a heading are of several rules, or none cites it: the benefit it gives, or a text of its own.
WordsByRule words_by_rule(Scene const& scene)
{
    auto const& words = scene.words;
    auto said = words_of_proofs(words);
    for (auto const& row : scene.catalogue().css().benefits)
        said.try_emplace(row.origin.reference, words("benefit." + std::string { code(row.benefit) }));
    for (int number = 1; number <= most_rules; ++number) {
        auto const id = "R" + std::to_string(number);
        if (auto const key = "catalogue.says." + id; words.knows(key)) said[id] = words(key);
    }
    return said;
}

Sections rule_sections(Scene const& scene)
{
    auto const& words = scene.words;
    auto const said = words_by_rule(scene);
    Sections sections;
    for (int number = 1; number <= most_rules; ++number) {
        auto const id = "R" + std::to_string(number);
        auto const* const source = scene.catalogue().source(id);
        if (!source) continue;
        auto const document = std::string { words("document." + source->document) };
        auto section = std::ranges::find(sections, document, &CatalogueSection::title);
        if (section == sections.end()) section = sections.insert(section, { document, {}, {} });
        auto const in_words = said.find(id);
        auto stands = source->place.empty() ? std::string { words("catalogue.whole_document") }
                                            : words("catalogue.heading", { { "place", heading_of(*source, words) } });
        section->lines.push_back({ id, in_words == said.end() ? std::string {} : in_words->second, std::move(stands) });
    }
    for (auto& section : sections) section.second = words.plural("catalogue.rules", std::ssize(section.lines));
    CatalogueSection decisions { std::string { words("catalogue.decisions") },
        std::string { words("catalogue.decisions_second") }, {} };
    for (int number = 1; number <= most_rules; ++number)
        if (auto const found = said.find("D" + std::to_string(number)); found != said.end())
            decisions.lines.push_back({ found->first, found->second, {} });
    if (!decisions.lines.empty()) sections.push_back(std::move(decisions));
    return sections;
}

// --- products --------------------------------------------------------------------------------------------------------

Sections product_sections(Scene const& scene)
{
    auto const& words = scene.words;
    auto const& range = scene.catalogue().range();
    constexpr std::array groups { catalogue::ProductGroup::device, catalogue::ProductGroup::room_solution,
        catalogue::ProductGroup::accessory, catalogue::ProductGroup::software };
    Sections sections;
    for (auto const group : groups) {
        CatalogueSection section { std::string { words("catalogue.group." + std::string { catalogue::code(group) }) },
            {}, {} };
        for (auto const& product : range.products)
            if (product.group == group)
                section.lines.push_back({ product.name, listed(product.models), origin_text(words, product.origin) });
        section.second = words.plural("catalogue.products", std::ssize(section.lines));
        if (!section.lines.empty()) sections.push_back(std::move(section));
    }
    auto const& jumpstart = range.jumpstart;
    if (jumpstart.name.empty()) return sections;
    sections.push_back({ jumpstart.name, std::string { words("catalogue.jumpstart") },
        { line(words, "catalogue.jumpstart_days", words.plural("parameter.jumpstart_days", jumpstart.days.value),
              jumpstart.days),
            line(
                words, "catalogue.jumpstart_with", listed(jumpstart.included_with.value), jumpstart.included_with) } });
    return sections;
}

// --- countries and the desk ------------------------------------------------------------------------------------------

CatalogueSection country_section(Scene const& scene)
{
    auto const& words = scene.words;
    CatalogueSection section { std::string { words("catalogue.countries") },
        std::string { words("catalogue.countries_second") }, {} };
    for (auto const& terms : scene.ledger().country_terms().rows()) {
        auto const country = std::string { terms.country.letters.data(), terms.country.letters.size() };
        bool const served = terms.availability == engine::Availability::available;
        section.lines.push_back({ country,
            joined({ scene.catalogue()[terms.programme].name,
                std::string { words(served ? "catalogue.served" : "catalogue.not_served") },
                words("catalogue.from", { { "date", words.short_date(terms.from) } }), terms.note }),
            std::string { words("catalogue.origin.operator") } });
    }
    if (section.lines.empty())
        section.lines.push_back({ std::string { words("catalogue.everywhere") },
            std::string { words("catalogue.everywhere_second") }, {} });
    return section;
}

CatalogueSection desk_section(Scene const& scene)
{
    auto const& words = scene.words;
    auto const& desk = scene.catalogue().desk();
    return { std::string { words("catalogue.desk") }, std::string { words("catalogue.desk_second") },
        { line(words, "catalogue.invitation", words.plural("parameter.invitation_days", desk.invitation_days.value),
              desk.invitation_days),
            line(words, "catalogue.mailboxes", listed(desk.group_mailboxes.value), desk.group_mailboxes),
            line(words, "catalogue.sender", desk.sender.value, desk.sender),
            line(words, "catalogue.contact", desk.contact.value, desk.contact),
            line(words, "catalogue.inviting", listed(desk.inviting_programmes.value), desk.inviting_programmes) } };
}

Sections sections_of(Scene const& scene, CataloguePart part)
{
    switch (part) {
    case CataloguePart::programmes: return programme_sections(scene);
    case CataloguePart::rules: return rule_sections(scene);
    case CataloguePart::products: return product_sections(scene);
    case CataloguePart::parameters: return { desk_section(scene), country_section(scene) };
    case CataloguePart::support: return support_sections(scene);
    }
    return {};
}

// "r3" is not found in "r39": a number is whole.
bool is_found(std::string_view text, std::string_view word)
{
    auto const is_digit = [](char each) { return each >= '0' && each <= '9'; };
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        auto const end = at + word.size();
        if (!is_digit(word.back()) || end == text.size() || !is_digit(text[end])) return true;
    }
    return false;
}

void keep_found(Sections& sections, std::string_view query)
{
    auto const words = search_words(query);
    if (words.empty()) return;
    for (auto& section : sections)
        std::erase_if(section.lines, [&](CatalogueLine const& each) {
            auto const text = folded(section.title + ' ' + each.label + ' ' + each.text + ' ' + each.origin);
            return !std::ranges::all_of(words, [&](auto const& word) { return is_found(text, word); });
        });
    std::erase_if(sections, [](CatalogueSection const& section) { return section.lines.empty(); });
}

} // namespace

CatalogueModel catalogue_model(Scene const& scene, CatalogueRoute const& route)
{
    auto const& words = scene.words;
    CatalogueModel model;
    model.query = route.query;
    model.second = words("catalogue.second");
    struct Part
    {
        CataloguePart part;
        std::string_view words;
    };
    for (auto const& part : { Part { CataloguePart::programmes, "catalogue.part.programmes" },
             Part { CataloguePart::rules, "catalogue.part.rules" },
             Part { CataloguePart::products, "catalogue.part.products" },
             Part { CataloguePart::parameters, "catalogue.part.parameters" },
             Part { CataloguePart::support, "catalogue.part.support" } }) {
        auto sections = sections_of(scene, part.part);
        keep_found(sections, route.query);
        std::int64_t count = 0;
        for (auto const& section : sections) count += std::ssize(section.lines);
        model.parts.push_back({ std::string { words(part.words) }, count, part.part == route.part,
            scene.link(CatalogueRoute { part.part, route.query }) });
        if (part.part == route.part) model.sections = std::move(sections);
    }
    if (model.sections.empty()) model.nothing = words("catalogue.nothing", { { "query", route.query } });
    return model;
}

std::string const& heading_of(catalogue::Source const& source, Words const& words)
{
    auto const language = words.language();
    auto const& place = language == Language::german ? source.place_de
        : language == Language::norwegian            ? source.place_nb
                                                     : source.place_en;
    return place ? *place : source.place;
}

std::string origin_text(Words const& words, catalogue::Origin const& origin)
{
    switch (origin.kind) {
    case catalogue::OriginKind::document:
        return words("catalogue.origin.document", { { "reference", origin.reference } });
    case catalogue::OriginKind::decision:
        return words("catalogue.origin.decision", { { "reference", origin.reference } });
    case catalogue::OriginKind::operator_set: return std::string { words("catalogue.origin.operator") };
    }
    return {};
}

} // namespace keyrack::portal
