#pragma once
// A backend as a command reaches it: a folder on this machine, or a server over HTTP (GET and PUT).

#include "base/error.hpp"
#include "sync/replica.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace keyrack::cli {

struct Backend
{
    std::function<sync::Answer(std::string const& path)> get;
    std::function<sync::Answer(std::string const& path, std::string const& body)> put;
};

// `address`: a folder, a file: URL, or an address that begins with http:// or
// https://, which may name user and password.
// Error: `no_http`, where this program was built without libcurl.
[[nodiscard]] Result<Backend> backend_at(std::string_view address);

} // namespace keyrack::cli
