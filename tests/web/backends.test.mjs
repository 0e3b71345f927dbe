// The places that devices exchange through, where a real server says little: signatures held against the published ones,
// PostgREST's requests, and answers that are not what they seem.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { backend } from '../../web/worker/backends.mjs';
import { sign } from '../../web/worker/backends/s3.mjs';

const bytes = (text) => new TextEncoder().encode(text);
/** What each means: tests/cli holds the command to the same. */
const statuses = JSON.parse(readFileSync(new URL('http_statuses.json', import.meta.url), 'utf8'));
const plain = { user: '', secret: '', region: '', bucket: '' };

/** Answers each request as `answer` says, and notes it. */
async function with_server(answer, act) {
    const asked = [];
    const server = createServer((request, response) => {
        let body = '';
        request.on('data', (data) => { body += data; }).on('end', () => {
            const { method, url, headers } = request;
            asked.push({ method, url, headers, body });
            const { status = 200, text = '', location } = answer({ method, url, headers, body });
            response.writeHead(status, location ? { location } : {}).end(text);
        });
    });
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    try {
        return await act(`http://127.0.0.1:${server.address().port}`, asked);
    } finally {
        server.closeAllConnections();
        server.close();
    }
}

test('requests are signed as the published examples are', async () => {
    const keys = { user: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', region: 'us-east-1' };
    const at = new Date(Date.UTC(2013, 4, 24));
    const host = 'https://examplebucket.s3.amazonaws.com';
    const rows = [
        // method  target                                body                     extra headers                  signature
        ['GET', `${host}/test.txt`,                      '',                      { Range: 'bytes=0-9' },
            'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41'],
        ['PUT', `${host}/test%24file.text`,              'Welcome to Amazon S3.', { Date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
            '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd'],
        ['GET', `${host}/?lifecycle`,                    '',                      {},
            'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
        ['GET', `${host}/?max-keys=2&prefix=J`,          '',                      {},
            '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
    ];
    for (const [method, target, body, extra, signature] of rows) {
        const headers = await sign({ method, target, body: bytes(body), keys, at, extra });
        assert.match(headers.Authorization, new RegExp(`Signature=${signature}$`), target);
    }
});

/** What PostgREST does with a table `objects (path text primary key, body text)`, as its documentation has it. */
function postgrest() {
    const table = new Map();
    return ({ method, url, headers, body }) => {
        if (headers.authorization !== 'Bearer token') return { status: 401, text: '{"code":"PGRST301"}' };
        const asked = new URL(url, 'http://x').searchParams;
        if (method === 'GET') {
            const filter = asked.get('path') ?? '';
            if (!filter.startsWith('eq.')) return { status: 400, text: '{"code":"PGRST100"}' };
            const found = table.get(filter.slice(3));
            return { text: JSON.stringify(found === undefined ? [] : [{ body: found }]) };
        }
        const row = JSON.parse(body);
        if (table.has(row.path) && !headers.prefer?.includes('resolution=ignore-duplicates')) return { status: 409 };
        if (!table.has(row.path)) table.set(row.path, row.body);
        return { status: 201 };
    };
}

test('PostgREST is spoken to as it wants', () => with_server(postgrest(), async (url, asked) => {
    const place = backend({ ...plain, kind: 'rest_rows', url: `${url}/objects`, secret: 'token' });
    const path = 'nord/eq.1,2/(æ).json';
    assert.equal((await place.get(path)).how, 'absent');
    assert.equal((await place.put(path, bytes('first'))).how, 'done');
    assert.equal((await place.put(path, bytes('second'))).how, 'done');
    assert.equal(new TextDecoder().decode((await place.get(path)).body), 'first');
    assert.deepEqual((await place.test()).filter(({ holds }) => !holds), []);
    assert.equal(asked.filter(({ method, url: at }) => method === 'GET' && !at.includes('path=eq.')).length, 1, 'the shape is asked for once');
    const stranger = backend({ ...plain, kind: 'rest_rows', url: `${url}/objects`, secret: 'other' });
    assert.equal((await stranger.get(path)).how, 'refused');
    assert.equal((await stranger.put(path, bytes('x'))).how, 'refused');
}));

test('two who write one row at the same time both have written, and the first counts', () => {
    let looked = 0;
    const answer = postgrest();
    const racing = (request) => (request.method === 'GET' && request.url.includes('eq.') && (looked += 1) <= 2 ? { text: '[]' } : answer(request));
    return with_server(racing, async (url) => {
        const writer = () => backend({ ...plain, kind: 'rest_rows', url: `${url}/objects`, secret: 'token' });
        const put = await Promise.all([writer().put('a', bytes('one')), writer().put('a', bytes('other'))]);
        assert.deepEqual(put.map(({ how }) => how), ['done', 'done']);
        assert.equal((await writer().get('a')).how, 'found');
    });
});

test('a header of another name carries the key', () => with_server(() => ({ text: '[]' }), async (url, asked) => {
    await backend({ ...plain, kind: 'rest_rows', url, user: 'apikey', secret: 'k1' }).get('a');
    assert.equal(asked[0].headers.apikey, 'k1');
    assert.equal(asked[0].headers.authorization, undefined);
}));

for (const kind of ['static_host', 'webdav', 's3', 'rest_rows']) {
    const at = (url) => backend({ ...plain, kind, url, bucket: kind === 's3' ? 'b' : '' });
    let writing = false;

    test(`${kind}: a login page with status 200 comes as it is, and testing says that this is not the place`, () => {
        const page = '<!doctype html><title>Sign in</title>';
        return with_server(({ url }) => (url.startsWith('/login') ? { text: page } : { status: 302, location: '/login' }), async (url) => {
            const got = await at(url).get('northwind/lanes/1.json');
            assert.deepEqual([got.how, new TextDecoder().decode(got.body)], ['found', page]);
            assert.deepEqual((await at(url).test()).at(-1), { what: 'absent', holds: false, advice: 'not_the_place', status: 200 });
        });
    });

    test(`${kind}: what a status means for an object`, async () => {
        for (const { status, get, put } of statuses) {
            await with_server(({ method }) => ({ status: method === 'GET' && writing ? 404 : status }), async (url) => {
                writing = false;
                assert.equal((await at(url).get('a/1.json')).how, get, `GET ${status}`);
                writing = true;
                const is_there_already = kind === 'rest_rows' && status === 409;
                const wanted = kind === 'static_host' ? 'failed' : is_there_already ? 'done' : put;
                assert.equal((await at(url).put('a/1.json', bytes('x'))).how, wanted, `PUT ${status}`);
            });
        }
    });

    test(`${kind}: a redirection is followed for what is asked, and never for what is given`, () => with_server(
        ({ method, url }) => (method === 'GET' && kind === 'rest_rows' && !url.includes('elsewhere') ? { text: '[]' }
            : url.includes('elsewhere') ? { status: 200 } : { status: 307, location: '/elsewhere' }),
        async (url, asked) => {
            if (kind !== 'rest_rows') assert.equal((await at(url).get('a/1.json')).how, 'found');
            const before = asked.length;
            assert.equal((await at(url).put('a/1.json', bytes('x'))).how, 'failed');
            assert.deepEqual(asked.slice(before).filter(({ url: to }) => to.includes('elsewhere')), []);
        },
    ));

    test(`${kind}: an address that is none is told, and nothing is sent`, async () => {
        for (const url of ['', 'nord', 'file:///x', 'ftp://x/', 'https://maren:secret@nord.example/']) {
            assert.equal((await at(url).get('a')).how, 'failed');
            assert.deepEqual(await at(url).test(), [{ what: 'address', holds: false, advice: 'mend_address', status: 0 }]);
        }
    });
}

test('a place that forgets what it acknowledged is found out', () => with_server(
    ({ method }) => ({ status: method === 'PUT' ? 201 : 404 }), async (url) => {
        const found = await backend({ ...plain, kind: 'webdav', url }).test();
        assert.deepEqual(found.at(-1), { what: 'reads_back', holds: false, advice: 'clears_objects', status: 0 });
    },
));

test('what keeps a place from being written is told apart', async () => {
    const rows = [[401, 'sign_in', 'sign_in'], [403, 'writes', 'allow_writing'], [405, 'writes', 'allow_writing'], [413, 'writes', 'allow_larger'],
        [409, 'writes', 'make_folder'], [507, 'writes', 'make_space'], [500, 'writes', 'look_at_server']];
    for (const [status, what, advice] of rows) {
        await with_server(({ method }) => ({ status: method === 'GET' ? 404 : status }), async (url) => {
            const found = await backend({ ...plain, kind: 'webdav', url }).test();
            assert.deepEqual(found.at(-1), { what, holds: false, advice, status });
        });
    }
});

test('folders are made where the server makes none', () => {
    const folders = new Set(['/keyrack/']);
    const answer = ({ method, url }) => {
        const above = url.replace(/[^/]+\/?$/, '');
        if (!folders.has(above)) return { status: 409 };
        if (method === 'MKCOL') return { status: folders.has(url) ? 405 : (folders.add(url), 201) };
        return { status: 201 };
    };
    return with_server(answer, async (url, asked) => {
        const place = backend({ ...plain, kind: 'webdav', url: `${url}/keyrack/` });
        assert.equal((await place.put('nord/a b/1.json', bytes('x'))).how, 'done');
        assert.deepEqual([...folders], ['/keyrack/', '/keyrack/nord/', '/keyrack/nord/a%20b/']);
        const before = asked.length;
        assert.equal((await place.put('nord/a b/2.json', bytes('x'))).how, 'done');
        assert.equal(asked.length, before + 1, 'once is enough');
    });
});

test('a body that breaks off is no object', () => {
    const server = createServer((_, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"sha256"');
        setTimeout(() => response.destroy(), 20);
    });
    return new Promise((resolve, reject) => {
        server.listen(0, '127.0.0.1', async () => {
            const got = await backend({ ...plain, kind: 'webdav', url: `http://127.0.0.1:${server.address().port}` }).get('a');
            server.close();
            try { resolve(assert.equal(got.how, 'failed')); } catch (error) { reject(error); }
        });
    });
});
