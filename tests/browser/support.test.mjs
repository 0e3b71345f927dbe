// Support, devices and spares: stories counted in actions (a click, a key, one run of typing).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_demo, with_portal } from './support/with_portal.mjs';

/** @typedef {import('./support/portal.mjs').Portal} Portal */

/** Counts what a person does. */
class Actions {
    count = 0;

    /** @param {Portal} portal */
    constructor(portal) {
        this.portal = portal;
    }

    /** @param {string} role @param {string | RegExp} name */
    async click(role, name) {
        this.count += 1;
        await this.portal.sees(role, name);
        const node = this.portal.node(role, name).first();
        await node.scrollIntoViewIfNeeded().catch(() => {});
        await node.click({ force: true });
    }

    /** @param {string} role @param {string | RegExp} name @param {string} text */
    async type(role, name, text) {
        this.count += 1;
        await this.portal.sees(role, name);
        await this.portal.node(role, name).first().fill(text);
    }
}

/** Waits for a text on the screen. @param {Portal} portal @param {string | RegExp} text */
const reads = (portal, text) => portal.page.getByText(text).first().waitFor({ state: 'attached' });

test('a ticket for an offline room, its facts attached, in four actions', () => with_portal({ width: 1440, height: 900 }, async (portal) => {
    await open_demo(portal);
    const actions = new Actions(portal);
    await actions.click('row', /^Alster,/);
    await actions.click('link', 'Get help');
    await actions.click('radio', 'Offline');
    await reads(portal, 'Help is offered');
    await actions.click('button', 'Open ticket');
    await portal.sees('heading', 'Alster is offline');
    assert.ok(actions.count <= 4, `${actions.count} actions`);
    await reads(portal, /Room and devices|Devices/);
    await portal.sees('img', /First response/);
    const strip = await portal.pixels('img', /First response/);
    assert.ok(strip.colours > 2, `the strip is drawn: ${strip.colours} colours`);
    await portal.reload();
    await portal.sees('heading', 'Alster is offline');
}));

/** With the keyboard, wherever the page is scrolled to. @param {import('./support/portal.mjs').Portal} portal @param {string} role @param {string} name */
async function presses(portal, role, name) {
    await portal.node(role, name).focus();
    await portal.settled();
    await portal.page.keyboard.press('Enter');
    await portal.settled();
}

test('a ticket keeps what is told, takes a note, and says where it goes', () => with_portal({ width: 1440, height: 900 }, async (portal) => {
    await open_demo(portal);
    await portal.page.evaluate(() => {
        location.hash = '/t/northwind/support?new=large_user&partner_region=EU&data_centre=EU&channel=email&service=Zoho%20CRM'
            + '&organisation_id=60018842&subject=Nobody%20gets%20in&primary_email=it@nordlys-bygg.example';
    });
    await portal.sees('textbox', 'Description');
    await portal.node('textbox', 'Description').fill('Since eight.\n\nEverybody.');
    await reads(portal, 'By email to partner-support@eu.zohocorp.com');
    await portal.click('button', 'Open ticket');
    await portal.sees('heading', 'Nobody gets in');
    await reads(portal, /partner-support@eu\.zohocorp\.com is drafted in the Outbox: send it with your email program/);
    await reads(portal, 'Everybody.');
    await portal.node('textbox', 'Note').fill('Called back.');
    await presses(portal, 'button', 'Add note');
    await reads(portal, 'Called back.');
    const address = await portal.mail_begun(() => presses(portal, 'button', 'Open in your email program'));
    assert.match(address, /^mailto:partner-support@eu\.zohocorp\.com\?subject=Nobody%20gets%20in&body=/);
    assert.ok(decodeURIComponent(address).includes('Since eight.\r\n\r\nEverybody.'), address);
    await presses(portal, 'link', 'Open the draft');
    await reads(portal, 'Drafted, not sent');
    await reads(portal, 'Customer Primary Email Address: it@nordlys-bygg.example');
    await portal.click('link', /^See ticket/);
    await portal.sees('textbox', 'Note');
    await portal.reload();
    await reads(portal, 'Everybody.');
    await reads(portal, 'Called back.');
}));

test('a device is moved and its warranty seen before and after, in five actions', () => with_portal({ width: 1440, height: 900 }, async (portal) => {
    await open_demo(portal);
    const actions = new Actions(portal);
    await actions.click('link', 'Devices');
    await actions.type('searchbox', 'Serial, model or room', 'RB-800733');
    await portal.page.waitForFunction(() => document.querySelectorAll('[role=row]').length <= 3);
    await actions.click('row', /RB-800733/);
    await actions.click('tab', 'Move');
    const target = portal.node('radio', /.+/).first();
    await target.waitFor({ state: 'attached' });
    const room = (await target.textContent()).split(',')[0];
    await target.click({ force: true });
    actions.count += 1;
    await reads(portal, /^Warranty to: /);
    assert.ok(actions.count <= 5, `${actions.count} actions before the warranty is seen`);
    await portal.click('button', `Move to ${room}`);
    await portal.sees('button', 'Undo');
    await portal.sees('link', `Stands in ${room}`);
}));

test('a console\'s link opens the ticket filled in', () => with_portal({ width: 1440, height: 900 }, async (portal) => {
    await open_demo(portal);
    await portal.go('/t/northwind/support?new=rooms&room=osl-fjord&state=offline');
    await reads(portal, 'Goes with the ticket: Fjord and 2 devices');
    await portal.click('button', 'Open ticket');
    await portal.sees('heading', 'Fjord is offline');
}));

test('the form tells what is missing, and the clocks turn with what is recorded', () => with_portal({ width: 1440, height: 900 }, async (portal) => {
    await open_demo(portal);
    await portal.click('link', /^Support/);
    await portal.sees('heading', 'Support');
    await portal.click('row', /^Fjord is offline/);
    await portal.click('button', 'Record the first response');
    await reads(portal, /^Met in/);
    await portal.click('button', 'Undo');
    await portal.page.getByText(/^Met in/).first().waitFor({ state: 'detached' });
    await portal.click('link', 'Support');
    await portal.click('link', 'New ticket');
    await portal.click('button', 'Open ticket');
    await reads(portal, 'Choose the room that needs help.');
}));

test('five hundred serial numbers are pasted, judged and added', () => with_portal({ width: 1440, height: 900 }, async (portal) => {
    await open_demo(portal);
    await portal.go('/t/northwind/devices?add=many');
    await portal.node('textbox', 'Model').fill('MeetUp');
    const serials = Array.from({ length: 500 }, (_, index) => `BULK-${1000 + index}`);
    await portal.node('textbox', 'Serial numbers').fill([...serials, 'RP-697395'].join('\n'));
    await portal.sees('button', 'Add 500 devices');
    await portal.click('button', 'Add 500 devices');
    await portal.sees('button', 'Undo', 30_000);
    await portal.sees('heading', 'Devices');
}));

for (const [width, height] of [[1440, 900], [800, 1100], [390, 844]]) {
    test(`support works by keyboard at ${width} px`, () => with_portal({ width, height }, async (portal) => {
        await open_demo(portal);
        await portal.go('/t/northwind/support');
        await portal.sees('row', /^Fjord is offline/);
        const { keyboard } = portal.page;
        const reached = async (role, name) => {
            for (let step = 0; step < 60; step += 1) {
                await keyboard.press('Tab');
                if (await portal.node(role, name).evaluateAll((all) => all.includes(document.activeElement))) return;
            }
            assert.fail(`no way by Tab to ${role} ${name}`);
        };
        await reached('row', /.+/);
        await keyboard.press('Enter');
        await portal.sees('list', 'What happened');
        await reached('button', /^Record the first response|Write the SuperAdmin’s email|Cover the room|Resolve/);
    }));
}

test('spares: each criterion opens its proof', () => with_portal({ width: 1440, height: 900 }, async (portal) => {
    await open_demo(portal);
    await portal.click('link', 'Spares');
    await portal.sees('heading', 'Onsite spares');
    await portal.click('link', /^Why: How many onsite spares/);
    await portal.sees('heading', 'How many onsite spares are earned?');
    await portal.click('button', 'Close the proof');
    await portal.sees_no('heading', 'How many onsite spares are earned?');
}));
