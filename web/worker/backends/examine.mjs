// What works in a place and what does not, found out by trying: an object that is not there is asked for, one is
// written, read back and written over. What each finding is called, and what to do about it, are words of the portal.

import { no_reply } from './http.mjs';

/** @typedef {import('../backends.mjs').Place} Place */
/** @typedef {import('./http.mjs').Address} Address */
/** @typedef {import('./http.mjs').Answer} Answer */

/**
 * `advice` names what to do; '' where there is nothing. `status` is that of HTTP; 0: there was none.
 *
 * @typedef {'address' | 'reachable' | 'cors' | 'sign_in' | 'absent' | 'writes' | 'reads_back' | 'overwrites'} What
 * @typedef {'' | 'mend_address' | 'use_https' | 'start_server' | 'set_cors' | 'sign_in' | 'not_the_place'
 *     | 'allow_writing' | 'allow_larger' | 'make_space' | 'look_at_server' | 'make_folder' | 'clears_objects'} Advice
 * @typedef {{what: What, holds: boolean, advice: Advice, status: number}} Finding
 */

/** At most so many objects are ever left behind by testing. */
const probes = 16;

/** Nobody else has it. Works over plain http too, unlike `crypto.randomUUID`. */
const one_of_its_own = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param {Place} place @param {Address} address @param {AbortSignal} [signal] @returns {Promise<Finding[]>} */
export async function examine(place, address, signal) {
    if (!address.url) return [no('address', 'mend_address')];
    const findings = await examine_reading(place, address, signal);
    const reads = findings.every(({ holds }) => holds);
    return reads && place.writes ? [...findings, ...await examine_writing(place, signal)] : findings;
}

/** @param {Place} place @param {Address} address @param {AbortSignal} [signal] @returns {Promise<Finding[]>} */
async function examine_reading(place, address, signal) {
    const nobody_wrote = `keyrack-test/${one_of_its_own()}.json`;
    const { how, status } = await place.get(nobody_wrote, signal);
    if (status === 0) return examine_silence(address, signal);
    const open = [yes('reachable'), yes('cors')];
    switch (how) {
    case 'absent': return [...open, yes('sign_in'), yes('absent')];
    case 'refused': return [...open, no('sign_in', 'sign_in', status)];
    case 'found': return [...open, no('absent', 'not_the_place', status)];
    default: return [...open, no('absent', 'look_at_server', status)];
    }
}

/**
 * No answer that may be read. A request whose answer nobody may read tells whether a server is there at all.
 *
 * @param {Address} address @param {AbortSignal} [signal] @returns {Promise<Finding[]>}
 */
async function examine_silence(address, signal) {
    if (is_mixed(/** @type {URL} */ (address.url))) return [no('reachable', 'use_https')];
    try {
        await fetch(address.below(), { mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal });
        return [yes('reachable'), no('cors', 'set_cors')];
    } catch {
        return [no('reachable', 'start_server')];
    }
}

/** Browsers let no page that came by https ask by http, this machine excepted. @param {URL} url */
function is_mixed(url) {
    const of_this_machine = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
    return globalThis.location?.protocol === 'https:' && url.protocol === 'http:' && !of_this_machine;
}

/** @param {Place} place @param {AbortSignal} [signal] @returns {Promise<Finding[]>} */
async function examine_writing(place, signal) {
    const path = await free_probe(place, signal);
    const written = await write(place, path, signal);
    if (written.answer.how !== 'done') return [fault_in_writing(written.answer)];
    if (!place.replaces) return [yes('writes'), await is_kept(place, path, signal)];
    const kept = await finds(place, path, written.text, signal);
    if (!kept) return [yes('writes'), no('reads_back', 'clears_objects')];
    const second = await write(place, path, signal);
    const replaced = second.answer.how === 'done' && await finds(place, path, second.text, signal);
    const last = replaced ? yes('overwrites') : no('overwrites', 'allow_writing', second.answer.status);
    return [yes('writes'), yes('reads_back'), last];
}

/**
 * Where the first writing counts, one that is refused shows only at a path where nothing stands yet.
 *
 * @param {Place} place @param {AbortSignal} [signal]
 */
async function free_probe(place, signal) {
    const first = crypto.getRandomValues(new Uint8Array(1))[0];
    const paths = Array.from({ length: probes }, (_, i) => `keyrack-test/${(first + i) % probes}.json`);
    if (place.replaces) return paths[0];
    for (const path of paths) if ((await place.get(path, signal)).how === 'absent') return path;
    return paths[0];
}

/**
 * Where the first writing counts, an earlier test's may stand there: so it does once all probes are used.
 *
 * @param {Place} place @param {string} path @param {AbortSignal} [signal]
 */
async function is_kept(place, path, signal) {
    const { how, body, status } = await place.get(path, signal);
    const kept = how === 'found' && new TextDecoder().decode(body).includes(greeting);
    return kept ? yes('reads_back') : no('reads_back', 'clears_objects', status);
}

const greeting = 'Keyrack looked whether this place keeps what it is given.';

/** @param {Place} place @param {string} path @param {AbortSignal} [signal] */
async function write(place, path, signal) {
    const text = JSON.stringify({ text: greeting, mark: one_of_its_own() });
    return { text, answer: await place.put(path, new TextEncoder().encode(text), signal) };
}

/** @param {Place} place @param {string} path @param {string} text @param {AbortSignal} [signal] */
async function finds(place, path, text, signal) {
    const { how, body } = await place.get(path, signal);
    return how === 'found' && new TextDecoder().decode(body) === text;
}

/** @param {Answer} answer @returns {Finding} */
function fault_in_writing({ status }) {
    switch (status) {
    case no_reply.status: return no('cors', 'set_cors'); // reading is allowed, so it is what comes before a writing
    case 401: return no('sign_in', 'sign_in', status);
    case 413: return no('writes', 'allow_larger', status);
    case 404: case 409: return no('writes', 'make_folder', status);
    case 507: return no('writes', 'make_space', status);
    case 403: case 405: case 501: return no('writes', 'allow_writing', status);
    default: return no('writes', 'look_at_server', status);
    }
}

/** @param {What} what @returns {Finding} */
const yes = (what) => ({ what, holds: true, advice: '', status: 0 });

/** @param {What} what @param {Advice} advice @returns {Finding} */
const no = (what, advice, status = 0) => ({ what, holds: false, advice, status });
