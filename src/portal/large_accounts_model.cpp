#include "portal/large_accounts_model.hpp"

#include "base/text.hpp"
#include "engine/ticket_severity.hpp"
#include "engine/ticket_terms.hpp"
#include "engine/ticket_words.hpp"
#include "portal/ticket_words.hpp"

#include <algorithm>
#include <map>

namespace keyrack::portal {

namespace {

struct Account
{
    std::vector<engine::ServiceSubscription const*> subscriptions;
    std::optional<std::int32_t> licences; // that count (R114, R116)
};

// By the account's name, as the partner calls it.
std::map<std::string, Account, std::less<>> accounts_of(Scene const& scene)
{
    std::map<std::string, Account, std::less<>> accounts;
    for (auto const& each : scene.ledger().subscriptions().rows()) {
        if (each.standing != engine::Standing::valid) continue;
        auto& account = accounts[each.account];
        account.subscriptions.push_back(&each);
        if (!each.user_licences || scene.catalogue().support().excluded_service(each.service)) continue;
        account.licences = account.licences.value_or(0) + static_cast<std::int32_t>(*each.user_licences);
    }
    return accounts;
}

std::string_view class_key(engine::Classification const& found)
{
    switch (found.account_class) {
    case engine::AccountClass::large_user: return "large.class.large_user";
    case engine::AccountClass::key_account: return "large.class.key_account";
    case engine::AccountClass::unclassified: break;
    }
    return "large.class.unclassified";
}

Tone tone_of(engine::AccountClass account_class)
{
    return account_class == engine::AccountClass::large_user ? Tone::covered
        : account_class == engine::AccountClass::key_account ? Tone::neutral
                                                             : Tone::ending;
}

engine::Classification class_in(Scene const& scene, std::string_view region, Account const& account)
{
    return engine::classify(scene.catalogue().support(), engine::terms_of(scene.ledger(), scene.catalogue()).thresholds,
        region, account.licences);
}

std::string why_unclassified(Words const& words, engine::Classification const& found, std::string const& region)
{
    switch (found.why) {
    case engine::Unclassified::no_threshold: return std::string { words("large.no_threshold") };
    case engine::Unclassified::no_licence_count: return std::string { words("large.why.no_licence_count") };
    case engine::Unclassified::unknown_region: return words("large.why.unknown_region", { { "region", region } });
    case engine::Unclassified::no: break;
    }
    return words("large.why.threshold", { { "number", words.number(found.threshold.value_or(0)) } });
}

// The largest class that a region gives it: what the list shows.
Chip best_chip(Scene const& scene, Account const& account)
{
    auto const& words = scene.words;
    std::string large, key;
    for (auto const& region : scene.catalogue().support().partner_regions()) {
        auto const found = class_in(scene, region, account);
        auto& regions = found.account_class == engine::AccountClass::large_user ? large : key;
        if (found.account_class == engine::AccountClass::unclassified) continue;
        if (!regions.empty()) regions += ", ";
        regions += region;
    }
    if (!large.empty()) return { Tone::covered, words("large.chip.large_user", { { "regions", large } }) };
    if (!key.empty()) return { Tone::neutral, words("large.chip.key_account", { { "regions", key } }) };
    return { Tone::ending, std::string { words("large.class.unclassified") } };
}

std::string licences_text(Words const& words, Account const& account)
{
    return account.licences ? words.plural("large.licences", *account.licences)
                            : std::string { words("large.no_licence_count") };
}

std::vector<ActionLine> account_lines(
    Scene const& scene, LargeAccountsRoute const& route, std::map<std::string, Account, std::less<>> const& accounts)
{
    std::vector<ActionLine> lines;
    for (auto const& [name, account] : accounts)
        lines.push_back({ .key = name,
            .subject = Subject::partner,
            .tone = Tone::neutral,
            .text = name,
            .second = joined({ licences_text(scene.words, account),
                scene.words.plural("large.subscriptions", std::ssize(account.subscriptions)) }),
            .chip = best_chip(scene, account),
            .open = scene.link(LargeAccountsRoute { .account = name, .query = route.query }),
            .selected = name == route.account });
    return lines;
}

std::vector<ActionLine> threshold_lines(Scene const& scene)
{
    auto const& words = scene.words;
    std::vector<ActionLine> lines;
    for (auto const& region : scene.catalogue().support().partner_regions()) {
        auto const id = scene.ledger().setting(engine::threshold_key(region));
        auto const from = id.exists() ? scene.ledger().settings()[id].number : 0;
        lines.push_back({ .key = region,
            .subject = Subject::contract,
            .tone = from > 0 ? Tone::covered : Tone::neutral,
            .text = region_name(words, region),
            .second =
                from > 0 ? words.plural("settings.from_licences", from) : std::string { words("large.no_threshold") },
            .action = std::string { words(from > 0 ? "settings.change" : "settings.set") },
            .run = "set:threshold:" + region });
    }
    return lines;
}

AccountDetail detail_of(Scene const& scene, std::string const& name, Account const& account)
{
    auto const& words = scene.words;
    AccountDetail detail { .title = name,
        .second = joined(
            { licences_text(words, account), words.plural("large.subscriptions", std::ssize(account.subscriptions)) }),
        .chip = best_chip(scene, account),
        .subscriptions = {},
        .regions = {} };
    for (auto const* const each : account.subscriptions) {
        auto const* const excluded = scene.catalogue().support().excluded_service(each->service);
        detail.subscriptions.push_back({ .key = each->key,
            .subject = Subject::contract,
            .tone = excluded ? Tone::ending : Tone::neutral,
            .text = each->service.empty() ? each->key : each->service,
            .second = joined({ each->super_admin_email, each->domain,
                each->user_licences ? words.plural("large.licences", *each->user_licences) : std::string {},
                each->zoid.empty() ? std::string {} : "ZOID " + each->zoid,
                each->zuid.empty() ? std::string {} : "ZUID " + each->zuid,
                excluded ? std::string { words("large.excluded") } : std::string {} }),
            .action = std::string { words("large.forget") },
            .run = "forget_subscription:" + each->key });
    }
    for (auto const& region : scene.catalogue().support().partner_regions()) {
        auto const found = class_in(scene, region, account);
        detail.regions.push_back({ .key = region,
            .subject = Subject::partner,
            .tone = tone_of(found.account_class),
            .text = joined({ region_name(words, region), std::string { words(class_key(found)) } }),
            .second = why_unclassified(words, found, region) });
    }
    return detail;
}

// R115, R124: whom an address, a domain or a number leads to.
void add_match(Scene const& scene, std::map<std::string, Account, std::less<>> const& accounts,
    LargeAccountsRoute const& route, LargeAccountsModel& model)
{
    auto const& words = scene.words;
    auto const subscriptions = engine::subscriptions_of(scene.ledger());
    engine::PartnerForm form;
    auto const& asked = route.query;
    bool const digits = !asked.empty() && asked.find_first_not_of("0123456789") == std::string::npos;
    if (digits) {
        form.zuid = form.zoid = asked;
    } else if (asked.find('@') == std::string::npos) {
        form.primary_email = "x@" + asked; // whoever it is at that domain
    } else {
        form.primary_email = asked;
    }
    auto const found = engine::match(form, subscriptions);
    if (found.by == engine::MatchedBy::nothing || !found.subscription) {
        model.match = words("large.no_match", { { "query", asked } });
        model.match_second = words("large.no_match_second");
        model.match_chip = { Tone::missing, std::string { words("large.unknown") } };
        return;
    }
    auto const by = std::string { engine::code(found.by) };
    model.match = words("large.match", { { "query", asked }, { "account", found.subscription->account } });
    model.match_second = words("large.match_by",
        { { "what", std::string { words("matched_by." + by) } }, { "service", found.subscription->service } });
    auto const account = accounts.find(found.subscription->account);
    if (account != accounts.end()) model.match_chip = best_chip(scene, account->second);
    model.match_fragment =
        scene.link(LargeAccountsRoute { .account = found.subscription->account, .query = route.query });
}

CatalogueSection excluded_section(Scene const& scene)
{
    for (auto& section : support_sections(scene))
        if (section.title == scene.words("catalogue.excluded")) return section;
    return {};
}

} // namespace

LargeAccountsModel large_accounts_model(Scene const& scene, LargeAccountsRoute const& route)
{
    auto const& words = scene.words;
    auto const accounts = accounts_of(scene);
    std::int64_t subscriptions = 0;
    for (auto const& [name, account] : accounts) subscriptions += std::ssize(account.subscriptions);
    LargeAccountsModel model;
    if (!accounts.empty())
        model.second = joined({ words.plural("large.accounts", std::ssize(accounts)),
            words.plural("large.subscriptions", subscriptions) });
    model.query = route.query;
    model.none = accounts.empty();
    model.accounts = account_lines(scene, route, accounts);
    model.thresholds = threshold_lines(scene);
    model.excluded = excluded_section(scene);
    if (!route.query.empty()) add_match(scene, accounts, route, model);
    if (auto const open = accounts.find(route.account); open != accounts.end())
        model.detail = detail_of(scene, open->first, open->second);
    return model;
}

} // namespace keyrack::portal
