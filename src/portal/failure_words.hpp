#pragma once
// Words for what goes wrong: errors of the world and denials of the business.

#include "portal/words.hpp"

#include <string>

namespace keyrack::portal {

// "rooms[3].from" as people count: row 4 of rooms, its field from. Deeper paths stay as they are.
[[nodiscard]] std::string path_text(Words const& words, std::string const& where);

} // namespace keyrack::portal
