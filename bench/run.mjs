// `./dev bench`: measures, prints the one table and how the work grows, writes docs/performance.md.
//
//     ./dev bench                     all lines at all sizes; docs/performance.md is written anew
//     ./dev bench --lines fold,visit  some of them; what was measured earlier stays in the page
//     ./dev bench --sizes 1000        at some sizes alone
//     ./dev bench --rooms 1000        everything at one small size, a few runs each, to see that it works: no page
//     ./dev bench --json FILE         what was measured, for other programs
//     ./dev bench --profile           where the bytes and the time are
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { main_size, parts, sizes_of_growth } from './lines/parts.mjs';
import { writeReport } from './report.mjs';
import { growthsOf, keyOf, linesAt, merged } from './support/results.mjs';
import { root } from './support/programs.mjs';
import { asText, isMet } from './support/table.mjs';

const { values: given } = parseArgs({
  options: {
    lines: { type: 'string' },
    sizes: { type: 'string' },
    rooms: { type: 'string' },
    json: { type: 'string' },
    profile: { type: 'boolean', default: false },
  },
});

if (given.profile) {
  const { printProfile } = await import('./profile.mjs');
  printProfile();
} else {
  await measure();
}

async function measure() {
  const only = given.lines?.split(',') ?? Object.keys(parts);
  const unknown = only.filter((name) => !(name in parts));
  if (unknown.length > 0) throw new Error(`no lines \`${unknown}\`: ${Object.keys(parts)}`);
  const size = given.rooms ? Number(given.rooms) : main_size;
  const sizes = given.rooms ? [size] : given.sizes?.split(',').map(Number) ?? sizes_of_growth;

  const results = {};
  for (const name of only) {
    for (const rooms of parts[name].sized ? sizes : [size]) {
      const began = Date.now();
      const load = loadavg()[0];
      const asked = { rooms, quick: given.rooms !== undefined, main: rooms === size };
      const day = new Date().toISOString().slice(0, 10);
      results[keyOf(name, rooms)] = { part: name, rooms, load, day, ...await tried(name, asked) };
      console.error(`${name}, ${rooms} rooms: ${Math.round((Date.now() - began) / 1000)} s`);
    }
  }
  const all = given.rooms ? results : kept(results);
  print(all, size);
  if (given.json) writeFileSync(given.json, `${JSON.stringify(all, null, 1)}\n`);
  if (!given.rooms) writeReport(all, main_size);
}

// Beside the size that everything is told at, work that cannot be done says why not, and the others go on.
async function tried(name, asked) {
  try {
    return { lines: await parts[name].measure(asked) };
  } catch (error) {
    if (asked.main) throw error;
    const why = String(error instanceof Error ? error.message : error).trim().split('\n').at(-1);
    console.error(`${name}, ${asked.rooms} rooms: ${why}`);
    return { lines: [], why };
  }
}

// What was measured before stays beside what was measured now.
function kept(results) {
  const file = join(root, 'build/bench/results.json');
  const all = merged(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}, results);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(all));
  return all;
}

function print(results, size) {
  const lines = linesAt(results, size);
  console.log(asText(lines));
  for (const { work, exponent, fine } of growthsOf(results)) {
    console.log(`${work}: grows as n^${exponent?.toFixed(2) ?? '?'}, ${fine ? 'no worse than n log n' : 'WORSE than n log n'}`);
  }
  const missed = lines.filter((line) => isMet(line) === false).length;
  const met = lines.filter((line) => isMet(line)).length;
  console.log(`${met} goals met, ${missed} missed, ${lines.filter(({ goal }) => goal.kind !== 'none').length - met - missed} not measured`);
}
