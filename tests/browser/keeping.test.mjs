// What was shown as saved is there again, whatever ends the tab: in a profile on disk, as people have.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { open_portal, temporary_folder } from './support/portal.mjs';
import { open_demo, open_rooms, take_best_cure } from './support/with_portal.mjs';

/** @typedef {import('./support/portal.mjs').Portal} Portal */

/** The ways a tab comes to its end; each leaves the profile to be opened again. @type {Record<string, (portal: Portal) => Promise<void>>} */
const endings = {
    'the tab is closed': async (portal) => { await portal.page.close({ runBeforeUnload: false }); },
    'the renderer crashes': async (portal) => { await portal.page.goto('chrome://crash').catch(() => {}); },
    'the browser is killed': async (portal) => { kill_browser_of(portal.profile); },
};

/** @param {string} profile */
function kill_browser_of(profile) {
    spawnSync('pkill', ['-9', '-f', profile]);
}

/** At the same origin. @param {string} profile @param {string} url */
const reopened = (profile, url) => open_portal({ profile, port: Number(new URL(url).port) });

for (const [what, end] of Object.entries(endings)) {
    test(`${what} right after a room was shown as covered`, async () => {
        const profile = temporary_folder('profile');
        const portal = Object.assign(await open_portal({ profile }), { profile });
        await open_demo(portal);
        const room = (await portal.node('row', /Not covered/).first().getAttribute('aria-label')).split(',')[0];
        await portal.click('row', new RegExp(`^${room},`));
        await portal.click('tab', 'Why');
        await take_best_cure(portal);
        await portal.sees('row', new RegExp(`^${room},.*Covered`));
        await end(portal);
        await portal.close();

        const again = await reopened(profile, portal.url);
        try {
            await open_rooms(again);
            await again.sees('row', new RegExp(`^${room},.*Covered`));
        } finally {
            await again.close();
            rmSync(profile, { recursive: true, force: true });
        }
    });

    test(`${what} in the middle of an import`, async () => {
        const profile = temporary_folder('profile');
        const file = join(profile, 'tenant.json');
        const made = spawnSync('node', ['bench/generate.mjs', '--rooms', '20000', '--seed', '3'], { maxBuffer: 1 << 28 });
        writeFileSync(file, made.stdout);
        const portal = Object.assign(await open_portal({ profile }), { profile });
        await open_demo(portal);
        await portal.click('link', 'Data');
        const [chooser] = await Promise.all([portal.page.waitForEvent('filechooser'), portal.click('button', 'Choose file')]);
        await chooser.setFiles(file);
        await portal.page.waitForFunction(() => {
            const bar = document.querySelector('#mirror [role=progressbar]');
            return bar !== null && Number(bar.getAttribute('aria-valuenow')) > 10;
        }, undefined, { polling: 20 });
        await end(portal);
        await portal.close();

        const again = await reopened(profile, portal.url);
        try {
            await open_rooms(again);
            await again.page.getByText(/^80 rooms/).first().waitFor({ state: 'attached' });
        } finally {
            await again.close();
            rmSync(profile, { recursive: true, force: true });
        }
    });
}

test('the database can be downloaded and opened in the sqlite3 shell', async () => {
    const portal = await open_portal();
    const folder = temporary_folder('download');
    try {
        await open_demo(portal);
        await portal.click('link', 'Data');
        const { name, bytes } = await portal.downloaded(() => portal.click('button', 'Download database'));
        assert.match(name, /northwind.*\.db$/);
        const file = join(folder, 'northwind.db');
        writeFileSync(file, bytes);
        const shell = spawnSync('sqlite3', [file, 'pragma integrity_check; select count(*) from rooms; select count(*) > 100 from journal;']);
        assert.equal(String(shell.stdout).trim(), 'ok\n80\n1', String(shell.stderr));
    } finally {
        await portal.close();
        rmSync(folder, { recursive: true, force: true });
    }
});
