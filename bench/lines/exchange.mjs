// What the exchange costs: journals put together, a tenant as a bundle beside the same rows as plain JSON.
import { join } from 'node:path';
import { engine, jsonTimes, root, tenantFile } from '../support/programs.mjs';
import { summary } from '../support/statistics.mjs';

/** @typedef {import('../support/results.mjs').Line} Line @typedef {import('./parts.mjs').Asked} Asked */

const entries = 100_000; // of each journal

/** @param {Asked} asked @returns {Line[]} */
export function exchangeLines({ rooms, quick }) {
  const runs = quick ? 1 : rooms > 100_000 ? 2 : 5;
  const merge = engine('native', 'merge', quick ? 1_000 : entries, runs);
  const path = join(root, `build/bench/bundle-${rooms}.json`);
  const { milliseconds } = engine('native', 'bundle', tenantFile(rooms), path, runs);
  const plain = jsonTimes(tenantFile(rooms), runs);
  /** @type {Line['goal']} none was set: it is measured to be seen */
  const goal = { kind: 'none' };
  return [
    { work: 'two journals of 100,000 entries merged and folded', ours: summary(merge.milliseconds), unit: 'ms', goal, grows: null },
    { work: 'bundle export', ours: summary(milliseconds.slice(0, runs)), unit: 'ms', peer: 'JSON.stringify', theirs: summary(plain.stringify), goal },
    { work: 'bundle import into a ledger', ours: summary(milliseconds.slice(runs)), unit: 'ms', peer: 'JSON.parse', theirs: summary(plain.parse), goal },
  ];
}
