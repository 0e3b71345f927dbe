#pragma once
// Which hardware to hold as onsite spares, by the three criteria (R93–R95), and whether a model could be swapped for what is
// deployed (R97). The customer's own success manager decides (R96): this says what there is to decide on.

#include "engine/question.hpp"

namespace keyrack::engine {

// Models in rooms that a programme with spares covers on the day: the most common first, then those in more important
// rooms, then those at more sites that couriers reach badly, then by name.
[[nodiscard]] SpareChoiceAnswer choice_of_spares(Ledger const& ledger, catalogue::Catalogue const& catalogue, Date day);
[[nodiscard]] SpareMatchAnswer match_of_spare(
    Ledger const& ledger, catalogue::Catalogue const& catalogue, std::string const& model, Date day);

} // namespace keyrack::engine
