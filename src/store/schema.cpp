#include "store/schema.hpp"

#include "store/journal.hpp"
#include "store/lane_tables.hpp"
#include "store/projection.hpp"
#include "store/sql.hpp"

namespace keyrack::store {

namespace {

// For people who open the file in the sqlite3 shell; the program reads none of them.
struct View
{
    std::string_view name;
    std::string_view query;
};

constexpr View views[] = {
    { "readable_orders", R"(
    SELECT orders."key" AS service_order, accounts.name AS account, programme, years, quantity, purchased_on,
           cancelled_on, iif(orders.standing = 0, 'valid', 'withdrawn') AS standing, orders.entry
    FROM orders LEFT JOIN accounts ON accounts.id = orders.account)" },
    { "readable_rooms", R"(
    SELECT rooms."key" AS room, rooms.name, sites.name AS site, rooms.country, accounts.name AS account,
           iif(in_sync, 'yes', 'no') AS in_sync, iif(importance, 'important', 'ordinary') AS importance,
           iif(rooms.standing = 0, 'valid', 'withdrawn') AS standing, rooms.entry
    FROM rooms LEFT JOIN sites ON sites.id = rooms.site LEFT JOIN accounts ON accounts.id = rooms.account)" },
    { "readable_devices", R"(
    SELECT devices.serial, models.name AS model, purchased_on, rooms."key" AS room, in_room_since,
           iif(devices.standing = 0, 'valid', 'withdrawn') AS standing, devices.entry
    FROM devices LEFT JOIN models ON models.id = devices.model LEFT JOIN rooms ON rooms.id = devices.room)" },
    { "readable_assignments", R"(
    SELECT orders."key" || '/' || assignments.number AS licence, orders.programme, rooms."key" AS room,
           rooms.name AS room_name, days_from AS assigned_from, days_to AS assigned_to,
           iif(assignments.standing = 0, 'valid', 'withdrawn') AS standing, assignments.entry
    FROM assignments JOIN orders ON orders.id = assignments."order" JOIN rooms ON rooms.id = assignments.room)" },
    { "readable_journal", R"(
    SELECT id AS entry, strftime('%Y-%m-%d %H:%M:%S', time_ms / 1000, 'unixepoch') AS recorded_utc, actor, device,
           sequence, json_extract(command, '$.kind') AS kind, command, undoes
           , CASE fate WHEN 0 THEN 'holds' WHEN 1 THEN 'lost' WHEN 2 THEN 'in part' ELSE 'unknown' END AS fate
    FROM journal)" },
};

// What each version brought.
constexpr Migration steps[] = {
    // The tables of Customer Success Services.
    { 2, R"(
CREATE TABLE css_orgs (
    id INTEGER PRIMARY KEY, "key" TEXT NOT NULL, "name" TEXT NOT NULL, "account" INTEGER REFERENCES accounts(id),
    "region" INTEGER NOT NULL, "standing" INTEGER NOT NULL, "entry" INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE css_product_lines (
    id INTEGER PRIMARY KEY, "key" TEXT NOT NULL, "name" TEXT NOT NULL, "kind" INTEGER NOT NULL,
    "standing" INTEGER NOT NULL, "entry" INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE css_holdings (
    id INTEGER PRIMARY KEY, "key" TEXT NOT NULL, "product_line" INTEGER REFERENCES css_product_lines(id),
    "org" INTEGER REFERENCES css_orgs(id), "edition" TEXT NOT NULL, "pricing" INTEGER NOT NULL,
    "count" INTEGER NOT NULL, "acquired_on" TEXT, "came_from" INTEGER REFERENCES css_holdings(id),
    "standing" INTEGER NOT NULL, "entry" INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE css_departures (
    id INTEGER PRIMARY KEY, "holding" INTEGER REFERENCES css_holdings(id), "kind" INTEGER NOT NULL,
    "count" INTEGER NOT NULL, "on" TEXT, "became" INTEGER REFERENCES css_holdings(id),
    "standing" INTEGER NOT NULL, "entry" INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE css_contracts (
    id INTEGER PRIMARY KEY, "key" TEXT NOT NULL, "customer" INTEGER REFERENCES accounts(id),
    "tier" INTEGER NOT NULL, "start" TEXT, "years" INTEGER NOT NULL, "origin" INTEGER NOT NULL,
    "before" INTEGER REFERENCES css_contracts(id), "standing" INTEGER NOT NULL,
    "entry" INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE css_contract_lines (
    id INTEGER PRIMARY KEY, "contract" INTEGER REFERENCES css_contracts(id),
    "product_line" INTEGER REFERENCES css_product_lines(id), "org" INTEGER REFERENCES css_orgs(id),
    "quantity" INTEGER NOT NULL, "annual_dollars" INTEGER, "standing" INTEGER NOT NULL,
    "entry" INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE css_tier_changes (
    id INTEGER PRIMARY KEY, "contract" INTEGER REFERENCES css_contracts(id), "tier" INTEGER NOT NULL, "from" TEXT,
    "standing" INTEGER NOT NULL, "entry" INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE css_versions (
    id INTEGER PRIMARY KEY, "key" TEXT NOT NULL, "product_line" INTEGER REFERENCES css_product_lines(id),
    "normal_from" TEXT, "extended_from" TEXT, "end_of_life" TEXT, "entry" INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE css_hours (
    id INTEGER PRIMARY KEY, "key" TEXT NOT NULL, "contract" INTEGER REFERENCES css_contracts(id),
    "hours" INTEGER NOT NULL, "on" TEXT, "event" INTEGER NOT NULL, "standing" INTEGER NOT NULL,
    "entry" INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE css_prices (
    id INTEGER PRIMARY KEY, "kind" INTEGER NOT NULL, "product_line" INTEGER REFERENCES css_product_lines(id),
    "edition" TEXT NOT NULL, "pricing" INTEGER NOT NULL, "tier" INTEGER NOT NULL, "years" INTEGER NOT NULL,
    "amount" INTEGER, "entry" INTEGER REFERENCES journal(id)) STRICT;)" },
    // Those of service orders and people.
    { 3, R"(
CREATE TABLE service_orders (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, programme TEXT NOT NULL, years INTEGER NOT NULL, quantity INTEGER NOT NULL,
    purchased_on TEXT, details_vendor_order_number TEXT NOT NULL, details_customer_name TEXT NOT NULL,
    details_customer_email TEXT NOT NULL, details_customer_address TEXT NOT NULL, details_contact TEXT NOT NULL,
    details_customer_domain TEXT NOT NULL, details_reseller_name TEXT NOT NULL, details_reseller_email TEXT NOT NULL,
    details_reseller_address TEXT NOT NULL, details_distributor_name TEXT NOT NULL,
    details_distributor_email TEXT NOT NULL, details_distributor_address TEXT NOT NULL,
    details_language INTEGER NOT NULL, progress INTEGER NOT NULL, fault TEXT NOT NULL,
    account INTEGER REFERENCES accounts(id), standing INTEGER NOT NULL, entry INTEGER REFERENCES journal(id),
    changed INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE addresses (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, text TEXT NOT NULL, account INTEGER REFERENCES accounts(id),
    kind INTEGER NOT NULL, standing INTEGER NOT NULL, entry INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE people (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, role INTEGER NOT NULL, partner TEXT NOT NULL,
    days_from TEXT, days_to TEXT, standing INTEGER NOT NULL, entry INTEGER REFERENCES journal(id),
    changed INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE invitations (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, email TEXT NOT NULL, name TEXT NOT NULL, role INTEGER NOT NULL,
    language INTEGER NOT NULL, sent_on TEXT, state INTEGER NOT NULL, "order" TEXT NOT NULL,
    entry INTEGER REFERENCES journal(id), changed INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE mails (
    id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, "order" TEXT NOT NULL, invitation TEXT NOT NULL, sender TEXT NOT NULL,
    recipient TEXT NOT NULL, copy_to_reseller TEXT NOT NULL, copy_to_distributor TEXT NOT NULL, subject TEXT NOT NULL,
    body TEXT NOT NULL, sent_on TEXT, entry INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE settings (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, number INTEGER NOT NULL, entry INTEGER REFERENCES journal(id)) STRICT;)" },
    // Those of what the catalogue leaves to the tenant.
    { 4, R"(
CREATE TABLE device_licences (
    id INTEGER PRIMARY KEY, "order" INTEGER REFERENCES orders(id), number INTEGER NOT NULL,
    device INTEGER REFERENCES devices(id), "on" TEXT, standing INTEGER NOT NULL,
    entry INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE country_terms (
    id INTEGER PRIMARY KEY, programme TEXT NOT NULL, country TEXT, "from" TEXT, availability INTEGER NOT NULL,
    note TEXT NOT NULL, standing INTEGER NOT NULL, entry INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE site_couriers (
    id INTEGER PRIMARY KEY, site INTEGER REFERENCES sites(id), courier INTEGER NOT NULL,
    entry INTEGER REFERENCES journal(id)) STRICT;)" },
    // Those of support tickets.
    { 5, R"(
CREATE TABLE tickets (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, desk INTEGER NOT NULL, opened_at_ms INTEGER NOT NULL,
    severity INTEGER NOT NULL, tier INTEGER NOT NULL, place_region TEXT NOT NULL, place_country TEXT NOT NULL,
    place_zone TEXT NOT NULL, room INTEGER REFERENCES rooms(id), room_state INTEGER NOT NULL,
    device INTEGER REFERENCES devices(id), org INTEGER REFERENCES css_orgs(id),
    product_line INTEGER REFERENCES css_product_lines(id), partner_region TEXT NOT NULL, data_centre TEXT NOT NULL,
    access INTEGER NOT NULL, channel INTEGER NOT NULL, service TEXT NOT NULL, organisation_id TEXT NOT NULL,
    subject TEXT NOT NULL, description TEXT NOT NULL, primary_email TEXT NOT NULL, customer_email TEXT NOT NULL,
    zuid TEXT NOT NULL, zoid TEXT NOT NULL,
    basis_path INTEGER NOT NULL, basis_matched_by INTEGER NOT NULL, basis_account TEXT NOT NULL,
    basis_user_licences INTEGER, basis_threshold INTEGER,
    standing INTEGER NOT NULL, entry INTEGER REFERENCES journal(id), changed INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE ticket_turns (
    id INTEGER PRIMARY KEY, ticket INTEGER REFERENCES tickets(id), at_ms INTEGER NOT NULL, step INTEGER NOT NULL,
    severity INTEGER NOT NULL, tier INTEGER NOT NULL, place_region TEXT NOT NULL, place_country TEXT NOT NULL,
    place_zone TEXT NOT NULL, email TEXT NOT NULL,
    basis_path INTEGER NOT NULL, basis_matched_by INTEGER NOT NULL, basis_account TEXT NOT NULL,
    basis_user_licences INTEGER, basis_threshold INTEGER,
    standing INTEGER NOT NULL, entry INTEGER REFERENCES journal(id), changed INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE service_subscriptions (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, account TEXT NOT NULL, super_admin_email TEXT NOT NULL,
    domain TEXT NOT NULL, service TEXT NOT NULL, zuid TEXT NOT NULL, zoid TEXT NOT NULL, user_licences INTEGER,
    standing INTEGER NOT NULL, entry INTEGER REFERENCES journal(id), changed INTEGER REFERENCES journal(id)) STRICT;)" },
    // How a tenant is set up: rooms as Sync knows them, onsite spares, the customer's own sign-in.
    { 6, R"(
CREATE TABLE sync_rooms (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, room INTEGER REFERENCES rooms(id), state INTEGER NOT NULL,
    standing INTEGER NOT NULL, entry INTEGER REFERENCES journal(id), changed INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE onsite_spares (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, model TEXT NOT NULL, ship_to TEXT NOT NULL, agreed_with TEXT NOT NULL,
    agreed_on TEXT, standing INTEGER NOT NULL, entry INTEGER REFERENCES journal(id)) STRICT;
CREATE TABLE sign_in (
    id INTEGER PRIMARY KEY, issuer TEXT NOT NULL, client_id TEXT NOT NULL, standing INTEGER NOT NULL,
    entry INTEGER REFERENCES journal(id)) STRICT;)" },
    // The exchange: what became of an entry, and the lanes of segments.
    { 7, R"(
ALTER TABLE journal ADD COLUMN seen TEXT;
ALTER TABLE journal ADD COLUMN fate INTEGER NOT NULL DEFAULT 0;
ALTER TABLE journal ADD COLUMN reasons TEXT;
CREATE INDEX journal_fates ON journal (fate) WHERE fate > 0;
CREATE TABLE exchange (id INTEGER PRIMARY KEY, tenant TEXT NOT NULL, device TEXT NOT NULL) STRICT;
CREATE TABLE lanes (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, writer TEXT NOT NULL, first INTEGER NOT NULL,
    there INTEGER NOT NULL) STRICT;
CREATE TABLE segments (
    id INTEGER PRIMARY KEY, lane INTEGER NOT NULL REFERENCES lanes(id), number INTEGER NOT NULL, sha256 TEXT NOT NULL,
    text TEXT NOT NULL, UNIQUE (lane, number)) STRICT;
CREATE TABLE set_aside (
    id INTEGER PRIMARY KEY, device TEXT NOT NULL, sequence INTEGER NOT NULL, UNIQUE (device, sequence)) STRICT;)" },
    // When, within its day, a licence was given to its room or taken from it; what is said of a ticket later on.
    { 8, R"(
CREATE TABLE handovers (
    id INTEGER PRIMARY KEY, assignment INTEGER REFERENCES assignments(id), edge INTEGER NOT NULL,
    at_ms INTEGER NOT NULL, entry INTEGER REFERENCES journal(id)) STRICT;
ALTER TABLE ticket_turns ADD COLUMN note TEXT NOT NULL DEFAULT '';)" },
    // The same of cancelled orders, devices and what Customer Success Services are made of, in one table.
    { 9, R"(
CREATE TABLE timings (
    id INTEGER PRIMARY KEY, what INTEGER NOT NULL, thing INTEGER NOT NULL, at_ms INTEGER NOT NULL,
    entry INTEGER REFERENCES journal(id)) STRICT;
INSERT INTO timings (id, what, thing, at_ms, entry)
    SELECT row_number() OVER (ORDER BY min(id)) - 1, what, thing, at_ms, entry
    FROM (SELECT id, at_ms, entry, iif(cancels, 2, edge) AS what, iif(cancels, "order", assignment) AS thing
          FROM (SELECT handovers.*, assignments."order",
                       edge = 1 AND orders.cancelled_on IS NOT NULL AND orders.changed IS handovers.entry
                           AND assignments.changed IS NOT handovers.entry
                           OR coalesce(json_extract(journal.command, '$.kind') = 'cancel_order', 0) AS cancels
                FROM handovers JOIN assignments ON assignments.id = assignment
                     JOIN orders ON orders.id = assignments."order"
                     LEFT JOIN journal ON journal.id = handovers.entry))
    GROUP BY what, thing, at_ms, entry;
DROP TABLE handovers;)" },
};

std::string views_text()
{
    std::string sql;
    for (auto const& view : views)
        sql += "CREATE VIEW " + std::string { view.name } + " AS" + std::string { view.query } + ";\n";
    return sql;
}

std::string no_views_text()
{
    std::string sql;
    for (auto const& view : views) sql += "DROP VIEW IF EXISTS " + std::string { view.name } + ";\n";
    return sql;
}

std::string version_text(std::int32_t version)
{
    return "PRAGMA user_version = " + std::to_string(version) + ";\n";
}

} // namespace

std::string schema_text()
{
    return Journal::tables() + Projection::tables() + LaneTables::tables() + views_text();
}

std::span<Migration const> migrations()
{
    return steps;
}

Result<std::int32_t> version_of(sqlite3* database, std::int32_t newest)
{
    auto const tables = number_from(database, "SELECT count(*) FROM sqlite_schema");
    if (!tables) return std::unexpected(tables.error());
    auto const program = number_from(database, "PRAGMA application_id");
    if (!program) return std::unexpected(program.error());
    auto const version = number_from(database, "PRAGMA user_version");
    if (!version) return std::unexpected(version.error());
    if (*tables == 0 && *program == 0 && *version == 0) return 0;
    if (*program != application_id) return failure("foreign_database");
    if (*version < 1) return failure("damaged_database");
    if (*version > newest) return failure("newer_database", {}, std::to_string(*version));
    return static_cast<std::int32_t>(*version);
}

Result<void> make_schema(sqlite3* database)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    auto const identity =
        "PRAGMA application_id = " + std::to_string(application_id) + ";\n" + version_text(schema_version);
    if (auto done = execute(database, identity + schema_text()); !done) return done;
    return transaction->commit();
}

Result<void> migrate(sqlite3* database, std::int32_t from, std::span<Migration const> wanted)
{
    std::string sql = no_views_text();
    for (auto const& step : wanted)
        if (step.to > from) sql += std::string { step.sql } + ";\n" + version_text(step.to);
    return execute(database, sql + views_text());
}

} // namespace keyrack::store
