#pragma once
// The parts that answers are written from: facts, proofs and cures into a JSON text that is open.

#include "catalogue/catalogue.hpp"
#include "codec/json_writer.hpp"
#include "engine/ledger.hpp"
#include "engine/verdict.hpp"

#include <string_view>
#include <vector>

namespace keyrack::codec {

// A date as text; `never` and `always` have no text and become null.
void write_date(JsonWriter& json, Date date);
// {"from","to"}
void write_period(JsonWriter& json, Period const& days);
void write_value(JsonWriter& json, engine::FactValue const& value);
// {"name":…,"value":…,"subject"?:{"kind":…,"key":…},"entry"?:…}; the entry by its number in the journal, from 0.
void write_facts(JsonWriter& json, engine::Ledger const& ledger, std::vector<engine::Fact> const& facts);
// {"rule":…,"holds":…,"citations":[…],"sources":[{"rule","document","place"}],"facts":[…],"parameters":[…],"parts":[…]}
void write_proof(
    JsonWriter& json, engine::Ledger const& ledger, catalogue::Catalogue const& catalogue, engine::Proof const& proof);
void write_proofs(JsonWriter& json, engine::Ledger const& ledger, catalogue::Catalogue const& catalogue,
    std::vector<engine::Proof> const& proofs);
// {"kind":…,"until":…,"facts":[…],"steps":[commands]}
void write_cures(JsonWriter& json, engine::Ledger const& ledger, std::vector<engine::Cure> const& cures);

} // namespace keyrack::codec
