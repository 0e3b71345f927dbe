#pragma once
// Where a programme is provided. R82: licences bought in one country serve rooms of others. R83: some countries have other
// terms, or none; they are published and change, so the tenant records them from a day on.

#include "engine/ledger.hpp"
#include "engine/naming.hpp"
#include "engine/witness.hpp"

namespace keyrack::engine {

// The terms of the programme in the country on the day; none(): as everywhere.
[[nodiscard]] CountryTermsId terms_in(Ledger const& ledger, ProgrammeId programme, Country country, Date day);
// Those that were recorded for exactly that day, whether they stand or not; none() where there are none.
[[nodiscard]] CountryTermsId terms_from(Ledger const& ledger, ProgrammeId programme, Country country, Date from);
// The first day after `day` on which the programme is no longer provided in the room's country; `never` where none is
// recorded.
[[nodiscard]] Date recorded_until(Ledger const& ledger, ProgrammeId programme, RoomId room, Date day);
[[nodiscard]] inline Date provided_until(Ledger const& ledger, ProgrammeId programme, RoomId room, Date day)
{
    return ledger.country_terms().size() == 0 ? never : recorded_until(ledger, programme, room, day); // nearly always
}

[[nodiscard]] std::string_view code(Availability availability); // "available": as in files
[[nodiscard]] std::string written(Country country);             // "NO"

[[nodiscard]] inline bool is_provided(CountryTerms const& terms)
{
    return terms.availability != Availability::unavailable;
}

// What is recorded of the country.
inline void describe(Country country, CountryTerms const& terms, Description& proof)
{
    proof.fact("country", written(country));
    proof.fact("terms", std::string { code(terms.availability) }, {}, terms.entry);
    if (!terms.note.empty()) proof.fact("note", terms.note, {}, terms.entry);
    proof.fact("from", terms.from, {}, terms.entry);
}

// R82, R83: the programme is provided in the room's country. Says nothing where nothing is recorded.
template <Witness W>
bool country_is_served(Ledger const& ledger, ProgrammeId programme, RoomId room, Date day, W& witness)
{
    if (ledger.country_terms().size() == 0) return true; // nearly always
    Country const country = ledger.rooms()[room].country;
    auto const id = terms_in(ledger, programme, country, day);
    if (!id.exists()) return true;
    CountryTerms const& terms = ledger.country_terms()[id];
    return witness.demand(Rule::country_is_served, is_provided(terms), [&](auto& proof) {
        proof.add(naming(ledger, room));
        describe(country, terms, proof);
    });
}

} // namespace keyrack::engine
