// One suite for every place that devices exchange through, on the real servers: what docs/exchange.md asks of a place, and
// what the worker's side makes of its faults.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { backend } from '../../web/worker/backends.mjs';
import { names, start } from './support/servers.mjs';

/** @typedef {import('./support/servers.mjs').Server} Server */
/** @typedef {import('../../web/worker/backends.mjs').Backend} Backend */

const bytes = (text) => new TextEncoder().encode(text);
const text_of = ({ body }) => new TextDecoder().decode(body);
const numbers = (count) => Array.from({ length: count }, (_, i) => i + 1);
const big = (megabytes, mark) => bytes(JSON.stringify({ mark, filling: 'på fjellet '.repeat(megabytes * (1 << 20) / 12) }));
/** What holds of a place, and what to do about what does not: `reads`, `writes:allow_writing`. */
const found_by = async (place) => (await place.test()).map(({ what, holds, advice }) => (holds ? what : `${what}:${advice}`));

for (const name of names) {
    describe(name, () => {
        /** @type {Server} */ let server;
        /** @type {Backend} */ let place;
        before(async () => {
            server = await start(name);
            place = backend(server.spec);
        });
        after(() => server.stop());

        test('gives back what it was given', async () => {
            const given = bytes('{"text":"Blåbærsyltetøy, 寿司 🍣"}\n');
            assert.equal((await place.put('northwind/a1/1.json', given)).how, 'done');
            const got = await place.get('northwind/a1/1.json');
            assert.equal(got.how, 'found');
            assert.deepEqual(got.body, given);
        });

        test('says that nothing is there, in a folder that is and in one that is not', async () => {
            await place.put('northwind/a2/1.json', bytes('{}'));
            assert.equal((await place.get('northwind/a2/2.json')).how, 'absent');
            assert.equal((await place.get('southwind/b1/1.json')).how, 'absent');
        });

        test('replaces an object, or leaves the first, as it says of itself', async () => {
            await place.put('northwind/a4/1.json', bytes('first'));
            assert.equal((await place.put('northwind/a4/1.json', bytes('second'))).how, 'done');
            assert.equal(text_of(await place.get('northwind/a4/1.json')), place.replaces ? 'second' : 'first');
        });

        test('takes many at a time into a folder that nobody has made', async () => {
            const put = numbers(24).map((n) => place.put(`at-once/deep/er/${n}.json`, bytes(`object ${n}`)));
            assert.deepEqual((await Promise.all(put)).map(({ how }) => how), numbers(24).map(() => 'done'));
            const got = await Promise.all(numbers(24).map((n) => place.get(`at-once/deep/er/${n}.json`)));
            assert.deepEqual(got.map(text_of), numbers(24).map((n) => `object ${n}`));
        });

        test('of many under one path one comes whole, to everybody the same', async () => {
            const given = numbers(8).map((n) => big(0.2, n));
            await Promise.all(given.map((each) => place.put('one/lanes/1.json', each)));
            const [one, other] = await Promise.all([place.get('one/lanes/1.json'), backend(server.spec).get('one/lanes/1.json')]);
            assert.ok(given.some((each) => Buffer.compare(each, one.body) === 0));
            assert.deepEqual(one.body, other.body);
        });

        test('takes a big object', async () => {
            const given = big(8, 'big');
            assert.equal((await place.put('northwind/big/1.json', given)).how, 'done');
            assert.equal(Buffer.compare((await place.get('northwind/big/1.json')).body, given), 0);
        });

        for (const path of ['blåbær & fløte/a+b=c;d/100 %.json', '日本/東京.json', "it's (a) *test*!/~x_y-z.json", 'a#b?c/e%20f.json']) {
            test(`knows ${path} from other names`, async () => {
                assert.equal((await place.get(path)).how, 'absent');
                assert.equal((await place.put(path, bytes(path))).how, 'done');
                assert.equal(text_of(await place.get(path)), path);
            });
        }

        test('finds nothing amiss where nothing is', async () => {
            const all = ['reachable', 'cors', 'signs_in', 'reads', 'writes', 'keeps', ...place.replaces ? ['replaces'] : []];
            assert.deepEqual(await found_by(place), all);
            assert.deepEqual(await found_by(place), all, 'a second time, when the probe is there already');
        });

        test('a wrong password is a refusal, and no absence', async () => {
            await place.put('northwind/a5/1.json', bytes('x'));
            for (const wrong of [{ secret: 'wrong' }, { user: '', secret: '' }]) {
                const stranger = backend({ ...server.spec, ...wrong });
                assert.equal((await stranger.get('northwind/a5/1.json')).how, 'refused');
                assert.equal((await stranger.get('northwind/nothing/1.json')).how, 'refused');
                assert.equal((await stranger.put('northwind/a5/1.json', bytes('y'))).how, 'refused');
                assert.deepEqual(await found_by(stranger), ['reachable', 'cors', 'signs_in:sign_in']);
            }
            assert.equal(text_of(await place.get('northwind/a5/1.json')), 'x');
        });

        test('a browser may ask from the portal\'s origin', async () => {
            for (const method of ['GET', place.replaces ? 'PUT' : 'POST']) {
                const answer = await fetch(`${server.spec.url}northwind`, {
                    method: 'OPTIONS', headers: {
                        Origin: 'http://127.0.0.1', 'Access-Control-Request-Method': method,
                        'Access-Control-Request-Headers': 'authorization,content-type',
                    },
                });
                const says = (header) => answer.headers.get(`access-control-allow-${header}`) ?? '';
                assert.ok(answer.ok, `${answer.status}`);
                assert.equal(says('origin'), 'http://127.0.0.1');
                assert.match(says('methods'), new RegExp(method));
                assert.match(says('headers'), /authorization/i);
                assert.match(says('headers'), /content-type/i);
            }
            const refused = await fetch(`${server.spec.url}northwind`, { headers: { Origin: 'http://127.0.0.1' } });
            assert.equal(refused.headers.get('access-control-allow-origin'), 'http://127.0.0.1', 'a refusal can be read too');
        });

        test('what is given up on ends at once, and is no absence', async () => {
            const gone = AbortSignal.abort();
            assert.equal((await place.get('northwind/a1/1.json', gone)).how, 'failed');
            assert.equal((await place.put('northwind/a6/1.json', bytes('x'), gone)).how, 'failed');
        });

        test('killed in the middle, it loses nothing for good', () => killed_in_the_middle(name));

        test('where only reading is allowed, writing is refused and reading goes on', async () => {
            await place.put('northwind/a7/1.json', bytes('x'));
            if (!place.replaces) await settled(place);
            await server.kill();
            await server.begin({ read_only: true });
            assert.equal(text_of(await place.get('northwind/a7/1.json')), 'x');
            assert.notEqual((await place.put('northwind/a8/1.json', bytes('y'))).how, 'done');
            assert.equal((await place.get('northwind/a8/1.json')).how, 'absent');
            assert.deepEqual(await found_by(place), ['reachable', 'cors', 'signs_in', 'reads', 'writes:allow_writing']);
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
    await place.put(path, body);
    const got = await place.get(path);
    if (got.how === 'found' && Buffer.compare(got.body, body) === 0) read_back.add(path);
    else assert.ok(got.how !== 'refused', path);
}

/** Until json-server has had the time to write its file. @param {Backend} place */
async function settled(place) {
    for (let i = 0; i < 10; i += 1) {
        await place.get('northwind/a1/1.json');
        await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
}
