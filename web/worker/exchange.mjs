// The exchange's hands: what the portal asks of the places through which tenants are exchanged, and what they answer.
//
// A tenant has one request under way at a time. A new one, another place, and closing the tenant give up on it.

import { backend } from './backends.mjs';
import { note } from './thread.mjs';

/** @typedef {import('./backends.mjs').Backend} Backend */
/** @typedef {import('./backends.mjs').Spec} Spec */
/** @typedef {import('./backends.mjs').Finding} Finding */
/** @typedef {import('./backends/http.mjs').Answer} Answer */
/** @typedef {(tenant: string, request: number, answer: Answer) => void} OnAnswer */
/** @typedef {(tenant: string, findings: Finding[]) => void} OnTested */

/** As long as `sync::patience_ms`. */
const patience_milliseconds = 60_000;
/** @type {Answer} */
const no_place = { how: 'failed', body: new Uint8Array(0), status: 0 };
/** @type {Finding[]} */
const nothing_found = [{ what: 'reachable', holds: false, advice: 'use_https', status: 0 }];

export class Exchange {
    #on_answer;
    #on_tested;
    /** @type {Map<string, Backend>} by tenant */ #places = new Map();
    /** @type {Map<string, AbortController>} by tenant */ #under_way = new Map();
    /** @type {AbortController | undefined} */ #testing;

    /** @param {OnAnswer} on_answer @param {OnTested} on_tested */
    constructor(on_answer, on_tested) {
        this.#on_answer = on_answer;
        this.#on_tested = on_tested;
    }

    /** @param {string} tenant @param {Spec | {kind: 'none'}} spec */
    use(tenant, spec) {
        this.close(tenant);
        if (spec.kind !== 'none') this.#places.set(tenant, backend(spec));
    }

    /** @param {string} tenant */
    close(tenant) {
        this.#under_way.get(tenant)?.abort();
        this.#under_way.delete(tenant);
        this.#places.delete(tenant);
    }

    /** @param {string} tenant @param {number} request @param {string} path */
    get(tenant, request, path) {
        return this.#ask(tenant, request, (place, signal) => place.get(path, signal));
    }

    /** @param {string} tenant @param {number} request @param {string} path @param {Uint8Array<ArrayBuffer>} body */
    put(tenant, request, path, body) {
        return this.#ask(tenant, request, (place, signal) => place.put(path, body, signal));
    }

    /** @param {string} tenant @param {Spec} spec */
    async test(tenant, spec) {
        this.#testing?.abort();
        const testing = this.#testing = new AbortController();
        const findings = await patiently(testing, (signal) => backend(spec).test(signal), nothing_found);
        if (testing === this.#testing) this.#on_tested(tenant, findings);
    }

    /**
     * @param {string} tenant @param {number} request
     * @param {(place: Backend, signal: AbortSignal) => Promise<Answer>} act
     */
    async #ask(tenant, request, act) {
        this.#under_way.get(tenant)?.abort();
        const place = this.#places.get(tenant);
        const asking = new AbortController();
        this.#under_way.set(tenant, asking);
        const answer = place ? await patiently(asking, (signal) => act(place, signal), no_place) : no_place;
        if (this.#under_way.get(tenant) !== asking) return; // nobody waits for it any more
        this.#under_way.delete(tenant);
        this.#on_answer(tenant, request, answer);
    }
}

/**
 * Gives up after a while, and answers with `otherwise` where it cannot be done at all: where a page comes over plain http, say,
 * a browser signs nothing.
 *
 * @template T @param {AbortController} controller @param {(signal: AbortSignal) => Promise<T>} act @param {T} otherwise
 */
async function patiently(controller, act, otherwise) {
    const alarm = setTimeout(() => controller.abort(), patience_milliseconds);
    try {
        return await act(controller.signal);
    } catch (error) {
        note(`exchange: ${error}`);
        return otherwise;
    } finally {
        clearTimeout(alarm);
    }
}
