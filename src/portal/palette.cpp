#include "portal/palette.hpp"

#include "base/text.hpp"
#include "portal/word_search.hpp"

#include <algorithm>
#include <utility>

namespace keyrack::portal {

namespace {

constexpr std::size_t best_of_each = 6;
constexpr std::uint32_t rows_a_slice = 8000; // about two milliseconds
constexpr std::size_t hits_a_company = 4;
constexpr std::size_t most_recent = 6;

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// Lower case, without a way through base for the many texts that are ASCII.
void fold_into(std::string& folded_text, std::string_view text)
{
    folded_text.clear();
    for (auto const c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            folded_text = folded(text);
            return;
        }
        folded_text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
}

bool begins_word(std::string_view text, std::size_t at)
{
    return at == 0 || !is_letter(text[at - 1]);
}

constexpr int whole_word = 200, word_beginning = 120, parted_word = 90, inside_word = 60;

// Letters in their order, each as early as it can be: 0 where one is missing. First letters of words say more than a
// few letters in the middle of one, and those that stand beside each other a little more.
int strewn(std::string_view text, std::string_view word)
{
    constexpr int first_of_word = 72, beside_last = 84, anywhere = 12, least = 36;
    int score = 0;
    std::size_t at = 0, begin = 0, last = std::string_view::npos;
    for (auto const letter : word) {
        auto found = text.find(letter, at);
        if (found == std::string_view::npos) return 0;
        // A letter that begins a word further on is what was meant, where the next place is the middle of one.
        if (found != at && !begins_word(text, found))
            for (auto next = text.find(letter, found + 1); next != std::string_view::npos;
                next = text.find(letter, next + 1))
                if (begins_word(text, next)) {
                    found = next;
                    break;
                }
        bool const beside = last != std::string_view::npos && found == last + 1;
        score += beside ? beside_last : begins_word(text, found) ? first_of_word : anywhere;
        if (last == std::string_view::npos) begin = found;
        last = found;
        at = found + 1;
    }
    constexpr std::size_t widest = 5; // for each letter: strewn over a long text they say nothing
    if (last - begin > widest * word.size()) return 0;
    auto const mean = score / static_cast<int>(word.size());
    return mean >= least ? mean : 0;
}

// The letters of a word one after the other from there on, with nothing but what is no letter between them.
bool stands_parted(std::string_view text, std::size_t at, std::string_view word)
{
    for (auto const letter : word) {
        while (at < text.size() && text[at] != letter && !is_letter(text[at])) ++at;
        if (at == text.size() || text[at] != letter) return false;
        ++at;
    }
    return true;
}

int fit_parted(std::string_view text, std::string_view word)
{
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text[at] == word.front() && begins_word(text, at) && stands_parted(text, at, word)) return parted_word;
    return 0;
}

} // namespace

int fit(std::string_view text, std::string_view word)
{
    if (word.empty()) return 1;
    auto const at = text.find(word);
    if (at == std::string_view::npos) return fit_parted(text, word);
    auto best = inside_word;
    for (auto place = at; place != std::string_view::npos; place = text.find(word, place + 1)) {
        if (!begins_word(text, place)) continue;
        auto const end = place + word.size();
        bool const to_its_end = end == text.size() || !is_letter(text[end]);
        best = std::max(best, (to_its_end ? whole_word : word_beginning) + (place == 0 ? 20 : 0));
    }
    return best;
}

int fit_letters(std::string_view text, std::string_view word)
{
    auto const whole = fit(text, word);
    return whole > 0 ? whole : strewn(text, word);
}

void Palette::ask(std::string query, std::vector<Offer> const& instant, std::vector<Offer> recent, Elsewhere elsewhere)
{
    m_query = std::move(query);
    m_words = search_words(m_query);
    m_offers.clear();
    m_best.clear();
    m_companies.clear();
    m_row = 0;
    m_hits = 0;
    m_source = m_words.empty() ? source_count : 0;
    if (m_words.empty()) {
        if (recent.size() > most_recent) recent.resize(most_recent);
        m_offers = std::move(recent);
        std::ranges::copy(instant, std::back_inserter(m_offers));
        return;
    }
    for (auto const& offer : instant) {
        auto const score = score_of(offer.line.text + ' ' + offer.line.second, fit_letters);
        if (score == 0 && offer.score == 0) continue;
        m_offers.push_back(offer);
        m_offers.back().score = std::max(score, offer.score);
    }
    m_companies = std::move(elsewhere.companies);
    if (elsewhere.all) m_offers.push_back(*std::move(elsewhere.all));
    put_in_order();
}

int Palette::score_of(std::string_view text, decltype(fit)& fits)
{
    fold_into(m_folded, text);
    int sum = 0;
    for (auto const& word : m_words) {
        auto const score = fits(m_folded, word);
        if (score == 0) return 0;
        sum += score;
    }
    // Of two that fit alike the shorter is meant.
    return std::max(1, sum * 4 - static_cast<int>(std::min<std::size_t>(m_folded.size(), 80)) / 4);
}

void Palette::step(Scene const& scene)
{
    for (std::uint32_t left = rows_a_slice; left > 0 && searches();) {
        if (m_source >= source_count) return look_elsewhere(left);
        auto const end = std::min(row_count(scene, m_source), m_row + left);
        auto const begin = m_row;
        for (; m_row < end; ++m_row) look_at(scene, m_row);
        left -= std::min(left, end > begin ? end - begin : 1);
        if (m_row < row_count(scene, m_source)) continue;
        end_source(scene);
    }
}

void Palette::look_at(Scene const& scene, std::uint32_t row)
{
    static thread_local std::string text;
    text.clear();
    append_text(scene, m_source, row, text);
    if (text.empty()) return;
    if (auto const score = score_of(text, fit); score > 0) keep(row, score);
}

// Of one company at most.
void Palette::look_elsewhere(std::uint32_t most_rows)
{
    auto const& [name, index] = m_companies[m_source - source_count];
    auto const end = std::min<std::size_t>(index->size(), m_row + most_rows);
    for (; m_hits < hits_a_company; ++m_hits, ++m_row) {
        m_row = static_cast<std::uint32_t>(index->next(m_words, m_row, end));
        if (m_row == end) break;
        m_offers.push_back(offer_elsewhere(name, index->hit(m_row)));
    }
    if (m_hits < hits_a_company && m_row < index->size()) return put_in_order();
    m_row = 0;
    m_hits = 0;
    ++m_source;
    put_in_order();
}

void Palette::keep(std::uint32_t row, int score)
{
    auto const place = std::ranges::find_if(m_best, [&](Found const& each) { return each.score < score; });
    if (place == m_best.end() && m_best.size() == best_of_each) return;
    m_best.insert(place, { score, row });
    if (m_best.size() > best_of_each) m_best.pop_back();
}

void Palette::end_source(Scene const& scene)
{
    for (auto const& found : m_best) {
        m_offers.push_back(offer_of(scene, m_source, found.row));
        m_offers.back().score = found.score;
    }
    m_best.clear();
    m_row = 0;
    ++m_source;
    put_in_order();
}

// Groups by their best line, lines within a group by theirs; what is elsewhere after them, as it was found.
void Palette::put_in_order()
{
    auto const best_of = [&](PaletteSubject subject) {
        int best = 0;
        for (auto const& offer : m_offers)
            if (offer.place == OfferPlace::here && offer.line.subject == subject) best = std::max(best, offer.score);
        return best;
    };
    std::vector<std::pair<PaletteSubject, int>> best;
    for (auto const& offer : m_offers)
        if (std::ranges::find(best, offer.line.subject, [](auto const& each) { return each.first; }) == best.end())
            best.emplace_back(offer.line.subject, best_of(offer.line.subject));
    auto const rank = [&](Offer const& offer) {
        if (offer.place != OfferPlace::here) return std::tuple { offer.place, 0, PaletteSubject {}, 0 };
        auto const found = std::ranges::find(best, offer.line.subject, [](auto const& each) { return each.first; });
        return std::tuple { offer.place, -found->second, offer.line.subject, -offer.score };
    };
    std::ranges::stable_sort(m_offers, {}, rank);
}

namespace {

std::string_view code(PaletteSubject subject)
{
    switch (subject) {
    case PaletteSubject::action: return "action";
    case PaletteSubject::day: return "day";
    case PaletteSubject::company: return "company";
    case PaletteSubject::screen: return "screen";
    case PaletteSubject::room: return "room";
    case PaletteSubject::device: return "device";
    case PaletteSubject::order: return "order";
    case PaletteSubject::ticket: return "ticket";
    case PaletteSubject::person: return "person";
    case PaletteSubject::org: return "org";
    }
    return "action";
}

bool is_object(PaletteSubject subject)
{
    return subject >= PaletteSubject::room;
}

std::string group_of(Words const& words, Palette const& palette, Offer const& offer)
{
    switch (offer.place) {
    case OfferPlace::here: break;
    case OfferPlace::elsewhere: return words("palette.group.elsewhere", { { "company", offer.company } });
    case OfferPlace::last: return std::string { words("palette.group.all") };
    }
    bool const recent = palette.query().empty() && is_object(offer.line.subject);
    return std::string { words("palette.group." + std::string { recent ? "recent" : code(offer.line.subject) }) };
}

} // namespace

std::string line_key(Offer const& offer)
{
    return std::string { code(offer.line.subject) } + '.' + offer.line.key;
}

PaletteModel palette_model(Words const& words, Palette const& palette)
{
    PaletteModel model { .query = palette.query(),
        .lines = {},
        .found = palette.query().empty() ? std::string {} : words.plural("palette.found", std::ssize(palette.offers())),
        .searching = palette.searches() };
    std::string group;
    for (auto const& offer : palette.offers()) {
        auto line = offer.line;
        auto of_line = group_of(words, palette, offer);
        if (of_line != group) line.group = of_line;
        group = std::move(of_line);
        line.key = line_key(offer);
        model.lines.push_back(std::move(line));
    }
    return model;
}

} // namespace keyrack::portal
