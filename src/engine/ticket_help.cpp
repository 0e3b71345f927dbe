#include "engine/ticket_help.hpp"

#include "engine/room_service.hpp"
#include "engine/ticket_rules.hpp"

#include <algorithm>
#include <tuple>

namespace keyrack::engine {

namespace {

using catalogue::Feature;
using Given = std::expected<Answer, Denial>;

// The ticket with its facts, as R99 has it.
OpenTicket ticket_for(Ledger const& ledger, HelpQuestion const& question, RoomState state, Date day)
{
    OpenTicket open;
    open.ticket = "help-" + question.room + "-" + iso(day);
    for (int number = 2; ledger.ticket(open.ticket).exists(); ++number)
        open.ticket = "help-" + question.room + "-" + iso(day) + "-" + std::to_string(number);
    open.desk = catalogue::Desk::rooms;
    open.at = Instant { day.time_since_epoch() };
    open.about =
        TicketSubject { .room = question.room, .room_state = state, .device = {}, .org = {}, .product_line = {} };
    return open;
}

// R15: as it is told, or as Sync reported it last.
RoomState state_of(Ledger const& ledger, RoomId room, HelpQuestion const& question)
{
    if (question.state) return *question.state;
    auto const id = ledger.sync_room_of(room);
    return id.exists() ? ledger.sync_rooms()[id].state : RoomState::unknown;
}

// R97: while spares are agreed on, one of them has to be of the model.
bool a_spare_matches(Ledger const& ledger, std::string const& model, Date day)
{
    auto const& rows = ledger.onsite_spares().rows();
    auto const is_there = [&](OnsiteSpare const& row) {
        return row.standing == Standing::valid && row.agreed_on <= day;
    };
    auto const matches = [&](OnsiteSpare const& row) { return is_there(row) && row.model == model; };
    return std::ranges::none_of(rows, is_there) || std::ranges::any_of(rows, matches);
}

// R89: the next day from Monday to Friday that is no public holiday where the room stands.
std::optional<Date> next_business_day(catalogue::Support const& support, Country country, Date day)
{
    if (!country.known()) return std::nullopt;
    auto const* holidays = support.holidays_of(std::string_view { country.letters.data(), country.letters.size() });
    for (int days = 1; holidays; ++days) {
        Date const next = plus_days(day, days);
        std::chrono::weekday const on { next };
        if (!holidays->known.contains(next)) break;
        bool const weekend = on == std::chrono::Saturday || on == std::chrono::Sunday;
        if (!weekend && !holidays->on(next)) return next;
    }
    return std::nullopt;
}

template <Witness W>
bool device_replaced_next_day(RoomOnDay const& of, DeviceId device, W& witness)
{
    auto const judge = [&](auto& parts) { return room_is_given(of, Feature::next_business_day_rma, parts); };
    return witness.compose(Rule::device_replaced_next_day, judge, [&](auto& proof) {
        proof.add(naming(of.ledger, device));
        proof.fact("day", of.day);
        if (of.room.exists()) proof.add(naming(of.ledger, of.room));
    });
}

// R90, R97: a spare of the customer's that matches what is deployed; the customer chose them so.
template <Witness W>
bool device_replaced_from_spares(RoomOnDay const& of, DeviceId device, W& witness)
{
    auto const spares = spares_on(of.ledger, of.catalogue, of.day);
    auto const& model = of.ledger.models()[of.ledger.devices()[device].model];
    bool const is_there = spares.earned > 0 && a_spare_matches(of.ledger, model, of.day);
    auto const judge = [&](auto& parts) { return room_is_given(of, Feature::instant_rma, parts) && is_there; };
    return witness.compose(Rule::device_replaced_from_spares, judge, [&](auto& proof) {
        proof.add(naming(of.ledger, device));
        proof.fact("day", of.day);
        if (!model.empty()) proof.fact("model", model, device, of.ledger.devices()[device].entry);
        proof.fact("spares", spares.earned);
    });
}

} // namespace

Attached attached_to(Ledger const& ledger, RoomId room, RoomState state, DeviceId device, Date day)
{
    Attached attached { room, state, {} };
    if (!room.exists() && device.exists()) attached.room = ledger.room_of(device, day);
    for (std::uint32_t row = 0; room.exists() && row < ledger.devices().size(); ++row) {
        auto const each = DeviceId::of_row(row);
        bool const stands_there = ledger.devices()[each].standing == Standing::valid
            && ledger.devices()[each].purchased_on <= day && ledger.room_of(each, day) == room;
        if (stands_there) attached.devices.push_back(each);
    }
    if (device.exists() && !std::ranges::contains(attached.devices, device)) attached.devices.push_back(device);
    return attached;
}

Given answer_to(HelpQuestion const& question, Asked const& asked)
{
    auto const room = asked.ledger.room(question.room);
    if (!room.exists()) return std::unexpected(Denial { Reason::unknown_room, { { "room", question.room } } });
    HelpAnswer answer;
    answer.room = room;
    ProofWitness witness;
    bool const in_sync = room_is_in_sync(asked.ledger, room, witness);
    RoomState const state = state_of(asked.ledger, room, question);
    bool const troubled = help_is_offered(asked.ledger, room, state, witness);
    answer.verdict.answer = holds(in_sync && troubled);
    answer.verdict.proof = witness.take();
    answer.attached = attached_to(asked.ledger, room, state, DeviceId::none(), asked.as_of);
    if (in_sync && troubled) answer.steps.emplace_back(ticket_for(asked.ledger, question, state, asked.as_of));
    if (troubled && !in_sync && asked.ledger.rooms()[room].standing == Standing::valid)
        answer.verdict.cures.push_back(
            { CureKind::define_in_sync, { SetInSync { question.room } }, { naming(asked.ledger, room) }, never });
    return answer;
}

Given answer_to(ReplacementQuestion const& question, Asked const& asked)
{
    auto const device = asked.ledger.device(question.serial);
    if (!device.exists() || asked.ledger.devices()[device].standing == Standing::withdrawn)
        return std::unexpected(Denial { Reason::unknown_device, { { "device", question.serial } } });
    ReplacementAnswer answer;
    answer.device = device;
    answer.room = asked.ledger.room_of(device, asked.as_of);
    RoomOnDay const of { asked.ledger, asked.catalogue, answer.room, asked.as_of };
    ProofWitness witness;
    answer.next_business_day = holds(device_replaced_next_day(of, device, witness));
    answer.from_spares = holds(device_replaced_from_spares(of, device, witness));
    answer.proof = witness.take();
    if (answer.next_business_day == Holds::no && answer.room.exists())
        answer.cures =
            has_feature(asked.ledger, asked.catalogue, answer.room, Feature::next_business_day_rma, asked.as_of).cures;
    if (answer.next_business_day == Holds::yes)
        answer.arrives =
            next_business_day(asked.catalogue.support(), asked.ledger.rooms()[answer.room].country, asked.as_of);
    return answer;
}

} // namespace keyrack::engine
