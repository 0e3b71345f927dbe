// axe-core over the mirror of every screen, at three widths. An empty mirror would pass, so each screen must show its heading.
import { test } from 'node:test';
import { check } from './support/axe.mjs';
import { open_demo, with_portal } from './support/with_portal.mjs';

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
