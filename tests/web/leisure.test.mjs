// What nobody waits for is done once nothing has happened for a while, a slice at a time, and it makes way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Frames } from '../../web/worker/frames.mjs';
import { Leisure } from '../../web/worker/leisure.mjs';

/** Work of so many slices; how often it was asked for. @param {number} slices */
function work_of(slices) {
    const work = { asked: 0, use: () => (work.asked += 1) < slices };
    return work;
}

test('the work begins after 400 quiet milliseconds and goes on until there is no more', (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const work = work_of(3);
    new Leisure(work.use).begin();
    context.mock.timers.tick(399);
    assert.equal(work.asked, 0);
    for (let turn = 0; turn < 10; turn++) context.mock.timers.tick(1);
    assert.equal(work.asked, 3);
});

test('whatever is drawn in between puts the work off', (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const work = work_of(100);
    const leisure = new Leisure(work.use);
    leisure.begin();
    context.mock.timers.tick(300);
    leisure.begin();
    context.mock.timers.tick(399);
    assert.equal(work.asked, 0);
    context.mock.timers.tick(1);
    const so_far = work.asked;
    assert.ok(so_far > 0);
    leisure.begin();
    context.mock.timers.tick(399);
    assert.equal(work.asked, so_far);
});

test('frames say when they have come to rest, and not while one is to follow at once', () => {
    /** @type {((time: number) => void)[]} */ const asked = [];
    globalThis.requestAnimationFrame = (callback) => asked.push(callback);
    const answers = [0, 0, -1];
    const frames = new Frames(() => answers.shift() ?? -1, false);
    const rests = [];
    frames.on_rest = () => rests.push(answers.length);
    frames.wake(1);
    for (let time = 0; asked.length > 0; time += 16) asked.shift()?.(time);
    assert.deepEqual(rests, [0]);
    delete globalThis.requestAnimationFrame;
});
