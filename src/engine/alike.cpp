#include "engine/alike.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace keyrack::engine {

namespace {

constexpr std::size_t longest_compared = 64; // bytes, folded
constexpr std::size_t most_alike = 3;

// One slip is let pass in a word, two in a long one, none where it is too short to tell.
std::size_t slips_in(std::size_t length)
{
    return length < 4 ? 0 : length < 10 ? 1 : 2;
}

std::string digits_of(std::string_view text)
{
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char each) { return each >= '0' && each <= '9'; });
    return digits;
}

// Letters left out, put in, changed, or two swapped.
std::size_t slips_between(std::string_view left, std::string_view right)
{
    using Row = std::array<std::size_t, longest_compared + 1>;
    Row before {}, last {}, now {};
    for (std::size_t at = 0; at <= right.size(); ++at) last[at] = at;
    for (std::size_t row = 1; row <= left.size(); ++row) {
        now[0] = row;
        for (std::size_t at = 1; at <= right.size(); ++at) {
            bool const same = left[row - 1] == right[at - 1];
            now[at] = std::min({ last[at] + 1, now[at - 1] + 1, last[at - 1] + (same ? 0U : 1U) });
            bool const swapped = row > 1 && at > 1 && left[row - 1] == right[at - 2] && left[row - 2] == right[at - 1];
            if (swapped) now[at] = std::min(now[at], before[at - 2] + 1);
        }
        before = std::exchange(last, now);
    }
    return last[right.size()];
}

// How far apart they are; nothing where they are two names. Numbers tell things of one series apart, so they have to agree.
std::optional<std::size_t> slips_if_alike(std::string_view wrong, std::string_view known)
{
    auto const allowed = slips_in(wrong.size());
    if (wrong.size() > longest_compared || known.size() > longest_compared) return std::nullopt;
    if (std::max(wrong.size(), known.size()) > std::min(wrong.size(), known.size()) + allowed) return std::nullopt;
    if (digits_of(wrong) != digits_of(known)) return std::nullopt;
    auto const slips = slips_between(wrong, known);
    return slips <= allowed ? std::optional { slips } : std::nullopt;
}

// Gathers the keys that are nearest to what was written, the nearest first.
class Alike
{
public:
    explicit Alike(std::string_view wrong) : m_wrong(folded(wrong)) { }

    // `name`: what people call it besides; empty where that is its key.
    void look_at(std::string const& key, std::string_view name = {})
    {
        auto slips = slips_if_alike(m_wrong, folded(key));
        if (!name.empty() && folded(name) == m_wrong) slips = 0;
        if (slips) m_found.emplace_back(*slips, key);
    }
    template <class Row>
    void look_through(std::vector<Row> const& rows, std::string Row::* key, std::string Row::* name = nullptr)
    {
        for (Row const& row : rows)
            if (stands(row)) look_at(row.*key, name ? std::string_view { row.*name } : std::string_view {});
    }
    std::vector<std::string> take()
    {
        std::ranges::stable_sort(m_found, {}, [](auto const& each) { return each.first; });
        if (m_found.size() > most_alike) m_found.resize(most_alike);
        std::vector<std::string> keys;
        for (auto& [slips, key] : m_found) keys.push_back(std::move(key));
        return keys;
    }

private:
    template <class Row>
    static bool stands(Row const& row)
    {
        if constexpr (requires { row.standing; }) return row.standing == Standing::valid;
        return true;
    }

    std::string m_wrong;
    std::vector<std::pair<std::size_t, std::string>> m_found;
};

void look_at_places(catalogue::Support const& support, Alike& alike)
{
    for (auto const& region : support.partner_regions()) alike.look_at(region);
    for (auto const& hours : support.hours) alike.look_at(hours.region);
    for (auto const& zone : support.zones) alike.look_at(zone.name);
}

void look_through_css(Reason reason, CssTables const& css, Alike& alike)
{
    switch (reason) {
    case Reason::unknown_org: return alike.look_through(css.orgs().rows(), &Org::key, &Org::name);
    case Reason::unknown_product_line:
        return alike.look_through(css.lines().rows(), &ProductLine::key, &ProductLine::name);
    case Reason::unknown_licences: return alike.look_through(css.holdings().rows(), &Holding::key);
    case Reason::unknown_contract: return alike.look_through(css.contracts().rows(), &Contract::key);
    case Reason::unknown_hours: return alike.look_through(css.hours().rows(), &HoursUse::key);
    default: return;
    }
}

void look_through_service(Reason reason, Ledger const& ledger, Alike& alike)
{
    switch (reason) {
    case Reason::unknown_person: return alike.look_through(ledger.people().rows(), &Person::key);
    case Reason::unknown_ticket: return alike.look_through(ledger.tickets().rows(), &SupportTicket::key);
    case Reason::unknown_subscription:
        return alike.look_through(ledger.subscriptions().rows(), &ServiceSubscription::key);
    case Reason::unknown_sync_room: return alike.look_through(ledger.sync_rooms().rows(), &SyncRoom::key);
    case Reason::unknown_spare: return alike.look_through(ledger.onsite_spares().rows(), &OnsiteSpare::key);
    default: return look_through_css(reason, ledger.css(), alike);
    }
}

// Links of invitations are not among them: nobody shall guess one.
void look_through(Reason reason, Asked const& asked, Alike& alike)
{
    Ledger const& ledger = asked.ledger;
    switch (reason) {
    case Reason::unknown_account: return alike.look_through(ledger.accounts().rows(), &Account::key, &Account::name);
    case Reason::unknown_programme:
        return alike.look_through(
            asked.catalogue.programmes(), &catalogue::Programme::key, &catalogue::Programme::name);
    case Reason::unknown_order:
        alike.look_through(ledger.orders().rows(), &Order::key);
        return alike.look_through(ledger.service_orders().rows(), &ServiceOrder::key);
    case Reason::unknown_room: return alike.look_through(ledger.rooms().rows(), &Room::key, &Room::name);
    case Reason::unknown_device: return alike.look_through(ledger.devices().rows(), &Device::serial);
    case Reason::unknown_site:
        for (auto const& site : ledger.sites().all()) alike.look_at(site);
        return;
    case Reason::unknown_place: return look_at_places(asked.catalogue.support(), alike);
    default: return look_through_service(reason, ledger, alike);
    }
}

} // namespace

std::vector<std::string> keys_like(Reason reason, std::string_view wrong, Asked const& asked)
{
    Alike alike { wrong };
    look_through(reason, asked, alike);
    return alike.take();
}

} // namespace keyrack::engine
