#include "ui/screens/blocks.hpp"

#include <algorithm>
#include <functional>

namespace keyrack::ui {

namespace {

constexpr float least_figure_height = 118;
constexpr float least_figure_width = 240;
constexpr float figure_width_phone = 264;
constexpr float line_padding = 12;

// --- figures ---------------------------------------------------------------------------------------------------------

Tone ring_tone(portal::Tone tone)
{
    return tone == portal::Tone::neutral ? Tone::accent : kit_tone(tone);
}

struct FigurePlace
{
    float label = 0;
    float second = 0;
    float link = 0;

    [[nodiscard]] float text() const { return label + second + 2 + link; }
};

FigurePlace measure(Frame const& f, float width, portal::LeadingFigure const& figure)
{
    auto const inner = width - 2 * space::card - ring_size - space::gap;
    return { .label = paragraph_height(f, inner, figure.label, Type::heading),
        .second = paragraph_height(f, inner, figure.second, Type::second),
        .link = paragraph_height(f, inner, figure.link, Type::second_strong) };
}

void draw_figure(Drawing& d, Rect area, portal::LeadingFigure const& figure)
{
    auto const place = measure(d.f, area.width, figure);
    auto const name = figure.label + ": " + figure.value + ", " + figure.second + ". " + figure.link;
    auto const pressed =
        press_card(d.f, area, { .key = "figure", .name = name, .href = figure.fragment, .padding = space::card });
    auto inside = area.inset(space::card, 0);
    auto const share = static_cast<float>(figure.share);
    ring_chart(d.f, inside.take_left(ring_size).middle(ring_size),
        { .key = "ring", .name = name, .share = share, .figure = figure.value, .tone = ring_tone(figure.tone) });
    inside.skip_left(space::gap);
    auto text = inside.middle(place.text());
    auto const& tokens = d.f.tokens();
    paragraph(d.f, text.take_top(place.label), "label", figure.label, { .type = Type::heading });
    paragraph(
        d.f, text.take_top(place.second), "second", figure.second, { .type = Type::second, .ink = tokens.ink_second });
    text.skip_top(2);
    paragraph(d.f, text, "link", figure.link, { .type = Type::second_strong, .ink = tokens.accent_text });
    if (pressed.clicked) {
        d.want(portal::Go { figure.fragment });
    }
}

// --- lines -----------------------------------------------------------------------------------------------------------

ButtonSpec button_of(portal::ActionLine const& line, std::string const& name)
{
    return { .key = "act",
        .label = line.action,
        .size = ButtonSize::small,
        .name = name,
        .href = line.run.empty() ? std::string_view { line.fragment } : std::string_view {} };
}

struct LinePlace
{
    float words = 0;        // width
    float second_words = 0; // width: without a button, a long second line goes on below the chip
    float button = 0;
    float chip = 0;
    float text = 0; // heights
    float second = 0;
    bool button_below = false; // where there is no room beside the words

    [[nodiscard]] float height() const
    {
        auto const words_height = text + (second > 0 ? 2 + second : 0);
        auto const below = button_below ? space::small + height::button_small : 0;
        return std::max(words_height + below, tile_size) + 2 * line_padding;
    }
};

Piece link_of(Frame const& f, portal::ActionLine const& line)
{
    return { .text = line.text, .ink = f.tokens().accent_text, .href = line.open, .key = "open" };
}

// Beside a button such words are a column; they take the whole width, and the button stands below them.
bool takes_many_lines(Frame const& f, float width, portal::ActionLine const& line)
{
    auto const takes_more = [&](int lines, std::string_view text, Type type) {
        return paragraph_height(f, width, text, type) > static_cast<float>(lines) * line_height(type);
    };
    return f.phone() && (takes_more(2, line.text, Type::body_strong) || takes_more(3, line.second, Type::second));
}

// On a phone a chip stands beside the title alone where the second line would be a column beside it.
bool goes_below_chip(Frame const& f, LinePlace const& place, portal::ActionLine const& line)
{
    auto const lines = [&](std::string_view text, Type type) {
        return paragraph_height(f, place.words, text, type) / line_height(type);
    };
    return f.phone() && place.button == 0 && place.chip > 0 && place.words >= 140
        && lines(line.text, Type::body_strong) <= 2 && lines(line.second, Type::second) > 1;
}

// Below: as that of another line of its list.
LinePlace measure(Frame const& f, float width, portal::ActionLine const& line, bool below = false)
{
    LinePlace place;
    place.button = line.action.empty() ? 0 : button_width(f, button_of(line, {}));
    place.chip = line.chip.text.empty() ? 0 : chip_width(f, chip_of(line.chip));
    auto const whole = width - tile_size - space::medium;
    auto const with_gap = [](float wide) { return wide > 0 ? wide + space::medium : 0; };
    auto const aside = with_gap(place.button) + with_gap(place.chip);
    place.words = whole - aside;
    bool const below_chip = goes_below_chip(f, place, line);
    place.button_below =
        aside > 0 && !below_chip && (below || place.words < 170 || takes_many_lines(f, place.words, line));
    if (place.button_below) place.words = whole;
    place.second_words = below_chip ? whole : place.words;
    auto const link = link_of(f, line);
    place.text = line.open.empty() ? paragraph_height(f, place.words, line.text, Type::body_strong)
                                   : rich_height(f, place.words, std::span { &link, 1 }, Type::body_strong);
    place.second = line.second.empty() ? 0 : paragraph_height(f, place.second_words, line.second, Type::second);
    return place;
}

// Where all a line leads is behind its button, it is pressed as a whole. What runs something is pressed on its button alone.
bool leads_as_a_whole(portal::ActionLine const& line)
{
    return !line.action.empty() && !line.fragment.empty() && line.run.empty() && line.open.empty();
}

void draw_button(Drawing& d, Rect at, portal::ActionLine const& line, Rect whole)
{
    auto const name = line.action + ": " + line.text + (line.about.empty() ? "" : ", " + line.about);
    auto spec = button_of(line, name);
    if (leads_as_a_whole(line)) spec.hit = whole;
    if (!button(d.f, at, spec)) return;
    line.run.empty() ? d.want(portal::Go { line.fragment }) : d.want(portal::RunOnScreen { line.run });
}

// The chip and then the button, beside the words at the right, below them at the left.
void draw_side(Drawing& d, Rect side, portal::ActionLine const& line, LinePlace const& place, Rect whole)
{
    auto const both = place.chip + (place.chip > 0 && place.button > 0 ? space::medium : 0) + place.button;
    auto row = place.button_below ? side.take_left(both) : side.take_right(both);
    if (place.button > 0) draw_button(d, row.take_right(place.button), line, whole);
    if (place.chip > 0) chip(d.f, row.take_left(place.chip), chip_of(line.chip), Side::left);
}

// A line with the focus keeps its node though it is scrolled away: without it the focus would be lost.
bool has_focus(Frame& f, portal::ActionLine const& line)
{
    if (f.focused() == 0) return false;
    IdScope const item { f, line.key };
    if (f.focused() == f.id("act")) return true;
    IdScope const text { f, "text" };
    return f.focused() == f.id("open");
}

using Lines = std::span<portal::ActionLine const>;

std::uint64_t mixed(std::uint64_t of, std::uint64_t with)
{
    constexpr std::uint64_t odd = 0x9E37'79B9'7F4A'7C15;
    return (of ^ with) * odd;
}

std::uint64_t mixed(std::uint64_t of, portal::ActionLine const& line)
{
    for (auto const* const text : { &line.text, &line.second, &line.chip.text, &line.action })
        of = mixed(of, std::hash<std::string> {}(*text));
    return of;
}

// How wide they are, and in which type.
std::uint64_t look_of(Frame const& f, float width)
{
    constexpr std::string_view letters = "Rooms 0123";
    return std::hash<float> {}(width) + std::hash<float> {}(text_width(f, letters, Type::body_strong));
}

// Which lines these are, without reading all of them: they are parts of a model, and what changes is a new one. Where it comes
// to lie in the place of the old one with as many lines, the first and the last tell, or `forget_heights`.
std::uint64_t lines_of(std::uint64_t look, Lines lines)
{
    auto const of = mixed(mixed(look, reinterpret_cast<std::uintptr_t>(lines.data())), lines.size());
    return mixed(mixed(of, lines.front()), lines.back());
}

// Of lines that are not drawn too. Their texts are read where the lines are others than in the frame before, and set where
// the texts are others: to read them costs a fraction of that.
std::span<float const> heights_of(Frame& f, float width, Lines lines)
{
    auto& kept = f.kept_heights("heights");
    auto& seen = f.kept_heights("lines");
    auto of = look_of(f, width);
    auto const now = lines_of(of, lines);
    if (seen.of == now && kept.heights.size() == lines.size()) return kept.heights;
    seen.of = now;
    for (auto const& line : lines) of = mixed(of, line);
    if (kept.of == of && kept.heights.size() == lines.size()) return kept.heights;
    kept.of = of;
    kept.heights.clear();
    for (auto const& line : lines) {
        kept.heights.push_back(measure(f, width, line).height());
    }
    return kept.heights;
}

// A line that is drawn is of another height than it was: the next frame sets them all.
void forget_heights(Frame& f)
{
    f.kept_heights("heights").of = 0;
    f.kept_heights("lines").of = 0;
    f.want_frame();
}

constexpr std::size_t no_line = static_cast<std::size_t>(-1);

// The line with the focus; `no_line` where none has it. All are looked at once the focus moves or the lines are others; the
// place is kept as a height is, which is exact for more lines than there can be.
std::size_t focused_line(Frame& f, float width, Lines lines)
{
    if (f.focused() == 0) {
        return no_line;
    }
    auto& kept = f.kept_heights("focus");
    auto const of = mixed(lines_of(look_of(f, width), lines), f.focused());
    if (kept.of != of) {
        kept.of = of;
        kept.heights.clear();
        auto const found = std::ranges::find_if(lines, [&](auto const& line) { return has_focus(f, line); });
        if (found != lines.end()) {
            kept.heights.push_back(static_cast<float>(found - lines.begin()));
        }
    }
    return kept.heights.empty() ? no_line : static_cast<std::size_t>(kept.heights.front());
}

struct InList
{
    std::size_t at = 0, of = 0; // from 1
};

void draw_line(Drawing& d, Rect area, portal::ActionLine const& line, LinePlace const& place, InList in)
{
    Node node { .role = Role::listitem, .bounds = area };
    node.extra.put("posinset", static_cast<long long>(in.at)).put("setsize", static_cast<long long>(in.of));
    Scope item { d.f, line.key, std::move(node) };
    auto const edge = has_contrast(d.f.theme()) ? d.f.tokens().accent : d.f.tokens().accent_soft;
    if (line.selected) fill_and_stroke(d.f, area.inset(-8, 2), d.f.tokens().accent_soft, edge, radius::medium);
    if (leads_as_a_whole(line)) hit_ground(d.f, area.inset(-8, 2), "act");
    auto inside = area.inset(0, line_padding);
    auto const picture = inside.take_left(tile_size).take_top(tile_size);
    auto const tone = line.tone == portal::Tone::neutral ? Tone::accent : kit_tone(line.tone);
    if (line.selected) { // on its ground the tile's own would not show
        fill(d.f, picture, d.f.tokens().surface, radius::medium);
        icon(d.f, picture, icon_of(line.subject), d.f.tokens().tone(tone).ink, 16);
    } else {
        icon_tile(d.f, picture, icon_of(line.subject), tone);
    }
    inside.skip_left(space::medium);
    auto const& tokens = d.f.tokens();
    auto const words_height = place.text + (place.second > 0 ? 2 + place.second : 0);
    if (!place.button_below) {
        bool const beside_title = place.second_words > place.words;
        auto side = Rect { inside }.take_right(inside.width - place.words);
        side = side.take_top(beside_title ? place.text : std::max(words_height, tile_size));
        draw_side(
            d, beside_title ? side.inset(0, -2) : side, line, place, area); // a chip is higher than a line of words
    }
    inside.width = std::max(place.words, place.second_words);
    auto words = words_height < tile_size && !place.button_below ? inside.middle(words_height) : inside;
    auto text = words.take_top(place.text);
    text.width = place.words;
    if (line.open.empty()) {
        paragraph(d.f, text, "text", line.text, { .type = Type::body_strong, .ink = tokens.ink });
    } else {
        auto const piece = link_of(d.f, line);
        if (rich(d.f, text, "text", std::span { &piece, 1 }, { .type = Type::body_strong })) {
            d.want(portal::Go { line.open });
        }
    }
    if (place.second > 0) {
        words.skip_top(2);
        paragraph(d.f, words.take_top(place.second), "second", line.second,
            { .type = Type::second, .ink = tokens.ink_second });
    }
    if (place.button_below) {
        words.skip_top(space::small);
        draw_side(d, words.take_top(height::button_small), line, place, area);
    }
}

// --- timeline --------------------------------------------------------------------------------------------------------

constexpr float timeline_row = 36;
constexpr float timeline_row_narrow = 52; // the words above the bar
constexpr float words_beside = 240;
constexpr float beside_from = 560;

void draw_timeline_row(Drawing& d, Rect row, portal::TimelineRow const& line, float words_width)
{
    auto words = words_width > 0 ? row.take_left(words_width) : row.take_top(24);
    auto const width = whole_width(d.f, line.title, Type::table_strong);
    if (link(d.f, words.take_left(std::min(width, words.width)),
            { .key = "order",
                .text = line.title,
                .href = line.fragment,
                .type = Type::table_strong,
                .ink = d.f.tokens().ink,
                .name = line.says })) {
        d.want(portal::Go { line.fragment });
    }
    words.skip_left(space::small);
    words.skip_right(space::small);
    auto const fits = text_width(d.f, line.second, Type::second) <= words.width;
    if (fits) {
        label(d.f, "second", words, line.second, { .type = Type::second, .ink = d.f.tokens().ink_second });
    }
    std::vector<TimeSpan> spans;
    for (auto const& span : line.spans) {
        spans.push_back({ static_cast<float>(span.from), static_cast<float>(span.to), kit_tone(span.tone) });
    }
    timeline_bar(d.f, row, "bar", line.says, spans);
}

} // namespace

bool is_near_view(Frame const& f, Rect area)
{
    auto const view = visible_part(f, { -1e6F, -1e6F, 2e6F, 2e6F });
    return !view.inset(0, -view.height).meet(area).empty();
}

Icon icon_of(portal::Subject subject)
{
    switch (subject) {
    case portal::Subject::room: return Icon::door_open;
    case portal::Subject::ticket: return Icon::clock_alert;
    case portal::Subject::ending: return Icon::calendar_clock;
    case portal::Subject::breach: return Icon::shield_check;
    case portal::Subject::invitation: return Icon::mail;
    case portal::Subject::spare: return Icon::package;
    case portal::Subject::person: return Icon::user;
    case portal::Subject::partner: return Icon::building_2;
    case portal::Subject::mail: return Icon::mail;
    case portal::Subject::contract: return Icon::file_text;
    case portal::Subject::order: return Icon::shopping_cart;
    case portal::Subject::entry: return Icon::history;
    }
    return Icon::circle;
}

void draw_leading_figures(Drawing& d, Rect& page, std::span<portal::LeadingFigure const> figures)
{
    if (figures.empty()) return;
    auto const count = figures.size();
    auto const across = fitting_columns(page.width, least_figure_width, space::gap);
    auto const in_strip = d.f.phone();
    auto const per_row = across >= count ? count : std::min<std::size_t>(across, 2);
    auto const gaps = space::gap * static_cast<float>(per_row - 1);
    auto const width = in_strip ? figure_width_phone : (page.width - gaps) / static_cast<float>(per_row);
    auto height = least_figure_height;
    for (auto const& figure : figures) {
        height = std::max(height, measure(d.f, width, figure).text() + 2 * space::gap);
    }
    if (in_strip) {
        ScrollStrip strip { d.f, "figures", page.take_top(height) };
        for (std::size_t i = 0; i < count; ++i) {
            IdScope const scope { d.f, i };
            draw_figure(d, strip.content().take_left(width), figures[i]);
            strip.content().skip_left(space::medium);
        }
    } else {
        for (std::size_t at = 0; at < count; at += per_row) {
            if (at > 0) {
                page.skip_top(space::gap);
            }
            auto const places = columns(page.take_top(height), per_row, space::gap);
            for (std::size_t i = 0; i < per_row && at + i < count; ++i) {
                IdScope const scope { d.f, at + i };
                draw_figure(d, places[i], figures[at + i]);
            }
        }
    }
    page.skip_top(space::card_gap);
}

void draw_action_lines(
    Drawing& d, Rect& from, WidgetKey key, std::string_view name, std::span<portal::ActionLine const> lines)
{
    Scope list { d.f, key, { .role = Role::list, .bounds = from, .name = std::string { name } } };
    bool const whole = lines.size() <= drawn_whole;
    auto const heights = whole ? std::span<float const> {} : heights_of(d.f, from.width, lines);
    auto const focused = whole ? no_line : focused_line(d.f, from.width, lines);
    bool const below = whole && !d.f.phone()
        && std::ranges::any_of(lines, [&](auto const& line) { return measure(d.f, from.width, line).button_below; });
    bool fits = true; // what is drawn has the height that was kept
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) {
            auto const between = from.take_top(1); // a chosen line's ground parts it from its neighbours
            if (!lines[i].selected && !lines[i - 1].selected) divider(d.f, between);
        }
        auto area = Rect { from.x, from.y, from.width, whole ? 0 : heights[i] };
        bool const drawn = whole || is_near_view(d.f, area) || i == focused;
        if (drawn) {
            auto const place = measure(d.f, from.width, lines[i], below);
            fits = fits && (whole || area.height == place.height());
            area.height = place.height();
            draw_line(d, area, lines[i], place, { .at = i + 1, .of = lines.size() });
        }
        from.skip_top(area.height);
    }
    if (!fits) forget_heights(d.f);
}

bool draw_line_card(Drawing& d, Rect& column, LineCard const& spec)
{
    if (spec.lines.empty() && spec.empty.empty()) {
        return false;
    }
    IdScope const scope { d.f, spec.key };
    GrowingCard card { d.f, column };
    auto& inside = card.content();
    auto head = Rect { inside.x, inside.y, inside.width, 24 };
    ButtonSpec const act { .key = "act", .label = spec.button, .icon = spec.icon, .size = ButtonSize::small };
    auto const width = spec.button.empty() ? 0.0F : button_width(d.f, act);
    auto title = inside;
    title.width -= width > 0 ? width + space::small : 0;
    auto const before = title.y;
    section_heading(d.f, title, spec.title);
    inside.skip_top(title.y - before);
    auto const pressed = width > 0 && button(d.f, head.take_right(width).middle(height::button_small), act);
    if (spec.lines.empty()) {
        auto const height = paragraph_height(d.f, inside.width, spec.empty, Type::second);
        paragraph(d.f, inside.take_top(height), "empty", spec.empty,
            { .type = Type::second, .ink = d.f.tokens().ink_second });
        return pressed;
    }
    draw_action_lines(d, inside, "lines", spec.title, spec.lines);
    return pressed;
}

DetailPane::DetailPane(Drawing& d, Rect area, DetailHeadSpec const& head)
    : m_scope(d.f, "detail", { .role = Role::complementary, .bounds = area, .name = std::string { head.title } }),
      m_subject(d.f, head.title)
{
    auto body = area;
    if (detail_head(d.f, body, head).closed) d.want(portal::CloseDetail {});
    Rect const view { area.x, body.y, area.width, area.bottom() - body.y };
    Insets const margins { 0, area.right() - body.right(), space::page, body.x - area.x };
    m_scroll = std::make_unique<ScrollArea>(d.f, "body", view, margins);
}

void copy_and_say(Drawing& d, std::string text, std::string_view said)
{
    constexpr std::uint64_t one_toast = 0xC0917ULL;
    d.f.copy(std::move(text));
    show_toast(d.f, { .key = one_toast, .text = std::string { said }, .tone = Tone::neutral, .seconds = 4 });
}

void draw_timeline(Drawing& d, Rect& from, portal::Timeline const& timeline)
{
    auto const beside = from.width >= beside_from ? words_beside : 0.0F;
    auto axis = from.take_top(20);
    axis.skip_left(beside);
    std::vector<AxisMark> marks;
    for (auto const& word : timeline.axis) marks.push_back({ static_cast<float>(word.at), word.text });
    timeline_axis(d.f, axis, marks);
    from.skip_top(space::tiny);
    for (std::size_t i = 0; i < timeline.rows.size(); ++i) {
        IdScope const scope { d.f, i };
        draw_timeline_row(d, from.take_top(beside > 0 ? timeline_row : timeline_row_narrow), timeline.rows[i], beside);
    }
    if (timeline.more.empty()) {
        return;
    }
    auto line = from.take_top(28);
    auto const width = whole_width(d.f, timeline.more, Type::second);
    if (link(d.f, line.take_left(std::min(width, line.width)),
            { .key = "more", .text = timeline.more, .href = timeline.more_fragment, .type = Type::second })) {
        d.want(portal::Go { timeline.more_fragment });
    }
}

} // namespace keyrack::ui
