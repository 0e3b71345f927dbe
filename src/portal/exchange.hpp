#pragma once
// What the portal holds of the exchange of the open tenant beside what the session keeps: the form, the findings of a test,
// whether the network is there.

#include "portal/backend.hpp"
#include "portal/exchange_model.hpp"
#include "portal/scene.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace keyrack::portal {

inline constexpr std::string_view exchange_form = "exchange";

struct Exchanging
{
    BackendSpec spec; // of the open tenant
    std::vector<BackendFinding> findings;
    bool testing = false;
    bool online = true;
};

// The backend as the form has it: what was written on it, over what is set up.
[[nodiscard]] BackendSpec written_backend(ScreenForm const& form, BackendSpec const& spec);
// What the kind needs and is not written yet, as keys of fields.
[[nodiscard]] std::vector<std::string_view> missing_fields(BackendSpec const& spec);

[[nodiscard]] std::vector<FormField> exchange_fields(
    Words const& words, ScreenForm const& form, BackendSpec const& spec);

[[nodiscard]] ExchangeModel exchange_model(Scene const& scene, Exchanging const& exchanging);

} // namespace keyrack::portal
