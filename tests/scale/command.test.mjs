// keyrack, the native command: what it prints, where, and with which exit status.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeTenant } from '../../bench/tenant.mjs';
import { keyrack } from './keyrack.mjs';
import { misfits } from './schema.mjs';

const tenant = {
  orders: [{ id: 'PO-1', service: 'select', years: 3, quantity: 2, purchased_on: '2026-01-10', cancelled_on: null }],
  rooms: [
    { id: 'fjord', name: 'Fjord', site: 'Oslo', country: 'NO', sync: true },
    { id: 'limmat', name: 'Limmat', site: 'Zürich', country: 'CH', sync: false },
  ],
  assignments: [{ licence: 'PO-1/1', room: 'fjord', from: '2026-01-20', to: null }],
  devices: [{ serial: 'RB-1', model: 'Rally Bar', room: 'fjord', purchased_on: '2024-05-01' }],
};
const changed = (change) => JSON.stringify(change(structuredClone(tenant)));
const ask = (question, text = JSON.stringify(tenant)) => keyrack(['ask', '-', '--as-of', '2026-06-01', ...question], text);

test('a covered room: until, by which licence, and why', () => {
  const { status, stdout } = ask(['coverage', 'fjord']);
  assert.equal(status, 0);
  const answer = JSON.parse(stdout);
  assert.deepEqual(answer.question, { kind: 'coverage', room: 'fjord' });
  assert.equal(answer.as_of, '2026-06-01');
  assert.equal(answer.answer, 'yes');
  assert.equal(answer.until, '2029-01-20');
  assert.deepEqual(answer.by, { licence: 'PO-1/1', from: '2026-01-20', to: null });
  assert.equal(answer.proof[0].rule, 'room_has_active_licence');
  assert.equal(answer.proof[0].holds, true);
  assert.deepEqual(answer.cures, []);
});

test('a room that is not covered: what would cover it', () => {
  const { status, stdout } = ask(['coverage', 'limmat', '--programme', 'select']);
  assert.equal(status, 0);
  const answer = JSON.parse(stdout);
  assert.equal(answer.answer, 'no');
  assert.equal(answer.cures[0].kind, 'assign_free_licence');
  assert.equal(answer.cures[0].until, '2029-01-20');
  assert.deepEqual(answer.cures[0].steps, [{ kind: 'assign', pairs: [{ licence: 'PO-1/2', room: 'limmat' }], from: '2026-06-01' }]);
});

test('who names a room otherwise than by its key is told so, and the keys of rooms of that name', () => {
  const two = changed((all) => ({ ...all, rooms: [...all.rooms, { ...all.rooms[1], id: 'zrh-limmat', sync: true }] }));
  const named = ask(['coverage', 'LIMMAT'], two);
  assert.equal(named.status, 1);
  assert.match(named.stderr, /There is no room “LIMMAT”\. A room is named here by its key; of that name: `limmat`, `zrh-limmat`\.\n$/);
  assert.match(ask(['coverage', 'Aare']).stderr, /There is no room “Aare”\. A room is named here by its key\.\n$/);
});

test('the other questions', () => {
  assert.equal(JSON.parse(ask(['feature', 'fjord', 'insights']).stdout).answer, 'yes');
  assert.equal(JSON.parse(ask(['feature', 'limmat', 'insights']).stdout).answer, 'no');
  assert.equal(JSON.parse(ask(['warranty', 'RB-1']).stdout).end, '2029-01-20');
  assert.deepEqual(JSON.parse(ask(['order', 'PO-1']).stdout).licences, { bought: 2, assigned: 1, free: 1 });
  assert.equal(JSON.parse(ask(['spares']).stdout).licences_to_next, 48);
});

/** Runs with the commands in a file of their own, gone afterwards. */
function whatIf(commands, ...more) {
  const folder = mkdtempSync(join(tmpdir(), 'keyrack-'));
  try {
    writeFileSync(join(folder, 'commands.json'), typeof commands === 'string' ? commands : JSON.stringify(commands));
    return keyrack(['what-if', '-', '--as-of', '2026-06-01', join(folder, 'commands.json'), ...more], JSON.stringify(tenant));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const assign = { kind: 'assign', pairs: [{ licence: 'PO-1/2', room: 'limmat' }], from: '2026-06-01' };

test('what-if tells what commands would change', () => {
  const { status, stdout } = whatIf([assign]);
  assert.equal(status, 0);
  const difference = JSON.parse(stdout);
  assert.deepEqual(misfits(difference, 'difference.schema.json'), []);
  assert.deepEqual(difference.rooms_covered, { before: 1, after: 2 });
  assert.deepEqual(difference.rooms, [{ room: 'limmat', until_after: '2029-01-20' }]);
  assert.deepEqual(difference.programmes, [{ room: 'limmat', programme: 'select', until_after: '2029-01-20' }]);
  assert.deepEqual(difference.orders.map(({ order, free_before, free_after }) => [order, free_before, free_after]), [['PO-1', 1, 0]]);
  assert.equal(difference.fees.complete, true);
});

test('what-if says of bought programmes that no price is known, and which command is refused', () => {
  const bought = JSON.parse(whatIf([{ kind: 'place_order', order: 'PO-2', account: '', programme: 'select', years: 1, quantity: 1, purchased_on: '2026-06-01' }]).stdout);
  assert.deepEqual(misfits(bought, 'difference.schema.json'), []);
  assert.deepEqual(bought.fees, { cents: 0, complete: false, missing: [], without_price: ['select'] });
  const refused = whatIf([assign, assign]);
  assert.equal(refused.status, 1);
  assert.equal(refused.stdout, '');
  assert.match(refused.stderr, /commands\[1\].*PO-1\/2/);
  const named = whatIf([{ ...assign, pairs: [{ licence: 'PO-1/2', room: 'Limmat' }] }]);
  assert.match(named.stderr, /commands\[0\]: There is no room “Limmat”\. .*`limmat`\.\n$/);
  assert.match(whatIf('{}').stderr, /commands/);
  assert.match(whatIf([{ ...assign, colour: 1 }]).stderr, /Row 1 of “commands”, field “colour”/);
});

test('a plan says who gets which licence, and who goes without', () => {
  const plan = JSON.parse(ask(['plan']).stdout);
  assert.deepEqual(misfits(plan, 'answer.schema.json'), []);
  assert.deepEqual(plan.planned, [{ room: 'limmat', licence: 'PO-1/2', until: '2029-01-20' }]);
  assert.deepEqual(plan.steps, [assign]);
  assert.equal(plan.found, 'best');
  assert.deepEqual(JSON.parse(ask(['plan', '--programme', 'sync_plus']).stdout).left_out, [{ room: 'limmat', why: 'nothing_free' }]);
  assert.deepEqual(Object.keys(JSON.parse(ask(['plan_by', 'warranty_days,room_days']).stdout).worth), ['warranty_days', 'room_days']);
  assert.match(ask(['plan_by', 'colour']).stderr, /no priority `colour`/);
});

test('a forecast says what ends, and what to order by when', () => {
  const forecast = JSON.parse(ask(['forecast', '2030-01-01']).stdout);
  assert.deepEqual(misfits(forecast, 'answer.schema.json'), []);
  assert.deepEqual(forecast.endings, [{ on: '2029-01-20', programme: 'select', order_from: '2028-11-21', order_by: '2029-01-20', rooms: ['fjord'] }]);
  assert.equal(forecast.proposals[0].orders[0].steps[0].kind, 'place_order');
  assert.equal(ask(['forecast', '2026-06-01']).status, 1);
});

test('what was known at a moment needs a journal, which a company file has not', () => {
  const { status, stderr } = ask(['spares', '--known-at', '2026-01-01T00:00:00Z']);
  assert.equal(status, 1);
  assert.match(stderr, /--known-at needs a database/);
});

test('a file that is not there, one that is a folder, and a demo company are told as what they are', () => {
  const said = (...words) => {
    const { status, stdout, stderr } = keyrack(words);
    assert.equal(status, 1, words.join(' '));
    assert.equal(stdout, '');
    return stderr;
  };
  const nowhere = fileURLToPath(new URL('nowhere.json', import.meta.url));
  for (const words of [['ask', nowhere, 'spares'], ['ask', nowhere, '--known-at', '2026-01-01T00:00:00Z', 'spares'], ['check', nowhere], ['export', nowhere]])
    assert.equal(said(...words), `keyrack: there is no file \`${nowhere}\`\n`);
  assert.match(said('ask', fileURLToPath(new URL('.', import.meta.url)), 'spares'), /^keyrack: `.*` cannot be read: .*directory/);
  const demo = fileURLToPath(new URL('../../assets/demo/northwind.json', import.meta.url));
  assert.match(said('ask', demo, 'spares'), /^keyrack: `.*northwind\.json` is a demo company, .* download its database/);
});

test('flags are summed up on standard error, answers alone on standard output', () => {
  const { stdout, stderr } = ask(['spares']);
  assert.match(stderr, /^flagged 1 row, parties_unknown:\n {2}line 1, orders\[0\] \(PO-1\): /);
  JSON.parse(stdout);
});

test('what the question names must be there', () => {
  for (const question of [['coverage', 'nowhere'], ['coverage', 'fjord', '--programme', 'nothing'], ['warranty', 'XX'], ['order', 'PO-9']]) {
    const { status, stdout, stderr } = ask(question);
    assert.equal(status, 1, question.join(' '));
    assert.equal(stdout, '');
    assert.match(stderr, /keyrack: .*(nowhere|nothing|XX|PO-9)/);
  }
});

test('bad input is told with its place and takes nothing in', () => {
  const rows = [
    { name: 'not JSON', text: 'Room;Site', say: /Line 1, column 1/ },
    { name: 'nothing', text: '', say: /Line 1, column 1/ },
    { name: 'cut short', text: JSON.stringify(tenant).slice(0, -9), say: /Line 1, column \d+/ },
    { name: 'brackets', text: '['.repeat(20_000_000), say: /Line 1, column 1/ },
    { name: 'unknown field', text: changed((it) => { it.rooms[1].colour = 'red'; return it; }), say: /line 1, rooms\[1\]\.colour \(limmat\)/ },
    { name: 'no such day', text: changed((it) => { it.orders[0].purchased_on = '2026-02-29'; return it; }), say: /orders\[0\]\.purchased_on \(PO-1\).*2026-02-29/ },
    { name: 'duplicate id', text: changed((it) => { it.rooms[1].id = 'fjord'; return it; }), say: /rooms\[1\] \(fjord\)/ },
    { name: 'assigned twice at once', text: changed((it) => { it.assignments.push({ ...it.assignments[0], room: 'limmat', from: '2026-02-01' }); return it; }), say: /assignments\[1\] \(PO-1\/1\)/ },
  ];
  for (const { name, text, say } of rows) {
    const { status, stdout, stderr } = keyrack(['scale', '-', '--as-of', '2026-06-01'], text);
    assert.equal(status, 1, name);
    assert.equal(stdout, '', name);
    assert.match(stderr, say, name);
  }
});

test('check tells the report as JSON, accepted or not', () => {
  const good = keyrack(['check', '-'], JSON.stringify(tenant));
  assert.equal(good.status, 0);
  assert.equal(JSON.parse(good.stdout).accepted, true);
  const bad = keyrack(['check', '-'], changed((it) => { it.orders[0].quantity = -1; return it; }));
  assert.equal(bad.status, 1);
  const report = JSON.parse(bad.stdout);
  assert.equal(report.accepted, false);
  assert.deepEqual(report.refusals.map(({ code, count }) => [code, count]), [['bad_quantity', 1]]);
  assert.equal(report.follow_ups, 1);
});

test('a file that cannot be read', () => {
  const { status, stderr } = keyrack(['scale', 'no/such/file.json', '--as-of', '2026-06-01']);
  assert.equal(status, 1);
  assert.match(stderr, /no\/such\/file\.json/);
});

test('wrong usage says what is wrong and how to go on', () => {
  const rows = [
    [[], /nothing is asked for/], [['explode'], /no command `explode`/], [['ask'], /file is missing/], [['ask', 'f'], /question is missing/],
    [['ask', 'f', 'colour'], /no question `colour`/], [['ask', 'f', 'coverage'], /missing after `coverage`/],
    [['ask', 'f', 'spares', 'more'], /too much/], [['ask', 'f', 'feature', 'r', 'colour'], /no feature `colour`/],
    [['ask', 'f', 'spares', '--as-of', '2026-02-30'], /2026-02-30/], [['ask', 'f', 'spares', '--as-of'], /missing after `--as-of`/],
    [['ask', 'f', 'spares', '--colour'], /no option `--colour`/], [['ask', 'f', 'spares', '--programme', 'select'], /coverage/],
    [['ask', 'f', 'spares', '--as-of', '2026-01-01', '--as-of', '2026-01-02'], /one --as-of/], [['check', 'f', '--as-of', '2026-01-01'], /--as-of/],
    [['--as-of', '2026-01-01', 'scale'], /file is missing after `scale`/], [['scale', 'f', 'more'], /too much stands after `scale`/],
    [['scale', 'f', '--as-of', '2026-01-01T10:00Z'], /a moment goes with ask/], [['check', 'f', 'more'], /too much stands after `check`/],
    [['check', 'f', '--known-at', '2026-01-01T10:00:00Z'], /--known-at goes with/], [['ask', 'f', 'spares', '--known-at', 'yesterday'], /no such moment .* `yesterday`/],
    [['what-if', 'f'], /what-if takes FILE/], [['ticket', 'f'], /ticket takes FILE --as-of MOMENT/], [['export'], /file is missing after `export`/],
    [['verify', 'a', 'b'], /too much stands after `verify`/], [['export', '--csv', 'colours', 'f'], /no table `colours`/], [['sync', 'a.db'], /where to exchange/],
  ];
  for (const [args, say] of rows) {
    const { status, stdout, stderr } = keyrack(args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(stdout, '');
    assert.match(stderr, say);
    assert.match(stderr, /keyrack --help/);
  }
});

test('help goes to standard output', () => {
  for (const args of [['--help'], ['-h'], ['help'], ['ask', '--help']]) {
    const { status, stdout } = keyrack(args);
    assert.equal(status, 0);
    assert.match(stdout, /^usage: keyrack ask FILE/);
    assert.match(stdout, /ROOM is a room's key\./);
  }
});

test('without --as-of the day is today', () => {
  const { stdout } = keyrack(['ask', '-', 'spares'], JSON.stringify(tenant));
  const today = new Date();
  const days = [0, -1].map((off) => new Date(today.getFullYear(), today.getMonth(), today.getDate() + off, 12).toISOString().slice(0, 10));
  assert.ok(days.includes(JSON.parse(stdout).as_of)); // midnight may have passed since
});

test('standard input and a file give the same', () => {
  const text = JSON.stringify(makeTenant(300, 9));
  assert.match(keyrack(['scale', '-', '--as-of', '2026-06-01'], text).stdout, /^rooms=300 select=\d+ /);
});
