// A list of rooms comes in without fear: tried out first, imported as one, taken back as one; what goes out comes in again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_demo, with_portal } from './support/with_portal.mjs';

/** @typedef {import('./support/portal.mjs').Portal} Portal */

const rooms = 'Room ID;Raum;Standort;Land;Floor\r\nlofoten;Lofoten;Oslo;NO;1\r\nbroken;Broken;Oslo;Nowhere;3\r\n';

/** @param {Portal} portal @param {RegExp} text */
const reads = (portal, text) => portal.page.getByText(text).first().waitFor({ state: 'attached', timeout: 20_000 });

/** The journal is the last on the screen, its newest entry first, and has nodes for what is in sight. @param {Portal} portal @param {RegExp} what */
async function take_back(portal, what) {
    await portal.page.mouse.move(900, 600);
    for (let turns = 0; turns < 20 && await portal.node('button', what).count() === 0; turns++) {
        await portal.page.mouse.wheel(0, 250);
        await portal.settled();
    }
    await portal.click('button', what);
}

test('a list is tried out, imported and taken back', () => with_portal({}, async (portal) => {
    await open_demo(portal);
    await portal.drop('rooms.csv', rooms, 'text/csv');
    await portal.sees('heading', 'rooms.csv');
    await portal.sees('row', /lofoten.*Added/);
    await portal.sees('row', /broken.*Refused/);
    const seen = await portal.pixels('heading', 'rooms.csv');
    assert.ok(seen.share > 0.02, 'the screen is drawn');

    await portal.click('button', /^Refused/);
    await portal.sees_no('row', /lofoten/);
    await portal.click('button', /^All/);
    await portal.click('button', 'Import 1 row');
    await portal.sees('heading', 'rooms.csv is imported', 20_000);
    await reads(portal, /1 added · 1 left out/);
    await portal.reload();
    await portal.click('link', /^Rooms(,|$)/);
    await reads(portal, /^81 rooms/);

    await portal.click('link', 'Data');
    await take_back(portal, /^Undo: rooms\.csv imported/);
    await portal.sees('heading', 'The import of rooms.csv is taken back', 20_000);
    await portal.click('link', /^Rooms(,|$)/);
    await reads(portal, /^80 rooms/);
}));

test('what stands on an import is told instead of taking it back', () => with_portal({}, async (portal) => {
    await open_demo(portal);
    await portal.drop('rooms.csv', rooms, 'text/csv');
    await portal.click('button', 'Import 1 row');
    await portal.sees('heading', 'rooms.csv is imported', 20_000);
    await portal.drop('devices.csv', 'Serial,Model,Room,Purchased\nLOF-1,Rally Bar,lofoten,2026-10-01\n', 'text/csv');
    await portal.click('button', 'Import 1 row');
    await portal.sees('heading', 'devices.csv is imported', 20_000);
    await take_back(portal, /^Undo: rooms\.csv imported/);
    await portal.sees('heading', 'The import of rooms.csv cannot be taken back', 20_000);
    await reads(portal, /1 thing stands in the way/);
}));

test('from a list to a company of its own in two steps', () => with_portal({}, async (portal) => {
    await portal.drop('Fjord Hotels.csv', rooms, 'text/csv');
    await portal.sees('row', /lofoten.*Added/, 20_000);
    await portal.sees('textbox', /^Company/); // named after the file, unless somebody says otherwise
    await portal.click('button', 'Import 1 row');
    await portal.sees('heading', 'Fjord Hotels.csv is imported', 20_000);
    await portal.click('link', /^Rooms(,|$)/);
    await portal.sees('row', /Lofoten/);
}));

test('the company and its tables are taken out, and come in again as they were', () => with_portal({}, async (portal) => {
    await open_demo(portal);
    await portal.click('link', 'Data');
    const csv = await portal.downloaded(() => portal.click('button', 'Download: Rooms'));
    assert.equal(csv.name, 'northwind-rooms.csv');
    assert.equal(String(csv.bytes).trim().split('\n').length, 81);
    const json = await portal.downloaded(() => portal.click('button', 'Download: Company (JSON)'));
    assert.equal(json.name, 'northwind.json');
    assert.equal(JSON.parse(String(json.bytes)).rooms.length, 80);
    await portal.drop('rooms.csv', csv.bytes, 'text/csv');
    await reads(portal, /Everything in the list is here already/);
}));
