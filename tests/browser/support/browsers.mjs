// Chromium for the tests: a browser of its own for whoever asks for something special, one for all others of a file, since to
// start it takes a third of a test's work. There each test has an origin of its own, which is emptied when the test ends: each
// serves the portal at its own port.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const executable = process.env.KEYRACK_CHROMIUM ?? '/usr/bin/chromium';
const switches = ['--no-sandbox', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-default-apps', '--disable-sync', '--force-color-profile=srgb'];
/** Who runs for seconds gains nothing from an optimised program. */
/** Device pixels a CSS pixel: here the processor draws them all, which takes longest of all. */
const few_pixels = 0.5;
const not_optimised = '--js-flags=--liftoff-only --wasm-lazy-compilation';

/** What a browser that others had before can give too; whatever else is asked for needs one of its own. */
const shareable = new Set(['fragment', 'files', 'folder', 'width', 'height', 'ready']);

/** @typedef {{context: import('playwright-core').BrowserContext, page: import('playwright-core').Page, profile: string, give_back: (origin: string) => Promise<void>}} Lent */

/** @type {{context: import('playwright-core').BrowserContext, blank: import('playwright-core').Page, profile: string} | undefined} */
let shared;
let is_lent = false;
/** Of shared browsers, those that a test has killed among them. @type {string[]} */
const profiles = [];

/** @param {string} name */
export function temporary_folder(name) {
    return mkdtempSync(join(tmpdir(), `keyrack-${name}-`));
}

/** @param {import('./portal.mjs').Options} options */
const size_of = (options) => ({ width: options.width ?? 1280, height: options.height ?? 800 });

/** @param {string} profile @param {import('./portal.mjs').Options} options */
function launch(profile, options) {
    return chromium.launchPersistentContext(profile, {
        executablePath: executable,
        env: { ...process.env, BROWSER: 'true' }, // a mail that begins starts no other browser, which would outlive this one
        args: [...switches, ...options.as_people_have_it ? [] : [not_optimised], ...options.args ?? []],
        viewport: size_of(options),
        deviceScaleFactor: options.scale ?? (options.as_people_have_it ? 1 : few_pixels),
        colorScheme: options.scheme ?? 'light',
        reducedMotion: options.as_people_have_it ? 'no-preference' : 'reduce',
        locale: options.locale ?? 'en-GB',
        hasTouch: options.touch ?? false,
        isMobile: options.touch ?? false,
        acceptDownloads: true,
        serviceWorkers: options.installs ? 'allow' : 'block',
    });
}

/** A browser of one's own. @param {import('./portal.mjs').Options} options @returns {Promise<Lent>} */
export async function own_browser(options) {
    const profile = options.profile ?? temporary_folder('profile');
    const context = await launch(profile, options);
    const page = context.pages()[0] ?? await context.newPage();
    const give_back = async () => {
        await context.close().catch(() => {}); // a test may have killed the browser
        if (!options.profile) rmSync(profile, { recursive: true, force: true });
    };
    return { context, page, profile, give_back };
}

/** The one that the tests of this file share, where that makes no difference. @param {import('./portal.mjs').Options} options @returns {Promise<Lent>} */
export async function shared_browser(options) {
    if (is_lent || Object.entries(options).some(([name, value]) => value !== false && !shareable.has(name))) return own_browser(options);
    is_lent = true;
    try {
        shared ??= await begin();
        const { context, profile } = shared;
        const page = await context.newPage();
        await page.setViewportSize(size_of(options));
        return { context, page, profile, give_back };
    } catch (error) {
        await end_shared();
        throw error;
    }
}

async function begin() {
    const profile = temporary_folder('profile');
    profiles.push(profile);
    const context = await launch(profile, {});
    context.on('close', () => { shared = undefined; });
    return { context, profile, blank: context.pages()[0] ?? await context.newPage() };
}

/** As it was before, or gone, so that the next test gets another. @param {string} origin */
async function give_back(origin) {
    try {
        if (shared) await clear(shared, origin);
        is_lent = false;
    } catch {
        await end_shared();
    }
}

/** @param {NonNullable<typeof shared>} browser @param {string} origin */
async function clear({ context, blank }, origin) {
    for (const page of context.pages().filter((each) => each !== blank)) await page.close();
    await context.unrouteAll();
    await context.setOffline(false);
    await context.clearPermissions();
    await context.clearCookies();
    context.removeAllListeners('request');
    const devtools = await context.newCDPSession(blank);
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await devtools.detach();
}

/** When the file ends. */
export async function end_shared() {
    const ended = shared;
    shared = undefined;
    is_lent = false;
    await ended?.context.close().catch(() => {});
    for (const profile of profiles.splice(0)) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
