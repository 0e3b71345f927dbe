// One request, and what its answer means to whoever asked for an object.

/** @typedef {'found' | 'absent' | 'done' | 'refused' | 'failed'} How as `sync::Answered` has them */
/** @typedef {{how: How, body: Uint8Array<ArrayBuffer>, status: number}} Answer status 0: there was none to be had */
/** @typedef {{status: number, body: Uint8Array<ArrayBuffer>}} Reply */

/**
 * @typedef {{
 *     method?: string, headers?: Record<string, string>, body?: Uint8Array<ArrayBuffer> | string, signal?: AbortSignal,
 * }} Request
 */

const nothing = new Uint8Array(0);
/** @type {Reply} */
export const no_reply = { status: 0, body: nothing };

/** Where a place is, and the addresses of what lies in it. */
export class Address {
    /** @type {URL | undefined} undefined: it is none */ url;

    /** @param {string} text */
    constructor(text) {
        try {
            const url = new URL(text);
            const is_usable = ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password;
            if (is_usable) this.url = url;
        } catch {
            // stays none
        }
    }

    /** Of what lies there under these names. @param {string[]} names */
    below(...names) {
        if (!this.url) return '';
        const folder = this.url.pathname.replace(/\/+$/, '');
        return this.url.origin + [folder, ...names.map(encoded)].join('/');
    }
}

/** A name in a path, as RFC 3986 has it, which S3 insists on. @param {string} name */
export function encoded(name) {
    const as_hex = (/** @type {string} */ character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
    return encodeURIComponent(name).replace(/[!'()*]/g, as_hex);
}

/**
 * Asks, and never throws. A redirection is followed for what is asked, never for what is given: that goes nowhere but where
 * somebody said. Without a header of its own a request brings what the browser has for its own origin; with
 * one it brings nothing else, and no server can make the browser ask for a password.
 *
 * @param {string} address
 * @param {Request} request
 * @returns {Promise<Reply>}
 */
export async function ask(address, { method = 'GET', headers = {}, body, signal }) {
    if (address === '') return no_reply;
    const credentials = Object.keys(headers).some(is_credential) ? 'omit' : 'same-origin';
    try {
        const response = await fetch(address, {
            method, headers, body, signal, credentials, redirect: method === 'GET' ? 'follow' : 'error', cache: 'no-store',
            referrerPolicy: 'no-referrer',
        });
        return { status: response.status, body: new Uint8Array(await response.arrayBuffer()) };
    } catch {
        return no_reply; // no network, aborted, torn, or not for this origin to read: the browser does not say which
    }
}

/** @param {string} header */
const is_credential = (header) => !['accept', 'content-type', 'prefer'].includes(header.toLowerCase());

/**
 * Basic where there is a name, else a token.
 *
 * @param {{user: string, secret: string}} spec
 * @returns {Record<string, string>}
 */
export function authorisation({ user, secret }) {
    if (user) return { Authorization: `Basic ${base64(new TextEncoder().encode(`${user}:${secret}`))}` };
    return secret ? { Authorization: `Bearer ${secret}` } : {};
}

/** @param {Uint8Array} bytes */
const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

// What a status means: docs/exchange.md has the table, and src/cli/http_status.hpp says the same.

/** Somebody has to sign in: to the server, or to the network. What a proxy wants (407), `fetch` tells nobody. @param {number} status */
const is_refusal = (status) => [401, 403, 511].includes(status);

/** What a reply says of an object that was asked for. @param {Reply} reply @returns {Answer} */
export function read_answer({ status, body }) {
    if (status === 200) return { how: 'found', body, status };
    if (status === 404 || status === 410) return { how: 'absent', body: nothing, status };
    return { how: is_refusal(status) ? 'refused' : 'failed', body: nothing, status };
}

/** What a reply says of an object that was given. @param {Reply} reply @returns {Answer} */
export function write_answer({ status }) {
    if (status >= 200 && status < 300) return { how: 'done', body: nothing, status };
    return { how: is_refusal(status) ? 'refused' : 'failed', body: nothing, status };
}
