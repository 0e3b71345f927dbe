#include "engine/large_user.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

using namespace catalogue;

// Mail addresses and domains do not tell capitals apart in what matters here.
bool same(std::string_view one, std::string_view other)
{
    return !one.empty() && folded(one) == folded(other);
}

bool is_address(std::string_view text)
{
    auto const at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.find('@', at + 1) == text.npos
        && text.find(' ') == text.npos;
}

std::string_view domain_of(std::string_view email)
{
    return is_address(email) ? email.substr(email.find('@') + 1) : std::string_view {};
}

template <class Fits>
Subscription const* first(std::vector<Subscription> const& subscriptions, Fits&& fits)
{
    auto const found = std::ranges::find_if(subscriptions, fits);
    return found == subscriptions.end() ? nullptr : &*found;
}

// Whether a subscription is of the e-mail's domain.
auto domain(std::string_view email)
{
    return [email](Subscription const& each) { return same(domain_of(email), each.domain); };
}

auto is(std::string_view text, std::string Subscription::* of)
{
    return [text, of](Subscription const& each) { return same(text, each.*of); };
}

bool any_but_email(std::vector<FormField> const& missing)
{
    return std::ranges::any_of(missing, [](FormField field) { return field != FormField::primary_email; });
}

// Validated, matched and judged by its service, the form says which way its severity goes.
SeverityPath path_of(SeverityVerdict const& verdict, PartnerForm const& form, AccountClass account_class)
{
    if (verdict.excluded) return SeverityPath::excluded_service;
    auto const by = verdict.match.by;
    bool const names_customer = !form.customer_email.empty() || !form.zuid.empty() || !form.zoid.empty();
    if (by == MatchedBy::nothing && !names_customer && !is_address(form.primary_email))
        return SeverityPath::ask_the_partner;
    if (!verdict.match.subscription || account_class != AccountClass::large_user) return SeverityPath::not_large_user;
    if (by != MatchedBy::super_admin_email && by != MatchedBy::domain) return SeverityPath::manual;
    return any_but_email(verdict.missing) ? SeverityPath::form_incomplete : SeverityPath::automatic;
}

} // namespace

Classification classify(Support const& support, std::vector<LicenceThreshold> const& thresholds,
    std::string_view region, std::optional<std::int64_t> user_licences)
{
    if (!support.is_partner_region(region)) return { AccountClass::unclassified, Unclassified::unknown_region, {} };
    auto const found = std::ranges::find(thresholds, region, &LicenceThreshold::region);
    if (found == thresholds.end()) return { AccountClass::unclassified, Unclassified::no_threshold, {} };
    auto const from = found->large_user_from;
    if (!user_licences) return { AccountClass::unclassified, Unclassified::no_licence_count, from };
    return { *user_licences >= from ? AccountClass::large_user : AccountClass::key_account, Unclassified::no, from };
}

std::vector<FormField> missing_in(PartnerForm const& form)
{
    std::vector<FormField> missing;
    auto const need = [&](FormField field, bool filled) {
        if (!filled) missing.push_back(field);
    };
    need(FormField::service, !form.service.empty());
    need(FormField::organisation_id, !form.organisation_id.empty());
    need(FormField::subject, !form.subject.empty());
    need(FormField::description, !form.description.empty());
    need(FormField::primary_email, is_address(form.primary_email));
    return missing;
}

Match match(PartnerForm const& form, std::vector<Subscription> const& subscriptions)
{
    auto const by = [&](MatchedBy kind, auto&& fits) -> Match {
        auto const* found = first(subscriptions, fits);
        return { found ? kind : MatchedBy::nothing, found };
    };
    for (Match const& found : {
             by(MatchedBy::super_admin_email, is(form.primary_email, &Subscription::super_admin_email)),
             by(MatchedBy::domain, domain(form.primary_email)),
             by(MatchedBy::customer_email, is(form.customer_email, &Subscription::super_admin_email)),
             by(MatchedBy::customer_email, domain(form.customer_email)),
             by(MatchedBy::zuid, is(form.zuid, &Subscription::zuid)),
             by(MatchedBy::zoid, is(form.zoid, &Subscription::zoid)),
             by(MatchedBy::zoid, is(form.organisation_id, &Subscription::zoid)),
         }) {
        if (found.subscription) return found;
    }
    return {};
}

SeverityVerdict severity_of(Support const& support, PartnerForm const& form,
    std::vector<Subscription> const& subscriptions, AccountClass account_class, std::int32_t ordinary_severity)
{
    SeverityVerdict verdict;
    verdict.severity = ordinary_severity;
    verdict.missing = missing_in(form);
    verdict.match = match(form, subscriptions);
    verdict.excluded = support.excluded_service(form.service);
    verdict.path = path_of(verdict, form, account_class);
    if (verdict.path != SeverityPath::automatic && verdict.path != SeverityPath::manual) return verdict;
    verdict.severity = 1;
    verdict.priority_customer = true;
    if (verdict.path == SeverityPath::manual) verdict.write_email = verdict.match.subscription->super_admin_email;
    return verdict;
}

std::vector<SupportRoute const*> routes_for(
    Support const& support, std::string_view data_centre, std::string_view region, PartnerAccess access)
{
    std::vector<SupportRoute const*> routes;
    auto const add = [&](SupportRoute const* route) {
        if (route) routes.push_back(route);
    };
    if (access == PartnerAccess::granted) add(support.route(RouteKind::partner_help_centre, data_centre));
    add(support.route(RouteKind::help_centre, data_centre));
    add(support.route(RouteKind::email, region));
    return routes;
}

} // namespace keyrack::engine
