#include "engine/draft.hpp"

#include "base/text.hpp"
#include "engine/email.hpp"

namespace keyrack::engine {

namespace {

constexpr std::size_t longest_quote = 60; // bytes of a name that is told back

bool is_capital(char letter)
{
    return letter >= 'A' && letter <= 'Z';
}

} // namespace

void Draft::check_name(std::string_view name)
{
    if (auto const fault = fault_of_name(name))
        object(Reason::bad_name,
            { { "fault", std::string { code(*fault) } }, { "name", shortened(name, longest_quote) } });
}

Country Draft::country(std::string_view letters)
{
    if (letters.empty()) return {};
    if (letters.size() == 2 && is_capital(letters[0]) && is_capital(letters[1])) return { { letters[0], letters[1] } };
    object(Reason::bad_country, { { "country", shortened(letters, longest_quote) } });
    return {};
}

AccountId Draft::account(std::string_view key)
{
    if (key.empty()) return AccountId::none();
    if (auto const id = ledger.account(key); stands(ledger.accounts(), id)) return id;
    object(Reason::unknown_account, { { "account", shortened(key, longest_quote) } });
    return AccountId::none();
}

OrderId Draft::order(std::string_view key)
{
    if (auto const id = ledger.order(key); stands(ledger.orders(), id)) return id;
    object(Reason::unknown_order, { { "order", shortened(key, longest_quote) } });
    return OrderId::none();
}

LicenceRef Draft::licence(LicenceKey const& key)
{
    auto const id = order(key.order);
    if (!id.exists()) return {};
    auto const quantity = ledger.orders()[id].quantity;
    if (key.number >= 1 && key.number <= quantity) return { id, key.number };
    object(Reason::unknown_licence,
        { { "licence", key.order + "/" + std::to_string(key.number), id },
            { "quantity", std::int64_t { quantity }, id } });
    return {};
}

RoomId Draft::room(std::string_view key)
{
    if (auto const id = ledger.room(key); stands(ledger.rooms(), id)) return id;
    object(Reason::unknown_room, { { "room", shortened(key, longest_quote) } });
    return RoomId::none();
}

DeviceId Draft::device(std::string_view serial)
{
    if (auto const id = ledger.device(serial); stands(ledger.devices(), id)) return id;
    object(Reason::unknown_device, { { "device", shortened(serial, longest_quote) } });
    return DeviceId::none();
}

OrgId Draft::org(std::string_view key)
{
    auto const& css = ledger.css();
    if (auto const id = css.org(key); stands(css.orgs(), id)) return id;
    object(Reason::unknown_org, { { "org", shortened(key, longest_quote) } });
    return OrgId::none();
}

ProductLineId Draft::product_line(std::string_view key)
{
    auto const& css = ledger.css();
    if (auto const id = css.line(key); stands(css.lines(), id)) return id;
    object(Reason::unknown_product_line, { { "product_line", shortened(key, longest_quote) } });
    return ProductLineId::none();
}

HoldingId Draft::holding(std::string_view key)
{
    auto const& css = ledger.css();
    if (auto const id = css.holding(key); stands(css.holdings(), id)) return id;
    object(Reason::unknown_licences, { { "licences", shortened(key, longest_quote) } });
    return HoldingId::none();
}

ContractId Draft::contract(std::string_view key)
{
    auto const& css = ledger.css();
    if (auto const id = css.contract(key); stands(css.contracts(), id)) return id;
    object(Reason::unknown_contract, { { "contract", shortened(key, longest_quote) } });
    return ContractId::none();
}

ServiceOrderId Draft::service_order(std::string_view key)
{
    if (auto const id = ledger.service_order(key); stands(ledger.service_orders(), id)) return id;
    object(Reason::unknown_order, { { "order", shortened(key, longest_quote) } });
    return ServiceOrderId::none();
}

InvitationId Draft::invitation(std::string_view link)
{
    if (auto const id = ledger.invitation(link); id.exists()) return id;
    object(Reason::unknown_invitation, { { "link", shortened(link, longest_quote) } });
    return InvitationId::none();
}

PersonId Draft::person(std::string_view email)
{
    if (auto const id = ledger.person(normal_email(email)); stands(ledger.people(), id)) return id;
    object(Reason::unknown_person, { { "email", shortened(email, longest_quote) } });
    return PersonId::none();
}

std::string Draft::email(std::string_view text)
{
    if (!is_email(text)) object(Reason::bad_email, { { "email", shortened(text, longest_quote) } });
    return normal_email(text);
}

FactValue value_or_none(std::optional<Date> date)
{
    return date && *date != never ? FactValue { *date } : FactValue { std::string {} };
}

FactValue value_or_none(std::optional<std::int32_t> number)
{
    return number ? FactValue { std::int64_t { *number } } : FactValue { std::string {} };
}

std::vector<Fact> changed(std::string_view what, FactValue expected, FactValue found)
{
    return { { "what", std::string { what } }, { "expected", std::move(expected) }, { "found", std::move(found) } };
}

} // namespace keyrack::engine
