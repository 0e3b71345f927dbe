// A company's own sign-in, against a real provider: who comes back acts, and nobody else; an invitation lets in only the
// person it was sent to.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_provider } from './support/provider.mjs';
import { open_demo, with_portal } from './support/with_portal.mjs';

/** @typedef {import('./support/portal.mjs').Portal} Portal */
/** @typedef {Awaited<ReturnType<typeof open_provider>>} Provider */

const maren = { email: 'maren.kjaer@northwind.example', verified: true, name: 'Maren Kjær' };
const tomas = { email: 'tomas.rivera@northwind.example', verified: true, name: 'Tomás Rivera' };
const eve = { email: 'eve@elsewhere.example', verified: true, name: 'Eve' };
const invitation = '/t/northwind/people?invitation=nw-e60b18'; // Tomás Rivera's

/** The demo company with the provider as its sign-in. @param {(portal: Portal, provider: Provider) => Promise<void>} act */
const with_sign_in = (act) => with_portal({ args: ['--ignore-certificate-errors'] }, async (portal) => {
    const provider = await open_provider(portal.url);
    try {
        await open_demo(portal);
        await portal.click('link', 'People');
        await portal.click('button', /^Set up/);
        await portal.node('textbox', /^Issuer/).fill(provider.issuer);
        await portal.node('textbox', /^Client ID/).fill(provider.client_id);
        await portal.click('button', 'Save');
        await reads(portal, /until somebody has signed in/);
        provider.person = maren;
        await signs_in(portal); // who set it up is the first
        await reads(portal, 'You act as Maren Kjær');
        await portal.click('button', /^Sign out/);
        await reads(portal, 'Nobody is signed in');
        await portal.context.clearCookies();
        await act(portal, provider);
    } finally {
        await provider.close();
    }
});

/** Waits for words on the screen. @param {Portal} portal @param {string | RegExp} words */
async function reads(portal, words, timeout = 30_000) {
    await portal.page.getByText(words).first().waitFor({ state: 'attached', timeout });
}

/** Presses what leads to the provider, and waits until the portal is back. @param {Portal} portal @param {() => Promise<unknown>} press */
async function there_and_back(portal, press) {
    const back = portal.page.waitForURL((url) => url.searchParams.has('state') && !url.href.includes('/auth'), { waitUntil: 'commit', timeout: 60_000 });
    await press();
    await back;
    await portal.page.waitForURL((url) => !url.searchParams.has('state'), { waitUntil: 'commit', timeout: 60_000 });
    await portal.ready();
}

const signs_in = (portal) => there_and_back(portal, () => portal.click('button', /^Sign in/));

test('the right person comes back to the same place and acts; no token is kept', () => with_sign_in(async (portal, provider) => {
    provider.person = maren;
    const before = portal.page.url();
    await signs_in(portal);
    await reads(portal, 'You act as Maren Kjær');
    assert.equal(portal.page.url(), before);
    const kept = await portal.page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
    assert.doesNotMatch(kept, /eyJ|verifier|token|nonce/i, 'neither a token nor what led to it');
    await portal.reload();
    await reads(portal, 'You act as Maren Kjær');
    await portal.click('button', /^Sign out/);
    await reads(portal, 'Nobody is signed in');
}));

test('a person without access, an address that is not verified and a refusal let nobody in', () => with_sign_in(async (portal, provider) => {
    provider.person = null;
    await signs_in(portal);
    await reads(portal, /cancelled or refused/);
    await reads(portal, 'Nobody is signed in');
    provider.person = { ...maren, verified: false };
    await signs_in(portal);
    await reads(portal, /without a verified email address/);
    await portal.click('button', /^Sign out/);
    await portal.context.clearCookies();
    provider.person = eve;
    await signs_in(portal);
    await reads(portal, /Signed in as eve@elsewhere\.example, who has no access here/);
}));

test('an invitation lets in the person it was sent to', () => with_sign_in(async (portal, provider) => {
    provider.person = tomas;
    await portal.go(invitation);
    await portal.click('button', 'Accept the invitation');
    await portal.sees('dialog', /^Sign in at https:/);
    await there_and_back(portal, () => portal.node('dialog').getByRole('button', { name: 'Sign in' }).click({ force: true }));
    assert.match(portal.page.url(), /people\?invitation=nw-e60b18$/);
    assert.equal(provider.asked.at(-1)?.get('login_hint'), tomas.email);
    await portal.click('button', 'Accept the invitation');
    await reads(portal, 'You act as Tomás Rivera');
}));

test('an invitation that was withdrawn lets nobody in, and says so', () => with_sign_in(async (portal, provider) => {
    provider.person = maren;
    await signs_in(portal);
    await reads(portal, 'You act as Maren Kjær');
    await portal.go('/t/northwind/people/tomas.rivera%40northwind.example');
    await portal.click('button', 'Withdraw');
    await reads(portal, 'Invitation to tomas.rivera@northwind.example is withdrawn');
    await portal.sees_no('button', 'Withdraw');
    await portal.click('button', /^Sign out/);
    await reads(portal, 'Nobody is signed in');
    await portal.go(invitation);
    await reads(portal, 'This invitation was withdrawn. Ask whoever invited you for a new one.');
    await portal.sees_no('button', 'Accept the invitation');
}));

test('a forwarded link lets nobody else in', () => with_sign_in(async (portal, provider) => {
    provider.person = eve;
    await signs_in(portal);
    await portal.go(invitation);
    await portal.click('button', 'Accept the invitation');
    await reads(portal, /was sent to another person than eve@elsewhere\.example/);
}));

test('a wrong verifier and a code that comes twice do not count', () => with_sign_in(async (portal, provider) => {
    provider.person = maren;
    /** @type {string[]} */
    const answers = [];
    portal.page.on('request', (request) => { if (/[?&]code=/.test(request.url()) && request.isNavigationRequest()) answers.push(request.url()); });
    await portal.page.addInitScript(() => {
        const pending = sessionStorage.getItem('keyrack.sign-in');
        if (!location.search.includes('code=') || !pending || sessionStorage.getItem('spoilt')) return;
        sessionStorage.setItem('spoilt', 'once');
        sessionStorage.setItem('keyrack.sign-in', JSON.stringify({ ...JSON.parse(pending), verifier: 'x'.repeat(43) }));
    });
    await signs_in(portal);
    await reads(portal, /could not be verified/);
    await reads(portal, 'Nobody is signed in');

    await signs_in(portal);
    await reads(portal, 'You act as Maren Kjær');
    await portal.click('button', /^Sign out/);
    await portal.page.goto(/** @type {string} */ (answers.at(-1)));
    await portal.ready();
    await reads(portal, /not begun in this tab/);
}));

test('a sign-in service that is not there is told', () => with_sign_in(async (portal, provider) => {
    await provider.close();
    await portal.click('button', /^Sign in/);
    await reads(portal, /cannot be reached/);
}));
