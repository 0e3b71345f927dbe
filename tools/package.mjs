// Composes the folder that any static host can serve.
//   node tools/package.mjs WASM_BUILD_FOLDER CACHE_FOLDER [OUTPUT]      (OUTPUT: dist)
//
// Every address inside is relative, so the folder works under any path. What the page loads has a name with a hash of its
// bytes in it, so a browser may keep it for ever and never mixes two portals. `files.json` lists all: what each is, under
// which name, its bytes and its hash. A file whose bytes have not changed is not touched, and one that no longer belongs is
// removed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './package/bundle.mjs';
import { is_worth_packing, packed } from './package/compress.mjs';
import { fonts } from './package/fonts.mjs';
import { iconPaths } from './package/icons.mjs';
import { notices } from './package/notices.mjs';
import { pictures } from './package/pictures.mjs';
import { split } from './package/split.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [wasmFolder, cacheFolder, output = join(root, 'dist')] = process.argv.slice(2);

/** Every file below a folder, as paths with slashes. */
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((path) => String(path).split(sep).join('/'))
    .filter((path) => statSync(join(folder, path)).isFile());
}

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** What goes into the folder: each file by the name that it has in the sources, with the path that it gets. */
class Package {
  /** @type {Map<string, {path: string, bytes: Buffer}>} */
  #files = new Map();
  #version = '';

  add(name, bytes) {
    this.#files.set(name, { path: name, bytes });
  }

  /** Its path has a hash in it: `keyrack.wasm` becomes `keyrack-0a1b2c3d4e.wasm`. */
  addHashed(name, bytes) {
    const path = name.replace(/(\.[a-z0-9]+)$/, `-${hashOf(bytes).slice(0, 10)}$1`);
    this.#files.set(name, { path, bytes });
  }

  /** For `web/files.mjs`. */
  addresses(...names) {
    return Object.fromEntries(names.filter((name) => this.#files.has(name)).map((name) => {
      const { path, bytes } = this.#files.get(name);
      return [name, { path, bytes: bytes.length }];
    }));
  }

  path(name) {
    const found = this.#files.get(name);
    if (!found) throw new Error(`keyrack: the shell names \`${name}\`, which is not packaged`);
    return found.path;
  }

  /** One hash of everything that was added before it was first asked for. */
  version() {
    if (this.#version) return this.#version;
    const hash = createHash('sha256');
    for (const { path, bytes } of this.#sorted()) hash.update(path).update('\0').update(bytes);
    this.#version = hash.digest('hex').slice(0, 16);
    return this.#version;
  }

  /** Path → bytes, `files.json` and what is packed for hosts among them. */
  async contents(packing) {
    const sorted = this.#sorted();
    const list = sorted.map(({ name, path, bytes }) => ({ name, path, bytes: bytes.length, sha256: hashOf(bytes) }));
    const all = new Map(sorted.map(({ path, bytes }) => [path, bytes]));
    const worth = packing ? sorted.filter(({ path, bytes }) => is_worth_packing(path, bytes)) : [];
    const small = await Promise.all(worth.map(({ path, bytes }) => kept(path, bytes) ?? packed(bytes)));
    worth.forEach(({ path }, at) => all.set(`${path}.br`, small[at]));
    all.set('files.json', Buffer.from(`${JSON.stringify({ version: this.version(), quick: !packing, files: list }, null, 1)}\n`));
    return all;
  }

  /** Path → SHA-256 of all but one. */
  hashes(but) {
    return Object.fromEntries(this.#sorted().filter(({ path }) => path !== but).map(({ path, bytes }) => [path, hashOf(bytes)]));
  }

  #sorted() {
    return [...this.#files].map(([name, file]) => ({ name, ...file })).sort((one, other) => (one.path < other.path ? -1 : 1));
  }
}

/** What was packed earlier of the same bytes: it takes its time. */
function kept(path, bytes) {
  const [plain, small] = [path, `${path}.br`].map((each) => join(output, each));
  return existsSync(small) && existsSync(plain) && readFileSync(plain).equals(bytes) ? readFileSync(small) : undefined;
}

async function compose() {
  const made = new Package();
  const read = (...path) => readFileSync(join(...path));
  for (const path of filesBelow(join(root, 'shell')).filter((each) => !each.endsWith('.css'))) made.add(path, read(root, 'shell', path));
  for (const name of ['keyrack.css', 'scan.css']) made.addHashed(name, read(root, 'shell', name));
  const letters = await fonts(root, join(wasmFolder, 'fonts'));
  for (const [name, bytes] of letters) made.addHashed(name, bytes);
  for (const [name, picture] of Object.entries(await pictures(root))) made.add(name, picture);
  made.add('NOTICES.txt', Buffer.from(notices(root, cacheFolder)));
  made.add('LICENSE.txt', read(root, 'LICENSE'));

  const programs = ['keyrack.mjs', 'keyrack.wasm'].filter((name) => !existsSync(join(wasmFolder, name)));
  if (programs.length > 0) throw new Error(`keyrack: no ${programs.join(', ')} in ${relative(root, wasmFolder)}: build it first`);
  const parts = isQuick() ? undefined : await splitOrWhole();
  made.addHashed('keyrack.wasm', parts?.first ?? read(wasmFolder, 'keyrack.wasm'));
  if (parts) made.addHashed('keyrack-rest.wasm', parts.rest);
  const shared = letters.map(([name]) => name);
  made.addHashed('worker.mjs', await bundle({
    entry: 'web/worker/worker.mjs',
    files: made.addresses('keyrack-rest.wasm', ...shared),
    generated: { 'keyrack.mjs': read(wasmFolder, 'keyrack.mjs').toString(), 'icons.json': JSON.stringify(iconPaths(root)) },
  }, root));
  made.addHashed('openid.mjs', await bundle({ entry: 'web/page/openid.mjs', files: {} }, root));
  await addScanner(made);
  const known = ['worker.mjs', 'openid.mjs', 'scan.mjs', 'keyrack.wasm', 'keyrack-rest.wasm', ...shared];
  made.addHashed('page.mjs', await bundle({ entry: 'web/page/page.mjs', files: made.addresses(...known) }, root));
  fillTemplates(made);
  return made;
}

/** Of three parts, fetched when somebody first scans: the dialog, the worker that reads codes, and its program. */
async function addScanner(made) {
  made.addHashed('zxing_reader.wasm', readFileSync(join(root, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')));
  made.addHashed('codes.mjs', await bundle({ entry: 'web/scan/codes.worker.mjs', files: made.addresses('zxing_reader.wasm') }, root));
  made.addHashed('scan.mjs', await bundle({ entry: 'web/scan/scanner.mjs', files: made.addresses('codes.mjs', 'scan.css') }, root));
}

/** A program that could not be cut runs all the same. The tests of the browser miss its second part, and say so. */
async function splitOrWhole() {
  return split(wasmFolder, cacheFolder, root).catch((error) => console.error(`keyrack: the program stays in one part: ${error.message}`));
}

/**
 * Fills what only the finished set knows: `@KEYRACK_PATH:name@`, where a file is; `@KEYRACK_VERSION@`, a hash of all of it;
 * and `@KEYRACK_HASHES@`, path → SHA-256 of everything that the service worker keeps. The shell's files alone are templates,
 * and the service worker, which knows all others, is the last.
 */
function fillTemplates(made) {
  const version = made.version();
  const last = 'service-worker.js';
  for (const path of [...filesBelow(join(root, 'shell')).filter((each) => each !== last), last]) {
    const text = readFileSync(join(root, 'shell', path), 'utf8');
    if (!text.includes('@KEYRACK_')) continue;
    made.add(path, Buffer.from(text
      .replace(/@KEYRACK_PATH:([^@]+)@/g, (_, name) => made.path(name))
      .replaceAll('@KEYRACK_VERSION@', version)
      .replaceAll('@KEYRACK_HASHES@', () => JSON.stringify(made.hashes(last)))));
  }
}

function write(files) {
  let written = 0;
  for (const [path, bytes] of files) {
    const target = join(output, path);
    if (existsSync(target) && readFileSync(target).equals(bytes)) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    written += 1;
  }
  const stale = filesBelow(output).filter((path) => !files.has(path));
  for (const path of stale) rmSync(join(output, path));
  return { written, removed: stale.length };
}

/** A quick build is for the next minute on this machine: nothing of it goes over a wire. */
function isQuick() {
  const cache = join(wasmFolder, 'CMakeCache.txt');
  return existsSync(cache) && /^KEYRACK_QUICK:BOOL=(ON|1|TRUE)$/m.test(readFileSync(cache, 'utf8'));
}

const files = await (await compose()).contents(!isQuick());
const { written, removed } = write(files);
console.log(`keyrack: ${relative(process.cwd(), output) || '.'}: ${files.size} files, ${written} written, ${removed} removed`);
