#pragma once
// The fields of the commands for what the catalogue leaves to the tenant; command_fields.hpp has the others.

#include "codec/read_fields.hpp"
#include "engine/command.hpp"

namespace keyrack {

template <>
struct Fields<engine::ExtendWarranty>
{
    using T = engine::ExtendWarranty;
    static constexpr std::string_view entity = "extend_warranty";
    static constexpr auto list =
        std::tuple { field("licence", &T::licence), codec::required("serial", &T::serial), field("on", &T::on) };
};

template <>
struct Fields<engine::WithdrawExtension>
{
    using T = engine::WithdrawExtension;
    static constexpr std::string_view entity = "withdraw_extension";
    static constexpr auto list = std::tuple { field("licence", &T::licence), codec::required("serial", &T::serial) };
};

template <>
struct Fields<engine::CountryRule>
{
    using T = engine::CountryRule;
    static constexpr std::string_view entity = "country_rule";
    static constexpr auto list = std::tuple { field("availability", &T::availability), field("note", &T::note) };
};

template <>
struct Fields<engine::SetCountryTerms>
{
    using T = engine::SetCountryTerms;
    static constexpr std::string_view entity = "set_country_terms";
    static constexpr auto list =
        std::tuple { codec::required("programme", &T::programme), codec::required("country", &T::country),
            field("from", &T::from), field("expects", &T::expects), field("terms", &T::terms) };
};

template <>
struct Fields<engine::SetCourier>
{
    using T = engine::SetCourier;
    static constexpr std::string_view entity = "set_courier";
    static constexpr auto list =
        std::tuple { codec::required("site", &T::site), field("expects", &T::expects), field("courier", &T::courier) };
};

} // namespace keyrack
