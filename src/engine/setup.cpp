#include "engine/setup.hpp"

#include <algorithm>

namespace keyrack::engine {

bool is_linked(Ledger const& ledger, SyncRoomId id)
{
    if (!id.exists()) return false;
    SyncRoom const& row = ledger.sync_rooms()[id];
    return row.standing == Standing::valid && ledger.rooms()[row.room].standing == Standing::valid;
}

SignIn const* sign_in_of(Ledger const& ledger)
{
    auto const& rows = ledger.sign_ins().rows();
    auto const found = std::ranges::find(rows, Standing::valid, &SignIn::standing);
    return found == rows.end() ? nullptr : &*found;
}

template <Witness W>
bool address_is_verified(Ledger const& ledger, std::string_view email, std::string_view issuer, W& witness)
{
    auto const* const sign_in = sign_in_of(ledger);
    bool const holds = sign_in == nullptr || sign_in->issuer == issuer;
    return witness.demand(Rule::address_is_verified, holds, [&](auto& proof) {
        proof.fact("email", std::string { email });
        if (sign_in) proof.fact("issuer", sign_in->issuer, {}, sign_in->entry);
        if (!issuer.empty()) proof.fact("vouched", std::string { issuer });
    });
}

std::int64_t agreed_spares(Ledger const& ledger, Date day)
{
    return std::ranges::count_if(ledger.onsite_spares().rows(),
        [&](OnsiteSpare const& row) { return row.standing == Standing::valid && row.agreed_on <= day; });
}

template <Witness W>
bool spare_is_agreed(Ledger const& ledger, std::int64_t earned, Date day, W& witness)
{
    auto const agreed = agreed_spares(ledger, day);
    return witness.demand(Rule::spare_is_agreed, earned <= agreed, [&](auto& proof) {
        proof.fact("earned", earned);
        proof.fact("agreed", agreed);
        proof.fact("day", day);
    });
}

CapEffect cap_effect(Ledger const& ledger)
{
    auto const id = ledger.setting("cap_effect");
    return id.exists() && ledger.settings()[id].number == 1 ? CapEffect::blocks : CapEffect::warns;
}

template bool address_is_verified(Ledger const&, std::string_view, std::string_view, NoWitness&);
template bool address_is_verified(Ledger const&, std::string_view, std::string_view, ProofWitness&);
template bool spare_is_agreed(Ledger const&, std::int64_t, Date, NoWitness&);
template bool spare_is_agreed(Ledger const&, std::int64_t, Date, ProofWitness&);

} // namespace keyrack::engine
