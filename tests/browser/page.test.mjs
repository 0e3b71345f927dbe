// The page thread by itself, in a real browser: a scripted worker says what the tests make it say, and keeps what it
// hears.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { open_portal } from './support/portal.mjs';
import { Director, scripted_worker } from './support/scripted_worker.mjs';

/** @type {import('./support/portal.mjs').Portal} */ let portal;
/** @type {Director} */ let worker;
/** @type {import('playwright-core').Page} */ let page;

before(async () => {
    portal = await open_portal({ files: scripted_worker, scale: 1 });
    page = portal.page;
    worker = new Director(portal);
});
after(() => portal.close());
beforeEach(async () => {
    await page.mouse.move(1200, 700);
    await page.evaluate(() => document.activeElement?.blur());
    await worker.show([]);
    await worker.heard();
});

const rooms = [
    '1 0 main 0,0,1280,800 _ Rooms',
    '2 1 heading 20,20,200,28 _ Rooms _ level=1',
    '3 1 button 20,60,120,36 _ Import _ keys=Control+K',
    '4 1 searchbox 20,110,260,36 _ Search~rooms Oslo font=400/15;pad=12,8,12,8;ink=#18212f;placeholder=Name~or~site',
    '5 1 grid 20,160,600,400 _ Rooms _ rowcount=100000',
    '6 5 row 20,160,600,44 n _ _ rowindex=1',
    '7 6 gridcell 20,160,300,44 _ Boardroom',
    '8 6 gridcell 320,160,300,44 _ Covered',
    '9 5 row 20,204,600,44 nt _ _ rowindex=2',
    '10 9 gridcell 20,204,300,44 _ Fjord',
    '11 9 gridcell 320,204,300,44 _ Not~covered',
];

const focused = () => page.evaluate(() => Number(document.activeElement?.id.slice(1)) || 0);
const remark = (id, text) => page.evaluate(([key, value]) => {
    document.getElementById(key).remark = value;
}, [`n${id}`, text]);
const remarked = (id) => page.evaluate((key) => document.getElementById(key)?.remark, `n${id}`);
const order = () => page.evaluate(() => {
    const elements = [...document.querySelectorAll('#mirror [id]')];
    return elements.map((element) => Number(element.id.slice(1)));
});

test('the start tells the worker about the viewport and what the person prefers', async (context) => {
    const fresh = await open_portal({
        files: scripted_worker, scale: 2, scheme: 'dark', fragment: '/t/acme/rooms?as-of=2027-03-01', locale: 'de-CH',
    });
    context.after(() => fresh.close());
    const [start] = await new Director(fresh).heard('start');
    assert.equal(start.fragment, '/t/acme/rooms?as-of=2027-03-01');
    assert.deepEqual([start.width, start.height, start.ratio, start.dark, start.test], [1280, 800, 2, true, true]);
    assert.equal(start.languages[0], 'de-CH');
    assert.match(start.remembered.device, /^[0-9a-f]{16}$/);
});

test('nodes are elements with roles, names and bounds', async () => {
    await worker.show(rooms);
    assert.equal(await portal.node('heading', 'Rooms').evaluate((element) => element.tagName), 'H1');
    assert.equal(await portal.node('grid', 'Rooms').getAttribute('aria-rowcount'), '100000');
    assert.equal(await portal.node('row').count(), 2);
    assert.equal(await portal.node('gridcell', 'Not covered').innerText(), 'Not covered');
    assert.deepEqual(await portal.node('button', 'Import').boundingBox(), { x: 20, y: 60, width: 120, height: 36 });
    assert.deepEqual(await portal.node('gridcell', 'Fjord').boundingBox(), { x: 20, y: 204, width: 300, height: 44 });
    assert.equal(await portal.node('searchbox', 'Search rooms').inputValue(), 'Oslo');
});

test('elements are reused, put in order, changed and removed', async () => {
    await worker.show(rooms);
    await remark(9, 'the same element');
    const swapped = [...rooms.slice(0, 5), ...rooms.slice(8), ...rooms.slice(5, 8)];
    await worker.show(swapped);
    assert.deepEqual(await order(), [1, 2, 3, 4, 5, 9, 10, 11, 6, 7, 8]);
    assert.equal(await remarked(9), 'the same element');
    await worker.show(rooms.filter((line) => !/^(9|10|11) /.test(line)));
    assert.deepEqual(await order(), [1, 2, 3, 4, 5, 6, 7, 8]);
    await worker.show(['3 0 button 40,60,120,36 d Import~a~file']);
    const button = portal.node('button', 'Import a file');
    assert.equal(await button.isDisabled(), true);
    assert.deepEqual(await button.boundingBox(), { x: 40, y: 60, width: 120, height: 36 });
});

test('a name stays text, whatever it holds', async () => {
    const name = '<img src=x onerror=alert(1)>\\\\ \\t"\u202e\'';
    await worker.say({ t: 'semantics', text: `3\t0\tbutton\t0\t0\t100\t20\t\t${name}\t\t`, texts: 0 });
    const shown = await portal.node('button').evaluate((element) => element.textContent);
    assert.equal(shown, '<img src=x onerror=alert(1)>\\ \t"\u202e\'');
    assert.equal(await page.locator('#mirror img').count(), 0);
});

test('the focused element keeps the focus when others move around it', async () => {
    await worker.show(rooms);
    await page.locator('#n9').focus();
    await remark(9, 'the same element');
    await worker.heard();
    await worker.show([...rooms.slice(0, 5), ...rooms.slice(8), ...rooms.slice(5, 8)]);
    await worker.show(rooms);
    await worker.show(['1 0 main 0,0,1280,800 _ Rooms', '20 1 status 0,0,10,10 _ new', ...rooms.slice(4)]);
    assert.equal(await focused(), 9);
    assert.equal(await remarked(9), 'the same element');
    assert.deepEqual(await worker.heard('focus'), []);
});

test('Tab walks what can be used, and the worker hears where the focus is', async () => {
    await worker.show(rooms);
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab');
    const moves = (await worker.heard('focus')).map(({ id, visible }) => [id, visible]);
    assert.deepEqual(moves, [[3, true], [4, true], [6, true]]);
    await worker.show(rooms.filter((line) => !/^(6|7|8) /.test(line)));
    assert.deepEqual((await worker.heard('focus')).map(({ id }) => id), [1], 'its element has gone: the content has it');
    assert.equal(await focused(), 1);
});

test('the worker gives the focus once', async () => {
    const wanting = rooms.map((line) => line.replace(/^(9 .*) nt /, '$1 ntf '));
    await worker.show(wanting);
    assert.equal(await focused(), 9);
    await page.locator('#n3').focus();
    await worker.show(wanting);
    assert.equal(await focused(), 3, 'the same wish does not count again');
    await worker.show(rooms);
    await worker.show(rooms.map((line) => line.replace(/^(2 .*) _ Rooms /, '$1 f Rooms ')));
    assert.equal(await focused(), 2, 'a heading can take it too');
});

test('a click of the DOM, Enter and Space are activations; a pointer goes to the canvas', async () => {
    await worker.show(rooms);
    await page.locator('#n3').dispatchEvent('click');
    await page.locator('#n3').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await page.locator('#n6').focus();
    await page.keyboard.press('Enter');
    assert.deepEqual((await worker.heard('activate')).map(({ id }) => id), [3, 3, 3, 6]);
    await portal.click('button', 'Import');
    const all = await worker.heard();
    assert.deepEqual(all.filter(({ t }) => t === 'activate'), []);
    const presses = all.filter(({ t, phase }) => t === 'pointer' && phase !== 'move');
    assert.deepEqual(presses.map(({ phase, x, y }) => [phase, x, y]), [['down', 80, 78], ['up', 80, 78]]);
});

test('what is disabled is not activated', async () => {
    await worker.show(['3 0 button 20,60,120,36 d Import']);
    await page.locator('#n3').dispatchEvent('click');
    assert.deepEqual(await worker.heard('activate'), []);
});

test('keys go to the worker where nothing else has a use for them', async () => {
    await worker.show(rooms);
    await page.locator('#n6').focus();
    for (const key of ['ArrowDown', 'Escape', 'Shift+ArrowUp', 'Control+k', 'Control+j', 'Tab']) {
        await page.keyboard.press(key);
    }
    assert.deepEqual((await worker.heard('key')).map(({ key, mods }) => [key, mods]),
        [['ArrowDown', 0], ['Escape', 0], ['ArrowUp', 1], ['k', 2]], 'Control+J and Tab are the browser\'s');
    await page.locator('#n4').focus();
    for (const key of ['a', 'ArrowLeft', 'ArrowDown', 'Control+k']) await page.keyboard.press(key);
    const keys = (await worker.heard('key')).map(({ key }) => key);
    assert.deepEqual(keys, ['ArrowDown', 'k'], 'a field keeps what edits it');
});

test('a shortcut of the page goes to the worker while a dialog covers it, a list\'s does not', async () => {
    await worker.show([...rooms.slice(0, 4), '5 1 grid 20,160,600,400 _ Rooms _ keys=Control+A']);
    await worker.show(['20 0 dialog 200,200,400,300 o Keys', '21 20 button 220,240,120,36 f Close']);
    for (const key of ['Control+k', 'Control+a']) await page.keyboard.press(key);
    assert.deepEqual((await worker.heard('key')).map(({ key, mods }) => [key, mods]), [['k', 2]]);
});

test('every change of a field is told, with its selection', async () => {
    await worker.show(rooms);
    await page.locator('#n4').focus();
    await page.keyboard.press('End');
    await page.keyboard.type('lo');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Backspace');
    const texts = await worker.heard('text');
    assert.deepEqual(texts.map(({ id, value, start, phase }) => [id, value, start, phase]),
        [[4, 'Oslol', 5, 'input'], [4, 'Oslolo', 6, 'input'], [4, 'Osloo', 4, 'input']]);
});

test('Enter and leaving commit, Escape brings back what was there', async () => {
    await worker.show(rooms);
    const field = page.locator('#n4');
    await field.fill('Bergen');
    await worker.heard();
    await page.keyboard.press('Enter');
    const entered = (await worker.heard()).map(({ t, phase, key }) => [t, phase ?? key]);
    assert.deepEqual(entered, [['text', 'commit'], ['key', 'Enter']]);
    await field.fill('Tromsø');
    await worker.heard();
    await page.keyboard.press('Escape');
    assert.equal(await field.inputValue(), 'Bergen');
    const escaped = (await worker.heard()).map(({ t, phase, value }) => [t, phase, value]);
    assert.deepEqual(escaped, [['text', 'cancel', 'Bergen']]);
    await page.keyboard.press('Escape');
    assert.deepEqual((await worker.heard('key')).map(({ key }) => key), ['Escape'], 'idle, so a dialog may close');
    await field.fill('Hamar');
    await page.keyboard.press('Tab');
    const texts = await worker.heard('text');
    assert.deepEqual([texts.at(-1).phase, texts.at(-1).value], ['commit', 'Hamar']);
});

test('an input method composes, and nothing interferes', async () => {
    await worker.show(rooms.map((line) => line.replace(' Oslo ', ' _ ')));
    await page.locator('#n4').focus();
    const browser = await page.context().newCDPSession(page);
    await browser.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    await browser.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
    // The worker has seen all of it, and says something else: during a composition that does not count.
    await worker.show(rooms.map((line) => line.replace(' Oslo ', ' changed ')), 100);
    assert.equal(await page.locator('#n4').inputValue(), 'にほん');
    await page.locator('#n4').dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    await browser.send('Input.insertText', { text: '日本' });
    assert.equal(await page.locator('#n4').inputValue(), '日本');
    const texts = await worker.heard('text');
    const said = texts.map(({ value, phase }) => [value, phase]);
    assert.deepEqual(said, [['に', 'input'], ['にほん', 'input'], ['日本', 'input']]);
});

test('the person\'s text goes before the worker\'s until it has caught up', async () => {
    const saying = (value) => rooms.map((line) => line.replace(' Oslo ', ` ${value} `));
    await worker.show(rooms);
    const field = page.locator('#n4');
    await field.focus();
    await page.keyboard.press('End');
    await page.keyboard.type('ab');
    const sent = (await worker.heard('text')).length;
    await worker.show(saying('Osloa'), 1);
    assert.equal(await field.inputValue(), 'Osloab', 'an answer to the first stroke comes late');
    assert.equal(sent, 2);
    await worker.show(saying('OSLO'), 1000);
    assert.equal(await field.inputValue(), 'OSLO', 'the worker has seen everything and changed it');
});

test('a field looks like its node, and only while it has the focus', async () => {
    await worker.show(rooms);
    const field = page.locator('#n4');
    const look = () => field.evaluate((element) => {
        const { opacity, fontSize, fontWeight, color, paddingLeft, pointerEvents } = getComputedStyle(element);
        return { opacity, fontSize, fontWeight, color, paddingLeft, pointerEvents };
    });
    const expected = {
        fontSize: '15px', fontWeight: '400', color: 'rgb(24, 33, 47)', paddingLeft: '12px', pointerEvents: 'auto',
    };
    assert.deepEqual(await look(), { opacity: '0', ...expected });
    await page.mouse.click(100, 128); // a real pointer reaches it
    assert.equal(await focused(), 4);
    assert.deepEqual(await look(), { opacity: '1', ...expected });
    await worker.show(rooms.map((line) => line.replace(/^(4 .*) _ Search/, '$1 u Search')));
    assert.equal((await look()).pointerEvents, 'none');
});

test('what may be written has the colour that the canvas gives it', async () => {
    await worker.show(rooms);
    const shade = await page.locator('#n4').evaluate((element) => {
        const { color, opacity } = getComputedStyle(element, '::placeholder');
        return { color, opacity };
    });
    assert.deepEqual(shade, { color: 'rgb(86, 99, 122)', opacity: '1' });
});

test('pointer and wheel over a field reach the worker too', async () => {
    await worker.show(rooms);
    await page.mouse.move(100, 128);
    await page.mouse.wheel(0, 120);
    await page.waitForTimeout(50);
    const all = await worker.heard();
    assert.ok(all.some(({ t, phase, x, y }) => t === 'pointer' && phase === 'move' && x === 100 && y === 128));
    const wheels = all.filter(({ t }) => t === 'wheel').map(({ x, y, dx, dy }) => [x, y, dx, dy]);
    assert.deepEqual(wheels, [[100, 128, 0, 120]]);
});

test('a drag that leaves the window is followed to its end', async () => {
    await page.mouse.move(1270, 400);
    await page.mouse.down();
    await page.mouse.move(1400, 400);
    await page.mouse.up();
    const phases = (await worker.heard('pointer')).filter(({ x }) => x > 1280).map(({ phase }) => phase);
    assert.deepEqual(phases, ['move', 'up', 'leave']);
});

test('the fragment follows the worker, and the worker follows back and forward', async () => {
    const routes = async () => (await worker.heard('route')).map(({ fragment }) => fragment);
    await worker.say(
        { t: 'route', fragment: '/t/acme/rooms', how: 'push' },
        { t: 'route', fragment: '/t/acme/orders', how: 'push' },
        { t: 'title', text: 'Service orders', language: 'nb' },
    );
    assert.equal(new URL(page.url()).hash, '#/t/acme/orders');
    assert.equal(await page.title(), 'Service orders');
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'nb');
    await page.goBack();
    await page.goForward();
    await page.evaluate(() => { location.hash = '/t/acme/assign'; });
    await page.waitForTimeout(100);
    assert.deepEqual(await routes(), ['/t/acme/rooms', '/t/acme/orders', '/t/acme/assign']);
    await worker.say({ t: 'route', fragment: '/t/acme/data', how: 'replace' });
    await page.goBack();
    await page.waitForTimeout(100);
    assert.deepEqual(await routes(), ['/t/acme/orders'], 'replaced, not added');
});

test('files are dropped and chosen', async () => {
    const files_in = (all) => all.filter(({ t }) => t === 'file')
        .map(({ purpose, file, text }) => [purpose, file, text]);
    await portal.drop('tenant.json', '{"rooms":[]}');
    await page.waitForTimeout(100);
    const all = await worker.heard();
    assert.deepEqual(all.filter(({ t }) => t === 'drag').map(({ over }) => over), [true, false]);
    assert.deepEqual(files_in(all), [['drop', 'tenant.json', '{"rooms":[]}']]);
    const chooser = page.waitForEvent('filechooser');
    await page.mouse.click(700, 500);
    await worker.say({ t: 'choose', purpose: 'import', accept: '.json' });
    await (await chooser).setFiles({ name: 'rooms.json', mimeType: 'application/json', buffer: Buffer.from('[1]') });
    await page.waitForTimeout(100);
    assert.deepEqual(files_in(await worker.heard()), [['import', 'rooms.json', '[1]']]);
});

test('a download is saved whole', async () => {
    const saved = await portal.downloaded(() => page.evaluate(() => {
        const parts = [new Uint8Array([0, 1, 255]), new Uint8Array([7])];
        const download = { t: 'download', name: 'tenant.db', type: 'application/x-sqlite3', parts };
        window.keyrack.worker.postMessage({ t: 'say', messages: [download] });
    }));
    assert.deepEqual([saved.name, [...saved.bytes]], ['tenant.db', [0, 1, 255, 7]]);
});

test('a mail opens in the mail program, and the portal stays', async () => {
    const address = 'mailto:a@b.example?subject=R%C3%A4ume%20%26%20Ger%C3%A4te&body=one%0D%0Atwo';
    const at = page.url();
    const opened = await portal.mail_begun(async () => {
        await page.mouse.click(700, 500); // a browser opens it for somebody who has pressed something
        await worker.say({ t: 'mail', address });
    });
    assert.equal(opened, address);
    assert.equal(page.url(), at);
});

test('text is copied', async () => {
    await portal.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await worker.say({ t: 'copy', text: 'PO-77/3 · “Boardroom”' });
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'PO-77/3 · “Boardroom”');
});

test('announcements go to the live regions', async () => {
    await worker.say(
        { t: 'announce', text: 'Saved', how: 'polite' },
        { t: 'announce', text: 'The disk is full', how: 'assertive' },
    );
    assert.equal(await page.locator('[aria-live=polite]#polite').innerText(), 'Saved');
    assert.equal(await page.locator('[aria-live=assertive]#assertive').innerText(), 'The disk is full');
});

test('a change of size or of the colour scheme is told', async () => {
    await page.setViewportSize({ width: 900, height: 700 });
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    const all = [];
    const last = (kind) => all.findLast(({ t }) => t === kind) ?? {};
    const told = () => [last('resize').width, last('resize').height, last('prefers').dark, last('prefers').reduced_motion];
    const wanted = [900, 700, true, true];
    for (const until = Date.now() + 10_000; Date.now() < until && told().join() !== wanted.join();) all.push(...await worker.heard());
    assert.deepEqual(told(), wanted);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
});

test('what the browser remembers comes back at the next start', async () => {
    await worker.say({ t: 'remember', key: 'language', value: 'nb' }, { t: 'opened', tenant: 'acme' });
    const killed = await portal.second_tab(); // the first tab has not been closed: to the second it looks killed
    const [start] = await new Director(killed).heard('start');
    assert.equal(start.remembered.words.language, 'nb');
    assert.deepEqual(start.remembered.unclosed, ['acme']);
    await killed.close();
    await worker.say({ t: 'closed', tenant: 'acme' });
    const [clean] = await new Director(await portal.second_tab()).heard('start');
    assert.deepEqual(clean.remembered.unclosed, []);
});
