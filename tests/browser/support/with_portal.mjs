// Opens the portal, acts, closes, whatever comes.
import { open_portal } from './portal.mjs';

/**
 * @template Result
 * @param {import('./portal.mjs').Options} options
 * @param {(portal: import('./portal.mjs').Portal) => Promise<Result>} act
 */
export async function with_portal(options, act) {
    const portal = await open_portal(options);
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
