// Bundles and segments as files, and names of entries as text.
#include "portal/exchange.hpp"

#include "base/text.hpp"
#include "codec/command_json.hpp"

#include <charconv>
#include <utility>
#include <variant>

namespace keyrack::portal {

namespace {

constexpr std::string_view end_of_name = "bundle.json";
constexpr std::string_view begin_of_segment = R"({"sha256":")";

} // namespace

bool is_bundle_file(std::string_view name)
{
    return folded(name).ends_with(end_of_name);
}

Result<codec::Bundle> bundle_from_file(std::string_view text)
{
    if (!text.starts_with(begin_of_segment)) return codec::read_bundle(text);
    auto read = codec::read_segment(text);
    if (!read) return std::unexpected(std::move(read.error()));
    auto const& segment = read->segment;
    return codec::Bundle { .tenant = segment.tenant,
        .lanes = { { segment.writer, segment.writer, segment.number, { { std::string { text } } } } } };
}

std::string name_in(codec::Bundle const& bundle)
{
    for (auto const& lane : bundle.lanes) {
        if (lane.first != 1 || lane.segments.empty()) continue;
        auto const read = codec::read_segment(lane.segments.front().text);
        if (!read) continue;
        auto const command = codec::command_from_json(read->segment.entries.front().command);
        if (auto const* const opening = command ? std::get_if<engine::OpenTenant>(&*command) : nullptr)
            return opening->name;
    }
    return {};
}

std::string text_of(codec::EntryName const& name)
{
    return name.device + '/' + std::to_string(name.sequence);
}

std::optional<codec::EntryName> entry_name(std::string_view text)
{
    auto const slash = text.rfind('/');
    if (slash == std::string_view::npos) return {};
    codec::EntryName name { std::string { text.substr(0, slash) }, 0 };
    auto const* const end = text.data() + text.size();
    if (std::from_chars(text.data() + slash + 1, end, name.sequence).ptr != end) return {};
    return name;
}

} // namespace keyrack::portal
