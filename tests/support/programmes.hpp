#pragma once
// The two programmes as the documents have them, without the catalogue's files: engine tests stand on the engine alone.

#include "catalogue/catalogue.hpp"

namespace keyrack::test {

[[nodiscard]] catalogue::Programme select_programme();
[[nodiscard]] catalogue::Programme sync_plus_programme();
// Select (row 0) and Sync Plus (row 1).
[[nodiscard]] catalogue::Catalogue const& two_programmes();

inline constexpr ProgrammeId select_id = ProgrammeId::of_row(0);
inline constexpr ProgrammeId sync_plus_id = ProgrammeId::of_row(1);

} // namespace keyrack::test
