// Two tabs of one browser: a tab that crashes, sleeps or is closed half-way leaves no dead end.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporary_folder } from './support/portal.mjs';
import { open_demo, with_portal } from './support/with_portal.mjs';

/** @typedef {import('./support/portal.mjs').Portal} Portal */

/** A second tab that would like to have what the first keeps. @param {Portal} first */
async function second_of(first) {
    const second = await first.second_tab('/t/northwind/rooms');
    await second.sees('button', 'Use here');
    return second;
}

/** @param {Portal} portal */
async function takes(portal) {
    await portal.click('button', 'Use here');
    await portal.sees('row', /Not covered/, 30_000);
}

test('the tab that kept it crashes, and the other takes it', () => with_portal({}, async (first) => {
    await open_demo(first);
    const second = await second_of(first);
    await first.page.goto('chrome://crash').catch(() => {});
    await second.page.bringToFront();
    await takes(second);
}));

test('a tab that sleeps is told, and can be taken from once it wakes', () => with_portal({}, async (first) => {
    await open_demo(first);
    const second = await second_of(first);
    const browser = await first.context.newCDPSession(first.page);
    // A worker cannot be frozen from outside: a long turn of its own does the same to whoever waits for it.
    await browser.send('Page.setWebLifecycleState', { state: 'frozen' }).catch(() => {});
    await second.page.bringToFront();
    await second.click('button', 'Use here');
    const taken = second.node('row', /Not covered/).first().waitFor({ state: 'attached', timeout: 20_000 }).then(() => true);
    const told = second.page.getByText(/The other tab does not answer/).first().waitFor({ state: 'attached', timeout: 20_000 }).then(() => false);
    const at_once = await Promise.any([taken, told]);
    taken.catch(() => {});
    told.catch(() => {});
    if (at_once) return;
    await browser.send('Page.setWebLifecycleState', { state: 'active' });
    await takes(second);
}));

test('a tab that is asked while it starts gives the company up once it has it', () => with_portal({}, async (first) => {
    await open_demo(first);
    const second = await second_of(first);
    const { page } = second;
    const keeper = () => page.evaluate(async () => (await navigator.locks.query()).held?.find(({ name }) => name === 'keyrack/northwind')?.clientId ?? '');
    const before = await keeper();
    /** @type {(value?: unknown) => void} */
    let let_it_come = () => {};
    const held_up = new Promise((resolve) => { let_it_come = resolve; });
    await first.page.route(/keyrack-[^/]*\.wasm/, async (route) => {
        await held_up;
        await route.continue().catch(() => {});
    });
    await first.page.reload({ waitUntil: 'commit' });
    for (let now = before; now === before || now === '';) now = await keeper(); // its worker has the files, and no program yet
    await page.bringToFront();
    await page.evaluate(() => {
        const channel = new BroadcastChannel('keyrack');
        channel.addEventListener('message', ({ data }) => { if (data.wanted) Object.assign(globalThis, { wanted: data.wanted }); });
    });
    await second.click('button', 'Use here');
    await page.waitForFunction(() => /** @type {any} */ (globalThis).wanted === 'northwind'); // the question has gone out
    let_it_come();
    await second.sees('row', /Not covered/, 30_000);
    assert.equal(await page.getByText(/The other tab does not answer/).count(), 0);
}));

test('the tab that kept it is closed while it gives up, and while it imports', () => with_portal({}, async (first) => {
    await open_demo(first);
    const second = await second_of(first);
    const folder = temporary_folder('files');
    const file = join(folder, 'tenant.json');
    writeFileSync(file, spawnSync('node', ['bench/generate.mjs', '--rooms', '20000', '--seed', '3'], { maxBuffer: 1 << 28 }).stdout);
    await first.page.bringToFront();
    await first.click('link', 'Data');
    const [chooser] = await Promise.all([first.page.waitForEvent('filechooser'), first.click('button', 'Choose file')]);
    await chooser.setFiles(file);
    await first.sees('progressbar', /Importing/);
    await second.page.bringToFront();
    await second.click('button', 'Use here');
    await first.page.close({ runBeforeUnload: false });
    // Whoever was faster: it is open here, or it can be taken now.
    await second.sees('row', /Not covered/, 10_000).catch(() => takes(second));
    await second.page.getByText(/^80 rooms/).first().waitFor({ state: 'attached' });
    rmSync(folder, { recursive: true, force: true });
}));

test('an import stops for another tab, and nothing of it stays', () => with_portal({}, async (first) => {
    await open_demo(first);
    const second = await second_of(first);
    await first.page.bringToFront();
    await first.drop('more.json', '{"orders":[],"rooms":[{"id":"x-1","name":"Lofoten","site":"Oslo","country":"NO","sync":true}],"assignments":[],"devices":[]}');
    await first.sees('heading', 'Import more.json?');
    await second.page.bringToFront();
    await takes(second);
    await second.page.getByText(/^80 rooms/).first().waitFor({ state: 'attached' });
    await first.page.bringToFront();
    await first.sees('button', 'Use here');
}));

test('two tabs work on two companies side by side', () => with_portal({}, async (first) => {
    await open_demo(first);
    const second = await first.second_tab('/');
    await second.click('button', /^Start empty/);
    await second.node('textbox', 'Company').fill('Acme');
    await second.click('button', 'Start');
    await second.sees('link', 'Data', 20_000);
    assert.equal(await second.node('button', 'Use here').count(), 0);
    await first.page.bringToFront();
    await first.sees('row', /Not covered/);
    assert.equal(await first.node('button', 'Use here').count(), 0);
}));

test('a tab whose address leads nowhere keeps no company from another tab', () => with_portal({}, async (first) => {
    await open_demo(first);
    const second = await first.second_tab('/');
    await second.click('button', /^Start empty/);
    await second.node('textbox', 'Company').fill('Acme'); // with one company alone, that one is opened from anywhere
    await second.click('button', 'Start');
    await second.sees('link', 'Data', 20_000);
    await first.page.bringToFront();
    await first.go('/');
    await first.sees('button', /^Start empty/);
    await first.page.goto('about:blank'); // so that what follows is loaded anew
    await first.go('/t/northwind/nowhere');
    await first.sees('button', /^Start empty/);
    await second.page.bringToFront();
    await second.go('/t/northwind/rooms');
    await second.sees('row', /Not covered/, 30_000);
    assert.equal(await second.node('button', 'Use here').count(), 0);
}));

test('a company that a closing page still holds is waited for', () => with_portal({}, async (first) => {
    await open_demo(first);
    await first.page.goto('about:blank');
    const holder = await first.context.newPage();
    await holder.goto(`${first.url}manifest.webmanifest`);
    await holder.evaluate(() => new Promise((held) => {
        void navigator.locks.request('keyrack/northwind', () => { // and says nothing, as a page does that is going
            held(undefined);
            return new Promise((release) => setTimeout(release, 1000));
        });
    }));
    await first.page.bringToFront();
    await first.go('/t/northwind/rooms');
    await first.sees('row', /Not covered/, 20_000);
}));
