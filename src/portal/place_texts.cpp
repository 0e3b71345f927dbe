#include "portal/place_texts.hpp"

#include "base/text.hpp"
#include "portal/word_search.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

constexpr char between_texts = '\n'; // no name and no query holds one

// About as many bytes as the texts will have: folding hardly changes them.
std::size_t bytes_of(engine::Ledger const& ledger)
{
    std::size_t bytes = 0;
    for (auto const& room : ledger.rooms().rows()) bytes += room.name.size() + ledger.sites()[room.site].size() + 2;
    for (auto const& device : ledger.devices().rows()) bytes += device.serial.size() + 1;
    return bytes;
}

// What has no accents, as nearly all of them, is folded in its place.
void append(std::string& texts, std::string_view text)
{
    auto const begin = texts.size();
    unsigned char all = 0;
    for (char const letter : text) all |= static_cast<unsigned char>(letter);
    if (all < 0x80) {
        texts += text;
        for (auto at = begin; at < texts.size(); ++at)
            if (texts[at] >= 'A' && texts[at] <= 'Z') texts[at] += 'a' - 'A';
    } else {
        texts += folded(text);
    }
    texts += between_texts;
}

} // namespace

PlaceTexts::PlaceTexts(engine::Ledger const& ledger, Places const& places)
{
    m_texts.reserve(bytes_of(ledger));
    m_begins.reserve(ledger.rooms().size() + 1);
    for (std::uint32_t row = 0; row < ledger.rooms().size(); ++row) {
        m_begins.push_back(static_cast<std::uint32_t>(m_texts.size()));
        auto const& room = ledger.rooms().rows()[row];
        append(m_texts, room.name);
        if (room.site.exists()) append(m_texts, ledger.sites()[room.site]);
        for (auto const device : places.devices_in(row)) append(m_texts, ledger.devices()[device].serial);
    }
    m_begins.push_back(static_cast<std::uint32_t>(m_texts.size()));
}

Found PlaceTexts::holding(std::string_view word) const
{
    auto const room_count = m_begins.size() - 1;
    Found found(room_count);
    std::size_t room = 0;
    WordFinder const finder { word };
    for (auto at = finder.find(m_texts, 0); at != std::string_view::npos; at = finder.find(m_texts, m_begins[room])) {
        while (m_begins[room + 1] <= at) ++room;
        found[room] = static_cast<std::uint32_t>(at) + 1;
        if (++room == room_count) break; // what else stands in a room that was found is passed over
    }
    return found;
}

Found PlaceTexts::holding(std::string_view word, Found const& beginning) const
{
    Found found(beginning.size());
    WordFinder const finder { word };
    std::string_view const texts { m_texts };
    for (std::size_t room = 0; room < found.size(); ++room) {
        if (beginning[room] == 0) continue;
        std::size_t const from = beginning[room] - 1;
        if (texts.substr(from, word.size()) == word) { // nearly always, where a name is being typed
            found[room] = beginning[room];
            continue;
        }
        auto const at = finder.find(texts.substr(0, m_begins[room + 1]), from + 1);
        if (at != std::string_view::npos) found[room] = static_cast<std::uint32_t>(at) + 1;
    }
    return found;
}

Found PlaceTexts::matches(std::string_view query) const
{
    Found found(m_begins.size() - 1, 1);
    for (auto const& word : search_words(query)) {
        auto const holds = holding(word);
        std::ranges::transform(
            found, holds, found.begin(), [](auto before, auto now) { return before != 0 && now != 0 ? 1U : 0U; });
    }
    return found;
}

} // namespace keyrack::portal
