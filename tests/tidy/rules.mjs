// The rules that hold for the tree as a whole. Each takes the files (path → text) and returns findings, one line each.
import { bare, functionsIn, lineAt } from './text.mjs';

/** What each room may import beside itself: the table of docs/architecture.md, and where the embedded assets are read. */
const rooms = {
  base: [],
  catalogue: ['base'],
  engine: ['base', 'catalogue'],
  codec: ['base', 'catalogue', 'engine', 'assets'],
  store: ['base', 'engine', 'codec'],
  sync: ['base', 'engine', 'codec'],
  portal: ['base', 'catalogue', 'engine', 'codec', 'store', 'sync', 'assets'],
  ui: ['base', 'portal', 'assets'],
  browser: ['base', 'catalogue', 'engine', 'codec', 'store', 'sync', 'portal', 'ui', 'assets'],
  cli: ['base', 'catalogue', 'engine', 'codec', 'store', 'sync', 'portal', 'assets'],
};

/** Third-party headers and the rooms that may see them. The browser holds ImGui's WebGL backend and the glyph loader. */
const foreign = [
  { header: /^(nlohmann|mbedtls)\//, rooms: ['codec'] },
  { header: /^sqlite3(ext)?\.h$/, rooms: ['store'] },
  { header: /^(imgui|imconfig|imstb_|backends\/imgui)\w*(\.h|\/)/, rooms: ['ui', 'browser'] },
  { header: /^(emscripten|GLES\d|EGL|webgl)/, rooms: ['browser'] },
];

const roomOf = (path) => /^src\/([^/]+)\//.exec(path)?.[1];
const isCpp = (path) => /\.(cpp|hpp|h)$/.test(path);
const isCode = (path) => /^(src|web|tests)\//.test(path) && /\.(cpp|hpp|h|mjs|js|css|html)$/.test(path);
const select = (files, test) => [...files].filter(([path]) => test(path));

const inText = (pattern, say) => ([path, text]) =>
  [...text.matchAll(pattern)].map((match) => `${path}:${lineAt(text, match.index)}: ${say(match)}`);

export function imports(files) {
  return select(files, (path) => roomOf(path) && isCpp(path)).flatMap(([path, text]) => {
    const room = roomOf(path);
    if (!rooms[room]) return [`${path}: no room \`${room}\` is known`];
    return [...text.matchAll(/^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]/gm)].flatMap((match) => {
      const fault = importFault(room, match[1], match[2]);
      return fault ? [`${path}:${lineAt(text, match.index)}: ${fault}`] : [];
    });
  });
}

function importFault(room, bracket, header) {
  const library = foreign.find((one) => one.header.test(header));
  if (library) return library.rooms.includes(room) ? '' : `${room} may not include ${header}`;
  if (bracket === '<') return '';
  const from = header.includes('/') ? header.split('/')[0] : '';
  if (from === room || rooms[room].includes(from)) return '';
  return from ? `${room} may not import ${header}` : `name the room: "${room}/${header}"`;
}

/** Time enters through the browser and the command line alone; everywhere else it is a value. */
export function clocks(files) {
  const clock = new RegExp([
    String.raw`\bnow\s*\(\s*\)`, String.raw`\b(?:std::|::)?time\s*\(\s*(?:nullptr|NULL|0|&)`, String.raw`\b(?:system|steady|high_resolution|utc|tai|gps|file)_clock\b`,
    String.raw`\b(?:clock_gettime|gettimeofday|localtime|gmtime|timespec_get)\s*\(`, String.raw`\bnew\s+Date\s*\(\s*\)`,
  ].join('|'), 'g');
  return select(files, (path) => roomOf(path) && isCpp(path) && !['browser', 'cli'].includes(roomOf(path)))
    .map(([path, text]) => [path, bare(text, 'cpp')])
    .flatMap(inText(clock, (match) => `a clock (\`${match[0].trim()}\`): pass the time in as a value`));
}

export const longestFile = 500;
export const longestFunction = 70;

export function lengths(files) {
  return select(files, isCode).flatMap(([path, text]) => {
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    const long = lines > longestFile ? [`${path}: ${lines} lines, ${longestFile} at most`] : [];
    return long.concat(functionsOf(path, text)
      .filter(({ length }) => length > longestFunction)
      .map(({ line, length }) => `${path}:${line}: a function of ${length} lines, ${longestFunction} at most`));
  });
}

function functionsOf(path, text) {
  if (isCpp(path)) return functionsIn(text, 'cpp');
  return /\.m?js$/.test(path) ? functionsIn(text, 'js') : [];
}

/** How many functions of the engine exceed its aim of 20 lines. A figure, not a finding. */
export function engineFunctionsOverAim(files) {
  return select(files, (path) => roomOf(path) === 'engine' && isCpp(path))
    .flatMap(([path, text]) => functionsOf(path, text)).filter(({ length }) => length > 20).length;
}

/** British: the noun is `licence`. Names of documents, of others' terms and their addresses keep their spelling. */
export function spelling(files) {
  const american = /(?<![a-zA-Z])[lL]icenses?(?![a-z])|(?<=[a-z])Licenses?(?![a-z])/g;
  const allowed = /SPDX-License-Identifier|(?:MIT|Apache|BSD|ISC|Boost Software|Open Font|Public) License|https:\/\/[^\s"]+/g;
  return select(files, (path) => /^(src|web|shell|tests|assets|docs)\//.test(path) && !path.startsWith('tests/tidy/'))
    .map(([path, text]) => [path, text.replace(allowed, (name) => ' '.repeat(name.length))])
    .flatMap(inText(american, (match) => `\`${match[0]}\`: the word is \`licence\``));
}

export function leftovers(files) {
  const unfinished = /\b(?:TODO|FIXME|XXX)\b|\[(?:\.|!mayfail|!shouldfail)[\]\w]|\b(?:test|it|describe)\.(?:skip|only|todo|fixme)\b/g;
  return select(files, (path) => /^(src|web|shell|tests|tools|cmake|docs|bench)\//.test(path) && !path.startsWith('tests/tidy/'))
    .flatMap(inText(unfinished, (match) => `\`${match[0]}\`: finish it or leave it out`));
}

/** Addresses of package registries and folders of one machine. Written in pieces, so that this file passes too. */
export function places(files) {
  const hosts = [
    ['registry', 'npmjs', 'org'], ['registry', 'yarnpkg', 'com'], ['deb', 'debian', 'org'], ['security', 'debian', 'org'],
    ['ftp', 'debian', 'org'], ['archive', 'ubuntu', 'com'], ['files', 'pythonhosted', 'org'], ['pypi', 'org'],
    ['proxy', 'golang', 'org'], ['crates', 'io'],
  ].map((parts) => parts.join(String.raw`\.`));
  const folders = `(?<![\\w.~$})>"'*-])/(?:${['root', 'work', 'home', 'Users', 'tmp'].join('|')})/\\w`;
  const quoted = `(?<=["'\`\\s=])/(?:${['root', 'work', 'home', 'Users', 'tmp'].join('|')})(?:/|(?=["'\`\\s]))`;
  const registry = new RegExp(hosts.join('|'), 'g');
  const machine = new RegExp(`${folders}|${quoted}`, 'g');
  return [...files].filter(([path]) => !path.startsWith('tools/notices/')).flatMap((file) => [
    ...inText(registry, (match) => `names a package registry, \`${match[0]}\``)(file),
    ...(file[0] === 'package-lock.json' ? [] : inText(machine, (match) => `names a folder of one machine, \`${match[0].trim()}\``)(file)),
  ]);
}

export function guards(files) {
  return select(files, (path) => /^(src|tests|cmake)\/.*\.(hpp|h)$/.test(path))
    .filter(([, text]) => !/^#pragma once$/m.test(text)).map(([path]) => `${path}: no #pragma once`);
}

export function languages(files) {
  const texts = ['en', 'de', 'nb'].map((name) => [name, files.get(`assets/lang/${name}.json`)]).filter(([, text]) => text);
  if (texts.length === 0) return [];
  const tables = new Map(texts.map(([name, text]) => [name, flat(JSON.parse(text))]));
  const keys = new Set([...tables.values()].flatMap((table) => [...table.keys()]));
  const absent = ['en', 'de', 'nb'].filter((name) => !tables.has(name)).map((name) => `assets/lang/${name}.json is missing`);
  return absent.concat(codes(tables), [...keys].flatMap((key) => [...tables].flatMap(([name, table]) => {
    if (!table.has(key)) return [`assets/lang/${name}.json: no \`${key}\``];
    const [own, other] = [table.get(key), tables.values().next().value.get(key)].map(placeholders);
    return other === undefined || own === other ? [] : [`assets/lang/${name}.json: \`${key}\` has ${own || 'no placeholder'}, not ${other || 'none'}`];
  })));
}

// The number of a rule or a decision is a tag behind a reason, never part of a sentence.
const codes = (tables) => [...tables].flatMap(([name, table]) => [...table].filter(([, text]) => /\b[RD]\d{1,3}\b/.test(text))
  .map(([key]) => `assets/lang/${name}.json: \`${key}\` has the number of a rule in its sentence`));

function flat(value, path = '', into = new Map()) {
  if (value === null || typeof value !== 'object') into.set(path, String(value));
  else for (const [key, inner] of Object.entries(value)) flat(inner, path ? `${path}.${key}` : key, into);
  return into;
}

const placeholders = (text) => text === undefined ? undefined
  : [...new Set([...text.matchAll(/\{(\w+)[},]/g)].map((match) => `{${match[1]}}`))].sort().join(' ');

export function borrowed(files) {
  const name = /(^|\/)(node_modules|vendor|third_party|emsdk)\/|(^|\/)(imgui(_\w+)?\.(h|cpp)|sqlite3\.[ch]|catch_amalgamated\.\w+|nlohmann\/json\.hpp)$|\.(wasm|woff2?|ttf|a|o|min\.js)$/;
  const text = /JSON for Modern C\+\+\n|^\*\* This file is an amalgamation|\/\/ dear imgui, v/m;
  return select(files, (path) => !path.startsWith('tests/tidy/'))
    .filter(([path, content]) => (name.test(path) && path !== 'src/ui/imgui_config.hpp') || text.test(content.slice(0, 4000)))
    .map(([path]) => `${path}: the work of others is fetched, not committed`);
}

export function lockfile(files) {
  const text = files.get('package-lock.json');
  if (!text) return ['package-lock.json is missing'];
  const packages = Object.entries(JSON.parse(text).packages ?? {}).filter(([name]) => name !== '');
  return packages.flatMap(([name, entry]) => [
    ...(entry.resolved ? [`package-lock.json: ${name} records a download address`] : []),
    ...(entry.integrity ? [] : [`package-lock.json: ${name} has no integrity`]),
  ]);
}
