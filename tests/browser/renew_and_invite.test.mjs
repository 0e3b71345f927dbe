// From the overview: what ends and what to order for it, and a colleague who is invited. Counted in actions.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { with_portal } from './support/with_portal.mjs';

/** @param {import('./support/portal.mjs').Portal} portal */
async function open_overview(portal) {
    await portal.click('button', /^Open the demo company/);
    await portal.sees('heading', /^Good (morning|day|evening), Maren/, 30_000);
}

test('what ends next, and the order for it: four actions', () => with_portal({ width: 1440, height: 900 }, async (portal) => {
    await open_overview(portal);
    await portal.node('link', /^Reorder: /).first().click({ force: true }); // 1
    await portal.sees('button', 'Order for these rooms');
    const drawn = await portal.pixels('button', 'Order for these rooms');
    assert.ok(drawn.colours > 8, `the button is drawn: ${drawn.colours} colours`);
    await portal.click('button', 'Order for these rooms'); // 2
    await portal.sees('textbox', /^Order number/);
    await portal.settled();
    await portal.page.keyboard.type('PO-2000'); // 3
    await portal.click('button', 'Place order'); // 4
    await portal.page.getByText(/PO-2000 is recorded/).first().waitFor();
}));

test('a colleague is invited: four actions, and the mail is written', () => with_portal({ width: 1440, height: 900 }, async (portal) => {
    await open_overview(portal);
    await portal.click('link', /^People/); // 1
    await portal.click('button', 'Invite'); // 2
    await portal.sees('textbox', /^Email address/);
    await portal.settled();
    await portal.page.keyboard.type('nils.dahl@northwind.example'); // 3
    await portal.click('button', 'Invite'); // 4
    await portal.page.getByText('Invitation to nils.dahl@northwind.example is in the outbox').first().waitFor();
    await portal.click('link', /^Outbox/);
    await portal.page.getByText(/nils\.dahl@northwind\.example/).first().waitFor();
}));

for (const width of [1440, 800, 390]) {
    test(`every screen around a tenant is drawn at ${width}`, () => with_portal({ width, height: 900 }, async (portal) => {
        await open_overview(portal);
        const screens = { renewals: 'Renewals', people: 'People', outbox: 'Outbox', journal: 'Journal', compliance: 'Compliance' };
        for (const [place, heading] of Object.entries(screens)) {
            await portal.page.evaluate((fragment) => { location.hash = fragment; }, `/t/northwind/${place}`);
            await portal.sees('heading', heading);
            const drawn = await portal.pixels('heading', heading);
            assert.ok(drawn.colours > 4, `${place}: ${drawn.colours} colours`);
        }
    }));
}

test('coverage for what a product line lacks is tried, and then bought', () => with_portal({ width: 1440, height: 900 }, async (portal) => {
    await open_overview(portal);
    await portal.click('link', /^Compliance/);
    await portal.click('link', /^Northwind Europe/);
    await portal.click('button', 'Buy service: Virtual Apps and Desktops');
    await portal.sees('dialog', 'Buy service for 15 licences');
    await portal.settled();
    await portal.page.keyboard.type('C-4500');
    await portal.click('button', 'What if?');
    await portal.sees('heading', 'What if');
    await portal.page.getByText(/^Buy contract C-4500/).first().waitFor();
    await portal.click('button', 'Discard');
    await portal.click('button', 'Buy service: Virtual Apps and Desktops');
    await portal.sees('dialog', 'Buy service for 15 licences');
    await portal.settled();
    await portal.page.keyboard.type('C-4500');
    await portal.click('button', 'Buy service');
    await portal.sees_no('dialog', 'Buy service for 15 licences');
    await portal.sees('link', /^C-4500/);
}));
