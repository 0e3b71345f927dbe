#include "portal/renewals_model.hpp"

#include "portal/proof_model.hpp"

#include <algorithm>
#include <format>

namespace keyrack::portal {

namespace {

constexpr int months_shown = 12;

Month month_of(Words const& words, std::chrono::year_month month)
{
    auto const number = static_cast<unsigned>(month.month());
    auto const year = std::to_string(static_cast<int>(month.year()));
    return { .first = Date { std::chrono::local_days { month / 1 } },
        .key = std::format("{}-{:02}", year, number),
        .name = std::string { words.month_short(number) },
        .full = words("date.month", { { "month", std::string { words.month(number) } }, { "year", year } }) };
}

bool is_in(Date day, std::string_view month)
{
    return month.empty() || iso(day).starts_with(month);
}

// --- map -------------------------------------------------------------------------------------------------------------

std::int64_t rooms_ending(engine::Forecast const& forecast, ProgrammeId programme, std::string_view month)
{
    std::int64_t count = 0;
    for (auto const& ending : forecast.endings)
        if (ending.programme == programme && is_in(ending.on, month)) count += std::ssize(ending.rooms);
    return count;
}

HeatCell cell_of(
    Scene const& scene, RenewalsRoute const& route, ProgrammeId programme, Month const& month, std::int64_t count)
{
    auto const& words = scene.words;
    bool const on = route.month == month.key;
    HeatCell cell;
    cell.says = words.plural(
        "renewals.cell", count, { { "programme", scene.catalogue()[programme].name }, { "month", month.full } });
    cell.on = on && count > 0;
    if (count == 0) return cell;
    cell.text = words.number(count);
    cell.fragment = scene.link(RenewalsRoute { .month = on ? std::string {} : month.key });
    return cell;
}

void add_map(Scene const& scene, RenewalsRoute const& route, engine::Forecast const& forecast, RenewalsModel& model)
{
    auto const months = months_ahead(scene);
    for (std::string_view year; auto const& month : months) {
        model.months.push_back(month.name);
        auto const its_own = std::string_view { month.key }.substr(0, 4);
        model.years.emplace_back(its_own == year ? std::string_view {} : its_own);
        year = its_own;
        if (month.key == route.month) model.month = month.full;
    }
    std::int64_t most = 1;
    std::vector<std::vector<std::int64_t>> counts;
    for (std::uint32_t row = 0; row < scene.catalogue().programmes().size(); ++row) {
        auto const programme = ProgrammeId::of_row(row);
        if (rooms_ending(forecast, programme, {}) == 0) continue;
        HeatRow line { scene.catalogue()[programme].name, {} };
        auto& numbers = counts.emplace_back();
        for (auto const& month : months) {
            numbers.push_back(rooms_ending(forecast, programme, month.key));
            most = std::max(most, numbers.back());
            line.cells.push_back(cell_of(scene, route, programme, month, numbers.back()));
        }
        model.rows.push_back(std::move(line));
    }
    for (std::size_t row = 0; row < counts.size(); ++row)
        for (std::size_t at = 0; at < counts[row].size(); ++at)
            model.rows[row].cells[at].weight = static_cast<double>(counts[row][at]) / static_cast<double>(most);
}

// --- list and detail -------------------------------------------------------------------------------------------------

std::string account_name(Scene const& scene, AccountId account)
{
    return account.exists() ? scene.ledger().accounts()[account].name : std::string {};
}

ActionLine line_of(Scene const& scene, RenewalsRoute const& route, engine::Ending const& ending)
{
    auto const& words = scene.words;
    auto const name = name_of(scene, ending);
    return { .key = name,
        .subject = Subject::ending,
        .tone = ending.on - scene.day() <= ending_within ? Tone::ending : Tone::neutral,
        .text = words.plural("overview.need.ending", std::ssize(ending.rooms),
            { { "programme", scene.catalogue()[ending.programme].name }, { "date", words.short_date(ending.on) } }),
        .second = joined({ account_name(scene, ending.account), order_by_text(scene, ending) }),
        .chip = days_left(scene, ending.on),
        .open = scene.link(RenewalsRoute { .month = route.month, .open = name }),
        .selected = name == route.open };
}

std::vector<ProofStep> story_of(Scene const& scene, engine::Ending const& ending)
{
    auto const& words = scene.words;
    auto const& programme = scene.catalogue()[ending.programme];
    auto const& days = programme.term.start_within_days;
    auto const from = words.short_date(ending.order_from), by = words.short_date(ending.order_by);
    auto const tags = [&](std::string_view rule) { return rule_tags(scene, std::span { &rule, 1 }); };
    return {
        { .mark = Mark::never_renews,
            .text = std::string { words("rule.never_renews") },
            .second = std::string { words("rule.never_renews_second") },
            .rules = tags("R41"),
            .links = {} },
        { .mark = Mark::date,
            .text = words.plural("renewals.story.start", days.value,
                { { "programme", programme.name }, { "on", words.short_date(ending.on) } }),
            .second = words("renewals.story.start_second", { { "from", from }, { "by", by } }),
            .rules = tags("R39"),
            .links = {} },
    };
}

std::vector<ProofSource> sources_of(Scene const& scene)
{
    std::vector<ProofSource> sources;
    for (std::string_view const rule : { "R41", "R39" }) {
        auto const* const source = scene.catalogue().source(rule);
        if (!source) continue;
        auto const document = std::string { scene.words("document." + source->document) };
        sources.push_back({ source->place.empty()
                ? document
                : scene.words("proof.source", { { "document", document }, { "place", source->place } }),
            std::string { rule } });
    }
    return sources;
}

RenewalDetail detail_of(Scene const& scene, engine::Ending const& ending)
{
    constexpr std::size_t most_rooms = 24;
    auto const& words = scene.words;
    RenewalDetail detail { .title = words.date(ending.on),
        .second = joined({ words.plural("rooms.count", std::ssize(ending.rooms)),
            scene.catalogue()[ending.programme].name, account_name(scene, ending.account) }),
        .chip = days_left(scene, ending.on),
        .facts = { { std::string { words("renewals.fact.ends") }, words.short_date(ending.on) },
            { std::string { words("renewals.fact.from") }, words.short_date(ending.order_from) },
            { std::string { words("renewals.fact.by") }, words.short_date(ending.order_by) } },
        .story = story_of(scene, ending),
        .sources = sources_of(scene),
        .rooms = {},
        .more_rooms = {},
        .as_of_text = words("renewals.as_of", { { "date", words.short_date(ending.on) } }),
        .as_of_fragment = fragment_of(
            TenantRoute { scene.route.slug, ending.on, RoomsRoute { .show = { RoomFilter::not_covered } } }),
        .run = "order:" + name_of(scene, ending) };
    auto const shown = std::min(ending.rooms.size(), most_rooms);
    for (std::size_t at = 0; at < shown; ++at) {
        auto const& room = scene.ledger().rooms()[ending.rooms[at]];
        detail.rooms.push_back({ room.name, scene.link(RoomsRoute { .room = room.key, .tab = RoomTab::why }) });
    }
    if (ending.rooms.size() > shown)
        detail.more_rooms = words.plural("renewals.more_rooms", static_cast<std::int64_t>(ending.rooms.size() - shown));
    return detail;
}

} // namespace

RenewalsModel renewals_model(Scene const& scene, RenewalsRoute const& route)
{
    auto const forecast = year_ahead(scene);
    RenewalsModel model;
    std::int64_t rooms = 0;
    auto coming = coming_beside(scene);
    for (auto const& ending : forecast->endings) {
        rooms += std::ssize(ending.rooms);
        coming.push_back({ ending.on, line_of(scene, route, ending) });
        if (name_of(scene, ending) == route.open) model.detail = detail_of(scene, ending);
    }
    std::ranges::stable_sort(coming, {}, &Coming::on);
    for (auto& each : coming)
        if (is_in(each.on, route.month)) model.endings.push_back(std::move(each.line));
    model.nothing_bought = scene.ledger().orders().size() == 0;
    model.second = rooms > 0 ? scene.words.plural("renewals.second", rooms) : std::string {};
    model.all_fragment = scene.link(RenewalsRoute {});
    add_map(scene, route, *forecast, model);
    model.proposals = proposal_lines(scene);
    model.free = free_before_ordering(scene);
    model.list = repurchase_list(scene);
    return model;
}

Chip days_left(Scene const& scene, Date on)
{
    auto const days = (on - scene.day()).count();
    return { days <= ending_within.count() ? Tone::ending : Tone::neutral,
        scene.words.plural("renewals.days_left", days) };
}

std::vector<Month> months_ahead(Scene const& scene)
{
    std::chrono::year_month_day const day { scene.day() };
    std::chrono::year_month const first { day.year(), day.month() };
    std::vector<Month> months;
    for (int at = 0; at <= months_shown; ++at)
        months.push_back(month_of(scene.words, first + std::chrono::months { at }));
    return months;
}

std::shared_ptr<engine::Forecast const> year_ahead(Scene const& scene)
{
    return scene.views.forecast(scene.session, scene.day(), plus_years(scene.day(), 1));
}

std::string name_of(Scene const& scene, engine::Ending const& ending)
{
    auto name = iso(ending.on) + '.' + scene.catalogue()[ending.programme].key;
    if (ending.account.exists()) name += '.' + scene.ledger().accounts()[ending.account].key;
    return name;
}

std::string order_by_text(Scene const& scene, engine::Ending const& ending)
{
    auto const& words = scene.words;
    if (ending.order_from > scene.day())
        return words("renewals.order_between",
            { { "from", words.short_date(ending.order_from) }, { "by", words.short_date(ending.order_by) } });
    return words("renewals.order_by", { { "by", words.short_date(ending.order_by) } });
}

} // namespace keyrack::portal
