// Support tickets in a company file: asked for a moment, their answers fit, and their clocks are those of the ticket command.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyrack } from './keyrack.mjs';
import { misfits } from './schema.mjs';

const form = {
  service: 'Zoho CRM', organisation_id: 'zo1', subject: 'No sign-in', description: 'Two lines:\nand more.', primary_email: '', customer_email: '', zuid: '', zoid: '',
};
const partner = { region: 'EU', data_centre: 'EU', access: 'granted', channel: 'email', form };
const org = { room: '', room_state: 'unknown', device: '', org: 'north', product_line: '' };
const room = { ...org, org: '', room: 'A', room_state: 'offline' };
const place = { region: '', country: 'DE', zone: '' };
const file = {
  rooms: [{ id: 'A', name: 'Fjord', site: 'Oslo', country: 'NO', sync: true }],
  devices: [{ serial: 'SN-1', model: 'Rally Bar', room: 'A', purchased_on: '2026-01-01' }],
  commands: [
    { kind: 'add_org_id', org: 'north', name: 'North', account: '', region: 'emea' },
    { kind: 'set_licence_threshold', region: 'EU', large_user_from: 500 },
    { kind: 'record_subscription', subscription: 'S-1', account: 'acme', super_admin_email: 'it@acme.example', domain: 'acme.example', service: 'Zoho CRM', zuid: '', zoid: 'zo1', user_licences: 500 },
    { kind: 'open_ticket', ticket: 'T-1', desk: 'large_user', at: '2026-03-02T09:00Z', severity: 3, partner },
    { kind: 'open_ticket', ticket: 'T-2', desk: 'customer_success', at: '2026-03-02T09:00Z', severity: 2, place, about: org },
    { kind: 'open_ticket', ticket: 'T-3', desk: 'rooms', at: '2026-03-02T09:00Z', severity: 0, about: room },
    { kind: 'open_ticket', ticket: 'T-4', desk: 'large_user', at: '2026-03-02T09:00Z', severity: 3, partner: { ...partner, form: { ...form, organisation_id: '' } } },
    { kind: 'turn_ticket', ticket: 'T-3', at: '2026-03-02T10:00Z', step: 'pause' },
  ],
};
const run = (input, asOf, ...question) => keyrack(['ask', '-', '--as-of', asOf, ...question], JSON.stringify(input));
const asked = (...given) => { const { status, stdout, stderr } = run(file, ...given); assert.equal(status, 0, stderr); return JSON.parse(stdout); };

test('the file and every answer fit their schemas', () => {
  assert.deepEqual(misfits(file, 'tenant.schema.json'), []);
  for (const question of [['ticket', 'T-1'], ['ticket', 'T-2'], ['ticket', 'T-3'], ['ticket', 'T-4'], ['clocks'], ['help', 'A', 'offline'], ['replacement', 'SN-1']])
    assert.deepEqual(misfits(asked('2026-03-03', ...question), 'answer.schema.json'), [], question.join(' '));
});

test('a step of an answer, applied, changes the answer', () => {
  const before = asked('2026-03-02T09:30Z', 'ticket', 'T-1');
  assert.deepEqual([before.severity, before.partner.path, before.partner.threshold], [3, 'manual', 500]);
  assert.deepEqual(misfits(before.steps[0], 'command.schema.json'), []);
  const after = JSON.parse(run({ ...file, commands: [...file.commands, ...before.steps] }, '2026-03-02T12:00Z', 'ticket', 'T-1').stdout);
  assert.deepEqual([after.severity, after.clocks[0].standing, after.clocks[0].limit_at], [1, 'warned', '2026-03-02T12:00:00Z']);
});

test('a ticket with nothing to go by has its question drafted', () => {
  const { partner: { path, drafts }, severity } = asked('2026-03-02T09:30Z', 'ticket', 'T-4');
  assert.deepEqual([path, severity, drafts.length], ['ask_the_partner', 3, 3]);
  for (const draft of drafts) assert.ok(!/[{}]/.test(draft.subject + draft.body) && draft.subject.includes('T-4'), draft.body);
});

test('a moment is for tickets and clocks, and a day means its end', () => {
  assert.equal(run(file, '2026-03-02T09:30Z', 'spares').status, 2);
  assert.equal(run(file, '2026-03-02T08:59Z', 'ticket', 'T-1').status, 1);
  assert.equal(asked('2026-03-02', 'clocks').as_of, '2026-03-03T00:00:00Z');
  assert.equal(asked('2026-03-02T09:30Z', 'ticket', 'T-3').attached.devices[0].serial, 'SN-1');
});
