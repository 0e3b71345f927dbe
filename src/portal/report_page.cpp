#include "portal/report_page.hpp"

#include "base/date.hpp"
#include "portal/compliance_model.hpp"
#include "portal/html.hpp"
#include "portal/orders_model.hpp"
#include "portal/overview_model.hpp"
#include "portal/renewals_model.hpp"
#include "portal/rooms_model.hpp"

#include <algorithm>
#include <cmath>
#include <format>
#include <numbers>

namespace keyrack::portal {

namespace {

// More would be a book; the list says how many there are beyond.
constexpr std::size_t most_rooms = 400;

constexpr double ring_side = 64, ring_radius = 27;
constexpr double chart_width = 640, title_width = 170, row_height = 40, bar_height = 14;

// The colours are those of src/ui/kit/tokens.cpp, on paper.
constexpr std::string_view style = R"css(
@page { margin: 16mm 14mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 32px 28px; max-width: 860px; color: #18212f; background: #fff;
  font: 13px/19px Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
header { border-bottom: 2px solid #18212f; padding-bottom: 14px; margin-bottom: 20px; }
h1 { margin: 0; font-size: 26px; line-height: 32px; }
h2 { margin: 28px 0 10px; font-size: 16px; line-height: 22px; break-after: avoid; }
p { margin: 0; color: #56637a; }
section { break-inside: auto; }
.figures { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px; break-inside: avoid; }
.figure { display: flex; gap: 12px; align-items: center; border: 1px solid #e2e7ee; border-radius: 10px; padding: 12px; }
.figure svg { flex: none; }
.figure b { display: block; font-size: 18px; line-height: 24px; }
.figure small { display: block; color: #56637a; line-height: 16px; }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-size: 12px; color: #56637a; border-bottom: 1px solid #cdd5e0; padding: 4px 10px 4px 0; }
td { vertical-align: top; border-bottom: 1px solid #e2e7ee; padding: 6px 10px 6px 0; }
th:last-child, td:last-child { padding-right: 0; }
tr { break-inside: avoid; }
td small { display: block; color: #56637a; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.whole { white-space: nowrap; }
.bar { width: 62%; }
.legend { margin-top: 8px; font-size: 12px; }
.legend i { display: inline-block; width: 9px; height: 9px; border-radius: 3px; margin-right: 6px; }
.legend span { margin-right: 16px; }
.chip { display: inline-block; padding: 0 8px; border-radius: 9px; font-size: 12px; white-space: nowrap; }
.heat td, .heat th { text-align: center; padding: 6px 2px; }
.heat td:first-child, .heat th:first-child { text-align: left; }
svg { display: block; max-width: 100%; }
svg text { font: 12px Inter, system-ui, sans-serif; fill: #18212f; }
svg .second { fill: #56637a; font-size: 11px; }
footer { margin-top: 28px; padding-top: 10px; border-top: 1px solid #e2e7ee; color: #56637a; font-size: 12px; }
@media (max-width: 640px) { .figures { grid-template-columns: repeat(2, 1fr); } }
)css";

struct Paint
{
    std::string_view fill, soft, ink;
};

Paint paint_of(Tone tone)
{
    switch (tone) {
    case Tone::covered: return { "#128049", "#dff5e9", "#0c6e3f" };
    case Tone::ending: return { "#a86200", "#fdf0d5", "#8f5200" };
    case Tone::missing: return { "#c2362b", "#fce5e2", "#b02a21" };
    case Tone::planned: return { "#7a3fd1", "#f0e8fc", "#7a3fd1" };
    case Tone::neutral: return { "#2f5bea", "#e9edf2", "#56637a" }; // what it fills is in the accent, as on the screens
    }
    return {};
}

class Report
{
public:
    explicit Report(Scene const& scene) : m_scene(scene), m_words(scene.words) { }

    [[nodiscard]] std::string made()
    {
        m_html.raw("<!doctype html>\n");
        {
            auto const html = m_html.element("html", std::format("lang=\"{}\"", tag(m_words.language())));
            add_head();
            auto const body = m_html.element("body");
            add_title();
            auto const overview = overview_model(m_scene);
            add_figures(overview);
            add_needs(overview);
            add_sites(overview);
            add_year(overview.timeline);
            add_renewals();
            add_orders();
            add_open_rooms();
            add_breaches();
            m_html.leaf("footer", m_words("report.page.footer", { { "date", m_words.date(m_scene.today) } }));
        }
        return m_html.markup();
    }

private:
    [[nodiscard]] std::string const& tenant() const { return m_scene.ledger().tenant().name; }

    void add_head()
    {
        auto const head = m_html.element("head");
        m_html.raw("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                   "'unsafe-inline'\">\n");
        m_html.leaf("title", m_words("report.page.title", { { "tenant", tenant() } }));
        auto const css = m_html.element("style");
        m_html.raw(style);
    }

    void add_title()
    {
        auto const header = m_html.element("header");
        m_html.leaf("h1", tenant());
        m_html.leaf("p", m_words("report.page.second", { { "date", m_words.date(m_scene.day()) } }));
    }

    void heading(std::string_view key) { m_html.leaf("h2", m_words(key)); }

    void chip(Chip const& chip)
    {
        if (chip.text.empty()) return;
        auto const paint = paint_of(chip.tone);
        m_html.leaf(
            "span", chip.text, std::format("class=\"chip\" style=\"background:{};color:{}\"", paint.soft, paint.ink));
    }

    void add_figures(OverviewModel const& model)
    {
        auto const grid = m_html.element("section", "class=\"figures\"");
        for (auto const& figure : model.figures) {
            auto const card = m_html.element("div", "class=\"figure\"");
            add_ring(figure);
            auto const words = m_html.element("div");
            m_html.leaf("small", figure.label);
            m_html.leaf("b", figure.value);
            m_html.leaf("small", figure.second);
        }
    }

    void add_ring(LeadingFigure const& figure)
    {
        auto const round = 2 * std::numbers::pi * ring_radius;
        m_html.raw(
            std::format("<svg width=\"{0}\" height=\"{0}\" viewBox=\"0 0 {0} {0}\" aria-hidden=\"true\">"
                        "<g fill=\"none\" stroke-width=\"8\" transform=\"rotate(-90 {1} {1})\">"
                        "<circle cx=\"{1}\" cy=\"{1}\" r=\"{2}\" stroke=\"#e9edf2\"/>"
                        "<circle cx=\"{1}\" cy=\"{1}\" r=\"{2}\" stroke=\"{3}\" stroke-dasharray=\"{4:.1f} {5:.1f}\"/>"
                        "</g></svg>",
                ring_side, ring_side / 2, ring_radius, paint_of(figure.tone).fill,
                round * std::clamp(figure.share, 0.0, 1.0), round));
    }

    void add_needs(OverviewModel const& model)
    {
        heading("ui.overview.needs");
        if (model.needs.empty()) return m_html.leaf("p", m_words("ui.overview.calm"));
        add_lines(model.needs);
    }

    void add_lines(std::vector<ActionLine> const& lines)
    {
        auto const table = m_html.element("table");
        for (auto const& line : lines) {
            auto const row = m_html.element("tr");
            {
                auto const cell = m_html.element("td");
                m_html.text(line.text);
                if (!line.second.empty()) m_html.leaf("small", line.second);
            }
            auto const cell = m_html.element("td", "class=\"number\"");
            chip(line.chip);
        }
    }

    void add_sites(OverviewModel const& model)
    {
        if (model.sites.empty()) return;
        heading("ui.overview.sites");
        {
            auto const table = m_html.element("table");
            for (auto const& site : model.sites) add_site(site);
        }
        add_legend({ { Tone::covered, "cover.covered" }, { Tone::ending, "rooms.filter.ending" },
            { Tone::missing, "rooms.filter.not_covered" } });
    }

    void add_site(SiteLine const& site)
    {
        auto const row = m_html.element("tr");
        m_html.leaf("td", site.name);
        {
            auto const cell = m_html.element("td", "class=\"bar\"");
            add_stacked(site);
        }
        m_html.leaf("td", site.text, "class=\"number\"");
    }

    void add_legend(std::initializer_list<std::pair<Tone, std::string_view>> marks)
    {
        auto const line = m_html.element("p", "class=\"legend\"");
        for (auto const& [tone, key] : marks) {
            m_html.leaf("i", {}, std::format("style=\"background:{}\"", paint_of(tone).fill));
            m_html.leaf("span", m_words(key));
        }
    }

    void add_stacked(SiteLine const& site)
    {
        constexpr double width = 380, height = 10;
        auto const total = static_cast<double>(std::max<std::int64_t>(1, site.covered + site.ending + site.open));
        m_html.raw(std::format(
            "<svg width=\"100%\" height=\"18\" viewBox=\"0 0 {0} 18\" preserveAspectRatio=\"none\" role=\"img\" "
            "aria-label=\"{1}\">",
            width, escaped(site.says)));
        double at = 0;
        auto const part = [&](std::int64_t count, Tone tone) {
            auto const wide = width * static_cast<double>(count) / total;
            if (count > 0)
                m_html.raw(std::format("<rect x=\"{:.1f}\" y=\"4\" width=\"{:.1f}\" height=\"{}\" fill=\"{}\"/>", at,
                    std::max(1.0, wide - 1), height, paint_of(tone).fill));
            at += wide;
        };
        part(site.covered, Tone::covered);
        part(site.ending, Tone::ending);
        part(site.open, Tone::missing);
        m_html.raw("</svg>");
    }

    void add_year(Timeline const& year)
    {
        if (year.rows.empty()) return;
        heading("ui.overview.year");
        auto const height = row_height * static_cast<double>(year.rows.size()) + 22;
        auto const width = chart_width + title_width;
        m_html.raw(std::format("<svg width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\">", width, height));
        for (auto const& word : year.axis)
            m_html.raw(std::format("<text class=\"second\" x=\"{:.1f}\" y=\"12\">{}</text>",
                title_width + word.at * chart_width, escaped(word.text)));
        for (std::size_t row = 0; row < year.rows.size(); ++row)
            add_span_row(year.rows[row], 22 + row_height * static_cast<double>(row));
        m_html.raw("</svg>");
        add_legend({ { Tone::covered, "orders.running" }, { Tone::ending, "rooms.filter.ending" },
            { Tone::planned, "cover.planned" } });
        if (!year.more.empty()) m_html.leaf("p", year.more);
    }

    void add_span_row(TimelineRow const& row, double top)
    {
        m_html.raw(std::format("<g role=\"img\" aria-label=\"{}\">", escaped(row.says)));
        m_html.raw(std::format("<text x=\"0\" y=\"{:.1f}\">{}</text>", top + 15, escaped(row.title)));
        m_html.raw(std::format("<text class=\"second\" x=\"0\" y=\"{:.1f}\">{}</text>", top + 29, escaped(row.second)));
        m_html.raw(std::format("<rect x=\"{}\" y=\"{:.1f}\" width=\"{}\" height=\"{}\" rx=\"4\" fill=\"#e9edf2\"/>",
            title_width, top + 11, chart_width, bar_height));
        for (auto const& span : row.spans)
            m_html.raw(
                std::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{}\" rx=\"4\" fill=\"{}\"/>",
                    title_width + span.from * chart_width, top + 11, std::max(2.0, (span.to - span.from) * chart_width),
                    bar_height, paint_of(span.tone).fill));
        m_html.raw("</g>");
    }

    void add_renewals()
    {
        auto const model = renewals_model(m_scene, RenewalsRoute {});
        heading("ui.renewals.endings");
        if (model.rows.empty()) return m_html.leaf("p", m_words("ui.renewals.none"));
        add_heat(model);
        add_lines(model.endings);
        if (model.proposals.empty()) return;
        heading("ui.renewals.proposals");
        if (!model.free.empty()) m_html.leaf("p", model.free);
        add_lines(model.proposals);
    }

    void add_heat(RenewalsModel const& model)
    {
        auto const table = m_html.element("table", "class=\"heat\"");
        add_heads({ std::string {} }, model.months);
        for (auto const& each : model.rows) {
            auto const row = m_html.element("tr");
            m_html.leaf("td", each.title);
            for (auto const& cell : each.cells)
                m_html.leaf("td", cell.text,
                    cell.weight > 0
                        ? std::format("style=\"background:rgba(168,98,0,{:.2f})\"", 0.12 + 0.4 * cell.weight)
                        : std::string {});
        }
    }

    void add_heads(std::vector<std::string> const& first, std::vector<std::string> const& others)
    {
        auto const row = m_html.element("tr");
        for (auto const* const heads : { &first, &others })
            for (auto const& head : *heads) m_html.leaf("th", head);
    }

    [[nodiscard]] std::vector<std::string> said(std::initializer_list<std::string_view> keys) const
    {
        std::vector<std::string> texts;
        for (auto const key : keys) texts.emplace_back(m_words(key));
        return texts;
    }

    void add_orders()
    {
        auto const model = orders_model(m_scene, OrdersRoute {});
        heading("ui.orders.title");
        if (model.lines.empty()) return m_html.leaf("p", m_words("ui.orders.none"));
        auto const table = m_html.element("table");
        add_heads(said({ "ui.orders.column.order", "ui.orders.column.programme", "ui.orders.column.licences",
                      "ui.orders.column.start", "ui.orders.column.end", "ui.orders.column.state" }),
            {});
        for (auto const& line : model.lines) {
            auto const row = m_html.element("tr");
            {
                auto const cell = m_html.element("td");
                m_html.text(line.order);
                m_html.leaf("small", line.account);
            }
            m_html.leaf("td", line.programme, "class=\"whole\"");
            for (auto const* const text : { &line.licences, &line.start }) m_html.leaf("td", *text);
            m_html.leaf("td", line.end, "class=\"whole\"");
            auto const cell = m_html.element("td");
            chip(line.state);
        }
    }

    void add_open_rooms()
    {
        RoomsRoute const route { .show = { RoomFilter::not_covered } };
        MarkedRooms const none_marked;
        auto const model = rooms_model(m_scene, route, none_marked);
        heading("rooms.filter.not_covered");
        if (model.count == 0) return m_html.leaf("p", m_words("report.page.all_covered"));
        {
            auto const table = m_html.element("table");
            add_heads(said({ "ui.rooms.column.room", "ui.rooms.column.site", "ui.rooms.column.devices",
                          "ui.rooms.column.cover" }),
                {});
            for (std::size_t at = 0; at < std::min(model.count, most_rooms); ++at) {
                auto const line = model.line(at);
                auto const row = m_html.element("tr");
                for (auto const* const text : { &line.name, &line.site, &line.devices }) m_html.leaf("td", *text);
                auto const cell = m_html.element("td");
                chip(line.cover);
            }
        }
        if (model.count > most_rooms)
            m_html.leaf(
                "p", m_words.plural("report.page.more_rooms", static_cast<std::int64_t>(model.count - most_rooms)));
    }

    void add_breaches()
    {
        auto const model = compliance_model(m_scene, ComplianceRoute {});
        if (model.breaches.empty()) return;
        heading("ui.compliance.title");
        for (auto const& breach : model.breaches) {
            m_html.leaf("p", joined({ breach.title, breach.second }));
            add_lines(breach.remedies);
        }
    }

    Scene const& m_scene;
    Words const& m_words;
    Html m_html {};
};

} // namespace

std::string report_page(Scene const& scene)
{
    return Report { scene }.made();
}

std::string report_page_name(Scene const& scene)
{
    return scene.route.slug + '-' + iso(scene.day()) + ".html";
}

} // namespace keyrack::portal
