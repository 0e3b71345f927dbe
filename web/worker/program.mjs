// The WebAssembly program: fetched with progress, and called with texts.

import createKeyrack from '../../keyrack.mjs';

/** @typedef {(done: number, total: number) => void} OnProgress total 0: unknown */

export class Program {
    /** @type {any} what Emscripten made */ #module;

    /** @param {any} module */
    constructor(module) {
        this.#module = module;
    }

    /**
     * @param {Record<string, unknown>} parts what the C++ finds as `Module.page` and so on
     * @param {Promise<WebAssembly.Module>} compiled
     */
    static async make(parts, compiled) {
        /**
         * @param {WebAssembly.Imports} imports
         * @param {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} receive
         */
        const instantiateWasm = (imports, receive) => {
            void compiled.then(async (module) => receive(await WebAssembly.instantiate(module, imports), module));
            return {};
        };
        const [module] = await Promise.all([createKeyrack({ ...parts, instantiateWasm }), compiled]);
        return new Program(module);
    }

    /** How much memory it has taken. */
    get bytes() {
        return this.#module.HEAPU8.byteLength;
    }

    /**
     * Calls an export. Texts lie in the program's memory for the time of the call.
     *
     * @param {string} name without its `kr_`
     * @param {...(string | number | boolean)} values
     * @returns {number}
     */
    call(name, ...values) {
        /** @type {number[]} */
        const texts = [];
        const given = values.map((value) => {
            if (typeof value !== 'string') return Number(value);
            texts.push(this.#module.stringToNewUTF8(value));
            return texts.at(-1);
        });
        try {
            return this.#module[`_kr_${name}`](...given);
        } finally {
            for (const text of texts) this.#module._free(text);
        }
    }

    /** Calls an export that takes bytes and their count. @param {string} name @param {Uint8Array} bytes */
    call_with_bytes(name, bytes) {
        const at = this.#module._malloc(Math.max(bytes.byteLength, 1)) >>> 0;
        try {
            this.#module.HEAPU8.set(bytes, at);
            this.#module[`_kr_${name}`](at, bytes.byteLength);
        } finally {
            this.#module._free(at);
        }
    }
}

/**
 * Compiles while the bytes come.
 *
 * @param {URL} address
 * @param {OnProgress} on_progress
 */
export async function compile(address, on_progress) {
    const response = await fetched(address);
    // A compressed answer says how long it is before it is unpacked, and the stream counts what comes after.
    const total = response.headers.get('content-encoding') ? 0 : Number(response.headers.get('content-length') ?? 0);
    let done = 0;
    const counted = response.body?.pipeThrough(new TransformStream({
        transform(chunk, controller) {
            done += chunk.byteLength;
            on_progress(done, total);
            controller.enqueue(chunk);
        },
    }));
    const counted_response = new Response(counted, { headers: { 'Content-Type': 'application/wasm' } });
    return WebAssembly.compileStreaming(counted_response).catch(as_not_loaded(address));
}

/** @param {URL} address */
export async function fetched(address) {
    const response = await fetch(address).catch(as_not_loaded(address));
    if (!response.ok) throw new NotLoaded(`${address.pathname}: ${response.status} ${response.statusText}`);
    return response;
}

/** A part of the portal did not arrive, or not whole. */
export class NotLoaded extends Error {}

/** @param {URL} address @returns {(error: unknown) => never} */
function as_not_loaded(address) {
    return (error) => { throw new NotLoaded(`${address.pathname}: ${error}`); };
}
