#pragma once
// GET and PUT over HTTP, by libcurl.

#include "cli/backend.hpp"

namespace keyrack::cli {

// Paths are appended to the address. Error: `no_http` where the program was built without libcurl.
[[nodiscard]] Result<Backend> http_at(std::string_view address);

} // namespace keyrack::cli
