#include "sync/status.hpp"

#include <algorithm>
#include <iterator>

namespace keyrack::sync {

std::string_view word_of(Trouble trouble)
{
    switch (trouble) {
    case Trouble::none: return "none";
    case Trouble::unreachable: return "unreachable";
    case Trouble::refused: return "refused";
    case Trouble::foreign: return "foreign";
    case Trouble::not_kept: return "not_kept";
    case Trouble::newer: return "newer";
    }
    return "none";
}

Status status_of(Kept const& kept, std::int64_t seen_by_others)
{
    auto const& own = own_chain(kept);
    auto const sent = own.there == 0 ? 0 : own.at(own.there).segment.entries.back().sequence;
    Status status { .on_this_device = std::ssize(kept.unsent), .sent = sent, .seen = std::min(sent, seen_by_others) };
    for (auto const& [lane, chain] : kept.lanes)
        for (auto const& held : chain.segments) {
            auto const count = std::ssize(held.segment.entries);
            if (held.segment.number > chain.there) status.on_this_device += count;
            if (lane != kept.device) status.received += count;
        }
    return status;
}

Whereabouts whereabouts(Status const& status, std::int64_t own_sequence)
{
    if (own_sequence > status.sent) return Whereabouts::on_this_device;
    return own_sequence > status.seen ? Whereabouts::sent : Whereabouts::seen_by_others;
}

} // namespace keyrack::sync
