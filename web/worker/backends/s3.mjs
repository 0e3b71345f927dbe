// An S3 bucket (Ceph RGW and others), addressed by path. Requests are signed here (AWS Signature Version 4), so the
// secret key never leaves the device.

import { ask, read_answer, write_answer } from './http.mjs';

/** @typedef {import('../backends.mjs').Place} Place */
/** @typedef {{user: string, secret: string, region: string}} Keys */

/** Ceph takes any; others have one for those who name none. */
const usual_region = 'us-east-1';

/** @param {import('./http.mjs').Address} address @param {import('../backends.mjs').Spec} spec @returns {Place} */
export function make_s3(address, spec) {
    const keys = { user: spec.user, secret: spec.secret, region: spec.region || usual_region };

    /**
     * @param {string} method @param {string} path @param {Uint8Array<ArrayBuffer>} body
     * @param {AbortSignal} [signal]
     */
    async function send(method, path, body, signal) {
        const target = address.below(...spec.bucket.split('/'), ...path.split('/'));
        const signed = target ? await sign({ method, target, body, keys, at: new Date() }) : {};
        return ask(target, { method, headers: signed, body: method === 'PUT' ? body : undefined, signal });
    }

    return {
        writes: true,
        replaces: true,
        get: async (path, signal) => read_answer(await send('GET', path, new Uint8Array(0), signal)),
        put: async (path, body, signal) => write_answer(await send('PUT', path, body, signal)),
    };
}

/**
 * The headers that sign a request. `extra` headers are signed and sent too.
 *
 * @param {{
 *     method: string, target: string, body: Uint8Array<ArrayBuffer>, keys: Keys, at: Date,
 *     extra?: Record<string, string>,
 * }} request
 * @returns {Promise<Record<string, string>>}
 */
export async function sign({ method, target, body, keys, at, extra = {} }) {
    const { host, pathname, searchParams } = new URL(target);
    const time = at.toISOString().replace(/[-:]|\.\d{3}/g, ''); // 20130524T000000Z
    const digest = hex(await crypto.subtle.digest('SHA-256', body));
    const sent = lower({ ...extra, 'x-amz-content-sha256': digest, 'x-amz-date': time });
    const signed = Object.entries({ ...sent, host }).sort(([one], [other]) => (one < other ? -1 : 1));
    const names = signed.map(([name]) => name).join(';');
    const canonical = [
        method, pathname, searchParams.toString(), ...signed.map(([name, value]) => `${name}:${value.trim()}`), '',
        names, digest,
    ].join('\n');
    const scope = [time.slice(0, 8), keys.region, 's3', 'aws4_request'];
    const to_sign = [
        'AWS4-HMAC-SHA256', time, scope.join('/'), hex(await crypto.subtle.digest('SHA-256', utf8(canonical))),
    ].join('\n');
    let key = utf8(`AWS4${keys.secret}`);
    for (const part of scope) key = await keyed(key, part);
    const signature = hex((await keyed(key, to_sign)).buffer);
    const credential = `${keys.user}/${scope.join('/')}`;
    const parts = [`Credential=${credential}`, `SignedHeaders=${names}`, `Signature=${signature}`];
    return { ...sent, Authorization: `AWS4-HMAC-SHA256 ${parts.join(',')}` };
}

/** @param {Record<string, string>} headers */
const lower = (headers) => Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** @param {string} text */
const utf8 = (text) => new TextEncoder().encode(text);

/** @param {ArrayBuffer} bytes */
const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param {Uint8Array<ArrayBuffer>} key @param {string} text */
async function keyed(key, text) {
    const made = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return new Uint8Array(await crypto.subtle.sign('HMAC', made, utf8(text)));
}
