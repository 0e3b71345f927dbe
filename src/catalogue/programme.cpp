#include "catalogue/programme.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace keyrack::catalogue {

namespace {

// The terms that had been changed by now and held on that day; nothing: those of today.
EarlierTerms const* terms_of(Programme const& programme, Date purchased)
{
    if (!programme.earlier) return nullptr;
    auto const found =
        std::ranges::find_if(*programme.earlier, [&](EarlierTerms const& terms) { return purchased < terms.until; });
    return found == programme.earlier->end() ? nullptr : &*found;
}

} // namespace

bool TermRule::sells(int years) const
{
    return sku_years.value.empty() || std::ranges::find(sku_years.value, years) != sku_years.value.end();
}

TermRule const& Programme::term_on(Date purchased) const
{
    auto const* const earlier_terms = terms_of(*this, purchased);
    return earlier_terms ? earlier_terms->term : term;
}

std::optional<Parameter<int>> const& Programme::cancel_within_days_on(Date purchased) const
{
    auto const* const earlier_terms = terms_of(*this, purchased);
    return earlier_terms ? earlier_terms->cancel_within_days : cancel_within_days;
}

std::optional<Parameter<int>> const& Programme::warranty_cap_years_on(Date purchased) const
{
    auto const* const earlier_terms = terms_of(*this, purchased);
    return earlier_terms ? earlier_terms->warranty_cap_years : warranty_cap_years;
}

std::vector<int> Programme::years_offered() const
{
    if (!term.sku_years.value.empty() || !warranty_cap_years) return term.sku_years.value;
    std::vector<int> years(static_cast<std::size_t>(warranty_cap_years->value));
    std::iota(years.begin(), years.end(), 1);
    return years;
}

GivenFeature const* Programme::given(Feature feature) const
{
    auto const found = std::ranges::find(features, feature, &GivenFeature::feature);
    return found == features.end() ? nullptr : &*found;
}

} // namespace keyrack::catalogue
