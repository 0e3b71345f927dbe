// The open device: its warranty as a bar, where it stands, whether it is replaced, its tickets and history.
#include "portal/devices_screen.hpp"

#include "portal/journal_words.hpp"
#include "portal/proof_model.hpp"
#include "portal/support_screen.hpp"
#include "portal/ticket_words.hpp"
#include "portal/warranty_words.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

class Detail
{
public:
    Detail(Scene const& scene, DevicesRoute const& route, DeviceId id)
        : m_scene(scene),
          m_words(scene.words),
          m_route(route),
          m_id(id),
          m_device(scene.ledger().devices()[id]),
          m_verdict(engine::warranty_on(scene.ledger(), scene.catalogue(), id, scene.day()))
    { }

    DeviceDetail build()
    {
        auto const& ledger = m_scene.ledger();
        m_model = m_device.model.exists() ? ledger.models()[m_device.model] : std::string {};
        m_detail.row = m_id.row();
        m_detail.serial = m_device.serial;
        m_detail.title = m_model.empty() ? m_device.serial : m_model;
        m_detail.second = m_device.serial;
        m_detail.warranty = warranty_chip(m_scene, m_verdict.warranty);
        m_detail.bar = warranty_bar(m_scene, m_device, m_verdict.warranty);
        m_detail.warranty_text = warranty_text(m_scene, m_verdict.warranty);
        m_detail.warranty_why = warranty_why(m_scene, m_device, m_verdict.warranty);
        add_tabs();
        add_room();
        add_service();
        add_tickets();
        if (m_route.tab == DeviceTab::why) add_proof();
        if (m_route.tab == DeviceTab::move) m_detail.moving = device_move(m_scene, m_route, m_id);
        if (m_route.tab == DeviceTab::history) add_history();
        return std::move(m_detail);
    }

private:
    [[nodiscard]] std::string said(std::string_view key) const { return std::string { m_words(key) }; }

    void add_tabs()
    {
        for (auto const& [tab, key] : { std::pair { DeviceTab::device, "devices.tab.device" },
                 std::pair { DeviceTab::why, "devices.tab.why" }, std::pair { DeviceTab::move, "devices.tab.move" },
                 std::pair { DeviceTab::history, "devices.tab.history" } }) {
            auto route = m_route;
            route.tab = tab;
            route.to.clear();
            m_detail.tabs.push_back({ said(key), 0, m_route.tab == tab, m_scene.link(std::move(route)) });
        }
        m_detail.tab = static_cast<std::size_t>(m_route.tab);
        m_detail.move = m_detail.tabs[static_cast<std::size_t>(DeviceTab::move)].fragment;
    }

    void fact(std::string_view key, std::string value)
    {
        if (!value.empty()) m_detail.facts.emplace_back(m_words(key), std::move(value));
    }

    void add_room()
    {
        auto const& ledger = m_scene.ledger();
        SupportRoute help { .desk = "rooms" };
        if (m_verdict.room.exists()) {
            auto const& room = ledger.rooms()[m_verdict.room];
            m_detail.room = room.name;
            m_detail.room_fragment = m_scene.link(RoomsRoute { .room = room.key });
            help.fill.emplace_back("room", room.key);
            fact("devices.fact.site", room.site.exists() ? ledger.sites()[room.site] : std::string {});
        }
        help.fill.emplace_back("device", m_device.serial);
        m_detail.help = m_scene.link(std::move(help));
        fact("devices.fact.bought", m_words.short_date(m_device.purchased_on));
        fact("devices.fact.serial", m_device.serial);
        engine::ProductQuestion const question { m_model };
        auto const product = engine::verdict(ledger, m_scene.catalogue(), question, m_scene.day());
        if (product && !m_model.empty())
            fact("devices.fact.supported",
                said(std::get<engine::ProductAnswer>(*product).product ? "devices.supported" : "devices.not_listed"));
    }

    void add_service()
    {
        auto const replaced = replacement_of(m_scene, m_id);
        auto const chip = [&](engine::Holds holds, std::string_view yes, std::string_view no) {
            bool const is = holds == engine::Holds::yes;
            return Chip { is ? Tone::covered : Tone::neutral, said(is ? yes : no) };
        };
        m_detail.next_day = chip(replaced.next_business_day, "proof.yes", "proof.no");
        m_detail.spare = chip(replaced.from_spares, "proof.yes", "proof.no");
        m_detail.arrives = arrival_text(m_words, replaced.arrives);
        auto const jump = engine::verdict(
            m_scene.ledger(), m_scene.catalogue(), engine::JumpstartQuestion { m_device.serial }, m_scene.day());
        if (!jump) return;
        auto const& answer = std::get<engine::JumpstartAnswer>(*jump);
        bool const yes = answer.answer == engine::Holds::yes && answer.last_day;
        m_detail.jumpstart = { yes ? Tone::covered : Tone::neutral,
            yes ? m_words("devices.jumpstart_to", { { "date", m_words.short_date(*answer.last_day) } })
                : said("proof.no") };
    }

    void add_tickets()
    {
        auto const queue = m_scene.views.tickets(m_scene.session, m_scene.moment());
        for (auto const& queued : *queue) {
            auto const& ticket = m_scene.ledger().tickets()[queued.id];
            bool const about = ticket.device == m_id || (m_verdict.room.exists() && ticket.room == m_verdict.room);
            if (!about) continue;
            m_detail.tickets.push_back({ ticket_title(m_scene, ticket), ticket.key,
                m_scene.link(SupportRoute { .ticket = ticket.key }), queue_chip(m_words, queued, m_scene.moment()) });
        }
    }

    void add_proof()
    {
        m_detail.proof = { .question = m_words("devices.why", { { "device", m_detail.title } }),
            .verdict = m_detail.warranty_text,
            .answer = Mark::information,
            .answer_text = m_detail.warranty.text,
            .steps = proof_steps(m_scene, m_verdict.proof),
            .cures = {},
            .sources = proof_sources(m_scene, m_verdict.proof) };
    }

    // Newest first.
    void add_history()
    {
        auto const& ledger = m_scene.ledger();
        auto const name = [&](RoomId room) {
            return room.exists() ? ledger.rooms()[room].name : said("devices.no_room");
        };
        if (m_device.changed.exists())
            m_detail.history.push_back(
                { m_words("devices.history.moved",
                      { { "room", name(m_device.room) }, { "date", m_words.short_date(m_device.in_room_since) } }),
                    entry_second(m_scene, m_device.changed) });
        auto stays = ledger.stays_of(m_id);
        std::ranges::reverse(stays);
        for (auto const id : stays) {
            auto const& stay = ledger.stays()[id];
            if (stay.standing != engine::Standing::valid) continue;
            m_detail.history.push_back(
                { m_words("devices.history.stood",
                      { { "room", name(stay.room) }, { "date", m_words.short_date(stay.days.to) } }),
                    entry_second(m_scene, stay.entry) });
        }
        m_detail.history.push_back({ said("devices.history.added"), entry_second(m_scene, m_device.entry) });
    }

    Scene const& m_scene;
    Words const& m_words;
    DevicesRoute const& m_route;
    DeviceId m_id;
    engine::Device const& m_device;
    engine::WarrantyVerdict m_verdict;
    std::string m_model;
    DeviceDetail m_detail;
};

// The cap's years from the purchase on, wherever a programme has one.
std::optional<Date> cap_of(Scene const& scene, engine::Device const& device)
{
    std::optional<Date> cap;
    for (auto const& programme : scene.catalogue().programmes())
        if (auto const& years = programme.warranty_cap_years_on(scene.day()); years)
            cap = std::max(cap, std::optional { plus_years(device.purchased_on, years->value) });
    return cap;
}

} // namespace

WarrantyBar warranty_bar(Scene const& scene, engine::Device const& device, engine::Warranty const& warranty)
{
    auto const& words = scene.words;
    auto const cap = cap_of(scene, device);
    auto const last = std::max({ cap.value_or(device.purchased_on), warranty.end().value_or(device.purchased_on),
        warranty.clipped_from.value_or(device.purchased_on) });
    // Half a year more, so that the last mark does not touch the edge.
    auto const end = plus_days(last, 182);
    auto const whole = static_cast<double>((end - device.purchased_on).count());
    auto const at = [&](Date date) { return static_cast<double>((date - device.purchased_on).count()) / whole; };
    WarrantyBar bar;
    if (warranty.base_end) bar.base = at(*warranty.base_end);
    if (warranty.extended_to) bar.extended = at(*warranty.extended_to);
    if (cap) bar.cap = at(*cap);
    bar.now = at(scene.day());
    bar.ended = warranty.end() && *warranty.end() <= scene.day();
    auto const told = [&](std::string_view key, std::optional<Date> date) {
        return date ? words(key, { { "date", words.short_date(*date) } }) : std::string {};
    };
    bar.name = joined({ told("devices.bar.bought", device.purchased_on), told("devices.bar.base", warranty.base_end),
        told("devices.bar.extended", warranty.extended_to), told("devices.bar.cap", cap),
        bar.ended ? std::string { words("warranty.ended") } : std::string {} });
    std::chrono::year_month_day const bought { device.purchased_on };
    for (auto year = bought.year(); Date { year / bought.month() / 1 } < end; ++year)
        if (Date const first { std::chrono::local_days { (year + std::chrono::years { 1 }) / 1 / 1 } }; first < end)
            bar.marks.emplace_back(at(first), std::to_string(static_cast<int>(year) + 1));
    return bar;
}

DeviceDetail device_detail(Scene const& scene, DevicesRoute const& route, DeviceId device)
{
    return Detail { scene, route, device }.build();
}

} // namespace keyrack::portal
