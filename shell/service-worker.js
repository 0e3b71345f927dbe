// Keeps every file of the portal in the browser, so that it starts without a network, and never mixes two versions.
//
// What a version runs on has the hash of its bytes in its name, so a tab goes on with the files it began with, whatever has
// come since. A new version is taken only when all of it has arrived and every file has the hash that this list gives it.

const version = '@KEYRACK_VERSION@';
/** Path → SHA-256 of what has to arrive. @type {Record<string, string>} */
const files = JSON.parse('@KEYRACK_HASHES@');

/** What has the hash of its bytes in its name: it is the same wherever it lies. */
const hashed = /-[0-9a-f]{10}\.[a-z0-9]+$/;
const scope = new URL('./', self.location.href);
// Other portals of the same origin keep their own.
const prefix = `keyrack-${scope.pathname}-`;
const own_cache = prefix + version;
const lock_prefix = `keyrack-version${scope.pathname}`;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => event.source.postMessage({ version }));
self.addEventListener('fetch', (event) => {
    const answer = answer_for(event.request);
    if (answer) event.respondWith(answer);
});

// --- arriving ---

async function install() {
    const cache = await caches.open(own_cache);
    const older = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own_cache);
    await Promise.all(Object.entries(files).map(async ([path, hash]) => {
        const address = new URL(path, scope);
        if (await cache.match(address)) return; // an arrival that was cut off goes on where it was
        await cache.put(address, await from_older(older, address, hash) ?? await fetched_whole(address, hash));
    }));
    await self.skipWaiting(); // harms no open tab: each keeps its own files
}

/** A file that has not changed since is not fetched again. */
async function from_older(older, address, hash) {
    for (const name of older) {
        const found = await (await caches.open(name)).match(address);
        if (found && await hash_of(await found.clone().arrayBuffer()) === hash) return found;
    }
    return undefined;
}

/** What a cache between here and the host holds may be of another version; then it is asked for past all caches. */
async function fetched_whole(address, hash) {
    for (const cache of ['no-cache', 'reload']) {
        const response = await fetch(address, { cache });
        if (!response.ok) continue;
        const bytes = await response.arrayBuffer();
        if (await hash_of(bytes) !== hash) continue;
        const type = response.headers.get('content-type') ?? 'application/octet-stream';
        return new Response(bytes, { headers: { 'content-type': type, 'content-length': `${bytes.byteLength}` } });
    }
    throw new Error(`${address.pathname} did not arrive as version ${version} has it`);
}

async function hash_of(bytes) {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

// --- taking over ---

async function activate() {
    const ours = (await caches.keys()).filter((name) => name.startsWith(prefix)); // the oldest first
    const { held = [] } = await navigator.locks.query();
    const before = ours[ours.indexOf(own_cache) - 1]; // a tab may just be starting with it
    const kept = new Set([own_cache, before, ...held.map(({ name }) => prefix + name.slice(lock_prefix.length))]);
    await Promise.all(ours.filter((name) => !kept.has(name)).map((name) => caches.delete(name)));
    await self.clients.claim();
}

// --- answering ---

/** Undefined: it is none of the portal's files, and goes its own way. */
function answer_for(request) {
    const address = new URL(request.url);
    if (request.method !== 'GET' || !address.href.startsWith(scope.href)) return undefined;
    const path = address.pathname.slice(scope.pathname.length) || 'index.html';
    const plain = new URL(path, scope);
    if (path in files) return from_cache(plain, { cacheName: own_cache }, request);
    return hashed.test(path) ? from_cache(plain, {}, request) : undefined; // of the version that a tab began with
}

async function from_cache(address, where, request) {
    const found = await caches.match(address, where);
    if (found) return found;
    const response = await fetch(request);
    // The browser has thrown a file away and the host has gone on: the next start takes what the host has.
    if (response.status === 404) await (await caches.open(own_cache)).delete(new URL('index.html', scope));
    return response;
}
