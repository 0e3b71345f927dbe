#include "engine/verdict.hpp"

#include "engine/country.hpp"
#include "engine/cures.hpp"
#include "engine/naming.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace keyrack::engine {

namespace {

using catalogue::Catalogue;
using catalogue::Feature;

constexpr std::size_t most_assignments_told = 3;

struct RoomQuestion
{
    Ledger const& ledger;
    Catalogue const& catalogue;
    RoomId room;
    Date as_of;
};

// The assignment that covers longest, of those that serve the room.
struct Cover
{
    AssignmentId by;
    Date until = always;
};

bool is_of(RoomQuestion const& question, AssignmentId id, ProgrammeId programme)
{
    OrderId const order = question.ledger.assignments()[id].order;
    return question.ledger.orders()[order].programme == programme;
}

// Of equally long ones the first recorded, as the bulk tables have it; a walk goes from the last.
Cover longest_cover(RoomQuestion const& question, ProgrammeId programme)
{
    Ledger const& ledger = question.ledger;
    NoWitness nobody;
    Cover longest;
    for (AssignmentId const id : ledger.walk(question.room)) {
        if (!is_of(question, id, programme)) continue;
        Assignment const& row = ledger.assignments()[id];
        OrderOnDay const on_day = order_on(ledger, question.catalogue, row.order, question.as_of, nobody);
        if (!serves(ledger, id, on_day, question.as_of, nobody)) continue;
        Date const until =
            std::min(covered_until(on_day, row), provided_until(ledger, programme, question.room, question.as_of));
        if (until >= longest.until) longest = { id, until };
    }
    return longest;
}

// When the latest cover by one of the programmes had ended, where there was any.
std::optional<Date> latest_end(RoomQuestion const& question, std::span<ProgrammeId const> programmes)
{
    Ledger const& ledger = question.ledger;
    std::optional<Date> latest;
    for (AssignmentId const id : ledger.walk(question.room)) {
        Assignment const& row = ledger.assignments()[id];
        Order const& order = ledger.orders()[row.order];
        bool const asked = std::ranges::find(programmes, order.programme) != programmes.end();
        if (!asked || row.standing == Standing::withdrawn) continue;
        Period const term = term_of(ledger, question.catalogue, row.order);
        Period const served { std::max(term.from, row.days.from), std::min(end_of(order, term), row.days.to) };
        if (!served.empty() && served.to <= question.as_of) latest = std::max(latest, std::optional { served.to });
    }
    return latest;
}

void record(RoomQuestion const& question, AssignmentId id, ProofWitness& witness)
{
    (void)room_has_active_licence(question.ledger, question.catalogue, id, question.as_of, witness);
}

// Why the programme does not cover the room: its latest assignments there, or that there never was one.
void record_no(RoomQuestion const& question, ProgrammeId programme, ProofWitness& witness)
{
    std::size_t told = 0;
    for (AssignmentId const id : question.ledger.walk(question.room)) {
        bool const counts = question.ledger.assignments()[id].standing == Standing::valid;
        if (!counts || !is_of(question, id, programme)) continue;
        record(question, id, witness);
        if (++told == most_assignments_told) return;
    }
    if (told > 0) return;
    (void)witness.demand(Rule::room_has_active_licence, false, [&](Description& proof) {
        proof.add(naming(question.ledger, question.room));
        proof.add(naming(question.catalogue, programme));
        proof.fact("day", question.as_of);
        proof.fact("count", std::int64_t { 0 });
    });
}

// The programme that covers longest, of those asked; the first of equals.
Cover longest_of(RoomQuestion const& question, std::span<ProgrammeId const> programmes)
{
    Cover longest;
    for (ProgrammeId const programme : programmes) {
        Cover const each = longest_cover(question, programme);
        if (each.until > longest.until) longest = each;
    }
    return longest;
}

Verdict yes(Cover const& cover, ProofWitness& witness)
{
    Verdict verdict;
    verdict.answer = Holds::yes;
    verdict.until = cover.until;
    verdict.by = cover.by;
    verdict.proof = witness.take();
    return verdict;
}

// Is the room covered by one of the programmes?
Verdict by_any_of(RoomQuestion const& question, std::span<ProgrammeId const> programmes)
{
    ProofWitness witness;
    if (Cover const cover = longest_of(question, programmes); cover.by.exists()) {
        record(question, cover.by, witness);
        return yes(cover, witness);
    }
    for (ProgrammeId const programme : programmes) record_no(question, programme, witness);
    Verdict verdict;
    verdict.since = latest_end(question, programmes);
    verdict.proof = witness.take();
    verdict.cures = cures_by_licence(
        question.ledger, question.catalogue, question.room, programmes, question.as_of, SyncNeed::by_programme);
    return verdict;
}

std::vector<ProgrammeId> giving(Catalogue const& catalogue, Feature feature)
{
    auto programmes = catalogue.ids();
    NoWitness nobody;
    std::erase_if(programmes, [&](ProgrammeId id) { return !programme_gives_feature(catalogue, id, feature, nobody); });
    return programmes;
}

// Nothing gives the feature: every programme says so, and nothing cures it.
Verdict not_given(Catalogue const& catalogue, Feature feature)
{
    ProofWitness witness;
    for (ProgrammeId const id : catalogue.ids()) (void)programme_gives_feature(catalogue, id, feature, witness);
    Verdict verdict;
    verdict.proof = witness.take();
    return verdict;
}

void append(std::vector<Proof>& proofs, std::vector<Proof> more)
{
    std::ranges::move(more, std::back_inserter(proofs));
}

// The room is covered by a programme that gives the feature: Sync is all that can be missing.
Verdict feature_where_covered(RoomQuestion const& question, Verdict covering, Feature feature)
{
    ProofWitness witness;
    OrderId const order = question.ledger.assignments()[covering.by].order;
    (void)programme_gives_feature(question.catalogue, question.ledger.orders()[order].programme, feature, witness);
    bool const works = !needs_sync(feature) || room_is_in_sync(question.ledger, question.room, witness);
    append(covering.proof, witness.take());
    if (works) return covering;
    Verdict verdict;
    verdict.proof = std::move(covering.proof);
    verdict.cures = { cure_by_sync(question.ledger, question.room, *covering.until) };
    return verdict;
}

// The room is not covered by any such programme, and may not be in Sync either.
Verdict feature_where_not_covered(
    RoomQuestion const& question, std::span<ProgrammeId const> programmes, Verdict verdict, Feature feature)
{
    if (!needs_sync(feature)) return verdict;
    ProofWitness witness;
    bool const in_sync = room_is_in_sync(question.ledger, question.room, witness);
    append(verdict.proof, witness.take());
    if (!in_sync) verdict.since.reset(); // nobody recorded since when it has not been in Sync
    verdict.cures = cures_by_licence(
        question.ledger, question.catalogue, question.room, programmes, question.as_of, SyncNeed::by_feature);
    return verdict;
}

// What the room's cover gives its devices (R87).
std::vector<Extension> extensions_by(RoomQuestion const& question, ProofWitness& witness)
{
    std::vector<Extension> extensions;
    for (ProgrammeId const programme : giving(question.catalogue, Feature::warranty_extension)) {
        Cover const cover = longest_cover(question, programme);
        if (!cover.by.exists()) {
            record_no(question, programme, witness);
            continue;
        }
        auto const order = question.ledger.assignments()[cover.by].order;
        extensions.push_back({ programme, cover.until, question.ledger.orders()[order].purchased_on });
        record(question, cover.by, witness);
    }
    return extensions;
}

} // namespace

std::string_view code(CureKind kind)
{
    switch (kind) {
    case CureKind::assign_free_licence: return "assign_free_licence";
    case CureKind::define_in_sync: return "define_in_sync";
    case CureKind::define_in_sync_and_assign: return "define_in_sync_and_assign";
    case CureKind::order_and_assign: return "order_and_assign";
    case CureKind::define_in_sync_order_and_assign: return "define_in_sync_order_and_assign";
    case CureKind::withdraw_end: return "withdraw_end";
    }
    return {};
}

Verdict covered_by(Ledger const& ledger, Catalogue const& catalogue, RoomId room, ProgrammeId programme, Date as_of)
{
    return by_any_of({ ledger, catalogue, room, as_of }, { &programme, 1 });
}

Verdict covered(Ledger const& ledger, Catalogue const& catalogue, RoomId room, Date as_of)
{
    return by_any_of({ ledger, catalogue, room, as_of }, catalogue.for_rooms());
}

Verdict has_feature(Ledger const& ledger, Catalogue const& catalogue, RoomId room, Feature feature, Date as_of)
{
    auto const programmes = giving(catalogue, feature);
    if (programmes.empty()) return not_given(catalogue, feature);
    RoomQuestion const question { ledger, catalogue, room, as_of };
    Verdict verdict = by_any_of(question, programmes);
    if (verdict.answer == Holds::yes) return feature_where_covered(question, std::move(verdict), feature);
    return feature_where_not_covered(question, programmes, std::move(verdict), feature);
}

WarrantyVerdict warranty_on(Ledger const& ledger, Catalogue const& catalogue, DeviceId device, Date as_of)
{
    WarrantyVerdict verdict;
    verdict.room = ledger.room_of(device, as_of);
    std::vector<Extension> extensions;
    ProofWitness coverage;
    if (verdict.room.exists()) extensions = extensions_by({ ledger, catalogue, verdict.room, as_of }, coverage);
    ProofWitness witness;
    if (ledger.devices()[device].standing == Standing::valid)
        verdict.warranty = warranty_of(ledger, catalogue, device, as_of, extensions, witness);
    verdict.proof = witness.take();
    append(verdict.proof, coverage.take());
    return verdict;
}

} // namespace keyrack::engine
