#pragma once
// What an order must be before it is processed, and whose contract it then is: the rules, once, for the decision and for
// the answer. Source: Select questions and answers (R26–R34, R45–R48, R57).

#include "catalogue/catalogue.hpp"
#include "engine/command.hpp"
#include "engine/denial.hpp"
#include "engine/ledger.hpp"
#include "engine/witness.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keyrack::engine {

// The codes of what is missing, in the order of the document: "sku", "quantity", "customer.name" … "distributor.address".
[[nodiscard]] std::vector<std::string_view> missing_from(
    std::vector<OrderLine> const& lines, OrderDetails const& details);
// The order as the lines of a command, for the rules above.
[[nodiscard]] std::vector<OrderLine> lines_of(ServiceOrder const& order);

// R26–R30.
template <Witness W>
[[nodiscard]] bool order_is_complete(
    std::string const& key, std::vector<OrderLine> const& lines, OrderDetails const& details, W& witness);
// R33, R27, D10: one service and one SKU.
template <Witness W>
[[nodiscard]] bool order_has_one_service(std::string const& key, std::vector<OrderLine> const& lines, W& witness);
// R57, D10: not one of the group mailboxes of the catalogue.
template <Witness W>
[[nodiscard]] bool addressee_is_one_person(catalogue::Catalogue const& catalogue, std::string_view email, W& witness);
// R32: of the customer's domain where that is told, and in any case not of the reseller's or distributor's.
template <Witness W>
[[nodiscard]] bool addressee_is_of_customer(OrderDetails const& details, W& witness);

// R33, D10: the mixed order as one order a service, their keys PO-1, PO-2 … of those that are free.
[[nodiscard]] std::vector<Command> split_by_service(Ledger const& ledger, PlaceServiceOrder const& order);

// Addresses are compared without case, accents, punctuation and blanks at their ends (R45).
[[nodiscard]] std::string normal_address(std::string_view text);

// R45: where an address leads. R46, R48: headquarters to the parent entity. R47: a site to the account of its own.
struct AccountMatch
{
    AddressId address; // none: no account has it
    AccountId account;
    bool holds = false; // the rule's answer
};
template <Witness W>
[[nodiscard]] AccountMatch account_matching(Ledger const& ledger, std::string_view address, W& witness);

// The account at the top: the parent entity (R48).
[[nodiscard]] AccountId parent_entity(Ledger const& ledger, AccountId account);
// R47: the account has a site's address, so its licences are for its own rooms.
[[nodiscard]] bool keeps_its_licences(Ledger const& ledger, AccountId account);
// R47: whether a licence of the order may serve the room.
[[nodiscard]] bool balance_allows(Ledger const& ledger, OrderId order, RoomId room);

} // namespace keyrack::engine
