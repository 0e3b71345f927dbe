#include "portal/office_route.hpp"

#include "portal/route_parts.hpp"

#include <charconv>

namespace keyrack::portal {

namespace {

constexpr std::string_view benefits_tab = "benefits";
constexpr std::string_view draft_prefix = "ticket."; // of the outbox: a ticket's draft and no number

} // namespace

ScreenAddress address_of(OverviewRoute const&)
{
    return { "overview", {}, {} };
}

ScreenAddress address_of(RenewalsRoute const& route)
{
    return { "renewals", {}, { { "month", route.month }, { "open", route.open } } };
}

ScreenAddress address_of(PeopleRoute const& route)
{
    return { "people", route.person, { { "invitation", route.invitation } } };
}

ScreenAddress address_of(OutboxRoute const& route)
{
    auto const draft = route.ticket.empty() ? std::string {} : std::string { draft_prefix } + route.ticket;
    return { "outbox", route.mail ? std::to_string(*route.mail) : draft, {} };
}

ScreenAddress address_of(JournalRoute const& route)
{
    return { "journal", {}, { { "who", route.who }, { "kind", route.kind }, { "q", route.query } } };
}

ScreenAddress address_of(ComplianceRoute const& route)
{
    auto const tab = std::string { route.tab == OrgTab::benefits ? benefits_tab : std::string_view {} };
    return { "compliance", route.org, { { "contract", route.contract }, { "tab", tab }, { "ask", route.ask } } };
}

ScreenAddress address_of(ExchangeRoute const&)
{
    return { "exchange", {}, {} };
}

ScreenAddress address_of(ImportListRoute const& route)
{
    return { "import", {}, { { "show", route.show }, { "q", route.query } } };
}

RenewalsRoute renewals_route(Parameters const& parameters)
{
    return { .month = value(parameters, "month"), .open = value(parameters, "open") };
}

PeopleRoute people_route(std::string key, Parameters const& parameters)
{
    return { .person = std::move(key), .invitation = value(parameters, "invitation") };
}

OutboxRoute outbox_route(std::string_view key)
{
    if (key.starts_with(draft_prefix)) return { .ticket = std::string { key.substr(draft_prefix.size()) } };
    std::uint32_t number = 0;
    auto const end = key.data() + key.size();
    bool const whole = std::from_chars(key.data(), end, number).ptr == end;
    return whole && number > 0 ? OutboxRoute { number } : OutboxRoute {};
}

JournalRoute journal_route(Parameters const& parameters)
{
    return { .who = value(parameters, "who"), .kind = value(parameters, "kind"), .query = value(parameters, "q") };
}

ComplianceRoute compliance_route(std::string key, Parameters const& parameters)
{
    bool const benefits = value(parameters, "tab") == benefits_tab;
    return { .org = std::move(key),
        .contract = value(parameters, "contract"),
        .tab = benefits ? OrgTab::benefits : OrgTab::standing,
        .ask = value(parameters, "ask") };
}

ImportListRoute import_list_route(Parameters const& parameters)
{
    return { .show = value(parameters, "show"), .query = value(parameters, "q") };
}

} // namespace keyrack::portal
