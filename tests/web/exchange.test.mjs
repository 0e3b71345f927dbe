// The exchange's hands: one request at a time for a tenant, and nobody hears what came too late.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { Exchange } from '../../web/worker/exchange.mjs';

const plain = { user: '', secret: '', region: '', bucket: '' };
const bytes = (text) => new TextEncoder().encode(text);

/** A server that answers a path only when the test says so. */
async function with_slow_server(act) {
    const held = new Map();
    const gone = new Set();
    const server = createServer((request, response) => {
        held.set(request.url, () => response.end(`body of ${request.url}`));
        response.on('close', () => { if (!response.writableEnded) gone.add(request.url); });
    });
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const heard = [];
    const exchange = new Exchange(
        (tenant, request, { how, body }) => heard.push([tenant, request, how, new TextDecoder().decode(body)]),
        (tenant, findings) => heard.push([tenant, findings.map(({ what, holds }) => `${what} ${holds}`)]));
    const place = { ...plain, kind: 'webdav', url: `http://127.0.0.1:${server.address().port}` };
    /** Until it is so. */
    const until = async (is_so) => { while (!is_so()) await new Promise((resolve) => { setTimeout(resolve, 5); }); };
    const tell = async (path) => { await until(() => held.has(path)); held.get(path)(); };
    try {
        await act({ exchange, place, heard, gone, tell, until });
    } finally {
        server.closeAllConnections();
        server.close();
    }
}

test('an answer comes with its tenant and its number', () => with_slow_server(async ({ exchange, place, heard, tell, until }) => {
    exchange.use('nord', place);
    exchange.use('sor', place);
    void exchange.get('nord', 1, 'a/1.json');
    void exchange.put('sor', 7, 'b/1.json', bytes('x'));
    await tell('/b/1.json');
    await until(() => heard.length === 1);
    await tell('/a/1.json');
    await until(() => heard.length === 2);
    assert.deepEqual(heard, [['sor', 7, 'done', ''], ['nord', 1, 'found', 'body of /a/1.json']]);
}));

test('the next request gives up on the one before', () => with_slow_server(async ({ exchange, place, heard, gone, tell, until }) => {
    exchange.use('nord', place);
    void exchange.get('nord', 1, 'a/1.json');
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    void exchange.get('nord', 2, 'a/2.json');
    await until(() => gone.has('/a/1.json'));
    await tell('/a/2.json');
    await until(() => heard.length > 0);
    assert.deepEqual(heard, [['nord', 2, 'found', 'body of /a/2.json']]);
}));

const endings = [
    ['closing the tenant', (exchange) => exchange.close('nord')],
    ['another place', (exchange, place) => exchange.use('nord', { ...place, user: 'maren', secret: 'x' })],
    ['no place any more', (exchange) => exchange.use('nord', { kind: 'none' })],
];
for (const [what, end] of endings) {
    test(`${what} gives up on what is under way, and nothing is heard of it`, () => with_slow_server(async ({ exchange, place, heard, gone, until }) => {
        exchange.use('nord', place);
        void exchange.get('nord', 1, 'a/1.json');
        await new Promise((resolve) => { setTimeout(resolve, 50); });
        end(exchange, place);
        await until(() => gone.has('/a/1.json'));
        await new Promise((resolve) => { setTimeout(resolve, 20); });
        assert.deepEqual(heard, []);
    }));
}

test('a tenant without a place gets a failure, no silence', () => with_slow_server(async ({ exchange, heard, until }) => {
    void exchange.get('nord', 3, 'a/1.json');
    await until(() => heard.length > 0);
    assert.deepEqual(heard, [['nord', 3, 'failed', '']]);
}));

test('testing says what holds, and a second test makes the first one silent', () => with_slow_server(async ({ exchange, place, heard, until }) => {
    void exchange.test('nord', place); // never answered
    await exchange.test('nord', { ...place, url: 'nowhere' });
    await until(() => heard.length > 0);
    assert.deepEqual(heard, [['nord', ['address false']]]);
}));
