// A static host: what somebody has published there can be read, and nothing can be written.

import { ask, authorisation, no_reply, read_answer, write_answer } from './http.mjs';

/** @typedef {import('../backends.mjs').Place} Place */

/** @param {import('./http.mjs').Address} address @param {import('../backends.mjs').Spec} spec @returns {Place} */
export function make_static_host(address, spec) {
    const headers = authorisation(spec);
    return {
        writes: false,
        replaces: false,
        get: async (path, signal) => read_answer(await ask(address.below(...path.split('/')), { headers, signal })),
        put: async () => write_answer(no_reply),
    };
}
