#include "portal/css_journal_words.hpp"

#include <iterator>

namespace keyrack::portal {

namespace {

std::string key_of(std::string_view key, Telling telling)
{
    constexpr std::string_view journal = "journal.";
    if (telling == Telling::done) return std::string { key };
    return "proposal." + std::string { key.substr(journal.size()) };
}

} // namespace

std::string CommandWords::operator()(std::string_view key, Arguments arguments) const
{
    return words(key_of(key, telling), arguments);
}

std::string CommandWords::plural(std::string_view key, std::int64_t count, Arguments arguments) const
{
    return words.plural(key_of(key, telling), count, arguments);
}

std::string CssCommandText::operator()(engine::AddOrgId const& command) const
{
    return tell("journal.add_org_id", { { "org", command.org } });
}

std::string CssCommandText::operator()(engine::RemoveOrgId const& command) const
{
    return tell("journal.remove_org_id", { { "org", command.org } });
}

std::string CssCommandText::operator()(engine::AddProductLine const& command) const
{
    return tell("journal.add_product_line", { { "product_line", command.name } });
}

std::string CssCommandText::operator()(engine::RemoveProductLine const& command) const
{
    return tell("journal.remove_product_line", { { "product_line", command.product_line } });
}

std::string CssCommandText::operator()(engine::RemoveSoftwareLicences const& command) const
{
    return tell("journal.remove_software_licences", { { "licences", command.licences } });
}

std::string CssCommandText::operator()(engine::WithdrawTransfer const& command) const
{
    return tell("journal.withdraw_transfer", { { "licences", command.becomes } });
}

std::string CssCommandText::operator()(engine::BuyCoverage const& command) const
{
    return tell(
        "journal.buy_coverage", { { "contract", command.contract }, { "date", words.short_date(command.start) } });
}

std::string CssCommandText::operator()(engine::RemoveCoverage const& command) const
{
    return tell("journal.remove_coverage", { { "contract", command.contract } });
}

std::string CssCommandText::operator()(engine::RenewContract const& command) const
{
    return tell("journal.renew_contract", { { "contract", command.contract }, { "renewal", command.renewal } });
}

std::string CssCommandText::operator()(engine::ReinstateContract const& command) const
{
    return tell(
        "journal.reinstate_contract", { { "contract", command.contract }, { "date", words.short_date(command.on) } });
}

std::string CssCommandText::operator()(engine::WithdrawHours const& command) const
{
    return tell("journal.withdraw_hours", { { "use", command.use } });
}

std::string CssCommandText::operator()(engine::SetLifecycle const& command) const
{
    return tell("journal.set_lifecycle", { { "product_line", command.product_line }, { "version", command.version } });
}

std::string CssCommandText::operator()(engine::AddSoftwareLicences const& command) const
{
    return tell.plural(
        "journal.add_software_licences", command.count, { { "licences", command.licences }, { "org", command.org } });
}

std::string CssCommandText::operator()(engine::RetireLicences const& command) const
{
    return tell.plural("journal.retire_licences", command.count,
        { { "licences", command.licences }, { "date", words.short_date(command.on) } });
}

std::string CssCommandText::operator()(engine::TransferLicences const& command) const
{
    return tell.plural("journal.transfer_licences", command.count,
        { { "licences", command.licences }, { "org", command.to_org }, { "date", words.short_date(command.on) } });
}

std::string CssCommandText::operator()(engine::UpgradeTier const& command) const
{
    return tell.plural(
        "journal.upgrade_tier", std::ssize(command.contracts), { { "date", words.short_date(command.from) } });
}

std::string CssCommandText::operator()(engine::WithdrawUpgrade const& command) const
{
    return tell.plural(
        "journal.withdraw_upgrade", std::ssize(command.contracts), { { "date", words.short_date(command.from) } });
}

std::string CssCommandText::operator()(engine::UseHours const& command) const
{
    return tell.plural("journal.use_hours", command.hours,
        { { "contract", command.contract }, { "date", words.short_date(command.on) } });
}

std::string CssCommandText::operator()(engine::SetCssPrice const& command) const
{
    return tell(command.amount ? "journal.set_css_price" : "journal.no_css_price");
}

} // namespace keyrack::portal
