// The second part of the program: all that a start does not need. tools/package/split.mjs cuts it off.
//
// In its place the first part calls numbered stand-ins. Usually the page has sent the rest before one of them is called;
// otherwise the worker fetches it there and then, and waits, since the program cannot go on without.

import { file } from '../files.mjs';
import { NotLoaded } from './thread.mjs';

export class Rest {
    /** @type {WebAssembly.Exports | undefined} of the first part */ #first;
    /** @type {WebAssembly.Table | undefined} */ #table;
    #there = false;

    /** What the first part imports in the place of the rest. */
    get imports() {
        /** @type {(slot: string) => (...given: unknown[]) => unknown} */
        const stand_in = (slot) => (...given) => {
            if (!this.#there) this.#join(fetched_now());
            return this.#table?.get(Number(slot))(...given);
        };
        return { placeholder: new Proxy({}, { get: (_, slot) => stand_in(String(slot)) }) };
    }

    /** @param {WebAssembly.Exports} exports of the first part @param {WebAssembly.Module} [module] where the rest came with it */
    begin(exports, module) {
        this.#first = exports;
        this.#table = /** @type {WebAssembly.Table | undefined} */ (
            Object.values(exports).find((each) => each instanceof WebAssembly.Table));
        if (module) this.#join(module);
    }

    /** The page has sent it. @param {WebAssembly.Module} module */
    receive(module) {
        if (!this.#there) this.#join(module);
    }

    /** It takes the places of its stand-ins in the table. @param {WebAssembly.Module} module */
    #join(module) {
        new WebAssembly.Instance(module, { primary: /** @type {WebAssembly.ModuleImports} */ (this.#first) });
        this.#there = true;
    }
}

function fetched_now() {
    const { address, path } = file('keyrack-rest.wasm');
    try {
        const request = new XMLHttpRequest();
        request.open('GET', address, false);
        request.responseType = 'arraybuffer';
        request.send();
        if (request.status !== 200) throw new Error(`${request.status} ${request.statusText}`);
        return new WebAssembly.Module(request.response);
    } catch (error) {
        throw new NotLoaded(`${path}: ${error}`);
    }
}
