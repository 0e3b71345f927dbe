// Composes the folder that any static host can serve.
//   node tools/package.mjs WASM_BUILD_FOLDER CACHE_FOLDER [OUTPUT]      (OUTPUT: dist)
//
// Every address inside is relative, so the folder works under any path. A file whose bytes have not changed is not
// touched, and one that no longer belongs is removed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { iconPaths } from './package/icons.mjs';
import { notices } from './package/notices.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [wasmFolder, cacheFolder, output = join(root, 'dist')] = process.argv.slice(2);

/** Every file below a folder, as paths with slashes. */
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((path) => String(path).split(sep).join('/'))
    .filter((path) => statSync(join(folder, path)).isFile());
}

/** Path in the output → bytes. */
function contents() {
  const files = new Map();
  const add = (path, from) => files.set(path, readFileSync(from));

  for (const path of filesBelow(join(root, 'shell'))) add(path, join(root, 'shell', path));
  for (const path of filesBelow(join(root, 'web'))) {
    if (path.endsWith('.mjs')) add(`web/${path}`, join(root, 'web', path));
  }
  for (const name of ['keyrack.mjs', 'keyrack.wasm']) {
    if (existsSync(join(wasmFolder, name))) add(name, join(wasmFolder, name));
    else console.error(`keyrack: no ${name} in ${relative(root, wasmFolder)}: it is left out`);
  }
  const fonts = join(root, 'node_modules/@fontsource-variable/inter/files');
  for (const subset of ['latin', 'latin-ext']) {
    add(`fonts/inter-${subset}.woff2`, join(fonts, `inter-${subset}-wght-normal.woff2`));
  }
  files.set('icons.json', Buffer.from(JSON.stringify(iconPaths(root))));
  files.set('NOTICES.txt', Buffer.from(notices(root, cacheFolder)));
  add('LICENSE.txt', join(root, 'LICENSE'));
  return files;
}

/**
 * Fills what only the finished set knows: `@KEYRACK_VERSION@`, a hash of all of it, and `@KEYRACK_FILES@`, the JSON
 * list of its paths. The shell's files alone are templates; the service worker needs both.
 */
function fillTemplates(files) {
  const hash = createHash('sha256');
  for (const path of [...files.keys()].sort()) hash.update(path).update('\0').update(files.get(path));
  const version = hash.digest('hex').slice(0, 16);
  const list = JSON.stringify([...files.keys()].sort());
  for (const path of filesBelow(join(root, 'shell'))) {
    const text = files.get(path);
    if (!text.includes('@KEYRACK_')) continue;
    files.set(path, Buffer.from(text.toString('utf8')
      .replaceAll('@KEYRACK_VERSION@', version).replaceAll('@KEYRACK_FILES@', list)));
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

const files = contents();
fillTemplates(files);
const { written, removed } = write(files);
console.log(`keyrack: ${relative(process.cwd(), output) || '.'}: ${files.size} files, ${written} written, ${removed} removed`);
