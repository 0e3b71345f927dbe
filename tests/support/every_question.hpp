#pragma once
// Every kind of question about everything that a ledger has, and the proofs in the answers.

#include "engine/question.hpp"

#include <vector>

namespace keyrack::test {

// About what stands in the ledger on that day; each kind at least once where the ledger has what it asks about.
[[nodiscard]] std::vector<engine::Question> questions_about(
    engine::Ledger const& ledger, catalogue::Catalogue const& catalogue, Date as_of);

// The roots of all proofs in the answer, those of its breaches too.
[[nodiscard]] std::vector<engine::Proof> proofs_in(engine::Answer const& answer, engine::Asked const& asked);

} // namespace keyrack::test
