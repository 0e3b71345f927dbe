// A licence is carried onto a room with a real pointer, and a room onto a licence; Escape gives it up.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_demo, with_portal } from './support/with_portal.mjs';

/** @typedef {import('./support/portal.mjs').Portal} Portal */

/** The middle of the first node of that role and name. @param {Portal} portal @param {string} role @param {RegExp} name */
async function middle_of(portal, role, name) {
    const box = await portal.node(role, name).first().boundingBox();
    return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 40) };
}

/** A status is told by its text; it has no name. @param {Portal} portal @param {RegExp} text */
const tells = (portal, text) => portal.page.getByRole('status').filter({ hasText: text }).first().waitFor({ state: 'attached' });

/** @param {Portal} portal */
async function one_is_chosen(portal) {
    const chosen = portal.page.getByRole('checkbox', { checked: true });
    await chosen.first().waitFor({ state: 'attached' });
    assert.equal(await chosen.count(), 1);
}

/** @param {Portal} portal */
async function open_assign(portal) {
    await open_demo(portal);
    await portal.click('link', 'Assign');
    await portal.sees('heading', 'Assign licences');
    await portal.settled();
    const licence = await middle_of(portal, 'radio', /^Select · .*[1-9]\d* free$/);
    const room = await middle_of(portal, 'checkbox', /, Not covered,/);
    return { licence, room };
}

/** @param {Portal} portal @param {{ x: number, y: number }} from @param {{ x: number, y: number }} to */
async function carry(portal, from, to) {
    const { mouse } = portal.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await mouse.move(to.x, to.y, { steps: 4 });
    await tells(portal, /→ .*Rooms covered: \d+ → \d+/);
}

for (const way of /** @type {const} */ (['a licence onto a room', 'a room onto a licence'])) {
    test(`${way}: what would be is shown before it is let go, and chosen then`, () => with_portal({ width: 1440, height: 900 }, async (portal) => {
        const { licence, room } = await open_assign(portal);
        const [from, to] = way === 'a licence onto a room' ? [licence, room] : [room, licence];
        await carry(portal, from, to);
        assert.match(portal.page.url(), /\/assign$/, 'nothing is chosen yet');
        await portal.page.mouse.up();
        await one_is_chosen(portal);
        assert.match(portal.page.url(), /\/assign\?order=.*&rooms=/);
        await portal.click('button', /^Assign 1 licence/);
        await portal.sees('button', 'Undo');
    }));
}

test('Escape gives up what is carried', () => with_portal({ width: 1440, height: 900 }, async (portal) => {
    const { licence, room } = await open_assign(portal);
    await carry(portal, licence, room);
    await portal.page.keyboard.press('Escape');
    await portal.page.getByRole('status').filter({ hasText: /→/ }).first().waitFor({ state: 'detached' });
    await portal.page.mouse.up();
    await portal.settled();
    assert.equal(await portal.page.getByRole('checkbox', { checked: true }).count(), 0);
    assert.match(portal.page.url(), /\/assign$/);
}));

test('a finger that rests on a licence carries it', () => with_portal({ width: 800, height: 1100, touch: true }, async (portal) => {
    const { licence, room } = await open_assign(portal);
    const session = await portal.page.context().newCDPSession(portal.page);
    /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {{ x: number, y: number }[]} touchPoints */
    const touch = (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', [licence]);
    await tells(portal, /Drop it on a room/);
    await touch('touchMove', [{ x: (licence.x + room.x) / 2, y: (licence.y + room.y) / 2 }]);
    await touch('touchMove', [room]);
    await tells(portal, /→ .*Rooms covered: \d+ → \d+/);
    await touch('touchEnd', []);
    await one_is_chosen(portal);
}));
