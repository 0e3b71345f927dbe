#pragma once
// The rows of Customer Success Services: who holds which software licences where, and what contracts cover (R23, R24).
// Whatever has a day is a row of its own (retirements, transfers, tier changes), so that any day can be asked.

#include "catalogue/css.hpp"
#include "engine/rows.hpp"

#include <concepts>

namespace keyrack::engine {

enum class OrgRegion : std::uint8_t { americas, emea, asia, japan };            // D14
enum class LineKind : std::uint8_t { cloud_subscription, perpetual, periodic }; // R187
enum class LicencePricing : std::uint8_t { standard, programme };               // R192: programme: discounted
enum class DepartureKind : std::uint8_t { retired, transferred };               // R181, R182
enum class ContractOrigin : std::uint8_t { bought, renewed, reinstated };       // R193, R194
enum class ChangeEvent : std::uint8_t { implementation, migration, update };    // R158
enum class CssPriceKind : std::uint8_t {
    coverage,    // of one licence for a contract of so many years, in cents
    upgrade,     // of one licence to that tier, in cents
    product,     // the product's recommended price (SRP), in cents
    srp_percent, // R194, the parameters of a reinstatement
    lapsed_amount,
    reminder_fee
};

// An ORG-ID of a customer.
struct Org
{
    std::string key;
    std::string name;
    AccountId account; // none: the tenant itself is the customer
    OrgRegion region = OrgRegion::emea;
    Standing standing = Standing::valid;
    EntryId entry;
    bool operator==(Org const&) const = default;
};

struct ProductLine
{
    std::string key;
    std::string name;
    LineKind kind = LineKind::cloud_subscription;
    Standing standing = Standing::valid;
    EntryId entry;
    bool operator==(ProductLine const&) const = default;
};

// Software licences that came together: bought, or brought by a transfer.
struct Holding
{
    std::string key;
    ProductLineId line;
    OrgId org;
    std::string edition; // may be empty
    LicencePricing pricing = LicencePricing::standard;
    std::int32_t count = 0;
    Date acquired_on {};
    HoldingId from; // where a transfer took them; none: bought
    Standing standing = Standing::valid;
    EntryId entry;
    bool operator==(Holding const&) const = default;
};

// Licences that left a holding for good on a day.
struct Departure
{
    HoldingId holding;
    DepartureKind kind = DepartureKind::retired;
    std::int32_t count = 0;
    Date on {};
    HoldingId to; // transferred: what they became
    Standing standing = Standing::valid;
    EntryId entry;
    bool operator==(Departure const&) const = default;
};

// A contract, by its PO: one tier and term for all its lines.
struct Contract
{
    std::string key;
    AccountId customer;                                   // the parent entity of its ORG-IDs; none: the tenant itself
    catalogue::CssTier tier = catalogue::CssTier::select; // at its start; later ones are tier changes
    Date start {};
    std::int32_t years = 0;
    ContractOrigin origin = ContractOrigin::bought;
    ContractId before; // the contract that this one renews or reinstates
    Standing standing = Standing::valid;
    EntryId entry;
    bool operator==(Contract const&) const = default;
};

// So many licences of a product line under an ORG-ID.
struct ContractLine
{
    ContractId contract;
    ProductLineId line;
    OrgId org;
    std::int32_t quantity = 0;
    std::optional<std::int64_t> annual_dollars; // its part of the annual contract value; nothing: not known
    Standing standing = Standing::valid;
    EntryId entry;
    bool operator==(ContractLine const&) const = default;
};

struct TierChange // R186
{
    ContractId contract;
    catalogue::CssTier tier {};
    Date from {};
    Standing standing = Standing::valid;
    EntryId entry;
    bool operator==(TierChange const&) const = default;
};

// A version of a product line and when its phases begin (R190, R191).
struct Version
{
    std::string key;
    ProductLineId line;
    std::optional<Date> normal_from, extended_from, end_of_life;
    EntryId entry;
    bool operator==(Version const&) const = default;
};

struct HoursUse // R158
{
    std::string key;
    ContractId contract;
    std::int32_t hours = 0;
    Date on {};
    ChangeEvent event {};
    Standing standing = Standing::valid;
    EntryId entry;
    bool operator==(HoursUse const&) const = default;
};

// A price that the tenant's operator set (R192, R194, D19). What does not matter for its kind is left at its default.
struct CssPrice
{
    CssPriceKind kind {};
    ProductLineId line;
    std::string edition;
    LicencePricing pricing {};
    catalogue::CssTier tier {};
    std::int32_t years = 0;
    std::optional<std::int64_t> amount; // cents, or percent; nothing: taken back
    EntryId entry;
    bool operator==(CssPrice const&) const = default;
};

template <class Row>
concept CssRow = std::same_as<Row, Org> || std::same_as<Row, ProductLine> || std::same_as<Row, Holding>
    || std::same_as<Row, Departure> || std::same_as<Row, Contract> || std::same_as<Row, ContractLine>
    || std::same_as<Row, TierChange> || std::same_as<Row, Version> || std::same_as<Row, HoursUse>
    || std::same_as<Row, CssPrice>;

} // namespace keyrack::engine

namespace keyrack {

template <>
struct Fields<engine::Org>
{
    using T = engine::Org;
    static constexpr std::string_view entity = "css_orgs";
    static constexpr auto list =
        std::tuple { field("key", &T::key), field("name", &T::name), field("account", &T::account),
            field("region", &T::region), field("standing", &T::standing), field("entry", &T::entry) };
};

template <>
struct Fields<engine::ProductLine>
{
    using T = engine::ProductLine;
    static constexpr std::string_view entity = "css_product_lines";
    static constexpr auto list = std::tuple { field("key", &T::key), field("name", &T::name), field("kind", &T::kind),
        field("standing", &T::standing), field("entry", &T::entry) };
};

template <>
struct Fields<engine::Holding>
{
    using T = engine::Holding;
    static constexpr std::string_view entity = "css_holdings";
    static constexpr auto list = std::tuple { field("key", &T::key), field("product_line", &T::line),
        field("org", &T::org), field("edition", &T::edition), field("pricing", &T::pricing), field("count", &T::count),
        field("acquired_on", &T::acquired_on), field("came_from", &T::from), field("standing", &T::standing),
        field("entry", &T::entry) };
};

template <>
struct Fields<engine::Departure>
{
    using T = engine::Departure;
    static constexpr std::string_view entity = "css_departures";
    static constexpr auto list =
        std::tuple { field("holding", &T::holding), field("kind", &T::kind), field("count", &T::count),
            field("on", &T::on), field("became", &T::to), field("standing", &T::standing), field("entry", &T::entry) };
};

template <>
struct Fields<engine::Contract>
{
    using T = engine::Contract;
    static constexpr std::string_view entity = "css_contracts";
    static constexpr auto list = std::tuple { field("key", &T::key), field("customer", &T::customer),
        field("tier", &T::tier), field("start", &T::start), field("years", &T::years), field("origin", &T::origin),
        field("before", &T::before), field("standing", &T::standing), field("entry", &T::entry) };
};

template <>
struct Fields<engine::ContractLine>
{
    using T = engine::ContractLine;
    static constexpr std::string_view entity = "css_contract_lines";
    static constexpr auto list = std::tuple { field("contract", &T::contract), field("product_line", &T::line),
        field("org", &T::org), field("quantity", &T::quantity), field("annual_dollars", &T::annual_dollars),
        field("standing", &T::standing), field("entry", &T::entry) };
};

template <>
struct Fields<engine::TierChange>
{
    using T = engine::TierChange;
    static constexpr std::string_view entity = "css_tier_changes";
    static constexpr auto list = std::tuple { field("contract", &T::contract), field("tier", &T::tier),
        field("from", &T::from), field("standing", &T::standing), field("entry", &T::entry) };
};

template <>
struct Fields<engine::Version>
{
    using T = engine::Version;
    static constexpr std::string_view entity = "css_versions";
    static constexpr auto list = std::tuple { field("key", &T::key), field("product_line", &T::line),
        field("normal_from", &T::normal_from), field("extended_from", &T::extended_from),
        field("end_of_life", &T::end_of_life), field("entry", &T::entry) };
};

template <>
struct Fields<engine::HoursUse>
{
    using T = engine::HoursUse;
    static constexpr std::string_view entity = "css_hours";
    static constexpr auto list = std::tuple { field("key", &T::key), field("contract", &T::contract),
        field("hours", &T::hours), field("on", &T::on), field("event", &T::event), field("standing", &T::standing),
        field("entry", &T::entry) };
};

template <>
struct Fields<engine::CssPrice>
{
    using T = engine::CssPrice;
    static constexpr std::string_view entity = "css_prices";
    static constexpr auto list = std::tuple { field("kind", &T::kind), field("product_line", &T::line),
        field("edition", &T::edition), field("pricing", &T::pricing), field("tier", &T::tier),
        field("years", &T::years), field("amount", &T::amount), field("entry", &T::entry) };
};

} // namespace keyrack
