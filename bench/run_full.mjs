// `./dev bench [--quick] [--only engine,visit,browser] [--json FILE]`: measures, prints the one table, writes docs/performance.md.
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { writeReport } from './report.mjs';
import { exponent, growsNoWorseThanLinearithmic } from './support/statistics.mjs';
import { asText, isMet } from './support/table.mjs';

const { values: given } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: 'engine,visit,browser' },
    json: { type: 'string' },
    profile: { type: 'boolean', default: false },
    rooms: { type: 'string', default: '100000' },
  },
});

if (given.profile) {
  const { printProfile } = await import('./profile.mjs');
  printProfile();
  process.exit(0);
}

const parts = given.only.split(',');
const rooms = given.quick ? 10_000 : Number(given.rooms);
const runs = given.quick ? 5 : 15;
const sizes = given.quick ? [1_000, 10_000] : [1_000, 10_000, 100_000, 1_000_000];
const lines = [];
const growths = [];

const measures = {
  engine: async () => {
    const { engineGrowth, engineLines } = await import('./lines/engine.mjs');
    lines.push(...engineLines(rooms, runs));
    growths.push(...engineGrowth(sizes, runs).map((growth) => ({
      ...growth, exponent: exponent(growth.points), fine: growsNoWorseThanLinearithmic(growth.points),
    })));
  },
  visit: async () => { lines.push(...await (await import('./lines/visit.mjs')).visitLines(given.quick ? 3 : 7)); },
  browser: async () => { lines.push(...await (await import('./lines/browser.mjs')).browserLines(rooms)); },
};
for (const [name, measure] of Object.entries(measures)) {
  if (parts.includes(name)) await measure();
}

const bench = { lines, growths, load: loadavg()[0], day: new Date().toISOString().slice(0, 10) };
console.log(asText(lines));
for (const { name, exponent: power, fine } of growths) {
  console.log(`${name} grows as n^${power?.toFixed(2)}: ${fine ? 'no worse than n log n' : 'WORSE than n log n'}`);
}
const missed = lines.filter((line) => isMet(line) === false).length;
console.log(`${lines.length - missed} of ${lines.length} goals are not missed`);
if (given.json) writeFileSync(given.json, `${JSON.stringify(bench, null, 1)}\n`);
if (!given.quick && parts.length === Object.keys(measures).length) writeReport(bench);
