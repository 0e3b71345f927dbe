// An open ticket: how it stands, what happened, what goes with it.
#include "portal/support_screen.hpp"

#include "engine/ticket_words.hpp"
#include "portal/cover_words.hpp"
#include "portal/orders_model.hpp"
#include "portal/people_model.hpp"
#include "portal/proof_model.hpp"
#include "portal/ticket_clocks.hpp"
#include "portal/ticket_words.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

class Detail
{
public:
    Detail(Scene const& scene, SupportRoute const& route, TicketId id)
        : m_scene(scene),
          m_words(scene.words),
          m_route(route),
          m_row(scene.ledger().tickets()[id]),
          m_answer(answer_about(scene, id)),
          m_local(local_time(scene, m_answer.now.place))
    { }

    TicketDetail build(TicketId id)
    {
        m_detail.row = id.row();
        m_detail.key = m_row.key;
        m_detail.title = ticket_title(m_scene, m_row);
        m_detail.second = joined({ ticket_second(m_scene, m_row),
            m_words("ticket.opened", { { "moment", m_local.moment(m_row.opened_at, m_answer.at) } }) });
        m_detail.back = link({ .query = m_route.query, .show = m_route.show });
        m_detail.why_close = why({});
        add_chips();
        add_clocks();
        add_events();
        add_facts();
        m_detail.description = m_row.description;
        add_note();
        add_room();
        add_devices();
        add_way();
        add_actions();
        if (m_row.desk == catalogue::Desk::large_user) add_partner();
        add_proof();
        return std::move(m_detail);
    }

private:
    [[nodiscard]] std::string link(SupportRoute route) const { return m_scene.link(std::move(route)); }
    [[nodiscard]] std::string why(std::string of) const
    {
        auto route = m_route;
        route.why = route.why == of ? std::string {} : std::move(of);
        return link(std::move(route));
    }
    [[nodiscard]] std::string said(std::string_view key) const { return std::string { m_words(key) }; }

    void add_chips()
    {
        auto const& now = m_answer.now;
        if (now.severity > 0)
            m_detail.chips.push_back({ severity_tone(now.severity), severity_name(m_words, now.severity) });
        if (now.tier != catalogue::Tier::none)
            m_detail.chips.push_back({ Tone::neutral, said("tier." + std::string { engine::code(now.tier) }) });
        if (now.resolved)
            m_detail.chips.push_back({ Tone::covered, said("ticket.closed") });
        else if (!now.entitled)
            m_detail.chips.push_back({ Tone::missing, said("ticket.not_entitled") });
        else
            m_detail.chips.push_back(
                { Tone::neutral, said(now.paused ? "ticket.customer_turn" : "ticket.support_turn") });
        if (m_answer.duty == engine::InformDuty::due)
            m_detail.chips.push_back({ Tone::missing, said("ticket.inform_due") });
        if (m_answer.duty == engine::InformDuty::reminded)
            m_detail.chips.push_back({ Tone::ending, said("ticket.inform_reminded") });
    }

    void add_clocks()
    {
        ShownTicket const shown { m_scene, m_row, m_answer.now, m_answer.at, m_route };
        for (auto const& clock : m_answer.clocks) m_detail.clocks.push_back(clock_model(shown, clock));
        m_detail.hours = hours_text(m_words, m_answer.clocks);
        auto const zone = m_local.zone_name();
        if (!zone.empty() && !m_detail.hours.contains(zone))
            m_detail.hours = joined({ m_detail.hours, m_words("clock.times_in", { { "zone", zone } }) });
    }

    // Who was not entitled when the ticket was opened has lost nothing since.
    [[nodiscard]] std::string event_key(engine::TicketEvent const& event) const
    {
        bool const from_the_start = event.at == m_row.opened_at && event.step == engine::TicketStep::lose_entitlement;
        return "ticket.event." + std::string { from_the_start ? "not_entitled" : engine::code(event.step) };
    }

    void add_events()
    {
        m_detail.events.push_back({ author(m_row.entry), said("ticket.event.opened"), when(m_row.opened_at) });
        auto const turns = engine::standing_turns(m_scene.ledger(), m_answer.ticket);
        for (auto const& event : m_answer.events) {
            auto const turn = std::ranges::find_if(turns, [&](TicketTurnId id) {
                auto const& row = m_scene.ledger().ticket_turns()[id];
                return row.at == event.at && row.step == event.step && row.note == event.note;
            });
            auto text = m_words(event_key(event),
                { { "severity", m_words.number(event.severity) },
                    { "tier", said("tier." + std::string { engine::code(event.tier) }) } });
            auto const who =
                turn == turns.end() ? std::string {} : author(m_scene.ledger().ticket_turns()[*turn].entry);
            if (event.step == engine::TicketStep::note)
                m_detail.events.push_back({ who, {}, joined({ when(event.at), text }), event.note });
            else
                m_detail.events.push_back({ who, std::move(text), when(event.at) });
        }
        std::ranges::reverse(m_detail.events);
    }

    [[nodiscard]] std::string when(Instant at) const { return m_local.moment(at, m_answer.at); }
    [[nodiscard]] std::string author(EntryId id) const
    {
        auto const entry = m_scene.session.entry(id);
        if (!entry) return {};
        return entry->actor.empty() ? said("journal.this_device") : person_name(m_scene.ledger(), entry->actor);
    }

    void fact(std::string_view key, std::string value)
    {
        if (!value.empty()) m_detail.facts.emplace_back(m_words(key), std::move(value));
    }

    void add_facts()
    {
        auto const& basis = m_answer.basis;
        if (m_row.desk == catalogue::Desk::large_user) {
            fact("ticket.fact.path", said("path." + std::string { code(basis.path) }));
            fact("ticket.fact.account", basis.account);
            fact("ticket.fact.licences", basis.user_licences ? m_words.number(*basis.user_licences) : std::string {});
            fact("ticket.fact.service", m_row.service);
            fact("ticket.fact.organisation_id", m_row.organisation_id);
            fact("ticket.fact.primary_email", m_answer.primary_email);
            fact("ticket.fact.region", region_name(m_words, m_row.partner_region));
        } else {
            fact("ticket.fact.region",
                m_answer.now.place.region.empty() ? std::string {} : said("region." + m_answer.now.place.region));
            if (m_row.org.exists()) fact("ticket.fact.org", m_scene.ledger().css().orgs()[m_row.org].name);
            if (m_row.line.exists()) fact("ticket.fact.line", m_scene.ledger().css().lines()[m_row.line].name);
        }
        m_detail.severity_why = why("severity");
    }

    void add_room()
    {
        auto const room = m_answer.attached.room;
        if (!room.exists()) return;
        auto const& row = m_scene.ledger().rooms()[room];
        m_detail.room = row.name;
        m_detail.room_fragment = m_scene.link(RoomsRoute { .room = row.key });
        m_detail.room_second = row.site.exists() ? m_scene.ledger().sites()[row.site] : std::string {};
        auto const cover = m_scene.views.cover(m_scene.session, m_scene.day());
        m_detail.room_cover = cover_chip(m_words, cover->rooms[room.row()], m_scene.day());
        auto const state = m_answer.attached.room_state;
        bool const troubled = state == engine::RoomState::offline || state == engine::RoomState::needs_attention;
        if (state != engine::RoomState::unknown)
            m_detail.room_state = { troubled ? Tone::missing : Tone::covered,
                said("state." + std::string { engine::code(state) }) };
    }

    void add_devices()
    {
        auto const& ledger = m_scene.ledger();
        for (auto const id : m_answer.attached.devices) {
            auto const& device = ledger.devices()[id];
            auto const replaced = replacement_of(m_scene, id);
            bool const next_day = replaced.next_business_day == engine::Holds::yes;
            auto const spare = spare_in_stock(m_scene, id);
            bool const swap = spare.exists() && replaced.from_spares == engine::Holds::yes && !m_answer.now.resolved;
            auto const stock = spare.exists() ? ledger.devices()[spare].serial : std::string {};
            m_detail.devices.push_back(
                { .model = device.model.exists() ? ledger.models()[device.model] : std::string {},
                    .serial = device.serial,
                    .fragment = m_scene.link(DevicesRoute { .device = device.serial }),
                    .chip = { next_day ? Tone::covered : Tone::neutral,
                        said(next_day ? "ticket.replaced_next_day" : "ticket.not_replaced") },
                    .second = arrival_text(m_words, replaced.arrives),
                    .why = why("replacement." + device.serial),
                    .action = swap ? "swap." + device.serial : std::string {},
                    .action_text = swap ? m_words("ticket.swap_in", { { "serial", stock } }) : std::string {} });
        }
    }

    void add_note()
    {
        if (m_scene.route.as_of) return;
        m_detail.note = FormField { .key = "note",
            .label = said("ticket.note"),
            .value = written(m_scene, m_route, "note"),
            .hint = said("ticket.note.hint"),
            .error = {},
            .kind = FormField::Kind::long_text };
        auto const* const form = m_scene.form;
        if (!form || form->of != form_name(m_route)) return;
        bool const blank = m_detail.note->value.find_first_not_of(" \n") == std::string::npos;
        if (form->tried && blank) m_detail.note->error = said("ticket.error.note");
        if (!form->setback) return;
        auto const* const denial = std::get_if<engine::Denial>(&*form->setback);
        m_detail.note_refusal = denial ? m_words.denial(*denial) : m_words.error(std::get<Error>(*form->setback));
    }

    void add_way()
    {
        auto row = m_row;
        if (!m_answer.primary_email.empty()) row.primary_email = m_answer.primary_email;
        m_detail.way = ticket_way(m_scene, row, m_answer.attached.devices, Written::open);
    }

    void add_actions()
    {
        for (auto const& offer : offers_of(m_scene, m_answer)) {
            bool const next = offer.action.starts_with("next.");
            bool const turn = offer.action.starts_with("turn.");
            if (!next && !turn) continue;
            auto const key = next ? next_key(offer) : "ticket." + offer.action;
            auto const second = key + ".second";
            TicketAction action { .action = offer.action,
                .text = about(offer, key),
                .second = m_words.knows(second) ? about(offer, second) : std::string {},
                .main = next && m_detail.next.empty() };
            (next ? m_detail.next : m_detail.turns).push_back(std::move(action));
        }
    }

    // The order that a licence is taken from tells one remedy from the next.
    [[nodiscard]] std::string about(TicketStepOffer const& offer, std::string_view key) const
    {
        auto const& ledger = m_scene.ledger();
        for (auto const& step : offer.commands) {
            auto const* const assign = std::get_if<engine::Assign>(&step);
            if (!assign || assign->pairs.empty()) continue;
            auto const id = ledger.order(assign->pairs.front().licence.order);
            if (!id.exists()) continue;
            auto const& order = ledger.orders()[id];
            return m_words(key, { { "order", order.key }, { "programme", programme_text(m_scene, order) } });
        }
        return said(key);
    }

    // What the engine's step is called.
    [[nodiscard]] static std::string next_key(TicketStepOffer const& offer)
    {
        auto const has = [&]<class Wanted>(std::type_identity<Wanted>) {
            return std::ranges::any_of(
                offer.commands, [](auto const& step) { return std::holds_alternative<Wanted>(step); });
        };
        if (has(std::type_identity<engine::WritePrimaryEmail> {})) return "ticket.next.write_email";
        if (has(std::type_identity<engine::TurnTicket> {})) return "ticket.next.inform";
        if (has(std::type_identity<engine::Assign> {})) return "ticket.next.assign";
        if (has(std::type_identity<engine::SetInSync> {})) return "ticket.next.in_sync";
        return "ticket.next.cover";
    }

    void add_partner()
    {
        m_detail.routes = route_lines(m_words, m_answer.routes, m_row.channel);
        for (auto const& draft : m_answer.drafts)
            m_detail.drafts.push_back({ draft.language, draft.subject, draft.body });
    }

    void show_proof(std::string title, std::vector<engine::Proof> const& proof)
    {
        m_detail.why_title = std::move(title);
        m_detail.proof.steps = proof_steps(m_scene, proof);
        m_detail.proof.sources = proof_sources(m_scene, proof);
    }

    void add_proof()
    {
        constexpr std::string_view of_device = "replacement.";
        if (m_route.why == "severity") return show_proof(said("ticket.why.severity"), m_answer.proof);
        if (m_route.why.starts_with(of_device)) {
            auto const serial = m_route.why.substr(of_device.size());
            auto const device = m_scene.ledger().device(serial);
            if (!std::ranges::contains(m_answer.attached.devices, device)) return;
            show_proof(
                m_words("ticket.why.replacement", { { "device", serial } }), replacement_of(m_scene, device).proof);
        }
        constexpr std::string_view of_clock = "clock.";
        if (!m_route.why.starts_with(of_clock)) return;
        auto const measure = m_route.why.substr(of_clock.size());
        std::vector<engine::Proof> about;
        for (auto const& node : m_answer.proof)
            if (std::ranges::any_of(node.facts, [&](engine::Fact const& each) {
                    auto const* const text = std::get_if<std::string>(&each.value);
                    return each.name == "measure" && text && *text == measure;
                }))
                about.push_back(node);
        if (!about.empty() && m_words.knows("measure." + measure)) show_proof(said("measure." + measure), about);
    }

    Scene const& m_scene;
    Words const& m_words;
    SupportRoute const& m_route;
    engine::SupportTicket const& m_row;
    engine::TicketAnswer m_answer;
    LocalTime m_local;
    TicketDetail m_detail;
};

} // namespace

TicketDetail ticket_detail(Scene const& scene, SupportRoute const& route, TicketId ticket)
{
    return Detail { scene, route, ticket }.build(ticket);
}

} // namespace keyrack::portal
