// Every rule has a test or says why not; the page that lists them is what the tool writes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults, ids, judge, namedScreens, pageOf, placesByRule, readTree, shrunk } from '../../tools/coverage.mjs';

const tag = (id) => `[${id}]`;

/** A tree in which every rule is tested, but for what `change` does to it. */
function aTree(change = () => {}) {
  const tree = {
    data: { open: [], rules: ids.map((id) => ({ id, text: 'a rule', screens: ['rooms'] })) },
    tests: new Map([['tests/engine/a_test.cpp', ids.map(tag).join('')]]),
    sources: new Map(),
    screens: new Map([['rooms', 'Rooms']]),
  };
  change(tree);
  return { ...tree, page: tree.page ?? pageOf(judge(tree), tree.screens) };
}

const untag = (...untagged) => (tree) => {
  tree.tests.set('tests/engine/a_test.cpp', ids.filter((id) => !untagged.includes(id)).map(tag).join(''));
};
const ruleOf = (tree, id) => tree.data.rules.find((rule) => rule.id === id);

test('coverage: a tree in which every rule is tested has no fault', () => {
  assert.deepEqual(faults(aTree()), []);
});

test('coverage: a rule without test, reason or place in the list of open ones is found', () => {
  assert.match(faults(aTree(untag('R39'))).join(), /R39 has neither a test/);
});

test('coverage: a reason, a rule that stands for it, or the list of open ones answers for it', () => {
  const because = (change) => (tree) => {
    untag('R39')(tree);
    change(tree);
  };
  assert.deepEqual(faults(aTree(because((tree) => { ruleOf(tree, 'R39').reference = 'words'; }))), []);
  assert.deepEqual(faults(aTree(because((tree) => { ruleOf(tree, 'R39').through = ['R40']; }))), []);
  assert.deepEqual(faults(aTree(because((tree) => { tree.data.open = ['R39']; }))), []);
});

test('coverage: a rule that stands for another must be tested itself', () => {
  const tree = aTree((of) => {
    untag('R39', 'R40')(of);
    ruleOf(of, 'R39').through = ['R40'];
    ruleOf(of, 'R40').reference = 'words';
  });
  assert.match(faults(tree).join(), /R39 has neither/);
});

test('coverage: the list of open rules shrinks and does not grow', () => {
  assert.match(faults(aTree((tree) => { tree.data.open = ['R39']; })).join(), /R39 is no longer open/);
  const tree = aTree(untag('R39', 'R41'));
  assert.equal(shrunk('{"open": ["R38", "R39"]}', judge(tree)), '{"open": ["R39"]}');
});

test('coverage: a rule that nobody describes, and a stale page, are found', () => {
  assert.match(faults(aTree((tree) => { tree.data.rules.pop(); })).join(), /D23 is not described/);
  assert.match(faults(aTree((tree) => { tree.page = 'as it was'; })).join(), /not what the tool writes/);
});

test('coverage: places are read from citations, comments and ranges', () => {
  const { cited, mentioned } = placesByRule(new Map([
    ['src/engine/proof.cpp', 'named("term_has_started", "R39"sv, "D3"sv),'],
    ['src/engine/coverage.cpp', '// R26–R28: what an order carries\nint r29 = 0;'],
  ]));
  assert.deepEqual([...cited], [['R39', ['term_has_started']], ['D3', ['term_has_started']]]);
  assert.deepEqual([...mentioned.keys()], ['R26', 'R27', 'R28']);
});

test('coverage: a screen that is gone, a new one that no rule names, and an excuse for one that has rules are found', () => {
  assert.match(faults(aTree((tree) => { ruleOf(tree, 'R39').screens = ['attic']; })).join(), /R39 names a screen `attic`/);
  assert.match(faults(aTree((tree) => { tree.screens.set('attic', 'Attic'); })).join(), /no rule says that it shows on the screen `attic`/);
  assert.deepEqual(faults(aTree((tree) => {
    tree.screens.set('attic', 'Attic');
    tree.data.screens_without_rules = { attic: 'nothing is kept there' };
  })), []);
  assert.match(faults(aTree((tree) => { tree.data.screens_without_rules = { rooms: 'why?' }; })).join(), /which has rules/);
});

test('coverage: screens are those of the navigation, as they are called', () => {
  const screens = namedScreens('{ ScreenKind::rooms, "screen.rooms", "navigation.cover" },', { 'screen.rooms': 'Rooms' });
  assert.deepEqual([...screens], [['rooms', 'Rooms']]);
});

test('coverage: the tree keeps it', () => {
  assert.deepEqual(faults(readTree()), []);
});
