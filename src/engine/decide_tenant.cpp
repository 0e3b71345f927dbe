// The tenant, its accounts, its parameters, its imports.

#include "engine/draft.hpp"

#include <algorithm>
#include <string>

namespace keyrack::engine {

namespace {

// What is the account's, most telling first. Accounts are rarely removed, so rows are searched, not indexed.
void check_nothing_is_its(AccountId id, Draft& draft)
{
    Ledger const& ledger = draft.ledger;
    auto const told = [&](std::string what, auto const& table, auto account) {
        auto const count = std::ranges::count_if(
            table.rows(), [&](auto const& row) { return row.standing == Standing::valid && row.*account == id; });
        Account const& row = ledger.accounts()[id];
        if (count > 0)
            draft.object(Reason::has_dependents,
                { { "key", row.key, id, row.entry }, { "what", std::move(what) },
                    { "count", std::int64_t { count } } });
    };
    told("orders", ledger.orders(), &Order::account);
    told("rooms", ledger.rooms(), &Room::account);
    told("contracts", ledger.css().contracts(), &Contract::customer);
    told("org_ids", ledger.css().orgs(), &Org::account);
    told("service_orders", ledger.service_orders(), &ServiceOrder::account);
    told("addresses", ledger.addresses(), &Address::account);
    told("accounts", ledger.accounts(), &Account::parent);
}

} // namespace

void decide_on(OpenTenant const& command, Draft& draft)
{
    draft.check_name(command.name);
    PutTenant tenant = draft.ledger.tenant();
    tenant.name = command.name;
    draft.changes.emplace_back(std::move(tenant));
}

void decide_on(RenameTenant const& command, Draft& draft)
{
    draft.check_name(command.name);
    PutTenant tenant = draft.ledger.tenant();
    if (tenant.name != command.expects)
        draft.object(Reason::changed_meanwhile, changed("name", command.expects, tenant.name));
    tenant.name = command.name;
    draft.changes.emplace_back(std::move(tenant));
}

void decide_on(SetBaseWarranty const& command, Draft& draft)
{
    PutTenant tenant = draft.ledger.tenant();
    if (command.years && *command.years < 1)
        draft.object(Reason::bad_years, { { "years", std::int64_t { *command.years } } });
    if (command.expects_years != tenant.base_warranty_years)
        draft.object(Reason::changed_meanwhile,
            changed("years", value_or_none(command.expects_years), value_or_none(tenant.base_warranty_years)));
    tenant.base_warranty_years = command.years;
    tenant.base_warranty_entry = draft.entry;
    draft.changes.emplace_back(std::move(tenant));
}

void decide_on(AddAccount const& command, Draft& draft)
{
    draft.check_name(command.key);
    draft.check_name(command.name);
    auto const known = draft.ledger.account(command.key);
    if (stands(draft.ledger.accounts(), known))
        draft.object(Reason::key_taken, { { "key", command.key, known, draft.ledger.accounts()[known].entry } });
    Account row;
    row.key = command.key;
    row.name = command.name;
    row.country = draft.country(command.country);
    row.parent = draft.account(command.parent);
    row.entry = draft.entry;
    draft.put(row_for(draft.ledger.accounts(), known), std::move(row));
}

void decide_on(RemoveAccount const& command, Draft& draft)
{
    auto const id = draft.ledger.account(command.account);
    if (!id.exists()) return (void)draft.account(command.account);
    Account row = draft.ledger.accounts()[id];
    if (row.standing == Standing::withdrawn)
        return draft.object(Reason::changed_meanwhile, changed("standing", row.key, std::string {}));
    check_nothing_is_its(id, draft);
    row.standing = Standing::withdrawn;
    draft.put(id, std::move(row));
}

void decide_on(Import const& command, Draft& draft)
{
    draft.check_name(command.file);
}

} // namespace keyrack::engine
