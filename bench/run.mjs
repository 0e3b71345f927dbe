// `./dev bench [--quick] [--json FILE]`: measures, prints the one table, writes docs/performance.md.
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { engineGrowth, engineLines, not_measured_yet } from './lines/engine.mjs';
import { writeReport } from './report.mjs';
import { exponent, growsNoWorseThanLinearithmic } from './support/statistics.mjs';
import { asText, isMet } from './support/table.mjs';

const { values: given } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    rooms: { type: 'string', default: '100000' },
  },
});

const rooms = given.quick ? 10_000 : Number(given.rooms);
const runs = given.quick ? 5 : 15;
const sizes = given.quick ? [1_000, 10_000] : [1_000, 10_000, 100_000, 1_000_000];
const lines = [];
const growths = [];

lines.push(...engineLines(rooms, runs), ...not_measured_yet);
growths.push(...engineGrowth(sizes, runs).map((growth) => ({
  ...growth, exponent: exponent(growth.points), fine: growsNoWorseThanLinearithmic(growth.points),
})));

const bench = { lines, growths, load: loadavg()[0], day: new Date().toISOString().slice(0, 10) };
console.log(asText(lines));
for (const { name, exponent: power, fine } of growths) {
  console.log(`${name} grows as n^${power?.toFixed(2)}: ${fine ? 'no worse than n log n' : 'WORSE than n log n'}`);
}
const missed = lines.filter((line) => isMet(line) === false).length;
const met = lines.filter((line) => isMet(line)).length;
console.log(`${met} goals met, ${missed} missed, ${lines.length - met - missed} not measured`);
if (given.json) writeFileSync(given.json, `${JSON.stringify(bench, null, 1)}\n`);
if (!given.quick) writeReport(bench);
