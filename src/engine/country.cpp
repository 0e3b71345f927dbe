#include "engine/country.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

bool is_about(CountryTerms const& terms, ProgrammeId programme, Country country)
{
    return terms.programme == programme && terms.country == country;
}

} // namespace

CountryTermsId terms_in(Ledger const& ledger, ProgrammeId programme, Country country, Date day)
{
    auto const& rows = ledger.country_terms();
    auto latest = CountryTermsId::none();
    for (std::uint32_t row = 0; country.known() && row < rows.size(); ++row) {
        auto const id = CountryTermsId::of_row(row);
        CountryTerms const& terms = rows[id];
        if (terms.standing == Standing::withdrawn || !is_about(terms, programme, country) || day < terms.from) continue;
        if (!latest.exists() || rows[latest].from < terms.from) latest = id;
    }
    return latest;
}

CountryTermsId terms_from(Ledger const& ledger, ProgrammeId programme, Country country, Date from)
{
    auto const& rows = ledger.country_terms();
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        auto const id = CountryTermsId::of_row(row);
        if (is_about(rows[id], programme, country) && rows[id].from == from) return id;
    }
    return CountryTermsId::none();
}

Date recorded_until(Ledger const& ledger, ProgrammeId programme, RoomId room, Date day)
{
    Date until = never;
    for (CountryTerms const& terms : ledger.country_terms().rows()) {
        bool const ends = terms.standing == Standing::valid && terms.availability == Availability::unavailable;
        if (ends && day < terms.from && is_about(terms, programme, ledger.rooms()[room].country))
            until = std::min(until, terms.from);
    }
    return until;
}

std::string_view code(Availability availability)
{
    switch (availability) {
    case Availability::available: return "available";
    case Availability::other_terms: return "other_terms";
    case Availability::unavailable: return "unavailable";
    }
    return {};
}

std::string written(Country country)
{
    return country.known() ? std::string { country.letters.data(), 2 } : std::string {};
}

} // namespace keyrack::engine
