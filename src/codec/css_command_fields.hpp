#pragma once
// The fields of the commands of Customer Success Services.

#include "codec/read_fields.hpp"
#include "engine/css_commands.hpp"

namespace keyrack {

template <>
struct Fields<engine::AddOrgId>
{
    using T = engine::AddOrgId;
    static constexpr std::string_view entity = "add_org_id";
    static constexpr auto list = std::tuple { codec::required("org", &T::org), field("name", &T::name),
        field("account", &T::account), field("region", &T::region) };
};

template <>
struct Fields<engine::RemoveOrgId>
{
    using T = engine::RemoveOrgId;
    static constexpr std::string_view entity = "remove_org_id";
    static constexpr auto list = std::tuple { codec::required("org", &T::org) };
};

template <>
struct Fields<engine::AddProductLine>
{
    using T = engine::AddProductLine;
    static constexpr std::string_view entity = "add_product_line";
    static constexpr auto list = std::tuple { codec::required("product_line", &T::product_line),
        field("name", &T::name), field("line_kind", &T::kind) };
};

template <>
struct Fields<engine::RemoveProductLine>
{
    using T = engine::RemoveProductLine;
    static constexpr std::string_view entity = "remove_product_line";
    static constexpr auto list = std::tuple { codec::required("product_line", &T::product_line) };
};

template <>
struct Fields<engine::AddSoftwareLicences>
{
    using T = engine::AddSoftwareLicences;
    static constexpr std::string_view entity = "add_software_licences";
    static constexpr auto list =
        std::tuple { codec::required("licences", &T::licences), codec::required("product_line", &T::product_line),
            codec::required("org", &T::org), field("edition", &T::edition), field("pricing", &T::pricing),
            field("count", &T::count), field("acquired_on", &T::acquired_on), field("at", &T::at) };
};

template <>
struct Fields<engine::RemoveSoftwareLicences>
{
    using T = engine::RemoveSoftwareLicences;
    static constexpr std::string_view entity = "remove_software_licences";
    static constexpr auto list = std::tuple { codec::required("licences", &T::licences) };
};

template <>
struct Fields<engine::RetireLicences>
{
    using T = engine::RetireLicences;
    static constexpr std::string_view entity = "retire_licences";
    static constexpr auto list = std::tuple { codec::required("licences", &T::licences), field("count", &T::count),
        field("on", &T::on), field("at", &T::at) };
};

template <>
struct Fields<engine::TransferLicences>
{
    using T = engine::TransferLicences;
    static constexpr std::string_view entity = "transfer_licences";
    static constexpr auto list = std::tuple { codec::required("licences", &T::licences),
        codec::required("to_org", &T::to_org), codec::required("becomes", &T::becomes), field("count", &T::count),
        field("on", &T::on), field("at", &T::at) };
};

template <>
struct Fields<engine::WithdrawTransfer>
{
    using T = engine::WithdrawTransfer;
    static constexpr std::string_view entity = "withdraw_transfer";
    static constexpr auto list =
        std::tuple { codec::required("licences", &T::licences), codec::required("becomes", &T::becomes) };
};

template <>
struct Fields<engine::CoverageLine>
{
    using T = engine::CoverageLine;
    static constexpr std::string_view entity = "coverage_line";
    static constexpr auto list = std::tuple { codec::required("product_line", &T::product_line),
        codec::required("org", &T::org), field("quantity", &T::quantity), field("annual_dollars", &T::annual_dollars) };
};

template <>
struct Fields<engine::BuyCoverage>
{
    using T = engine::BuyCoverage;
    static constexpr std::string_view entity = "buy_coverage";
    static constexpr auto list = std::tuple { codec::required("contract", &T::contract), field("tier", &T::tier),
        field("start", &T::start), field("years", &T::years), field("lines", &T::lines), field("at", &T::at) };
};

template <>
struct Fields<engine::RemoveCoverage>
{
    using T = engine::RemoveCoverage;
    static constexpr std::string_view entity = "remove_coverage";
    static constexpr auto list = std::tuple { codec::required("contract", &T::contract) };
};

template <>
struct Fields<engine::UpgradeTier>
{
    using T = engine::UpgradeTier;
    static constexpr std::string_view entity = "upgrade_tier";
    static constexpr auto list = std::tuple { field("contracts", &T::contracts), field("tier", &T::tier),
        field("from", &T::from), field("at", &T::at) };
};

template <>
struct Fields<engine::WithdrawUpgrade>
{
    using T = engine::WithdrawUpgrade;
    static constexpr std::string_view entity = "withdraw_upgrade";
    static constexpr auto list = std::tuple { field("contracts", &T::contracts), field("from", &T::from) };
};

template <>
struct Fields<engine::RenewContract>
{
    using T = engine::RenewContract;
    static constexpr std::string_view entity = "renew_contract";
    static constexpr auto list =
        std::tuple { codec::required("contract", &T::contract), codec::required("renewal", &T::renewal),
            field("years", &T::years), field("on", &T::on), field("lines", &T::lines) };
};

template <>
struct Fields<engine::ReinstateContract>
{
    using T = engine::ReinstateContract;
    static constexpr std::string_view entity = "reinstate_contract";
    static constexpr auto list =
        std::tuple { codec::required("contract", &T::contract), codec::required("reinstatement", &T::reinstatement),
            field("years", &T::years), field("on", &T::on), field("lines", &T::lines), field("at", &T::at) };
};

template <>
struct Fields<engine::UseHours>
{
    using T = engine::UseHours;
    static constexpr std::string_view entity = "use_hours";
    static constexpr auto list = std::tuple { codec::required("contract", &T::contract),
        codec::required("use", &T::use), field("hours", &T::hours), field("on", &T::on), field("event", &T::event) };
};

template <>
struct Fields<engine::WithdrawHours>
{
    using T = engine::WithdrawHours;
    static constexpr std::string_view entity = "withdraw_hours";
    static constexpr auto list = std::tuple { codec::required("use", &T::use) };
};

template <>
struct Fields<engine::Lifecycle>
{
    using T = engine::Lifecycle;
    static constexpr std::string_view entity = "lifecycle";
    static constexpr auto list = std::tuple { field("normal_from", &T::normal_from),
        field("extended_from", &T::extended_from), field("end_of_life", &T::end_of_life) };
};

template <>
struct Fields<engine::SetLifecycle>
{
    using T = engine::SetLifecycle;
    static constexpr std::string_view entity = "set_lifecycle";
    static constexpr auto list = std::tuple { codec::required("product_line", &T::product_line),
        codec::required("version", &T::version), field("expects", &T::expects), field("dates", &T::dates) };
};

template <>
struct Fields<engine::SetCssPrice>
{
    using T = engine::SetCssPrice;
    static constexpr std::string_view entity = "set_css_price";
    static constexpr auto list = std::tuple { field("price", &T::price), field("product_line", &T::product_line),
        field("edition", &T::edition), field("pricing", &T::pricing), field("tier", &T::tier),
        field("years", &T::years), field("expects", &T::expects), field("amount", &T::amount) };
};

} // namespace keyrack
