// The stories of docs/stories.md, counted in actions: a click, a key chord, or one run of typing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { with_portal } from './support/with_portal.mjs';

const table = readFileSync(new URL('../../docs/stories.md', import.meta.url), 'utf8');

/** The row's last column. @param {string} story */
function most_of(story) {
    const row = table.split('\n').find((line) => line.startsWith(`| ${story} |`));
    assert.ok(row, `docs/stories.md tells ${story}`);
    return Number(row.split('|').at(-2));
}

class Counted {
    actions = 0;

    /** @param {import('./support/portal.mjs').Portal} portal */
    constructor(portal) {
        this.portal = portal;
    }

    /** @param {string} role @param {string | RegExp} name */
    async click(role, name) {
        this.actions += 1;
        await this.portal.node(role, name).first().click({ force: true });
        await this.portal.settled();
    }

    /** @param {string} keys one chord, or keys struck one after the other without looking */
    async press(...keys) {
        this.actions += 1;
        for (const key of keys) await this.portal.page.keyboard.press(key);
        await this.portal.settled();
    }

    /** A run of typing, with the key that ends it. @param {string} text @param {string} [end] */
    async type(text, end) {
        this.actions += 1;
        await this.portal.page.keyboard.type(text);
        await this.portal.settled();
        if (end) await this.portal.page.keyboard.press(end);
        await this.portal.settled();
    }
}

/** @type {Set<string>} */
const tried = new Set();

/** @param {string} story @param {(counted: Counted, portal: import('./support/portal.mjs').Portal) => Promise<void>} act */
function story(story_name, act) {
    tried.add(story_name);
    test(`${story_name}: at most ${most_of(story_name)} actions`, () => with_portal({ width: 1440, height: 900 }, async (portal) => {
        await portal.click('button', /^Open the demo company/);
        await portal.sees('heading', /^Good (morning|day|evening), Maren/, 60_000);
        await portal.settled();
        const counted = new Counted(portal);
        await act(counted, portal);
        assert.ok(counted.actions <= most_of(story_name), `${counted.actions} actions`);
    }));
}

story('What ends next, and the order for it', async (person, portal) => {
    await person.click('link', /^Reorder: /);
    await person.click('button', 'Order for these rooms');
    await person.type('PO-2000', 'Enter');
    await portal.page.getByText(/PO-2000 is recorded/).first().waitFor();
});

story('A colleague is invited', async (person, portal) => {
    await person.click('link', /^People/);
    await person.click('button', 'Invite');
    await person.type('nils.dahl@northwind.example', 'Enter');
    await portal.page.getByText('Invitation to nils.dahl@northwind.example is in the outbox').first().waitFor();
});

story('Why does a room not have Insights?', async (person, portal) => {
    await person.press('Control+k');
    await person.type('fjord', 'Enter');
    await portal.sees('complementary', /Fjord/);
    await person.click('button', /Insights/);
    await portal.sees('heading', /Insights/);
});

story('Cover rooms that have no cover', async (person, portal) => {
    await person.click('link', /^Plan: /);
    await person.click('button', 'Choose all');
    await person.click('button', /^Assign \d+ licences/);
    await portal.page.getByText(/^\d+ licences of .* assigned/).first().waitFor();
});

story('A ticket for an offline room', async (person, portal) => {
    await person.press('Control+k');
    await person.type('alster', 'Enter');
    await person.click('link', 'Get help');
    await person.click('button', 'Open ticket');
    await portal.sees('heading', 'Alster is offline');
});

story('Move a device and see its warranty', async (person, portal) => {
    await person.press('Control+k');
    await person.type('RB-800733', 'Enter');
    await person.click('tab', 'Move');
    await person.click('radio', /.+/);
    await portal.page.getByText(/^Warranty to: /).first().waitFor();
    await person.click('button', /^Move to /);
    await portal.sees('button', 'Undo');
});

story('The same room question in another company', async (person, portal) => {
    await person.press('g', 'g');
    await portal.sees('heading', 'All companies');
    await portal.sees('link', 'Northwind AG', 30_000);
    await person.type('fjord'); // the search has the focus
    await person.click('link', /Fjord/);
    await portal.sees('complementary', /Fjord/);
});

test('every story that is told is tried', () => {
    const told = [...table.matchAll(/^\| ([^|]+) \| .* \| \d+ \|$/gm)].map(([, name]) => name);
    assert.deepEqual([...tried].sort(), told.sort());
});
