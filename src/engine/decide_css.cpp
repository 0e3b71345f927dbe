// ORG-IDs, product lines, software licences, lifecycles and prices of Customer Success Services (R23, R24, R181, R182).

#include "engine/css.hpp"
#include "engine/draft.hpp"

#include <algorithm>

namespace keyrack::engine {

namespace {

constexpr std::int32_t largest_count = 1'000'000;

void check_count(std::int32_t count, Draft& draft)
{
    if (count < 1 || count > largest_count)
        draft.object(Reason::bad_quantity, { { "quantity", std::int64_t { count } } });
}

template <class Row, class IdOf>
void check_new(Table<Row, IdOf> const& table, IdOf known, std::string const& key, Draft& draft)
{
    draft.check_name(key);
    if (stands(table, known)) draft.object(Reason::key_taken, { { "key", key, {}, table[known].entry } });
}

template <class Rows, class Test>
std::int64_t standing(Rows const& rows, Test const& test)
{
    return std::ranges::count_if(rows, [&](auto const& row) { return row.standing == Standing::valid && test(row); });
}

// Nothing that stands names the row.
template <class IdOf, class Which>
void check_unused(std::string const& key, IdOf id, Which const& which, Draft& draft)
{
    auto const& css = draft.ledger.css();
    draft.check_none(
        key, "licences", standing(css.holdings().rows(), [&](auto const& row) { return row.*which.first == id; }));
    draft.check_none(key, "contracts",
        standing(css.contract_lines().rows(), [&](auto const& row) { return row.*which.second == id; }));
}

// Licences that leave a lot on a day: there, and not promised to another departure.
void check_leaving(HoldingId id, std::int32_t count, Date on, Draft& draft)
{
    check_count(count, draft);
    if (!id.exists()) return;
    Fact const licences = naming(draft.ledger, id);
    Holding const& holding = draft.ledger.css().holdings()[id];
    if (on < holding.acquired_on)
        draft.object(Reason::before_acquired, { licences, { "acquired", holding.acquired_on }, { "day", on } });
    auto const left = unclaimed(draft.ledger.css(), id);
    if (left < count)
        draft.object(Reason::not_enough_licences, { licences, { "count", std::int64_t { count } }, { "left", left } });
}

// The same kind of licences at the other ORG-ID, and where they came from.
void put_transfer(TransferLicences const& command, HoldingId id, OrgId org, Draft& draft)
{
    auto const& css = draft.ledger.css();
    Holding row = css.holdings()[id];
    row.key = command.becomes;
    row.org = org;
    row.count = command.count;
    row.acquired_on = command.on;
    row.from = id;
    row.entry = draft.entry;
    auto const to = css.holdings().next();
    draft.put(to, std::move(row));
    draft.time(Timed::licences_acquired, to, command.on, command.at);
    Departure const gone { id, DepartureKind::transferred, command.count, command.on, to, Standing::valid,
        draft.entry };
    draft.put(css.departures().next(), gone);
    draft.time(Timed::licences_left, css.departures().next(), command.on, command.at);
}

std::string written(Lifecycle const& dates)
{
    std::string text;
    for (auto const& date : { dates.normal_from, dates.extended_from, dates.end_of_life })
        text += (text.empty() ? "" : " / ") + (date ? iso(*date) : std::string { "-" });
    return text;
}

void check_order(std::optional<Date> before, std::optional<Date> after, Draft& draft)
{
    if (before && after && *after <= *before)
        draft.object(Reason::bad_period, { { "from", *before }, { "to", *after } });
}

} // namespace

void decide_on(AddOrgId const& command, Draft& draft)
{
    auto const& orgs = draft.ledger.css().orgs();
    auto const known = draft.ledger.css().org(command.org);
    check_new(orgs, known, command.org, draft);
    draft.check_name(command.name);
    Org row;
    row.key = command.org;
    row.name = command.name;
    row.account = draft.account(command.account);
    row.region = command.region;
    row.entry = draft.entry;
    draft.put(row_for(orgs, known), std::move(row));
}

void decide_on(RemoveOrgId const& command, Draft& draft)
{
    auto const id = draft.org(command.org);
    if (!id.exists()) return;
    check_unused(command.org, id, std::pair { &Holding::org, &ContractLine::org }, draft);
    check_no_tickets(&SupportTicket::org, id, { "key", command.org }, draft);
    Org row = draft.ledger.css().orgs()[id];
    row.standing = Standing::withdrawn;
    draft.put(id, std::move(row));
}

void decide_on(AddProductLine const& command, Draft& draft)
{
    auto const& lines = draft.ledger.css().lines();
    auto const known = draft.ledger.css().line(command.product_line);
    check_new(lines, known, command.product_line, draft);
    draft.check_name(command.name);
    ProductLine row;
    row.key = command.product_line;
    row.name = command.name;
    row.kind = command.kind;
    row.entry = draft.entry;
    draft.put(row_for(lines, known), std::move(row));
}

void decide_on(RemoveProductLine const& command, Draft& draft)
{
    auto const id = draft.product_line(command.product_line);
    if (!id.exists()) return;
    check_unused(command.product_line, id, std::pair { &Holding::line, &ContractLine::line }, draft);
    check_no_tickets(&SupportTicket::line, id, { "key", command.product_line }, draft);
    ProductLine row = draft.ledger.css().lines()[id];
    row.standing = Standing::withdrawn;
    draft.put(id, std::move(row));
}

void decide_on(AddSoftwareLicences const& command, Draft& draft)
{
    auto const& css = draft.ledger.css();
    auto const known = css.holding(command.licences);
    check_new(css.holdings(), known, command.licences, draft);
    if (!command.edition.empty()) draft.check_name(command.edition);
    check_count(command.count, draft);
    Holding row;
    row.key = command.licences;
    row.line = draft.product_line(command.product_line);
    row.org = draft.org(command.org);
    row.edition = command.edition;
    row.pricing = command.pricing;
    row.count = command.count;
    row.acquired_on = command.acquired_on;
    row.entry = draft.entry;
    if (known.exists() && (css.holdings()[known].line != row.line || css.holdings()[known].org != row.org))
        draft.object(Reason::key_taken, { { "key", command.licences, known, css.holdings()[known].entry } });
    auto const id = row_for(css.holdings(), known);
    draft.put(id, std::move(row));
    draft.time(Timed::licences_acquired, id, command.acquired_on, command.at);
}

void decide_on(RemoveSoftwareLicences const& command, Draft& draft)
{
    auto const id = draft.holding(command.licences);
    if (!id.exists()) return;
    auto const& css = draft.ledger.css();
    draft.check_none(command.licences, "departures",
        standing(css.departures().rows(), [&](auto const& row) { return row.holding == id || row.to == id; }));
    Holding row = css.holdings()[id];
    row.standing = Standing::withdrawn;
    draft.put(id, std::move(row));
}

void decide_on(RetireLicences const& command, Draft& draft)
{
    auto const id = draft.holding(command.licences);
    check_leaving(id, command.count, command.on, draft);
    Departure row;
    row.holding = id;
    row.kind = DepartureKind::retired;
    row.count = command.count;
    row.on = command.on;
    row.entry = draft.entry;
    auto const left = draft.ledger.css().departures().next();
    draft.put(left, std::move(row));
    draft.time(Timed::licences_left, left, command.on, command.at);
}

void decide_on(TransferLicences const& command, Draft& draft)
{
    auto const& css = draft.ledger.css();
    auto const id = draft.holding(command.licences);
    auto const org = draft.org(command.to_org);
    auto const known = css.holding(command.becomes);
    draft.check_name(command.becomes);
    if (known.exists())
        draft.object(Reason::key_taken, { { "key", command.becomes, known, css.holdings()[known].entry } });
    check_leaving(id, command.count, command.on, draft);
    if (!id.exists() || !org.exists()) return;
    if (css.holdings()[id].org == org)
        draft.object(Reason::same_org, { naming(draft.ledger, id), naming(draft.ledger, org) });
    put_transfer(command, id, org, draft);
}

void decide_on(WithdrawTransfer const& command, Draft& draft)
{
    auto const& css = draft.ledger.css();
    auto const from = draft.holding(command.licences);
    auto const to = draft.holding(command.becomes);
    auto const& rows = css.departures().rows();
    auto const at = std::ranges::find_if(rows, [&](Departure const& row) {
        return row.standing == Standing::valid && row.holding == from && row.to == to && to.exists();
    });
    if (at == rows.end())
        return draft.object(
            Reason::unknown_transfer, { { "licences", command.licences }, { "becomes", command.becomes } });
    draft.check_none(command.becomes, "departures", standing(rows, [&](auto const& row) { return row.holding == to; }));
    Departure gone = *at;
    gone.standing = Standing::withdrawn;
    draft.put(DepartureId::of_row(static_cast<std::uint32_t>(at - rows.begin())), gone);
    Holding there = css.holdings()[to];
    there.standing = Standing::withdrawn;
    draft.put(to, std::move(there));
}

void decide_on(SetLifecycle const& command, Draft& draft)
{
    auto const& css = draft.ledger.css();
    draft.check_name(command.version);
    auto const line = draft.product_line(command.product_line);
    auto const known = css.version(line, command.version);
    Version row { command.version, line, {}, {}, {}, draft.entry };
    if (known.exists()) row = css.versions()[known];
    Lifecycle const found { row.normal_from, row.extended_from, row.end_of_life };
    if (found != command.expects)
        draft.object(Reason::changed_meanwhile, changed("lifecycle", written(command.expects), written(found)));
    check_order(command.dates.normal_from, command.dates.extended_from, draft);
    check_order(command.dates.extended_from, command.dates.end_of_life, draft);
    check_order(command.dates.normal_from, command.dates.end_of_life, draft);
    row.normal_from = command.dates.normal_from;
    row.extended_from = command.dates.extended_from;
    row.end_of_life = command.dates.end_of_life;
    row.entry = draft.entry;
    draft.put(row_for(css.versions(), known), std::move(row));
}

void decide_on(SetCssPrice const& command, Draft& draft)
{
    auto const& css = draft.ledger.css();
    CssPrice row;
    row.kind = command.price;
    if (!command.product_line.empty()) row.line = draft.product_line(command.product_line);
    row.edition = command.edition;
    row.pricing = command.pricing;
    row.tier = command.tier;
    row.years = command.years;
    auto const known = css.price(row);
    auto const found = known.exists() ? css.prices()[known].amount : std::nullopt;
    if (found != command.expects)
        draft.object(Reason::changed_meanwhile,
            changed("amount", command.expects ? FactValue { *command.expects } : FactValue { std::string {} },
                found ? FactValue { *found } : FactValue { std::string {} }));
    if (command.amount && *command.amount < 0) draft.object(Reason::bad_amount, { { "amount", *command.amount } });
    row.amount = command.amount;
    row.entry = draft.entry;
    draft.put(row_for(css.prices(), known), std::move(row));
}

} // namespace keyrack::engine
