#pragma once
// How a room's cover reads in a list.

#include "portal/cover.hpp"
#include "portal/models.hpp"
#include "portal/words.hpp"

#include <string>

namespace keyrack::portal {

[[nodiscard]] Chip cover_chip(Words const& words, RoomCover const& cover, Date day);
// "14 May 2029", "from 1 Dec 2026", or nothing for a room that was never covered.
[[nodiscard]] std::string until_text(Words const& words, RoomCover const& cover);

} // namespace keyrack::portal
