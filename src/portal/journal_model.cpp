#include "portal/journal_model.hpp"

#include "base/text.hpp"
#include "portal/journal_line.hpp"
#include "portal/journal_query.hpp"
#include "portal/journal_words.hpp"
#include "portal/people_model.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <set>

namespace keyrack::portal {

namespace {

constexpr std::array<std::string_view, 8> kinds { "rooms", "orders", "licences", "devices", "people", "support",
    "compliance", "data" };

// By the place in the variant of commands: what a command is about.
struct KindOf
{
    template <class Command>
    std::string_view operator()(Command const&) const
    {
        using namespace engine;
        constexpr auto is = []<class... Each>() { return (std::is_same_v<Command, Each> || ...); };
        if constexpr (is.template operator()<AddRoom, RemoveRoom, SetInSync, AddAccount, RemoveAccount, SetCourier>())
            return "rooms";
        if constexpr (is.template operator()<PlaceOrder, RemoveOrder, CancelOrder, WithdrawCancellation,
                          PlaceServiceOrder, RemoveServiceOrder, CorrectServiceOrder, RejectServiceOrder,
                          ProcessServiceOrder, RecordAddress, ForgetAddress>())
            return "orders";
        if constexpr (is.template operator()<Assign, EndAssignment, WithdrawAssignments>()) return "licences";
        if constexpr (is.template operator()<AddDevice, RemoveDevice, MoveDevice, ExtendWarranty, WithdrawExtension,
                          SetBaseWarranty>())
            return "devices";
        if constexpr (is.template operator()<SendInvitation, ResendInvitation, WithdrawInvitation, ReopenInvitation,
                          AcceptInvitation, DelegateAccess, RemovePerson, SetRole, EndAccess, SetUserLimit>())
            return "people";
        if constexpr (is.template operator()<OpenTicket, RemoveTicket, TurnTicket, WritePrimaryEmail, WithdrawTurn,
                          RecordSubscription, ForgetSubscription, SetLicenceThreshold, SetSupportTarget>())
            return "support";
        if constexpr (is.template operator()<OpenTenant, RenameTenant, Import, SetCountryTerms>()) return "data";
        return "compliance";
    }
};

bool wanted(Scene const& scene, JournalRoute const& route, JournalQuery const& query, engine::Entry const& entry)
{
    if (!route.who.empty() && entry.actor != route.who) return false;
    if (!route.kind.empty() && kind_of_entry(entry.command) != route.kind) return false;
    auto const day = day_of(scene, entry);
    if (day < query.since.value_or(day) || day > query.until.value_or(day)) return false;
    if (query.words.empty()) return true;
    auto const text = folded(entry_text(scene, entry) + ' ' + author_text(scene, entry)); // as the line shows it
    return std::ranges::all_of(query.words, [&](auto const& word) { return text.contains(word); });
}

JournalFound look_through(Scene const& scene, JournalRoute const& route)
{
    JournalFound found;
    auto const query = journal_query(route.query);
    auto const count = scene.session.next_entry().row();
    for (std::size_t first = 0; first < count; first += JournalLines::entries_a_page) {
        auto const page =
            scene.session.entries(EntryId::of_row(static_cast<std::uint32_t>(first)), JournalLines::entries_a_page);
        if (!page) break;
        for (auto const& [id, entry, fate, reasons] : *page) {
            found.actors.insert(entry.actor);
            if (wanted(scene, route, query, entry)) found.rows.push_back(static_cast<std::uint32_t>(id.row()));
        }
    }
    std::ranges::reverse(found.rows);
    return found;
}

JournalDay shown_day(Words const& words, std::string_view key, std::optional<Date> day)
{
    if (!day) return {};
    return { .value = iso(*day), .shown = words(key, { { "date", words.short_date(*day) } }), .error = {} };
}

void add_choices(
    Scene const& scene, JournalRoute const& route, std::set<std::string> const& actors, JournalModel& model)
{
    auto const& words = scene.words;
    auto with = route;
    auto const choice = [&](std::string value, std::string label) {
        return JournalChoice { std::move(value), std::move(label), scene.link(with) };
    };
    with.who.clear();
    model.who.push_back(choice({}, std::string { words("journal.everybody") }));
    for (auto const& actor : actors) {
        if (actor.empty()) continue;
        with.who = actor;
        if (actor == route.who) model.who_chosen = model.who.size();
        model.who.push_back(choice(actor, person_name(scene.ledger(), actor)));
    }
    with = route;
    with.kind.clear();
    model.kinds.push_back(choice({}, std::string { words("journal.everything") }));
    for (auto const kind : kinds) {
        with.kind = kind;
        if (kind == route.kind) model.kind_chosen = model.kinds.size();
        model.kinds.push_back(
            choice(std::string { kind }, std::string { words("journal.kind." + std::string { kind }) }));
    }
}

} // namespace

std::string_view kind_of_entry(engine::Command const& command)
{
    return std::visit(KindOf {}, command);
}

JournalModel journal_model(Scene const& scene, JournalRoute const& route, JournalMemo& memo)
{
    auto const& words = scene.words;
    JournalModel model;
    auto const found = memo.get({ scene.session.stamp(), route.who, route.kind, route.query, words.language() },
        [&] { return look_through(scene, route); });
    model.query = route.query;
    auto const query = journal_query(route.query);
    model.since = shown_day(words, "journal.since", query.since);
    model.until = shown_day(words, "journal.until", query.until);
    if (query.ends_before_it_begins()) model.until.error = words("journal.until_too_early");
    model.all_fragment = scene.link(JournalRoute {});
    model.filtered = route != JournalRoute {};
    model.count = found->rows.size();
    auto const all = std::int64_t { scene.session.next_entry().row() };
    model.second = model.filtered
        ? words("journal.some",
              { { "count", words.number(static_cast<std::int64_t>(model.count)) }, { "all", words.number(all) } })
        : words.plural("journal.all", all);
    add_choices(scene, route, found->actors, model);
    model.line = [lines = std::make_shared<JournalLines>(scene), found](
                     std::size_t index) { return lines->line(EntryId::of_row(found->rows[index])); };
    return model;
}

} // namespace keyrack::portal
