// What docs/exchange.md asks of a place, as tests that every kind of server passes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backend } from '../../../web/worker/backends.mjs';

/** @typedef {import('../../../web/worker/backends.mjs').Backend} Backend */
/** @typedef {import('../../../web/worker/backends.mjs').Spec} Spec */

export const bytes = (text) => new TextEncoder().encode(text);
export const text_of = ({ body }) => new TextDecoder().decode(body);
export const numbers = (count) => Array.from({ length: count }, (_, i) => i + 1);
export const big = (megabytes, mark) => bytes(JSON.stringify({ mark, filling: 'på fjellet '.repeat(megabytes * (1 << 20) / 12) }));
/** What holds of a place, and what to do about what does not: `absent`, `writes:allow_writing`. */
export const found_by = async (place) => (await place.test()).map(({ what, holds, advice }) => (holds ? what : `${what}:${advice}`));

/** Declares the tests. @param {() => Spec} spec of a server that runs by then */
export function keeps_the_contract(spec) {
    /** @type {Backend | undefined} */ let made;
    const place = () => (made ??= backend(spec()));
    keeps_objects(spec, place);
    knows_names(place);
    says_what_is_amiss(spec, place);
}

/** @param {() => Spec} spec @param {() => Backend} place */
function keeps_objects(spec, place) {
    test('gives back what it was given', async () => {
        const given = bytes('{"text":"Blåbærsyltetøy, 寿司 🍣"}\n');
        assert.equal((await place().put('northwind/a1/1.json', given)).how, 'done');
        const got = await place().get('northwind/a1/1.json');
        assert.equal(got.how, 'found');
        assert.deepEqual(got.body, given);
    });

    test('says that nothing is there, in a folder that is and in one that is not', async () => {
        await place().put('northwind/a2/1.json', bytes('{}'));
        assert.equal((await place().get('northwind/a2/2.json')).how, 'absent');
        assert.equal((await place().get('southwind/b1/1.json')).how, 'absent');
    });

    test('replaces an object, or leaves the first, as it says of itself', async () => {
        await place().put('northwind/a4/1.json', bytes('first'));
        assert.equal((await place().put('northwind/a4/1.json', bytes('second'))).how, 'done');
        assert.equal(text_of(await place().get('northwind/a4/1.json')), place().replaces ? 'second' : 'first');
    });

    test('takes many at a time into a folder that nobody has made', async () => {
        const put = numbers(24).map((n) => place().put(`at-once/deep/er/${n}.json`, bytes(`object ${n}`)));
        assert.deepEqual((await Promise.all(put)).map(({ how }) => how), numbers(24).map(() => 'done'));
        const got = await Promise.all(numbers(24).map((n) => place().get(`at-once/deep/er/${n}.json`)));
        assert.deepEqual(got.map(text_of), numbers(24).map((n) => `object ${n}`));
    });

    test('of many under one path one comes whole, to everybody the same', async () => {
        const given = numbers(8).map((n) => big(0.2, n));
        await Promise.all(given.map((each) => place().put('one/lanes/1.json', each)));
        const [one, other] = await Promise.all([place().get('one/lanes/1.json'), backend(spec()).get('one/lanes/1.json')]);
        assert.ok(given.some((each) => Buffer.compare(each, one.body) === 0));
        assert.deepEqual(one.body, other.body);
    });

    test('takes a big object', async () => {
        const given = big(8, 'big');
        assert.equal((await place().put('northwind/big/1.json', given)).how, 'done');
        assert.equal(Buffer.compare((await place().get('northwind/big/1.json')).body, given), 0);
    });
}

/** @param {() => Backend} place */
function knows_names(place) {
    for (const path of ['blåbær & fløte/a+b=c;d/100 %.json', '日本/東京.json', "it's (a) *test*!/~x_y-z.json", 'a#b?c/e%20f.json']) {
        test(`knows ${path} from other names`, async () => {
            assert.equal((await place().get(path)).how, 'absent');
            assert.equal((await place().put(path, bytes(path))).how, 'done');
            assert.equal(text_of(await place().get(path)), path);
        });
    }
}

/** @param {() => Spec} spec @param {() => Backend} place */
function says_what_is_amiss(spec, place) {
    test('finds nothing amiss where nothing is', async () => {
        const all = ['reachable', 'cors', 'sign_in', 'absent', 'writes', 'reads_back', ...place().replaces ? ['overwrites'] : []];
        assert.deepEqual(await found_by(place()), all);
        assert.deepEqual(await found_by(place()), all, 'a second time, when the probe is there already');
    });

    test('a wrong password is a refusal, and no absence', async () => {
        await place().put('northwind/a5/1.json', bytes('x'));
        const nobody = spec().kind === 's3' ? { user: 'NOBODY' } : { user: '', secret: '' };
        for (const wrong of [{ secret: 'wrong' }, nobody]) {
            const stranger = backend({ ...spec(), ...wrong });
            assert.equal((await stranger.get('northwind/a5/1.json')).how, 'refused');
            assert.equal((await stranger.get('northwind/nothing/1.json')).how, 'refused');
            assert.equal((await stranger.put('northwind/a5/1.json', bytes('y'))).how, 'refused');
            assert.deepEqual(await found_by(stranger), ['reachable', 'cors', 'sign_in:sign_in']);
        }
        assert.equal(text_of(await place().get('northwind/a5/1.json')), 'x');
    });

    test('a browser may ask from the portal\'s origin', async () => {
        const { url, bucket } = spec();
        const there = [url.replace(/\/$/, ''), bucket, 'northwind'].filter(Boolean).join('/');
        for (const method of ['GET', place().replaces ? 'PUT' : 'POST']) {
            const answer = await fetch(there, {
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
        const refused = await fetch(there, { headers: { Origin: 'http://127.0.0.1' } });
        assert.equal(refused.headers.get('access-control-allow-origin'), 'http://127.0.0.1', 'a refusal can be read too');
    });

    test('what is given up on ends at once, and is no absence', async () => {
        const gone = AbortSignal.abort();
        assert.equal((await place().get('northwind/a1/1.json', gone)).how, 'failed');
        assert.equal((await place().put('northwind/a6/1.json', bytes('x'), gone)).how, 'failed');
    });
}
