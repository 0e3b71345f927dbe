// The whole portal as one file, opened from the disk: the demo company in memory, and no request to anywhere.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { own_browser } from './support/browsers.mjs';
import { Portal } from './support/portal.mjs';
import { open_rooms, take_best_cure } from './support/with_portal.mjs';

const file = process.env.KEYRACK_SINGLE ?? new URL('../../dist-single/keyrack.html', import.meta.url).pathname;

/** Opens the file in a browser to which nothing was ever served, and hands on what it asked for. @param {(portal: Portal, asked: string[]) => Promise<void>} act */
async function with_file(act, options = {}) {
    assert.ok(existsSync(file), `${file} is not there: ./dev build single`);
    const { context, page, give_back } = await own_browser(options);
    const asked = [];
    context.on('request', (request) => {
        if (!/^(data|blob):/.test(request.url())) asked.push(request.url());
    });
    const portal = new Portal(context, page, pathToFileURL(file).href, give_back);
    try {
        await portal.go('');
        await act(portal, asked);
    } finally {
        await portal.close();
    }
}

test('it opens from the disk with the demo company, covers a room, and says that nothing is kept', () => with_file(async (portal, asked) => {
    await portal.page.getByText(/^Nothing is kept here/).first().waitFor({ state: 'attached' });
    await open_rooms(portal);
    assert.ok((await portal.pixels('heading', 'Rooms')).colours > 8, 'with its font');
    const room = (await portal.node('row', /Not covered/).first().getAttribute('aria-label')).split(',')[0];
    await portal.click('row', new RegExp(`^${room},`));
    await portal.click('tab', 'Why');
    await take_best_cure(portal);
    await portal.sees('row', new RegExp(`^${room},.*Covered`));
    assert.deepEqual(asked, [`${pathToFileURL(file)}?test`], 'it asks for itself alone');
    assert.deepEqual(portal.said.filter((line) => /error|violat|refused/i.test(line)), []);
}));

test('what was done in it can be taken along', () => with_file(async (portal) => {
    await open_rooms(portal);
    await portal.click('link', 'Data');
    const { name, bytes } = await portal.downloaded(() => portal.click('button', 'Download database'));
    assert.match(name, /northwind.*\.db$/);
    assert.equal(bytes.subarray(0, 15).toString(), 'SQLite format 3');
}));

test('where devices are added it offers no camera, as it has nothing that reads codes', () => with_file(async (portal) => {
    await portal.page.evaluate(() => { location.hash = '#/t/northwind/devices?add=many'; });
    await portal.sees('textbox', 'Serial numbers');
    await portal.sees_no('button', 'Scan with the camera');
}));

test('it opens where its address leads, and again after a reload', () => with_file(async (portal) => {
    await open_rooms(portal);
    await portal.reload();
    await portal.sees('heading', 'Rooms', 30_000);
    await portal.sees('row', /Not covered/);
}, { locale: 'en-GB' }));

test('what its policy forbids is not offered: no server to exchange with, no sign-in; why is said, and files stay', () => with_file(async (portal) => {
    await open_rooms(portal);
    await portal.page.evaluate(() => { location.hash = '/t/northwind/exchange'; });
    await portal.sees('heading', 'Place of exchange');
    await portal.page.getByText(/can reach no server/).first().waitFor({ state: 'attached' });
    assert.equal(await portal.node('button', /^(Where it is exchanged|Test|Save)/).count(), 0);
    const { name } = await portal.downloaded(() => portal.click('button', 'Download bundle'));
    assert.match(name, /bundle\.json$/);
    await portal.page.evaluate(() => { location.hash = '/t/northwind/people'; });
    await portal.page.getByText(/can reach no sign-in/).first().waitFor({ state: 'attached' });
    assert.equal(await portal.node('button', /^(Set up|Sign in)/).count(), 0);
}));
