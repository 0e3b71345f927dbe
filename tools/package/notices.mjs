// NOTICES.txt: what others wrote, in what ships and in what tests it, each with its terms.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of NOTICES.txt. */
export function notices(root, cacheFolder) {
  const own = (name) => readFileSync(join(root, 'tools/notices', name), 'utf8');
  const npm = (name) => join(root, 'node_modules', name);
  const versionOf = (name) => JSON.parse(readFileSync(join(npm(name), 'package.json'), 'utf8')).version;
  const [imgui, json, mbedtls, catch2, sqlite] = ['imgui-', 'json-', 'mbedtls-', 'catch2-', 'sqlite-'].map((start) => fetched(cacheFolder, start));
  const emscripten = readFileSync(join(root, 'emsdk-version.txt'), 'utf8').trim();

  const shipped = [
    ['Dear ImGui', imgui.version, read(imgui, 'LICENSE.txt')],
    ['SQLite', sqliteVersion(sqlite), own('sqlite.txt')],
    ['JSON for Modern C++', json.version, read(json, 'LICENSE.MIT')],
    ['Mbed TLS', mbedtls.version, read(mbedtls, 'LICENSE')],
    ['Inter', versionOf('@fontsource-variable/inter'), readFileSync(join(npm('@fontsource-variable/inter'), 'LICENSE'), 'utf8')],
    ['Lucide', versionOf('lucide-static'), readFileSync(join(npm('lucide-static'), 'LICENSE'), 'utf8')],
    ['oauth4webapi', versionOf('oauth4webapi'), termsOf(npm('oauth4webapi'))],
    ['zxing-wasm', versionOf('zxing-wasm'), termsOf(npm('zxing-wasm'))],
    ['ZXing-C++', `of zxing-wasm ${versionOf('zxing-wasm')}`, own('zxing.txt')],
    ['date-holidays', JSON.parse(readFileSync(join(root, 'assets/catalogue/holidays.json'), 'utf8')).source.version, own('holidays.txt')],
    ['Unicode CLDR', '48', own('cldr.txt')],
    ['Emscripten runtime', emscripten, own('emscripten.txt')],
    ['musl libc', `of Emscripten ${emscripten}`, own('musl.txt')],
    ['libc++, libc++abi and compiler-rt', `of Emscripten ${emscripten}`, own('llvm.txt')],
  ];
  const development = [
    ['Catch2', catch2.version, catch2.folder ? read(catch2, 'LICENSE.txt') : 'Boost Software License 1.0'],
    ...developmentPackages(root, versionOf, npm),
  ];
  return [
    'Keyrack contains the work of others. Their names and terms follow.',
    ...shipped.map(entry),
    section('For development only; not part of what is served'),
    ...development.map(entry),
  ].join('\n\n');
}

/** The cache's folder of a fetched component, whose name ends with its version. */
function fetched(cacheFolder, start) {
  const name = readdirSync(cacheFolder).find((folder) => folder.startsWith(start));
  return { folder: name && join(cacheFolder, name), version: name ? name.slice(start.length) : '' };
}

const read = ({ folder }, file) => readFileSync(join(folder, file), 'utf8');

const sqliteVersion = (sqlite) => /define SQLITE_VERSION\s+"([^"]+)"/.exec(read(sqlite, 'sqlite3.h'))[1];

function developmentPackages(root, versionOf, npm) {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.keys(devDependencies)
    .filter((name) => !['@fontsource-variable/inter', 'lucide-static', 'oauth4webapi', 'zxing-wasm'].includes(name))
    .map((name) => [name, versionOf(name), termsOf(npm(name))]);
}

function termsOf(folder) {
  const file = ['LICENSE', 'LICENSE.txt', 'LICENSE.md', 'LICENCE'].map((name) => join(folder, name)).find(existsSync);
  return file ? readFileSync(file, 'utf8') : JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).license;
}

const rule = '-'.repeat(100);
const section = (title) => `${'='.repeat(100)}\n${title}`;
const entry = ([name, version, terms]) => `${rule}\n${name} ${version}\n\n${terms.trim()}`;
