// The form of the exchange screen: which kind of place, and what that kind needs.
#include "portal/exchange.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

enum class Needed { no, may_be_empty, yes };

struct FieldOfKind
{
    std::string_view key;
    std::string BackendSpec::* member;
    FormField::Kind kind;
    Needed (*needed)(BackendKind);
};

constexpr Needed everywhere(BackendKind kind)
{
    return kind == BackendKind::none ? Needed::no : Needed::yes;
}

constexpr Needed of_sign_in(BackendKind kind)
{
    if (kind == BackendKind::s3) return Needed::yes;
    return kind == BackendKind::webdav || kind == BackendKind::rest_rows ? Needed::may_be_empty : Needed::no;
}

constexpr Needed of_buckets(BackendKind kind)
{
    return kind == BackendKind::s3 ? Needed::yes : Needed::no;
}

constexpr Needed of_regions(BackendKind kind)
{
    return kind == BackendKind::s3 ? Needed::may_be_empty : Needed::no;
}

constexpr FieldOfKind fields[] {
    { "url", &BackendSpec::url, FormField::Kind::address, everywhere },
    { "bucket", &BackendSpec::bucket, FormField::Kind::text, of_buckets },
    { "region", &BackendSpec::region, FormField::Kind::text, of_regions },
    { "user", &BackendSpec::user, FormField::Kind::text, of_sign_in },
    { "secret", &BackendSpec::secret, FormField::Kind::secret, of_sign_in },
};

bool is_web_address(std::string_view url)
{
    return url.starts_with("https://") || url.starts_with("http://");
}

// Of S3 user and secret are two keys, of rows a header and its value, so they bear other names.
std::string label_key(std::string_view field, BackendKind kind)
{
    auto key = "exchange.field." + std::string { field };
    if (field == "url") return key;
    if (kind == BackendKind::s3) return key + ".s3";
    return kind == BackendKind::rest_rows ? key + ".rest_rows" : key;
}

std::string error_of(Words const& words, FieldOfKind const& field, BackendSpec const& spec)
{
    auto const& value = spec.*field.member;
    if (field.needed(spec.kind) == Needed::yes && value.empty())
        return std::string { words("exchange.field.required") };
    if (field.key == "url" && !is_web_address(value)) return std::string { words("exchange.field.url.wrong") };
    return {};
}

FormField kind_field(Words const& words, BackendKind chosen)
{
    FormField field { .key = "kind",
        .label = std::string { words("exchange.field.kind") },
        .value = std::string { name_of(chosen) },
        .hint = {},
        .error = {},
        .kind = FormField::Kind::choice };
    using enum BackendKind;
    for (auto const kind : { none, webdav, s3, rest_rows, static_host })
        field.choices.emplace_back(name_of(kind), words("exchange.kind." + std::string { name_of(kind) }));
    return field;
}

// A sign-in of one's own. What a bucket is opened with are keys, and rows are by a header.
std::string_view autocomplete_of(std::string_view field, BackendKind kind)
{
    if (kind != BackendKind::webdav) return {};
    return field == "user" ? "username" : field == "secret" ? "current-password" : "";
}

} // namespace

BackendSpec written_backend(ScreenForm const& form, BackendSpec const& spec)
{
    BackendSpec written;
    written.kind = backend_kind(form.value(exchange_form, "kind", std::string { name_of(spec.kind) }));
    for (auto const& field : fields)
        if (field.needed(written.kind) != Needed::no)
            written.*field.member = form.value(exchange_form, field.key, spec.*field.member);
    return written;
}

std::vector<std::string_view> missing_fields(BackendSpec const& spec)
{
    std::vector<std::string_view> missing;
    for (auto const& field : fields) {
        if (field.needed(spec.kind) == Needed::no) continue;
        auto const empty = field.needed(spec.kind) == Needed::yes && (spec.*field.member).empty();
        if (empty || (field.key == "url" && !is_web_address(spec.url))) missing.push_back(field.key);
    }
    return missing;
}

std::vector<FormField> exchange_fields(Words const& words, ScreenForm const& form, BackendSpec const& spec)
{
    auto const written = written_backend(form, spec);
    std::vector<FormField> result { kind_field(words, written.kind) };
    for (auto const& field : fields) {
        auto const needed = field.needed(written.kind);
        if (needed == Needed::no) continue;
        auto const hint =
            field.key == "url" ? words("exchange.hint." + std::string { name_of(written.kind) }) : std::string_view {};
        result.push_back({ .key = std::string { field.key },
            .label = std::string { words(label_key(field.key, written.kind)) },
            .value = written.*field.member,
            .hint = std::string { hint },
            .error = form.tried ? error_of(words, field, written) : std::string {},
            .kind = field.kind,
            .required = needed == Needed::yes,
            .autocomplete = std::string { autocomplete_of(field.key, written.kind) } });
    }
    return result;
}

} // namespace keyrack::portal
