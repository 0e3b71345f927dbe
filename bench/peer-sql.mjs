#!/usr/bin/env node
// The scale questions in SQL, in the official SQLite build for WebAssembly, in memory: node bench/peer-sql.mjs FILE [--as-of DATE]…
import { readFileSync } from 'node:fs';
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { dayOf } from './days.mjs';
import { runPeer } from './peer.mjs';

const tables = `
  create table orders(id text primary key, service text, years int, quantity int, purchased int, cancelled int);
  create table rooms(id text primary key, sync int);
  create table assignments(order_id text, room text, first int, after int);
  create table devices(room text, purchased int);
`;

// SQLite's own "+1 years" makes 29 February 1 March: where the month changed, the day before is meant.
const plusYears = (day, years) => {
  const moved = `${day} * 86400, 'unixepoch', '+' || (${years}) || ' years'`;
  return `(unixepoch(${moved}) / 86400 - (strftime('%m', ${moved}) <> strftime('%m', ${day} * 86400, 'unixepoch')))`;
};

const question = `
  with
    started as materialized (
      select orders.*, min(purchased + 60, coalesce((select min(first) from assignments where order_id = orders.id), purchased + 60)) as start
      from orders),
    term as materialized (select *, ${plusYears('start', 'years')} as end from started),
    in_force as materialized (select * from term where start <= $day and $day < end and coalesce($day < cancelled, true)),
    covered as materialized (
      select room, service, max(min(end, coalesce(after, end))) as until
      from assignments join in_force on in_force.id = order_id
      where first <= $day and coalesce($day < after, true)
      group by room, service),
    lasting as (
      select ${plusYears('purchased', '2')} as base, ${plusYears('purchased', '5')} as cap, covered.until as until
      from devices left join covered on covered.room = devices.room and service = 'select')
  select
    (select count(*) from rooms),
    (select count(*) from covered where service = 'select'),
    (select count(*) from covered where service = 'sync_plus'),
    (select count(*) from rooms where sync and id in (select room from covered)),
    (select coalesce(sum(quantity), 0) / 50 from term
      where service = 'select' and purchased <= $day and $day < end and coalesce($day < cancelled, true)),
    (select coalesce(sum(until), 0) from covered where service = 'select'),
    (select coalesce(sum(iif(until is null, base, max(base, min(until, cap)))), 0) from lasting)
`;

const names = ['rooms', 'select', 'sync_plus', 'insights', 'spares', 'until', 'warranty'];
const dayOrNull = (text) => (text === null ? null : dayOf(text));

function insertAll(database, table, rows, columns) {
  if (rows.length === 0) return;
  const statement = database.prepare(`insert into ${table} values(${columns(rows[0]).map(() => '?').join(', ')})`);
  for (const row of rows) statement.bind(columns(row)).stepReset();
  statement.finalize();
}

/** @param {any} tenant the parsed file */
export async function openTenant(tenant) {
  const sqlite3 = await sqlite3InitModule({ print() {}, printErr() {} });
  const database = new sqlite3.oo1.DB(':memory:');
  const began = performance.now();
  database.exec(`${tables} begin`);
  insertAll(database, 'orders', tenant.orders, (row) => [row.id, row.service, row.years, row.quantity, dayOf(row.purchased_on), dayOrNull(row.cancelled_on)]);
  insertAll(database, 'rooms', tenant.rooms, (row) => [row.id, row.sync ? 1 : 0]);
  insertAll(database, 'assignments', tenant.assignments, (row) => [row.licence.slice(0, row.licence.lastIndexOf('/')), row.room, dayOf(row.from), dayOrNull(row.to)]);
  insertAll(database, 'devices', tenant.devices, (row) => [row.room, dayOf(row.purchased_on)]);
  database.exec('create index assignments_of on assignments(order_id, first); commit; analyze');
  const times = { load_ms: performance.now() - began };
  const answer = (day) => database.selectArray(question, { $day: day }).map((value, at) => `${names[at]}=${value}`).join(' ');
  return { answer, times, close: () => database.close() };
}

await runPeer(import.meta.url, 'sql', (file) => openTenant(JSON.parse(readFileSync(file, 'utf8'))));
