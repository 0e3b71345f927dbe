#pragma once
// Commands of service orders and the people around them: part of command.hpp, which includes this.

#include "base/date.hpp"
#include "engine/service_rows.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keyrack::engine {

struct OrderLine // a SKU (a programme for so many years) and how many licences of it (R27)
{
    std::string programme;
    std::int32_t years = 0;
    std::int32_t quantity = 0;
    bool operator==(OrderLine const&) const = default;
};

struct PlaceServiceOrder // R12, R25–R33: it gives nothing before it is processed
{
    std::string order; // PO number
    std::vector<OrderLine> lines;
    Date purchased_on {};
    OrderDetails details;
    bool operator==(PlaceServiceOrder const&) const = default;
};

struct RemoveServiceOrder // takes back PlaceServiceOrder while it is not processed
{
    std::string order;
    bool operator==(RemoveServiceOrder const&) const = default;
};

struct CorrectServiceOrder // new data for an order that is in progress or had incorrect data (R34, R36)
{
    std::string order;
    std::vector<OrderLine> lines;
    Date purchased_on {};
    OrderDetails details;
    bool operator==(CorrectServiceOrder const&) const = default;
};

struct RejectServiceOrder // R34, R36: incorrect data
{
    std::string order;
    std::string fault;
    bool operator==(RejectServiceOrder const&) const = default;
};

struct ProcessServiceOrder // R34, R45, R49, R63: the licences are there, the confirmation and the invitation go out
{
    std::string order;
    std::string account; // key; empty: found by the customer's address
    std::string link;    // of the invitation; nobody can guess it
    Date on {};
    bool operator==(ProcessServiceOrder const&) const = default;
};

struct RecordAddress // an address by which orders are matched with the account (R45)
{
    std::string address;
    std::string account;
    AddressKind address_kind = AddressKind::headquarters;
    bool operator==(RecordAddress const&) const = default;
};

struct ForgetAddress
{
    std::string address;
    bool operator==(ForgetAddress const&) const = default;
};

struct SendInvitation // R61, R65: another person
{
    std::string link;
    std::string email, name;
    Role role = Role::admin;
    MailLanguage language = MailLanguage::english;
    Date on {};
    bool operator==(SendInvitation const&) const = default;
};

struct ResendInvitation // R58, R60, D20: a new link and new days, the old link is void
{
    std::string link;
    std::string new_link;
    std::string email; // empty: the same addressee
    Date on {};
    bool operator==(ResendInvitation const&) const = default;
};

struct WithdrawInvitation // R58: its link lets nobody in; takes back SendInvitation, too
{
    std::string link;
    bool operator==(WithdrawInvitation const&) const = default;
};

struct ReopenInvitation // takes back WithdrawInvitation: the link works again for the days that it had
{
    std::string link;
    bool operator==(ReopenInvitation const&) const = default;
};

struct AcceptInvitation // R55, R59: by the person it was sent to, in time
{
    std::string link;
    std::string email; // who clicked
    Date on {};
    std::optional<std::string> issuer {}; // R72: who vouches for that address; nothing: nobody
    bool operator==(AcceptInvitation const&) const = default;
};

struct DelegateAccess // R69, R73: a person of a service partner
{
    std::string email, name, partner;
    Role role = Role::admin;
    Date from {};
    Date to = never;
    bool operator==(DelegateAccess const&) const = default;
};

struct RemovePerson // takes back DelegateAccess
{
    std::string email;
    bool operator==(RemovePerson const&) const = default;
};

struct SetRole
{
    std::string email;
    Role expects = Role::admin;
    Role role = Role::read_only;
    bool operator==(SetRole const&) const = default;
};

struct EndAccess // a person's access ends with that day (or, with `to` open, does not)
{
    std::string email;
    Date expects_to = never;
    Date to = never;
    bool operator==(EndAccess const&) const = default;
};

struct SetUserLimit // R74, D11
{
    std::optional<std::int32_t> expects;
    std::optional<std::int32_t> limit; // nothing: no limit
    bool operator==(SetUserLimit const&) const = default;
};

} // namespace keyrack::engine
