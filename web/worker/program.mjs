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
     * @param {Promise<{module: WebAssembly.Module, rest?: WebAssembly.Module}>} compiled
     * @param {import('./rest.mjs').Rest} rest
     */
    static async make(parts, compiled, rest) {
        /**
         * @param {WebAssembly.Imports} imports
         * @param {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} receive
         */
        const instantiateWasm = (imports, receive) => {
            void compiled.then(async ({ module, rest: second }) => {
                const instance = await WebAssembly.instantiate(module, { ...imports, ...rest.imports });
                rest.begin(instance.exports, second);
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
     * Calls an export. Texts and bytes lie in the program's memory for the time of the call; bytes are followed by their
     * count.
     *
     * @param {string} name without its `kr_`
     * @param {...(string | number | boolean | Uint8Array)} values
     * @returns {number}
     */
    call(name, ...values) {
        /** @type {number[]} */
        const lent = [];
        const given = values.flatMap((value) => {
            if (typeof value !== 'string' && !(value instanceof Uint8Array)) return Number(value);
            const at = typeof value === 'string' ? this.#module.stringToNewUTF8(value) : this.#copied(value);
            lent.push(at);
            return typeof value === 'string' ? at : [at, value.byteLength];
        });
        try {
            return this.#module[`_kr_${name}`](...given);
        } finally {
            for (const at of lent) this.#module._free(at);
        }
    }

    /** @param {Uint8Array} bytes @returns {number} */
    #copied(bytes) {
        const at = this.#module._malloc(Math.max(bytes.byteLength, 1)) >>> 0;
        this.#module.HEAPU8.set(bytes, at);
        return at;
    }
}
