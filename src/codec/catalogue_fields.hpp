#pragma once
// The fields of programmes and sources, described once; assets/schema has the schemas of the files.

#include "catalogue/css.hpp"
#include "catalogue/desk.hpp"
#include "catalogue/guide.hpp"
#include "catalogue/programme.hpp"
#include "catalogue/range.hpp"
#include "codec/read_fields.hpp"

#include <vector>

namespace keyrack {

namespace codec {

struct SourcesFile
{
    std::vector<catalogue::Source> sources;
};

} // namespace codec

template <>
struct Fields<catalogue::Origin>
{
    using T = catalogue::Origin;
    static constexpr std::string_view entity = "origin";
    static constexpr auto list = std::tuple { field("kind", &T::kind), codec::required("reference", &T::reference) };
};

template <class Value>
struct Fields<catalogue::Parameter<Value>>
{
    using T = catalogue::Parameter<Value>;
    static constexpr std::string_view entity = "parameter";
    static constexpr auto list = std::tuple { field("value", &T::value), field("origin", &T::origin) };
};

template <>
struct Fields<catalogue::MailTemplate>
{
    using T = catalogue::MailTemplate;
    static constexpr std::string_view entity = "mail";
    static constexpr auto list = std::tuple { codec::required("kind", &T::kind),
        codec::required("language", &T::language), field("subject", &T::subject), field("body", &T::body) };
};

template <>
struct Fields<catalogue::OrderDesk>
{
    using T = catalogue::OrderDesk;
    static constexpr std::string_view entity = "desk";
    static constexpr auto list = std::tuple { field("invitation_days", &T::invitation_days),
        field("group_mailboxes", &T::group_mailboxes), field("sender", &T::sender), field("contact", &T::contact),
        field("confirmed_programmes", &T::confirmed_programmes), field("inviting_programmes", &T::inviting_programmes),
        field("mails", &T::mails) };
};

template <>
struct Fields<catalogue::TermRule>
{
    using T = catalogue::TermRule;
    static constexpr std::string_view entity = "term";
    static constexpr auto list = std::tuple { field("start_within_days", &T::start_within_days),
        field("sku_years", &T::sku_years), field("licensed", &T::licensed) };
};

template <>
struct Fields<catalogue::EarlierTerms>
{
    using T = catalogue::EarlierTerms;
    static constexpr std::string_view entity = "earlier_terms";
    static constexpr auto list = std::tuple { field("until", &T::until), field("term", &T::term),
        field("cancel_within_days", &T::cancel_within_days), field("warranty_cap_years", &T::warranty_cap_years) };
};

template <>
struct Fields<catalogue::Product>
{
    using T = catalogue::Product;
    static constexpr std::string_view entity = "product";
    static constexpr auto list = std::tuple { codec::required("name", &T::name), field("group", &T::group),
        field("models", &T::models), field("origin", &T::origin) };
};

template <>
struct Fields<catalogue::Jumpstart>
{
    using T = catalogue::Jumpstart;
    static constexpr std::string_view entity = "jumpstart";
    static constexpr auto list = std::tuple { codec::required("name", &T::name), field("days", &T::days),
        field("included_with", &T::included_with) };
};

template <>
struct Fields<catalogue::Range>
{
    using T = catalogue::Range;
    static constexpr std::string_view entity = "range";
    static constexpr auto list = std::tuple { field("products", &T::products), field("jumpstart", &T::jumpstart) };
};

template <>
struct Fields<catalogue::Guide>
{
    using T = catalogue::Guide;
    static constexpr std::string_view entity = "guide";
    static constexpr auto list = std::tuple { codec::required("key", &T::key), field("steps", &T::steps) };
};

template <>
struct Fields<catalogue::Reference>
{
    using T = catalogue::Reference;
    static constexpr std::string_view entity = "reference";
    static constexpr auto list = std::tuple { codec::required("key", &T::key), field("addresses", &T::addresses) };
};

template <>
struct Fields<catalogue::Guidebook>
{
    using T = catalogue::Guidebook;
    static constexpr std::string_view entity = "guidebook";
    static constexpr auto list = std::tuple { field("guides", &T::guides), field("references", &T::references) };
};

template <>
struct Fields<catalogue::GivenFeature>
{
    using T = catalogue::GivenFeature;
    static constexpr std::string_view entity = "feature";
    static constexpr auto list = std::tuple { field("feature", &T::feature), field("origin", &T::origin) };
};

template <>
struct Fields<catalogue::Programme>
{
    using T = catalogue::Programme;
    static constexpr std::string_view entity = "programme";
    static constexpr auto list = std::tuple { codec::required("key", &T::key), codec::required("name", &T::name),
        field("term", &T::term), field("eligible_rooms", &T::eligible_rooms), field("features", &T::features),
        field("cancel_within_days", &T::cancel_within_days), field("warranty_cap_years", &T::warranty_cap_years),
        field("licences_per_spare", &T::licences_per_spare), field("earlier", &T::earlier) };
};

template <>
struct Fields<catalogue::Reinstatement>
{
    using T = catalogue::Reinstatement;
    static constexpr std::string_view entity = "reinstatement";
    static constexpr auto list = std::tuple { field("srp_percent", &T::srp_percent),
        field("lapsed_amount_cents", &T::lapsed_amount_cents), field("reminder_fee_cents", &T::reminder_fee_cents) };
};

template <>
struct Fields<catalogue::BenefitRow>
{
    using T = catalogue::BenefitRow;
    static constexpr std::string_view entity = "benefit";
    static constexpr auto list = std::tuple { field("benefit", &T::benefit), field("pillar", &T::pillar),
        field("unit", &T::unit), field("select", &T::select), field("priority", &T::priority),
        field("priority_plus", &T::priority_plus), field("origin", &T::origin) };
};

template <>
struct Fields<catalogue::Css>
{
    using T = catalogue::Css;
    static constexpr std::string_view entity = "css";
    static constexpr auto list = std::tuple { codec::required("key", &T::key), codec::required("name", &T::name),
        field("years", &T::years), field("phases", &T::phases), field("manager_dollars", &T::manager_dollars),
        field("hours_reset_years", &T::hours_reset_years), field("reinstatement", &T::reinstatement),
        field("benefits", &T::benefits) };
};

template <>
struct Fields<catalogue::Source>
{
    using T = catalogue::Source;
    static constexpr std::string_view entity = "source";
    static constexpr auto list = std::tuple { codec::required("rule", &T::rule),
        codec::required("document", &T::document), codec::required("place", &T::place), field("place_en", &T::place_en),
        field("place_de", &T::place_de), field("place_nb", &T::place_nb) };
};

template <>
struct Fields<codec::SourcesFile>
{
    using T = codec::SourcesFile;
    static constexpr std::string_view entity = "sources";
    static constexpr auto list = std::tuple { field("sources", &T::sources) };
};

} // namespace keyrack
