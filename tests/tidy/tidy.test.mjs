// Rules for the tree as a whole: what a compiler cannot see. Each rule is first shown to find what it is there for.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as rules from './rules.mjs';
import { samples } from './samples.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** The files that are, or would be, committed. */
function tree() {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  return new Map(list.split('\0').filter((path) => path && existsSync(join(root, path)) && statSync(join(root, path)).isFile())
    .map((path) => [path, read(path)]));
}

/** Of a picture, only that it is there: its bytes are no words. @param {string} path */
function read(path) {
  return path.endsWith('.png') ? '' : readFileSync(join(root, path), 'utf8');
}

const files = tree();

for (const [name, { breaks, keeps }] of Object.entries(samples)) {
  const rule = rules[name];

  test(`${name}: finds what breaks it and nothing else`, () => {
    breaks.forEach((sample, i) => assert.notDeepEqual(rule(sample), [], `sample ${i + 1} that breaks it is not found`));
    keeps.forEach((sample, i) => assert.deepEqual(rule(sample), [], `sample ${i + 1} that keeps it is found`));
  });

  test(`${name}: the tree keeps it`, () => {
    const findings = rule(files);
    assert.equal(findings.length, 0, `\n${findings.join('\n')}`);
  });
}

test('what is imported as JSON has one name wherever people read of it', () => {
  const read = [...files].filter(([path]) => /^(README|docs\/[^/]+)\.md$|^src\/cli\/.*\.cpp$|^assets\/lang\/en\.json$/.test(path));
  const others = read.filter(([, text]) => /\btenant file/i.test(text)).map(([path]) => path);
  assert.deepEqual(others, [], 'it is a company file');
});

test('every rule has samples', () => {
  const named = Object.keys(rules).filter((name) => !['longestFile', 'longestFunction', 'engineFunctionsOverAim'].includes(name));
  assert.deepEqual(Object.keys(samples).sort(), named.sort());
});

test('engine functions over the aim of 20 lines', (context) => {
  context.diagnostic(`${rules.engineFunctionsOverAim(files)} of the engine's functions exceed 20 lines`);
  const sample = new Map([['src/engine/a.cpp', `int f()\n{\n${'g();\n'.repeat(20)}}\nint h()\n{\n${'g();\n'.repeat(18)}}\n`]]);
  assert.equal(rules.engineFunctionsOverAim(sample), 1);
});
