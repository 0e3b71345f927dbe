// A smoke run in Firefox, which has WebGL only with a display: the test runner gives it one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { serve } from '../../tools/serve.mjs';
import { decode_png } from './support/png.mjs';

const dist = process.env.KEYRACK_DIST ?? new URL('../../dist', import.meta.url).pathname;

test('the portal opens the demo company in Firefox', { timeout: 120_000 }, async () => {
    const server = await serve(dist);
    const browser = await puppeteer.launch({
        browser: 'firefox', executablePath: process.env.KEYRACK_FIREFOX ?? '/usr/bin/firefox-esr', headless: false,
        extraPrefsFirefox: { 'webgl.force-enabled': true },
    });
    try {
        const page = await browser.newPage();
        await page.setViewport({ width: 1280, height: 800 });
        await page.goto(`${server.url}?test`);
        const demo = await page.waitForSelector('aria/[role="button"][name*="Open the demo company"]', { timeout: 5_000 })
            .catch(() => page.waitForSelector('#mirror button[aria-label^="Open the demo company"]', { timeout: 60_000 }));
        await demo.evaluate((button) => button.click()); // as assistive technology does
        await page.waitForSelector('#mirror [role=row][aria-label*="Not covered"]', { timeout: 60_000 });
        const { width, height, pixel } = decode_png(Buffer.from(await page.screenshot()));
        const colours = new Set();
        for (let y = 0; y < height; y += 3) for (let x = 0; x < width; x += 3) colours.add(pixel(x, y).join());
        assert.ok(colours.size > 50, `the canvas is drawn: ${colours.size} colours`);
    } finally {
        await browser.close();
        await server.close();
    }
});
