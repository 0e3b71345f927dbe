// What there is to offer: screens, commands, days, and the rows of the tenant's tables.
#include "portal/palette.hpp"

#include "portal/dialog.hpp"
#include "portal/navigation.hpp"
#include "portal/orders_model.hpp"
#include "portal/people_model.hpp"
#include "portal/rooms_model.hpp"
#include "portal/shortcuts.hpp"
#include "portal/shown_day.hpp"
#include "portal/sign_in.hpp"
#include "portal/ticket_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace keyrack::portal {

namespace {

enum Source : std::size_t { rooms, orders, tickets, people, orgs, devices }; // devices are the most: last

bool valid(auto const& row)
{
    return row.standing == engine::Standing::valid;
}

Offer an_offer(PaletteSubject subject, std::string key, std::string text, std::string second, std::string address)
{
    return {
        .line = { .subject = subject, .key = std::move(key), .text = std::move(text), .second = std::move(second) },
        .run = std::move(address)
    };
}

// --- commands --------------------------------------------------------------------------------------------------------

struct Command
{
    std::string_view words; // `palette.<words>`, `palette.<words>_second`
    std::variant<std::string, Intent, Deed> run;
    std::optional<Shortcut> shortcut {};
};

std::vector<Command> commands_of(Scene const& scene)
{
    std::vector<Command> all {
        { "assign", scene.link(AssignRoute {}) },
        { "add_room", Intent { AskAddRoom {} } },
        { "place_order", Intent { AskPlaceOrder {} } },
        { "new_ticket", scene.link(SupportRoute { .desk = "rooms" }) },
        { "add_devices", scene.link(DevicesRoute { .adding = AddingDevices::many }) },
        { "invite", Deed::invite },
        { "delegate", Deed::delegate },
        { "undo", Intent { UndoLast {} }, Shortcut::undo },
        { "as_of", Intent { AskAsOf {} }, Shortcut::day },
    };
    if (!scopes_with_licences(scene).empty()) all.push_back({ "buy_service", Intent { RunOnScreen { "buy:" } } });
    if (scene.route.as_of || scene.route.known_at) all.push_back({ "today", Intent { BackToToday {} } });
    if (scene.session.trial()) {
        all.push_back({ "what_if_keep", Intent { KeepWhatIf {} } });
        all.push_back({ "what_if_drop", Intent { DropWhatIf {} } });
    } else {
        all.push_back({ "what_if", Intent { BeginWhatIf {} }, Shortcut::what_if });
    }
    all.push_back({ "companies", std::string { "/all" }, Shortcut::companies });
    // Where the company signs in by itself, nobody says who they are.
    bool const signs_in = sign_in_setup(scene.ledger()).has_value();
    if (signs_in && !scene.is_one_file)
        all.push_back(scene.identity ? Command { "sign_out", Deed::sign_out } : Command { "sign_in", Deed::sign_in });
    if (!signs_in && !scene.ledger().people().rows().empty()) all.push_back({ "who", Deed::who });
    all.push_back({ "import", Intent { ChooseFile {} } });
    all.push_back({ "download", Intent { DownloadDatabase {} } });
    all.push_back({ "help", Intent { ShowHelp {} }, Shortcut::help });
    all.push_back({ "language_en", Intent { SetLanguage { "en" } } });
    all.push_back({ "language_de", Intent { SetLanguage { "de" } } });
    all.push_back({ "language_nb", Intent { SetLanguage { "nb" } } });
    all.push_back({ "light", Intent { SetAppearance { Appearance::light } } });
    all.push_back({ "dark", Intent { SetAppearance { Appearance::dark } } });
    all.push_back({ "contrast", Intent { SetContrast { Contrast::high } } });
    return all;
}

// --- days ------------------------------------------------------------------------------------------------------------

std::optional<int> number_in(std::string_view text)
{
    int number = 0;
    auto const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc {}) return {};
    return number;
}

// "mar", "mär", "march": the month in the reader's language, by its beginning of three letters or more.
std::optional<unsigned> month_in(Words const& words, std::string_view text)
{
    if (auto const number = number_in(text))
        return *number >= 1 && *number <= 12 ? std::optional<unsigned> { *number } : std::nullopt;
    if (text.size() < 3) return {};
    for (unsigned month = 1; month <= 12; ++month)
        if (folded(words.month(month)).starts_with(text)) return month;
    return {};
}

std::vector<std::string> date_parts(std::string_view query)
{
    std::vector<std::string> parts(1);
    for (auto const c : folded(query)) {
        if (c == ' ' || c == '.' || c == '/' || c == ',') {
            if (!parts.back().empty()) parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    if (parts.back().empty()) parts.pop_back();
    return parts;
}

// Day, month, and a year that may be left out: the one ahead then.
std::optional<Date> date_in(Scene const& scene, std::string_view query)
{
    if (auto const date = parse_shown_day(query)) return date;
    auto const parts = date_parts(query);
    if (parts.size() < 2 || parts.size() > 3) return {};
    auto const day = number_in(parts[0]);
    auto const month = month_in(scene.words, parts[1]);
    if (!day || !month || *day < 1) return {};
    std::chrono::year_month_day const now { scene.today };
    auto year = parts.size() == 3 ? number_in(parts[2]) : std::optional { static_cast<int>(now.year()) };
    if (!year || *year < 1 || *year > 9999) return {};
    std::chrono::year_month_day const wanted { std::chrono::year { *year }, std::chrono::month { *month },
        std::chrono::day { static_cast<unsigned>(*day) } };
    if (!wanted.ok()) return {};
    Date const date { std::chrono::local_days { wanted } };
    auto const meant = parts.size() == 2 && date < scene.today ? plus_years(date, 1) : date;
    return can_be_shown(meant) ? std::optional { meant } : std::nullopt;
}

// --- tables ----------------------------------------------------------------------------------------------------------

std::string site_of(Scene const& scene, engine::Room const& room)
{
    return room.site.exists() ? scene.ledger().sites()[room.site] : std::string {};
}

std::string model_of(Scene const& scene, engine::Device const& device)
{
    return device.model.exists() ? scene.ledger().models()[device.model] : std::string {};
}

Offer room_offer(Scene const& scene, RoomId id)
{
    auto const& room = scene.ledger().rooms()[id];
    return an_offer(
        PaletteSubject::room, room.key, room.name, site_of(scene, room), scene.link(RoomsRoute { .room = room.key }));
}

Offer order_offer(Scene const& scene, OrderId id)
{
    auto const& order = scene.ledger().orders()[id];
    auto const account = order.account.exists() ? scene.ledger().accounts()[order.account].name : std::string {};
    return an_offer(PaletteSubject::order, order.key, order.key, joined({ programme_text(scene, order), account }),
        scene.link(OrdersRoute { .order = order.key }));
}

Offer ticket_offer(Scene const& scene, TicketId id)
{
    auto const& ticket = scene.ledger().tickets()[id];
    return an_offer(PaletteSubject::ticket, ticket.key, ticket_title(scene, ticket), ticket_second(scene, ticket),
        scene.link(SupportRoute { .ticket = ticket.key }));
}

Offer person_offer(Scene const& scene, PersonId id)
{
    auto const& person = scene.ledger().people()[id];
    bool const named = !person.name.empty();
    return an_offer(PaletteSubject::person, person.key, named ? person.name : person.key,
        joined({ named ? person.key : std::string {}, role_text(scene.words, person.role) }),
        scene.link(PeopleRoute { .person = person.key }));
}

Offer org_offer(Scene const& scene, OrgId id)
{
    auto const& org = scene.ledger().css().orgs()[id];
    return an_offer(PaletteSubject::org, org.key, org.key, org.name, scene.link(ComplianceRoute { .org = org.key }));
}

Offer device_offer(Scene const& scene, DeviceId id)
{
    auto const& device = scene.ledger().devices()[id];
    auto const room = scene.ledger().room_of(id, scene.day());
    return an_offer(PaletteSubject::device, device.serial, joined({ model_of(scene, device), device.serial }),
        room.exists() ? scene.ledger().rooms()[room].name : std::string { scene.words("devices.no_room") },
        scene.link(DevicesRoute { .device = device.serial }));
}

std::optional<Offer> object_at(Scene const& scene, ScreenRoute const& screen)
{
    auto const& ledger = scene.ledger();
    if (auto const* const at = std::get_if<RoomsRoute>(&screen); at && !at->room.empty())
        if (auto const id = ledger.room(at->room); stands(ledger, id)) return room_offer(scene, id);
    if (auto const* const at = std::get_if<OrdersRoute>(&screen))
        if (auto const id = ledger.order(at->order); !at->order.empty() && stands(ledger, id))
            return order_offer(scene, id);
    if (auto const* const at = std::get_if<SupportRoute>(&screen))
        if (auto const id = ledger.ticket(at->ticket); id.exists() && valid(ledger.tickets()[id]))
            return ticket_offer(scene, id);
    if (auto const* const at = std::get_if<PeopleRoute>(&screen))
        if (auto const id = ledger.person(at->person); id.exists() && valid(ledger.people()[id]))
            return person_offer(scene, id);
    if (auto const* const at = std::get_if<ComplianceRoute>(&screen))
        if (auto const id = ledger.css().org(at->org); id.exists() && valid(ledger.css().orgs()[id]))
            return org_offer(scene, id);
    if (auto const* const at = std::get_if<DevicesRoute>(&screen); at && !at->device.empty())
        if (auto const id = ledger.device(at->device); id.exists() && valid(ledger.devices()[id]))
            return device_offer(scene, id);
    return {};
}

} // namespace

std::vector<Offer> screen_offers(Scene const& scene)
{
    std::vector<Offer> offers;
    for (auto const& item : navigation(scene)) {
        auto offer = an_offer(
            PaletteSubject::screen, "screen-" + std::string { screen_key(item.screen) }, item.text, {}, item.fragment);
        offer.line.screen = item.screen;
        if (auto const* const jump = shortcut_to(item.screen)) offer.line.keys = shown(jump->keys, scene.words);
        offers.push_back(std::move(offer));
    }
    return offers;
}

std::vector<Offer> command_offers(Scene const& scene)
{
    std::vector<Offer> offers;
    for (auto& command : commands_of(scene)) {
        auto const key = "palette." + std::string { command.words };
        Offer offer { .line = { .subject = PaletteSubject::action,
                          .key = "do-" + std::string { command.words },
                          .text = std::string { scene.words(key) } },
            .run = std::move(command.run) };
        if (scene.words.knows(key + "_second")) offer.line.second = scene.words(key + "_second");
        if (command.shortcut) offer.line.keys = shown(shortcut(*command.shortcut).keys, scene.words);
        offers.push_back(std::move(offer));
    }
    return offers;
}

std::vector<Offer> day_offers(Scene const& scene, std::string_view query)
{
    auto const date = date_in(scene, query);
    if (!date) return {};
    constexpr int surely = 10'000;
    Offer offer { .line = { .subject = PaletteSubject::day,
                      .key = "day",
                      .text = scene.words("palette.day", { { "date", scene.words.date(*date) } }),
                      .second = scene.words.relative_days(*date, scene.today) },
        .run = Intent { SetDay { iso(*date) } },
        .score = surely };
    return { std::move(offer) };
}

std::vector<Offer> recent_offers(Scene const& scene, std::string_view addresses)
{
    std::vector<Offer> offers;
    for (auto const address : split(addresses, ' ')) {
        auto const route = parse_route(address);
        auto const* const tenant = route ? std::get_if<TenantRoute>(&*route) : nullptr;
        if (!tenant || tenant->slug != scene.route.slug) continue;
        if (auto offer = object_at(scene, tenant->screen)) offers.push_back(std::move(*offer));
    }
    return offers;
}

namespace {

// The texts by which a row is found.
using Searched = std::array<std::string_view, 3>;

Searched searched(Scene const& scene, engine::Room const& room)
{
    return { room.name, room.site.exists() ? std::string_view { scene.ledger().sites()[room.site] } : "", "" };
}

Searched searched(Scene const& scene, engine::Order const& order)
{
    auto const account =
        order.account.exists() ? std::string_view { scene.ledger().accounts()[order.account].name } : "";
    return { order.key, scene.catalogue()[order.programme].name, account };
}

std::array<std::string, 2> searched(Scene const& scene, engine::SupportTicket const& ticket)
{
    return { ticket_title(scene, ticket), ticket.key };
}

Searched searched(Scene const&, engine::Person const& person)
{
    return { person.name, person.key, "" };
}

Searched searched(Scene const&, engine::Org const& org)
{
    return { org.key, org.name, "" };
}

Searched searched(Scene const&, engine::Device const& device)
{
    return { device.serial, "", "" };
}

} // namespace

std::uint32_t row_count(Scene const& scene, std::size_t source)
{
    auto const& ledger = scene.ledger();
    auto const count = [](auto const& table) { return static_cast<std::uint32_t>(table.size()); };
    switch (source) {
    case rooms: return count(ledger.rooms());
    case orders: return count(ledger.orders());
    case tickets: return count(ledger.tickets());
    case people: return count(ledger.people());
    case orgs: return count(ledger.css().orgs());
    case devices: return count(ledger.devices());
    default: return 0;
    }
}

void append_text(Scene const& scene, std::size_t source, std::uint32_t row, std::string& text)
{
    auto const& ledger = scene.ledger();
    auto const told = [&](auto const& each) {
        if (!valid(each)) return;
        for (auto const& part : searched(scene, each))
            if (!part.empty()) (text += part) += ' ';
    };
    switch (source) {
    case rooms: return told(ledger.rooms().rows()[row]);
    case orders: return told(ledger.orders().rows()[row]);
    case tickets: return told(ledger.tickets().rows()[row]);
    case people: return told(ledger.people().rows()[row]);
    case orgs: return told(ledger.css().orgs().rows()[row]);
    case devices: return told(ledger.devices().rows()[row]);
    default: return;
    }
}

Offer offer_of(Scene const& scene, std::size_t source, std::uint32_t row)
{
    switch (source) {
    case rooms: return room_offer(scene, RoomId::of_row(row));
    case orders: return order_offer(scene, OrderId::of_row(row));
    case tickets: return ticket_offer(scene, TicketId::of_row(row));
    case people: return person_offer(scene, PersonId::of_row(row));
    case orgs: return org_offer(scene, OrgId::of_row(row));
    default: return device_offer(scene, DeviceId::of_row(row));
    }
}

Offer offer_elsewhere(std::string const& company, CompanyIndex::Hit const& hit)
{
    std::string const address { hit.fragment };
    auto offer = an_offer(hit.subject, address, std::string { hit.text }, std::string { hit.second }, address);
    offer.place = OfferPlace::elsewhere;
    offer.company = company;
    return offer;
}

Offer search_all_offer(Words const& words, std::string const& query)
{
    auto offer = an_offer(PaletteSubject::company, "all", words("palette.search_all", { { "query", query } }),
        std::string { words("palette.search_all_second") }, fragment_of(CockpitRoute { query }));
    offer.place = OfferPlace::last;
    return offer;
}

} // namespace keyrack::portal
