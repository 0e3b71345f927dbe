// A new ticket: its fields, what is missing beside them, and what would become of it.
#include "portal/support_screen.hpp"

#include "engine/mails.hpp"
#include "engine/ticket_reading.hpp"
#include "engine/ticket_rules.hpp"
#include "portal/proof_model.hpp"
#include "portal/ticket_clocks.hpp"
#include "portal/ticket_words.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

using Kind = FormField::Kind;
using Choices = std::vector<std::pair<std::string, std::string>>;

constexpr std::size_t most_found = 5;

class FormBuilder
{
public:
    FormBuilder(Scene const& scene, SupportRoute const& route)
        : m_scene(scene), m_words(scene.words), m_route(route), m_ticket(ticket_of(scene, route))
    { }

    TicketFormModel build()
    {
        add_desks();
        switch (m_ticket.desk) {
        case catalogue::Desk::rooms: add_room_fields(); break;
        case catalogue::Desk::large_user: add_partner_fields(); break;
        case catalogue::Desk::customer_success: add_success_fields(); break;
        }
        add_clocks();
        add_way();
        add_refusal();
        add_link();
        return std::move(m_model);
    }

private:
    [[nodiscard]] std::string said(std::string_view key) const { return std::string { m_words(key) }; }
    [[nodiscard]] std::string field(std::string_view name) const { return written(m_scene, m_route, name); }
    [[nodiscard]] bool tried() const
    {
        return m_scene.form && m_scene.form->of == form_name(m_route) && m_scene.form->tried;
    }

    void add_desks()
    {
        for (auto const desk :
            { catalogue::Desk::rooms, catalogue::Desk::large_user, catalogue::Desk::customer_success }) {
            auto route = m_route;
            route.desk = engine::code(desk);
            m_model.desks.push_back({ desk_name(m_words, desk), 0, desk == m_ticket.desk, m_scene.link(route) });
        }
        m_model.back = m_scene.link(SupportRoute { .query = m_route.query, .show = m_route.show });
    }

    FormField& add(std::string_view key, Kind kind, Choices choices = {})
    {
        auto const name = std::string { key };
        auto const hint = "ticket.field." + name + ".hint";
        m_model.fields.push_back({ .key = name,
            .label = said("ticket.field." + name),
            .value = field(key),
            .hint = m_words.knows(hint) ? said(hint) : std::string {},
            .error = {},
            .kind = kind,
            .required = false,
            .choices = std::move(choices) });
        return m_model.fields.back();
    }

    [[nodiscard]] Choices codes(std::string_view prefix, std::initializer_list<std::string_view> values) const
    {
        Choices choices;
        for (auto const value : values)
            choices.emplace_back(value, m_words(std::string { prefix } + std::string { value }));
        return choices;
    }

    // --- rooms -----------------------------------------------------------------------------------------------------

    void add_room_fields()
    {
        auto const& ledger = m_scene.ledger();
        auto const room = ledger.room(m_ticket.about->room);
        auto& picked = add("room", Kind::found);
        picked.required = true;
        if (room.exists()) picked.shown = ledger.rooms()[room].name;
        if (!room.exists()) {
            picked.value = field("room_query");
            for (auto const id : found_rooms(m_scene, picked.value, most_found))
                picked.choices.emplace_back(ledger.rooms()[id].key, room_label(id));
            if (tried()) picked.error = said("ticket.error.room");
        }
        auto& state = add("state", Kind::segments, codes("state.", { "offline", "needs_attention", "online" }));
        state.required = true;
        if (tried() && state.value.empty()) state.error = said("ticket.error.state");
        add("description", Kind::long_text);
        if (room.exists()) add_help(room);
    }

    [[nodiscard]] std::string room_label(RoomId id) const
    {
        auto const& room = m_scene.ledger().rooms()[id];
        return joined({ room.name, room.site.exists() ? m_scene.ledger().sites()[room.site] : std::string {} });
    }

    void add_help(RoomId room)
    {
        auto const& ledger = m_scene.ledger();
        engine::HelpQuestion const question { m_ticket.about->room, m_ticket.about->room_state };
        auto const answer = engine::verdict(ledger, m_scene.catalogue(), question, m_scene.day());
        if (!answer) return;
        auto const& help = std::get<engine::HelpAnswer>(*answer);
        m_model.attached_title = m_words.plural(
            "ticket.attached", std::ssize(help.attached.devices), { { "room", ledger.rooms()[room].name } });
        for (auto const id : help.attached.devices) {
            auto const& device = ledger.devices()[id];
            m_model.attached.push_back(
                joined({ device.model.exists() ? ledger.models()[device.model] : std::string {}, device.serial }));
        }
        if (m_ticket.about->room_state == engine::RoomState::unknown) return;
        bool const offered = help.verdict.answer == engine::Holds::yes;
        m_model.severity = { offered ? Tone::covered : Tone::neutral,
            said(offered ? "ticket.help.offered" : "ticket.help.by_hand") };
        m_model.severity_text = said(offered ? "ticket.help.offered.text" : "ticket.help.by_hand.text");
        m_model.story = proof_steps(m_scene, help.verdict.proof);
        if (!help.verdict.cures.empty() && !m_scene.route.as_of)
            m_model.cures.push_back(
                { "record_in_sync", said("ticket.next.in_sync"), said("ticket.next.in_sync.second"), false });
    }

    // --- large user accounts -----------------------------------------------------------------------------------------

    void add_partner_fields()
    {
        auto const& support = m_scene.catalogue().support();
        Choices regions, centres;
        for (auto const& region : support.partner_regions())
            regions.emplace_back(region, region_name(m_scene.words, region));
        for (auto const& route : support.routes)
            if (route.kind == catalogue::RouteKind::partner_help_centre)
                for (auto const& place : route.places) centres.emplace_back(place, region_name(m_scene.words, place));
        add("partner_region", Kind::choice, std::move(regions)).required = true;
        add("data_centre", Kind::choice, std::move(centres));
        add("access", Kind::segments, codes("access.", { "granted", "withheld" })).value =
            m_ticket.partner->access == engine::PartnerAccess::granted ? "granted" : "withheld";
        auto const routes = engine::routes_for(
            support, m_ticket.partner->data_centre, m_ticket.partner->region, m_ticket.partner->access);
        Choices channels;
        for (auto const* const route : routes) {
            auto const code = std::string { engine::code(route->kind) };
            channels.emplace_back(code, said("route." + code));
        }
        if (!channels.empty())
            add("channel", Kind::choice, std::move(channels)).value = engine::code(m_ticket.partner->channel);
        m_model.routes = route_lines(m_words, routes, m_ticket.partner->channel);
        for (auto const key : { "service", "organisation_id", "subject" }) add(key, Kind::text).required = true;
        add("description", Kind::long_text).required = true;
        add("primary_email", Kind::email).required = true;
        for (auto const key : { "customer_email", "zuid", "zoid" }) add(key, Kind::text);
        if (tried() && m_ticket.partner->region.empty()) error_of("partner_region", said("ticket.error.region"));
        add_form_check();
        add_priority();
    }

    void error_of(std::string_view key, std::string text)
    {
        auto const found = std::ranges::find(m_model.fields, key, &FormField::key);
        if (found != m_model.fields.end()) found->error = std::move(text);
    }

    // R137, R139: what is missing is told beside the fields; a mail may lack some (R125).
    void add_form_check()
    {
        auto const missing = engine::missing_in(m_ticket.partner->form);
        bool const mail = m_ticket.partner->channel == catalogue::RouteKind::email;
        std::string names;
        for (auto const each : missing) {
            auto const code = std::string { engine::code(each) };
            names += (names.empty() ? "" : ", ") + said("ticket.field." + code);
            if (tried() && !mail) error_of(code, said("dialog.error.required"));
        }
        if (!names.empty())
            m_model.missing = m_words(mail ? "ticket.missing.mail" : "ticket.missing", { { "fields", names } });
    }

    // The row as it would be recorded.
    [[nodiscard]] engine::SupportTicket as_row() const
    {
        engine::SupportTicket row;
        row.key = m_ticket.ticket;
        row.desk = m_ticket.desk;
        row.severity = m_ticket.severity;
        if (!m_ticket.partner) return row;
        auto const& partner = *m_ticket.partner;
        row.partner_region = partner.region;
        row.data_centre = partner.data_centre;
        row.access = partner.access;
        row.channel = partner.channel;
        row.service = partner.form.service;
        row.organisation_id = partner.form.organisation_id;
        row.subject = partner.form.subject;
        row.description = partner.form.description;
        row.primary_email = partner.form.primary_email;
        row.customer_email = partner.form.customer_email;
        row.zuid = partner.form.zuid;
        row.zoid = partner.form.zoid;
        return row;
    }

    // What decides over its severity is asked of the row.
    void add_priority()
    {
        auto const& ledger = m_scene.ledger();
        auto const terms = engine::terms_of(ledger, m_scene.catalogue());
        auto const row = as_row();
        auto const& partner = *m_ticket.partner;
        auto const decided = engine::decide_severity(ledger, terms, row, engine::WrittenBy::partner);
        m_severity = decided.severity;
        auto const path = std::string { engine::code(decided.basis.path) };
        m_model.severity = { severity_tone(decided.severity),
            decided.severity == 1 ? severity_name(m_words, 1) : said("ticket.severity.ordinary") };
        m_model.severity_text = said("path." + path);
        engine::ProofWitness witness;
        engine::PriorityCase const of { row, decided.basis, {}, engine::WrittenBy::partner, *terms.support };
        std::ignore = engine::ticket_priority(of, witness);
        if (!partner.form.service.empty()) m_model.story = proof_steps(m_scene, witness.take());
        bool const begun = !partner.form.subject.empty() || !partner.form.description.empty();
        if (decided.basis.path == engine::SeverityPath::ask_the_partner && begun)
            for (auto const& draft : engine::questions_to_partner(m_scene.catalogue(), row))
                m_model.drafts.push_back({ draft.language, draft.subject, draft.body });
    }

    // --- Customer Success Services -----------------------------------------------------------------------------------

    void add_success_fields()
    {
        auto const& css = m_scene.ledger().css();
        Choices orgs { { std::string {}, said("ticket.no_org") } },
            lines { { std::string {}, said("ticket.no_line") } };
        for (auto const& org : css.orgs().rows())
            if (org.standing == engine::Standing::valid) orgs.emplace_back(org.key, org.name);
        for (auto const& line : css.lines().rows())
            if (line.standing == engine::Standing::valid) lines.emplace_back(line.key, line.name);
        if (orgs.size() > 1) add("org", Kind::choice, std::move(orgs));
        bool const of_org = m_ticket.about.has_value();
        if (of_org && lines.size() > 1) add("product_line", Kind::choice, std::move(lines));
        add("description", Kind::long_text);
        add("severity", Kind::segments, codes("ticket.severity.", { "1", "2", "3" })).value =
            std::to_string(m_ticket.severity);
        if (of_org) return;
        auto& tier = add("tier", Kind::choice, codes("tier.", { "select", "priority", "priority_plus" }));
        tier.required = true;
        if (tried() && !m_ticket.tier) tier.error = said("ticket.error.tier");
        Choices regions, countries;
        for (auto const& hours : m_scene.catalogue().support().hours)
            regions.emplace_back(hours.region, said("region." + hours.region));
        for (auto const& calendar : m_scene.catalogue().support().holidays)
            countries.emplace_back(calendar.country, region_name(m_scene.words, calendar.country));
        add("region", Kind::choice, std::move(regions));
        add("country", Kind::choice, std::move(countries));
    }

    // --- what becomes of it ------------------------------------------------------------------------------------------

    // The clocks that would run from now on.
    void add_clocks()
    {
        if (is_about_uncovered_room()) {
            auto const& ledger = m_scene.ledger();
            m_model.missing =
                m_words("ticket.uncovered", { { "room", ledger.rooms()[ledger.room(m_ticket.about->room)].name } });
            return;
        }
        auto const& ledger = m_scene.ledger();
        auto const terms = engine::terms_of(ledger, m_scene.catalogue());
        auto row = as_row();
        row.opened_at = m_ticket.at;
        row.severity = m_severity.value_or(m_ticket.severity);
        row.tier = m_ticket.tier.value_or(catalogue::Tier::none);
        row.place = m_ticket.place.value_or(engine::TicketPlace {});
        if (m_ticket.about) {
            row.org = ledger.css().org(m_ticket.about->org);
            row.line = ledger.css().line(m_ticket.about->product_line);
        }
        auto const ticket = engine::as_opened(ledger, m_scene.catalogue(), row);
        auto const clocks = engine::clocks_of(ticket, terms, m_ticket.at);
        for (auto const& clock : clocks)
            m_model.clocks.push_back(
                { measure_name(m_words, clock.measure), target_text(m_words, clock.target), clock.target.has_value() });
        m_model.hours = hours_text(m_words, clocks);
    }

    void add_way() { m_model.way = ticket_way(m_scene, as_row(), {}, Written::not_yet); }

    // R102: the desk serves rooms that have a licence.
    [[nodiscard]] bool is_about_uncovered_room() const
    {
        if (m_ticket.desk != catalogue::Desk::rooms) return false;
        auto const room = m_scene.ledger().room(m_ticket.about->room);
        auto const cover = m_scene.views.cover(m_scene.session, m_scene.day());
        return room.exists()
            && !engine::has_feature(
                m_scene.ledger(), m_scene.catalogue(), cover->columns, room, catalogue::Feature::premium_support);
    }

    void add_refusal()
    {
        if (m_scene.route.as_of) {
            m_model.refusal = said("ticket.only_today");
            return;
        }
        bool const of_rooms = m_ticket.desk == catalogue::Desk::rooms;
        bool const complete = !of_rooms
            || (m_scene.ledger().room(m_ticket.about->room).exists()
                && m_ticket.about->room_state != engine::RoomState::unknown);
        bool const with_tier = m_ticket.desk != catalogue::Desk::customer_success || m_ticket.tier || m_ticket.about;
        auto const refusal = m_scene.session.refusal_of(m_ticket);
        m_model.ready = complete && with_tier && !refusal;
        if (refusal && tried()) m_model.refusal = m_words.denial(*refusal);
        if (m_scene.form && m_scene.form->of == form_name(m_route) && m_scene.form->setback)
            if (auto const* const error = std::get_if<Error>(&*m_scene.form->setback))
                m_model.refusal = m_words.error(*error);
    }

    void add_link()
    {
        SupportRoute route { .desk = m_route.desk };
        for (auto const name : ticket_fields)
            if (auto value = field(name); !value.empty())
                route.fill.emplace_back(std::string { name }, std::move(value));
        if (!route.fill.empty()) m_model.link = m_scene.link(std::move(route));
    }

    Scene const& m_scene;
    Words const& m_words;
    SupportRoute const& m_route;
    engine::OpenTicket m_ticket;
    std::optional<std::int32_t> m_severity; // of a partner's ticket: decided
    TicketFormModel m_model;
};

} // namespace

TicketFormModel ticket_form(Scene const& scene, SupportRoute const& route)
{
    return FormBuilder { scene, route }.build();
}

} // namespace keyrack::portal
