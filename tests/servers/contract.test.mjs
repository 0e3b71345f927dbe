// One suite for every place that devices exchange through, on the real servers, and what the worker's side makes of their faults.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { backend } from '../../web/worker/backends.mjs';
import { big, bytes, found_by, keeps_the_contract, numbers, text_of } from './support/contract.mjs';
import { names, start } from './support/servers.mjs';

/** @typedef {import('./support/servers.mjs').Server} Server */
/** @typedef {import('../../web/worker/backends.mjs').Backend} Backend */

for (const name of names) {
    describe(name, () => {
        /** @type {Server} */ let server;
        /** @type {Backend} */ let place;
        before(async () => {
            server = await start(name);
            place = backend(server.spec);
        });
        after(() => server.stop());

        keeps_the_contract(() => server.spec);

        test('killed in the middle, it loses nothing for good', () => killed_in_the_middle(name));

        test('where only reading is allowed, writing is refused and reading goes on', async () => {
            await place.put('northwind/a7/1.json', bytes('x'));
            if (!place.replaces) await settled(server.folder, 'northwind/a7/1.json');
            await server.kill();
            await server.begin({ read_only: true });
            assert.equal(text_of(await place.get('northwind/a7/1.json')), 'x');
            assert.notEqual((await place.put('northwind/a8/1.json', bytes('y'))).how, 'done');
            assert.equal((await place.get('northwind/a8/1.json')).how, 'absent');
            // Whichever probe it takes: some were written before.
            for (const _ of numbers(place.replaces ? 1 : 16)) {
                assert.deepEqual(await found_by(place), ['reachable', 'cors', 'sign_in', 'absent', 'writes:allow_writing']);
            }
            await server.kill();
            await server.begin({ read_only: false });
        });

        test('where nobody answers, that is no absence', async () => {
            await server.kill();
            assert.equal((await place.get('northwind/a1/1.json')).how, 'failed');
            assert.equal((await place.put('northwind/a9/1.json', bytes('x'))).how, 'failed');
            assert.deepEqual(await found_by(place), ['reachable:start_server']);
            await server.begin();
        });
    });
}

/**
 * A writer that reads back what it put and writes again what is gone, as a device does, while the server is killed three
 * times. A file that was read back is there for good; json-server acknowledges before it writes, so that its rows are
 * written again.
 *
 * @param {string} name
 */
async function killed_in_the_middle(name) {
    const server = await start(name);
    const place = backend(server.spec);
    const given = new Map(numbers(30).map((n) => [`kill/a1/${n}.json`, big(place.replaces ? 0.5 : 0.03, n)]));
    const read_back = new Set();
    for (let round = 0; round < 4; round += 1) {
        const kill = round < 3 ? setTimeout(() => { void server.kill(); }, 20 + 60 * round) : undefined;
        for (const [path, body] of given) await keep(place, path, body, read_back);
        clearTimeout(kill);
        if (round === 3) break;
        await server.kill();
        await server.begin();
        for (const path of read_back) {
            const { how, body } = await place.get(path);
            if (place.replaces || how === 'found') assert.equal(Buffer.compare(body, given.get(path)), 0, path);
            if (how === 'absent') read_back.delete(path);
        }
    }
    await server.stop();
    assert.deepEqual([...read_back].sort(), [...given.keys()].sort());
}

/** @param {Backend} place @param {string} path @param {Uint8Array<ArrayBuffer>} body @param {Set<string>} read_back */
async function keep(place, path, body, read_back) {
    if (read_back.has(path)) return;
    const given_up = () => AbortSignal.timeout(5000); // as a device does with a server that keeps silent
    await place.put(path, body, given_up());
    const got = await place.get(path, given_up());
    if (got.how === 'found' && Buffer.compare(got.body, body) === 0) read_back.add(path);
    else assert.ok(got.how !== 'refused', path);
}

/** json-server says that it has kept what it has yet to write. @param {string} folder @param {string} path */
async function settled(folder, path) {
    const rows = () => readFileSync(join(folder, 'rows.json'), 'utf8');
    for (const until = Date.now() + 10_000; Date.now() < until && !rows().includes(path);) await pause(20);
}
