#pragma once
// Promise: everything that the worker tells the page or asks of it, as plain calls. docs/boundary.md says what each
// does; web/worker/worker.mjs receives them as `Module.page`.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace keyrack::browser::page {

enum class History {
    push,
    replace,
};

enum class Politeness {
    polite,
    assertive,
};

void semantics(std::string const& text);
void title(std::string const& text, std::string const& language);
// `colours`: what the page's own parts are painted with; a line holds a name, a TAB and the colour as CSS has it.
void theme(bool dark, std::string const& ground_css, std::string const& colours);
void cursor(std::string const& css);
void announce(std::string const& text, Politeness how);
void copy(std::string const& text);
void route(std::string const& fragment, History how);
void choose(std::string const& purpose, std::string const& accept);
void download(std::string const& name, std::string const& type, std::span<std::byte const> bytes);
void remember(std::string const& key, std::string const& value);
void open_tab(std::string const& fragment);
void open_mail(std::string const& address);
void ask_persistence();
void reload();

// Leaves the page for a company's own sign-in, to come back to the fragment.
struct SignIn
{
    std::string tenant, issuer, client_id, email, fragment;
};
void sign_in(SignIn const& wanted);
void sign_out();

// The scanner. `words`: a line holds a key, a TAB and the text. Each code that it reads comes by the export `kr_scanned`.
void open_scanner(std::string const& words);
struct Scanned
{
    std::string tone, code, verdict, count;
};
void tell_scanner(Scanned const& what);
void close_scanner();

// The exchange. `spec` is JSON with kind, url, user, secret, region and bucket. A request is answered by the export
// `kr_answered`, a test by `kr_backend_tested`.
enum class Verb {
    get,
    put,
};
void use_backend(std::string const& tenant, std::string const& spec);
void test_backend(std::string const& tenant, std::string const& spec);
void request(std::string const& tenant, double request, Verb verb, std::string const& path, std::string const& body);
void wake_at(double milliseconds); // since 1970

enum class Claim {
    ask,
    take,
};

// The tenant's files; `open_files` is answered by the export `kr_files_opened`.
void open_files(std::string const& tenant, Claim claim);
void close_files(std::string const& tenant);
void forget_files(std::string const& tenant);

// Before the worker stops: what was expected in vain.
// Copies of a tenant's database beside it; answered by kr_storage_seen and kr_backup_read.
void ask_storage(std::string const& tenant);
void keep_backup(std::string const& tenant, std::string const& file, std::span<std::byte const> bytes);
void drop_backup(std::string const& tenant, std::string const& file);
void read_backup(std::string const& tenant, std::string const& file, std::string const& set_aside_as);
void broken(char const* expectation, char const* file, int line);

} // namespace keyrack::browser::page
