// A file of real size comes in beside the frames; a bad one leaves everything as it was.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { open_demo, take_best_cure, with_portal } from './support/with_portal.mjs';

let folder;
let ten_thousand;
let forty_thousand; // long enough to be cancelled

before(() => {
    folder = mkdtempSync(join(tmpdir(), 'keyrack-files-'));
    ten_thousand = tenant_of(10_000);
    forty_thousand = tenant_of(40_000);
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Generates a tenant of so many rooms. @param {number} rooms */
function tenant_of(rooms) {
    const made = spawnSync('node', ['bench/generate.mjs', '--rooms', String(rooms), '--seed', '7'], { maxBuffer: 1 << 28 });
    assert.equal(made.status, 0, String(made.stderr));
    const path = join(folder, `${rooms}.json`);
    writeFileSync(path, made.stdout);
    return path;
}

/** Chooses a file where the welcome screen asks for one. */
async function choose(portal, button, path) {
    const [chooser] = await Promise.all([portal.page.waitForEvent('filechooser'), portal.click('button', button)]);
    await chooser.setFiles(path);
}

test('10,000 rooms are imported, and a room among them is covered for good', () => with_portal({}, async (portal) => {
    await choose(portal, /^Import a file/, ten_thousand);
    await portal.sees('heading', /is imported/, 120_000);
    await portal.page.getByText(/10,000 rooms/).first().waitFor({ state: 'attached' });

    await portal.click('link', /^Rooms(,|$)/);
    await portal.sees('heading', 'Rooms');
    const chip = portal.node('button', /^Not covered/);
    await chip.click({ force: true });
    await portal.sees_no('row', /, Covered/);
    const grid = portal.page.getByRole('grid', { name: 'Rooms' });
    const mirrored = await grid.getByRole('row').count();
    assert.ok(mirrored < 60, `${mirrored} of the rows are mirrored: those in view`);
    assert.ok(Number(await grid.getAttribute('aria-rowcount')) > 1000);

    const room = (await portal.node('row', /Not covered|Expired/).first().getAttribute('aria-label')).split(',')[0];
    await portal.click('row', new RegExp(`^${room},`));
    await portal.click('tab', 'Why');
    await portal.sees('heading', new RegExp(`^${room} (is not covered today|has not been covered since .*)\\.$`));
    await take_best_cure(portal);
    await portal.page.getByText('Yes', { exact: true }).first().waitFor({ state: 'attached' });
    await portal.reload();
    await portal.page.getByText('Yes', { exact: true }).first().waitFor({ state: 'attached', timeout: 30_000 });
}));

test('an import can be cancelled, and nothing of it stays', () => with_portal({}, async (portal) => {
    await open_demo(portal);
    await portal.click('link', 'Data');
    await choose(portal, 'Choose file', forty_thousand);
    await portal.node('button', 'Cancel').press('Enter'); // by keyboard: the dialog still rises to its place
    await portal.sees_no('progressbar', /Importing/);
    await portal.click('link', /^Rooms(,|$)/);
    await portal.page.getByText(/^80 rooms/).first().waitFor({ state: 'attached' });
    await portal.reload();
    await portal.page.getByText(/^80 rooms/).first().waitFor({ state: 'attached' });
}));

const room = '{"id":"r1","name":"Fjord","site":"Oslo","country":"NO","sync":true}';
const bad = [
    // what                      file                                                                          says
    ['not JSON',                 'hello',                                                                      /Line 1, column 1/],
    ['ends too early',           `{"orders":[],"rooms":[${room}`,                                              /Line 1, column \d+/],
    ['an unknown field',         `{"orders":[],"rooms":[{"id":"r1","colour":"red"}],"assignments":[],"devices":[]}`, /Row 1 of “rooms”/],
    ['a reference to nothing',   `{"orders":[],"rooms":[],"assignments":[],"devices":[{"serial":"S1","model":"Rally","room":"r9","purchased_on":"2026-01-01"}]}`, /Row 1 of “devices”/],
    ['a day that is none',       `{"orders":[{"id":"PO-1","service":"select","years":1,"quantity":1,"purchased_on":"2026-02-30","cancelled_on":null}],"rooms":[],"assignments":[],"devices":[]}`, /Row 1 of “orders”/],
    ['the same room twice',      `{"orders":[],"rooms":[${room},${room}],"assignments":[],"devices":[]}`,      /Row 2 of “rooms”/],
];
for (const [what, text, says] of bad) {
    test(`a file with ${what} is refused with its place, and changes nothing`, () => with_portal({}, async (portal) => {
        await open_demo(portal);
        await portal.drop('bad.json', /** @type {string} */ (text));
        await portal.sees('heading', /Nothing was imported/);
        await portal.page.getByText(/** @type {RegExp} */ (says)).first().waitFor({ state: 'attached' });
        await portal.click('link', /^Rooms(,|$)/);
        await portal.page.getByText(/^80 rooms/).first().waitFor({ state: 'attached' });
    }));
}
