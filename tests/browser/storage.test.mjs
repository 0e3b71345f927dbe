// Storage that cannot be used is told, kept as it is and never written over; a full disk keeps what was saved.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { open_demo, take_best_cure, with_portal } from './support/with_portal.mjs';

/** @typedef {import('./support/portal.mjs').Portal} Portal */

/** Lays a file where the portal keeps a tenant. @param {Portal} portal @param {Buffer} bytes */
const lay = (portal, bytes) => portal.page.evaluate(async (text) => {
    const folder = await navigator.storage.getDirectory();
    const stream = await (await folder.getFileHandle('acme.db', { create: true })).createWritable();
    await stream.write(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
    await stream.close();
}, bytes.toString('base64'));

/** What lies there now. @param {Portal} portal @returns {Promise<string>} */
const lying = (portal) => portal.page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const bytes = new Uint8Array(await (await (await folder.getFileHandle('acme.db')).getFile()).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
});

/** A small database made by SQLite's own shell. @param {string} sql */
function database(sql) {
    const folder = mkdtempSync(join(tmpdir(), 'keyrack-database-'));
    const path = join(folder, 'made.db');
    const made = spawnSync('sqlite3', [path, sql]);
    assert.equal(made.status, 0, String(made.stderr));
    const bytes = readFileSync(path);
    rmSync(folder, { recursive: true, force: true });
    return bytes;
}

const ours = 'pragma application_id = 1262836050; create table notes (text);'; // "KEYR"
const refused = [
    // what                        bytes                                                                          says
    ['of another program',         () => database('create table notes (text);'),                                  /another program/],
    ['of a newer version',         () => database(`pragma user_version = 9999; ${ours}`),                         /newer version/],
    ['that is damaged',            () => database(`pragma user_version = 1; ${ours}`).subarray(0, 4000),          /damaged/],
    ['that is something else',     () => Buffer.from('Dear diary, today we moved into the new building. '.repeat(40)), /damaged|another program/],
];
for (const [what, bytes_of, says] of refused) {
    test(`a database ${what} is refused, told and left as it is`, () => with_portal({}, async (portal) => {
        const bytes = /** @type {() => Buffer} */ (bytes_of)();
        await lay(portal, bytes);
        await portal.go('/t/acme/rooms');
        await portal.reload(); // which finds the file
        await portal.page.getByText(/** @type {RegExp} */ (says)).first().waitFor({ state: 'attached' });
        await portal.page.goto('about:blank'); // which closes the file
        await portal.go('');
        assert.equal(await lying(portal), bytes.toString('base64'));
    }));
}

test('a full disk is told, nothing of the import stays, and all that was saved can be read and added to', () => with_portal({}, async (portal) => {
    await open_demo(portal);
    const folder = mkdtempSync(join(tmpdir(), 'keyrack-files-'));
    const made = spawnSync('node', ['bench/generate.mjs', '--rooms', '20000', '--seed', '7'], { maxBuffer: 1 << 28 });
    const file = join(folder, 'tenant.json');
    writeFileSync(file, made.stdout);
    const browser = await portal.context.newCDPSession(portal.page);
    const quota = (size) => browser.send('Storage.overrideQuotaForOrigin', { origin: new URL(portal.url).origin, quotaSize: size });
    const { usage } = await portal.page.evaluate(() => navigator.storage.estimate());
    await quota((usage ?? 0) + 2_000_000);

    await portal.click('link', 'Data');
    const [chooser] = await Promise.all([portal.page.waitForEvent('filechooser'), portal.click('button', 'Choose file')]);
    await chooser.setFiles(file);
    await portal.page.getByText(/The disk is full/).first().waitFor({ state: 'attached', timeout: 60_000 });
    await portal.click('link', /^Rooms(,|$)/);
    await portal.page.getByText(/^80 rooms/).first().waitFor({ state: 'attached' });
    rmSync(folder, { recursive: true, force: true });

    await quota((usage ?? 0) + 200_000_000);
    await portal.reload();
    await portal.page.getByText(/^80 rooms/).first().waitFor({ state: 'attached' });
    const room = (await portal.node('row', /Not covered/).first().getAttribute('aria-label')).split(',')[0];
    await portal.click('row', new RegExp(`^${room},`));
    await portal.click('tab', 'Why');
    await take_best_cure(portal);
    await portal.sees('row', new RegExp(`^${room},.*Covered`));
    await portal.reload();
    await portal.sees('row', new RegExp(`^${room},.*Covered`), 30_000);
}));
