// Names: what nothing is called, or is no longer there, and what is taken.

#include "engine/alike.hpp"
#include "engine/people.hpp"
#include "engine/retelling_parts.hpp"
#include "engine/ways_parts.hpp"

#include <concepts>
#include <optional>

namespace keyrack::engine {

namespace {

// --- where a command names things ------------------------------------------------------------------------------------

// Calls `use` with each name that a command has of the kind that the reason says is unknown.
template <class Use>
struct EachName
{
    Reason reason {};
    Use use;

    template <class Kind>
    void operator()(Kind& command) const
    {
        in_orders(command);
        in_rooms(command);
        in_css(command);
        at_the_desk(command);
        if constexpr (requires { command.lines; }) in_list(command.lines);
        if constexpr (requires { command.pairs; }) in_list(command.pairs);
        if constexpr (requires { command.assignments; }) in_list(command.assignments);
        if constexpr (requires { command.about->room; })
            if (command.about) in_subject(*command.about);
    }

private:
    [[nodiscard]] bool is(Reason one) const { return reason == one; }

    template <class Kind>
    void in_orders(Kind& command) const
    {
        if constexpr (requires { command.account; })
            if (is(Reason::unknown_account)) use(command.account);
        if constexpr (requires { command.parent; })
            if (is(Reason::unknown_account)) use(command.parent);
        if constexpr (requires { command.programme; })
            if (is(Reason::unknown_programme)) use(command.programme);
        if constexpr (requires { command.order; })
            if (is(Reason::unknown_order)) use(command.order);
        if constexpr (requires { command.licence; })
            if (is(Reason::unknown_order)) use(command.licence.order);
    }
    template <class Kind>
    void in_rooms(Kind& command) const
    {
        if constexpr (requires { command.room; })
            if (is(Reason::unknown_room)) use(command.room);
        if constexpr (requires { command.serial; })
            if (is(Reason::unknown_device)) use(command.serial);
        if constexpr (requires { command.site; })
            if (is(Reason::unknown_site)) use(command.site);
        if constexpr (requires { command.sync_id; })
            if (is(Reason::unknown_sync_room)) use(command.sync_id);
        if constexpr (requires { command.spare; })
            if (is(Reason::unknown_spare)) use(command.spare);
    }
    template <class Kind>
    void in_css(Kind& command) const
    {
        if constexpr (requires { command.org; })
            if (is(Reason::unknown_org)) use(command.org);
        if constexpr (requires { command.to_org; })
            if (is(Reason::unknown_org)) use(command.to_org);
        if constexpr (requires { command.product_line; })
            if (is(Reason::unknown_product_line)) use(command.product_line);
        if constexpr (requires { command.licences; })
            if (is(Reason::unknown_licences)) use(command.licences);
        if constexpr (requires { command.becomes; })
            if (is(Reason::unknown_licences)) use(command.becomes);
        if constexpr (requires { command.contract; })
            if (is(Reason::unknown_contract)) use(command.contract);
        if constexpr (requires { command.contracts; })
            if (is(Reason::unknown_contract)) std::ranges::for_each(command.contracts, use);
        if constexpr (requires { command.use; })
            if (is(Reason::unknown_hours)) use(command.use);
    }
    template <class Kind>
    void at_the_desk(Kind& command) const
    {
        if constexpr (requires { command.email; })
            if (is(Reason::unknown_person)) use(command.email);
        if constexpr (requires { command.ticket; })
            if (is(Reason::unknown_ticket)) use(command.ticket);
        if constexpr (requires { command.subscription; })
            if (is(Reason::unknown_subscription)) use(command.subscription);
        if (!is(Reason::unknown_place)) return;
        if constexpr (std::same_as<Kind, SetLicenceThreshold>) use(command.region);
        if constexpr (requires { command.place->region; })
            if (command.place) {
                use(command.place->region);
                use(command.place->zone);
            }
        if constexpr (requires { command.partner->region; })
            if (command.partner) use(command.partner->region);
    }
    void in_subject(TicketSubject& about) const
    {
        in_rooms(about);
        in_css(about);
        if (is(Reason::unknown_device)) use(about.device);
    }
    void in_list(std::vector<Pairing>& pairs) const
    {
        for (Pairing& pair : pairs) {
            in_orders(pair);
            in_rooms(pair);
        }
    }
    void in_list(std::vector<Withdrawal>& assignments) const
    {
        for (Withdrawal& each : assignments) in_orders(each);
    }
    void in_list(std::vector<CoverageLine>& lines) const
    {
        for (CoverageLine& line : lines) in_css(line);
    }
    void in_list(std::vector<OrderLine>& lines) const
    {
        for (OrderLine& line : lines) in_orders(line);
    }
};

Command renamed(Command command, Reason reason, std::string const& wrong, std::string const& right)
{
    auto const use = [&](std::string& name) {
        if (name == wrong) name = right;
    };
    std::visit(EachName { reason, use }, static_cast<CommandKinds&>(command));
    return command;
}

// --- what was taken back ---------------------------------------------------------------------------------------------

std::string key_of(Ledger const& ledger, AccountId account)
{
    return standing_key(ledger.accounts(), account, &Account::key);
}

template <class Row, class IdOf>
Row const* taken_back(Table<Row, IdOf> const& table, IdOf id)
{
    return id.exists() && table[id].standing == Standing::withdrawn ? &table[id] : nullptr;
}

std::optional<Command> room_again(Ledger const& ledger, std::string const& key)
{
    auto const* const row = taken_back(ledger.rooms(), ledger.room(key));
    if (!row) return std::nullopt;
    return AddRoom { row->key, row->name, ledger.sites()[row->site], letters_of(row->country),
        key_of(ledger, row->account), row->in_sync, row->importance };
}

std::optional<Command> device_again(Ledger const& ledger, std::string const& serial)
{
    auto const* const row = taken_back(ledger.devices(), ledger.device(serial));
    if (!row) return std::nullopt;
    auto const since = row->in_room_since == always ? std::nullopt : std::optional { row->in_room_since };
    return AddDevice { row->serial, ledger.models()[row->model], row->purchased_on,
        standing_key(ledger.rooms(), row->room, &Room::key), since };
}

// R34, R45: what was ordered is there once it is processed; what was taken back, once it is placed again.
std::optional<Command> order_again(Asked const& asked, std::string const& key)
{
    Ledger const& ledger = asked.ledger;
    auto const waiting = ledger.service_order(key);
    if (waiting.exists() && ledger.service_orders()[waiting].standing == Standing::valid) {
        auto link = "welcome-" + key;
        if (ledger.invitation(link).exists()) link = new_link(ledger, link);
        return ProcessServiceOrder { key, {}, std::move(link), asked.as_of };
    }
    auto const* const row = taken_back(ledger.orders(), ledger.order(key));
    if (!row) return std::nullopt;
    return PlaceOrder { row->key, key_of(ledger, row->account), asked.catalogue[row->programme].key, row->years,
        row->quantity, row->purchased_on, row->cancelled_on };
}

std::optional<Command> css_again(Reason reason, Ledger const& ledger, std::string const& key)
{
    auto const& css = ledger.css();
    if (reason == Reason::unknown_org)
        if (auto const* row = taken_back(css.orgs(), css.org(key)))
            return AddOrgId { row->key, row->name, key_of(ledger, row->account), row->region };
    if (reason == Reason::unknown_product_line)
        if (auto const* row = taken_back(css.lines(), css.line(key)))
            return AddProductLine { row->key, row->name, row->kind };
    if (reason == Reason::unknown_licences)
        if (auto const* row = taken_back(css.holdings(), css.holding(key)); row && !row->from.exists())
            return AddSoftwareLicences { row->key, css.lines()[row->line].key, css.orgs()[row->org].key, row->edition,
                row->pricing, row->count, row->acquired_on };
    return std::nullopt;
}

std::optional<Command> sync_room_again(Ledger const& ledger, std::string const& sync_id)
{
    auto const* const row = taken_back(ledger.sync_rooms(), ledger.sync_room(sync_id));
    if (!row) return std::nullopt;
    return LinkSyncRoom { ledger.rooms()[row->room].key, row->key };
}

std::optional<Command> put_again(Reason reason, std::string const& key, Asked const& asked)
{
    switch (reason) {
    case Reason::unknown_room: return room_again(asked.ledger, key);
    case Reason::unknown_device: return device_again(asked.ledger, key);
    case Reason::unknown_order: return order_again(asked, key);
    case Reason::unknown_sync_room: return sync_room_again(asked.ledger, key);
    default: return css_again(reason, asked.ledger, key);
    }
}

// What takes a thing back wants it gone, and it is.
template <class... Kinds>
bool is_one_of(Command const& command)
{
    return (std::holds_alternative<Kinds>(command) || ...);
}
bool takes_back(Command const& command)
{
    return is_one_of<RemoveAccount, RemoveOrder, RemoveRoom, RemoveDevice, RemoveOrgId, RemoveProductLine,
        RemoveSoftwareLicences, RemoveCoverage, WithdrawTransfer, UnlinkSyncRoom, WithdrawAssignments,
        WithdrawExtension>(command);
}

Ways past_unknown(Command const& command, Denial const& denial, Asked const& asked)
{
    auto const* const wrong = denial.facts.empty() ? nullptr : std::get_if<std::string>(&denial.facts.front().value);
    if (!wrong || wrong->empty()) return {};
    Ways ways;
    for (auto const& key : keys_like(denial.reason, *wrong, asked)) {
        auto other = renamed(command, denial.reason, *wrong, key);
        if (!(other == command)) ways.push_back(instead(std::move(other)));
    }
    auto again = takes_back(command) ? std::nullopt : put_again(denial.reason, *wrong, asked);
    if (again && !(*again == command)) ways.push_back(after({ std::move(*again) }, command));
    return ways;
}

// --- keys that are taken ---------------------------------------------------------------------------------------------

// One a kind that brings something with a key of its own: the command under a key that is free, called after the one that
// is not, as links and split orders have it. Serial numbers, addresses and e-mails are nobody's to choose.
struct FreeKey
{
    Ledger const& ledger;

    Ways operator()(auto const&) const { return {}; }
    Ways operator()(AddAccount const& given) const { return free(given, &AddAccount::key, &Ledger::account); }
    Ways operator()(PlaceOrder const& given) const { return free_order(given, &PlaceOrder::order); }
    Ways operator()(PlaceServiceOrder const& given) const { return free_order(given, &PlaceServiceOrder::order); }
    Ways operator()(ProcessServiceOrder const& given) const { return free_link(given, &ProcessServiceOrder::link); }
    Ways operator()(SendInvitation const& given) const { return free_link(given, &SendInvitation::link); }
    Ways operator()(ResendInvitation const& given) const { return free_link(given, &ResendInvitation::new_link); }
    Ways operator()(AddOrgId const& given) const { return free_css(given, &AddOrgId::org, &CssTables::org); }
    Ways operator()(AddProductLine const& given) const
    {
        return free_css(given, &AddProductLine::product_line, &CssTables::line);
    }
    Ways operator()(AddSoftwareLicences const& given) const
    {
        return free_css(given, &AddSoftwareLicences::licences, &CssTables::holding);
    }
    Ways operator()(TransferLicences const& given) const
    {
        return free_css(given, &TransferLicences::becomes, &CssTables::holding);
    }
    Ways operator()(BuyCoverage const& given) const
    {
        return free_css(given, &BuyCoverage::contract, &CssTables::contract);
    }
    Ways operator()(RenewContract const& given) const
    {
        return free_css(given, &RenewContract::renewal, &CssTables::contract);
    }
    Ways operator()(ReinstateContract const& given) const
    {
        return free_css(given, &ReinstateContract::reinstatement, &CssTables::contract);
    }
    Ways operator()(UseHours const& given) const { return free_css(given, &UseHours::use, &CssTables::hours_use); }
    Ways operator()(OpenTicket const& given) const { return free(given, &OpenTicket::ticket, &Ledger::ticket); }
    Ways operator()(AgreeSpare const& given) const { return free(given, &AgreeSpare::spare, &Ledger::onsite_spare); }

private:
    template <class Kind, class Taken>
    static Ways free_where(Kind command, std::string Kind::* key, Taken const& taken)
    {
        if (!taken(command.*key)) return {};
        auto const stem = command.*key;
        for (int number = 2; taken(command.*key); ++number) command.*key = stem + "-" + std::to_string(number);
        return { instead(std::move(command)) };
    }
    template <class Kind, class Found>
    Ways free(Kind const& command, std::string Kind::* key, Found (Ledger::*find)(std::string_view) const) const
    {
        return free_where(command, key, [&](auto& wanted) { return (ledger.*find)(wanted).exists(); });
    }
    template <class Kind, class Found>
    Ways free_css(Kind const& command, std::string Kind::* key, Found (CssTables::*find)(std::string_view) const) const
    {
        return free_where(command, key, [&](auto& wanted) { return (ledger.css().*find)(wanted).exists(); });
    }
    template <class Kind>
    Ways free_link(Kind const& command, std::string Kind::* key) const
    {
        return free(command, key, &Ledger::invitation);
    }
    template <class Kind>
    Ways free_order(Kind const& command, std::string Kind::* key) const
    {
        return free_where(command, key,
            [&](auto& wanted) { return ledger.order(wanted).exists() || ledger.service_order(wanted).exists(); });
    }
};

// "no" for "NO".
Ways in_capitals(Command command, std::string const& letters)
{
    if (letters.size() != 2) return {};
    std::string capitals = letters;
    for (char& each : capitals)
        if (each >= 'a' && each <= 'z') each = static_cast<char>(each - 'a' + 'A');
    auto const use = [&](std::string& country) {
        if (country == letters) country = capitals;
    };
    auto const before = command;
    std::visit(
        [&](auto& each) {
            if constexpr (requires { each.country; }) use(each.country);
            if constexpr (requires { each.details.country; }) use(each.details.country);
            if constexpr (requires { each.place->country; })
                if (each.place) use(each.place->country);
        },
        static_cast<CommandKinds&>(command));
    return command == before ? Ways {} : Ways { instead(std::move(command)) };
}

Ways past_bad_country(Command const& command, Denial const& denial)
{
    auto const* const letters = std::get_if<std::string>(&denial.facts.front().value);
    return letters ? in_capitals(command, *letters) : Ways {};
}

} // namespace

Ways ways_by_name(Command const& command, Denial const& denial, Asked const& asked)
{
    switch (denial.reason) {
    case Reason::not_the_first_entry:
        if (asked.ledger.opened()) return {};
        return { after({ OpenTenant { "NEW-1" } }, command) };
    case Reason::bad_country: return past_bad_country(command, denial);
    case Reason::key_taken: return std::visit(FreeKey { asked.ledger }, static_cast<CommandKinds const&>(command));
    default: return past_unknown(command, denial, asked);
    }
}

} // namespace keyrack::engine
