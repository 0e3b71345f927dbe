#include "engine/service_orders.hpp"

#include "base/text.hpp"
#include "engine/email.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

using catalogue::Catalogue;
using Codes = std::vector<std::string_view>;

std::string joined(Codes const& codes)
{
    std::string text;
    for (std::string_view const code : codes) text.append(text.empty() ? "" : ", ").append(code);
    return text;
}

bool is_blank(std::string const& text)
{
    return text.find_first_not_of(' ') == std::string::npos;
}

struct PartyCodes
{
    std::string_view name, email, address;
};

void add_missing(Party const& party, PartyCodes const& codes, Codes& missing)
{
    if (is_blank(party.name)) missing.push_back(codes.name);
    if (!is_email(party.email)) missing.push_back(codes.email);
    if (is_blank(party.address)) missing.push_back(codes.address);
}

// The programmes of the lines, each once, in their order.
std::vector<std::string> programmes_of(std::vector<OrderLine> const& lines)
{
    std::vector<std::string> keys;
    for (OrderLine const& line : lines)
        if (std::ranges::find(keys, line.programme) == keys.end()) keys.push_back(line.programme);
    return keys;
}

// A key that neither an order nor one of those proposed before has.
std::string free_key(Ledger const& ledger, std::string const& stem, int& number)
{
    for (;; ++number) {
        std::string key = stem + "-" + std::to_string(number);
        if (!ledger.order(key).exists() && !ledger.service_order(key).exists()) {
            ++number;
            return key;
        }
    }
}

// Letters and digits, in any script, stay; everything else parts words.
bool parts_words(char byte)
{
    auto const code = static_cast<unsigned char>(byte);
    bool const digit = byte >= '0' && byte <= '9';
    bool const letter = byte >= 'a' && byte <= 'z';
    return code < 0x80 && !digit && !letter;
}

} // namespace

Codes missing_from(std::vector<OrderLine> const& lines, OrderDetails const& details)
{
    Codes missing;
    auto const no_sku = [](OrderLine const& line) { return line.programme.empty() || line.years < 1; };
    if (lines.empty() || std::ranges::any_of(lines, no_sku)) missing.push_back("sku");
    auto const no_quantity = [](OrderLine const& line) { return line.quantity < 1; };
    if (lines.empty() || std::ranges::any_of(lines, no_quantity)) missing.push_back("quantity");
    add_missing(details.customer, { "customer.name", "customer.email", "customer.address" }, missing);
    add_missing(details.reseller, { "reseller.name", "reseller.email", "reseller.address" }, missing);
    add_missing(details.distributor, { "distributor.name", "distributor.email", "distributor.address" }, missing);
    return missing;
}

std::vector<OrderLine> lines_of(ServiceOrder const& order)
{
    return { { order.programme, order.years, order.quantity } };
}

template <Witness W>
bool order_is_complete(
    std::string const& key, std::vector<OrderLine> const& lines, OrderDetails const& details, W& witness)
{
    auto const missing = missing_from(lines, details);
    return witness.demand(Rule::order_is_complete, missing.empty(), [&](auto& proof) {
        proof.fact("order", key);
        if (!missing.empty()) proof.fact("missing", joined(missing));
    });
}

template <Witness W>
bool order_has_one_service(std::string const& key, std::vector<OrderLine> const& lines, W& witness)
{
    auto const programmes = programmes_of(lines);
    return witness.demand(Rule::order_has_one_service, lines.size() < 2, [&](auto& proof) {
        proof.fact("order", key);
        proof.fact("programmes", joined({ programmes.begin(), programmes.end() }));
    });
}

template <Witness W>
bool addressee_is_one_person(Catalogue const& catalogue, std::string_view email, W& witness)
{
    auto const& groups = catalogue.desk().group_mailboxes.value;
    bool const holds = std::ranges::find(groups, local_part(email)) == groups.end();
    return witness.demand(
        Rule::addressee_is_one_person, holds, [&](auto& proof) { proof.fact("email", normal_email(email)); });
}

template <Witness W>
bool addressee_is_of_customer(OrderDetails const& details, W& witness)
{
    auto const domain = domain_of(details.customer.email);
    auto const told = normal_email(details.customer_domain);
    bool const of_seller =
        domain == domain_of(details.reseller.email) || domain == domain_of(details.distributor.email);
    bool const holds = told.empty() ? !of_seller : is_within(domain, told);
    return witness.demand(Rule::addressee_is_of_customer, domain.empty() || holds, [&](auto& proof) {
        proof.fact("email", normal_email(details.customer.email));
        proof.fact("domain", told.empty() ? domain : told);
    });
}

std::vector<Command> split_by_service(Ledger const& ledger, PlaceServiceOrder const& order)
{
    std::vector<Command> orders;
    if (order.lines.size() < 2) return orders;
    int number = 1;
    for (OrderLine const& line : order.lines) {
        PlaceServiceOrder one = order;
        one.order = free_key(ledger, order.order, number);
        one.lines = { line };
        orders.emplace_back(std::move(one));
    }
    return orders;
}

std::string normal_address(std::string_view text)
{
    std::string normal;
    bool between = false;
    for (char const byte : folded(text)) {
        if (parts_words(byte)) {
            between = !normal.empty();
            continue;
        }
        if (between) normal += ' ';
        between = false;
        normal += byte;
    }
    return normal;
}

template <Witness W>
AccountMatch account_matching(Ledger const& ledger, std::string_view address, W& witness)
{
    AccountMatch match;
    auto const id = ledger.address(normal_address(address));
    if (id.exists() && ledger.addresses()[id].standing == Standing::valid) {
        Address const& row = ledger.addresses()[id];
        match.address = id;
        match.account = row.kind == AddressKind::site ? row.account : parent_entity(ledger, row.account);
    }
    match.holds = witness.demand(Rule::account_matches_address, match.account.exists(), [&](auto& proof) {
        proof.fact("address", std::string { address });
        if (!match.account.exists()) return;
        Address const& row = ledger.addresses()[match.address];
        proof.fact("account", ledger.accounts()[match.account].name, match.account, row.entry);
        proof.fact("kind", std::string { row.kind == AddressKind::site ? "site" : "headquarters" });
    });
    return match;
}

AccountId parent_entity(Ledger const& ledger, AccountId account)
{
    while (ledger.accounts()[account].parent.exists()) account = ledger.accounts()[account].parent;
    return account;
}

bool keeps_its_licences(Ledger const& ledger, AccountId account)
{
    return account.exists() && std::ranges::any_of(ledger.addresses().rows(), [&](Address const& row) {
        return row.account == account && row.kind == AddressKind::site && row.standing == Standing::valid;
    });
}

bool balance_allows(Ledger const& ledger, OrderId order, RoomId room)
{
    auto const account = ledger.orders()[order].account;
    return !keeps_its_licences(ledger, account) || ledger.rooms()[room].account == account;
}

#define KEYRACK_WITH(W)                                                                                                \
    template bool order_is_complete(std::string const&, std::vector<OrderLine> const&, OrderDetails const&, W&);       \
    template bool order_has_one_service(std::string const&, std::vector<OrderLine> const&, W&);                        \
    template bool addressee_is_one_person(Catalogue const&, std::string_view, W&);                                     \
    template bool addressee_is_of_customer(OrderDetails const&, W&);                                                   \
    template AccountMatch account_matching(Ledger const&, std::string_view, W&);
KEYRACK_WITH(NoWitness)
KEYRACK_WITH(ProofWitness)
#undef KEYRACK_WITH

} // namespace keyrack::engine
