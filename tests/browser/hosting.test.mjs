// `dist/` works on any static host: under a path, with no headers but the type of the file.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { open_portal } from './support/portal.mjs';
import { open_demo } from './support/with_portal.mjs';

const dist = process.env.KEYRACK_DIST ?? new URL('../../dist', import.meta.url).pathname;
const types = { '.html': 'text/html', '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.css': 'text/css',
    '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

test('the portal runs under a path, without special headers', async () => {
    const server = createServer((request, response) => {
        const path = new URL(request.url, 'http://host').pathname.replace(/^\/some\/where\//, '').replace(/^$/, 'index.html');
        try {
            const bytes = readFileSync(join(dist, path));
            response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(bytes);
        } catch {
            response.writeHead(404).end();
        }
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const portal = await open_portal({ ready: false });
    try {
        const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
        await portal.page.goto(`http://127.0.0.1:${port}/some/where/?test`);
        await portal.ready();
        await portal.sees('button', /^Open the demo company/);
        assert.ok((await portal.pixels('button', /^Open the demo company/)).colours > 8);
    } finally {
        await portal.close();
        server.close();
    }
});

test('every file is listed, and what the page loads is named by its bytes', () => {
    const { files } = JSON.parse(readFileSync(join(dist, 'files.json'), 'utf8'));
    assert.ok(files.length > 10);
    for (const { name, path, bytes, sha256 } of files) {
        const content = readFileSync(join(dist, path));
        assert.equal(content.length, bytes, path);
        assert.equal(createHash('sha256').update(content).digest('hex'), sha256, path);
        if (/\.(mjs|wasm|css|woff2)$/.test(name)) assert.ok(path.includes(`-${sha256.slice(0, 10)}.`), `${name} is ${path}`);
        if (existsSync(join(dist, `${path}.br`))) assert.deepEqual(brotliDecompressSync(readFileSync(join(dist, `${path}.br`))), content, path);
    }
});

test('over plain http the portal works in memory, and says that nothing is kept', async () => {
    const portal = await open_portal({ ready: false, args: ['--host-resolver-rules=MAP intranet.test 127.0.0.1'] });
    try {
        await portal.page.goto(`http://intranet.test:${new URL(portal.url).port}/?test`);
        await portal.ready();
        await open_demo(portal);
        await portal.page.getByText(/^Nothing is kept here/).first().waitFor({ state: 'attached' });
    } finally {
        await portal.close();
    }
});
