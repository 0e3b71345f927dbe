// The published schemas say what the files hold and what the command prints.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { makeTenant } from '../../bench/tenant.mjs';
import { keyrack } from './keyrack.mjs';
import { misfits } from './schema.mjs';

const asset = (path) => JSON.parse(readFileSync(new URL(`../../assets/${path}`, import.meta.url), 'utf8'));
const tenant = makeTenant(200, 3);
const text = JSON.stringify(tenant);
const asked = (...question) => JSON.parse(keyrack(['ask', '-', '--as-of', '2026-11-22', ...question], text).stdout);

test('the shipped files fit their schemas', () => {
  assert.deepEqual(misfits(asset('catalogue/select.json'), 'programme.schema.json'), []);
  assert.deepEqual(misfits(asset('catalogue/sync_plus.json'), 'programme.schema.json'), []);
  assert.deepEqual(misfits(asset('catalogue/extended_warranty.json'), 'programme.schema.json'), []);
  assert.deepEqual(misfits(asset('catalogue/range.json'), 'range.schema.json'), []);
  assert.deepEqual(misfits(asset('catalogue/css.json'), 'css.schema.json'), []);
  assert.deepEqual(misfits(asset('catalogue/desk.json'), 'desk.schema.json'), []);
  assert.deepEqual(misfits(asset('catalogue/guide.json'), 'guide.schema.json'), []);
  assert.deepEqual(misfits(asset('catalogue/sources.json'), 'sources.schema.json'), []);
  for (const name of ['support', 'time_zones', 'holidays']) assert.deepEqual(misfits(asset(`catalogue/${name}.json`), `${name}.schema.json`), []);
  assert.deepEqual(misfits(asset('demo/northwind.json'), 'demo.schema.json'), []);
});

test('public holidays and time zones of the countries of the demo company, and of thirty more at least', () => {
  const demo = new Set(JSON.stringify(asset('demo/northwind.json')).match(/(?<="country":")[A-Z]{2}/g));
  assert.ok(demo.size >= 4);
  const known = new Set(asset('catalogue/holidays.json').countries.map(({ country }) => country));
  for (const country of demo) assert.ok(known.has(country), country);
  assert.ok([...known].filter((country) => !demo.has(country)).length >= 30);
});

test('a tenant of the generator fits its schema', () => {
  assert.deepEqual(misfits(tenant, 'tenant.schema.json'), []);
});

test('what the schema of tenants refuses, the command refuses', () => {
  const changes = [
    (it) => { it.rooms[0].colour = 'red'; }, (it) => { delete it.rooms[0].name; }, (it) => { it.rooms[0].sync = 'yes'; },
    (it) => { it.rooms[0].country = 'Norway'; }, (it) => { it.orders[0].quantity = 0; }, (it) => { it.orders[0].years = 1.5; },
    (it) => { it.orders[0].purchased_on = '2026-02-30'; }, (it) => { it.assignments[0].licence = 'PO-1'; }, (it) => { it.assignments[0].from = null; },
    (it) => { it.devices[0].serial = ''; }, (it) => { it.colours = []; }, (it) => { it.rooms = {}; },
  ];
  for (const change of changes) {
    const changed = structuredClone(tenant);
    change(changed);
    assert.notDeepEqual(misfits(changed, 'tenant.schema.json'), [], String(change));
    assert.equal(keyrack(['check', '-'], JSON.stringify(changed)).status, 1, String(change));
  }
});

test('every answer fits its schema', () => {
  for (const { id } of tenant.rooms.slice(0, 10)) {
    assert.deepEqual(misfits(asked('coverage', id), 'answer.schema.json'), [], id);
    assert.deepEqual(misfits(asked('feature', id, 'insights'), 'answer.schema.json'), [], id);
  }
  for (const { id } of tenant.orders.slice(0, 6)) assert.deepEqual(misfits(asked('order', id), 'answer.schema.json'), [], id);
  for (const { serial } of tenant.devices.slice(0, 6)) assert.deepEqual(misfits(asked('warranty', serial), 'answer.schema.json'), [], serial);
  assert.deepEqual(misfits(asked('spares'), 'answer.schema.json'), []);
  for (const { licence } of tenant.assignments.slice(0, 6)) assert.deepEqual(misfits(asked('licence', licence), 'answer.schema.json'), [], licence);
  assert.deepEqual(misfits(asked('country', 'NO'), 'answer.schema.json'), []);
});

test('an account and a version can be asked from a file, and the answers fit', () => {
  const file = JSON.stringify({
    commands: [
      { kind: 'set_licence_threshold', region: 'EU', large_user_from: 500 },
      { kind: 'record_subscription', subscription: 'S-1', account: 'acme', super_admin_email: 'admin@acme.example', domain: 'acme.example', service: 'Zoho CRM', zuid: '', zoid: '', user_licences: 500 },
      { kind: 'add_product_line', product_line: 'desktop', name: 'Desktop', line_kind: 'perpetual' },
      { kind: 'set_lifecycle', product_line: 'desktop', version: '7.15', expects: {}, dates: { normal_from: '2024-01-01', end_of_life: '2026-03-01' } },
    ],
  });
  const ask = (...question) => JSON.parse(keyrack(['ask', '-', '--as-of', '2026-02-28', ...question], file).stdout);
  assert.deepEqual(misfits(JSON.parse(file), 'tenant.schema.json'), []);
  const large = ask('account_class', 'acme', 'EU');
  assert.equal(large.class, 'large_user');
  assert.equal(ask('account_class', 'acme', 'US').why, 'no_threshold');
  const version = ask('version', 'desktop', '7.15');
  assert.deepEqual([version.answer, version.phase], ['yes', 'normal']);
  for (const answer of [large, ask('account_class', 'acme', 'US'), version]) assert.deepEqual(misfits(answer, 'answer.schema.json'), []);
});

test('the steps of a cure are commands that the schema knows', () => {
  const answers = tenant.rooms.slice(0, 20).map(({ id }) => asked('coverage', id)).filter(({ answer }) => answer === 'no');
  const steps = answers.flatMap(({ cures }) => cures).flatMap((cure) => cure.steps);
  assert.ok(steps.length > 0);
  for (const step of steps) assert.deepEqual(misfits(step, 'command.schema.json'), []);
});

test('the report fits its schema, accepted or not', () => {
  const bad = { ...tenant, rooms: [...tenant.rooms, tenant.rooms[0], { id: 'x' }] };
  for (const input of [text, JSON.stringify(bad), text.slice(0, 5000)]) {
    assert.deepEqual(misfits(JSON.parse(keyrack(['check', '-'], input).stdout), 'report.schema.json'), []);
  }
});

test('a segment fits its schema, and its digest is that of its bytes', () => {
  const text = readFileSync(new URL('../codec/segment.json', import.meta.url), 'utf8');
  const segment = JSON.parse(text);
  assert.deepEqual(misfits(segment, 'segment.schema.json'), []);
  const content = text.slice(text.indexOf('\n') + 1, -2);
  assert.equal(createHash('sha256').update(content).digest('hex'), segment.sha256);
  for (const entry of segment.content.entries) assert.deepEqual(misfits(entry.command, 'command.schema.json'), []);
});

test('the checker notices', () => {
  assert.notDeepEqual(misfits({ kind: 'remove_room' }, 'command.schema.json'), []);
  assert.notDeepEqual(misfits({ ...asset('catalogue/select.json'), colour: 1 }, 'programme.schema.json'), []);
  assert.notDeepEqual(misfits({ sources: [{ rule: '39', document: 'faq', place: '' }] }, 'sources.schema.json'), []);
});

test('service orders, invitations and people can be asked from a file, and their answers fit', () => {
  const party = (name) => ({ name, email: `it.lead@${name}.example`, address: `${name} street 1` });
  const details = {
    vendor_order_number: 'V-1', customer: party('acme'), contact: 'Ada', customer_domain: '', reseller: party('resell'), distributor: party('distri'),
    language: 'de',
  };
  const order = { lines: [{ programme: 'select', years: 3, quantity: 5 }], purchased_on: '2026-01-10', details };
  const file = JSON.stringify({
    orders: [], rooms: [], assignments: [], devices: [],
    commands: [
      { kind: 'add_account', key: 'acme', name: 'Acme', country: 'CH', parent: '' },
      { kind: 'record_address', address: 'acme street 1', account: 'acme', address_kind: 'headquarters' },
      { kind: 'place_service_order', order: 'PO-1', ...order },
      { kind: 'place_service_order', order: 'PO-2', ...order },
      { kind: 'process_service_order', order: 'PO-1', account: '', link: 'L1', on: '2026-01-12' },
      { kind: 'accept_invitation', link: 'L1', email: 'it.lead@acme.example', on: '2026-01-13' },
      { kind: 'send_invitation', link: 'L2', email: 'bob@acme.example', name: '', role: 'admin', language: 'en', on: '2026-01-20' },
      { kind: 'withdraw_invitation', link: 'L2' },
    ],
  });
  const ask = (...question) => JSON.parse(keyrack(['ask', '-', '--as-of', '2026-02-01', ...question], file).stdout);
  assert.deepEqual(misfits(JSON.parse(file), 'tenant.schema.json'), []);
  const processed = ask('service_order', 'PO-1');
  assert.equal(processed.progress, 'processed');
  assert.equal(processed.mails[1].subject, 'Willkommen bei Logitech Select');
  const waiting = ask('service_order', 'PO-2');
  assert.equal(waiting.steps[0].kind, 'process_service_order');
  assert.equal(ask('invitation', 'L1').state, 'accepted');
  assert.equal(ask('invitation', 'L2').state, 'withdrawn');
  const { may_manage, state, access } = ask('person', 'it.lead@acme.example');
  assert.deepEqual([may_manage, state, access], ['yes', 'open', { from: '2026-01-13', to: null }]);
  for (const answer of [processed, waiting, ask('invitation', 'L1'), ask('person', 'it.lead@acme.example')])
    assert.deepEqual(misfits(answer, 'answer.schema.json'), []);
});

test('Customer Success Services can be asked from a file, and the answers fit', () => {
  const covers = (contract, product_line, quantity, tier) =>
    ({ kind: 'buy_coverage', contract, tier, start: '2026-01-01', years: 1, lines: [{ product_line, org: 'north', quantity }] });
  const file = JSON.stringify({
    commands: [
      { kind: 'add_org_id', org: 'north', name: 'North', account: '', region: 'emea' },
      ...['apps', 'gate'].flatMap((name) => [
        { kind: 'add_product_line', product_line: name, name, line_kind: 'cloud_subscription' },
        { kind: 'add_software_licences', licences: `L-${name}`, product_line: name, org: 'north', edition: '', pricing: 'standard', count: 5, acquired_on: '2026-01-01' },
      ]),
      covers('C-1', 'apps', 5, 'priority'), covers('C-2', 'gate', 4, 'priority'),
    ],
  });
  const ask = (day, ...question) => JSON.parse(keyrack(['ask', '-', '--as-of', day, ...question], file).stdout);
  assert.deepEqual(misfits(JSON.parse(file), 'tenant.schema.json'), []);
  const org = ask('2026-06-01', 'org', 'north');
  assert.deepEqual(org.product_lines.map(({ product_line, answer }) => [product_line, answer]), [['apps', 'yes'], ['gate', 'no']]);
  assert.deepEqual(org.breaches.map(({ kind, remedies }) => [kind, remedies[0].kind]), [['all_in', 'retire']]);
  assert.equal(ask('2026-06-01', 'contract', 'C-1').hours.left, 40);
  assert.equal(ask('2027-01-01', 'contract', 'C-1').steps[0].kind, 'renew_contract');
  assert.ok(ask('2027-01-02', 'contract', 'C-1').reinstatement.missing.length > 0);
  for (const answer of [org, ...['2025-06-01', '2026-06-01', '2027-01-01', '2027-06-01'].map((day) => ask(day, 'contract', 'C-1'))])
    assert.deepEqual(misfits(answer, 'answer.schema.json'), []);
});

test('devices, countries and spares can be asked from a file, and the answers fit', () => {
  const terms = { kind: 'set_country_terms', programme: 'select', country: 'NO', from: '2026-05-01', terms: { availability: 'unavailable', note: '' } };
  const file = JSON.stringify({
    orders: [
      { id: 'PO-1', service: 'select', years: 3, quantity: 60, purchased_on: '2026-01-10', cancelled_on: null },
      { id: 'EW-1', service: 'extended_warranty', years: 2, quantity: 2, purchased_on: '2026-01-10', cancelled_on: null },
    ],
    rooms: [
      { id: 'fjord', name: 'Fjord', site: 'Oslo', country: 'NO', sync: true },
      { id: 'limmat', name: 'Limmat', site: 'Zürich', country: 'CH', sync: true },
    ],
    assignments: [{ licence: 'PO-1/1', room: 'fjord', from: '2026-01-20', to: null }, { licence: 'PO-1/2', room: 'limmat', from: '2026-01-20', to: null }],
    devices: [{ serial: 'RB-1', model: 'Rally Bar', room: 'limmat', purchased_on: '2026-01-10' }],
    commands: [
      { kind: 'extend_warranty', licence: 'EW-1/1', serial: 'RB-1', on: '2026-02-01' }, terms,
      { kind: 'set_courier', site: 'Zürich', expects: 'unknown', courier: 'unreliable' },
    ],
  });
  const ask = (...question) => JSON.parse(keyrack(['ask', '-', '--as-of', '2026-06-01', ...question], file).stdout);
  assert.deepEqual(misfits(JSON.parse(file), 'tenant.schema.json'), []);
  assert.equal(ask('warranty', 'RB-1').end, '2030-01-10');
  assert.equal(ask('coverage', 'fjord').answer, 'no');
  assert.equal(ask('order', 'EW-1').term.to, null);
  assert.equal(ask('product', 'Rally Bar').group, 'device');
  assert.deepEqual(ask('spare_choice').candidates.map(({ model, hard_to_reach }) => [model, hard_to_reach]), [['Rally Bar', ['Zürich']]]);
  assert.equal(ask('spare_match', 'Tap').answer, 'no');
  assert.deepEqual(ask('country', 'NO').programmes.map(({ availability }) => availability), ['unavailable', 'available', 'available']);
  const again = JSON.stringify({ kind: 'extend_warranty', licence: 'EW-1/1', serial: 'RB-1', on: '2026-02-01' });
  assert.equal(ask('try', again).ways[0].steps[0].licence, 'EW-1/2');
  assert.equal(ask('try', JSON.stringify({ kind: 'remove_device', serial: 'RB-9' })).no_way.why, 'nothing_alike');
  for (const question of [
    ['warranty', 'RB-1'], ['coverage', 'fjord'], ['order', 'EW-1'], ['product', 'Rally Bar'], ['product', 'Other'], ['jumpstart', 'RB-1'],
    ['spare_choice'], ['spare_match', 'Tap'], ['country', 'NO'], ['try', again], ['try', JSON.stringify({ kind: 'remove_device', serial: 'RB-9' })],
    ['try_as', 'ada@acme.example', again],
  ]) assert.deepEqual(misfits(ask(...question), 'answer.schema.json'), [], question.join(' '));
});
