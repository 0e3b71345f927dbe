// Opens the portal, acts, closes, whatever comes. One test at a time has the browser that those of a file share.
import { after } from 'node:test';
import { end_shared, own_browser, shared_browser } from './browsers.mjs';
import { open_portal } from './portal.mjs';

after(end_shared);

/**
 * @template Result
 * @param {import('./portal.mjs').Options} options
 * @param {(portal: import('./portal.mjs').Portal) => Promise<Result>} act
 */
export async function with_portal(options, act) {
    return used(await open_portal(options, shared_browser), act);
}

/**
 * In a browser that nobody had before.
 *
 * @template Result
 * @param {import('./portal.mjs').Options} options
 * @param {(portal: import('./portal.mjs').Portal) => Promise<Result>} act
 */
export async function with_own_browser(options, act) {
    return used(await open_portal(options, own_browser), act);
}

/**
 * @template Result
 * @param {import('./portal.mjs').Portal} portal
 * @param {(portal: import('./portal.mjs').Portal) => Promise<Result>} act
 */
async function used(portal, act) {
    try {
        return await act(portal);
    } finally {
        await portal.close();
    }
}

/** Opens the demo company and waits for its rooms. @param {import('./portal.mjs').Portal} portal */
export async function open_demo(portal) {
    await portal.click('button', /^Open the demo company/);
    await open_rooms(portal);
    await portal.sees('row', /Not covered/);
}

/** From the overview, with which a company opens, to its rooms. @param {import('./portal.mjs').Portal} portal */
export async function open_rooms(portal) {
    await portal.sees('heading', /^Good (morning|day|evening)/, 30_000);
    await portal.click('link', /^Rooms(,|$)/);
    await portal.sees('heading', 'Rooms');
}

/** Presses the main button of "What would make it a yes". @param {import('./portal.mjs').Portal} portal */
export async function take_best_cure(portal) {
    const button = portal.node('button', /^Assign: /).first();
    await button.focus(); // which scrolls to it: a long proof stands above
    await portal.settled();
    await button.click({ force: true });
}
