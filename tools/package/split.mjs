// Cuts the program in two: what a start needs, and the rest, which may come when there is a picture (web/worker/rest.mjs).
//
// Which functions a start needs is found out each time, by a start without a browser (rehearsal.mjs). One that it missed is no
// harm: whoever calls it before the rest is there waits for it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';

/** As Emscripten's own link has them, but for the references: without these the rest takes its places in the one table there is. */
const features = ['bulk-memory', 'mutable-globals', 'nontrapping-float-to-int', 'sign-ext', 'multivalue']
  .map((feature) => `--enable-${feature}`);

/**
 * The two parts, or none where Binaryen's wasm-split is not to be had.
 *
 * @param {string} wasmFolder with `keyrack.wasm` and `keyrack.mjs`
 * @returns {Promise<{first: Buffer, rest: Buffer} | undefined>}
 */
export async function split(wasmFolder, cacheFolder, root) {
  const tool = toolOf(wasmFolder, cacheFolder);
  if (!tool) return undefined;
  const [whole, glue] = ['keyrack.wasm', 'keyrack.mjs'].map((name) => readFileSync(join(wasmFolder, name)));
  const folder = join(wasmFolder, 'split');
  mkdirSync(folder, { recursive: true });
  const place = (name) => join(folder, name);
  const rehearsal = await bundle({ entry: 'tools/package/rehearsal.mjs', files: {}, generated: { 'keyrack.mjs': glue.toString() }, platform: 'node' }, root);
  const stamp = createHash('sha256').update(whole).update(rehearsal).update(readFileSync(fileURLToPath(import.meta.url))).digest('hex');
  if (!existsSync(place('stamp')) || readFileSync(place('stamp'), 'utf8') !== stamp) {
    writeFileSync(place('rehearsal.mjs'), rehearsal);
    const whole_path = join(wasmFolder, 'keyrack.wasm');
    run(tool, ['--instrument', ...features, whole_path, '-o', place('instrumented.wasm')]);
    run(process.execPath, [place('rehearsal.mjs'), place('instrumented.wasm'), place('profile')]);
    run(tool, ['--merge-profiles', ...readdirSync(folder).filter((name) => /^profile\.\d+$/.test(name)).map(place), '-o', place('profile')]);
    run(tool, ['--split', ...features, whole_path, `--profile=${place('profile')}`, '-o1', place('first.wasm'), '-o2', place('rest.wasm')]);
    writeFileSync(place('stamp'), stamp);
  }
  return { first: readFileSync(place('first.wasm')), rest: readFileSync(place('rest.wasm')) };
}

/** Beside the Emscripten that built it: in our cache, or in an emsdk. */
function toolOf(wasmFolder, cacheFolder) {
  const settings = readFileSync(join(wasmFolder, 'CMakeCache.txt'), 'utf8');
  const compiler = /^CMAKE_CXX_COMPILER:[A-Z]+=(.+)$/m.exec(settings)?.[1] ?? '';
  const ours = readdirSync(cacheFolder).filter((name) => name.startsWith('emscripten-')).map((name) => join(cacheFolder, name, 'binaryen/bin'));
  return [join(dirname(compiler), '../bin'), ...ours].map((folder) => join(folder, 'wasm-split')).find(existsSync);
}

function run(command, given) {
  const { status, stderr, error } = spawnSync(command, given, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`keyrack: ${command} ${given.join(' ')}\n${stderr ?? error}`);
}
