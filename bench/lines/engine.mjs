// What the engine alone does, native and as WebAssembly under Node, against its peers on the same file.
import { engine, parseTimes, peer, tenantFile } from '../support/programs.mjs';
import { summary } from '../support/statistics.mjs';

const day = '2026-11-22';
const large = 200_000; // rooms, where few runs are enough

/** @typedef {import('../support/results.mjs').Line} Line @typedef {import('./parts.mjs').Asked} Asked */

/** @param {Asked} asked @param {number} most */
const runsOf = ({ rooms, quick }, most) => (quick || rooms > large ? Math.min(most, 3) : most);

/** @param {Asked} asked @returns {Line[]} */
export function answerLines(asked) {
  const file = tenantFile(asked.rooms);
  const native = engine('native', 'answers', file, day, runsOf(asked, 60));
  const wasm = engine('wasm', 'answers', file, day, runsOf(asked, 60));
  const js = peer('js', file, day, runsOf(asked, 15));
  const sql = peer('sql', file, day, runsOf(asked, 5));
  for (const other of [wasm.answers[0], js.line, sql.line]) {
    if (other !== native.answers[0]) throw new Error(`the answers differ:\n${native.answers[0]}\n${other}`);
  }
  const work = 'coverage, Insights, warranty and spares of everything on a day';
  /** @returns {Line} */
  const line = (what, of, name, theirs, goal) => ({ work: what, ours: summary(of), unit: 'ms', peer: name, theirs: summary(theirs), goal });
  return [
    line(work, native.milliseconds, 'plain JavaScript', js.runs_ms, { kind: 'times_faster', value: 60 }),
    { ...line(`${work}, against SQL`, native.milliseconds, 'SQL in sqlite-wasm', sql.runs_ms, { kind: 'times_faster', value: 240, asked: 200 }), grows: null },
    line(`${work}, WebAssembly`, wasm.milliseconds, 'native', native.milliseconds, { kind: 'at_most_times', value: 1.5 }),
  ];
}

/** @param {Asked} asked @returns {Line[]} */
export function importLines(asked) {
  const file = tenantFile(asked.rooms);
  const runs = runsOf(asked, 7);
  const parse = summary(parseTimes(file, runs));
  return ['native', 'wasm'].map((build) => ({
    work: `import until it can be used${build === 'wasm' ? ', WebAssembly' : ''}`,
    ours: summary(engine(/** @type {'native' | 'wasm'} */ (build), 'import', file, runs).milliseconds),
    unit: 'ms', peer: 'JSON.parse', theirs: parse, goal: { kind: 'at_most_times', value: 1.2 },
  }));
}

const folded = 1_000_000; // commands: those of 200,000 rooms

// Commands a second, not milliseconds. How it grows, the milliseconds say of all commands of the file.
/** @param {Asked} asked @returns {Line[]} */
export function foldLines(asked) {
  const file = tenantFile(asked.rooms);
  return [['native', 1_500_000, 1_000_000], ['wasm', 1_300_000, 500_000]].map(([build, value, first]) => {
    const fold = (/** @type {string} */ of, /** @type {number} */ most) => engine(/** @type {any} */ (build), 'fold', of, most, runsOf(asked, 7));
    const own = fold(file, 100_000_000);
    const told = asked.main && !asked.quick ? fold(tenantFile(large), folded) : own;
    return {
      work: `1,000,000 commands folded${build === 'wasm' ? ', WebAssembly' : ''}`,
      ours: summary(told.milliseconds.map((time) => told.count / time * 1_000)), unit: 'commands a second',
      goal: { kind: 'at_least', value, asked: first }, grows: summary(own.milliseconds).median,
    };
  });
}

const back = 1_000; // commands

/** @param {Asked} asked @returns {Line[]} */
export function lateLines(asked) {
  const late = (/** @type {string} */ file, /** @type {number} */ most) => summary(engine('native', 'late', file, most, back, runsOf(asked, 15)).milliseconds);
  const own = late(tenantFile(asked.rooms), 100_000_000);
  const told = asked.main && !asked.quick ? late(tenantFile(large), folded) : own;
  return [{ work: 'a late entry that sorts 1,000 back', ours: told, unit: 'ms', goal: { kind: 'at_most', value: 0.5, asked: 5 }, grows: own.median }];
}
