// Smoke runs in Firefox, which has WebGL only with a display: the test runner gives it one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { serve } from '../../tools/serve.mjs';
import { picture_of } from './support/labels.mjs';
import { decode_png } from './support/png.mjs';

const dist = process.env.KEYRACK_DIST ?? new URL('../../dist', import.meta.url).pathname;

/** In Firefox, with what is asked for granted. @param {Record<string, unknown>} preferences @param {(page: import('puppeteer-core').Page, url: string) => Promise<void>} act */
async function in_firefox(preferences, act) {
    const server = await serve(dist);
    const browser = await puppeteer.launch({
        browser: 'firefox', executablePath: process.env.KEYRACK_FIREFOX ?? '/usr/bin/firefox-esr', headless: false,
        timeout: 90_000, extraPrefsFirefox: { 'webgl.force-enabled': true, ...preferences },
    });
    try {
        const page = await browser.newPage();
        await page.setViewport({ width: 1280, height: 800 });
        await act(page, server.url);
    } finally {
        await browser.close();
        await server.close();
    }
}

test('the portal opens the demo company and finds a room in Firefox', { timeout: 240_000 }, () => in_firefox({}, async (page, url) => {
    await page.goto(`${url}?test`);
    const demo = await found(page, 'button', 'Open the demo company');
    await demo.evaluate((button) => button.click()); // as assistive technology does
    await (await found(page, 'a', 'Rooms,')).evaluate((link) => link.click());
    await page.waitForFunction(() => document.querySelectorAll('#mirror [role=row]').length > 8, { timeout: 60_000 });
    assert.ok(colours_of(await page.screenshot()) > 50, 'the canvas is drawn');

    await (await found(page, 'input', '')).focus();
    await page.keyboard.type('boardroom');
    await page.waitForFunction(() => document.querySelectorAll('#mirror [role=row]').length < 6, { timeout: 60_000 });
    await page.waitForFunction(() => location.hash.includes('q=boardroom'), { timeout: 60_000 });
}));

test('the scanner looks through a camera of Firefox, and reads a picture', { timeout: 240_000 }, () => in_firefox({
    'media.navigator.streams.fake': true, 'media.navigator.permission.disabled': true,
}, async (page, url) => {
    await page.goto(`${url}?test`);
    await (await found(page, 'button', 'Open the demo company')).evaluate((button) => button.click());
    await found(page, 'a', 'Rooms,');
    await page.evaluate(() => { location.hash = '#/t/northwind/devices?add=many'; });
    await (await found(page, 'button', 'Scan with the camera')).evaluate((button) => button.click());
    await page.waitForSelector('#scanner[data-shows=camera]', { timeout: 60_000 });
    const { name, mimeType, buffer } = await picture_of({ text: 'FOX-4001', format: 'DataMatrix' });
    await page.evaluate((file_name, type, bytes) => {
        const chosen = new DataTransfer();
        chosen.items.add(new File([new Uint8Array(bytes)], file_name, { type }));
        const input = document.querySelector('#scanner input');
        input.files = chosen.files;
        input.dispatchEvent(new Event('change'));
    }, name, mimeType, [...buffer]);
    await page.waitForFunction(() => document.querySelector('#scanner [role=status]').textContent === 'FOX-4001: New', { timeout: 60_000 });
    await page.waitForFunction(() => document.querySelector('#scanner video').videoWidth > 0); // it goes on looking
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.getElementById('scanner'));
}));

/** The first such element of the mirror, once the portal has started. */
async function found(page, tag, beginning) {
    const handle = await page.waitForFunction((name, text) => {
        const notice = document.getElementById('notice');
        if (notice) throw new Error(notice.textContent);
        return [...document.querySelectorAll(`#mirror ${name}`)].find((each) => each.textContent.startsWith(text));
    }, { timeout: 60_000 }, tag, beginning);
    return handle.asElement();
}

function colours_of(picture) {
    const { width, height, pixel } = decode_png(Buffer.from(picture));
    const colours = new Set();
    for (let y = 0; y < height; y += 3) for (let x = 0; x < width; x += 3) colours.add(pixel(x, y).join());
    return colours.size;
}
