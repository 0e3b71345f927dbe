// What support promises, when it works, and where a ticket goes.
#include "portal/catalogue_model.hpp"

#include "engine/ticket_terms.hpp"
#include "portal/ticket_words.hpp"

#include <format>

namespace keyrack::portal {

namespace {

std::string clock_text(std::int32_t minute)
{
    return std::format("{:02}:{:02}", minute / 60, minute % 60);
}

std::string listed(std::vector<std::string> const& texts)
{
    std::string all;
    for (auto const& text : texts) {
        if (!all.empty()) all += ", ";
        all += text;
    }
    return all;
}

std::string tier_name(Words const& words, catalogue::Tier tier)
{
    if (tier == catalogue::Tier::none) return {};
    switch (tier) {
    case catalogue::Tier::select: return std::string { words("tier.select") };
    case catalogue::Tier::priority: return std::string { words("tier.priority") };
    case catalogue::Tier::priority_plus: return std::string { words("tier.priority_plus") };
    case catalogue::Tier::none: break;
    }
    return {};
}

CatalogueLine target_line(Words const& words, catalogue::SupportTarget const& target)
{
    return {
        joined({ desk_name(words, target.desk), tier_name(words, target.tier), severity_name(words, target.severity) }),
        joined({ measure_name(words, target.measure),
            words("parameter.limit_minutes", { { "span", limit_text(words, target.limit_minutes) } }),
            target.warn_after_minutes
                ? words("parameter.warn_after_minutes", { { "span", limit_text(words, *target.warn_after_minutes) } })
                : std::string {} }),
        origin_text(words, target.origin)
    };
}

CatalogueSection target_section(Scene const& scene)
{
    auto const& words = scene.words;
    CatalogueSection section { std::string { words("catalogue.targets") },
        std::string { words("catalogue.targets_second") }, {} };
    for (auto const& target : scene.catalogue().support().targets) section.lines.push_back(target_line(words, target));
    for (auto const& target : engine::terms_of(scene.ledger(), scene.catalogue()).set)
        section.lines.push_back(target_line(words, target));
    return section;
}

CatalogueSection hours_section(Scene const& scene)
{
    auto const& words = scene.words;
    CatalogueSection section { std::string { words("catalogue.business_hours") },
        std::string { words("catalogue.business_hours_second") }, {} };
    for (auto const& hours : scene.catalogue().support().hours)
        section.lines.push_back({ std::string { words("region." + hours.region) },
            words("catalogue.opens",
                { { "opens", clock_text(hours.opens_minute) }, { "closes", clock_text(hours.closes_minute) } }),
            origin_text(words, hours.origin) });
    for (auto const& around : scene.catalogue().support().around_the_clock)
        section.lines.push_back({ joined({ desk_name(words, around.desk), tier_name(words, around.tier) }),
            around.up_to_severity
                ? words("catalogue.around_up_to", { { "severity", words.number(*around.up_to_severity) } })
                : std::string { words("catalogue.around") },
            origin_text(words, around.origin) });
    return section;
}

CatalogueSection excluded_section(Scene const& scene)
{
    auto const& words = scene.words;
    CatalogueSection section { std::string { words("catalogue.excluded") },
        std::string { words("catalogue.excluded_second") }, {} };
    for (auto const& service : scene.catalogue().support().excluded)
        section.lines.push_back({ service.name,
            words("catalogue.rated_by", { { "what", std::string { words("rated_by." + service.rated_by) } } }),
            origin_text(words, service.origin) });
    return section;
}

CatalogueSection route_section(Scene const& scene)
{
    auto const& words = scene.words;
    CatalogueSection section { std::string { words("catalogue.routes") },
        std::string { words("catalogue.routes_second") }, {} };
    auto const name = [&](catalogue::RouteKind kind) {
        switch (kind) {
        case catalogue::RouteKind::partner_help_centre: return words("route.partner_help_centre");
        case catalogue::RouteKind::help_centre: return words("route.help_centre");
        case catalogue::RouteKind::email: break;
        }
        return words("route.email");
    };
    for (auto const& route : scene.catalogue().support().routes)
        section.lines.push_back({ joined({ std::string { name(route.kind) }, listed(route.places) }),
            listed(route.addresses), origin_text(words, route.origin) });
    return section;
}

} // namespace

std::vector<CatalogueSection> support_sections(Scene const& scene)
{
    return { target_section(scene), hours_section(scene), route_section(scene), excluded_section(scene) };
}

} // namespace keyrack::portal
