// The demo company's five years: moments by name, by keyboard, played, and back to the beginning.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_demo, with_portal } from './support/with_portal.mjs';

const slider = (portal) => portal.node('slider', 'Day shown');
/** @typedef {{ x: number, y: number }} Point */
const held_by = async (portal, touch) => {
    const { mouse } = portal.page;
    if (!touch) return { press: async (/** @type {Point} */ at) => { await mouse.move(at.x, at.y); await mouse.down(); }, move: (/** @type {Point} */ at) => mouse.move(at.x, at.y), let_go: () => mouse.up() };
    const session = await portal.page.context().newCDPSession(portal.page);
    /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {Point[]} touchPoints */
    const send = (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
    return { press: (/** @type {Point} */ at) => send('touchStart', [at]), move: (/** @type {Point} */ at) => send('touchMove', [at]), let_go: () => send('touchEnd', []) };
};
const day = (portal) => slider(portal).getAttribute('aria-valuetext');

for (const [width, height] of [[1440, 900], [800, 1000], [390, 844]]) {
    test(`moments lead to what shows them, at ${width} pixels`, () => with_portal({ width, height, touch: width < 600 }, async (portal) => {
        await open_demo(portal);
        const step = portal.node('button', 'Next moment');
        await step.click({ force: true });
        await portal.sees('link', /Day 30: Tomás Rivera’s invitation expires/);
        await portal.sees('heading', 'Tomás Rivera');
        await portal.page.getByText(/As of/).first().waitFor({ state: 'attached' });
        await portal.page.goBack();
        await portal.sees('heading', 'Rooms');
    }));
}

test('the keyboard alone walks through the years', () => with_portal({}, async (portal) => {
    await open_demo(portal);
    await slider(portal).focus();
    const start = Number(await slider(portal).getAttribute('aria-valuenow'));
    await portal.page.keyboard.press('ArrowRight');
    await portal.settled();
    assert.equal(Number(await slider(portal).getAttribute('aria-valuenow')), start + 7);
    assert.match(portal.page.url(), /as-of=/);
    await portal.page.keyboard.press('PageUp');
    await portal.settled();
    const moment = await day(portal);
    const told = { name: new RegExp(`, ${moment}(;|$)`) };
    assert.ok(await portal.page.getByRole('link', told).or(portal.page.getByRole('button', told)).count() > 0, `a moment is on ${moment}`);
    await portal.page.keyboard.press('End');
    await portal.settled();
    assert.equal(await slider(portal).getAttribute('aria-valuenow'), await slider(portal).getAttribute('aria-valuemax'));
    await portal.page.keyboard.press('Home');
    await portal.settled();
    assert.equal(await slider(portal).getAttribute('aria-valuenow'), '0');
    await portal.click('button', 'Back to today'); // of the strip that marks another day
    await portal.settled();
    assert.equal(Number(await slider(portal).getAttribute('aria-valuenow')), start);
}));

for (const [width, height] of [[1440, 900], [390, 844]]) {
    test(`each moment has a caption that says what happened and why, at ${width} pixels`, () => with_portal({ width, height, touch: width < 600 }, async (portal) => {
        await open_demo(portal);
        await slider(portal).focus();
        const said = [];
        while (said.length < 5 && !said.at(-1)?.startsWith('Day 60')) {
            await portal.page.keyboard.press('PageUp');
            await portal.settled();
            const caption = portal.page.getByRole('status').filter({ hasText: /\. \S.*\.$/ }).first();
            await caption.waitFor({ state: 'attached' });
            said.push(await caption.textContent());
            const { y, height: tall } = await caption.boundingBox();
            assert.ok(y >= 0 && y + tall <= height, 'it is in sight');
        }
        assert.ok(said.some((text) => /^Day 30: .* expires\. Nobody has accepted it\./.test(text)), said.join('\n'));
        assert.ok(said.some((text) => /^Day 60: .* starts automatically\. No room had a licence/.test(text)), said.join('\n'));
        const place = portal.node('link', /^Day 60: /).first();
        await place.focus();
        await portal.page.keyboard.press('Enter');
        await portal.page.waitForURL(/\/orders\/PO-1072\?.*as-of=/);
    }));
}

test('the pointer drags the day, and the address follows when it lets go', () => with_portal({}, async (portal) => {
    await open_demo(portal);
    const { x, y, width } = await slider(portal).boundingBox();
    const before = portal.page.url();
    await portal.page.mouse.move(x + width * 0.3, y + 20); // where no moment is
    await portal.page.mouse.down();
    for (let step = 1; step <= 10; step += 1) await portal.page.mouse.move(x + width * (0.3 + 0.05 * step), y + 20);
    await portal.page.waitForFunction(() => Number(document.querySelector('[role=slider]')?.getAttribute('aria-valuenow')) > 1200);
    assert.equal(portal.page.url(), before);
    await portal.page.mouse.up();
    await portal.page.waitForURL(/as-of=2[0-9]{3}-/);
}));

for (const [what, touch] of /** @type {[string, boolean][]} */ ([['the pointer', false], ['a finger', true]])) {
    test(`${what} takes the thumb from today, where moments lie above it`, () => with_portal(touch ? { width: 390, height: 844, touch } : {}, async (portal) => {
        await open_demo(portal);
        const now = async () => Number(await slider(portal).getAttribute('aria-valuenow'));
        const start = await now();
        const share = start / Number(await slider(portal).getAttribute('aria-valuemax'));
        const { x, y, width } = await slider(portal).boundingBox();
        const from = { x: x + 8 + (width - 16) * share, y: y + 20 };
        const hold = await held_by(portal, touch);
        await hold.press(from);
        await portal.settled();
        for (let step = 1; step <= 10; step += 1) await hold.move({ x: from.x + width * 0.03 * step, y: from.y });
        await portal.page.waitForFunction((at) => Number(document.querySelector('[role=slider]')?.getAttribute('aria-valuenow')) > at + 365, start);
        await hold.let_go();
        await portal.page.waitForURL(/as-of=2[0-9]{3}-/);
        assert.ok(await now() > start + 365, 'the day stays where it was let go');
        assert.doesNotMatch(portal.page.url(), /\/people\/|\/orders\//, 'no moment was opened');
    }));
}

test('the years play, rest at moments and can be stopped', () => with_portal({}, async (portal) => {
    await open_demo(portal);
    const now = async () => Number(await slider(portal).getAttribute('aria-valuenow'));
    const start = await now();
    await portal.click('button', 'Play five years');
    await portal.page.waitForFunction((from) => Number(document.querySelector('[role=slider]')?.getAttribute('aria-valuenow')) > from + 20, start, { timeout: 60_000 });
    await portal.click('button', 'Pause');
    await portal.settled();
    const stopped = await now();
    await portal.page.waitForTimeout(1500);
    assert.equal(await now(), stopped);
}));

test('a reset asks first, and brings everything back', () => with_portal({}, async (portal) => {
    await open_demo(portal);
    await portal.click('button', 'Add room');
    await portal.node('dialog').getByRole('textbox', { name: 'Room' }).fill('Dune');
    await portal.settled();
    await portal.node('dialog').getByRole('button', { name: /Add/ }).click({ force: true });
    await portal.page.getByText(/^81 rooms/).first().waitFor({ state: 'attached' });
    await portal.click('button', 'Reset the demo company');
    await portal.node('dialog').or(portal.node('alertdialog')).getByRole('button', { name: 'Reset' }).click({ force: true });
    await portal.sees('heading', /^Good (morning|day|evening)/, 30_000);
    await portal.click('link', /^Rooms(,|$)/);
    await portal.page.getByText(/^80 rooms/).first().waitFor({ state: 'attached' });
    await portal.reload();
    await portal.page.getByText(/^80 rooms/).first().waitFor({ state: 'attached' });
}));
