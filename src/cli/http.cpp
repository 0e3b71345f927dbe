#include "cli/http.hpp"

#ifdef KEYRACK_CURL
#include <curl/curl.h>
#endif

#include <memory>
#include <utility>

namespace keyrack::cli {

#ifdef KEYRACK_CURL

namespace {

constexpr long longest_seconds = 60;

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

sync::Answered meaning_of(long status, bool is_put)
{
    if (status == 401 || status == 403) return sync::Answered::refused;
    if (status == 404 || status == 410) return sync::Answered::absent;
    if (status >= 200 && status < 300) return is_put ? sync::Answered::done : sync::Answered::found;
    return sync::Answered::failed;
}

// `body`: nothing for a GET.
sync::Answer ask(std::string const& url, std::string const* body)
{
    sync::Answer answer { .request = 0, .how = sync::Answered::failed, .body = {} };
    std::unique_ptr<CURL, Clean> const handle { curl_easy_init() };
    if (!handle) return answer;
    std::unique_ptr<curl_slist, Clean> const headers { curl_slist_append(nullptr, "Content-Type: application/json") };
    auto* const curl = handle.get();
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, longest_seconds);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer.body);
    if (body) {
        curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, "PUT");
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body->data());
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body->size()));
    }
    long status = 0;
    if (curl_easy_perform(curl) != CURLE_OK) return answer;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    answer.how = meaning_of(status, body != nullptr);
    if (answer.how != sync::Answered::found) answer.body.clear();
    return answer;
}

} // namespace

Result<Backend> http_at(std::string_view address)
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    std::string root { address };
    if (!root.ends_with('/')) root += '/';
    return Backend { .get = [root](std::string const& path) { return ask(root + path, nullptr); },
        .put = [root](std::string const& path, std::string const& body) { return ask(root + path, &body); } };
}

#else

Result<Backend> http_at(std::string_view address)
{
    return failure("no_http", std::string { address });
}

#endif

} // namespace keyrack::cli
