// Opens the built portal in Chromium and looks at it as people do: by role and name, by pointer, by its pixels.
//
//     const portal = await open_portal();
//     await portal.click('button', /^Open the demo company/);
//     assert(await portal.pixels('heading', 'Rooms').then((seen) => seen.colours > 8));
//     await portal.close();
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../../tools/serve.mjs';
import { own_browser, temporary_folder } from './browsers.mjs';
import { decode_png } from './png.mjs';

export { temporary_folder };

export const dist = process.env.KEYRACK_DIST ?? new URL('../../../dist', import.meta.url).pathname;
/** The page may still be at what the last frame told it, and ask for more. */
const rest_milliseconds = 50;

// A picture does not wait for fonts: a test may be holding one back.
process.env.PW_TEST_SCREENSHOT_NO_FONTS_READY = '1';

/**
 * @typedef {object} Options
 * @property {string} [fragment] where to start: `/t/demo/rooms`
 * @property {string} [profile] folder of an earlier run, to find again what it kept; it is not removed
 * @property {string} [served] where the portal is served already, for several browsers at one origin
 * @property {number} [port] where an earlier run was served: another port is another origin, which keeps nothing of it
 * @property {number} [width] CSS pixels
 * @property {number} [height]
 * @property {number} [scale] device pixels a CSS pixel; few, where nothing is said
 * @property {boolean} [as_people_have_it] with motion, all pixels, and a program that is optimised while it runs
 * @property {'light' | 'dark'} [scheme]
 * @property {string} [locale]
 * @property {boolean} [touch]
 * @property {string[]} [args] further switches of the browser
 * @property {Record<string, string>} [files] of the portal that are replaced: name, as in `files.json`, to text
 * @property {string} [folder] that is served in place of the built portal
 * @property {boolean} [installs] whether it may keep itself for a start without a network
 * @property {string} [before] a script that runs before the page's own
 * @property {boolean} [ready] false: do not wait until the portal has started
 */

/** @param {Options} [options] @param {typeof own_browser} [browser] where it opens */
export async function open_portal(options = {}, browser = own_browser) {
    const folder = options.files ? with_files(options.files) : undefined;
    const served = folder ?? options.folder ?? dist;
    const server = options.served ? { url: options.served, close: async () => {} } : await serve(served, options.port ?? 0);
    const { context, page, profile, give_back } = await browser(options);
    const remove = async () => {
        await give_back(new URL(server.url).origin);
        await server.close().catch(() => {}); // a test may have ended it
        if (folder) rmSync(folder, { recursive: true, force: true });
    };
    try {
        if (options.before) await context.addInitScript(options.before);
        const portal = new Portal(context, page, server.url, remove);
        portal.profile = profile;
        portal.stop_serving = () => server.close();
        await portal.go(options.fragment ?? '', options.ready ?? true);
        return portal;
    } catch (error) {
        await remove(); // or the test runner would wait for the browser for ever
        throw error;
    }
}

export class Portal {
    /** What the browser's console and uncaught errors said. @type {string[]} */
    said = [];
    /** The browser's folder, where what it keeps lies. */
    profile = '';
    /** Ends the server: the network is gone. @type {() => Promise<void>} */
    stop_serving = async () => {};

    constructor(context, page, url, remove) {
        this.context = context;
        this.page = page;
        this.url = url;
        this.close = remove;
        page.on('console', (message) => this.said.push(message.text()));
        page.on('pageerror', (error) => this.said.push(String(error)));
    }

    /** Loads the page at a fragment. @param {string} fragment @param {boolean} [ready] */
    async go(fragment, ready = true) {
        await this.page.goto(`${this.url}?test${fragment ? `#${fragment}` : ''}`);
        if (ready) await this.ready();
    }

    async reload() {
        await this.page.reload();
        await this.ready();
    }

    /** Waits until the start screen has gone and the first frame is there. */
    async ready() {
        await this.page.locator('#start').waitFor({ state: 'detached', timeout: 60_000 });
        const notice = this.page.locator('#notice');
        if (await notice.count() > 0) throw new Error(`${await notice.textContent()}\n${this.said.join('\n')}`);
    }

    /** Another tab of the same browser. @param {string} [fragment] */
    async second_tab(fragment = '') {
        const page = await this.context.newPage();
        await page.setViewportSize(this.page.viewportSize() ?? { width: 1280, height: 800 });
        const tab = new Portal(this.context, page, this.url, () => page.close());
        tab.profile = this.profile;
        await tab.go(fragment);
        return tab;
    }

    /** The mirrored element. @param {string} role @param {string | RegExp} [name] */
    node(role, name) {
        return this.page.getByRole(role, name === undefined ? {} : { name, exact: typeof name === 'string' });
    }

    /** A real pointer at its centre, which reaches the canvas. @param {string} role @param {string | RegExp} name */
    async click(role, name, options = {}) {
        const node = this.node(role, name);
        await node.waitFor(); // the mirror takes a new screen in by and by
        // A dialog measures itself in its first frame, and grows with what is written in it.
        if (await this.page.locator('[role=dialog], [role=alertdialog]').count() > 0) await this.settled();
        await this.#bring_into_view(node);
        await node.click({ force: true, ...options });
    }

    /** Whoever presses what lies below the fold scrolls to it first; the portal does so for what has the focus. */
    async #bring_into_view(node) {
        const box = await node.boundingBox();
        const { height } = this.page.viewportSize();
        if (box && box.y >= 0 && box.y + box.height / 2 < height) return;
        await node.focus();
        await this.settled();
    }

    /** Waits for the node. @param {string} role @param {string | RegExp} name */
    async sees(role, name, timeout = 10_000) {
        await this.node(role, name).first().waitFor({ state: 'attached', timeout });
    }

    /** Waits until it is gone. @param {string} role @param {string | RegExp} name */
    async sees_no(role, name, timeout = 10_000) {
        await this.node(role, name).first().waitFor({ state: 'detached', timeout });
    }

    /** How the canvas looks inside the node's bounds. @param {string} role @param {string | RegExp} name */
    async pixels(role, name) {
        const box = await this.node(role, name).first().boundingBox();
        if (!box) throw new Error(`${role} ${name} has no bounds`);
        return this.pixels_in(box);
    }

    /**
     * What there is to see in a part of the screen: how many colours, which one is most of it (the ground), the share
     * of all others, and the box that holds these, in device pixels. A blank canvas has one colour and a share of 0.
     *
     * @param {{x: number, y: number, width: number, height: number}} clip CSS pixels
     */
    async pixels_in(clip) {
        await this.settled();
        const picture = await this.page.screenshot({ clip, scale: 'device', caret: 'hide' });
        const { width, height, pixel } = decode_png(picture);
        const row_of = (y) => Array.from({ length: width }, (_, x) => pixel(x, y).join(','));
        const rows = Array.from({ length: height }, (_, y) => row_of(y));
        const counts = new Map();
        for (const colour of rows.flat()) counts.set(colour, (counts.get(colour) ?? 0) + 1);
        const [ground, most] = [...counts].sort((one, other) => other[1] - one[1])[0];
        const marked = rows.map((row) => row.map((colour) => colour !== ground));
        const filled_rows = marked.map((row) => row.includes(true));
        const filled_columns = marked[0].map((_, x) => marked.some((row) => row[x]));
        return {
            colours: counts.size, ground: ground.split(',').map(Number), share: 1 - most / (width * height),
            box: {
                left: filled_columns.indexOf(true), right: filled_columns.lastIndexOf(true),
                top: filled_rows.indexOf(true), bottom: filled_rows.lastIndexOf(true),
            },
        };
    }

    /** Frames drawn since the start. */
    frames() {
        return this.page.evaluate(() => window.keyrack.frames);
    }

    /** Waits until everything that was done so far is in the picture, and nothing moves any more. */
    async settled(timeout = 20_000) {
        const until = Date.now() + timeout;
        let frames = await this.frames() + 2;
        // The worker hears it after all that the page has sent, and draws three times more.
        await this.page.evaluate(() => window.keyrack.worker.postMessage({ t: 'wake', hidden: false, online: navigator.onLine }));
        do {
            await this.#rests(frames, Math.max(1, until - Date.now()));
            frames = await this.frames();
            await this.page.waitForTimeout(rest_milliseconds);
        } while (frames !== await this.frames());
    }

    /** More frames than so many were drawn, and no other is to come. @param {number} frames @param {number} timeout */
    async #rests(frames, timeout) {
        const rests = (count) => window.keyrack.frames > count && window.keyrack.frames === window.keyrack.frames_at_rest;
        await this.page.waitForFunction(rests, frames, { timeout }).catch((cause) => {
            throw new Error('frames are still being drawn', { cause });
        });
    }

    /** @param {'crash' | 'lose_graphics' | 'restore_graphics'} what */
    async probe(what) {
        await this.page.evaluate((name) => window.keyrack.worker.postMessage({ t: 'probe', what: name }), what);
    }

    /** Drops a file onto the page, as from the desktop. @param {string} name @param {string | Uint8Array} content */
    async drop(name, content, type = 'application/json') {
        const bytes = [...typeof content === 'string' ? new TextEncoder().encode(content) : content];
        const transfer = await this.page.evaluateHandle(([file_name, file_bytes, file_type]) => {
            const made = new DataTransfer();
            made.items.add(new File([new Uint8Array(file_bytes)], file_name, { type: file_type }));
            return made;
        }, [name, bytes, type]);
        for (const event of ['dragenter', 'dragover', 'drop']) {
            await this.page.dispatchEvent('#canvas', event, { dataTransfer: transfer });
        }
    }

    /** The text of the file that `act` makes the page save, and its name. @param {() => Promise<unknown>} act */
    async downloaded(act) {
        const [download] = await Promise.all([this.page.waitForEvent('download'), act()]);
        return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    }

    /** The address at which `act` makes the browser begin a mail. @param {() => Promise<unknown>} act */
    async mail_begun(act) {
        const session = await this.context.newCDPSession(this.page);
        await session.send('Page.enable');
        /** @type {string[]} */ const opened = [];
        session.on('Page.windowOpen', ({ url }) => opened.push(url));
        await Promise.all([this.page.waitForEvent('popup'), act()]); // it closes by itself: a mail is no page
        await session.detach();
        return opened.at(-1);
    }

    /** A whole-page picture, for people to look at. @param {string} path */
    async picture(path) {
        await this.page.screenshot({ path, scale: 'device' });
    }
}

const listed = () => JSON.parse(readFileSync(join(dist, 'files.json'), 'utf8'));

/** Whether the portal was built to be there soon rather than to be small. */
export const is_quick = () => listed().quick;

/** Where a file of the portal is, such as `worker.mjs`. @param {string} name */
export function packaged_path(name) {
    const found = listed().files.find((file) => file.name === name);
    if (!found) throw new Error(`the portal has no ${name}`);
    return found.path;
}

/** A copy of the portal with some files replaced. @param {Record<string, string>} files by name */
function with_files(files) {
    const folder = temporary_folder('dist');
    cpSync(dist, folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) {
        rmSync(join(folder, `${packaged_path(name)}.br`), { force: true });
        writeFileSync(join(folder, packaged_path(name)), text);
    }
    return folder;
}
