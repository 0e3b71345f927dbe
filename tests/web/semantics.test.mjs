// The semantics text is read as docs/boundary.md writes it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lines_of, node_of } from '../../web/page/semantics.mjs';

const node = (text) => node_of(lines_of(text)[0]);

test('a line is a node', () => {
    const line = '4294967295\t7\ttextbox\t-1.5\t2.0\t300.0\t36.0\tri\tName\tBoardroom\tfont=400/15;limit=64';
    assert.deepEqual(node(line), {
        id: 4294967295, parent: 7, role: 'textbox',
        flags: 'ri', name: 'Name', value: 'Boardroom', extra: { font: '400/15', limit: '64' },
    });
});

test('backslash, tab and line feed are escaped', () => {
    const rows = [
        // written            read
        ['a\\\\b',            'a\\b'],
        ['a\\tb',             'a\tb'],
        ['a\\nb',             'a\nb'],
        ['a\\\\tb',           'a\\tb'],
        ['\\\\\\\\n',         '\\\\n'],
        ['日本 · “x”',        '日本 · “x”'],
    ];
    for (const [written, read] of rows) {
        assert.equal(node(`1\t0\ttextbox\t0\t0\t1\t1\t\t${written}\t${written}\t`).name, read);
        assert.equal(node(`1\t0\ttextbox\t0\t0\t1\t1\t\tx\t${written}\t`).value, read);
    }
});

test('semicolon and percent are encoded in pairs, and nothing else', () => {
    const { extra } = node('1\t0\ttextbox\t0\t0\t1\t1\t\tx\t\tplaceholder=a%3Bb%25c = d%20;href=/t/acme?x=1');
    assert.deepEqual(extra, { placeholder: 'a;b%c = d%20', href: '/t/acme?x=1' });
});

test('what moves changes its place, what means something else its meaning', () => {
    const [before] = lines_of('1\t0\tbutton\t0\t0\t10\t10\t\tSave\t\t');
    const [moved] = lines_of('1\t0\tbutton\t0\t5\t10\t10\t\tSave\t\t');
    const [renamed] = lines_of('1\t0\tbutton\t0\t0\t10\t10\t\tSaved\t\t');
    assert.deepEqual([before.place, moved.place], [[0, 0, 10, 10], [0, 5, 10, 10]]);
    assert.equal(moved.meaning, before.meaning);
    assert.notEqual(renamed.meaning, before.meaning);
});

test('empty lines are no nodes, and a line that is cut short is refused', () => {
    assert.deepEqual(lines_of('\n\n'), []);
    assert.throws(() => node('1\t0\tbutton\t0\t0\t10\t10\t\tSave'), /not a semantic node/);
});
