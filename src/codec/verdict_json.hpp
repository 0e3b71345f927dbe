#pragma once
// Answers with their proofs and cures as JSON, for the command line and for whoever reads the portal by machine.
// Schema: assets/schema/answer.schema.json. Days are half-open; what is not known or does not apply is left out.

#include "catalogue/catalogue.hpp"
#include "engine/ledger.hpp"
#include "engine/question.hpp"
#include "engine/verdict.hpp"

#include <optional>
#include <string>

namespace keyrack::codec {

// What an answer was given from.
struct Ground
{
    engine::Ledger const& ledger;
    catalogue::Catalogue const& catalogue;
    Date as_of {};
};

// {"question":{"kind":"coverage","room":…,"programme"?:…},"as_of":…,"answer":"yes"|"no","until"?|"since"?,"by"?,"proof":[…],"cures":[…]}
[[nodiscard]] std::string coverage_json(
    Ground const& ground, RoomId room, std::optional<ProgrammeId> programme, engine::Verdict const& verdict);
// The same with "kind":"feature" and "feature":….
[[nodiscard]] std::string feature_json(
    Ground const& ground, RoomId room, catalogue::Feature feature, engine::Verdict const& verdict);
// {"question":{"kind":"order","order":…},"as_of":…,"state":…,"term":{"from","to"},"licences":{…},"cancellable_until"?,"proof":[…]}
[[nodiscard]] std::string order_json(Ground const& ground, OrderId order, engine::OrderStatus const& status);
// {"question":{"kind":"warranty","device":…},"as_of":…,"end"?,"base_end"?,"extended_to"?,"clipped_from"?,"room"?,"proof":[…]}
[[nodiscard]] std::string warranty_json(Ground const& ground, DeviceId device, engine::WarrantyVerdict const& verdict);
// {"question":{"kind":"spares"},"as_of":…,"licences":…,"entitled":…,"earned":…,"above_entitlement":…,"licences_to_next":…,
//  "steps":[…],"all_agreed":…,"agreed":[…],"proof":[…]}
[[nodiscard]] std::string spares_json(Ground const& ground, engine::SparesAnswer const& answer);

} // namespace keyrack::codec
