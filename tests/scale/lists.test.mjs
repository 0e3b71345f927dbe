// The readable tenant and CSV from the command line: out, in, and the same again.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { makeTenant } from '../../bench/tenant.mjs';
import { keyrack } from './keyrack.mjs';
import { misfits } from './schema.mjs';

const folder = mkdtempSync(join(tmpdir(), 'keyrack-lists-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string} name @param {string} text */
function file(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** @param {string[]} args */
function printed(args) {
  const { status, stdout, stderr } = keyrack(args);
  assert.equal(status, 0, stderr);
  return stdout;
}

const days = ['--as-of', '2026-06-01', '--as-of', '2027-01-01'];
const tenant = file('tenant.json', JSON.stringify(makeTenant(300)));

test('a readable export comes in as the same tenant, and goes out as the same file', () => {
  const text = printed(['export', '--readable', tenant]);
  assert.deepEqual(misfits(JSON.parse(text), 'tenant.schema.json'), []);
  const again = file('again.json', text);
  assert.equal(printed(['export', '--readable', again]), text);
  assert.equal(printed(['scale', again, ...days]), printed(['scale', tenant, ...days]));
});

test('a file that names no company goes out without a name, and one that does keeps it', () => {
  const { name, ...unnamed } = JSON.parse(printed(['export', '--readable', tenant]));
  assert.equal(name, undefined);
  const named = file('named.json', JSON.stringify({ name: 'Acme & Söhne', ...unnamed }));
  assert.equal(JSON.parse(printed(['export', '--readable', named])).name, 'Acme & Söhne');
});

const rooms = file('rooms.csv', 'Raumname;Standort;Land;Sitze\r\nHafen;Hamburg;DE;8\r\n"=1+1";Oslo;Nowhere;4\r\n');

test('a dry run tells the fate of each row', () => {
  const report = JSON.parse(printed(['import', tenant, rooms, '--set', 'sync=yes', '--dry-run', '--leave-out']));
  assert.deepEqual(misfits(report, 'list_report.schema.json'), []);
  assert.deepEqual(report.fields, {
    country: { column: 'Land' }, name: { column: 'Raumname' }, site: { column: 'Standort' }, sync: { value: 'yes' },
  });
  assert.deepEqual(report.unused, ['Sitze']);
  assert.deepEqual(report.rows.map(({ line, fate, reason }) => [line, fate, reason?.code]), [[2, 'added', undefined], [3, 'refused', 'bad_country']]);
});

test('a refused row stops the import until it may be left out; what is done can be undone', () => {
  assert.equal(keyrack(['import', tenant, rooms]).status, 1);
  const commands = JSON.parse(printed(['import', tenant, rooms, '--leave-out']));
  assert.deepEqual(misfits(commands, 'tenant.schema.json'), []);
  assert.deepEqual(commands.commands.map(({ kind, room }) => [kind, room]), [['add_room', 'Hafen']]);
  const back = JSON.parse(printed(['import', tenant, rooms, '--leave-out', '--undo']));
  assert.deepEqual(back.commands, [{ kind: 'remove_room', room: 'Hafen' }]);
});

test('a table goes to a spreadsheet and comes back the same', () => {
  const table = file('out.csv', printed(['export', '--csv', 'rooms', tenant]));
  const report = JSON.parse(printed(['import', tenant, table, '--dry-run']));
  assert.deepEqual([report.added, report.changed, report.refused], [0, 0, 0]);
  assert.equal(report.same, 300);
});

test('what cannot be read is said', () => {
  const broken = file('broken.csv', 'Name\n"open');
  assert.match(keyrack(['import', tenant, broken]).stderr, /quotation mark/);
  assert.match(keyrack(['import', tenant, rooms, '--map', 'name=Nowhere']).stderr, /no such column/);
  assert.equal(keyrack(['import', tenant, rooms, '--as', 'cars']).status, 2);
  assert.equal(keyrack(['export', '--csv', 'secrets', tenant]).status, 2);
});
