// The portal keeps itself: it starts without a network, and an update never mixes two versions.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import { cut_off, deploy_next, hosted, version_of } from './support/versions.mjs';
import { open_demo, with_portal } from './support/with_portal.mjs';

/** @typedef {import('./support/portal.mjs').Portal} Portal */

/** @param {(portal: Portal, folder: string) => Promise<void>} act */
async function with_installed(act) {
    const folder = hosted();
    try {
        await with_portal({ folder, installs: true }, async (portal) => {
            await portal.page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 30_000 });
            await act(portal, folder);
        });
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** Which version a tab runs on. @param {Portal} tab */
const runs_on = (tab) => tab.page.evaluate(() => document.documentElement.dataset.version);

/** The tab looks for an update, and this says what became of it. @param {Portal} tab */
const looks_for_update = (tab) => tab.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise((resolve) => {
        registration.addEventListener('updatefound', () => {
            const worker = registration.installing;
            worker?.addEventListener('statechange', () => { if (/activated|redundant/.test(worker.state)) resolve(worker.state); });
        });
    });
    await registration.update();
    return found;
});

test('after the first visit it starts without a network, with everything it needs', () => with_installed(async (portal) => {
    await portal.stop_serving();
    await portal.reload();
    await open_demo(portal);
    assert.ok((await portal.pixels('heading', 'Rooms')).colours > 8);
    assert.equal(await portal.page.evaluate(async () => (await fetch('NOTICES.txt')).status), 200);
    assert.equal(await portal.page.evaluate(() => fetch('elsewhere.txt').then(() => 'there', () => 'not there')), 'not there');
}));

test('an update waits for the next start; tabs of two versions go on, each with its own files', () => with_installed(async (first, folder) => {
    const old = version_of(folder);
    await open_demo(first);
    const { version, page, old_page } = deploy_next(folder);
    assert.equal(await looks_for_update(first), 'activated');
    await first.sees('button', 'Update now');
    assert.equal(await runs_on(first), old);

    const second = await first.second_tab();
    assert.equal(await runs_on(second), version);
    await first.page.bringToFront();
    await first.click('link', 'Data'); // the first one works on
    await first.sees('heading', 'Data');
    const status_of = (name) => first.page.evaluate(async (path) => (await fetch(path)).status, name);
    assert.equal(await status_of(old_page), 200, 'its own files are there although the host has them no longer');
    assert.equal(await status_of(page), 200);

    await first.click('button', 'Update now');
    await first.page.waitForFunction((wanted) => document.documentElement.dataset.version === wanted, version);
    await first.ready();
    await first.sees('heading', 'Data', 30_000); // at the same place
    await first.sees_no('button', 'Update now');
}));

test('the news of an update can be put off', () => with_installed(async (portal, folder) => {
    deploy_next(folder);
    await looks_for_update(portal);
    await portal.sees('button', 'Update now');
    await portal.click('button', 'Close');
    await portal.sees_no('button', 'Update now');
}));

test('an update that arrives cut off leaves the version that works', () => with_installed(async (portal, folder) => {
    const old = version_of(folder);
    const { version, page } = deploy_next(folder);
    const mend = cut_off(folder, page);
    assert.equal(await looks_for_update(portal), 'redundant');
    await portal.reload();
    assert.equal(await runs_on(portal), old);
    await portal.sees_no('button', 'Update now');

    mend();
    assert.equal(await looks_for_update(portal), 'activated');
    await portal.reload();
    assert.equal(await runs_on(portal), version);
    await portal.stop_serving();
    await portal.reload();
    assert.equal(await runs_on(portal), version);
    await open_demo(portal);
}));
