// What the engine alone does, native and as WebAssembly under Node, against its peers on the same file.
import { engine, parseTimes, peer, tenantFile } from '../support/programs.mjs';
import { summary } from '../support/statistics.mjs';

const day = '2026-11-22';
const answers = 'coverage, Insights, warranty and spares of everything on a day';

/** @typedef {import('../support/table.mjs').Line} Line */

/** The lines at one size. @param {number} rooms @param {number} runs @returns {Line[]} */
export function engineLines(rooms, runs) {
  const file = tenantFile(rooms);
  const work = (/** @type {string} */ what) => `${what}, ${rooms.toLocaleString('en-GB')} rooms`;
  return [...answerLines(file, work(answers), runs), ...importLines(file, work('import until it can be used'), Math.min(runs, 7)), ...foldLines(file, Math.min(runs, 7))];
}

function answerLines(file, work, runs) {
  const native = engine('native', 'answers', file, day, 4 * runs);
  const wasm = engine('wasm', 'answers', file, day, 4 * runs);
  const js = peer('js', file, day, runs);
  const sql = peer('sql', file, day, Math.min(runs, 5));
  for (const other of [wasm.answers[0], js.line, sql.line]) {
    if (other !== native.answers[0]) throw new Error(`the answers differ:\n${native.answers[0]}\n${other}`);
  }
  const ours = summary(native.milliseconds);
  /** @returns {Line} */
  const line = (what, of, name, theirs, goal) => ({ work: what, ours: of, unit: 'ms', peer: name, theirs: summary(theirs), goal });
  return [
    line(work, ours, 'plain JavaScript', js.runs_ms, { kind: 'times_faster', value: 60 }),
    line(work, ours, 'SQL in sqlite-wasm', sql.runs_ms, { kind: 'times_faster', value: 200 }),
    line(`${work}, WebAssembly`, summary(wasm.milliseconds), 'native', native.milliseconds, { kind: 'at_most_times', value: 1.5 }),
  ];
}

function importLines(file, work, runs) {
  const parse = summary(parseTimes(file, runs));
  return ['native', 'wasm'].map((build) => ({
    work: build === 'wasm' ? `${work}, WebAssembly` : work,
    ours: summary(engine(/** @type {'native' | 'wasm'} */ (build), 'import', file, runs).milliseconds),
    unit: 'ms', peer: 'JSON.parse', theirs: parse, goal: { kind: 'at_most_times', value: 1.2 },
  }));
}

// Commands a second, not milliseconds: the file's own commands, at most a million of them.
function foldLines(file, runs) {
  return [['native', 1_000_000], ['wasm', 500_000]].map(([build, goal]) => {
    const { count, milliseconds } = engine(/** @type {any} */ (build), 'fold', file, 1_000_000, runs);
    return {
      work: `${count.toLocaleString('en-GB')} commands folded${build === 'wasm' ? ', WebAssembly' : ''}`,
      ours: summary(milliseconds.map((time) => count / time * 1_000)), unit: 'commands a second',
      goal: { kind: 'at_least', value: goal },
    };
  });
}

// Goals that nothing measures yet: they stay in the table, so that nobody takes them for met.
/** @type {Line[]} */
export const not_measured_yet = [
  ['import until it is durable, in slices, Chromium', 'ms', 'at_most_times', 4],
  ['durable commit of one command, Chromium', 'ms', 'at_most_times', 0.25],
  ['opening a stored tenant until its rooms show', 'ms', 'at_most_times', 0.5],
  ['worker time a frame: scrolling and typing', 'ms', 'at_most', 2],
  ['worker time a frame: sorting and filtering', 'ms', 'at_most', 10],
  ['frames drawn in 5 idle seconds', 'frames', 'at_most', 0],
  ['a click until its pixels', 'frames', 'at_most', 2],
  ['first visit, with Brotli, until a usable frame', 'KB', 'at_most', 750],
  ['time until a usable frame, empty cache', 'ms', 'at_most_times', 3],
  ['time until a usable frame, warm', 'ms', 'at_most_times', 1.5],
  ['memory with the tenant open', 'MB', 'at_most_times', 1 / 3],
  ['a late entry that sorts 1,000 back (not built yet)', 'ms', 'at_most', 5],
].map(([work, unit, kind, value]) => /** @type {Line} */ ({ work, ours: null, unit, goal: { kind, value } }));

const works = [
  { name: 'answers', words: (file, runs) => ['answers', file, day, 3 * runs] },
  { name: 'import', words: (file, runs) => ['import', file, Math.min(runs, 3)] },
  { name: 'fold', words: (file, runs) => ['fold', file, 100_000_000, Math.min(runs, 3)] },
];

/** How the engine's work grows. @param {number[]} sizes @param {number} runs @returns {{ name: string, points: { size: number, value: number }[] }[]} */
export function engineGrowth(sizes, runs) {
  return works.map(({ name, words }) => ({
    name,
    points: sizes.map((size) => ({ size, value: summary(engine('native', ...words(tenantFile(size), runs)).milliseconds).median })),
  }));
}
