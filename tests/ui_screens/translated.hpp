#pragma once
// The fixtures in the portal's own words, so that what is measured is as long as what people see.

#include "portal/models.hpp"
#include "portal/words.hpp"

namespace keyrack::ui::fixture {

// Replaces the English of the fixtures by the texts that the portal would write.
void translate(portal::PortalModel& model, portal::Words const& words);

} // namespace keyrack::ui::fixture
