#include "portal/cockpit.hpp"

#include "portal/slug.hpp"

#include <algorithm>
#include <numeric>

namespace keyrack::portal {

namespace {

constexpr std::size_t most_needs = 2;     // of a company; the others are counted
constexpr std::size_t most_hits = 6;      // likewise
constexpr std::size_t most_endings = 8;   // of all
constexpr std::size_t most_proposals = 6; // likewise
constexpr int months_shown = 24;

std::string of_text(Words const& words, std::int64_t part, std::int64_t whole)
{
    return words("cockpit.covered", { { "part", words.number(part) }, { "whole", words.number(whole) } });
}

std::string_view state_key(CompanyState state)
{
    switch (state) {
    case CompanyState::waits: return "cockpit.waits";
    case CompanyState::is_read: return "cockpit.is_read";
    case CompanyState::held: return "cockpit.held";
    case CompanyState::read:
    case CompanyState::failed: break;
    }
    return {};
}

CompanyCard card_of(Words const& words, Company const& company)
{
    CompanyCard card { .slug = company.slug,
        .name = company.name,
        .initials = initials(company.name),
        .waits = company.state == CompanyState::waits || company.state == CompanyState::is_read,
        .fragment = fragment_of(TenantRoute { company.slug, {}, OverviewRoute {} }) };
    if (auto const key = state_key(company.state); !key.empty()) card.state = words(key);
    if (company.state == CompanyState::failed) card.state = company.failure;
    if (!company.digest) return card;
    auto const& digest = *company.digest;
    card.second = digest.second;
    if (digest.rooms > 0) card.covered = of_text(words, digest.covered, digest.rooms);
    card.lasting = digest.covered - digest.ending;
    card.ending = digest.ending;
    card.open = digest.rooms - digest.covered;
    auto const shown = std::min(digest.needs.size(), most_needs);
    card.needs.assign(digest.needs.begin(), digest.needs.begin() + static_cast<std::ptrdiff_t>(shown));
    if (digest.needs.size() > shown)
        card.more = words.plural("cockpit.more_needs", static_cast<std::int64_t>(digest.needs.size() - shown));
    if (digest.needs.empty()) card.state = words("cockpit.calm");
    return card;
}

struct Sums
{
    std::int64_t rooms = 0, covered = 0, ending = 0, needs = 0;
};

Sums sums_of(Cockpit const& cockpit)
{
    Sums sums;
    for (auto const& company : cockpit.companies) {
        if (!company.digest) continue;
        sums.rooms += company.digest->rooms;
        sums.covered += company.digest->covered;
        sums.ending += company.digest->ending;
        sums.needs += std::ssize(company.digest->needs);
    }
    return sums;
}

struct Placed
{
    Company const* company;
    CompanyEnding const* ending;
};

std::vector<Placed> endings_in_order(Cockpit const& cockpit)
{
    std::vector<Placed> all;
    for (auto const& company : cockpit.companies)
        if (company.digest)
            for (auto const& ending : company.digest->endings) all.push_back({ &company, &ending });
    std::ranges::stable_sort(all, {}, [](Placed const& each) { return each.ending->on; });
    return all;
}

LeadingFigure covered_figure(Words const& words, Sums const& sums)
{
    auto const exact = static_cast<std::int64_t>(100 * share(sums.covered, sums.rooms) + 0.5);
    auto const percent = sums.covered < sums.rooms ? std::min<std::int64_t>(exact, 99) : exact;
    return { .label = std::string { words("overview.covered") },
        .value = words("overview.percent", { { "number", words.number(percent) } }),
        .second =
            words("overview.of", { { "part", words.number(sums.covered) }, { "whole", words.number(sums.rooms) } }),
        .link = words.plural("overview.uncovered", sums.rooms - sums.covered),
        .fragment = fragment_of(CockpitRoute {}),
        .share = share(sums.covered, sums.rooms),
        .tone = Tone::covered };
}

// It leads to what ends first; to the page itself where nothing does.
LeadingFigure ending_figure(Words const& words, Cockpit const& cockpit, Sums const& sums)
{
    auto const endings = endings_in_order(cockpit);
    auto const* const first = endings.empty() ? nullptr : endings.front().ending;
    return { .label = words("overview.ending", { { "days", words.number(ending_within.count()) } }),
        .value = words.number(sums.ending),
        .second = words.plural("overview.rooms", sums.ending),
        .link = first ? words("cockpit.first_ends", { { "date", words.short_date(first->on) } })
                      : std::string { words("cockpit.nothing_ends") },
        .fragment = first ? first->fragment : fragment_of(CockpitRoute {}),
        .share = share(sums.ending, sums.rooms),
        .tone = sums.ending > 0 ? Tone::ending : Tone::neutral };
}

// --- what ends when --------------------------------------------------------------------------------------------------

Tone tone_of(Date on, Date today)
{
    return on - today <= ending_within ? Tone::ending : Tone::planned;
}

Timeline timeline_of(Words const& words, Cockpit const& cockpit, Date today)
{
    Timeline timeline;
    std::chrono::year_month_day const now { today };
    auto const first = now.year() / now.month();
    Date const from { std::chrono::local_days { first / 1 } };
    Date const to { std::chrono::local_days { (first + std::chrono::months { months_shown }) / 1 } };
    auto const place = [&](Date day) {
        return std::clamp(
            static_cast<double>((day - from).count()) / static_cast<double>((to - from).count()), 0.0, 1.0);
    };
    for (int month = 0; month < months_shown; month += 3) {
        auto const at = first + std::chrono::months { month };
        timeline.axis.push_back({ place(Date { std::chrono::local_days { at / 1 } }),
            words("date.month",
                { { "month", std::string { words.month_short(static_cast<unsigned>(at.month())) } },
                    { "year", std::to_string(static_cast<int>(at.year())) } }) });
    }
    for (auto const& company : cockpit.companies) {
        if (!company.digest) continue;
        std::int64_t rooms = 0;
        TimelineRow row { .title = company.digest->name, .fragment = company.digest->renewals };
        for (auto const& ending : company.digest->endings) {
            rooms += ending.rooms;
            auto const at = place(ending.on);
            row.spans.push_back({ std::max(0.0, at - 0.006), std::min(1.0, at + 0.006), tone_of(ending.on, today) });
        }
        row.second = rooms > 0 ? words.plural("cockpit.end", rooms) : std::string { words("cockpit.nothing_ends") };
        row.says = words("cockpit.row_says", { { "name", row.title }, { "what", row.second } });
        timeline.rows.push_back(std::move(row));
    }
    return timeline;
}

std::vector<ActionLine> ending_lines(Words const& words, Cockpit const& cockpit, Date today)
{
    std::vector<ActionLine> lines;
    for (auto const& [company, ending] : endings_in_order(cockpit)) {
        if (lines.size() == most_endings) break;
        auto const days = (ending->on - today).count();
        lines.push_back({ .key = company->slug + '.' + std::to_string(lines.size()),
            .subject = Subject::ending,
            .tone = tone_of(ending->on, today) == Tone::ending ? Tone::ending : Tone::neutral,
            .text = words.plural("overview.need.ending", ending->rooms,
                { { "programme", ending->programme }, { "date", words.short_date(ending->on) } }),
            .second = joined({ company->digest->name, ending->account, ending->order_by }),
            .chip = { days <= ending_within.count() ? Tone::ending : Tone::neutral,
                words.plural("renewals.days_left", days) },
            .open = ending->fragment });
    }
    return lines;
}

std::vector<ActionLine> proposals_of(Cockpit const& cockpit)
{
    std::vector<ActionLine> lines;
    for (auto const& company : cockpit.companies) {
        if (!company.digest) continue;
        for (auto line : company.digest->proposals) {
            if (lines.size() == most_proposals) return lines;
            // An account that bears the company's name says whose it is by itself.
            if (!line.second.starts_with(company.digest->name + " · "))
                line.second = joined({ company.digest->name, line.second });
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

// --- search ----------------------------------------------------------------------------------------------------------

Subject subject_of(PaletteSubject subject)
{
    switch (subject) {
    case PaletteSubject::device: return Subject::spare;
    case PaletteSubject::order: return Subject::order;
    case PaletteSubject::ticket: return Subject::ticket;
    default: return Subject::room;
    }
}

std::vector<CompanyHits> hits_of(Words const& words, Cockpit const& cockpit, std::string_view query)
{
    std::vector<CompanyHits> all;
    for (auto const& company : cockpit.companies) {
        if (!company.digest) continue;
        auto const [hits, count] = company.digest->index->find(query, most_hits);
        if (hits.empty()) continue;
        CompanyHits found { company.digest->name, {}, {} };
        for (auto const& hit : hits)
            found.lines.push_back({ .key = company.slug + std::string { hit.fragment },
                .subject = subject_of(hit.subject),
                .text = std::string { hit.text },
                .second = std::string { hit.second },
                .chip = { hit.tone, std::string { hit.cover } },
                .open = std::string { hit.fragment } });
        if (count > hits.size())
            found.more = words.plural("cockpit.more_hits", static_cast<std::int64_t>(count - hits.size()));
        all.push_back(std::move(found));
    }
    return all;
}

} // namespace

CockpitModel cockpit_model(Words const& words, Cockpit const& cockpit, Date today, std::string_view query)
{
    auto const sums = sums_of(cockpit);
    CockpitModel model;
    model.query = query;
    model.none = cockpit.companies.empty();
    model.second = joined(
        { words.plural("cockpit.companies", std::ssize(cockpit.companies)), words.plural("rooms.count", sums.rooms),
            sums.needs > 0 ? words.plural("cockpit.needs", sums.needs) : std::string {} });
    for (auto const& company : cockpit.companies) model.companies.push_back(card_of(words, company));
    auto const all = std::ssize(model.companies);
    auto const done = std::ranges::count_if(model.companies, [](CompanyCard const& card) { return !card.waits; });
    if (done < all) {
        model.progress = words("cockpit.progress", { { "done", words.number(done) }, { "all", words.number(all) } });
        model.share = share(done, all);
    }
    if (!query.empty()) {
        model.hits = hits_of(words, cockpit, query);
        if (model.hits.empty()) model.nothing = words("cockpit.nothing_found", { { "query", std::string { query } } });
    }
    if (sums.rooms > 0) model.figures = { covered_figure(words, sums), ending_figure(words, cockpit, sums) };
    model.timeline = timeline_of(words, cockpit, today);
    model.endings = ending_lines(words, cockpit, today);
    model.proposals = proposals_of(cockpit);
    return model;
}

} // namespace keyrack::portal
