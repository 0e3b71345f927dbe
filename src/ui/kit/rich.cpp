#include "ui/kit/draw.hpp"
#include "ui/kit/state.hpp"
#include "ui/kit/text.hpp"
#include "ui/kit/text_run.hpp"

namespace keyrack::ui {

namespace {

// A word (with the blank before it) at its place in the lines.
struct Word
{
    std::size_t piece = 0;
    std::string_view text;
    float x = 0;
    float width = 0;
    std::size_t line = 0;
};

constexpr std::size_t short_word = 12;

// "entry 229", "PO-1067": one thing, which no line parts.
bool is_short_link(Piece const& piece)
{
    return !piece.href.empty() && piece.text.size() <= short_word;
}

std::vector<std::string_view> words_of(Frame const& f, Piece const& piece, Type type, float width)
{
    std::string_view const text = piece.text;
    if (is_short_link(piece) && text_width(f, text, type) <= width) return { text };
    std::vector<std::string_view> words;
    std::size_t start = 0;
    for (std::size_t at = 1; at <= text.size(); ++at) {
        bool const parts = at == text.size() || (text[at] == ' ' && text[at - 1] != ' ');
        if (!parts || (at < text.size() && keeps_its_word(f, text, at, type, width))) continue;
        words.push_back(text.substr(start, at - start));
        start = at;
    }
    return words;
}

std::string_view without_blank(std::string_view word)
{
    auto const start = word.find_first_not_of(' ');
    return start == std::string_view::npos ? std::string_view {} : word.substr(start);
}

// Pieces of their own, which bind their neighbours.
constexpr std::string_view no_break = "\u00A0";
constexpr std::string_view no_break_dot = "\u00A0\u00B7\u00A0";

bool binds(std::string_view word)
{
    return word == no_break || word == no_break_dot;
}

// Between facts, where no line ends.
bool is_separator(std::string_view word)
{
    return without_blank(word) == "\u00B7";
}

// A blank or a separator that ends a line.
bool parts_nothing(std::string_view word)
{
    return without_blank(word).empty() || is_separator(word) || word == no_break_dot;
}

// Takes what the next word may not be parted from along to its line, as much of it as has room there beside that word,
// unless it would leave its own line empty; returns where the next word stands.
float bring_along(
    Frame const& f, std::vector<Word>& words, std::size_t line, float room, std::span<Piece const> pieces, Type type)
{
    auto from = words.size();
    float length = 0;
    while (from >= 2 && binds(words[from - 1].text) && words[from - 2].line + 1 == line) {
        length += words[from - 1].width + words[from - 2].width;
        if (length > room) break;
        from -= 2;
    }
    if (from == words.size() || words[from].x == 0) return 0;
    auto const first = without_blank(words[from].text);
    words[from].text = first;
    words[from].width = text_width(f, first, pieces[words[from].piece].type.value_or(type));
    float x = 0;
    for (auto& word : std::span { words }.subspan(from)) {
        word.x = x;
        word.line = line;
        x += word.width;
    }
    while (from > 0 && words[from - 1].line + 1 == line && parts_nothing(words[from - 1].text))
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(--from));
    return x;
}

// One thing that a line does not break, with the blank before it, if any.
bool is_one_word(std::string_view text)
{
    return text.size() <= short_word && text.find(' ', 1) == std::string_view::npos;
}

// A short word does not stand alone on the last line where the line before has words to spare.
void keep_company(Frame const& f, std::vector<Word>& words, float width, std::span<Piece const> pieces, Type type)
{
    constexpr std::size_t least = 4; // the last word, the one that joins it, and two that stay
    if (words.size() < least) return;
    auto& last = words.back();
    auto& joins = words[words.size() - 2];
    bool const same_text = last.piece == joins.piece && last.text.data() == joins.text.data() + joins.text.size() + 1;
    bool const to_spare =
        last.line > 0 && joins.line + 1 == last.line && words[words.size() - least].line == joins.line;
    if (!same_text || !to_spare || !is_one_word(last.text)) return;
    auto const own = pieces[last.piece].type.value_or(type);
    auto const moved = without_blank(joins.text);
    std::string_view const lone { last.text.data() - 1, last.text.size() + 1 };
    auto const start = text_width(f, moved, own);
    if (joins.x == 0 || !may_stay_empty(width - joins.x, width, own) || start + text_width(f, lone, own) > width)
        return;
    joins = { joins.piece, moved, 0, start, last.line };
    last = { last.piece, lone, start, text_width(f, lone, own), last.line };
}

std::vector<Word> laid_out(Frame const& f, float width, std::span<Piece const> pieces, Type type)
{
    std::vector<Word> result;
    float x = 0;
    std::size_t line = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        auto const own = pieces[i].type.value_or(type);
        for (auto word : words_of(f, pieces[i], own, width)) {
            if (x > 0 && !binds(word) && x + text_width(f, word, own) > width + 0.25F) {
                ++line;
                x = bring_along(f, result, line, width - text_width(f, word, own), pieces, type);
                while (!result.empty() && result.back().line + 1 == line && parts_nothing(result.back().text))
                    result.pop_back();
            }
            if (x == 0) word = without_blank(word);
            if (word.empty() || (x == 0 && line > 0 && is_separator(word))) continue;
            auto const length = text_width(f, word, own);
            result.push_back({ i, word, x, length, line });
            x += length;
        }
    }
    keep_company(f, result, width, pieces, type);
    return result;
}

Rect bounds_of(Word const& word, Rect area, float height)
{
    return { area.x + word.x, area.y + static_cast<float>(word.line) * height, word.width, height };
}

Rect around(Rect one, Rect other)
{
    if (one.empty()) return other;
    if (other.empty()) return one;
    auto const x = std::min(one.x, other.x);
    auto const y = std::min(one.y, other.y);
    return { x, y, std::max(one.right(), other.right()) - x, std::max(one.bottom(), other.bottom()) - y };
}

class RichText
{
public:
    RichText(Frame& frame, Rect area, std::span<Piece const> pieces, TextStyle style)
        : m_frame(frame),
          m_area(area),
          m_pieces(pieces),
          m_style(style),
          m_height(line_height(style.type)),
          m_words(laid_out(frame, area.width, pieces, style.type))
    { }

    std::optional<std::size_t> draw()
    {
        std::string said;
        Rect said_at;
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            if (m_pieces[i].href.empty()) {
                draw_words(i, m_pieces[i].ink.value_or(m_style.ink.value_or(m_frame.tokens().ink)), false);
                said += m_pieces[i].text;
                said_at = around(said_at, bounds_of_piece(i));
                continue;
            }
            say(said, said_at);
            draw_link(i);
        }
        say(said, said_at);
        return m_clicked;
    }

private:
    Rect bounds_of_piece(std::size_t piece) const
    {
        Rect result;
        for (auto const& word : m_words)
            if (word.piece == piece) result = around(result, bounds_of(word, m_area, m_height));
        return result;
    }

    void draw_words(std::size_t piece, Colour ink, bool underline)
    {
        auto const type = m_pieces[piece].type.value_or(m_style.type);
        for (auto const& word : m_words) {
            if (word.piece != piece) continue;
            auto place = bounds_of(word, m_area, m_height);
            place.width += 2;
            draw_text(m_frame, place, word.text, { .type = type, .ink = ink, .underline = underline });
        }
    }

    void draw_link(std::size_t piece)
    {
        auto const& link = m_pieces[piece];
        auto const whole = bounds_of_piece(piece);
        Node node { .role = Role::link, .bounds = whole, .name = link.text };
        node.extra.put("href", link.href);
        // A link of two lines answers where its words are, not between them.
        auto const on = m_frame.item(link.key, std::move(node), { .pointer = whole.height <= m_height });
        if (whole.height > m_height) add_hits(piece, on.id);
        draw_words(piece, link.ink.value_or(m_frame.tokens().accent_text), on.hovered);
        if (on.ring) ring(m_frame, whole.inset(-1, 0), 2);
        if (on.clicked) m_clicked = piece;
    }

    void add_hits(std::size_t piece, Id id)
    {
        auto& state = m_frame.state();
        for (auto const& word : m_words) {
            if (word.piece != piece) continue;
            auto const area = visible_part(m_frame, bounds_of(word, m_area, m_height));
            state.hits.push_back(
                { .id = id, .area = area, .layer = state.layer, .cursor = Cursor::pointer, .takes_focus = true });
        }
    }

    void say(std::string& said, Rect& at)
    {
        auto words = without_blank(said);
        for (auto const binding : { no_break_dot, no_break }) // it binds a link
            if (words.ends_with(binding)) words.remove_suffix(binding.size());
        if (!words.empty() && !at.empty()) {         // a separator at the end of a line says nothing
            IdScope const scope { m_frame, "said" }; // the links have numbers, too
            m_frame.note(WidgetKey { ++m_said }, { .role = Role::text, .bounds = at, .name = std::string { words } });
        }
        said.clear();
        at = {};
    }

    Frame& m_frame;
    Rect m_area;
    std::span<Piece const> m_pieces;
    TextStyle m_style;
    float m_height;
    std::vector<Word> m_words;
    std::optional<std::size_t> m_clicked;
    int m_said = 0;
};

} // namespace

float rich_height(Frame const& f, float width, std::span<Piece const> pieces, Type type)
{
    auto const words = laid_out(f, width, pieces, type);
    return words.empty() ? 0 : static_cast<float>(words.back().line + 1) * line_height(type);
}

std::optional<std::size_t> rich(Frame& f, Rect area, WidgetKey key, std::span<Piece const> pieces, TextStyle style)
{
    IdScope const scope { f, key };
    return RichText { f, area, pieces, style }.draw();
}

} // namespace keyrack::ui
