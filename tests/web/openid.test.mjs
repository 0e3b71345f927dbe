// The sign-in's conversation with a real provider, step by step: what counts, and what does not.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { begin, finish } from '../../web/page/openid.mjs';
import { open_provider } from '../browser/support/provider.mjs';

process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; // the provider's certificate is signed by itself
process.removeAllListeners('warning');

const portal = 'http://127.0.0.1:4711/some/where/';
const anna = { email: 'anna.keller@northwind.example', verified: true, name: 'Anna Keller' };

/** @type {Awaited<ReturnType<typeof open_provider>>} */
let provider;
before(async () => { provider = await open_provider(portal); });
after(() => provider.close());

const wanted = () => ({
    tenant: 'northwind', issuer: provider.issuer, client_id: provider.client_id, email: anna.email, fragment: '/t/northwind/people',
});

/** Goes where a browser would, with its cookies, until the provider sends it back to the portal. @param {URL} from */
async function followed(from) {
    const cookies = new Map();
    for (let at = from; ;) {
        if (at.href.startsWith(portal)) return at;
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
        for (const each of response.headers.getSetCookie()) {
            const [, name, value] = /** @type {string[]} */ (/^([^=]+)=([^;]*)/.exec(each));
            cookies.set(name, value);
        }
        const next = response.headers.get('location');
        if (!next) throw new Error(`${at}: ${response.status} ${await response.text()}`);
        at = new URL(next, at);
    }
}

async function signed_in(person = anna) {
    provider.person = person;
    const { address, pending } = await begin(wanted(), portal);
    return { pending, answer: await followed(address) };
}

test('the person whom the provider knows comes back with the verified address', async () => {
    const { pending, answer } = await signed_in();
    assert.deepEqual(await finish(pending, answer), { email: anna.email, name: 'Anna Keller' });
    const asked = /** @type {URLSearchParams} */ (provider.asked.at(-1));
    assert.equal(asked.get('code_challenge_method'), 'S256');
    assert.equal(asked.get('login_hint'), anna.email);
    assert.ok((asked.get('nonce') ?? '').length > 20 && (asked.get('state') ?? '').length > 20);
});

test('an address that is not verified is none', async () => {
    const { pending, answer } = await signed_in({ ...anna, verified: false });
    assert.equal((await finish(pending, answer)).email, '');
});

const other = 'x'.repeat(43);
for (const [what, change] of /** @type {[string, (pending: any) => object][]} */ ([
    ['verifier', (pending) => ({ ...pending, verifier: other })],
    ['state', (pending) => ({ ...pending, state: other })],
    ['nonce', (pending) => ({ ...pending, nonce: other })],
    ['client', (pending) => ({ ...pending, client_id: 'somebody-else' })],
    ['redirect address', (pending) => ({ ...pending, redirect_uri: `${portal}elsewhere` })],
])) {
    test(`with another ${what} nobody is signed in`, async () => {
        const { pending, answer } = await signed_in();
        await assert.rejects(finish(/** @type {any} */ (change(pending)), answer));
    });
}

test('a code counts once', async () => {
    const { pending, answer } = await signed_in();
    await finish(pending, answer);
    await assert.rejects(finish(pending, answer));
});

test('an answer of another issuer does not count', async () => {
    const { pending, answer } = await signed_in();
    answer.searchParams.set('iss', 'https://elsewhere.example');
    await assert.rejects(finish(pending, answer), /iss/);
});

test('what is no provider is refused before anybody leaves', async () => {
    await assert.rejects(begin({ ...wanted(), issuer: `${provider.issuer}/nothing/here` }, portal));
    await assert.rejects(begin({ ...wanted(), issuer: 'http://127.0.0.1:9/' }, portal));
});
