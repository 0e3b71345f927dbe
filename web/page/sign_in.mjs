// Leaving for a company's own sign-in and coming back (R72). Between the two, this tab remembers what it asked for; after
// it, who the person is, for as long as the tab is open. No token is kept.

import { file } from '../files.mjs';

/** @typedef {{tenant: string, issuer: string, client_id: string, email: string, fragment: string}} Wanted */
/** @typedef {Wanted & {redirect_uri: string, state: string, nonce: string, verifier: string}} Pending */
/** @typedef {Pending & {address: string}} Left `address`: where the person was */
/** @typedef {import('../messages.mjs').Identity} Identity */
/** @typedef {'refused' | 'not_begun_here' | 'failed'} Failure */

const pending_key = 'keyrack.sign-in';
const identity_key = 'keyrack.identity';

/**
 * Leaves the page.
 *
 * @param {Wanted} wanted
 */
export async function leave_to_sign_in(wanted) {
    const { begin } = await openid();
    const { address, pending } = await begin(wanted, plain_address());
    sessionStorage.setItem(pending_key, JSON.stringify({ ...pending, address: location.href }));
    location.assign(address);
}

/** Whether the address is that of somebody who comes back. */
export function comes_back() {
    const query = new URLSearchParams(location.search);
    return query.has('state') && (query.has('code') || query.has('error'));
}

/**
 * Who came back, or why nobody is known. The address is then again what it was before.
 *
 * @returns {Promise<{identity?: Identity, failure?: Failure}>}
 */
export async function come_back() {
    const answer = new URL(location.href);
    const pending = taken();
    const matches = pending !== undefined && answer.searchParams.get('state') === pending.state;
    history.replaceState(null, '', matches ? pending.address : plain_address());
    if (!matches) return { failure: 'not_begun_here' };
    if (answer.searchParams.has('error')) return { failure: 'refused' };
    try {
        const { finish } = await openid();
        const { email, name } = await finish(pending, answer);
        const identity = { tenant: pending.tenant, issuer: pending.issuer, email, name };
        sessionStorage.setItem(identity_key, JSON.stringify(identity));
        return { identity };
    } catch (error) {
        console.warn(`sign-in: ${error}`);
        return { failure: 'failed' };
    }
}

/** Who signed in earlier in this tab. @returns {Identity | undefined} */
export function known_identity() {
    return read(identity_key);
}

export function forget_identity() {
    try {
        sessionStorage.removeItem(identity_key);
    } catch {
        // where there is no storage nothing was kept
    }
}

/** A code is used once: what belongs to it is gone before it is. @returns {Left | undefined} */
function taken() {
    const pending = read(pending_key);
    if (pending) sessionStorage.removeItem(pending_key);
    return pending;
}

/** @param {string} key */
function read(key) {
    try {
        return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined;
    } catch {
        return undefined;
    }
}

/** The portal's address without what follows `?` and `#`: what the issuer has it registered as. */
function plain_address() {
    return new URL('./', location.href).href;
}

/** @returns {Promise<typeof import('./openid.mjs')>} */
function openid() {
    return import(file('openid.mjs').address.href);
}
