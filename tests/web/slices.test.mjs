// Work in slices, with pictures that the test makes.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { done_in_slice, Inbox } from '../../web/page/slices.mjs';

/** @type {(() => void)[]} */
let pictures = [];

beforeEach(() => {
    pictures = [];
    globalThis.requestAnimationFrame = (act) => pictures.push(() => act(0));
    globalThis.cancelAnimationFrame = () => {};
});

/** The next picture, and what was to follow it. */
async function picture() {
    pictures.shift()?.();
    await new Promise((resolve) => { setTimeout(resolve, 20); });
}

function* steps(count, log, name = 'step') {
    for (let at = 0; at < count; at += 1) {
        log.push(`${name} ${at}`);
        yield;
    }
}

const never = () => false;
const rethrow = (error) => { throw error; };

test('a slice has so many steps, however quick they are', () => {
    const log = [];
    const many = steps(1000, log);
    assert.equal(done_in_slice(many), false);
    assert.ok(log.length > 0 && log.length <= 100, `${log.length} steps`);
    assert.equal(done_in_slice(steps(5, [])), true);
});

test('a slow step ends its slice', () => {
    function* slow() {
        for (;;) {
            const until = performance.now() + 5;
            while (performance.now() < until);
            yield;
        }
    }
    const began = performance.now();
    assert.equal(done_in_slice(slow()), false);
    assert.ok(performance.now() - began < 50);
});

test('messages keep their order, and long work goes on picture by picture', async () => {
    const log = [];
    const inbox = new Inbox((message) => (message === 'long' ? steps(200, log) : void log.push(message)), never, rethrow);
    inbox.take('first');
    inbox.take('long');
    inbox.take('last');
    assert.ok(log.includes('step 0') && !log.includes('step 199') && !log.includes('last'));
    for (let turn = 0; turn < 5; turn += 1) await picture();
    assert.deepEqual([log[0], log[1], log.at(-2), log.at(-1)], ['first', 'step 0', 'step 199', 'last']);
    assert.equal(log.length, 202);
});

test('what is under way is finished at once for what is urgent', () => {
    const log = [];
    const inbox = new Inbox((message) => steps(200, log, message), (waiting) => waiting.includes('urgent'), rethrow);
    inbox.take('long');
    assert.ok(!log.includes('long 199'));
    inbox.take('urgent');
    assert.ok(log.includes('long 199') && log.includes('urgent 0') && !log.includes('urgent 199'));
});

test('an error in a later slice is told', async () => {
    const errors = [];
    function* breaking() {
        for (let at = 0; at < 150; at += 1) yield;
        throw new Error('late');
    }
    const inbox = new Inbox(breaking, never, (error) => errors.push(error.message));
    inbox.take('one');
    assert.deepEqual(errors, []);
    for (let turn = 0; turn < 3; turn += 1) await picture();
    assert.deepEqual(errors, ['late']);
});
