// What both peers share as commands: a line for each day, then the time on standard error.
import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { readArguments } from './arguments.mjs';
import { dayOf } from './days.mjs';
import { quantile } from './support/statistics.mjs';

/**
 * Runs the peer if its file is the one that was started.
 * @param {string} url  @param {string} name
 * @param {(file: string) => Promise<any> | any} open  gives { answer(day), times, close() }
 */
export async function runPeer(url, name, open) {
  if (!process.argv[1] || pathToFileURL(realpathSync(process.argv[1])).href !== url) return;
  const { words: [file], options } = readArguments(process.argv.slice(2));
  if (!file) {
    console.error(`usage: node bench/peer-${name}.mjs FILE [--as-of YYYY-MM-DD]…`);
    process.exit(2);
  }
  const peer = await open(file);
  const days = (options.get('as-of') ?? ['2026-11-22']).map(dayOf);
  for (const day of days) console.log(peer.answer(day));
  const runs_ms = timesOf(peer, days[0], Number(options.get('runs')?.[0] ?? 15));
  console.error(JSON.stringify({ peer: name, ...peer.times, answer_ms: quantile([...runs_ms].sort((one, other) => one - other), 0.5), runs_ms }));
  peer.close();
}

// Another day each run, so that no answer can be remembered.
function timesOf(peer, day, runs) {
  return Array.from({ length: runs }, (_, run) => {
    const began = performance.now();
    peer.answer(day - 17 * (run + 1));
    return performance.now() - began;
  });
}
