// No answer depends on where and when it is asked: the machine's time zone and locale, its memory, the order of a file's rows.
// That the engine reads no clock is held by tests/tidy.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeTenant } from '../../bench/tenant.mjs';
import { keyrack } from './keyrack.mjs';

const tenant = makeTenant(200, 11);
const text = JSON.stringify(tenant);
const surroundings = [
  { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
  { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' }, // a day ahead
  { TZ: 'Pacific/Pago_Pago', LANG: 'nb_NO.UTF-8', LC_ALL: 'nb_NO.UTF-8' }, // a day behind
  { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }, // i and I
  { TZ: 'Australia/Lord_Howe', LANG: 'ja_JP.UTF-8', LC_ALL: '' },
  { TZ: '', MALLOC_PERTURB_: '165', MALLOC_ARENA_MAX: '1' }, // memory that was never written holds something else
];

const asks = [
  ['scale', '-', '--as-of', '2026-11-22'],
  ...['2026-03-29', '2026-10-25', '2024-02-29'].flatMap((day) => [
    ['ask', '-', '--as-of', day, 'coverage', tenant.rooms[0].id],
    ['ask', '-', '--as-of', day, 'warranty', tenant.devices[0].serial],
    ['ask', '-', '--as-of', day, 'order', tenant.orders[0].id],
    ['ask', '-', '--as-of', day, 'spares'],
    ['ask', '-', '--as-of', day, 'spare_choice'],
  ]),
  ['ask', '-', '--as-of', '2026-11-22', 'plan'],
  ['ask', '-', '--as-of', '2026-11-22', 'forecast', '2028-01-01'],
  ['ask', '-', '--as-of', '2026-11-22', 'guides'],
];

for (const words of asks) {
  test(`the same bytes in ${surroundings.length} surroundings: ${words.slice(2).join(' ')}`, () => {
    const answers = surroundings.map((each) => keyrack(words, text, each));
    for (const { status, stdout, stderr } of answers) {
      assert.equal(status, 0, stderr);
      assert.equal(stdout, answers[0].stdout);
    }
    assert.ok(answers[0].stdout.length > 0);
  });
}

test('support clocks over the night of the clock change, in each of the surroundings', () => {
  const file = JSON.stringify({
    commands: [
      { kind: 'add_org_id', org: 'north', name: 'North', account: '', region: 'emea' },
      {
        kind: 'open_ticket', ticket: 'T-1', desk: 'customer_success', at: '2026-03-27T15:00Z', severity: 2, place: { region: '', country: 'DE', zone: '' },
        about: { room: '', room_state: 'unknown', device: '', org: 'north', product_line: '' },
      },
      { kind: 'set_support_target', desk: 'customer_success', measure: 'response', severity: 2, tier: 'none', limit_minutes: 600 },
    ],
  });
  const answers = surroundings.map((each) => keyrack(['ask', '-', '--as-of', '2026-03-30T12:00Z', 'ticket', 'T-1'], file, each));
  for (const { status, stdout, stderr } of answers) {
    assert.equal(status, 0, stderr);
    assert.equal(stdout, answers[0].stdout);
  }
});

/** Shuffled by a seed (Fisher and Yates, with a linear congruential generator). */
function shuffled(list, seed) {
  const made = [...list];
  let state = seed;
  for (let at = made.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (at + 1);
    [made[at], made[other]] = [made[other], made[at]];
  }
  return made;
}

test('rows in another order give the same answers', () => {
  const rooms = tenant.rooms.slice(0, 12).map(({ id }) => id);
  const answersOf = (input) => {
    const ask = (...question) => JSON.parse(keyrack(['ask', '-', '--as-of', '2026-11-22', ...question], input).stdout);
    return {
      line: keyrack(['scale', '-', '--as-of', '2026-11-22'], input).stdout,
      cover: rooms.map((id) => { const { answer, until, since, by } = ask('coverage', id); return { answer, until, since, by }; }),
      spares: ask('spares').steps,
      models: ask('spare_choice').candidates.map(({ model, deployed }) => [model, deployed]),
      endings: ask('forecast', '2028-01-01').endings.map(({ on, programme, rooms: lost }) => [on, programme, [...lost].sort()]),
    };
  };
  const first = answersOf(text);
  for (const seed of [1, 2]) {
    // The assignments of a licence follow each other in a file; those of different licences have no order.
    const byLicence = new Map();
    for (const each of tenant.assignments) byLicence.set(each.licence, [...(byLicence.get(each.licence) ?? []), each]);
    const other = {
      orders: shuffled(tenant.orders, seed), rooms: shuffled(tenant.rooms, seed + 1), devices: shuffled(tenant.devices, seed + 2),
      assignments: shuffled([...byLicence.values()], seed + 3).flat(),
    };
    assert.notEqual(JSON.stringify(other.rooms), JSON.stringify(tenant.rooms));
    assert.deepEqual(answersOf(JSON.stringify(other)), first, `seed ${seed}`);
  }
});
