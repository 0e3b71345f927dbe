// Frames are drawn when something happened, when the interface asks, and never otherwise.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { Frames } from '../../web/worker/frames.mjs';

/** What was asked of the browser, and has not come yet. @type {((time: number) => void)[]} */
let asked = [];
let time = 0;

beforeEach(() => {
    asked = [];
    globalThis.requestAnimationFrame = (callback) => asked.push(callback);
});
afterEach(() => { delete globalThis.requestAnimationFrame; });

/** Lets the browser give frames until none is asked for; how many that were, 100 at most. */
function run() {
    let count = 0;
    for (; asked.length > 0 && count < 100; count += 1) asked.shift()(time += 16);
    return count;
}

/** Frames whose drawing answers with these numbers, then with rest. @param {...number} answers */
function frames_answering(...answers) {
    let drawn = 0;
    return new Frames(() => answers[drawn++] ?? -1, false);
}

test('an event takes three frames, and events in between do not add up', () => {
    const frames = frames_answering();
    assert.equal(run(), 0);
    assert.equal(frames.awake, false);
    frames.wake();
    assert.equal(frames.awake, true);
    assert.equal(run(), 3);
    assert.equal(frames.awake, false);
    frames.wake();
    frames.wake();
    assert.equal(asked.length, 1, 'one at a time');
    assert.equal(run(), 3);
});

test('while the interface asks for the next one at once, they go on', () => {
    const frames = frames_answering(0, 0, 0, 0, 0, 0);
    frames.wake();
    assert.equal(run(), 7);
});

test('a frame that is asked for later comes later, and only the last wish counts', (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const frames = frames_answering(500, 500, 2000);
    frames.wake();
    assert.equal(run(), 3);
    context.mock.timers.tick(1999);
    assert.equal(run(), 0);
    context.mock.timers.tick(1);
    assert.equal(run(), 1);
});

test('a wish for next month is no wish for now', (context) => {
    const timeout = context.mock.method(globalThis, 'setTimeout', () => 0);
    const frames = frames_answering(-1, -1, 30 * 24 * 3600 * 1000);
    frames.wake();
    run();
    assert.deepEqual(timeout.mock.calls.map((call) => call.arguments[1]), [2 ** 31 - 1], 'more would end at once');
});

test('a hidden page gets no frames of the browser, and jobs go on all the same', (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    let jobs = 5;
    const frames = new Frames(() => (jobs -= 1) > 0 ? 0 : -1, false);
    frames.wake();
    frames.hide(true);
    assert.equal(run(), 1, 'the frame that was on its way');
    for (let i = 0; i < 20; i += 1) context.mock.timers.tick(30);
    assert.ok(jobs <= 0, `${jobs} jobs are left`);
    frames.hide(false);
    assert.equal(run(), 3);
});

test('while work goes on beside them, a picture in motion comes at a pace, and an event at once', (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const frames = frames_answering(0, 0, 0, 0, 0, 0, 0, 0);
    frames.pace_milliseconds = 250;
    frames.wake(1);
    assert.equal(run(), 1);
    context.mock.timers.tick(249);
    assert.equal(run(), 0);
    context.mock.timers.tick(1);
    assert.equal(run(), 1);
    frames.wake(1);
    assert.equal(run(), 1, 'somebody moved the pointer');
});

test('a frame that is drawn now takes the place of one that was asked for', () => {
    const frames = frames_answering();
    frames.wake();
    const before = asked.length;
    frames.draw_now();
    assert.equal(asked.length, before);
    assert.equal(run(), 2);
});
