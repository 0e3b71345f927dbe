// The dialog before service of Customer Success Services is bought, renewed or raised: what it is, what it costs, and the
// number of the order that it is bought with.
#include "base/verify.hpp"
#include "engine/css_rules.hpp"
#include "portal/dialog.hpp"

#include <iterator>
#include <variant>

namespace keyrack::portal {

namespace {

// Where the step takes the number of its order.
struct NumberIn
{
    std::string* operator()(engine::BuyCoverage& buy) const { return &buy.contract; }
    std::string* operator()(engine::RenewContract& renewed) const { return &renewed.renewal; }
    std::string* operator()(engine::ReinstateContract& again) const { return &again.reinstatement; }
    template <class Other>
    std::string* operator()(Other&) const
    {
        return nullptr;
    }
};

struct KindOf
{
    std::string_view operator()(engine::BuyCoverage const&) const { return ".buy"; }
    std::string_view operator()(engine::RenewContract const&) const { return ".renew"; }
    std::string_view operator()(engine::ReinstateContract const&) const { return ".reinstate"; }
    std::string_view operator()(engine::UpgradeTier const&) const { return ".upgrade"; }
    template <class Other>
    std::string_view operator()(Other const&) const
    {
        return {};
    }
};

struct TitleOf
{
    Words const& words;

    std::string operator()(engine::BuyCoverage const& buy) const
    {
        std::int64_t count = 0;
        for (auto const& line : buy.lines) count += line.quantity;
        return words.plural("remedy.buy", count);
    }
    std::string operator()(engine::RenewContract const& renewed) const
    {
        return words("dialog.buy_service.renew.title", { { "contract", renewed.contract } });
    }
    std::string operator()(engine::ReinstateContract const& again) const
    {
        return words("dialog.buy_service.reinstate.title", { { "contract", again.contract } });
    }
    std::string operator()(engine::UpgradeTier const& upgrade) const
    {
        auto tier = std::string { words("css_tier." + std::string { engine::code(upgrade.tier) }) };
        return words("dialog.buy_service.upgrade.title", { { "tier", std::move(tier) } });
    }
    std::string operator()(auto const&) const { VERIFY(false); } // nothing else is bought
};

// What is had for it, and from when.
struct TermOf
{
    Words const& words;

    [[nodiscard]] std::string years(std::int32_t count) const { return words.plural("dialog.years", count); }
    [[nodiscard]] std::string tier(catalogue::CssTier which) const
    {
        return std::string { words("css_tier." + std::string { engine::code(which) }) };
    }

    std::string operator()(engine::BuyCoverage const& buy) const
    {
        return words("dialog.buy_service.buy.term",
            { { "tier", tier(buy.tier) }, { "years", years(buy.years) }, { "date", words.short_date(buy.start) } });
    }
    std::string operator()(engine::RenewContract const& renewed) const
    {
        return words("dialog.buy_service.renew.term", { { "years", years(renewed.years) } });
    }
    std::string operator()(engine::ReinstateContract const& again) const
    {
        return words("dialog.buy_service.reinstate.term",
            { { "years", years(again.years) }, { "date", words.short_date(again.on) } });
    }
    std::string operator()(engine::UpgradeTier const& upgrade) const
    {
        return words.plural("dialog.buy_service.upgrade.term", std::ssize(upgrade.contracts),
            { { "tier", tier(upgrade.tier) }, { "date", words.short_date(upgrade.from) } });
    }
    template <class Other>
    std::string operator()(Other const&) const
    {
        return {};
    }
};

// What costs money is one step, whatever it cures.
template <class Visitor>
auto of_purchase(DialogState const& dialog, Visitor const& visitor)
{
    return std::visit(visitor, static_cast<engine::CommandKinds const&>(dialog.cure.front()));
}

std::string* number_in(engine::Command& step)
{
    return std::visit(NumberIn {}, static_cast<engine::CommandKinds&>(step));
}

} // namespace

std::string purchase_kind(DialogState const& dialog)
{
    if (dialog.kind != DialogKind::buy_service) return {};
    return std::string { of_purchase(dialog, KindOf {}) };
}

std::string purchase_title(Words const& words, DialogState const& dialog)
{
    return of_purchase(dialog, TitleOf { words });
}

std::string purchase_text(Words const& words, DialogState const& dialog)
{
    return of_purchase(dialog, TermOf { words }) + ' ' + dialog.what;
}

bool has_number_to_come(DialogState const& dialog)
{
    auto step = dialog.cure.front();
    return number_in(step) != nullptr;
}

std::vector<engine::Command> purchase_commands(DialogState const& dialog, FieldErrors& errors)
{
    auto steps = dialog.cure;
    if (auto* const number = number_in(steps.front())) *number = required(dialog, "order", errors);
    return steps;
}

} // namespace keyrack::portal
