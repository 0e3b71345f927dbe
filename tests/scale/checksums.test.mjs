// The engine answers as both peers do: other code, other language, same file, same line.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { dayOf, isoOf } from '../../bench/days.mjs';
import { answer, openTenant } from '../../bench/peer-js.mjs';
import { openTenant as openInSql } from '../../bench/peer-sql.mjs';
import { makeTenant } from '../../bench/tenant.mjs';
import { keyrack } from './keyrack.mjs';

const folder = mkdtempSync(join(tmpdir(), 'keyrack-scale-'));
after(() => rmSync(folder, { recursive: true, force: true }));

// Before almost everything, a leap day, today's middle, and after the last purchase.
const days = ['2020-01-15', '2024-02-29', '2026-11-22', '2028-03-01'];
// Twenty days: those, and one every 173 days, so that they fall into all months.
const twenty_days = [...days, ...Array.from({ length: 16 }, (_, at) => isoOf(dayOf('2021-01-31') + 173 * at))];
const tenants = [
  ...Array.from({ length: 20 }, (_, at) => ({ seed: 101 + at, rooms: 500, on: twenty_days })),
  ...[1, 2, 3, 4, 5].flatMap((seed) => [1_000, 10_000].map((rooms) => ({ seed, rooms }))),
  { seed: 1, rooms: 100_000 }, { seed: 2, rooms: 40_000 }, { seed: 3, rooms: 40_000 }, { seed: 4, rooms: 40_000 }, { seed: 5, rooms: 100_000 },
];

for (const { seed, rooms, on = days } of tenants) {
  test(`[R37][R38][R39][R76][R77][R87][R88][R90][R101][R110] ${rooms} rooms of seed ${seed}: the same line as both peers on ${on.length} days`, async () => {
    const tenant = makeTenant(rooms, seed);
    const file = join(folder, `${seed}-${rooms}.json`);
    writeFileSync(file, JSON.stringify(tenant));
    const { status, stdout, stderr } = keyrack(['scale', file, ...on.flatMap((day) => ['--as-of', day])]);
    assert.equal(status, 0, stderr);
    const lines = stdout.trimEnd().split('\n');

    const plain = openTenant(tenant);
    assert.deepEqual(lines, on.map((day) => answer(plain, dayOf(day))));

    const sql = await openInSql(tenant);
    try {
      assert.deepEqual(lines, on.map((day) => sql.answer(dayOf(day))));
    } finally {
      sql.close();
      rmSync(file);
    }
  });
}

test('the peers do not agree by saying nothing', () => {
  const plain = openTenant(makeTenant(1_000, 1));
  const counts = Object.fromEntries(answer(plain, dayOf('2026-11-22')).split(' ').map((part) => part.split('=')));
  assert.equal(counts.rooms, '1000');
  for (const name of ['select', 'sync_plus', 'insights', 'spares', 'until', 'warranty']) assert.ok(Number(counts[name]) > 0, name);
});
