// The shell as a whole: start, picture, frames on demand, and what happens when something is missing or breaks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { is_quick, packaged_path } from './support/portal.mjs';
import { open_demo, with_portal } from './support/with_portal.mjs';

const brightness = (colour) => colour.reduce((sum, channel) => sum + channel, 0);
const whole = { x: 0, y: 0, width: 1280, height: 800 };
const foot = { x: 0, y: 700, width: 1280, height: 100 }; // bare ground on every screen that there is at the start

/** Keeps what the start screen's bar said, since it is gone too soon to be asked. */
const watch_bar = `
    window.bar_seen = { names: [], percents: [] };
    document.addEventListener('DOMContentLoaded', () => {
        const bar = document.getElementById('bar');
        bar_seen.names.push(bar.getAttribute('aria-label'));
        new MutationObserver(() => bar_seen.percents.push(Number(bar.getAttribute('aria-valuenow'))))
            .observe(bar, { attributeFilter: ['aria-valuenow'] });
    });
`;

test('the portal starts, says who it is and draws', () => with_portal({}, async (portal) => {
    assert.notEqual(await portal.page.title(), '');
    assert.ok(await portal.page.locator('#mirror [id]').count() > 3);
    const seen = await portal.pixels_in(whole);
    assert.ok(seen.colours > 50, `${seen.colours} colours`);
    assert.ok(seen.share > 0.02, `${seen.share} is not the ground`);
    assert.deepEqual(portal.said.filter((line) => /error|violat|refused/i.test(line)), []);
}));

test('the start screen shows its progress', () => with_portal({ before: watch_bar }, async (portal) => {
    const { names, percents } = await portal.page.evaluate(() => window.bar_seen);
    assert.deepEqual(names, ['Keyrack is starting']);
    assert.ok(percents.length > 0 && percents.at(-1) === 100, `percents ${percents}`);
}));

test('an idle portal draws nothing', () => with_portal({}, async (portal) => {
    await portal.settled();
    const before = await portal.frames();
    await portal.page.waitForTimeout(5000);
    assert.equal(await portal.frames(), before);
}));

test('a moved pointer takes a few frames, then it rests', () => with_portal({}, async (portal) => {
    await portal.settled();
    const before = await portal.frames();
    await portal.page.mouse.move(640, 720); // over bare ground
    await portal.page.waitForTimeout(1000);
    const drawn = await portal.frames() - before;
    assert.ok(drawn >= 1 && drawn <= 6, `${drawn} frames`);
}));

for (const scale of [1, 1.5, 2]) {
    const options = { scale, width: 1001, height: 700 };
    test(`the canvas has every device pixel at a ratio of ${scale}`, () => with_portal(options, async (portal) => {
        await portal.settled();
        const size = await portal.page.evaluate(async () => {
            const bitmap = await createImageBitmap(document.getElementById('canvas'));
            return [bitmap.width, bitmap.height];
        });
        assert.deepEqual(size, [Math.round(1001 * scale), 700 * scale]);
    }));
}

test('a picture that is on the canvas already is not drawn again', () => with_portal({}, async (portal) => {
    const { page } = portal;
    await page.mouse.move(640, 780);
    await portal.settled();
    const [worker] = page.workers();
    await worker.evaluate(() => {
        const own = WebGL2RenderingContext.prototype.clear; // each picture begins with it
        self.pictures = 0;
        WebGL2RenderingContext.prototype.clear = function count(...given) {
            self.pictures += 1;
            return own.apply(this, given);
        };
    });
    const frames = await page.evaluate(() => window.keyrack.frames);
    await page.mouse.move(641, 780);
    await portal.settled();
    assert.ok(await page.evaluate(() => window.keyrack.frames) > frames, 'there were frames');
    assert.equal(await worker.evaluate(() => self.pictures), 0);
    const { x, y, width, height } = await portal.node('button', /^Start empty/).boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await portal.settled();
    assert.ok(await worker.evaluate(() => self.pictures) > 0, 'a button under the pointer looks otherwise');
}));

test('the canvas follows the window', () => with_portal({}, async (portal) => {
    await portal.page.setViewportSize({ width: 390, height: 844 });
    await portal.settled();
    const seen = await portal.pixels_in({ x: 0, y: 0, width: 390, height: 844 });
    assert.ok(seen.colours > 30, `${seen.colours} colours`);
}));

test('the scheme of the system is followed at once', () => with_portal({ scheme: 'light' }, async (portal) => {
    const light = await portal.pixels_in(foot);
    await portal.page.emulateMedia({ colorScheme: 'dark' });
    await portal.page.waitForTimeout(100);
    const dark = await portal.pixels_in(foot);
    assert.ok(brightness(light.ground) > 600 && brightness(dark.ground) < 200, `${light.ground} then ${dark.ground}`);
    assert.equal(await portal.page.evaluate(() => document.documentElement.style.colorScheme), 'dark');
}));

test('lost graphics come back', () => with_portal({}, async (portal) => {
    const light = await portal.pixels_in(whole);
    const light_foot = await portal.pixels_in(foot);
    await portal.probe('lose_graphics');
    await portal.page.emulateMedia({ colorScheme: 'dark' });
    await portal.page.waitForTimeout(300);
    const lost = await portal.pixels_in(foot);
    assert.ok(brightness(lost.ground) > 600 || lost.colours === 1, 'nothing can be drawn: they are really lost');
    await portal.probe('restore_graphics');
    await portal.page.waitForTimeout(500);
    assert.ok(brightness((await portal.pixels_in(foot)).ground) < 200, 'drawn anew, and dark');
    assert.ok((await portal.pixels_in(whole)).colours > light.colours / 2, 'with its text and icons');
    await portal.page.emulateMedia({ colorScheme: 'light' });
    await portal.page.waitForTimeout(100);
    assert.deepEqual(await portal.pixels_in(whole), light);
    assert.deepEqual(await portal.pixels_in(foot), light_foot);
}));

test('a worker that stops says so, and comes back', () => with_portal({ locale: 'de-DE' }, async (portal) => {
    await portal.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await portal.probe('crash');
    const page = portal.page;
    await page.getByRole('heading', { name: 'Keyrack hat angehalten' }).waitFor();
    assert.match(await page.locator('#notice').innerText(), /Ihre Daten sind sicher/);
    await page.getByRole('button', { name: 'Diagnose kopieren' }).click();
    await page.getByRole('button', { name: 'Kopiert' }).waitFor();
    const diagnosis = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(diagnosis, /the test's own expectation \(tests\/browser\/shell\.test\.mjs:/);
    assert.match(diagnosis, /wasm/, 'where it happened');
    await page.getByRole('button', { name: 'Neu laden' }).click();
    await portal.ready();
    assert.ok((await portal.pixels_in(whole)).colours > 50);
}));

const no_canvas = 'delete HTMLCanvasElement.prototype.transferControlToOffscreen';
const no_webassembly = 'delete globalThis.WebAssembly';
const no_modules = `
    const Known = Worker;
    globalThis.Worker = class { constructor() { return new Known('web/worker/none.js'); } };
`;
const missing = [
    // what                  how             what the page says
    ['no OffscreenCanvas',   no_canvas,      /OffscreenCanvas/],
    ['no WebAssembly',       no_webassembly, /WebAssembly/],
    ['no module workers',    no_modules,     /module workers/],
];
for (const [what, before, says] of missing) {
    test(`a browser with ${what} gets a plain page`, () => with_portal({ before, ready: false }, async (portal) => {
        await portal.page.getByRole('heading', { name: 'This browser lacks something that Keyrack needs' }).waitFor();
        assert.match(await portal.page.locator('#notice').innerText(), says);
        assert.match(await portal.page.locator('#notice').innerText(), /Firefox from/);
    }));
}

test('a browser without WebGL 2 gets a plain page, in its language', () => with_portal(
    { args: ['--disable-3d-apis', '--disable-gpu', '--disable-software-rasterizer'], ready: false, locale: 'nb-NO' },
    async (portal) => {
        await portal.page.getByRole('heading', { name: 'Denne nettleseren mangler noe som Keyrack trenger' }).waitFor();
        assert.match(await portal.page.locator('#notice').innerText(), /WebGL 2/);
    },
));

test('a part that does not arrive is told, and a reload helps', () => with_portal({}, async (portal) => {
    for (const part of ['keyrack.wasm', 'worker.mjs']) {
        const gone = (url) => url.pathname.endsWith(`/${packaged_path(part)}`);
        await portal.context.route(gone, (route) => route.fulfill({ status: 404, body: 'gone' }));
        await portal.page.reload();
        await portal.page.getByRole('heading', { name: 'Keyrack could not be loaded' }).waitFor({ timeout: 10_000 });
        await portal.context.unroute(gone);
    }
    await portal.page.getByRole('button', { name: 'Reload' }).click();
    await portal.ready();
}));

const whole_program = is_quick() && 'a quick build is not cut in two';
const is_rest = (url) => url.pathname.endsWith(`/${packaged_path('keyrack-rest.wasm')}`);

test('a start needs the first part of the program alone', { skip: whole_program }, () => with_portal({ ready: false }, async (portal) => {
    await portal.context.route(is_rest, (route) => route.abort());
    await portal.reload();
    await portal.settled();
    await portal.page.mouse.move(640, 400);
    await portal.page.keyboard.press('Tab');
    await portal.settled();
    assert.ok((await portal.pixels_in(whole)).colours > 50);
    assert.equal(await portal.page.locator('#notice').count(), 0);
}));

test('the rest of the program may come late', { skip: whole_program }, () => with_portal({}, async (portal) => {
    const asked = [];
    await portal.context.route(is_rest, async (route) => {
        const first = asked.push(route.request().resourceType()) === 1;
        if (first) await new Promise((resolve) => { setTimeout(resolve, 5000); });
        await route.continue().catch(() => {}); // the page may have been closed meanwhile
    });
    await portal.reload();
    await open_demo(portal);
    assert.equal(asked.length, 2, 'the worker did not wait for what the page had asked for');
}));

test('a rest that does not come is told, and a reload helps', { skip: whole_program }, () => with_portal({}, async (portal) => {
    await portal.context.route(is_rest, (route) => route.abort());
    await portal.reload();
    await portal.click('button', /^Open the demo company/);
    await portal.page.getByRole('heading', { name: 'Keyrack could not be loaded' }).waitFor({ timeout: 10_000 });
    await portal.context.unroute(is_rest);
    await portal.page.getByRole('button', { name: 'Reload' }).click();
    await portal.ready();
    await open_demo(portal);
}));

for (const [scale, scheme] of [[1, 'light'], [1.5, 'dark'], [2, 'light']]) {
    test(`a field's text stays where it is when it is edited, at a ratio of ${scale}`, () => with_portal(
        { scale, scheme },
        async (portal) => {
            await open_demo(portal);
            const field = portal.node('searchbox').first();
            await field.fill('Hgxy 14');
            const { x, y, height } = await field.boundingBox();
            const text = { x: x + 34, y: y + 4, width: 120, height: height - 8 };
            const edited = await portal.pixels_in(text);
            await field.blur();
            const drawn = await portal.pixels_in(text);
            assert.ok(edited.share > 0.02 && drawn.share > 0.02, 'there is text, both times');
            for (const side of ['left', 'right', 'top', 'bottom']) {
                const off = Math.abs(drawn.box[side] - edited.box[side]);
                assert.ok(off <= 1, `${side}: drawn at ${drawn.box[side]}, edited at ${edited.box[side]}`);
            }
        },
    ));
}

test('a tenant is open in one tab at a time, and each can take it', () => with_portal({}, async (first) => {
    await open_demo(first);
    const second = await first.second_tab('/t/northwind/rooms');
    await second.sees('button', 'Use here');
    await second.click('button', 'Use here');
    await second.sees('row', /Not covered/);
    await first.page.bringToFront();
    await first.sees_no('row', /Not covered/);
    await first.click('button', 'Use here');
    await first.sees('row', /Not covered/);
    await second.close();
    await first.reload();
    await first.sees('row', /Not covered/);
}));
