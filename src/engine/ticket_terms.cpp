#include "engine/ticket_terms.hpp"

#include "engine/ticket_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace keyrack::engine {

namespace {

using catalogue::Desk;
using catalogue::Measure;
using catalogue::SupportTarget;
using catalogue::Tier;

constexpr std::string_view threshold_prefix = "large_user_from/";
constexpr std::string_view target_prefix = "support_target/";

template <class Enum>
std::optional<Enum> named(std::string_view word, std::initializer_list<Enum> values)
{
    for (Enum const value : values)
        if (code(value) == word) return value;
    return std::nullopt;
}

// The text up to the next slash; what follows it remains.
std::string_view cut_word(std::string_view& text)
{
    auto const word = text.substr(0, text.find('/'));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    return word;
}

// Keys are made by target_key alone, so a key that does not read back is none of them.
std::optional<SupportTarget> target_of(Setting const& setting)
{
    std::string_view rest = std::string_view { setting.key }.substr(target_prefix.size());
    auto const desk = named(cut_word(rest), { Desk::rooms, Desk::large_user, Desk::customer_success });
    auto const measure =
        named(cut_word(rest), { Measure::response, Measure::determination, Measure::restoration, Measure::solution });
    auto const number = cut_word(rest);
    auto const tier = named(rest, { Tier::none, Tier::select, Tier::priority, Tier::priority_plus });
    std::int32_t severity = 0;
    auto const read = std::from_chars(number.data(), number.data() + number.size(), severity);
    if (!desk || !measure || !tier || read.ec != std::errc {}) return std::nullopt;
    SupportTarget target;
    target.desk = *desk;
    target.measure = *measure;
    target.severity = severity;
    target.tier = *tier;
    target.limit_minutes = setting.number;
    target.promise = catalogue::Promise::target;
    target.origin = { catalogue::OriginKind::operator_set, "D19" };
    return target;
}

} // namespace

SupportTarget const* SupportTerms::target(Desk desk, Measure measure, std::int32_t severity, Tier tier) const
{
    if (auto const* documented = support->target(desk, measure, severity, tier)) return documented;
    auto const fits = [&](SupportTarget const& each) {
        return each.desk == desk && each.measure == measure && each.severity == severity
            && (each.tier == tier || each.tier == Tier::none);
    };
    auto const found = std::ranges::find_if(set, fits);
    return found == set.end() ? nullptr : &*found;
}

SupportTerms shipped_terms(catalogue::Support const& support)
{
    return { &support, {}, {} };
}

SupportTerms terms_of(Ledger const& ledger, catalogue::Catalogue const& catalogue)
{
    SupportTerms terms = shipped_terms(catalogue.support());
    for (Setting const& setting : ledger.settings().rows()) {
        if (setting.number < 1) continue;
        std::string_view const key = setting.key;
        if (key.starts_with(threshold_prefix))
            terms.thresholds.push_back({ std::string { key.substr(threshold_prefix.size()) }, setting.number });
        if (!key.starts_with(target_prefix)) continue;
        if (auto target = target_of(setting)) terms.set.push_back(std::move(*target));
    }
    // A target of the very tier goes before one for whatever tier.
    std::ranges::stable_sort(terms.set, std::greater {}, &SupportTarget::tier);
    return terms;
}

std::string threshold_key(std::string_view region)
{
    return std::string { threshold_prefix } + std::string { region };
}

std::string target_key(Desk desk, Measure measure, std::int32_t severity, Tier tier)
{
    std::string key { target_prefix };
    for (std::string_view const word : { code(desk), code(measure) }) key.append(word).append("/");
    return key + std::to_string(severity) + "/" + std::string { code(tier) };
}

} // namespace keyrack::engine
