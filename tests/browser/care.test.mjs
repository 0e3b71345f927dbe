// Backups in the browser: kept, put back, and what a damaged database is rebuilt from.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { with_portal } from './support/with_portal.mjs';

/** @typedef {import('./support/portal.mjs').Portal} Portal */

/** @param {Portal} portal @param {RegExp} text */
const reads = (portal, text) => portal.page.getByText(text).first().waitFor({ state: 'attached', timeout: 20_000 });

/** @param {Portal} portal @param {string} name */
async function add_room(portal, name) {
    await portal.click('link', /^Rooms(,|$)/);
    await portal.sees('heading', 'Rooms');
    await portal.node('button', /^Add (a )?room/).first().click({ force: true });
    const dialog = portal.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Room' }).fill(name);
    await portal.settled(); // it has come to rest
    await dialog.getByRole('button', { name: 'Add room' }).click({ force: true });
    await portal.sees('row', new RegExp(name));
}

/** A company with one room and a backup of it. @param {Portal} portal */
async function a_company(portal) {
    await portal.click('button', /^Start empty/);
    await portal.node('textbox', 'Company').fill('Acme');
    await portal.click('button', 'Start');
    await portal.sees('link', 'Data', 20_000);
    await add_room(portal, 'Attic');
    await portal.click('link', 'Data');
    await portal.click('button', 'Back up now');
    await portal.sees('button', /^Backup of .*: what to do/);
}

/** @param {Portal} portal */
async function leave(portal) {
    await portal.click('button', /^Acme,/);
    await portal.click('menuitem', 'Start page');
    await portal.sees('button', /^Open Acme/);
}

/** What lies beside the database. @param {Portal} portal @returns {Promise<string[]>} */
const lying = (portal) => portal.page.evaluate(async () => {
    const names = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    return names.sort();
});

/** Writes nonsense where the file says what tables it has. @param {Portal} portal */
const damage = (portal) => portal.page.evaluate(async () => {
    const file = await (await navigator.storage.getDirectory()).getFileHandle('acme.db');
    const stream = await file.createWritable({ keepExistingData: true });
    await stream.seek(100);
    await stream.write(new Uint8Array(3000).fill(0x5A));
    await stream.close();
});

test('a damaged database is found, kept, and rebuilt from the newest backup', () => with_portal({}, async (portal) => {
    await a_company(portal);
    await leave(portal);
    await damage(portal);
    await portal.click('button', /^Open Acme/);
    await reads(portal, /The database is damaged\. It is kept as it is/);
    await portal.click('button', 'Rebuild it');
    await reads(portal, /was damaged and has been rebuilt with 2 entries/);
    await portal.click('link', /^Rooms(,|$)/);
    await portal.sees('row', /Attic/);
    const names = await lying(portal);
    assert.ok(names.some((name) => /^acme~\d+~0\.aside$/.test(name)), `the damaged one is kept: ${names}`);
    await portal.reload();
    await portal.sees('row', /Attic/, 20_000);
}));

test('a backup is put back, and what was there can be put back again', () => with_portal({}, async (portal) => {
    await a_company(portal);
    await add_room(portal, 'Cellar');
    await portal.click('link', 'Data');
    await portal.node('button', /^Backup of/).first().click({ force: true });
    await portal.click('menuitem', 'Put back …');
    await portal.click('button', 'Put back');
    await reads(portal, /The backup is in place/);
    await portal.click('link', /^Rooms(,|$)/);
    await portal.sees('row', /Attic/);
    assert.equal(await portal.node('row', /Cellar/).count(), 0);
    await portal.reload();
    await portal.sees('row', /Attic/, 20_000);
    assert.equal(await portal.node('row', /Cellar/).count(), 0);
}));

test('a database that a newer version wrote offers the reload', () => with_portal({}, async (portal) => {
    await a_company(portal);
    await leave(portal);
    await portal.page.evaluate(async () => {
        const file = await (await navigator.storage.getDirectory()).getFileHandle('acme.db');
        const stream = await file.createWritable({ keepExistingData: true });
        await stream.seek(60);
        await stream.write(new Uint8Array([0, 0, 39, 15]));
        await stream.close();
    });
    await portal.click('button', /^Open Acme/);
    await reads(portal, /A newer version of Keyrack wrote this database/);
    const loaded = portal.page.waitForEvent('load');
    await portal.click('button', 'Reload the page');
    await loaded;
}));
