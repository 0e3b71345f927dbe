#include "portal/command_moments.hpp"

#include "portal/session.hpp"

#include <concepts>
#include <optional>
#include <variant>

namespace keyrack::portal {

namespace {

// The day from which (or until which) a command counts.
Date day_of(engine::Assign const& command)
{
    return command.from;
}
Date day_of(engine::EndAssignment const& command)
{
    return command.to;
}
Date day_of(engine::AddSoftwareLicences const& command)
{
    return command.acquired_on;
}
Date day_of(engine::BuyCoverage const& command)
{
    return command.start;
}
Date day_of(engine::UpgradeTier const& command)
{
    return command.from;
}
Date day_of(auto const& command)
{
    return command.on;
}

template <class Each>
concept TimedCommand = std::same_as<decltype(Each::at), std::optional<Instant>>;

// The last command of that kind before `undone` that gave the thing a moment.
template <class Earlier, class IdOf>
std::optional<Earlier> timed_before(Session const& session, engine::Timed what, IdOf thing, EntryId undone)
{
    for (TimingId const id : session.ledger().timings_of(what, thing)) {
        auto const& row = session.ledger().timings()[id];
        if (!(row.entry < undone)) continue;
        auto const entry = session.entry(row.entry);
        if (auto const* const earlier = entry ? std::get_if<Earlier>(&entry->command) : nullptr) return *earlier;
    }
    return {};
}

// What is taken back ends when it had ended before, whenever it is taken back; of another day it says nothing.
std::optional<Instant> moment_before(Session const& session, engine::EndAssignment const& back, EntryId undone)
{
    auto const& ledger = session.ledger();
    auto const order = ledger.order(back.licence.order);
    if (!order.exists()) return {};
    for (AssignmentId const each : ledger.walk(engine::LicenceRef { order, back.licence.number })) {
        if (ledger.assignments()[each].days.from != back.from) continue;
        auto const end = timed_before<engine::EndAssignment>(session, engine::Timed::assignment_ended, each, undone);
        if (end) return end->to == back.to ? end->at : std::nullopt;
    }
    return {};
}

// The same of a cancellation whose withdrawal is taken back.
std::optional<Instant> moment_before(Session const& session, engine::CancelOrder const& back, EntryId undone)
{
    auto const order = session.ledger().order(back.order);
    if (!order.exists()) return {};
    auto const cancel = timed_before<engine::CancelOrder>(session, engine::Timed::order_cancelled, order, undone);
    return cancel && cancel->on == back.on ? cancel->at : std::nullopt;
}

// And of a device that comes back to where it had been moved on that day.
std::optional<Instant> moment_before(Session const& session, engine::MoveDevice const& back, EntryId undone)
{
    auto const device = session.ledger().device(back.serial);
    if (!device.exists()) return {};
    auto const move = timed_before<engine::MoveDevice>(session, engine::Timed::device_placed, device, undone);
    return move && move->on == back.on && move->room == back.room ? move->at : std::nullopt;
}

} // namespace

void set_moment(engine::Command& command, Author const& author)
{
    std::visit(
        [&]<class Each>(Each& each) {
            if constexpr (TimedCommand<Each>)
                if (day_of(each) == author.today) each.at = author.now;
        },
        static_cast<engine::CommandKinds&>(command));
}

void set_moment_before(engine::Command& command, Session const& session, EntryId undone)
{
    std::visit(
        [&]<class Each>(Each& each) {
            if constexpr (requires { moment_before(session, each, undone); })
                each.at = moment_before(session, each, undone);
        },
        static_cast<engine::CommandKinds&>(command));
}

} // namespace keyrack::portal
