// What would do instead of a refused command that sets something: the same on what stands now.

#include "engine/country.hpp"
#include "engine/people.hpp"
#include "engine/setup.hpp"
#include "engine/ticket_terms.hpp"
#include "engine/ways_parts.hpp"

namespace keyrack::engine {

namespace {

// As commands have them; nothing where none is set.
std::optional<std::int32_t> number_in(Ledger const& ledger, std::string const& key)
{
    auto const id = ledger.setting(key);
    if (!id.exists() || ledger.settings()[id].number < 1) return std::nullopt;
    return ledger.settings()[id].number;
}

std::optional<CountryRule> rule_of(Ledger const& ledger, CountryTermsId id)
{
    if (!id.exists() || ledger.country_terms()[id].standing == Standing::withdrawn) return std::nullopt;
    CountryTerms const& row = ledger.country_terms()[id];
    return CountryRule { row.availability, row.note };
}

Country country_of(std::string const& letters)
{
    return letters.size() == 2 ? Country { { letters[0], letters[1] } } : Country {};
}

Lifecycle lifecycle_of(CssTables const& css, VersionId id)
{
    if (!id.exists()) return {};
    Version const& row = css.versions()[id];
    return { row.normal_from, row.extended_from, row.end_of_life };
}

std::optional<SignInSetup> setup_of(Ledger const& ledger)
{
    auto const* const row = sign_in_of(ledger);
    return row ? std::optional { SignInSetup { row->issuer, row->client_id } } : std::nullopt;
}

std::optional<std::int64_t> amount_of(CssTables const& css, SetCssPrice const& command)
{
    CssPrice row;
    row.kind = command.price;
    if (!command.product_line.empty()) row.line = css.line(command.product_line);
    row.edition = command.edition;
    row.pricing = command.pricing;
    row.tier = command.tier;
    row.years = command.years;
    auto const known = css.price(row);
    return known.exists() ? css.prices()[known].amount : std::nullopt;
}

} // namespace

Ways ways_for(SetBaseWarranty const& command, Reason reason, Asked const& asked)
{
    if (reason != Reason::changed_meanwhile) return {};
    return as_found(
        command, &SetBaseWarranty::expects_years, &SetBaseWarranty::years, asked.ledger.tenant().base_warranty_years);
}

Ways ways_for(SetInSync const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.room(command.room);
    if (reason != Reason::changed_meanwhile || !id.exists()) return {};
    return as_found(command, &SetInSync::expects, &SetInSync::in_sync, asked.ledger.rooms()[id].in_sync);
}

Ways ways_for(SetCountryTerms const& command, Reason reason, Asked const& asked)
{
    if (reason != Reason::changed_meanwhile) return {};
    auto const id =
        terms_from(asked.ledger, asked.catalogue.find(command.programme), country_of(command.country), command.from);
    return as_found(command, &SetCountryTerms::expects, &SetCountryTerms::terms, rule_of(asked.ledger, id));
}

Ways ways_for(SetCourier const& command, Reason reason, Asked const& asked)
{
    if (reason != Reason::changed_meanwhile) return {};
    auto const site = asked.ledger.sites().find(command.site);
    auto const& rows = asked.ledger.site_couriers().rows();
    auto const known = std::ranges::find(rows, site, &SiteCourier::site);
    auto const found = known == rows.end() ? Courier::unknown : known->courier;
    return as_found(command, &SetCourier::expects, &SetCourier::courier, found);
}

Ways ways_for(SetLifecycle const& command, Reason reason, Asked const& asked)
{
    if (reason != Reason::changed_meanwhile) return {};
    auto const& css = asked.ledger.css();
    auto const id = css.version(css.line(command.product_line), command.version);
    return as_found(command, &SetLifecycle::expects, &SetLifecycle::dates, lifecycle_of(css, id));
}

Ways ways_for(SetCssPrice const& command, Reason reason, Asked const& asked)
{
    if (reason != Reason::changed_meanwhile) return {};
    auto const found = amount_of(asked.ledger.css(), command);
    return as_found(command, &SetCssPrice::expects, &SetCssPrice::amount, found);
}

Ways ways_for(SetUserLimit const& command, Reason reason, Asked const& asked)
{
    if (reason != Reason::changed_meanwhile) return {};
    return as_found(command, &SetUserLimit::expects, &SetUserLimit::limit, user_limit(asked.ledger));
}

Ways ways_for(SetLicenceThreshold const& command, Reason reason, Asked const& asked)
{
    if (reason != Reason::changed_meanwhile) return {};
    auto const found = number_in(asked.ledger, threshold_key(command.region));
    return as_found(command, &SetLicenceThreshold::expects, &SetLicenceThreshold::large_user_from, found);
}

Ways ways_for(SetSupportTarget const& command, Reason reason, Asked const& asked)
{
    if (reason != Reason::changed_meanwhile) return {};
    auto const found =
        number_in(asked.ledger, target_key(command.desk, command.measure, command.severity, command.tier));
    return as_found(command, &SetSupportTarget::expects_minutes, &SetSupportTarget::limit_minutes, found);
}

Ways ways_for(ReportRoomState const& command, Reason reason, Asked const& asked)
{
    auto const id = asked.ledger.sync_room(command.sync_id);
    if (reason != Reason::changed_meanwhile || !id.exists()) return {};
    return as_found(command, &ReportRoomState::expects, &ReportRoomState::state, asked.ledger.sync_rooms()[id].state);
}

Ways ways_for(SetSignIn const& command, Reason reason, Asked const& asked)
{
    if (reason != Reason::changed_meanwhile) return {};
    return as_found(command, &SetSignIn::expects, &SetSignIn::sign_in, setup_of(asked.ledger));
}

Ways ways_for(RenameTenant const& command, Reason reason, Asked const& asked)
{
    if (reason != Reason::changed_meanwhile) return {};
    return as_found(command, &RenameTenant::expects, &RenameTenant::name, asked.ledger.tenant().name);
}

Ways ways_for(SetCapEffect const& command, Reason reason, Asked const& asked)
{
    if (reason != Reason::changed_meanwhile) return {};
    return as_found(command, &SetCapEffect::expects, &SetCapEffect::effect, cap_effect(asked.ledger));
}

} // namespace keyrack::engine
