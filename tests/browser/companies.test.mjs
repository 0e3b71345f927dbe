// A company as a whole: added, named anew, removed with all its files; a prospect that has rooms alone; no network.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_demo, with_portal } from './support/with_portal.mjs';

/** @typedef {import('./support/portal.mjs').Portal} Portal */

/** @param {Portal} portal @param {RegExp} text */
const reads = (portal, text) => portal.page.getByText(text).first().waitFor({ state: 'attached', timeout: 20_000 });

/** The files that the browser keeps. @param {Portal} portal @returns {Promise<string[]>} */
const files = (portal) => portal.page.evaluate(async () => {
    const names = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    return names.sort();
});

/** The words it keeps. @param {Portal} portal @returns {Promise<string[]>} */
const words = (portal) => portal.page.evaluate(() => Object.keys(localStorage));

/** The cards grow while it goes on, and what stands below moves. @param {Portal} portal */
async function every_company_is_read(portal) {
    await portal.page.getByText(/^(Not read yet|Being read)/).first().waitFor({ state: 'detached', timeout: 20_000 });
    await portal.settled();
}

const dialog = (portal) => portal.node('dialog').or(portal.node('alertdialog'));

/** Writes a name into the dialog that is open, and presses its main button. @param {Portal} portal @param {string} name @param {string} button */
async function answers(portal, name, button) {
    await dialog(portal).getByRole('textbox').first().fill(name);
    await portal.settled();
    await dialog(portal).getByRole('button', { name: button, exact: true }).click({ force: true });
    await portal.settled();
}

/** @param {Portal} portal @param {string} name */
async function adds(portal, name) {
    await portal.click('button', 'Add company');
    await answers(portal, name, 'Start');
    await portal.sees('heading', /^Good (morning|day|evening)/, 20_000);
}

for (const [width, height] of [[1440, 900], [390, 844]]) {
    test(`companies are added, renamed and removed on one page, at ${width} pixels`, () => with_portal({ width, height, touch: width < 600, fragment: '/all' }, async (portal) => {
        await portal.sees('heading', 'No company is kept here');
        await adds(portal, 'Acme');
        await portal.page.evaluate(() => { location.hash = '/all'; });
        await adds(portal, 'Zenith');
        await portal.page.evaluate(() => { location.hash = '/all'; });
        await portal.sees('link', 'Zenith', 20_000);
        await every_company_is_read(portal);

        await portal.click('button', 'Zenith: what to do');
        await portal.click('menuitem', 'Rename');
        await answers(portal, 'Apex', 'Rename');
        await portal.sees('link', 'Apex', 20_000);
        await portal.reload();
        await portal.sees('link', 'Apex', 20_000);
        await every_company_is_read(portal);

        assert.ok((await files(portal)).includes('zenith.db'));
        await portal.click('button', 'Apex: what to do');
        await portal.click('menuitem', 'Remove …');
        await portal.settled(); // a dialog measures itself in its first frame
        const { name, bytes } = await portal.downloaded(() => dialog(portal).getByRole('button', { name: 'Download database' }).click({ force: true }));
        assert.equal(name, 'zenith.db');
        assert.equal(bytes.subarray(0, 15).toString(), 'SQLite format 3');
        await answers(portal, 'Apex', 'Remove');
        await portal.sees_no('link', 'Apex', 20_000);
        await portal.sees('link', 'Acme');
        assert.deepEqual((await files(portal)).filter((file) => file.startsWith('zenith')), []);
        assert.deepEqual((await words(portal)).filter((word) => word.includes('zenith')), []);
        assert.ok((await files(portal)).includes('acme.db'));
    }));
}

test('the company that is open is removed with its backups, and the demo company is there anew', () => with_portal({}, async (portal) => {
    await open_demo(portal);
    await portal.click('link', 'Data');
    await portal.click('button', 'Back up now');
    await portal.settled();
    assert.ok((await files(portal)).some((file) => file.startsWith('northwind~')));
    await portal.page.evaluate(() => { location.hash = '/t/northwind/settings'; });
    await portal.click('button', 'Remove …: Storage');
    await answers(portal, 'Northwind', 'Remove');
    await reads(portal, /That is not its name/);
    await answers(portal, 'Northwind AG', 'Remove');
    await portal.sees('heading', 'No company is kept here', 20_000);
    assert.deepEqual(await files(portal), []);
    await portal.click('button', 'To the start');
    await open_demo(portal);
}));

test('a company that another tab holds is not removed', () => with_portal({}, async (first) => {
    await open_demo(first);
    const second = await first.second_tab('/all');
    await reads(second, /Open in another tab/);
    await every_company_is_read(second);
    await second.click('button', 'Northwind AG: what to do');
    await second.click('menuitem', 'Remove …');
    await answers(second, 'Northwind AG', 'Remove');
    await reads(second, /is open in another tab\. Close it there first/);
    assert.ok((await files(first)).includes('northwind.db'));
}));

const prospect = `Room ID;Room;Site;Country\n${Array.from({ length: 12 }, (_, at) => `r${at};Room ${at};Oslo;NO`).join('\n')}\n`;

test('a prospect’s list of rooms becomes cover in under 90 seconds', () => with_portal({ width: 1440, height: 900 }, async (portal) => {
    await portal.sees('button', /^Open the demo company/);
    const began = Date.now();
    await portal.drop('prospect.csv', prospect, 'text/csv');
    await portal.click('button', 'Import 12 rows');
    await portal.sees('heading', 'prospect.csv is imported', 20_000);
    await portal.click('button', 'See what is covered');
    await reads(portal, /^Nothing is bought yet/);
    await portal.click('link', /^Plan: /);
    await portal.sees('heading', 'No licence is free');
    await portal.click('button', 'Place order');
    await portal.settled();
    await portal.page.keyboard.type('PO-1');
    await portal.page.keyboard.press('Enter');
    await portal.click('button', 'Choose all');
    await portal.click('button', 'Assign 12 licences');
    await reads(portal, /^12 licences of .* assigned/);
    await portal.page.evaluate(() => { location.hash = '/t/prospect/overview'; });
    await reads(portal, /^12 of 12$/);
    assert.ok(Date.now() - began < 90_000, `${Date.now() - began} ms`);
}));

for (const [width, height] of [[1440, 900], [390, 844]]) {
    test(`without a network it says so quietly, and no longer once there is one, at ${width} pixels`, () => with_portal({ width, height, touch: width < 600 }, async (portal) => {
        await open_demo(portal);
        await portal.context.setOffline(true);
        await portal.sees('button', 'Offline. Everything works');
        await portal.page.waitForFunction(() => [...document.querySelectorAll('[aria-live]')].some(({ textContent }) => textContent?.includes('Offline. Everything works')));
        const seen = await portal.pixels('button', 'Offline. Everything works');
        assert.ok(seen.share > 0.02, 'it is drawn');
        await portal.context.setOffline(false);
        await portal.sees_no('button', 'Offline. Everything works');
    }));
}
