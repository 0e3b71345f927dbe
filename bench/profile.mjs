// Where the bytes and the time are: the portal's WebAssembly by room and by function, and the hot functions of the native
// engine, where `perf` can be run.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root, tenantFile } from './support/programs.mjs';
import { sizes } from './support/wasm_size.mjs';

const shown = 25;

export function printProfile() {
  printSizes();
  printHotFunctions('answers', ['answers', tenantFile(100_000), '2026-11-22', '300']);
  printHotFunctions('import', ['import', tenantFile(100_000), '3']);
}

/** Bytes after Brotli at its best. @param {Uint8Array} bytes */
export function brotliBytes(bytes) {
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;
}

function printSizes() {
  const wasm = readFileSync(join(root, 'build/wasm/keyrack.wasm'));
  const { owners, functions } = sizes(wasm, readFileSync(join(root, 'build/wasm/keyrack.mjs.symbols'), 'utf8'));
  console.log(`keyrack.wasm: ${wasm.length} bytes, ${brotliBytes(wasm)} with Brotli`);
  for (const { name, bytes } of owners) console.log(`${String(bytes).padStart(9)}  ${name}`);
  console.log('\nthe largest functions');
  for (const { name, bytes } of functions.slice(0, shown)) console.log(`${String(bytes).padStart(9)}  ${name.slice(0, 120)}`);
}

function printHotFunctions(work, given) {
  const data = join(root, `build/bench/perf-${work}.data`);
  const recorded = spawnSync('perf', ['record', '-o', data, join(root, 'build/release/keyrack_bench'), ...given]);
  if (recorded.status !== 0) return console.log(`\n${work}: perf could not be run`);
  const report = spawnSync('perf', ['report', '-i', data, '--stdio', '--no-children', '-g', 'none'], { encoding: 'utf8' }).stdout;
  const rows = report.split('\n').filter((row) => /^ +\d+\.\d+%/.test(row)).slice(0, shown);
  console.log(`\nhot functions: ${work}`);
  for (const row of rows) console.log(row.trim().replace(/ {2,}/g, '  ').slice(0, 140));
}
