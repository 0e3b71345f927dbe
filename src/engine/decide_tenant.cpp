// The tenant, its accounts, its parameters, its imports.

#include "engine/draft.hpp"

namespace keyrack::engine {

// The first entry of every journal gives the company its name, a later one another.
void decide_on(OpenTenant const& command, Draft& draft)
{
    draft.check_name(command.name);
    PutTenant tenant = draft.ledger.tenant();
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

void decide_on(Import const& command, Draft& draft)
{
    draft.check_name(command.file);
}

} // namespace keyrack::engine
