#include "ui/screens/demo_strip.hpp"

#include "ui/kit/button.hpp"
#include "ui/kit/draw.hpp"
#include "ui/kit/line_marks.hpp"

#include <algorithm>
#include <cmath>

namespace keyrack::ui {

namespace {

constexpr float strip_height = 54;
constexpr float above_marks = 3;
constexpr float caption_line = 30;     // below the track, where there is room for it
constexpr float caption_stacked = 52;  // above the controls otherwise: a title, and a line below it
constexpr float caption_reason = 70;   // two, for what happened and why
constexpr float one_line_from = 640;   // of what is told
constexpr float sign_width = 14;       // of the dot before a caption
constexpr float caption_in_line = 860; // from this width on
constexpr float control = 30;
constexpr float thumb = 7;
constexpr float dot_radius = 4;
constexpr int week = 7;
// Five years pass in half a minute, with a rest at each moment for its caption to be read.
constexpr double step_seconds = 0.1;
constexpr double rest_seconds = 4;

bool captions_stack(Frame const& f, float width)
{
    return f.phone() || width < caption_in_line;
}

// While the day moves, the page below stays where it is.
float caption_height(Frame const& f, float width, portal::DemoStripModel const& model, DemoPlay const& play)
{
    if (!captions_stack(f, width)) return caption_line;
    if (width >= one_line_from) return caption_stacked;
    bool const tells_why = std::ranges::contains(model.marks, model.day, &portal::DemoMark::on);
    return tells_why || play.playing || play.dragging ? caption_reason : caption_stacked;
}

class Strip
{
public:
    Strip(Drawing& d, portal::DemoStripModel const& model, DemoPlay& play) : m_d(d), m_model(model), m_play(play) { }

    void draw(Rect area, float caption_high)
    {
        auto& f = m_d.f;
        if (!f.phone()) line_below(f, area, f.tokens().line);
        auto line = area.inset(page_margin(f), 0);
        auto const name = m_d.words("ui.demo.name");
        Scope const scope { f, "demo", { .role = Role::region, .bounds = area, .name = std::string { name } } };
        m_stacks = captions_stack(f, line.width);
        auto const caption = m_stacks ? line.take_top(caption_high) : line.take_bottom(caption_high);
        draw_controls(line);
        draw_reset(line);
        draw_track(line);
        draw_caption(caption);
        play_on();
    }

private:
    [[nodiscard]] float side() const { return m_d.f.touch() ? height::touch : control; }

    // --- controls ----------------------------------------------------------------------------------------------------

    void draw_controls(Rect& line)
    {
        auto const& before = neighbour(-1);
        auto const& after = neighbour(+1);
        if (step_button(line, "before", Icon::chevron_left, "ui.demo.before", before)) go_to(*before);
        auto const icon_now = m_play.playing ? Icon::pause : Icon::play;
        auto const name = m_d.words(m_play.playing ? "ui.demo.pause" : "ui.demo.play");
        if (icon_button(m_d.f, line.take_left(side()).middle(side()),
                { .key = "play", .icon = icon_now, .name = name, .size = ButtonSize::small }))
            turn_play();
        if (step_button(line, "after", Icon::chevron_right, "ui.demo.after", after)) go_to(*after);
        line.skip_left(space::small);
    }

    bool step_button(
        Rect& line, WidgetKey key, Icon icon, std::string_view words, portal::DemoMark const* const& target)
    {
        auto const name = m_d.words(words);
        return icon_button(m_d.f, line.take_left(side()).middle(side()),
            { .key = key,
                .icon = icon,
                .name = name,
                .size = ButtonSize::small,
                .state = target ? ButtonState::ready : ButtonState::disabled });
    }

    void draw_reset(Rect& line)
    {
        auto const name = m_d.words("ui.demo.reset");
        if (icon_button(m_d.f, line.take_right(side()).middle(side()),
                { .key = "reset", .icon = Icon::rotate_ccw, .name = name, .size = ButtonSize::small }))
            m_d.want(portal::AskResetDemo {});
        line.skip_right(space::small);
    }

    // The moment of the day that is shown, or the next one.
    [[nodiscard]] portal::DemoMark const* told() const
    {
        auto const at = std::ranges::find(m_model.marks, m_model.day, &portal::DemoMark::on);
        return at != m_model.marks.end() ? &*at : neighbour(+1);
    }

    // What happened and why, on the day itself; until then what comes, and when.
    void draw_caption(Rect area)
    {
        auto const* const mark = told();
        if (!mark) return;
        bool const is_now = mark->on == m_model.day;
        // Said as it changes: not with every day that passes.
        auto const said = mark->text + (is_now ? ". " + mark->why : ", " + mark->date);
        m_d.f.note("caption", { .role = Role::status, .bounds = area, .name = said });
        if (m_stacks) area.skip_top(6);
        auto first = m_stacks ? area.take_top(22) : area;
        draw_moment(first, *mark);
        draw_reason(m_stacks ? area.inset({ 0, 0, 0, sign_width }) : first, *mark, is_now);
    }

    // The dot, as on the track, and what it is called: a link to the place.
    void draw_moment(Rect& line, portal::DemoMark const& mark)
    {
        auto& f = m_d.f;
        auto const sign = line.take_left(sign_width);
        disc(f, { sign.x + dot_radius, sign.y + sign.height / 2 }, dot_radius,
            f.tokens().tone(kit_tone(mark.tone)).fill);
        auto const shown = fitted(f, mark.text, Type::second_strong, line.width);
        auto const wide = std::min(line.width, whole_width(f, shown, Type::second_strong));
        if (link(f, line.take_left(wide).middle({ wide, 20 }),
                { .key = "moment",
                    .text = shown,
                    .href = mark.fragment,
                    .type = Type::second_strong,
                    .name = mark.text }))
            m_d.want(portal::Go { mark.fragment });
        line.skip_left(space::gap);
    }

    void draw_reason(Rect area, portal::DemoMark const& mark, bool is_now)
    {
        auto& f = m_d.f;
        TextStyle const style { .type = Type::second, .ink = f.tokens().ink_second };
        auto text = m_stacks ? area : area.middle({ area.width, 18 });
        if (!is_now) {
            auto const days = (mark.on - m_model.day).count();
            auto const ahead = m_d.words.plural("ui.demo.ahead", days, { { "date", mark.date } });
            return label(f, "moment-date", text.take_top(18), ahead, style);
        }
        // Two lines where it has some of its own; what does not fit is cut, and said whole.
        auto const narrow = m_stacks && area.width < one_line_from;
        draw_lines(f, text, mark.why, style, { .most = narrow ? 2U : 1U, .line = 18 });
    }

    // --- the track ---------------------------------------------------------------------------------------------------

    [[nodiscard]] float place_of(Date day) const
    {
        auto const all = static_cast<float>((m_model.last - m_model.first).count());
        return m_track.x + m_track.width * static_cast<float>((day - m_model.first).count()) / all;
    }

    [[nodiscard]] Date day_at(float x) const
    {
        auto const share = std::clamp((x - m_track.x) / m_track.width, 0.0F, 1.0F);
        auto const days = std::lround(share * static_cast<float>((m_model.last - m_model.first).count()));
        return plus_days(m_model.first, static_cast<int>(days));
    }

    void draw_track(Rect area)
    {
        auto& f = m_d.f;
        auto const& t = f.tokens();
        m_track = area.inset(thumb + 1, 0);
        auto const middle = area.y + above_marks + marks_above;
        Rect const rail { m_track.x, middle - 2, m_track.width, 4 };
        fill(f, rail, t.line_strong, radius::full);
        fill(f, { rail.x, rail.y, place_of(m_model.day) - rail.x, rail.height }, t.accent, radius::full);
        draw_years(middle);
        auto const today = place_of(m_model.today);
        fill(f, { today - 1, middle - 9, 2, 18 }, t.ink_second.faded(0.5F), 1);
        auto const on = take_slider(area);
        draw_marks(rail);
        draw_thumb(on, middle);
    }

    void draw_years(float middle)
    {
        auto& f = m_d.f;
        auto free_from = m_track.x - 24;
        for (auto const& [day, year] : m_model.years) {
            auto const x = place_of(day);
            Rect const text { x - 24, middle + 10, 48, 16 };
            if (text.right() > m_track.right() + 16 || text.x < free_from) continue;
            free_from = text.right();
            draw_text(f, text, year, { .type = Type::tiny, .ink = f.tokens().ink_second, .align = Align::centre });
        }
    }

    void draw_marks(Rect rail)
    {
        std::vector<LineMark> marks;
        for (auto const& mark : m_model.marks)
            marks.push_back({ .key = mark.key,
                .x = place_of(mark.on),
                .tone = kit_tone(mark.tone),
                .text = mark.text,
                .second = mark.date,
                .href = mark.fragment });
        if (auto const chosen = line_marks(m_d.f, rail, marks)) go_to(m_model.marks[*chosen]);
    }

    Interaction take_slider(Rect area)
    {
        auto& f = m_d.f;
        Node node { .role = Role::slider,
            .bounds = area,
            .name = std::string { m_d.words("ui.demo.slider") },
            .value = m_model.value,
            .flags = Flag::focusable };
        node.extra.put("min", 0)
            .put("max", (m_model.last - m_model.first).count())
            .put("now", (m_model.day - m_model.first).count());
        auto const on = f.item("slider", std::move(node));
        drag(on);
        if (on.focused) take_keys();
        return on;
    }

    void draw_thumb(Interaction const& on, float middle)
    {
        auto& f = m_d.f;
        auto const& t = f.tokens();
        Point const at { place_of(m_model.day), middle };
        disc(f, at, thumb + 2, t.surface);
        disc(f, at, on.hovered || m_play.dragging ? thumb + 1 : thumb, t.accent);
        if (on.ring) ring(f, { at.x - thumb, at.y - thumb, 2 * thumb, 2 * thumb }, radius::full);
    }

    void drag(Interaction const& on)
    {
        if (m_d.f.drags(on.id)) {
            follow();
        } else if (m_play.dragging) {
            m_play.dragging = false;
            slide(m_play.expects.value_or(m_model.day), portal::Slide::ended); // a finger that has left is nowhere
        } else if (on.clicked && (on.ring || !on.hovered)) {
            turn_play(); // by Enter or Space
        } else if (on.clicked) {
            slide(day_at(m_d.f.pointer().x), portal::Slide::ended); // pressed and let go between two frames
        }
    }

    void follow()
    {
        m_play.playing = false;
        m_play.dragging = true;
        m_play.expects = day_at(m_d.f.pointer().x);
        slide(*m_play.expects, portal::Slide::on);
    }

    void take_keys()
    {
        auto& f = m_d.f;
        if (f.pressed("ArrowRight") || f.pressed("ArrowUp")) slide(plus_days(m_model.day, week), portal::Slide::ended);
        if (f.pressed("ArrowLeft") || f.pressed("ArrowDown"))
            slide(plus_days(m_model.day, -week), portal::Slide::ended);
        if (f.pressed("Home")) slide(m_model.first, portal::Slide::ended);
        if (f.pressed("End")) slide(m_model.last, portal::Slide::ended);
        if (auto const* const next = neighbour(+1); f.pressed("PageUp") && next) slide(next->on, portal::Slide::ended);
        if (auto const* const last = neighbour(-1); f.pressed("PageDown") && last)
            slide(last->on, portal::Slide::ended);
    }

    // --- moving ------------------------------------------------------------------------------------------------------

    // The moment before or after the day that is shown.
    [[nodiscard]] portal::DemoMark const* neighbour(int direction) const
    {
        auto const& marks = m_model.marks;
        if (direction > 0) {
            auto const after = std::ranges::upper_bound(marks, m_model.day, {}, &portal::DemoMark::on);
            return after == marks.end() ? nullptr : &*after;
        }
        auto const at = std::ranges::lower_bound(marks, m_model.day, {}, &portal::DemoMark::on);
        return at == marks.begin() ? nullptr : &*std::prev(at);
    }

    void go_to(portal::DemoMark const& mark)
    {
        m_play.playing = false;
        m_d.want(portal::Go { mark.fragment });
    }

    void slide(Date day, portal::Slide how)
    {
        day = std::clamp(day, m_model.first, m_model.last);
        m_play.expects = day;
        if (day != m_model.day || how == portal::Slide::ended) m_d.want(portal::SlideTo { day, how });
    }

    void turn_play()
    {
        m_play.playing = !m_play.playing;
        m_play.next_step_seconds = m_d.f.time_seconds();
        m_play.expects = m_model.day;
        if (m_play.playing && m_model.day == m_model.last) slide(m_model.first, portal::Slide::on);
        if (!m_play.playing) slide(m_model.day, portal::Slide::ended);
        m_d.f.want_frame();
    }

    void play_on()
    {
        if (!m_play.playing) return;
        if (m_play.expects != m_model.day) { // another address was opened
            m_play.playing = false;
            return;
        }
        auto& f = m_d.f;
        auto const now = f.time_seconds();
        if (now < m_play.next_step_seconds) return f.want_frame_in(m_play.next_step_seconds - now);
        auto const week_later = std::min(plus_days(m_model.day, week), m_model.last);
        auto const* const next = neighbour(+1);
        bool const arrives = next && next->on <= week_later;
        slide(arrives ? next->on : week_later, arrives ? portal::Slide::ended : portal::Slide::on);
        m_play.next_step_seconds = now + (arrives ? rest_seconds : step_seconds);
        if (week_later == m_model.last && !arrives) {
            m_play.playing = false;
            slide(m_model.last, portal::Slide::ended);
        }
        f.want_frame_in(m_play.next_step_seconds - now);
    }

    Drawing& m_d;
    portal::DemoStripModel const& m_model;
    DemoPlay& m_play;
    Rect m_track {};
    bool m_stacks = false; // the caption has lines of its own
};

} // namespace

void draw_demo_strip(Drawing& d, Rect& page, portal::DemoStripModel const& model, DemoPlay& play)
{
    auto const width = page.width - 2 * page_margin(d.f);
    auto const caption = caption_height(d.f, width, model, play);
    Strip { d, model, play }.draw(page.take_top(strip_height + caption), caption);
}

} // namespace keyrack::ui
