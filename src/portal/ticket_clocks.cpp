#include "portal/ticket_clocks.hpp"

#include "engine/ticket_words.hpp"
#include "portal/ticket_words.hpp"

#include <algorithm>
#include <format>
#include <ranges>

namespace keyrack::portal {

namespace {

using engine::ClockStanding;
using engine::Running;
using engine::Stretch;
using engine::Why;

constexpr std::size_t most_pieces = 14; // more are no strip but a ruler
// What is not counted is drawn shorter than it was: a weekend would leave no room for what counts.
constexpr double uncounted_share = 0.16;

double minutes_of(Span span)
{
    return std::chrono::duration<double, std::ratio<60>>(span).count();
}

std::string_view code(Why why)
{
    switch (why) {
    case Why::counting: return "counting";
    case Why::off_hours: return "off_hours";
    case Why::weekend: return "weekend";
    case Why::holiday: return "holiday";
    case Why::paused: return "paused";
    case Why::not_entitled: return "not_entitled";
    case Why::finished: return "finished";
    }
    return {};
}

std::string_view code(engine::Turning turning)
{
    using engine::Turning;
    switch (turning) {
    case Turning::opened: return "opened";
    case Turning::paused: return "paused";
    case Turning::resumed: return "resumed";
    case Turning::severity_changed: return "severity_changed";
    case Turning::tier_changed: return "tier_changed";
    case Turning::calendar_changed: return "calendar_changed";
    case Turning::entitlement_changed: return "entitlement_changed";
    case Turning::reopened: return "reopened";
    case Turning::finished: return "finished";
    case Turning::hours: return "hours";
    case Turning::daylight_saving: return "daylight_saving";
    }
    return {};
}

std::string holiday_name(Words const& words, catalogue::HolidayName const& name)
{
    switch (words.language()) {
    case Language::german: return name.de;
    case Language::norwegian: return name.nb;
    case Language::english: break;
    }
    return name.en;
}

class Shown
{
public:
    Shown(ShownTicket const& ticket, engine::TicketClock const& clock)
        : m_ticket(ticket),
          m_words(ticket.scene.words),
          m_clock(clock),
          m_local(local_time(ticket.scene, ticket.now.place))
    { }

    ClockModel model()
    {
        ClockModel model { .measure = std::string { engine::code(m_clock.measure) },
            .title = measure_name(m_words, m_clock.measure),
            .chip = chip(),
            .target = target_text(m_words, m_clock.target),
            .second = second(),
            .name = {},
            .pieces = pieces(),
            .stretches = {},
            .why = {},
            .open = false };
        if (model.chip.text == model.target) model.target.clear(); // without one, the chip says so
        model.name = joined({ model.title, model.chip.text, model.target, model.second });
        auto route = m_ticket.route;
        auto const why = "clock." + model.measure;
        model.open = route.why == why;
        route.why = model.open ? std::string {} : why;
        model.why = m_ticket.scene.link(route);
        if (model.open) model.stretches = stretches();
        return model;
    }

private:
    [[nodiscard]] bool countable() const { return !m_clock.clock.phases.empty(); }
    [[nodiscard]] Running running() const { return m_clock.clock.phases.back().running; }
    [[nodiscard]] Span counted() const { return m_clock.strip.counted; }
    // What is counted is less than the wall clock tells, wherever it counts in business hours only.
    [[nodiscard]] std::string_view counted_key() const
    {
        bool in_hours = false, always = false;
        for (auto const& phase : m_clock.clock.phases)
            if (phase.running == Running::counting) (phase.calendar.hours ? in_hours : always) = true;
        if (in_hours == always) return "clock.counted";
        return in_hours ? "clock.counted_in_hours" : "clock.counted_always";
    }
    [[nodiscard]] bool is_past_aim() const
    {
        return m_clock.target
            && is_past_its_aim(m_clock.target->promise, m_clock.standing, m_clock.breach_at, m_ticket.at);
    }

    [[nodiscard]] Chip said(Tone tone, std::string_view key, Span span) const
    {
        return { tone, m_words(key, { { "span", span_text(m_words, span) } }) };
    }
    [[nodiscard]] Chip said(Tone tone, std::string_view key) const { return { tone, std::string { m_words(key) } }; }

    [[nodiscard]] Chip chip() const
    {
        if (!countable()) return said(Tone::missing, "clock.cannot_count");
        bool const breached = m_clock.standing == ClockStanding::breached;
        bool const past_aim = is_past_aim();
        if (running() == Running::finished) {
            if (!m_clock.target || past_aim) return said(Tone::neutral, "clock.took", counted());
            return breached ? said(Tone::missing, "clock.missed", counted())
                            : said(Tone::covered, "clock.met", counted());
        }
        auto const tone = clock_tone(m_clock.standing, running());
        if (breached && m_clock.breach_at) return said(tone, "clock.overdue", m_ticket.at - *m_clock.breach_at);
        if (running() == Running::paused) return said(tone, "clock.paused");
        if (running() == Running::not_entitled) return said(tone, "clock.not_entitled");
        if (!m_clock.breach_at) return said(Tone::neutral, "clock.no_target");
        if (past_aim) return said(tone, "clock.past_aim", m_ticket.at - *m_clock.breach_at);
        return said(tone, "clock.due_in", *m_clock.breach_at - m_ticket.at);
    }

    [[nodiscard]] std::string second() const
    {
        if (!countable())
            return std::string { m_words("clock.lacking." + std::string { engine::code(m_clock.lacking.front()) }) };
        auto const at = [&](std::string_view key, std::optional<Instant> moment) {
            if (!moment || running() == Running::finished) return std::string {};
            return m_words(key, { { "moment", m_local.moment(*moment, m_ticket.at) } });
        };
        bool const unsure = std::ranges::contains(m_clock.lacking, engine::Lacking::holidays);
        return joined({ m_words(counted_key(), { { "span", span_text(m_words, counted()) } }),
            at("clock.warns", m_clock.warn_at), at("clock.breaches", m_clock.breach_at),
            unsure ? std::string { m_words("clock.lacking.holidays") } : std::string {} });
    }

    // --- the strip -------------------------------------------------------------------------------------------------

    // Up to where it would be breached, or to now.
    [[nodiscard]] std::vector<Stretch> whole() const
    {
        bool const ahead =
            countable() && running() == Running::counting && m_clock.breach_at && *m_clock.breach_at > m_ticket.at;
        return ahead ? engine::strip(m_clock.clock, *m_clock.breach_at).stretches : m_clock.strip.stretches;
    }

    [[nodiscard]] std::vector<ClockPiece> pieces() const
    {
        std::vector<ClockPiece> pieces;
        for (auto const& stretch : whole()) {
            if (stretch.why == Why::finished) continue;
            auto from = stretch.from;
            for (auto const cut : { std::optional { m_ticket.at }, m_clock.warn_at }) {
                if (!cut || *cut <= from || *cut >= stretch.to) continue;
                add(pieces, stretch, from, *cut);
                from = *cut;
            }
            add(pieces, stretch, from, stretch.to);
        }
        add_rest(pieces);
        shorten(pieces);
        return pieces;
    }

    [[nodiscard]] PieceKind kind_of(Stretch const& stretch, Instant from) const
    {
        if (stretch.why == Why::paused || stretch.why == Why::not_entitled) return PieceKind::paused;
        if (!stretch.counted()) return PieceKind::off;
        if (from < m_ticket.at) {
            bool const met =
                running() == Running::finished && m_clock.standing != ClockStanding::breached && !is_past_aim();
            return met ? PieceKind::done : PieceKind::counted;
        }
        return m_clock.warn_at && *m_clock.warn_at <= from ? PieceKind::open : PieceKind::left;
    }

    void add(std::vector<ClockPiece>& pieces, Stretch const& stretch, Instant from, Instant to) const
    {
        auto const kind = kind_of(stretch, from);
        auto const span = to - from;
        bool const goes_on = !pieces.empty() && pieces.back().kind == kind && stretch.counted();
        if (goes_on) {
            pieces.back().amount += minutes_of(span);
            pieces.back().label =
                label(kind, stretch, Span { static_cast<std::int64_t>(pieces.back().amount * 60'000) });
            return;
        }
        auto text = label(kind, stretch, span);
        bool const same = !pieces.empty() && pieces.back().kind == kind && pieces.back().label == text;
        if (same && !stretch.counted())
            pieces.back().amount += minutes_of(span);
        else
            pieces.push_back({ kind, minutes_of(span), std::move(text) });
    }

    [[nodiscard]] std::string label(PieceKind kind, Stretch const& stretch, Span span) const
    {
        if (kind == PieceKind::left) return m_words("clock.left", { { "span", span_text(m_words, span) } });
        if (kind == PieceKind::open && m_clock.target)
            return m_words("clock.to_limit", { { "limit", limit_text(m_words, m_clock.target->limit_minutes) } });
        if (kind == PieceKind::off && stretch.holiday) return holiday_name(m_words, *stretch.holiday);
        if (kind == PieceKind::off || kind == PieceKind::paused)
            return std::string { m_words("clock.short." + std::string { code(stretch.why) }) };
        return span_text(m_words, span);
    }

    // Of a clock that was met or stands still: what was left of its target, and is.
    void add_rest(std::vector<ClockPiece>& pieces) const
    {
        bool const waits = countable() && running() == Running::paused;
        bool const met = countable() && running() == Running::finished;
        if ((!waits && !met) || !m_clock.target) return;
        auto const rest = Span { std::chrono::minutes { m_clock.target->limit_minutes } } - counted();
        if (rest <= Span { 0 }) return;
        auto text = waits ? m_words("clock.left", { { "span", span_text(m_words, rest) } }) : std::string {};
        pieces.push_back({ PieceKind::left, minutes_of(rest), std::move(text) });
    }

    static void shorten(std::vector<ClockPiece>& pieces)
    {
        while (pieces.size() > most_pieces) {
            pieces[1].amount += pieces[0].kind == PieceKind::off ? 0 : pieces[0].amount;
            pieces[1].kind = PieceKind::counted;
            pieces[1].label = "…";
            pieces.erase(pieces.begin());
        }
        double counts = 0;
        auto const is_uncounted = [](ClockPiece const& piece) {
            return piece.kind == PieceKind::off || piece.kind == PieceKind::paused;
        };
        for (auto const& piece : pieces) counts += is_uncounted(piece) ? 0 : piece.amount;
        if (counts <= 0) return;
        for (auto& piece : pieces)
            if (is_uncounted(piece)) piece.amount = std::min(piece.amount, counts * uncounted_share);
    }

    // --- the account -----------------------------------------------------------------------------------------------

    [[nodiscard]] std::vector<ClockStretch> stretches() const
    {
        std::vector<ClockStretch> lines;
        for (auto const& stretch : m_clock.strip.stretches) {
            auto const when = m_local.stretch(stretch.from, stretch.to, m_ticket.at);
            auto reason = std::string { m_words("clock.why." + std::string { code(stretch.why) }) };
            if (stretch.holiday) reason = joined({ reason, holiday_name(m_words, *stretch.holiday) });
            lines.push_back({ when, span_text(m_words, stretch.to - stretch.from), reason, began(stretch) });
        }
        return lines;
    }

    [[nodiscard]] std::string began(Stretch const& stretch) const
    {
        if (stretch.began == engine::Turning::hours) return {};
        auto const text = std::string { m_words("clock.began." + std::string { code(stretch.began) }) };
        if (stretch.jump == std::chrono::minutes { 0 }) return text;
        return joined({ text, m_words("clock.jump", { { "minutes", m_words.number(stretch.jump.count()) } }) });
    }

    ShownTicket const& m_ticket;
    Words const& m_words;
    engine::TicketClock const& m_clock;
    LocalTime m_local;
};

std::string minute_of_day(std::int32_t minutes)
{
    return std::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

} // namespace

ClockModel clock_model(ShownTicket const& ticket, engine::TicketClock const& clock)
{
    return Shown { ticket, clock }.model();
}

std::string target_text(Words const& words, std::optional<catalogue::SupportTarget> const& target)
{
    if (!target) return std::string { words("clock.no_target") };
    auto const limit = limit_text(words, target->limit_minutes);
    if (target->warn_after_minutes)
        return words(
            "clock.target.range", { { "from", limit_text(words, *target->warn_after_minutes) }, { "to", limit } });
    auto const key = target->reach == catalogue::Reach::within ? "clock.target.within" : "clock.target.below";
    return words(key, { { "limit", limit } });
}

std::string hours_text(Words const& words, std::vector<engine::TicketClock> const& clocks)
{
    if (clocks.empty()) return {};
    auto const& clock = clocks.front();
    if (clock.clock.phases.empty())
        return std::string { words("clock.lacking." + std::string { engine::code(clock.lacking.front()) }) };
    // Of a clock that has ended: the hours it was counted in.
    auto const latest_first = clock.clock.phases | std::views::reverse;
    auto const counting = std::ranges::find(latest_first, Running::counting, &engine::Phase::running);
    if (counting == latest_first.end() || !counting->calendar.hours) return std::string { words("clock.always") };
    auto const& calendar = counting->calendar;
    return words("clock.hours",
        { { "opens", minute_of_day(calendar.hours->opens) }, { "closes", minute_of_day(calendar.hours->closes) },
            { "zone", calendar.zone ? calendar.zone->name : "UTC" } });
}

} // namespace keyrack::portal
