// The journal of a database that a browser kept, as a bundle: taken out, put together, folded anew.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { open_demo, take_best_cure, with_own_browser } from '../browser/support/with_portal.mjs';
import { start } from '../servers/support/servers.mjs';
import { keyrack } from './keyrack.mjs';
import { misfits } from './schema.mjs';

const folder = mkdtempSync(join(tmpdir(), 'keyrack-exchange-'));
const database = join(folder, 'northwind.db');
const bundle = join(folder, 'northwind.json');

before(() => with_own_browser({}, async (portal) => {
  await open_demo(portal);
  await portal.drop('more.json', JSON.stringify({
    orders: [], assignments: [], devices: [],
    rooms: [{ id: 'hafen', name: 'Hafen', site: 'Hamburg', country: 'DE', sync: true }],
  }));
  await portal.click('button', /^Import 1 row/);
  await portal.sees('heading', /is imported/);
  await portal.click('link', /^Rooms/);
  await portal.click('row', /^Bislett,/);
  await portal.click('tab', 'Why');
  await take_best_cure(portal);
  await portal.page.getByText('Yes', { exact: true }).first().waitFor({ state: 'attached' });
  await portal.click('link', 'Data');
  const { bytes } = await portal.downloaded(() => portal.click('button', 'Download database'));
  writeFileSync(database, bytes);
}));
after(() => rmSync(folder, { recursive: true, force: true }));

test('a kept journal is exported as a bundle that fits its schema, and the database stays as it is', () => {
  const bytes = readFileSync(database);
  const { status, stdout, stderr } = keyrack(['export', database]);
  assert.equal(status, 0, stderr);
  assert.deepEqual(readFileSync(database), bytes);
  writeFileSync(bundle, stdout);
  const read = JSON.parse(stdout);
  assert.deepEqual(misfits(read, 'bundle.schema.json'), []);
  const entries = read.lanes.flatMap(({ segments }) => segments.flatMap((text) => {
    assert.deepEqual(misfits(JSON.parse(text), 'segment.schema.json'), []);
    return JSON.parse(text).content.entries;
  }));
  const kinds = new Set(entries.map(({ command }) => command.kind));
  for (const kind of ['open_tenant', 'place_order', 'assign', 'import']) assert.ok(kinds.has(kind), kind);
  const imported = entries.filter(({ command }) => command.kind === 'import').at(-1);
  assert.deepEqual(imported.rows.map(({ kind, room }) => ({ kind, room })), [{ kind: 'add_room', room: 'hafen' }]);
  for (const command of entries.flatMap((entry) => [entry.command, ...entry.rows ?? []])) {
    assert.deepEqual(misfits(command, 'command.schema.json'), []);
  }
});

test('every entry folds again, and leads to the tables of the database', () => {
  const of_database = keyrack(['verify', database]);
  assert.equal(of_database.status, 0, of_database.stdout + of_database.stderr);
  const report = JSON.parse(of_database.stdout);
  assert.equal(report.tables_equal_journal, true);
  assert.deepEqual([report.unknown, report.rejected], [[], []]);
  assert.ok(report.entries > 100 && report.rows > 0);
  const of_bundle = JSON.parse(keyrack(['verify', bundle]).stdout);
  assert.deepEqual({ ...of_bundle, tables_equal_journal: true }, report);
});

test('a database is asked as it is, and as it was known earlier', () => {
  const rooms = (...options) => {
    const { status, stdout, stderr } = keyrack(['scale', database, '--as-of', '2026-11-22', ...options]);
    assert.equal(status, 0, stderr);
    return Number(/rooms=(\d+)/.exec(stdout)?.[1]);
  };
  assert.equal(rooms(), 81);
  assert.equal(rooms('--known-at', '2026-11-22T00:00:00Z'), 80, 'before the import');
});

test('bundles put together are the same in any order, and the same as one alone', () => {
  const alone = keyrack(['merge', bundle]);
  assert.equal(alone.status, 0, alone.stderr);
  assert.equal(alone.stdout, readFileSync(bundle, 'utf8'));
  const shorter = join(folder, 'shorter.json');
  const read = JSON.parse(alone.stdout);
  read.lanes = read.lanes.map((lane) => ({ ...lane, segments: lane.segments.slice(0, 1) }));
  writeFileSync(shorter, JSON.stringify(read));
  assert.equal(keyrack(['merge', shorter, bundle]).stdout, alone.stdout);
  assert.equal(keyrack(['merge', bundle, shorter]).stdout, alone.stdout);
});

test('a database exchanges with a folder, another is made from it, and both hold the same', () => {
  const [ours, theirs, stick] = ['ours.db', 'theirs.db', 'stick'].map((name) => join(folder, name));
  copyFileSync(database, ours);
  const sent = keyrack(['sync', ours, stick]);
  assert.equal(sent.status, 0, sent.stderr);
  const { tenant, ...counts } = JSON.parse(sent.stdout);
  assert.equal(counts.on_this_device, 0);
  const told = readFileSync(new URL('../../docs/exchange.md', import.meta.url), 'utf8');
  for (const word of Object.keys(counts)) assert.ok(told.includes(`- \`${word}\`: `), `${word} is explained`);
  assert.match(tenant, /^northwind-ag-[0-9a-f]{8}$/);
  assert.deepEqual(readdirSync(stick), [tenant]);
  assert.equal(keyrack(['sync', theirs, stick]).status, 1, 'nothing says which tenant');
  const made = keyrack(['sync', theirs, stick, '--tenant', tenant]);
  assert.equal(made.status, 0, made.stderr);
  for (const each of [ours, theirs]) assert.equal(JSON.parse(keyrack(['verify', each]).stdout).holds, true, each);
  assert.equal(keyrack(['export', theirs]).stdout, keyrack(['export', ours]).stdout);
  // A stick that goes round.
  const other = join(folder, 'other');
  assert.equal(keyrack(['sync', stick, other]).status, 0);
  assert.deepEqual(readdirSync(join(other, tenant)).sort(), readdirSync(join(stick, tenant)).sort());
});

// nginx makes folders by itself, Apache and lighttpd want them made.
for (const name of ['nginx', 'apache', 'lighttpd']) test(`a database exchanges with ${name}, and what signs in there is told to nobody`, async () => {
  const server = await start(name);
  try {
    const [ours, theirs] = ['sent', 'fetched'].map((what) => join(folder, `${what}-${name}.db`));
    copyFileSync(database, ours);
    const address = (secret) => server.spec.url.replace('://', `://${server.spec.user}:${encodeURIComponent(secret)}@`);
    const refused = keyrack(['sync', ours, address('not-the-password')]);
    assert.equal(refused.status, 1);
    assert.doesNotMatch(refused.stderr, /not-the-password/);
    assert.match(refused.stderr, /Check user and password/);
    const sent = keyrack(['sync', ours, address(server.spec.secret)]);
    assert.equal(sent.status, 0, sent.stderr);
    const { tenant, on_this_device } = JSON.parse(sent.stdout);
    assert.equal(on_this_device, 0);
    const made = keyrack(['sync', theirs, address(server.spec.secret), '--tenant', tenant]);
    assert.equal(made.status, 0, made.stderr);
    assert.equal(keyrack(['export', theirs]).stdout, keyrack(['export', ours]).stdout);
  } finally {
    await server.stop();
  }
});

test('what a server has moved is followed to where it is', async () => {
  const stick = join(folder, 'stick');
  const server = spawn(process.execPath, ['--input-type=module', '-e', `
    import { readFileSync } from 'node:fs';
    import { createServer } from 'node:http';
    const server = createServer(({ method, url }, response) => {
      if (url.startsWith('/before/')) return response.writeHead(302, { location: url.replace('before', 'now') }).end();
      try { response.end(readFileSync(process.argv[1] + url.replace('/now', ''))); } catch { response.writeHead(404).end(); }
    });
    server.listen(0, '127.0.0.1', () => console.log(server.address().port));
  `, stick], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [port] = await once(server.stdout, 'data');
    const [tenant] = readdirSync(stick);
    const moved = join(folder, 'moved.db');
    const made = keyrack(['sync', moved, `http://127.0.0.1:${Number(port)}/before`, '--tenant', tenant]);
    assert.equal(made.status, 0, made.stderr);
    assert.ok(JSON.parse(made.stdout).received > 0);
  } finally {
    server.kill();
  }
});

test('what is no bundle is refused with its place', () => {
  const changed = (change) => {
    const read = JSON.parse(readFileSync(bundle, 'utf8'));
    change(read);
    const path = join(folder, 'changed.json');
    writeFileSync(path, JSON.stringify(read));
    return keyrack(['verify', path]);
  };
  const rows = [
    ['a changed segment', (read) => { read.lanes[0].segments[0] = read.lanes[0].segments[0].replace('"actor":"', '"actor":"not '); }, /\/1/],
    ['a newer bundle', (read) => { read.bundle = 2; }, /newer version/],
    ['an unknown member', (read) => { read.colour = 'red'; }, /colour/],
  ];
  for (const [what, change, says] of rows) {
    const { status, stdout, stderr } = changed(change);
    assert.deepEqual([status, stdout], [1, ''], what);
    assert.match(stderr, says, what);
  }
  assert.equal(keyrack(['export', bundle]).status, 1);
  assert.equal(keyrack(['merge']).status, 2);
  assert.equal(keyrack(['verify', bundle, bundle]).status, 2);
  assert.match(keyrack(['verify', join(folder, 'nothing.json')]).stderr, /nothing\.json/);
});
