// What questions cost the engine, native and as WebAssembly under Node, and how that grows.
import { engine, tenantFile } from '../support/programs.mjs';
import { summary } from '../support/statistics.mjs';

/** @typedef {import('../support/results.mjs').Line} Line @typedef {import('./parts.mjs').Asked} Asked */

const most_runs = 15;

/**
 * At the size at which the goal is told, and at the part's own, for the growth.
 * @param {Asked} asked @param {'native' | 'wasm'} build @param {string} name @param {number} told @param {(size: number) => string | number} input
 */
function measured(asked, build, name, told, input) {
  const runs = (/** @type {number} */ size) => (asked.quick || size > 200_000 ? 3 : most_runs);
  const at = (/** @type {number} */ size) => engine(build, name, input(size), runs(size));
  const own = at(asked.rooms);
  const main = asked.main && !asked.quick && told !== asked.rooms ? at(told) : own;
  return { own, main };
}

/** @param {string} work @param {string} name @param {number} told @param {(size: number) => string | number} input @param {{ native: number, wasm: number, asked: number }} [goals] milliseconds */
const part = (work, name, told, input, goals) => (/** @type {Asked} */ asked) => {
  const native = measured(asked, 'native', name, told, input);
  const wasm = measured(asked, 'wasm', name, told, input);
  if (native.own.answers[0] !== wasm.own.answers[0]) throw new Error(`${work}: native ${native.own.answers[0]}, WebAssembly ${wasm.own.answers[0]}`);
  /** @returns {Line} */
  const line = (of, suffix, goal) => ({
    work: `${work}${suffix}`, ours: summary(of.main.milliseconds), unit: 'ms',
    goal: goal === undefined ? { kind: 'none', value: 0 } : { kind: 'at_most', value: goal, asked: goals?.asked }, grows: summary(of.own.milliseconds).median,
  });
  return [line(native, '', goals?.native), line(wasm, ', WebAssembly', goals?.wasm)];
};

const itself = (/** @type {number} */ size) => size;

export const featureLines = part('every feature of 100,000 rooms on a day', 'features', 100_000, tenantFile);
export const clockLines = part('10,000 tickets with running clocks, recomputed', 'clocks', 10_000, itself);
export const allInLines = part('All-in over 1,000 product lines', 'all_in', 1_000, itself);
export const planLines = part('a plan for 2,000 rooms without cover', 'plan', 2_000, itself);
export const whatIfLines = part('what if 5,000 of 100,000 rooms changed', 'what_if', 100_000, tenantFile, { native: 30, wasm: 40, asked: 50 });
