// Every parameter of the catalogue names its origin: a rule of a document, or a decision.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../assets/catalogue', import.meta.url));
// What a thing is called, and the texts of mails, are no parameters.
const names = new Set(['$schema', 'key', 'name', 'kind', 'language', 'body']);
// Facts of others, which name their source as a whole; and where the rules stand.
const whole = new Set(['holidays.json', 'time_zones.json', 'sources.json']);

/** Where a value stands that has no origin, on itself or on what it is part of; `where` is the way to it. */
function unfounded(value, where) {
  if (Array.isArray(value)) return value.flatMap((each, at) => unfounded(each, `${where}[${at}]`));
  if (value === null || typeof value !== 'object') return [where];
  if (value.origin) return wrong(value.origin, where);
  return Object.entries(value).flatMap(([key, each]) => (names.has(key) ? [] : unfounded(each, `${where}.${key}`)));
}

function wrong({ kind, reference }, where) {
  const right = { document: /^R\d+$/, decision: /^D\d+$/ }[kind];
  return right?.test(reference) ? [] : [`${where}: ${kind} ${reference}`];
}

const read = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

test('catalogue: every parameter names the rule or the decision that it comes from', () => {
  const files = readdirSync(folder).filter((file) => !whole.has(file));
  assert.ok(files.length >= 8);
  assert.deepEqual(files.flatMap((file) => unfounded(read(file), file)), []);
});

test('catalogue: facts of others name their source', () => {
  for (const file of ['holidays.json', 'time_zones.json']) {
    const { name, version, licence, authors } = read(file).source;
    assert.ok(name && version && licence && authors, file);
  }
});

test('catalogue: a number or a list without origin, and one of the wrong kind, are found', () => {
  const origin = { kind: 'document', reference: 'R42' };
  assert.deepEqual(unfounded({ key: 'p', term: { days: { value: 30, origin } } }, 'p'), []);
  assert.deepEqual(unfounded({ term: { days: 30 } }, 'p'), ['p.term.days']);
  assert.deepEqual(unfounded({ features: ['insights'] }, 'p'), ['p.features[0]']);
  assert.deepEqual(unfounded({ days: { value: 30, origin: { kind: 'decision', reference: 'R42' } } }, 'p'), ['p.days: decision R42']);
});
