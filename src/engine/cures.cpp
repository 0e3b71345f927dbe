#include "engine/cures.hpp"

#include "engine/assigning.hpp"
#include "engine/country.hpp"
#include "engine/naming.hpp"
#include "engine/service_orders.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace keyrack::engine {

namespace {

using catalogue::Catalogue;

// A question about a room that was answered with no.
struct Want
{
    Ledger const& ledger;
    Catalogue const& catalogue;
    RoomId room;
    Date as_of;
    SyncNeed need;
};

Command defining_in_sync(Room const& room)
{
    return SetInSync { .room = room.key, .expects = InSync::no, .in_sync = InSync::yes };
}

Command assigning(std::string order, std::int32_t number, Room const& room, Date from)
{
    return Assign { .pairs = { { { std::move(order), number }, room.key } }, .from = from, .to = never };
}

// The room has to be defined in Sync first, for the programme (R79) or for the feature (R101).
bool lacks_sync(Want const& want, ProgrammeId programme)
{
    bool const asked = want.need == SyncNeed::by_feature
        || want.catalogue[programme].eligible_rooms.value == catalogue::EligibleRooms::in_sync;
    return asked && want.ledger.rooms()[want.room].in_sync == InSync::no;
}

void begin_with_sync(Want const& want, Cure& cure, CureKind kind)
{
    cure.kind = kind;
    cure.steps.insert(cure.steps.begin(), defining_in_sync(want.ledger.rooms()[want.room]));
    cure.facts.insert(cure.facts.begin(), naming(want.ledger, want.room));
}

// The lowest number that is not among those taken (ascending, each once).
std::int32_t lowest_free(std::vector<std::int32_t> const& taken)
{
    std::int32_t number = 1;
    for (std::int32_t const each : taken) {
        if (each != number) break;
        ++number;
    }
    return number;
}

// R77: a free licence of the order, assigned from that day.
std::optional<Cure> by_order(Want const& want, OrderId id)
{
    Ledger const& ledger = want.ledger;
    if (!can_assign_from(ledger, want.catalogue, id, want.as_of)) return std::nullopt;
    if (!balance_allows(ledger, id, want.room)) return std::nullopt;
    Order const& order = ledger.orders()[id];
    auto const taken = taken_from(ledger, id, want.as_of);
    auto const free = std::int64_t { order.quantity } - static_cast<std::int64_t>(taken.size());
    if (free < 1) return std::nullopt;
    auto const number = lowest_free(taken);
    Date const end = end_of(order, term_if_assigned(ledger, want.catalogue, id, want.as_of));
    if (cap_blocks(ledger, want.catalogue, order, want.room, end)) return std::nullopt;
    Cure cure { .kind = CureKind::assign_free_licence, .steps = {}, .facts = {}, .until = {} };
    cure.until = std::min(end, provided_until(ledger, order.programme, want.room, want.as_of));
    cure.steps = { assigning(order.key, number, ledger.rooms()[want.room], want.as_of) };
    cure.facts = { naming(ledger, id), naming(want.catalogue, order.programme),
        naming(ledger, LicenceRef { id, number }), { "free", free, id }, { "until", cure.until } };
    if (lacks_sync(want, order.programme)) begin_with_sync(want, cure, CureKind::define_in_sync_and_assign);
    return cure;
}

// A key that no order has, for the order that is proposed.
std::string unused_order_key(Ledger const& ledger)
{
    for (int number = 1;; ++number) {
        std::string key = "NEW-" + std::to_string(number);
        if (!ledger.order(key).exists()) return key;
    }
}

// D6: the operator has a licence refused that the cap would shorten, of the order that is proposed too.
bool cap_blocks_new_order(Want const& want, ProgrammeId programme, Date end)
{
    Order bought;
    bought.programme = programme;
    bought.purchased_on = want.as_of;
    return cap_blocks(want.ledger, want.catalogue, bought, want.room, end);
}

// R41: ongoing service needs a purchase and an assignment. The shortest duration sold is the smallest change.
std::optional<Cure> by_new_order(Want const& want, ProgrammeId id)
{
    auto const& programme = want.catalogue[id];
    auto const& sold = programme.term_on(want.as_of).sku_years.value;
    if (sold.empty()) return std::nullopt;
    auto const years = *std::ranges::min_element(sold);
    Date const end = plus_years(want.as_of, years);
    if (cap_blocks_new_order(want, id, end)) return std::nullopt;
    Room const& room = want.ledger.rooms()[want.room];
    auto const key = unused_order_key(want.ledger);
    std::string account = room.account.exists() ? want.ledger.accounts()[room.account].key : std::string {};
    Cure cure { .kind = CureKind::order_and_assign, .steps = {}, .facts = {}, .until = {} };
    cure.until = std::min(end, provided_until(want.ledger, id, want.room, want.as_of));
    cure.steps = { PlaceOrder { key, std::move(account), programme.key, years, 1, want.as_of, std::nullopt },
        assigning(key, 1, room, want.as_of) };
    cure.facts = { naming(want.catalogue, id), { "years", std::int64_t { years } }, { "until", cure.until } };
    if (lacks_sync(want, id)) begin_with_sync(want, cure, CureKind::define_in_sync_order_and_assign);
    return cure;
}

enum class Spending { uses_what_is_there, buys };

// Longest cover first, then fewest steps, then what costs nothing; among equals, as found.
void rank(std::vector<Cure>& cures)
{
    auto const merit = [](Cure const& cure) {
        bool const buys =
            cure.kind == CureKind::order_and_assign || cure.kind == CureKind::define_in_sync_order_and_assign;
        return std::tuple { -days_since_epoch(cure.until), cure.steps.size(),
            buys ? Spending::buys : Spending::uses_what_is_there };
    };
    std::ranges::stable_sort(cures, {}, merit);
}

} // namespace

std::vector<Cure> cures_by_licence(Ledger const& ledger, Catalogue const& catalogue, RoomId room,
    std::span<ProgrammeId const> programmes, Date as_of, SyncNeed need)
{
    std::vector<Cure> cures;
    if (ledger.rooms()[room].standing == Standing::withdrawn) return cures;
    Want const want { ledger, catalogue, room, as_of, need };
    NoWitness nobody; // where a programme is not provided, no licence of it cures anything (R83)
    std::vector<ProgrammeId> provided { programmes.begin(), programmes.end() };
    std::erase_if(provided, [&](ProgrammeId id) { return !country_is_served(ledger, id, room, as_of, nobody); });
    auto const add = [&](std::optional<Cure> cure) {
        if (cure) cures.push_back(std::move(*cure));
    };
    for (std::uint32_t row = 0; row < ledger.orders().size(); ++row) {
        auto const id = OrderId::of_row(row);
        if (std::ranges::find(provided, ledger.orders()[id].programme) != provided.end()) add(by_order(want, id));
    }
    for (ProgrammeId const id : provided) add(by_new_order(want, id));
    rank(cures);
    return cures;
}

Cure cure_by_sync(Ledger const& ledger, RoomId room, Date until)
{
    return { CureKind::define_in_sync, { defining_in_sync(ledger.rooms()[room]) },
        { naming(ledger, room), { "until", until } }, until };
}

} // namespace keyrack::engine
