// The same suite on Ceph, and what is left of it when one of the daemons that hold its objects is stopped midway.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { backend } from '../../../web/worker/backends.mjs';
import { start_ceph } from '../support/ceph.mjs';
import { big, bytes, found_by, keeps_the_contract, numbers, text_of } from '../support/contract.mjs';

describe('Ceph', { timeout: 600_000 }, () => {
    /** @type {Awaited<ReturnType<typeof start_ceph>>} */ let ceph;
    before(async () => { ceph = await start_ceph({ daemons: 3 }); });
    after(() => ceph?.stop());

    keeps_the_contract(() => ceph.spec);

    test('a bucket that is not there is told when it is to be written', async () => {
        const elsewhere = backend({ ...ceph.spec, bucket: 'nowhere' });
        assert.equal((await elsewhere.get('a/1.json')).how, 'absent');
        assert.deepEqual((await found_by(elsewhere)).at(-1), 'writes:make_folder');
    });

    test('with one of three daemons killed midway, what was read back stays and writing goes on', async () => {
        const place = backend(ceph.spec);
        const path = (n) => `northwind/held/${n}.json`;
        const given = new Map(numbers(60).map((n) => [path(n), big(0.1, n)]));
        const kept = new Set();
        let killed;
        for (const [at, body] of given) {
            if (at === path(20)) killed = ceph.kill_daemon(1);
            await persist(place, at, body);
            kept.add(at);
            if (at === path(30)) await all_there(place, kept, given);
        }
        await killed;
        await all_there(place, kept, given);
        ceph.begin_daemon(1);
        await place.put(path(61), bytes('after'));
        await all_there(place, kept, given);
        assert.equal(text_of(await place.get(path(61))), 'after');
    });
});

/** As a device does: again until it was read back. */
async function persist(place, path, body) {
    for (const until = Date.now() + 120_000; Date.now() < until;) {
        await place.put(path, body, AbortSignal.timeout(20_000));
        const got = await place.get(path, AbortSignal.timeout(20_000));
        if (got.how === 'found' && Buffer.compare(got.body, body) === 0) return;
        assert.ok(got.how !== 'refused', path);
    }
    assert.fail(`${path} is not kept`);
}

async function all_there(place, paths, given) {
    for (const path of paths) {
        const { how, body } = await place.get(path);
        assert.equal(how, 'found', path);
        assert.equal(Buffer.compare(body, given.get(path)), 0, path);
    }
}
