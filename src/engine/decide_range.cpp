// What the catalogue leaves to the tenant: licences on devices (R13, R14, R67), terms of countries (R83), couriers (R95).

#include "base/text.hpp"
#include "engine/country.hpp"
#include "engine/device_licences.hpp"
#include "engine/draft.hpp"
#include "engine/setup.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

// R88, D6: what the cap takes away is told, and refused where the operator wants it so.
void check_cap(LicenceRef licence, DeviceId device, Draft& draft)
{
    auto const gained = extension_by(draft.ledger, licence.order, device);
    auto const cap = cap_of(draft.ledger, draft.catalogue, licence.order, device);
    if (gained && cap && *cap < *gained)
        draft.object(cap_effect(draft.ledger) == CapEffect::blocks ? Reason::warranty_cut : Reason::warranty_shortened,
            { naming(draft.ledger, device), { "until", *gained }, { "cap", *cap, device } });
}

void check_days(LicenceRef licence, Date on, Draft& draft)
{
    Order const& order = draft.ledger.orders()[licence.order];
    if (on < order.purchased_on)
        draft.object(Reason::before_purchase,
            { naming(draft.ledger, licence.order), { "purchased", order.purchased_on, licence.order, order.entry },
                { "day", on } });
    if (order.cancelled_on && *order.cancelled_on <= on)
        draft.object(Reason::after_cancellation,
            { naming(draft.ledger, licence.order),
                { "cancelled", *order.cancelled_on, licence.order, last_entry(order) }, { "day", on } });
}

// As commands have them: nothing where the row is none or does not stand.
std::optional<CountryRule> rule_of(Ledger const& ledger, CountryTermsId id)
{
    if (!stands(ledger.country_terms(), id)) return std::nullopt;
    CountryTerms const& row = ledger.country_terms()[id];
    return CountryRule { row.availability, row.note };
}

std::string written(std::optional<CountryRule> const& rule)
{
    return rule ? std::string { code(rule->availability) } : std::string {};
}

SiteCourierId courier_at(Ledger const& ledger, SiteId site)
{
    auto const& rows = ledger.site_couriers();
    for (std::uint32_t row = 0; row < rows.size(); ++row)
        if (rows[SiteCourierId::of_row(row)].site == site) return SiteCourierId::of_row(row);
    return SiteCourierId::none();
}

std::string written(Courier courier)
{
    switch (courier) {
    case Courier::unknown: break;
    case Courier::reliable: return "reliable";
    case Courier::unreliable: return "unreliable";
    }
    return {};
}

} // namespace

void decide_on(ExtendWarranty const& command, Draft& draft)
{
    auto const licence = draft.licence(command.licence);
    auto const device = draft.device(command.serial);
    if (!licence.order.exists() || !device.exists()) return;
    auto const programme = draft.ledger.orders()[licence.order].programme;
    if (!draft.catalogue[programme].term.is_for_devices())
        return draft.object(
            Reason::licence_not_for_devices, { naming(draft.ledger, licence), naming(draft.catalogue, programme) });
    if (auto const by = device_licence_of(draft.ledger, licence); by.exists())
        draft.object(Reason::licence_on_device,
            { naming(draft.ledger, licence), naming(draft.ledger, draft.ledger.device_licences()[by].device) });
    check_days(licence, command.on, draft);
    check_cap(licence, device, draft);
    draft.put(draft.ledger.device_licences().next(),
        DeviceLicence { licence.order, licence.number, device, command.on, Standing::valid, draft.entry });
}

void decide_on(WithdrawExtension const& command, Draft& draft)
{
    auto const licence = draft.licence(command.licence);
    auto const device = draft.device(command.serial);
    if (!licence.order.exists() || !device.exists()) return;
    auto const id = device_licence_of(draft.ledger, licence);
    if (!id.exists() || draft.ledger.device_licences()[id].device != device)
        return draft.object(Reason::unknown_extension, { naming(draft.ledger, licence), naming(draft.ledger, device) });
    DeviceLicence row = draft.ledger.device_licences()[id];
    row.standing = Standing::withdrawn;
    draft.put(id, row);
}

void decide_on(SetCountryTerms const& command, Draft& draft)
{
    auto const programme = draft.catalogue.find(command.programme);
    if (!programme.exists())
        return draft.object(Reason::unknown_programme, { { "programme", shortened(command.programme, longest_name) } });
    CountryTerms row;
    row.programme = programme;
    row.country = draft.country(command.country);
    if (command.country.empty()) draft.object(Reason::bad_country, { { "country", std::string {} } });
    row.from = command.from;
    row.entry = draft.entry;
    auto const known = terms_from(draft.ledger, programme, row.country, command.from);
    if (auto const found = rule_of(draft.ledger, known); found != command.expects)
        draft.object(Reason::changed_meanwhile, changed("country_terms", written(command.expects), written(found)));
    if (command.terms && !command.terms->note.empty()) draft.check_name(command.terms->note);
    row.standing = command.terms ? Standing::valid : Standing::withdrawn;
    row.availability = command.terms ? command.terms->availability : Availability::available;
    row.note = command.terms ? command.terms->note : std::string {};
    draft.put(row_for(draft.ledger.country_terms(), known), std::move(row));
}

void decide_on(SetCourier const& command, Draft& draft)
{
    auto const site = draft.ledger.sites().find(command.site);
    if (!site.exists())
        return draft.object(Reason::unknown_site, { { "site", shortened(command.site, longest_name) } });
    auto const known = courier_at(draft.ledger, site);
    auto const found = known.exists() ? draft.ledger.site_couriers()[known].courier : Courier::unknown;
    if (found != command.expects)
        draft.object(Reason::changed_meanwhile, changed("courier", written(command.expects), written(found)));
    draft.put(row_for(draft.ledger.site_couriers(), known), SiteCourier { site, command.courier, draft.entry });
}

} // namespace keyrack::engine
