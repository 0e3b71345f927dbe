#pragma once
// Where a tenant is exchanged, as a person sets it up. It stays on this device: it
// is in no entry, no export and no log.

#include "base/error.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace keyrack::portal {

// static_host: read only, publishing is a bundle that somebody uploads. webdav, s3: GET and PUT of objects. rest_rows:
// rows of a collection, as json-server and PostgREST have them.
enum class BackendKind { none, static_host, webdav, s3, rest_rows };

struct BackendSpec
{
    BackendKind kind = BackendKind::none;
    std::string url;          // the folder, the collection, the endpoint of the object store
    std::string user, secret; // of S3 the two keys
    std::string region, bucket;
    bool operator==(BackendSpec const&) const = default;
};

// As addresses, forms and the browser's memory have it: "none", "static_host", "webdav", "s3", "rest_rows".
[[nodiscard]] std::string_view name_of(BackendKind kind);
[[nodiscard]] BackendKind backend_kind(std::string_view name); // none where it is no such name
[[nodiscard]] bool takes_entries(BackendKind kind);            // a static host is only read

// One line of JSON, for the browser's memory under "backend:<slug>".
[[nodiscard]] std::string to_text(BackendSpec const& spec);
// What cannot be read is no backend.
[[nodiscard]] BackendSpec backend_from_text(std::string_view text);

// What a test of a backend found out, one after another (web/worker/backends/examine.mjs). `what` is one of:
// address, reachable, cors, sign_in, absent (a path where nothing is answers 404), writes, reads_back (what was
// written is there, byte for byte), overwrites. The words are those of `exchange.finding.<what>`, `….good` and
// `….bad`, and of `exchange.advice.<advice>`.
struct BackendFinding
{
    std::string what;
    bool good = false;
    std::string detail;    // "HTTP 403"; may be empty
    std::string advice {}; // what to do: "set_cors"; empty where nothing is
    bool operator==(BackendFinding const&) const = default;
};

} // namespace keyrack::portal
