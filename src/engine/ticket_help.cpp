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
OpenTicket ticket_for(Ledger const& ledger, HelpQuestion const& question, Date day)
{
    OpenTicket open;
    open.ticket = "help-" + question.room + "-" + iso(day);
    for (int number = 2; ledger.ticket(open.ticket).exists(); ++number)
        open.ticket = "help-" + question.room + "-" + iso(day) + "-" + std::to_string(number);
    open.desk = catalogue::Desk::rooms;
    open.at = Instant { day.time_since_epoch() };
    open.about = TicketSubject {
        .room = question.room, .room_state = question.state, .device = {}, .org = {}, .product_line = {}
    };
    return open;
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
    auto const judge = [&](auto& parts) { return room_is_given(of, Feature::instant_rma, parts) && spares.earned > 0; };
    return witness.compose(Rule::device_replaced_from_spares, judge, [&](auto& proof) {
        proof.add(naming(of.ledger, device));
        proof.fact("day", of.day);
        auto const& model = of.ledger.models()[of.ledger.devices()[device].model];
        if (!model.empty()) proof.fact("model", model, device);
        proof.fact("spares", spares.earned);
    });
}

Holds holds(bool yes)
{
    return yes ? Holds::yes : Holds::no;
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
    bool const troubled = help_is_offered(asked.ledger, room, question.state, witness);
    answer.verdict.answer = holds(in_sync && troubled);
    answer.verdict.proof = witness.take();
    answer.attached = attached_to(asked.ledger, room, question.state, DeviceId::none(), asked.as_of);
    if (in_sync && troubled) answer.steps.emplace_back(ticket_for(asked.ledger, question, asked.as_of));
    if (troubled && !in_sync)
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
