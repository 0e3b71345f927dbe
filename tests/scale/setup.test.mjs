// How a tenant is set up, from a file: guides, rooms from Sync, sign-in, onsite spares. Every answer fits its schema.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyrack } from './keyrack.mjs';
import { misfits } from './schema.mjs';

const file = {
  orders: [{ id: 'PO-1', service: 'select', years: 1, quantity: 100, purchased_on: '2026-01-10', cancelled_on: null }],
  rooms: [{ id: 'fjord', name: 'Fjord', site: 'Oslo', country: 'NO', sync: false }],
  assignments: [{ licence: 'PO-1/1', room: 'fjord', from: '2026-02-01', to: null }],
  devices: [{ serial: 'SN-1', model: 'Rally Bar', room: 'fjord', purchased_on: '2026-01-10' }],
  commands: [
    { kind: 'link_sync_room', room: 'fjord', sync_id: 's-1' },
    { kind: 'report_room_state', sync_id: 's-1', expects: 'unknown', state: 'offline' },
    { kind: 'agree_spare', spare: 'spare-1', model: 'Rally Bar', ship_to: 'Oslo', agreed_with: 'Sam', on: '2026-02-10' },
    { kind: 'set_sign_in', sign_in: { issuer: 'https://login.acme.example', client_id: 'keyrack' } },
    { kind: 'send_invitation', link: 'L1', email: 'ada@acme.example', name: 'Ada', role: 'admin', language: 'en', on: '2026-02-01' },
  ],
};
const list = [
  { sync_id: 's-1', name: 'Fjord', site: 'Oslo', country: 'NO', state: 'online' },
  { sync_id: 's-2', name: 'Alster', site: 'Hamburg', country: 'DE', state: 'unknown' },
];
const run = (input, ...question) => keyrack(['ask', '-', '--as-of', '2026-02-15', ...question], JSON.stringify(input));
function ask(...question) {
  const { status, stdout, stderr } = run(file, ...question);
  assert.equal(status, 0, stderr);
  const answer = JSON.parse(stdout);
  assert.deepEqual(misfits(answer, 'answer.schema.json'), [], question.join(' '));
  return answer;
}

test('[R11][R54][R65][R136] guides with their steps, their origin and the mailbox; references with their addresses', () => {
  assert.deepEqual(misfits(file, 'tenant.schema.json'), []);
  const all = ask('guides');
  assert.ok(all.guides.length >= 12);
  assert.ok(all.references.some(({ addresses }) => addresses.value.length > 0));
  for (const { origin } of all.guides) assert.equal(origin.kind, 'document');
  const [missing] = ask('guide', 'invitation_not_found').guides;
  assert.deepEqual(missing.steps.map(({ step }) => step), ['look_for_subject', 'check_spam_folder', 'write_to_contact']);
  assert.deepEqual(missing.contact, { value: 'Select@logitech.com', origin: { kind: 'document', reference: 'R11' } });
  const [first] = ask('guide', 'first_steps').guides;
  assert.deepEqual(first.steps.map(({ step, done }) => [step, done]),
    [['open_link', 'no'], ['sign_in', undefined], ['invite_colleagues', 'yes'], ['add_rooms', 'yes'], ['assign_licences', 'yes']]);
  assert.match(run(file, 'guide', 'nowhere').stderr, /nowhere/);
});

test('[R15][R71] a list of rooms from Sync: the commands that it takes, and none the second time', () => {
  const answer = ask('sync_import', JSON.stringify(list));
  assert.deepEqual([answer.listed, answer.added, answer.linked, answer.reported, answer.gone], [2, 1, 0, 1, 0]);
  for (const step of answer.steps) assert.deepEqual(misfits(step, 'command.schema.json'), []);
  const after = { ...file, commands: [...file.commands, ...answer.steps] };
  assert.deepEqual(JSON.parse(run(after, 'sync_import', JSON.stringify(list)).stdout).steps, []);
  assert.match(run(file, 'sync_import', '[{"sync_id":"s-1"}]').stderr, /list of rooms/);
});

test('[R71][R99] help in the state that Sync reported last', () => {
  const inSync = { ...file, commands: [{ kind: 'set_in_sync', room: 'fjord', expects: 'no', in_sync: 'yes' }, ...file.commands] };
  const { stdout } = run(inSync, 'help_now', 'fjord');
  const answer = JSON.parse(stdout);
  assert.deepEqual(misfits(answer, 'answer.schema.json'), []);
  assert.equal(answer.answer, 'yes');
  assert.equal(answer.steps[0].kind, 'open_ticket');
});

test('[R19][R96] onsite spares as they were agreed', () => {
  const answer = ask('spares');
  assert.deepEqual(answer.agreed, [{ spare: 'spare-1', model: 'Rally Bar', ship_to: 'Oslo', agreed_with: 'Sam', on: '2026-02-10' }]);
  assert.equal(answer.earned, 2);
  assert.equal(answer.all_agreed, 'no');
});

test('[R72] an invitation names the sign-in that has to vouch, and is accepted with it alone', () => {
  assert.equal(ask('invitation', 'L1').sign_in, 'https://login.acme.example');
  const accept = { kind: 'accept_invitation', link: 'L1', email: 'ada@acme.example', on: '2026-02-15' };
  assert.equal(ask('try', JSON.stringify(accept)).denial.reason, 'address_not_verified');
  assert.equal(ask('try', JSON.stringify({ ...accept, issuer: 'https://login.acme.example' })).answer, 'applied');
});
