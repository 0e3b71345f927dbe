// The WebAssembly program, called with texts.

import createKeyrack from '../../keyrack.mjs';

export class Program {
    /** @type {any} what Emscripten made */ #module;

    /** @param {any} module */
    constructor(module) {
        this.#module = module;
    }

    /**
     * @param {Record<string, unknown>} parts what the C++ finds as `Module.page` and so on
     * @param {Promise<WebAssembly.Module>} compiled
     * @param {import('./rest.mjs').Rest} rest
     */
    static async make(parts, compiled, rest) {
        /**
         * @param {WebAssembly.Imports} imports
         * @param {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} receive
         */
        const instantiateWasm = (imports, receive) => {
            void compiled.then(async (module) => {
                const instance = await WebAssembly.instantiate(module, { ...imports, ...rest.imports });
                rest.begin(instance.exports);
                receive(instance, module);
            });
            return {};
        };
        return new Program(await createKeyrack({ ...parts, instantiateWasm }));
    }

    /** As Emscripten made it. */
    get module() {
        return this.#module;
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

    /**
     * Calls an export that takes bytes, their count, and texts.
     *
     * @param {string} name
     * @param {Uint8Array} bytes
     * @param {...string} texts
     */
    call_with_bytes(name, bytes, ...texts) {
        const at = this.#module._malloc(Math.max(bytes.byteLength, 1)) >>> 0;
        try {
            this.#module.HEAPU8.set(bytes, at);
            const given = texts.map((text) => this.#module.stringToNewUTF8(text));
            this.#module[`_kr_${name}`](at, bytes.byteLength, ...given);
            for (const text of given) this.#module._free(text);
        } finally {
            this.#module._free(at);
        }
    }
}
