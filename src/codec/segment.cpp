#include "codec/segment.hpp"

#include "base/text.hpp"
#include "codec/json_writer.hpp"
#include "codec/read_file.hpp"
#include "codec/sha256.hpp"
#include "codec/write_fields.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

template <>
struct keyrack::Fields<keyrack::codec::EntryName>
{
    using Name = codec::EntryName;
    static constexpr auto list =
        std::tuple { codec::required("device", &Name::device), field("sequence", &Name::sequence) };
};

// The command is kept as its text and read beside these.
template <>
struct keyrack::Fields<keyrack::codec::TravellingEntry>
{
    using Entry = codec::TravellingEntry;
    static constexpr auto list = std::tuple { field("sequence", &Entry::sequence), field("time_ms", &Entry::time_ms),
        field("time_counter", &Entry::time_counter), field("actor", &Entry::actor), field("schema", &Entry::schema),
        field("seen", &Entry::seen), field("undoes", &Entry::undoes) };
};

template <>
struct keyrack::Fields<keyrack::codec::Segment>
{
    using Segment = codec::Segment;
    static constexpr auto list =
        std::tuple { codec::required("tenant", &Segment::tenant), codec::required("writer", &Segment::writer),
            field("number", &Segment::number), field("previous", &Segment::previous) };
};

template <>
struct keyrack::Fields<keyrack::codec::LaneCard>
{
    using Card = codec::LaneCard;
    static constexpr auto list = std::tuple { codec::required("tenant", &Card::tenant),
        codec::required("lane", &Card::lane), codec::required("writer", &Card::writer), field("first", &Card::first) };
};

namespace keyrack::codec {

template <>
inline constexpr bool may_be_missing<Seen> = true;

// Beside the other readers, where their templates find it.
static Result<void> read(JsonValue const& value, JsonPath const& path, Seen& into)
{
    auto const* object = value.as<JsonObject>();
    if (!object) return std::unexpected(wrong_type(value, path));
    for (auto const& [device, count] : *object) {
        if (auto done = read(count, path.member(device), into[device]); !done) return done;
    }
    return {};
}

namespace {

constexpr std::string_view before_digest = R"({"sha256":")";
constexpr std::string_view before_body = "\",\"content\":\n";
constexpr std::string_view after_body = "}\n";
constexpr std::size_t digest_length = 64;
constexpr std::size_t body_from = before_digest.size() + digest_length + before_body.size();

constexpr std::string_view before_entries = R"(,"entries":[)";
constexpr std::string_view after_entries = "]}";
constexpr std::string_view before_command = R"(,"command":)";
constexpr std::string_view start_of_command = R"(,"command":{)"; // a device may be called "command", but has a number
constexpr std::string_view before_rows = R"(,"rows":[)";
constexpr std::string_view after_rows = "]}";
constexpr std::size_t longest_device_name = 64;
constexpr std::size_t longest_quote = 60;

void write(JsonWriter& json, Seen const& seen)
{
    json.begin_object();
    for (auto const& [device, count] : seen) json.key(device).number(count);
    json.end_object();
}

std::string entry_line(TravellingEntry const& entry)
{
    JsonWriter json;
    json.begin_object().key("sequence").number(entry.sequence).key("time_ms").number(entry.time_ms);
    json.key("time_counter").number(entry.time_counter).key("actor").text(entry.actor);
    json.key("schema").number(entry.schema);
    if (!entry.seen.empty()) write(json.key("seen"), entry.seen);
    if (entry.undoes) codec::write(json.key("undoes"), *entry.undoes);
    json.key("command").json(entry.command).end_object();
    auto line = json.take();
    if (entry.rows.empty()) return line;
    line.pop_back();
    line += before_rows;
    for (std::string_view separator = "\n"; auto const& row : entry.rows) {
        line.append(separator).append(row);
        separator = ",\n";
    }
    return line.append("\n").append(after_rows);
}

std::string head_line(Segment const& segment)
{
    JsonWriter json;
    json.begin_object().key("format").number(segment_format);
    for_each_field<Segment>([&](auto const& field) { write_field(json, field, segment); });
    auto line = json.end_object().take();
    line.pop_back();
    line += before_entries;
    return line;
}

std::unexpected<Error> damaged(std::string where)
{
    return failure("segment_damaged", std::move(where));
}

// Torn, cut short or another page: the digest tells.
std::string with_digest(std::string_view body)
{
    std::string text;
    text.reserve(body_from + body.size() + after_body.size());
    text.append(before_digest).append(sha256_hex(body)).append(before_body).append(body).append(after_body);
    return text;
}

// The text between the digest and the end, when the digest is that of the text.
Result<std::string_view> checked_body(std::string_view text)
{
    if (text.size() < body_from + after_body.size() || !text.starts_with(before_digest)
        || !text.ends_with(after_body)) {
        return damaged("1:1");
    }
    auto const body = text.substr(body_from, text.size() - body_from - after_body.size());
    auto const between = text.substr(before_digest.size() + digest_length, before_body.size());
    if (between != before_body || sha256_hex(body) != digest_in(text)) return damaged("1:1");
    return body;
}

std::string_view take_line(std::string_view& text)
{
    auto const end = std::min(text.find('\n'), text.size());
    auto const line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

Result<void> read_head(std::string_view line, Segment& into)
{
    if (!line.ends_with(before_entries)) return damaged("2:1");
    auto const head = std::string { line.substr(0, line.size() - before_entries.size()) } + "}";
    auto const value = parse_json(head, { .line = 2 });
    if (!value) return std::unexpected(value.error());
    auto const* object = value->as<JsonObject>();
    auto const* format = object ? member(*object, "format") : nullptr;
    auto const* version = format ? format->as<std::int64_t>() : nullptr;
    if (!version) return damaged("2:1");
    if (*version > segment_format) return failure("newer_segment", "2:1", std::to_string(*version));
    return read_members(*object, JsonPath {}, into, "format");
}

Result<void> read_entry(std::string_view line, std::int64_t line_number, TravellingEntry& into)
{
    auto const at = line.find(start_of_command);
    auto const value = parse_json(line, { .line = line_number });
    if (!value) return std::unexpected(value.error());
    auto const* object = value->as<JsonObject>();
    auto const* command = object ? member(*object, "command") : nullptr;
    if (at == line.npos || !command || !command->as<JsonObject>()) return damaged(std::to_string(line_number) + ":1");
    into.command = line.substr(at + before_command.size(), line.size() - at - before_command.size() - 1);
    return read_members(*object, JsonPath { "entries" }, into, "command");
}

bool is_object(std::string_view line, std::int64_t line_number)
{
    auto const value = parse_json(line, { .line = line_number });
    return value && value->as<JsonObject>();
}

std::string_view without_comma(std::string_view line)
{
    return line.ends_with(',') ? line.substr(0, line.size() - 1) : line;
}

// The rows of an import stand one a line, until one line closes them and their entry.
Result<void> read_rows(std::string_view& rest, std::int64_t& line_number, std::vector<std::string>& into)
{
    while (true) {
        auto const line = without_comma(take_line(rest));
        ++line_number;
        if (line == after_rows) return {};
        if (!is_object(line, line_number)) return damaged(std::to_string(line_number) + ":1");
        into.emplace_back(line);
    }
}

bool follow_each_other(std::vector<TravellingEntry> const& entries)
{
    constexpr auto last = std::numeric_limits<std::int64_t>::max();
    auto const is_next = [](TravellingEntry const& one, TravellingEntry const& other) {
        return one.sequence == last || one.sequence + 1 != other.sequence;
    };
    return !entries.empty() && entries.front().sequence > 0
        && std::ranges::adjacent_find(entries, is_next) == entries.end();
}

} // namespace

std::string seen_to_json(Seen const& seen)
{
    if (seen.empty()) return {};
    JsonWriter json;
    write(json, seen);
    return json.take();
}

Result<Seen> seen_from_json(std::string_view text)
{
    Seen seen;
    if (text.empty()) return seen;
    auto const value = parse_json(text);
    if (!value) return std::unexpected(value.error());
    if (auto done = read(*value, JsonPath { "seen" }, seen); !done) return std::unexpected(std::move(done.error()));
    return seen;
}

std::string to_text(Segment const& segment)
{
    auto body = head_line(segment);
    for (std::string_view separator = "\n"; auto const& entry : segment.entries) {
        body.append(separator).append(entry_line(entry));
        separator = ",\n";
    }
    body.append("\n").append(after_entries);
    return with_digest(body);
}

std::string digest_in(std::string_view text)
{
    return std::string { text.substr(before_digest.size(), digest_length) };
}

Result<ReadSegment> read_segment(std::string_view text)
{
    auto const body = checked_body(text);
    if (!body) return std::unexpected(body.error());
    ReadSegment read { .segment = {}, .sha256 = digest_in(text) };
    auto rest = *body;
    if (auto done = read_head(take_line(rest), read.segment); !done) return std::unexpected(done.error());
    std::int64_t line_number = 3;
    for (auto line = take_line(rest); line != after_entries; line = take_line(rest), ++line_number) {
        auto& entry = read.segment.entries.emplace_back();
        auto const has_rows = line.ends_with(before_rows);
        auto const alone = has_rows ? std::string { line.substr(0, line.size() - before_rows.size()) } + "}"
                                    : std::string { without_comma(line) };
        auto done = read_entry(alone, line_number, entry);
        if (done && has_rows) done = read_rows(rest, line_number, entry.rows);
        if (!done) return std::unexpected(done.error());
    }
    auto const& segment = read.segment;
    if (segment.number < 1 || !is_device_name(segment.writer) || !follow_each_other(segment.entries)) {
        return damaged("2:1");
    }
    return read;
}

std::string to_text(LaneCard const& card)
{
    JsonWriter json;
    write(json, card);
    return with_digest(json.take());
}

Result<LaneCard> read_lane_card(std::string_view text)
{
    auto const body = checked_body(text);
    if (!body) return std::unexpected(body.error());
    auto card = read_file<LaneCard>(*body);
    if (!card) return card;
    if (!is_device_name(card->lane)) return failure("bad_text", "lane", shortened(card->lane, longest_quote));
    if (!is_device_name(card->writer)) return failure("bad_text", "writer", shortened(card->writer, longest_quote));
    if (card->first < 1) return failure("bad_number", "first", std::to_string(card->first));
    return card;
}

bool is_device_name(std::string_view text)
{
    auto const fits = [](char each) {
        return ('a' <= each && each <= 'z') || ('0' <= each && each <= '9') || each == '-';
    };
    return !text.empty() && text.size() <= longest_device_name && std::ranges::all_of(text, fits);
}

} // namespace keyrack::codec
