#include "portal/css_journal_words.hpp"

#include <iterator>

namespace keyrack::portal {

std::string CssCommandText::operator()(engine::AddOrgId const& command) const
{
    auto const& words = css_scene.words;
    return words("journal.add_org_id", { { "org", command.org } });
}

std::string CssCommandText::operator()(engine::RemoveOrgId const& command) const
{
    auto const& words = css_scene.words;
    return words("journal.remove_org_id", { { "org", command.org } });
}

std::string CssCommandText::operator()(engine::AddProductLine const& command) const
{
    auto const& words = css_scene.words;
    return words("journal.add_product_line", { { "product_line", command.name } });
}

std::string CssCommandText::operator()(engine::RemoveProductLine const& command) const
{
    auto const& words = css_scene.words;
    return words("journal.remove_product_line", { { "product_line", command.product_line } });
}

std::string CssCommandText::operator()(engine::RemoveSoftwareLicences const& command) const
{
    auto const& words = css_scene.words;
    return words("journal.remove_software_licences", { { "licences", command.licences } });
}

std::string CssCommandText::operator()(engine::WithdrawTransfer const& command) const
{
    auto const& words = css_scene.words;
    return words("journal.withdraw_transfer", { { "licences", command.becomes } });
}

std::string CssCommandText::operator()(engine::BuyCoverage const& command) const
{
    auto const& words = css_scene.words;
    return words(
        "journal.buy_coverage", { { "contract", command.contract }, { "date", words.short_date(command.start) } });
}

std::string CssCommandText::operator()(engine::RemoveCoverage const& command) const
{
    auto const& words = css_scene.words;
    return words("journal.remove_coverage", { { "contract", command.contract } });
}

std::string CssCommandText::operator()(engine::RenewContract const& command) const
{
    auto const& words = css_scene.words;
    return words("journal.renew_contract", { { "contract", command.contract }, { "renewal", command.renewal } });
}

std::string CssCommandText::operator()(engine::ReinstateContract const& command) const
{
    auto const& words = css_scene.words;
    return words(
        "journal.reinstate_contract", { { "contract", command.contract }, { "date", words.short_date(command.on) } });
}

std::string CssCommandText::operator()(engine::WithdrawHours const& command) const
{
    auto const& words = css_scene.words;
    return words("journal.withdraw_hours", { { "use", command.use } });
}

std::string CssCommandText::operator()(engine::SetLifecycle const& command) const
{
    auto const& words = css_scene.words;
    return words("journal.set_lifecycle", { { "product_line", command.product_line }, { "version", command.version } });
}

std::string CssCommandText::operator()(engine::AddSoftwareLicences const& command) const
{
    auto const& words = css_scene.words;
    return words.plural(
        "journal.add_software_licences", command.count, { { "licences", command.licences }, { "org", command.org } });
}

std::string CssCommandText::operator()(engine::RetireLicences const& command) const
{
    auto const& words = css_scene.words;
    return words.plural("journal.retire_licences", command.count,
        { { "licences", command.licences }, { "date", words.short_date(command.on) } });
}

std::string CssCommandText::operator()(engine::TransferLicences const& command) const
{
    auto const& words = css_scene.words;
    return words.plural("journal.transfer_licences", command.count,
        { { "licences", command.licences }, { "org", command.to_org }, { "date", words.short_date(command.on) } });
}

std::string CssCommandText::operator()(engine::UpgradeTier const& command) const
{
    auto const& words = css_scene.words;
    return words.plural(
        "journal.upgrade_tier", std::ssize(command.contracts), { { "date", words.short_date(command.from) } });
}

std::string CssCommandText::operator()(engine::WithdrawUpgrade const& command) const
{
    auto const& words = css_scene.words;
    return words.plural(
        "journal.withdraw_upgrade", std::ssize(command.contracts), { { "date", words.short_date(command.from) } });
}

std::string CssCommandText::operator()(engine::UseHours const& command) const
{
    auto const& words = css_scene.words;
    return words.plural("journal.use_hours", command.hours,
        { { "contract", command.contract }, { "date", words.short_date(command.on) } });
}

std::string CssCommandText::operator()(engine::SetCssPrice const& command) const
{
    auto const& words = css_scene.words;
    return std::string { words(command.amount ? "journal.set_css_price" : "journal.no_css_price") };
}

} // namespace keyrack::portal
