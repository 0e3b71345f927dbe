// Two profiles of Chromium and one Firefox come to the same journal through real servers, while server and browsers are killed.
// KEYRACK_EXCHANGE_ROUNDS=20 goes on longer; KEYRACK_SEED repeats a run.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { serve } from '../../tools/serve.mjs';
import { start } from '../servers/support/servers.mjs';
import { Person } from './support/person.mjs';
import { open_portal, temporary_folder } from './support/portal.mjs';

const dist = process.env.KEYRACK_DIST ?? new URL('../../dist', import.meta.url).pathname;
const rounds = Number(process.env.KEYRACK_EXCHANGE_ROUNDS ?? 2);
const seed = Number(process.env.KEYRACK_SEED ?? Date.now() % 100_000);
const patience_milliseconds = 60_000;
const kinds = { webdav: 'WebDAV folder', rest_rows: 'REST collection' };

/** The same numbers for the same seed. @param {number} from */
function chance(from) {
    let at = 0;
    return (below) => createHash('sha256').update(`${from}/${at += 1}`).digest().readUInt32BE() % below;
}

/** A browser with a profile of its own, which may be killed and opened again. */
class Chromium {
    #served;
    profile = temporary_folder('profile');
    name;

    constructor(name, served) {
        this.name = name;
        this.#served = served;
    }

    async open(fragment = '') {
        this.portal = await open_portal({ profile: this.profile, served: this.#served, fragment });
        this.person = new Person(this.portal.page);
    }

    /** Without a chance to write anything more. */
    async kill() {
        // The browser says in its profile who it is: "machine-4711".
        process.kill(Number(readlinkSync(join(this.profile, 'SingletonLock')).replace(/^.*-/, '')), 'SIGKILL');
        await this.portal?.close();
    }

    async download(button) {
        const { bytes } = await this.portal.downloaded(() => this.person.press('button', button));
        return bytes;
    }

    async end() {
        await this.portal?.close();
        rmSync(this.profile, { recursive: true, force: true });
    }
}

/** @param {string} served */
async function open_firefox(served) {
    const browser = await puppeteer.launch({
        browser: 'firefox', executablePath: process.env.KEYRACK_FIREFOX ?? '/usr/bin/firefox-esr', headless: false,
        timeout: 90_000, extraPrefsFirefox: { 'webgl.force-enabled': true },
    });
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.goto(`${served}?test`);
    return { name: 'firefox', browser, person: new Person(page) };
}

/** A file, as from the desktop. @param {Person} person @param {string} name @param {Buffer} content */
async function drop(person, name, content) {
    await person.page.evaluate(([file_name, text]) => {
        const made = new DataTransfer();
        made.items.add(new File([text], file_name, { type: 'application/json' }));
        for (const kind of ['dragenter', 'dragover', 'drop']) {
            document.getElementById('canvas').dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: made }));
        }
    }, [name, String(content)]);
}

/** @param {Person} person @param {import('../../web/worker/backends.mjs').Spec} spec */
async function exchange_through(person, spec) {
    await person.goes_to('exchange');
    await person.press('button', 'Where it is exchanged');
    await person.press('button', kinds[spec.kind]);
    await person.fill('Address', spec.url);
    await person.fill(spec.kind === 'webdav' ? 'User' : 'Header (Authorization if empty)', spec.user);
    await person.fill(spec.kind === 'webdav' ? 'Password' : 'Key', spec.secret);
    await person.press('button', 'Test');
    await person.reads(/What was written is there, byte for byte/);
    await person.press('button', 'Save');
    await person.reads(/Look now/);
}

/** @param {Person} person @param {string} name */
async function add_room(person, name) {
    await person.goes_to('rooms');
    await person.press('button', 'Add room');
    await person.fill('Room', name);
    await person.press('button', 'Add room');
    await person.reads(new RegExp(name));
}

/** @param {Person} person */
async function all_sent(person) {
    await person.goes_to('exchange');
    await person.press('button', 'Look now');
    await person.reads(/All is sent, and was read back/);
}

for (const name of ['nginx', 'json-server']) {
    test(`through ${name}, whatever is killed meanwhile, all come to the same journal`, { timeout: 900_000 }, async (context) => {
        context.diagnostic(`KEYRACK_SEED=${seed}`);
        const roll = chance(seed);
        const portal = await serve(dist);
        const server = await start(name, { origin: portal.url.replace(/\/$/, '') });
        const one = new Chromium('one', portal.url);
        const other = new Chromium('other', portal.url);
        let firefox;
        try {
            await one.open();
            await one.person.press('button', 'Start empty');
            await one.person.fill('Company', 'Acme');
            await one.person.press('button', 'Start');
            await exchange_through(one.person, server.spec);
            const bundle = await one.download('Download bundle');

            await other.open();
            firefox = await open_firefox(portal.url);
            for (const { person } of [other, firefox]) {
                await person.reads(/Start empty/);
                await drop(person, 'acme.bundle.json', bundle);
                await person.reads(/Acme/);
                await exchange_through(person, server.spec);
            }
            const rooms = [];
            for (let round = 1; round <= rounds; round += 1) {
                for (const { name: who, person } of [one, other, firefox]) {
                    rooms.push(`${who}-${round}`);
                    await add_room(person, rooms.at(-1));
                }
                await pause(roll(2_000));
                await server.kill();
                rooms.push(`meanwhile-${round}`);
                await add_room(one.person, rooms.at(-1));
                await pause(roll(1_000));
                const killed = [one, other][roll(2)];
                await killed.kill();
                await server.begin();
                await killed.open('/t/acme/exchange');
            }
            await agree([one, other], firefox, rooms);
        } finally {
            await firefox?.browser.close();
            for (const browser of [one, other]) await browser.end();
            await server.stop();
            await portal.close();
        }
    });
}

/** Each looks as often as it takes to send its own and hear of the others'. The bundles in the end. */
async function all_look(browsers, firefox) {
    const bundles = [];
    for (const end = Date.now() + patience_milliseconds; Date.now() < end;) {
        for (const { person } of [...browsers, firefox]) await all_sent(person);
        for (const [at, browser] of browsers.entries()) bundles[at] = String(await browser.download('Download bundle'));
        if (bundles.every((each) => each === bundles[0])) break;
    }
    return bundles;
}

/** Everything that was shown as done is with everybody, and the journals are the same, byte for byte. */
async function agree(browsers, firefox, rooms) {
    const bundles = await all_look(browsers, firefox);
    assert.ok(bundles[0] === bundles[1], 'the journals are the same');
    for (const room of rooms) assert.ok(String(bundles[0]).includes(room), room);
    await firefox.person.goes_to('rooms');
    for (const room of rooms) await firefox.person.reads(new RegExp(room));
    const folder = mkdtempSync(join(tmpdir(), 'keyrack-bundle-'));
    const file = join(folder, 'acme.json');
    writeFileSync(file, bundles[0]);
    if (process.env.KEYRACK_CLI) {
        const verified = spawnSync(process.env.KEYRACK_CLI, ['verify', file], { encoding: 'utf8' });
        assert.equal(JSON.parse(verified.stdout).holds, true, verified.stdout);
    }
    rmSync(folder, { recursive: true, force: true });
}
