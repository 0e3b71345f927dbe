// axe-core over the mirror of every screen, at three widths. An empty mirror would pass, so each screen must show its heading.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { open_demo, with_portal } from './support/with_portal.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** @param {import('./support/portal.mjs').Portal} portal @param {string} where */
async function check(portal, where) {
    await portal.settled();
    if (!await portal.page.evaluate(() => 'axe' in window)) await portal.page.evaluate(axe);
    const found = await portal.page.evaluate(async (only) => {
        const { violations, passes } = await window.axe.run(document, { runOnly: only });
        return { passes: passes.length, violations: violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).slice(0, 3).join(' ')}`) };
    }, standards);
    assert.deepEqual(found.violations, [], where);
    assert.ok(found.passes > 10, `${found.passes} rules had something to look at on ${where}`);
}

for (const [width, height] of [[1440, 900], [800, 900], [390, 844]]) {
    test(`every screen at ${width} pixels`, () => with_portal({ width, height }, async (portal) => {
        await portal.sees('button', /^Open the demo company/);
        await check(portal, 'the first visit');
        await open_demo(portal);
        await check(portal, 'rooms');
        await portal.node('row', /Not covered/).first().click({ force: true });
        await portal.click('tab', 'Why');
        await portal.sees('heading', /covered today/);
        await check(portal, 'a proof');
        for (const [screen, heading] of [['orders', 'Service orders'], ['assign', 'Assign licences'], ['data', 'Data']]) {
            await portal.page.evaluate((to) => { location.hash = `#/t/northwind/${to}`; }, screen);
            await portal.sees('heading', heading);
            await check(portal, screen);
        }
        await portal.page.evaluate(() => { location.hash = '#/t/northwind/rooms'; });
        await portal.sees('heading', 'Rooms');
    }));
}
