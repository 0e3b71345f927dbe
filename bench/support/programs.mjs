// Starts what is measured, each in a process of its own, and reads what it says.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const native = join(root, 'build/release/keyrack_bench');
const wasm = join(root, 'build/wasm/keyrack_bench.cjs');
const longest_output = 1 << 26;

function run(command, given) {
  const made = spawnSync(command, given, { encoding: 'utf8', maxBuffer: longest_output, cwd: root });
  if (made.status !== 0) throw new Error(`${command} ${given.join(' ')}: ${made.error ?? made.stderr}`);
  return made;
}

/** @param {'native' | 'wasm'} build @param {...(string | number)} words @returns {{ count: number, milliseconds: number[], answers: string[] }} */
export function engine(build, ...words) {
  const [command, before] = build === 'native' ? [native, []] : [process.execPath, [wasm]];
  return JSON.parse(run(command, [...before, ...words.map(String)]).stdout);
}

/** @param {'js' | 'sql'} name @returns {{ line: string, runs_ms: number[], parse_ms?: number, load_ms: number }} */
export function peer(name, file, day, runs) {
  const made = run(process.execPath, [join(root, `bench/peer-${name}.mjs`), file, '--as-of', day, '--runs', String(runs)]);
  return { line: made.stdout.trim(), ...JSON.parse(made.stderr.trim().split('\n').at(-1) ?? '') };
}

/** Milliseconds of JSON.parse of the file alone, in a process of its own. @returns {number[]} */
export function parseTimes(file, runs) {
  const script = `const text = require('fs').readFileSync(process.argv[1], 'utf8'); const times = [];
    for (let run = 0; run < ${runs}; run++) { const began = performance.now(); globalThis.kept = JSON.parse(text); times.push(performance.now() - began); }
    console.log(JSON.stringify(times));`;
  return JSON.parse(run(process.execPath, ['--max-old-space-size=8192', '-e', script, file]).stdout);
}

/** Milliseconds of JSON.parse of a file, and of JSON.stringify of what it gave, in a process of its own. @returns {{ parse: number[], stringify: number[] }} */
export function jsonTimes(file, runs) {
  const script = `const text = require('fs').readFileSync(process.argv[1], 'utf8'); const times = { parse: [], stringify: [] };
    for (let run = 0; run < ${runs}; run++) {
      let began = performance.now(); const value = JSON.parse(text); times.parse.push(performance.now() - began);
      began = performance.now(); globalThis.kept = JSON.stringify(value); times.stringify.push(performance.now() - began);
    }
    console.log(JSON.stringify(times));`;
  return JSON.parse(run(process.execPath, ['--max-old-space-size=8192', '-e', script, file]).stdout);
}

/** A tenant of so many rooms, made once. @param {number} rooms @returns {string} its file */
export function tenantFile(rooms, folder = join(root, 'build/bench')) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `tenant-${rooms}.json`);
  if (existsSync(path)) return path;
  const out = openSync(`${path}.part`, 'w');
  const made = spawnSync(process.execPath, ['--max-old-space-size=12288', join(root, 'bench/generate.mjs'), '--rooms', String(rooms), '--seed', '7'], { stdio: ['ignore', out, 'inherit'] });
  closeSync(out);
  if (made.status !== 0) throw new Error(`no tenant of ${rooms} rooms could be made`);
  run('mv', [`${path}.part`, path]);
  return path;
}
