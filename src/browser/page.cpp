#include "browser/page.hpp"

#include <emscripten.h>

namespace keyrack::browser::page {

namespace {

EM_JS_DEPS(keyrack_page, "$UTF8ToString");

EM_JS(void, post_semantics, (char const* text, int bytes), { Module.page.semantics(UTF8ToString(text, bytes)); });
EM_JS(void, post_title, (char const* text, char const* language),
    { Module.page.title(UTF8ToString(text), UTF8ToString(language)); });
EM_JS(void, post_theme, (int dark, char const* ground, char const* colours),
    { Module.page.theme(Boolean(dark), UTF8ToString(ground), UTF8ToString(colours)); });
EM_JS(void, post_cursor, (char const* css), { Module.page.cursor(UTF8ToString(css)); });
EM_JS(void, post_announce, (char const* text, char const* how),
    { Module.page.announce(UTF8ToString(text), UTF8ToString(how)); });
EM_JS(void, post_copy, (char const* text, int bytes), { Module.page.copy(UTF8ToString(text, bytes)); });
EM_JS(void, post_route, (char const* fragment, char const* how),
    { Module.page.route(UTF8ToString(fragment), UTF8ToString(how)); });
EM_JS(void, post_choose, (char const* purpose, char const* accept),
    { Module.page.choose(UTF8ToString(purpose), UTF8ToString(accept)); });
EM_JS(void, post_download, (char const* name, char const* type, void const* bytes, double count),
    { Module.page.download(UTF8ToString(name), UTF8ToString(type), HEAPU8, bytes, count); });
EM_JS(void, post_remember, (char const* key, char const* value),
    { Module.page.remember(UTF8ToString(key), UTF8ToString(value)); });
EM_JS(void, post_open_tab, (char const* fragment), { Module.page.open_tab(UTF8ToString(fragment)); });
EM_JS(void, post_open_mail, (char const* address), { Module.page.open_mail(UTF8ToString(address)); });
EM_JS(void, post_persist, (), { Module.page.persist(); });
EM_JS(void, post_reload, (), { Module.page.reload(); });
EM_JS(void, post_sign_in,
    (char const* tenant, char const* issuer, char const* client, char const* email, char const* fragment), {
        Module.page.sign_in(UTF8ToString(tenant), UTF8ToString(issuer), UTF8ToString(client), UTF8ToString(email),
            UTF8ToString(fragment));
    });
EM_JS(void, post_sign_out, (), { Module.page.sign_out(); });
EM_JS(void, post_open_scanner, (char const* words), { Module.page.open_scanner(UTF8ToString(words)); });
EM_JS(void, post_tell_scanner, (char const* tone, char const* code, char const* verdict, char const* count),
    { Module.page.tell_scanner(UTF8ToString(tone), UTF8ToString(code), UTF8ToString(verdict), UTF8ToString(count)); });
EM_JS(void, post_close_scanner, (), { Module.page.close_scanner(); });
EM_JS(void, post_open_files, (char const* tenant, int take),
    { Module.page.open_files(UTF8ToString(tenant), Boolean(take)); });
EM_JS(void, post_close_files, (char const* tenant), { Module.page.close_files(UTF8ToString(tenant)); });
EM_JS(void, post_forget_files, (char const* tenant), { Module.page.forget_files(UTF8ToString(tenant)); });
EM_JS(void, post_use_backend, (char const* tenant, char const* spec),
    { Module.page.use_backend(UTF8ToString(tenant), UTF8ToString(spec)); });
EM_JS(void, post_test_backend, (char const* tenant, char const* spec),
    { Module.page.test_backend(UTF8ToString(tenant), UTF8ToString(spec)); });
EM_JS(void, post_request,
    (char const* tenant, double request, int put, char const* path, void const* body, double count),
    { Module.page.request(UTF8ToString(tenant), request, Boolean(put), UTF8ToString(path), HEAPU8, body, count); });
EM_JS(void, post_wake_at, (double milliseconds), { Module.page.wake_at(milliseconds); });
EM_JS(void, post_ask_storage, (char const* tenant), { Module.page.ask_storage(UTF8ToString(tenant)); });
EM_JS(void, post_keep_backup, (char const* tenant, char const* file, void const* bytes, double count),
    { Module.page.keep_backup(UTF8ToString(tenant), UTF8ToString(file), HEAPU8, bytes, count); });
EM_JS(void, post_drop_backup, (char const* tenant, char const* file),
    { Module.page.drop_backup(UTF8ToString(tenant), UTF8ToString(file)); });
EM_JS(void, post_read_backup, (char const* tenant, char const* file, char const* set_aside_as),
    { Module.page.read_backup(UTF8ToString(tenant), UTF8ToString(file), UTF8ToString(set_aside_as)); });
EM_JS(void, post_broken, (char const* expectation, char const* file, int line),
    { Module.page.broken(UTF8ToString(expectation), UTF8ToString(file), line); });

} // namespace

void semantics(std::string const& text)
{
    post_semantics(text.c_str(), static_cast<int>(text.size()));
}

void title(std::string const& text, std::string const& language)
{
    post_title(text.c_str(), language.c_str());
}

void theme(bool dark, std::string const& ground_css, std::string const& colours)
{
    post_theme(dark ? 1 : 0, ground_css.c_str(), colours.c_str());
}

void cursor(std::string const& css)
{
    post_cursor(css.c_str());
}

void announce(std::string const& text, Politeness how)
{
    post_announce(text.c_str(), how == Politeness::polite ? "polite" : "assertive");
}

void copy(std::string const& text)
{
    post_copy(text.c_str(), static_cast<int>(text.size()));
}

void route(std::string const& fragment, History how)
{
    post_route(fragment.c_str(), how == History::push ? "push" : "replace");
}

void choose(std::string const& purpose, std::string const& accept)
{
    post_choose(purpose.c_str(), accept.c_str());
}

void download(std::string const& name, std::string const& type, std::span<std::byte const> bytes)
{
    post_download(name.c_str(), type.c_str(), bytes.data(), static_cast<double>(bytes.size()));
}

void remember(std::string const& key, std::string const& value)
{
    post_remember(key.c_str(), value.c_str());
}

void open_tab(std::string const& fragment)
{
    post_open_tab(fragment.c_str());
}

void open_mail(std::string const& address)
{
    post_open_mail(address.c_str());
}

void ask_persistence()
{
    post_persist();
}

void use_backend(std::string const& tenant, std::string const& spec)
{
    post_use_backend(tenant.c_str(), spec.c_str());
}

void test_backend(std::string const& tenant, std::string const& spec)
{
    post_test_backend(tenant.c_str(), spec.c_str());
}

void request(std::string const& tenant, double request, Verb verb, std::string const& path, std::string const& body)
{
    post_request(tenant.c_str(), request, verb == Verb::put ? 1 : 0, path.c_str(), body.data(),
        static_cast<double>(body.size()));
}

void wake_at(double milliseconds)
{
    post_wake_at(milliseconds);
}

void reload()
{
    post_reload();
}

void sign_in(SignIn const& wanted)
{
    post_sign_in(wanted.tenant.c_str(), wanted.issuer.c_str(), wanted.client_id.c_str(), wanted.email.c_str(),
        wanted.fragment.c_str());
}

void sign_out()
{
    post_sign_out();
}

void open_scanner(std::string const& words)
{
    post_open_scanner(words.c_str());
}

void tell_scanner(Scanned const& what)
{
    post_tell_scanner(what.tone.c_str(), what.code.c_str(), what.verdict.c_str(), what.count.c_str());
}

void close_scanner()
{
    post_close_scanner();
}

void open_files(std::string const& tenant, Claim claim)
{
    post_open_files(tenant.c_str(), claim == Claim::take ? 1 : 0);
}

void close_files(std::string const& tenant)
{
    post_close_files(tenant.c_str());
}

void forget_files(std::string const& tenant)
{
    post_forget_files(tenant.c_str());
}

void ask_storage(std::string const& tenant)
{
    post_ask_storage(tenant.c_str());
}

void keep_backup(std::string const& tenant, std::string const& file, std::span<std::byte const> bytes)
{
    post_keep_backup(tenant.c_str(), file.c_str(), bytes.data(), static_cast<double>(bytes.size()));
}

void drop_backup(std::string const& tenant, std::string const& file)
{
    post_drop_backup(tenant.c_str(), file.c_str());
}

void read_backup(std::string const& tenant, std::string const& file, std::string const& set_aside_as)
{
    post_read_backup(tenant.c_str(), file.c_str(), set_aside_as.c_str());
}

void broken(char const* expectation, char const* file, int line)
{
    post_broken(expectation, file, line);
}

} // namespace keyrack::browser::page
