// The first story: from the first visit to a room that is covered, and still is after a reload.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_demo, take_best_cure, with_portal } from './support/with_portal.mjs';

/** @param {import('./support/portal.mjs').Portal} portal @returns {Promise<string>} */
async function first_uncovered_room(portal) {
    const row = await portal.node('row', /Not covered/).first().getAttribute('aria-label');
    return row.split(',')[0];
}

/** The digits of "80 rooms · 62 covered". @param {import('./support/portal.mjs').Portal} portal */
async function rooms_covered(portal) {
    const text = await portal.page.getByText(/rooms · \d+ covered/).first().textContent();
    return Number(/· (\d+) covered/.exec(text)[1]);
}

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    test(`an uncovered room is found, explained, covered and kept (${scheme})`, () => with_portal({ scheme, as_people_have_it: true }, async (portal) => {
        await open_demo(portal);
        const covered = await rooms_covered(portal);
        const room = await first_uncovered_room(portal);

        await portal.click('row', new RegExp(`^${room},`));
        await portal.sees('heading', room);
        await portal.click('tab', 'Why');
        await portal.sees('heading', `${room} is not covered today.`);
        const proof = await portal.pixels('heading', `${room} is not covered today.`);
        assert.ok(proof.colours > 8, `the verdict is drawn: ${proof.colours} colours`);

        await take_best_cure(portal);
        await portal.sees('row', new RegExp(`^${room},.*Covered`));
        assert.equal(await rooms_covered(portal), covered + 1);
        await portal.sees('button', 'Undo');

        await portal.reload();
        await portal.sees('row', new RegExp(`^${room},.*Covered`));
        assert.equal(await rooms_covered(portal), covered + 1);
        const row = await portal.pixels('row', new RegExp(`^${room},`));
        assert.ok(row.colours > 16, `the row is drawn: ${row.colours} colours`);
    }));
}

test('what was assigned can be taken back', () => with_portal({}, async (portal) => {
    await open_demo(portal);
    const covered = await rooms_covered(portal);
    const room = await first_uncovered_room(portal);
    await portal.click('row', new RegExp(`^${room},`));
    await portal.click('tab', 'Why');
    await take_best_cure(portal);
    await portal.sees('row', new RegExp(`^${room},.*Covered`));
    await portal.click('button', 'Undo');
    await portal.sees('row', new RegExp(`^${room},.*Not covered`));
    assert.equal(await rooms_covered(portal), covered);
    await portal.reload();
    await portal.sees('row', new RegExp(`^${room},.*Not covered`));
}));

test('many rooms are assigned at once', () => with_portal({ width: 1440, height: 900 }, async (portal) => {
    await open_demo(portal);
    const covered = await rooms_covered(portal);
    await portal.click('link', 'Assign');
    await portal.sees('heading', 'Assign licences');
    const boxes = portal.page.getByRole('checkbox').filter({ hasNotText: /all/i });
    for (const at of [0, 1, 2]) await boxes.nth(at).click({ force: true });
    await portal.sees('button', /^Assign 3 licences/);
    await portal.page.getByText(`${covered} → ${covered + 3}`).first().waitFor({ state: 'attached' });
    await portal.click('button', /^Assign 3 licences/);
    await portal.sees('button', 'Undo');
    await portal.click('link', /^Rooms(,|$)/);
    await portal.sees('heading', 'Rooms');
    assert.equal(await rooms_covered(portal), covered + 3);
}));

test('the story works with the keyboard alone', () => with_portal({ width: 1440, height: 900 }, async (portal) => {
    const { keyboard } = portal.page;
    /** Tabs on until the focused element has that role and name. @param {string} role @param {RegExp} name */
    const tab_to = async (role, name) => {
        for (let step = 0; step < 80; step += 1) {
            await keyboard.press('Tab');
            const found = await portal.node(role, name).evaluateAll((all) => all.includes(document.activeElement));
            if (found) return;
        }
        assert.fail(`no way by Tab to ${role} ${name}`);
    };
    await tab_to('button', /^Open the demo company/);
    await keyboard.press('Enter');
    await portal.sees('heading', /^Good (morning|day|evening)/, 30_000);
    await tab_to('link', /^Rooms(,|$)/);
    await keyboard.press('Enter');
    await portal.sees('row', /Not covered/);
    await tab_to('button', /^Not covered/);
    await keyboard.press('Space');
    await portal.sees_no('row', /, Covered/);
    await tab_to('row', /Not covered/);
    const room = (await portal.page.evaluate(() => document.activeElement.getAttribute('aria-label'))).split(',')[0];
    await keyboard.press('Enter');
    await portal.sees('heading', room);
    await tab_to('tab', /Room/);
    await keyboard.press('ArrowRight');
    await portal.sees('heading', `${room} is not covered today.`);
    await tab_to('button', /^Assign/);
    await keyboard.press('Enter');
    await portal.sees('button', 'Undo');
    await portal.page.getByText(/Yes/).first().waitFor({ state: 'attached' });
}));

test('the story works on a phone', () => with_portal({ width: 390, height: 844, scale: 2, touch: true, as_people_have_it: true }, async (portal) => {
    await open_demo(portal);
    const room = await first_uncovered_room(portal);
    await portal.node('row', new RegExp(`^${room},`)).first().tap({ force: true });
    await portal.sees('heading', room);
    await portal.node('tab', 'Why').tap({ force: true });
    await portal.node('button', /^Assign: /).first().tap({ force: true });
    await portal.page.getByText('Yes', { exact: true }).first().waitFor({ state: 'attached' });
    await portal.reload();
    await portal.page.getByText('Yes', { exact: true }).first().waitFor({ state: 'attached' });
    const heading = await portal.pixels('heading', room);
    assert.ok(heading.colours > 8, `the heading is drawn: ${heading.colours} colours`);
}));

test('back and forward lead through rooms and screens', () => with_portal({ width: 1440, height: 900 }, async (portal) => {
    await open_demo(portal);
    const room = await first_uncovered_room(portal);
    await portal.click('row', new RegExp(`^${room},`));
    await portal.sees('heading', room);
    await portal.click('link', 'Service orders');
    await portal.sees('heading', 'Service orders');
    await portal.page.goBack();
    await portal.sees('heading', room);
    await portal.page.goBack();
    await portal.sees_no('heading', room);
    await portal.page.goForward();
    await portal.sees('heading', room);
}));

test('an order number that is taken is refused with what can be done, and a press does it', () => with_portal({ width: 1440, height: 900 }, async (portal) => {
    await open_demo(portal);
    await portal.click('link', /^Service orders(,|$)/);
    await portal.click('button', 'Place order');
    const number = portal.node('textbox', 'Order number');
    await number.waitFor();
    await number.fill('PO-1072');
    await portal.click('button', 'Place order');
    await portal.page.getByText(/“PO-1072” already exists/).first().waitFor({ state: 'attached' });
    await portal.sees('list', 'What you can do');
    const way = portal.node('button', /^Fill in: /).first();
    await way.focus(); // by keyboard, too
    await portal.page.keyboard.press('Enter');
    await portal.sees_no('list', 'What you can do');
    await portal.page.waitForFunction(() => document.activeElement !== document.body); // it is not lost with its button
    assert.notEqual(await number.inputValue(), 'PO-1072');
    await portal.click('button', 'Place order');
    await portal.sees('button', 'Undo');
}));
