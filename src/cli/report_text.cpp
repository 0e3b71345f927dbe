#include "cli/report_text.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <variant>

namespace keyrack::cli {

namespace {

constexpr std::size_t told_places = 5; // of a refusal; the report in JSON has more
constexpr std::size_t told_keys = 5;   // of rooms that bear one name

std::string plain(engine::FactValue const& value)
{
    if (auto const* number = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*number);
    }
    if (auto const* date = std::get_if<Date>(&value)) {
        return *date == never || *date == always ? std::string { "-" } : iso(*date);
    }
    return std::get<std::string>(value);
}

// Code and facts as they are: for what the language file does not know.
std::string bare(std::string_view code, std::span<engine::Fact const> facts)
{
    std::string text { code };
    for (auto const& fact : facts) {
        text.append(" ").append(fact.name).append(" `").append(plain(fact.value)).append("`");
    }
    return text;
}

std::string denial_text(std::string_view code, std::span<engine::Fact const> facts, portal::Words const& words)
{
    auto const key = "denial." + std::string { code };
    return words.knows(key) ? words.fill(key, words.arguments(facts)) : bare(code, facts);
}

std::string cause(codec::Finding const& finding, codec::FoundAt const& place, portal::Words const& words)
{
    if (finding.kind == codec::FindingKind::rule) {
        return denial_text(finding.code, place.facts, words);
    }
    return text_of(Error { finding.code, {}, place.detail }, words);
}

std::string line_of(codec::Finding const& finding, codec::FoundAt const& place, portal::Words const& words)
{
    auto const key = place.key.empty() ? std::string {} : " (" + place.key + ")";
    return "  line " + std::to_string(place.line) + ", " + place.path + key + ": " + cause(finding, place, words)
        + "\n";
}

std::string told(std::string_view fate, codec::Finding const& finding, std::size_t places, portal::Words const& words)
{
    std::string text { fate };
    text += " " + std::to_string(finding.count) + (finding.count == 1 ? " row, " : " rows, ") + finding.code + ":\n";
    auto const shown = std::min(places, finding.first.size());
    for (std::size_t at = 0; at < shown; ++at) {
        text += line_of(finding, finding.first[at], words);
    }
    if (auto const others = finding.count - static_cast<std::int64_t>(shown); others > 0) {
        text += "  and " + std::to_string(others) + " more\n";
    }
    return text;
}

// "`osl-armadillo`, `ham-armadillo`"; empty where no room bears the name.
std::string keys_of_rooms(engine::Ledger const& ledger, std::string_view name)
{
    auto const wanted = folded(name);
    std::string keys;
    std::size_t told = 0;
    for (auto const& room : ledger.rooms().rows()) {
        if (room.standing != engine::Standing::valid || folded(room.name) != wanted) continue;
        if (told++ == told_keys) return keys + ", …";
        keys.append(keys.empty() ? "`" : ", `").append(room.key).append("`");
    }
    return keys;
}

struct OwnText
{
    std::string_view code, before, after; // the file stands between them
};

// What only the command meets.
constexpr std::array own_texts {
    OwnText { "no_such_file", "there is no file `", "`" },
    OwnText { "file_not_read", "`", "` cannot be read" },
    OwnText { "folder_not_made", "the temporary folder `", "` cannot be made" },
    OwnText { "demo_file", "`",
        "` is a demo company, whose days move with today, and no company file; open it in the portal, download its "
        "database there (Data), and ask that" },
};

} // namespace

std::string text_of(Error const& error, portal::Words const& words)
{
    if (auto const* own = std::ranges::find(own_texts, error.what, &OwnText::code); own != own_texts.end()) {
        auto const text = std::string { own->before } + error.where + std::string { own->after };
        return error.detail.empty() ? text : text + ": " + error.detail;
    }
    if (words.knows("error." + error.what)) {
        return words.error(error);
    }
    return error.what + (error.where.empty() ? "" : " " + error.where)
        + (error.detail.empty() ? "" : " `" + error.detail + "`");
}

std::string text_of(engine::Denial const& denial, portal::Words const& words)
{
    return denial_text(engine::code(denial.reason), denial.facts, words);
}

std::string text_of(engine::Denial const& denial, engine::Ledger const& ledger, portal::Words const& words)
{
    auto const text = text_of(denial, words);
    auto const room = std::ranges::find(denial.facts, "room", &engine::Fact::name);
    if (denial.reason != engine::Reason::unknown_room || room == denial.facts.end()) return text;
    auto const name = plain(room->value);
    auto const keys = keys_of_rooms(ledger, name);
    return text + " A room is named here by its key" + (keys.empty() ? "." : "; of that name: " + keys + ".");
}

std::string summary(codec::ImportReport const& report, portal::Words const& words)
{
    std::string text;
    for (auto const& finding : report.flags) {
        text += told("flagged", finding, 1, words);
    }
    for (auto const& finding : report.refusals) {
        text += told("refused", finding, told_places, words);
    }
    if (report.follow_ups > 0) {
        text += "not taken in with them: " + std::to_string(report.follow_ups) + " rows that stand on refused ones\n";
    }
    if (report.error) {
        text += text_of(*report.error, words) + "\n";
    }
    return text;
}

} // namespace keyrack::cli
