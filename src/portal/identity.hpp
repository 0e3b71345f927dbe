#pragma once
// R72: who a company's own sign-in says that this visit's person is. No token of it is kept.

#include <string>

namespace keyrack::portal {

struct Identity
{
    std::string tenant; // slug that the sign-in was for
    std::string issuer; // as the tenant has it set up
    std::string email;  // empty: the issuer does not vouch for one
    std::string name;
    bool operator==(Identity const&) const = default;
};

} // namespace keyrack::portal
