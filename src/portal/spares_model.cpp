#include "portal/spares_screen.hpp"

#include "base/verify.hpp"
#include "engine/question.hpp"
#include "engine/spares.hpp"
#include "portal/orders_model.hpp"
#include "portal/proof_model.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

using engine::Courier;

constexpr std::pair<Courier, std::string_view> couriers[] { { Courier::unknown, "unknown" },
    { Courier::reliable, "reliable" }, { Courier::unreliable, "unreliable" } };

Courier courier_at(engine::Ledger const& ledger, SiteId site)
{
    auto const& rows = ledger.site_couriers().rows();
    auto const found = std::ranges::find(rows, site, &engine::SiteCourier::site);
    return found == rows.end() ? Courier::unknown : found->courier;
}

class SparesBuilder
{
public:
    SparesBuilder(Scene const& scene, SparesRoute const& route)
        : m_scene(scene),
          m_words(scene.words),
          m_route(route),
          m_spares(*scene.views.spares(scene.session, scene.day()))
    {
        auto answer = engine::verdict(scene.ledger(), scene.catalogue(), engine::SpareChoiceQuestion {}, scene.day());
        VERIFY(answer.has_value());
        m_choice = std::move(std::get<engine::SpareChoiceAnswer>(*answer));
    }

    SparesModel build()
    {
        m_model.second = joined({ m_words.plural("spares.earned", m_spares.earned),
            m_words.plural("spares.from_licences", m_spares.licences) });
        m_model.none_at_all = m_spares.steps.empty();
        m_model.orders = m_scene.link(OrdersRoute {});
        m_model.proof_close = m_scene.link(SparesRoute { .match = m_route.match });
        m_model.earned_why = why("spares");
        add_figures();
        add_steps();
        add_candidates();
        add_sites();
        add_match();
        if (m_route.why == "spares") m_model.proof = spares_proof(m_scene, m_spares);
        return std::move(m_model);
    }

private:
    [[nodiscard]] std::string said(std::string_view key) const { return std::string { m_words(key) }; }
    [[nodiscard]] std::string why(std::string of) const
    {
        auto route = m_route;
        route.why = route.why == of ? std::string {} : std::move(of);
        return m_scene.link(std::move(route));
    }

    void prove_choice(SpareCandidateLine const& line, engine::SpareCandidate const& candidate)
    {
        m_model.proof = { .question = m_words("spares.why_choice", { { "model", line.model } }),
            .verdict = line.deployed,
            .because = joined({ line.important, line.courier }),
            .answer = Mark::information,
            .answer_text = m_words.number(candidate.deployed),
            .steps = proof_steps(m_scene, candidate.proof),
            .cures = {},
            .sources = proof_sources(m_scene, candidate.proof) };
    }

    void prove_match(engine::SpareMatchAnswer const& match)
    {
        m_model.proof = { .question = m_words("spares.why_match", { { "model", m_route.match } }),
            .verdict = m_model.match_text,
            .answer = match.answer == engine::Holds::yes ? Mark::yes : Mark::no,
            .answer_text = m_model.match.text,
            .steps = proof_steps(m_scene, match.proof),
            .cures = {},
            .sources = proof_sources(m_scene, match.proof) };
    }

    void add_figures()
    {
        m_model.earned = { .label = said("spares.figure.earned"),
            .value = m_words.number(m_spares.earned),
            .second = m_words.plural("spares.figure.entitled", m_spares.entitled),
            .share = m_spares.share_of_another(),
            .tone = Tone::planned };
        m_model.next = { .label = said("spares.figure.next"),
            .value = m_words.number(m_spares.to_earn_another()),
            .second = m_words.plural("spares.figure.to_next", m_spares.to_earn_another()),
            .share = m_spares.share_of_another(),
            .tone = Tone::planned };
        if (m_spares.above_entitlement > 0) m_model.above = m_words.plural("spares.above", m_spares.above_entitlement);
    }

    // Newest first.
    void add_steps()
    {
        std::int64_t most = 0;
        for (auto const& step : m_spares.steps) {
            auto const& order = m_scene.ledger().orders()[step.because].key;
            m_model.steps.push_back({ m_words.short_date(step.on), order,
                m_words.plural("spares.licences", step.licences), m_words.plural("spares.count", step.entitled),
                step.entitled > most, m_scene.link(OrdersRoute { .order = order }) });
            most = std::max(most, step.entitled);
        }
        std::ranges::reverse(m_model.steps);
    }

    void add_candidates()
    {
        bool first = true;
        for (auto const& candidate : m_choice.candidates) {
            auto const& name = m_scene.ledger().models()[candidate.model];
            auto const hard = std::ssize(candidate.hard_to_reach);
            SpareCandidateLine line { .model = name,
                .deployed = m_words.plural("spares.deployed", candidate.deployed),
                .important = candidate.in_important > 0 ? m_words.plural("spares.important", candidate.in_important)
                                                        : said("spares.no_important"),
                .courier = hard > 0 ? m_words.plural("spares.hard", hard) : said("spares.no_hard"),
                .share = share(candidate.deployed, m_choice.devices),
                .chip = {},
                .why = why("choice." + name),
                .open = m_route.why == "choice." + name };
            if (first) line.chip = { Tone::covered, said("spares.most_common") };
            if (line.open) prove_choice(line, candidate);
            first = false;
            m_model.candidates.push_back(std::move(line));
        }
        m_model.advice = said("spares.advice");
    }

    // Sites with rooms under a programme that gives spares, as they stand in the list of couriers.
    void add_sites()
    {
        auto const& ledger = m_scene.ledger();
        auto const cover = m_scene.views.cover(m_scene.session, m_scene.day());
        std::vector<std::int64_t> rooms(ledger.sites().all().size());
        for (std::uint32_t row = 0; row < ledger.rooms().size(); ++row) {
            auto const& of_room = cover->rooms[row];
            auto const site = ledger.rooms().rows()[row].site;
            bool const counts = of_room.covered() && site.exists()
                && m_scene.catalogue()[of_room.programme].licences_per_spare.has_value();
            if (counts) rooms[site.row()] += 1;
        }
        std::vector<std::uint32_t> order;
        for (std::uint32_t row = 0; row < rooms.size(); ++row)
            if (rooms[row] > 0) order.push_back(row);
        std::ranges::stable_sort(order, std::greater {}, [&](std::uint32_t row) { return rooms[row]; });
        for (auto const row : order) add_site(SiteId::of_row(row), rooms[row]);
    }

    void add_site(SiteId site, std::int64_t rooms)
    {
        constexpr std::size_t most_sites = 40;
        if (m_model.sites.size() == most_sites) return;
        auto const& name = m_scene.ledger().sites()[site];
        auto const now = courier_at(m_scene.ledger(), site);
        ShipToLine line { .site = name, .second = m_words.plural("spares.covered_rooms", rooms), .courier = {} };
        for (std::size_t index = 0; index < std::size(couriers); ++index) {
            auto const code = std::string { couriers[index].second };
            line.choices.emplace_back("courier." + name + '.' + code, said("spares.courier." + code));
            if (couriers[index].first == now) line.chosen = index;
        }
        line.courier = couriers[line.chosen].second;
        m_model.sites.push_back(std::move(line));
    }

    void add_match()
    {
        std::vector<std::string> names = m_scene.ledger().models().all();
        std::ranges::sort(names);
        for (auto const& name : names)
            if (!name.empty()) m_model.models.emplace_back(m_scene.link(SparesRoute { .match = name }), name);
        if (m_route.match.empty()) return;
        auto answer = engine::verdict(
            m_scene.ledger(), m_scene.catalogue(), engine::SpareMatchQuestion { m_route.match }, m_scene.day());
        if (!answer) return;
        auto const& match = std::get<engine::SpareMatchAnswer>(*answer);
        bool const yes = match.answer == engine::Holds::yes;
        m_model.matched = m_route.match;
        m_model.match = { yes ? Tone::covered : Tone::missing, said(yes ? "spares.match.yes" : "spares.match.no") };
        m_model.match_text = yes ? m_words.plural("spares.match.deployed", match.deployed) : said("spares.match.none");
        m_model.match_why = why("match");
        if (m_route.why == "match") prove_match(match);
    }

    Scene const& m_scene;
    Words const& m_words;
    SparesRoute const& m_route;
    engine::Spares const& m_spares;
    engine::SpareChoiceAnswer m_choice;
    SparesModel m_model;
};

} // namespace

SparesModel spares_model(Scene const& scene, SparesRoute const& route)
{
    return SparesBuilder { scene, route }.build();
}

std::optional<engine::SetCourier> courier_of(Scene const& scene, std::string_view action)
{
    constexpr std::string_view prefix = "courier.";
    auto const dot = action.rfind('.');
    if (!action.starts_with(prefix) || dot < prefix.size()) return {};
    auto const site = action.substr(prefix.size(), dot - prefix.size());
    auto const found =
        std::ranges::find(couriers, action.substr(dot + 1), &std::pair<Courier, std::string_view>::second);
    auto const id = scene.ledger().sites().find(site);
    if (found == std::end(couriers) || !id.exists()) return {};
    auto const now = courier_at(scene.ledger(), id);
    if (now == found->first) return {};
    return engine::SetCourier { std::string { site }, now, found->first };
}

} // namespace keyrack::portal
