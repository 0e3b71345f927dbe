// Which of the codes in sight is taken, and how often.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Aim } from '../../web/scan/aim.mjs';

const middle = (text) => ({ text, x: 0.5, y: 0.5 });
const corner = (text) => ({ text, x: 0.9, y: 0.1 });

/** What is taken of pictures, each a list of codes. @param {Aim} aim @param {{text: string, x: number, y: number}[][]} pictures */
const taken = (aim, pictures) => pictures.map((found) => aim.take(found)).filter((text) => text !== undefined);

test('a code is taken once it stands in two pictures one after another, and then once', () => {
    const aim = new Aim();
    assert.deepEqual(taken(aim, [[middle('A')]]), []);
    assert.deepEqual(taken(aim, [[middle('A')], [middle('A')], [middle('A')]]), ['A']);
});

test('what stands in single pictures is a misreading', () => {
    assert.deepEqual(taken(new Aim(), [[middle('A')], [], [middle('A')], [middle('B')], [middle('A')]]), []);
});

test('of several codes the one closest to the middle is meant, and the others are not when it has been taken', () => {
    const label = [corner('MAC'), middle('SERIAL'), corner('PART')];
    assert.deepEqual(taken(new Aim(), Array(30).fill(label)), ['SERIAL']);
});

test('a hand that trembles between two labels takes each once', () => {
    const [one, other] = [[middle('A'), corner('B')], [middle('B'), corner('A')]];
    assert.deepEqual(taken(new Aim(), Array(10).fill([one, one, other, other]).flat()), ['A', 'B']);
});

test('a code that was out of sight for a while is shown again on purpose', () => {
    const aim = new Aim();
    const seen = [[middle('A')], [middle('A')]];
    assert.deepEqual(taken(aim, [...seen, [], [], ...seen]), ['A']);
    assert.deepEqual(taken(aim, [...Array(20).fill([]), ...seen]), ['A']);
});
