#include "cli/http.hpp"

#include "cli/http_status.hpp"

#ifdef KEYRACK_CURL
#include <curl/curl.h>
#endif

#include <memory>
#include <utility>

namespace keyrack::cli {

#ifdef KEYRACK_CURL

namespace {

constexpr long longest_seconds = 60;
constexpr long most_redirections = 5;

struct Clean
{
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::size_t take(char const* bytes, std::size_t size, std::size_t count, void* into)
{
    static_cast<std::string*>(into)->append(bytes, size * count);
    return size * count;
}

struct Request
{
    std::string url;
    char const* method = nullptr; // none: GET
    std::string const* body = nullptr;
};

struct Reply
{
    long status = 0; // 0: there was none
    std::string body;
};

// A redirection is followed for what is asked, never for what is given: that goes nowhere but where somebody said.
void set_method(CURL* curl, Request const& request)
{
    if (!request.method) {
        curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
        curl_easy_setopt(curl, CURLOPT_MAXREDIRS, most_redirections);
        return;
    }
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method);
    if (!request.body) return;
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body->data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body->size()));
}

Reply ask(Request const& request)
{
    Reply reply;
    std::unique_ptr<CURL, Clean> const handle { curl_easy_init() };
    if (!handle) return reply;
    std::unique_ptr<curl_slist, Clean> const headers { curl_slist_append(nullptr, "Content-Type: application/json") };
    auto* const curl = handle.get();
    curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, longest_seconds);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply.body);
    if (request.body) curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    set_method(curl, request);
    if (curl_easy_perform(curl) == CURLE_OK) curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply.status);
    return reply;
}

sync::Answer get(std::string const& root, std::string const& path)
{
    auto reply = ask({ .url = root + path });
    auto const how = answer_to_get(reply.status);
    return { .request = 0, .how = how, .body = how == sync::Answered::found ? std::move(reply.body) : std::string {} };
}

// The folders in which the object lies, from the outermost on.
void make_folders(std::string const& root, std::string const& path)
{
    for (auto slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1))
        ask({ .url = root + path.substr(0, slash + 1), .method = "MKCOL" }); // 405: it is there
}

sync::Answer put(std::string const& root, std::string const& path, std::string const& body)
{
    Request const request { .url = root + path, .method = "PUT", .body = &body };
    auto reply = ask(request);
    if (may_want_folders(reply.status)) {
        make_folders(root, path);
        reply = ask(request);
    }
    return { .request = 0, .how = answer_to_put(reply.status), .body = {} };
}

} // namespace

Result<Backend> http_at(std::string_view address)
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    std::string root { address };
    if (!root.ends_with('/')) root += '/';
    return Backend { .get = [root](std::string const& path) { return get(root, path); },
        .put = [root](std::string const& path, std::string const& body) { return put(root, path, body); } };
}

#else

Result<Backend> http_at(std::string_view address)
{
    return failure("no_http", std::string { address });
}

#endif

} // namespace keyrack::cli
