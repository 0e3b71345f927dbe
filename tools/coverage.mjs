// Which rule is tested where, and where it stands in the code: docs/coverage.md from docs/coverage.json, the tags in tests/
// and the citations in src/.
//   node tools/coverage.mjs     writes docs/coverage.md and takes what is no longer open out of the list of open rules
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const described = 'docs/coverage.json';
const written = 'docs/coverage.md';

/** Every rule there is: R1 … R195, then D1 … D23. */
export const ids = [...numbered('R', 195), ...numbered('D', 23)];

function numbered(letter, count) {
  return Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
}

/** Path → text of what is, or would be, committed under the folder, in the order of paths. */
function texts(folder, pattern) {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', folder], { cwd: root, encoding: 'utf8' });
  return new Map([...new Set(list.split('\0'))].filter((path) => pattern.test(path)).sort().flatMap((path) => {
    try {
      return [[path, readFileSync(join(root, path), 'utf8')]];
    } catch {
      return []; // removed, and not yet committed so
    }
  }));
}

/** What is on disk: the described rules, the tests and the sources. */
export function readTree() {
  return {
    data: JSON.parse(readFileSync(join(root, described), 'utf8')),
    tests: texts('tests', /\.(cpp|hpp|mjs)$/),
    sources: texts('src', /\.(cpp|hpp)$/),
    screens: namedScreens(readFileSync(join(root, 'src/portal/navigation.cpp'), 'utf8'), JSON.parse(readFileSync(join(root, 'assets/lang/en.json'), 'utf8'))),
    page: existsSync(join(root, written)) ? readFileSync(join(root, written), 'utf8') : '',
  };
}

/** The screens of the navigation, in its order: key → what it is called. */
export function namedScreens(navigation, texts) {
  return new Map([...navigation.matchAll(/ScreenKind::\w+, "screen\.(\w+)"/g)].map(([, key]) => [key, texts[`screen.${key}`]]));
}

/** Rule → files with a test that bears its tag. */
export function testsByRule(tests) {
  const found = new Map();
  for (const [path, text] of tests) {
    if (path.startsWith('tests/tidy/')) continue; // speaks of the tree, not of the portal
    for (const id of new Set([...text.matchAll(/\[([RD]\d+)\]/g)].map((match) => match[1]))) add(found, id, path);
  }
  return found;
}

/** "R26–R30" names five rules. */
function named(text) {
  return [...text.matchAll(/\b([RD])(\d+)(?:[–-]\1?(\d+))?\b/g)].flatMap(([, letter, from, to]) =>
    Array.from({ length: Math.max(1, Number(to ?? from) - Number(from) + 1) }, (_, at) => `${letter}${Number(from) + at}`));
}

/** Rule → the engine's rules that cite it in their proofs, and the files whose comments name it. */
export function placesByRule(sources) {
  const cited = new Map();
  const mentioned = new Map();
  const proofs = sources.get('src/engine/proof.cpp') ?? '';
  for (const [, code, citations] of proofs.matchAll(/\bnamed\("(\w+)"((?:,\s*"\w+"sv)*)\)/g)) {
    for (const id of named(citations)) add(cited, id, code);
  }
  for (const [path, text] of sources) {
    if (path === 'src/engine/proof.cpp' || path === 'src/engine/proof.hpp') continue;
    const comments = [...text.matchAll(/\/\/.*$/gm)].join('\n');
    for (const id of new Set(named(comments))) add(mentioned, id, path);
  }
  return { cited, mentioned };
}

function add(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

/** The rooms in which a rule is decided stand before those in which it is shown. */
const roomsInOrder = ['engine', 'catalogue', 'codec', 'store', 'portal', 'ui'];
const roomRank = (path) => (roomsInOrder.indexOf(path.split('/')[1]) + 1) || roomsInOrder.length + 1;

/** tested: by tags of its own, or through those of rules that are. reference: nothing to compute, and why. open: neither. */
export function judge({ data, tests, sources }) {
  const tagged = testsByRule(tests);
  const { cited, mentioned } = placesByRule(sources);
  return data.rules.map((rule) => {
    const through = rule.through ?? [];
    const own = tagged.get(rule.id) ?? [];
    const lent = through.length > 0 && through.every((id) => tagged.has(id));
    const state = own.length > 0 || lent ? 'tested' : rule.reference ? 'reference' : 'open';
    const files = [...(mentioned.get(rule.id) ?? [])].sort((a, b) => roomRank(a) - roomRank(b)).slice(0, 2);
    return { ...rule, state, through, tests: own, rules: cited.get(rule.id) ?? [], files };
  });
}

/** What the rules say of screens, held against the navigation. */
function faultsOfScreens({ data, screens }) {
  const without = Object.keys(data.screens_without_rules ?? {});
  const shown = data.rules.flatMap((rule) => rule.screens ?? []);
  return [
    ...data.rules.flatMap((rule) => (rule.screens ?? []).filter((key) => !screens.has(key)).map((key) => `${rule.id} names a screen \`${key}\` that the navigation has not`)),
    ...[...screens.keys()].filter((key) => !shown.includes(key) && !without.includes(key)).map((key) => `no rule says that it shows on the screen \`${key}\`, nor \`screens_without_rules\` why`),
    ...without.filter((key) => !screens.has(key) || shown.includes(key)).map((key) => `\`screens_without_rules\` names \`${key}\`, which has rules or is gone`),
  ];
}

/** What is wrong, one line each; nothing where all is well. */
export function faults(tree) {
  const described = tree.data.rules.map((rule) => rule.id);
  const judged = judge(tree);
  const open = judged.filter((rule) => rule.state === 'open').map((rule) => rule.id);
  return [
    ...ids.filter((id) => !described.includes(id)).map((id) => `${id} is not described in docs/coverage.json`),
    ...described.filter((id, at) => id !== ids[at] && at < ids.length).slice(0, 1).map((id) => `${id} is not in its place, or no rule`),
    ...open.filter((id) => !tree.data.open.includes(id)).map((id) => `${id} has neither a test tagged [${id}] nor a reason for having none`),
    ...tree.data.open.filter((id) => !open.includes(id)).map((id) => `${id} is no longer open: node tools/coverage.mjs`),
    ...faultsOfScreens(tree),
    ...(tree.page === pageOf(judged, tree.screens) ? [] : ['docs/coverage.md is not what the tool writes: node tools/coverage.mjs']),
  ];
}

const link = (path) => `[${path.split('/').slice(1).join('/')}](../${path})`;

function line(rule, screens) {
  const tests = rule.tests.length > 0 ? rule.tests.map(link).join(', ')
    : rule.state === 'tested' ? `through ${rule.through.join(', ')}`
      : rule.state === 'reference' ? `none: ${rule.reference}` : '**open**';
  const place = [...rule.rules.map((code) => `\`${code}\``), ...rule.files.map(link)].join(', ');
  return `| ${rule.id} | ${rule.text} | ${tests} | ${place} | ${(rule.screens ?? []).map((key) => screens.get(key)).join(', ')} |`;
}

export function pageOf(judged, screens) {
  const count = (state) => judged.filter((rule) => rule.state === state).length;
  return `# Which rule is tested where

Written by \`node tools/coverage.mjs\` from \`docs/coverage.json\`, the tags of the tests and the comments of the sources; a test
fails where it is stale, and where a rule has neither a test nor a reason. A rule is *tested* when a test bears its tag, or, for a
thing that only others' rules use, when theirs are. *Reference*: nothing in it can be computed. *Open*: not tested, so not
claimed to work; a rule that was closed cannot be opened again. *Screen*: where the portal shows it, by name in the navigation; what
has none is asked with \`keyrack ask\` or is part of what others show.

| rules | tested | reference | open |
|---|---|---|---|
| ${judged.length} | ${count('tested')} | ${count('reference')} | ${count('open')} |

| id | rule | tests | in the code: rule of a proof, file | screen |
|---|---|---|---|---|
${judged.map((rule) => line(rule, screens)).join('\n')}
`;
}

/** The described rules with the open ones that are still open: the list only ever shrinks. */
export function shrunk(text, judged) {
  const open = judged.filter((rule) => rule.state === 'open').map((rule) => rule.id);
  const kept = JSON.parse(text).open.filter((id) => open.includes(id));
  return text.replace(/"open": \[[^\]]*\]/, `"open": [${kept.map((id) => `"${id}"`).join(', ')}]`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tree = readTree();
  const judged = judge(tree);
  const path = join(root, described);
  writeFileSync(path, shrunk(readFileSync(path, 'utf8'), judged));
  writeFileSync(join(root, written), pageOf(judged, tree.screens));
  const left = faults(readTree());
  left.forEach((fault) => console.error(fault));
  process.exitCode = left.length > 0 ? 1 : 0;
}
