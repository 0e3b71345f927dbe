#include "portal/warranty_words.hpp"

namespace keyrack::portal {

Chip warranty_chip(Scene const& scene, engine::Warranty const& warranty)
{
    using State = engine::WarrantyState;
    auto const chip = [&](Tone tone, std::string_view key) { return Chip { tone, std::string { scene.words(key) } }; };
    switch (engine::state_on(warranty, scene.day())) {
    case State::unknown: break;
    case State::ended: return chip(Tone::missing, "warranty.ended");
    case State::capped: return chip(Tone::ending, "warranty.clipped");
    case State::extended: return chip(Tone::covered, "warranty.extended");
    case State::base: return chip(Tone::neutral, "warranty.base");
    }
    return chip(Tone::neutral, "warranty.unknown");
}

std::string warranty_text(Scene const& scene, engine::Warranty const& warranty)
{
    auto const end = warranty.end();
    if (!end) return std::string { scene.words("warranty.not_set") };
    auto const key = *end > scene.day() ? "warranty.to" : "warranty.ended_on";
    return scene.words(key, { { "date", scene.words.short_date(*end) } });
}

std::string warranty_why(Scene const& scene, engine::Device const& device, engine::Warranty const& warranty)
{
    auto const& words = scene.words;
    auto const bought = words.short_date(device.purchased_on);
    if (warranty.clipped_from && warranty.extended_to)
        return words("warranty.why_clipped",
            { { "bought", bought }, { "cap", words.short_date(*warranty.extended_to) },
                { "licence", words.short_date(*warranty.clipped_from) } });
    bool const longer = warranty.extended_to && *warranty.extended_to > warranty.base_end.value_or(always);
    if (longer)
        return words(
            "warranty.why_extended", { { "bought", bought }, { "date", words.short_date(*warranty.extended_to) } });
    return words("warranty.why_base", { { "bought", bought } });
}

} // namespace keyrack::portal
