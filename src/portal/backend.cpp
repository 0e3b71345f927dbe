#include "portal/backend.hpp"

#include "codec/json_value.hpp"
#include "codec/json_writer.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace keyrack::portal {

namespace {

constexpr std::array kinds {
    std::pair { BackendKind::none, std::string_view { "none" } },
    std::pair { BackendKind::static_host, std::string_view { "static_host" } },
    std::pair { BackendKind::webdav, std::string_view { "webdav" } },
    std::pair { BackendKind::s3, std::string_view { "s3" } },
    std::pair { BackendKind::rest_rows, std::string_view { "rest_rows" } },
};

struct TextField
{
    std::string_view key;
    std::string BackendSpec::* member;
};

constexpr TextField text_fields[] {
    { "url", &BackendSpec::url },
    { "user", &BackendSpec::user },
    { "secret", &BackendSpec::secret },
    { "region", &BackendSpec::region },
    { "bucket", &BackendSpec::bucket },
};

} // namespace

std::string_view name_of(BackendKind kind)
{
    return std::ranges::find(kinds, kind, [](auto const& each) { return each.first; })->second;
}

BackendKind backend_kind(std::string_view name)
{
    auto const found = std::ranges::find(kinds, name, [](auto const& each) { return each.second; });
    return found == kinds.end() ? BackendKind::none : found->first;
}

bool takes_entries(BackendKind kind)
{
    return kind != BackendKind::none && kind != BackendKind::static_host;
}

std::string to_text(BackendSpec const& spec)
{
    codec::JsonWriter json;
    json.begin_object().key("kind").text(name_of(spec.kind));
    for (auto const& [key, member] : text_fields) json.key(key).text(spec.*member);
    return json.end_object().take();
}

BackendSpec backend_from_text(std::string_view text)
{
    auto const document = codec::parse_json(text);
    auto const* object = document ? document->as<codec::JsonObject>() : nullptr;
    if (!object) return {};
    auto const text_of = [&](std::string_view key) {
        auto const* value = codec::member(*object, key);
        auto const* found = value ? value->as<std::string>() : nullptr;
        return found ? *found : std::string {};
    };
    BackendSpec spec;
    spec.kind = backend_kind(text_of("kind"));
    for (auto const& [key, member] : text_fields) spec.*member = text_of(key);
    return spec;
}

} // namespace keyrack::portal
