// What servers are to be told so that browsers may exchange there: the files of
// assets/servers, which the tests run servers with.
#include "portal/exchange.hpp"

#include "assets/embedded.hpp"
#include "base/verify.hpp"

#include <span>

namespace keyrack::portal {

namespace {

constexpr std::string_view webdav_files[] { "nginx.conf", "apache.conf", "lighttpd.conf" };
constexpr std::string_view s3_files[] { "s3-cors.xml" };
constexpr std::string_view rows_files[] { "postgrest.sql" };

std::span<std::string_view const> files_of(BackendKind kind)
{
    switch (kind) {
    case BackendKind::webdav: return webdav_files;
    case BackendKind::s3: return s3_files;
    case BackendKind::rest_rows: return rows_files;
    case BackendKind::static_host:
    case BackendKind::none: break;
    }
    return {};
}

std::string with_origin(std::string text, std::string_view origin)
{
    constexpr std::string_view mark = "ORIGIN";
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + origin.size()))
        text.replace(at, mark.size(), origin);
    return text;
}

} // namespace

std::vector<std::pair<std::string, std::string>> exchange_recipes(
    Words const& words, BackendKind kind, std::string_view origin)
{
    std::vector<std::pair<std::string, std::string>> recipes;
    for (auto const file : files_of(kind)) {
        auto const lines = assets::find("servers/" + std::string { file });
        VERIFY(!lines.empty());
        auto const name = file.substr(0, file.find('.'));
        recipes.emplace_back(
            words("exchange.recipe." + std::string { name }), with_origin(std::string { lines }, origin));
    }
    return recipes;
}

} // namespace keyrack::portal
