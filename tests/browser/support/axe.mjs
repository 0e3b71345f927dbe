// axe-core over what the page shows now: the mirror, and what the page draws itself.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** @param {import('./portal.mjs').Portal} portal @param {string} where */
export async function check(portal, where) {
    await portal.settled();
    if (!await portal.page.evaluate(() => 'axe' in window)) await portal.page.evaluate(axe);
    const found = await portal.page.evaluate(async (only) => {
        const { violations, passes } = await window.axe.run(document, { runOnly: only });
        return { passes: passes.length, violations: violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).slice(0, 3).join(' ')}`) };
    }, standards);
    assert.deepEqual(found.violations, [], where);
    assert.ok(found.passes > 10, `${found.passes} rules had something to look at on ${where}`);
}
