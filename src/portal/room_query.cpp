#include "portal/room_query.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace keyrack::portal {

namespace {

constexpr char whole_name = '=';

std::optional<CoverWord> cover_word(std::string_view value)
{
    if (value == "yes") return CoverWord::yes;
    if (value == "none" || value == "no") return CoverWord::none;
    if (value == "ending") return CoverWord::ending;
    if (value == "planned") return CoverWord::planned;
    return {};
}

std::optional<bool> yes_or_no(std::string_view value)
{
    if (value == "yes") return true;
    if (value == "no") return false;
    return {};
}

// `site:oslo` and `site:"Oslo S"`: parts between blanks, with what stands in quotes kept together.
std::vector<std::string> parts_of(std::string_view text)
{
    std::vector<std::string> parts(1);
    bool quoted = false;
    for (auto const c : text) {
        if (c == '"') {
            quoted = !quoted;
        } else if ((c == ' ' || c == '\t' || c == '\n') && !quoted) {
            if (!parts.back().empty()) parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    if (parts.back().empty()) parts.pop_back();
    return parts;
}

// Whether the part was an operator, and taken.
bool take(RoomQuery& query, std::string_view name, std::string_view value)
{
    if (value.empty()) return false;
    if (name == "site" && value.front() == whole_name)
        query.site = value.substr(1);
    else if (name == "site")
        query.sites.emplace_back(value);
    else if (name == "programme")
        query.programmes.emplace_back(value);
    else if (name == "account")
        query.accounts.emplace_back(value);
    else if (name == "cover") {
        auto const word = cover_word(value);
        query.cover = word.value_or(query.cover);
        return word.has_value();
    } else if (name == "important") {
        query.important = yes_or_no(value);
        return query.important.has_value();
    } else if (name == "sync") {
        query.in_sync = yes_or_no(value);
        return query.in_sync.has_value();
    } else {
        return false;
    }
    return true;
}

std::vector<bool> holding(std::vector<std::string> const& wanted, std::size_t count, auto const& name_of)
{
    std::vector<bool> found;
    if (wanted.empty()) return found;
    found.reserve(count);
    for (std::size_t row = 0; row < count; ++row) {
        auto const name = folded(name_of(row));
        found.push_back(std::ranges::all_of(wanted, [&](auto const& each) { return name.contains(each); }));
    }
    return found;
}

bool cover_passes(CoverWord wanted, CoverState state)
{
    switch (wanted) {
    case CoverWord::any: return true;
    case CoverWord::yes: return state == CoverState::covered || state == CoverState::ending;
    case CoverWord::none: return state != CoverState::covered && state != CoverState::ending;
    case CoverWord::ending: return state == CoverState::ending;
    case CoverWord::planned: return state == CoverState::planned;
    }
    return true;
}

// Quotes keep the operator together, so a name is compared without its own.
std::string bare(std::string_view name)
{
    std::string text { name };
    std::erase(text, '"');
    return text;
}

bool is_site(std::optional<std::string> const& wanted, engine::Ledger const& ledger, SiteId site)
{
    if (!wanted) return true;
    return site.exists() ? folded(bare(ledger.sites()[site])) == *wanted && !wanted->empty() : wanted->empty();
}

template <class IdOf>
bool among(std::vector<bool> const& found, IdOf id)
{
    return found.empty() || (id.exists() && found[id.row()]);
}

} // namespace

bool RoomQuery::is_plain() const
{
    RoomQuery plain;
    plain.words = words;
    return *this == plain;
}

RoomQuery room_query(std::string_view text)
{
    RoomQuery query;
    for (auto const& part : parts_of(text)) {
        auto const colon = part.find(':');
        auto const name = colon == std::string::npos ? std::string {} : folded(part.substr(0, colon));
        if (!name.empty() && take(query, name, folded(part.substr(colon + 1)))) continue;
        if (!query.words.empty()) query.words += ' ';
        query.words += part;
    }
    return query;
}

RoomSieve::RoomSieve(
    RoomQuery const& query, engine::Ledger const& ledger, catalogue::Catalogue const& catalogue, Cover const& cover)
    : m_query(query),
      m_ledger(ledger),
      m_cover(cover),
      m_sites(holding(query.sites, ledger.sites().all().size(), [&](auto row) { return ledger.sites().all()[row]; })),
      m_programmes(holding(
          query.programmes, catalogue.programmes().size(), [&](auto row) { return catalogue.programmes()[row].name; })),
      m_accounts(holding(
          query.accounts, ledger.accounts().size(), [&](auto row) { return ledger.accounts().rows()[row].name; }))
{ }

bool RoomSieve::passes(std::uint32_t row) const
{
    auto const& room = m_ledger.rooms().rows()[row];
    auto const& cover = m_cover.rooms[row];
    bool const important = room.importance == engine::Importance::important;
    bool const in_sync = room.in_sync == engine::InSync::yes;
    return cover_passes(m_query.cover, cover.state) && m_query.important.value_or(important) == important
        && m_query.in_sync.value_or(in_sync) == in_sync && among(m_sites, room.site)
        && is_site(m_query.site, m_ledger, room.site) && among(m_programmes, cover.programme)
        && among(m_accounts, room.account);
}

std::string only_site(std::string_view name)
{
    return "site:=\"" + bare(name) + '"';
}

std::vector<std::string_view> room_operators()
{
    return { "site", "cover", "programme", "account", "important", "sync" };
}

} // namespace keyrack::portal
