// Serial numbers by camera, by picture and by a scanner that types.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import { check } from './support/axe.mjs';
import { camera_of, picture_of } from './support/labels.mjs';
import { temporary_folder } from './support/portal.mjs';
import { open_demo, with_portal } from './support/with_portal.mjs';

/** @typedef {import('./support/portal.mjs').Portal} Portal */

const granted = ['--use-fake-ui-for-media-stream'];
/** Three labels; on the first stands an article number too, the last is that of a device of the demo company. */
const labels = [
    [{ text: 'CAM-1001', format: 'Code128' }, { text: '4006381333931', format: 'EAN13', x: 320, y: 420 }],
    [{ text: '(01)09501101530003(21)CAM1002', format: 'DataMatrix' }],
    [{ text: 'S/N: RP-697395', format: 'QRCode' }],
];

/** A portal before a camera that sees the labels. @param {object} options @param {(portal: Portal) => Promise<void>} act */
async function with_camera(options, act) {
    const folder = temporary_folder('labels');
    try {
        const camera = await camera_of(folder, labels);
        await with_portal({ ...options, args: [...camera, ...options.args ?? granted] }, act);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** To where many devices are added, and into the scanner. @param {Portal} portal */
async function open_scanner(portal) {
    await open_demo(portal);
    await portal.page.evaluate(() => { location.hash = '#/t/northwind/devices?add=many'; });
    await portal.click('button', 'Scan with the camera');
    const scanner = portal.page.getByRole('dialog', { name: 'Scan serial numbers' });
    await scanner.waitFor();
    return scanner;
}

/** @param {import('playwright-core').Locator} scanner @param {string} text */
const says = (scanner, text) => scanner.getByText(text, { exact: false }).first().waitFor({ timeout: 60_000 });

test('labels held before the camera come into the list, each once, and can be added', () => with_camera({ width: 1440, height: 900 }, async (portal) => {
    const asked = [];
    portal.context.on('request', (request) => asked.push(request.url()));
    const scanner = await open_scanner(portal);
    await scanner.getByRole('listitem').nth(2).waitFor({ timeout: 60_000 });
    await says(scanner, '3 in the list');
    await says(scanner, 'Already in the list'); // the film begins again
    const lines = await scanner.getByRole('listitem').allInnerTexts();
    assert.deepEqual(lines.map((line) => line.split(/\s*\n\s*/).join(': ')).sort(),
        ['CAM-1001: New', 'CAM1002: New', 'RP-697395: Already recorded'], 'each once');
    await portal.page.keyboard.press('Escape');
    await scanner.waitFor({ state: 'detached' });
    assert.equal(await portal.page.evaluate(() => document.activeElement?.textContent), 'Scan with the camera', 'the focus is where it was');

    const written = await portal.node('textbox', 'Serial numbers').inputValue();
    assert.deepEqual(written.trim().split('\n').sort(), ['CAM-1001', 'CAM1002', 'RP-697395']);
    await portal.node('textbox', 'Model').fill('MeetUp');
    await portal.click('button', 'Add 2 devices');
    await portal.sees('button', 'Undo');
    assert.deepEqual(asked.filter((address) => !address.startsWith(portal.url) && !address.startsWith('data:')), [], 'nothing comes from elsewhere');
    assert.ok(asked.some((address) => /zxing_reader-[0-9a-f]{10}\.wasm$/.test(address)));
    assert.deepEqual(portal.said.filter((line) => /error|violat|refused/i.test(line)), []);
}));

test('nothing of the scanner is fetched before it is wanted', () => with_portal({}, async (portal) => {
    await open_demo(portal);
    const fetched = await portal.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    assert.deepEqual(fetched.filter((name) => /scan|codes|zxing/.test(name)), []);
}));

test('one device, in the dialog of its room: the first label fills the field', () => with_camera({}, async (portal) => {
    await open_demo(portal);
    await portal.page.evaluate(() => { location.hash = '#/t/northwind/rooms/osl-fjord?tab=devices'; });
    await portal.click('button', 'Add device');
    await portal.click('button', 'Scan with the camera');
    const scanner = portal.page.getByRole('dialog', { name: 'Scan the serial number' });
    await scanner.waitFor();
    await scanner.waitFor({ state: 'detached', timeout: 60_000 });
    assert.match(await portal.node('textbox', 'Serial number').inputValue(), /^(CAM-1001|CAM1002|RP-697395)$/);
}));

test('a camera that is not allowed: what to do, and a picture instead', () => with_camera({ args: [] }, async (portal) => {
    const devtools = await portal.context.browser()?.newBrowserCDPSession() ?? await portal.context.newCDPSession(portal.page);
    await devtools.send('Browser.setPermission', { permission: { name: 'camera' }, setting: 'denied', origin: new URL(portal.url).origin });
    const scanner = await open_scanner(portal);
    await says(scanner, 'The camera is blocked for this page');
    const picture = scanner.locator('input[type=file]');
    assert.equal(await picture.getAttribute('capture'), 'environment', 'a phone opens its camera');
    await picture.setInputFiles(await picture_of({ text: 'PIC-2001', format: 'QRCode' }));
    await says(scanner, 'PIC-2001: New');
    await picture.setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await says(scanner, 'This file is not a picture');
    await devtools.send('Browser.setPermission', { permission: { name: 'camera' }, setting: 'granted', origin: new URL(portal.url).origin });
    await scanner.getByRole('button', { name: 'Try again' }).click();
    await scanner.getByRole('listitem').nth(1).waitFor({ timeout: 60_000 }); // from the camera
    await scanner.getByRole('button', { name: 'Done' }).click();
    assert.match(await portal.node('textbox', 'Serial numbers').inputValue(), /^PIC-2001\n/);
}));

test('no camera', () => with_portal({ args: granted }, async (portal) => {
    const scanner = await open_scanner(portal);
    await says(scanner, 'No camera was found');
    await scanner.getByRole('button', { name: 'Try again' }).waitFor();
}));

test('over plain http there is no camera, and a picture is read all the same', async () => {
    await with_portal({ ready: false, args: ['--host-resolver-rules=MAP intranet.test 127.0.0.1'] }, async (portal) => {
        await portal.page.goto(`http://intranet.test:${new URL(portal.url).port}/?test`);
        await portal.ready();
        const scanner = await open_scanner(portal);
        await says(scanner, 'The camera needs https');
        assert.equal(await scanner.getByRole('button', { name: 'Try again' }).count(), 0, 'it would come to the same');
        await scanner.locator('input[type=file]').setInputFiles(await picture_of({ text: 'PIC-2002', format: 'DataMatrix' }));
        await says(scanner, 'PIC-2002: New');
    });
});

test('a reader that does not arrive is told, and comes with the next try', () => with_camera({}, async (portal) => {
    let gone = true;
    await portal.page.route(/zxing_reader/, (route) => (gone ? route.abort() : route.continue()));
    const scanner = await open_scanner(portal);
    await says(scanner, 'Codes cannot be read just now');
    gone = false;
    await scanner.getByRole('button', { name: 'Try again' }).click();
    await scanner.getByRole('listitem').first().waitFor({ timeout: 60_000 });
}));

test('after the first visit it scans without a network', () => with_camera({ installs: true }, async (portal) => {
    await portal.page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 30_000 });
    await portal.stop_serving();
    await portal.reload();
    const scanner = await open_scanner(portal);
    await scanner.getByRole('listitem').first().waitFor({ timeout: 60_000 });
}));

test('going back leaves the scanner too, and its camera', () => with_camera({}, async (portal) => {
    const scanner = await open_scanner(portal);
    await scanner.getByRole('listitem').first().waitFor({ timeout: 60_000 });
    const track = await portal.page.evaluateHandle(() => document.querySelector('video').srcObject.getVideoTracks()[0]);
    await portal.page.goBack();
    await scanner.waitFor({ state: 'detached' });
    await portal.page.waitForFunction(({ readyState }) => readyState === 'ended', track); // the dialog is gone a moment before it has told so
}));

test('a scanner that types and presses Enter writes into the list at once', () => with_portal({}, async (portal) => {
    await open_demo(portal);
    await portal.click('link', /^Devices/);
    await portal.click('button', 'Add devices');
    await portal.sees('heading', 'Add devices');
    await portal.settled();
    await portal.page.keyboard.type('HAND-3001\nHAND-3002\n'); // nothing was pressed before
    assert.equal(await portal.node('textbox', 'Serial numbers').inputValue(), 'HAND-3001\nHAND-3002\n');
    await portal.node('textbox', 'Model').fill('MeetUp');
    await portal.sees('button', 'Add 2 devices');
}));

for (const [width, height, scheme] of /** @type {const} */ ([[1440, 900, 'light'], [800, 1100, 'dark'], [390, 844, 'dark']])) {
    test(`the scanner at ${width} pixels, ${scheme}`, () => with_camera({ width, height, scheme }, async (portal) => {
        const scanner = await open_scanner(portal);
        assert.equal(await portal.page.evaluate(() => document.activeElement?.textContent), 'Scan serial numbers', 'it is read out first');
        await scanner.getByRole('listitem').nth(1).waitFor({ timeout: 60_000 }); // held upright a phone cuts off the first
        await check(portal, 'the scanner');
        const fits = await scanner.evaluate((dialog) => [dialog, ...dialog.querySelectorAll('*')]
            .every((each) => each.getBoundingClientRect().right <= innerWidth + 0.5 && each.scrollWidth <= each.clientWidth + 1));
        assert.ok(fits, 'nothing is wider than the screen');
        await portal.page.keyboard.press('Control+k'); // nothing of it reaches the portal
        await scanner.getByRole('button', { name: 'Done' }).click();
        await portal.sees_no('dialog', /./);
    }));
}
