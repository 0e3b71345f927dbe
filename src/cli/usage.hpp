#pragma once
// What `keyrack help` prints.

#include <string>

namespace keyrack::cli {

[[nodiscard]] std::string usage();

} // namespace keyrack::cli
