// A REST collection: an object is a row with a `path` and a `body`. Two shapes are spoken: that of json-server and that
// of PostgREST, which wants an operator before a value and says 400 where there is none. So the first answer tells
// which it is.
//
// A row is written once and never changed: of two under one path the first counts.

import { ask, authorisation, no_reply, read_answer, write_answer } from './http.mjs';

/** @typedef {import('../backends.mjs').Place} Place */
/** @typedef {import('./http.mjs').Answer} Answer */
/** @typedef {import('./http.mjs').Reply} Reply */

/** @type {{[Shape in 'plain' | 'operators']: (path: string) => string}} */
const questions = {
    plain: (path) => `?path=${encodeURIComponent(path)}`,
    operators: (path) => `?path=eq.${encodeURIComponent(path)}&select=body`,
};
const wants_operator = 400;
const is_there_already = 409;

/** @param {import('./http.mjs').Address} address @param {import('../backends.mjs').Spec} spec @returns {Place} */
export function make_rows(address, spec) {
    const collection = address.below();
    const headers = spec.user ? { [spec.user]: spec.secret } : authorisation(spec);
    /** @type {'plain' | 'operators' | undefined} */
    let known;

    /** @param {string} path @param {AbortSignal} [signal] @returns {Promise<Reply>} */
    async function find(path, signal) {
        if (!collection) return no_reply;
        const reply = await ask(collection + questions[known ?? 'plain'](path), { headers, signal });
        if (known) return reply;
        if (reply.status === 200) known = 'plain';
        if (reply.status !== wants_operator) return reply;
        const second = await ask(collection + questions.operators(path), { headers, signal });
        if (second.status === 200) known = 'operators';
        return second;
    }

    /** @param {string} path @param {AbortSignal} [signal] @returns {Promise<Answer>} */
    async function get(path, signal) {
        const reply = await find(path, signal);
        if (reply.status !== 200) return read_answer(reply);
        const rows = rows_of(reply.body);
        if (!rows) return read_answer(reply); // whatever it is, it is no rows
        if (rows.length === 0) return read_answer({ ...reply, status: 404 });
        return read_answer({ status: 200, body: new TextEncoder().encode(rows[0].body) });
    }

    return {
        writes: true,
        replaces: false,
        get,
        put: async (path, body, signal) => {
            const there = await get(path, signal); // which also tells the shape
            if (there.how !== 'absent') return there.how === 'found' ? write_answer({ ...there, status: 200 }) : there;
            const reply = await ask(collection, {
                method: 'POST', signal, body: JSON.stringify({ path, body: new TextDecoder().decode(body) }),
                headers: { ...headers, 'Content-Type': 'application/json', ...known === 'operators' && insert_once },
            });
            return write_answer(reply.status === is_there_already ? { ...reply, status: 200 } : reply);
        },
    };
}

const insert_once = { Prefer: 'resolution=ignore-duplicates,return=minimal' };

/** @param {Uint8Array<ArrayBuffer>} body @returns {{body: string}[] | undefined} */
function rows_of(body) {
    try {
        const rows = JSON.parse(new TextDecoder().decode(body));
        const are_rows = Array.isArray(rows) && rows.every((row) => typeof row?.body === 'string');
        return are_rows ? rows : undefined;
    } catch {
        return undefined;
    }
}
