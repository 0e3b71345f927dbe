// A WebDAV folder (nginx, Apache, lighttpd): PUT and GET, and MKCOL where a server makes no folders by itself.

import { ask, authorisation, read_answer, write_answer } from './http.mjs';

/** @typedef {import('../backends.mjs').Place} Place */

/** What servers say where the folder of an object is missing: nginx and Apache 409, lighttpd 404. */
const folder_missing = [404, 409];

/** @param {import('./http.mjs').Address} address @param {import('../backends.mjs').Spec} spec @returns {Place} */
export function make_webdav(address, spec) {
    const headers = authorisation(spec);

    /** @param {string[]} names @param {AbortSignal} [signal] */
    async function make_folders(names, signal) {
        for (let depth = 1; depth <= names.length; depth += 1) {
            const folder = `${address.below(...names.slice(0, depth))}/`; // nginx wants the slash
            await ask(folder, { method: 'MKCOL', headers, signal }); // 405: it is there
        }
    }

    return {
        writes: true,
        replaces: true,
        get: async (path, signal) => read_answer(await ask(address.below(...path.split('/')), { headers, signal })),
        put: async (path, body, signal) => {
            const names = path.split('/');
            const request = {
                method: 'PUT', headers: { ...headers, 'Content-Type': 'application/json' }, body, signal,
            };
            const first = await ask(address.below(...names), request);
            if (!folder_missing.includes(first.status)) return write_answer(first);
            await make_folders(names.slice(0, -1), signal);
            return write_answer(await ask(address.below(...names), request));
        },
    };
}
