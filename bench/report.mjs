// docs/performance.md and its picture, from what was measured.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { growthNote, withNotes } from './notes.mjs';
import { growthPicture } from './support/growth_picture.mjs';
import { root } from './support/programs.mjs';
import { growthsOf, linesAt } from './support/results.mjs';
import { asMarkdown, number } from './support/table.mjs';

const gigabyte = 1024 ** 3;
/** Flat by their nature, or a matter of frames: they are in the table of growth, not in the picture. */
const drawn_from_milliseconds = 20;

/** @param {import('./support/results.mjs').Results} results @param {number} rooms of the table */
export function writeReport(results, rooms) {
  const growths = growthsOf(results);
  mkdirSync(join(root, 'docs/pictures'), { recursive: true });
  const drawn = growths.filter(({ unit, points }) => unit === 'ms' && Math.max(...points.map(({ value }) => value)) >= drawn_from_milliseconds);
  if (drawn.length > 0) {
    writeFileSync(join(root, 'docs/pictures/growth.svg'), growthPicture(drawn.map(({ work, ...rest }) => ({ name: shortOf(work), ...rest }))));
  }
  writeFileSync(join(root, 'docs/performance.md'), page(results, growths, rooms));
}

const words = [
  [/^coverage, Insights.*, WebAssembly$/, 'answers, wasm'], [/^coverage, Insights.*$/, 'answers'],
  [/^import until it can be used, WebAssembly$/, 'import, wasm'], [/^import until it can be used$/, 'import'], [/^import until it is durable.*$/, 'import, durable'],
  [/^1,000,000 commands folded, WebAssembly$/, 'fold, wasm'], [/^1,000,000 commands folded$/, 'fold'], [/^opening a stored.*$/, 'opening'],
  [/^every feature.*, WebAssembly$/, 'every feature of all rooms, wasm'], [/^every feature.*$/, 'every feature of all rooms'],
  [/^10,000 tickets.*, WebAssembly$/, 'a running clock a room, wasm'], [/^10,000 tickets.*$/, 'a running clock a room'],
  [/^All-in.*, WebAssembly$/, 'All-in, a product line a room, wasm'], [/^All-in.*$/, 'All-in, a product line a room'],
  [/^a plan.*, WebAssembly$/, 'a plan for all rooms, wasm'], [/^a plan.*$/, 'a plan for all rooms'],
  [/^what if.*, WebAssembly$/, 'what if one room in twenty changed, wasm'], [/^what if.*$/, 'what if one room in twenty changed'],
  [/^a late entry.*$/, 'a late entry'], [/^durable commit.*$/, 'durable commit of one command'],
  [/^longest task.*$/, 'page thread'], [/^worker time a frame, /, ''],
];

/** @param {string} work */
export function shortOf(work) {
  const [pattern, short] = words.find(([each]) => /** @type {RegExp} */ (each).test(work)) ?? [/^/, ''];
  return work.replace(/** @type {RegExp} */ (pattern), /** @type {string} */ (short));
}

function page(results, growths, rooms) {
  const [processor] = cpus();
  const measured = Object.values(results);
  const load = Math.max(...measured.map((each) => each.load));
  const days = [...new Set(measured.map(({ day }) => day))].sort();
  return `# Performance

Written by \`./dev bench\`, ${days.join(' to ')}. Do not edit: run it again.

**Machine**: ${processor.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / gigabyte)} GB, Linux, Node \
${process.versions.node}, Chromium headless with WebGL on its software renderer. At the start of a part at most \
${number(load)} processes were waiting for a core.

**Method**: ours and its peers run in the same call, one after another, on the same file of ${rooms.toLocaleString('en-GB')} \
rooms (\`bench/generate.mjs --seed 7\`), each in a process of its own. A figure is the median of its runs, the quarters in \
brackets. Every run asks for another day, so that no answer can be remembered; the first answers of all are compared, and the \
bench stops where they differ. The answers run the rules of the proofs (\`NoWitness\`) with nothing kept from run to run. \
Browser figures come from a profile on the disk. *Worker time a frame*: of scrolling every frame, of sorting, filtering and \
typing the longest frame that each act caused; *until a screen is open*: all frames from another screen's rest to its own. *A click until its pixels*: which of the frames drawn after the release \
of the button shows the new screen; on a software renderer frames come late, but not more of them. The page thread's longest task is that of the browser's own trace, by \
the time that the thread itself worked in it: waiting for a core, or for the software renderer, is not its task. A first visit is all \
that is asked for before the usable frame; the line below it adds what is fetched after that, of itself: the rest of the program and rare letters.

## Goals

${asMarkdown(withNotes(linesAt(results, rooms)))}

## Growth

No work grows faster than n log n from the smallest size to the largest, with half as much again for noise, where the last \
column says *yes*.

![Milliseconds by number of rooms](pictures/growth.svg)

${growthTable(growths)}

Visits and the exchange with servers know no rooms, and clicks and idle frames are counted in frames: they stand in the table above alone.
${reasonsOf(growths)}`;
}

// Why work grows as it does, and why a cell is empty.
function reasonsOf(growths) {
  const lines = growths.flatMap((growth) => {
    const empty = [...growth.missing].map(([size, why]) => `- *${shortOf(growth.work)}*, ${size.toLocaleString('en-GB')} rooms: ${why}`);
    const note = growthNote(growth);
    return note ? [`- *${shortOf(growth.work)}*: ${note}`, ...empty] : empty;
  });
  return lines.length === 0 ? '' : `\n${lines.join('\n')}\n`;
}

function growthTable(growths) {
  const sizes = [...new Set(growths.flatMap(({ points }) => points.map(({ size }) => size)))].sort((one, other) => one - other);
  const cell = (growth, size) => {
    const found = growth.points.find((point) => point.size === size);
    if (!found && growth.missing.has(size)) return 'not possible, see below';
    return found ? `${number(found.value)} ${growth.unit}` : '–';
  };
  const row = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [
    row(['work', ...sizes.map((size) => `${size.toLocaleString('en-GB')} rooms`), 'exponent', 'n log n']),
    row(['---', ...sizes.map(() => '---'), '---', '---']),
    ...growths.map((growth) => row([shortOf(growth.work), ...sizes.map((size) => cell(growth, size)), growth.exponent?.toFixed(2) ?? '–', growth.fine ? 'yes' : 'NO'])),
  ].join('\n');
}
